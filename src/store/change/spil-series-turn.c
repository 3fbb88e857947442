// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-series-private.h"
#include "spil-steps.h"

/** A series that is taken back or repeated. */
typedef struct
{
  SpilStore *store;
  const SpilId *id;
  const char *label; // of the entries
  gboolean back; // take back what is done; else repeat what was taken back
  int64_t last; // the entry that was written last
  SpilSeriesUndone undone;
} SpilSeriesTurn;

/** One entry of it. */
typedef struct
{
  int64_t place;
  int64_t sequence;
  GBytes *before;
} SpilSeriesEntry;

static void
clear_entry (SpilSeriesEntry *entry)
{
  g_clear_pointer (&entry->before, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilSeriesEntry, clear_entry)

gboolean
spil_series_find (SpilStore *store, int64_t sequence, SpilId *id, gboolean *found, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT id FROM series WHERE sequence = ?1", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, sequence);
  step = spil_statement_step (statement, error);
  *found = step == SPIL_STEP_ROW;
  if (*found)
    *id = spil_statement_get_id (statement, 0);
  return step != SPIL_STEP_FAILED;
}

// The entry after @place, in the order in which they are turned; its place is 0 when there is none. Those with sequence 0 left everything as it was.
static gboolean
read_entry (const SpilSeriesTurn *self, int64_t place, SpilSeriesEntry *entry, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      self->back
          ? "SELECT place, sequence, before FROM series WHERE id = ?1 AND place < ?2 AND sequence > 0 AND done = 1 "
            "ORDER BY place DESC LIMIT 1"
          : "SELECT place, sequence, before FROM series WHERE id = ?1 AND place > ?2 AND sequence > 0 AND done = 0 "
            "ORDER BY place LIMIT 1",
      error);
  const void *bytes;
  gsize length;
  SpilStep step;

  entry->place = 0;
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, self->id);
  spil_statement_bind_integer (statement, 2, place);
  step = spil_statement_step (statement, error);
  if (step != SPIL_STEP_ROW)
    return step == SPIL_STEP_DONE;
  entry->place = spil_statement_get_integer (statement, 0);
  entry->sequence = spil_statement_get_integer (statement, 1);
  bytes = spil_statement_get_blob (statement, 2, &length);
  entry->before = g_bytes_new (bytes, length);
  return TRUE;
}

static gboolean
write_entry (const SpilSeriesTurn *self, const SpilSeriesEntry *entry, const SpilTransaction *transaction,
             GError **error)
{
  gboolean empty = transaction->before.bytes == NULL;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "UPDATE series SET sequence = ?3, done = ?4, before = ?5 WHERE id = ?1 AND place = ?2", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, self->id);
  spil_statement_bind_integer (statement, 2, entry->place);
  spil_statement_bind_integer (statement, 3, empty ? 0 : transaction->stamp.sequence);
  spil_statement_bind_integer (statement, 4, !self->back);
  spil_statement_bind_blob (statement, 5, empty ? "" : (const char *) transaction->before.bytes->data,
                            empty ? 0 : transaction->before.bytes->len);
  return spil_statement_run (statement, error);
}

static gboolean
turn_entry (SpilSeriesTurn *self, const SpilSeriesEntry *entry, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };
  gboolean empty;

  if (!spil_transaction_begin (&transaction, self->store, SPIL_TRANSACTION_UNDO, error))
    return FALSE;
  transaction.lenient = TRUE;
  if (!spil_transaction_plan_opposite (&transaction, entry->before, entry->sequence, error))
    return FALSE;
  empty = spil_transaction_is_empty (&transaction);
  self->undone.left += transaction.n_left;
  self->undone.turned += transaction.planned->len;
  if ((!empty && !spil_transaction_apply (&transaction, error)) ||
      !write_entry (self, entry, &transaction, error))
    return FALSE;
  if (empty)
    return spil_connection_commit (self->store->connection, error) && !(transaction.open = FALSE);
  self->last = transaction.stamp.sequence;
  return spil_transaction_finish (&transaction, self->back ? "undo" : "redo", self->label, entry->sequence,
                                  transaction.undo_position, error);
}

static gboolean
turn_entries (SpilSeriesTurn *self, GError **error)
{
  int64_t place = self->back ? INT64_MAX : 0;

  do {
    g_auto (SpilSeriesEntry) entry = { 0 };

    if (!read_entry (self, place, &entry, error) || (entry.place != 0 && !turn_entry (self, &entry, error)))
      return FALSE;
    place = entry.place;
  } while (place != 0);
  return TRUE;
}

static gboolean
run_with (SpilStore *store, const char *sql, int64_t first, int64_t second, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (store->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, first);
  spil_statement_bind_integer (statement, 2, second);
  return spil_statement_run (statement, error);
}

