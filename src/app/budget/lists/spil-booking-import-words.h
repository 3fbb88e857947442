// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-import.h"

G_BEGIN_DECLS

/** What becomes of rows, for people: "New"; and what that means. */
const char *spil_booking_state_label (SpilBookingRowState state);
const char *spil_booking_state_explanation (SpilBookingRowState state);

/** What the row is called: its counterpart and description. Free with g_free(). */
char *spil_booking_row_dup_title (const SpilBookingRow *row);
/** "Row 12 · 3-9-2018 · F-77". Free with g_free(). */
char *spil_booking_row_dup_facts (const SpilBookingRow *row);
/** "€ 1.234,56". Free with g_free(). */
char *spil_booking_row_dup_amount (const SpilBookingRow *row);

G_END_DECLS
