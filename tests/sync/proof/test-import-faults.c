// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "fault-vfs.h"
#include "laptops.h"

/*
 * A laptop receives what another did while its disk fails at one write or sync: at each of them, in each way. Whatever it says
 * of it is so afterwards, nothing is damaged, and the next attempt succeeds.
 */

// Two laptops that had met, and have both gone on since.
typedef struct
{
  Fixture sender;
  char *content; // of the receiver's file, before
  gsize length;
  char *before; // digest of the receiver
  char *after; // and when all is received
  SpilId organisation;
} Meeting;

static SpilStore *
open_receiver (const Meeting *meeting, const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  g_autoptr (GError) error = NULL;
  SpilStore *store;

  g_assert_true (g_file_set_contents_full (path, meeting->content, (gssize) meeting->length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store = spil_store_open (dir, &error);
  g_assert_no_error (error);
  return store;
}

static void
make_receiver (Meeting *meeting)
{
  char *dir = make_dir ();
  g_autoptr (GError) error = NULL;
  SpilStore *store = spil_store_create (dir, &error);
  g_autofree char *path = g_strdup (spil_store_get_path (store));

  g_assert_no_error (error);
  carry (meeting->sender.store, store);
  rename_organisation (store, meeting->organisation, "Isala klinieken");
  meeting->before = digest_of (store);
  spil_store_close (store);
  g_assert_true (g_file_get_contents (path, &meeting->content, &meeting->length, NULL));
  remove_dir (dir);
}

static void
make_meeting (Meeting *meeting)
{
  SpilStore *store;
  SpilStore *receiver;
  char *dir = make_dir ();

  fixture_set_up (&meeting->sender, NULL);
  store = meeting->sender.store;
  meeting->organisation = add_organisation (store, "Isala");
  make_receiver (meeting);
  rename_organisation (store, meeting->organisation, "Isala ziekenhuis");
  add_person (store, meeting->organisation, "Jansen");
  for (int i = 0; i < 3; i++)
    add_task (store, "Inventarisatie");
  spil_store_undo (store, NULL, NULL);
  receiver = open_receiver (meeting, dir);
  carry (store, receiver);
  meeting->after = digest_of (receiver);
  g_assert_cmpstr (meeting->after, !=, meeting->before);
  assert_sound (receiver);
  spil_store_close (receiver);
  remove_dir (dir);
}

static void
clear_meeting (Meeting *meeting)
{
  fixture_tear_down (&meeting->sender, NULL);
  g_free (meeting->content);
  g_free (meeting->before);
  g_free (meeting->after);
}

// The disk fails at @place. Returns FALSE when nothing went wrong any more.
static gboolean
try_place (const Meeting *meeting, Fault fault, int place)
{
  gboolean power = fault == FAULT_TORN || fault == FAULT_STOP;
  char *dir = make_dir ();
  SpilStore *store = open_receiver (meeting, dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *last = NULL;
  gboolean reached;
  gboolean done;

  fault_vfs_arm (fault, place);
  done = carry_over (meeting->sender.store, store, &error);
  if (power)
    g_clear_pointer (&store, spil_store_close);
  reached = fault_vfs_disarm ();
  if (power)
    store = spil_store_open (dir, NULL);
  g_assert_nonnull (store);
  g_assert_true (done == (error == NULL));
  if (fault == FAULT_FULL && !done)
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL);
  now = digest_of (store);
  // All of it or nothing; what was reported as kept is kept, what was refused is not there unless the power went.
  if (done || (power && g_strcmp0 (now, meeting->before) != 0))
    g_assert_cmpstr (now, ==, meeting->after);
  else
    g_assert_cmpstr (now, ==, meeting->before);
  assert_sound (store);
  carry (meeting->sender.store, store);
  last = digest_of (store);
  g_assert_cmpstr (last, ==, meeting->after);
  spil_store_close (store);
  remove_dir (dir);
  return reached;
}

// Each place of the change itself; of those after it, when the file is put in order, some will do here.
static void
test_fault (gconstpointer data)
{
  Meeting meeting = { 0 };
  int place = 1;

  make_meeting (&meeting);
  while (try_place (&meeting, (Fault) GPOINTER_TO_INT (data), place))
    place += place < 30 || g_getenv ("SPIL_TEST_LONG") != NULL ? 1 : 37;
  g_test_message ("%d places", place - 1);
  g_assert_cmpint (place, >, 10);
  clear_meeting (&meeting);
}

typedef struct
{
  SpilImport *import;
  SpilId device;
  GHashTable *keys;
} Half;

static gboolean
import_entry (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  const Half *half = user_data;

  return spil_import_entry (half->import, &half->device, entry, half->keys, error);
}

// Half-way something is wrong with what is received: here, the keys of a person are missing. What came before it in the same change does not stay.
static void
test_refused (void)
{
  Meeting meeting = { 0 };
  char *dir = make_dir ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  g_autofree char *now = NULL;
  SpilStore *store;
  Half half;

  make_meeting (&meeting);
  store = open_receiver (&meeting, dir);
  half = (Half) { spil_import_begin (store, &error), spil_store_get_device (meeting.sender.store), keys };
  g_assert_no_error (error);
  g_assert_false (
      spil_store_each_entry (meeting.sender.store, &half.device, 1, G_MAXINT64, import_entry, &half, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_KEYS);
  spil_import_free (half.import);
  now = digest_of (store);
  g_assert_cmpstr (now, ==, meeting.before);
  assert_sound (store);
  spil_store_close (store);
  remove_dir (dir);
  clear_meeting (&meeting);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  g_test_add_data_func ("/import-faults/full", GINT_TO_POINTER (FAULT_FULL), test_fault);
  g_test_add_data_func ("/import-faults/io", GINT_TO_POINTER (FAULT_IO), test_fault);
  g_test_add_data_func ("/import-faults/torn", GINT_TO_POINTER (FAULT_TORN), test_fault);
  g_test_add_data_func ("/import-faults/stop", GINT_TO_POINTER (FAULT_STOP), test_fault);
  g_test_add_func ("/import-faults/refused", test_refused);
  return g_test_run ();
}
