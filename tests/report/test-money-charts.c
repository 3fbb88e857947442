// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The charts of money show what the store knows, to the cent: figures worked out by hand. */
#include "money-fixture.h"
#include "spil-budget-action.h"
#include "spil-report-charts.h"

/* The budget of 951,500 with a line outside of it; today is 1 November 2018. */
static void
fill (Book *book)
{
  enter (book, "c1", SPIL_BOOKING_COMMITMENT, "l1", day (2018, 8, 15), 100000);
  draw (book, "a1", "c1", "l1", day (2018, 9, 20), 40000);
  enter (book, "c2", SPIL_BOOKING_COMMITMENT, "l2", day (2018, 10, 5), 200000);
  enter (book, "a2", SPIL_BOOKING_ACTUAL, "l3", day (2018, 10, 20), 10000);
  enter (book, "f1", SPIL_BOOKING_FORECAST, "l3", day (2018, 10, 1), 25000);
  enter (book, "r1", SPIL_BOOKING_RESERVATION, "l3", day (2018, 10, 2), 7000);
  enter (book, "a9", SPIL_BOOKING_ACTUAL, "l9", day (2018, 10, 20), 5000);
}

static SpilChart *
make (Book *book, const char *name)
{
  g_autoptr (GError) error = NULL;
  SpilChart *chart = spil_report_chart_find (name) (book->store.store, day (2018, 11, 1), &error);

  g_assert_no_error (error);
  g_assert_nonnull (chart);
  return chart;
}

/* The cells of a row, with bars between them and without the spaces of amounts. */
static char *
row_of (SpilChart *chart, int row)
{
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);
  GString *text = g_string_new (NULL);

  for (int column = 0; column < spil_chart_table_get_n_columns (table); column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                            spil_chart_table_get_text (table, row, column));
  g_string_replace (text, "€\u00a0", "", 0);
  return g_string_free_and_steal (text);
}

static void
assert_table (SpilChart *chart, const char *const *rows)
{
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);
  int n = 0;

  for (; rows[n] != NULL; n++) {
    g_autofree char *row = row_of (chart, n);

    g_assert_cmpstr (row, ==, rows[n]);
  }
  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, n);
}

static void
test_budget (Book *book, gconstpointer data)
{
  g_autoptr (SpilChart) chart = NULL;

  fill (book);
  chart = make (book, "budget");
  assert_table (chart, (const char *const[]) {
                           "1. Makelaars|112.000|40.000|60.000|12.000||0",
                           "2. Fonds|600.000|0|200.000|400.000||0",
                           "3. Campagne|239.500|10.000|0|229.500|35.000|7.000",
                           "4. Later|PM|0|0|||0",
                           "Outside the budget: 9. Overloop|50.000|5.000|0|45.000||0",
                           "Total|951.500 + PM|50.000|260.000|641.500|35.000|7.000",
                           NULL,
                       });
}

/* Spent at the pace of until now: 50.000 in 124 of 184 days. */
static void
test_burn (Book *book, gconstpointer data)
{
  g_autoptr (SpilChart) chart = NULL;
  g_autofree char *summary = NULL;

  fill (book);
  chart = make (book, "burn");
  assert_table (chart, (const char *const[]) {
                           "31-07-2018|160.307,07|0|0|951.500|951.500",
                           "31-08-2018|320.614,13|0|100.000|951.500|851.500",
                           "30-09-2018|475.750|40.000|60.000|911.500|851.500",
                           "31-10-2018|636.057,07|50.000|260.000|901.500|641.500",
                           "01-11-2018|641.228,26|50.000|260.000|901.500|641.500",
                           "30-11-2018|791.192,93||||",
                           "31-12-2018|951.500||||",
                           "End, at least||310.000||641.500|",
                           "End, at most||335.000||616.500|",
                           "End, at this pace||74.193,55||877.306,45|",
                           NULL,
                       });
  summary = spil_chart_dup_summary (chart);
  g_assert_cmpstr (
      summary, ==,
      "Budget of €\u00a0951.500. On 01-11-2018 33\u00a0% is used and 67\u00a0% of the time has passed: "
      "€\u00a050.000 spent, €\u00a0260.000 committed, €\u00a0641.500 free; expected at the end €\u00a0616.500 "
      "to €\u00a0641.500 left; at the pace of until now €\u00a0877.306 left.");
}

