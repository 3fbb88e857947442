// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-choices.h"
#include "spil-booking-form.h"

G_BEGIN_DECLS

/* What opens a form (spil-booking-opening.c) gives to what the form does (spil-booking-form.c). */

typedef struct
{
  SpilBookingKind kind;
  SpilId instead; /**< the booking that is corrected; nil: none */
  SpilId source; /**< what is drawn on; nil: nothing */
} SpilBookingStart;

/** Presents the form over @parent, filled in with @preset. Takes @choices. */
void spil_booking_form_start (GtkWidget *parent, SpilWorker *worker, const SpilBookingStart *start,
                              SpilBookingChoices *choices, SpilRecord *preset);

/** The field of what a booking is drawn on: the commitment of an expense, the reservation of a commitment; 0: the kind has none. */
int spil_booking_source_field (SpilBookingKind kind);

G_END_DECLS
