// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "snapshot-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-privacy.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SPIL_VAULT", "file", TRUE);
#define TEST(path, function)                                                                                 \
  g_test_add ("/snapshot/" path, SnapshotFixture, NULL, snapshot_set_up, function, snapshot_tear_down)
  TEST ("begin", test_begin);
#undef TEST
  return g_test_run ();
}
