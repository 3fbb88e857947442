// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// The planning as a whole: nothing waits for itself, by links and "part of" together. The model says what a circle is (spil-network.h); here is read what it
// looks at, and only when a change could close one.
#include <glib/gi18n-lib.h>

#include "spil-network.h"
#include "spil-rules.h"
#include "spil-text.h"

#define NAME_CHARS 40

// What circles are made of: no dates, only what a task is part of and what waits for what.
typedef struct
{
  GArray *tasks; // of SpilScheduleTask
  GArray *links; // of SpilScheduleLink
  GHashTable *places; // SpilId -> place in `tasks` + 1
} SpilTaskWeb;

static void
clear_web (SpilTaskWeb *self)
{
  g_clear_pointer (&self->tasks, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilTaskWeb, clear_web)

static int
take_task (SpilTaskWeb *self, SpilId id)
{
  int place = GPOINTER_TO_INT (g_hash_table_lookup (self->places, &id));
  const SpilScheduleTask task = { .id = id,
                                  .start = SPIL_DAY_NONE,
                                  .end = SPIL_DAY_NONE,
                                  .deadline = SPIL_DAY_NONE,
                                  .not_before = SPIL_DAY_NONE,
                                  .progress = -1 };

  if (place > 0)
    return place - 1;
  g_array_append_val (self->tasks, task);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->tasks->len));
  return (int) self->tasks->len - 1;
}

static void
take_part (SpilTaskWeb *self, SpilId task, SpilId parent, int type)
{
  int place = take_task (self, task);

  take_task (self, parent);
  g_array_index (self->tasks, SpilScheduleTask, place).parent = parent;
}

static void
take_link (SpilTaskWeb *self, SpilId from, SpilId to, int type)
{
  const SpilScheduleLink link = { .from = from,
                                  .to = to,
                                  .from_index = take_task (self, from),
                                  .to_index = take_task (self, to),
                                  .type = type };

  g_array_append_val (self->links, link);
}

static gboolean
read_pairs (SpilTaskWeb *self, SpilStore *store, const char *sql,
            void (*take) (SpilTaskWeb *self, SpilId one, SpilId other, int type), GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (store->connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    take (self, spil_statement_get_id (statement, 0), spil_statement_get_id (statement, 1),
          (int) spil_statement_get_integer (statement, 2));
  return step == SPIL_STEP_DONE;
}

static gboolean
read_web (SpilTaskWeb *self, SpilStore *store, GError **error)
{
  self->tasks = g_array_new (FALSE, FALSE, sizeof (SpilScheduleTask));
  self->links = g_array_new (FALSE, FALSE, sizeof (SpilScheduleLink));
  self->places = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  return read_pairs (self, store, "SELECT id, parent, 0 FROM task WHERE dead = 0 AND parent IS NOT NULL",
                     take_part, error) &&
         read_pairs (self, store, "SELECT \"from\", \"to\", type FROM dependency WHERE dead = 0", take_link,
                     error);
}

static const SpilScheduleTask *
task_at (const SpilTaskWeb *self, int place)
{
  return &g_array_index (self->tasks, SpilScheduleTask, place);
}

static gboolean
is_part (const SpilTaskWeb *self, int part, int whole)
{
  return spil_id_equal (task_at (self, part)->parent, task_at (self, whole)->id);
}

static char *
name_task (const SpilTaskWeb *self, SpilStore *store, int place)
{
  g_autofree char *title = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_TASK),
                                                 task_at (self, place)->id);

  return spil_text_one_line (title, NAME_CHARS);
}

// "Survey → Offer → Survey". Gives how many steps of it are from an activity to what it is part of, or the other way.
static char *
describe_chain (const SpilTaskWeb *self, SpilStore *store, const GArray *chain, guint *n_parts)
{
  GString *text = g_string_new (NULL);

  *n_parts = 0;
  for (guint i = 0; i < chain->len; i++) {
    int place = g_array_index (chain, int, i);
    g_autofree char *name = name_task (self, store, place);

    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", name);
    if (i > 0 && (is_part (self, place, g_array_index (chain, int, i - 1)) ||
                  is_part (self, g_array_index (chain, int, i - 1), place)))
      *n_parts += 1;
  }
  return g_string_free_and_steal (text);
}

// A circle of two steps, one of them a link, between an activity and what it is part of.
static gboolean
refuse_own_part (const SpilTaskWeb *self, SpilStore *store, const GArray *chain, GError **error)
{
  int one = g_array_index (chain, int, 0), other = g_array_index (chain, int, 1);
  gboolean forward = is_part (self, one, other);
  g_autofree char *part = name_task (self, store, forward ? one : other);
  g_autofree char *whole = name_task (self, store, forward ? other : one);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
               _ ("“%s” is a part of “%s”, so the one cannot wait for the other. Leave out this dependency."),
               part, whole);
  return FALSE;
}

