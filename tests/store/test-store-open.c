// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "spil-store-private.h"
#include "store-fixture.h"

// Opening fails with @code, both ways, in a sentence; nothing is left behind that was not there.
static void
assert_refused (const char *dir, SpilStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_store_open (dir, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SPIL_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);
  g_assert_null (spil_store_open_read_only (dir, &error));
  g_assert_error (error, SPIL_STORE_ERROR, (int) code);
}

static void
assert_not_created (const char *dir, SpilStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_store_create (dir, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SPIL_STORE_ERROR, (int) code);
}

static void
write_file (const char *dir, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
test_missing (void)
{
  char *dir = make_dir ();
  g_autofree char *below = g_build_filename (dir, "none", NULL);

  assert_refused (dir, SPIL_STORE_ERROR_MISSING);
  assert_refused (below, SPIL_STORE_ERROR_MISSING);
  assert_refused ("", SPIL_STORE_ERROR_MISSING);
  assert_not_created ("", SPIL_STORE_ERROR_MISSING);
  g_assert_false (g_file_test (below, G_FILE_TEST_EXISTS));
  remove_dir (dir);
}

static void
test_not_a_database (void)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);

  write_file (
      dir,
      "This is a letter, and by no means a database. It goes on for a while, so that it is longer than the "
      "header of one, which is a hundred bytes.",
      -1);
  assert_refused (dir, SPIL_STORE_ERROR_CORRUPT);
  assert_not_created (dir, SPIL_STORE_ERROR_EXISTS);
  g_assert_cmpint (g_unlink (path), ==, 0);
  run_sql (dir, "CREATE TABLE customer (name TEXT)");
  assert_refused (dir, SPIL_STORE_ERROR_CORRUPT);
  assert_not_created (dir, SPIL_STORE_ERROR_EXISTS);
  remove_dir (dir);
}

// What a creation that was cut short leaves is made anew.
static void
test_empty_file (void)
{
  char *dir = make_dir ();
  g_autoptr (GError) error = NULL;
  SpilStore *store;

  write_file (dir, "", 0);
  assert_refused (dir, SPIL_STORE_ERROR_MISSING);
  store = spil_store_create (dir, &error);
  g_assert_no_error (error);
  spil_store_close (store);
  assert_not_created (dir, SPIL_STORE_ERROR_EXISTS);
  remove_dir (dir);
}

static void
test_folder (void)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autofree char *file = g_build_filename (dir, "file", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (dir, SPIL_STORE_ERROR_CORRUPT);
  assert_not_created (dir, SPIL_STORE_ERROR_EXISTS);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  assert_not_created (file, SPIL_STORE_ERROR_READ_ONLY);
  remove_dir (dir);
}

static void
test_unwritable (void)
{
  // Not even root can make anything there.
  assert_not_created ("/proc/spil", SPIL_STORE_ERROR_READ_ONLY);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, spil_store_close);
  run_sql (fixture->dir, "PRAGMA user_version = 9999");
  assert_refused (fixture->dir, SPIL_STORE_ERROR_NEWER);
  assert_not_created (fixture->dir, SPIL_STORE_ERROR_EXISTS);
}

// Cut off anywhere, the file is refused when it is opened or when what is missing is read; it never crashes and never passes the check.
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "spil.db", NULL);
  g_autofree char *content = NULL;
  gsize length;

  add_organisation (fixture->store, "Isala");
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (int part = 1; part < 20; part++) {
    char *dir = make_dir ();
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilStore) store = NULL;

    write_file (dir, content, (gssize) (length * (gsize) part / 20));
    store = spil_store_open (dir, &error);
    g_assert_null (store);
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT);
    remove_dir (dir);
  }
}

