// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

/* Each kind of booking, as it comes on its line, with what undo would take. */
static void
test_kinds (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilBookingKind kind;
    const char *figures;
    const char *label;
  } cases[] = {
    { SPIL_BOOKING_RESERVATION, "r 100", "Reservation booked" },
    { SPIL_BOOKING_COMMITMENT, "c 100 o 100", "Commitment booked" },
    { SPIL_BOOKING_ACTUAL, "a 100", "Expense booked" },
    { SPIL_BOOKING_FORECAST, "f 100", "Forecast booked" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *label = NULL;

    enter (book, NULL, cases[i].kind, "l1", day (2018, 10, 3), 100);
    assert_line (book, "l1", SPIL_DAY_NONE, cases[i].figures);
    label = spil_store_dup_undo_label (STORE);
    g_assert_cmpstr (label, ==, cases[i].label);
    g_assert_true (spil_store_undo (STORE, NULL, &error));
    assert_line (book, "l1", SPIL_DAY_NONE, "");
  }
}

/* Nothing is no booking, and below zero is only money that came back. */
static void
test_amounts (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilBookingKind kind;
    int64_t euros;
    const char *words; /* NULL: may be */
  } cases[] = {
    { SPIL_BOOKING_RESERVATION, 0, "zero" }, { SPIL_BOOKING_RESERVATION, -5, "below zero" },
    { SPIL_BOOKING_COMMITMENT, 0, "zero" },  { SPIL_BOOKING_COMMITMENT, -5, "below zero" },
    { SPIL_BOOKING_ACTUAL, 0, "zero" },      { SPIL_BOOKING_ACTUAL, -5, NULL },
    { SPIL_BOOKING_FORECAST, 0, "zero" },    { SPIL_BOOKING_FORECAST, -5, "below zero" },
  };
  SpilId expense = enter (book, "e", SPIL_BOOKING_ACTUAL, "l1", day (2018, 10, 3), 100);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilBooking booking = booking_of (book, cases[i].kind, "l1", day (2018, 10, 3), cases[i].euros);
    g_autoptr (GError) error = NULL;
    SpilAction *action = spil_booking_action (STORE, &booking, NULL, &error);

    if (cases[i].words == NULL)
      done (book, action, error);
    else
      refused (action, &error, cases[i].words);
  }
  {
    SpilBooking booking = booking_of (book, SPIL_BOOKING_ACTUAL, "l1", day (2018, 10, 3), 0);
    g_autoptr (GError) error = NULL;

    refused (spil_booking_correct_action (STORE, SPIL_BOOKING_ACTUAL, expense, &booking, &error), &error,
             "zero");
  }
  assert_line (book, "l1", SPIL_DAY_NONE, "a 95");
}

/* All that is stated is kept. */
static void
test_fields (Book *book, gconstpointer data)
{
  SpilBooking booking = booking_of (book, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 10, 3), 62000);
  g_autoptr (SpilRecord) row = NULL;
  SpilId id;

  booking.counterpart = "Bureau Voorbeeld";
  booking.reference = "2018-014";
  booking.origin = "lijst.csv";
  booking.decision = id_of (book, "d");
  booking.reservation = enter (book, "r", SPIL_BOOKING_RESERVATION, "l1", day (2018, 10, 1), 70000);
  id = book_it (book, NULL, &booking);
  row = last_row (book, SPIL_ENTITY_COMMITMENT);
  g_assert_true (spil_id_equal (spil_record_get_id (row), id));
  g_assert_cmpstr (spil_record_get_text (row, SPIL_COMMITMENT_COUNTERPART), ==, "Bureau Voorbeeld");
  g_assert_cmpstr (spil_record_get_text (row, SPIL_COMMITMENT_REFERENCE), ==, "2018-014");
  g_assert_cmpstr (spil_record_get_text (row, SPIL_COMMITMENT_ORIGIN), ==, "lijst.csv");
  g_assert_cmpint (spil_record_get_integer (row, SPIL_COMMITMENT_AMOUNT), ==, 6200000);
  g_assert_true (spil_id_equal (spil_record_get_reference (row, SPIL_COMMITMENT_DECISION), booking.decision));
  g_assert_true (spil_record_is_null (row, SPIL_COMMITMENT_LATE_OF));
  assert_line (book, "l1", SPIL_DAY_NONE, "r 8000 c 62000 o 62000");
}

static void
close_period (Book *book, const char *text)
{
  g_autoptr (GError) error = NULL;
  SpilPeriod period;

  g_assert_true (spil_period_parse (text, &period));
  done (book, spil_period_close_action (STORE, period, SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error), error);
}

