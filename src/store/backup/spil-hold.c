// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-hold.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "spil-store.h"

struct _SpilHold
{
  sqlite3 *handle;
};

static void
refuse (const char *path, SpilStoreError code, const char *format, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SPIL_STORE_ERROR, code, format, shown);
}

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *handle = NULL;

  if (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) == SQLITE_OK)
    return handle;
  sqlite3_close_v2 (handle);
  return NULL;
}

static sqlite3_file *
file_of (sqlite3 *handle)
{
  sqlite3_file *file = NULL;

  return sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK ? file : NULL;
}

// Opened by SQLite's own hand: a file that is opened and closed by another loses the locks that this process has on it.
static gboolean
is_database (sqlite3 *handle)
{
  static const char magic[16] = "SQLite format 3";
  sqlite3_file *file = file_of (handle);
  char head[sizeof magic];

  return file != NULL && file->pMethods->xRead (file, head, sizeof head, 0) == SQLITE_OK &&
         memcmp (head, magic, sizeof magic) == 0;
}

// Whoever has a database with a write-ahead log open holds a shared lock on the file all the time, so that this fails.
static int
lock_whole (sqlite3 *handle)
{
  sqlite3_file *file = file_of (handle);
  int code = file != NULL ? file->pMethods->xLock (file, SQLITE_LOCK_SHARED) : SQLITE_CANTOPEN;

  return code == SQLITE_OK ? file->pMethods->xLock (file, SQLITE_LOCK_EXCLUSIVE) : code;
}

// The lock stays when the log is folded in; the change that is begun then is never finished.
static int
lock_and_fold (sqlite3 *handle)
{
  return sqlite3_exec (handle,
                       "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL,
                       NULL, NULL);
}

static int
take (SpilHold *self, const char *path, gboolean fold)
{
  int code = SQLITE_CORRUPT;

  if (fold && is_database (self->handle))
    code = lock_and_fold (self->handle);
  if ((code & 0xff) != SQLITE_CORRUPT && (code & 0xff) != SQLITE_NOTADB)
    return code;
  sqlite3_close_v2 (self->handle);
  self->handle = open_file (path);
  return self->handle != NULL ? lock_whole (self->handle) : SQLITE_CANTOPEN;
}

static void
refuse_code (const char *path, int code, GError **error)
{
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    refuse (path, SPIL_STORE_ERROR_BUSY,
            _ ("%s is in use; nothing has changed. Close Spil everywhere and try again."), error);
    break;
  case SQLITE_FULL:
    refuse (path, SPIL_STORE_ERROR_FULL,
            _ ("The disk that holds %s is full; nothing has changed. Make room on it and try again."), error);
    break;
  default:
    refuse (
        path, SPIL_STORE_ERROR_FAILED,
        _ ("It cannot be seen whether %s is in use; nothing has changed. Close Spil everywhere and try again."),
        error);
    break;
  }
}

SpilHold *
spil_hold_new (const char *path, gboolean fold, GError **error)
{
  g_autoptr (SpilHold) self = g_new0 (SpilHold, 1);
  g_autofree char *dir = g_path_get_dirname (path);
  int code;

  if (g_access (path, W_OK) != 0 || g_access (dir, W_OK) != 0) {
    refuse (path, SPIL_STORE_ERROR_READ_ONLY,
            _ ("%s may not be written. Ask for the right to, or choose another folder."), error);
    return NULL;
  }
  self->handle = open_file (path);
  code = self->handle != NULL ? take (self, path, fold) : SQLITE_CANTOPEN;
  if (code == SQLITE_OK)
    return g_steal_pointer (&self);
  refuse_code (path, code, error);
  return NULL;
}

void
spil_hold_free (SpilHold *self)
{
  sqlite3_close_v2 (self->handle);
  g_free (self);
}
