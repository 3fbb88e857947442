// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-fund-steps.h"
#include "spil-fund-words.h"
#include "spil-number.h"

#define EX SPIL_VAT_EXCLUDED

// Every step has a word, every state a sign of its own.
static void
test_steps (void)
{
  for (int state = SPIL_APPLICATION_STATE_DRAFT; state <= SPIL_APPLICATION_STATE_PAID; state++) {
    const SpilFundApplicationRow row = { .state = state };
    g_autoptr (GArray) choices = spil_fund_steps_of (&row);
    const int *next = spil_fund_next_states (state);

    for (guint i = 0; i < choices->len; i++) {
      g_assert_cmpint (g_array_index (choices, SpilFundChoice, i).to, ==, next[i]);
      g_assert_nonnull (g_array_index (choices, SpilFundChoice, i).label);
    }
    g_assert_cmpint (next[choices->len], ==, 0);
    for (int other = SPIL_APPLICATION_STATE_DRAFT; other < state; other++)
      g_assert_cmpstr (spil_fund_state_icon (other), !=, spil_fund_state_icon (state));
  }
}

// An advance of a withdrawn application, and what was paid above the settlement, come back as a step.
static void
test_refund_steps (void)
{
  const SpilFundApplicationRow withdrawn = { .state = SPIL_APPLICATION_STATE_WITHDRAWN,
                                             .paid = spil_money (500000, EX),
                                             .left_to_pay = spil_money (-500000, EX) };
  const SpilFundApplicationRow back = { .state = SPIL_APPLICATION_STATE_WITHDRAWN };
  const SpilFundApplicationRow below = { .state = SPIL_APPLICATION_STATE_SETTLED,
                                         .left_to_pay = spil_money (-100, EX) };
  g_autoptr (GArray) first = spil_fund_steps_of (&withdrawn);
  g_autoptr (GArray) none = spil_fund_steps_of (&back);
  g_autoptr (GArray) last = spil_fund_steps_of (&below);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (g_array_index (first, SpilFundChoice, 0).to, ==, SPIL_APPLICATION_STATE_WITHDRAWN);
  g_assert_cmpstr (g_array_index (first, SpilFundChoice, 0).label, ==, "Book the refund");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (g_array_index (last, SpilFundChoice, 0).label, ==, "Book the refund");
}

// Terms in words: on the day itself it is not late yet.
static void
test_terms (void)
{
  static const struct
  {
    int from_today;
    gboolean deciding;
    const char *text;
    const char *brief;
  } cases[] = {
    { 9, TRUE, "Decide by 24-11-2018 at the latest: 9 days left", "by 24-11-2018" },
    { 1, FALSE, "The employer accounts by 16-11-2018 at the latest: 1 day left", "by 16-11-2018" },
    { 0, TRUE, "Decide today at the latest (15-11-2018)", "by 15-11-2018" },
    { -1, TRUE, "The decision is 1 day late: it was due by 14-11-2018", "1 day late" },
    { -3, FALSE, "The accountability is 3 days late: it was due by 12-11-2018", "3 days late" },
  };
  SpilDay today = spil_day_from_ymd (2018, 11, 15);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay term = spil_day_add (today, cases[i].from_today);
    const SpilFundApplicationRow row = { .decide_before = cases[i].deciding ? term : SPIL_DAY_NONE,
                                         .account_before = cases[i].deciding ? SPIL_DAY_NONE : term };
    g_autofree char *text = spil_fund_dup_term (&row, today);
    g_autofree char *brief = spil_fund_dup_term_short (&row, today);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (brief, ==, cases[i].brief);
  }
}

// What it costs is told with for how many it is known.
static void
test_effects (void)
{
  const SpilFundEffect none = { .left_out = 4 };
  const SpilFundEffect some = {
    .n = 2, .left_out = 3, .effect = 40 * SPIL_DECIMAL_ONE, .money = spil_money (1000000, EX)
  };
  const SpilFundEffect all = { .n = 2, .effect = 5000 * SPIL_DECIMAL_ONE, .money = spil_money (1000000, EX) };
  g_autofree char *unknown = spil_fund_dup_avoidances (&none);
  g_autofree char *avoidances = spil_fund_dup_avoidances (&some);
  g_autofree char *co2 = spil_fund_dup_co2 (&all);

  g_assert_cmpstr (unknown, ==, "not stated");
  g_assert_cmpstr (avoidances, ==,
                   "40 a working day · €\302\240250,00 for each · known for 2 of 5 applications");
  g_assert_cmpstr (co2, ==, "5 tonnes a year · €\302\2402.000,00 for each tonne · 2 applications");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fund/steps", test_steps);
  g_test_add_func ("/fund/refund-steps", test_refund_steps);
  g_test_add_func ("/fund/terms", test_terms);
  g_test_add_func ("/fund/effects", test_effects);
  return g_test_run ();
}
