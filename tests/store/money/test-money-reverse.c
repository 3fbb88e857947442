// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

static SpilAction *
reverse (Book *book, SpilBookingKind kind, const char *key, GError **error)
{
  return spil_booking_reverse_action (STORE, kind, id_of (book, key), SPIL_DAY_NONE, NULL, error);
}

/* Any kind is taken back once, and what takes back is not. */
static void
test_kinds (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilBookingKind kind;
    SpilEntityNumber entity;
    int reverses, description, date;
    int month; /* of the reversal */
  } cases[] = {
    { SPIL_BOOKING_RESERVATION, SPIL_ENTITY_RESERVATION, SPIL_RESERVATION_REVERSES,
      SPIL_RESERVATION_DESCRIPTION, SPIL_RESERVATION_DATE, 11 },
    { SPIL_BOOKING_COMMITMENT, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_REVERSES, SPIL_COMMITMENT_DESCRIPTION,
      SPIL_COMMITMENT_DATE, 11 },
    { SPIL_BOOKING_ACTUAL, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_REVERSES, SPIL_ACTUAL_DESCRIPTION,
      SPIL_ACTUAL_DATE, 11 },
    { SPIL_BOOKING_FORECAST, SPIL_ENTITY_FORECAST, SPIL_FORECAST_REVERSES, SPIL_FORECAST_DESCRIPTION,
      SPIL_FORECAST_DATE, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilRecord) row = NULL;
    SpilId id;
    int month;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    id = enter (book, "b", cases[i].kind, "l1", day (2018, 9, 3), 100);
    done (book, reverse (book, cases[i].kind, "b", &error), error);
    assert_line (book, "l1", SPIL_DAY_NONE, "");
    row = last_row (book, cases[i].entity);
    g_assert_true (spil_id_equal (spil_record_get_reference (row, cases[i].reverses), id));
    g_assert_cmpstr (spil_record_get_text (row, cases[i].description), ==, "Taken back: Boeking");
    spil_day_to_ymd (spil_record_get_day (row, cases[i].date), NULL, &month, NULL);
    g_assert_cmpint (month, ==, cases[i].month);
    refused (reverse (book, cases[i].kind, "b", &error), &error, "was taken back already");
    refused (spil_booking_reverse_action (STORE, cases[i].kind, spil_record_get_id (row), SPIL_DAY_NONE, NULL,
                                          &error),
             &error, "takes another booking back");
  }
}

/* Not before its own day; out of a closed period; by the day that is asked. */
static void
test_days (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) row = NULL;
  SpilPeriod july;

  g_assert_true (spil_period_parse ("2018-07", &july));
  enter (book, "a", SPIL_BOOKING_ACTUAL, "l1", day (2018, 7, 20), 100);
  enter (book, "b", SPIL_BOOKING_ACTUAL, "l1", day (2018, 9, 20), 50);
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL, id_of (book, "b"), day (2018, 8, 1), "Fout",
                                     &error),
        error);
  assert_line (book, "l1", day (2018, 9, 19), "a 100");
  assert_line (book, "l1", day (2018, 9, 20), "a 100");
  done (book, spil_period_close_action (STORE, july, SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error), error);
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL, id_of (book, "a"), day (2018, 7, 31), NULL,
                                     &error),
        error);
  row = last_row (book, SPIL_ENTITY_ACTUAL);
  g_assert_cmpint (spil_day_compare (spil_record_get_day (row, SPIL_ACTUAL_LATE_OF), day (2018, 7, 31)), ==,
                   0);
  assert_line (book, "l1", day (2018, 10, 31), "a 100");
  assert_line (book, "l1", day (2018, 11, 1), "");
}

/* An expense gives back what it drew; a commitment that is drawn down or partly released is not taken back whole. */
static void
test_commitments (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 1000);
  draw (book, "e", "c", "l1", day (2018, 9, 1), 400);
  assert_line (book, "l1", SPIL_DAY_NONE, "c 1000 o 600 a 400");
  refused (reverse (book, SPIL_BOOKING_COMMITMENT, "c", &error), &error, "400,00 draw it down");
  done (book, reverse (book, SPIL_BOOKING_ACTUAL, "e", &error), error);
  assert_line (book, "l1", SPIL_DAY_NONE, "c 1000 o 1000");
  {
    SpilAction *action = spil_action_new ("Deels vrij");

    g_assert_true (
        spil_booking_put_release (action, STORE, id_of (book, "c"), SPIL_DAY_NONE, euro (300), NULL, &error));
    done (book, action, error);
  }
  assert_line (book, "l1", SPIL_DAY_NONE, "c 700 o 700");
  refused (reverse (book, SPIL_BOOKING_COMMITMENT, "c", &error), &error, "300,00 of it was released");
}

