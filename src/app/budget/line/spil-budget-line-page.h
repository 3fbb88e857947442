// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_LINE_PAGE (spil_budget_line_page_get_type ())

/** One line of the budget: its figures, who pays it, what is booked on it. */
G_DECLARE_FINAL_TYPE (SpilBudgetLinePage, spil_budget_line_page, SPIL, BUDGET_LINE_PAGE, SpilPage)

SpilPage *spil_budget_line_page_new (SpilWorker *worker, SpilId line);

G_END_DECLS