static gboolean
refuse_circle (const SpilTaskWeb *self, SpilStore *store, const GArray *chain, GError **error)
{
  guint n_parts;
  g_autofree char *text = describe_chain (self, store, chain, &n_parts);
  const char *format = _ (
      "Activities cannot wait for each other in a circle: %s. Leave out one of these dependencies.");

  if (chain->len == 3 && n_parts == 2 &&
      !(is_part (self, g_array_index (chain, int, 0), g_array_index (chain, int, 1)) &&
        is_part (self, g_array_index (chain, int, 1), g_array_index (chain, int, 0))))
    return refuse_own_part (self, store, chain, error);
  if (n_parts == chain->len - 1)
    format = _ ("An activity cannot be a part of itself: %s. Choose another activity to be part of.");
  else if (n_parts > 0)
    format = _ (
        "Activities cannot wait for each other in a circle: %s. What waits for an activity waits for all its "
        "parts too. Leave out one of these dependencies, or make one of the activities a part of something else.");
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, format, text);
  return FALSE;
}

// A summary has no end of its own that a link could hold. What came from elsewhere stays; it counts for nothing.
static gboolean
refuse_link (const SpilTaskWeb *self, SpilStore *store, const SpilScheduleLink *link, GError **error)
{
  g_autofree char *from = name_task (self, store, link->from_index);
  g_autofree char *to = name_task (self, store, link->to_index);

  g_set_error (
      error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
      _ ("“%s” has parts, so “%s” can lead only to its start, not to its end. Make the dependency finish to "
         "start or start to start, or link a part."),
      to, from);
  return FALSE;
}

// @touched: the tasks and links of which parts and types were just written; NULL: nothing was, all are as they were.
static gboolean
check_web (SpilStore *store, GHashTable *touched, GError **error)
{
  g_auto (SpilTaskWeb) web = { 0 };
  g_autoptr (SpilNetwork) network = NULL;
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));

  if (!read_web (&web, store, error))
    return FALSE;
  network = spil_network_new ((const SpilScheduleTask *) (gconstpointer) web.tasks->data, web.tasks->len,
                              (const SpilScheduleLink *) (gconstpointer) web.links->data, web.links->len,
                              NULL);
  if (spil_network_find_circle (network, chain))
    return refuse_circle (&web, store, chain, error);
  for (guint i = 0; touched != NULL && i < web.links->len; i++) {
    const SpilScheduleLink *link = &g_array_index (web.links, SpilScheduleLink, i);

    if (g_hash_table_contains (touched, &link->to) &&
        !spil_network_may_link (network, link->to_index, link->type))
      return refuse_link (&web, store, link, error);
  }
  return TRUE;
}

static gboolean
refers_elsewhere (const SpilRuledRow *row, int field)
{
  return row->before == NULL || !spil_id_equal (spil_record_get_reference (row->before, field),
                                                spil_record_get_reference (row->after, field));
}

static void
touch (GHashTable *touched, SpilId id)
{
  g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
}

static GHashTable *
new_touched (void)
{
  return g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
}

// Only what becomes part of something can close a circle; that something then has parts.
gboolean
spil_rule_task_parents (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GHashTable) touched = new_touched ();

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->after != NULL && !spil_record_is_null (row->after, SPIL_TASK_PARENT) &&
        refers_elsewhere (row, SPIL_TASK_PARENT))
      touch (touched, spil_record_get_reference (row->after, SPIL_TASK_PARENT));
  }
  return g_hash_table_size (touched) == 0 || check_web (store, at_rest ? NULL : touched, error);
}

// A link that leads elsewhere or is of another type; not one of which only the lag changed, or that is gone.
gboolean
spil_rule_dependencies (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GHashTable) touched = new_touched ();

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->after != NULL &&
        (refers_elsewhere (row, SPIL_DEPENDENCY_FROM) || refers_elsewhere (row, SPIL_DEPENDENCY_TO) ||
         spil_record_get_integer (row->before, SPIL_DEPENDENCY_TYPE) !=
             spil_record_get_integer (row->after, SPIL_DEPENDENCY_TYPE)))
      touch (touched, spil_record_get_reference (row->after, SPIL_DEPENDENCY_TO));
  }
  return g_hash_table_size (touched) == 0 || check_web (store, at_rest ? NULL : touched, error);
}
