// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-mark.h"
#include "sync-trio.h"

static void
assert_all_well (Trio *trio)
{
  laptops_sync_all (trio->all);
  for (int i = 0; trio->all[i] != NULL; i++)
    laptop_sync_well (trio->all[i]);
  laptops_assert_same (trio->all);
}

// A copied disk: both go on, the second one to come as another laptop.
static void
test_clone (Trio *trio, gconstpointer data)
{
  g_autoptr (Laptop) clone = NULL;
  Laptop *all[] = { trio->leader, trio->anna, trio->bram, NULL, NULL };
  SpilId before = spil_store_get_device (trio->anna->store);
  SpilId after;

  laptop_add_task (trio->anna, "Van samen");
  laptop_sync_well (trio->anna);
  clone = laptop_clone (trio->anna);
  all[3] = clone;
  laptop_add_task (trio->anna, "Van de een");
  laptop_add_person (clone, "Van de ander");
  laptop_add_task (clone, "Van de ander");
  laptop_sync_well (trio->anna);
  spil_sync_report_free (laptop_sync (clone));
  after = spil_store_get_device (clone->store);
  g_assert_false (spil_id_equal (before, after));
  laptops_sync_all (all);
  laptops_assert_same (all);
  for (int i = 0; i < 4; i++) {
    g_assert_cmpint (laptop_count_tasks (all[i]), ==, 3);
    laptop_sync_well (all[i]);
  }
}

// Both copies sent something under the same numbers before they saw each other.
static void
test_twin (Trio *trio, gconstpointer data)
{
  g_autoptr (Laptop) clone = NULL;
  g_autoptr (SpilSyncReport) report = NULL;
  Laptop *all[] = { trio->leader, trio->anna, trio->bram, NULL, NULL };

  clone = laptop_clone (trio->anna);
  g_clear_object (&clone->carrier);
  clone->carrier = sim_share_view (trio->share, "clone");
  all[3] = clone;
  laptop_add_task (trio->anna, "Van de een");
  laptop_add_task (clone, "Van de ander");
  sim_share_set_slowness (trio->share, 1000, FALSE);
  spil_sync_report_free (laptop_sync (trio->anna));
  spil_sync_report_free (laptop_sync (clone));
  sim_share_tick (trio->share, 1001);
  sim_share_set_slowness (trio->share, 0, FALSE);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_TWIN);
  g_assert_cmpint (report->quarantined, ==, 2);
  laptops_sync_all (all);
  laptops_sync_all (all);
  laptops_assert_same (all);
  for (int i = 0; i < 4; i++) {
    g_assert_cmpint (laptop_count_tasks (all[i]), ==, 2);
    laptop_sync_well (all[i]);
  }
}

// A database that was put back from a backup goes on as another; what it had sent comes back, and what is new is not lost.
static void
restore (Trio *trio, gboolean with_mark, gboolean lost)
{
  g_autoptr (Laptop) backup = NULL;
  SpilId before = spil_store_get_device (trio->anna->store);
  SpilId after;

  laptop_add_task (trio->anna, "Voor de kopie");
  laptops_sync_all (trio->all);
  backup = laptop_clone (trio->anna);
  laptop_add_person (trio->anna, "Petra");
  laptop_add_task (trio->anna, "Na de kopie");
  laptops_sync_all (trio->all);
  if (lost) {
    g_autoptr (GPtrArray) names = trio_files (trio, trio->anna, "");

    for (guint i = 0; i < names->len; i++)
      sim_share_lose (trio->share, g_ptr_array_index (names, i));
  }
  if (with_mark) {
    g_autofree char *database = g_build_filename (backup->dir, "spil.db", NULL);
    g_autofree char *place = g_build_filename (trio->anna->dir, "spil.db", NULL);
    g_autofree char *content = NULL;
    gsize length;

    g_clear_pointer (&trio->anna->store, spil_store_close);
    g_clear_pointer (&backup->store, spil_store_close);
    g_assert_true (g_file_get_contents (database, &content, &length, NULL));
    g_assert_true (g_file_set_contents (place, content, (gssize) length, NULL));
    laptop_reopen (trio->anna);
  } else {
    laptop_free (trio->anna);
    trio->anna = g_steal_pointer (&backup);
    trio->all[1] = trio->anna;
  }
  laptop_add_task (trio->anna, "Na het terugzetten");
  laptops_sync_all (trio->all);
  laptops_sync_all (trio->all);
  after = spil_store_get_device (trio->anna->store);
  g_assert_false (spil_id_equal (before, after));
  g_assert_cmpint (laptop_count_tasks (trio->anna), ==, 3);
  assert_all_well (trio);
}

