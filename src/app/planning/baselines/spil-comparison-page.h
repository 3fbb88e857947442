// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_COMPARISON_PAGE (spil_comparison_page_get_type ())

/**
 * The planning beside one of its baselines: what moved most first, what is new and what has gone. Signal `chosen` (const SpilId *): the
 * baseline is to be shown under the bars.
 */
G_DECLARE_FINAL_TYPE (SpilComparisonPage, spil_comparison_page, SPIL, COMPARISON_PAGE, SpilPage)

SpilPage *spil_comparison_page_new (SpilWorker *worker, SpilId baseline);

G_END_DECLS
