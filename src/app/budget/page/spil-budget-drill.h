// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-item.h"
#include "spil-page.h"

G_BEGIN_DECLS

/** Opens over @page what stands behind the figure in @cell of @line (nil: of all lines) of @version: exactly its bookings, or the line for what it is worth. */
void spil_budget_drill (SpilPage *page, SpilId version, SpilId line, SpilBudgetCell cell);

G_END_DECLS
