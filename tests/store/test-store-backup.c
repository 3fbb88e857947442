// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup-fixture.h"
#include "spil-backup.h"
#include "store-fixture.h"

// What stands in the write-ahead log of an open database is in the copy; the copy is one file.
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie.spil", NULL);
  g_autofree char *below = g_build_filename (dir, "nieuw", "map", NULL);
  g_autofree char *replaced = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *both = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBackupFacts) facts = NULL;
  GStatBuf status;

  add_organisation (fixture->store, "Isala");
  before = digest_of (fixture->store);
  back_up (fixture->store, path);
  assert_files (dir, "kopie.spil");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  facts = spil_backup_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (facts->programme, ==, "Werkgeversaanpak");
  g_assert_cmpint (facts->n_entries, ==, 2);
  g_assert_cmpint (facts->latest.ms, >, 1500000000000);
  g_assert_true (spil_id_equal (facts->device, spil_store_get_device (fixture->store)));
  assert_files (dir, "kopie.spil");

  restore (path, below, &replaced);
  g_assert_null (replaced);
  assert_files (below, "spil.db");
  after = digest_in (below);
  g_assert_cmpstr (before, ==, after);

  // What was replaced is one file too: nothing that SQLite left beside it.
  restore (path, below, &replaced);
  name = g_path_get_basename (replaced);
  both = g_strdup_printf ("%s spil.db", name);
  assert_files (below, both);
  remove_dir (dir);
}

typedef struct
{
  SpilStore *other;
  int n_calls;
  int stop; // at this call; 0: never
  double share;
} Progress;

static gboolean
on_progress_cb (double share, gpointer user_data)
{
  Progress *progress = user_data;

  progress->n_calls++;
  g_assert_cmpfloat (share, >=, progress->share);
  g_assert_cmpfloat (share, <=, 1);
  progress->share = share;
  if (progress->other != NULL)
    add_organisation (progress->other, "Meanwhile");
  return progress->n_calls != progress->stop;
}

// Adds a row with a text of @length times the letter x.
static void
add_long_text (SpilStore *store, gsize length)
{
  g_autofree char *text = g_strnfill (length, 'x');
  SpilAction *action = spil_action_new ("Note added");
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_ALLIANCE), spil_id_new ());
  g_auto (SpilValue) name = spil_value_text ("Lang");
  g_auto (SpilValue) goal = spil_value_text (text);

  spil_change_assign (change, SPIL_ALLIANCE_NAME, &name);
  spil_change_assign (change, SPIL_ALLIANCE_GOAL, &goal);
  commit (store, action);
}

// Others write on, in every step of it; the copy holds what there was when it began.
static void
test_others_write (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *restored = g_build_filename (dir, "terug", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { .other = spil_store_open (fixture->dir, NULL) };

  // Long enough for several steps.
  for (int i = 0; i < 12; i++)
    add_long_text (fixture->store, 1000 * 1000);
  before = digest_of (fixture->store);
  g_assert_true (spil_store_backup (fixture->store, path, on_progress_cb, &progress, &error));
  g_assert_no_error (error);
  g_assert_cmpint (progress.n_calls, >, 4);
  g_assert_cmpfloat (progress.share, ==, 1);
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, progress.n_calls);
  restore (path, restored, NULL);
  after = digest_in (restored);
  g_assert_cmpstr (before, ==, after);
  spil_store_close (progress.other);
  remove_dir (dir);
}

// Whenever it is stopped, the copy that was there stays.
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  gsize older_length;
  gsize newer_length;
  gboolean done = FALSE;
  int stop;

  back_up (fixture->store, path);
  g_assert_true (g_file_get_contents (path, &older, &older_length, NULL));
  add_organisation (fixture->store, "Isala");
  for (stop = 1; !done; stop++) {
    Progress progress = { .stop = stop };
    g_autoptr (GError) error = NULL;
    g_autofree char *now = NULL;
    gsize length;

    done = spil_store_backup (fixture->store, path, on_progress_cb, &progress, &error);
    if (done)
      break;
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    assert_files (dir, "kopie");
    g_assert_true (g_file_get_contents (path, &now, &length, NULL));
    g_assert_cmpmem (older, older_length, now, length);
  }
  g_assert_cmpint (stop, >, 2);
  g_assert_true (g_file_get_contents (path, &newer, &newer_length, NULL));
  g_assert_false (older_length == newer_length && memcmp (older, newer, older_length) == 0);
  remove_dir (dir);
}

