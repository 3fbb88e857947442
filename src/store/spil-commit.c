// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-schema.h"
#include "spil-series-private.h"
#include "spil-steps.h"

// How many steps can be taken back; older ones lose what they replaced, not what they did.
#define MAX_STEPS 1000

// Fewer rows than this leave nothing worth joining.
#define MANY_ROWS 1000

static gboolean
run_with (SpilStore *self, const char *sql, int64_t value, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, value);
  return spil_statement_run (statement, error);
}

gboolean
spil_steps_check_writable (SpilStore *self, GError **error)
{
  if (self->read_only)
    spil_connection_set_error (self->connection, SQLITE_READONLY, error);
  else if (self->reader)
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY,
        _ ("This laptop reads along, so nothing can be changed here. Ask the project leader for another role if you need one."));
  return !self->read_only && !self->reader;
}

// A new step takes the place of those that were undone.
static gboolean
write_step (SpilTransaction *transaction, int64_t position, const char *label, GError **error)
{
  SpilStore *store = transaction->store;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "INSERT OR REPLACE INTO undo (position, sequence, label, before) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, position);
  spil_statement_bind_integer (statement, 2, transaction->stamp.sequence);
  spil_statement_bind_text (statement, 3, label);
  spil_statement_bind_blob (statement, 4, transaction->before.bytes->data, transaction->before.bytes->len);
  return spil_statement_run (statement, error);
}

gboolean
spil_steps_push (SpilTransaction *transaction, const char *label, GError **error)
{
  SpilStore *store = transaction->store;
  int64_t position = transaction->undo_position + 1;

  return run_with (store, "DELETE FROM undo WHERE position > ?1", position, error) &&
         run_with (store, "DELETE FROM undo WHERE position <= ?1", position - MAX_STEPS, error) &&
         write_step (transaction, position, label, error);
}

// Many rows leave the search index in pieces, which later changes would have to join bit by bit. Where they are most of the rows there are,
// joining them at once costs a tenth of what adding them did.
static gboolean
join_search (SpilConnection *connection, const SpilEntity *entity, guint n_added, GError **error)
{
  g_autofree char *highest = g_strdup_printf ("SELECT max (row) FROM \"%s\"", entity->name);
  g_autofree char *join = g_strdup_printf ("INSERT INTO \"search_%s\" (\"search_%s\") VALUES ('optimize')",
                                           entity->name, entity->name);
  int64_t n_rows;

  if (n_added < MANY_ROWS || !spil_schema_has_search (entity))
    return TRUE;
  if (!spil_connection_read_integer (connection, highest, &n_rows, error))
    return FALSE;
  return n_rows > 2 * (int64_t) n_added || spil_connection_execute (connection, join, error);
}

gboolean
spil_steps_join_searches (SpilStore *store, const guint *n_added, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    if (!join_search (store->connection, entities[i], n_added[entities[i]->number], error))
      return FALSE;
  return TRUE;
}

static gboolean
join_searches (SpilTransaction *transaction, GError **error)
{
  guint n_added[SPIL_ENTITY_NUMBER_LIMIT];

  for (int i = 0; i < SPIL_ENTITY_NUMBER_LIMIT; i++)
    n_added[i] = transaction->counts[i][SPIL_LOG_ADD];
  return spil_steps_join_searches (transaction->store, n_added, error);
}

// Labels stand in the log in the clear, so nothing personal may: what is said of a row after a colon is its title.
static char *
make_label (SpilAction *action)
{
  const char *colon = strstr (action->label, ": ");

  for (guint i = 0; colon != NULL && i < action->changes->len; i++)
    if (spil_seal_has_key (((SpilChange *) g_ptr_array_index (action->changes, i))->entity))
      return g_strndup (action->label, (gsize) (colon - action->label));
  return g_strdup (action->label);
}

static gboolean
commit (SpilStore *self, SpilAction *action, gboolean bulk, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };
  g_autofree char *label = make_label (action);

  if (!spil_steps_check_writable (self, error))
    return FALSE;
  if (action->changes->len == 0)
    return TRUE;
  if (!spil_transaction_begin (&transaction, self, SPIL_TRANSACTION_ACTION, error) ||
      !spil_transaction_plan_action (&transaction, action, error))
    return FALSE;
  if (spil_transaction_is_empty (&transaction))
    return TRUE;
  return spil_transaction_apply (&transaction, error) && (!bulk || join_searches (&transaction, error)) &&
         spil_steps_push (&transaction, label, error) &&
         spil_transaction_finish (&transaction, "commit", label, 0, transaction.undo_position + 1, error);
}

