// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-log.h"
#include "spil-sync-store.h"
#include "spil-store-private.h"

static SpilLogEntry
read_entry (SpilStatement *statement)
{
  SpilLogEntry entry = {
    .sequence = spil_statement_get_integer (statement, 0),
    .time = spil_statement_get_integer (statement, 1),
    .wall = spil_statement_get_integer (statement, 2),
    .actor = spil_statement_get_text (statement, 3),
    .label = spil_statement_get_text (statement, 4),
    .undoes = spil_statement_get_integer (statement, 5),
  };

  entry.payload = spil_statement_get_blob (statement, 6, &entry.payload_length);
  return entry;
}

gboolean
spil_store_each_entry (SpilStore *self, const SpilId *device, int64_t first, int64_t last,
                       SpilLogEntryFunc func, gpointer user_data, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;

  spil_store_assert_thread (self);
  statement = spil_connection_take (
      self->connection,
      "SELECT sequence, time, wall, actor, label, CASE WHEN undoes_device = device THEN undoes_sequence ELSE 0 END, "
      "payload FROM log WHERE device = (SELECT number FROM device WHERE id = ?1) AND sequence BETWEEN ?2 AND ?3 "
      "ORDER BY sequence",
      error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, device);
  spil_statement_bind_integer (statement, 2, first);
  spil_statement_bind_integer (statement, 3, last);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLogEntry entry = read_entry (statement);

    if (!func (&entry, user_data, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
add_key (SpilStore *self, const SpilEntity *entity, const SpilId *id, GArray *keys, GError **error)
{
  g_auto (SpilRow) row = { 0 };
  SpilRowKey key = { .row = *id };

  if (!spil_seal_has_key (entity))
    return TRUE;
  if (!spil_row_read (self->tables, entity, id, &row, error))
    return FALSE;
  key.erased = row.number == 0 || row.key.state != SPIL_KEY_HELD;
  if (!key.erased)
    memcpy (key.key, row.key.bytes, sizeof key.key);
  g_array_append_val (keys, key);
  return TRUE;
}

typedef struct
{
  SpilStore *store;
  GArray *keys;
} SpilKeyWalk;

static gboolean
collect_keys (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  SpilKeyWalk *self = user_data;
  g_auto (SpilLogReader) reader = { 0 };

  if (!spil_log_reader_init (&reader, entry->payload, entry->payload_length))
    return TRUE;
  while (spil_log_reader_next (&reader) == SPIL_LOG_READ_CHANGE) {
    const SpilEntity *entity = spil_entity_by_number (reader.change.entity);

    if (reader.change.kind == SPIL_LOG_ADD && entity != NULL &&
        !add_key (self->store, entity, &reader.change.id, self->keys, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
spil_store_row_keys (SpilStore *self, const SpilId *device, int64_t first, int64_t last, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (SpilRowKey));
  SpilKeyWalk walk = { .store = self, .keys = keys };

  if (!spil_store_each_entry (self, device, first, last, collect_keys, &walk, error))
    return NULL;
  return g_steal_pointer (&keys);
}

gboolean
spil_store_get_last_sequence (SpilStore *self, int64_t *sequence, GError **error)
{
  spil_store_assert_thread (self);
  return spil_connection_read_integer (self->connection, "SELECT sequence FROM meta", sequence, error);
}

GArray *
spil_store_get_vector (SpilStore *self, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  SpilStep step = SPIL_STEP_FAILED;

  spil_store_assert_thread (self);
  statement = spil_connection_take (
      self->connection,
      "SELECT id, (SELECT max (sequence) FROM log WHERE log.device = number) AS last FROM device "
      "WHERE last IS NOT NULL ORDER BY id",
      error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilVectorItem item = { .device = spil_statement_get_id (statement, 0),
                            .sequence = spil_statement_get_integer (statement, 1) };

    g_array_append_val (vector, item);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&vector) : NULL;
}
