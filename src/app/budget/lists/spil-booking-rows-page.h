// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-booking-import.h"

G_BEGIN_DECLS

/** Called when something was chosen that changes what becomes of rows; spil_booking_import_judge() was called. */
typedef void (*SpilBookingChosenFunc) (gpointer user_data);

#define SPIL_TYPE_BOOKING_ROWS_PAGE (spil_booking_rows_page_get_type ())
G_DECLARE_FINAL_TYPE (SpilBookingRowsPage, spil_booking_rows_page, SPIL, BOOKING_ROWS_PAGE, AdwNavigationPage)

/** The rows of @import with @state; one that is activated opens its own page over it. @import has to outlive it. */
AdwNavigationPage *spil_booking_rows_page_new (SpilBookingImport *import, SpilBookingRowState state,
                                               SpilBookingChosenFunc chosen, gpointer user_data);

G_END_DECLS
