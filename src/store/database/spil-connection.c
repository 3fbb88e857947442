// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <unistd.h>

#include "spil-statement.h"
#include "spil-store.h"
#include "spil-text.h"

// Statements differ with what is asked; more than this many are not kept.
#define MAX_STATEMENTS 256

// How much of the database SQLite keeps in memory, by itself and for a change that touches rows all over it.
#define USUAL_CACHE "PRAGMA cache_size = -8000"
#define ROOMY_CACHE "PRAGMA cache_size = -32000"

#define READ_ONLY_SENTENCE N_ ("%s may not be written. Ask for the right to, or choose another folder.")

struct _SpilConnection
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements; // SQL -> SpilStatement
  int depth; // of changes within changes
};

static void
set_code (GError **error, SpilStoreError code, const char *format, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SPIL_STORE_ERROR, code, format, shown);
}

static gboolean
is_disk_full (SpilConnection *self, int code)
{
  int system = sqlite3_system_errno (self->handle);

  return (code & 0xff) == SQLITE_FULL ||
         ((code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT));
}

static gboolean
is_read_only (SpilConnection *self, int code)
{
  int system = sqlite3_system_errno (self->handle);

  return (code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_PERM ||
         ((code & 0xff) == SQLITE_CANTOPEN && (system == EACCES || system == EROFS || system == EPERM));
}

void
spil_connection_set_error (SpilConnection *self, int code, GError **error)
{
  if (is_disk_full (self, code))
    set_code (error, SPIL_STORE_ERROR_FULL,
              _ ("The disk that holds %s is full; nothing has changed. Make room on it and try again."),
              self->path);
  else if (is_read_only (self, code))
    set_code (error, SPIL_STORE_ERROR_READ_ONLY, _ (READ_ONLY_SENTENCE), self->path);
  else if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
    set_code (error, SPIL_STORE_ERROR_BUSY,
              _ ("Another program holds %s; nothing has changed. Close it there, or try again in a moment."),
              self->path);
  else if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    set_code (error, SPIL_STORE_ERROR_CORRUPT,
              _ ("%s is damaged or is not a database of Spil. Put back a copy of it."), self->path);
  else if (code == SQLITE_CONSTRAINT_UNIQUE)
    // The only such rule is on ids.
    set_code (error, SPIL_STORE_ERROR_REFUSED,
              _ ("A row with that id is in %s already. Change that row instead."), self->path);
  else {
    g_autofree char *shown = g_filename_display_name (self->path);

    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED,
                 _ ("The database %s could not do this; nothing has changed. It says: %s (%d)."), shown,
                 sqlite3_errmsg (self->handle), code);
  }
}

// SQL function: a text as spil_text_fold() makes it.
static void
fold (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, spil_text_fold (text), -1, g_free);
}

static gboolean
prepare_connection (SpilConnection *self, SpilConnectionMode mode, GError **error)
{
  sqlite3_busy_timeout (self->handle, SPIL_CONNECTION_BUSY_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_function_v2 (self->handle, "spil_fold", 1,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, fold, NULL, NULL,
                              NULL);
  if (!spil_connection_execute (self,
                                "PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; " USUAL_CACHE
                                "; PRAGMA cell_size_check = ON",
                                error))
    return FALSE;
  if (mode == SPIL_CONNECTION_TEMPORARY)
    return TRUE;
  if (mode == SPIL_CONNECTION_READ)
    return spil_connection_execute (self, "SELECT count(*) FROM sqlite_schema", error);
  return spil_connection_execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error);
}

static SpilConnection *
open_handle (const char *name, const char *path, int flags, SpilConnectionMode mode, GError **error)
{
  g_autoptr (SpilConnection) self = g_new0 (SpilConnection, 1);
  int code;

  // Personal values in the log are encrypted.
  if (sodium_init () < 0)
    g_error ("The cryptographic library cannot be used.");
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) spil_statement_free);
  code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK) {
    spil_connection_set_error (self, code, error);
    return NULL;
  }
  if (!prepare_connection (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

// A file that is ours to make is made here, since SQLite would let everybody read it.
static gboolean
make_file (const char *path, GError **error)
{
  int descriptor = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (descriptor >= 0) {
    close (descriptor);
    return TRUE;
  }
  if (errno == ENOSPC || errno == EDQUOT)
    set_code (error, SPIL_STORE_ERROR_FULL,
              _ ("The disk that holds %s is full. Make room on it and try again."), path);
  else if (errno == EISDIR)
    set_code (error, SPIL_STORE_ERROR_EXISTS, _ ("%s is a folder. Choose another folder for the database."),
              path);
  else
    set_code (error, SPIL_STORE_ERROR_READ_ONLY,
              _ ("%s cannot be made here. Choose a folder that you may write."), path);
  return FALSE;
}

static gboolean
check_exists (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    set_code (error, SPIL_STORE_ERROR_CORRUPT,
              _ ("%s is a folder, not a database of Spil. Choose another folder."), path);
    return FALSE;
  }
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    set_code (error, SPIL_STORE_ERROR_MISSING,
              _ ("There is no database %s. Make one first, or choose the folder that it is in."), path);
    return FALSE;
  }
  return TRUE;
}

