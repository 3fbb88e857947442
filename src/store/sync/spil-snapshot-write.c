// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-schema.h"
#include "spil-snapshot-private.h"
#include "spil-store-private.h"

// What goes along of the tables that are no entity's; all else of them is of one laptop. Entries that do not count are left out: they come with
// their packets if they ever do.
static const struct
{
  const char *table;
  const char *sql; // NULL: all of it
} shared[] = {
  { "meta",
    "INSERT INTO meta (one, device, clock, sequence, undo_position, fingerprint) SELECT 1, 0, clock, 0, 0, "
    "fingerprint FROM source.meta" },
  { "device", NULL },
  { "log", NULL },
  { "rival", NULL },
  { "unseen", NULL },
  { "orphan", NULL },
  { "broken", NULL },
  { "merged", NULL },
  { "reached", NULL },
  { "dialled", NULL },
  { "packet",
    "INSERT INTO packet (device, first, last, hash, state, content) SELECT device, first, last, hash, 1, "
    "substr (content, 1, " SPIL_PACKET_BARE_TEXT
    ") FROM source.packet WHERE state = 1 ORDER BY device, first" },
};

#define SHARED_LOG                                                                                           \
  "INSERT INTO log SELECT l.* FROM source.log AS l JOIN source.device AS d ON d.number = l.device "          \
  "WHERE l.sequence <= d.cut"

// The tables in which SQLite keeps a search table.
static const char *const search_parts[] = { "data", "idx", "config" };

static gboolean
attach (SpilConnection *copy, const char *path, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (copy, "ATTACH ?1 AS source", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, path);
  return spil_statement_run (statement, error);
}

// Makes the tables, with nothing in them.
static gboolean
make_tables (SpilConnection *copy, GPtrArray *objects, GError **error)
{
  g_autofree char *header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                             SPIL_SCHEMA_APPLICATION_ID, SPIL_SCHEMA_VERSION);

  if (!spil_connection_execute (copy, header, error))
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    if (!spil_connection_execute (copy, ((SpilSchemaObject *) g_ptr_array_index (objects, i))->sql, error))
      return FALSE;
  return TRUE;
}

// Whether the table was made by these very words in the source, so that its rows can be taken as they are.
static gboolean
is_same (SpilConnection *copy, const SpilSchemaObject *object, gboolean *same, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      copy, "SELECT 1 FROM source.sqlite_schema WHERE name = ?1 AND sql = ?2", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, object->name);
  spil_statement_bind_text (statement, 2, object->sql);
  step = spil_statement_step (statement, error);
  *same = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}

// A table that was upgraded has the same columns in another order.
static char *
columns_of (SpilConnection *copy, const SpilSchemaObject *object, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      copy, "SELECT group_concat ('\"' || name || '\"', ', ') FROM pragma_table_info (?1, 'main')", error);

  if (statement == NULL)
    return NULL;
  spil_statement_bind_text (statement, 1, object->name);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return NULL;
  return g_strdup (spil_statement_get_text (statement, 0));
}

static gboolean
copy_rows (SpilConnection *copy, const SpilSchemaObject *object, GError **error)
{
  g_autofree char *columns = NULL;
  g_autofree char *sql = NULL;
  gboolean same;

  if (!is_same (copy, object, &same, error))
    return FALSE;
  // So SQLite moves whole cells.
  if (same) {
    sql = g_strdup_printf ("INSERT INTO main.\"%s\" SELECT * FROM source.\"%s\"", object->name, object->name);
    return spil_connection_execute (copy, sql, error);
  }
  columns = columns_of (copy, object, error);
  if (columns == NULL)
    return FALSE;
  sql = g_strdup_printf ("INSERT INTO main.\"%s\" (%s) SELECT %s FROM source.\"%s\"", object->name, columns,
                         columns, object->name);
  return spil_connection_execute (copy, sql, error);
}

static gboolean
copy_search (SpilConnection *copy, const SpilSchemaObject *object, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (search_parts); i++) {
    g_autofree char *sql = g_strdup_printf ("DELETE FROM main.\"%s_%s\"; "
                                            "INSERT INTO main.\"%s_%s\" SELECT * FROM source.\"%s_%s\"",
                                            object->name, search_parts[i], object->name, search_parts[i],
                                            object->name, search_parts[i]);

    if (!spil_connection_execute (copy, sql, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
copy_shared (SpilConnection *copy, const SpilSchemaObject *object, gboolean cut, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shared); i++)
    if (strcmp (shared[i].table, object->name) == 0) {
      if (cut && strcmp (object->name, "log") == 0)
        return spil_connection_execute (copy, SHARED_LOG, error);
      return shared[i].sql != NULL ? spil_connection_execute (copy, shared[i].sql, error)
                                   : copy_rows (copy, object, error);
    }
  return TRUE;
}

static gboolean
copy_object (SpilConnection *copy, const SpilSchemaObject *object, gboolean cut, GError **error)
{
  if (strcmp (object->type, "table") != 0)
    return TRUE;
  if (object->entity == NULL)
    return copy_shared (copy, object, cut, error);
  return g_str_has_prefix (object->sql, "CREATE VIRTUAL TABLE") ? copy_search (copy, object, error)
                                                                : copy_rows (copy, object, error);
}

// Whoever begins with the copy goes on after the packets: the log must end where they do.
static gboolean
check_packed (SpilConnection *copy, const char *shown, GError **error)
{
  int64_t n_open;

  if (!spil_connection_read_integer (
          copy,
          "SELECT count(*) FROM device AS d WHERE (SELECT max(sequence) FROM log WHERE device = d.number) "
          "IS NOT (SELECT max(last) FROM packet WHERE device = d.number)",
          &n_open, error))
    return FALSE;
  if (n_open == 0)
    return TRUE;
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY,
               _ ("Changes were made in %s meanwhile. Try again in a moment."), shown);
  return FALSE;
}

static gboolean
copy_all (SpilStore *self, SpilConnection *copy, GPtrArray *objects, GError **error)
{
  g_autofree char *shown = g_filename_display_name (spil_store_get_path (self));
  int64_t cut;

  if (!make_tables (copy, objects, error) ||
      !spil_connection_read_integer (
          copy, "SELECT EXISTS (SELECT 1 FROM source.device WHERE cut < 9223372036854775807)", &cut, error))
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    if (!copy_object (copy, g_ptr_array_index (objects, i), cut != 0, error))
      return FALSE;
  return check_packed (copy, shown, error);
}

gboolean
spil_store_write_snapshot (SpilStore *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();
  g_autoptr (SpilConnection) copy = NULL;

  spil_store_assert_thread (self);
  copy = spil_connection_open_copy (path, path, error);
  if (copy == NULL)
    return FALSE;
  // The parts of the search tables are written as they are.
  sqlite3_db_config (spil_connection_get_handle (copy), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  return spil_connection_execute (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error) &&
         attach (copy, spil_store_get_path (self), error) && spil_connection_begin (copy, error) &&
         copy_all (self, copy, objects, error) && spil_connection_commit (copy, error);
}
