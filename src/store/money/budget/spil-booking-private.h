// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-action.h"
#include "spil-booking-fields.h"

G_BEGIN_DECLS

/** A record that takes back @original on @day: opposite amount, same line, and what they belong to. NULL with @error on failure. */
SpilRecord *spil_booking_opposite (SpilStore *store, SpilBookingKind kind, SpilRecord *original, SpilDay day,
                                   const char *reason, GError **error);

/** Whether people book this: more than nothing, and below zero only money that came back. FALSE with a sentence. */
gboolean spil_booking_check_amount (const SpilBooking *booking, GError **error);

/** Sets SPIL_STORE_ERROR_REFUSED with that sentence, which is freed; always returns FALSE. */
gboolean spil_money_refuse (GError **error, char *sentence);

G_END_DECLS
