// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-privacy.h"
#include "spil-session.h"
#include "spil-standing.h"
#include "spil-sync-lock.h"
#include "spil-vector.h"
#include "sync-trio.h"

static void
assert_all_well (Trio *trio)
{
  laptops_sync_all (trio->all);
  for (int i = 0; trio->all[i] != NULL; i++)
    laptop_sync_well (trio->all[i]);
  laptops_assert_same (trio->all);
}

static void
assert_sentence (const SpilSyncReport *report, const char *part)
{
  g_autofree char *sentence = spil_sync_report_dup_sentence (report);

  g_test_message ("%s", sentence);
  g_assert_nonnull (strstr (sentence, part));
}

static void
test_edits_travel (Trio *trio, gconstpointer data)
{
  SpilId task = laptop_add_task (trio->anna, "Fietsplan");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport) before = spil_sync_get_report (trio->anna->store, &error);
  g_autoptr (SpilSyncReport) sent = NULL;
  g_autoptr (SpilSyncReport) received = NULL;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (before->unsent, ==, 1);
  g_assert_false (before->up_to_date);
  assert_sentence (before, "1 change waits to be sent.");
  sent = laptop_sync (trio->anna);
  g_assert_cmpint (sent->sent, ==, 1);
  g_assert_true (sent->up_to_date);
  assert_sentence (sent, "Up to date at");
  received = laptop_sync (trio->bram);
  g_assert_cmpint (received->received, ==, 1);
  name = laptop_task_name (trio->bram, task);
  g_assert_cmpstr (name, ==, "Fietsplan");
  laptop_rename_task (trio->bram, task, "Fietsplan 2");
  laptop_add_person (trio->leader, "Petra");
  spil_sync_report_free (laptop_sync (trio->leader));
  laptop_rename_task (trio->leader, task, "Fietsplan 3");
  assert_all_well (trio);
}

// The same over a real folder, from an empty laptop on.
static void
test_folder (void)
{
  char *folder = laptops_make_dir ();
  g_autoptr (Laptop) leader = laptop_new_leader (folder);
  g_autoptr (Laptop) anna = laptop_new_member (leader, folder, SPIL_ROLE_BROKER);
  g_autofree char *before = spil_sync_probe (folder, NULL, NULL);
  g_autofree char *same = spil_sync_probe (folder, NULL, NULL);
  SpilId own = spil_store_get_device (anna->store);
  g_autofree char *before_others = spil_sync_probe (folder, &own, NULL);
  g_autofree char *after = NULL;
  g_autofree char *after_others = NULL;
  g_autofree char *nowhere = spil_sync_probe ("/nowhere/at/all", NULL, NULL);
  Laptop *both[] = { leader, anna, NULL };

  laptop_add_person (anna, "Petra");
  laptop_sync_well (anna);
  after = spil_sync_probe (folder, NULL, NULL);
  after_others = spil_sync_probe (folder, &own, NULL);
  g_assert_cmpstr (before_others, ==, after_others);
  g_assert_cmpstr (before, ==, same);
  g_assert_cmpstr (before, !=, after);
  g_assert_null (nowhere);
  laptop_sync_well (leader);
  laptops_assert_same (both);
  laptops_remove_dir (folder);
}

// A packet is lost before all have it: the others say what they wait for, and of whom.
static void
test_gap (Trio *trio, gconstpointer data)
{
  g_autoptr (SpilSyncReport) report = NULL;
  g_autoptr (SpilSyncReport) again = NULL;
  g_autofree char *first = NULL;
  SpilId device = spil_store_get_device (trio->anna->store);

  laptop_add_task (trio->anna, "Een");
  laptop_sync_well (trio->anna);
  first = trio_newest (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  laptop_add_task (trio->anna, "Twee");
  laptop_sync_well (trio->anna);
  sim_share_lose (trio->share, first);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_GAP);
  g_assert_cmpstr (report_find (report, SPIL_PROBLEM_GAP), ==,
                   "Waits for change 1 of the laptop of Bram Broker (vm).");
  g_assert_true (spil_id_equal (((SpilProblem *) g_ptr_array_index (report->problems, 0))->device, device));
  g_assert_cmpint (report->waiting, ==, 1);
  g_assert_cmpint (laptop_count_tasks (trio->bram), ==, 0);
  again = laptop_sync (trio->bram);
  report_assert (again, SPIL_PROBLEM_GAP);
  assert_all_well (trio);
}

