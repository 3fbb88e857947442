// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "backup-fixture.h"
#include "fault-vfs.h"
#include "spil-backup.h"
#include "store-fixture.h"

// The database of a laptop that was switched off in the middle of work, and a copy of another moment.
typedef struct
{
  char *database;
  gsize database_length;
  char *log; // its write-ahead log
  gsize log_length;
  char *copy;
  gsize copy_length;
  char *digest; // of the database with its log
  char *copy_digest;
} Original;

static void
read_bytes (const char *dir, const char *name, char **content, gsize *length)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
write_bytes (const char *dir, const char *name, const char *content, gsize length)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
make_original (Original *original)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture, NULL);
  path = g_build_filename (fixture.dir, "kopie", NULL);
  add_organisation (fixture.store, "Isala");
  original->copy_digest = digest_of (fixture.store);
  spil_store_backup (fixture.store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_reopen (&fixture);
  add_organisation (fixture.store, "Deltion");
  original->digest = digest_of (fixture.store);
  read_bytes (fixture.dir, "spil.db", &original->database, &original->database_length);
  read_bytes (fixture.dir, "spil.db-wal", &original->log, &original->log_length);
  read_bytes (fixture.dir, "kopie", &original->copy, &original->copy_length);
  g_assert_cmpuint (original->log_length, >, 0);
  fixture_tear_down (&fixture, NULL);
}

static void
clear_original (Original *original)
{
  g_free (original->database);
  g_free (original->log);
  g_free (original->copy);
  g_free (original->digest);
  g_free (original->copy_digest);
}

// Asserts that nothing half made is left, and beside a database that is new nothing that belongs to another.
static void
assert_tidy (const char *dir, gboolean new)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL) {
    g_assert_false (g_str_has_prefix (name, "."));
    g_assert_false (new && g_str_has_prefix (name, "spil.db-"));
    // What was replaced is whole by itself: at no moment was it without its log.
    g_assert_false (new && g_str_has_suffix (name, "-wal"));
    g_assert_false (g_str_has_prefix (name, "kopie-"));
  }
}

static void
assert_told (Fault fault, gboolean done, const GError *error)
{
  g_assert_true (done == (error == NULL));
  if (error == NULL)
    return;
  g_assert_true (error->domain == SPIL_STORE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (fault == FAULT_FULL)
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
}

// A restore that goes wrong at @place: the old database or the new one, and what was reported as done is. FALSE when nothing went wrong any more.
static gboolean
try_restore (const Original *original, Fault fault, int place)
{
  char *dir = make_dir ();
  g_autofree char *data = g_build_filename (dir, "data", NULL);
  g_autofree char *copy = g_build_filename (dir, "kopie", NULL);
  g_autofree char *replaced = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  gboolean reached;

  g_assert_cmpint (g_mkdir_with_parents (data, 0700), ==, 0);
  write_bytes (data, "spil.db", original->database, original->database_length);
  write_bytes (data, "spil.db-wal", original->log, original->log_length);
  write_bytes (dir, "kopie", original->copy, original->copy_length);
  fault_vfs_arm (fault, place);
  done = spil_backup_restore (copy, data, &replaced, &error);
  reached = fault_vfs_disarm ();
  assert_told (fault, done, error);
  now = digest_in (data);
  g_assert_cmpstr (now, ==, done ? original->copy_digest : original->digest);
  assert_tidy (data, done);
  if (done) {
    g_autofree char *again = NULL;

    g_assert_true (spil_backup_restore (replaced, data, NULL, &error));
    g_assert_no_error (error);
    again = digest_in (data);
    g_assert_cmpstr (again, ==, original->digest);
  }
  remove_dir (dir);
  return reached;
}

// The same of a copy that is to take the place of an older one.
static gboolean
try_backup (const Original *original, Fault fault, int place)
{
  char *dir = make_dir ();
  g_autofree char *data = g_build_filename (dir, "data", NULL);
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *back = g_build_filename (dir, "terug", NULL);
  g_autofree char *now = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  SpilStore *store;
  gboolean done;
  gboolean reached;

  g_assert_cmpint (g_mkdir_with_parents (data, 0700), ==, 0);
  write_bytes (data, "spil.db", original->database, original->database_length);
  write_bytes (data, "spil.db-wal", original->log, original->log_length);
  write_bytes (dir, "kopie", original->copy, original->copy_length);
  store = spil_store_open (data, &error);
  g_assert_no_error (error);
  fault_vfs_arm (fault, place);
  done = spil_store_backup (store, path, NULL, NULL, &error);
  reached = fault_vfs_disarm ();
  assert_told (fault, done, error);
  spil_store_close (store);
  g_clear_error (&error);
  now = digest_in (data);
  g_assert_cmpstr (now, ==, original->digest);
  assert_tidy (dir, done);
  spil_backup_restore (path, back, NULL, &error);
  g_assert_no_error (error);
  copied = digest_in (back);
  g_assert_cmpstr (copied, ==, done ? original->digest : original->copy_digest);
  remove_dir (dir);
  return reached;
}

typedef struct
{
  const char *name;
  gboolean (*try_place) (const Original *original, Fault fault, int place);
  Fault fault;
  int n_first; // of so many places each is tried, then some of the many pages that are alike
} Case;

static const Case cases[] = {
  { "/store/backup-faults/restore/full", try_restore, FAULT_FULL, 8 },
  { "/store/backup-faults/restore/io", try_restore, FAULT_IO, 8 },
  { "/store/backup-faults/restore/torn", try_restore, FAULT_TORN, 8 },
  { "/store/backup-faults/restore/stop", try_restore, FAULT_STOP, 25 },
  { "/store/backup-faults/backup/full", try_backup, FAULT_FULL, 3 },
  { "/store/backup-faults/backup/io", try_backup, FAULT_IO, 3 },
  { "/store/backup-faults/backup/torn", try_backup, FAULT_TORN, 3 },
  { "/store/backup-faults/backup/stop", try_backup, FAULT_STOP, 3 },
};

// The first places of a restore are where the log of the old database is folded in.
static void
test_fault (gconstpointer data)
{
  const Case *test = data;
  Original original;
  int place = 1;

  make_original (&original);
  while (test->try_place (&original, test->fault, place))
    place += place < test->n_first || g_test_slow () ? 1 : 41;
  g_test_message ("%d places", place - 1);
  g_assert_cmpint (place, >, 100);
  clear_original (&original);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_fault);
  return g_test_run ();
}
