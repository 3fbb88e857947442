// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-print-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-plan-chart.h"

/* The columns after the names, in the order in which they are worth their room. */
enum
{
  CELL_START,
  CELL_END,
  CELL_OWNER,
  CELL_PROGRESS,
  CELL_SLIP,
  N_CELLS
};

/* Which rows */

typedef enum
{
  PLACE_IN,
  PLACE_OUTSIDE,
  PLACE_UNDATED,
  PLACE_HEADING,
} Place;

static Place
find_place (const SpilPlanTaskRow *task, const SpilPlanPrint *print)
{
  SpilDay start = task->task.start;
  SpilDay end = task->task.end;
  gboolean dated = spil_day_is_known (start) || spil_day_is_known (end);

  if (!spil_day_is_known (print->first) && !spil_day_is_known (print->last))
    return PLACE_IN;
  if (!dated)
    return PLACE_UNDATED;
  if (spil_day_is_known (print->last) && spil_day_is_known (start) &&
      spil_day_compare (start, print->last) > 0)
    return PLACE_OUTSIDE;
  if (spil_day_is_known (print->first) && spil_day_is_known (end) && spil_day_compare (end, print->first) < 0)
    return PLACE_OUTSIDE;
  return PLACE_IN;
}

static gboolean
is_left_out (const SpilPlanTaskRow *task, const SpilPlanPrint *print)
{
  return print->main_only && task != NULL && task->level > 0 && !task->summary;
}

/* Keeps what is printed: what is in the period, with all that it is part of. Goes from the last row to the first. */
static void
choose (const SpilPlan *plan, const SpilPlanPrint *print, GPtrArray *shown, SpilPlanPrintRows *rows)
{
  int wanted = 0; /* rows of a lower level than this are what a kept row is part of */

  *rows = (SpilPlanPrintRows) { 0 };
  for (guint i = shown->len; i > 0; i--) {
    const SpilPlanShownRow *row = shown->pdata[i - 1];
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, row->task);
    gboolean part_of = row->level < wanted;
    Place place = task == NULL ? PLACE_HEADING : find_place (task, print);

    if (!is_left_out (task, print) && (place == PLACE_IN || part_of)) {
      wanted = row->level;
      continue;
    }
    if (!is_left_out (task, print)) {
      wanted = MIN (wanted, row->level);
      rows->outside += place == PLACE_OUTSIDE;
      rows->undated += place == PLACE_UNDATED;
    } else if (place == PLACE_IN)
      wanted = MAX (wanted, row->level);
    g_ptr_array_remove_index (shown, i - 1);
  }
}

/* Filling them */

static char *
slip_text (const SpilPlanTaskRow *task)
{
  if (!task->slip_known)
    return g_strdup ("");
  if (task->slip == 0)
    return g_strdup ("0");
  /* Translators: days that an activity ends later (or earlier) than was agreed, in a narrow column. */
  return g_strdup_printf (C_ ("slip", "%+d d"), task->slip);
}

static void
fill_cells (char **cells, const SpilPlanTaskRow *task)
{
  cells[CELL_START] = spil_day_is_known (task->task.start) ? spil_day_format (task->task.start)
                                                           : g_strdup ("");
  cells[CELL_END] = spil_day_is_known (task->task.end) ? spil_day_format (task->task.end) : g_strdup ("");
  cells[CELL_OWNER] = g_strdup (task->owner != NULL ? task->owner : "");
  cells[CELL_PROGRESS] = task->task.progress >= 0 ? g_strdup_printf ("%d %%", task->task.progress)
                                                  : g_strdup ("");
  cells[CELL_SLIP] = slip_text (task);
}

static void
add_row (SpilGantt *gantt, const SpilPlan *plan, const SpilPlanShownRow *shown, const SpilPlanPrint *print)
{
  const SpilPlanChartLook look = { .critical = print->critical, .slack = print->slack };
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, shown->task);
  g_autofree char *label = NULL;
  char *cells[N_CELLS + 1] = { NULL };
  SpilGanttRow row = spil_plan_chart_row (plan, shown, &look, &label);

  if (task != NULL)
    fill_cells (cells, task);
  row.cells = (const char *const *) cells;
  row.collapsed = FALSE;
  spil_gantt_add_row (gantt, &row);
  for (int i = 0; i < N_CELLS; i++)
    g_free (cells[i]);
}

static void
set_columns (SpilGantt *gantt, const SpilPlan *plan)
{
  const SpilGanttColumn columns[] = {
    { spil_plan_cell_title (SPIL_PLAN_CELL_NAME), 6, FALSE },
    { spil_plan_cell_title (SPIL_PLAN_CELL_START), 6, FALSE },
    { spil_plan_cell_title (SPIL_PLAN_CELL_END), 6, FALSE },
    { spil_plan_cell_title (SPIL_PLAN_CELL_OWNER), 6, FALSE },
    { spil_plan_cell_title (SPIL_PLAN_CELL_PROGRESS), 4, TRUE },
    { C_ ("plan column", "Slip"), 4, TRUE },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_CELLS + 1);
  /* Without a baseline nothing slips. */
  spil_gantt_set_columns (gantt, columns, spil_id_is_nil (plan->baseline) ? N_CELLS : N_CELLS + 1);
}

SpilChart *
spil_plan_print_rows_new (const SpilPlan *plan, const SpilPlanPrint *print, SpilDay day,
                          SpilPlanPrintRows *rows)
{
  g_autoptr (GPtrArray) shown = spil_plan_show (plan, print->filter, print->group, NULL);
  SpilGantt *gantt = spil_gantt_new ();

  choose (plan, print, shown, rows);
  set_columns (gantt, plan);
  for (guint i = 0; i < shown->len; i++)
    add_row (gantt, plan, shown->pdata[i], print);
  spil_plan_chart_add_links (gantt, plan, shown);
  spil_gantt_set_today (gantt, day);
  spil_plan_chart_set_free_days (gantt, plan);
  return spil_gantt_to_chart (gantt);
}
