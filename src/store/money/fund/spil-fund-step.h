// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-fund-action.h"
#include "spil-fund-private.h"

G_BEGIN_DECLS

/** A step that was judged: what it would do, and whether it may. */
typedef struct
{
  const SpilFundStep *step;
  SpilDay day;
  SpilFundBook *book;
  SpilFundSchemeRow *scheme;
  SpilFundApplicationRow *row;
  SpilBudgetLineFigures *line; /**< that is booked on; NULL: none */
  gboolean allowed;
  SpilMoney amount; /**< award, advance, settlement, last payment or refund */
  gboolean refunds; /**< `amount` comes back */
  SpilMoney release; /**< of the commitment */
  SpilFundAward test; /**< at an assessment, an award and a settlement */
  gboolean has_real_cost;
  SpilMoney real_cost, real_other;
  GString *arithmetic; /**< for the assessment */
  GString *text; /**< what would happen, or why not */
} SpilFundVerdict;

/** Judges @step, which has to live as long. NULL with @error on failure only. */
SpilFundVerdict *
spil_fund_verdict_new (SpilStore *store, SpilId application, const SpilFundStep *step, GError **error);
void spil_fund_verdict_free (SpilFundVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundVerdict, spil_fund_verdict_free)

/** Adds a sentence, which is freed, to the text; the second lets the step be refused for it. */
void spil_fund_verdict_tell (SpilFundVerdict *self, char *sentence);
void spil_fund_verdict_refuse (SpilFundVerdict *self, char *sentence);

/** The judges of the steps about money: they fill in amounts and text. */
void spil_fund_judge_award (SpilFundVerdict *self);
void spil_fund_judge_advance (SpilFundVerdict *self);
void spil_fund_judge_account (SpilFundVerdict *self);
void spil_fund_judge_settlement (SpilFundVerdict *self);
void spil_fund_judge_last_payment (SpilFundVerdict *self);
void spil_fund_judge_withdrawal (SpilFundVerdict *self);
void spil_fund_judge_refund (SpilFundVerdict *self);

G_END_DECLS
