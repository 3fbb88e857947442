// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-kept.h"
#include "spil-schema.h"
#include "spil-seal.h"
#include "spil-statement.h"

// Reads one text per row of what @sql selects for @name.
static GHashTable *
read_names (SpilConnection *connection, const char *sql, const char *name, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SpilStatement) statement = spil_connection_take (connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  if (statement == NULL)
    return NULL;
  if (name != NULL)
    spil_statement_bind_text (statement, 1, name);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_hash_table_insert (names, g_strdup (spil_statement_get_text (statement, 0)),
                         g_strdup (spil_statement_get_text (statement, 1)));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

static gboolean
add_column (SpilConnection *connection, const SpilEntity *entity, const char *name, const char *type,
            GError **error)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", entity->name, name,
                                          type);

  return spil_connection_execute (connection, sql, error);
}

static gboolean
add_fold (SpilConnection *connection, const SpilEntity *entity, const SpilField *field, const char *name,
          GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = spil_fold (\"%s\")", entity->name, name,
                                          field->name);

  return add_column (connection, entity, name, "TEXT", error) &&
         spil_connection_execute (connection, sql, error);
}

static gboolean
add_columns (SpilConnection *connection, const SpilEntity *entity, GError **error)
{
  g_autoptr (GHashTable)
      columns = read_names (connection, "SELECT name, type FROM pragma_table_info (?1)", entity->name, error);

  if (columns == NULL)
    return FALSE;
  if (spil_seal_has_key (entity) && !g_hash_table_contains (columns, "key") &&
      !add_column (connection, entity, "key", "BLOB", error))
    return FALSE;
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];
    g_autofree char *fold = g_strdup_printf ("%s_fold", field->name);

    if (field->number == 0)
      continue;
    if (!g_hash_table_contains (columns, field->name) &&
        !add_column (connection, entity, field->name, spil_schema_column_type (field), error))
      return FALSE;
    if (spil_schema_has_fold (field) && !g_hash_table_contains (columns, fold) &&
        !add_fold (connection, entity, field, fold, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_search_table (const SpilSchemaObject *object)
{
  return g_str_has_prefix (object->sql, "CREATE VIRTUAL TABLE");
}

// What holds nothing of its own is made anew: indexes, views, triggers, search tables.
static gboolean
make_anew (SpilConnection *connection, const SpilSchemaObject *object, gboolean exists, GError **error)
{
  g_autofree char *drop = g_strdup_printf ("DROP %s \"%s\"", object->type, object->name);
  g_autofree char *fill = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\") VALUES ('rebuild')", object->name,
                                           object->name);

  if (exists && !spil_connection_execute (connection, drop, error))
    return FALSE;
  return spil_connection_execute (connection, object->sql, error) &&
         (!is_search_table (object) || spil_connection_execute (connection, fill, error));
}

static gboolean
upgrade_object (SpilConnection *connection, const SpilSchemaObject *object, GHashTable *present,
                GError **error)
{
  const char *sql = g_hash_table_lookup (present, object->name);

  if (g_strcmp0 (sql, object->sql) == 0)
    return TRUE;
  if (sql == NULL || strcmp (object->type, "table") != 0 || is_search_table (object))
    return make_anew (connection, object, sql != NULL, error);
  return object->entity == NULL || add_columns (connection, object->entity, error);
}

// An index that the descriptors no longer ask for only costs time.
static gboolean
drop_stale_indexes (SpilConnection *connection, GPtrArray *objects, GError **error)
{
  g_autoptr (GHashTable) present = read_names (
      connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", NULL,
      error);
  GHashTableIter iter;
  gpointer name;

  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    g_hash_table_remove (present, ((SpilSchemaObject *) g_ptr_array_index (objects, i))->name);
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &name, NULL)) {
    g_autofree char *drop = g_strdup_printf ("DROP INDEX \"%s\"", (const char *) name);

    if (!spil_connection_execute (connection, drop, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_fingerprint (SpilConnection *connection, GPtrArray *objects, GError **error)
{
  g_autofree char *fingerprint = spil_schema_fingerprint (objects);
  g_autofree char *header = g_strdup_printf ("PRAGMA user_version = %d", SPIL_SCHEMA_VERSION);
  g_autoptr (SpilStatement)
      statement = spil_connection_take (connection, "UPDATE meta SET fingerprint = ?1", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, fingerprint);
  return spil_statement_run (statement, error) && spil_connection_execute (connection, header, error);
}

static gboolean
upgrade_objects (SpilConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();
  g_autoptr (GHashTable) present = read_names (
      connection, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL", NULL, error);

  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    if (!upgrade_object (connection, g_ptr_array_index (objects, i), present, error))
      return FALSE;
  return spil_kept_make_anew (connection, error) && drop_stale_indexes (connection, objects, error) &&
         write_fingerprint (connection, objects, error);
}

gboolean
spil_schema_upgrade (SpilConnection *connection, GError **error)
{
  if (!spil_connection_begin (connection, error))
    return FALSE;
  if (upgrade_objects (connection, error) && spil_connection_commit (connection, error))
    return TRUE;
  spil_connection_rollback (connection);
  return FALSE;
}
