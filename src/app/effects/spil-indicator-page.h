// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_INDICATOR_PAGE (spil_indicator_page_get_type ())

/** One indicator: its value against the target, trend and measurements. */
G_DECLARE_FINAL_TYPE (SpilIndicatorPage, spil_indicator_page, SPIL, INDICATOR_PAGE, SpilRowPage)

SpilPage *spil_indicator_page_new (SpilWorker *worker, SpilId indicator);

G_END_DECLS
