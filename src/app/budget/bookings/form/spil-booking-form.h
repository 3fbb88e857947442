// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-booking.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Opens the form for a booking over @parent, with today's date. It offers the lines with their room, what is open to draw on, and says while it is typed whether it fits,
 * where it goes when its day is closed, and when it stands there already. @line nil: the one of the last booking is proposed. @commitment (nil: none) is what
 * an expense draws down. @vat unknown: that of the line.
 */
void spil_booking_form_present (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId line,
                                SpilId commitment, SpilVat vat);

/** The form for a commitment that uses @reservation. */
void spil_booking_form_present_on_reservation (GtkWidget *parent, SpilWorker *worker, SpilId line,
                                               SpilId reservation);

/** The form with what was booked as @id: saving takes that back and books what stands there, in one step. */
void
spil_booking_form_present_correction (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId id);

G_END_DECLS
