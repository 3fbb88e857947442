// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-settlement-rule.h"

#include "spil-number.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define HALF (SPIL_DECIMAL_ONE / 2)
#define NONE -1

static void
test_highest (void)
{
  static const struct
  {
    const char *what;
    int64_t own_share, application_ceiling, award; /* -1: not stated */
    gboolean other_is_own;
    int64_t cost, other; /* real */
    int64_t highest, own;
    SpilFundLimit limit;
  } cases[] = {
    { "as was estimated", HALF, NONE, 500000, FALSE, 1000000, 0, 500000, 500000, SPIL_FUND_LIMIT_SHARE },
    { "cheaper", HALF, NONE, 500000, FALSE, 800000, 0, 400000, 400000, SPIL_FUND_LIMIT_SHARE },
    { "a cent cheaper", HALF, NONE, 500000, FALSE, 999999, 0, 499999, 500000, SPIL_FUND_LIMIT_SHARE },
    { "dearer", HALF, NONE, 500000, FALSE, 1500000, 0, 500000, 1000000, SPIL_FUND_LIMIT_AWARD },
    { "dearer, awarded less than asked", HALF, NONE, 300000, FALSE, 1000000, 0, 300000, 700000,
      SPIL_FUND_LIMIT_AWARD },
    { "awarded a cent below the share", HALF, NONE, 499999, FALSE, 1000000, 0, 499999, 500001,
      SPIL_FUND_LIMIT_AWARD },
    { "more of another subsidy", HALF, NONE, 300000, FALSE, 1000000, 300000, 200000, 500000,
      SPIL_FUND_LIMIT_SHARE },
    { "less of another subsidy", HALF, NONE, 300000, FALSE, 1000000, 100000, 300000, 600000,
      SPIL_FUND_LIMIT_AWARD },
    { "other subsidy counts as own", HALF, NONE, 500000, TRUE, 1000000, 300000, 500000, 200000,
      SPIL_FUND_LIMIT_SHARE },
    { "others paid it all", HALF, NONE, 300000, FALSE, 1000000, 1000000, 0, 0, SPIL_FUND_LIMIT_SHARE },
    { "nothing was made", HALF, NONE, 300000, FALSE, 0, 0, 0, 0, SPIL_FUND_LIMIT_SHARE },
    { "ceiling per application", HALF, 400000, 500000, FALSE, 1000000, 0, 400000, 600000,
      SPIL_FUND_LIMIT_CEILING },
    { "no own share stated", NONE, NONE, 500000, FALSE, 400000, 0, 400000, 0, SPIL_FUND_LIMIT_REST },
    { "award not known", HALF, NONE, NONE, FALSE, 1000000, 0, 500000, 500000, SPIL_FUND_LIMIT_SHARE },
    { "awarded nothing", HALF, NONE, 0, FALSE, 1000000, 0, 0, 1000000, SPIL_FUND_LIMIT_AWARD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilFundTerms terms = { .has_own_share = cases[i].own_share != NONE,
                                  .own_share = MAX (0, cases[i].own_share),
                                  .has_application_ceiling = cases[i].application_ceiling != NONE,
                                  .application_ceiling = spil_money (cases[i].application_ceiling, EX),
                                  .other_is_own = cases[i].other_is_own };
    const SpilFundCase real = { .has_cost = TRUE,
                                .cost = spil_money (cases[i].cost, EX),
                                .other = spil_money (cases[i].other, EX) };
    const SpilMoney award = spil_money (cases[i].award, EX);
    SpilFundAward highest = spil_fund_highest_settlement (&terms, &real,
                                                          cases[i].award == NONE ? NULL : &award);
    g_autofree char *sentence = spil_fund_award_dup_sentence (&highest);

    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_true (highest.known);
    g_assert_cmpint (highest.highest.cents, ==, cases[i].highest);
    g_assert_cmpint (highest.own.cents, ==, cases[i].own);
    g_assert_cmpint (highest.limit, ==, cases[i].limit);
    g_assert_cmpint (strstr (sentence, "what was awarded") != NULL, ==, cases[i].award != NONE);
  }
}

static void
test_not_known (void)
{
  const SpilFundTerms terms = { .has_own_share = TRUE, .own_share = HALF };
  const SpilFundCase none = { .has_cost = FALSE };
  const SpilFundCase real = { .has_cost = TRUE, .cost = spil_money (100, EX), .other = spil_money (0, EX) };
  const SpilMoney award = spil_money (50, EX), mixed = spil_money (50, SPIL_VAT_INCLUDED);
  SpilFundAward highest = spil_fund_highest_settlement (&terms, &none, &award);

  g_assert_false (highest.known);
  highest = spil_fund_highest_settlement (&terms, &real, &mixed);
  g_assert_false (highest.known);
  g_assert_true (highest.vat_differs);
}

static void
test_advance (void)
{
  static const struct
  {
    gboolean has_share;
    int64_t share, award, highest;
    const char *says;
  } cases[] = {
    { TRUE, HALF, 1250000, 625000, "50% of the award" },
    { TRUE, HALF, 1, 0, "At most" },
    { TRUE, HALF, 1250001, 625000, "At most" },
    { TRUE, 800000, 1000, 800, "80% of the award" },
    { TRUE, SPIL_DECIMAL_ONE, 1000, 1000, "100%" },
    { TRUE, 0, 1000, 0, "0%" },
    { FALSE, 0, 1000, 1000, "states no share" },
    { TRUE, HALF, SPIL_MONEY_MAX_CENTS, SPIL_MONEY_MAX_CENTS / 2, "At most" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilFundTerms terms = { .has_advance_share = cases[i].has_share, .advance_share = cases[i].share };
    const SpilMoney award = spil_money (cases[i].award, EX);
    g_autofree char *sentence = spil_fund_advance_dup_sentence (&terms, award);

    g_test_message ("%s", sentence);
    g_assert_cmpint (spil_fund_highest_advance (&terms, award).cents, ==, cases[i].highest);
    g_assert_nonnull (strstr (sentence, cases[i].says));
  }
}

static void
test_closing (void)
{
  static const struct
  {
    const char *what;
    int64_t settled, paid, open; /* open is award - paid, when all was booked */
    int64_t release, pay, refund;
  } cases[] = {
    { "as awarded, nothing paid", 500, 0, 500, 0, 500, 0 },
    { "as awarded, advance paid", 500, 200, 300, 0, 300, 0 },
    { "lower", 400, 200, 300, 100, 200, 0 },
    { "as low as the advance", 200, 200, 300, 300, 0, 0 },
    { "lower than the advance", 150, 200, 300, 300, 0, 50 },
    { "at nothing", 0, 200, 300, 300, 0, 200 },
    { "withdrawn, nothing paid", 0, 0, 500, 500, 0, 0 },
    { "no commitment was booked", 400, 200, 0, 0, 200, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilFundClosing closing = spil_fund_closing (
        spil_money (cases[i].settled, EX), spil_money (cases[i].paid, EX), spil_money (cases[i].open, EX));

    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (closing.release.cents, ==, cases[i].release);
    g_assert_cmpint (closing.pay.cents, ==, cases[i].pay);
    g_assert_cmpint (closing.refund.cents, ==, cases[i].refund);
    /* In the end exactly what was settled was paid. */
    g_assert_cmpint (cases[i].paid + closing.pay.cents - closing.refund.cents, ==, cases[i].settled);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlement-rule/highest", test_highest);
  g_test_add_func ("/settlement-rule/not-known", test_not_known);
  g_test_add_func ("/settlement-rule/advance", test_advance);
  g_test_add_func ("/settlement-rule/closing", test_closing);
  return g_test_run ();
}
