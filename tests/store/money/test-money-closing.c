// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

static SpilAction *
close_period (Book *book, const char *text, GError **error)
{
  SpilPeriod period;

  g_assert_true (spil_period_parse (text, &period));
  return spil_period_close_action (STORE, period, SPIL_DAY_NONE, "Geteld", SPIL_ID_NIL, error);
}

static char *
closed_text (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) periods = spil_closing_query (STORE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < periods->len; i++) {
    const SpilClosedPeriod *period = &g_array_index (periods, SpilClosedPeriod, i);
    g_autofree char *first = spil_day_to_iso (period->first);
    g_autofree char *last = spil_day_to_iso (period->last);

    g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", first, last);
  }
  return g_string_free_and_steal (text);
}

#define assert_closed(book, text)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_text = closed_text (book);                                                             \
    g_assert_cmpstr (_text, ==, text);                                                                       \
  }                                                                                                          \
  G_STMT_END

static char *
kept_text (Book *book)
{
  g_autoptr (GPtrArray) lines = rows_of (book, SPIL_ENTITY_CLOSED_LINE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%d/%d/%d", i > 0 ? " " : "",
                            (int) spil_record_get_integer (lines->pdata[i], SPIL_CLOSED_LINE_COMMITTED) / 100,
                            (int) spil_record_get_integer (lines->pdata[i], SPIL_CLOSED_LINE_ACTUAL) / 100,
                            (int) spil_record_get_integer (lines->pdata[i], SPIL_CLOSED_LINE_BOOKINGS));
  return g_string_free_and_steal (text);
}

/* What is kept of each line when a period is closed: all until its last day. */
static void
test_kept (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *label = NULL;

  enter (book, "c", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 1), 1000);
  draw (book, "e", "c", "l1", day (2018, 9, 30), 400);
  draw (book, NULL, "c", "l1", day (2018, 10, 1), 100);
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l9", day (2018, 7, 2), 5);
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l3", day (2018, 7, 3), 11);
  run_sql (book->store.dir, "UPDATE actual SET vat = 2 WHERE amount = 1100");
  done (book, close_period (book, "2018-Q3", &error), error);
  kept = kept_text (book);
  g_assert_cmpstr (kept, ==, "1000/400/2 0/0/0 0/0/1 0/0/0 0/5/1");
  assert_closed (book, "2018-07-01/2018-09-30");
  label = spil_store_dup_undo_label (STORE);
  g_assert_nonnull (label);
  g_assert_true (g_str_has_prefix (label, "Period closed: "));
  g_assert_true (spil_store_undo (STORE, NULL, &error));
  assert_closed (book, "");
}

/* In the order of time, once it is over, once. */
static void
test_refused (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *period;
    const char *refused; /* NULL: it is closed */
  } cases[] = {
    { "2018-Q4", "is not over yet" },
    { "2018-11", "is not over yet" },
    { "2019", "is not over yet" },
    { "2018-10", "has bookings and is still open" },
    { "2018-Q3", "has bookings and is still open" }, /* an expense of May */
    { "2018-Q1", NULL }, /* before it there is nothing */
    { "2018-Q2", NULL },
    { "2018-Q2", "is closed already" },
    { "2018-05", "is closed already" },
    { "2018-08", "has bookings and is still open" },
    { "2018-07", NULL },
    { "2018-Q3", NULL }, /* of which July is closed */
    { "2018-08", "is closed already" },
    { "2018-W40", NULL },
    { "2018-10", NULL },
  };

  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 5, 20), 1);
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 7, 20), 1);
  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 20), 1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    SpilAction *action = close_period (book, cases[i].period, &error);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    if (cases[i].refused != NULL)
      refused (action, &error, cases[i].refused);
    else
      done (book, action, error);
  }
}

/* It is over the day after its last one. */
static void
test_over (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  spil_day_play (day (2018, 9, 30));
  refused (close_period (book, "2018-Q3", &error), &error, "is not over yet");
  spil_day_play (day (2018, 10, 1));
  done (book, close_period (book, "2018-Q3", &error), error);
}

static void
test_reopen (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) row = NULL;

  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 7, 20), 1);
  done (book, close_period (book, "2018-Q3", &error), error);
  {
    g_autoptr (GArray) periods = spil_closing_query (STORE, &error);
    SpilId id = g_array_index (periods, SpilClosedPeriod, 0).id;

    done (book, spil_period_reopen_action (STORE, id, SPIL_DAY_NONE, "Factuur vergeten", &error), error);
    assert_closed (book, "");
    refused (spil_period_reopen_action (STORE, id, SPIL_DAY_NONE, NULL, &error), &error, "nothing to open");
  }
  row = last_row (book, SPIL_ENTITY_CLOSED_PERIOD);
  g_assert_cmpstr (spil_record_get_text (row, SPIL_CLOSED_PERIOD_REASON), ==, "Factuur vergeten");
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 9, 30), 2);
  {
    g_autoptr (SpilRecord) booking = last_row (book, SPIL_ENTITY_ACTUAL);

    g_assert_true (spil_record_is_null (booking, SPIL_ACTUAL_LATE_OF));
  }
  done (book, close_period (book, "2018-Q3", &error), error);
  assert_closed (book, "2018-07-01/2018-09-30");
}

static char *
differences_text (Book *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_closing_query_differences (STORE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    const SpilClosingDifference *row = rows->pdata[i];
    g_autofree char *title = spil_store_dup_title (STORE, spil_entity (SPIL_ENTITY_CLOSED_PERIOD),
                                                   row->period);

    g_string_append_printf (text, "%s%s %d: c%d>%d a%d>%d n%d>%d", i > 0 ? "; " : "", title, row->number,
                            (int) (row->committed_then.cents / 100), (int) (row->committed_now.cents / 100),
                            (int) (row->actual_then.cents / 100), (int) (row->actual_now.cents / 100),
                            row->bookings_then, row->bookings_now);
  }
  return g_string_free_and_steal (text);
}

