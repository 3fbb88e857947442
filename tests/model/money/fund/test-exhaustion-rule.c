// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-exhaustion-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#include <string.h>

#define EX SPIL_VAT_EXCLUDED
#define NONE -1

static void
test_weight (void)
{
  static const struct
  {
    int state;
    gboolean known;
    int64_t weight;
  } cases[] = {
    { SPIL_APPLICATION_STATE_DRAFT, TRUE, 0 },     { SPIL_APPLICATION_STATE_SUBMITTED, TRUE, 500000 },
    { SPIL_APPLICATION_STATE_COMPLETE, FALSE, 0 }, { SPIL_APPLICATION_STATE_ASSESSED, TRUE, 1000000 },
    { SPIL_APPLICATION_STATE_AWARDED, TRUE, 0 },
  };
  SpilNorms norms = { 0 };

  norms.known[SPIL_NORM_FUND_WEIGHT_SUBMITTED] = TRUE;
  norms.value[SPIL_NORM_FUND_WEIGHT_SUBMITTED] = 500000;
  norms.known[SPIL_NORM_FUND_WEIGHT_ASSESSED] = TRUE;
  norms.value[SPIL_NORM_FUND_WEIGHT_ASSESSED] = 7 * SPIL_DECIMAL_ONE; /* no chance is more than 1 */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    int64_t weight;

    g_test_message ("state %d", cases[i].state);
    g_assert_cmpint (spil_fund_weight (&norms, cases[i].state, &weight), ==, cases[i].known);
    g_assert_cmpint (weight, ==, cases[i].weight);
  }
}

static void
test_band (void)
{
  static const struct
  {
    const char *what;
    int64_t room, weighted, awarded; /* weighted -1: not known */
    int days;
    gboolean exhausted, known, early_known;
    int early, late; /* days from today */
    const char *says;
  } cases[] = {
    { "band", 10000, 4000, 1000, 10, FALSE, TRUE, TRUE, 60, 100, "between 30-11-2018 and 09-01-2019" },
    { "nothing in the pipeline", 10000, 0, 1000, 10, FALSE, TRUE, TRUE, 100, 100, "around 09-01-2019" },
    { "chances not set", 10000, NONE, 1000, 10, FALSE, TRUE, TRUE, 100, 100, "not in the settings" },
    { "pipeline takes all", 10000, 12000, 1000, 10, FALSE, TRUE, TRUE, 0, 100, "between 01-10-2018" },
    { "no pace", 10000, 4000, 0, 10, FALSE, FALSE, FALSE, 0, 0, "no pace" },
    { "no pace, pipeline takes all", 10000, 10000, 0, 10, FALSE, FALSE, TRUE, 0, 0, "takes all the room" },
    { "pace not set", 10000, 0, 1000, 0, FALSE, FALSE, FALSE, 0, 0, "no pace" },
    { "empty", 0, 4000, 1000, 10, TRUE, FALSE, FALSE, 0, 0, "No room" },
    { "over", -5, 4000, 1000, 10, TRUE, FALSE, FALSE, 0, 0, "No room" },
    { "too far off", SPIL_MONEY_MAX_CENTS, 0, 1, 100, FALSE, FALSE, FALSE, 0, 0, "no pace" },
  };
  const SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilMoney weighted = spil_money (cases[i].weighted, EX);
    SpilFundExhaustion band = spil_fund_exhaustion (spil_money (cases[i].room, EX),
                                                    cases[i].weighted == NONE ? NULL : &weighted,
                                                    spil_money (cases[i].awarded, EX), cases[i].days, today);
    g_autofree char *sentence = spil_fund_exhaustion_dup_sentence (&band, SPIL_DAY_NONE);

    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_cmpint (band.exhausted, ==, cases[i].exhausted);
    g_assert_cmpint (band.known, ==, cases[i].known);
    g_assert_cmpint (band.early_known, ==, cases[i].early_known);
    g_assert_cmpint (band.weighed, ==, cases[i].weighted != NONE);
    if (cases[i].early_known)
      g_assert_cmpint (spil_day_between (today, band.early), ==, cases[i].early);
    if (cases[i].known)
      g_assert_cmpint (spil_day_between (today, band.late), ==, cases[i].late);
    g_assert_nonnull (strstr (sentence, cases[i].says));
  }
}

