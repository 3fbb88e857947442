// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)
#define BIT(kind) (1u << SPIL_BOOKING_##kind)

/* Eleven bookings, one late, one with another VAT note, one outside the budget. */
static void
put_bookings (Book *book)
{
  g_autoptr (GError) error = NULL;
  SpilBooking booking = booking_of (book, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 9, 1), 60000);
  SpilPeriod period;

  booking.reservation = enter (book, "r", SPIL_BOOKING_RESERVATION, "l1", day (2018, 8, 1), 70000);
  booking.counterpart = "Bureau Voorbeeld";
  booking.reference = "2018-014";
  book_it (book, "c", &booking);
  draw (book, "e", "c", "l1", day (2018, 9, 10), 25000);
  enter (book, "wrong", SPIL_BOOKING_ACTUAL, "l3", day (2018, 9, 11), 500);
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL, id_of (book, "wrong"), day (2018, 9, 12),
                                     "Dubbel geboekt", &error),
        error);
  enter (book, "c3", SPIL_BOOKING_COMMITMENT, "l3", day (2018, 9, 13), 1000);
  done (book, spil_booking_release_action (STORE, id_of (book, "c3"), day (2018, 9, 14), NULL, &error),
        error);
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l3", day (2018, 12, 31), 9000);
  enter (book, "outside", SPIL_BOOKING_ACTUAL, "l9", day (2018, 7, 5), 300);
  enter (book, "btw", SPIL_BOOKING_ACTUAL, "l3", day (2018, 9, 15), 7);
  run_sql (book->store.dir, "UPDATE actual SET vat = 2 WHERE amount = 700");
  g_assert_true (spil_period_parse ("2018-Q3", &period));
  done (book, spil_period_close_action (STORE, period, SPIL_DAY_NONE, NULL, SPIL_ID_NIL, &error), error);
  enter (book, "late", SPIL_BOOKING_ACTUAL, "l3", day (2018, 9, 20), 40);
}

/* Filters, with what they select and what that adds up to: reserved, committed, spent, forecast in euro. */
static void
test_filters (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *line;
    SpilBookingFilter filter;
    int n;
    int64_t sums[SPIL_N_BOOKING_KINDS];
    int left_out;
    int64_t outside; /* spent */
  } cases[] = {
    { NULL, { .text = NULL }, 11, { 70000, 60000, 25040, 9000 }, 1, 300 },
    { "l1", { .text = NULL }, 3, { 70000, 60000, 25000, 0 }, 0, 0 },
    { "l9", { .text = NULL }, 1, { 0, 0, 300, 0 }, 0, 0 },
    { NULL, { .kinds = BIT (ACTUAL) }, 6, { 0, 0, 25040, 0 }, 1, 300 },
    { NULL, { .kinds = BIT (COMMITMENT) | BIT (FORECAST) }, 4, { 0, 60000, 0, 9000 }, 0, 0 },
    { NULL, { .text = "voorb" }, 1, { 0, 60000, 0, 0 }, 0, 0 },
    { NULL, { .text = "014" }, 1, { 0, 60000, 0, 0 }, 0, 0 },
    { NULL, { .text = "2018-014 bureau" }, 1, { 0, 60000, 0, 0 }, 0, 0 },
    { NULL, { .text = "dubb" }, 1, { 0, 0, -500, 0 }, 0, 0 },
    { NULL, { .text = "014 niets" }, 0, { 0 }, 0, 0 },
    { NULL, { .text = "500" }, 2, { 0 }, 0, 0 }, /* and what took it back */
    { NULL, { .text = "€ 60.000,00" }, 1, { 0, 60000, 0, 0 }, 0, 0 },
    { NULL, { .text = " - " }, 11, { 70000, 60000, 25040, 9000 }, 1, 300 },
    { NULL, { .late = TRUE }, 1, { 0, 0, 40, 0 }, 0, 0 },
    { NULL, { .open_only = TRUE }, 3, { 70000, 60000, 0, 9000 }, 0, 0 },
    { "l3", { .open_only = TRUE, .kinds = BIT (COMMITMENT) }, 0, { 0 }, 0, 0 },
  };

  put_bookings (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilBookingFilter filter = cases[i].filter;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = NULL;
    SpilBookingSums sums;
    int64_t n;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    filter.first = filter.last = SPIL_DAY_NONE;
    filter.line = cases[i].line != NULL ? id_of (book, cases[i].line) : SPIL_ID_NIL;
    rows = spil_budget_query_register (STORE, &filter, 0, 0, &n, &error);
    assert_rows (rows, error, (guint) cases[i].n);
    g_assert_cmpint (n, ==, cases[i].n);
    g_assert_true (spil_budget_query_register_sums (STORE, &filter, &sums, &error));
    g_assert_cmpint (sums.n, ==, cases[i].n);
    g_assert_cmpint (sums.left_out, ==, cases[i].left_out);
    g_assert_cmpint (sums.outside[SPIL_BOOKING_ACTUAL].cents, ==, cases[i].outside * 100);
    for (int j = 0; j < SPIL_N_BOOKING_KINDS; j++)
      g_assert_cmpint (sums.amount[j].cents, ==, cases[i].sums[j] * 100);
  }
}

