// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mspdi-writer.h"

#define START_MINUTE (8 * 60)
#define FINISH_MINUTE (17 * 60)
#define FIXED_DURATION 1
#define PRIORITY 500
#define PHYSICAL 1
#define DAY_TENTHS (24 * 60 * 10)

/* "1.2.1": its place among the parts of what it is a part of, and so on up. */
static char *
dup_outline (const SpilPlanFile *plan, guint place)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int at = (int) place;

  while (at >= 0) {
    const SpilPlanFileTask *task = plan->tasks->pdata[at];
    g_autofree char *part = g_strdup_printf (text->len > 0 ? "%d." : "%d", task->place);

    g_string_prepend (text, part);
    at = task->parent;
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/*
 * A task with dates is one that is planned by hand: what it is linked to does not move it, as in Spil. That it starts no earlier than its own start
 * says the same to programs that know no tasks planned by hand. Where a person asked for "not earlier than" that very day, the task is left to be scheduled.
 */
static void
find_bound (const SpilPlanFileTask *task, gboolean *manual, SpilPlanConstraint *constraint, SpilDay *day)
{
  const gboolean on_its_bound = !task->summary && task->constraint == SPIL_PLAN_CONSTRAINT_START_FROM &&
                                spil_day_is_known (task->start) &&
                                spil_day_compare (task->start, task->constraint_day) == 0;

  *manual = !task->follows && !on_its_bound;
  *constraint = task->constraint;
  *day = task->constraint_day;
  if (task->constraint > SPIL_PLAN_CONSTRAINT_NONE)
    return;
  *constraint = SPIL_PLAN_CONSTRAINT_NONE;
  if (!task->follows && !task->summary && spil_day_is_known (task->start)) {
    *constraint = SPIL_PLAN_CONSTRAINT_START_FROM;
    *day = task->start;
  }
}

static void
write_dates (SpilMspdiWriting *self, const SpilPlanFileTask *task, gboolean manual)
{
  const int start = task->milestone == 1 ? FINISH_MINUTE : START_MINUTE;

  spil_mspdi_date (self, "Start", task->start, start);
  spil_mspdi_date (self, "Finish", task->finish, FINISH_MINUTE);
  if (task->duration >= 0)
    spil_mspdi_duration (self, "Duration", task->duration);
  if (manual) {
    spil_mspdi_date (self, "ManualStart", task->start, start);
    spil_mspdi_date (self, "ManualFinish", task->finish, FINISH_MINUTE);
    if (task->duration >= 0)
      spil_mspdi_duration (self, "ManualDuration", task->duration);
  }
  spil_mspdi_integer (self, "DurationFormat", SPIL_MSPDI_FORMAT_DAYS);
}

/* What follows in MS Project from a percentage: when it began, and what is left. */
static void
write_actuals (SpilMspdiWriting *self, const SpilPlanFileTask *task)
{
  if (task->summary || task->progress <= 0 || !spil_day_is_known (task->start) ||
      !spil_day_is_known (task->finish) || task->duration < 0)
    return;
  spil_mspdi_date (self, "ActualStart", task->start, task->milestone == 1 ? FINISH_MINUTE : START_MINUTE);
  if (task->progress >= 100)
    spil_mspdi_date (self, "ActualFinish", task->finish, FINISH_MINUTE);
  spil_mspdi_duration (self, "ActualDuration", task->duration * task->progress / 100);
  spil_mspdi_duration (self, "RemainingDuration", task->duration * (100 - task->progress) / 100);
}

static void
write_link (SpilMspdiWriting *self, const SpilPlanFileLink *link)
{
  const SpilPlanFileTask *from = self->plan->tasks->pdata[link->from];
  const int day = link->lag_calendar ? DAY_TENTHS : self->plan->day_minutes * 10;

  spil_mspdi_open (self, "PredecessorLink");
  spil_mspdi_text (self, "PredecessorUID", from->uid);
  spil_mspdi_integer (self, "Type", spil_mspdi_link_number (link->type));
  spil_mspdi_integer (self, "CrossProject", 0);
  spil_mspdi_integer (self, "LinkLag", (int64_t) link->lag * day);
  spil_mspdi_integer (self, "LagFormat",
                      link->lag_calendar ? SPIL_MSPDI_FORMAT_ELAPSED_DAYS : SPIL_MSPDI_FORMAT_DAYS);
  spil_mspdi_close (self, "PredecessorLink");
}

static void
write_base (SpilMspdiWriting *self, const SpilPlanFileBase *base)
{
  spil_mspdi_open (self, "Baseline");
  spil_mspdi_integer (self, "Number", base->number);
  spil_mspdi_date (self, "Start", base->start, START_MINUTE);
  spil_mspdi_date (self, "Finish", base->finish, FINISH_MINUTE);
  if (base->cost >= 0)
    spil_mspdi_integer (self, "Cost", base->cost);
  spil_mspdi_close (self, "Baseline");
}

static void
write_first (SpilMspdiWriting *self, const SpilPlanFileTask *task, guint place, gboolean manual)
{
  g_autofree char *guid = task->guid != NULL ? g_ascii_strup (task->guid, -1) : NULL;
  g_autofree char *outline = dup_outline (self->plan, place);

  spil_mspdi_text (self, "UID", task->uid);
  spil_mspdi_text (self, "GUID", guid);
  spil_mspdi_integer (self, "ID", place + 1);
  spil_mspdi_text (self, "Name", task->name);
  spil_mspdi_integer (self, "Active", task->stopped != 1);
  spil_mspdi_integer (self, "Manual", manual);
  spil_mspdi_integer (self, "Type", FIXED_DURATION);
  spil_mspdi_integer (self, "IsNull", 0);
  spil_mspdi_text (self, "WBS", task->number);
  spil_mspdi_text (self, "OutlineNumber", outline);
  spil_mspdi_integer (self, "OutlineLevel", task->level + 1);
  spil_mspdi_integer (self, "Priority", PRIORITY);
}

void
spil_mspdi_write_task (SpilMspdiWriting *self, guint place, GPtrArray *links)
{
  const SpilPlanFileTask *task = self->plan->tasks->pdata[place];
  SpilPlanConstraint constraint;
  gboolean manual;
  SpilDay day;

  find_bound (task, &manual, &constraint, &day);
  spil_mspdi_open (self, "Task");
  write_first (self, task, place, manual);
  write_dates (self, task, manual);
  spil_mspdi_integer (self, "EffortDriven", 0);
  spil_mspdi_integer (self, "Estimated", 0);
  spil_mspdi_integer (self, "Milestone", task->milestone == 1);
  spil_mspdi_integer (self, "Summary", task->summary);
  if (task->cost >= 0)
    spil_mspdi_integer (self, "FixedCost", task->cost);
  if (task->progress >= 0 && !task->summary)
    spil_mspdi_integer (self, "PercentComplete", task->progress);
  if (task->cost >= 0 && !task->summary)
    spil_mspdi_integer (self, "Cost", task->cost);
  write_actuals (self, task);
  spil_mspdi_integer (self, "ConstraintType", spil_mspdi_constraint_number (constraint));
  spil_mspdi_integer (self, "CalendarUID", -1);
  if (constraint > SPIL_PLAN_CONSTRAINT_NONE)
    spil_mspdi_date (self, "ConstraintDate", day,
                     constraint == SPIL_PLAN_CONSTRAINT_FINISH_ON || task->milestone == 1 ? FINISH_MINUTE
                                                                                          : START_MINUTE);
  spil_mspdi_date (self, "Deadline", task->deadline, FINISH_MINUTE);
  spil_mspdi_text (self, "Notes", task->notes);
  if (task->summary && task->progress >= 0) {
    spil_mspdi_integer (self, "PhysicalPercentComplete", task->progress);
    spil_mspdi_integer (self, "EarnedValueMethod", PHYSICAL);
  }
  for (guint i = 0; i < links->len; i++)
    write_link (self, links->pdata[i]);
  for (guint i = 0; task->bases != NULL && i < task->bases->len; i++)
    write_base (self, &g_array_index (task->bases, SpilPlanFileBase, i));
  spil_mspdi_close (self, "Task");
}
