// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Any sequence of bookings, reversals, releases, versions, closings, undo and synchronisation keeps every figure as a plain addition has it. SPIL_LEDGER_STEPS=100000
// for the long run; a failure names its seed, with which SPIL_LEDGER_SEED repeats that one history.
#include <locale.h>

#include "world.h"

#define STEPS 3000 // in the gate
#define STEPS_PER_HISTORY 200
#define EX SPIL_VAT_NOTE_EXCLUDED

static void
add_budget (World *self)
{
  static const int64_t amounts[] = { 10000000, 5000001, 2499999, 0, 1000000 };
  SpilAction *action = spil_action_new ("Budget");
  g_autoptr (SpilRecord) version = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION), spil_id_new ());
  g_autoptr (SpilRecord) decision = sample_record (action, spil_entity (SPIL_ENTITY_DECISION), 1, FALSE);

  spil_record_set_text (version, SPIL_BUDGET_VERSION_NAME, "Begroting 2018");
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_YEAR, 2018);
  spil_record_set_day (version, SPIL_BUDGET_VERSION_DATE, spil_day_from_ymd (2018, 1, 1));
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_TOTAL, amounts[0] + amounts[1] + amounts[2]);
  spil_record_set_integer (version, SPIL_BUDGET_VERSION_VAT, EX);
  spil_action_add (action, version);
  for (int number = 1; number <= WORLD_LINES; number++) {
    g_autoptr (SpilRecord) line = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_LINE), spil_id_new ());

    spil_record_set_reference (line, SPIL_BUDGET_LINE_VERSION, spil_record_get_id (version));
    spil_record_set_integer (line, SPIL_BUDGET_LINE_NUMBER, number);
    spil_record_set_text (line, SPIL_BUDGET_LINE_NAME, "Post");
    spil_record_set_integer (line, SPIL_BUDGET_LINE_VAT, EX);
    spil_record_set_integer (line, SPIL_BUDGET_LINE_PM, number == WORLD_PM_LINE);
    spil_record_set_integer (line, SPIL_BUDGET_LINE_OUTSIDE, number == WORLD_OUTSIDE_LINE);
    if (number != WORLD_PM_LINE)
      spil_record_set_integer (line, SPIL_BUDGET_LINE_AMOUNT, amounts[number - 1]);
    spil_action_add (action, line);
  }
  self->decision = spil_record_get_id (decision);
  naive_take (self->naive[0], action);
  commit (self->laptops.stores[0], action);
}

static void
run_history (uint32_t seed, int steps, guint *counts)
{
  World self = { .seed = seed };

  self.random = g_rand_new_with_seed (seed);
  self.trace = g_ptr_array_new_with_free_func (g_free);
  laptops_set_up (&self.laptops, NULL);
  for (int i = 0; i < 3; i++)
    self.naive[i] = naive_new (i);
  begin (&self.laptops);
  add_budget (&self);
  // The budget is there for good: it is no step that is undone.
  naive_meet (self.naive, 3);
  g_ptr_array_set_size (self.naive[0]->steps, 0);
  self.naive[0]->n_done = 0;
  meet (&self.laptops);
  for (self.step = 1; self.step <= steps; self.step++)
    world_step (&self);
  world_meet (&self, 0);
  counts[0] += self.n_done;
  counts[1] += self.n_refused;
  counts[2] += self.n_faults;
  for (int i = 0; i < 3; i++) {
    naive_free (self.naive[i]);
    spil_store_close (self.laptops.stores[i]);
    remove_dir (self.laptops.dirs[i]);
  }
  g_rand_free (self.random);
  g_ptr_array_unref (self.trace);
}

static int
get_number (const char *name, int otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

static void
test_histories (void)
{
  int steps = get_number ("SPIL_LEDGER_STEPS", STEPS);
  int seed = get_number ("SPIL_LEDGER_SEED", -1);
  guint counts[3] = { 0 };

  spil_day_play (spil_day_from_ymd (2018, 12, 20));
  if (seed >= 0)
    run_history ((uint32_t) seed, STEPS_PER_HISTORY, counts);
  for (int i = 0; seed < 0 && i * STEPS_PER_HISTORY < steps; i++)
    run_history ((uint32_t) i + 1, STEPS_PER_HISTORY, counts);
  spil_day_play (SPIL_DAY_NONE);
  g_test_message ("%u done, %u refused, %u faults told", counts[0], counts[1], counts[2]);
  if (seed < 0) {
    g_assert_cmpuint (counts[0], >, (guint) steps / 3);
    g_assert_cmpuint (counts[1], >, (guint) steps / 20);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/money/ledger/histories", test_histories);
  return g_test_run ();
}
