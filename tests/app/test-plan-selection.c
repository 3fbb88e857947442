// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-selection.h"

static char *
describe (const SpilPlanSelection *selection)
{
  g_autoptr (GArray) rows = spil_plan_selection_list (selection);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", g_array_index (rows, int, i));
  g_string_append_printf (text, " (%d)", spil_plan_selection_get_current (selection));
  return g_string_free_and_steal (text);
}

static void
assert_is (const SpilPlanSelection *selection, const char *expected)
{
  g_autofree char *text = describe (selection);

  g_assert_cmpstr (text, ==, expected);
}

static SpilPlanSelection *
make (int n_rows)
{
  SpilPlanSelection *selection = spil_plan_selection_new ();

  spil_plan_selection_reset (selection, n_rows);
  return selection;
}

static void
test_set (void)
{
  g_autoptr (SpilPlanSelection) selection = make (5);

  assert_is (selection, " (-1)");
  spil_plan_selection_set (selection, 2);
  assert_is (selection, "2 (2)");
  spil_plan_selection_set (selection, 99);
  assert_is (selection, "4 (4)");
  spil_plan_selection_set (selection, -7);
  assert_is (selection, " (-1)");
  g_assert_false (spil_plan_selection_contains (selection, 99));
}

// Extending begins where the selection began, whichever way it goes.
static void
test_extend (void)
{
  g_autoptr (SpilPlanSelection) selection = make (6);

  spil_plan_selection_set (selection, 3);
  spil_plan_selection_extend (selection, 5);
  assert_is (selection, "3 4 5 (5)");
  spil_plan_selection_extend (selection, 1);
  assert_is (selection, "1 2 3 (1)");
  spil_plan_selection_reset (selection, 6);
  spil_plan_selection_extend (selection, 2);
  assert_is (selection, "2 (2)");
}

static void
test_toggle (void)
{
  g_autoptr (SpilPlanSelection) selection = make (6);

  spil_plan_selection_set (selection, 1);
  spil_plan_selection_toggle (selection, 4);
  assert_is (selection, "1 4 (4)");
  spil_plan_selection_toggle (selection, 1);
  assert_is (selection, "4 (1)");
  spil_plan_selection_extend (selection, 3);
  assert_is (selection, "1 2 3 (3)");
  g_assert_cmpint (spil_plan_selection_get_count (selection), ==, 3);
}

static void
test_all (void)
{
  g_autoptr (SpilPlanSelection) selection = make (3);
  g_autoptr (SpilPlanSelection) none = make (0);

  spil_plan_selection_add (selection, 2);
  spil_plan_selection_add (selection, 2);
  spil_plan_selection_add (selection, 7);
  assert_is (selection, "2 (-1)");
  spil_plan_selection_all (selection);
  assert_is (selection, "0 1 2 (0)");
  spil_plan_selection_all (none);
  spil_plan_selection_toggle (none, 0);
  spil_plan_selection_extend (none, 0);
  assert_is (none, " (-1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-selection/set", test_set);
  g_test_add_func ("/plan-selection/extend", test_extend);
  g_test_add_func ("/plan-selection/toggle", test_toggle);
  g_test_add_func ("/plan-selection/all", test_all);
  return g_test_run ();
}
