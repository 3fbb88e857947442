// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#define STORE (book->store.store)

static void
put_versions (Book *book)
{
  put (book, "2018b", "budget_version", "name=2018 herzien", "year=2018", "date=2018-10-01", "total=1",
       "vat=excluded", "replaces=@v1", NULL);
  put (book, "2018c", "budget_version", "name=2018 slot", "year=2018", "date=2019-02-01", "total=1",
       "vat=excluded", NULL);
  put (book, "2019", "budget_version", "name=2019", "year=2019", "date=2018-11-15", "total=1", "vat=excluded",
       NULL);
  put (book, "voorstel", "budget_version", "name=Voorstel", "year=2018", "proposal=true", "total=1",
       "vat=excluded", "replaces=@2018b", NULL);
  put (book, "weg", "budget_version", "name=Ingetrokken", "year=2018", "proposal=true", "total=1",
       "vat=excluded", "withdrawn=2018-10-20", NULL);
}

/* Which version is in force: of the year of the day where there is one. */
static void
test_current (Book *book, gconstpointer data)
{
  static const struct
  {
    int year, month, month_day;
    const char *name; /* NULL: none */
  } cases[] = {
    { 2018, 7, 30, NULL },
    { 2018, 7, 31, "Begroting 2018" },
    { 2018, 9, 30, "Begroting 2018" },
    { 2018, 10, 1, "2018 herzien" },
    { 2018, 11, 15, "2018 herzien" }, /* that of 2019 was decided, for 2019 */
    { 2018, 12, 31, "2018 herzien" },
    { 2019, 1, 1, "2019" },
    { 2019, 2, 1, "2019" }, /* the last change of 2018 does not take its place */
    { 2020, 6, 1, "2019" },
  };

  put_versions (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilBudgetVersionRow) version = spil_budget_query_current (
        STORE, day (cases[i].year, cases[i].month, cases[i].month_day), &error);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_no_error (error);
    g_assert_cmpstr (version != NULL ? version->name : NULL, ==, cases[i].name);
  }
}

/* Without one of the year itself another has to do; one without a day counts where nothing else does. */
static void
test_only_other_year (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetVersionRow) earlier = NULL;
  g_autoptr (SpilBudgetVersionRow) undated = NULL;

  put (book, "ooit", "budget_version", "name=Zonder datum", "year=2018", "total=1", "vat=excluded", NULL);
  earlier = spil_budget_query_current (STORE, day (2021, 1, 1), &error);
  g_assert_cmpstr (earlier->name, ==, "Begroting 2018");
  undated = spil_budget_query_current (STORE, day (2018, 1, 1), &error);
  g_assert_cmpstr (undated->name, ==, "Zonder datum");
}

/* Decided on one laptop and withdrawn on another: in force nowhere, until people say which. */
static void
test_decided_and_withdrawn (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetVersionRow) version = NULL;

  put_versions (book);
  run_sql (book->store.dir, "UPDATE budget_version SET withdrawn = 17800 WHERE name = '2018 herzien'");
  version = spil_budget_query_current (STORE, day (2018, 10, 2), &error);
  g_assert_cmpstr (version->name, ==, "Begroting 2018");
}

