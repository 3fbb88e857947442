// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "laptops.h"
#include "power-vfs.h"

/*
 * The power goes right after something was reported as done, and the disk has kept only what was synced: what was reported is there.
 */

// Closes what cannot be written any more, and opens what the disk has kept.
static SpilStore *
lose_power (SpilStore *store)
{
  g_autofree char *dir = g_path_get_dirname (spil_store_get_path (store));
  g_autoptr (GError) error = NULL;

  power_vfs_cut (dir);
  spil_store_close (store);
  g_test_message ("%d writes were lost", power_vfs_return ());
  store = spil_store_open (dir, &error);
  g_assert_no_error (error);
  assert_sound (store);
  return store;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  for (int i = 1; i <= 30; i++) {
    add_organisation (fixture->store, "Isala");
    if (i % 7 == 0)
      spil_store_undo (fixture->store, NULL, NULL);
    if (i % 3 != 0)
      continue;
    fixture->store = lose_power (fixture->store);
    g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, i - i / 7);
  }
}

static void
test_receive (Fixture *fixture, gconstpointer data)
{
  char *dir = make_dir ();
  SpilStore *receiver = spil_store_create (dir, NULL);

  for (int i = 1; i <= 10; i++) {
    g_autofree char *digest = NULL;
    g_autofree char *kept = NULL;

    add_organisation (fixture->store, "Isala");
    carry (fixture->store, receiver);
    digest = digest_of (receiver);
    receiver = lose_power (receiver);
    kept = digest_of (receiver);
    g_assert_cmpstr (kept, ==, digest);
  }
  spil_store_close (receiver);
  remove_dir (dir);
}

// The disk of the tests forgets what was not synced: else they would show nothing.
static void
test_disk_forgets (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "PRAGMA synchronous = OFF; CREATE TABLE lost (n INTEGER)";

  g_clear_pointer (&fixture->store, spil_store_close);
  run_sql (fixture->dir, sql);
  power_vfs_cut (fixture->dir);
  g_assert_cmpint (power_vfs_return (), >, 0);
  // This would fail if the table were there.
  run_sql (fixture->dir, sql);
  run_sql (fixture->dir, "DROP TABLE lost");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  power_vfs_register ();
  g_test_add ("/power/disk-forgets", Fixture, NULL, fixture_set_up, test_disk_forgets, fixture_tear_down);
  g_test_add ("/power/edit", Fixture, NULL, fixture_set_up, test_edit, fixture_tear_down);
  g_test_add ("/power/receive", Fixture, NULL, fixture_set_up, test_receive, fixture_tear_down);
  return g_test_run ();
}
