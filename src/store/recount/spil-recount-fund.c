// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-fund-rule.h"
#include "spil-read.h"
#include "spil-recount-private.h"

typedef struct
{
  SpilRecount *recount;
  int told;
} Telling;

// Columns: amount, kind, date, expense that it is, name of the applicant, payments that name that expense.
static gboolean
take_payment (SpilStatement *row, gpointer user_data)
{
  Telling *self = user_data;
  int64_t amount = spil_statement_get_integer (row, 0);
  int place = spil_recount_find (self->recount, spil_statement_get_id (row, 3));
  // What is asked back is a payment above zero, or below, and always an expense below zero; its reversal is the opposite.
  gboolean refund = spil_get_int (row, 1) == SPIL_PAYMENT_KIND_REFUND;
  g_autofree char *paid = spil_money_format (amount, SPIL_MONEY_CENTS);
  g_autofree char *date = spil_day_format_long (spil_get_day (row, 2));
  g_autofree char *spent = NULL;
  const char *name = spil_statement_get_text (row, 4);
  int64_t cents;

  if (place < 0) {
    spil_recount_tell (
        self->recount, &self->told,
        g_strdup_printf (
            _ ("The payment of %s to %s on %s names an expense that is not there. Enter the expense "
               "anew, or reverse the payment."),
            paid, name, date));
    return TRUE;
  }
  cents = spil_recount_booking (self->recount, place)->cents;
  spent = spil_money_format (cents, SPIL_MONEY_CENTS);
  if (cents != amount && !(refund && cents == -amount))
    spil_recount_tell (
        self->recount, &self->told,
        g_strdup_printf (
            _ ("The payment of %s to %s on %s is booked as an expense of %s. Reverse the one that is "
               "wrong, and enter it anew."),
            paid, name, date, spent));
  else if (spil_get_int (row, 5) > 1)
    spil_recount_tell (
        self->recount, &self->told,
        g_strdup_printf (
            _ ("The payment of %s to %s on %s shares its expense with another payment. Reverse one "
               "of the two."),
            paid, name, date));
  return TRUE;
}

typedef struct
{
  Telling telling;
  int64_t net; // of all commitments of the application at hand
  int64_t used;
  gboolean any;
} Awards;

static void
add_awards (Awards *self, SpilId application)
{
  const SpilRecount *recount = self->telling.recount;

  self->net = 0;
  self->used = 0;
  self->any = FALSE;
  for (guint i = 0; i < recount->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (recount, i);

    if (booking->kind != SPIL_BOOKING_COMMITMENT || booking->root != (int) i ||
        !spil_id_equal (booking->application, application))
      continue;
    self->any = TRUE;
    self->net += booking->net;
    self->used += booking->used;
  }
}

/* Columns: application, its title, state, awarded, settled, VAT, name of the applicant.
 * What is left of an award is what the application takes of its scheme, but never less than was paid of it. */
static gboolean
take_application (SpilStatement *row, gpointer user_data)
{
  Awards *self = user_data;
  SpilMoney taken = spil_fund_taken (spil_get_int (row, 2), !spil_statement_is_null (row, 3),
                                     spil_get_money (row, 3, 5), !spil_statement_is_null (row, 4),
                                     spil_get_money (row, 4, 5));
  g_autofree char *committed = NULL;
  g_autofree char *awarded = NULL;
  int64_t least;

  add_awards (self, spil_statement_get_id (row, 0));
  least = MAX (taken.cents, MIN (self->net, self->used));
  if (!self->any || self->net == least)
    return TRUE;
  committed = spil_money_format (self->net, SPIL_MONEY_CENTS);
  awarded = spil_money_format (least, SPIL_MONEY_CENTS);
  spil_recount_tell (
      self->telling.recount, &self->telling.told,
      g_strdup_printf (
          _ ("%s stands committed for the application of %s (%s), where it takes %s of the fund. "
             "Release or commit the difference."),
          committed, spil_statement_get_text (row, 6), spil_statement_get_text (row, 1), awarded));
  return TRUE;
}

gboolean
spil_recount_check_fund (SpilRecount *self, GError **error)
{
  static const char payments_sql[] =
      "SELECT p.amount, p.kind, p.date, p.actual, ifnull (o.name, ''),"
      " (SELECT count (*) FROM payment q WHERE q.actual = p.actual AND q.dead = 0)"
      " FROM payment p JOIN application a ON a.id = p.application LEFT JOIN organisation o ON o.id = a.organisation"
      " WHERE p.dead = 0 AND p.programme = ?1 AND p.actual IS NOT NULL ORDER BY p.date, p.id";
  static const char applications_sql[] =
      "SELECT a.id, ifnull (a.measures, ''), a.state, a.awarded, a.settled, a.vat, ifnull (o.name, '')"
      " FROM application a LEFT JOIN organisation o ON o.id = a.organisation"
      " WHERE a.dead = 0 AND a.programme = ?1 ORDER BY a.id";
  Telling payments = { .recount = self };
  Awards awards = { .telling = { .recount = self } };

  return spil_read_each (self->store, payments_sql, NULL, 0, take_payment, &payments, error) &&
         spil_read_each (self->store, applications_sql, NULL, 0, take_application, &awards, error);
}
