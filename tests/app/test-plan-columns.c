// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-columns.h"

static void
test_words (void)
{
  static const struct
  {
    const char *text, *again;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "cost,float", "float,cost" },
    { " start , nonsense,,name,start", "start" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint hidden = spil_plan_columns_parse (cases[i].text);
    g_autofree char *again = spil_plan_columns_format (hidden);

    g_assert_cmpstr (again, ==, cases[i].again);
    g_assert_cmpuint (spil_plan_columns_parse (again), ==, hidden);
  }
}

// The name is always there: it is what a row is called.
static void
test_name (void)
{
  g_autofree char *all = spil_plan_columns_format (~0U);

  g_assert_null (spil_plan_column_word (SPIL_PLAN_CELL_NAME));
  g_assert_cmpuint (spil_plan_columns_parse (all) & (1U << SPIL_PLAN_CELL_NAME), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-columns/words", test_words);
  g_test_add_func ("/plan-columns/name", test_name);
  return g_test_run ();
}
