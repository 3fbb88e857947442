// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-trial-card-rule.h"

G_BEGIN_DECLS

/** When the credit of an extension is decided about. */
typedef enum
{
  SPIL_STAKE_NOW, /**< the first period has ended: decide */
  SPIL_STAKE_SOON, /**< it ends within the horizon */
  SPIL_STAKE_LATER,
  SPIL_STAKE_LAPSED, /**< the weeks of the extension have passed as well: nothing is at stake any more */
  SPIL_N_STAKES
} SpilStake;

/**
 * In which window the decision of a period that started on @start falls. @horizon: days to look ahead from @today (a setting; the plan of 2018
 * starts a period every two weeks). Without weeks or start: later.
 */
SpilStake spil_trial_stake (const SpilTrialRules *rules, SpilDay start, SpilDay today, int horizon);

/** What trial cards come to together. Amounts in cents, all with the VAT note of the instrument. */
typedef struct
{
  int n; /**< cards */
  int n_extended;
  int n_to_decide; /**< earned, not extended, not lapsed */
  int64_t spent;
  int64_t at_stake
      [SPIL_N_STAKES]; /**< the credit of extensions that are open or earned, by when it is decided; none lapsed */
  int n_at_stake[SPIL_N_STAKES]; /**< cards in each */
  int n_keeps; /**< keeps travelling so */
  int n_stops;
} SpilTrialLedger;

/**
 * Adds a card to the sums. @figures: of spil_trial_extension(); @stake: of its period; @spent: in cents, 0 when not stated; @keeps:
 * SPIL_ANSWER_*, 0 when not asked.
 */
void spil_trial_ledger_add (SpilTrialLedger *self, const SpilTrialFigures *figures, SpilStake stake,
                            gboolean extended, int64_t spent, int keeps);

/** Adds the sums of @b to those of @self. */
void spil_trial_ledger_join (SpilTrialLedger *self, const SpilTrialLedger *b);

/**
 * The share that keeps travelling so, a decimal from 0 to 1: yes / (yes + no), since who was not asked or does not know says nothing; -1 when
 * nobody answered.
 */
int64_t spil_trial_ledger_share (const SpilTrialLedger *self);

/** How many did not answer yes or no. */
int spil_trial_ledger_unknown (const SpilTrialLedger *self);

G_END_DECLS
