// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_VERSIONS (spil_budget_versions_get_type ())

/** All versions of the budget, and what the one that is shown changed. Signal `version-chosen` (const SpilId *). */
G_DECLARE_FINAL_TYPE (SpilBudgetVersions, spil_budget_versions, SPIL, BUDGET_VERSIONS, AdwBin)

void spil_budget_versions_fill (SpilBudgetVersions *self, const SpilBudgetData *data);

G_END_DECLS