static void
test_restored (Trio *trio, gconstpointer data)
{
  restore (trio, TRUE, FALSE);
}

static void
test_restored_disk (Trio *trio, gconstpointer data)
{
  restore (trio, FALSE, FALSE);
}

static void
test_restored_disk_and_lost (Trio *trio, gconstpointer data)
{
  restore (trio, FALSE, TRUE);
}

// Nothing on the share and nobody else says that the database is older than what it sent: its mark does.
static void
test_mark_alone (Trio *trio, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Laptop) backup = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  SpilId before = spil_store_get_device (trio->anna->store);
  SpilId after;
  SpilMark mark;
  gboolean found;

  laptop_add_task (trio->anna, "Voor de kopie");
  backup = laptop_clone (trio->anna);
  laptop_sync_well (trio->anna);
  g_assert_true (spil_mark_read (trio->anna->dir, &mark, &found, &error));
  g_assert_true (found);
  g_assert_cmpint (mark.sequence, ==, 1);
  g_clear_pointer (&trio->anna->store, spil_store_close);
  g_clear_pointer (&backup->store, spil_store_close);
  from = g_build_filename (backup->dir, "spil.db", NULL);
  to = g_build_filename (trio->anna->dir, "spil.db", NULL);
  g_assert_cmpint (g_rename (from, to), ==, 0);
  laptop_reopen (trio->anna);
  names = sim_share_names (trio->share, "");
  for (guint i = 0; i < names->len; i++)
    if (strstr (g_ptr_array_index (names, i), "/" SPIL_FOLDER_SEGMENTS "/") != NULL ||
        strstr (g_ptr_array_index (names, i), "/" SPIL_FOLDER_STATE "/") != NULL)
      sim_share_lose (trio->share, g_ptr_array_index (names, i));
  spil_sync_report_free (laptop_sync (trio->anna));
  after = spil_store_get_device (trio->anna->store);
  g_assert_false (spil_id_equal (before, after));
  assert_all_well (trio);
}

// Two packets that do not belong together, of a laptop that was copied: the second one is not carried out on top of the first.
static void
test_wrong_chain (Trio *trio, gconstpointer data)
{
  g_autoptr (Laptop) clone = NULL;
  g_autoptr (SpilSyncReport) report = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint memory = sim_share_remember (trio->share);

  clone = laptop_clone (trio->anna);
  laptop_add_task (clone, "Een van de ander");
  laptop_sync_well (clone);
  laptop_add_task (clone, "Twee van de ander");
  laptop_sync_well (clone);
  second = trio_newest (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  bytes = sim_share_read (trio->share, second);
  sim_share_roll_back (trio->share, memory);
  laptop_add_task (trio->anna, "Een van de een");
  laptop_sync_well (trio->anna);
  laptop_sync_well (trio->bram);
  sim_share_write (trio->share, second, bytes);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_TWIN);
  g_assert_cmpint (laptop_count_tasks (trio->bram), ==, 1);
  g_assert_cmpint (report->waiting, ==, 1);
}

// The project leader's laptop was copied, and each copy let somebody in.
static void
test_two_lists (Trio *trio, gconstpointer data)
{
  g_autoptr (Laptop) clone = laptop_clone (trio->leader);
  g_autoptr (Laptop) carla = NULL;
  g_autoptr (Laptop) dirk = NULL;
  g_autofree char *stick = laptops_make_dir ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) report = NULL;

  laptops_copy_dir (trio->folder, stick);
  carla = laptop_new_member (trio->leader, trio->folder, SPIL_ROLE_BROKER);
  spil_space_set_carrier (clone->store, stick, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&clone->carrier);
  dirk = laptop_new_member (clone, stick, SPIL_ROLE_BROKER);
  laptops_fill_share (trio->folder, trio->share);
  spil_sync_report_free (laptop_sync (trio->bram));
  laptops_fill_share (stick, trio->share);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_MEMBERS);
  laptops_remove_dir (g_steal_pointer (&stick));
}

int
main (int argc, char **argv)
{
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add ("/identity/" path, Trio, NULL, trio_set_up, function, trio_tear_down)
  TEST ("clone", test_clone);
  TEST ("twin", test_twin);
  TEST ("restored", test_restored);
  TEST ("restored-disk", test_restored_disk);
  TEST ("restored-disk-and-lost", test_restored_disk_and_lost);
  TEST ("mark-alone", test_mark_alone);
  TEST ("wrong-chain", test_wrong_chain);
  TEST ("two-lists", test_two_lists);
#undef TEST
  return g_test_run ();
}
