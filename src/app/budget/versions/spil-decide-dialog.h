// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-data.h"
#include "spil-budget-form.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DECIDE_DIALOG (spil_decide_dialog_get_type ())

/** Makes a proposal the budget: asks the day and the decision. */
G_DECLARE_FINAL_TYPE (SpilDecideDialog, spil_decide_dialog, SPIL, DECIDE_DIALOG, SpilBudgetForm)

AdwDialog *spil_decide_dialog_new (SpilWorker *worker, const SpilBudgetVersionRow *proposal, SpilDay today);

G_END_DECLS
