// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "figures-fixture.h"
#include "spil-scan-query.h"

static void
put_scan (Book *book, const char *key, const char *organisation, const char *kind, const char *date)
{
  g_autofree char *of = g_strconcat ("organisation=", organisation, NULL);
  g_autofree char *as = g_strconcat ("kind=", kind, NULL);
  g_autofree char *on = g_strconcat ("date=", date, NULL);

  put (book, key, "scan", of, as, on, "n=50", "population=200", NULL);
}

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put (book, NULL, "setting", "key=scan-peak-from", "value=7", NULL);
  put (book, NULL, "setting", "key=scan-peak-to", "value=9", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "dimence", "organisation", "name=Dimence", "kind=employer", NULL);
  put_scan (book, "zero", "@isala", "zero", "2018-03-12");
  put_scan (book, "after", "@isala", "after", "2018-10-29");
  put_scan (book, "elsewhere-1", "@isala", "comparison", "2018-03-20");
  put_scan (book, "elsewhere-2", "@isala", "comparison", "2018-11-01");
  put_scan (book, "other", "@dimence", "zero", "2018-10-01");
  put (book, NULL, "scan_arrival", "scan=@zero", "weekday=monday", "hour=8", "people=30", NULL);
  put (book, NULL, "scan_arrival", "scan=@zero", "weekday=monday", "hour=10", "people=10", NULL);
  put (book, NULL, "scan_mode", "scan=@zero", "mode=car", "people=20", NULL);
  put (book, NULL, "scan_distance", "scan=@zero", "from_km=15", "people=7", NULL);
  put (book, NULL, "scan_distance", "scan=@zero", "from_km=0", "to_km=15", "people=3", NULL);
  put (book, NULL, "scan_home", "scan=@zero", "weekday=friday", "people=4", NULL);
}

static const SpilScanRow *
find (Book *book, GPtrArray *scans, const char *key)
{
  for (guint i = 0; i < scans->len; i++)
    if (spil_id_equal (((SpilScanRow *) scans->pdata[i])->id, id_of (book, key)))
      return scans->pdata[i];
  g_assert_not_reached ();
}

static void
test_counts (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilScanRow) scan = spil_scan_query_one (book->store.store, id_of (book, "zero"), &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  title = spil_scan_row_dup_title (scan);
  g_assert_cmpstr (title, ==, "Zero measurement, 12-03-2018");
  g_assert_cmpstr (scan->organisation_name, ==, "Isala");
  g_assert_cmpint (scan->counts.n, ==, 50);
  g_assert_cmpint (scan->counts.arrivals[SPIL_WEEKDAY_MONDAY][8], ==, 30);
  g_assert_cmpint (scan->counts.home[SPIL_WEEKDAY_FRIDAY], ==, 4);
  g_assert_cmpuint (scan->counts.distances->len, ==, 2);
  g_assert_cmpint (g_array_index (scan->counts.distances, SpilScanBand, 0).to, ==, 15);
  g_assert_cmpint (g_array_index (scan->counts.distances, SpilScanBand, 1).to, ==, -1);
  g_assert_cmpfloat (scan->figures.peak.share, ==, 0.75);
  g_assert_cmpfloat (scan->figures.car.share, ==, 1);
}

// Which measurements belong together; those of another employer never do.
static void
test_together (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scans = spil_scan_query (book->store.store, id_of (book, "isala"), &error);
  const SpilScanRow *zero;
  const SpilScanRow *after;

  assert_rows (scans, error, 4);
  zero = find (book, scans, "zero");
  after = find (book, scans, "after");
  g_assert_true (spil_scan_find_before (scans, after) == zero);
  g_assert_null (spil_scan_find_before (scans, zero));
  g_assert_true (spil_scan_find_comparison (scans, zero) == find (book, scans, "elsewhere-1"));
  g_assert_true (spil_scan_find_comparison (scans, after) == find (book, scans, "elsewhere-2"));
}

static void
test_gone (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_scan_query_one (book->store.store, spil_id_new (), &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/scan/counts", Book, NULL, set_up, test_counts, book_tear_down);
  g_test_add ("/store/scan/together", Book, NULL, set_up, test_together, book_tear_down);
  g_test_add ("/store/scan/gone", Book, NULL, set_up, test_gone, book_tear_down);
  return g_test_run ();
}
