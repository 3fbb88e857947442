// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-offer-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_OFFER_BOARD (spil_offer_board_get_type ())

/**
 * The offers in a column for each state, side by side. Arrow keys go from card to card, Enter opens one, Ctrl with left or right
 * brings it to the state beside it, as dragging does. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilOfferBoard, spil_offer_board, SPIL, OFFER_BOARD, AdwBin)

GtkWidget *spil_offer_board_new (void);

/** Shows @offers (SpilOfferRow; borrowed until the next call), of which there are @counts in all. */
void spil_offer_board_set_offers (SpilOfferBoard *self, GPtrArray *offers, const SpilOfferCounts *counts);

G_END_DECLS
