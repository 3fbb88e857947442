// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-model.h"

/* Which writes there are */

typedef struct
{
  GPtrArray *writes; // of SimWrite, all of them
  GArray *devices;
  SimWrong wrong;
  GHashTable *cells; // "row/cell" -> GPtrArray of SimWrite
  GHashTable *rows; // "row" -> the same, for all its cells
  GHashTable *broken; // SpilId of rows that would close a circle
} Model;

static char *
cell_key (const SpilId *row, int cell)
{
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (*row, id);
  return g_strdup_printf ("%s/%d", id, cell);
}

static void
put (GHashTable *table, char *key, SimWrite *write)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, g_strdup (key), list);
  }
  g_ptr_array_add (list, write);
  g_free (key);
}

static GPtrArray *
writes_of (Model *self, const SpilId *row, int cell)
{
  g_autofree char *key = cell_key (row, cell);

  return g_hash_table_lookup (cell < 0 ? self->rows : self->cells, key);
}

// A row that was added by an entry that does not count is none, whatever others did to it.
static gboolean
is_row (Model *self, const SimWrite *write)
{
  GPtrArray *all = writes_of (self, &write->row, -1);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((const SimWrite *) g_ptr_array_index (all, i))->kind == SPIL_LOG_ADD)
      return TRUE;
  return FALSE;
}

static void
gather (Model *self)
{
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->writes->len; i++) {
    SimWrite *write = g_ptr_array_index (self->writes, i);

    if (write->kind != SPIL_LOG_ERASE)
      put (self->cells, cell_key (&write->row, write->cell), write);
    put (self->rows, cell_key (&write->row, -1), write);
  }
}

/* What holds */

static const SimWrite *
highest (GPtrArray *writes, SimWrong wrong)
{
  const SimWrite *best = NULL;

  for (guint i = 0; writes != NULL && i < writes->len; i++) {
    const SimWrite *write = g_ptr_array_index (writes, i);
    int order = best == NULL ? 1 : spil_stamp_compare (&write->stamp, &best->stamp);

    if (best == NULL || (wrong == SIM_WRONG_LOWEST_WINS ? order < 0 : order > 0))
      best = write;
  }
  return best;
}

static gboolean
is_alive (Model *self, const SpilId *row)
{
  GPtrArray *writes = writes_of (self, row, 0);
  const SimWrite *write = highest (writes, self->wrong);

  for (guint i = 0; self->wrong == SIM_WRONG_DELETES && writes != NULL && i < writes->len; i++)
    if (((const SimWrite *) g_ptr_array_index (writes, i))->kind == SPIL_LOG_DELETE)
      return FALSE;
  return write != NULL && write->kind != SPIL_LOG_DELETE;
}

static gboolean
is_erased (Model *self, const SpilId *row)
{
  GPtrArray *writes = writes_of (self, row, -1);

  for (guint i = 0; writes != NULL && i < writes->len; i++)
    if (((const SimWrite *) g_ptr_array_index (writes, i))->kind == SPIL_LOG_ERASE)
      return self->wrong != SIM_WRONG_ERASED;
  return FALSE;
}

// Whether people see the row: a dependency that would close a circle is set aside.
static gboolean
is_shown (Model *self, const SpilEntity *entity, const SpilId *row)
{
  return is_alive (self, row) &&
         (entity->number != SPIL_ENTITY_DEPENDENCY || !g_hash_table_contains (self->broken, row));
}

static gboolean
is_cut (Model *self, const SimWrite *write)
{
  return write->entity->number == SPIL_ENTITY_TASK && write->cell == SPIL_TASK_PARENT &&
         g_hash_table_contains (self->broken, &write->row);
}

static const char *
said (Model *self, const SimWrite *write)
{
  return is_erased (self, &write->row) ? write->blank : write->value;
}

static void
find_circles (Model *self, const SpilEntity *entity, int cell)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (GHashTable) broken = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SimWrite *write = highest (value, self->wrong);

    if (write->entity == entity && write->cell == cell && is_alive (self, &write->row))
      g_ptr_array_add (edges, (gpointer) write);
  }
  broken = sim_model_circles (edges);
  g_hash_table_iter_init (&iter, broken);
  while (self->wrong != SIM_WRONG_CIRCLES && g_hash_table_iter_next (&iter, &value, NULL))
    g_hash_table_add (self->broken, value);
}

/* What is to be settled */

// What a write settles does not count once it is taken back: by one that undoes its transaction and replaces it.
static gboolean
is_taken_back (Model *self, GPtrArray *writes, const SimWrite *write)
{
  for (guint i = 0; i < writes->len && self->wrong != SIM_WRONG_VOID; i++) {
    const SimWrite *by = g_ptr_array_index (writes, i);

    if (by->bases->len > 0 && spil_stamp_same_transaction (&by->undoes, &write->stamp) &&
        spil_stamp_same_transaction (&g_array_index (by->bases, SpilStamp, 0), &write->stamp))
      return TRUE;
  }
  return FALSE;
}

