// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-visit-sheet.h"

G_BEGIN_DECLS

#define SPIL_TYPE_VISIT_VIEW (spil_visit_view_get_type ())

/** What a visit sheet says, on screen: to read with the laptop on one's knees, nothing to press. */
G_DECLARE_FINAL_TYPE (SpilVisitView, spil_visit_view, SPIL, VISIT_VIEW, AdwBin)

/** Shows @sheet; takes nothing. */
void spil_visit_view_set_sheet (SpilVisitView *self, const SpilVisitSheet *sheet);

G_END_DECLS
