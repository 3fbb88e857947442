// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "spil-local-files.h"
#include "spil-statement.h"

// Pages between two looks at whether to go on: some megabytes.
#define STEP_PAGES 1024
// The same for the check, in steps of SQLite's machine.
#define STEP_OPERATIONS 100000
// Of the whole, what is done when all pages are copied.
#define SHARE_COPIED 0.6

struct _SpilCopy
{
  char *target;
  char *temporary; // NULL once it has the name of the target
  SpilBackupFunc progress;
  gpointer user_data;
  double share; // done so far
};

// Whether to go on.
static gboolean
tell (SpilCopy *self, double share)
{
  self->share = share;
  return self->progress == NULL || self->progress (share, self->user_data);
}

static gboolean
refuse_stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("The copying was stopped; nothing has changed."));
  return FALSE;
}

gboolean
spil_copy_refuse (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *shown_dir = g_filename_display_name (dir);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL,
                 _ ("The disk that holds %s is full; nothing has changed. Make room on it and try again."),
                 shown);
  else if (code == EACCES || code == EPERM || code == EROFS ||
           (code == ENOENT && g_file_test (dir, G_FILE_TEST_IS_DIR)))
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY,
                 _ ("%s may not be written. Ask for the right to, or choose another folder."), shown);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING,
                 _ ("There is no folder %s. Make it first, or choose another folder."), shown_dir);
  else
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED,
                 _ ("%s cannot be written (%s); nothing has changed. Choose another folder."), shown,
                 g_strerror (code));
  return FALSE;
}

static gboolean
make_temporary (SpilCopy *self, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (self->target);
  int fd;

  self->temporary = g_build_filename (dir, SPIL_LOCAL_TEMPORARY, NULL);
  fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd == -1) {
    const int code = errno;

    g_clear_pointer (&self->temporary, g_free);
    return spil_copy_refuse (self->target, code, error);
  }
  close (fd);
  return TRUE;
}

// What goes wrong in the source is said of it, all else of the copy.
static gboolean
refuse_code (SpilConnection *from, SpilConnection *to, int code, GError **error)
{
  switch (code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    spil_connection_set_error (from, code, error);
    return FALSE;
  default:
    spil_connection_set_error (to, code, error);
    return FALSE;
  }
}

static gboolean
copy_pages (SpilCopy *self, SpilConnection *from, SpilConnection *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (spil_connection_get_handle (to), "main",
                                                spil_connection_get_handle (from), "main");
  gboolean going = TRUE;
  int code = SQLITE_OK;

  if (backup == NULL)
    return refuse_code (from, to, sqlite3_extended_errcode (spil_connection_get_handle (to)), error);
  while (code == SQLITE_OK && going) {
    double total;

    code = sqlite3_backup_step (backup, STEP_PAGES);
    total = MAX (1, sqlite3_backup_pagecount (backup));
    going = tell (self, SHARE_COPIED * (1 - sqlite3_backup_remaining (backup) / total));
  }
  sqlite3_backup_finish (backup);
  if (!going)
    return refuse_stopped (error);
  return code == SQLITE_DONE || refuse_code (from, to, code, error);
}

// The moment that is copied stays while others write on.
static gboolean
copy_moment (SpilCopy *self, SpilConnection *source, GError **error)
{
  g_autoptr (SpilConnection) copy = spil_connection_open_copy (self->temporary, self->target, error);
  int64_t version;
  gboolean done;

  if (copy == NULL || !spil_connection_execute (source, "BEGIN", error))
    return FALSE;
  done = spil_connection_read_integer (source, "PRAGMA schema_version", &version, error) &&
         copy_pages (self, source, copy, error);
  spil_connection_rollback (source);
  return done;
}

gboolean
spil_copy_check (SpilConnection *connection, gboolean quick, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      connection, quick ? "PRAGMA quick_check (1)" : "PRAGMA integrity_check (1)", error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  if (step == SPIL_STEP_FAILED)
    return FALSE;
  if (step == SPIL_STEP_ROW && g_strcmp0 (spil_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  spil_connection_set_error (connection, SQLITE_CORRUPT, error);
  return FALSE;
}

static int
on_step_done_cb (void *user_data)
{
  SpilCopy *self = user_data;

  return !tell (self, self->share + (1 - self->share) / 16);
}

// Reads all of it back from the disk.
static gboolean
read_back (SpilCopy *self, SpilConnection *source, GError **error)
{
  g_autoptr (SpilConnection) copy = spil_connection_open (self->temporary, SPIL_CONNECTION_FROZEN, error);
  g_autoptr (GError) refused = NULL;

  if (copy == NULL)
    return FALSE;
  sqlite3_progress_handler (spil_connection_get_handle (copy), STEP_OPERATIONS, on_step_done_cb, self);
  if (spil_copy_check (copy, FALSE, &refused))
    return TRUE;
  if (sqlite3_errcode (spil_connection_get_handle (copy)) == SQLITE_INTERRUPT)
    return refuse_stopped (error);
  // What was written just now holds what the source holds.
  if (g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT))
    spil_connection_set_error (source, SQLITE_CORRUPT, error);
  else
    g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

static gboolean
make_durable (SpilCopy *self, GError **error)
{
  int fd = g_open (self->temporary, O_RDONLY | O_CLOEXEC, 0);
  gboolean done = fd != -1 && fsync (fd) == 0;
  int code = errno;

  if (fd != -1)
    close (fd);
  return done || spil_copy_refuse (self->target, code, error);
}

SpilCopy *
spil_copy_new (SpilConnection *source, const char *target, SpilBackupFunc progress, gpointer user_data,
               GError **error)
{
  g_autoptr (SpilCopy) self = g_new0 (SpilCopy, 1);

  self->target = g_strdup (target);
  self->progress = progress;
  self->user_data = user_data;
  if (!make_temporary (self, error) || !copy_moment (self, source, error) || !make_durable (self, error) ||
      !read_back (self, source, error))
    return NULL;
  if (!tell (self, 1)) {
    refuse_stopped (error);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
spil_copy_free (SpilCopy *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self);
}

gboolean
spil_copy_place (SpilCopy *self, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (self->target);

  if (g_rename (self->temporary, self->target) != 0)
    return spil_copy_refuse (self->target, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  spil_local_files_sync (dir);
  return TRUE;
}
