// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-plan-file.h"

/* Place of each task by its key, counted from 1; of two with one key the first. */
static GHashTable *
index_tasks (const SpilPlanFile *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->tasks->len; i++) {
    const SpilPlanFileTask *task = self->tasks->pdata[i];

    if (!g_hash_table_contains (index, task->uid))
      g_hash_table_insert (index, task->uid, GUINT_TO_POINTER (i + 1));
  }
  return index;
}

static int
find_task (GHashTable *index, const char *uid)
{
  return uid != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (index, uid)) - 1 : -1;
}

static gboolean
finish_link (SpilPlanFile *self, GHashTable *index, SpilPlanFileLink *link)
{
  link->from = find_task (index, link->from_uid);
  link->to = find_task (index, link->to_uid);
  if (link->from >= 0 && link->to >= 0 && link->from != link->to)
    return TRUE;
  spil_plan_file_note (self, "Link", link->from_uid,
                       link->from >= 0 && link->from == link->to
                           ? _ ("A dependency of an activity on itself is left out.")
                           : _ ("A dependency on an activity that is not in the file is left out."));
  return FALSE;
}

static void
finish_links (SpilPlanFile *self, GHashTable *index)
{
  GPtrArray *links = self->links;
  guint n = 0;

  for (guint i = 0; i < links->len; i++) {
    if (!finish_link (self, index, links->pdata[i]))
      continue;
    /* Changed places: what is left out gathers at the end. */
    gpointer kept = links->pdata[i];

    links->pdata[i] = links->pdata[n];
    links->pdata[n++] = kept;
  }
  g_ptr_array_set_size (links, (int) n);
}

/* Levels, and dates that go together. */
static void
finish_task (SpilPlanFile *self, guint place, int *n_top)
{
  SpilPlanFileTask *task = self->tasks->pdata[place];
  g_autofree char *example = NULL;

  if (task->parent >= (int) place)
    task->parent = -1;
  if (task->parent >= 0) {
    SpilPlanFileTask *parent = self->tasks->pdata[task->parent];

    task->level = parent->level + 1;
    task->place = ++parent->n_parts;
    parent->summary = TRUE;
  } else
    task->place = ++*n_top;
  if (!spil_day_is_known (task->start) || !spil_day_is_known (task->finish) ||
      spil_day_compare (task->start, task->finish) <= 0)
    return;
  example = spil_day_to_iso (task->finish);
  spil_plan_file_note (self, "Task/Finish", example,
                       _ ("An end that lies before the start is left out; the start is kept."));
  task->finish = SPIL_DAY_NONE;
}

/* A name as it can stand in a list of names. */
static char *
dup_name (SpilPlanFile *self, const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "\r\n\t", ' ');
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) joined = NULL;

  if (strpbrk (plain, ",;") == NULL)
    return g_strstrip (g_steal_pointer (&plain));
  spil_plan_file_note (self, "Resource/Name", name,
                       _ ("In a name, a comma or semicolon would part two owners; it is left out."));
  parts = g_strsplit_set (plain, ",;", -1);
  joined = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++) {
    g_strstrip (parts[i]);
    if (parts[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", parts[i]);
  }
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* Names of the people by their key. */
static GHashTable *
name_people (SpilPlanFile *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->resources->len; i++) {
    const SpilPlanFileResource *resource = self->resources->pdata[i];
    g_autofree char *name = NULL;

    if (!resource->person) {
      spil_plan_file_note (self, "Resource", resource->name,
                           _ ("Material and sums of money are no owners; they are left out."));
      continue;
    }
    name = dup_name (self, resource->name);
    if (name[0] != '\0')
      g_hash_table_replace (names, resource->uid, g_steal_pointer (&name));
  }
  return names;
}

static void
finish_owners (SpilPlanFile *self, GHashTable *index)
{
  g_autoptr (GHashTable) names = name_people (self);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) owners = g_ptr_array_new_full (self->tasks->len, NULL);

  g_ptr_array_set_size (owners, (int) self->tasks->len);
  for (guint i = 0; i < self->assignments->len; i++) {
    const SpilPlanFileAssignment *assignment = self->assignments->pdata[i];
    const char *name = g_hash_table_lookup (names, assignment->resource_uid);
    const int place = find_task (index, assignment->task_uid);
    GString *list;

    if (name == NULL || place < 0 || ((SpilPlanFileTask *) self->tasks->pdata[place])->owner != NULL)
      continue;
    if (owners->pdata[place] == NULL)
      owners->pdata[place] = g_string_new (NULL);
    list = owners->pdata[place];
    if (g_hash_table_add (seen, g_strdup_printf ("%d %s", place, name)))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    if (assignment->units > 0) {
      SpilPlanFileTask *task = self->tasks->pdata[place];

      task->effort = MAX (task->effort, 0) + assignment->units * self->week_minutes / 60;
    }
  }
  for (guint i = 0; i < self->tasks->len; i++)
    if (owners->pdata[i] != NULL)
      ((SpilPlanFileTask *) self->tasks->pdata[i])->owner = g_string_free_and_steal (owners->pdata[i]);
}

