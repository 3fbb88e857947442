// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REPORTS_PAGE (spil_reports_page_get_type ())

/** Reports and decisions. */
G_DECLARE_FINAL_TYPE (SpilReportsPage, spil_reports_page, SPIL, REPORTS_PAGE, SpilPage)

G_END_DECLS
