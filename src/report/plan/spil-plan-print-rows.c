// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-print-rows.h"

#include <glib/gi18n-lib.h>

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

static const SpilPlanTaskRow *
get_task (const SpilPlan *plan, guint index)
{
  return plan->tasks->pdata[index];
}

/* Which rows */

typedef enum
{
  PLACE_IN,
  PLACE_OUTSIDE,
  PLACE_UNDATED,
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

/* Marks what is printed: what is in the period, with all that it is part of. */
static gboolean *
choose (const SpilPlan *plan, const SpilPlanPrint *print, SpilPlanPrintRows *rows)
{
  gboolean *chosen = g_new0 (gboolean, MAX (plan->tasks->len, 1));
  int wanted = 0; /* rows of a lower level than this are what a chosen row is part of */

  *rows = (SpilPlanPrintRows) { 0 };
  for (guint i = plan->tasks->len; i > 0; i--) {
    const SpilPlanTaskRow *task = get_task (plan, i - 1);
    Place place = find_place (task, print);

    if (print->main_only && task->level > 0 && !task->summary)
      continue;
    chosen[i - 1] = place == PLACE_IN || task->level < wanted;
    if (chosen[i - 1])
      wanted = task->level;
    else
      wanted = MIN (wanted, task->level);
    rows->outside += !chosen[i - 1] && place == PLACE_OUTSIDE;
    rows->undated += !chosen[i - 1] && place == PLACE_UNDATED;
  }
  return chosen;
}

/* Filling them */

static char *
slip_text (const SpilPlanTaskRow *task)
{
  int days;

  if (!spil_schedule_slip (&task->task, task->baseline_start, task->baseline_end, &days))
    return g_strdup ("");
  if (days == 0)
    return g_strdup ("0");
  /* Translators: days that an activity ends later (or earlier) than was agreed, in a narrow column. */
  return g_strdup_printf (C_ ("slip", "%+d d"), days);
}

static void
add_row (SpilGantt *gantt, const SpilPlanTaskRow *task)
{
  g_autofree char *label = task->number > 0 ? g_strdup_printf ("%d. %s", task->number, task->name)
                                            : g_strdup (task->name);
  char *cells[N_CELLS + 1] = { NULL };
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  cells[CELL_START] = spil_day_is_known (task->task.start) ? spil_day_format (task->task.start)
                                                           : g_strdup ("");
  cells[CELL_END] = spil_day_is_known (task->task.end) ? spil_day_format (task->task.end) : g_strdup ("");
  cells[CELL_OWNER] = g_strdup (task->owner != NULL ? task->owner : "");
  cells[CELL_PROGRESS] = task->task.progress >= 0 ? g_strdup_printf ("%d %%", task->task.progress)
                                                  : g_strdup ("");
  cells[CELL_SLIP] = slip_text (task);
  row.label = label;
  row.cells = (const char *const *) cells;
  row.name = task->name;
  row.owner = task->owner;
  row.indent = task->level;
  row.start = task->task.start;
  row.finish = task->task.end;
  row.baseline_start = task->baseline_start;
  row.baseline_finish = task->baseline_end;
  row.deadline = task->task.deadline;
  row.progress = task->task.progress < 0 ? -1 : task->task.progress / 100.0;
  row.milestone = task->task.milestone;
  row.summary = task->summary;
  row.derived = task->summary && !task->own_dates;
  spil_gantt_add_row (gantt, &row);
  for (int i = 0; i < N_CELLS; i++)
    g_free (cells[i]);
}

static SpilGanttLinkKind
link_kind (int type)
{
  switch (type) {
  case SPIL_LINK_TYPE_START_START:
    return SPIL_GANTT_START_START;
  case SPIL_LINK_TYPE_FINISH_FINISH:
    return SPIL_GANTT_FINISH_FINISH;
  case SPIL_LINK_TYPE_START_FINISH:
    return SPIL_GANTT_START_FINISH;
  default:
    return SPIL_GANTT_FINISH_START;
  }
}

static void
set_columns (SpilGantt *gantt, const SpilPlan *plan)
{
  const SpilGanttColumn columns[] = {
    { _ ("Activity"), 6, FALSE },           { C_ ("plan column", "Start"), 6, FALSE },
                                             { C_ ("plan column", "End"), 6, FALSE }, { _ ("Owner"), 6, FALSE },
                                                                                      { C_ ("plan column", "Done"), 4, TRUE }, { C_ ("plan column", "Slip"), 4, TRUE },
                                                                                      };

  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_CELLS + 1);
  /* Without a baseline nothing slips. */
  spil_gantt_set_columns (gantt, columns, plan->baselines->len > 0 ? N_CELLS + 1 : N_CELLS);
}

SpilChart *
spil_plan_print_rows_new (const SpilPlan *plan, const SpilPlanPrint *print, SpilDay day,
                          SpilPlanPrintRows *rows)
{
  g_autofree gboolean *chosen = choose (plan, print, rows);
  g_autofree int *places = g_new (int, MAX (plan->tasks->len, 1));
  SpilGantt *gantt = spil_gantt_new ();

  set_columns (gantt, plan);
  for (guint i = 0; i < plan->tasks->len; i++) {
    places[i] = chosen[i] ? spil_gantt_get_row_count (gantt) : -1;
    if (chosen[i])
      add_row (gantt, get_task (plan, i));
  }
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if (places[link->from_index] >= 0 && places[link->to_index] >= 0)
      spil_gantt_add_link (gantt, places[link->from_index], places[link->to_index], link_kind (link->type));
  }
  spil_gantt_set_today (gantt, day);
  return spil_gantt_to_chart (gantt);
}