// What follows on another laptop's change waits for that one.
static void
test_causal (Trio *trio, gconstpointer data)
{
  g_autoptr (SpilSyncReport) report = NULL;
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SpilId task = laptop_add_task (trio->anna, "Een");

  laptop_sync_well (trio->anna);
  laptop_sync_well (trio->bram);
  laptop_rename_task (trio->bram, task, "Twee");
  laptop_sync_well (trio->bram);
  first = trio_newest (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  bytes = sim_share_read (trio->share, first);
  sim_share_lose (trio->share, first);
  report = laptop_sync (trio->leader);
  report_assert (report, SPIL_PROBLEM_GAP);
  g_assert_cmpint (report->waiting, ==, 1);
  g_assert_cmpint (laptop_count_tasks (trio->leader), ==, 0);
  sim_share_write (trio->share, first, bytes);
  laptop_sync_well (trio->leader);
  name = laptop_task_name (trio->leader, task);
  g_assert_cmpstr (name, ==, "Twee");
}

// The carrier is away, or only seems to be there.
static void
test_absent (Trio *trio, gconstpointer data)
{
  laptop_add_task (trio->anna, "Een");
  for (int i = 0; i < 3; i++) {
    g_autoptr (SpilSyncReport) report = NULL;

    sim_view_set_absent (trio->anna->carrier, i == 0);
    sim_view_set_unmounted (trio->anna->carrier, i == 1);
    sim_view_set_read_only (trio->anna->carrier, i == 2);
    report = laptop_sync (trio->anna);
    report_assert (report, SPIL_PROBLEM_CARRIER);
    g_assert_cmpint (report->unsent, ==, 1);
    g_assert_cmpint (laptop_count_tasks (trio->anna), ==, 1);
    assert_sentence (report, "1 change waits to be sent.");
  }
  sim_view_set_read_only (trio->anna->carrier, FALSE);
  assert_all_well (trio);
}

static void
test_full (Trio *trio, gconstpointer data)
{
  g_autoptr (SpilSyncReport) report = NULL;

  laptop_add_person (trio->bram, "Petra");
  laptop_sync_well (trio->bram);
  laptop_add_person (trio->anna, "Quirine");
  sim_share_set_room (trio->share, 0);
  report = laptop_sync (trio->anna);
  report_assert (report, SPIL_PROBLEM_FULL);
  g_assert_cmpint (report->unsent, ==, 2);
  // Fetching goes on.
  g_assert_cmpint (report->received, ==, 2);
  sim_share_set_room (trio->share, -1);
  assert_all_well (trio);
}

// All is gone, the file that says whose it is too: nothing is done until people choose the folder anew.
static void
test_emptied (Trio *trio, gconstpointer data)
{
  g_autofree char *before = laptop_digest (trio->anna);
  g_autofree char *after = NULL;
  g_autoptr (SpilSyncReport) report = NULL;

  sim_share_empty (trio->share);
  report = laptop_sync (trio->anna);
  report_assert (report, SPIL_PROBLEM_CARRIER);
  after = laptop_digest (trio->anna);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (sim_share_count (trio->share), ==, 0);
}

// All but that file is gone: what the laptops have comes back, of those that are away too.
static void
test_lost (Trio *trio, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) rescued = NULL;

  laptop_add_person (trio->anna, "Petra");
  laptops_sync_all (trio->all);
  names = sim_share_names (trio->share, "");
  for (guint i = 0; i < names->len; i++)
    if (!g_str_has_prefix (g_ptr_array_index (names, i), "spil-space-"))
      sim_share_lose (trio->share, g_ptr_array_index (names, i));
  // Anna stays away. Bram brings what is his, and what was hers.
  spil_sync_report_free (laptop_sync (trio->bram));
  {
    SpilId anna = spil_store_get_device (trio->anna->store);
    SpilId bram = spil_store_get_device (trio->bram->store);
    g_autofree char *segments = spil_carrier_name_dup_rescued (&bram, &anna, SPIL_FOLDER_SEGMENTS);
    g_autofree char *keys = spil_carrier_name_dup_rescued (&bram, &anna, SPIL_FOLDER_KEYS);
    g_autoptr (GPtrArray) of_segments = sim_share_names (trio->share, segments);
    g_autoptr (GPtrArray) of_keys = sim_share_names (trio->share, keys);

    g_assert_cmpuint (of_segments->len, ==, 1);
    g_assert_cmpuint (of_keys->len, ==, 1);
    laptops_sync_all (trio->all);
    g_clear_pointer (&of_segments, g_ptr_array_unref);
    of_segments = sim_share_names (trio->share, segments);
    g_assert_cmpuint (of_segments->len, ==, 0);
  }
  assert_all_well (trio);
}

