// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-money.h"

G_BEGIN_DECLS

/** The weeks that a participation can log, those of the extension included. */
#define SPIL_TRIAL_MAX_WEEKS 8

/** The rules of a trial card, from its instrument. Zero: not set. */
typedef struct
{
  int weeks; /**< of the first period */
  int uses_a_week; /**< needed for an extension */
  int use_rule; /**< SPIL_USE_RULE_EVERY_WEEK or AVERAGE */
  int extension_weeks;
  gboolean has_credit;
  SpilMoney credit; /**< of one period */
} SpilTrialRules;

typedef enum
{
  SPIL_TRIAL_NO_RULE, /**< the instrument gives no rule */
  SPIL_TRIAL_OPEN, /**< weeks are still to be logged, both outcomes are possible */
  SPIL_TRIAL_EARNED,
  SPIL_TRIAL_NOT_EARNED,
} SpilTrialOutcome;

/** What the logged weeks say. */
typedef struct
{
  SpilTrialOutcome outcome;
  int weeks_logged; /**< of the first period */
  int uses; /**< in it */
  int uses_short; /**< average: uses still lacking for the extension; every week: in the worst logged week */
  SpilMoney
      at_stake; /**< the credit of an extension that is open or earned and not given yet; zero otherwise */
} SpilTrialFigures;

/**
 * Whether an extension is earned: the asked uses in every week of the first period, or on average over it (plan of 2018, "Toolkit": used at least 2 times a
 * week; which of the two is a setting of the instrument). @uses: SPIL_TRIAL_MAX_WEEKS numbers, -1: not logged.
 */
SpilTrialFigures spil_trial_extension (const SpilTrialRules *rules, const int *uses, gboolean extended);

/** The figures with the uses counted by @use_rule (SPIL_USE_RULE_*), whatever the instrument says: to show both where the plan leaves it open. */
SpilTrialFigures
spil_trial_extension_by (const SpilTrialRules *rules, const int *uses, gboolean extended, int use_rule);

/** What a card still needs for its extension: "2 uses in each of the 3 weeks left", "5 uses in 3 weeks"; NULL when the outcome is no longer open. Free with g_free(). */
char *spil_trial_dup_needed (const SpilTrialRules *rules, const SpilTrialFigures *figures);

/** The last day of the first period: then the extension is decided. SPIL_DAY_NONE when the weeks or the start are not known. */
SpilDay spil_trial_decide_on (const SpilTrialRules *rules, SpilDay start);

/** For people: "Extension earned", "Not earned", "Still open", "No rule"; owned by gettext. */
const char *spil_trial_outcome_label (SpilTrialOutcome outcome);

G_END_DECLS
