// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-booking.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Opens the form for a booking over @parent, with today's date. While the amount is typed it says whether it fits and what is left.
 * @line nil: the form asks it first. @commitment (nil: none) is what an expense draws down.
 */
void spil_booking_form_present (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId line,
                                SpilId commitment, SpilVat vat);

/** Takes the booking back in one action: adds its reversal. */
void spil_booking_reverse (SpilWorker *worker, SpilBookingKind kind, SpilId booking);

G_END_DECLS
