// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-money.h"

G_BEGIN_DECLS

/** What a scheme allows. */
typedef struct
{
  gboolean has_ceiling;
  SpilMoney ceiling; /**< of the whole scheme */
  gboolean has_own_share;
  int64_t own_share; /**< least share that the employer pays itself, in millionths */
  gboolean has_application_ceiling;
  SpilMoney application_ceiling; /**< per application */
  gboolean other_is_own; /**< other subsidies count as the employer's own contribution */
  SpilDay opens;
  SpilDay closes;
  gboolean has_advance_share;
  int64_t advance_share; /**< highest advance, share of the award, in millionths */
  int decide_days; /**< to decide on a complete application; 0: no term */
  int account_days; /**< to account for a finished measure; 0: no term */
  int order; /**< SPIL_APPLICATION_ORDER_*; 0: not stated, then receipt */
} SpilFundTerms;

/** The amounts of an application: of the estimate, or the real ones at settlement. */
typedef struct
{
  gboolean has_cost;
  SpilMoney cost;
  SpilMoney other; /**< other subsidies; zero: none */
  SpilMoney asked; /**< zero: not stated */
} SpilFundCase;

/** Which limit is the lowest. */
typedef enum
{
  SPIL_FUND_LIMIT_NONE, /**< the scheme limits nothing, or the cost is not known */
  SPIL_FUND_LIMIT_CEILING, /**< the ceiling per application */
  SPIL_FUND_LIMIT_SHARE, /**< the own share */
  SPIL_FUND_LIMIT_REST, /**< what is left of the cost after other subsidies */
  SPIL_FUND_LIMIT_ROOM, /**< what is left in the scheme */
  SPIL_FUND_LIMIT_AWARD, /**< at settlement: what was awarded */
} SpilFundLimit;

/** The highest award with its arithmetic. */
typedef struct
{
  gboolean known; /**< FALSE: cost not known, or VAT notes differ */
  gboolean vat_differs;
  SpilMoney highest; /**< never below 0 */
  SpilFundLimit limit; /**< the one that decides */
  gboolean has_ceiling;
  SpilMoney by_ceiling;
  gboolean has_share;
  SpilMoney
      by_share; /**< (1 - own share) x cost, rounded down to the cent, less other subsidies unless they count as own */
  SpilMoney by_rest; /**< cost - other subsidies */
  gboolean has_room;
  SpilMoney by_room;
  gboolean has_award; /**< at settlement only */
  SpilMoney by_award;
  SpilMoney own; /**< what the employer then pays: cost - other - highest */
  SpilMoney cost;
  int64_t own_share;
} SpilFundAward;

/**
 * Highest award = min (ceiling per application, (1 - own share) x cost, room) (plan of 2018, "Bereikbaarheidsfonds": at least half of the cost is paid by
 * the employer itself; data model, "Invariants"). Other subsidies are not "own" unless the scheme says so: they come off the share.
 * @room NULL: the scheme has no ceiling.
 */
SpilFundAward
spil_fund_highest_award (const SpilFundTerms *terms, const SpilFundCase *application, const SpilMoney *room);

/** Whether @award may be given: TRUE up to and including the highest award. FALSE also where that is not known. */
gboolean spil_fund_may_award (const SpilFundAward *highest, SpilMoney award);

/** What is usually awarded: what was asked, but no more than the highest award; zero where that is not known. */
SpilMoney spil_fund_usual_award (const SpilFundAward *highest, gboolean has_asked, SpilMoney asked);

/** What is still to be paid of what was settled; negative: to be paid back. */
SpilMoney spil_fund_left_to_pay (SpilMoney settled, SpilMoney paid);

/** The arithmetic as one sentence for people: "At most € 12.500,00: 50 % of a cost of € 25.000,00; own contribution € 12.500,00." Free with g_free(). */
char *spil_fund_award_dup_sentence (const SpilFundAward *award);

/** What an application in that state (SPIL_APPLICATION_STATE_*) takes of the ceiling by its state: settled where settled, awarded from the award on, nothing before, refused or withdrawn. */
SpilMoney
spil_fund_taken (int state, gboolean has_awarded, SpilMoney awarded, gboolean has_settled, SpilMoney settled);

/** What an application holds of the ceiling: @taken, but at least what was paid, until it is back (withdrawn after an advance, settled below it). */
SpilMoney spil_fund_held (SpilMoney taken, SpilMoney paid);

/** The states that may follow @state, the usual one first; ends with 0. */
const int *spil_fund_next_states (int state);

/** TRUE when @to follows @from, at once or over steps between: a state is never taken back. */
gboolean spil_fund_is_forward (int from, int to);

/** TRUE for an application that may still become an award: submitted, complete or assessed. */
gboolean spil_fund_is_pipeline (int state);

G_END_DECLS
