// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTER_PAGE (spil_register_page_get_type ())

/** All bookings of a budget, with a filter and the sums of what it leaves. */
G_DECLARE_FINAL_TYPE (SpilRegisterPage, spil_register_page, SPIL, REGISTER_PAGE, SpilPage)

/** Opens it over @from; @filter is copied, NULL: all of the budget in force. */
void spil_register_page_open (SpilPage *from, const SpilBookingFilter *filter);

G_END_DECLS
