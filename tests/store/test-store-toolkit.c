// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"

#include "spil-alliance-query.h"
#include "spil-entity.h"
#include "spil-event-query.h"
#include "spil-offer-query.h"
#include "spil-toolkit-query.h"

static void
put_organisations (Book *book)
{
  put (book, "area", "area", "name=Hanzeland", "kind=business_park", NULL);
  put (book, "a", "organisation", "name=Aap", "kind=employer", NULL);
  put (book, "b", "organisation", "name=Beer", "kind=employer", NULL);
  put (book, "old", "organisation", "name=Aap oud", "kind=employer", "merged_into=@a", NULL);
  put (book, "city", "organisation", "name=Gemeente", "kind=government", NULL);
  put (book, "site", "site", "organisation=@b", "name=Kantoor", "area=@area", NULL);
}

static void
test_offers (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL, of_a = NULL, in_area = NULL, at_area = NULL, owned = NULL, owners = NULL;
  SpilOfferCounts counts;

  put_organisations (book);
  put (book, "ov", "instrument", "name=OV", "kind=trial", NULL);
  put (book, NULL, "offer", "instrument=@ov", "organisation=@a", "state=running", "expected_avoidances=1.5",
       "owner=Bram", NULL);
  put (book, "late", "offer", "instrument=@ov", "organisation=@old", "state=pipeline", NULL);
  put (book, NULL, "offer", "instrument=@ov", "organisation=@b", "state=running", "expected_avoidances=2",
       NULL);
  put (book, NULL, "offer", "instrument=@ov", "area=@area", "state=secured", NULL);
  all = spil_offer_query (book->store.store, &(SpilOfferFilter) { 0 }, &error);
  assert_rows (all, error, 4);
  // What was offered to what was merged shows at its head.
  g_assert_cmpstr (((SpilOfferRow *) all->pdata[0])->whom, ==, "Aap");
  of_a = spil_offer_query (book->store.store, &(SpilOfferFilter) { .organisation = id_of (book, "a") },
                           &error);
  assert_rows (of_a, error, 2);
  in_area = spil_offer_query (book->store.store, &(SpilOfferFilter) { .area = id_of (book, "area") }, &error);
  assert_rows (in_area, error, 2);
  at_area = spil_offer_query (book->store.store,
                              &(SpilOfferFilter) { .area = id_of (book, "area"), .only_area = TRUE }, &error);
  assert_rows (at_area, error, 1);
  owned = spil_offer_query (book->store.store, &(SpilOfferFilter) { .owner = "Bram" }, &error);
  assert_rows (owned, error, 1);
  owners = spil_offer_query_owners (book->store.store, &error);
  assert_rows (owners, error, 1);
  g_assert_true (spil_offer_query_counts (book->store.store, &(SpilOfferFilter) { .limit = 1, .state = 1 },
                                          &counts, &error));
  g_assert_cmpint (counts.n[SPIL_OFFER_STATE_RUNNING], ==, 2);
  g_assert_cmpint (counts.n[SPIL_OFFER_STATE_PIPELINE], ==, 1);
  g_assert_cmpint (counts.expected[SPIL_OFFER_STATE_RUNNING], ==, 3500000);
}

