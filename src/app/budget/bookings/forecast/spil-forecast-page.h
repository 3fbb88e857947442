// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"
#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FORECAST_PAGE (spil_forecast_page_get_type ())

/** The forecasts of a budget: lines against quarters, to be typed in place, and what was forecast in quarters that are over. */
G_DECLARE_FINAL_TYPE (SpilForecastPage, spil_forecast_page, SPIL, FORECAST_PAGE, SpilPage)

/** Opens it over @from for the budget version @version; nil: the one in force. */
void spil_forecast_page_open (SpilPage *from, SpilId version);

G_END_DECLS
