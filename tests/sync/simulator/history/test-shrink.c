// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sim-history.h"
#include "sim-rows.h"

// "Goes wrong" when laptop A adds a row, another gets something of A and then deletes a row, after a clock ran ahead.
static char *
fail_on_pattern (const SimHistory *history, gpointer user_data)
{
  int *n_runs = user_data;
  int stage = 0;
  int adder = -1;
  int fetcher = -1;

  (*n_runs)++;
  for (guint i = 0; i < history->steps->len; i++) {
    const SimStep *step = &g_array_index (history->steps, SimStep, i);

    if (stage == 0 && step->op == SIM_CLOCK && step->value > 1000)
      stage = 1;
    else if (stage == 1 && step->op == SIM_ADD) {
      adder = step->device;
      stage = 2;
    } else if (stage == 2 && step->op == SIM_FETCH && step->other == adder && step->device != adder) {
      fetcher = step->device;
      stage = 3;
    } else if (stage == 3 && step->op == SIM_DELETE && step->device == fetcher)
      return g_strdup ("pattern: found");
  }
  // Another fault, which is not the one that is looked for.
  return history->steps->len % 7 == 3 ? g_strdup ("other: fault") : NULL;
}

static void
test_finds_what_matters (void)
{
  int n_found = 0;

  for (guint32 seed = 1; seed <= 12000; seed++) {
    g_autoptr (SimHistory) history = sim_history_new (seed);
    g_autoptr (SimHistory) small = NULL;
    g_autofree char *text = NULL;
    g_autofree char *fault = NULL;
    int n_runs = 0;

    fault = fail_on_pattern (history, &n_runs);
    if (fault == NULL || !g_str_has_prefix (fault, "pattern"))
      continue;
    n_found++;
    small = sim_history_shrink (history, fault, fail_on_pattern, &n_runs, 5000);
    text = sim_history_to_text (small);
    g_test_message ("%d runs: %s", n_runs, text);
    g_assert_cmpuint (small->steps->len, ==, 4);
    g_assert_cmpint (small->n_devices, <=, 3);
    g_assert_cmpint (g_array_index (small->steps, SimStep, 0).value, ==, 3650);
  }
  g_assert_cmpint (n_found, >, 20);
}

static void
test_same_seed_same_history (void)
{
  gboolean seen[SIM_N_OPS] = { FALSE };
  int most = 0;

  for (guint32 seed = 1; seed <= 2000; seed++) {
    gboolean carried = seed % 2 == 0;
    g_autoptr (SimHistory) one = carried ? sim_history_new_carried (seed) : sim_history_new (seed);
    g_autoptr (SimHistory) other = carried ? sim_history_new_carried (seed) : sim_history_new (seed);
    g_autofree char *text = sim_history_to_text (one);
    g_autofree char *again = sim_history_to_text (other);

    g_assert_cmpstr (text, ==, again);
    most = MAX (most, one->n_devices);
    for (guint i = 0; i < one->steps->len; i++)
      seen[g_array_index (one->steps, SimStep, i).op] = TRUE;
  }
  for (int op = 0; op < SIM_N_OPS; op++)
    g_assert_true (seen[op]);
  g_assert_cmpint (most, >, SIM_MAX_DEVICES - 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simulator/same-seed-same-history", test_same_seed_same_history);
  g_test_add_func ("/simulator/shrinks-to-what-matters", test_finds_what_matters);
  return g_test_run ();
}
