// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-rules.h"
#include "spil-text.h"

#define NAME_CHARS 40

/*
 * Tasks as a graph: who leads to whom. A walk that comes back at a task it is still on has found a circle.
 */
typedef struct
{
  GHashTable *next; // SpilId -> GArray of SpilId
  GHashTable *done; // SpilId: no circle goes through it
  GPtrArray *path; // of const SpilId, from the start of the walk
  GHashTable *walked; // SpilId: on the path
} SpilTaskGraph;

static void
init_graph (SpilTaskGraph *self)
{
  self->next = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free,
                                      (GDestroyNotify) g_array_unref);
  self->done = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  self->walked = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  self->path = g_ptr_array_new ();
}

static void
clear_graph (SpilTaskGraph *self)
{
  g_clear_pointer (&self->next, g_hash_table_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
  g_clear_pointer (&self->walked, g_hash_table_unref);
  g_clear_pointer (&self->path, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilTaskGraph, clear_graph)

static void
add_edge (SpilTaskGraph *self, SpilId from, SpilId to)
{
  GArray *next = g_hash_table_lookup (self->next, &from);

  if (next == NULL) {
    next = g_array_new (FALSE, FALSE, sizeof (SpilId));
    g_hash_table_insert (self->next, g_memdup2 (&from, sizeof from), next);
  }
  g_array_append_val (next, to);
}

static gboolean
read_edges (SpilTaskGraph *self, SpilStore *store, const char *sql, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (store->connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    add_edge (self, spil_statement_get_id (statement, 0), spil_statement_get_id (statement, 1));
  return step == SPIL_STEP_DONE;
}

static void
push (SpilTaskGraph *self, GArray *places, const SpilId *id)
{
  guint place = 0;

  g_ptr_array_add (self->path, (gpointer) id);
  g_array_append_val (places, place);
  g_hash_table_add (self->walked, (gpointer) id);
}

static void
pop (SpilTaskGraph *self, GArray *places)
{
  gpointer id = g_ptr_array_index (self->path, self->path->len - 1);

  g_hash_table_remove (self->walked, id);
  g_hash_table_add (self->done, id);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  g_array_set_size (places, places->len - 1);
}

// Walks on from @start, without recursion. Returns the task at which a circle closes; the path then ends in that circle.
static const SpilId *
find_circle (SpilTaskGraph *self, const SpilId *start)
{
  g_autoptr (GArray)
      places = g_array_new (FALSE, FALSE, sizeof (guint)); // per task on the path, which way is next

  push (self, places, start);
  while (self->path->len > 0) {
    const SpilId *id = g_ptr_array_index (self->path, self->path->len - 1);
    guint *place = &g_array_index (places, guint, places->len - 1);
    GArray *next = g_hash_table_lookup (self->next, id);
    const SpilId *to;

    if (next == NULL || *place == next->len) {
      pop (self, places);
      continue;
    }
    to = &g_array_index (next, SpilId, (*place)++);
    if (g_hash_table_contains (self->walked, to))
      return to;
    if (!g_hash_table_contains (self->done, to))
      push (self, places, to);
  }
  return NULL;
}

// "Survey → Offer → Survey": the end of the path from @at on, and @at again.
static char *
describe_circle (SpilTaskGraph *self, SpilStore *store, const SpilId *at)
{
  GString *text = g_string_new (NULL);
  gboolean within = FALSE;

  for (guint i = 0; i <= self->path->len; i++) {
    const SpilId *id = i < self->path->len ? g_ptr_array_index (self->path, i) : at;
    g_autofree char *title = NULL;
    g_autofree char *line = NULL;

    within = within || spil_id_equal (*id, *at);
    if (!within)
      continue;
    title = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_TASK), *id);
    line = spil_text_one_line (title, NAME_CHARS);
    g_string_append_printf (text, "%s%s", text->len > 0 ? " → " : "", line);
  }
  return g_string_free_and_steal (text);
}

// @format has a place for the circle.
static gboolean
check_circles (SpilStore *store, const char *sql, const char *format, GError **error)
{
  g_auto (SpilTaskGraph) graph = { 0 };
  GHashTableIter iter;
  gpointer id;

  init_graph (&graph);
  if (!read_edges (&graph, store, sql, error))
    return FALSE;
  g_hash_table_iter_init (&iter, graph.next);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const SpilId *at = g_hash_table_contains (graph.done, id) ? NULL : find_circle (&graph, id);
    g_autofree char *circle = NULL;

    if (at == NULL)
      continue;
    circle = describe_circle (&graph, store, at);
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, format, circle);
    return FALSE;
  }
  return TRUE;
}

gboolean
spil_rule_task_parents (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    moved = moved || (row->after != NULL && !spil_record_is_null (row->after, SPIL_TASK_PARENT) &&
                      (row->before == NULL ||
                       !spil_id_equal (spil_record_get_reference (row->before, SPIL_TASK_PARENT),
                                       spil_record_get_reference (row->after, SPIL_TASK_PARENT))));
  }
  return !moved ||
         check_circles (
             store, "SELECT id, parent FROM task WHERE dead = 0 AND parent IS NOT NULL",
             _ ("An activity cannot be a part of itself: %s. Choose another activity to be part of."), error);
}

gboolean
spil_rule_dependencies (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  return check_circles (
      store, "SELECT \"from\", \"to\" FROM dependency WHERE dead = 0",
      _ ("Activities cannot wait for each other in a circle: %s. Leave out one of these dependencies."),
        error);
}