// A laptop that was not there yet gets from the others what the carrier lost of one that never came back.
static void
test_rescued (Trio *trio, gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  Laptop *rest[] = { trio->leader, trio->bram, NULL };

  laptop_add_person (trio->anna, "Petra");
  laptop_sync_well (trio->anna);
  spil_sync_report_free (laptop_sync (trio->leader));
  names = trio_files (trio, trio->anna, "");
  g_assert_cmpuint (names->len, >, 2);
  for (guint i = 0; i < names->len; i++)
    sim_share_lose (trio->share, g_ptr_array_index (names, i));
  spil_sync_report_free (laptop_sync (trio->leader));
  spil_sync_report_free (laptop_sync (trio->bram));
  laptops_sync_all (rest);
  laptops_assert_same (rest);
  laptop_sync_well (trio->bram);
}

static void
test_rolled_back (Trio *trio, gconstpointer data)
{
  guint memory;

  laptop_add_task (trio->anna, "Een");
  laptops_sync_all (trio->all);
  memory = sim_share_remember (trio->share);
  laptop_add_person (trio->anna, "Petra");
  laptop_add_task (trio->bram, "Twee");
  laptop_add_task (trio->leader, "Drie");
  laptops_sync_all (trio->all);
  sim_share_roll_back (trio->share, memory);
  laptop_add_task (trio->bram, "Vier");
  assert_all_well (trio);
  g_assert_cmpint (laptop_count_tasks (trio->anna), ==, 4);
}

// Files of all kinds are spoiled where they stand, and come again.
static void
test_spoiled (Trio *trio, gconstpointer data)
{
  static const char *const folders[] = { SPIL_FOLDER_SEGMENTS, SPIL_FOLDER_KEYS };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    for (int cut = 0; cut < 2; cut++) {
      g_autoptr (SpilSyncReport) report = NULL;
      g_autofree char *name = NULL;

      laptop_add_person (trio->anna, "Petra");
      laptop_sync_well (trio->anna);
      name = trio_newest (trio, trio->anna, folders[i]);
      if (cut == 0)
        sim_share_truncate (trio->share, name, 20);
      else
        sim_share_flip (trio->share, name, 333);
      report = laptop_sync (trio->bram);
      report_assert (report, i == 0 ? SPIL_PROBLEM_GAP : SPIL_PROBLEM_KEYS);
      spil_sync_report_free (laptop_sync (trio->anna));
      assert_all_well (trio);
    }
  {
    SpilId bram = spil_store_get_device (trio->bram->store);
    g_autofree char *wanted = spil_carrier_name_dup_folder (&bram, SPIL_FOLDER_WANTED);
    g_autoptr (GPtrArray) left = sim_share_names (trio->share, wanted);

    g_assert_cmpuint (left->len, ==, 0);
  }
}

