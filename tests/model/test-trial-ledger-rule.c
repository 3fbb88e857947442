// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trial-ledger-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

static void
test_stake (void)
{
  static const struct
  {
    const char *what;
    int weeks, extension_weeks;
    const char *start;
    SpilStake stake;
  } cases[] = {
    { "ends tomorrow", 4, 4, "2018-09-05", SPIL_STAKE_SOON },
    { "ends today", 4, 4, "2018-09-04", SPIL_STAKE_NOW },
    { "ended yesterday", 4, 4, "2018-09-03", SPIL_STAKE_NOW },
    { "the last day of the horizon", 4, 4, "2018-09-18", SPIL_STAKE_SOON },
    { "the day after", 4, 4, "2018-09-19", SPIL_STAKE_LATER },
    { "the last day of the extension", 4, 4, "2018-08-07", SPIL_STAKE_NOW },
    { "the extension has passed", 4, 4, "2018-08-06", SPIL_STAKE_LAPSED },
    { "without an extension nothing lapses", 4, 0, "2018-01-01", SPIL_STAKE_NOW },
    { "no weeks", 0, 4, "2018-09-03", SPIL_STAKE_LATER },
    { "no start", 4, 4, NULL, SPIL_STAKE_LATER },
  };
  SpilDay today = spil_day_from_ymd (2018, 10, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTrialRules rules = { .weeks = cases[i].weeks, .extension_weeks = cases[i].extension_weeks };
    SpilDay start = SPIL_DAY_NONE;

    g_test_message ("%s", cases[i].what);
    g_assert_true (cases[i].start == NULL || spil_day_parse (cases[i].start, &start));
    g_assert_cmpint (spil_trial_stake (&rules, start, today, 14), ==, cases[i].stake);
  }
}

static const SpilTrialRules every = {
  .weeks = 4,
  .uses_a_week = 2,
  .use_rule = SPIL_USE_RULE_EVERY_WEEK,
  .extension_weeks = 4,
  .has_credit = TRUE,
  .credit = { 35000, SPIL_VAT_INCLUDED },
};

static void
test_sums (void)
{
  static const struct
  {
    int uses[SPIL_TRIAL_MAX_WEEKS];
    gboolean extended;
    SpilStake stake;
    int64_t spent;
    int keeps;
  } cards[] = {
    { { 2, 2, 2, 2 }, FALSE, SPIL_STAKE_NOW, 12050, 0 }, /* earned: to decide */
    { { 2, 2, 2, 2 }, TRUE, SPIL_STAKE_NOW, 35000, SPIL_ANSWER_YES }, /* has it */
    { { 2, 2, 1, 2 }, FALSE, SPIL_STAKE_NOW, 5000, SPIL_ANSWER_NO }, /* not earned */
    { { 3, 2, -1, -1 }, FALSE, SPIL_STAKE_SOON, 0, 0 }, /* open */
    { { 3, -1, -1, -1 }, FALSE, SPIL_STAKE_LATER, 100, SPIL_ANSWER_UNKNOWN }, /* open */
    { { 2, 2, 2, 2 }, FALSE, SPIL_STAKE_LAPSED, 1, SPIL_ANSWER_YES }, /* earned, never given */
  };
  SpilTrialLedger ledger = { 0 }, twice = { 0 };

  g_assert_cmpint (spil_trial_ledger_share (&ledger), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++) {
    SpilTrialFigures figures = spil_trial_extension (&every, cards[i].uses, cards[i].extended);

    spil_trial_ledger_add (&ledger, &figures, cards[i].stake, cards[i].extended, cards[i].spent,
                           cards[i].keeps);
  }
  g_assert_cmpint (ledger.n, ==, 6);
  g_assert_cmpint (ledger.n_extended, ==, 1);
  g_assert_cmpint (ledger.n_to_decide, ==, 1);
  g_assert_cmpint (ledger.spent, ==, 12050 + 35000 + 5000 + 100 + 1);
  g_assert_cmpint (ledger.at_stake[SPIL_STAKE_NOW], ==, 35000);
  g_assert_cmpint (ledger.at_stake[SPIL_STAKE_SOON], ==, 35000);
  g_assert_cmpint (ledger.at_stake[SPIL_STAKE_LATER], ==, 35000);
  g_assert_cmpint (ledger.at_stake[SPIL_STAKE_LAPSED], ==, 0);
  g_assert_cmpint (ledger.n_at_stake[SPIL_STAKE_NOW], ==, 1);
  // Two yes, one no: the others say nothing.
  g_assert_cmpint (spil_trial_ledger_share (&ledger), ==, 666667);
  g_assert_cmpint (spil_trial_ledger_unknown (&ledger), ==, 3);
  spil_trial_ledger_join (&twice, &ledger);
  spil_trial_ledger_join (&twice, &ledger);
  g_assert_cmpint (twice.n, ==, 12);
  g_assert_cmpint (twice.spent, ==, 2 * ledger.spent);
  g_assert_cmpint (twice.at_stake[SPIL_STAKE_SOON], ==, 70000);
  g_assert_cmpint (spil_trial_ledger_share (&twice), ==, 666667);
}

// The two ways of counting give two answers, whichever the instrument has.
static void
test_both_ways (void)
{
  static const int uses[SPIL_TRIAL_MAX_WEEKS] = { 5, 5, 1, 5 };
  SpilTrialRules rules = every;

  rules.use_rule = 0;
  g_assert_cmpint (spil_trial_extension_by (&rules, uses, FALSE, SPIL_USE_RULE_EVERY_WEEK).outcome, ==,
                   SPIL_TRIAL_NOT_EARNED);
  g_assert_cmpint (spil_trial_extension_by (&rules, uses, FALSE, SPIL_USE_RULE_AVERAGE).outcome, ==,
                   SPIL_TRIAL_EARNED);
}

static void
test_needed (void)
{
  static const struct
  {
    int rule;
    int uses[SPIL_TRIAL_MAX_WEEKS];
    const char *needed;
  } cases[] = {
    { SPIL_USE_RULE_EVERY_WEEK, { 2, -1, -1, -1 }, "2× in each of 3 weeks" },
    { SPIL_USE_RULE_EVERY_WEEK, { 2, 2, 3, -1 }, "2× more in 1 week" },
    { SPIL_USE_RULE_AVERAGE, { 1, 2, -1, -1 }, "still 5× in 2 weeks" },
    { SPIL_USE_RULE_EVERY_WEEK, { 1, -1, -1, -1 }, NULL },
    { SPIL_USE_RULE_AVERAGE, { 8, -1, -1, -1 }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTrialRules rules = every;
    SpilTrialFigures figures;
    g_autofree char *needed = NULL;

    rules.use_rule = cases[i].rule;
    figures = spil_trial_extension (&rules, cases[i].uses, FALSE);
    needed = spil_trial_dup_needed (&rules, &figures);
    g_assert_cmpstr (needed, ==, cases[i].needed);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trial-ledger-rule/stake", test_stake);
  g_test_add_func ("/trial-ledger-rule/sums", test_sums);
  g_test_add_func ("/trial-ledger-rule/both-ways", test_both_ways);
  g_test_add_func ("/trial-ledger-rule/needed", test_needed);
  return g_test_run ();
}
