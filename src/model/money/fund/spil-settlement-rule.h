// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-fund-rule.h"

G_BEGIN_DECLS

/**
 * Highest settlement = min (@award, ceiling per application, (1 - own share) x real cost, real cost - real other subsidies): the same test as at application, on real cost, and
 * never above the award. @award NULL: nothing was awarded by its amount, then only the real cost bounds it. The room of the scheme is no limit: the award holds it already.
 */
SpilFundAward
spil_fund_highest_settlement (const SpilFundTerms *terms, const SpilFundCase *real, const SpilMoney *award);

/** The highest advance: advance share x award, rounded down to the cent; all of the award where the scheme states no share. */
SpilMoney spil_fund_highest_advance (const SpilFundTerms *terms, SpilMoney award);

/** "At most € 6.250,00: 50% of the award of € 12.500,00." Free with g_free(). */
char *spil_fund_advance_dup_sentence (const SpilFundTerms *terms, SpilMoney award);

/** What happens with the money at a step, beside the state. All amounts have the VAT note of the application and are never negative. */
typedef struct
{
  SpilMoney release; /**< of the commitment, after which it holds what is still to be paid */
  SpilMoney pay; /**< still to be paid */
  SpilMoney refund; /**< to be asked back */
} SpilFundClosing;

/**
 * After a settlement at @settled (0 for a withdrawal or a refusal after an award), with @paid of it paid and @open of its commitment left: pay = max (0, settled - paid); refund
 * = max (0, paid - settled); release = max (0, open - pay).
 */
SpilFundClosing spil_fund_closing (SpilMoney settled, SpilMoney paid, SpilMoney open);

G_END_DECLS
