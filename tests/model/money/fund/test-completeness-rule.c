// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-completeness-rule.h"

#include "spil-entity.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define YES SPIL_ANSWER_YES
#define NO SPIL_ANSWER_NO
#define UNKNOWN SPIL_ANSWER_UNKNOWN
#define END -1
#define NONE -1

static void
test_answers (void)
{
  static const struct
  {
    int answers[6];
    int asked, there, missing;
    gboolean complete;
    const char *says;
  } cases[] = {
    { { END }, 0, 0, 0, TRUE, "nothing in particular" },
    { { YES, END }, 1, 1, 0, TRUE, "is there" },
    { { YES, YES, YES, END }, 3, 3, 0, TRUE, "All 3" },
    { { YES, NO, END }, 2, 1, 1, FALSE, "1 of 2 are there. 1 is missing." },
    { { YES, 0, UNKNOWN, NO, NO, END }, 5, 1, 2, FALSE, "2 are missing. 2 were not looked at" },
    { { 0, END }, 1, 0, 0, FALSE, "1 was not looked at" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFundCompleteness completeness = { 0 };
    g_autofree char *sentence = NULL;

    for (int j = 0; cases[i].answers[j] != END; j++)
      spil_fund_completeness_add (&completeness, cases[i].answers[j]);
    sentence = spil_fund_completeness_dup_sentence (&completeness);
    g_test_message ("%s", sentence);
    g_assert_cmpint (completeness.asked, ==, cases[i].asked);
    g_assert_cmpint (completeness.there, ==, cases[i].there);
    g_assert_cmpint (completeness.missing, ==, cases[i].missing);
    g_assert_cmpint (spil_fund_is_complete (&completeness), ==, cases[i].complete);
    g_assert_nonnull (strstr (sentence, cases[i].says));
  }
}

static void
test_terms (void)
{
  const SpilDay from = spil_day_from_ymd (2018, 10, 1);

  g_assert_cmpint (spil_day_between (from, spil_fund_term_end (from, 56)), ==, 56);
  g_assert_false (spil_day_is_known (spil_fund_term_end (from, 0)));
  g_assert_false (spil_day_is_known (spil_fund_term_end (SPIL_DAY_NONE, 56)));
}

static void
test_costs (void)
{
  /* Estimated and settled: -1 is not stated. */
  static const struct
  {
    int64_t estimated, settled;
    SpilVat vat;
    gboolean excluded;
  } items[] = {
    { 10000, 9000, EX, FALSE },
    { 5001, NONE, EX, FALSE },
    { 700, 700, SPIL_VAT_INCLUDED, FALSE }, /* never mixed */
    { 300, 300, EX, TRUE }, /* does not count */
    { NONE, 50, EX, FALSE },
    { 60, 60, SPIL_VAT_INCLUDED, TRUE },
  };
  SpilFundCosts costs;
  const SpilMoney stated = spil_money (15001, EX);
  g_autofree char *sentence = NULL;

  spil_fund_costs_init (&costs, EX);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++) {
    const SpilFundCost item = { .has_estimated = items[i].estimated != NONE,
                                .estimated = spil_money (items[i].estimated, items[i].vat),
                                .has_settled = items[i].settled != NONE,
                                .settled = spil_money (items[i].settled, items[i].vat),
                                .excluded = items[i].excluded };

    spil_fund_costs_add (&costs, &item);
  }
  g_assert_cmpint (costs.n, ==, 3);
  g_assert_cmpint (costs.excluded, ==, 2);
  g_assert_cmpint (costs.other_vat, ==, 1);
  g_assert_cmpint (costs.estimated.cents, ==, 15001);
  g_assert_cmpint (costs.settled.cents, ==, 9050);
  g_assert_cmpint (costs.not_estimated, ==, 1);
  g_assert_cmpint (costs.not_settled, ==, 1);
  sentence = spil_fund_costs_dup_sentence (&costs, &stated);
  g_assert_nonnull (strstr (sentence, "another VAT note"));
}

static void
test_costs_against_stated (void)
{
  static const struct
  {
    int64_t items, stated; /* -1: not stated */
    gboolean says;
  } cases[] = {
    { 10000, 10000, FALSE },
    { 10000, 9999, TRUE },
    { 10000, NONE, FALSE },
    { NONE, 500, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilMoney stated = spil_money (cases[i].stated, EX);
    const SpilFundCost item = { .has_estimated = TRUE, .estimated = spil_money (cases[i].items, EX) };
    SpilFundCosts costs;
    g_autofree char *sentence = NULL;

    spil_fund_costs_init (&costs, EX);
    if (cases[i].items != NONE)
      spil_fund_costs_add (&costs, &item);
    sentence = spil_fund_costs_dup_sentence (&costs, cases[i].stated == NONE ? NULL : &stated);
    g_test_message ("%s", sentence);
    g_assert_cmpint (sentence != NULL, ==, cases[i].says);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness-rule/answers", test_answers);
  g_test_add_func ("/completeness-rule/terms", test_terms);
  g_test_add_func ("/completeness-rule/costs", test_costs);
  g_test_add_func ("/completeness-rule/costs-against-stated", test_costs_against_stated);
  return g_test_run ();
}
