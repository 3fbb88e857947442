// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-plan-import-private.h"

#define DECIMALS 1000000
/* Hours a week are kept to a hundredth. */
#define HOUR_PARTS 100

static gboolean
is_day (SpilRecord *record, int field, SpilDay day)
{
  return spil_day_compare (spil_record_get_day (record, field), day) == 0;
}

static void
note (SpilPlanImporting *self, const char *name, const SpilPlanFileTask *task, const char *reason)
{
  spil_plan_file_lose (self->result->unknown, name, task->name, reason);
}

/* The activity that it is a part of. One that was put under something that is not in the file stays there. */
static void
take_parent (SpilPlanImporting *self, const SpilPlanFileTask *task, SpilRecord *after)
{
  const SpilId now = spil_record_get_reference (after, SPIL_TASK_PARENT);
  SpilRecord *above = g_hash_table_lookup (self->by_id, &now);

  if (task->parent >= 0)
    spil_record_set_reference (after, SPIL_TASK_PARENT, g_array_index (self->ids, SpilId, task->parent));
  else if (above != NULL && g_hash_table_contains (self->taken, above))
    spil_record_set_null (after, SPIL_TASK_PARENT);
}

/* A milestone has one day, of which the start or the end may be left open. */
static gboolean
has_milestone_day (SpilRecord *record, SpilDay day)
{
  const SpilDay start = spil_record_get_day (record, SPIL_TASK_START);
  const SpilDay end = spil_record_get_day (record, SPIL_TASK_END);

  return (is_day (record, SPIL_TASK_START, day) &&
          (!spil_day_is_known (end) || is_day (record, SPIL_TASK_END, day))) ||
         (is_day (record, SPIL_TASK_END, day) && !spil_day_is_known (start));
}

static void
take_dates (const SpilPlanFileTask *task, SpilRecord *after)
{
  SpilDay start = task->start;
  SpilDay finish = task->finish;

  if (task->follows)
    return;
  if (!spil_day_is_known (start) && task->constraint == SPIL_PLAN_CONSTRAINT_START_ON)
    start = task->constraint_day;
  if (!spil_day_is_known (finish) && task->constraint == SPIL_PLAN_CONSTRAINT_FINISH_ON)
    finish = task->constraint_day;
  if (task->milestone == 1 && spil_day_is_known (finish) && has_milestone_day (after, finish))
    return;
  if (spil_day_is_known (start))
    spil_record_set_day (after, SPIL_TASK_START, start);
  if (spil_day_is_known (finish))
    spil_record_set_day (after, SPIL_TASK_END, finish);
  if (spil_record_is_null (after, SPIL_TASK_START) || spil_record_is_null (after, SPIL_TASK_END) ||
      spil_day_compare (spil_record_get_day (after, SPIL_TASK_START),
                        spil_record_get_day (after, SPIL_TASK_END)) <= 0)
    return;
  spil_record_set_null (after, spil_day_is_known (start) ? SPIL_TASK_END : SPIL_TASK_START);
}

/* Only where it does not follow from the dates. */
static void
take_duration (const SpilPlanFileTask *task, SpilRecord *after)
{
  if (task->duration > 0 && task->milestone != 1 &&
      !(spil_day_is_known (task->start) && spil_day_is_known (task->finish)))
    spil_record_set_integer (after, SPIL_TASK_DURATION, (int64_t) ceil (task->duration - 1e-9));
}

static void
take_bounds (SpilPlanImporting *self, const SpilPlanFileTask *task, SpilRecord *after)
{
  SpilDay deadline = task->deadline;

  switch (task->constraint) {
  case SPIL_PLAN_CONSTRAINT_START_ON:
  case SPIL_PLAN_CONSTRAINT_FINISH_ON:
    if (!spil_record_get_boolean (after, SPIL_TASK_FIXED))
      spil_record_set_integer (after, SPIL_TASK_FIXED, TRUE);
    break;
  case SPIL_PLAN_CONSTRAINT_START_FROM:
    if (spil_day_is_known (task->constraint_day))
      spil_record_set_day (after, SPIL_TASK_NOT_BEFORE, task->constraint_day);
    if (spil_record_get_boolean (after, SPIL_TASK_FIXED))
      spil_record_set_null (after, SPIL_TASK_FIXED);
    break;
  case SPIL_PLAN_CONSTRAINT_FINISH_BY:
    if (!spil_day_is_known (deadline))
      deadline = task->constraint_day;
    note (self, "Task/ConstraintType", task, _ ("“Not later than” is kept as the deadline."));
    break;
  case SPIL_PLAN_CONSTRAINT_LATE:
    note (self, "Task/ConstraintType", task, _ ("“As late as possible” is not kept; the dates are."));
    break;
  case SPIL_PLAN_CONSTRAINT_START_BY:
  case SPIL_PLAN_CONSTRAINT_FINISH_FROM:
    note (self, "Task/ConstraintType", task,
          _ ("“Start not later than” and “finish not earlier than” are not kept; the dates are."));
    break;
  default:
    break;
  }
  if (spil_day_is_known (deadline))
    spil_record_set_day (after, SPIL_TASK_DEADLINE, deadline);
}

