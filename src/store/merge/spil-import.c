// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-merger.h"
#include "spil-clock.h"

struct _SpilImport
{
  SpilStore *store;
  gboolean open;
  SpilMerger merger;
  GHashTable *last; // SpilId of a device -> SpilImportDevice
  GHashTable *keys; // of the entry at hand
  int64_t latest; // hybrid logical
  SpilImportResult result;
};

/** A device as the import knows it. */
typedef struct
{
  SpilId id;
  int64_t number;
  int64_t last; // sequence of its last entry
  int64_t cut; // entries beyond do not count
} SpilImportDevice;

// The key that came with the entries. One of a row that was added before by the same entry is not asked for.
static gboolean
find_key (const SpilEntity *entity, const SpilId *row, SpilKey *key, gpointer user_data, GError **error)
{
  SpilImport *self = user_data;
  const SpilRowKey *found = self->keys != NULL ? g_hash_table_lookup (self->keys, row) : NULL;

  if (found == NULL) {
    g_set_error (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_KEYS,
        _ ("The key of personal data that come from another laptop has not arrived yet. Synchronise again later."));
    return FALSE;
  }
  *key = (SpilKey) { .state = found->erased ? SPIL_KEY_ERASED : SPIL_KEY_HELD };
  if (!found->erased)
    memcpy (key->bytes, found->key, sizeof key->bytes);
  return TRUE;
}

SpilImport *
spil_import_begin (SpilStore *store, GError **error)
{
  g_autoptr (SpilImport) self = NULL;

  spil_store_assert_thread (store);
  if (!spil_connection_begin (store->connection, error))
    return NULL;
  self = g_new0 (SpilImport, 1);
  self->store = store;
  self->open = TRUE;
  spil_connection_set_roomy (store->connection, TRUE);
  self->last = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL, g_free);
  if (!spil_merger_init (&self->merger, store, store->tables, find_key, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_import_free (SpilImport *self)
{
  if (self == NULL)
    return;
  if (self->open)
    spil_connection_rollback (self->store->connection);
  spil_connection_set_roomy (self->store->connection, FALSE);
  spil_merger_clear (&self->merger);
  g_hash_table_unref (self->last);
  g_free (self);
}

static gboolean
read_device (SpilImport *self, SpilImportDevice *device, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "SELECT number, cut, ifnull ((SELECT max (sequence) FROM log WHERE log.device = number), 0) "
      "FROM device WHERE id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &device->id);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  device->number = spil_statement_get_integer (statement, 0);
  device->cut = spil_statement_get_integer (statement, 1);
  device->last = spil_statement_get_integer (statement, 2);
  return TRUE;
}

static SpilImportDevice *
find_device (SpilImport *self, const SpilId *id, GError **error)
{
  SpilImportDevice *device = g_hash_table_lookup (self->last, id);
  g_autofree SpilImportDevice *made = NULL;

  if (device != NULL)
    return device;
  made = g_new0 (SpilImportDevice, 1);
  made->id = *id;
  if (!spil_store_add_device (self->store, id, error) || !read_device (self, made, error))
    return NULL;
  device = g_steal_pointer (&made);
  g_hash_table_insert (self->last, &device->id, device);
  return device;
}

static gboolean
write_entry (SpilImport *self, const SpilImportDevice *device, const SpilLogEntry *entry, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "INSERT INTO log (device, sequence, time, wall, actor, label, undoes_device, undoes_sequence, payload) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, device->number);
  spil_statement_bind_integer (statement, 2, entry->sequence);
  spil_statement_bind_integer (statement, 3, entry->time);
  spil_statement_bind_integer (statement, 4, entry->wall);
  spil_statement_bind_text (statement, 5, entry->actor);
  spil_statement_bind_text (statement, 6, entry->label);
  if (entry->undoes != 0) {
    spil_statement_bind_integer (statement, 7, device->number);
    spil_statement_bind_integer (statement, 8, entry->undoes);
  }
  spil_statement_bind_blob (statement, 9, entry->payload, entry->payload_length);
  return spil_statement_run (statement, error);
}

static gboolean
park (SpilImport *self, const SpilImportDevice *device, const SpilLogEntry *entry, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection, "UPDATE log SET parked = 1 WHERE device = ?1 AND sequence = ?2", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, device->number);
  spil_statement_bind_integer (statement, 2, entry->sequence);
  return spil_statement_run (statement, error);
}

static gboolean
carry_out (SpilImport *self, const SpilImportDevice *device, const SpilLogEntry *entry, GError **error)
{
  SpilLocalStamp stamp = { .time = entry->time, .device = device->number, .sequence = entry->sequence };
  gboolean parked;

  if (!write_entry (self, device, entry, error))
    return FALSE;
  if (entry->sequence > device->cut)
    return TRUE;
  if (!spil_merger_apply (&self->merger, &stamp, entry->undoes, entry->payload, entry->payload_length,
                          &parked, error))
    return FALSE;
  return !parked || park (self, device, entry, error);
}

gboolean
spil_import_entry (SpilImport *self, const SpilId *id, const SpilLogEntry *entry, GHashTable *keys,
                   GError **error)
{
  SpilImportDevice *device;

  spil_store_assert_thread (self->store);
  g_return_val_if_fail (entry->time > 0 && entry->time < SPIL_CLOCK_MAX_TIME * 2, FALSE);

  device = find_device (self, id, error);
  if (device == NULL)
    return FALSE;
  if (entry->sequence <= device->last)
    return TRUE;
  self->keys = keys;
  if (!carry_out (self, device, entry, error))
    return FALSE;
  device->last = entry->sequence;
  self->latest = MAX (self->latest, entry->time);
  self->result.n_entries++;
  return TRUE;
}

// The clock follows what it has seen, near the physical one: what is written next comes after it where it can.
static gboolean
follow_clock (SpilImport *self, GError **error)
{
  int64_t highest = spil_clock_time (g_get_real_time () / 1000 + SPIL_CLOCK_MAX_LEAD_MS, 0);
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection, "UPDATE meta SET clock = max (clock, ?1)", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, MIN (self->latest, highest));
  return spil_statement_run (statement, error);
}

static gboolean
note_erased (SpilImport *self, GError **error)
{
  return !self->merger.erased || spil_store_note_traces (self->store, error);
}

gboolean
spil_import_finish (SpilImport *self, SpilImportResult *result, GError **error)
{
  spil_store_assert_thread (self->store);

  if (!spil_merger_finish (&self->merger, error) || !follow_clock (self, error) ||
      !note_erased (self, error) || !spil_connection_commit (self->store->connection, error))
    return FALSE;
  self->open = FALSE;
  self->result.erased = self->merger.erased;
  for (guint i = 0; i < G_N_ELEMENTS (self->merger.touched.bits); i++)
    self->store->touched.bits[i] |= self->merger.touched.bits[i];
  if (result != NULL)
    *result = self->result;
  return TRUE;
}
