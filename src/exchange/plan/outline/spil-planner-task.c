// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-planner-private.h"

/* Lengths and lags are in seconds of work, eight hours a day. */
#define DAY_SECONDS (8 * 60 * 60)
#define MAX_SECONDS 1e11

static const char task_attributes[] = " id name note work duration start end work-start percent-complete type"
                                      " scheduling ";

static SpilPlanFileTask *
get_open (SpilOutline *self)
{
  SpilPlanner *planner = self->form;

  return self->plan->tasks->pdata[g_array_index (planner->open, int, planner->open->len - 1)];
}

static gboolean
take_constraint (SpilOutline *self, gpointer data, GError **error)
{
  static const struct
  {
    const char *name;
    SpilPlanConstraint constraint;
  } constraints[] = {
    { "as-soon-as-possible", SPIL_PLAN_CONSTRAINT_NONE },
    { "must-start-on", SPIL_PLAN_CONSTRAINT_START_ON },
    { "start-no-earlier-than", SPIL_PLAN_CONSTRAINT_START_FROM },
    { "finish-no-later-than", SPIL_PLAN_CONSTRAINT_FINISH_BY },
  };
  SpilPlanFileTask *task = get_open (self);
  const char *type = spil_xml_attribute (self->xml, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (constraints); i++) {
    if (g_strcmp0 (type, constraints[i].name) != 0)
      continue;
    task->constraint = constraints[i].constraint;
    task->constraint_day = spil_outline_day (self, "time", NULL);
    return spil_outline_close (self, error);
  }
  spil_outline_note (self, "constraint", "type", type, NULL);
  return spil_outline_close (self, error);
}

static int
link_type (SpilOutline *self)
{
  static const struct
  {
    const char *name;
    int type;
  } types[] = { { "FS", SPIL_LINK_TYPE_FINISH_START },
                { "SS", SPIL_LINK_TYPE_START_START },
                { "FF", SPIL_LINK_TYPE_FINISH_FINISH },
                { "SF", SPIL_LINK_TYPE_START_FINISH } };
  const char *type = spil_xml_attribute (self->xml, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (type == NULL || strcmp (type, types[i].name) == 0)
      return types[i].type;
  spil_outline_note (self, "predecessor", "type", type, _ ("It is taken as finish to start."));
  return SPIL_LINK_TYPE_FINISH_START;
}

static int
read_lag (SpilOutline *self)
{
  const double days = spil_outline_number (self, "lag", -MAX_SECONDS, MAX_SECONDS, 0) / DAY_SECONDS;

  if (fabs (days - round (days)) > 0.001)
    spil_outline_note (self, "predecessor", "lag", spil_xml_attribute (self->xml, "lag"),
                       _ ("A lag is rounded to whole days."));
  return (int) lround (days);
}

static gboolean
take_predecessor (SpilOutline *self, gpointer data, GError **error)
{
  const SpilPlanFileTask *task = get_open (self);
  SpilPlanFileLink *link = spil_plan_file_add_link (self->plan);

  link->row = task->row;
  link->from_uid = spil_outline_dup (self, "predecessor-id");
  link->to_uid = g_strdup (task->uid);
  link->type = link_type (self);
  link->lag = read_lag (self);
  return spil_outline_close (self, error);
}

static gboolean
take_predecessors (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "predecessor", " id predecessor-id type lag ", take_predecessor },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

/* The last day on which is worked: midnight is the end of the day before. */
static SpilDay
read_last_day (SpilOutline *self, SpilDay start)
{
  int minute;
  const SpilDay end = spil_outline_day (self, "end", &minute);

  if (minute == 0 && spil_day_is_known (end) && spil_day_is_known (start) &&
      spil_day_compare (end, start) > 0 && strchr (spil_xml_attribute (self->xml, "end"), 'T') != NULL)
    return spil_day_add (end, -1);
  return end;
}

static void
read_task (SpilOutline *self, SpilPlanFileTask *task)
{
  const char *type = spil_xml_attribute (self->xml, "type");
  const double length = spil_outline_number (self, "duration", 0, MAX_SECONDS, -1);

  task->uid = spil_outline_dup (self, "id");
  if (task->uid == NULL)
    task->uid = g_strdup_printf ("row-%d", (int) task->row);
  task->name = spil_outline_dup (self, "name");
  task->notes = spil_outline_dup (self, "note");
  task->milestone = g_strcmp0 (type, "milestone") == 0;
  task->start = spil_outline_day (self, "work-start", NULL);
  if (!spil_day_is_known (task->start))
    task->start = spil_outline_day (self, "start", NULL);
  task->finish = task->milestone ? task->start : read_last_day (self, task->start);
  task->duration = task->milestone ? 0 : length < 0 ? -1 : length / DAY_SECONDS;
  task->progress = (int) spil_outline_number (self, "percent-complete", 0, 100, -1);
}

/* What has parts gets its dates and progress from these. */
static void
become_summary (SpilPlanFileTask *task)
{
  task->follows = TRUE;
  task->start = task->finish = SPIL_DAY_NONE;
  task->duration = -1;
  task->progress = -1;
}

static gboolean
take_task (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "constraint", " type time ", take_constraint },
    { "predecessors", NULL, take_predecessors },
    { "task", task_attributes, take_task },
    { NULL, NULL, NULL },
  };
  SpilPlanner *planner = self->form;
  const int place = (int) self->plan->tasks->len;
  SpilPlanFileTask *task = spil_plan_file_add_task (self->plan);

  task->row = place + 1;
  if (planner->open->len > 0) {
    task->parent = g_array_index (planner->open, int, planner->open->len - 1);
    become_summary (get_open (self));
  }
  read_task (self, task);
  g_array_append_val (planner->open, place);
  if (!spil_outline_take (self, elements, data, error))
    return FALSE;
  g_array_set_size (planner->open, planner->open->len - 1);
  return TRUE;
}

gboolean
spil_planner_take_tasks (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "task", task_attributes, take_task },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}
