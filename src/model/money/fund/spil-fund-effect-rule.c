// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-effect-rule.h"

#include "spil-number.h"

/* Avoidances are in millionths; a tonne is 1000 kg. */
#define PER_AVOIDANCE SPIL_DECIMAL_ONE
#define PER_TONNE (1000 * SPIL_DECIMAL_ONE)

void
spil_fund_effect_add (SpilFundEffect *self, int64_t effect, gboolean has_money, SpilMoney money)
{
  SpilMoney sum = self->money;

  if (effect < 0 || !has_money || (self->n > 0 && money.vat != sum.vat)) {
    self->left_out++;
    return;
  }
  self->n++;
  self->effect += effect;
  self->money = spil_money (sum.cents + money.cents, money.vat);
}

static gboolean
divide (const SpilFundEffect *self, int64_t unit, int64_t *cents)
{
  if (self->effect <= 0)
    return FALSE;
  *cents = (int64_t) (((__int128) self->money.cents * unit + self->effect / 2) / self->effect);
  return TRUE;
}

gboolean
spil_fund_effect_per_avoidance (const SpilFundEffect *self, int64_t *cents)
{
  return divide (self, PER_AVOIDANCE, cents);
}

gboolean
spil_fund_effect_per_tonne (const SpilFundEffect *self, int64_t *cents)
{
  return divide (self, PER_TONNE, cents);
}
