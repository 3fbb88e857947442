// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"

#define N_VAT_NOTES (SPIL_VAT_INCLUDED + 1)

G_STATIC_ASSERT (SPIL_VAT_UNKNOWN == 0 && SPIL_VAT_EXCLUDED == 1 && SPIL_VAT_INCLUDED == 2);

/* By line alone, in which order the index has them: nothing is sorted. ?4 and ?5: first and last day. */
#define OF_VAT_SQL(is, name) "sum (CASE WHEN b.vat " is " THEN b.amount END) AS " name ", sum (b.vat " is ") AS n_" name
#define BOOKED_SQL(table)                                                                                    \
  "SELECT n.id, n.number, n.number IN (" SPIL_BUDGET_OUTSIDE_SQL "), s.unknown, s.n_unknown, s.excluded, s.n_excluded,"  \
  " s.included, s.n_included FROM (SELECT b.line AS line, " OF_VAT_SQL ("IS NULL", "unknown") ", " OF_VAT_SQL (         \
      "IS 1", "excluded") ", " OF_VAT_SQL ("IS 2", "included") " FROM " table                                         \
  " b WHERE b.dead = 0 AND b.line IN (" SPIL_BUDGET_LINES_SQL ") AND b.date >= ?4 AND b.date <= ?5"           \
  " GROUP BY b.line) s JOIN budget_line n ON n.id = s.line"

typedef struct
{
  SpilEachBooked each;
  gpointer user_data;
} Showing;

/* Columns: line, number, whether it is outside, then for each VAT note the sum and the bookings. */
static gboolean
take_booked (SpilStatement *row, gpointer user_data)
{
  const Showing *showing = user_data;
  SpilBookedOnLine booked = { .line = spil_statement_get_id (row, 0),
                              .number = spil_get_int (row, 1),
                              .outside = spil_statement_get_integer (row, 2) != 0 };

  for (int vat = 0; vat < N_VAT_NOTES; vat++) {
    booked.cents[vat] = spil_statement_get_integer (row, 3 + 2 * vat);
    booked.n[vat] = spil_get_int (row, 4 + 2 * vat);
  }
  showing->each (&booked, showing->user_data);
  return TRUE;
}

gboolean
spil_budget_each_booked (SpilStore *store, SpilBookingKind kind, SpilId version, SpilId line, SpilDay first,
                         SpilDay last, SpilEachBooked each, gpointer user_data, GError **error)
{
  static const char *const sql[] = { [SPIL_BOOKING_RESERVATION] = BOOKED_SQL ("reservation"),
                                     [SPIL_BOOKING_COMMITMENT] = BOOKED_SQL ("commitment"),
                                     [SPIL_BOOKING_ACTUAL] = BOOKED_SQL ("actual"),
                                     [SPIL_BOOKING_FORECAST] = BOOKED_SQL ("forecast") };
  const SpilGiven parameters[] = {
    SPIL_GIVE_ID (version), SPIL_GIVE_ID (line),
    spil_day_is_known (first) ? spil_give_day (first) : SPIL_GIVE_INTEGER (G_MININT32),
    spil_day_is_known (last) ? spil_give_day (last) : SPIL_GIVE_INTEGER (G_MAXINT32)
  };
  Showing showing = { each, user_data };

  return spil_read_each (store, sql[kind], parameters, G_N_ELEMENTS (parameters), take_booked, &showing,
                         error);
}