static gboolean
die_cb (double share, gpointer user_data)
{
  int *left = user_data;

  if (--*left == 0)
    raise (SIGKILL);
  return TRUE;
}

// The same when the program is killed; what it was writing is left under a name that is nobody's.
static void
test_kill (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *before = NULL;

  back_up (fixture->store, path);
  add_organisation (fixture->store, "Isala");
  before = digest_of (fixture->store);
  g_clear_pointer (&fixture->store, spil_store_close);
  for (int place = 1; place <= 2; place++) {
    pid_t child = fork ();
    int status;

    if (child == 0) {
      SpilStore *store = spil_store_open (fixture->dir, NULL);
      int left = place;

      spil_store_backup (store, path, die_cb, &left, NULL);
      _exit (0);
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFSIGNALED (status));
  }
  {
    g_autofree char *terug = g_build_filename (dir, "terug", NULL);
    g_autofree char *now = NULL;
    g_autofree char *old = NULL;
    g_autoptr (SpilBackupFacts) facts = spil_backup_read (path, NULL);

    g_assert_nonnull (facts);
    g_assert_cmpint (facts->n_entries, ==, 1);
    restore (path, terug, NULL);
    old = digest_in (terug);
    now = digest_in (fixture->dir);
    g_assert_cmpstr (now, ==, before);
    g_assert_cmpstr (old, !=, before);
  }
  remove_dir (dir);
}

static void
test_bad_targets (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name; // in the folder of the data, unless it is absolute
    int code;
    const char *words;
  } cases[] = {
    { "spil.db", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "./map/../spil.db", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "spil.db-wal", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "secrets", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "harde-naam", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "zachte-naam", SPIL_STORE_ERROR_REFUSED, "the database itself" },
    { "map", SPIL_STORE_ERROR_EXISTS, "is a folder" },
    { "nergens/kopie", SPIL_STORE_ERROR_MISSING, "no folder" },
    { "briefje/kopie", SPIL_STORE_ERROR_MISSING, "no folder" },
    { "/dev/full", SPIL_STORE_ERROR_EXISTS, "no ordinary file" },
    { "/proc/spil-kopie", SPIL_STORE_ERROR_READ_ONLY, "may not be written" },
  };
  g_autofree char *path = g_strdup (spil_store_get_path (fixture->store));
  g_autofree char *hard = g_build_filename (fixture->dir, "harde-naam", NULL);
  g_autofree char *soft = g_build_filename (fixture->dir, "zachte-naam", NULL);
  g_autofree char *folder = g_build_filename (fixture->dir, "map", NULL);
  g_autofree char *note = g_build_filename (fixture->dir, "briefje", NULL);
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;

  g_assert_cmpint (link (path, hard), ==, 0);
  g_assert_cmpint (symlink ("spil.db", soft), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (note, "x", 1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *target = g_path_is_absolute (cases[i].name)
                                  ? g_strdup (cases[i].name)
                                  : g_build_filename (fixture->dir, cases[i].name, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_store_backup (fixture->store, target, NULL, NULL, &error));
    assert_refusal (error, cases[i].code, cases[i].words);
  }
  assert_files (fixture->dir, "briefje harde-naam map spil.db spil.db-shm spil.db-wal zachte-naam");
  after = digest_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

// Bad copies are refused, and leave the database and its folder as they are.
static void
assert_bad_copy (const char *dir, const char *path, int code, const char *words)
{
  g_autofree char *before = digest_in (dir);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;

  g_assert_null (spil_backup_read (path, &error));
  assert_refusal (error, code, words);
  g_clear_error (&error);
  g_assert_false (spil_backup_restore (path, dir, &replaced, &error));
  assert_refusal (error, code, words);
  g_assert_null (replaced);
  assert_files (dir, "spil.db");
  after = digest_in (dir);
  g_assert_cmpstr (before, ==, after);
}

static void
test_bad_copies (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autofree char *nowhere = g_build_filename (dir, "nergens", NULL);
  g_autofree char *content = NULL;
  gsize length;

  add_organisation (fixture->store, "Isala");
  back_up (fixture->store, path);
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  assert_bad_copy (fixture->dir, nowhere, SPIL_STORE_ERROR_MISSING, "no copy");
  assert_bad_copy (fixture->dir, dir, SPIL_STORE_ERROR_CORRUPT, "no copy made by Spil");
  run_sql (dir, "PRAGMA user_version = 9999");
  assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_NEWER, "newer version");
  run_sql (dir, "PRAGMA user_version = 1; PRAGMA application_id = 77");
  assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_CORRUPT, "no copy made by Spil");
  run_sql (dir, "PRAGMA application_id = 0x5370696c; DROP TABLE meta");
  assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_CORRUPT, "no copy made by Spil");
  for (int part = 0; part < 10; part++) {
    g_assert_true (g_file_set_contents (path, content, (gssize) (length * (gsize) part / 10), NULL));
    assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_CORRUPT, "damaged");
  }
  g_assert_true (g_file_set_contents (path, "Dit is een brief.", -1, NULL));
  assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_CORRUPT, "no copy made by Spil");
  memset (content + length / 2, 0xa5, 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  assert_bad_copy (fixture->dir, path, SPIL_STORE_ERROR_CORRUPT, "damaged");
  remove_dir (dir);
}

