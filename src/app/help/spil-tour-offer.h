// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Offers the first steps, to begin them or not. NULL once they were begun or declined on this laptop. */
GtkWidget *spil_tour_offer_new (void);

/** Says that they were begun or declined. */
void spil_tour_offer_settle (void);

G_END_DECLS
