// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trial-card-rule.h"

#include "spil-entity.h"

#define EVERY SPIL_USE_RULE_EVERY_WEEK
#define AVERAGE SPIL_USE_RULE_AVERAGE

static void
test_extension (void)
{
  static const struct
  {
    const char *what;
    int weeks, uses_a_week, rule;
    int uses[SPIL_TRIAL_MAX_WEEKS];
    gboolean extended;
    SpilTrialOutcome outcome;
    int uses_short;
    gboolean at_stake;
  } cases[] = {
    { "every week", 4, 2, EVERY, { 2, 2, 2, 2 }, FALSE, SPIL_TRIAL_EARNED, 0, TRUE },
    { "every week, extended", 4, 2, EVERY, { 2, 3, 4, 5 }, TRUE, SPIL_TRIAL_EARNED, 0, FALSE },
    { "one week short", 4, 2, EVERY, { 5, 5, 1, 5 }, FALSE, SPIL_TRIAL_NOT_EARNED, 1, FALSE },
    { "the same on average", 4, 2, AVERAGE, { 5, 5, 1, 5 }, FALSE, SPIL_TRIAL_EARNED, 0, TRUE },
    { "exactly the average", 4, 2, AVERAGE, { 8, 0, 0, 0 }, FALSE, SPIL_TRIAL_EARNED, 0, TRUE },
    { "one use below the average", 4, 2, AVERAGE, { 2, 2, 2, 1 }, FALSE, SPIL_TRIAL_NOT_EARNED, 1, FALSE },
    { "every week, open", 4, 2, EVERY, { 2, 2, -1, -1 }, FALSE, SPIL_TRIAL_OPEN, 0, TRUE },
    { "every week, lost before the end",
      4,
      2,
      EVERY,
      { 0, -1, -1, -1 },
      FALSE,
      SPIL_TRIAL_NOT_EARNED,
      2,
      FALSE },
    { "average, won before the end", 4, 2, AVERAGE, { 4, 4, -1, -1 }, FALSE, SPIL_TRIAL_EARNED, 0, TRUE },
    { "average, open", 4, 2, AVERAGE, { 1, -1, -1, -1 }, FALSE, SPIL_TRIAL_OPEN, 7, TRUE },
    { "nothing logged", 4, 2, EVERY, { -1, -1, -1, -1 }, FALSE, SPIL_TRIAL_OPEN, 0, TRUE },
    { "weeks of the extension do not count",
      4,
      2,
      AVERAGE,
      { 1, 1, 1, 1, 9, 9, 9, 9 },
      TRUE,
      SPIL_TRIAL_NOT_EARNED,
      4,
      FALSE },
    { "no rule", 4, 0, EVERY, { 9, 9, 9, 9 }, FALSE, SPIL_TRIAL_NO_RULE, 0, FALSE },
    { "rule not chosen", 4, 2, 0, { 9, 9, 9, 9 }, FALSE, SPIL_TRIAL_NO_RULE, 0, FALSE },
    { "no weeks", 0, 2, EVERY, { 9 }, FALSE, SPIL_TRIAL_NO_RULE, 0, FALSE },
    { "more weeks than can be logged",
      99,
      2,
      EVERY,
      { 2, 2, 2, 2, 2, 2, 2, 2 },
      FALSE,
      SPIL_TRIAL_EARNED,
      0,
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTrialRules rules = { .weeks = cases[i].weeks,
                             .uses_a_week = cases[i].uses_a_week,
                             .use_rule = cases[i].rule,
                             .has_credit = TRUE,
                             .credit = spil_money (35000, SPIL_VAT_INCLUDED) };
    SpilTrialFigures figures = spil_trial_extension (&rules, cases[i].uses, cases[i].extended);

    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (figures.outcome, ==, cases[i].outcome);
    g_assert_cmpint (figures.uses_short, ==, cases[i].uses_short);
    g_assert_cmpint (figures.at_stake.cents, ==, cases[i].at_stake ? 35000 : 0);
    g_assert_cmpstr (spil_trial_outcome_label (figures.outcome), !=, "");
  }
}

static void
test_decide_on (void)
{
  SpilTrialRules rules = { .weeks = 4 };
  SpilDay start = spil_day_from_ymd (2018, 9, 3);

  g_assert_cmpint (spil_day_between (start, spil_trial_decide_on (&rules, start)), ==, 27);
  g_assert_false (spil_day_is_known (spil_trial_decide_on (&rules, SPIL_DAY_NONE)));
  rules.weeks = 0;
  g_assert_false (spil_day_is_known (spil_trial_decide_on (&rules, start)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trial-card-rule/extension", test_extension);
  g_test_add_func ("/trial-card-rule/decide-on", test_decide_on);
  return g_test_run ();
}