// Brings the copy @path back and asserts what there is then; returns the one that it replaced.
static char *
bring_back (const char *path, const char *dir, const char *digest)
{
  g_autofree char *now = NULL;
  char *replaced = NULL;

  restore (path, dir, &replaced);
  g_assert_nonnull (replaced);
  now = digest_in (dir);
  g_assert_cmpstr (now, ==, digest);
  return replaced;
}

// A database that is damaged gives no copy, and the older one stays.
static void
test_damaged_source (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *database = g_strdup (spil_store_get_path (fixture->store));
  g_autofree char *content = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *middle;
  gsize length;
  gsize copy_length;
  gsize after_length;

  add_long_text (fixture->store, 100 * 1000);
  back_up (fixture->store, path);
  g_assert_true (g_file_get_contents (path, &copy, &copy_length, NULL));
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_get_contents (database, &content, &length, NULL));
  // In the middle of that text, which nothing reads when the database is opened.
  text = g_strnfill (4000, 'x');
  middle = memmem (content, length, text, 4000);
  g_assert_nonnull (middle);
  memset (content + (((gsize) (middle - content) + 2000) & ~(gsize) 4095), 0xa5, 4096);
  g_assert_true (g_file_set_contents (database, content, (gssize) length, NULL));
  fixture->store = spil_store_open (fixture->dir, &error);
  g_assert_no_error (error);
  g_assert_false (spil_store_backup (fixture->store, path, NULL, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_CORRUPT, "damaged");
  g_assert_nonnull (strstr (error->message, database));
  assert_files (dir, "kopie");
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (copy, copy_length, after, after_length);
  remove_dir (dir);
}

// What was replaced is kept, and is a copy like any other.
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *old = digest_of (fixture->store);
  g_autofree char *new = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  back_up (fixture->store, path);
  add_organisation (fixture->store, "Isala");
  new = digest_of (fixture->store);
  g_clear_pointer (&fixture->store, spil_store_close);
  first = bring_back (path, fixture->dir, old);
  second = bring_back (first, fixture->dir, new);
  third = bring_back (second, fixture->dir, old);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (second, !=, third);
  remove_dir (dir);
}

static void
assert_text (const char *path, const char *text)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
}

