// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit.h"
#include "spil-merger.h"
#include "spil-sync-store.h"

char *
spil_store_dup_device_name (SpilStore *self, const SpilId *device)
{
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  statement = spil_connection_take (self->connection, "SELECT name FROM device WHERE id = ?1", NULL);
  if (statement == NULL)
    return g_strdup ("");
  spil_statement_bind_id (statement, 1, device);
  return g_strdup (
      spil_statement_step (statement, NULL) == SPIL_STEP_ROW ? spil_statement_get_text (statement, 0) : "");
}

gboolean
spil_store_set_device_name (SpilStore *self, const SpilId *device, const char *name, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  if (!spil_store_add_device (self, device, error))
    return FALSE;
  statement = spil_connection_take (self->connection, "UPDATE device SET name = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, device);
  spil_statement_bind_text (statement, 2, name);
  return spil_statement_run (statement, error);
}

gboolean
spil_store_set_reader (SpilStore *self, gboolean reader, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  statement = spil_connection_take (self->connection, "UPDATE meta SET reader = ?1", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, reader ? 1 : 0);
  if (!spil_statement_run (statement, error))
    return FALSE;
  self->reader = reader;
  return TRUE;
}

gboolean
spil_store_is_reader (SpilStore *self)
{
  spil_store_assert_thread (self);
  return self->reader;
}

// Carries out @change as a change of its own, or as part of one that is open.
static gboolean
within_change (SpilStore *self, gboolean (*change) (SpilStore *self, gpointer data, GError **error),
               gpointer data, GError **error)
{
  gboolean own = sqlite3_get_autocommit (spil_connection_get_handle (self->connection)) != 0;

  if (own && !spil_connection_begin (self->connection, error))
    return FALSE;
  if (change (self, data, error) && (!own || spil_connection_commit (self->connection, error)))
    return TRUE;
  if (own)
    spil_connection_rollback (self->connection);
  return FALSE;
}

typedef struct
{
  const SpilId *device;
  int64_t sequence;
} SpilDeviceCut;

static gboolean
read_number (SpilStore *self, const char *sql, const SpilId *device, int64_t *number, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (self->connection, sql, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, device);
  step = spil_statement_step (statement, error);
  *number = step == SPIL_STEP_ROW ? spil_statement_get_integer (statement, 0) : 0;
  return step != SPIL_STEP_FAILED;
}

static gboolean
cut (SpilStore *self, gpointer data, GError **error)
{
  const SpilDeviceCut *wanted = data;
  g_autoptr (SpilStatement) statement = NULL;
  int64_t before;
  int64_t last;

  if (!spil_store_add_device (self, wanted->device, error) ||
      !read_number (self, "SELECT cut FROM device WHERE id = ?1", wanted->device, &before, error) ||
      !read_number (self,
                    "SELECT max (sequence) FROM log WHERE device = (SELECT number FROM device WHERE id = ?1)",
                    wanted->device, &last, error))
    return FALSE;
  statement = spil_connection_take (self->connection, "UPDATE device SET cut = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, wanted->device);
  spil_statement_bind_integer (statement, 2, wanted->sequence);
  if (!spil_statement_run (statement, error))
    return FALSE;
  return MIN (before, last) == MIN (wanted->sequence, last) || spil_rebuild (self, error);
}

gboolean
spil_store_cut_device (SpilStore *self, const SpilId *device, int64_t last, GError **error)
{
  SpilDeviceCut wanted = { .device = device, .sequence = last };

  spil_store_assert_thread (self);
  return within_change (self, cut, &wanted, error);
}

/** An entry that goes on as one of the new device. */
typedef struct
{
  SpilStore *store;
  int64_t old_number;
  SpilId old_device;
  int64_t number;
  int64_t keep;
} SpilRenewal;

// The bases of the payload are copied, as the new device names them.
static GArray *
rename_bases (const SpilRenewal *self, const SpilLogChange *change, guint first, guint n)
{
  GArray *bases = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));

  for (guint i = first; i < first + n; i++) {
    SpilLogBase base = g_array_index (change->bases, SpilLogBase, i);

    if (spil_id_is_nil (base.device) && base.sequence > self->keep)
      base.sequence -= self->keep;
    else if (spil_id_is_nil (base.device))
      base.device = self->old_device;
    g_array_append_val (bases, base);
  }
  return bases;
}

static void
copy_bases (const SpilRenewal *self, const SpilLogChange *change, guint first, guint n, SpilLogWriter *writer)
{
  g_autoptr (GArray) bases = rename_bases (self, change, first, n);

  spil_log_writer_bases (writer, bases);
}

static void
copy_values (const SpilLogChange *change, guint first, guint n, SpilLogWriter *writer)
{
  spil_log_writer_number (writer, (int) n);
  for (guint i = first; i < first + n; i++)
    spil_log_writer_copy_value (writer, &g_array_index (change->values, SpilLogValue, i));
}

