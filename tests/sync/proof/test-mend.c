// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-carrier-name.h"
#include "sync-trio.h"

/*
 * What a carrier did to a file that somebody still needs is mended by the one whose it is. Found by the histories over a carrier.
 */

static void
assert_waits (Laptop *laptop, SpilProblemKind kind)
{
  g_autoptr (SpilSyncReport) report = laptop_sync (laptop);

  report_assert (report, kind);
}

// Anna has sent something that needs a key; @mischief happens before Bram fetches it.
static void
try_mischief (Trio *trio, const char *folder, SpilProblemKind kind,
              void (*mischief) (SimShare *share, const char *name))
{
  g_autofree char *name = NULL;

  laptop_add_person (trio->anna, "Petra");
  laptop_sync_well (trio->anna);
  name = trio_newest (trio, trio->anna, folder);
  mischief (trio->share, name);
  assert_waits (trio->bram, kind);
  // Anna needs a run to hear of it, and Bram one to fetch what she brought.
  laptops_sync_all (trio->all);
  laptops_sync_all (trio->all);
  for (int i = 0; trio->all[i] != NULL; i++)
    laptop_sync_well (trio->all[i]);
  laptops_assert_same (trio->all);
}

static void
lose (SimShare *share, const char *name)
{
  sim_share_lose (share, name);
}

static void
flip (SimShare *share, const char *name)
{
  sim_share_flip (share, name, 1000);
}

static void
cut (SimShare *share, const char *name)
{
  sim_share_truncate (share, name, 100);
}

static void
shout (SimShare *share, const char *name)
{
  sim_share_shout (share, name);
}

static void
test_keys (Trio *trio, gconstpointer data)
{
  try_mischief (trio, SPIL_FOLDER_KEYS, SPIL_PROBLEM_KEYS, lose);
}

static void
test_spoiled_keys (Trio *trio, gconstpointer data)
{
  try_mischief (trio, SPIL_FOLDER_KEYS, SPIL_PROBLEM_KEYS, flip);
}

static void
test_spoiled_packet (Trio *trio, gconstpointer data)
{
  try_mischief (trio, SPIL_FOLDER_SEGMENTS, SPIL_PROBLEM_GAP, flip);
}

static void
test_cut_packet (Trio *trio, gconstpointer data)
{
  try_mischief (trio, SPIL_FOLDER_SEGMENTS, SPIL_PROBLEM_GAP, cut);
}

// A share that takes capitals for small letters, and makes some.
static void
test_capitals (Trio *trio, gconstpointer data)
{
  g_autofree char *first = NULL;

  sim_share_set_case_folding (trio->share, TRUE);
  laptop_add_task (trio->anna, "Een");
  laptop_sync_well (trio->anna);
  first = trio_newest (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  laptop_add_task (trio->anna, "Twee");
  laptop_sync_well (trio->anna);
  shout (trio->share, first);
  assert_waits (trio->bram, SPIL_PROBLEM_GAP);
  laptops_sync_all (trio->all);
  for (int i = 0; trio->all[i] != NULL; i++)
    laptop_sync_well (trio->all[i]);
  laptops_assert_same (trio->all);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add ("/mend/" path, Trio, NULL, trio_set_up, function, trio_tear_down)
  TEST ("keys", test_keys);
  TEST ("spoiled-keys", test_spoiled_keys);
  TEST ("spoiled-packet", test_spoiled_packet);
  TEST ("cut-packet", test_cut_packet);
  TEST ("capitals", test_capitals);
#undef TEST
  return g_test_run ();
}