gboolean
spil_store_commit (SpilStore *self, SpilAction *action, GError **error)
{
  spil_store_assert_thread (self);
  g_return_val_if_fail (action != NULL, FALSE);
  return commit (self, action, FALSE, error);
}

gboolean
spil_store_commit_bulk (SpilStore *self, SpilAction *action, GError **error)
{
  spil_store_assert_thread (self);
  g_return_val_if_fail (action != NULL, FALSE);
  return commit (self, action, TRUE, error);
}

/** A step that can be taken back or repeated. */
typedef struct
{
  int64_t sequence; // of the log entry that did it last
  char *label;
  GBytes *before;
} SpilStepToTurn;

static void
clear_step (SpilStepToTurn *step)
{
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->before, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilStepToTurn, clear_step)

static gboolean
read_step (SpilStore *self, int64_t position, gboolean undo, SpilStepToTurn *step, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection, "SELECT sequence, label, before FROM undo WHERE position = ?1", error);
  const void *bytes;
  gsize length;
  SpilStep got;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, position);
  got = spil_statement_step (statement, error);
  if (got == SPIL_STEP_DONE)
    g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOTHING,
                         undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  if (got != SPIL_STEP_ROW)
    return FALSE;
  step->sequence = spil_statement_get_integer (statement, 0);
  step->label = g_strdup (spil_statement_get_text (statement, 1));
  bytes = spil_statement_get_blob (statement, 2, &length);
  step->before = g_bytes_new (bytes, length);
  return TRUE;
}

// Undoing and repeating are the same: the opposite of the log entry that the step stands at.
static gboolean
turn (SpilStore *self, gboolean undo, char **label, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };
  g_auto (SpilStepToTurn) step = { 0 };
  g_autofree char *entry = NULL;
  gboolean series;
  int64_t position;
  SpilId id;

  if (!spil_steps_check_writable (self, error) ||
      !spil_transaction_begin (&transaction, self, SPIL_TRANSACTION_UNDO, error))
    return FALSE;
  position = transaction.undo_position + (undo ? 0 : 1);
  if (!read_step (self, position, undo, &step, error) ||
      !spil_series_find (self, step.sequence, &id, &series, error))
    return FALSE;
  if (series) {
    spil_transaction_clear (&transaction);
    return spil_series_turn_step (self, &id, undo, position, label, error);
  }
  entry = g_strdup_printf (undo ? _ ("Undone: %s") : _ ("Redone: %s"), step.label);
  if (!spil_transaction_plan_opposite (&transaction, step.before, step.sequence, error) ||
      !spil_transaction_apply (&transaction, error) ||
      !write_step (&transaction, position, step.label, error) ||
      !spil_transaction_finish (&transaction, undo ? "undo" : "redo", entry, step.sequence,
                                position - (undo ? 1 : 0), error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&step.label);
  return TRUE;
}

gboolean
spil_store_undo (SpilStore *self, char **label, GError **error)
{
  spil_store_assert_thread (self);
  return turn (self, TRUE, label, error);
}

gboolean
spil_store_redo (SpilStore *self, char **label, GError **error)
{
  spil_store_assert_thread (self);
  return turn (self, FALSE, label, error);
}

static char *
dup_label (SpilStore *self, const char *sql)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (self->connection, sql, NULL);

  if (statement == NULL || spil_statement_step (statement, NULL) != SPIL_STEP_ROW)
    return NULL;
  return g_strdup (spil_statement_get_text (statement, 0));
}

char *
spil_store_dup_undo_label (SpilStore *self)
{
  spil_store_assert_thread (self);
  return dup_label (self, "SELECT label FROM undo WHERE position = (SELECT undo_position FROM meta)");
}

char *
spil_store_dup_redo_label (SpilStore *self)
{
  spil_store_assert_thread (self);
  return dup_label (self, "SELECT label FROM undo WHERE position = (SELECT undo_position + 1 FROM meta)");
}
