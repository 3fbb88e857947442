// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_COHORTS_VIEW (spil_cohorts_view_get_type ())

/** The trial periods, with what they spend and what is to be decided. */
G_DECLARE_FINAL_TYPE (SpilCohortsView, spil_cohorts_view, SPIL, COHORTS_VIEW, SpilSection)

G_END_DECLS
