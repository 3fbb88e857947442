// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <stdlib.h>

#include "sim-rows.h"
#include "sim-world.h"

// How many histories: many small ones and some large, see sim_history_new().
#define HISTORIES 2000
#define LONG_HISTORIES 100000

typedef struct
{
  SimNursery *nursery;
  SimWrong wrong;
} Run;

static char *
run_history (const SimHistory *history, gpointer user_data)
{
  const Run *run = user_data;
  g_autoptr (SimWorld) world = sim_world_new (run->nursery, history->n_devices, run->wrong);

  return sim_world_run (world, history);
}

static void
report (const SimHistory *history, const char *fault, Run *run)
{
  g_autoptr (SimHistory) small = sim_history_shrink (history, fault, run_history, run, 3000);
  g_autofree char *script = sim_history_to_text (small);
  g_autofree char *last = run_history (small, run);

  g_printerr ("# %s\n# shrunk to:\n%s%s\n# Run it again with SPIL_SIM_SEED=%u\n", fault, script, last,
              history->seed);
  g_test_message ("%s: %s%s", fault, script, last);
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
  Run run = { .nursery = (SimNursery *) data };
  guint32 one = get_number ("SPIL_SIM_SEED", 0);
  guint32 first = one != 0 ? one : get_number ("SPIL_SIM_FIRST", 1);
  guint32 n = one != 0 ? 1
                       : get_number ("SPIL_SIM_COUNT",
                                     g_getenv ("SPIL_TEST_LONG") != NULL ? LONG_HISTORIES : HISTORIES);

  for (guint32 seed = first; seed < first + n && !g_test_failed (); seed++) {
    g_autoptr (SimHistory) history = sim_history_new (seed);
    g_autofree char *fault = run_history (history, &run);

    if (fault != NULL)
      report (history, fault, &run);
  }
}

/* Histories that are worth a run each time, in many orders of arrival */

#define ORGANISATION(number) ((number) * SIM_ROW_KINDS + SIM_KIND_ORGANISATION)
#define TASK(number) ((number) * SIM_ROW_KINDS + SIM_KIND_TASK)

#define MAX_STEPS 20

static const struct
{
  const char *name;
  int n_devices;
  SimStep steps[MAX_STEPS]; // seed 0: no more
} scripts[] = {
  { "a settlement is undone where the row was deleted meanwhile",
    3,
    { { SIM_ADD, 0, .row = ORGANISATION (0), .other = -1, .value = 1, .seed = 1 },
      { SIM_FETCH, 1, .other = 0, .seed = 1 },
      { SIM_FETCH, 2, .other = 0, .seed = 1 },
      { SIM_SET, 1, .row = ORGANISATION (0), .value = 2, .seed = 1 },
      { SIM_SET, 2, .row = ORGANISATION (0), .value = 3, .seed = 1 },
      { SIM_FETCH, 0, .other = 1, .seed = 1 },
      { SIM_FETCH, 0, .other = 2, .seed = 1 },
      { SIM_SETTLE, 0, .field = 1, .seed = 1 },
      { SIM_FETCH, 1, .other = 0, .seed = 1 },
      { SIM_DELETE, 1, .row = ORGANISATION (0), .seed = 1 },
      { SIM_UNDO, 0, .seed = 1 } } },
  { "a settlement is undone and made again, and both arrive together",
    2,
    { { SIM_ADD, 0, .row = ORGANISATION (0), .other = -1, .value = 1, .seed = 1 },
      { SIM_FETCH, 1, .other = 0, .seed = 1 },
      { SIM_SET, 0, .row = ORGANISATION (0), .value = 2, .seed = 1 },
      { SIM_SET, 1, .row = ORGANISATION (0), .value = 3, .seed = 1 },
      { SIM_FETCH, 1, .other = 0, .seed = 1 },
      { SIM_SETTLE, 1, .seed = 1 },
      { SIM_FETCH, 0, .other = 1, .seed = 1 },
      { SIM_UNDO, 1, .seed = 1 },
      { SIM_SETTLE, 1, .seed = 1 } } },
  { "an activity whose parent is left out has rivals",
    4,
    { { SIM_ADD, 0, .row = TASK (0), .other = -1, .value = 1, .seed = 1 },
      { SIM_ADD, 0, .row = TASK (1), .other = TASK (0), .value = 1, .seed = 1 },
      { SIM_ADD, 0, .row = TASK (2), .other = TASK (1), .value = 1, .seed = 1 },
      { SIM_ADD, 0, .row = TASK (3), .other = TASK (0), .value = 1, .seed = 1 },
      { SIM_FETCH, 1, .other = 0, .seed = 1 },
      { SIM_FETCH, 2, .other = 0, .seed = 1 },
      { SIM_FETCH, 3, .other = 0, .seed = 1 },
      { SIM_REFER, 1, .row = TASK (2), .other = TASK (3), .seed = 1 },
      { SIM_REFER, 1, .row = TASK (1), .other = TASK (2), .seed = 1 },
      { SIM_REFER, 2, .row = TASK (2), .other = TASK (0), .seed = 1 },
      { SIM_UNDO, 2, .seed = 1 },
      { SIM_REFER, 3, .row = TASK (2), .other = TASK (0), .seed = 1 },
      { SIM_UNDO, 3, .seed = 1 } } },
};

static void
test_scripts (gconstpointer data)
{
  Run run = { .nursery = (SimNursery *) data };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    for (guint32 seed = 1; seed <= 20 && !g_test_failed (); seed++) {
      g_autoptr (SimHistory) history = sim_history_new_empty (seed, scripts[i].n_devices);
      g_autofree char *fault = NULL;

      for (int j = 0; j < MAX_STEPS && scripts[i].steps[j].seed != 0; j++)
        g_array_append_val (history->steps, scripts[i].steps[j]);
      fault = run_history (history, &run);
      if (fault != NULL)
        report (history, fault, &run);
    }
}

// Where the search for each fault begins, so that it does not take long.
static const guint32 first_seeds[SIM_N_WRONG] = { [SIM_WRONG_VOID] = 370, [SIM_WRONG_CIRCLES] = 290 };

// Each way for the model to be wrong is found, and found in a few steps.
static void
test_wrong_model (gconstpointer data)
{
  for (int wrong = SIM_WRONG_NOWHERE + 1; wrong < SIM_N_WRONG; wrong++) {
    Run run = { .nursery = (SimNursery *) data, .wrong = (SimWrong) wrong };
    g_autofree char *fault = NULL;
    g_autoptr (SimHistory) history = NULL;
    g_autoptr (SimHistory) small = NULL;
    g_autofree char *script = NULL;

    for (guint32 seed = MAX (first_seeds[wrong], 1); seed <= 2000 && fault == NULL; seed++) {
      g_clear_pointer (&history, sim_history_free);
      history = sim_history_new (seed);
      fault = run_history (history, &run);
    }
    g_assert_nonnull (fault);
    small = sim_history_shrink (history, fault, run_history, &run, 400);
    script = sim_history_to_text (small);
    g_test_message ("%d: %s\n%s", wrong, fault, script);
    g_assert_cmpuint (small->steps->len, <=, 14);
  }
}

int
main (int argc, char **argv)
{
  SimNursery *nursery;
  int result;

  g_test_init (&argc, &argv, NULL);
  nursery = sim_nursery_new ();
  g_test_add_data_func ("/simulator/wrong-model", nursery, test_wrong_model);
  g_test_add_data_func ("/simulator/scripts", nursery, test_scripts);
  g_test_add_data_func ("/simulator/histories", nursery, test_histories);
  result = g_test_run ();
  sim_nursery_free (nursery);
  return result;
}
