// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "snapshot-fixture.h"
#include "spil-carrier-name.h"
#include "sync-trio.h"

// Three laptops over a simulated share, with a snapshot that can be used; the folder has what the share has.
static void
set_up (Trio *trio)
{
  trio_set_up (trio, NULL);
  laptop_add_person (trio->bram, "Petra");
  laptop_add_task (trio->anna, "Van Anna");
  laptops_sync_all (trio->all);
  snapshot_make (trio->leader);
  laptop_sync_well (trio->anna);
  trio_write_folder (trio);
}

static void
assert_clean (Laptop *laptop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (laptop->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

// A copy of @admitted begins over a copy of the share.
static Laptop *
begin (Trio *trio, Laptop *admitted)
{
  Laptop *dora = laptop_clone (admitted);

  g_clear_object (&dora->carrier);
  dora->carrier = sim_share_view (trio->share, "dora");
  return dora;
}

static void
try_begin (const Trio *model, Laptop *admitted, guint calls)
{
  Trio trio = { 0 };
  Laptop *dora;

  g_test_message ("%u calls", calls);
  trio_set_up_fast (&trio, model);
  dora = begin (&trio, admitted);
  sim_view_cut_after (dora->carrier, calls, SIM_CUT_NOTHING);
  spil_sync_report_free (laptop_sync (dora));
  laptop_reopen (dora);
  sim_view_set_absent (dora->carrier, FALSE);
  laptop_sync_well (dora);
  g_assert_cmpuint (snapshot_count_bare (dora), >, 0);
  g_assert_cmpuint (snapshot_count_left (dora), ==, 0);
  laptops_assert_same ((Laptop *[]) { trio.leader, dora, NULL });
  assert_clean (dora);
  laptop_free (dora);
  trio_tear_down (&trio, NULL);
}

// The share disappears at each call of the run with which a laptop begins.
static void
test_begin_cut (void)
{
  Trio model = { 0 };
  Trio counted = { 0 };
  g_autoptr (Laptop) admitted = NULL;
  Laptop *dora;
  guint n;

  set_up (&model);
  admitted = snapshot_new_admitted (model.leader, model.folder);
  trio_set_up_fast (&counted, &model);
  dora = begin (&counted, admitted);
  laptop_sync_well (dora);
  n = sim_view_get_calls (dora->carrier);
  laptop_free (dora);
  trio_tear_down (&counted, NULL);
  g_assert_cmpuint (n, >, 12);
  for (guint calls = 0; calls < n; calls++)
    try_begin (&model, admitted, calls);
  trio_tear_down (&model, NULL);
}

// Whether each piece on the share has its head, and each head is whole.
static void
assert_tidy (Trio *trio)
{
  g_autoptr (GPtrArray) names = trio_files (trio, trio->leader, SPIL_FOLDER_SNAPSHOTS);
  guint n_heads = 0;
  guint n_pieces = 0;

  for (guint i = 0; i < names->len; i++) {
    g_autofree char *file = g_path_get_basename (g_ptr_array_index (names, i));
    g_autoptr (GBytes) bytes = sim_share_read (trio->share, g_ptr_array_index (names, i));
    SpilHash hash = spil_hash (bytes);
    SpilCarrierName name;
    gboolean head = spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name);

    g_assert_true (head || spil_carrier_name_read (SPIL_NAMING_VERSION, file, &name));
    g_assert_true (spil_hash_equal (&hash, &name.hash));
    n_heads += head;
    n_pieces += !head;
  }
  g_assert_cmpuint (n_heads, <=, 1);
  g_assert_cmpuint (n_pieces, ==, n_heads);
}

// It disappears while a snapshot is made: what is left of it is taken away with the next run, or is whole.
static void
test_make_cut (gconstpointer data)
{
  SimCut cut = (SimCut) GPOINTER_TO_INT (data);
  Trio model = { 0 };
  gboolean made = FALSE;

  trio_set_up (&model, NULL);
  laptop_add_person (model.leader, "Petra");
  laptops_sync_all (model.all);
  trio_write_folder (&model);
  for (guint calls = 0; !made; calls++) {
    Trio trio = { 0 };

    g_test_message ("%u calls, cut %d", calls, cut);
    trio_set_up_fast (&trio, &model);
    sim_view_cut_after (trio.leader->carrier, calls, cut);
    made = snapshot_try_make (trio.leader);
    if (!made) {
      sim_view_set_absent (trio.leader->carrier, FALSE);
      laptop_reopen (trio.leader);
      laptop_sync_well (trio.leader);
    }
    assert_tidy (&trio);
    g_assert_cmpuint (snapshot_count_left (trio.leader), ==, 0);
    trio_tear_down (&trio, NULL);
  }
  trio_tear_down (&model, NULL);
}

int
main (int argc, char **argv)
{
  g_setenv ("SPIL_VAULT", "file", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snapshot-share/begin-cut", test_begin_cut);
  g_test_add_data_func ("/snapshot-share/make-cut-nothing", GINT_TO_POINTER (SIM_CUT_NOTHING), test_make_cut);
  g_test_add_data_func ("/snapshot-share/make-cut-half", GINT_TO_POINTER (SIM_CUT_HALF), test_make_cut);
  g_test_add_data_func ("/snapshot-share/make-cut-whole", GINT_TO_POINTER (SIM_CUT_WHOLE), test_make_cut);
  return g_test_run ();
}
