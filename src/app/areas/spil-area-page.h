// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-row-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AREA_PAGE (spil_area_page_get_type ())

/** One area: its preconditions and what follows from them, facts, employers, planning. */
G_DECLARE_FINAL_TYPE (SpilAreaPage, spil_area_page, SPIL, AREA_PAGE, SpilRowPage)

SpilPage *spil_area_page_new (SpilWorker *worker, SpilId area);

G_END_DECLS
