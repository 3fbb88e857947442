// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"

G_BEGIN_DECLS

/** What a booking is chosen from. */
typedef struct
{
  GPtrArray *lines; /**< of SpilBudgetLineFigures: those of the budget in force */
  GPtrArray *open; /**< of SpilBudgetBookingRow: commitments and reservations with something left */
  GArray *closed; /**< of SpilClosedPeriod */
  SpilId last_line; /**< that was booked on last in this kind; nil: none */
} SpilBookingChoices;

/** On the worker's thread: reads them for bookings of @kind. */
SpilBookingChoices *spil_booking_choices_load (SpilStore *store, SpilBookingKind kind, GError **error);
void spil_booking_choices_free (SpilBookingChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBookingChoices, spil_booking_choices_free)

/** The line with that id. NULL: none. */
const SpilBudgetLineFigures *spil_booking_choices_find_line (const SpilBookingChoices *self, SpilId id);
/** The open commitment or reservation with that id. NULL: it is not open. */
const SpilBudgetBookingRow *spil_booking_choices_find_open (const SpilBookingChoices *self, SpilId id);

/** "3. Fund: free € 82.000,00". Free with g_free(). */
char *spil_booking_choices_dup_line (const SpilBudgetLineFigures *line);
/** "Bus Company, trial cards: € 1.200,00 left". Free with g_free(). */
char *spil_booking_choices_dup_open (const SpilBudgetBookingRow *row);

G_END_DECLS
