// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-gan.h"

#include "spil-gan-private.h"
#include "spil-text.h"

#define NAME_CHARS 200
#define MAX_LENGTH 100000
#define MAX_LOAD 10000

/* People */

static gboolean
take_resource (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = { { NULL, NULL, NULL } };
  SpilPlanFileResource *resource = spil_plan_file_add_resource (self->plan);

  resource->uid = spil_outline_dup (self, "id");
  resource->name = spil_outline_dup (self, "name");
  resource->person = TRUE;
  if (resource->uid == NULL)
    resource->uid = g_strdup ("");
  if (resource->name == NULL)
    resource->name = g_strdup ("");
  return spil_outline_take (self, elements, data, error);
}

static gboolean
take_resources (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "resource", " id name function ", take_resource },
    { "custom-property-definition", NULL, NULL },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

static gboolean
take_allocation (SpilOutline *self, gpointer data, GError **error)
{
  SpilPlanFileAssignment *assignment = spil_plan_file_add_assignment (self->plan);
  const double load = spil_outline_number (self, "load", 0, MAX_LOAD, -1);

  assignment->task_uid = spil_outline_dup (self, "task-id");
  assignment->resource_uid = spil_outline_dup (self, "resource-id");
  if (assignment->task_uid == NULL)
    assignment->task_uid = g_strdup ("");
  if (assignment->resource_uid == NULL)
    assignment->resource_uid = g_strdup ("");
  assignment->units = load < 0 ? -1 : load / 100;
  return spil_outline_close (self, error);
}

static gboolean
take_allocations (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "allocation", " task-id resource-id load function responsible ", take_allocation },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

/* Baselines */

static gboolean
take_previous_task (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;
  SpilGanPrevious previous = { .number = gan->n_baselines - 1,
                               .start = spil_outline_day (self, "start", NULL) };

  previous.length = spil_outline_boolean (self, "meeting") == 1
                        ? 0
                        : (int) spil_outline_number (self, "duration", 0, MAX_LENGTH, 0);
  if (spil_day_is_known (previous.start) && previous.number < SPIL_PLAN_FILE_N_BASELINES) {
    previous.uid = spil_outline_dup (self, "id");
    if (previous.uid != NULL)
      g_array_append_val (gan->previous, previous);
  }
  return spil_outline_close (self, error);
}

static gboolean
take_previous_tasks (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "previous-task", " id start duration meeting super ", take_previous_task },
    { NULL, NULL, NULL },
  };
  SpilGan *gan = self->form;
  g_autofree char *name = spil_outline_dup (self, "name");

  if (gan->n_baselines < SPIL_PLAN_FILE_N_BASELINES)
    self->plan->baselines[gan->n_baselines].name = g_strdup (name);
  else
    spil_outline_note (self, "previous", "previous-tasks", name, NULL);
  gan->n_baselines++;
  return spil_outline_take (self, elements, data, error);
}

static gboolean
take_previous (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "previous-tasks", " name ", take_previous_tasks },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

/* The project */

static gboolean
take_description (SpilOutline *self, gpointer data, GError **error)
{
  g_autofree char *text = NULL;

  if (!spil_outline_take_text (self, &text, error))
    return FALSE;
  spil_outline_note (self, "project", "description", text, NULL);
  return TRUE;
}

static const SpilOutlineElement elements[] = {
  { "description", NULL, take_description },
  { "view", NULL, NULL },
  { "calendars", " base-id ", spil_gan_take_calendars },
  { "tasks", NULL, spil_gan_take_tasks },
  { "resources", NULL, take_resources },
  { "allocations", NULL, take_allocations },
  { "previous", NULL, take_previous },
  { "taskdisplaycolumns", NULL, NULL },
  { "roles", NULL, NULL },
  { NULL, NULL, NULL },
};

static void
begin (SpilOutline *self)
{
  SpilGan *gan = self->form;
  g_autofree char *name = spil_outline_dup (self, "name");

  self->plan->title = name != NULL ? spil_text_one_line (name, NAME_CHARS) : NULL;
  gan->calendar = spil_plan_file_add_calendar (self->plan);
  g_free (gan->calendar->uid);
  gan->calendar->uid = g_strdup ("project");
}

static const SpilOutlineForm form = {
  .format = "gan",
  .program = "GanttProject",
  .foreign = "mrproject-version",
  .elements = elements,
  .begin = begin,
  .settle = spil_gan_settle,
};

static void
clear_yearly (gpointer data)
{
  g_free (((SpilGanYearly *) data)->name);
}

static void
clear_previous (gpointer data)
{
  g_free (((SpilGanPrevious *) data)->uid);
}

SpilPlanFile *
spil_gan_read (const char *path, const SpilPlanFileSink *sink, GError **error)
{
  g_autoptr (GArray) yearly = g_array_new (FALSE, FALSE, sizeof (SpilGanYearly));
  g_autoptr (GArray) previous = g_array_new (FALSE, FALSE, sizeof (SpilGanPrevious));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SpilGan gan = { .yearly = yearly, .previous = previous, .open = open, .columns = columns };

  g_array_set_clear_func (yearly, clear_yearly);
  g_array_set_clear_func (previous, clear_previous);
  return spil_outline_read (path, &form, &gan, sink, error);
}
