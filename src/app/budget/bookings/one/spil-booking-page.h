// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"
#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOOKING_PAGE (spil_booking_page_get_type ())

/** One booking: all that is known of it, what it comes from and what came of it, its documents, and what can be done to it. */
G_DECLARE_FINAL_TYPE (SpilBookingPage, spil_booking_page, SPIL, BOOKING_PAGE, SpilPage)

/** Opens it over @from. */
void spil_booking_page_open (SpilPage *from, SpilBookingKind kind, SpilId id);

G_END_DECLS
