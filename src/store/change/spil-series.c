// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-series-private.h"

#include <glib/gi18n-lib.h>

#include "spil-model-error.h"
#include "spil-steps.h"

struct _SpilSeries
{
  SpilStore *store;
  SpilId id;
  int64_t n_entries;
  guint n_added[SPIL_ENTITY_NUMBER_LIMIT];
  SpilEntityMask touched; // before it began
  gboolean open;
  gboolean broken; // the database failed: it cannot go on
};

SpilSeries *
spil_series_begin (SpilStore *store, SpilId id, GError **error)
{
  SpilSeries *self;

  spil_store_assert_thread (store);
  if (!spil_steps_check_writable (store, error) || !spil_connection_begin (store->connection, error))
    return NULL;
  self = g_new0 (SpilSeries, 1);
  self->store = store;
  self->id = id;
  self->touched = store->touched;
  self->open = TRUE;
  return self;
}

static gboolean
write_entry (SpilSeries *self, const SpilTransaction *transaction, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "INSERT INTO series (id, place, sequence, done, before) VALUES (?1, ?2, ?3, 1, ?4)", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &self->id);
  spil_statement_bind_integer (statement, 2, self->n_entries + 1);
  spil_statement_bind_integer (statement, 3, transaction->stamp.sequence);
  spil_statement_bind_blob (statement, 4, transaction->before.bytes->data, transaction->before.bytes->len);
  return spil_statement_run (statement, error);
}

static gboolean
commit (SpilSeries *self, SpilAction *action, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };

  if (!spil_transaction_begin (&transaction, self->store, SPIL_TRANSACTION_ACTION, error) ||
      !spil_transaction_plan_action (&transaction, action, error))
    return FALSE;
  if (spil_transaction_is_empty (&transaction))
    return TRUE;
  if (!spil_transaction_apply (&transaction, error) || !write_entry (self, &transaction, error) ||
      !spil_transaction_finish (&transaction, "commit", action->label, 0, transaction.undo_position, error))
    return FALSE;
  self->n_entries++;
  for (int i = 0; i < SPIL_ENTITY_NUMBER_LIMIT; i++)
    self->n_added[i] += transaction.counts[i][SPIL_LOG_ADD];
  return TRUE;
}

static gboolean
is_refusal (const GError *fault)
{
  return fault->domain == SPIL_MODEL_ERROR ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED) ||
         g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

gboolean
spil_series_commit (SpilSeries *self, SpilAction *action, GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (self->open && !self->broken, FALSE);
  if (action->changes->len == 0 || commit (self, action, &fault))
    return TRUE;
  self->broken = !is_refusal (fault);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

// The step stands at the last entry; what it replaced is in the table of the series.
static gboolean
push_step (SpilSeries *self, const char *label, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };
  g_autoptr (SpilStatement) statement = NULL;

  if (!spil_transaction_begin (&transaction, self->store, SPIL_TRANSACTION_ACTION, error))
    return FALSE;
  transaction.stamp.sequence--;
  spil_log_writer_init (&transaction.before, 0);
  statement = spil_connection_take (self->store->connection, "UPDATE meta SET undo_position = ?1", error);
  if (statement == NULL || !spil_steps_push (&transaction, label, error))
    return FALSE;
  spil_statement_bind_integer (statement, 1, transaction.undo_position + 1);
  if (!spil_statement_run (statement, error) || !spil_connection_commit (self->store->connection, error))
    return FALSE;
  transaction.open = FALSE;
  return TRUE;
}

gboolean
spil_series_end (SpilSeries *self, const char *label, GError **error)
{
  g_return_val_if_fail (self->open && !self->broken, FALSE);
  if (self->n_entries == 0)
    return TRUE;
  if (!spil_steps_join_searches (self->store, self->n_added, error) || !push_step (self, label, error) ||
      !spil_connection_commit (self->store->connection, error))
    return FALSE;
  self->open = FALSE;
  return TRUE;
}

void
spil_series_free (SpilSeries *self)
{
  if (self == NULL)
    return;
  if (self->open) {
    spil_connection_rollback (self->store->connection);
    self->store->touched = self->touched;
  }
  g_free (self);
}
