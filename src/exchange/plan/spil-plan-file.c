// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-file.h"

#include "spil-text.h"

#define NAME_CHARS 80
#define EXAMPLE_CHARS 60

#define DAY_MINUTES 480
#define WEEK_MINUTES 2400

static void
free_task (gpointer data)
{
  SpilPlanFileTask *task = data;

  g_free (task->uid);
  g_free (task->guid);
  g_free (task->number);
  g_free (task->name);
  g_free (task->notes);
  g_free (task->owner);
  g_clear_pointer (&task->bases, g_array_unref);
  g_free (task);
}

static void
free_link (gpointer data)
{
  SpilPlanFileLink *link = data;

  g_free (link->from_uid);
  g_free (link->to_uid);
  g_free (link);
}

static void
free_resource (gpointer data)
{
  SpilPlanFileResource *resource = data;

  g_free (resource->uid);
  g_free (resource->guid);
  g_free (resource->name);
  g_free (resource);
}

static void
free_assignment (gpointer data)
{
  SpilPlanFileAssignment *assignment = data;

  g_free (assignment->task_uid);
  g_free (assignment->resource_uid);
  g_free (assignment);
}

static void
clear_exception (gpointer data)
{
  SpilPlanFileException *exception = data;

  g_free (exception->name);
}

static void
free_calendar (gpointer data)
{
  SpilPlanFileCalendar *calendar = data;

  g_free (calendar->uid);
  g_free (calendar->name);
  g_free (calendar->base_uid);
  g_array_unref (calendar->exceptions);
  g_free (calendar);
}

void
spil_plan_file_unknown_free (SpilPlanFileUnknown *self)
{
  g_free (self->name);
  g_free (self->example);
  g_free (self->reason);
  g_free (self);
}

SpilPlanFile *
spil_plan_file_new (const char *format)
{
  SpilPlanFile *self = g_new0 (SpilPlanFile, 1);

  self->format = format;
  self->start = self->saved = SPIL_DAY_NONE;
  self->day_minutes = DAY_MINUTES;
  self->week_minutes = WEEK_MINUTES;
  self->tasks = g_ptr_array_new_with_free_func (free_task);
  self->links = g_ptr_array_new_with_free_func (free_link);
  self->resources = g_ptr_array_new_with_free_func (free_resource);
  self->assignments = g_ptr_array_new_with_free_func (free_assignment);
  self->calendars = g_ptr_array_new_with_free_func (free_calendar);
  self->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);
  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++)
    self->baselines[i].date = SPIL_DAY_NONE;
  return self;
}

void
spil_plan_file_free (SpilPlanFile *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->guid);
  g_free (self->calendar_uid);
  g_free (self->currency);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->assignments);
  g_ptr_array_unref (self->calendars);
  g_ptr_array_unref (self->unknown);
  for (int i = 0; i < SPIL_PLAN_FILE_N_BASELINES; i++)
    g_free (self->baselines[i].name);
  g_free (self);
}

SpilPlanFileTask *
spil_plan_file_add_task (SpilPlanFile *self)
{
  SpilPlanFileTask *task = g_new (SpilPlanFileTask, 1);

  *task = (SpilPlanFileTask) { .row = self->tasks->len + 1,
                               .parent = -1,
                               .start = SPIL_DAY_NONE,
                               .finish = SPIL_DAY_NONE,
                               .duration = -1,
                               .milestone = -1,
                               .progress = -1,
                               .stopped = -1,
                               .constraint_day = SPIL_DAY_NONE,
                               .deadline = SPIL_DAY_NONE,
                               .cost = -1,
                               .effort = -1 };
  g_ptr_array_add (self->tasks, task);
  return task;
}

SpilPlanFileLink *
spil_plan_file_add_link (SpilPlanFile *self)
{
  SpilPlanFileLink *link = g_new0 (SpilPlanFileLink, 1);

  link->from = link->to = -1;
  g_ptr_array_add (self->links, link);
  return link;
}

