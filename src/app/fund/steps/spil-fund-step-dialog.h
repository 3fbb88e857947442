// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-fund-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** What the dialog of a step begins with. */
typedef struct
{
  int to; /**< SPIL_APPLICATION_STATE_* */
  SpilFundApplicationRow *row;
  GPtrArray *grounds; /**< of SpilRefusalGroundRow: of the scheme */
  SpilMoney usual; /**< the amount that is usual; 0 cents: the step has none */
} SpilFundStepFacts;

SpilFundStepFacts *spil_fund_step_facts_load (SpilStore *store, SpilId application, int to, GError **error);
void spil_fund_step_facts_free (SpilFundStepFacts *self);

#define SPIL_TYPE_FUND_STEP_DIALOG (spil_fund_step_dialog_get_type ())

/**
 * The facts that a step of an application needs, with under them what the step does, in one sentence that follows what is typed. One action; what is
 * refused stays on screen with the reason.
 */
G_DECLARE_FINAL_TYPE (SpilFundStepDialog, spil_fund_step_dialog, SPIL, FUND_STEP_DIALOG, AdwDialog)

/** Takes @facts. */
AdwDialog *spil_fund_step_dialog_new (SpilWorker *worker, SpilFundStepFacts *facts);

G_END_DECLS