/* Done counts as 100 %, and nothing said as 0. */
static int
get_progress (SpilRecord *record)
{
  if (spil_record_get_integer (record, SPIL_TASK_STATE) == SPIL_TASK_STATE_DONE)
    return 100;
  return (int) spil_record_get_integer (record, SPIL_TASK_PROGRESS);
}

static void
take_progress (SpilPlanImporting *self, const SpilPlanFileTask *task, SpilRecord *after, gboolean created)
{
  const int64_t state = spil_record_get_integer (after, SPIL_TASK_STATE);

  if (task->stopped == 1 && state != SPIL_TASK_STATE_STOPPED)
    spil_record_set_integer (after, SPIL_TASK_STATE, SPIL_TASK_STATE_STOPPED);
  else if (task->stopped == 0 && state == SPIL_TASK_STATE_STOPPED)
    spil_record_set_null (after, SPIL_TASK_STATE);
  if (task->progress < 0 || (!created && get_progress (after) == task->progress))
    return;
  if (spil_record_get_integer (after, SPIL_TASK_PROGRESS_RULE) == SPIL_PROGRESS_RULE_FACTS) {
    note (self, "Task/PercentComplete", task,
          _ ("The progress of this activity follows from facts in Spil; it is left alone."));
    return;
  }
  spil_record_set_integer (after, SPIL_TASK_PROGRESS, task->progress);
  spil_record_set_integer (after, SPIL_TASK_PROGRESS_RULE, SPIL_PROGRESS_RULE_TYPED);
  if (state == SPIL_TASK_STATE_DONE)
    spil_record_set_null (after, SPIL_TASK_STATE);
}

static void
take_amounts (SpilPlanImporting *self, const SpilPlanFileTask *task, SpilRecord *after)
{
  const int64_t effort = llround (task->effort * HOUR_PARTS) * (DECIMALS / HOUR_PARTS);

  if (task->cost >= 0 && self->amounts)
    spil_record_set_integer (after, SPIL_TASK_COST, task->cost);
  if (task->effort > 0 &&
      (spil_record_is_null (after, SPIL_TASK_EFFORT) ||
       llabs (spil_record_get_integer (after, SPIL_TASK_EFFORT) - effort) > DECIMALS / HOUR_PARTS))
    spil_record_set_integer (after, SPIL_TASK_EFFORT, effort);
}

static void
take_number (const SpilPlanFileTask *task, SpilRecord *after, gboolean created)
{
  guint64 number;

  if ((created || !spil_record_is_null (after, SPIL_TASK_NUMBER)) && task->number != NULL &&
      g_ascii_string_to_unsigned (task->number, 10, 0, G_MAXINT32, &number, NULL))
    spil_record_set_integer (after, SPIL_TASK_NUMBER, (int64_t) number);
}

/* So that it is known again the next time. What Spil itself gave a key, or another file, stays as it is. */
static void
take_origin (SpilPlanImporting *self, const SpilPlanFileTask *task, SpilRecord *after)
{
  g_autofree char *origin = NULL;
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (after));

  if (!spil_record_is_null (after, SPIL_TASK_ORIGIN) || g_strcmp0 (task->guid, id) == 0)
    return;
  origin = spil_plan_dup_origin (self->plan, task);
  spil_record_set_text (after, SPIL_TASK_ORIGIN, origin);
}

void
spil_plan_take_task (SpilPlanImporting *self, guint place, SpilRecord *after)
{
  const SpilPlanFileTask *task = self->plan->tasks->pdata[place];
  const gboolean created = self->matched->pdata[place] == NULL;

  if (task->name != NULL && task->name[0] != '\0')
    spil_record_set_text (after, SPIL_TASK_NAME, task->name);
  else if (created)
    spil_record_set_text (after, SPIL_TASK_NAME, _ ("(without a name)"));
  take_parent (self, task, after);
  take_dates (task, after);
  take_duration (task, after);
  take_bounds (self, task, after);
  if (task->milestone >= 0 && spil_record_get_boolean (after, SPIL_TASK_MILESTONE) != task->milestone) {
    if (task->milestone == 1)
      spil_record_set_integer (after, SPIL_TASK_MILESTONE, TRUE);
    else
      spil_record_set_null (after, SPIL_TASK_MILESTONE);
  }
  take_progress (self, task, after, created);
  take_amounts (self, task, after);
  take_number (task, after, created);
  if (task->owner != NULL)
    spil_record_set_text (after, SPIL_TASK_OWNER, task->owner);
  if (task->notes != NULL)
    spil_record_set_text (after, SPIL_TASK_NOTES, task->notes);
  take_origin (self, task, after);
}
