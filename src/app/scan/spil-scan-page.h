// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SCAN_PAGE (spil_scan_page_get_type ())

/** One quickscan: peak profile, figures with their margins, what changed since an earlier one, and the advice that follows. */
G_DECLARE_FINAL_TYPE (SpilScanPage, spil_scan_page, SPIL, SCAN_PAGE, SpilRowPage)

SpilPage *spil_scan_page_new (SpilWorker *worker, SpilId scan);

G_END_DECLS
