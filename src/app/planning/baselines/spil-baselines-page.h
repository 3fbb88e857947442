// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BASELINES_PAGE (spil_baselines_page_get_type ())

/**
 * The baselines of the planning: what each held, how far the plan slipped since, and a new one. Opened from the planning. Signal `chosen`
 * (const SpilId *): this one is to be compared with.
 */
G_DECLARE_FINAL_TYPE (SpilBaselinesPage, spil_baselines_page, SPIL, BASELINES_PAGE, SpilPage)

SpilPage *spil_baselines_page_new (SpilWorker *worker);

G_END_DECLS
