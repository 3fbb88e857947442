// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-period.h"

G_BEGIN_DECLS

/* A booking of the register in words. Free the texts with g_free(). */

/** "3. Fund for accessibility"; where its line has no number: its name. */
char *spil_register_dup_line (const SpilBudgetBookingRow *row);

/** What it is about; where nothing was written down: its kind. */
const char *spil_register_get_title (const SpilBudgetBookingRow *row);

/** What is to be known of it before its amount is believed: "reversed · Came in late: belongs to the 1st quarter of 2018"; "": nothing. */
char *spil_register_dup_marks (const SpilBudgetBookingRow *row);

/** "Commitment", "Reversal of a commitment", "Release". */
char *spil_register_dup_kind (const SpilBudgetBookingRow *row);

/** With whom it was booked, or whose application it belongs to; NULL: not stated. */
const char *spil_register_get_counterpart (const SpilBudgetBookingRow *row);

/** Under the title in a narrow window: kind, date, line, counterpart and marks. */
char *spil_register_dup_subtitle (const SpilBudgetBookingRow *row);

char *spil_register_dup_amount (const SpilBudgetBookingRow *row);

/** "12 bookings"; of a filter "12 of 340 bookings". */
char *spil_register_dup_count (int64_t n, int64_t all);

G_END_DECLS
