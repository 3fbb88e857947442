// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-drill.h"

#include "spil-budget-line-page.h"

void
spil_budget_drill (SpilPage *page, SpilId version, SpilId line, SpilBudgetCell cell)
{
  if (!spil_id_is_nil (line))
    spil_page_push (page, spil_budget_line_page_new (spil_page_get_worker (page), line));
}
