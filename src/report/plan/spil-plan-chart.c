// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-chart.h"

#include "spil-entity.h"

/* The table, from what is looked at most: what does not fit is not drawn, the last first. */
static const struct
{
  SpilPlanCell cell;
  double width; /* em */
  gboolean numeric;
} columns[] = {
  { SPIL_PLAN_CELL_NAME, 20, FALSE },     { SPIL_PLAN_CELL_START, 6.2, TRUE },
  { SPIL_PLAN_CELL_END, 6.2, TRUE },      { SPIL_PLAN_CELL_DAYS, 6.2, TRUE },
  { SPIL_PLAN_CELL_OWNER, 9, FALSE },     { SPIL_PLAN_CELL_PROGRESS, 5, TRUE },
  { SPIL_PLAN_CELL_BEFORE, 6, FALSE },    { SPIL_PLAN_CELL_FLOAT, 4.5, TRUE },
  { SPIL_PLAN_CELL_DEADLINE, 6.2, TRUE }, { SPIL_PLAN_CELL_COST, 7, TRUE },
};

/* The columns that are shown, by their places above; returns how many. */
static int
choose_columns (guint hidden, int *shown)
{
  int n_shown = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (columns); i++)
    if (i == 0 || (hidden & (1U << columns[i].cell)) == 0)
      shown[n_shown++] = i;
  return n_shown;
}

SpilPlanCell
spil_plan_chart_cell (guint hidden, int column)
{
  int shown[G_N_ELEMENTS (columns)];
  int n_shown = choose_columns (hidden, shown);

  g_return_val_if_fail (column >= 0 && column < n_shown, SPIL_PLAN_CELL_NAME);

  return columns[shown[column]].cell;
}

static void
set_columns (SpilGantt *gantt, guint hidden)
{
  SpilGanttColumn made[G_N_ELEMENTS (columns)];
  int shown[G_N_ELEMENTS (columns)];
  int n_shown = choose_columns (hidden, shown);

  for (int i = 0; i < n_shown; i++)
    made[i] = (SpilGanttColumn) { .title = spil_plan_cell_title (columns[shown[i]].cell),
                                  .width = columns[shown[i]].width,
                                  .numeric = columns[shown[i]].numeric };
  spil_gantt_set_columns (gantt, made, n_shown);
}

static int
light_of (int light)
{
  switch (light) {
  case SPIL_LIGHT_GREEN:
    return SPIL_GANTT_LIGHT_GREEN;
  case SPIL_LIGHT_AMBER:
    return SPIL_GANTT_LIGHT_AMBER;
  case SPIL_LIGHT_RED:
    return SPIL_GANTT_LIGHT_RED;
  default:
    return SPIL_GANTT_LIGHT_NONE;
  }
}

static void
set_dates (SpilGanttRow *row, const SpilPlanTaskRow *task, const SpilPlanChartLook *look)
{
  row->start = task->task.start;
  row->finish = task->task.end;
  row->baseline_start = task->baseline_start;
  row->baseline_finish = task->baseline_end;
  row->deadline = task->task.deadline;
  row->not_before = task->task.not_before;
  row->critical = look->critical && task->slack.known && task->slack.critical;
  if (look->slack && task->slack.known && task->slack.total_float > 0 && !task->summary)
    row->float_end = task->slack.late_end;
}

static SpilGanttRow
task_row (const SpilPlanTaskRow *task, const SpilPlanShownRow *shown, const SpilPlanChartLook *look)
{
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.name = task->name;
  row.owner = task->owner;
  row.headline = task->headline;
  row.light = light_of (task->light);
  row.indent = shown->level;
  row.progress = task->task.progress < 0 ? -1 : task->task.progress / 100.0;
  row.milestone = task->task.milestone;
  row.summary = task->summary;
  row.derived = task->summary && !task->own_dates;
  row.late = task->status == SPIL_TASK_STATUS_LATE;
  row.fixed = task->task.fixed;
  row.dimmed = shown->context;
  row.collapsed = shown->collapsed;
  set_dates (&row, task, look);
  return row;
}

SpilGanttRow
spil_plan_chart_row (const SpilPlan *plan, const SpilPlanShownRow *shown, const SpilPlanChartLook *look,
                     char **label)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, shown->task);
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  if (task == NULL) {
    row.heading = TRUE;
    row.collapsed = shown->collapsed;
    row.label = row.name = *label = g_strdup (shown->heading);
    return row;
  }
  row = task_row (task, shown, look);
  *label = task->number > 0 ? g_strdup_printf ("%d. %s", task->number, task->name) : g_strdup (task->name);
  row.label = *label;
  return row;
}

static void
add_row (SpilGantt *gantt, const SpilPlan *plan, const SpilPlanShownRow *shown, const SpilPlanChartLook *look)
{
  g_autofree char *label = NULL;
  char *cells[G_N_ELEMENTS (columns)] = { NULL };
  SpilGanttRow row = spil_plan_chart_row (plan, shown, look, &label);
  int places[G_N_ELEMENTS (columns)];
  int n_places = look->table && shown->task >= 0 ? choose_columns (look->hidden, places) : 0;

  for (int i = 1; i < n_places; i++)
    cells[i - 1] = spil_plan_cell_text (plan, shown->task, columns[places[i]].cell);
  row.cells = (const char *const *) cells;
  spil_gantt_add_row (gantt, &row);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
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

/* A task that is shown more than once has its arrows at the first place. */
static int *
find_rows (const SpilPlan *plan, GPtrArray *rows)
{
  int *row_of = g_new (int, plan->tasks->len + 1);

  for (guint i = 0; i < plan->tasks->len; i++)
    row_of[i] = -1;
  for (guint i = rows->len; i > 0; i--) {
    int task = ((SpilPlanShownRow *) rows->pdata[i - 1])->task;

    if (task >= 0)
      row_of[task] = (int) i - 1;
  }
  return row_of;
}

void
spil_plan_chart_add_links (SpilGantt *gantt, const SpilPlan *plan, GPtrArray *rows)
{
  g_autofree int *row_of = find_rows (plan, rows);

  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    int from = row_of[link->from_index];
    int to = row_of[link->to_index];

    if (from < 0 || to < 0)
      continue;
    spil_gantt_add_link (gantt, from, to, link_kind (link->type));
    if (link->broken)
      spil_gantt_set_broken (gantt, spil_gantt_get_link_count (gantt) - 1);
  }
}

static gboolean
is_free (SpilDay day, gpointer calendar)
{
  return !spil_work_calendar_is_worked (calendar, day);
}

void
spil_plan_chart_set_free_days (SpilGantt *gantt, const SpilPlan *plan)
{
  spil_gantt_set_free_days (gantt, is_free, spil_work_calendar_ref (plan->calendar),
                            (GDestroyNotify) spil_work_calendar_unref);
}

SpilChart *
spil_plan_chart_new (const SpilPlan *plan, GPtrArray *rows, const SpilPlanChartLook *look)
{
  SpilGantt *gantt = spil_gantt_new ();

  if (look->table)
    set_columns (gantt, look->hidden);
  for (guint i = 0; i < rows->len; i++)
    add_row (gantt, plan, rows->pdata[i], look);
  spil_plan_chart_add_links (gantt, plan, rows);
  spil_gantt_set_today (gantt, plan->day);
  spil_plan_chart_set_free_days (gantt, plan);
  return spil_gantt_to_chart (gantt);
}