static void
test_rows (Book *book, gconstpointer data)
{
  static const char *const names[] = { "2018 slot", "2019", "2018 herzien", "Begroting 2018" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  put_versions (book);
  versions = spil_budget_query_versions (STORE, &error);
  assert_rows (versions, error, 6);
  for (guint i = 0; i < versions->len; i++) {
    const SpilBudgetVersionRow *version = versions->pdata[i];

    if (i < G_N_ELEMENTS (names))
      g_assert_cmpstr (version->name, ==, names[i]);
    g_assert_cmpint (version->proposal, ==, g_str_equal (version->name, "Voorstel"));
    g_assert_cmpint (spil_day_is_known (version->withdrawn), ==, g_str_equal (version->name, "Ingetrokken"));
    g_assert_cmpint (version->vat, ==, SPIL_VAT_EXCLUDED);
    if (g_str_equal (version->name, "2018 herzien"))
      g_assert_true (spil_id_equal (version->replaces, id_of (book, "v1")));
    if (g_str_equal (version->name, "Begroting 2018"))
      g_assert_cmpint (version->elapsed, ==, 674); /* 124 of 184 days */
  }
}

static char *
changes_text (Book *book, const char *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_budget_query_changes (STORE, id_of (book, version), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    const SpilBudgetChangeRow *row = rows->pdata[i];

    g_string_append_printf (text, "%s%d%s %d>%d%s%s", i > 0 ? "; " : "", row->number, row->pm ? " PM" : "",
                            (int) (row->before.cents / 100), (int) (row->after.cents / 100),
                            row->only_before ? " gone" : "", row->only_after ? " new" : "");
  }
  return g_string_free_and_steal (text);
}

/* By number, whatever it is called; against what it names, else against the one before it. */
static void
test_changes (Book *book, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  put (book, "v2", "budget_version", "name=B", "year=2018", "date=2018-10-01", "total=951500", "vat=excluded",
       "replaces=@v1", NULL);
  put (book, NULL, "budget_line", "version=@v2", "number=1", "name=Makelaars", "amount=100000",
       "vat=excluded", NULL);
  put (book, NULL, "budget_line", "version=@v2", "number=2", "name=Fonds", "amount=600000", "vat=excluded",
       NULL);
  put (book, NULL, "budget_line", "version=@v2", "number=4", "name=Nu wel", "amount=12000", "vat=excluded",
       NULL);
  put (book, NULL, "budget_line", "version=@v2", "number=5", "name=Nieuw", "amount=239500", "vat=excluded",
       NULL);
  put (book, NULL, "budget_line", "version=@v2", "number=9", "name=Overloop", "amount=50000", "vat=excluded",
       "outside=true", NULL);
  put (book, "v3", "budget_version", "name=C", "year=2018", "date=2018-10-02", "total=1", "vat=excluded",
       NULL);
  put (book, NULL, "budget_line", "version=@v3", "number=5", "name=Nieuw", "amount=1", "vat=excluded", NULL);
  first = changes_text (book, "v1");
  g_assert_cmpstr (first, ==, "1 0>112000 new; 2 0>600000 new; 3 0>239500 new; 4 PM 0>0 new; 9 0>50000 new");
  second = changes_text (book, "v2");
  g_assert_cmpstr (
      second, ==,
      "1 112000>100000; 2 600000>600000; 3 239500>0 gone; 4 0>12000; 5 0>239500 new; 9 50000>50000");
  third = changes_text (book, "v3");
  g_assert_cmpstr (third, ==, "1 100000>0 gone; 2 600000>0 gone; 4 12000>0 gone; 5 239500>1; 9 50000>0 gone");
}

/* Typed rows, and applications from the award on: what they promise, and what they brought once settled. */
static void
test_cofinancing (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  put (book, "bakker", "organisation", "name=Bakkerij", "kind=employer", NULL);
  put (book, "prov", "organisation", "name=Provincie", "kind=government", NULL);
  put (book, "fonds", "scheme", "name=Fonds", "ceiling=600000", "vat=excluded", "line=@l2", NULL);
  put (book, NULL, "scheme", "name=Ander", "ceiling=1", "vat=excluded", NULL);
  put (book, NULL, "cofinancing", "line=@l3", "organisation=@prov", "name=Campagne", "promised=500",
       "received=200", "vat=excluded", NULL);
  put (book, NULL, "cofinancing", "line=@l2", "name=Los", "promised=50", "vat=excluded", NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@bakker", "measures=Aangevraagd", "cost=100",
       "own=50", "asked=50", "vat=excluded", "state=submitted", NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@bakker", "measures=Toegekend", "cost=1000",
       "own=400", "other=200", "asked=400", "awarded=400", "awarded_on=2018-09-01", "vat=excluded",
       "state=awarded", NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@bakker", "measures=Niet gezegd", "cost=900",
       "other=100", "asked=300", "awarded=300", "awarded_on=2018-09-01", "vat=excluded", "state=awarded",
       NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@bakker", "measures=Vastgesteld", "cost=800",
       "own=400", "asked=400", "awarded=400", "awarded_on=2018-09-01", "settled=350", "settled_cost=700",
       "vat=excluded", "state=settled", NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@bakker", "measures=Ingetrokken", "cost=800",
       "own=400", "awarded=400", "vat=excluded", "state=withdrawn", NULL);
  rows = spil_budget_query_cofinancing (STORE, id_of (book, "v1"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++) {
    const SpilCofinancingRow *row = rows->pdata[i];

    g_string_append_printf (text, "%s%d %s %s %d %d", i > 0 ? "; " : "", row->number,
                            row->organisation_name != NULL ? row->organisation_name : "-", row->name,
                            (int) (row->promised.cents / 100), (int) (row->received.cents / 100));
  }
  g_assert_cmpstr (text->str, ==,
                   "2 - Los 50 0; 2 Bakkerij Niet gezegd 600 0; 2 Bakkerij Toegekend 600 0;"
                   " 2 Bakkerij Vastgesteld 400 350; 3 Provincie Campagne 500 200");
}

/* A line outside the budget is told as such; what has another VAT note is counted, not added. */
static void
test_lines (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) months = NULL;
  g_autoptr (SpilBudgetTotal) total = NULL;

  enter (book, "r", SPIL_BOOKING_RESERVATION, "l3", day (2018, 9, 1), 30);
  enter (book, NULL, SPIL_BOOKING_RESERVATION, "l3", day (2018, 9, 1), 5);
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l9", day (2018, 9, 1), 60000); /* no room needed */
  enter (book, NULL, SPIL_BOOKING_ACTUAL, "l3", day (2018, 9, 1), 11);
  run_sql (book->store.dir, "UPDATE actual SET vat = 2 WHERE amount = 1100");
  run_sql (book->store.dir, "UPDATE reservation SET vat = 2 WHERE amount = 500");
  lines = spil_budget_query_lines (STORE, id_of (book, "v1"), SPIL_DAY_NONE, &error);
  assert_rows (lines, error, 5);
  g_assert_true (((SpilBudgetLineFigures *) lines->pdata[4])->outside);
  g_assert_cmpint (((SpilBudgetLineFigures *) lines->pdata[2])->left_out, ==, 2);
  g_assert_cmpint (((SpilBudgetLineFigures *) lines->pdata[2])->reserved.cents, ==, 3000);
  months = spil_budget_query_months (STORE, id_of (book, "v1"), SPIL_ID_NIL, day (2018, 7, 1),
                                     day (2018, 9, 30), NULL, &error);
  assert_rows (months, error, 3);
  g_assert_cmpint (g_array_index (months, SpilBudgetMonth, 2).actual.cents, ==, 0);
  total = spil_budget_total_new (lines);
  g_assert_cmpint (total->budget.cents, ==, 95150000);
  g_assert_cmpint (total->actual.cents, ==, 0);
  g_assert_cmpuint (total->outside->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MONEY_TEST ("/money/versions/current", test_current);
  MONEY_TEST ("/money/versions/only-other-year", test_only_other_year);
  MONEY_TEST ("/money/versions/decided-and-withdrawn", test_decided_and_withdrawn);
  MONEY_TEST ("/money/versions/rows", test_rows);
  MONEY_TEST ("/money/versions/changes", test_changes);
  MONEY_TEST ("/money/versions/cofinancing", test_cofinancing);
  MONEY_TEST ("/money/versions/lines", test_lines);
  return g_test_run ();
}