static void
copy_change (const SpilRenewal *self, const SpilLogChange *change, SpilLogWriter *writer)
{
  spil_log_writer_begin_number (writer, change->kind, change->entity, &change->id);
  switch (change->kind) {
  case SPIL_LOG_ADD:
    copy_values (change, 0, change->values->len, writer);
    break;
  case SPIL_LOG_SET:
    spil_log_writer_number (writer, (int) change->groups->len);
    for (guint i = 0; i < change->groups->len; i++) {
      const SpilLogGroup *group = &g_array_index (change->groups, SpilLogGroup, i);

      spil_log_writer_number (writer, group->group);
      copy_bases (self, change, group->first_base, group->n_bases, writer);
      copy_values (change, group->first_value, group->n_values, writer);
    }
    break;
  case SPIL_LOG_DELETE:
    copy_bases (self, change, 0, change->n_bases, writer);
    copy_bases (self, change, change->n_bases, change->bases->len - change->n_bases, writer);
    break;
  case SPIL_LOG_RESTORE:
    copy_bases (self, change, 0, change->n_bases, writer);
    break;
  case SPIL_LOG_ERASE:
  case SPIL_LOG_N_KINDS:
  default:
    break;
  }
}

static gboolean
write_renewed (const SpilRenewal *self, int64_t sequence, SpilLogWriter *writer, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "UPDATE log SET device = ?3, sequence = sequence - ?4, payload = ?5, "
      "undoes_device = CASE WHEN undoes_sequence > ?4 THEN ?3 ELSE undoes_device END, "
      "undoes_sequence = CASE WHEN undoes_sequence > ?4 THEN undoes_sequence - ?4 ELSE undoes_sequence END "
      "WHERE device = ?1 AND sequence = ?2",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, self->old_number);
  spil_statement_bind_integer (statement, 2, sequence);
  spil_statement_bind_integer (statement, 3, self->number);
  spil_statement_bind_integer (statement, 4, self->keep);
  spil_statement_bind_blob (statement, 5, writer->bytes->data, writer->bytes->len);
  return spil_statement_run (statement, error);
}

static gboolean
renew_entry (const SpilRenewal *self, int64_t sequence, GError **error)
{
  g_autoptr (GBytes) payload = spil_store_read_payload (self->store, self->old_number, sequence, error);
  g_auto (SpilLogReader) reader = { 0 };
  g_auto (SpilLogWriter) writer = { 0 };
  SpilLogRead read;

  if (payload == NULL)
    return FALSE;
  read = spil_log_reader_init (&reader, g_bytes_get_data (payload, NULL), g_bytes_get_size (payload))
             ? SPIL_LOG_READ_CHANGE
             : SPIL_LOG_READ_FAULT;
  spil_log_writer_init (&writer, (guint) reader.n_left);
  while (read == SPIL_LOG_READ_CHANGE && (read = spil_log_reader_next (&reader)) == SPIL_LOG_READ_CHANGE)
    copy_change (self, &reader.change, &writer);
  if (read == SPIL_LOG_READ_FAULT) {
    spil_store_set_log_fault (self->store, self->old_number, sequence, error);
    return FALSE;
  }
  return write_renewed (self, sequence, &writer, error);
}

static gboolean
write_identity (const SpilRenewal *self, int64_t last, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection, "UPDATE meta SET device = ?1, sequence = ?2, undo_position = 0", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, self->number);
  spil_statement_bind_integer (statement, 2, MAX (last - self->keep, 0));
  return spil_statement_run (statement, error) &&
         spil_connection_execute (self->store->connection, "DELETE FROM undo; DELETE FROM series", error);
}

static gboolean
renew (SpilStore *self, gpointer data, GError **error)
{
  const SpilDeviceCut *wanted = data;
  SpilRenewal renewal = {
    .store = self, .old_number = self->device_number, .old_device = self->device, .keep = wanted->sequence
  };
  g_autofree char *name = spil_store_dup_device_name (self, &self->device);
  int64_t last;

  if (!spil_store_set_device_name (self, wanted->device, name, error) ||
      !spil_store_get_last_sequence (self, &last, error))
    return FALSE;
  renewal.number = spil_store_number_of_device (self, wanted->device, 0);
  for (int64_t sequence = renewal.keep + 1; sequence <= last; sequence++)
    if (!renew_entry (&renewal, sequence, error))
      return FALSE;
  if (!write_identity (&renewal, last, error) || (last > renewal.keep && !spil_rebuild (self, error)))
    return FALSE;
  return spil_audit_write (self, "renew", "device", "ok", error);
}

gboolean
spil_store_renew_device (SpilStore *self, const SpilId *device, int64_t keep, GError **error)
{
  SpilDeviceCut wanted = { .device = device, .sequence = keep };

  spil_store_assert_thread (self);
  if (!within_change (self, renew, &wanted, error))
    return FALSE;
  self->device = *device;
  self->device_number = spil_store_number_of_device (self, device, 0);
  return TRUE;
}
