// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-offer-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Brings @offer to @state: at once where that state needs nothing more, else with a short form that asks for what it needs (days, a result, how it
 * is secured) over @parent. Going back asks for nothing: undo serves.
 */
void spil_offer_step_to (SpilWorker *worker, GtkWidget *parent, const SpilOfferRow *offer, int state);

/** "Running": the name of a state; owned by gettext. */
const char *spil_offer_state_label (int state);

G_END_DECLS
