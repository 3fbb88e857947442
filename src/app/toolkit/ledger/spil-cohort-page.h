// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_COHORT_PAGE (spil_cohort_page_get_type ())

/** One trial period: the ledger of its cards. */
G_DECLARE_FINAL_TYPE (SpilCohortPage, spil_cohort_page, SPIL, COHORT_PAGE, SpilRowPage)

SpilPage *spil_cohort_page_new (SpilWorker *worker, SpilId id);

G_END_DECLS
