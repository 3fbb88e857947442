// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-budget-query.h"
#include "spil-fund-query.h"

static void
put_budget (Book *book)
{
  put (book, "2018", "budget_version", "name=Begroting 2018", "year=2018", "date=2018-07-31", "total=951500",
       "vat=excluded", "from=2018-07-01", NULL);
  put (book, "post-1", "budget_line", "version=@2018", "number=1", "name=Makelaars", "amount=112000",
       "vat=excluded", NULL);
  put (book, "post-2", "budget_line", "version=@2018", "number=2", "name=Fonds", "amount=839500",
       "vat=excluded", NULL);
  put (book, "post-3", "budget_line", "version=@2018", "number=3", "name=Later", "pm=true", "vat=excluded",
       NULL);
  put (book, "v-1", "commitment", "line=@post-1", "date=2018-07-03", "amount=62000", "vat=excluded",
       "description=A", NULL);
  put (book, "v-2", "commitment", "line=@post-1", "date=2018-07-10", "amount=9000", "vat=excluded",
       "description=B", NULL);
  put (book, NULL, "commitment", "line=@post-1", "date=2018-09-01", "amount=-9000", "vat=excluded",
       "description=B vervalt", "reverses=@v-2", NULL);
  put (book, "u-1", "actual", "line=@post-1", "date=2018-08-31", "amount=20000", "vat=excluded",
       "description=C", "commitment=@v-1", NULL);
  put (book, NULL, "actual", "line=@post-1", "date=2018-09-05", "amount=-20000", "vat=excluded",
       "description=C fout", "reverses=@u-1", NULL);
  put (book, NULL, "actual", "line=@post-1", "date=2018-09-05", "amount=25000.50", "vat=excluded",
       "description=C goed", "commitment=@v-1", NULL);
  put (book, NULL, "actual", "line=@post-2", "date=2018-09-06", "amount=1000", "vat=excluded",
       "description=D", NULL);
  put (book, NULL, "actual", "line=@post-2", "date=2018-09-07", "amount=1210", "vat=excluded",
       "description=E", NULL);
  // Entered with another VAT note it would be refused, but it may come from elsewhere.
  run_sql (book->store.dir, "UPDATE actual SET vat = 2 WHERE description = 'E'");
  put (book, NULL, "reservation", "line=@post-2", "date=2018-09-08", "amount=500", "vat=excluded", NULL);
  put (book, NULL, "forecast", "line=@post-2", "date=2018-12-20", "amount=700", "vat=excluded", NULL);
}

static void
test_lines (Book *book, gconstpointer data)
{
  static const struct
  {
    int month, month_day;
    int64_t committed, drawn, open, actual, free;
  } cases[] = {
    { 7, 2, 0, 0, 0, 0, 11200000 },
    { 7, 31, 7100000, 0, 7100000, 0, 4100000 },
    { 8, 31, 7100000, 2000000, 5100000, 2000000, 4100000 },
    { 9, 1, 6200000, 2000000, 4200000, 2000000, 5000000 },
    { 12, 31, 6200000, 2500050, 3699950, 2500050, 5000000 },
  };

  put_budget (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = spil_budget_query_lines (
        book->store.store, id_of (book, "2018"), day (2018, cases[i].month, cases[i].month_day), &error);
    const SpilBudgetLineFigures *line;
    SpilMoney free;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_rows (lines, error, 3);
    line = lines->pdata[0];
    g_assert_cmpstr (line->name, ==, "Makelaars");
    g_assert_cmpint (line->committed.cents, ==, cases[i].committed);
    g_assert_cmpint (line->drawn.cents, ==, cases[i].drawn);
    g_assert_cmpint (line->open.cents, ==, cases[i].open);
    g_assert_cmpint (line->actual.cents, ==, cases[i].actual);
    g_assert_true (spil_budget_line_get_free (line, &free));
    g_assert_cmpint (free.cents, ==, cases[i].free);
  }
}

static void
test_other_lines (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SpilBudgetTotal) total = NULL;
  const SpilBudgetLineFigures *line;

  put_budget (book);
  lines = spil_budget_query_lines (book->store.store, id_of (book, "2018"), SPIL_DAY_NONE, &error);
  assert_rows (lines, error, 3);
  line = lines->pdata[1];
  g_assert_cmpint (line->actual.cents, ==, 100000);
  g_assert_cmpint (line->left_out, ==, 1);
  g_assert_cmpint (line->reserved.cents, ==, 50000);
  g_assert_cmpint (line->forecast.cents, ==, 70000);
  line = lines->pdata[2];
  g_assert_true (line->pm);
  total = spil_budget_total_new (lines);
  g_assert_cmpint (total->budget.cents, ==, 95150000);
  g_assert_cmpint (total->pm->len, ==, 1);
  g_assert_true (spil_budget_check_version (lines, spil_money (95150000, SPIL_VAT_EXCLUDED)).matches);
}

