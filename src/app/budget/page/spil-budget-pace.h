// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_PACE (spil_budget_pace_get_type ())

/** The share of the money that is used over the share of the time that is gone: two bars under each other, and a sentence. */
G_DECLARE_FINAL_TYPE (SpilBudgetPace, spil_budget_pace, SPIL, BUDGET_PACE, AdwBin)

/** Hidden where the budget has no time of its own. */
void spil_budget_pace_fill (SpilBudgetPace *self, const SpilBudgetData *data);

G_END_DECLS
