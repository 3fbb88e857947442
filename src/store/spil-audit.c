// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-audit-line.h"
#include "spil-statement.h"
#include "spil-store-private.h"

// How many lines are followed at a time.
#define LINES_AT_ONCE 10000

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
    if (length == SPIL_AUDIT_HASH_LENGTH)
      memcpy (last->hash, hash, SPIL_AUDIT_HASH_LENGTH);
  }
  return step != SPIL_STEP_FAILED;
}

gboolean
spil_audit_write (SpilStore *store, const char *action, const char *object, const char *result,
                  GError **error)
{
  SpilAuditLine last;
  SpilAuditLine line = {
    .time = spil_time (g_get_real_time () / 1000),
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
  spil_audit_line_compute_hash (&line, last.hash, line.hash);
  statement = spil_connection_take (
      store->connection,
      "INSERT INTO audit (n, time, actor, device, action, object, result, hash) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, line.n);
  spil_statement_bind_integer (statement, 2, line.time.ms);
  spil_statement_bind_text (statement, 3, line.actor);
  spil_statement_bind_id (statement, 4, &line.device);
  spil_statement_bind_text (statement, 5, line.action);
  spil_statement_bind_text (statement, 6, line.object);
  spil_statement_bind_text (statement, 7, line.result);
  spil_statement_bind_blob (statement, 8, line.hash, SPIL_AUDIT_HASH_LENGTH);
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
  SpilAuditChain chain = SPIL_AUDIT_CHAIN_INIT;

  while (!chain.done)
    if (!spil_audit_chain_follow (&chain, store, LINES_AT_ONCE, error))
      return FALSE;
  if (chain.broken > 0)
    g_ptr_array_add (faults, g_strdup_printf (_ ("The audit table was changed at or before line %d."),
                                              (int) chain.broken));
  return TRUE;
}

gboolean
spil_audit_check (SpilStore *store, GPtrArray *faults, GError **error)
{
  return check_chain (store, faults, error) && check_count (store, faults, error);
}
