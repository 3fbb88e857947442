// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-area-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AREA_OVERVIEW (spil_area_overview_get_type ())

/**
 * The areas where people have put them: dragged with the pointer or moved with Ctrl and the arrow keys, a step that can be undone each time. Enter or a
 * click opens one. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilAreaOverview, spil_area_overview, SPIL, AREA_OVERVIEW, AdwBin)

/** @areas: of SpilAreaRow; keeps a reference. */
void spil_area_overview_set_areas (SpilAreaOverview *self, GPtrArray *areas);

G_END_DECLS
