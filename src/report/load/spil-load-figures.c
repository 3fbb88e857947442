// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-load-figures.h"

#include "spil-load-chart.h"
#include "spil-owner-rule.h"
#include "spil-plan-shown.h"

static const SpilPeriod *
get_period (const SpilOwnerLoad *load, guint at)
{
  return &g_array_index (load->periods, SpilPeriod, at);
}

double
spil_load_hours_a_week (const SpilPlan *plan, const SpilOwnerLoad *load, const SpilOwnerLoadRow *row,
                        guint period)
{
  const SpilPeriod *days = get_period (load, period);
  const int working = spil_work_calendar_count (plan->calendar, days->first, days->last);

  return working > 0 ? row->cells[period].hours * plan->week_days / working : 0;
}

// Whether the task is one of those that spil_owner_load_of_plan() counts for this owner.
static gboolean
is_of (const SpilPlan *plan, int place, const char *owner)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  const SpilPlanTaskRow *holder = spil_plan_get_task (
      plan, spil_plan_find_holder (plan, place, SPIL_PLAN_GROUP_OWNER));

  if (task->summary || task->task.milestone || task->status == SPIL_TASK_STATUS_STOPPED)
    return FALSE;
  return owner != NULL ? holder != NULL && spil_owner_names (holder->owner, owner) : holder == NULL;
}

static gboolean
runs_in (const SpilPlan *plan, const SpilPlanTaskRow *task, const SpilPeriod *period)
{
  SpilDay first = spil_day_is_known (task->task.start) ? task->task.start : task->task.end;
  SpilDay last = spil_day_is_known (task->task.end) ? task->task.end : task->task.start;

  if (!spil_day_is_known (first))
    return FALSE;
  if (task->status == SPIL_TASK_STATUS_DONE && spil_day_compare (plan->day, last) < 0)
    last = plan->day;
  return spil_day_compare (first, period->last) <= 0 && spil_day_compare (last, period->first) >= 0 &&
         spil_day_compare (first, last) <= 0;
}

GArray *
spil_load_list_tasks (const SpilPlan *plan, const SpilOwnerLoad *load, const SpilOwnerLoadRow *row,
                      guint period)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) plan->tasks->len; i++)
    if (is_of (plan, i, row->owner) &&
        runs_in (plan, spil_plan_get_task (plan, i), get_period (load, period)))
      g_array_append_val (tasks, i);
  return tasks;
}

static void
add_period (SpilLoadChart *chart, const SpilPeriod *period)
{
  g_autofree char *label = spil_period_format_short (*period);
  g_autofree char *name = spil_period_format (*period);
  // A week belongs to the year of its Thursday.
  const SpilDay middle = period->kind == SPIL_PERIOD_WEEK ? spil_day_add (period->first, 3) : period->first;
  g_autofree char *year = spil_period_format (spil_period_of (SPIL_PERIOD_YEAR, middle));

  spil_load_chart_add_period (chart, label, year, name);
}

SpilChart *
spil_report_chart_of_load (const SpilPlan *plan, const SpilOwnerLoad *load, double norm, SpilDay day)
{
  SpilLoadChart *chart = spil_load_chart_new ();
  g_autofree SpilLoadCell *cells = g_new0 (SpilLoadCell, load->periods->len + 1);

  for (guint i = 0; i < load->periods->len; i++) {
    add_period (chart, get_period (load, i));
    if (spil_period_contains (*get_period (load, i), day))
      spil_load_chart_set_now (chart, (int) i);
  }
  spil_load_chart_set_norm (chart, norm);
  for (guint i = 0; i < load->owners->len; i++) {
    const SpilOwnerLoadRow *row = load->owners->pdata[i];

    for (guint at = 0; at < load->periods->len; at++) {
      double hours = spil_load_hours_a_week (plan, load, row, at);

      cells[at] = (SpilLoadCell) { row->cells[at].n_running, hours, row->cells[at].n_no_hours,
                                   row->owner != NULL && norm > 0 && hours > norm };
    }
    spil_load_chart_add_owner (chart, row->owner, cells);
  }
  return spil_load_chart_to_chart (chart);
}
