// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-effect-rule.h"

#include "spil-number.h"

#define EX SPIL_VAT_EXCLUDED
#define ONE SPIL_DECIMAL_ONE
#define NONE -1

static void
test_effect (void)
{
  static const struct
  {
    const char *what;
    struct
    {
      int64_t effect; /* -1: not stated */
      gboolean has_money;
      int64_t cents;
      SpilVat vat; /* 0: the usual */
    } applications[4];
    int n_applications;
    int n, left_out;
    int64_t per_avoidance, per_tonne; /* -1: none */
  } cases[] = {
    { "one", { { 10 * ONE, TRUE, 100000, 0 } }, 1, 1, 0, 10000, 10000000 },
    { "two: the sums are divided",
      { { 10 * ONE, TRUE, 100000, 0 }, { 30 * ONE, TRUE, 100000, 0 } },
      2,
      2,
      0,
      5000,
      5000000 },
    { "rounded half up", { { 3 * ONE, TRUE, 100, 0 } }, 1, 1, 0, 33, 33333 },
    { "half a cent", { { 2 * ONE, TRUE, 1, 0 } }, 1, 1, 0, 1, 500 },
    { "half an avoidance", { { ONE / 2, TRUE, 100, 0 } }, 1, 1, 0, 200, 200000 },
    { "without effect", { { NONE, TRUE, 100, 0 }, { ONE, TRUE, 100, 0 } }, 2, 1, 1, 100, 100000 },
    { "without money", { { ONE, FALSE, 0, 0 }, { ONE, TRUE, 100, 0 } }, 2, 1, 1, 100, 100000 },
    { "another VAT note",
      { { ONE, TRUE, 100, 0 }, { ONE, TRUE, 100, SPIL_VAT_INCLUDED } },
      2,
      1,
      1,
      100,
      100000 },
    { "no effect at all", { { 0, TRUE, 100, 0 } }, 1, 1, 0, NONE, NONE },
    { "nothing", { { 0 } }, 0, 0, 0, NONE, NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFundEffect effect = { 0 };
    int64_t cents = 0;

    for (int j = 0; j < cases[i].n_applications; j++)
      spil_fund_effect_add (&effect, cases[i].applications[j].effect, cases[i].applications[j].has_money,
                            spil_money (cases[i].applications[j].cents, cases[i].applications[j].vat != 0
                                                                            ? cases[i].applications[j].vat
                                                                            : EX));
    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (effect.n, ==, cases[i].n);
    g_assert_cmpint (effect.left_out, ==, cases[i].left_out);
    g_assert_cmpint (spil_fund_effect_per_avoidance (&effect, &cents), ==, cases[i].per_avoidance != NONE);
    if (cases[i].per_avoidance != NONE)
      g_assert_cmpint (cents, ==, cases[i].per_avoidance);
    g_assert_cmpint (spil_fund_effect_per_tonne (&effect, &cents), ==, cases[i].per_tonne != NONE);
    if (cases[i].per_tonne != NONE)
      g_assert_cmpint (cents, ==, cases[i].per_tonne);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fund-effect-rule/effect", test_effect);
  return g_test_run ();
}
