// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-words.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"

static char *
dup_weeks (int weeks)
{
  if (weeks == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d week", "%d weeks", (gulong) weeks), weeks);
}

// How the uses are counted; the plan does not say, so it may not be chosen yet.
static const char *
use_rule_words (int rule)
{
  switch (rule) {
  case SPIL_USE_RULE_EVERY_WEEK:
    return _ ("every week");
  case SPIL_USE_RULE_AVERAGE:
    return _ ("on average");
  default:
    return _ ("every week or on average: not stated");
  }
}

static char *
dup_uses_rule (const SpilTrialRules *rules)
{
  g_autofree char *uses = NULL;

  if (rules->uses_a_week == 0)
    return g_strdup ("");
  uses = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "used at least once a week",
                                       "used at least %d times a week", (gulong) rules->uses_a_week),
                          rules->uses_a_week);
  return g_strdup_printf ("%s (%s)", uses, use_rule_words (rules->use_rule));
}

static char *
dup_extension (int weeks)
{
  if (weeks == 0)
    return g_strdup ("");
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "then %d week more", "then %d weeks more", (gulong) weeks), weeks);
}

char *
spil_trial_dup_rules (const SpilTrialRules *rules)
{
  g_autofree char *weeks = dup_weeks (rules->weeks);
  g_autofree char *credit = rules->has_credit ? spil_money_format (rules->credit.cents, SPIL_MONEY_BRIEF)
                                              : g_strdup ("");
  g_autofree char *uses = dup_uses_rule (rules);
  g_autofree char *extension = dup_extension (rules->extension_weeks);

  return spil_join_facts (weeks, credit, uses, extension, NULL);
}

char *
spil_cohort_dup_title (const SpilCohortRow *cohort)
{
  g_autofree char *start = spil_day_format (cohort->start);

  if (cohort->name != NULL)
    return g_strdup (cohort->name);
  return g_strdup_printf (_ ("Trial period from %s"), start);
}

char *
spil_cohort_dup_outcomes (const SpilCohortRow *cohort)
{
  g_autofree char *earned = g_strdup_printf (_ ("%d earned"), cohort->n_earned);
  g_autofree char *not_earned = g_strdup_printf (_ ("%d not earned"), cohort->n_not_earned);
  g_autofree char *open = g_strdup_printf (_ ("%d open"), cohort->n_open);
  g_autofree char *decide = g_strdup_printf (_ ("%d to decide"), cohort->n_to_decide);

  return spil_join_facts (earned, not_earned, open, cohort->n_to_decide > 0 ? decide : "", NULL);
}

char *
spil_participation_dup_uses (const SpilParticipationRow *participation, const SpilTrialRules *rules)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int weeks = rules->weeks + (participation->extended ? rules->extension_weeks : 0);

  weeks = weeks > 0 ? MIN (weeks, SPIL_TRIAL_MAX_WEEKS) : SPIL_TRIAL_MAX_WEEKS;
  for (int i = 0; i < weeks; i++) {
    const char *before = i > 0 ? " · " : "";

    if (participation->uses[i] >= 0)
      g_string_append_printf (text, "%s%d", before, participation->uses[i]);
    else
      g_string_append_printf (text, "%s–", before);
  }
  // Translators: how often a card was used in each week.
  return g_strdup_printf (_ ("Uses a week: %s"), text->str);
}
