// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "spil-audit.h"
#include "spil-merger.h"
#include "spil-schema.h"
#include "spil-store-private.h"
#include "spil-sync-store.h"
#include "spil-text.h"

G_DEFINE_QUARK (spil - store - error - quark, spil_store_error)

// The name that the user's account gives, else the account itself.
static char *
find_actor (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();
  return spil_text_one_line (name, 100);
}

static gboolean
check_dir (const char *dir, GError **error)
{
  if (dir != NULL && *dir != '\0')
    return TRUE;
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
               _ ("No folder is named for the database. Name one."));
  return FALSE;
}

gboolean
spil_store_make_dir (const char *dir, GError **error)
{
  g_autofree char *shown = g_filename_display_name (dir);
  SpilStoreError code = SPIL_STORE_ERROR_READ_ONLY;

  if (g_mkdir_with_parents (dir, 0700) == 0)
    return TRUE;
  if (errno == ENOSPC || errno == EDQUOT)
    code = SPIL_STORE_ERROR_FULL;
  g_set_error (error, SPIL_STORE_ERROR, code, _ ("The folder %s cannot be made (%s). Choose another folder."),
               shown, g_strerror (errno));
  return FALSE;
}

gboolean
spil_store_read_device (SpilStore *self, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection, "SELECT number, id, reader FROM device, meta WHERE number = meta.device", error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  if (step == SPIL_STEP_ROW) {
    self->device_number = spil_statement_get_integer (statement, 0);
    self->device = spil_statement_get_id (statement, 1);
    self->reader = spil_statement_get_integer (statement, 2) != 0;
  } else if (step == SPIL_STEP_DONE) {
    spil_connection_set_error (self->connection, SQLITE_CORRUPT, error);
  }
  return step == SPIL_STEP_ROW;
}

SpilStore *
spil_store_new_on (SpilConnection *connection, gboolean read_only)
{
  SpilStore *self = g_new0 (SpilStore, 1);

  self->thread = g_thread_self ();
  self->connection = connection;
  self->tables = spil_tables_new (connection);
  self->read_only = read_only;
  self->actor = find_actor ();
  return self;
}

static gboolean
refuse_existing (SpilStore *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (spil_connection_get_path (self->connection));

  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_EXISTS,
               _ ("There is a database %s already. Open it, or choose another folder."), shown);
  return FALSE;
}

static gboolean
fill (SpilStore *self, GError **error)
{
  gboolean empty;

  if (!spil_schema_is_empty (self->connection, &empty, error))
    return FALSE;
  if (!empty)
    return refuse_existing (self, error);
  return spil_schema_create (self->connection, spil_id_new (), g_get_host_name (), error) &&
         spil_store_read_device (self, error) && spil_audit_write (self, "create", "database", "ok", error);
}

static SpilStore *
create_in_file (const char *path, GError **error)
{
  SpilConnection *connection = spil_connection_open (path, SPIL_CONNECTION_CREATE, error);
  g_autoptr (SpilStore) self = connection != NULL ? spil_store_new_on (connection, FALSE) : NULL;

  if (self == NULL || !spil_connection_begin (connection, error))
    return NULL;
  if (fill (self, error) && spil_connection_commit (connection, error))
    return g_steal_pointer (&self);
  spil_connection_rollback (connection);
  return NULL;
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (path, endings[i], NULL);

    g_unlink (name);
  }
}

SpilStore *
spil_store_create (const char *dir, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) refused = NULL;
  SpilStore *self;
  gboolean existed;

  if (!check_dir (dir, error) || !spil_store_make_dir (dir, error))
    return NULL;
  path = g_build_filename (dir, SPIL_STORE_FILE, NULL);
  existed = g_file_test (path, G_FILE_TEST_EXISTS);
  self = create_in_file (path, &refused);
  if (self != NULL)
    return self;
  // Another process may have made one meanwhile: then it is not ours to remove.
  if (!existed && !g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_EXISTS) &&
      !g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY))
    remove_file (path);
  if (existed && g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT))
    refused->code = SPIL_STORE_ERROR_EXISTS;
  g_propagate_error (error, g_steal_pointer (&refused));
  return NULL;
}

// A file without tables is what a creation that was cut short leaves: nothing is in it.
static gboolean
check_content (SpilStore *self, gboolean *upgraded, GError **error)
{
  g_autofree char *shown = g_filename_display_name (spil_connection_get_path (self->connection));
  gboolean empty;
  gboolean current;

  if (!spil_schema_is_empty (self->connection, &empty, error))
    return FALSE;
  if (empty) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
                 _ ("The database %s is empty. Make it anew, or put back a copy."), shown);
    return FALSE;
  }
  if (!spil_schema_check_version (self->connection, error) ||
      !spil_schema_is_current (self->connection, &current, error))
    return FALSE;
  *upgraded = !current;
  if (current)
    return TRUE;
  if (!self->read_only)
    return spil_schema_upgrade (self->connection, error);
  g_set_error (
      error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY,
      _ ("%s was made by an older version of Spil and may not be written here. Open it once where it may."),
      shown);
  return FALSE;
}

