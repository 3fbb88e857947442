// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-drill.h"

#include "spil-budget-line-page.h"
#include "spil-register-page.h"

void
spil_budget_drill (SpilPage *page, SpilId version, SpilId line, SpilBudgetCell cell)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;

  filter.version = version;
  filter.line = line;
  switch (cell) {
  case SPIL_BUDGET_CELL_RESERVED:
    filter.kinds = 1u << SPIL_BOOKING_RESERVATION;
    filter.open_only = TRUE;
    break;
  case SPIL_BUDGET_CELL_OPEN:
    filter.kinds = 1u << SPIL_BOOKING_COMMITMENT;
    filter.open_only = TRUE;
    break;
  case SPIL_BUDGET_CELL_ACTUAL:
    filter.kinds = 1u << SPIL_BOOKING_ACTUAL;
    break;
  case SPIL_BUDGET_CELL_FORECAST:
    filter.kinds = 1u << SPIL_BOOKING_FORECAST;
    filter.open_only = TRUE;
    break;
  case SPIL_BUDGET_CELL_FREE:
  case SPIL_BUDGET_CELL_USED:
    filter.kinds = 1u << SPIL_BOOKING_COMMITMENT | 1u << SPIL_BOOKING_ACTUAL;
    break;
  default:
    // What a line is worth is told on its own page.
    if (!spil_id_is_nil (line)) {
      spil_page_push (page, spil_budget_line_page_new (spil_page_get_worker (page), line));
      return;
    }
    break;
  }
  spil_register_page_open (page, &filter);
}
