// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-agenda-query.h"
#include "spil-area-query.h"
#include "spil-employer-query.h"
#include "spil-funnel-query.h"
#include "spil-programme-query.h"
#include "spil-timeline-query.h"

static void
put_relations (Book *book)
{
  put (book, NULL, "setting", "key=cadence-tier-a", "value=30", NULL);
  put (book, NULL, "setting", "key=upscale-employers", "value=2", NULL);
  put (book, NULL, "setting", "key=upscale-months", "value=12", NULL);
  put (book, "s1", "stage", "number=1", "name=Bekendheid", NULL);
  put (book, "s2", "stage", "number=2", "name=Interesse", NULL);
  put (book, "park", "area", "name=Oosterenk", "kind=business_park", NULL);
  put (book, "wijk", "area", "name=Assendorp", "kind=district", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", "town=Zwolle", "staff_count=3000",
       "kvk_number=12345678", "tags=zorg", NULL);
  put (book, "bakker", "organisation", "name=Bakker Bart", "kind=employer", "town=Kampen", NULL);
  put (book, "elan", "organisation", "name=Élan", "kind=self_employed", "town=Zwolle", "staff_count=1", NULL);
  put (book, "provincie", "organisation", "name=Provincie", "kind=government", "town=Zwolle",
       "staff_count=900", NULL);
  put (book, NULL, "site", "organisation=@isala", "area=@park", "staff_count=2000", NULL);
  put (book, NULL, "site", "organisation=@isala", "area=@park", NULL);
  put (book, NULL, "site", "organisation=@bakker", "area=@park", "staff_count=10", NULL);
  put (book, "e-isala", "engagement", "organisation=@isala", "stage=@s2", "tier=a", "mobility_broker=Bo",
       NULL);
  put (book, "e-bakker", "engagement", "organisation=@bakker", "stage=@s1", "cadence=100",
       "sustainability_broker=Noor", NULL);
  put (book, "e-elan", "engagement", "organisation=@elan", "stage=@s1", "tier=a", NULL);
  put (book, NULL, "stage_change", "engagement=@e-isala", "to=@s1", "date=2018-01-01", NULL);
  put (book, NULL, "stage_change", "engagement=@e-isala", "from=@s1", "to=@s2", "date=2018-02-01",
       "evidence=Vroeg een scan", NULL);
  put (book, "anna", "person", "organisation=@isala", "name=Anna de Vries", NULL);
  put (book, "c1", "contact", "organisation=@isala", "time=2018-08-01T10:00", "kind=called",
       "summary=Parkeren knelt", "needs=parking", "broker=Bo", NULL);
  put (book, NULL, "contact_person", "contact=@c1", "person=@anna", NULL);
  put (book, "c2", "contact", "organisation=@isala", "time=2018-09-25T10:00", "kind=called",
       "summary=Verkeerde dag", NULL);
  put (book, "c3", "contact", "organisation=@isala", "time=2018-08-25T10:00", "kind=visited",
       "summary=Goede dag", "reverses=@c2", "advice_given=true", "advice=Begin met fietsen", NULL);
  put (book, "c4", "contact", "organisation=@bakker", "time=2018-09-01T10:00", "kind=email",
       "needs=parking,bicycle", NULL);
  put (book, "n1", "next_action", "organisation=@isala", "text=Scan plannen", "due=2018-09-20", "owner=Bo",
       "state=open", NULL);
  put (book, NULL, "next_action", "organisation=@isala", "text=Later", "due=2018-12-20", "state=open", NULL);
  put (book, NULL, "next_action", "organisation=@isala", "text=Gedaan", "due=2018-01-20", "state=done", NULL);
}

