// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EFFECTS_PAGE (spil_effects_page_get_type ())

/** Indicators with target and trend. */
G_DECLARE_FINAL_TYPE (SpilEffectsPage, spil_effects_page, SPIL, EFFECTS_PAGE, SpilPage)

G_END_DECLS
