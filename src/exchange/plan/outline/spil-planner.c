// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planner.h"

#include "spil-planner-private.h"
#include "spil-text.h"

#define NAME_CHARS 200
#define MAX_UNITS 100000
/* The kind of resource that does work. */
#define RESOURCE_WORKS 1

static char *
dup_or_empty (SpilOutline *self, const char *name)
{
  char *text = spil_outline_dup (self, name);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
take_resource (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = { { NULL, NULL, NULL } };
  SpilPlanFileResource *resource = spil_plan_file_add_resource (self->plan);

  resource->uid = dup_or_empty (self, "id");
  resource->name = dup_or_empty (self, "name");
  resource->person = (int) spil_outline_number (self, "type", 0, 100, RESOURCE_WORKS) == RESOURCE_WORKS;
  return spil_outline_take (self, elements, data, error);
}

static gboolean
take_resources (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "resource", " group id name short-name type units ", take_resource },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

static gboolean
take_allocation (SpilOutline *self, gpointer data, GError **error)
{
  SpilPlanFileAssignment *assignment = spil_plan_file_add_assignment (self->plan);
  const double units = spil_outline_number (self, "units", 0, MAX_UNITS, -1);

  assignment->task_uid = dup_or_empty (self, "task-id");
  assignment->resource_uid = dup_or_empty (self, "resource-id");
  assignment->units = units < 0 ? -1 : units / 100;
  return spil_outline_close (self, error);
}

static gboolean
take_allocations (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "allocation", " task-id resource-id units ", take_allocation },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

static const SpilOutlineElement elements[] = {
  { "properties", NULL, NULL },
  { "phases", NULL, NULL },
  { "calendars", NULL, spil_planner_take_calendars },
  { "tasks", NULL, spil_planner_take_tasks },
  { "resource-groups", NULL, NULL },
  { "resources", NULL, take_resources },
  { "allocations", NULL, take_allocations },
  { NULL, NULL, NULL },
};

static void
begin (SpilOutline *self)
{
  g_autofree char *name = spil_outline_dup (self, "name");

  self->plan->title = name != NULL ? spil_text_one_line (name, NAME_CHARS) : NULL;
  self->plan->start = spil_outline_day (self, "project-start", NULL);
  self->plan->calendar_uid = spil_outline_dup (self, "calendar");
  spil_outline_note (self, "project", "company", spil_xml_attribute (self->xml, "company"), NULL);
  spil_outline_note (self, "project", "manager", spil_xml_attribute (self->xml, "manager"), NULL);
  spil_outline_note (self, "project", "phase", spil_xml_attribute (self->xml, "phase"), NULL);
}

static const SpilOutlineForm form = {
  .format = "planner",
  .program = "GNOME Planner",
  .mark = "mrproject-version",
  .elements = elements,
  .begin = begin,
};

SpilPlanFile *
spil_planner_read (const char *path, const SpilPlanFileSink *sink, GError **error)
{
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  SpilPlanner planner = { .calendars = calendars, .open = open };

  return spil_outline_read (path, &form, &planner, sink, error);
}