/* The names that a filter gives, with commas between. */
static char *
names_of (Book *book, const SpilEmployerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = spil_employer_query (book->store.store, filter, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", ((SpilEmployerRow *) rows->pdata[i])->name);
  return g_strdup (names->str);
}

static void
test_employers (Book *book, gconstpointer data)
{
  const struct
  {
    SpilEmployerFilter filter;
    const char *names;
    int64_t count;
  } cases[] = {
    { { .search = NULL }, "Bakker Bart,Élan,Isala,Provincie", 4 },
    { { .descending = TRUE }, "Provincie,Isala,Élan,Bakker Bart", 4 },
    { { .limit = 2, .offset = 1 }, "Élan,Isala", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_TOWN }, "Bakker Bart,Élan,Isala,Provincie", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_TOWN, .descending = TRUE }, "Élan,Isala,Provincie,Bakker Bart", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_STAFF }, "Élan,Provincie,Isala,Bakker Bart", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_STAFF, .descending = TRUE }, "Isala,Provincie,Élan,Bakker Bart", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_LAST_CONTACT }, "Élan,Provincie,Isala,Bakker Bart", 4 },
    { { .sort = SPIL_EMPLOYER_SORT_LAST_CONTACT, .descending = TRUE },
      "Bakker Bart,Isala,Élan,Provincie",
      4 },
    { { .kinds = 1 << SPIL_ORGANISATION_KIND_EMPLOYER }, "Bakker Bart,Isala", 2 },
    { { .stage = id_of (book, "s1") }, "Bakker Bart,Élan", 2 },
    { { .area = id_of (book, "park") }, "Bakker Bart,Isala", 2 },
    { { .broker = "Noor" }, "Bakker Bart", 1 },
    { { .broker = "Bo" }, "Isala", 1 },
    { { .town = "zwolle" }, "Élan,Isala,Provincie", 3 },
    { { .overdue = TRUE }, "Élan,Isala", 2 },
    { { .overdue = TRUE, .search = "zwol", .kinds = 1 << SPIL_ORGANISATION_KIND_EMPLOYER }, "Isala", 1 },
    { { .search = "ela" }, "Élan", 1 },
    { { .search = "p" }, "Isala,Provincie", 2 },
    { { .search = "p", .sort = SPIL_EMPLOYER_SORT_MATCH }, "Provincie,Isala", 2 },
    { { .sort = SPIL_EMPLOYER_SORT_MATCH }, "Bakker Bart,Élan,Isala,Provincie", 4 },
    { { .search = "zwol isa" }, "Isala", 1 },
    { { .search = "1234" }, "Isala", 1 },
    { { .search = "zorg" }, "Isala", 1 },
    { { .search = "vries" }, "Isala", 1 },
    { { .search = "knelt" }, "Isala", 1 },
    { { .search = "vries zwolle" }, "Isala", 1 },
    { { .search = "vries kampen" }, "", 0 },
    { { .search = "nergens" }, "", 0 },
    { { .search = "provinsie" }, "Provincie", 1 },
    { { .search = "zwole" }, "Élan,Isala,Provincie", 3 },
    { { .search = "zwole isaal" }, "Isala", 1 },
    { { .search = "\" - *" }, "Bakker Bart,Élan,Isala,Provincie", 4 },
    { { .search = "zwolle", .limit = 1, .sort = SPIL_EMPLOYER_SORT_STAFF, .descending = TRUE }, "Isala", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilEmployerFilter filter = cases[i].filter;
    g_autoptr (GError) error = NULL;
    g_autofree char *names = NULL;
    int64_t count;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    filter.today = day (2018, 10, 1);
    names = names_of (book, &filter);
    g_assert_cmpstr (names, ==, cases[i].names);
    g_assert_true (spil_employer_query_count (book->store.store, &filter, &count, &error));
    g_assert_cmpint (count, ==, cases[i].count);
  }
}

