// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_BANNER (spil_budget_banner_get_type ())

/**
 * Says when what is shown is not the budget in force: a proposal, which can be decided on or withdrawn, or an earlier version, which can only be read.
 * Signals: `go-in-force`, `decide`, `withdraw`.
 */
G_DECLARE_FINAL_TYPE (SpilBudgetBanner, spil_budget_banner, SPIL, BUDGET_BANNER, AdwBin)

void spil_budget_banner_fill (SpilBudgetBanner *self, const SpilBudgetData *data);

G_END_DECLS
