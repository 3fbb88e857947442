// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-action.h"

#include "spil-entity.h"

SpilAction *
spil_plan_dates_action (const SpilPlanTaskRow *task, SpilDay start, SpilDay end, const char *label)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_TASK);
  SpilAction *action = spil_action_new (label);
  g_autoptr (SpilRecord) before = spil_record_new (entity, task->id);
  g_autoptr (SpilRecord) after = spil_record_new (entity, task->id);

  if (task->own_dates) {
    spil_record_set_day (before, SPIL_TASK_START, task->task.start);
    spil_record_set_day (before, SPIL_TASK_END, task->task.end);
  }
  spil_record_set_day (after, SPIL_TASK_START, start);
  spil_record_set_day (after, SPIL_TASK_END, end);
  spil_action_set (action, before, after);
  return action;
}

SpilAction *
spil_plan_baseline_action (const SpilPlan *plan, SpilDay day, const char *name, const char *label)
{
  SpilAction *action = spil_action_new (label);
  SpilId id = spil_id_new ();
  g_autoptr (SpilRecord) baseline = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE), id);

  spil_record_set_text (baseline, SPIL_BASELINE_NAME, name);
  spil_record_set_day (baseline, SPIL_BASELINE_DATE, day);
  spil_action_add (action, baseline);
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];
    g_autoptr (SpilRecord) row = spil_record_new (spil_entity (SPIL_ENTITY_BASELINE_TASK), spil_id_new ());

    spil_record_set_reference (row, SPIL_BASELINE_TASK_BASELINE, id);
    spil_record_set_reference (row, SPIL_BASELINE_TASK_TASK, task->id);
    spil_record_set_day (row, SPIL_BASELINE_TASK_START, task->task.start);
    spil_record_set_day (row, SPIL_BASELINE_TASK_END, task->task.end);
    spil_action_add (action, row);
  }
  return action;
}