static void
test_employer_row (Book *book, gconstpointer data)
{
  SpilEmployerFilter filter = { .search = "isala", .today = day (2018, 10, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = spil_employer_query_ids (book->store.store, &filter, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) brokers = NULL;
  g_autoptr (GPtrArray) towns = NULL;
  const SpilEmployerRow *row;

  assert_rows (ids, error, 1);
  rows = spil_employer_query_rows (book->store.store, (SpilId *) (gpointer) ids->data, ids->len, filter.today,
                                   &error);
  assert_rows (rows, error, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->staff, ==, 3000);
  g_assert_cmpint (row->stage_number, ==, 2);
  g_assert_cmpstr (row->stage_name, ==, "Interesse");
  g_assert_cmpint (row->tier, ==, SPIL_TIER_A);
  g_assert_cmpstr (row->mobility_broker, ==, "Bo");
  g_assert_null (row->sustainability_broker);
  g_assert_cmpint (row->last_contact.ms, ==, spil_time_from_day (day (2018, 8, 25), 10, 0).ms);
  g_assert_cmpstr (row->action_text, ==, "Scan plannen");
  g_assert_cmpint (row->debt.days, ==, 7);

  brokers = spil_employer_query_brokers (book->store.store, &error);
  assert_rows (brokers, error, 2);
  g_assert_cmpstr (brokers->pdata[1], ==, "Noor");
  towns = spil_employer_query_towns (book->store.store, &error);
  assert_rows (towns, error, 2);
  g_assert_cmpstr (towns->pdata[0], ==, "Kampen");
}

static void
test_timeline (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) window = NULL;
  const SpilTimelineEntry *entry;
  int64_t count;

  put (book, "kaart", "instrument", "name=Probeerkaart", "kind=trial", NULL);
  put (book, NULL, "offer", "instrument=@kaart", "organisation=@isala", "state=running", "start=2018-07-01",
       NULL);
  put (book, "fonds", "scheme", "name=Fonds", NULL);
  put (book, NULL, "application", "scheme=@fonds", "organisation=@isala", "measures=Fietsenstalling",
       "asked=1000", "vat=excluded", "state=draft", "received=2018-06-01", NULL);
  entries = spil_timeline_query (book->store.store, id_of (book, "isala"), 0, 0, &error);
  assert_rows (entries, error, 8);
  g_assert_true (spil_timeline_query_count (book->store.store, id_of (book, "isala"), &count, &error));
  g_assert_cmpint (count, ==, 8);

  entry = entries->pdata[0]; /* the actions that are open are not in it */
  g_assert_cmpint (entry->kind, ==, SPIL_TIMELINE_CONTACT);
  g_assert_cmpstr (entry->title, ==, "Verkeerde dag");
  g_assert_true (entry->reversed);
  entry = entries->pdata[1];
  g_assert_cmpstr (entry->title, ==, "Goede dag");
  g_assert_cmpstr (entry->advice, ==, "Begin met fietsen");
  g_assert_false (entry->reversed);
  entry = entries->pdata[2];
  g_assert_cmpstr (entry->persons, ==, "Anna de Vries");
  g_assert_cmpint (entry->needs, ==, 1 << SPIL_NEED_PARKING);
  entry = entries->pdata[3];
  g_assert_cmpstr (entry->title, ==, "Probeerkaart");
  g_assert_cmpint (spil_day_compare (spil_time_day (entry->time), day (2018, 7, 1)), ==, 0);
  entry = entries->pdata[4];
  g_assert_cmpint (entry->kind, ==, SPIL_TIMELINE_APPLICATION);
  g_assert_cmpint (entry->amount.cents, ==, 100000);
  entry = entries->pdata[5];
  g_assert_cmpint (entry->kind, ==, SPIL_TIMELINE_STAGE);
  g_assert_cmpstr (entry->title, ==, "Interesse");
  g_assert_cmpstr (entry->detail, ==, "Vroeg een scan");

  window = spil_timeline_query (book->store.store, id_of (book, "isala"), 1, 1, &error);
  assert_rows (window, error, 1);
  g_assert_cmpstr (((SpilTimelineEntry *) window->pdata[0])->title, ==, "Goede dag");
}

static void
put_cohort (Book *book, const char *start)
{
  g_autofree char *from = g_strconcat ("start=", start, NULL);

  put (book, "ov", "instrument", "name=OV-probeerkaart", "kind=trial", "weeks=4", "uses_a_week=2",
       "use_rule=every_week", "extension_weeks=4", "credit=350", "vat=included", NULL);
  put (book, "ov-isala", "offer", "instrument=@ov", "organisation=@isala", "state=running", NULL);
  put (book, "proef", "cohort", "offer=@ov-isala", "name=Periode 1", from, NULL);
  put (book, NULL, "participation", "cohort=@proef", "pseudonym=P1", "week_1=2", "week_2=2", "week_3=3",
       "week_4=2", NULL);
  put (book, NULL, "participation", "cohort=@proef", "pseudonym=P2", "week_1=1", NULL);
}

static void
test_agenda (Book *book, gconstpointer data)
{
  SpilAgendaFilter filter = { .today = day (2018, 10, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) ahead = NULL;
  g_autoptr (GPtrArray) bo = NULL;
  const SpilAgendaItem *item;
  int64_t counts[3];

  put_cohort (book, "2018-09-03");
  items = spil_agenda_query (book->store.store, &filter, counts, &error);
  assert_rows (items, error, 4);
  item = items->pdata[0];
  g_assert_cmpint (item->kind, ==, SPIL_AGENDA_ACTION);
  g_assert_cmpstr (item->text, ==, "Scan plannen");
  g_assert_cmpstr (item->organisation_name, ==, "Isala");
  g_assert_cmpint (item->days, ==, 11);
  item = items->pdata[1];
  g_assert_cmpint (item->kind, ==, SPIL_AGENDA_CONTACT);
  g_assert_cmpstr (item->organisation_name, ==, "Isala");
  g_assert_cmpint (item->days, ==, 7);
  item = items->pdata[2]; /* never contacted comes last */
  g_assert_cmpstr (item->organisation_name, ==, "Élan");
  g_assert_false (spil_day_is_known (item->due));
  item = items->pdata[3];
  g_assert_cmpint (item->kind, ==, SPIL_AGENDA_TRIAL);
  g_assert_cmpstr (item->text, ==, "Periode 1");
  g_assert_cmpint (item->count, ==, 1);
  g_assert_cmpint (item->days, ==, 1);

  g_assert_cmpint (counts[SPIL_AGENDA_ACTION], ==, 1);
  g_assert_cmpint (counts[SPIL_AGENDA_CONTACT], ==, 2);
  g_assert_cmpint (counts[SPIL_AGENDA_TRIAL], ==, 1);

  filter.days_ahead = 90;
  filter.limit = 1;
  ahead = spil_agenda_query (book->store.store, &filter, NULL, &error);
  assert_rows (ahead, error, 3);
  filter = (SpilAgendaFilter) { .today = day (2018, 10, 1), .person = "Noor" };
  bo = spil_agenda_query (book->store.store, &filter, NULL, &error);
  assert_rows (bo, error, 1); /* the trial period, which is everybody's */
}

static void
test_agenda_forgets (Book *book, gconstpointer data)
{
  SpilAgendaFilter filter = { .today = day (2018, 11, 1), .person = "Niemand" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  put_cohort (book, "2018-08-01");
  items = spil_agenda_query (book->store.store, &filter, NULL, &error);
  assert_rows (items, error, 0);
}

static void
test_funnel (Book *book, gconstpointer data)
{
  const struct
  {
    SpilId area;
    SpilDay day;
    int reached_1, now_1, reached_2, now_2, dwell_1;
  } cases[] = {
    { SPIL_ID_NIL, SPIL_DAY_NONE, 3, 2, 1, 1, 31 },
    { SPIL_ID_NIL, day (2018, 1, 15), 3, 3, 0, 0, -1 },
    { id_of (book, "park"), SPIL_DAY_NONE, 2, 1, 1, 1, 31 },
    { id_of (book, "wijk"), SPIL_DAY_NONE, 0, 0, 0, 0, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) stages = spil_funnel_query (book->store.store, cases[i].area, cases[i].day, &error);
    const SpilFunnelFigures *first, *second;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_rows (stages, error, 2);
    first = stages->pdata[0];
    second = stages->pdata[1];
    g_assert_cmpint (first->reached, ==, cases[i].reached_1);
    g_assert_cmpint (first->now, ==, cases[i].now_1);
    g_assert_cmpint (first->dwell, ==, cases[i].dwell_1);
    g_assert_cmpint (second->reached, ==, cases[i].reached_2);
    g_assert_cmpint (second->now, ==, cases[i].now_2);
  }
}

static void
test_areas (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (SpilAreaRow) one = NULL;
  const SpilAreaRow *area;

  put (book, NULL, "area_check", "area=@park", "date=2018-03-01", "coherence=yes", "problem=yes",
       "urgency=no", "park_management=yes", "urgency_evidence=Nog niet", NULL);
  put (book, "check", "area_check", "area=@park", "date=2018-09-01", "coherence=yes", "problem=yes",
       "urgency=yes", "park_management=yes", NULL);
  before = spil_area_query (book->store.store, day (2018, 8, 31), &error);
  assert_rows (before, error, 2);
  area = before->pdata[1];
  g_assert_cmpstr (area->name, ==, "Oosterenk");
  g_assert_cmpint (area->approach, ==, SPIL_APPROACH_ONE_TO_ONE);
  g_assert_cmpstr (area->evidence[SPIL_PRECONDITION_URGENCY], ==, "Nog niet");
  g_assert_cmpint (area->n_employers, ==, 2);
  g_assert_cmpint (area->staff, ==, 2010);
  g_assert_cmpint (area->n_staff_unknown, ==, 1);
  g_assert_cmpint (area->hint.need, ==, 0); /* in August only one asked for parking */
  area = before->pdata[0];
  g_assert_cmpint (area->approach, ==, SPIL_APPROACH_NOT_ASSESSED);
  g_assert_false (spil_day_is_known (area->check_date));

  areas = spil_area_query (book->store.store, day (2018, 9, 1), &error);
  area = areas->pdata[1];
  g_assert_cmpint (area->approach, ==, SPIL_APPROACH_AREA);
  g_assert_true (spil_id_equal (area->check, id_of (book, "check")));

  put (book, NULL, "area_check", "area=@park", "date=2018-10-01", "coherence=yes", "problem=no",
       "urgency=yes", "park_management=yes", NULL);
  one = spil_area_query_one (book->store.store, id_of (book, "park"), day (2018, 10, 1), &error);
  g_assert_no_error (error);
  g_assert_cmpint (one->hint.need, ==, SPIL_NEED_PARKING);
  g_assert_cmpint (one->hint.employers, ==, 2);
  g_assert_null (spil_area_query_one (book->store.store, spil_id_new (), day (2018, 10, 1), &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
}

static void
test_exception (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAreaRow) before = NULL;
  g_autoptr (SpilAreaRow) after = NULL;

  put (book, "straat", "area", "name=Straat", "kind=district", "exception=De wijk doet het zelf",
       "exception_date=2018-05-01", NULL);
  before = spil_area_query_one (book->store.store, id_of (book, "straat"), day (2018, 4, 30), &error);
  g_assert_cmpint (before->approach, ==, SPIL_APPROACH_NOT_ASSESSED);
  after = spil_area_query_one (book->store.store, id_of (book, "straat"), day (2018, 5, 1), &error);
  g_assert_cmpint (after->approach, ==, SPIL_APPROACH_AREA_BY_EXCEPTION);
}

static void
test_programme (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilProgrammeRow) programme = spil_programme_query (book->store.store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (programme->name, ==, "Werkgeversaanpak");
  g_assert_cmpint (programme->n_organisations, ==, 4);
  g_assert_cmpint (programme->n_areas, ==, 2);
  g_assert_true (spil_programme_row_has_module (programme, SPIL_MODULE_FUND));
  programme->modules = 1 << SPIL_MODULE_BUDGET;
  g_assert_false (spil_programme_row_has_module (programme, SPIL_MODULE_FUND));
}

static void
relations_set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put_relations (book);
}

#define BOOK_TEST(path, func) g_test_add (path, Book, NULL, relations_set_up, func, book_tear_down)

/* Isala was put in a second time, with a relation, a site, a person, a contact moment and a next action of its own. */
static void
put_merged (Book *book)
{
  SpilAction *action = spil_action_new ("Merged");
  g_auto (SpilValue) head = spil_value_id (id_of (book, "isala"));

  put (book, "dubbel", "organisation", "name=Isala Zwolle", "kind=employer", "town=Zwolle", NULL);
  put (book, NULL, "site", "organisation=@dubbel", "area=@park", "staff_count=5", NULL);
  put (book, NULL, "engagement", "organisation=@dubbel", "stage=@s1", "tier=a", "mobility_broker=Dik", NULL);
  put (book, NULL, "person", "organisation=@dubbel", "name=Truus Tweeling", NULL);
  put (book, NULL, "contact", "organisation=@dubbel", "time=2018-09-28T10:00", "kind=called",
       "summary=Fietsenstalling", NULL);
  put (book, NULL, "next_action", "organisation=@dubbel", "text=Bellen", "due=2018-09-10", "owner=Bo",
       "state=open", NULL);
  spil_change_assign (
      spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "dubbel")),
      SPIL_ORGANISATION_MERGED_INTO, &head);
  commit (book->store.store, action);
}

static void
test_merged_lists (Book *book, gconstpointer data)
{
  const struct
  {
    SpilEmployerFilter filter;
    const char *names;
  } cases[] = {
    { { .search = NULL }, "Bakker Bart,Élan,Isala,Provincie" },
    { { .kinds = 1 << SPIL_ORGANISATION_KIND_EMPLOYER }, "Bakker Bart,Isala" },
    { { .sort = SPIL_EMPLOYER_SORT_LAST_CONTACT, .descending = TRUE }, "Isala,Bakker Bart,Élan,Provincie" },
    { { .search = "fietsenstalling" }, "Isala" },
    { { .search = "tweeling" }, "Isala" },
    { { .search = "isala zwolle" }, "Isala" },
    { { .stage = id_of (book, "s1") }, "Bakker Bart,Élan" },
    { { .stage = id_of (book, "s2") }, "Isala" },
    { { .area = id_of (book, "park") }, "Bakker Bart,Isala" },
    { { .broker = "Dik" }, "" },
    { { .overdue = TRUE }, "Élan" },
    { { .search = "isala", .sort = SPIL_EMPLOYER_SORT_LAST_CONTACT }, "Isala" },
  };

  put_merged (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilEmployerFilter filter = cases[i].filter;
    g_autofree char *names = NULL;
    g_auto (GStrv) each = NULL;
    g_autoptr (GError) error = NULL;
    int64_t count;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    filter.today = day (2018, 10, 1);
    names = names_of (book, &filter);
    g_assert_cmpstr (names, ==, cases[i].names);
    g_assert_true (spil_employer_query_count (book->store.store, &filter, &count, &error));
    g_assert_no_error (error);
    each = g_strsplit (names, ",", -1);
    g_assert_cmpint (count, ==, g_strv_length (each));
  }
}

static void
test_merged_figures (Book *book, gconstpointer data)
{
  SpilAgendaFilter filter = { .today = day (2018, 10, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) agenda = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (SpilAreaRow) area = NULL;
  SpilId head, ids[1];
  const SpilEmployerRow *row;

  put_merged (book);
  head = ids[0] = id_of (book, "isala");
  rows = spil_employer_query_rows (book->store.store, ids, 1, filter.today, &error);
  assert_rows (rows, error, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->mobility_broker, ==, "Bo");
  g_assert_cmpstr (row->action_text, ==, "Bellen");
  g_assert_cmpint (spil_day_compare (spil_time_day (row->last_contact), day (2018, 9, 28)), ==, 0);

  agenda = spil_agenda_query (book->store.store, &filter, NULL, &error);
  assert_rows (agenda, error, 3);
  for (guint i = 0; i < 2; i++) {
    const SpilAgendaItem *item = agenda->pdata[i];

    g_assert_cmpint (item->kind, ==, SPIL_AGENDA_ACTION);
    g_assert_true (spil_id_equal (item->organisation, head));
    g_assert_cmpstr (item->organisation_name, ==, "Isala");
  }

  stages = spil_funnel_query (book->store.store, SPIL_ID_NIL, filter.today, &error);
  assert_rows (stages, error, 2);
  g_assert_cmpint (((SpilFunnelFigures *) stages->pdata[0])->now, ==, 2);
  g_assert_cmpint (((SpilFunnelFigures *) stages->pdata[1])->now, ==, 1);

  area = spil_area_query_one (book->store.store, id_of (book, "park"), filter.today, &error);
  g_assert_no_error (error);
  g_assert_cmpint (area->n_employers, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BOOK_TEST ("/relation-figures/employers", test_employers);
  BOOK_TEST ("/relation-figures/employer-row", test_employer_row);
  BOOK_TEST ("/relation-figures/timeline", test_timeline);
  BOOK_TEST ("/relation-figures/agenda", test_agenda);
  BOOK_TEST ("/relation-figures/agenda-forgets", test_agenda_forgets);
  BOOK_TEST ("/relation-figures/funnel", test_funnel);
  BOOK_TEST ("/relation-figures/areas", test_areas);
  BOOK_TEST ("/relation-figures/exception", test_exception);
  BOOK_TEST ("/relation-figures/merged-lists", test_merged_lists);
  BOOK_TEST ("/relation-figures/merged-figures", test_merged_figures);
  BOOK_TEST ("/relation-figures/programme", test_programme);
  return g_test_run ();
}
