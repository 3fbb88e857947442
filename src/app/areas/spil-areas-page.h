// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AREAS_PAGE (spil_areas_page_get_type ())

/** Areas and their preconditions. */
G_DECLARE_FINAL_TYPE (SpilAreasPage, spil_areas_page, SPIL, AREAS_PAGE, SpilPage)

G_END_DECLS
