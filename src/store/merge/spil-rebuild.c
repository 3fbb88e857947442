// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-merger.h"
#include "spil-schema.h"

// The keys of rows are nowhere else: they are set aside while the rows are made anew.
static gboolean
keep_keys (SpilStore *store, GError **error)
{
  SpilConnection *connection = store->connection;
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  if (!spil_connection_execute (
          connection,
          "CREATE TEMP TABLE IF NOT EXISTS kept_key (id BLOB PRIMARY KEY, key BLOB) WITHOUT ROWID;"
          "DELETE FROM temp.kept_key",
          error))
    return FALSE;
  for (int i = 0; i < n_entities; i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO temp.kept_key (id, key) SELECT id, key FROM \"%s\"",
                                            entities[i]->name);

    if (spil_seal_has_key (entities[i]) && !spil_connection_execute (connection, sql, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_key (const SpilEntity *entity, const SpilId *row, SpilKey *key, gpointer user_data, GError **error)
{
  SpilStore *store = user_data;
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "SELECT key FROM temp.kept_key WHERE id = ?1", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, row);
  step = spil_statement_step (statement, error);
  *key = (SpilKey) { .state = SPIL_KEY_ERASED };
  if (step == SPIL_STEP_ROW)
    *key = spil_row_to_key (statement, 0);
  return step != SPIL_STEP_FAILED;
}

static gboolean
empty_tables (SpilStore *store, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    const char *name = entities[i]->name;
    g_autofree char *rows = g_strdup_printf ("DELETE FROM \"%s\"", name);
    g_autofree char *words = g_strdup_printf (
        "INSERT INTO \"search_%s\" (\"search_%s\") VALUES ('delete-all')", name, name);

    if (!spil_connection_execute (store->connection, rows, error) ||
        (spil_schema_has_search (entities[i]) && !spil_connection_execute (store->connection, words, error)))
      return FALSE;
  }
  return spil_connection_execute (
      store->connection,
      "DELETE FROM rival; DELETE FROM unseen; DELETE FROM orphan; DELETE FROM broken; "
      "DELETE FROM merged; DELETE FROM reached; DELETE FROM dialled",
      error);
}

static gboolean
set_parked (SpilStore *store, const SpilLocalStamp *stamp, gboolean parked, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection, "UPDATE log SET parked = ?3 WHERE device = ?1 AND sequence = ?2 AND parked <> ?3",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, stamp->device);
  spil_statement_bind_integer (statement, 2, stamp->sequence);
  spil_statement_bind_integer (statement, 3, parked);
  return spil_statement_run (statement, error);
}

static gboolean
apply_entry (SpilMerger *merger, const SpilLocalStamp *stamp, int64_t undoes, gboolean park, GError **error)
{
  g_autoptr (GBytes) payload = spil_store_read_payload (merger->store, stamp->device, stamp->sequence, error);
  gboolean parked;

  return payload != NULL &&
         spil_merger_apply (merger, stamp, undoes, g_bytes_get_data (payload, NULL),
                            g_bytes_get_size (payload), &parked, error) &&
         (!park || set_parked (merger->store, stamp, parked, error));
}

gboolean
spil_rebuild_from_log (SpilMerger *merger, gboolean park, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      merger->store->connection,
      "SELECT device, sequence, time, CASE WHEN undoes_device = device THEN undoes_sequence ELSE 0 END "
      "FROM log JOIN device ON number = device WHERE sequence <= cut ORDER BY time, id, sequence",
      error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLocalStamp stamp = {
      .device = spil_statement_get_integer (statement, 0),
      .sequence = spil_statement_get_integer (statement, 1),
      .time = spil_statement_get_integer (statement, 2),
    };

    if (!apply_entry (merger, &stamp, spil_statement_get_integer (statement, 3), park, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE && spil_merger_finish (merger, error);
}

gboolean
spil_rebuild (SpilStore *store, GError **error)
{
  g_auto (SpilMerger) merger = { 0 };

  if (!keep_keys (store, error) || !empty_tables (store, error) ||
      !spil_merger_init (&merger, store, store->tables, find_key, store, error) ||
      !spil_rebuild_from_log (&merger, TRUE, error) ||
      !spil_connection_execute (store->connection, "DELETE FROM temp.kept_key", error))
    return FALSE;
  memset (&store->touched, 0xff, sizeof store->touched);
  return TRUE;
}
