// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOOKING_LIST (spil_booking_list_get_type ())

/**
 * The bookings of a line, newest first, in a SpilPage. Each can be opened and taken back; on a commitment an expense can be booked.
 * Signals: `expense` (const SpilId *): an expense on that commitment is wanted; `more`: older ones are wanted.
 */
G_DECLARE_FINAL_TYPE (SpilBookingList, spil_booking_list, SPIL, BOOKING_LIST, AdwPreferencesGroup)

/** Shows @bookings, of SpilBudgetBookingRow; @more: there are older ones. */
void spil_booking_list_set_bookings (SpilBookingList *self, GPtrArray *bookings, gboolean more);

G_END_DECLS
