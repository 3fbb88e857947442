// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-store-private.h"

#define HASH_LENGTH 32

/** One line of the table; texts are borrowed. */
typedef struct
{
  int64_t n;
  int64_t time; // milliseconds since 1970
  const char *actor;
  SpilId device;
  const char *action;
  const char *object;
  const char *result;
  uint8_t hash[HASH_LENGTH];
} SpilAuditLine;

// SHA-256 over the hash before and the fields of the line, in the form that LOG.md describes.
static void
compute_hash (const SpilAuditLine *line, const uint8_t before[HASH_LENGTH], uint8_t hash[HASH_LENGTH])
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = HASH_LENGTH;

  g_byte_array_append (bytes, before, HASH_LENGTH);
  spil_bytes_add_number (bytes, (uint64_t) line->n);
  spil_bytes_add_signed (bytes, line->time);
  spil_bytes_add_text (bytes, line->actor);
  spil_bytes_add_id (bytes, &line->device);
  spil_bytes_add_text (bytes, line->action);
  spil_bytes_add_text (bytes, line->object);
  spil_bytes_add_text (bytes, line->result);
  g_checksum_update (checksum, bytes->data, (gssize) bytes->len);
  g_checksum_get_digest (checksum, hash, &length);
}

// The number and hash of the last line; 0 and zeros before the first.
static gboolean
read_last (SpilStore *store, SpilAuditLine *last, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1", error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  *last = (SpilAuditLine) { 0 };
  if (step == SPIL_STEP_ROW) {
    gsize length;
    const void *hash = spil_statement_get_blob (statement, 1, &length);

    last->n = spil_statement_get_integer (statement, 0);
    if (length == HASH_LENGTH)
      memcpy (last->hash, hash, HASH_LENGTH);
  }
  return step != SPIL_STEP_FAILED;
}

gboolean
spil_audit_write (SpilStore *store, const char *action, const char *object, const char *result,
                  GError **error)
{
  SpilAuditLine last;
  SpilAuditLine line = {
    .time = g_get_real_time () / 1000,
    .actor = store->actor,
    .device = store->device,
    .action = action,
    .object = object,
    .result = result,
  };
  g_autoptr (SpilStatement) statement = NULL;

  if (!read_last (store, &last, error))
    return FALSE;
  line.n = last.n + 1;
  compute_hash (&line, last.hash, line.hash);
  statement = spil_connection_take (
      store->connection,
      "INSERT INTO audit (n, time, actor, device, action, object, result, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, line.n);
  spil_statement_bind_integer (statement, 2, line.time);
  spil_statement_bind_text (statement, 3, line.actor);
  spil_statement_bind_id (statement, 4, &line.device);
  spil_statement_bind_text (statement, 5, line.action);
  spil_statement_bind_text (statement, 6, line.object);
  spil_statement_bind_text (statement, 7, line.result);
  spil_statement_bind_blob (statement, 8, line.hash, HASH_LENGTH);
  return spil_statement_run (statement, error);
}

gboolean
spil_store_audit (SpilStore *self, const char *action, const char *object, const char *result, GError **error)
{
  spil_store_assert_thread (self);
  g_return_val_if_fail (action != NULL && object != NULL && result != NULL, FALSE);

  if (!spil_connection_begin (self->connection, error))
    return FALSE;
  if (spil_audit_write (self, action, object, result, error) &&
      spil_connection_commit (self->connection, error))
    return TRUE;
  spil_connection_rollback (self->connection);
  return FALSE;
}

// A text of a damaged table may be missing.
static const char *
get_text (SpilStatement *statement, int column)
{
  const char *text = spil_statement_get_text (statement, column);

  return text != NULL ? text : "";
}

static gboolean
matches (SpilStatement *statement, int64_t n, const uint8_t before[HASH_LENGTH], uint8_t hash[HASH_LENGTH])
{
  SpilAuditLine line = {
    .n = spil_statement_get_integer (statement, 0),
    .time = spil_statement_get_integer (statement, 1),
    .actor = get_text (statement, 2),
    .device = spil_statement_get_id (statement, 3),
    .action = get_text (statement, 4),
    .object = get_text (statement, 5),
    .result = get_text (statement, 6),
  };
  gsize length;
  const void *kept = spil_statement_get_blob (statement, 7, &length);

  compute_hash (&line, before, hash);
  return line.n == n && length == HASH_LENGTH && memcmp (kept, hash, HASH_LENGTH) == 0;
}

// Every change has its line: lines that are missing at the end break no chain, but leave changes without one.
static gboolean
check_count (SpilStore *store, GPtrArray *faults, GError **error)
{
  int64_t n_lines;
  int64_t n_entries;
  int64_t n_renewals;

  if (!spil_connection_read_integer (
          store->connection, "SELECT count(*) FROM audit WHERE action IN ('commit', 'undo', 'redo', 'erase')",
          &n_lines, error) ||
      !spil_connection_read_integer (store->connection,
                                     "SELECT count(*) FROM log WHERE device = (SELECT device FROM meta)",
                                     &n_entries, error) ||
      !spil_connection_read_integer (store->connection, "SELECT count(*) FROM audit WHERE action = 'renew'",
                                     &n_renewals, error))
    return FALSE;
  // A laptop that went on as another device has lines of both.
  if (n_lines != n_entries && n_renewals == 0)
    g_ptr_array_add (faults,
                     g_strdup (_ ("The audit table has more or fewer lines than there were changes.")));
  return TRUE;
}

static gboolean
check_chain (SpilStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT n, time, actor, device, action, object, result, hash FROM audit ORDER BY n",
      error);
  uint8_t hash[HASH_LENGTH] = { 0 };
  SpilStep step = SPIL_STEP_FAILED;
  int64_t n = 1;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    uint8_t next[HASH_LENGTH];

    if (!matches (statement, n, hash, next)) {
      g_ptr_array_add (faults,
                       g_strdup_printf (_ ("The audit table was changed at or before line %d."), (int) n));
      return TRUE;
    }
    memcpy (hash, next, HASH_LENGTH);
    n++;
  }
  return step == SPIL_STEP_DONE;
}

gboolean
spil_audit_check (SpilStore *store, GPtrArray *faults, GError **error)
{
  return check_chain (store, faults, error) && check_count (store, faults, error);
}