/* Days that are asked, both in it. */
static void
test_days (Book *book, gconstpointer data)
{
  static const struct
  {
    int first_month, first_day, last_month, last_day;
    int n;
  } cases[] = {
    { 9, 1, 9, 1, 1 }, { 9, 1, 9, 15, 7 }, { 0, 0, 8, 1, 2 }, { 12, 31, 0, 0, 1 }, { 9, 16, 9, 30, 0 },
  };

  put_bookings (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    filter.version = id_of (book, "v1");
    if (cases[i].first_month != 0)
      filter.first = day (2018, cases[i].first_month, cases[i].first_day);
    if (cases[i].last_month != 0)
      filter.last = day (2018, cases[i].last_month, cases[i].last_day);
    rows = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
    assert_rows (rows, error, (guint) cases[i].n);
  }
}

/* Pages together are the whole, newest first. */
static void
test_pages (Book *book, gconstpointer data)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  put_bookings (book);
  all = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
  assert_rows (all, error, 11);
  for (guint offset = 0; offset < 12; offset += 4) {
    int64_t n;
    g_autoptr (GPtrArray) page = spil_budget_query_register (STORE, &filter, offset, 4, &n, &error);

    assert_rows (page, error, MIN (4, 11 - offset));
    g_assert_cmpint (n, ==, 11);
    for (guint i = 0; i < page->len; i++)
      g_assert_true (spil_id_equal (((SpilBudgetBookingRow *) page->pdata[i])->id,
                                    ((SpilBudgetBookingRow *) all->pdata[offset + i])->id));
  }
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (spil_day_compare (((SpilBudgetBookingRow *) all->pdata[i - 1])->date,
                                       ((SpilBudgetBookingRow *) all->pdata[i])->date),
                     >=, 0);
}

static const SpilBudgetBookingRow *
find (GPtrArray *rows, SpilId id)
{
  for (guint i = 0; i < rows->len; i++)
    if (spil_id_equal (((SpilBudgetBookingRow *) rows->pdata[i])->id, id))
      return rows->pdata[i];
  g_assert_not_reached ();
}

/* What a row knows of what it belongs to. */
static void
test_row (Book *book, gconstpointer data)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const SpilBudgetBookingRow *row;

  put_bookings (book);
  rows = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
  assert_rows (rows, error, 11);
  row = find (rows, id_of (book, "r"));
  g_assert_cmpint (row->drawn.cents, ==, 6000000);
  g_assert_cmpint (row->open.cents, ==, 1000000);
  row = find (rows, id_of (book, "c"));
  g_assert_cmpstr (row->reference, ==, "2018-014");
  g_assert_cmpstr (row->line_name, ==, "Makelaars");
  g_assert_cmpint (row->line_number, ==, 1);
  g_assert_cmpint (row->drawn.cents, ==, 2500000);
  g_assert_cmpint (row->open.cents, ==, 3500000);
  g_assert_true (spil_id_equal (row->reservation, id_of (book, "r")));
  row = find (rows, id_of (book, "e"));
  g_assert_cmpstr (row->commitment_name, ==, "Boeking");
  g_assert_true (spil_id_equal (row->commitment, id_of (book, "c")));
  g_assert_null (row->application_name);
  row = find (rows, id_of (book, "wrong"));
  g_assert_true (row->reversed);
  g_assert_false (row->reverses);
  row = find (rows, id_of (book, "c3"));
  g_assert_false (row->reversed); /* released, not taken back */
  g_assert_cmpint (row->open.cents, ==, 0);
  row = find (rows, id_of (book, "late"));
  g_assert_cmpint (spil_day_compare (row->late_of, day (2018, 9, 20)), ==, 0);
  for (guint i = 0; i < rows->len; i++) {
    row = rows->pdata[i];
    if (row->release)
      g_assert_true (row->reverses && spil_id_equal (row->original, id_of (book, "c3")) &&
                     row->open.cents == 0);
  }
}

