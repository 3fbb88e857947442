// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** A step of an application. What is zero, none or nil is not stated, and then the usual is taken, as each field tells. */
typedef struct
{
  int to; /**< SPIL_APPLICATION_STATE_*: one of spil_fund_next_states(); WITHDRAWN again: the advance that was asked back came in */
  SpilDay day; /**< SPIL_DAY_NONE: today */
  SpilMoney
      amount; /**< the award, advance, settlement, last payment or refund (the latter as a positive amount). 0 cents: what is usual. An award of nothing is a refusal, a settlement
                         at nothing is `settle_nothing` */
  gboolean settle_nothing; /**< settled at € 0,00: all that was paid is asked back */
  gboolean has_real_cost, has_real_other;
  SpilMoney real_cost,
      real_other; /**< at accountability or settlement; not stated: what the application says, else at settlement the sum of the cost items */
  SpilId refusal; /**< ground for refusal */
  SpilId
      decision; /**< makes an exception to the limits of an award, a settlement, an advance and of the budget line */
  const char *
      reason; /**< why it is refused or withdrawn; else in words of one's own, before the arithmetic in the assessment */
  double realised_avoidances, realised_co2; /**< < 0: not stated */
  const char *realised_source; /**< how they were found */
} SpilFundStep;

/** A step with nothing stated but where it goes to. */
#define SPIL_FUND_STEP(state) \
  ((SpilFundStep) { .to = (state), .day = SPIL_DAY_NONE, .realised_avoidances = -1, .realised_co2 = -1 })

/**
 * One step of an application with all that goes with it, as one action: state, dates, assessment with the arithmetic, and the bookings. An award is a commitment on the budget line
 * of the scheme (it draws nothing); an advance and the last payment are an expense that draws it down, with a payment; a settlement below the award and a
 * withdrawal or refusal after it release what is left. Settled below what was paid: the step to PAID is the refund (negative expense, payment of kind
 * refund); withdrawn after an advance: a second step to WITHDRAWN is. A scheme without a budget line books nothing. NULL with SPIL_STORE_ERROR_REFUSED and the sentence of
 * spil_fund_step_dup_sentence() where it is not allowed; the room of the budget line is refused here too, and once more at the commit.
 */
SpilAction *
spil_fund_step_action (SpilStore *store, SpilId application, const SpilFundStep *step, GError **error);

/** What the step would do, with the arithmetic, before it is done; where it is not allowed: why, and what to do. NULL with @error on failure only. Free with g_free(). */
char *spil_fund_step_dup_sentence (SpilStore *store, SpilId application, const SpilFundStep *step,
                                   gboolean *allowed, GError **error);

/** The amount that spil_fund_step_action() takes when none is stated: for the field of a form. 0 cents where the step has no amount. */
gboolean spil_fund_step_get_usual (SpilStore *store, SpilId application, const SpilFundStep *step,
                                   SpilMoney *amount, GError **error);

/** Answers a requirement (SPIL_ANSWER_*): a check is added, earlier ones stay. */
SpilAction *
spil_fund_check_action (SpilId application, SpilId requirement, int answer, SpilDay day, const char *notes);

G_END_DECLS
