// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trial-ledger-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

SpilStake
spil_trial_stake (const SpilTrialRules *rules, SpilDay start, SpilDay today, int horizon)
{
  SpilDay decide_on = spil_trial_decide_on (rules, start);
  int ahead;

  if (!spil_day_is_known (decide_on))
    return SPIL_STAKE_LATER;
  ahead = spil_day_between (today, decide_on);
  if (rules->extension_weeks > 0 && -ahead > rules->extension_weeks * 7)
    return SPIL_STAKE_LAPSED;
  if (ahead <= 0)
    return SPIL_STAKE_NOW;
  return ahead <= horizon ? SPIL_STAKE_SOON : SPIL_STAKE_LATER;
}

void
spil_trial_ledger_add (SpilTrialLedger *self, const SpilTrialFigures *figures, SpilStake stake,
                       gboolean extended, int64_t spent, int keeps)
{
  self->n++;
  self->n_extended += extended;
  self->n_to_decide += figures->outcome == SPIL_TRIAL_EARNED && !extended && stake != SPIL_STAKE_LAPSED;
  self->spent += spent;
  if (figures->at_stake.cents > 0 && stake != SPIL_STAKE_LAPSED) {
    self->at_stake[stake] += figures->at_stake.cents;
    self->n_at_stake[stake]++;
  }
  self->n_keeps += keeps == SPIL_ANSWER_YES;
  self->n_stops += keeps == SPIL_ANSWER_NO;
}

void
spil_trial_ledger_join (SpilTrialLedger *self, const SpilTrialLedger *b)
{
  self->n += b->n;
  self->n_extended += b->n_extended;
  self->n_to_decide += b->n_to_decide;
  self->spent += b->spent;
  for (int i = 0; i < SPIL_N_STAKES; i++) {
    self->at_stake[i] += b->at_stake[i];
    self->n_at_stake[i] += b->n_at_stake[i];
  }
  self->n_keeps += b->n_keeps;
  self->n_stops += b->n_stops;
}

int64_t
spil_trial_ledger_share (const SpilTrialLedger *self)
{
  int answered = self->n_keeps + self->n_stops;

  return answered > 0 ? (self->n_keeps * SPIL_DECIMAL_ONE + answered / 2) / answered : -1;
}

int
spil_trial_ledger_unknown (const SpilTrialLedger *self)
{
  return self->n - self->n_keeps - self->n_stops;
}