/* A reservation gets back what a commitment used when that is taken back, not when what is left of it falls free. */
static void
test_reservation (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilBooking booking = booking_of (book, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 9, 1), 600);

  booking.reservation = enter (book, "r", SPIL_BOOKING_RESERVATION, "l1", day (2018, 8, 1), 1000);
  book_it (book, "c", &booking);
  assert_line (book, "l1", SPIL_DAY_NONE, "r 400 c 600 o 600");
  assert_line (book, "l1", day (2018, 8, 31), "r 1000");
  done (book, reverse (book, SPIL_BOOKING_COMMITMENT, "c", &error), error);
  assert_line (book, "l1", SPIL_DAY_NONE, "r 1000");
  assert_line (book, "l1", day (2018, 10, 31), "r 400 c 600 o 600");

  book_it (book, "c2", &booking);
  done (book, spil_booking_release_action (STORE, id_of (book, "c2"), SPIL_DAY_NONE, NULL, &error), error);
  assert_line (book, "l1", SPIL_DAY_NONE, "r 400");
}

static void
put_award (Book *book)
{
  put (book, "bakker", "organisation", "name=Bakkerij Voorbeeld", "kind=employer", NULL);
  put (book, "fonds", "scheme", "name=Fonds", "ceiling=200000", "vat=excluded", "own_share=0.5", "line=@l2",
       NULL);
  put (book, "aanvraag", "application", "scheme=@fonds", "organisation=@bakker", "measures=Fietsen",
       "cost=20000", "own=10000", "asked=10000", "awarded=10000", "awarded_on=2018-09-01", "vat=excluded",
       "state=awarded", "received=2018-08-01", NULL);
}

/* A payment to an applicant goes with its expense; an award ends at its application. */
static void
test_fund (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) payment = NULL;
  SpilBooking award = booking_of (book, SPIL_BOOKING_COMMITMENT, "l2", day (2018, 9, 1), 10000);
  SpilBooking instead = booking_of (book, SPIL_BOOKING_ACTUAL, "l2", day (2018, 9, 20), 7000);
  SpilId expense;

  put_award (book);
  award.application = id_of (book, "aanvraag");
  book_it (book, "c", &award);
  refused (reverse (book, SPIL_BOOKING_COMMITMENT, "c", &error), &error, "it is an award");
  expense = draw (book, "e", "c", "l2", day (2018, 10, 1), 8000);
  put (book, "p", "payment", "application=@aanvraag", "date=2018-10-01", "kind=advance", "amount=8000",
       "actual=@e", NULL);
  instead.commitment = id_of (book, "c");
  done (book,
        spil_period_close_action (STORE, spil_period_of (SPIL_PERIOD_QUARTER, day (2018, 9, 1)),
                                  SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error),
        error);
  done (book, spil_booking_correct_action (STORE, SPIL_BOOKING_ACTUAL, expense, &instead, &error), error);
  assert_line (book, "l2", SPIL_DAY_NONE, "c 10000 o 3000 a 7000");
  {
    g_autoptr (GPtrArray) payments = rows_of (book, SPIL_ENTITY_PAYMENT);
    static const int64_t cents[] = { 800000, -800000, 700000 };

    g_assert_cmpuint (payments->len, ==, 3);
    for (guint i = 0; i < payments->len; i++)
      g_assert_cmpint (spil_record_get_integer (payments->pdata[i], SPIL_PAYMENT_AMOUNT), ==, cents[i]);
    g_assert_true (spil_id_equal (spil_record_get_reference (payments->pdata[1], SPIL_PAYMENT_REVERSES),
                                  id_of (book, "p")));
    payment = g_object_ref (payments->pdata[2]);
    /* On the day of its expense, which goes on the first open one. */
    g_assert_cmpint (spil_day_compare (spil_record_get_day (payment, SPIL_PAYMENT_DATE), day (2018, 11, 1)),
                     ==, 0);
  }
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL,
                                     spil_record_get_reference (payment, SPIL_PAYMENT_ACTUAL), SPIL_DAY_NONE,
                                     NULL, &error),
        error);
  assert_line (book, "l2", SPIL_DAY_NONE, "c 10000 o 10000");
}

/* A correction is two rows and one step. */
static void
test_correct (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  SpilBooking instead = booking_of (book, SPIL_BOOKING_ACTUAL, "l3", day (2018, 9, 3), 120);

  enter (book, "e", SPIL_BOOKING_ACTUAL, "l1", day (2018, 9, 3), 100);
  done (book, spil_booking_correct_action (STORE, SPIL_BOOKING_ACTUAL, id_of (book, "e"), &instead, &error),
        error);
  assert_line (book, "l1", SPIL_DAY_NONE, "");
  assert_line (book, "l3", SPIL_DAY_NONE, "a 120");
  label = spil_store_dup_undo_label (STORE);
  g_assert_cmpstr (label, ==, "Expense corrected");
  g_assert_true (spil_store_undo (STORE, NULL, &error));
  assert_line (book, "l1", SPIL_DAY_NONE, "a 100");
  assert_line (book, "l3", SPIL_DAY_NONE, "");
}

static void
test_missing (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL, spil_id_new (), SPIL_DAY_NONE, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/reverse/kinds", test_kinds);
  MONEY_TEST ("/money/reverse/days", test_days);
  MONEY_TEST ("/money/reverse/commitments", test_commitments);
  MONEY_TEST ("/money/reverse/reservation", test_reservation);
  MONEY_TEST ("/money/reverse/fund", test_fund);
  MONEY_TEST ("/money/reverse/correct", test_correct);
  MONEY_TEST ("/money/reverse/missing", test_missing);
  return g_test_run ();
}
