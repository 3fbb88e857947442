// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-settlement-rule.h"

#include "spil-number.h"

#include <glib/gi18n-lib.h>

SpilFundAward
spil_fund_highest_settlement (const SpilFundTerms *terms, const SpilFundCase *real, const SpilMoney *award)
{
  SpilFundAward highest = spil_fund_highest_award (terms, real, NULL);

  if (award == NULL)
    return highest;
  highest.has_award = TRUE;
  highest.by_award = *award;
  if (!highest.known)
    return highest;
  if (award->vat != highest.highest.vat) {
    highest.vat_differs = TRUE;
    highest.known = FALSE;
  } else if (award->cents < highest.highest.cents) {
    highest.limit = SPIL_FUND_LIMIT_AWARD;
    highest.highest = spil_money (MAX (0, award->cents), award->vat);
    highest.own = spil_money (highest.by_rest.cents - highest.highest.cents, award->vat);
  }
  return highest;
}

SpilMoney
spil_fund_highest_advance (const SpilFundTerms *terms, SpilMoney award)
{
  if (!terms->has_advance_share)
    return award;
  return spil_money ((int64_t) ((__int128) award.cents * terms->advance_share / SPIL_DECIMAL_ONE), award.vat);
}

char *
spil_fund_advance_dup_sentence (const SpilFundTerms *terms, SpilMoney award)
{
  g_autofree char *highest = spil_money_format (spil_fund_highest_advance (terms, award).cents,
                                                SPIL_MONEY_CENTS);
  g_autofree char *awarded = spil_money_format (award.cents, SPIL_MONEY_CENTS);
  g_autofree char *percent = spil_decimal_format (terms->advance_share * 100);

  if (!terms->has_advance_share)
    return g_strdup_printf (_ ("At most %s: what was awarded; the scheme states no share for an advance."),
                            highest);
  return g_strdup_printf (_ ("At most %s: %s%% of the award of %s."), highest, percent, awarded);
}

SpilFundClosing
spil_fund_closing (SpilMoney settled, SpilMoney paid, SpilMoney open)
{
  int64_t pay = MAX (0, settled.cents - paid.cents);

  return (SpilFundClosing) {
    .pay = spil_money (pay, settled.vat),
    .refund = spil_money (MAX (0, paid.cents - settled.cents), settled.vat),
    .release = spil_money (MAX (0, open.cents - pay), settled.vat),
  };
}