#define assert_differences(book, text)                                                                       \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *_text = differences_text (book);                                                        \
    g_assert_cmpstr (_text, ==, text);                                                                       \
  }                                                                                                          \
  G_STMT_END

/* What came in from elsewhere shows at the period that it belongs to, and at no later one. */
static void
test_differences (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilPeriod july, august, september;

  g_assert_true (spil_period_parse ("2018-07", &july));
  g_assert_true (spil_period_parse ("2018-08", &august));
  g_assert_true (spil_period_parse ("2018-09", &september));
  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 7, 10), 1000);
  enter (book, "late", SPIL_BOOKING_ACTUAL, "l1", day (2018, 10, 10), 40);
  enter (book, "late2", SPIL_BOOKING_ACTUAL, "l3", day (2018, 10, 10), 60);
  done (book, spil_period_close_action (STORE, july, SPIL_DAY_NONE, "A", SPIL_ID_NIL, &error), error);
  done (book, spil_period_close_action (STORE, august, SPIL_DAY_NONE, "B", SPIL_ID_NIL, &error), error);
  assert_differences (book, "");
  /* As if another laptop had booked it so. */
  run_sql (book->store.dir, "UPDATE actual SET date = 17730 WHERE amount = 4000"); /* 18 July 2018 */
  {
    g_autofree char *found = differences_text (book);
    g_autofree char *name = spil_period_format (july);
    g_autofree char *expected = g_strdup_printf ("%s 1: c1000>1000 a0>40 n1>2", name);

    g_assert_cmpstr (found, ==, expected);
  }
  run_sql (book->store.dir, "UPDATE actual SET date = 17760 WHERE amount = 6000"); /* 17 August 2018 */
  {
    g_autofree char *found = differences_text (book);
    g_autofree char *first = spil_period_format (july);
    g_autofree char *second = spil_period_format (august);
    g_autofree char *expected = g_strdup_printf ("%s 1: c1000>1000 a0>40 n1>2; %s 3: c0>0 a0>60 n0>1", first,
                                                 second);

    g_assert_cmpstr (found, ==, expected);
  }
  /* Closed later, with that in it: nothing came in since. */
  done (book, spil_period_close_action (STORE, september, SPIL_DAY_NONE, "C", SPIL_ID_NIL, &error), error);
  {
    g_autoptr (GPtrArray) rows = spil_closing_query_differences (STORE, &error);
    g_autoptr (GArray) periods = spil_closing_query (STORE, &error);

    assert_rows (rows, error, 2);
    /* Opened and closed again, the new figures are kept. */
    done (book,
          spil_period_reopen_action (STORE, g_array_index (periods, SpilClosedPeriod, 0).id, SPIL_DAY_NONE,
                                     NULL, &error),
          error);
  }
  done (book, spil_period_close_action (STORE, july, SPIL_DAY_NONE, "D", SPIL_ID_NIL, &error), error);
  {
    g_autofree char *found = differences_text (book);

    g_assert_nonnull (found);
    g_assert_null (g_strstr_len (found, -1, "c0>0 a0>40"));
  }
}

/* A line that came later had nothing then; bookings on a line of another version are those of its number. */
static void
test_versions (Book *book, gconstpointer data)
{
  SpilReallocationRow rows[] = { { .line = id_of (book, "l1"), .after = euro (100000) },
                                 { .number = 5, .name = "Nieuw", .after = euro (12000) } };
  g_autoptr (GError) error = NULL;
  SpilId v2;

  enter (book, NULL, SPIL_BOOKING_COMMITMENT, "l1", day (2018, 7, 10), 1000);
  done (book, close_period (book, "2018-Q3", &error), error);
  done (book,
        spil_budget_reallocate_action (STORE, id_of (book, "v1"), rows, G_N_ELEMENTS (rows), NULL,
                                       day (2018, 10, 15), SPIL_ID_NIL, NULL, &v2, &error),
        error);
  assert_differences (book, "");
  {
    g_autoptr (GPtrArray) lines = spil_budget_query_lines (STORE, v2, SPIL_DAY_NONE, &error);
    SpilBooking booking = booking_of (book, SPIL_BOOKING_ACTUAL, "l1", day (2018, 10, 20), 70);

    booking.line = ((SpilBudgetLineFigures *) lines->pdata[4])->id;
    book_it (book, NULL, &booking);
    enter (book, NULL, SPIL_BOOKING_ACTUAL, "l1", day (2018, 10, 20), 30);
  }
  run_sql (book->store.dir, "UPDATE actual SET date = 17730 WHERE amount IN (3000, 7000)");
  {
    g_autoptr (GPtrArray) found = spil_closing_query_differences (STORE, &error);

    assert_rows (found, error, 2);
    g_assert_cmpint (((SpilClosingDifference *) found->pdata[0])->actual_now.cents, ==, 3000);
    g_assert_cmpint (((SpilClosingDifference *) found->pdata[1])->number, ==, 5);
    g_assert_cmpint (((SpilClosingDifference *) found->pdata[1])->bookings_then, ==, 0);
    g_assert_cmpint (((SpilClosingDifference *) found->pdata[1])->bookings_now, ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/closing/kept", test_kept);
  MONEY_TEST ("/money/closing/refused", test_refused);
  MONEY_TEST ("/money/closing/over", test_over);
  MONEY_TEST ("/money/closing/reopen", test_reopen);
  MONEY_TEST ("/money/closing/differences", test_differences);
  MONEY_TEST ("/money/closing/versions", test_versions);
  return g_test_run ();
}
