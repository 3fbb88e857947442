// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-offer-query.h"

G_BEGIN_DECLS

/* What to say of offers. Free the texts with g_free(). */

/** "03-09-2018 – niet vermeld"; "no dates". */
char *spil_offer_dup_dates (const SpilOfferRow *offer);

/** A row that opens the page of the offer, with a button that brings it to the next state. @whom: the title says to whom, else what. */
GtkWidget *spil_offer_row_new (const SpilOfferRow *offer, gboolean whom);

G_END_DECLS
