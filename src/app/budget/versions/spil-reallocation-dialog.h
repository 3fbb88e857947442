// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-data.h"
#include "spil-budget-form.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REALLOCATION_DIALOG (spil_reallocation_dialog_get_type ())

/**
 * Moves money between the lines of the budget in force: before, change and after for each line, what comes of the total, and what is in use. It is kept as a proposal or decided on.
 * Signal `made` (const SpilId *): the new version.
 */
G_DECLARE_FINAL_TYPE (SpilReallocationDialog, spil_reallocation_dialog, SPIL, REALLOCATION_DIALOG,
                      SpilBudgetForm)

/** @data: a version that was decided; what is needed of it is copied. */
AdwDialog *spil_reallocation_dialog_new (SpilWorker *worker, const SpilBudgetData *data);

G_END_DECLS
