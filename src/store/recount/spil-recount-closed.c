// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-closing-query.h"
#include "spil-read.h"
#include "spil-recount-private.h"

typedef struct
{
  SpilRecount *recount;
  const GArray *periods; // of SpilClosedPeriod: those that are closed now
  int told;
} Closing;

static const SpilClosedPeriod *
find_period (const Closing *self, SpilId id)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (spil_id_equal (g_array_index (self->periods, SpilClosedPeriod, i).id, id))
      return &g_array_index (self->periods, SpilClosedPeriod, i);
  return NULL;
}

// What stands of a line now on the last day of the period.
static void
add_until (const SpilRecount *self, int line, int vat, SpilDay last, int64_t *committed, int64_t *actual)
{
  *committed = 0;
  *actual = 0;
  for (guint i = 0; i < self->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (self, i);

    if (booking->vat != vat || spil_day_compare (booking->date, last) > 0 ||
        !spil_recount_same_line (self, booking->line, line))
      continue;
    if (booking->kind == SPIL_BOOKING_COMMITMENT)
      *committed += booking->cents;
    else if (booking->kind == SPIL_BOOKING_ACTUAL)
      *actual += booking->cents;
  }
}

// What changed since, by how much: "committed changed by € 5,00". Free with g_free().
static char *
name_changes (int64_t committed, int64_t actual)
{
  g_autofree char *one = spil_money_format (committed, SPIL_MONEY_CENTS);
  g_autofree char *other = spil_money_format (actual, SPIL_MONEY_CENTS);

  if (actual == 0)
    return g_strdup_printf (_ ("committed changed by %s"), one);
  if (committed == 0)
    return g_strdup_printf (_ ("spent changed by %s"), other);
  return g_strdup_printf (_ ("committed changed by %s and spent by %s"), one, other);
}

// Columns: period, line, committed, actual, VAT.
static gboolean
take_closed_line (SpilStatement *row, gpointer user_data)
{
  Closing *self = user_data;
  const SpilClosedPeriod *period = find_period (self, spil_statement_get_id (row, 0));
  int place = spil_recount_find (self->recount, spil_statement_get_id (row, 1));
  int64_t committed;
  int64_t actual;
  g_autofree char *changes = NULL;

  if (period == NULL || place < 0)
    return TRUE;
  add_until (self->recount, place, spil_get_int (row, 4), period->last, &committed, &actual);
  committed -= spil_statement_get_integer (row, 2);
  actual -= spil_statement_get_integer (row, 3);
  if (committed == 0 && actual == 0)
    return TRUE;
  changes = name_changes (committed, actual);
  spil_recount_tell (
      self->recount, &self->told,
      // TRANSLATORS: Quarter 3 is closed, but of budget line 3 (Fund) spent changed by € 5,00 since. Open ...
      g_strdup_printf (
          _ ("%s is closed, but of budget line %d (%s) %s since. Open the period again and close it "
             "with these figures, or reverse what came in."),
          period->name, spil_recount_line (self->recount, place)->number,
          spil_recount_line (self->recount, place)->name, changes));
  return TRUE;
}

gboolean
spil_recount_check_closed (SpilRecount *self, GError **error)
{
  static const char sql[] = "SELECT period, line, committed, actual, vat FROM closed_line"
                            " WHERE dead = 0 AND programme = ?1 ORDER BY id";
  g_autoptr (GArray) periods = spil_closing_query (self->store, error);
  Closing closing = { .recount = self, .periods = periods };

  return periods != NULL && spil_read_each (self->store, sql, NULL, 0, take_closed_line, &closing, error);
}

typedef struct
{
  SpilRecount *recount;
  int told;
} Telling;

// Columns: line, sum of its allocations.
static gboolean
take_allocated (SpilStatement *row, gpointer user_data)
{
  Telling *self = user_data;
  int place = spil_recount_find (self->recount, spil_statement_get_id (row, 0));
  int64_t allocated = spil_statement_get_integer (row, 1);
  const SpilRecountLine *line = place >= 0 ? spil_recount_line (self->recount, place) : NULL;
  g_autofree char *sum = NULL;
  g_autofree char *amount = NULL;

  if (line == NULL || !line->stated || allocated <= line->amount.cents)
    return TRUE;
  sum = spil_money_format (allocated, SPIL_MONEY_CENTS);
  amount = spil_money_format (line->amount.cents, SPIL_MONEY_CENTS);
  spil_recount_tell (
      self->recount, &self->told,
      g_strdup_printf (
          _ ("The sources of budget line %d (%s) cover %s, but the line is %s. Lower what they cover."),
          line->number, line->name, sum, amount));
  return TRUE;
}

gboolean
spil_recount_check_allocations (SpilRecount *self, GError **error)
{
  static const char sql[] = "SELECT line, sum (amount) FROM allocation WHERE dead = 0 AND programme = ?1"
                            " GROUP BY line ORDER BY line";
  Telling telling = { .recount = self };

  return spil_read_each (self->store, sql, NULL, 0, take_allocated, &telling, error);
}