/* What is dated in a closed period goes to the first open day, or to today; a forecast belongs to its quarter. */
static void
test_late (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilBookingKind kind;
    SpilEntityNumber entity;
    int date, late_of; /* fields */
    int today; /* day of October */
    int asked_month, asked_day;
    int month, month_day;
    gboolean late;
  } cases[] = {
    { SPIL_BOOKING_COMMITMENT, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_DATE, SPIL_COMMITMENT_LATE_OF, 25, 9,
      30, 10, 25, TRUE },
    { SPIL_BOOKING_COMMITMENT, SPIL_ENTITY_COMMITMENT, SPIL_COMMITMENT_DATE, SPIL_COMMITMENT_LATE_OF, 25, 10,
      1, 10, 1, FALSE },
    { SPIL_BOOKING_ACTUAL, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_DATE, SPIL_ACTUAL_LATE_OF, 1, 7, 1, 10, 1, TRUE },
    { SPIL_BOOKING_ACTUAL, SPIL_ENTITY_ACTUAL, SPIL_ACTUAL_DATE, SPIL_ACTUAL_LATE_OF, 25, 6, 30, 6, 30,
      FALSE },
    { SPIL_BOOKING_RESERVATION, SPIL_ENTITY_RESERVATION, SPIL_RESERVATION_DATE, 0, 25, 9, 30, 10, 25, FALSE },
  };

  close_period (book, "2018-Q3");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilRecord) row = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    spil_day_play (day (2018, 10, cases[i].today));
    enter (book, NULL, cases[i].kind, "l1", day (2018, cases[i].asked_month, cases[i].asked_day), 10);
    row = last_row (book, cases[i].entity);
    g_assert_cmpint (spil_day_compare (spil_record_get_day (row, cases[i].date),
                                       day (2018, cases[i].month, cases[i].month_day)),
                     ==, 0);
    if (cases[i].late_of != 0)
      g_assert_cmpint (!spil_record_is_null (row, cases[i].late_of), ==, cases[i].late);
    if (cases[i].late)
      g_assert_cmpint (spil_day_compare (spil_record_get_day (row, cases[i].late_of),
                                         day (2018, cases[i].asked_month, cases[i].asked_day)),
                       ==, 0);
  }
}

/* A booking goes on the line of the version in force, wherever its line was chosen. */
static void
test_line_in_force (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilReallocationRow rows[] = { { .line = id_of (book, "l1"), .after = euro (100000) },
                                 { .line = id_of (book, "l3"), .after = euro (251500) } };
  g_autoptr (SpilRecord) row = NULL;
  g_autoptr (SpilRecord) line = NULL;
  SpilId v2;

  enter (book, "old", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 10000);
  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), rows, G_N_ELEMENTS (rows), "Herzien",
                                       day (2018, 10, 15), SPIL_ID_NIL, NULL, &v2, &error),
        error);
  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 10, 20), 90000);
  row = last_row (book, SPIL_ENTITY_COMMITMENT);
  line = spil_store_get (STORE, spil_entity (SPIL_ENTITY_BUDGET_LINE),
                         spil_record_get_reference (row, SPIL_COMMITMENT_LINE), &error);
  g_assert_no_error (error);
  g_assert_true (spil_id_equal (spil_record_get_reference (line, SPIL_BUDGET_LINE_VERSION), v2));
  assert_line (book, "l1", SPIL_DAY_NONE, "c 100000 o 100000");
  {
    SpilBooking more = booking_of (book, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 10, 20), 1);
    SpilAction *action = spil_booking_action (STORE, &more, NULL, &error);

    g_assert_no_error (error);
    commit_refused (book, action, "does not fit on budget line 1");
  }
}

static int64_t
count_forecasts (Book *book)
{
  return count_rows (STORE, spil_entity (SPIL_ENTITY_FORECAST));
}

static SpilAction *
set_forecast (Book *book, const char *line, const char *quarter, int64_t euros, GError **error)
{
  SpilPeriod period;

  g_assert_true (spil_period_parse (quarter, &period));
  return spil_forecast_set_action (STORE, id_of (book, line), period, euro (euros), "Bijgesteld", error);
}

/* A cell of the forecast: what stood there is taken back, what is the same stays. */
static void
test_forecast (Book *book, gconstpointer data)
{
  static const struct
  {
    int64_t euros;
    const char *figures;
    int64_t rows; /* after it */
  } cases[] = {
    { 0, "", 0 },        { 500, "f 500", 1 }, { 500, "f 500", 1 },
    { 300, "f 300", 3 }, { 0, "", 4 },        { 80, "f 80", 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    done (book, set_forecast (book, "l2", "2018-Q4", cases[i].euros, &error), error);
    assert_line (book, "l2", SPIL_DAY_NONE, cases[i].figures);
    g_assert_cmpint (count_forecasts (book), ==, cases[i].rows);
  }
}

/* Two of them in one quarter become one; other quarters stay; a closed quarter can be emptied, not filled. */
static void
test_forecast_quarters (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (book, NULL, SPIL_BOOKING_FORECAST, "l2", day (2018, 8, 20), 100);
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l2", day (2018, 9, 30), 200);
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l2", day (2018, 10, 1), 400);
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l3", day (2018, 9, 1), 800);
  done (book, set_forecast (book, "l2", "2018-Q3", 250, &error), error);
  assert_line (book, "l2", SPIL_DAY_NONE, "f 650");
  assert_line (book, "l3", SPIL_DAY_NONE, "f 800");
  close_period (book, "2018-Q3");
  commit_refused (book, set_forecast (book, "l2", "2018-Q3", 10, &error), "is closed");
  done (book, set_forecast (book, "l2", "2018-Q3", 0, &error), error);
  assert_line (book, "l2", SPIL_DAY_NONE, "f 400");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/booking/kinds", test_kinds);
  MONEY_TEST ("/money/booking/amounts", test_amounts);
  MONEY_TEST ("/money/booking/fields", test_fields);
  MONEY_TEST ("/money/booking/late", test_late);
  MONEY_TEST ("/money/booking/line-in-force", test_line_in_force);
  MONEY_TEST ("/money/booking/forecast", test_forecast);
  MONEY_TEST ("/money/booking/forecast-quarters", test_forecast_quarters);
  return g_test_run ();
}
