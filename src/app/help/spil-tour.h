// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

#define SPIL_TYPE_TOUR (spil_tour_get_type ())

/** The first steps: a bar under the pages that says what to do, sees that it was done, and can be left at any time. */
G_DECLARE_FINAL_TYPE (SpilTour, spil_tour, SPIL, TOUR, AdwBin)

/** Begins the first steps in @window, or begins them again. They are not offered any more. */
void spil_tour_present (SpilWindow *window);

G_END_DECLS