// SQLite needs to make files beside the database; what it says when it cannot is no help.
static gboolean
check_writable (const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);

  if (g_access (path, W_OK) == 0 && g_access (dir, W_OK) == 0)
    return TRUE;
  set_code (error, SPIL_STORE_ERROR_READ_ONLY, _ (READ_ONLY_SENTENCE), path);
  return FALSE;
}

// A database in a folder that may not be written has no place for SQLite's shared memory: it is read as if nobody else had it.
static SpilConnection *
open_immutable (const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;

  if (name == NULL)
    return NULL;
  return open_handle (name, path, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, SPIL_CONNECTION_READ, error);
}

// What is written anew needs no journal: until it is whole nobody uses it.
SpilConnection *
spil_connection_open_copy (const char *path, const char *shown, GError **error)
{
  SpilConnection *self = open_handle (path, shown, SQLITE_OPEN_READWRITE, SPIL_CONNECTION_TEMPORARY, error);

  if (self == NULL ||
      spil_connection_execute (self, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL", error))
    return self;
  spil_connection_close (self);
  return NULL;
}

static SpilConnection *
open_for_reading (const char *path, GError **error)
{
  g_autoptr (GError) refused = NULL;
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  SpilConnection *self = open_handle (path, path, SQLITE_OPEN_READONLY, SPIL_CONNECTION_READ, &refused);
  GStatBuf status;

  if (self != NULL)
    return self;
  if (g_error_matches (refused, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT) ||
      (g_stat (journal, &status) == 0 && status.st_size > 0)) {
    g_propagate_error (error, g_steal_pointer (&refused));
    return NULL;
  }
  return open_immutable (path, error);
}

SpilConnection *
spil_connection_open (const char *path, SpilConnectionMode mode, GError **error)
{
  g_autofree char *absolute = NULL;

  if (mode == SPIL_CONNECTION_TEMPORARY)
    return open_handle ("", "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, mode, error);
  absolute = g_canonicalize_filename (path, NULL);
  if (mode == SPIL_CONNECTION_CREATE ? !make_file (absolute, error) : !check_exists (absolute, error))
    return NULL;
  if (mode == SPIL_CONNECTION_READ)
    return open_for_reading (absolute, error);
  if (mode == SPIL_CONNECTION_FROZEN)
    return open_immutable (absolute, error);
  if (!check_writable (absolute, error))
    return NULL;
  return open_handle (absolute, absolute, SQLITE_OPEN_READWRITE, mode, error);
}

void
spil_connection_close (SpilConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
spil_connection_get_handle (SpilConnection *self)
{
  return self->handle;
}

const char *
spil_connection_get_path (SpilConnection *self)
{
  return self->path;
}

void
spil_connection_set_busy_timeout (SpilConnection *self, int milliseconds)
{
  sqlite3_busy_timeout (self->handle, milliseconds);
}

gboolean
spil_connection_execute (SpilConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    spil_connection_set_error (self, code, error);
  return code == SQLITE_OK;
}

gboolean
spil_connection_read_integer (SpilConnection *self, const char *sql, int64_t *value, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (self, sql, error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  *value = step == SPIL_STEP_ROW ? spil_statement_get_integer (statement, 0) : 0;
  return step != SPIL_STEP_FAILED;
}

static gboolean
run_once (SpilConnection *self, const char *sql, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (self, sql, error);

  return statement != NULL && spil_statement_run (statement, error);
}

gboolean
spil_connection_begin (SpilConnection *self, GError **error)
{
  if (!run_once (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

void
spil_connection_set_roomy (SpilConnection *self, gboolean roomy)
{
  // Too little memory makes it slower, nothing else.
  sqlite3_exec (self->handle, roomy ? ROOMY_CACHE : USUAL_CACHE, NULL, NULL, NULL);
}

gboolean
spil_connection_commit (SpilConnection *self, GError **error)
{
  if (!run_once (self, self->depth <= 1 ? "COMMIT" : "RELEASE inner", error))
    return FALSE;
  self->depth = MAX (self->depth - 1, 0);
  return TRUE;
}

void
spil_connection_rollback (SpilConnection *self)
{
  // A full disk has SQLite roll back by itself.
  if (sqlite3_get_autocommit (self->handle) == 0)
    sqlite3_exec (self->handle, self->depth > 1 ? "ROLLBACK TO inner; RELEASE inner" : "ROLLBACK", NULL, NULL,
                  NULL);
  self->depth = MAX (self->depth - 1, 0);
}

static gboolean
is_idle (gpointer sql, gpointer statement, gpointer user_data)
{
  return !spil_statement_is_taken (statement);
}

SpilStatement *
spil_connection_take (SpilConnection *self, const char *sql, GError **error)
{
  SpilStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL && spil_statement_is_taken (statement))
    return spil_statement_new (self, sql, FALSE, error);
  if (statement == NULL) {
    if (g_hash_table_size (self->statements) >= MAX_STATEMENTS)
      g_hash_table_foreach_remove (self->statements, is_idle, NULL);
    statement = spil_statement_new (self, sql, TRUE, error);
    if (statement == NULL)
      return NULL;
    g_hash_table_insert (self->statements, g_strdup (sql), statement);
  }
  spil_statement_take (statement);
  return statement;
}
