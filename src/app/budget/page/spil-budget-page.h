// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_PAGE (spil_budget_page_get_type ())

/** Budget lines and what is booked on them. */
G_DECLARE_FINAL_TYPE (SpilBudgetPage, spil_budget_page, SPIL, BUDGET_PAGE, SpilPage)

G_END_DECLS