static void
test_burn_of_line (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetVersionRow) version = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SpilChart) chart = NULL;
  g_autofree char *row = NULL, *summary = NULL;

  fill (book);
  version = spil_budget_query_current (book->store.store, day (2018, 11, 1), &error);
  g_assert_no_error (error);
  lines = spil_budget_query_lines (book->store.store, version->id, day (2018, 11, 1), &error);
  g_assert_no_error (error);
  chart = spil_report_chart_of_burn (book->store.store, version, lines, id_of (book, "l1"), day (2018, 11, 1),
                                     &error);
  g_assert_no_error (error);
  row = row_of (chart, 4);
  g_assert_cmpstr (row, ==, "01-11-2018|75.478,26|40.000|60.000|72.000|12.000");
  summary = spil_chart_dup_summary (chart);
  g_assert_true (g_str_has_prefix (summary, "Budget of 1. Makelaars: €\u00a0112.000."));
}

/* What is committed has no day of payment: it stands in the quarter of today. */
static void
test_cash (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilChart) open = NULL;
  g_autoptr (SpilChart) closed = NULL;

  fill (book);
  open = make (book, "cash");
  assert_table (open, (const char *const[]) { "Q3 2018|40.000|0|0|40.000|911.500|",
                                              "Q4 2018|10.000|260.000|25.000|335.000|616.500|", NULL });
  done (book,
        spil_period_close_action (book->store.store, spil_period_of (SPIL_PERIOD_QUARTER, day (2018, 8, 1)),
                                  day (2018, 11, 1), NULL, SPIL_ID_NIL, &error),
        error);
  closed = make (book, "cash");
  assert_table (closed, (const char *const[]) { "Q3 2018|40.000|0|0|40.000|911.500|closed",
                                                "Q4 2018|10.000|260.000|25.000|335.000|616.500|", NULL });
}

static void
test_sources (Book *book, gconstpointer data)
{
  g_autoptr (SpilChart) chart = NULL;
  g_autofree char *summary = NULL;

  put (book, "s1", "source", "name=Rijk", NULL);
  put (book, "s2", "source", "name=Provincie", NULL);
  put (book, "al1", "allocation", "line=@l2", "source=@s1", "amount=600000", NULL);
  put (book, "al2", "allocation", "line=@l1", "source=@s2", "amount=12000.50", NULL);
  put (book, "co", "cofinancing", "line=@l2", "name=Fietsen", "promised=30000", "vat=excluded", NULL);
  chart = make (book, "sources");
  assert_table (chart, (const char *const[]) {
                           "1. Makelaars|112.000|12.000,50||99.999,50|",
                           "2. Fonds|600.000||600.000||30.000",
                           "3. Campagne|239.500|||239.500|",
                           "4. Later|PM||||",
                           "Total|951.500|12.000,50|600.000|339.499,50|30.000",
                           NULL,
                       });
  summary = spil_chart_dup_summary (chart);
  g_assert_nonnull (strstr (summary, "€\u00a0339.500 is not covered yet; beside the budget €\u00a030.000"));
}

static void
test_fund (Book *book, gconstpointer data)
{
  g_autoptr (SpilChart) chart = NULL;

  put (book, "s", "scheme", "name=Fonds", "ceiling=200000", "vat=excluded", "own_share=0.5", "line=@l2",
       NULL);
  put (book, "o", "organisation", "name=Blauwe Deur (demo)", "kind=employer", NULL);
  put (book, "a", "application", "scheme=@s", "organisation=@o", "cost=50000", "own=25000", "asked=25000",
       "vat=excluded", "received=2018-10-01", "state=submitted", NULL);
  chart = make (book, "fund");
  {
    g_autofree char *row = row_of (chart, 0);

    g_assert_true (g_str_has_prefix (row, "Fonds|200.000|0|0|"));
    g_assert_true (g_str_has_suffix (row, "|25.000|200.000|"));
  }
}

/* Before there is anything: a sentence, no chart. */
static void
test_nothing (void)
{
  static const char *const names[] = { "budget", "burn", "cash", "sources", "fund" };
  Book book = { 0 };

  book_set_up (&book, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (spil_report_chart_find (names[i]) (book.store.store, day (2018, 11, 1), &error));
    g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  }
  book_tear_down (&book, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  MONEY_TEST ("/report/money/budget", test_budget);
  MONEY_TEST ("/report/money/burn", test_burn);
  MONEY_TEST ("/report/money/burn-of-line", test_burn_of_line);
  MONEY_TEST ("/report/money/cash", test_cash);
  MONEY_TEST ("/report/money/sources", test_sources);
  MONEY_TEST ("/report/money/fund", test_fund);
  g_test_add_func ("/report/money/nothing", test_nothing);
  return g_test_run ();
}
