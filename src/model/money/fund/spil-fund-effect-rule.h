// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-money.h"

G_BEGIN_DECLS

/** What the money of the fund brings: of one application, or of several added up. Only where both effect and amount are stated. */
typedef struct
{
  int n; /**< applications in the sums */
  int left_out; /**< applications without the effect or without an amount */
  int64_t effect; /**< millionths: avoidances a working day, or kg of CO2 a year */
  SpilMoney money; /**< of the fund, for those in the sums */
} SpilFundEffect;

/** Adds one application; @effect < 0 or @has_money FALSE: it is left out, and counted. */
void spil_fund_effect_add (SpilFundEffect *self, int64_t effect, gboolean has_money, SpilMoney money);

/** Cents per avoidance a working day, rounded half up; FALSE when there is no effect. Own measure: money of the fund / avoidances. */
gboolean spil_fund_effect_per_avoidance (const SpilFundEffect *self, int64_t *cents);

/** Cents per tonne of CO2 a year: 1000 kg. */
gboolean spil_fund_effect_per_tonne (const SpilFundEffect *self, int64_t *cents);

G_END_DECLS