static char *
put_as (Trio *trio, Laptop *laptop, int64_t first, GBytes *bytes)
{
  SpilId device = spil_store_get_device (laptop->store);
  SpilCarrierName parts = { .number = first, .hash = spil_hash (bytes) };
  g_autofree char *folder = spil_carrier_name_dup_folder (&device, SPIL_FOLDER_SEGMENTS);
  g_autofree char *name = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
  char *path = g_strconcat (folder, "/", name, NULL);

  sim_share_write (trio->share, path, bytes);
  return path;
}

// Files that are named as they should be, and hold something else.
static void
test_foreign_files (Trio *trio, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *newer_name = NULL;
  g_autofree char *random_name = NULL;
  g_autofree char *forged_name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GBytes) forged = NULL;
  g_autoptr (GBytes) random = g_bytes_new_static ("no segment", 10);
  g_autoptr (SpilSyncReport) report = NULL;
  g_autofree uint8_t *copy = NULL;
  gsize length;

  laptop_add_task (trio->anna, "Een");
  laptop_sync_well (trio->anna);
  name = trio_newest (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  bytes = sim_share_read (trio->share, name);
  copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  copy[4] = 2;
  newer = g_bytes_new (copy, length);
  copy[4] = 1;
  copy[length - 1] ^= 1;
  forged = g_bytes_new (copy, length);

  newer_name = put_as (trio, trio->anna, 5, newer);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_NEWER);
  g_assert_cmpint (laptop_count_tasks (trio->bram), ==, 1);
  sim_share_lose (trio->share, newer_name);

  random_name = put_as (trio, trio->anna, 5, random);
  spil_sync_report_free (g_steal_pointer (&report));
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_DAMAGED);
  sim_share_lose (trio->share, random_name);

  forged_name = put_as (trio, trio->anna, 1, forged);
  spil_sync_report_free (g_steal_pointer (&report));
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_DAMAGED);
  g_assert_null (report_find (report, SPIL_PROBLEM_TWIN));
  sim_share_lose (trio->share, forged_name);
  assert_all_well (trio);
}

// Anna says something of herself that is not so.
static void
publish_as_anna (Trio *trio, int64_t ahead, gboolean other_digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSession) session = spil_session_open (trio->anna->store, trio->anna->carrier, &error);
  g_autofree char *name = trio_newest (trio, trio->anna, SPIL_FOLDER_STATE);
  g_autoptr (GBytes) bytes = sim_share_read (trio->share, name);
  SpilPublicKey key = spil_signing_key_get_public (&session->signer);
  const SpilSpaceKey *space_key = spil_session_find_key (session, 1);
  g_auto (SpilStanding) standing = { 0 };
  g_autofree char *folder = spil_carrier_name_dup_folder (&session->device, SPIL_FOLDER_STATE);
  g_autoptr (GBytes) made = NULL;
  g_autofree char *made_name = NULL;
  g_autofree char *path = NULL;
  SpilCarrierName parts;

  g_assert_no_error (error);
  spil_standing_open (bytes, &session->space->space, &key, space_key, &standing, &error);
  g_assert_no_error (error);
  standing.number++;
  standing.clock.ms += ahead;
  if (other_digest)
    standing.digest.bytes[0] ^= 1;
  made = spil_standing_seal (&standing, &session->space->space, space_key, &session->signer);
  parts = (SpilCarrierName) { .number = standing.number, .hash = spil_hash (made) };
  made_name = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
  path = g_strconcat (folder, "/", made_name, NULL);
  sim_share_write (trio->share, path, made);
}

static void
test_clock (Trio *trio, gconstpointer data)
{
  g_autoptr (SpilSyncReport) report = NULL;

  publish_as_anna (trio, 3 * 60 * 60 * (int64_t) 1000 + 30000, FALSE);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_CLOCK);
  g_assert_nonnull (strstr (report_find (report, SPIL_PROBLEM_CLOCK), "3 hours"));
}