static void
test_promises (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL, of_alliance = NULL, in_area = NULL, open = NULL;
  SpilPromiseFilter filter = { .today = day (2018, 10, 1) };
  int counts[SPIL_N_PROMISES];

  put_organisations (book);
  put (book, NULL, "setting", "key=promise-soon-days", "value=14", NULL);
  put (book, "alliance", "alliance", "name=Samen", NULL);
  put (book, NULL, "membership", "alliance=@alliance", "organisation=@a", NULL);
  put (book, NULL, "membership", "alliance=@alliance", "organisation=@b", "end=2018-09-30", NULL);
  put (book, NULL, "promise", "organisation=@a", "text=Later", "due=2018-12-01", "state=open", NULL);
  put (book, NULL, "promise", "organisation=@a", "text=Ooit", "state=open", NULL);
  put (book, NULL, "promise", "organisation=@old", "text=Te laat", "due=2018-09-30", "state=open", NULL);
  put (book, NULL, "promise", "organisation=@b", "text=Gauw", "due=2018-10-15", "state=open", NULL);
  put (book, NULL, "promise", "organisation=@a", "text=Gedaan", "due=2018-08-01", "state=done",
       "kept_on=2018-08-02", NULL);
  all = spil_promise_query (book->store.store, &filter, &error);
  assert_rows (all, error, 5);
  g_assert_cmpstr (((SpilPromiseRow *) all->pdata[0])->text, ==, "Te laat");
  g_assert_cmpstr (((SpilPromiseRow *) all->pdata[0])->organisation_name, ==, "Aap");
  g_assert_cmpint (((SpilPromiseRow *) all->pdata[0])->standing, ==, SPIL_PROMISE_OVERDUE);
  g_assert_cmpstr (((SpilPromiseRow *) all->pdata[1])->text, ==, "Gauw");
  g_assert_cmpstr (((SpilPromiseRow *) all->pdata[3])->text, ==, "Ooit");
  g_assert_cmpstr (((SpilPromiseRow *) all->pdata[4])->text, ==, "Gedaan");
  g_assert_true (spil_promise_query_counts (book->store.store, &filter, counts, &error));
  g_assert_cmpint (counts[SPIL_PROMISE_OVERDUE], ==, 1);
  g_assert_cmpint (counts[SPIL_PROMISE_SOON], ==, 1);
  g_assert_cmpint (counts[SPIL_PROMISE_OPEN], ==, 1);
  g_assert_cmpint (counts[SPIL_PROMISE_UNDATED], ==, 1);
  g_assert_cmpint (counts[SPIL_PROMISE_KEPT], ==, 1);
  filter.alliance = id_of (book, "alliance");
  of_alliance = spil_promise_query (book->store.store, &filter, &error);
  assert_rows (of_alliance, error, 3);
  filter.alliance = SPIL_ID_NIL;
  filter.area = id_of (book, "area");
  in_area = spil_promise_query (book->store.store, &filter, &error);
  assert_rows (in_area, error, 1);
  filter.area = SPIL_ID_NIL;
  filter.only_open = TRUE;
  filter.limit = 2;
  open = spil_promise_query (book->store.store, &filter, &error);
  assert_rows (open, error, 2);
}

static void
test_events (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL, of_b = NULL, came = NULL;

  put_organisations (book);
  put (book, "e", "event", "name=Ontbijt", "kind=meetup", "start=2018-09-20", "visitors=30", NULL);
  put (book, NULL, "event", "name=Later", "start=2018-12-06", NULL);
  put (book, NULL, "attendance", "event=@e", "organisation=@old", "people=2", NULL);
  put (book, NULL, "attendance", "event=@e", "organisation=@b", "people=3", NULL);
  put (book, NULL, "contact", "organisation=@a", "kind=meeting", "time=2018-09-20T10:00", NULL);
  put (book, NULL, "contact", "organisation=@b", "kind=called", "time=2018-09-20T10:00", NULL);
  events = spil_event_query (book->store.store, &(SpilEventFilter) { 0 }, &error);
  assert_rows (events, error, 2);
  g_assert_cmpstr (((SpilEventRow *) events->pdata[1])->name, ==, "Ontbijt");
  g_assert_cmpint (((SpilEventRow *) events->pdata[1])->n_organisations, ==, 2);
  g_assert_cmpint (((SpilEventRow *) events->pdata[1])->n_people, ==, 5);
  of_b = spil_event_query (book->store.store, &(SpilEventFilter) { .organisation = id_of (book, "a") },
                           &error);
  assert_rows (of_b, error, 1);
  came = spil_event_query_attendances (book->store.store, id_of (book, "e"), &error);
  assert_rows (came, error, 2);
  g_assert_cmpstr (((SpilAttendanceRow *) came->pdata[0])->organisation_name, ==, "Aap");
  g_assert_true (((SpilAttendanceRow *) came->pdata[0])->followed);
  // A telephone call on that day is not what the event led to.
  g_assert_false (((SpilAttendanceRow *) came->pdata[1])->followed);
}

