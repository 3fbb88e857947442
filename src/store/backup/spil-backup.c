// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-backup.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "spil-backup-private.h"
#include "spil-copy.h"
#include "spil-local-files.h"
#include "spil-schema.h"
#include "spil-statement.h"
#include "spil-store-private.h"

char *
spil_backup_follow (const char *path)
{
  char *real = realpath (path, NULL);
  char *followed = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return followed;
}

// Whether @target is the database @database or stands for a file that belongs with it.
static gboolean
is_own (const char *target, const char *database)
{
  g_autofree char *dir = g_path_get_dirname (target);
  g_autofree char *own_dir = g_path_get_dirname (database);
  g_autofree char *real = spil_backup_follow (dir);
  g_autofree char *own_real = spil_backup_follow (own_dir);
  g_autofree char *name = g_path_get_basename (target);

  return spil_backup_is_same (target, database) ||
         (g_str_equal (real, own_real) && spil_local_file_is_own (name));
}

gboolean
spil_backup_is_same (const char *a, const char *b)
{
  GStatBuf one;
  GStatBuf other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

static gboolean
check_target (const char *target, const char *database, GError **error)
{
  g_autofree char *shown = g_filename_display_name (target);
  GStatBuf there;

  if (is_own (target, database)) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
                 _ ("%s belongs to the database itself. Give the copy another name or another folder."),
                 shown);
    return FALSE;
  }
  if (g_stat (target, &there) != 0)
    return errno == ENOENT || spil_copy_refuse (target, errno, error);
  if (S_ISREG (there.st_mode))
    return TRUE;
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_EXISTS,
               S_ISDIR (there.st_mode) ? _ ("%s is a folder. Give the name of a file in it.")
                                       : _ ("%s is no ordinary file. Choose another name for the copy."),
               shown);
  return FALSE;
}

gboolean
spil_store_backup (SpilStore *self, const char *path, SpilBackupFunc progress, gpointer user_data,
                   GError **error)
{
  g_autofree char *target = NULL;
  g_autoptr (SpilConnection) source = NULL;
  g_autoptr (SpilCopy) copy = NULL;

  spil_store_assert_thread (self);
  g_return_val_if_fail (path != NULL, FALSE);

  target = spil_backup_follow (path);
  if (!check_target (target, spil_store_get_path (self), error))
    return FALSE;
  // A connection of its own: what it reads stays as it is, whatever this store changes meanwhile.
  source = spil_connection_open (spil_store_get_path (self), SPIL_CONNECTION_READ, error);
  if (source == NULL)
    return FALSE;
  copy = spil_copy_new (source, target, progress, user_data, error);
  return copy != NULL && spil_copy_place (copy, error);
}

void
spil_backup_facts_free (SpilBackupFacts *self)
{
  g_free (self->programme);
  g_free (self);
}

// A log beside it belongs to it; without one nobody writes it, and nothing need be made beside it to read it.
SpilConnection *
spil_backup_open (const char *path, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;
  gboolean written = g_stat (journal, &status) == 0 && status.st_size > 0;

  return spil_connection_open (path, written ? SPIL_CONNECTION_READ : SPIL_CONNECTION_FROZEN, error);
}

static gboolean
read_programme (SpilConnection *copy, SpilBackupFacts *facts, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      copy, "SELECT name FROM programme WHERE dead = 0 ORDER BY row LIMIT 1", error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;
  const char *name = step == SPIL_STEP_ROW ? spil_statement_get_text (statement, 0) : NULL;

  facts->programme = g_strdup (name != NULL ? name : "");
  return step != SPIL_STEP_FAILED;
}

static gboolean
read_log (SpilConnection *copy, SpilBackupFacts *facts, GError **error)
{
  g_autoptr (SpilStatement) device = NULL;
  int64_t latest;

  if (!spil_connection_read_integer (copy, "SELECT max(wall) FROM log", &latest, error) ||
      !spil_connection_read_integer (copy, "SELECT count(*) FROM log", &facts->n_entries, error))
    return FALSE;
  facts->latest = spil_time (latest);
  device = spil_connection_take (copy, "SELECT id FROM device WHERE number = (SELECT device FROM meta)",
                                 error);
  if (device == NULL || spil_statement_step (device, error) != SPIL_STEP_ROW)
    return FALSE;
  facts->device = spil_statement_get_id (device, 0);
  return TRUE;
}

static SpilBackupFacts *
read_facts (const char *path, GError **error)
{
  g_autoptr (SpilConnection) copy = spil_backup_open (path, error);
  g_autoptr (SpilBackupFacts) facts = g_new0 (SpilBackupFacts, 1);
  gboolean empty = FALSE;

  if (copy == NULL || !spil_schema_is_empty (copy, &empty, error))
    return NULL;
  if (empty || !spil_schema_check_version (copy, error) || !spil_copy_check (copy, TRUE, error) ||
      !read_programme (copy, facts, error) || !read_log (copy, facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}

SpilBackupFacts *
spil_backup_read (const char *path, GError **error)
{
  g_autoptr (GError) refused = NULL;
  g_autofree char *shown = NULL;
  SpilBackupFacts *facts;

  g_return_val_if_fail (path != NULL, NULL);

  facts = read_facts (path, &refused);
  if (facts != NULL)
    return facts;
  shown = g_filename_display_name (path);
  if (g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NEWER) ||
      g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY) ||
      g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY))
    g_propagate_error (error, g_steal_pointer (&refused));
  else if (g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING))
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
                 _ ("There is no copy %s. Choose a file that is there."), shown);
  else
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
                 _ ("%s is damaged or is no copy made by Spil; nothing has changed. Choose another copy."),
                 shown);
  return NULL;
}
