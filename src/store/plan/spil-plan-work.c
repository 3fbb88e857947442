// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include "spil-entity.h"

/* Adds what a part costs to the sum of what it is part of. */
static void
add_cost (SpilPlanCost *sum, const SpilPlanCost *part)
{
  sum->n_unstated += part->known ? part->n_unstated : MAX (1, part->n_unstated);
  if (!part->known)
    return;
  sum->mixed = sum->mixed || part->mixed ||
               (sum->known && !spil_money_add (sum->money, part->money, &sum->money));
  if (!sum->known)
    sum->money = part->money;
  sum->known = TRUE;
  if (sum->mixed)
    sum->money = spil_money (0, SPIL_VAT_UNKNOWN);
}

/* Parts come after what they are part of, so that going backwards each sum is whole before it is added. */
static void
add_costs (SpilPlan *plan)
{
  for (guint i = plan->tasks->len; i-- > 0;) {
    SpilPlanTaskRow *task = plan->tasks->pdata[i];
    SpilPlanTaskRow *parent = spil_plan_get_task (plan, task->parent);

    if (task->own_cost_known)
      task->cost = (SpilPlanCost) { .known = TRUE, .money = task->own_cost };
    else
      task->cost.derived = task->summary && task->cost.known;
    if (parent != NULL)
      add_cost (&parent->cost, &task->cost);
  }
}

/* The network, and which links the dates do not meet. */
static SpilNetwork *
make_network (const SpilPlan *plan, const SpilScheduleTask *tasks)
{
  guint n = plan->links->len;
  g_autofree SpilScheduleLink *links = g_new0 (SpilScheduleLink, n + 1);
  g_autofree gboolean *broken = g_new0 (gboolean, n + 1);
  SpilNetwork *network;

  for (guint i = 0; i < n; i++)
    links[i] = spil_plan_schedule_link (&g_array_index (plan->links, SpilPlanLinkRow, i));
  network = spil_network_new (tasks, plan->tasks->len, links, n, plan->calendar);
  spil_network_find_broken (network, links, n, broken);
  for (guint i = 0; i < n; i++)
    g_array_index (plan->links, SpilPlanLinkRow, i).broken = broken[i];
  return network;
}

SpilScheduleLink
spil_plan_schedule_link (const SpilPlanLinkRow *link)
{
  return (SpilScheduleLink) { .from = link->from,
                              .to = link->to,
                              .from_index = link->from_index,
                              .to_index = link->to_index,
                              .type = link->type,
                              .lag = link->lag,
                              .lag_calendar = link->lag_unit == SPIL_LAG_UNIT_CALENDAR };
}

static int
count_working_days (const SpilPlan *plan, const SpilScheduleTask *task)
{
  if (!spil_day_is_known (task->start) || !spil_day_is_known (task->end) || task->milestone)
    return 0;
  return spil_work_calendar_count (plan->calendar, task->start, task->end);
}

static void
take_worked_out (SpilPlan *plan, SpilPlanTaskRow *row, const SpilScheduleTask *task, gboolean summary,
                 const SpilNetworkSlack *slack)
{
  row->task = *task;
  row->summary = summary;
  if (row->progress_from_facts)
    row->task.progress = spil_progress_from_facts (&row->facts);
  row->status = spil_schedule_status (&row->task, plan->day);
  row->slack = *slack;
  row->working_days = count_working_days (plan, task);
  row->slip_known = row->in_baseline &&
                    spil_schedule_slip (task, row->baseline_start, row->baseline_end, &row->slip);
}

void
spil_plan_work_out (SpilPlan *plan)
{
  guint n = plan->tasks->len;
  g_autofree SpilScheduleTask *tasks = g_new (SpilScheduleTask, n + 1);
  g_autofree gboolean *is_summary = g_new0 (gboolean, n + 1);
  g_autofree SpilNetworkSlack *slack = g_new0 (SpilNetworkSlack, n + 1);

  for (guint i = 0; i < n; i++)
    tasks[i] = ((SpilPlanTaskRow *) plan->tasks->pdata[i])->task;
  spil_schedule_roll_up (tasks, n, is_summary);
  plan->network = make_network (plan, tasks);
  spil_network_analyse (plan->network, slack);
  for (guint i = 0; i < n; i++)
    take_worked_out (plan, plan->tasks->pdata[i], &tasks[i], is_summary[i], &slack[i]);
  spil_schedule_span (tasks, n, &plan->first, &plan->last);
  add_costs (plan);
}
