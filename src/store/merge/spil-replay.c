// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-replay.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "spil-merger.h"
#include "spil-schema.h"

#define MAX_FAULTS 20

typedef struct
{
  SpilStore *store;
  SpilConnection *connection; // of the empty database
  SpilTables *tables;
} SpilReplay;

// The key of a row is nowhere but in the row.
static gboolean
find_key (const SpilEntity *entity, const SpilId *id, SpilKey *key, gpointer user_data, GError **error)
{
  SpilReplay *self = user_data;
  g_auto (SpilRow) row = { 0 };

  if (!spil_row_read (self->store->tables, entity, id, &row, error))
    return FALSE;
  *key = row.number != 0 ? row.key : (SpilKey) { .state = SPIL_KEY_ERASED };
  return TRUE;
}

static gboolean
replay_log (SpilReplay *self, GError **error)
{
  g_auto (SpilMerger) merger = { 0 };

  if (!spil_merger_init (&merger, self->store, self->tables, find_key, self, error))
    return FALSE;
  merger.search = FALSE;
  return spil_rebuild_from_log (&merger, FALSE, error);
}

static SpilStatement *
select_rows (SpilConnection *connection, const SpilEntity *entity, GError **error)
{
  g_autoptr (GString)
      sql = g_string_new ("SELECT id, dead, born_time, born_device, born_sequence, ifnull (clock, x'')");

  spil_row_append_columns (sql, entity, NULL);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", entity->name);
  return spil_connection_take (connection, sql->str, error);
}

static gboolean
equal_columns (SpilStatement *one, SpilStatement *other, int n_columns)
{
  for (int i = 0; i < n_columns; i++) {
    gsize length;
    gsize other_length;
    const void *bytes = spil_statement_get_blob (one, i, &length);
    const void *other_bytes = spil_statement_get_blob (other, i, &other_length);

    if (spil_statement_is_null (one, i) != spil_statement_is_null (other, i) || length != other_length ||
        (length > 0 && memcmp (bytes, other_bytes, length) != 0))
      return FALSE;
  }
  return TRUE;
}

// What merges left aside, of both.
static gboolean
compare_table (SpilReplay *self, const char *columns, const char *table, GPtrArray *faults, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s", columns, table, columns);
  g_autoptr (SpilStatement) kept = spil_connection_take (self->store->connection, sql, error);
  g_autoptr (SpilStatement) made = kept != NULL ? spil_connection_take (self->connection, sql, error) : NULL;

  while (made != NULL) {
    SpilStep step = spil_statement_step (kept, error);
    SpilStep other = step != SPIL_STEP_FAILED ? spil_statement_step (made, error) : SPIL_STEP_FAILED;

    if (other == SPIL_STEP_FAILED)
      return FALSE;
    if (step == SPIL_STEP_DONE && other == SPIL_STEP_DONE)
      return TRUE;
    if (step != other || !equal_columns (kept, made, 3)) {
      g_ptr_array_add (
          faults,
          g_strdup_printf (_ ("What is to be settled (%s) is not what the change log made of it."), table));
      return TRUE;
    }
  }
  return FALSE;
}

static int
count_columns (const SpilEntity *entity)
{
  int n_columns = 6;

  for (int i = 1; i < entity->n_fields; i++)
    n_columns += entity->fields[i].number != 0;
  return n_columns;
}

static gboolean
compare_entity (SpilReplay *self, const SpilEntity *entity, GPtrArray *faults, GError **error)
{
  g_autoptr (SpilStatement) kept = select_rows (self->store->connection, entity, error);
  g_autoptr (SpilStatement) made = kept != NULL ? select_rows (self->connection, entity, error) : NULL;
  int n_columns = count_columns (entity);
  guint most = faults->len + MAX_FAULTS;

  while (made != NULL && faults->len < most) {
    SpilStep step = spil_statement_step (kept, error);
    SpilStep other = step != SPIL_STEP_FAILED ? spil_statement_step (made, error) : SPIL_STEP_FAILED;
    g_autofree char *id = NULL;

    if (step == SPIL_STEP_FAILED || other == SPIL_STEP_FAILED)
      return FALSE;
    if (step == SPIL_STEP_DONE && other == SPIL_STEP_DONE)
      return TRUE;
    if (step != other) {
      g_ptr_array_add (faults,
                       g_strdup_printf (_ ("%s: the change log has more or fewer rows than the table."),
                                        spil_entity_label_plural (entity)));
      return TRUE;
    }
    if (equal_columns (kept, made, n_columns))
      continue;
    id = spil_id_dup_text (spil_statement_get_id (kept, 0));
    g_ptr_array_add (faults, g_strdup_printf (_ ("%s %s is not what the change log made of it."),
                                              spil_entity_label (entity), id));
  }
  return made != NULL;
}

static gboolean
replay (SpilReplay *self, GPtrArray *faults, GError **error)
{
  g_autoptr (GError) fault = NULL;
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  if (!spil_connection_begin (self->connection, error) ||
      !spil_schema_create (self->connection, self->store->device, "", error))
    return FALSE;
  if (!replay_log (self, &fault)) {
    g_ptr_array_add (faults, g_strdup (fault->message));
    return TRUE;
  }
  for (int i = 0; i < n_entities; i++)
    if (!compare_entity (self, entities[i], faults, error))
      return FALSE;
  return compare_table (self, "row, cell * 1000000000 + sequence, device", "rival", faults, error) &&
         compare_table (self, "row, sequence, device", "unseen", faults, error) &&
         compare_table (self, "row, field, entity", "orphan", faults, error) &&
         compare_table (self, "row, entity, parent", "broken", faults, error);
}

gboolean
spil_replay_check (SpilStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (SpilConnection) connection = spil_connection_open (NULL, SPIL_CONNECTION_TEMPORARY, error);
  g_autoptr (SpilTables) tables = connection != NULL ? spil_tables_new (connection) : NULL;
  SpilReplay self = { .store = store, .connection = connection, .tables = tables };

  return connection != NULL && replay (&self, faults, error);
}
