// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-fields.h"
#include "spil-record.h"

G_BEGIN_DECLS

/** "Expense", "Commitment": for people. */
const char *spil_booking_label (SpilBookingKind kind);
/** "Expenses", "Commitments". */
const char *spil_booking_plural (SpilBookingKind kind);

/** What stands in the form of a new booking; @line nil: is asked. */
SpilRecord *spil_booking_new_preset (SpilBookingKind kind, SpilId line, SpilVat vat, SpilDay day);

G_END_DECLS
