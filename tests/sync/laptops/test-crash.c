// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-carrier-name.h"
#include "sync-trio.h"

// Two laptops: what the one was doing when its share disappeared, the other has to cope with.
static void
assert_no_twins (Trio *trio)
{
  g_autoptr (GPtrArray) names = trio_files (trio, trio->anna, SPIL_FOLDER_SEGMENTS);
  int64_t before = 0;

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *file = g_path_get_basename (g_ptr_array_index (names, i));
    SpilCarrierName name;

    g_assert_true (spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name));
    g_assert_cmpint (name.number, >, before);
    before = name.number;
  }
}

static void
sync_both (Trio *trio)
{
  spil_sync_report_free (laptop_sync (trio->anna));
  spil_sync_report_free (laptop_sync (trio->bram));
}

// Anna has changed something and has something to fetch; her share disappears after so many calls.
static void
try_at (const Trio *model, guint calls, SimCut cut)
{
  Trio trio = { 0 };
  Laptop *both[3] = { NULL };

  g_test_message ("%u calls, cut %d", calls, cut);
  trio_set_up_fast (&trio, model);
  both[0] = trio.anna;
  both[1] = trio.bram;
  sim_view_cut_after (trio.anna->carrier, calls, cut);
  spil_sync_report_free (laptop_sync (trio.anna));
  // The program is gone too.
  laptop_reopen (trio.anna);
  spil_sync_report_free (laptop_sync (trio.bram));
  sim_view_set_absent (trio.anna->carrier, FALSE);
  laptop_add_task (trio.anna, "Na de breuk");
  sync_both (&trio);
  sync_both (&trio);
  sync_both (&trio);
  laptop_sync_well (trio.anna);
  laptop_sync_well (trio.bram);
  laptops_assert_same (both);
  g_assert_cmpint (laptop_count_tasks (trio.bram), ==, 3);
  assert_no_twins (&trio);
  trio_tear_down (&trio, NULL);
}

// How many calls the run has that is cut short in the tests.
static guint
count_calls (const Trio *model)
{
  Trio trio = { 0 };
  guint n;

  trio_set_up_fast (&trio, model);
  spil_sync_report_free (laptop_sync (trio.anna));
  n = sim_view_get_calls (trio.anna->carrier);
  trio_tear_down (&trio, NULL);
  return n;
}

static void
test_cut (gconstpointer data)
{
  SimCut cut = (SimCut) GPOINTER_TO_INT (data);
  Trio model = { 0 };
  guint n;

  trio_set_up (&model, NULL);
  laptop_add_task (model.bram, "Van Bram");
  spil_sync_report_free (laptop_sync (model.bram));
  laptop_add_person (model.anna, "Petra");
  laptop_add_task (model.anna, "Van Anna");
  // The copies begin with what the share has now.
  trio_write_folder (&model);
  n = count_calls (&model);
  g_assert_cmpuint (n, >, 12);
  for (guint calls = 0; calls < n; calls++)
    try_at (&model, calls, cut);
  trio_tear_down (&model, NULL);
}

int
main (int argc, char **argv)
{
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/crash/nothing", GINT_TO_POINTER (SIM_CUT_NOTHING), test_cut);
  g_test_add_data_func ("/crash/half", GINT_TO_POINTER (SIM_CUT_HALF), test_cut);
  g_test_add_data_func ("/crash/whole", GINT_TO_POINTER (SIM_CUT_WHOLE), test_cut);
  return g_test_run ();
}