static gboolean
replaces (Model *self, GPtrArray *writes, const SimWrite *write, const SimWrite *other)
{
  for (guint i = 0; i < write->bases->len && self->wrong != SIM_WRONG_BASES; i++)
    if (spil_stamp_same_transaction (&g_array_index (write->bases, SpilStamp, i), &other->stamp) &&
        (i == 0 || (self->wrong != SIM_WRONG_SETTLED && !is_taken_back (self, writes, write))))
      return TRUE;
  return FALSE;
}

static gboolean
is_replaced (Model *self, GPtrArray *writes, const SimWrite *write)
{
  for (guint i = 0; i < writes->len; i++)
    if (replaces (self, writes, g_ptr_array_index (writes, i), write))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (Model *self, GPtrArray *sides, const SimWrite *write)
{
  for (guint i = 0; i < sides->len && self->wrong != SIM_WRONG_EQUALS; i++)
    if (g_str_equal (said (self, g_ptr_array_index (sides, i)), said (self, write)))
      return TRUE;
  return FALSE;
}

static int
compare_stamps (gconstpointer a, gconstpointer b)
{
  return spil_stamp_compare (&(*(const SimWrite *const *) a)->stamp, &(*(const SimWrite *const *) b)->stamp);
}

// The winner, then the rivals by stamp.
static GPtrArray *
sides_of (Model *self, GPtrArray *writes)
{
  g_autoptr (GPtrArray) order = g_ptr_array_copy (writes, NULL, NULL);
  GPtrArray *sides = g_ptr_array_new ();

  g_ptr_array_sort (order, compare_stamps);
  g_ptr_array_add (sides, (gpointer) highest (writes, self->wrong));
  for (guint i = 0; i < order->len; i++) {
    SimWrite *write = g_ptr_array_index (order, i);

    if (write != g_ptr_array_index (sides, 0) && !is_replaced (self, writes, write) &&
        !is_said (self, sides, write))
      g_ptr_array_add (sides, write);
  }
  return sides;
}

static void
add_side (Model *self, GString *line, const SpilStamp *stamp)
{
  g_autofree char *name = sim_name_entry (self->devices, &stamp->device, stamp->sequence);

  g_string_append_printf (line, " %s", name);
}

static void
add_value_conflict (Model *self, GPtrArray *inbox, GPtrArray *writes)
{
  const SimWrite *first = g_ptr_array_index (writes, 0);
  g_autoptr (GPtrArray) sides = sides_of (self, writes);
  g_autoptr (GString) line = NULL;

  if (sides->len < 2)
    return;
  line = g_string_new_take (sim_inbox_line ("values", first->entity, &first->row, first->cell));
  for (guint i = 0; i < sides->len; i++)
    add_side (self, line, &((const SimWrite *) g_ptr_array_index (sides, i))->stamp);
  g_ptr_array_add (inbox, g_string_free_and_steal (g_steal_pointer (&line)));
}

static gboolean
has_seen (Model *self, const SimWrite *deletion, const SimWrite *write)
{
  for (guint i = 0; i < deletion->seen->len; i++)
    if (spil_stamp_same_transaction (&g_array_index (deletion->seen, SpilStamp, i), &write->stamp))
      return TRUE;
  return self->wrong == SIM_WRONG_SEEN;
}

static void
add_line (Model *self, GPtrArray *inbox, const char *kind, const SimWrite *write, int cell,
          const SpilStamp *const *sides, int n_sides)
{
  GString *line = g_string_new_take (sim_inbox_line (kind, write->entity, &write->row, cell));

  for (int i = 0; i < n_sides; i++)
    add_side (self, line, sides[i]);
  g_ptr_array_add (inbox, g_string_free_and_steal (line));
}

// The latest of the writes that @holds lets through and that nobody replaced.
static const SimWrite *
latest_head (Model *self, const SimWrite *held,
             gboolean (*counts) (Model *, const SimWrite *, const SimWrite *))
{
  GPtrArray *all = writes_of (self, &held->row, -1);
  const SimWrite *latest = NULL;

  for (guint i = 0; i < all->len; i++) {
    const SimWrite *write = g_ptr_array_index (all, i);

    if (counts (self, held, write) &&
        !is_replaced (self, writes_of (self, &write->row, write->cell), write) &&
        (latest == NULL || spil_stamp_compare (&write->stamp, &latest->stamp) > 0))
      latest = write;
  }
  return latest;
}

// Somebody would have it the other way.
static gboolean
is_contrary (Model *self, const SimWrite *held, const SimWrite *write)
{
  return write->cell == 0 && write->kind != SPIL_LOG_ERASE &&
         (write->kind == SPIL_LOG_DELETE) != (held->kind == SPIL_LOG_DELETE);
}

// It was written by somebody who did not know of the deletion, and who deleted did not know of it.
static gboolean
is_unseen (Model *self, const SimWrite *held, const SimWrite *write)
{
  return held->kind == SPIL_LOG_DELETE && write->kind == SPIL_LOG_SET && write->value != NULL &&
         !has_seen (self, held, write);
}

static void
add_deletion (Model *self, GPtrArray *inbox, const SimWrite *held)
{
  const SimWrite *other = latest_head (self, held, is_unseen);

  if (other == NULL)
    other = latest_head (self, held, is_contrary);
  if (other != NULL)
    add_line (self, inbox, "deleted", held, 0, (const SpilStamp *[]) { &held->stamp, &other->stamp }, 2);
}

static void
add_circle (Model *self, GPtrArray *inbox, const SimWrite *existence)
{
  gboolean task = existence->entity->number == SPIL_ENTITY_TASK;
  int cell = task ? SPIL_TASK_PARENT : SPIL_DEPENDENCY_FROM;
  const SimWrite *write = highest (writes_of (self, &existence->row, cell), self->wrong);

  add_line (self, inbox, "circle", existence, task ? cell : 0, (const SpilStamp *[]) { &write->stamp }, 1);
}

static const SpilEntity *
target_of (const SimWrite *write, const SimLink *link)
{
  return spil_entity_by_number (write->entity->fields[link->field].target);
}

// What can be done: bring it back, leave it out where it may be, delete this as well.
static void
add_orphan (Model *self, GPtrArray *inbox, const SimWrite *write, const SimLink *link)
{
  gboolean required = (write->entity->fields[link->field].flags & SPIL_FIELD_REQUIRED) != 0;
  const SimWrite *gone = highest (writes_of (self, &link->target, 0), self->wrong);
  const SpilStamp *sides[3];
  int n_sides = 0;

  if (gone != NULL)
    sides[n_sides++] = &write->stamp;
  if (!required)
    sides[n_sides++] = &write->stamp;
  sides[n_sides++] = gone != NULL ? &gone->stamp : &write->stamp;
  add_line (self, inbox, "orphan", write, link->field, sides, n_sides);
}

static void
add_orphans (Model *self, GPtrArray *inbox, const SimWrite *write)
{
  for (guint i = 0; i < write->links->len && !is_cut (self, write); i++) {
    const SimLink *link = &g_array_index (write->links, SimLink, i);

    if (!is_shown (self, target_of (write, link), &link->target))
      add_orphan (self, inbox, write, link);
  }
}

/* All of it */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
shown_line (Model *self, const SimWrite *write)
{
  return sim_row_line (write->entity, &write->row, write->cell,
                       is_cut (self, write) ? "parent=" : said (self, write));
}

static void
add_cell (Model *self, SimState *state, GPtrArray *writes)
{
  const SimWrite *write = highest (writes, self->wrong);

  if (!is_row (self, write))
    return;
  if (write->cell == 0)
    add_deletion (self, state->inbox, write);
  if (write->cell == 0 && is_alive (self, &write->row) && g_hash_table_contains (self->broken, &write->row))
    add_circle (self, state->inbox, write);
  // What is of a later version shows nowhere yet.
  if (write->cell == 0 || write->value == NULL || !is_alive (self, &write->row))
    return;
  add_value_conflict (self, state->inbox, writes);
  if (!is_shown (self, write->entity, &write->row))
    return;
  g_ptr_array_add (state->rows, shown_line (self, write));
  add_orphans (self, state->inbox, write);
}

SimState
sim_model_state (GPtrArray *writes, GArray *devices, SimWrong wrong)
{
  SimState state = { .rows = g_ptr_array_new_with_free_func (g_free),
                     .inbox = g_ptr_array_new_with_free_func (g_free) };
  Model self = { .writes = writes, .devices = devices, .wrong = wrong };
  GHashTableIter iter;
  gpointer cell;

  gather (&self);
  self.broken = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  find_circles (&self, spil_entity (SPIL_ENTITY_TASK), SPIL_TASK_PARENT);
  find_circles (&self, spil_entity (SPIL_ENTITY_DEPENDENCY), SPIL_DEPENDENCY_FROM);
  g_hash_table_iter_init (&iter, self.cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    add_cell (&self, &state, cell);
  g_ptr_array_sort (state.rows, compare_lines);
  g_ptr_array_sort (state.inbox, compare_lines);
  g_hash_table_unref (self.cells);
  g_hash_table_unref (self.rows);
  g_hash_table_unref (self.broken);
  return state;
}

const SimWrite *
sim_model_winner (GPtrArray *writes, const SpilId *row, int cell)
{
  const SimWrite *best = NULL;

  for (guint i = 0; i < writes->len; i++) {
    const SimWrite *write = g_ptr_array_index (writes, i);

    if (write->kind != SPIL_LOG_ERASE && write->cell == cell && spil_id_equal (write->row, *row) &&
        (best == NULL || spil_stamp_compare (&write->stamp, &best->stamp) > 0))
      best = write;
  }
  return best;
}
