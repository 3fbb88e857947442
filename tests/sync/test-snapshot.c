// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "snapshot-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "snapshot-forgery.h"
#include "spil-privacy.h"
#include "spil-snapshot-store.h"

static void
assert_clean (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (laptop->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

// A new laptop begins with the snapshot, goes on with what came after it, and what it does itself arrives at the others.
static void
test_begin (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;
  Laptop *all[4] = { self->leader, self->anna, NULL, NULL };
  g_autofree char *name = NULL;
  SpilId task;

  snapshot_make (self->leader);
  laptop_sync_well (self->anna);
  laptop_rename_task (self->anna, self->task, "Na de momentopname");
  laptop_sync_well (self->anna);
  laptop_sync_well (self->leader);
  bram = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  all[2] = bram;
  g_assert_cmpuint (snapshot_count_bare (bram), >, 0);
  laptop_sync_well (bram);
  assert_clean (bram);
  name = laptop_task_name (bram, self->task);
  g_assert_cmpstr (name, ==, "Na de momentopname");
  task = laptop_add_task (bram, "Van Bram");
  laptop_rename_task (bram, self->task, "Door Bram");
  laptop_add_person (bram, "Petra");
  laptops_sync_all (all);
  laptops_assert_same (all);
  for (int i = 0; i < 3; i++) {
    g_autofree char *there = laptop_task_name (all[i], task);

    g_assert_cmpstr (there, ==, "Van Bram");
    laptop_sync_well (all[i]);
    assert_clean (all[i]);
  }
}

// The database of a laptop that could not use a snapshot: all came one by one, and nothing of it is left.
static void
assert_without (SnapshotFixture *self, Laptop *laptop)
{
  Laptop *all[] = { self->leader, laptop, NULL };

  g_assert_cmpuint (snapshot_count_bare (laptop), ==, 0);
  laptops_assert_same (all);
  g_assert_cmpuint (snapshot_count_left (laptop), ==, 0);
  assert_clean (laptop);
}

static void
test_one_signature (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;

  snapshot_make (self->leader);
  bram = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  assert_without (self, bram);
}

// Nobody else could say anything of it.
static void
test_alone (SnapshotFixture *self, gconstpointer data)
{
  g_autofree char *folder = laptops_make_dir ();
  g_autoptr (Laptop) leader = laptop_new_leader (folder);
  g_autoptr (Laptop) first = NULL;
  g_autoptr (Laptop) second = NULL;

  laptop_add_person (leader, SNAPSHOT_CANARY);
  laptop_sync_well (leader);
  snapshot_make (leader);
  first = laptop_new_member (leader, folder, SPIL_ROLE_READER);
  g_assert_cmpuint (snapshot_count_bare (first), >, 0);
  g_assert_true (spil_store_is_reader (first->store));
  assert_clean (first);
  // That one says so at once: it has the same data.
  second = laptop_new_member (leader, folder, SPIL_ROLE_BROKER);
  g_assert_cmpuint (snapshot_count_bare (second), >, 0);
  laptop_add_task (second, "Van de tweede");
  laptop_sync_well (second);
  laptop_sync_well (first);
  g_assert_cmpint (laptop_count_tasks (first), ==, 1);
  laptops_remove_dir (g_steal_pointer (&folder));
}

// A laptop that began with a snapshot makes one itself; it has no packets to give back, and does not pretend to.
static void
test_second_hand (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;
  g_autoptr (Laptop) carla = NULL;
  g_autofree char *lost = NULL;
  Laptop *all[4] = { self->leader, NULL, NULL, NULL };

  snapshot_make (self->leader);
  laptop_sync_well (self->anna);
  bram = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  laptop_sync_well (bram);
  snapshot_remove_all (self->folder);
  snapshot_make (bram);
  laptop_sync_well (self->leader);
  carla = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  g_assert_cmpuint (snapshot_count_bare (carla), >, 0);
  assert_clean (carla);
  all[1] = bram;
  all[2] = carla;
  laptops_assert_same (all);
  lost = snapshot_lose_segment (self->folder, self->anna);
  laptop_sync_well (bram);
  g_assert_false (snapshot_is_somewhere (self->folder, lost));
  spil_sync_report_free (laptop_sync (self->leader));
  g_assert_true (snapshot_is_somewhere (self->folder, lost));
}

// What stands there is not taken for what it says.
static void
test_refused (SnapshotFixture *self, gconstpointer data)
{
  int n_forgeries;
  const Forgery *forgeries = snapshot_forgeries (&n_forgeries);

  snapshot_grow (self->leader, 3);
  laptop_sync_well (self->leader);
  laptop_sync_well (self->anna);
  snapshot_make (self->leader);
  for (int i = 0; i < n_forgeries; i++) {
    g_autofree char *kept = laptops_make_dir ();
    g_autoptr (Laptop) bram = NULL;
    g_autoptr (SpilSyncReport) report = NULL;

    g_test_message ("%s", forgeries[i].name);
    laptops_copy_dir (self->folder, kept);
    snapshot_forge (self, &forgeries[i]);
    bram = snapshot_new_admitted (self->leader, self->folder);
    report = laptop_sync (bram);
    g_assert_cmpint (report_find (report, SPIL_PROBLEM_DAMAGED) != NULL, ==, forgeries[i].told);
    if (forgeries[i].used)
      g_assert_cmpuint (snapshot_count_bare (bram), >, 0);
    else
      assert_without (self, bram);
    laptop_sync_well (bram);
    snapshot_remove_all (self->folder);
    snapshot_copy_all (kept, self->folder);
    laptops_remove_dir (g_steal_pointer (&kept));
  }
}

/* How a run is cut short, after the first piece. */
typedef struct
{
  GCancellable *cancellable;
  const char *folder; // is taken away; NULL: the run is cancelled
  const char *away;
  gboolean dies;
} Cut;

static void
on_progress_cb (int64_t done, int64_t total, gpointer user_data)
{
  const Cut *cut = user_data;

  g_assert_cmpint (total, >, 1);
  if (cut->dies)
    _exit (0);
  if (cut->folder != NULL)
    g_rename (cut->folder, cut->away);
  else
    g_cancellable_cancel (cut->cancellable);
}

// A laptop that was let in, and a snapshot of several pieces.
static Laptop *
prepare_cut (SnapshotFixture *self)
{
  snapshot_grow (self->leader, 5);
  laptop_sync_well (self->leader);
  laptop_sync_well (self->anna);
  snapshot_make (self->leader);
  laptop_sync_well (self->anna);
  return snapshot_new_admitted (self->leader, self->folder);
}

// What was fetched stays, and is not fetched again: it may be gone there.
static void
finish_cut (SnapshotFixture *self, Laptop *bram)
{
  g_autoptr (GPtrArray) pieces = snapshot_list (self->folder, TRUE);
  g_autoptr (GError) error = NULL;
  gboolean blank;

  g_assert_cmpuint (pieces->len, >, 1);
  spil_store_is_blank (bram->store, &blank, &error);
  g_assert_no_error (error);
  g_assert_true (blank);
  g_assert_cmpuint (snapshot_count_left (bram), ==, 1);
  g_assert_true (g_file_set_contents (g_ptr_array_index (pieces, 0), "x", 1, NULL));
  laptop_sync_well (bram);
  g_assert_cmpuint (snapshot_count_bare (bram), >, 0);
  g_assert_cmpuint (snapshot_count_left (bram), ==, 0);
  assert_clean (bram);
}

static void
test_cancelled (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = prepare_cut (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cut cut = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_sync_run_over (bram->store, NULL, on_progress_cb, &cut, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  finish_cut (self, bram);
}

static void
test_pulled_out (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = prepare_cut (self);
  g_autofree char *away = g_strconcat (self->folder, "-away", NULL);
  Cut cut = { .folder = self->folder, .away = away };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilSyncReport)
      report = spil_sync_run_over (bram->store, NULL, on_progress_cb, &cut, NULL, &error);

  g_assert_no_error (error);
  report_assert (report, SPIL_PROBLEM_CARRIER);
  g_assert_cmpint (g_rename (away, self->folder), ==, 0);
  finish_cut (self, bram);
}

static void
test_killed (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = prepare_cut (self);
  Cut cut = { .dies = TRUE };
  pid_t child;
  int status;

  g_clear_pointer (&bram->store, spil_store_close);
  child = fork ();
  g_assert_cmpint (child, !=, -1);
  if (child == 0) {
    bram->store = spil_store_open (bram->dir, NULL);
    spil_sync_run_over (bram->store, NULL, on_progress_cb, &cut, NULL, NULL);
    _exit (1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  bram->store = spil_store_open (bram->dir, NULL);
  g_assert_nonnull (bram->store);
  finish_cut (self, bram);
}

// Somebody began to work here while it was fetched: that stays, and all comes one by one.
static void
test_not_blank (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;
  Laptop *all[] = { self->leader, self->anna, NULL, NULL };
  SpilAction *action = spil_action_new ("Programme added");
  SpilId programme = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), programme);
  g_auto (SpilValue) value = spil_value_text ("Alvast");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  snapshot_make (self->leader);
  laptop_sync_well (self->anna);
  bram = snapshot_new_admitted (self->leader, self->folder);
  spil_change_assign (change, SPIL_PROGRAMME_NAME, &value);
  spil_store_commit (bram->store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
  all[2] = bram;
  laptops_sync_all (all);
  g_assert_cmpuint (snapshot_count_bare (bram), ==, 0);
  name = spil_store_dup_title (self->anna->store, spil_entity (SPIL_ENTITY_PROGRAMME), programme);
  g_assert_cmpstr (name, ==, "Alvast");
  laptops_assert_same (all);
}

// Another program has the empty database open while the snapshot takes its place.
static void
test_others_see_it (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;
  g_autoptr (SpilStore) window = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  SpilAction *action = spil_action_new ("Task renamed");
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_TASK), self->task);
  g_auto (SpilValue) value = spil_value_text ("In het venster");
  SpilEntityMask touched;
  int64_t n_conflicts;

  // The leader's laptop has here the number that this one had while it was empty.
  laptop_rename_task (self->leader, self->task, "Van de leider");
  laptop_sync_well (self->leader);
  laptop_sync_well (self->anna);
  laptop_sync_well (self->leader);
  snapshot_make (self->leader);
  laptop_sync_well (self->anna);
  bram = snapshot_new_admitted (self->leader, self->folder);
  window = spil_store_open (bram->dir, &error);
  g_assert_no_error (error);
  laptop_sync_well (bram);
  g_assert_cmpuint (snapshot_count_bare (bram), >, 0);
  spil_change_assign (change, spil_entity (SPIL_ENTITY_TASK)->title, &value);
  spil_store_commit (window, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
  touched = spil_store_take_touched (window);
  g_assert_true (spil_entity_mask_has (&touched, SPIL_ENTITY_ORGANISATION));
  laptop_sync_well (bram);
  laptop_sync_well (self->leader);
  name = laptop_task_name (self->leader, self->task);
  g_assert_cmpstr (name, ==, "In het venster");
  spil_store_count_conflicts (self->leader->store, &n_conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_conflicts, ==, 0);
  assert_clean (bram);
}

static void
test_erased (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (Laptop) bram = NULL;
  g_autoptr (SpilErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  snapshot_make (self->leader);
  g_assert_true (snapshot_holds (self, SNAPSHOT_CANARY));
  before = snapshot_list (self->folder, TRUE);
  laptop_sync_well (self->anna);
  erasure = spil_store_erase_person (self->leader->store, self->person, &error);
  g_assert_no_error (error);
  laptop_sync_well (self->leader);
  for (guint i = 0; i < before->len; i++)
    g_assert_false (g_file_test (g_ptr_array_index (before, i), G_FILE_TEST_EXISTS));
  after = snapshot_list (self->folder, TRUE);
  g_assert_cmpuint (after->len, >, 0);
  g_assert_false (snapshot_holds (self, SNAPSHOT_CANARY));
  laptop_sync_well (self->anna);
  bram = laptop_new_member (self->leader, self->folder, SPIL_ROLE_BROKER);
  g_assert_cmpuint (snapshot_count_bare (bram), >, 0);
  assert_clean (bram);
  g_assert_false (snapshot_is_in_files (bram->dir, SNAPSHOT_CANARY));
}

// Made when enough has changed, once; the older one goes when another member has said that the newer one is right.
static void
test_when_due (SnapshotFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) last = NULL;

  laptop_sync_well (self->leader);
  none = snapshot_list (self->folder, FALSE);
  g_assert_cmpuint (none->len, ==, 0);
  snapshot_grow (self->leader, 10);
  laptop_sync_well (self->leader);
  first = snapshot_list (self->folder, FALSE);
  g_assert_cmpuint (first->len, ==, 1);
  laptop_add_task (self->leader, "Nog een");
  laptop_sync_well (self->leader);
  laptop_sync_well (self->anna);
  again = snapshot_list (self->folder, FALSE);
  g_assert_cmpuint (again->len, ==, 1);
  snapshot_grow (self->leader, 10);
  laptop_sync_well (self->leader);
  both = snapshot_list (self->folder, FALSE);
  g_assert_cmpuint (both->len, ==, 2);
  laptop_sync_well (self->anna);
  laptop_sync_well (self->leader);
  last = snapshot_list (self->folder, FALSE);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (last, 0), !=, g_ptr_array_index (first, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SPIL_VAULT", "file", TRUE);
#define TEST(path, function)                                                                                 \
  g_test_add ("/snapshot/" path, SnapshotFixture, NULL, snapshot_set_up, function, snapshot_tear_down)
  TEST ("begin", test_begin);
  TEST ("one-signature", test_one_signature);
  TEST ("alone", test_alone);
  TEST ("second-hand", test_second_hand);
  TEST ("refused", test_refused);
  TEST ("cancelled", test_cancelled);
  TEST ("pulled-out", test_pulled_out);
  TEST ("killed", test_killed);
  TEST ("not-blank", test_not_blank);
  TEST ("others-see-it", test_others_see_it);
  TEST ("erased", test_erased);
  TEST ("when-due", test_when_due);
#undef TEST
  return g_test_run ();
}
