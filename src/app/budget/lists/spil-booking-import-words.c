// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-import-words.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"

// clang-format off
static const struct
{
  const char *label;
  const char *explanation;
} states[SPIL_BOOKING_ROW_N_STATES] = {
  [SPIL_BOOKING_ROW_NEW] = { N_ ("New"), N_ ("Booked as they stand in the list") },
  [SPIL_BOOKING_ROW_MATCHED] = { N_ ("Matched with a commitment"), N_ ("Booked, and taken off what is open of it") },
  [SPIL_BOOKING_ROW_REVERSAL] = { N_ ("Reversals"), N_ ("Booked: they take back an earlier booking") },
  [SPIL_BOOKING_ROW_REFUND] = { N_ ("Refunds"), N_ ("Booked: money that comes back, without an original") },
  [SPIL_BOOKING_ROW_DUPLICATE] = { N_ ("There already"), N_ ("Left out: the same was booked before, or stands twice in the list") },
  [SPIL_BOOKING_ROW_SKIPPED] = { N_ ("Left out by you"), N_ ("Not booked") },
  [SPIL_BOOKING_ROW_REFUSED] = { N_ ("Cannot be booked yet"), N_ ("Each row says why, and what you can choose") },
};
// clang-format on

const char *
spil_booking_state_label (SpilBookingRowState state)
{
  return _ (states[state].label);
}

const char *
spil_booking_state_explanation (SpilBookingRowState state)
{
  return _ (states[state].explanation);
}

char *
spil_booking_row_dup_title (const SpilBookingRow *row)
{
  g_autofree char *title = spil_join_facts (row->counterpart != NULL ? row->counterpart : "",
                                            row->description != NULL ? row->description : "", NULL);

  return title != NULL && title[0] != '\0' ? g_steal_pointer (&title)
                                           : g_strdup (_ ("Without a description"));
}

char *
spil_booking_row_dup_facts (const SpilBookingRow *row)
{
  g_autofree char *number = g_strdup_printf (_ ("Row %d"), (int) row->number);
  g_autofree char *day = spil_day_is_known (row->date) ? spil_day_format (row->date) : g_strdup ("");

  return spil_join_facts (number, day, row->reference != NULL ? row->reference : "",
                          row->why != NULL ? row->why : "", NULL);
}

char *
spil_booking_row_dup_amount (const SpilBookingRow *row)
{
  return spil_money_format (row->amount.cents, SPIL_MONEY_CENTS);
}
