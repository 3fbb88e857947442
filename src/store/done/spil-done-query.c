// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-done-query.h"

#include <glib/gi18n-lib.h>

#include "spil-log.h"
#include "spil-store-private.h"

/*
 * An import is a series of entries, and so is taking it back: of these the one that was written last stands for all. The entries that
 * they took back go back in time along the chain of what undoes what; there the first of the series is left, with the same words.
 */
#define PARTS_SQL                                                                                            \
  "WITH RECURSIVE part (sequence) AS (SELECT s.sequence FROM series s JOIN"                                    \
  " (SELECT id, max (sequence) AS last FROM series GROUP BY id) h ON h.id = s.id"                            \
  " WHERE s.sequence > 0 AND s.sequence < h.last"                                                            \
  " UNION SELECT l.undoes_sequence FROM part p JOIN log l ON l.device = ?1 AND l.sequence = p.sequence"       \
  " WHERE l.undoes_sequence IS NOT NULL) "
#define DONE_SQL "FROM log l WHERE l.device = ?1 AND l.sequence NOT IN (SELECT sequence FROM part)"

void
spil_done_free (SpilDone *self)
{
  g_free (self->actor);
  g_free (self->label);
  g_free (self);
}

static gboolean
read_count (SpilStore *store, int64_t *count, GError **error)
{
  g_autoptr (SpilStatement)
      statement = spil_connection_take (store->connection, PARTS_SQL "SELECT count (*) " DONE_SQL, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, store->device_number);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *count = spil_statement_get_integer (statement, 0);
  return TRUE;
}

static SpilDone *
read_done (SpilStatement *statement)
{
  SpilDone *done = g_new0 (SpilDone, 1);

  done->sequence = spil_statement_get_integer (statement, 0);
  done->time = spil_time (spil_statement_get_integer (statement, 1));
  done->actor = g_strdup (spil_statement_get_text (statement, 2));
  done->label = g_strdup (spil_statement_get_text (statement, 3));
  if (spil_statement_is_null (statement, 4))
    return done;
  done->step = spil_statement_get_integer (statement, 4);
  done->state = done->step <= spil_statement_get_integer (statement, 5) ? SPIL_DONE_STANDS
                                                                        : SPIL_DONE_TAKEN_BACK;
  return done;
}

GPtrArray *
spil_done_query (SpilStore *store, int64_t offset, int64_t limit, int64_t *count, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_done_free);
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step;

  spil_store_assert_thread (store);
  if (count != NULL && !read_count (store, count, error))
    return NULL;
  statement = spil_connection_take (
      store->connection,
      PARTS_SQL "SELECT l.sequence, l.wall, l.actor, l.label, (SELECT u.position FROM "
                "undo u WHERE u.sequence = l.sequence), "
                "(SELECT undo_position FROM meta) " DONE_SQL " ORDER BY l.sequence DESC LIMIT ?2 OFFSET ?3",
      error);
  if (statement == NULL)
    return NULL;
  spil_statement_bind_integer (statement, 1, store->device_number);
  spil_statement_bind_integer (statement, 2, limit);
  spil_statement_bind_integer (statement, 3, offset);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_ptr_array_add (all, read_done (statement));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/* The row behind it */

// FALSE when the payload in column 0 touches no row that this version knows.
static gboolean
read_first (SpilStatement *statement, const SpilEntity **entity, SpilId *id)
{
  g_auto (SpilLogReader) reader = { 0 };
  gsize length;
  const void *payload = spil_statement_get_blob (statement, 0, &length);

  if (!spil_log_reader_init (&reader, payload, length))
    return FALSE;
  while (spil_log_reader_next (&reader) == SPIL_LOG_READ_CHANGE)
    if (spil_log_change_keep_known (&reader.change)) {
      *entity = spil_entity (reader.change.entity);
      *id = reader.change.id;
      return TRUE;
    }
  return FALSE;
}

gboolean
spil_done_find_row (SpilStore *store, int64_t sequence, const SpilEntity **entity, SpilId *id, GError **error)
{
  g_autoptr (SpilStatement) statement = NULL;
  g_autoptr (SpilRecord) record = NULL;
  g_autoptr (GError) fault = NULL;

  spil_store_assert_thread (store);
  statement = spil_connection_take (store->connection,
                                    "SELECT payload FROM log WHERE device = ?1 AND sequence = ?2", error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, store->device_number);
  spil_statement_bind_integer (statement, 2, sequence);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW || !read_first (statement, entity, id))
    return FALSE;
  record = spil_store_get (store, *entity, *id, &fault);
  if (fault != NULL && !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&fault));
  return record != NULL;
}

/* Taking back and doing again */

static gboolean
turn_one (SpilStore *store, gboolean back, int n_turned, GError **error)
{
  g_autofree char *label = back ? spil_store_dup_undo_label (store) : spil_store_dup_redo_label (store);
  g_autoptr (GError) fault = NULL;

  if (back ? spil_store_undo (store, NULL, &fault) : spil_store_redo (store, NULL, &fault))
    return TRUE;
  if (n_turned == 0)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    // Translators: several things were to be taken back or done again, in turn; the first %s is what was done, such as "Risk added", the second a sentence that says why it is in the way.
    g_set_error (error, fault->domain, fault->code,
                 _ ("It stopped at “%s”; what came before it was done. %s"), label != NULL ? label : "",
                 fault->message);
  return FALSE;
}

gboolean
spil_done_turn (SpilStore *store, int64_t step, int *n_turned, GError **error)
{
  int64_t position;
  int n = 0;
  gboolean back;
  gboolean turned = TRUE;

  spil_store_assert_thread (store);
  if (n_turned != NULL)
    *n_turned = 0;
  if (!spil_connection_read_integer (store->connection, "SELECT undo_position FROM meta", &position, error))
    return FALSE;
  back = step <= position;
  for (int64_t left = back ? position - step + 1 : step - position; left > 0 && turned; left--) {
    turned = turn_one (store, back, n, error);
    n += turned ? 1 : 0;
  }
  if (n_turned != NULL)
    *n_turned = n;
  return turned;
}