// A database that is damaged is no hindrance, and is kept too, with what belongs to it.
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const char *letter = "Dit is geen database, maar een brief.";
  const char *log_text = "En dit is geen logboek.";
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *database = g_build_filename (fixture->dir, "spil.db", NULL);
  g_autofree char *log = g_build_filename (fixture->dir, "spil.db-wal", NULL);
  g_autofree char *digest = digest_of (fixture->store);
  g_autofree char *replaced = NULL;
  g_autofree char *kept_log = NULL;

  back_up (fixture->store, path);
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_set_contents (database, letter, -1, NULL));
  g_assert_true (g_file_set_contents (log, log_text, -1, NULL));
  replaced = bring_back (path, fixture->dir, digest);
  kept_log = g_strconcat (replaced, "-wal", NULL);
  assert_text (replaced, letter);
  assert_text (kept_log, log_text);
  remove_dir (dir);
}

static void
assert_busy (const char *path, const char *dir)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_backup_restore (path, dir, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_BUSY, "in use");
  g_clear_error (&error);
  g_assert_false (spil_store_remove_local (dir, NULL, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_BUSY, "in use");
}

// While anybody has it open, in this process or in another, also when it rests.
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  int in[2];
  int out[2];
  char byte;
  pid_t child;

  back_up (fixture->store, path);
  assert_busy (path, fixture->dir);
  g_assert_false (spil_backup_restore (spil_store_get_path (fixture->store), fixture->dir, NULL, &error));
  assert_refusal (error, SPIL_STORE_ERROR_REFUSED, "the database itself");
  g_clear_pointer (&fixture->store, spil_store_close);

  g_assert_cmpint (pipe (in), ==, 0);
  g_assert_cmpint (pipe (out), ==, 0);
  child = fork ();
  if (child == 0) {
    SpilStore *store = spil_store_open (fixture->dir, NULL);

    if (store == NULL || write (out[1], "x", 1) != 1 || read (in[0], &byte, 1) != 1)
      _exit (1);
    spil_store_close (store);
    _exit (0);
  }
  g_assert_cmpint (read (out[0], &byte, 1), ==, 1);
  assert_busy (path, fixture->dir);
  g_assert_cmpint (write (in[1], "x", 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  for (int i = 0; i < 2; i++) {
    close (in[i]);
    close (out[i]);
  }
  assert_files (fixture->dir, "spil.db");
  after = digest_in (fixture->dir);
  g_assert_cmpstr (before, ==, after);
  remove_dir (dir);
}

// A database elsewhere, by a link to it: what it stands for is restored and removed.
static void
test_link (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "kopie", NULL);
  g_autofree char *linked = g_build_filename (dir, "data", NULL);
  g_autofree char *name = g_build_filename (linked, "spil.db", NULL);
  g_autofree char *database = g_strdup (spil_store_get_path (fixture->store));
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  back_up (fixture->store, path);
  add_organisation (fixture->store, "Isala");
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_cmpint (g_mkdir (linked, 0700), ==, 0);
  g_assert_cmpint (symlink (database, name), ==, 0);
  restore (path, linked, NULL);
  after = digest_in (linked);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_test (name, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (spil_store_remove_local (linked, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (database, G_FILE_TEST_EXISTS));
  assert_files (dir, "kopie");
  remove_dir (dir);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/store/backup/round-trip", test_round_trip);
  ADD ("/store/backup/others-write", test_others_write);
  ADD ("/store/backup/stop", test_stop);
  ADD ("/store/backup/kill", test_kill);
  ADD ("/store/backup/bad-targets", test_bad_targets);
  ADD ("/store/backup/bad-copies", test_bad_copies);
  ADD ("/store/backup/damaged-source", test_damaged_source);
  ADD ("/store/backup/replaced", test_replaced);
  ADD ("/store/backup/damaged", test_damaged);
  ADD ("/store/backup/busy", test_busy);
  ADD ("/store/backup/link", test_link);
  return g_test_run ();
}
