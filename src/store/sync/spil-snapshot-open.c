// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "spil-copy.h"
#include "spil-schema.h"
#include "spil-snapshot-private.h"
#include "spil-store-private.h"

// All that a database consists of, what SQLite makes of its own accord too.
#define SCHEMA_SQL                                                                                           \
  "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name, sql"

// What a snapshot never has: each of these selects 0 for one that has not.
static const char *const local_content[] = {
  "SELECT EXISTS (SELECT 1 FROM undo)",
  "SELECT EXISTS (SELECT 1 FROM note)",
  "SELECT EXISTS (SELECT 1 FROM audit)",
  "SELECT EXISTS (SELECT 1 FROM packet WHERE state <> 1 OR length (content) > " SPIL_PACKET_BARE_TEXT
  " OR length (hash) <> 32)",
  "SELECT NOT EXISTS (SELECT 1 FROM meta WHERE device = 0 AND sequence = 0 AND undo_position = 0 AND reader = 0)",
  "SELECT EXISTS (SELECT 1 FROM device WHERE length (id) <> 16 OR number < 1)",
};

static gboolean
refuse (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
               _ ("%s is not what another laptop puts ready to begin with. Nothing of it is used."), shown);
  return FALSE;
}

char *
spil_store_dup_schema_fingerprint (void)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();

  return spil_schema_fingerprint (objects);
}

static GPtrArray *
read_schema (SpilConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SpilStatement) statement = spil_connection_take (connection, SCHEMA_SQL, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    for (int i = 0; i < 4; i++)
      g_ptr_array_add (lines, g_strdup (spil_statement_get_text (statement, i)));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

// The tables of this version, made anew to compare with.
static GPtrArray *
make_schema (GError **error)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();
  g_autoptr (SpilConnection) connection = spil_connection_open (NULL, SPIL_CONNECTION_TEMPORARY, error);

  for (guint i = 0; connection != NULL && i < objects->len; i++)
    if (!spil_connection_execute (connection, ((SpilSchemaObject *) g_ptr_array_index (objects, i))->sql,
                                  error))
      return NULL;
  return connection != NULL ? read_schema (connection, error) : NULL;
}

static gboolean
check_schema (SpilConnection *connection, const char *path, GError **error)
{
  g_autoptr (GPtrArray) own = make_schema (error);
  g_autoptr (GPtrArray) there = own != NULL ? read_schema (connection, error) : NULL;

  if (there == NULL)
    return FALSE;
  if (own->len != there->len)
    return refuse (path, error);
  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (g_ptr_array_index (own, i), g_ptr_array_index (there, i)) != 0)
      return refuse (path, error);
  return TRUE;
}

static gboolean
check_content (SpilConnection *connection, const char *path, GError **error)
{
  gboolean current;

  for (gsize i = 0; i < G_N_ELEMENTS (local_content); i++) {
    int64_t found;

    if (!spil_connection_read_integer (connection, local_content[i], &found, error))
      return FALSE;
    if (found != 0)
      return refuse (path, error);
  }
  if (!spil_schema_is_current (connection, &current, error))
    return FALSE;
  return current || refuse (path, error);
}

SpilStore *
spil_snapshot_open (const char *path, gboolean whole, GError **error)
{
  g_autoptr (SpilConnection) connection = spil_connection_open (path, SPIL_CONNECTION_FROZEN, error);

  // Nothing of it is asked before it is known that there is nothing in it that answers by doing something.
  if (connection == NULL || !check_schema (connection, path, error) ||
      !spil_schema_check_version (connection, error) ||
      (whole && !spil_copy_check (connection, TRUE, error)) || !check_content (connection, path, error))
    return NULL;
  return spil_store_new_on (g_steal_pointer (&connection), TRUE);
}