static char *
read_label (SpilStore *store, int64_t position, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT label FROM undo WHERE position = ?1", error);

  if (statement == NULL)
    return NULL;
  spil_statement_bind_integer (statement, 1, position);
  return spil_statement_step (statement, error) == SPIL_STEP_ROW
             ? g_strdup (spil_statement_get_text (statement, 0))
             : g_strdup ("");
}

// The step stays where it is; it stands at another entry now.
static gboolean
turn_step (SpilSeriesTurn *self, gboolean undo, int64_t position, char **label, GError **error)
{
  g_autofree char *was = read_label (self->store, position, error);

  // What the step did may itself have been to take back the series.
  if (was == NULL || !spil_series_can_undo (self->store, *self->id, &self->back, error))
    return FALSE;
  self->label = self->back ? _ ("Import undone") : _ ("Import redone");
  if (!turn_entries (self, error) ||
      !run_with (self->store, "UPDATE undo SET sequence = ?2 WHERE position = ?1 AND ?2 > 0", position,
                 self->last, error) ||
      !run_with (self->store, "UPDATE meta SET undo_position = ?1 - ?2", position, undo, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&was);
  return TRUE;
}

gboolean
spil_series_turn_step (SpilStore *store, const SpilId *id, gboolean undo, int64_t position, char **label,
                       GError **error)
{
  SpilSeriesTurn turn = { .store = store, .id = id };

  if (!spil_connection_begin (store->connection, error))
    return FALSE;
  if (turn_step (&turn, undo, position, label, error) && spil_connection_commit (store->connection, error))
    return TRUE;
  spil_connection_rollback (store->connection);
  return FALSE;
}

// The place of the step that the series stands at among those that can be taken back or repeated; 0: none any more.
static gboolean
find_step (SpilStore *store, const SpilId *id, int64_t *position, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT max (u.position) FROM undo u JOIN series s ON s.sequence = u.sequence WHERE s.id = ?1", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, id);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *position = spil_statement_get_integer (statement, 0);
  return TRUE;
}

// Taken back out of its turn, the step would repeat when its turn comes: it goes, and those after it close up.
static gboolean
remove_step (SpilStore *store, int64_t position, GError **error)
{
  return position == 0 ||
         (run_with (store, "DELETE FROM undo WHERE position = ?1 + 0 * ?2", position, 0, error) &&
          run_with (store, "UPDATE undo SET position = -position WHERE position > ?1 + 0 * ?2", position, 0,
                    error) &&
          run_with (store, "UPDATE undo SET position = -position - 1 WHERE position < 0 * (?1 + ?2)", 0, 0,
                    error) &&
          run_with (store, "UPDATE meta SET undo_position = undo_position - (undo_position >= ?1 + 0 * ?2)",
                    position, 0, error));
}

// A step of its own, at the entry that was written last.
static gboolean
push_step (SpilSeriesTurn *self, const char *label, GError **error)
{
  g_auto (SpilTransaction) transaction = { 0 };

  if (self->last == 0)
    return TRUE;
  if (!spil_transaction_begin (&transaction, self->store, SPIL_TRANSACTION_UNDO, error))
    return FALSE;
  transaction.stamp.sequence = self->last;
  spil_log_writer_init (&transaction.before, 0);
  if (!spil_steps_push (&transaction, label, error) ||
      !run_with (self->store, "UPDATE meta SET undo_position = ?1 + ?2", transaction.undo_position, 1,
                 error) ||
      !spil_connection_commit (self->store->connection, error))
    return FALSE;
  transaction.open = FALSE;
  return TRUE;
}

gboolean
spil_series_can_undo (SpilStore *store, SpilId id, gboolean *can, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step;

  spil_store_assert_thread (store);
  statement = spil_connection_take (
      store->connection, "SELECT 1 FROM series WHERE id = ?1 AND done = 1 AND sequence > 0 LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &id);
  step = spil_statement_step (statement, error);
  *can = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}

static gboolean
undo (SpilSeriesTurn *self, const char *label, GError **error)
{
  int64_t position;
  gboolean can;

  if (!spil_series_can_undo (self->store, *self->id, &can, error))
    return FALSE;
  if (!can) {
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
        _ ("This import cannot be undone here: it was done on another laptop, or undone already."));
    return FALSE;
  }
  return find_step (self->store, self->id, &position, error) && turn_entries (self, error) &&
         remove_step (self->store, position, error) && push_step (self, label, error);
}

gboolean
spil_series_undo (SpilStore *store, SpilId id, const char *label, SpilSeriesUndone *undone, GError **error)
{
  SpilSeriesTurn turn = { .store = store, .id = &id, .label = _ ("Import undone"), .back = TRUE };

  spil_store_assert_thread (store);
  if (!spil_steps_check_writable (store, error) || !spil_connection_begin (store->connection, error))
    return FALSE;
  if (!undo (&turn, label, error) || !spil_connection_commit (store->connection, error)) {
    spil_connection_rollback (store->connection);
    return FALSE;
  }
  if (undone != NULL)
    *undone = turn.undone;
  return TRUE;
}
