// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-money.h"
#include "spil-norms.h"

G_BEGIN_DECLS

/** The chance that an application in that state (SPIL_APPLICATION_STATE_*) becomes an award, in millionths: a setting. FALSE when it is not set; a state outside the pipeline has chance 0. */
gboolean spil_fund_weight (const SpilNorms *norms, int state, int64_t *weight);

/** When the money is likely to be gone. */
typedef struct
{
  gboolean exhausted; /**< no room is left today */
  gboolean known; /**< both days are known */
  SpilDay early; /**< when what is likely to come of the pipeline is awarded at once and the pace goes on */
  SpilDay late; /**< when the pipeline brings no more than the pace of the past */
  gboolean early_known; /**< `early` alone may be known: the pipeline takes all the room */
  gboolean
      weighed; /**< the pipeline counts in `early`; FALSE: the chances are not set, and the pace alone speaks */
} SpilFundExhaustion;

/**
 * A simple band, meant as a warning, not as a prognosis. Own formulas: pace = @awarded_recently / @recent_days; late = @today + @room / pace; early =
 * @today + (@room - @weighted) / pace, but not before @today, with @weighted the sum over the pipeline of chance x what may be awarded (NULL: a chance is not
 * set, then early = late). Without a pace there is no late day. Days of the pace: setting FUND_PACE_DAYS; chances: FUND_WEIGHT_*.
 */
SpilFundExhaustion spil_fund_exhaustion (SpilMoney room, const SpilMoney *weighted,
                                         SpilMoney awarded_recently, int recent_days, SpilDay today);

/** The band as one sentence for people. Free with g_free(). */
char *spil_fund_exhaustion_dup_sentence (const SpilFundExhaustion *exhaustion, SpilDay closes);

/** Whether too little of a scheme is used: risk 2 of the plan of 2018. */
typedef struct
{
  gboolean known; /**< ceiling, window, chances and the threshold are all there */
  gboolean low;
  int used; /**< (taken + weighted pipeline) / ceiling, in thousandths */
  int elapsed; /**< share of the window that is gone, in thousandths */
  SpilMoney ceiling;
  SpilMoney likely; /**< taken + weighted pipeline */
} SpilFundUse;

/**
 * Own formula: use is low when elapsed - used > @threshold (millionths; setting FUND_LOW_USE), with used = (@taken + @weighted) / @ceiling and elapsed the share
 * of the days from @from to @to that is gone on @today. Exactly the threshold is not low. A window that is not known, no ceiling, or a chance or threshold that is not set
 * (NULL): not known, never low.
 */
SpilFundUse spil_fund_use (const SpilMoney *ceiling, SpilMoney taken, const SpilMoney *weighted, SpilDay from,
                           SpilDay to, SpilDay today, const int64_t *threshold);

/** Use against time in one sentence, with what it means when it is low; NULL when not known. Free with g_free(). */
char *spil_fund_use_dup_sentence (const SpilFundUse *use);

G_END_DECLS
