// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spil-entity.h"
#include "spil-gan-private.h"
#include "spil-id.h"

/* Longer than this is no activity. */
#define MAX_LENGTH 100000
#define MAX_LAG 10000
#define MAX_COST 1e12
#define GUID_DIGITS 32

static const char task_attributes[] =
    " id uid name meeting start duration complete thirdDate thirdDate-constraint"
    " cost-manual-value cost-calculated expand fixed-start ";

static SpilPlanFileTask *
get_open (SpilOutline *self)
{
  SpilGan *gan = self->form;

  return self->plan->tasks->pdata[g_array_index (gan->open, int, gan->open->len - 1)];
}

static gboolean
take_notes (SpilOutline *self, gpointer data, GError **error)
{
  g_autofree char *text = NULL;

  if (!spil_outline_take_text (self, &text, error))
    return FALSE;
  if (text[0] != '\0') {
    SpilPlanFileTask *task = get_open (self);

    g_free (task->notes);
    task->notes = g_steal_pointer (&text);
  }
  return TRUE;
}

/* GanttProject counts start-start, finish-start, finish-finish, start-finish from 1. */
static int
link_type (int number)
{
  static const int types[] = { SPIL_LINK_TYPE_FINISH_START, SPIL_LINK_TYPE_START_START,
                               SPIL_LINK_TYPE_FINISH_START, SPIL_LINK_TYPE_FINISH_FINISH,
                               SPIL_LINK_TYPE_START_FINISH };

  return number > 0 && number < (int) G_N_ELEMENTS (types) ? types[number] : types[0];
}

/* A link stands in what comes first, and names what follows. */
static gboolean
take_depend (SpilOutline *self, gpointer data, GError **error)
{
  const SpilPlanFileTask *task = get_open (self);
  SpilPlanFileLink *link = spil_plan_file_add_link (self->plan);
  g_autofree char *hardness = spil_outline_dup (self, "hardness");

  link->row = task->row;
  link->from_uid = g_strdup (task->uid);
  link->to_uid = spil_outline_dup (self, "id");
  link->type = link_type ((int) spil_outline_number (self, "type", 1, 4, 2));
  link->lag = (int) spil_outline_number (self, "difference", -MAX_LAG, MAX_LAG, 0);
  if (g_strcmp0 (hardness, "Rubber") == 0)
    spil_outline_note (self, "depend", "hardness", hardness,
                       _ ("A loose dependency is taken as an ordinary one."));
  return spil_outline_close (self, error);
}

/* A value in a column of one's own. */
static gboolean
take_custom (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;
  g_autofree char *key = spil_outline_dup (self, "taskproperty-id");
  g_autofree char *value = spil_outline_dup (self, "value");
  const char *name = key != NULL ? g_hash_table_lookup (gan->columns, key) : NULL;

  spil_outline_note (self, "customproperty", name != NULL ? name : "value", value, NULL);
  return spil_outline_close (self, error);
}

/* Its key in the world: 32 digits without the usual dashes. */
static char *
dup_guid (SpilOutline *self)
{
  g_autofree char *bare = spil_outline_dup (self, "uid");
  g_autofree char *text = NULL;
  SpilId id;

  if (bare == NULL)
    return NULL;
  text = strlen (bare) == GUID_DIGITS
             ? g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", bare, bare + 8, bare + 12, bare + 16, bare + 20)
             : g_strdup (bare);
  return spil_id_parse (text, &id) && !spil_id_is_nil (id) ? spil_id_dup_text (id) : NULL;
}

static void
read_cost (SpilOutline *self, SpilPlanFileTask *task)
{
  const double cost = spil_outline_number (self, "cost-manual-value", 0, MAX_COST, -1);

  if (cost >= 0 && spil_outline_boolean (self, "cost-calculated") != 1)
    task->cost = (int64_t) llround (cost * 100);
}

static void
read_task (SpilOutline *self, SpilPlanFileTask *task)
{
  task->uid = spil_outline_dup (self, "id");
  if (task->uid == NULL)
    task->uid = g_strdup_printf ("row-%d", (int) task->row);
  task->guid = dup_guid (self);
  task->name = spil_outline_dup (self, "name");
  task->milestone = spil_outline_boolean (self, "meeting") == 1;
  task->start = spil_outline_day (self, "start", NULL);
  task->duration = task->milestone ? 0 : spil_outline_number (self, "duration", 0, MAX_LENGTH, -1);
  task->progress = (int) spil_outline_number (self, "complete", 0, 100, -1);
  if (spil_outline_number (self, "thirdDate-constraint", 0, 10, 0) == 1) {
    task->constraint = SPIL_PLAN_CONSTRAINT_START_FROM;
    task->constraint_day = spil_outline_day (self, "thirdDate", NULL);
  }
  read_cost (self, task);
}

static gboolean take_task (SpilOutline *self, gpointer data, GError **error);

static gboolean
take_parts (SpilOutline *self, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "notes", NULL, take_notes },
    { "depend", " id type difference hardness ", take_depend },
    { "customproperty", " taskproperty-id value ", take_custom },
    { "task", task_attributes, take_task },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, NULL, error);
}

static gboolean
take_task (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;
  const int place = (int) self->plan->tasks->len;
  SpilPlanFileTask *task = spil_plan_file_add_task (self->plan);

  task->row = place + 1;
  if (gan->open->len > 0) {
    SpilPlanFileTask *parent = get_open (self);

    task->parent = g_array_index (gan->open, int, gan->open->len - 1);
    /* What has parts gets its dates and progress from these. */
    parent->follows = TRUE;
    parent->start = SPIL_DAY_NONE;
    parent->duration = -1;
    parent->progress = -1;
  }
  read_task (self, task);
  g_array_append_val (gan->open, place);
  if (!take_parts (self, error))
    return FALSE;
  g_array_set_size (gan->open, gan->open->len - 1);
  return TRUE;
}

static gboolean
take_column (SpilOutline *self, gpointer data, GError **error)
{
  SpilGan *gan = self->form;
  g_autofree char *key = spil_outline_dup (self, "id");
  g_autofree char *name = spil_outline_dup (self, "name");

  if (key != NULL && name != NULL)
    g_hash_table_insert (gan->columns, g_steal_pointer (&key), g_steal_pointer (&name));
  return spil_outline_close (self, error);
}

static gboolean
take_columns (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "taskproperty", NULL, take_column },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}

gboolean
spil_gan_take_tasks (SpilOutline *self, gpointer data, GError **error)
{
  static const SpilOutlineElement elements[] = {
    { "taskproperties", NULL, take_columns },
    { "task", task_attributes, take_task },
    { NULL, NULL, NULL },
  };

  return spil_outline_take (self, elements, data, error);
}