static void
test_alliances (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) alliances = NULL, members = NULL;
  const SpilAllianceRow *alliance;

  put_organisations (book);
  put (book, "alliance", "alliance", "name=Samen", NULL);
  put (book, NULL, "membership", "alliance=@alliance", "organisation=@a", "start=2018-07-01", NULL);
  put (book, NULL, "membership", "alliance=@alliance", "organisation=@b", NULL);
  put (book, NULL, "statement", "organisation=@a", "signed_on=2018-07-02", "level=board", NULL);
  put (book, NULL, "statement", "organisation=@b", "alliance=@alliance", "signed_on=2018-07-02", "level=hr",
       NULL);
  put (book, "together", "event", "name=Rondetafel", "start=2018-09-01", NULL);
  put (book, "apart", "event", "name=Koffie", "start=2018-09-02", NULL);
  put (book, NULL, "attendance", "event=@together", "organisation=@a", NULL);
  put (book, NULL, "attendance", "event=@together", "organisation=@b", NULL);
  put (book, NULL, "attendance", "event=@together", "organisation=@city", NULL);
  put (book, NULL, "attendance", "event=@apart", "organisation=@a", NULL);
  put (book, NULL, "attendance", "event=@apart", "organisation=@city", NULL);
  alliances = spil_alliance_query (book->store.store, SPIL_ID_NIL, day (2018, 10, 1), &error);
  assert_rows (alliances, error, 1);
  alliance = alliances->pdata[0];
  g_assert_cmpint (alliance->n_members, ==, 2);
  g_assert_cmpint (alliance->n_signed, ==, 2);
  g_assert_cmpint (alliance->n_highest, ==, 1);
  g_assert_cmpint (alliance->n_voices, ==, 1);
  members = spil_alliance_query_members (book->store.store, alliance->id, &error);
  assert_rows (members, error, 2);
  g_assert_cmpint (((SpilMemberRow *) members->pdata[1])->level, ==, SPIL_PERSON_LEVEL_HR);
}

static void
test_periods (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) one = NULL, of_instrument = NULL, taken = NULL;
  const SpilCohortRow *cohort;

  spil_day_play (day (2018, 10, 1));
  put_organisations (book);
  put (book, NULL, "setting", "key=trial-horizon-days", "value=14", NULL);
  put (book, "ov", "instrument", "name=OV", "kind=trial", "weeks=4", "credit=350", "uses_a_week=2",
       "use_rule=average", "extension_weeks=4", NULL);
  put (book, "offer", "offer", "instrument=@ov", "organisation=@old", "state=running", NULL);
  put (book, "now", "cohort", "offer=@offer", "start=2018-09-03", "places=20", NULL);
  put (book, "soon", "cohort", "offer=@offer", "start=2018-09-17", NULL);
  put (book, NULL, "participation", "cohort=@now", "pseudonym=OV-001", "week_1=8", "week_2=0",
       "keeps_travelling=yes", "credit_spent=12.5", NULL);
  put (book, NULL, "participation", "cohort=@now", "pseudonym=OV-002", "week_1=1", "week_2=0", "week_3=0",
       "week_4=1", "keeps_travelling=no", NULL);
  put (book, NULL, "participation", "cohort=@soon", "pseudonym=OV-003", NULL);
  one = spil_toolkit_query_periods (book->store.store, &(SpilCohortFilter) { .cohort = id_of (book, "now") },
                                    &error);
  assert_rows (one, error, 1);
  cohort = one->pdata[0];
  g_assert_cmpstr (cohort->organisation_name, ==, "Aap");
  g_assert_cmpint (cohort->stake, ==, SPIL_STAKE_NOW);
  g_assert_cmpint (cohort->ledger.at_stake[SPIL_STAKE_NOW], ==, 35000);
  g_assert_cmpint (cohort->ledger.spent, ==, 1250);
  g_assert_cmpint (spil_trial_ledger_share (&cohort->ledger), ==, 500000);
  of_instrument = spil_toolkit_query_periods (
      book->store.store, &(SpilCohortFilter) { .instrument = id_of (book, "ov") }, &error);
  assert_rows (of_instrument, error, 2);
  cohort = of_instrument->pdata[0];
  g_assert_cmpint (cohort->stake, ==, SPIL_STAKE_SOON);
  taken = spil_toolkit_query_pseudonyms (book->store.store, id_of (book, "ov"), &error);
  assert_rows (taken, error, 3);
  spil_day_play (SPIL_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/toolkit/offers", Book, NULL, book_set_up, test_offers, book_tear_down);
  g_test_add ("/store/toolkit/promises", Book, NULL, book_set_up, test_promises, book_tear_down);
  g_test_add ("/store/toolkit/events", Book, NULL, book_set_up, test_events, book_tear_down);
  g_test_add ("/store/toolkit/alliances", Book, NULL, book_set_up, test_alliances, book_tear_down);
  g_test_add ("/store/toolkit/periods", Book, NULL, book_set_up, test_periods, book_tear_down);
  return g_test_run ();
}
