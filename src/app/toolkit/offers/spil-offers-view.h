// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-section.h"

G_BEGIN_DECLS

#define SPIL_TYPE_OFFERS_VIEW (spil_offers_view_get_type ())

/** The offers, as a board with a column a state or as a list. */
G_DECLARE_FINAL_TYPE (SpilOffersView, spil_offers_view, SPIL, OFFERS_VIEW, SpilSection)

G_END_DECLS
