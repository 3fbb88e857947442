// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <stdlib.h>

#include "sim-carried.h"

// Histories in which all goes through whole synchronisations, over a carrier that cannot be trusted.
#define HISTORIES 300
#define LONG_HISTORIES 3000

static char *
run_history (const SimHistory *history, gpointer user_data)
{
  g_autoptr (SimWorld)
      world = sim_space_make_world (user_data, history->n_devices, history->seed, SIM_WRONG_NOWHERE);

  return sim_world_run (world, history);
}

static void
report (const SimHistory *history, const char *fault, SimSpace *space)
{
  g_autoptr (SimHistory) small = sim_history_shrink (history, fault, run_history, space, 1000);
  g_autofree char *script = sim_history_to_text (small);
  g_autofree char *last = run_history (small, space);

  g_printerr ("# shrunk to:\n%s%s\n# Run it again with SPIL_SIM_SEED=%u\n", script, last, history->seed);
  g_test_message ("%s%s", script, last);
  g_test_fail ();
}

static guint32
get_number (const char *name, guint32 otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint32) strtoul (text, NULL, 10) : otherwise;
}

static void
test_histories (gconstpointer data)
{
  SimSpace *space = (SimSpace *) data;
  guint32 one = get_number ("SPIL_SIM_SEED", 0);
  guint32 first = one != 0 ? one : get_number ("SPIL_SIM_FIRST", 1);
  guint32 usual = g_getenv ("SPIL_TEST_LONG") != NULL ? LONG_HISTORIES : HISTORIES;
  guint32 n = one != 0 ? 1 : get_number ("SPIL_SIM_COUNT", usual);

  for (guint32 seed = first; seed < first + n && !g_test_failed (); seed++) {
    g_autoptr (SimHistory) history = sim_history_new_carried (seed);
    g_autofree char *fault = run_history (history, space);

    if (fault != NULL)
      report (history, fault, space);
  }
}

int
main (int argc, char **argv)
{
  SimSpace *space;
  int result;

  g_test_init (&argc, &argv, NULL);
  space = sim_space_new ();
  g_test_add_data_func ("/carried/histories", space, test_histories);
  result = g_test_run ();
  sim_space_free (space);
  return result;
}
