// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-link-text.h"

/* One cell: what would break the table stands between quotes, as spreadsheets write it. */
static void
append_cell (GString *text, const char *cell)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (cell, "\t\n\r\"") == NULL) {
    g_string_append (text, cell);
    return;
  }
  parts = g_strsplit (cell, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

/* The links between what is copied. */
static char *
format_links (const SpilPlan *plan, int task, const gboolean *marked)
{
  GString *text = g_string_new (NULL);

  for (int i = spil_plan_get_task (plan, task)->first_to; i >= 0;) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    g_autofree char *one = NULL;

    i = link->next_to;
    if (!marked[link->from_index])
      continue;
    one = spil_link_format (spil_plan_get_task (plan, link->from_index)->ref, link->type, link->lag,
                            link->lag_unit);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
  }
  return g_string_free_and_steal (text);
}

static char *
format_effort (const SpilPlanTaskRow *task)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *text;

  if (task->effort < 0)
    return g_strdup ("");
  text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", task->effort));
  return g_strdelimit (text, ".", ',');
}

static char *
format_cell (const SpilPlan *plan, int place, SpilPlanColumn column, int base, const gboolean *marked)
{
  static const SpilPlanCell cells[] = {
    [SPIL_PLAN_COLUMN_NUMBER] = SPIL_PLAN_CELL_NUMBER,
    [SPIL_PLAN_COLUMN_NAME] = SPIL_PLAN_CELL_NAME,
    [SPIL_PLAN_COLUMN_START] = SPIL_PLAN_CELL_START,
    [SPIL_PLAN_COLUMN_END] = SPIL_PLAN_CELL_END,
    [SPIL_PLAN_COLUMN_DAYS] = SPIL_PLAN_CELL_DAYS,
    [SPIL_PLAN_COLUMN_OWNER] = SPIL_PLAN_CELL_OWNER,
    [SPIL_PLAN_COLUMN_PROGRESS] = SPIL_PLAN_CELL_PROGRESS,
    [SPIL_PLAN_COLUMN_DEADLINE] = SPIL_PLAN_CELL_DEADLINE,
    [SPIL_PLAN_COLUMN_COST] = SPIL_PLAN_CELL_COST,
  };
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);

  switch (column) {
  case SPIL_PLAN_COLUMN_BEFORE:
    return format_links (plan, place, marked);
  case SPIL_PLAN_COLUMN_LEVEL:
    return g_strdup_printf ("%d", task->level - base + 1);
  case SPIL_PLAN_COLUMN_MILESTONE:
    return g_strdup (task->task.milestone ? _ ("Yes") : "");
  case SPIL_PLAN_COLUMN_NOT_BEFORE:
    return spil_day_format (task->task.not_before);
  case SPIL_PLAN_COLUMN_EFFORT:
    return format_effort (task);
  case SPIL_PLAN_COLUMN_ACTION_LINE:
    return g_strdup (task->action_line_name != NULL ? task->action_line_name : "");
  case SPIL_PLAN_COLUMN_AREA:
    return g_strdup (task->area_name != NULL ? task->area_name : "");
  default:
    return spil_plan_cell_text (plan, place, cells[column]);
  }
}

char *
spil_plan_copy (const SpilPlan *plan, const int *tasks, gsize n)
{
  g_autofree gboolean *marked = spil_plan_mark (plan, tasks, n);
  GString *text = g_string_new (NULL);
  int base = G_MAXINT;

  for (guint i = 0; i < plan->tasks->len; i++)
    if (marked[i])
      base = MIN (base, spil_plan_get_task (plan, (int) i)->level);
  for (int column = 0; column < SPIL_PLAN_N_COLUMNS; column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "",
                            spil_plan_column_title ((SpilPlanColumn) column));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < plan->tasks->len; i++) {
    for (int column = 0; marked[i] && column < SPIL_PLAN_N_COLUMNS; column++) {
      g_autofree char *cell = format_cell (plan, (int) i, (SpilPlanColumn) column, base, marked);

      g_string_append (text, column > 0 ? "\t" : "");
      append_cell (text, cell);
    }
    if (marked[i])
      g_string_append_c (text, '\n');
  }
  return g_string_free_and_steal (text);
}