// What an older version could not carry out is carried out after an upgrade.
static gboolean
carry_out_parked (SpilStore *self, GError **error)
{
  int64_t parked;

  if (!spil_connection_read_integer (self->connection, "SELECT EXISTS (SELECT 1 FROM log WHERE parked = 1)",
                                     &parked, error))
    return FALSE;
  if (parked == 0)
    return TRUE;
  if (!spil_connection_begin (self->connection, error))
    return FALSE;
  if (spil_rebuild (self, error) && spil_connection_commit (self->connection, error))
    return TRUE;
  spil_connection_rollback (self->connection);
  return FALSE;
}

// The name that people know the one who works here by, where it was given.
static void
read_actor (SpilStore *self)
{
  g_autoptr (GBytes) note = spil_store_get_note (self, SPIL_STORE_ACTOR_NOTE, NULL);
  g_autofree char *name = note != NULL ? g_strndup (g_bytes_get_data (note, NULL), g_bytes_get_size (note))
                                       : NULL;

  if (name != NULL && g_utf8_validate (name, -1, NULL))
    spil_store_set_actor (self, name);
}

static SpilStore *
open_store (const char *dir, SpilConnectionMode mode, GError **error)
{
  g_autoptr (SpilStore) self = NULL;
  g_autofree char *path = NULL;
  gboolean upgraded = FALSE;
  SpilConnection *connection;

  if (!check_dir (dir, error))
    return NULL;
  path = g_build_filename (dir, SPIL_STORE_FILE, NULL);
  connection = spil_connection_open (path, mode, error);
  if (connection == NULL)
    return NULL;
  self = spil_store_new_on (connection, mode == SPIL_CONNECTION_READ);
  if (!check_content (self, &upgraded, error) || !spil_store_read_device (self, error) ||
      (upgraded && !carry_out_parked (self, error)) ||
      !spil_connection_read_integer (connection, "PRAGMA data_version", &self->data_version, error))
    return NULL;
  read_actor (self);
  return g_steal_pointer (&self);
}

SpilStore *
spil_store_open (const char *dir, GError **error)
{
  return open_store (dir, SPIL_CONNECTION_WRITE, error);
}

SpilStore *
spil_store_open_read_only (const char *dir, GError **error)
{
  return open_store (dir, SPIL_CONNECTION_READ, error);
}

void
spil_store_close (SpilStore *self)
{
  if (self == NULL)
    return;
  spil_store_assert_thread (self);
  spil_tables_free (self->tables);
  spil_connection_close (self->connection);
  g_free (self->actor);
  g_free (self);
}

const char *
spil_store_get_path (SpilStore *self)
{
  spil_store_assert_thread (self);
  return spil_connection_get_path (self->connection);
}

void
spil_store_set_actor (SpilStore *self, const char *name)
{
  spil_store_assert_thread (self);
  g_return_if_fail (name != NULL);

  g_free (self->actor);
  self->actor = spil_text_one_line (name, 100);
}

gboolean
spil_store_keep_actor (SpilStore *self, const char *name, GError **error)
{
  g_autoptr (GBytes) note = g_bytes_new (name, strlen (name));

  spil_store_set_actor (self, name);
  return spil_store_set_note (self, SPIL_STORE_ACTOR_NOTE, note, error);
}

const char *
spil_store_get_actor (SpilStore *self)
{
  spil_store_assert_thread (self);
  return self->actor;
}

SpilId
spil_store_get_device (SpilStore *self)
{
  spil_store_assert_thread (self);
  return self->device;
}

SpilId
spil_store_get_programme (SpilStore *self)
{
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  statement = spil_connection_take (self->connection,
                                    "SELECT id FROM programme WHERE dead = 0 ORDER BY row LIMIT 1", NULL);
  if (statement == NULL || spil_statement_step (statement, NULL) != SPIL_STEP_ROW)
    return SPIL_ID_NIL;
  return spil_statement_get_id (statement, 0);
}

void
spil_store_set_busy_timeout (SpilStore *self, int milliseconds)
{
  spil_store_assert_thread (self);
  spil_connection_set_busy_timeout (self->connection, milliseconds);
}

void
spil_entity_mask_add (SpilEntityMask *mask, int entity)
{
  mask->bits[entity / 64] |= G_GUINT64_CONSTANT (1) << (entity % 64);
}

gboolean
spil_entity_mask_has (const SpilEntityMask *mask, int entity)
{
  g_return_val_if_fail (entity > 0 && entity < SPIL_ENTITY_NUMBER_LIMIT, FALSE);
  return (mask->bits[entity / 64] >> (entity % 64) & 1) != 0;
}

gboolean
spil_entity_mask_is_empty (const SpilEntityMask *mask)
{
  return mask->bits[0] == 0 && mask->bits[1] == 0;
}

SpilEntityMask
spil_store_take_touched (SpilStore *self)
{
  SpilEntityMask touched;
  int64_t version;

  spil_store_assert_thread (self);
  touched = self->touched;
  self->touched = (SpilEntityMask) { 0 };
  // What another process has changed is not known; anything may have been.
  if (spil_connection_read_integer (self->connection, "PRAGMA data_version", &version, NULL) &&
      version != self->data_version) {
    self->data_version = version;
    memset (&touched, 0xff, sizeof touched);
    // Also whose database it is, and what may be done here.
    spil_store_read_device (self, NULL);
  }
  return touched;
}
