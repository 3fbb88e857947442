// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-form.h"

G_BEGIN_DECLS

#define SPIL_TYPE_NEW_BUDGET_DIALOG (spil_new_budget_dialog_get_type ())

/** Makes a budget with its lines: they are typed as rows, and compared with the total while that is done. */
G_DECLARE_FINAL_TYPE (SpilNewBudgetDialog, spil_new_budget_dialog, SPIL, NEW_BUDGET_DIALOG, SpilBudgetForm)

AdwDialog *spil_new_budget_dialog_new (SpilWorker *worker, SpilDay today);

G_END_DECLS
