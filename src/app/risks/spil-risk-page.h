// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RISK_PAGE (spil_risk_page_get_type ())

/** One risk: its texts, scores in time and control measures. */
G_DECLARE_FINAL_TYPE (SpilRiskPage, spil_risk_page, SPIL, RISK_PAGE, SpilRowPage)

SpilPage *spil_risk_page_new (SpilWorker *worker, SpilId risk);

G_END_DECLS