// Damage within the file: an error or a fault, at the latest by the check, or it hit a place where nothing is.
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "spil.db", NULL);
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;
  gsize length;

  add_organisation (fixture->store, "Isala");
  before = digest_of (fixture->store);
  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize place = 200; place < length; place += length / 40) {
    char *dir = make_dir ();
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilStore) store = NULL;
    g_autofree char *damaged = g_memdup2 (content, length);

    memset (damaged + place, 0xa5, MIN (2000, length - place));
    write_file (dir, damaged, (gssize) length);
    store = spil_store_open (dir, &error);
    if (store != NULL) {
      g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

      if (faults != NULL && faults->len == 0) {
        g_autofree char *digest = digest_of (store);

        g_assert_cmpstr (digest, ==, before);
      }
    }
    g_assert_true (store != NULL || error != NULL);
    g_clear_pointer (&store, spil_store_close);
    remove_dir (dir);
  }
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilStore *reader;
  SpilAction *action = spil_action_new ("Deleted");
  SpilId id = add_organisation (fixture->store, "Isala");

  reader = spil_store_open_read_only (fixture->dir, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (reader, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 1);
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  commit_fails (reader, action, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
  g_assert_false (spil_store_undo (reader, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (spil_store_audit (reader, "export", "csv", "ok", &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);
  spil_store_close (reader);
}

// A file on its own, as on a disk that may only be read, without the files beside it that SQLite would want to make.
static void
test_read_only_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "spil.db", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  SpilConnection *connection;
  gsize length;

  g_clear_pointer (&fixture->store, spil_store_close);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  connection = spil_connection_open (path, SPIL_CONNECTION_READ, &error);
  g_assert_no_error (error);
  spil_connection_close (connection);
}

/* A full disk: SQLite says so in the same way when the file may not grow beyond a number of pages. */

static void
allow_pages (SpilStore *store, int more)
{
  int64_t pages;
  g_autofree char *sql = NULL;

  g_assert_true (spil_connection_read_integer (store->connection, "PRAGMA page_count", &pages, NULL));
  sql = g_strdup_printf ("PRAGMA max_page_count = %d", (int) pages + more);
  g_assert_true (spil_connection_execute (store->connection, sql, NULL));
}

static SpilAction *
make_large_action (void)
{
  SpilAction *action = spil_action_new ("Many added");
  g_autofree char *note = g_strnfill (50000, 'x');

  for (int i = 0; i < 20; i++) {
    g_autoptr (SpilRecord) record = sample_record (action, spil_entity (SPIL_ENTITY_ORGANISATION), i, FALSE);
    SpilChange *change = g_ptr_array_index (action->changes, action->changes->len - 1);
    g_auto (SpilValue) notes = spil_value_text (note);

    spil_change_assign (change, SPIL_ORGANISATION_NOTES, &notes);
  }
  return action;
}

// Wherever in a change the disk is full: nothing has changed, and it works once there is room.
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  for (int more = 0; more < 250; more += 25) {
    g_autofree char *digest = NULL;

    allow_pages (fixture->store, more);
    commit_fails (fixture->store, make_large_action (), SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
    digest = digest_of (fixture->store);
    g_assert_cmpstr (digest, ==, before);
  }
  allow_pages (fixture->store, 1000000);
  commit (fixture->store, make_large_action ());
  after = digest_of (fixture->store);
  g_assert_cmpstr (after, !=, before);
  faults = spil_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilStore *other = spil_store_open (fixture->dir, &error);
  SpilAction *action = spil_action_new ("Added");
  g_autoptr (SpilRecord) record = sample_record (action, spil_entity (SPIL_ENTITY_ORGANISATION), 1, FALSE);

  g_assert_no_error (error);
  spil_store_set_busy_timeout (fixture->store, 0);
  g_assert_true (spil_connection_begin (other->connection, &error));
  g_assert_false (spil_store_commit (fixture->store, action, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY);
  // Reading goes on.
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 0);
  spil_connection_rollback (other->connection);
  commit (fixture->store, action);
  g_assert_cmpint (count_rows (other, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 1);
  spil_store_close (other);
}

// Two programs take turns: numbers and undo steps are the database's.
static void
test_two_stores (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilStore *other = spil_store_open (fixture->dir, &error);
  SpilEntityMask touched;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_no_error (error);
  touched = spil_store_take_touched (other);
  for (int i = 0; i < 10; i++) {
    add_organisation (fixture->store, "Hier");
    add_task (other, "Daar");
  }
  touched = spil_store_take_touched (fixture->store);
  g_assert_true (spil_entity_mask_has (&touched, SPIL_ENTITY_TASK));
  g_assert_true (spil_store_undo (fixture->store, &label, &error));
  g_assert_cmpint (count_rows (other, spil_entity (SPIL_ENTITY_TASK)), ==, 9);
  faults = spil_store_check (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  spil_store_close (other);
}

static void
test_touched (Fixture *fixture, gconstpointer data)
{
  SpilEntityMask touched = spil_store_take_touched (fixture->store);

  g_assert_true (spil_entity_mask_has (&touched, SPIL_ENTITY_PROGRAMME));
  touched = spil_store_take_touched (fixture->store);
  g_assert_true (spil_entity_mask_is_empty (&touched));
  add_organisation (fixture->store, "Isala");
  touched = spil_store_take_touched (fixture->store);
  g_assert_true (spil_entity_mask_has (&touched, SPIL_ENTITY_ORGANISATION));
  g_assert_false (spil_entity_mask_has (&touched, SPIL_ENTITY_TASK));
  g_assert_true (spil_store_undo (fixture->store, NULL, NULL));
  touched = spil_store_take_touched (fixture->store);
  g_assert_true (spil_entity_mask_has (&touched, SPIL_ENTITY_ORGANISATION));
}

static void
test_private_file (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (spil_store_get_path (fixture->store), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0077, ==, 0);
}

// Rows need a programme, which may come in the same action.
static void
test_without_programme (void)
{
  char *dir = make_dir ();
  g_autoptr (GError) error = NULL;
  SpilStore *store = spil_store_create (dir, &error);
  SpilAction *action = spil_action_new ("Added");
  g_autoptr (SpilRecord) record = sample_record (action, spil_entity (SPIL_ENTITY_ORGANISATION), 1, FALSE);
  g_autoptr (SpilRecord) programme = NULL;

  g_assert_no_error (error);
  g_assert_true (spil_id_is_nil (spil_store_get_programme (store)));
  g_assert_false (spil_store_commit (store, action, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  programme = sample_record (action, spil_entity (SPIL_ENTITY_PROGRAMME), 1, FALSE);
  commit (store, action);
  g_assert_true (spil_id_equal (spil_store_get_programme (store), spil_record_get_id (programme)));
  g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 1);
  spil_store_close (store);
  remove_dir (dir);
}

#define add(name, test) g_test_add ("/store/open/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/missing", test_missing);
  g_test_add_func ("/store/open/not-a-database", test_not_a_database);
  g_test_add_func ("/store/open/empty-file", test_empty_file);
  g_test_add_func ("/store/open/folder", test_folder);
  g_test_add_func ("/store/open/unwritable", test_unwritable);
  g_test_add_func ("/store/open/without-programme", test_without_programme);
  add ("newer", test_newer);
  add ("truncated", test_truncated);
  add ("damaged", test_damaged);
  add ("read-only", test_read_only);
  add ("read-only-copy", test_read_only_copy);
  add ("full", test_full);
  add ("busy", test_busy);
  add ("two-stores", test_two_stores);
  add ("touched", test_touched);
  add ("private-file", test_private_file);
  return g_test_run ();
}