static void
test_versions (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetVersionRow) before = NULL;
  g_autoptr (SpilBudgetVersionRow) first = NULL;
  g_autoptr (SpilBudgetVersionRow) second = NULL;
  g_autoptr (SpilBudgetLineFigures) line = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  put_budget (book);
  put (book, "herzien", "budget_version", "name=Herzien", "year=2018", "date=2018-10-01", "total=120000",
       "vat=excluded", NULL);
  put (book, "herzien-1", "budget_line", "version=@herzien", "number=1", "name=Makelaars", "amount=120000",
       "vat=excluded", NULL);
  before = spil_budget_query_current (book->store.store, day (2018, 7, 30), &error);
  g_assert_no_error (error);
  g_assert_null (before);
  first = spil_budget_query_current (book->store.store, day (2018, 9, 30), &error);
  g_assert_cmpstr (first->name, ==, "Begroting 2018");
  second = spil_budget_query_current (book->store.store, day (2018, 10, 1), &error);
  g_assert_cmpstr (second->name, ==, "Herzien");
  versions = spil_budget_query_versions (book->store.store, &error);
  assert_rows (versions, error, 2);

  /* What was booked on line 1 of the first version counts on line 1 of the second. */
  line = spil_budget_query_line (book->store.store, id_of (book, "herzien-1"), SPIL_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (line->actual.cents, ==, 2500050);
  g_assert_cmpint (line->open.cents, ==, 3699950);
  g_assert_null (spil_budget_query_line (book->store.store, spil_id_new (), SPIL_DAY_NONE, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

static void
test_open_and_months (Book *book, gconstpointer data)
{
  static const int64_t committed[] = { 7100000, 7100000, 6200000, 6200000 };
  static const int64_t actual[] = { 0, 2000000, 2600050, 2600050 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) months = NULL;
  SpilMoney open;
  int left_out;

  put_budget (book);
  g_assert_true (
      spil_budget_query_open (book->store.store, id_of (book, "v-1"), SPIL_DAY_NONE, &open, &error));
  g_assert_cmpint (open.cents, ==, 3699950);
  g_assert_true (
      spil_budget_query_open (book->store.store, id_of (book, "v-2"), SPIL_DAY_NONE, &open, &error));
  g_assert_cmpint (open.cents, ==, 0);
  months = spil_budget_query_months (book->store.store, id_of (book, "2018"), SPIL_ID_NIL, day (2018, 7, 1),
                                     day (2018, 10, 31), &left_out, &error);
  assert_rows (months, error, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (committed); i++) {
    const SpilBudgetMonth *month = &g_array_index (months, SpilBudgetMonth, i);

    g_assert_cmpint (month->committed.cents, ==, committed[i]);
    g_assert_cmpint (month->actual.cents, ==, actual[i]);
  }
  g_assert_cmpint (left_out, ==, 1);
}

static void
test_bookings (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) allocations = NULL;
  const SpilBudgetBookingRow *booking;

  put_budget (book);
  all = spil_budget_query_bookings (book->store.store, id_of (book, "2018"), SPIL_ID_NIL, 0, 0, &error);
  assert_rows (all, error, 10);
  booking = all->pdata[0];
  g_assert_cmpint (booking->kind, ==, SPIL_BOOKING_FORECAST);
  some = spil_budget_query_bookings (book->store.store, id_of (book, "2018"), id_of (book, "post-1"), 0, 2,
                                     &error);
  assert_rows (some, error, 2);
  booking = some->pdata[0];
  g_assert_cmpstr (booking->description, ==, "C goed");
  booking = some->pdata[1];
  g_assert_true (booking->reverses);
  booking = all->pdata[all->len - 2];
  g_assert_cmpstr (booking->description, ==, "B");
  g_assert_true (booking->reversed);

  put (book, "rijk", "source", "name=Rijk", NULL);
  put (book, NULL, "allocation", "line=@post-1", "source=@rijk", "amount=100000", NULL);
  allocations = spil_budget_query_allocations (book->store.store, id_of (book, "2018"), &error);
  assert_rows (allocations, error, 1);
  g_assert_cmpstr (((SpilBudgetAllocationRow *) allocations->pdata[0])->source_name, ==, "Rijk");
}

static void
put_fund (Book *book)
{
  put (book, "fonds", "scheme", "name=Bereikbaarheidsfonds", "ceiling=200000", "vat=excluded",
       "own_share=0.5", "application_ceiling=50000", NULL);
  put (book, NULL, "setting", "key=fund-pace-days", "value=100", NULL);
  put (book, NULL, "setting", "key=fund-weight-submitted", "value=0.5", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "a-1", "application", "scheme=@fonds", "organisation=@isala", "cost=100000", "asked=50000",
       "awarded=50000", "awarded_on=2018-09-01", "vat=excluded", "state=awarded", "received=2018-08-01",
       NULL);
  put (book, "a-2", "application", "scheme=@fonds", "organisation=@isala", "cost=80000", "asked=40000",
       "awarded=40000", "awarded_on=2018-03-01", "settled=30000", "settled_cost=60000", "vat=excluded",
       "state=settled", "received=2018-02-01", NULL);
  put (book, "a-3", "application", "scheme=@fonds", "organisation=@isala", "cost=30000", "asked=20000",
       "vat=excluded", "state=submitted", NULL);
  put (book, "a-4", "application", "scheme=@fonds", "organisation=@isala", "cost=30000", "asked=15000",
       "awarded=15000", "vat=excluded", "state=withdrawn", "received=2018-03-01", NULL);
  put (book, "a-5", "application", "scheme=@fonds", "organisation=@isala", "cost=1000", "asked=500",
       "vat=included", "state=submitted", "received=2018-04-01", NULL);
  put (book, NULL, "payment", "application=@a-2", "date=2018-04-01", "kind=advance", "amount=32000", NULL);
  put (book, NULL, "payment", "application=@a-2", "date=2018-08-01", "kind=refund", "amount=2000", NULL);
}

static void
test_scheme (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schemes = NULL;
  const SpilFundSchemeRow *scheme;

  put_fund (book);
  schemes = spil_fund_query_schemes (book->store.store, day (2018, 10, 1), &error);
  assert_rows (schemes, error, 1);
  scheme = schemes->pdata[0];
  g_assert_cmpint (scheme->taken.cents, ==, 8000000);
  g_assert_cmpint (scheme->room.cents, ==, 12000000);
  g_assert_cmpint (scheme->pipeline.cents, ==, 2000000);
  g_assert_cmpint (scheme->paid.cents, ==, 3000000);
  g_assert_cmpint (scheme->n_applications, ==, 5);
  g_assert_cmpint (scheme->left_out, ==, 1);
  g_assert_true (
      scheme->exhaustion.known); /* 50,000 in 100 days: 120,000 takes 240; half of 15,000 is likely */
  g_assert_cmpint (spil_day_between (day (2018, 10, 1), scheme->exhaustion.late), ==, 240);
  g_assert_cmpint (spil_day_between (day (2018, 10, 1), scheme->exhaustion.early), ==, 225);
}

static void
test_applications (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) applications = NULL;
  g_autoptr (GPtrArray) of_isala = NULL;
  const SpilFundApplicationRow *application;

  put_fund (book);
  applications = spil_fund_query_applications (book->store.store, id_of (book, "fonds"), &error);
  assert_rows (applications, error, 5);
  application = applications->pdata[0]; /* first received, settled: on the real cost */
  g_assert_true (spil_id_equal (application->id, id_of (book, "a-2")));
  g_assert_cmpstr (application->organisation_name, ==, "Isala");
  g_assert_cmpint (application->award.highest.cents, ==, 3000000);
  g_assert_cmpint (application->paid.cents, ==, 3000000);
  application = applications->pdata[4]; /* not received yet: last */
  g_assert_true (spil_id_equal (application->id, id_of (book, "a-3")));
  g_assert_cmpint (application->award.highest.cents, ==, 1500000);
  g_assert_cmpint (application->award.by_room.cents, ==, 12000000);
  application = applications->pdata[2];
  g_assert_true (application->award.vat_differs);
  of_isala = spil_fund_query_organisation (book->store.store, id_of (book, "isala"), &error);
  assert_rows (of_isala, error, 5);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/money-figures/lines", test_lines);
  BOOK_TEST ("/money-figures/other-lines", test_other_lines);
  BOOK_TEST ("/money-figures/versions", test_versions);
  BOOK_TEST ("/money-figures/open-and-months", test_open_and_months);
  BOOK_TEST ("/money-figures/bookings", test_bookings);
  BOOK_TEST ("/money-figures/scheme", test_scheme);
  BOOK_TEST ("/money-figures/applications", test_applications);
  return g_test_run ();
}
