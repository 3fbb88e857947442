// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-laptops.h"

#include <glib/gstdio.h>

// A folder, the project leader's laptop and two brokers'.
typedef struct
{
  char *folder;
  Laptop *leader;
  Laptop *anna;
  Laptop *bram;
  Laptop *all[4];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = laptops_make_dir ();
  fixture->leader = laptop_new_leader (fixture->folder);
  laptop_sync_well (fixture->leader);
  fixture->anna = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  fixture->bram = laptop_new_member (fixture->leader, fixture->folder, SPIL_ROLE_BROKER);
  fixture->all[0] = fixture->leader;
  fixture->all[1] = fixture->anna;
  fixture->all[2] = fixture->bram;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  laptop_free (fixture->leader);
  laptop_free (fixture->anna);
  laptop_free (fixture->bram);
  laptops_remove_dir (fixture->folder);
}

static void
test_edits_travel (Fixture *fixture, gconstpointer data)
{
  SpilId task = laptop_add_task (fixture->anna, "Fietsplan");
  g_autofree char *name = NULL;

  laptops_sync_all (fixture->all);
  name = laptop_task_name (fixture->bram, task);
  g_assert_cmpstr (name, ==, "Fietsplan");
  laptop_rename_task (fixture->bram, task, "Fietsplan 2");
  laptop_add_person (fixture->leader, "Petra");
  laptops_sync_all (fixture->all);
  laptops_sync_all (fixture->all);
  laptops_assert_same (fixture->all);
  for (int i = 0; fixture->all[i] != NULL; i++)
    laptop_sync_well (fixture->all[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("SPIL_VAULT", "file", TRUE);
#define TEST(path, function) g_test_add ("/sync/" path, Fixture, NULL, set_up, function, tear_down)
  TEST ("edits-travel", test_edits_travel);
#undef TEST
  return g_test_run ();
}
