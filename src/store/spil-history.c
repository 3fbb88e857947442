// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-store-private.h"

/*
 * A row knows which entries of the log wrote what it holds now, and each of these names the entry whose value it replaced.
 * Following that chain finds the whole history without a table of its own and without reading the rest of the log.
 */
typedef struct
{
  SpilStore *store;
  const SpilEntity *entity;
  SpilId id;
  SpilKey key; // of its personal values
  GHashTable *seen; // SpilLocalStamp by device and sequence
  GQueue waiting; // of SpilLocalStamp
  GPtrArray *entries;
} SpilHistoryWalk;

static guint
hash_stamp (gconstpointer data)
{
  const SpilLocalStamp *stamp = data;

  return (guint) stamp->sequence * 31 + (guint) stamp->device;
}

static gboolean
equal_stamps (gconstpointer a, gconstpointer b)
{
  const SpilLocalStamp *one = a;
  const SpilLocalStamp *other = b;

  return one->device == other->device && one->sequence == other->sequence;
}

static void
visit (SpilHistoryWalk *self, int64_t device, int64_t sequence)
{
  SpilLocalStamp *stamp = g_new0 (SpilLocalStamp, 1);

  stamp->device = device;
  stamp->sequence = sequence;
  // Adding a key that is there already would free the one that waits in the queue.
  if (g_hash_table_contains (self->seen, stamp)) {
    g_free (stamp);
    return;
  }
  g_hash_table_add (self->seen, stamp);
  g_queue_push_tail (&self->waiting, stamp);
}

static void
visit_base (SpilHistoryWalk *self, const SpilLogBase *base, int64_t author)
{
  int64_t device = spil_store_number_of_device (self->store, &base->device, author);

  if (device != 0 && base->sequence != 0)
    visit (self, device, base->sequence);
}

static void
free_entry (gpointer data)
{
  SpilHistoryEntry *entry = data;

  g_free (entry->actor);
  g_free (entry->label);
  spil_change_free (entry->change);
  g_free (entry);
}

// A row that comes back is added without values: those it has are its own of before.
static SpilChange *
make_change (SpilHistoryWalk *self, const SpilLogChange *change)
{
  static const SpilChangeKind kinds[] = {
    [SPIL_LOG_ADD] = SPIL_CHANGE_ADD,       [SPIL_LOG_SET] = SPIL_CHANGE_SET,
    [SPIL_LOG_DELETE] = SPIL_CHANGE_DELETE, [SPIL_LOG_RESTORE] = SPIL_CHANGE_ADD,
    [SPIL_LOG_ERASE] = SPIL_CHANGE_SET,
  };
  SpilChange *made = spil_change_new (kinds[change->kind], self->entity, self->id);

  for (guint i = 0; i < change->values->len; i++) {
    const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, i);

    spil_change_assign (made, value->field, &value->value);
  }
  return made;
}

static void
add_entry (SpilHistoryWalk *self, SpilStatement *statement, const SpilLogChange *change,
           const SpilLocalStamp *stamp)
{
  SpilHistoryEntry *entry = g_new0 (SpilHistoryEntry, 1);

  entry->time = spil_time (spil_statement_get_integer (statement, 1));
  entry->actor = g_strdup (spil_statement_get_text (statement, 2));
  entry->label = g_strdup (spil_statement_get_text (statement, 3));
  entry->device = spil_store_device_by_number (self->store, stamp->device);
  entry->sequence = stamp->sequence;
  entry->change = make_change (self, change);
  g_ptr_array_add (self->entries, entry);
  for (guint i = 0; i < change->bases->len; i++)
    visit_base (self, &g_array_index (change->bases, SpilLogBase, i), stamp->device);
}

// Finds what the payload in column 0 did to the row.
static gboolean
read_entry (SpilHistoryWalk *self, SpilStatement *statement, const SpilLocalStamp *stamp, GError **error)
{
  g_auto (SpilLogReader) reader = { 0 };
  gsize length;
  const void *payload = spil_statement_get_blob (statement, 0, &length);
  SpilLogRead read = spil_log_reader_init (&reader, payload, length) ? SPIL_LOG_READ_CHANGE
                                                                     : SPIL_LOG_READ_FAULT;

  while (read == SPIL_LOG_READ_CHANGE && (read = spil_log_reader_next (&reader)) == SPIL_LOG_READ_CHANGE)
    if (reader.change.entity == self->entity->number && spil_id_equal (reader.change.id, self->id) &&
        spil_log_change_keep_known (&reader.change)) {
      spil_log_change_unseal (&reader.change, &self->key);
      add_entry (self, statement, &reader.change, stamp);
      return TRUE;
    }
  if (read == SPIL_LOG_READ_FAULT)
    spil_store_set_log_fault (self->store, stamp->device, stamp->sequence, error);
  return read != SPIL_LOG_READ_FAULT;
}

static gboolean
walk_entry (SpilHistoryWalk *self, const SpilLocalStamp *stamp, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "SELECT payload, wall, actor, label FROM log WHERE device = ?1 AND sequence = ?2", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, stamp->device);
  spil_statement_bind_integer (statement, 2, stamp->sequence);
  step = spil_statement_step (statement, error);
  return step == SPIL_STEP_DONE || (step == SPIL_STEP_ROW && read_entry (self, statement, stamp, error));
}

// Newest first. Entries of one device are in order by number whatever its physical clock said.
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SpilHistoryEntry *one = *(const SpilHistoryEntry *const *) a;
  const SpilHistoryEntry *other = *(const SpilHistoryEntry *const *) b;

  if (spil_id_equal (one->device, other->device))
    return (one->sequence < other->sequence) - (one->sequence > other->sequence);
  if (one->time.ms != other->time.ms)
    return one->time.ms < other->time.ms ? 1 : -1;
  return spil_id_compare (one->device, other->device);
}

static gboolean
walk (SpilHistoryWalk *self, const SpilCells *cells, GError **error)
{
  const SpilLocalStamp *stamp;

  for (int group = 0; group < SPIL_FIELD_NUMBER_LIMIT; group++) {
    SpilLocalStamp cell = spil_cells_get (cells, group);

    visit (self, cell.device, cell.sequence);
  }
  visit (self, cells->born.device, cells->born.sequence);
  while ((stamp = g_queue_pop_head (&self->waiting)) != NULL)
    if (!walk_entry (self, stamp, error))
      return FALSE;
  g_ptr_array_sort (self->entries, compare_entries);
  return TRUE;
}

GPtrArray *
spil_store_history (SpilStore *self, const SpilEntity *entity, SpilId id, GError **error)
{
  g_auto (SpilRow) row = { 0 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) seen = NULL;
  SpilHistoryWalk state = { .store = self, .entity = entity, .id = id };
  gboolean walked;

  spil_store_assert_thread (self);
  g_return_val_if_fail (entity != NULL, NULL);

  if (!spil_row_read (self->tables, entity, &id, &row, error))
    return NULL;
  if (row.number == 0) {
    spil_store_set_not_found (entity, &id, error);
    return NULL;
  }
  entries = g_ptr_array_new_with_free_func (free_entry);
  seen = g_hash_table_new_full (hash_stamp, equal_stamps, g_free, NULL);
  state.entries = entries;
  state.seen = seen;
  state.key = row.key;
  g_queue_init (&state.waiting);
  walked = walk (&state, &row.cells, error);
  g_queue_clear (&state.waiting);
  return walked ? g_steal_pointer (&entries) : NULL;
}