static void
finish_baselines (SpilPlanFile *self)
{
  for (guint i = 0; i < self->tasks->len; i++) {
    const SpilPlanFileTask *task = self->tasks->pdata[i];

    for (guint k = 0; task->bases != NULL && k < task->bases->len; k++)
      self->baselines[g_array_index (task->bases, SpilPlanFileBase, k).number].used = TRUE;
  }
}

/* The calendar of the project is kept, and so is what that one is made from; those of people are not. */
static void
note_calendars (SpilPlanFile *self)
{
  const SpilPlanFileCalendar *used = spil_plan_file_get_calendar (self);

  for (guint i = 0; i < self->calendars->len; i++) {
    const SpilPlanFileCalendar *calendar = self->calendars->pdata[i];

    if (calendar != used && calendar->exceptions->len > 0)
      spil_plan_file_note (
          self, "Calendar", calendar->name,
          _ ("Only the calendar of the project itself is kept; days of others are left out."));
  }
}

gboolean
spil_plan_file_sink_look (const SpilPlanFileSink *self, double share, GError **error)
{
  if (self == NULL)
    return TRUE;
  if (self->progress != NULL)
    self->progress (share, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

gboolean
spil_plan_file_check_items (guint n_items, GError **error)
{
  if (n_items <= SPIL_PLAN_FILE_MAX_ITEMS)
    return TRUE;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("This planning has more than %d activities, dependencies or days; it is not read in. Save it in "
         "smaller parts."),
      SPIL_PLAN_FILE_MAX_ITEMS);
  return FALSE;
}

gboolean
spil_plan_file_check_text (gsize n_bytes, GError **error)
{
  if (n_bytes <= SPIL_PLAN_FILE_MAX_TEXT)
    return TRUE;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("This planning has more than %d megabytes of text; it is not read in. Save it in smaller parts."),
      SPIL_PLAN_FILE_MAX_TEXT / 1024 / 1024);
  return FALSE;
}

static gboolean
check_amount (const SpilPlanFile *self, GError **error)
{
  const guint counts[] = { self->tasks->len, self->links->len, self->resources->len, self->assignments->len,
                           self->calendars->len };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (!spil_plan_file_check_items (counts[i], error))
      return FALSE;
  return TRUE;
}

gboolean
spil_plan_file_finish (SpilPlanFile *self, GError **error)
{
  g_autoptr (GHashTable) index = NULL;
  int n_top = 0;

  if (!check_amount (self, error))
    return FALSE;
  index = index_tasks (self);
  finish_links (self, index);
  for (guint i = 0; i < self->tasks->len; i++)
    finish_task (self, i, &n_top);
  finish_owners (self, index);
  finish_baselines (self);
  note_calendars (self);
  return TRUE;
}
