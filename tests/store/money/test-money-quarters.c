// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

static void
append (GString *text, const SpilBudgetQuarter *quarter)
{
  g_string_append_printf (text, " c%d a%d f%d/%d n%d", (int) (quarter->committed.cents / 100),
                          (int) (quarter->actual.cents / 100), (int) (quarter->forecast.cents / 100),
                          (int) (quarter->forecast_now.cents / 100), quarter->n);
  if (quarter->left_out > 0)
    g_string_append_printf (text, " x%d", quarter->left_out);
}

/* Each quarter with its figures, then what was booked before. */
static char *
quarters_text (Book *book, const char *version, const char *line)
{
  g_autoptr (GError) error = NULL;
  SpilId line_id = line != NULL ? id_of (book, line) : SPIL_ID_NIL;
  g_autoptr (GArray) quarters = spil_budget_query_quarters (STORE, id_of (book, version), line_id, &error);
  GString *text = g_string_new (NULL);
  SpilBudgetQuarter before;

  g_assert_no_error (error);
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);
    g_autofree char *name = spil_period_to_text (quarter->quarter);

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    append (text, quarter);
  }
  g_assert_true (spil_budget_query_before (STORE, id_of (book, version), line_id, &before, &error));
  g_string_append (text, "; before");
  append (text, &before);
  return g_string_free_and_steal (text);
}

#define assert_quarters(book, version, line, expected)                                                       \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_text = quarters_text (book, version, line);                                            \
    g_assert_cmpstr (_text, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
test_edges (Book *book, gconstpointer data)
{
  assert_quarters (book, "v1", NULL, "2018-Q3 c0 a0 f0/0 n0; 2018-Q4 c0 a0 f0/0 n0; before c0 a0 f0/0 n0");
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 6, 30), 1); /* before the costs count */
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 7, 1), 2);
  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 9, 30), 4);
  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l2", day (2018, 10, 1), 8);
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l2", day (2018, 12, 31), 16);
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l9", day (2018, 10, 2), 32); /* outside */
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l3", day (2018, 10, 3), 64);
  run_sql (book->store.dir, "UPDATE actual SET vat = 2 WHERE amount = 6400");
  assert_quarters (book, "v1", NULL,
                   "2018-Q3 c4 a2 f0/0 n2; 2018-Q4 c8 a0 f16/16 n1 x1; before c0 a1 f0/0 n1");
  assert_quarters (book, "v1", "l1", "2018-Q3 c4 a2 f0/0 n2; 2018-Q4 c0 a0 f0/0 n0; before c0 a1 f0/0 n1");
  assert_quarters (book, "v1", "l9", "2018-Q3 c0 a0 f0/0 n0; 2018-Q4 c0 a32 f0/0 n1; before c0 a0 f0/0 n0");
  /* What is later than the year goes on. */
  enter (book, NULL, SPIL_BOOKING_FORECAST, "l1", day (2019, 4, 1), 128);
  assert_quarters (
      book, "v1", "l1",
      "2018-Q3 c4 a2 f0/0 n2; 2018-Q4 c0 a0 f0/0 n0; 2019-Q1 c0 a0 f0/0 n0; 2019-Q2 c0 a0 f128/128 n0;"
      " before c0 a1 f0/0 n1");
}

/* A reversal counts on its own day; a forecast that was taken back counts nowhere, whatever the day of that. */
static void
test_reversals (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  enter (book, "e", SPIL_BOOKING_ACTUAL, "l1", day (2018, 9, 30), 10);
  done (book,
        spil_booking_reverse_action (STORE, SPIL_BOOKING_ACTUAL, id_of (book, "e"), day (2018, 10, 1), NULL,
                                     &error),
        error);
  enter (book, "f", SPIL_BOOKING_FORECAST, "l1", day (2018, 9, 1), 70);
  put (book, NULL, "forecast", "line=@l1", "date=2018-10-01", "amount=-70", "vat=excluded", "reverses=@f",
       NULL);
  assert_quarters (book, "v1", "l1",
                   "2018-Q3 c0 a10 f70/0 n1; 2018-Q4 c0 a-10 f-70/0 n1; before c0 a0 f0/0 n0");
}

/* Without a day from which costs count it is the year; without a year the bookings themselves. */
static void
test_begin (Book *book, gconstpointer data)
{
  put (book, "2017", "budget_version", "name=2017", "year=2017", "date=2017-01-31", "total=10",
       "vat=excluded", NULL);
  put (book, "l-2017", "budget_line", "version=@2017", "number=1", "name=A", "amount=10", "vat=excluded",
       NULL);
  put (book, "ooit", "budget_version", "name=Ooit", "date=2016-01-31", "total=10", "vat=excluded", NULL);
  put (book, "l-ooit", "budget_line", "version=@ooit", "number=1", "name=A", "amount=10", "vat=excluded",
       NULL);
  put (book, NULL, "actual", "line=@l-2017", "date=2017-05-01", "amount=5", "vat=excluded", "description=A",
       NULL);
  put (book, NULL, "actual", "line=@l-2017", "date=2016-12-31", "amount=2", "vat=excluded", "description=A",
       NULL);
  put (book, NULL, "actual", "line=@l-ooit", "date=2016-05-01", "amount=5", "vat=excluded", "description=A",
       NULL);
  assert_quarters (
      book, "2017", NULL,
      "2017-Q1 c0 a0 f0/0 n0; 2017-Q2 c0 a5 f0/0 n1; 2017-Q3 c0 a0 f0/0 n0; 2017-Q4 c0 a0 f0/0 n0;"
      " before c0 a2 f0/0 n1");
  assert_quarters (book, "ooit", NULL, "2016-Q2 c0 a5 f0/0 n1; before c0 a0 f0/0 n0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/quarters/edges", test_edges);
  MONEY_TEST ("/money/quarters/reversals", test_reversals);
  MONEY_TEST ("/money/quarters/begin", test_begin);
  return g_test_run ();
}
