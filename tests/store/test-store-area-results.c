// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "figures-fixture.h"
#include "spil-area-query.h"

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put (book, "oosterenk", "area", "name=Oosterenk", "kind=business_park", NULL);
  put (book, "n50", "area", "name=N50", "kind=corridor", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", NULL);
  put (book, "elders", "organisation", "name=Elders", "kind=employer", NULL);
  put (book, NULL, "site", "organisation=@isala", "area=@oosterenk", "parking_places=300", NULL);
  put (book, NULL, "site", "organisation=@isala", "area=@oosterenk", NULL);
  put (book, NULL, "site", "organisation=@elders", "area=@n50", "parking_places=80", NULL);
  put (book, "fiets", "instrument", "name=Fiets", "kind=trial", NULL);
}

// What has come, what is to come and what has no day yet are all in the balance; other areas are not.
static void
test_parking (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilParkingBalance balance;

  put (book, NULL, "parking_entry", "area=@oosterenk", "text=Woningbouw", "places=-150", NULL);
  put (book, NULL, "parking_entry", "area=@oosterenk", "text=Dek", "places=40", "date=2018-10-01", NULL);
  put (book, NULL, "parking_entry", "area=@oosterenk", "text=Laden", "places=-5", "date=2018-10-02", NULL);
  put (book, NULL, "parking_entry", "area=@n50", "text=Carpool", "places=20", "date=2018-01-01", NULL);
  g_assert_true (spil_parking_balance_query (book->store.store, id_of (book, "oosterenk"), day (2018, 10, 1),
                                             &balance, &error));
  g_assert_no_error (error);
  g_assert_cmpint (balance.places, ==, 300);
  g_assert_cmpint (balance.n_unknown, ==, 1);
  g_assert_cmpint (balance.changed, ==, 40);
  g_assert_cmpint (balance.planned, ==, -155);
  g_assert_cmpint (balance.balance, ==, 185);
}

// Offers to the area and to employers there, each once; people count from the moment an offer runs.
static void
test_results (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilAreaResults results;

  put (book, NULL, "offer", "instrument=@fiets", "organisation=@isala", "state=running", "participants=12",
       "expected_avoidances=4,5", NULL);
  put (book, NULL, "offer", "instrument=@fiets", "area=@oosterenk", "state=finished", "participants=8", NULL);
  put (book, NULL, "offer", "instrument=@fiets", "organisation=@isala", "state=pipeline", "participants=99",
       NULL);
  put (book, NULL, "offer", "instrument=@fiets", "organisation=@elders", "state=running", "participants=7",
       NULL);
  g_assert_true (spil_area_results_query (book->store.store, id_of (book, "oosterenk"), &results, &error));
  g_assert_no_error (error);
  g_assert_cmpint (results.offers[SPIL_OFFER_STATE_PIPELINE], ==, 1);
  g_assert_cmpint (results.offers[SPIL_OFFER_STATE_RUNNING], ==, 1);
  g_assert_cmpint (results.offers[SPIL_OFFER_STATE_FINISHED], ==, 1);
  g_assert_cmpint (results.participants, ==, 20);
  g_assert_cmpint (results.expected, ==, 4500000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/area-results/parking", Book, NULL, set_up, test_parking, book_tear_down);
  g_test_add ("/store/area-results/results", Book, NULL, set_up, test_results, book_tear_down);
  return g_test_run ();
}