/* An expense belongs to an application by its commitment, or by the payment that it is. */
static void
test_application (Book *book, gconstpointer data)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  SpilBooking award = booking_of (book, SPIL_BOOKING_COMMITMENT, "l2", day (2018, 9, 1), 10000);

  put (book, "bakker", "organisation", "name=Bakkerij Voorbeeld", "kind=employer", NULL);
  put (book, "fonds", "scheme", "name=Fonds", "ceiling=200000", "vat=excluded", "own_share=0.5", "line=@l2",
       NULL);
  put (book, "a", "application", "scheme=@fonds", "organisation=@bakker", "cost=20000", "asked=10000",
       "awarded=10000", "awarded_on=2018-09-01", "vat=excluded", "state=awarded", "received=2018-08-01",
       NULL);
  award.application = id_of (book, "a");
  book_it (book, "c", &award);
  draw (book, "e", "c", "l2", day (2018, 10, 1), 4000);
  enter (book, "los", SPIL_BOOKING_ACTUAL, "l2", day (2018, 10, 2), 100);
  put (book, NULL, "payment", "application=@a", "date=2018-10-02", "kind=advance", "amount=100",
       "actual=@los", NULL);
  enter (book, "ander", SPIL_BOOKING_ACTUAL, "l2", day (2018, 10, 3), 5);
  rows = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
  assert_rows (rows, error, 4);
  g_assert_cmpstr (find (rows, id_of (book, "c"))->application_name, ==, "Bakkerij Voorbeeld");
  g_assert_cmpstr (find (rows, id_of (book, "e"))->application_name, ==, "Bakkerij Voorbeeld");
  g_assert_cmpstr (find (rows, id_of (book, "los"))->application_name, ==, "Bakkerij Voorbeeld");
  g_assert_null (find (rows, id_of (book, "ander"))->application_name);
}

/* A line is the same in each version of the year, and another in another year. */
static void
test_versions (Book *book, gconstpointer data)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;
  SpilReallocationRow rows[] = { { .line = id_of (book, "l1"), .after = euro (100000) },
                                 { .line = id_of (book, "l3"), .after = euro (251500) } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) of_line = NULL;
  g_autoptr (GPtrArray) of_2019 = NULL;

  put (book, "v2019", "budget_version", "name=Begroting 2019", "year=2019", "date=2018-10-01", "total=1",
       "vat=excluded", NULL);
  put (book, "l1-2019", "budget_line", "version=@v2019", "number=1", "name=Makelaars", "amount=1",
       "vat=excluded", NULL);
  enter (book, "a", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 10);
  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), rows, G_N_ELEMENTS (rows), NULL,
                                       day (2018, 10, 15), SPIL_ID_NIL, NULL, NULL, &error),
        error);
  enter (book, "b", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 10, 20), 20);
  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1-2019", day (2018, 10, 20), 1);
  filter.line = id_of (book, "l1");
  of_line = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
  assert_rows (of_line, error, 2);
  filter.line = id_of (book, "l1-2019");
  of_2019 = spil_budget_query_register (STORE, &filter, 0, 0, NULL, &error);
  assert_rows (of_2019, error, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/register/filters", test_filters);
  MONEY_TEST ("/money/register/days", test_days);
  MONEY_TEST ("/money/register/pages", test_pages);
  MONEY_TEST ("/money/register/row", test_row);
  MONEY_TEST ("/money/register/application", test_application);
  MONEY_TEST ("/money/register/versions", test_versions);
  return g_test_run ();
}
