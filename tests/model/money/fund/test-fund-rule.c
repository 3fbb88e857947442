// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#define EX SPIL_VAT_EXCLUDED
#define HALF (SPIL_DECIMAL_ONE / 2)

static void
test_highest_award (void)
{
  static const struct
  {
    const char *what;
    int64_t own_share; /* -1: not set */
    int64_t application_ceiling; /* -1: not set */
    int64_t room; /* -1: no ceiling */
    gboolean other_is_own;
    int64_t cost, other;
    int64_t highest, own;
    SpilFundLimit limit;
  } cases[] = {
    { "half of the cost", HALF, -1, -1, FALSE, 2500000, 0, 1250000, 1250000, SPIL_FUND_LIMIT_SHARE },
    { "one cent less of own cost", HALF, -1, -1, FALSE, 2499999, 0, 1249999, 1250000, SPIL_FUND_LIMIT_SHARE },
    { "an odd cent is the employer's", HALF, -1, -1, FALSE, 10001, 0, 5000, 5001, SPIL_FUND_LIMIT_SHARE },
    { "ceiling per application", HALF, 5000000, -1, FALSE, 20000000, 0, 5000000, 15000000,
      SPIL_FUND_LIMIT_CEILING },
    { "exactly the ceiling", HALF, 5000000, -1, FALSE, 10000000, 0, 5000000, 5000000, SPIL_FUND_LIMIT_SHARE },
    { "room", HALF, 5000000, 100000, FALSE, 2500000, 0, 100000, 2400000, SPIL_FUND_LIMIT_ROOM },
    { "no room", HALF, -1, 0, FALSE, 2500000, 0, 0, 2500000, SPIL_FUND_LIMIT_ROOM },
    { "overspent scheme", HALF, -1, -5000, FALSE, 2500000, 0, 0, 2500000, SPIL_FUND_LIMIT_ROOM },
    { "other subsidy comes off", HALF, -1, -1, FALSE, 1000000, 200000, 300000, 500000,
      SPIL_FUND_LIMIT_SHARE },
    { "other subsidy counts as own", HALF, -1, -1, TRUE, 1000000, 200000, 500000, 300000,
      SPIL_FUND_LIMIT_SHARE },
    { "never more than the rest", HALF, -1, -1, TRUE, 1000000, 700000, 300000, 0, SPIL_FUND_LIMIT_REST },
    { "other subsidies take it all", HALF, -1, -1, FALSE, 1000000, 600000, 0, 400000, SPIL_FUND_LIMIT_SHARE },
    { "nothing set", -1, -1, -1, FALSE, 1000000, 0, 1000000, 0, SPIL_FUND_LIMIT_REST },
    { "largest amounts", HALF, -1, -1, FALSE, SPIL_MONEY_MAX_CENTS, 0, SPIL_MONEY_MAX_CENTS / 2,
      SPIL_MONEY_MAX_CENTS / 2, SPIL_FUND_LIMIT_SHARE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFundTerms terms = { .has_own_share = cases[i].own_share >= 0,
                            .own_share = MAX (0, cases[i].own_share),
                            .has_application_ceiling = cases[i].application_ceiling >= 0,
                            .application_ceiling = spil_money (cases[i].application_ceiling, EX),
                            .other_is_own = cases[i].other_is_own };
    SpilFundCase application = { .has_cost = TRUE,
                                 .cost = spil_money (cases[i].cost, EX),
                                 .other = spil_money (cases[i].other, EX) };
    SpilMoney room = spil_money (cases[i].room, EX);
    SpilFundAward award = spil_fund_highest_award (&terms, &application, cases[i].room == -1 ? NULL : &room);
    g_autofree char *sentence = spil_fund_award_dup_sentence (&award);

    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_true (award.known);
    g_assert_cmpint (award.highest.cents, ==, cases[i].highest);
    g_assert_cmpint (award.own.cents, ==, cases[i].own);
    g_assert_cmpint (award.limit, ==, cases[i].limit);
    g_assert_true (spil_fund_may_award (&award, spil_money (cases[i].highest, EX)));
    g_assert_false (spil_fund_may_award (&award, spil_money (cases[i].highest + 1, EX)));
    g_assert_false (spil_fund_may_award (&award, spil_money (0, SPIL_VAT_INCLUDED)));
  }
}

static void
test_sentence (void)
{
  SpilFundTerms terms = { .has_own_share = TRUE,
                          .own_share = HALF,
                          .has_application_ceiling = TRUE,
                          .application_ceiling = spil_money (5000000, EX) };
  SpilFundCase application = { .has_cost = TRUE,
                               .cost = spil_money (2500000, EX),
                               .other = spil_money (0, EX) };
  SpilMoney room = spil_money (300000, EX);
  SpilFundAward award = spil_fund_highest_award (&terms, &application, &room);
  g_autofree char *sentence = spil_fund_award_dup_sentence (&award);

  g_assert_cmpstr (
      sentence, ==,
      "At most € 3.000,00, the lowest of: € 12.500,00 (50% of € 25.000,00), € 50.000,00 (ceiling per "
      "application), € 3.000,00 (room in the scheme); the employer then pays € 22.000,00.");
}

static void
test_not_known (void)
{
  SpilFundTerms terms = { .has_application_ceiling = TRUE, .application_ceiling = spil_money (100, EX) };
  SpilFundCase none = { .has_cost = FALSE };
  SpilFundCase mixed = { .has_cost = TRUE, .cost = spil_money (100, SPIL_VAT_INCLUDED) };
  SpilFundAward award = spil_fund_highest_award (&terms, &none, NULL);

  g_assert_false (award.known);
  g_assert_false (award.vat_differs);
  g_assert_false (spil_fund_may_award (&award, spil_money (0, EX)));
  award = spil_fund_highest_award (&terms, &mixed, NULL);
  g_assert_false (award.known);
  g_assert_true (award.vat_differs);
}

static void
test_taken (void)
{
  static const struct
  {
    int state;
    int64_t taken;
    gboolean pipeline;
  } cases[] = {
    { SPIL_APPLICATION_STATE_DRAFT, 0, FALSE },       { SPIL_APPLICATION_STATE_SUBMITTED, 0, TRUE },
    { SPIL_APPLICATION_STATE_COMPLETE, 0, TRUE },     { SPIL_APPLICATION_STATE_ASSESSED, 0, TRUE },
    { SPIL_APPLICATION_STATE_AWARDED, 900, FALSE },   { SPIL_APPLICATION_STATE_REFUSED, 0, FALSE },
    { SPIL_APPLICATION_STATE_WITHDRAWN, 0, FALSE },   { SPIL_APPLICATION_STATE_ADVANCED, 900, FALSE },
    { SPIL_APPLICATION_STATE_ACCOUNTED, 900, FALSE }, { SPIL_APPLICATION_STATE_SETTLED, 700, FALSE },
    { SPIL_APPLICATION_STATE_PAID, 700, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilMoney taken = spil_fund_taken (cases[i].state, TRUE, spil_money (900, EX), TRUE,
                                       spil_money (700, EX));

    g_test_message ("state %d", cases[i].state);
    g_assert_cmpint (taken.cents, ==, cases[i].taken);
    g_assert_cmpint (spil_fund_is_pipeline (cases[i].state), ==, cases[i].pipeline);
  }
  g_assert_cmpint (
      spil_fund_taken (SPIL_APPLICATION_STATE_PAID, TRUE, spil_money (900, EX), FALSE, spil_money (0, EX))
          .cents,
      ==, 900);
}

static void
test_usual_award (void)
{
  static const struct
  {
    gboolean known;
    int64_t highest;
    gboolean has_asked;
    int64_t asked, usual;
  } cases[] = {
    { TRUE, 1000, TRUE, 800, 800 },
    { TRUE, 1000, TRUE, 1200, 1000 },
    { TRUE, 1000, FALSE, 0, 1000 },
    { FALSE, 0, TRUE, 800, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFundAward award = { .known = cases[i].known, .highest = spil_money (cases[i].highest, EX) };

    g_assert_cmpint (
        spil_fund_usual_award (&award, cases[i].has_asked, spil_money (cases[i].asked, EX)).cents, ==,
        cases[i].usual);
  }
  g_assert_cmpint (spil_fund_left_to_pay (spil_money (1000, EX), spil_money (400, EX)).cents, ==, 600);
  g_assert_cmpint (spil_fund_left_to_pay (spil_money (300, EX), spil_money (400, EX)).cents, ==, -100);
}

static void
test_next_states (void)
{
  static const struct
  {
    int state;
    int n;
    int usual;
  } cases[] = {
    { SPIL_APPLICATION_STATE_DRAFT, 2, SPIL_APPLICATION_STATE_SUBMITTED },
    { SPIL_APPLICATION_STATE_SUBMITTED, 3, SPIL_APPLICATION_STATE_COMPLETE },
    { SPIL_APPLICATION_STATE_ASSESSED, 3, SPIL_APPLICATION_STATE_AWARDED },
    { SPIL_APPLICATION_STATE_ADVANCED, 2, SPIL_APPLICATION_STATE_ACCOUNTED },
    { SPIL_APPLICATION_STATE_ACCOUNTED, 2, SPIL_APPLICATION_STATE_SETTLED },
    { SPIL_APPLICATION_STATE_SETTLED, 1, SPIL_APPLICATION_STATE_PAID },
    { SPIL_APPLICATION_STATE_PAID, 0, 0 },
    { SPIL_APPLICATION_STATE_REFUSED, 0, 0 },
    { SPIL_APPLICATION_STATE_WITHDRAWN, 0, 0 },
    { 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const int *next = spil_fund_next_states (cases[i].state);
    int n = 0;

    while (next[n] != 0)
      n++;
    g_assert_cmpint (n, ==, cases[i].n);
    g_assert_cmpint (next[0], ==, cases[i].usual);
  }
}

static void
test_forward (void)
{
  static const struct
  {
    int from, to;
    gboolean forward;
  } cases[] = {
    { SPIL_APPLICATION_STATE_DRAFT, SPIL_APPLICATION_STATE_SUBMITTED, TRUE },
    { SPIL_APPLICATION_STATE_DRAFT, SPIL_APPLICATION_STATE_PAID, TRUE },
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_APPLICATION_STATE_ACCOUNTED, TRUE },
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_APPLICATION_STATE_ASSESSED, FALSE },
    { SPIL_APPLICATION_STATE_AWARDED, SPIL_APPLICATION_STATE_REFUSED, FALSE },
    { SPIL_APPLICATION_STATE_ADVANCED, SPIL_APPLICATION_STATE_WITHDRAWN, TRUE },
    { SPIL_APPLICATION_STATE_SETTLED, SPIL_APPLICATION_STATE_WITHDRAWN, FALSE },
    { SPIL_APPLICATION_STATE_PAID, SPIL_APPLICATION_STATE_SETTLED, FALSE },
    { SPIL_APPLICATION_STATE_REFUSED, SPIL_APPLICATION_STATE_AWARDED, FALSE },
    { SPIL_APPLICATION_STATE_DRAFT, SPIL_APPLICATION_STATE_DRAFT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%d to %d", cases[i].from, cases[i].to);
    g_assert_cmpint (spil_fund_is_forward (cases[i].from, cases[i].to), ==, cases[i].forward);
  }
}

static void
test_held (void)
{
  static const struct
  {
    int64_t taken, paid, held;
  } cases[] = { { 500, 200, 500 }, { 0, 200, 200 }, { 150, 200, 200 }, { 200, 200, 200 }, { 0, 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (spil_fund_held (spil_money (cases[i].taken, EX), spil_money (cases[i].paid, EX)).cents,
                     ==, cases[i].held);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fund-rule/highest-award", test_highest_award);
  g_test_add_func ("/fund-rule/sentence", test_sentence);
  g_test_add_func ("/fund-rule/not-known", test_not_known);
  g_test_add_func ("/fund-rule/taken", test_taken);
  g_test_add_func ("/fund-rule/usual-award", test_usual_award);
  g_test_add_func ("/fund-rule/next-states", test_next_states);
  g_test_add_func ("/fund-rule/forward", test_forward);
  g_test_add_func ("/fund-rule/held", test_held);
  return g_test_run ();
}
