// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PLANNING_PAGE (spil_planning_page_get_type ())

/** Activities in time. */
G_DECLARE_FINAL_TYPE (SpilPlanningPage, spil_planning_page, SPIL, PLANNING_PAGE, SpilPage)

G_END_DECLS
