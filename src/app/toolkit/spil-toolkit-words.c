// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-toolkit-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
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

const char *
spil_cohort_whom (const SpilCohortRow *cohort)
{
  if (cohort->organisation_name != NULL)
    return cohort->organisation_name;
  return cohort->area_name != NULL ? cohort->area_name : "";
}

// "earned", "not earned", "3× more": the other way of counting, in few words.
static char *
dup_verdict (const SpilTrialFigures *figures)
{
  switch (figures->outcome) {
  case SPIL_TRIAL_EARNED:
    return g_strdup (C_ ("extension", "earned"));
  case SPIL_TRIAL_NOT_EARNED:
    return g_strdup (C_ ("extension", "not earned"));
  case SPIL_TRIAL_OPEN:
    return figures->uses_short > 0 ? g_strdup_printf (C_ ("extension", "%d× more"), figures->uses_short)
                                   : g_strdup (C_ ("extension", "open"));
  case SPIL_TRIAL_NO_RULE:
  default:
    return g_strdup ("");
  }
}

// By the rule itself, with how many weeks are left where it is still open.
static char *
dup_ruling (const SpilTrialRules *rules, const SpilTrialFigures *figures)
{
  char *needed = spil_trial_dup_needed (rules, figures);

  return needed != NULL ? needed : dup_verdict (figures);
}

char *
spil_trial_dup_outcome (const SpilParticipationRow *row, const SpilTrialRules *rules)
{
  SpilTrialFigures every = spil_trial_extension_by (rules, row->uses, row->extended,
                                                    SPIL_USE_RULE_EVERY_WEEK);
  SpilTrialFigures average = spil_trial_extension_by (rules, row->uses, row->extended, SPIL_USE_RULE_AVERAGE);
  gboolean by_average = rules->use_rule == SPIL_USE_RULE_AVERAGE;
  g_autofree char *ruling = dup_ruling (rules, by_average ? &average : &every);
  g_autofree char *by_week = dup_verdict (&every);
  g_autofree char *on_average = dup_verdict (&average);

  if (every.outcome == average.outcome && (rules->use_rule != 0 || every.outcome != SPIL_TRIAL_OPEN))
    return g_steal_pointer (&ruling);
  if (by_average)
    // Translators: the outcome by the rule, and the one by the other way of counting.
    return g_strdup_printf (_ ("%s (every week: %s)"), ruling, by_week);
  if (rules->use_rule == SPIL_USE_RULE_EVERY_WEEK)
    return g_strdup_printf (_ ("%s (on average: %s)"), ruling, on_average);
  return g_strdup_printf (_ ("every week: %s; on average: %s"), by_week, on_average);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (sentence[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

char *
spil_trial_dup_sentence (const SpilTrialRules *rules, int places, int every)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *card = spil_trial_dup_rules (rules);
  g_autofree char *first = card[0] != '\0' ? g_strdup_printf ("%s.", card) : g_strdup ("");
  g_autofree char *people = places > 0
                                ? g_strdup_printf (
                                      g_dngettext (GETTEXT_PACKAGE, "On average %d participant a period.",
                                                   "On average %d participants a period.", (gulong) places),
                                      places)
                                : g_strdup ("");
  g_autofree char *rhythm = every > 0
                                ? g_strdup_printf (
                                      g_dngettext (GETTEXT_PACKAGE, "A new period starts every week.",
                                                   "A new period starts every %d weeks.", (gulong) every),
                                      every)
                                : g_strdup ("");

  add_sentence (text, first);
  add_sentence (text, people);
  add_sentence (text, rhythm);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