static void
test_after_closing (void)
{
  const SpilDay today = spil_day_from_ymd (2018, 10, 1);
  const SpilMoney nothing = spil_money (0, EX);
  SpilFundExhaustion band = spil_fund_exhaustion (spil_money (10000, EX), &nothing, spil_money (1000, EX), 10,
                                                  today);
  g_autofree char *sentence = spil_fund_exhaustion_dup_sentence (&band, spil_day_from_ymd (2018, 12, 31));

  g_assert_nonnull (strstr (sentence, "closes on 31-12-2018"));
}

static void
test_use (void)
{
  static const struct
  {
    const char *what;
    int64_t ceiling, taken, weighted; /* -1: not known */
    int from, to, today; /* days of October; 0: not known */
    int64_t threshold; /* -1: not set */
    gboolean known, low;
    int used, elapsed;
  } cases[] = {
    { "half gone, all used", 1000, 500, 0, 1, 20, 10, 250000, TRUE, FALSE, 500, 500 },
    { "exactly the threshold", 1000, 250, 0, 1, 20, 10, 250000, TRUE, FALSE, 250, 500 },
    { "just more", 1000, 249, 0, 1, 20, 10, 250000, TRUE, TRUE, 249, 500 },
    { "what is likely counts", 1000, 0, 250, 1, 20, 10, 250000, TRUE, FALSE, 250, 500 },
    { "more than there is", 1000, 900, 300, 1, 20, 10, 250000, TRUE, FALSE, 1200, 500 },
    { "not open yet", 1000, 0, 0, 10, 20, 9, 250000, TRUE, FALSE, 0, 0 },
    { "closed", 1000, 700, 0, 1, 20, 31, 250000, TRUE, TRUE, 700, 1000 },
    { "no ceiling", NONE, 0, 0, 1, 20, 10, 250000, FALSE, FALSE, 0, 0 },
    { "ceiling of nothing", 0, 0, 0, 1, 20, 10, 250000, FALSE, FALSE, 0, 0 },
    { "chances not set", 1000, 0, NONE, 1, 20, 10, 250000, FALSE, FALSE, 0, 0 },
    { "no threshold", 1000, 0, 0, 1, 20, 10, NONE, FALSE, FALSE, 0, 0 },
    { "no beginning", 1000, 0, 0, 0, 20, 10, 250000, FALSE, FALSE, 0, 0 },
    { "no end", 1000, 0, 0, 1, 0, 10, 250000, FALSE, FALSE, 0, 0 },
    { "turned round", 1000, 0, 0, 20, 1, 10, 250000, FALSE, FALSE, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilMoney ceiling = spil_money (cases[i].ceiling, EX),
                    weighted = spil_money (cases[i].weighted, EX);
    const SpilDay from = cases[i].from > 0 ? spil_day_from_ymd (2018, 10, cases[i].from) : SPIL_DAY_NONE;
    const SpilDay to = cases[i].to > 0 ? spil_day_from_ymd (2018, 10, cases[i].to) : SPIL_DAY_NONE;
    SpilFundUse use = spil_fund_use (
        cases[i].ceiling == NONE ? NULL : &ceiling, spil_money (cases[i].taken, EX),
        cases[i].weighted == NONE ? NULL : &weighted, from, to, spil_day_from_ymd (2018, 10, cases[i].today),
        cases[i].threshold == NONE ? NULL : &cases[i].threshold);
    g_autofree char *sentence = spil_fund_use_dup_sentence (&use);

    g_test_message ("%s: %s", cases[i].what, sentence);
    g_assert_cmpint (use.known, ==, cases[i].known);
    g_assert_cmpint (use.low, ==, cases[i].low);
    g_assert_cmpint (use.used, ==, cases[i].used);
    g_assert_cmpint (use.elapsed, ==, cases[i].elapsed);
    g_assert_cmpint (sentence != NULL, ==, cases[i].known);
    if (cases[i].low)
      g_assert_nonnull (strstr (sentence, "Too little"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exhaustion-rule/weight", test_weight);
  g_test_add_func ("/exhaustion-rule/band", test_band);
  g_test_add_func ("/exhaustion-rule/after-closing", test_after_closing);
  g_test_add_func ("/exhaustion-rule/use", test_use);
  return g_test_run ();
}
