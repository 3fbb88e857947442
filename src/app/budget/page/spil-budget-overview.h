// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_OVERVIEW (spil_budget_overview_get_type ())

/**
 * A version of the budget at a glance, in a SpilPage: what it is, its figures against time, what can be done, and the table of its lines.
 * Property `room`: as that of SpilBudgetTable. Signal `reallocate`: a re-allocation is wanted.
 */
G_DECLARE_FINAL_TYPE (SpilBudgetOverview, spil_budget_overview, SPIL, BUDGET_OVERVIEW, AdwBin)

/** Shows @data, which stays until the next time. */
void spil_budget_overview_fill (SpilBudgetOverview *self, const SpilBudgetData *data);

G_END_DECLS
