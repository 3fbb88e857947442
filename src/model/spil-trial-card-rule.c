// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trial-card-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

/* The outcome when each logged week is held against the rule. */
static SpilTrialOutcome
judge (const SpilTrialRules *rules, const SpilTrialFigures *figures, int weeks)
{
  gboolean complete = figures->weeks_logged == weeks;

  if (rules->use_rule == SPIL_USE_RULE_EVERY_WEEK) {
    if (figures->uses_short > 0)
      return SPIL_TRIAL_NOT_EARNED;
    return complete ? SPIL_TRIAL_EARNED : SPIL_TRIAL_OPEN;
  }
  if (figures->uses_short == 0)
    return SPIL_TRIAL_EARNED;
  return complete ? SPIL_TRIAL_NOT_EARNED : SPIL_TRIAL_OPEN;
}

SpilTrialFigures
spil_trial_extension (const SpilTrialRules *rules, const int *uses, gboolean extended)
{
  SpilTrialFigures figures = { .at_stake = spil_money (0, rules->credit.vat) };
  int weeks = CLAMP (rules->weeks, 0, SPIL_TRIAL_MAX_WEEKS);
  int short_of_week = 0;

  for (int i = 0; i < weeks; i++) {
    if (uses[i] < 0)
      continue;
    figures.weeks_logged++;
    figures.uses += uses[i];
    short_of_week = MAX (short_of_week, rules->uses_a_week - uses[i]);
  }
  if (weeks == 0 || rules->uses_a_week <= 0 || rules->use_rule == 0)
    return figures;

  figures.uses_short = rules->use_rule == SPIL_USE_RULE_EVERY_WEEK
                           ? short_of_week
                           : MAX (0, rules->uses_a_week * weeks - figures.uses);
  figures.outcome = judge (rules, &figures, weeks);
  if (!extended && rules->has_credit &&
      (figures.outcome == SPIL_TRIAL_EARNED || figures.outcome == SPIL_TRIAL_OPEN))
    figures.at_stake = rules->credit;
  return figures;
}

SpilTrialFigures
spil_trial_extension_by (const SpilTrialRules *rules, const int *uses, gboolean extended, int use_rule)
{
  SpilTrialRules counted = *rules;

  counted.use_rule = use_rule;
  return spil_trial_extension (&counted, uses, extended);
}

char *
spil_trial_dup_needed (const SpilTrialRules *rules, const SpilTrialFigures *figures)
{
  int left = CLAMP (rules->weeks, 0, SPIL_TRIAL_MAX_WEEKS) - figures->weeks_logged;

  if (figures->outcome != SPIL_TRIAL_OPEN)
    return NULL;
  if (rules->use_rule == SPIL_USE_RULE_EVERY_WEEK)
    // Translators: how often a card must be used, and in how many weeks.
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d× more in %d week", "%d× in each of %d weeks", (gulong) left),
        rules->uses_a_week, left);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "still %d× in %d week", "still %d× in %d weeks", (gulong) left),
      figures->uses_short, left);
}

SpilDay
spil_trial_decide_on (const SpilTrialRules *rules, SpilDay start)
{
  if (rules->weeks <= 0 || !spil_day_is_known (start))
    return SPIL_DAY_NONE;
  return spil_day_add (start, rules->weeks * 7 - 1);
}

const char *
spil_trial_outcome_label (SpilTrialOutcome outcome)
{
  switch (outcome) {
  case SPIL_TRIAL_NO_RULE:
    return _ ("No rule for extension");
  case SPIL_TRIAL_OPEN:
    return _ ("Still open");
  case SPIL_TRIAL_EARNED:
    return _ ("Extension earned");
  case SPIL_TRIAL_NOT_EARNED:
    return _ ("No extension earned");
  }
  g_return_val_if_reached ("");
}
