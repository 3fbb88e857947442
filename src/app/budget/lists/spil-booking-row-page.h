// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-booking-rows-page.h"

G_BEGIN_DECLS

/** Row @index of @import: what it says, what becomes of it and why, and what may be chosen instead. @import has to outlive it. */
AdwNavigationPage *spil_booking_row_page_new (SpilBookingImport *import, guint index,
                                              SpilBookingChosenFunc chosen, gpointer user_data);

/** The lines of the budget to choose from, the first item for none; and which of them @line is. */
GtkStringList *spil_booking_line_choices (const SpilBookingImport *import, const char *none);
guint spil_booking_line_place (const SpilBookingImport *import, SpilId line);
/** The line of an item; nil for none. */
SpilId spil_booking_line_at (const SpilBookingImport *import, guint place);

G_END_DECLS