static void
test_digest (Trio *trio, gconstpointer data)
{
  g_autoptr (SpilSyncReport) report = NULL;

  publish_as_anna (trio, 0, TRUE);
  report = laptop_sync (trio->bram);
  report_assert (report, SPIL_PROBLEM_DIGEST);
}

static void
count_cb (int64_t done, int64_t total, gpointer user_data)
{
  int *n = user_data;

  g_assert_cmpint (done, <=, total);
  (*n)++;
}

static void
cancel_cb (int64_t done, int64_t total, gpointer user_data)
{
  if (done == 3)
    g_cancellable_cancel (user_data);
}

static void
test_progress (Trio *trio, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SpilSyncReport) report = NULL;
  g_autoptr (SpilSyncReport) none = NULL;
  int n = 0;

  for (int i = 0; i < 10; i++) {
    laptop_add_task (trio->anna, "Taak");
    spil_sync_report_free (laptop_sync (trio->anna));
  }
  none = spil_sync_run_over (trio->bram->store, trio->bram->carrier, cancel_cb, cancellable, cancellable,
                             &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (none);
  g_clear_error (&error);
  report = spil_sync_get_report (trio->bram->store, &error);
  g_assert_no_error (error);
  g_assert_false (report->up_to_date);
  // What was fetched is kept.
  g_assert_cmpint (report->waiting, ==, 3);
  spil_sync_report_free (report);
  report = spil_sync_run_over (trio->bram->store, trio->bram->carrier, count_cb, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->up_to_date);
  g_assert_cmpint (report->received, ==, 10);
  g_assert_cmpint (n, >=, 10);
}

// Two programs at once: the second one tells how it stood.
static void
test_lock (Trio *trio, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_try (trio->anna->store, &error);
  guint calls = sim_view_get_calls (trio->anna->carrier);
  g_autoptr (SpilSyncReport) report = NULL;

  g_assert_no_error (error);
  laptop_add_task (trio->anna, "Een");
  report = laptop_sync (trio->anna);
  g_assert_cmpuint (sim_view_get_calls (trio->anna->carrier), ==, calls);
  g_assert_cmpint (report->unsent, ==, 1);
  g_assert_false (report->up_to_date);
}

// Keys of erased persons leave the carrier.
static void
test_erased (Trio *trio, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId person = laptop_add_person (trio->anna, "Petra");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SpilErasure *erasure;

  laptops_sync_all (trio->all);
  before = trio_newest (trio, trio->anna, SPIL_FOLDER_KEYS);
  erasure = spil_store_erase_person (trio->bram->store, person, &error);
  g_assert_no_error (error);
  spil_erasure_free (erasure);
  assert_all_well (trio);
  after = trio_newest (trio, trio->anna, SPIL_FOLDER_KEYS);
  g_assert_cmpstr (before, !=, after);
  g_assert_null (sim_share_read (trio->share, before));
  for (int i = 0; trio->all[i] != NULL; i++) {
    g_autofree char *name = spil_store_dup_title (trio->all[i]->store, spil_entity (SPIL_ENTITY_PERSON),
                                                  person);

    g_assert_cmpstr (name, !=, "Petra");
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/folder", test_folder);
#define TEST(path, function) g_test_add ("/sync/" path, Trio, NULL, trio_set_up, function, trio_tear_down)
  TEST ("edits-travel", test_edits_travel);
  TEST ("gap", test_gap);
  TEST ("causal", test_causal);
  TEST ("absent", test_absent);
  TEST ("full", test_full);
  TEST ("emptied", test_emptied);
  TEST ("lost", test_lost);
  TEST ("rescued", test_rescued);
  TEST ("rolled-back", test_rolled_back);
  TEST ("spoiled", test_spoiled);
  TEST ("foreign-files", test_foreign_files);
  TEST ("clock", test_clock);
  TEST ("digest", test_digest);
  TEST ("progress", test_progress);
  TEST ("lock", test_lock);
  TEST ("erased", test_erased);
#undef TEST
  return g_test_run ();
}