SpilPlanFileResource *
spil_plan_file_add_resource (SpilPlanFile *self)
{
  SpilPlanFileResource *resource = g_new0 (SpilPlanFileResource, 1);

  resource->person = TRUE;
  g_ptr_array_add (self->resources, resource);
  return resource;
}

SpilPlanFileAssignment *
spil_plan_file_add_assignment (SpilPlanFile *self)
{
  SpilPlanFileAssignment *assignment = g_new0 (SpilPlanFileAssignment, 1);

  assignment->units = -1;
  g_ptr_array_add (self->assignments, assignment);
  return assignment;
}

SpilPlanFileCalendar *
spil_plan_file_add_calendar (SpilPlanFile *self)
{
  SpilPlanFileCalendar *calendar = g_new0 (SpilPlanFileCalendar, 1);

  calendar->exceptions = g_array_new (FALSE, FALSE, sizeof (SpilPlanFileException));
  g_array_set_clear_func (calendar->exceptions, clear_exception);
  g_ptr_array_add (self->calendars, calendar);
  return calendar;
}

SpilPlanFileBase *
spil_plan_file_task_base (SpilPlanFileTask *task, int number)
{
  const SpilPlanFileBase empty = {
    .number = number, .start = SPIL_DAY_NONE, .finish = SPIL_DAY_NONE, .cost = -1
  };

  g_return_val_if_fail (number >= 0 && number < SPIL_PLAN_FILE_N_BASELINES, NULL);

  if (task->bases == NULL)
    task->bases = g_array_new (FALSE, FALSE, sizeof (SpilPlanFileBase));
  for (guint i = 0; i < task->bases->len; i++)
    if (g_array_index (task->bases, SpilPlanFileBase, i).number == number)
      return &g_array_index (task->bases, SpilPlanFileBase, i);
  g_array_append_val (task->bases, empty);
  return &g_array_index (task->bases, SpilPlanFileBase, task->bases->len - 1);
}

void
spil_plan_file_calendar_add (SpilPlanFileCalendar *self, SpilDay first, SpilDay last, gboolean worked,
                             const char *name)
{
  const SpilPlanFileException exception = { first, last, worked, g_strdup (name) };

  g_array_append_val (self->exceptions, exception);
}

void
spil_plan_file_lose (GPtrArray *lost, const char *name, const char *example, const char *reason)
{
  const guint hash = g_str_hash (name);
  SpilPlanFileUnknown *unknown;

  if (lost == NULL)
    return;
  for (guint i = 0; i < lost->len; i++) {
    unknown = lost->pdata[i];
    if (unknown->hash == hash && g_strcmp0 (unknown->reason, reason) == 0) {
      unknown->count++;
      return;
    }
  }
  if (lost->len >= SPIL_PLAN_FILE_MAX_UNKNOWN)
    return;
  unknown = g_new0 (SpilPlanFileUnknown, 1);
  unknown->name = spil_text_one_line (name, NAME_CHARS);
  unknown->hash = hash;
  unknown->count = 1;
  unknown->example = example != NULL ? spil_text_one_line (example, EXAMPLE_CHARS) : NULL;
  unknown->reason = g_strdup (reason);
  g_ptr_array_add (lost, unknown);
}

void
spil_plan_file_note (SpilPlanFile *self, const char *name, const char *example, const char *reason)
{
  spil_plan_file_lose (self->unknown, name, example, reason);
}

const SpilPlanFileCalendar *
spil_plan_file_get_calendar (const SpilPlanFile *self)
{
  for (guint i = 0; self->calendar_uid != NULL && i < self->calendars->len; i++) {
    const SpilPlanFileCalendar *calendar = self->calendars->pdata[i];

    if (g_strcmp0 (calendar->uid, self->calendar_uid) == 0)
      return calendar;
  }
  return self->calendars->len > 0 ? self->calendars->pdata[0] : NULL;
}
