// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "store-fixture.h"

static SpilAction *
make_action (SpilId id)
{
  SpilAction *action = spil_action_new ("Changed");
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  g_auto (SpilValue) name = spil_value_text ("Andere naam");

  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_ORGANISATION_NAME, &name);
  for (int i = 1; i <= 3; i++) {
    SpilId added = spil_id_new_seeded (1533000000000, (const uint8_t[10]) { (uint8_t) i });
    SpilChange *change = spil_action_add_row (action, entity, added);
    SpilValue kind = spil_value_integer (1);

    spil_change_assign (change, SPIL_ORGANISATION_NAME, &name);
    spil_change_assign (change, SPIL_ORGANISATION_KIND, &kind);
  }
  return action;
}

static void
assert_sound (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

// A database before anything went wrong.
typedef struct
{
  char *content;
  gsize length;
  SpilId id; // of an organisation in it
  char *digest;
} Original;

static void
make_original (Original *original)
{
  Fixture fixture;
  g_autofree char *path = NULL;

  fixture_set_up (&fixture, NULL);
  original->id = add_organisation (fixture.store, "Isala");
  original->digest = digest_of (fixture.store);
  path = g_strdup (spil_store_get_path (fixture.store));
  g_clear_pointer (&fixture.store, spil_store_close);
  g_assert_true (g_file_get_contents (path, &original->content, &original->length, NULL));
  fixture_tear_down (&fixture, NULL);
}

static SpilStore *
open_copy (const Original *original, const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GError) error = NULL;
  SpilStore *store;

  g_assert_true (g_file_set_contents_full (path, original->content, (gssize) original->length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store = spil_store_open (dir, &error);
  g_assert_no_error (error);
  return store;
}

// A change that goes wrong at @place. Returns FALSE when nothing went wrong any more.
static gboolean
try_place (const Original *original, Fault fault, int place)
{
  gboolean power = fault == FAULT_TORN || fault == FAULT_STOP;
  char *dir = make_dir ();
  SpilStore *store = open_copy (original, dir);
  g_autoptr (SpilAction) action = make_action (original->id);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  gboolean done;
  gboolean reached;

  fault_vfs_arm (fault, place);
  done = spil_store_commit (store, action, &error);
  if (power)
    g_clear_pointer (&store, spil_store_close);
  reached = fault_vfs_disarm ();
  if (power)
    store = spil_store_open (dir, NULL);
  g_assert_nonnull (store);
  if (fault == FAULT_FULL && !done)
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
  g_assert_true (done == (error == NULL));
  now = digest_of (store);
  // What was reported as done is there; what was not is not, or it arrived whole before the power went.
  if (done)
    g_assert_cmpstr (now, !=, original->digest);
  else if (!power)
    g_assert_cmpstr (now, ==, original->digest);
  // And it goes on from there.
  if (g_str_equal (now, original->digest))
    commit (store, make_action (original->id));
  g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 4);
  assert_sound (store);
  spil_store_close (store);
  remove_dir (dir);
  return reached;
}

// The first places are of the change itself; of those after it, when the file is put in order, some will do here.
static void
test_fault (gconstpointer data)
{
  Original original;
  int place = 1;

  make_original (&original);
  while (try_place (&original, (Fault) GPOINTER_TO_INT (data), place))
    place += place < 30 || g_test_slow () ? 1 : 37;
  g_test_message ("%d places", place - 1);
  g_assert_cmpint (place, >, 5);
  g_free (original.content);
  g_free (original.digest);
}

// Making a database on a disk that is or gets full leaves nothing half made.
static void
test_create (void)
{
  gboolean reached = TRUE;

  for (int place = 1; reached; place += g_test_slow () ? 7 : 97) {
    char *dir = make_dir ();
    g_autoptr (GError) error = NULL;
    SpilStore *store;

    fault_vfs_arm (FAULT_FULL, place);
    store = spil_store_create (dir, &error);
    reached = fault_vfs_disarm ();
    if (store == NULL) {
      g_autofree char *path = g_build_filename (dir, "spil.db", NULL);

      g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
      store = spil_store_create (dir, &error);
    }
    g_assert_no_error (error);
    spil_store_close (store);
    remove_dir (dir);
  }
}

// A process that changes the database without end, and says after each change that it is done.
static void
change_for_ever (const char *dir, int out)
{
  SpilStore *store = spil_store_open (dir, NULL);

  for (;;) {
    add_organisation (store, "Isala");
    if (write (out, "x", 1) != 1)
      _exit (1);
  }
}

// kill -9 in the middle of work: all that was reported as done is there, and nothing is damaged.
static void
test_kill (Fixture *fixture, gconstpointer data)
{
  static const int kills[] = { 1, 2, 5, 11 };
  int done = 0;

  g_clear_pointer (&fixture->store, spil_store_close);
  for (gsize i = 0; i < G_N_ELEMENTS (kills); i++) {
    int ends[2];
    pid_t child;
    char byte;
    g_autoptr (GError) error = NULL;
    SpilStore *store;

    g_assert_cmpint (pipe (ends), ==, 0);
    child = fork ();
    if (child == 0)
      change_for_ever (fixture->dir, ends[1]);
    close (ends[1]);
    for (int j = 0; j < kills[i]; j++, done++)
      g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
    g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
    while (read (ends[0], &byte, 1) == 1)
      done++;
    close (ends[0]);
    store = spil_store_open (fixture->dir, &error);
    g_assert_no_error (error);
    // The last one may have been done without being reported.
    g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION)), >=, done);
    g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_ORGANISATION)), <=, done + (int) i + 1);
    assert_sound (store);
    spil_store_close (store);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  g_test_add_data_func ("/store/faults/full", GINT_TO_POINTER (FAULT_FULL), test_fault);
  g_test_add_data_func ("/store/faults/io", GINT_TO_POINTER (FAULT_IO), test_fault);
  g_test_add_data_func ("/store/faults/torn", GINT_TO_POINTER (FAULT_TORN), test_fault);
  g_test_add_data_func ("/store/faults/stop", GINT_TO_POINTER (FAULT_STOP), test_fault);
  g_test_add_func ("/store/faults/create", test_create);
  g_test_add ("/store/faults/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
