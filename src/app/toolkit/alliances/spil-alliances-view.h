// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ALLIANCES_VIEW (spil_alliances_view_get_type ())

/** The alliances with their members and goals. */
G_DECLARE_FINAL_TYPE (SpilAlliancesView, spil_alliances_view, SPIL, ALLIANCES_VIEW, SpilSection)

G_END_DECLS
