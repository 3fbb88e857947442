// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-relation-query.h"
#include "spil-rhythm-query.h"
#include "spil-timeline-query.h"

#define STORE(book) ((book)->store.store)

static void
put_relations (Book *book)
{
  put (book, NULL, "setting", "key=visit-guard-days", "value=14", NULL);
  put (book, "s1", "stage", "number=1", "name=Bekendheid", NULL);
  put (book, "isala", "organisation", "name=Isala", "kind=employer", "tags=zorg, nachtdienst", NULL);
  put (book, "bakker", "organisation", "name=Bakker", "kind=employer", "tags=Zorg,bakkers", NULL);
  put (book, "kapper", "organisation", "name=Kapper", "kind=employer", NULL);
  put (book, "e-isala", "engagement", "organisation=@isala", "stage=@s1", "tier=b", "mobility_broker=Bo",
       "sustainability_broker=Noor", NULL);
  put (book, NULL, "engagement", "organisation=@bakker", "tier=a", "mobility_broker=Bo", NULL);
  put (book, NULL, "engagement", "organisation=@kapper", "sustainability_broker=Noor", NULL);
  put (book, NULL, "stage_change", "engagement=@e-isala", "to=@s1", "date=2018-01-01",
       "evidence=Kwam naar het ontbijt", NULL);
  put (book, "anna", "person", "organisation=@isala", "name=Anna de Vries", NULL);
  put (book, "c1", "contact", "organisation=@isala", "time=2018-08-01T10:00", "kind=called",
       "summary=Parkeren knelt", "needs=parking,bicycle", "broker=Bo", NULL);
  put (book, NULL, "contact_person", "contact=@c1", "person=@anna", NULL);
  put (book, "c2", "contact", "organisation=@isala", "time=2018-09-24T10:00", "kind=visited",
       "summary=Café bezocht", "needs=parking", "broker=Noor", NULL);
  put (book, "wrong", "contact", "organisation=@isala", "time=2018-09-25T10:00", "kind=visited",
       "needs=staff", "broker=Bo", NULL);
  put (book, NULL, "contact", "organisation=@isala", "time=2018-09-25T10:00", "kind=called",
       "summary=Toch gebeld", "broker=Bo", "reverses=@wrong", NULL);
  put (book, NULL, "next_action", "organisation=@isala", "text=Fietsplan bespreken", "due=2018-10-05",
       "owner=Bo", "kind=visited", "state=open", NULL);
  put (book, NULL, "next_action", "organisation=@isala", "text=Oud", "due=2018-09-01", "owner=Noor",
       "state=open", NULL);
  put (book, NULL, "next_action", "organisation=@isala", "text=Gedaan", "due=2018-07-01", "owner=Bo",
       "state=done", NULL);
  put (book, NULL, "next_action", "organisation=@bakker", "text=Gedaan", "state=done", NULL);
  put (book, NULL, "statement", "organisation=@isala", "signed_on=2018-03-01", "promises=Minder auto", NULL);
  put (book, NULL, "scan", "organisation=@isala", "kind=zero", "date=2018-04-01", "method=Enquête", NULL);
}

/* What is said of each entry, with commas between. */
static char *
titles_of (GPtrArray *entries)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++) {
    const SpilTimelineEntry *entry = entries->pdata[i];

    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "", entry->title != NULL ? entry->title : "-");
  }
  return g_strdup (titles->str);
}

static void
test_timeline_filter (Book *book, gconstpointer data)
{
  const struct
  {
    SpilTimelineFilter filter;
    const char *titles;
  } cases[] = {
    { { .kinds = 0 }, "-,Toch gebeld,Café bezocht,Parkeren knelt,Gedaan,Enquête,Minder auto,Bekendheid" },
    { { .kinds = 1 << SPIL_TIMELINE_STAGE }, "Bekendheid" },
    { { .kinds = 1 << SPIL_TIMELINE_STATEMENT | 1 << SPIL_TIMELINE_SCAN }, "Enquête,Minder auto" },
    { { .broker = "bo" }, "-,Toch gebeld,Parkeren knelt,Gedaan" },
    { { .broker = "Noor" }, "Café bezocht" },
    { { .broker = "Bo", .kinds = 1 << SPIL_TIMELINE_ACTION }, "Gedaan" },
    { { .words = "cafe" }, "Café bezocht" },
    { { .words = "VRIES knelt" }, "Parkeren knelt" },
    { { .words = "arkeren" }, "Parkeren knelt" },
    { { .words = "vries cafe" }, "" },
    { { .words = "ontbijt" }, "Bekendheid" },
    { { .words = "\"] %_" }, "" },
    { { .words = "  ", .limit = 2, .offset = 1 }, "Toch gebeld,Café bezocht" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTimelineFilter filter = cases[i].filter;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) entries = NULL;
    g_autofree char *titles = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    filter.organisation = id_of (book, "isala");
    entries = spil_timeline_query_filtered (STORE (book), &filter, &error);
    g_assert_no_error (error);
    titles = titles_of (entries);
    g_assert_cmpstr (titles, ==, cases[i].titles);
  }
}

static void
test_timeline_counts (Book *book, gconstpointer data)
{
  SpilTimelineFilter filter = { .organisation = id_of (book, "isala"), .kinds = 1 << SPIL_TIMELINE_SCAN };
  int64_t counts[SPIL_N_TIMELINE_KINDS];
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_timeline_query_counts (STORE (book), &filter, counts, &error));
  g_assert_cmpint (counts[SPIL_TIMELINE_CONTACT], ==, 4);
  g_assert_cmpint (counts[SPIL_TIMELINE_STAGE], ==, 1);
  g_assert_cmpint (counts[SPIL_TIMELINE_OFFER], ==, 0);
  filter.broker = "Noor";
  g_assert_true (spil_timeline_query_counts (STORE (book), &filter, counts, &error));
  g_assert_cmpint (counts[SPIL_TIMELINE_CONTACT], ==, 1);
  g_assert_cmpint (counts[SPIL_TIMELINE_STAGE], ==, 0);
}

static void
test_planned (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      late = spil_planned_query (STORE (book), SPIL_DAY_NONE, day (2018, 9, 30), NULL, 0, &error);
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const SpilPlanned *planned;

  assert_rows (late, error, 1);
  planned = late->pdata[0];
  g_assert_cmpstr (planned->text, ==, "Oud");
  g_assert_cmpstr (planned->organisation_name, ==, "Isala");
  mine = spil_planned_query (STORE (book), day (2018, 10, 1), day (2018, 10, 31), "Bo", 0, &error);
  assert_rows (mine, error, 1);
  planned = mine->pdata[0];
  g_assert_cmpint (planned->kind, ==, SPIL_CONTACT_KIND_VISITED);
  none = spil_planned_query (STORE (book), day (2018, 10, 1), day (2018, 10, 31), "Noor", 0, &error);
  assert_rows (none, error, 0);
}

static void
test_unplanned (Book *book, gconstpointer data)
{
  int64_t count;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = spil_unplanned_query (STORE (book), NULL, 1, &count, &error);
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) none = NULL;

  assert_rows (all, error, 1);
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpstr (((SpilUnplanned *) all->pdata[0])->organisation_name, ==, "Bakker");
  mine = spil_unplanned_query (STORE (book), "Noor", 0, NULL, &error);
  assert_rows (mine, error, 1);
  g_assert_cmpstr (((SpilUnplanned *) mine->pdata[0])->organisation_name, ==, "Kapper");
  none = spil_unplanned_query (STORE (book), "Nobody", 1, &count, &error);
  assert_rows (none, error, 0);
  g_assert_cmpint (count, ==, 0);
}

static guint
count_double (Book *book, const char *organisation, const char *broker, SpilDay today)
{
  g_autoptr (GError) error = NULL;
  SpilId id = organisation != NULL ? id_of (book, organisation) : SPIL_ID_NIL;
  g_autoptr (GPtrArray) found = spil_double_visit_query (STORE (book), id, broker, today, &error);

  g_assert_no_error (error);
  return found->len;
}

/* Noor visited on 24 September, Bo plans a visit on 5 October; what was corrected does not count. */
static void
test_double_visit (Book *book, gconstpointer data)
{
  SpilDay today = day (2018, 10, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = spil_double_visit_query (STORE (book), SPIL_ID_NIL, NULL, today, &error);
  const SpilDoubleVisit *visit;

  assert_rows (found, error, 1);
  visit = found->pdata[0];
  g_assert_cmpstr (visit->organisation_name, ==, "Isala");
  g_assert_nonnull (strstr (visit->text, "Noor visited"));
  g_assert_cmpuint (count_double (book, "isala", NULL, today), ==, 1);
  g_assert_cmpuint (count_double (book, "bakker", NULL, today), ==, 0);
  g_assert_cmpuint (count_double (book, NULL, "Bo", today), ==, 1);
  g_assert_cmpuint (count_double (book, NULL, "Iemand", today), ==, 0);
  /* A plan that is not carried out moves on with today, until it is long after the other's visit. */
  g_assert_cmpuint (count_double (book, NULL, NULL, day (2018, 10, 8)), ==, 1);
  g_assert_cmpuint (count_double (book, NULL, NULL, day (2018, 10, 9)), ==, 0);
}

static void
test_double_visit_later (Book *book, gconstpointer data)
{
  SpilDay today = day (2018, 10, 1);

  put (book, NULL, "next_action", "organisation=@bakker", "text=Langs", "due=2018-10-10", "owner=Bo",
       "kind=visited", "state=open", NULL);
  g_assert_cmpuint (count_double (book, "bakker", NULL, today), ==, 0);
  put (book, NULL, "next_action", "organisation=@bakker", "text=Ook langs", "due=2018-10-12", "owner=Noor",
       "kind=visited", "state=open", NULL);
  g_assert_cmpuint (count_double (book, "bakker", NULL, today), ==, 1);
  g_assert_cmpuint (count_double (book, NULL, NULL, today), ==, 2);
}

static void
test_meetings (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = spil_meeting_query (STORE (book), id_of (book, "isala"), day (2018, 8, 15),
                                                       day (2018, 10, 31), &error);
  g_autoptr (GArray) visits = NULL;
  const SpilMeeting *first, *last;

  assert_rows (meetings, error, 4);
  first = meetings->pdata[0];
  last = meetings->pdata[3];
  g_assert_cmpstr (first->text, ==, "Oud");
  g_assert_true (first->planned);
  g_assert_cmpstr (last->text, ==, "Fietsplan bespreken");
  g_assert_cmpint (last->day.number, ==, day (2018, 10, 5).number);
  visits = spil_meetings_get_visits (meetings);
  g_assert_cmpuint (visits->len, ==, 2);
}

static void
test_tags (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = spil_tags_query (STORE (book), &error);

  assert_rows (tags, error, 3);
  g_assert_cmpstr (tags->pdata[0], ==, "zorg");
  g_assert_cmpstr (tags->pdata[1], ==, "bakkers");
}

static void
test_needs (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) needs = spil_need_query (STORE (book), id_of (book, "isala"), &error);

  assert_rows (needs, error, 2);
  g_assert_cmpint (g_array_index (needs, SpilNeedCount, 0).need, ==, SPIL_NEED_PARKING);
  g_assert_cmpint (g_array_index (needs, SpilNeedCount, 0).count, ==, 2);
  g_assert_cmpint (g_array_index (needs, SpilNeedCount, 0).last.number, ==, day (2018, 9, 24).number);
  g_assert_cmpint (g_array_index (needs, SpilNeedCount, 1).need, ==, SPIL_NEED_BICYCLE);
}

static void
test_documents (Book *book, gconstpointer data)
{
  g_autofree char *id = NULL;
  SpilId isala = id_of (book, "isala");
  g_autofree char *about = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) others = NULL;

  id = spil_id_dup_text (isala);
  about = g_strconcat ("about_id=", id, NULL);
  put (book, NULL, "document", "name=Plattegrond", "kind=reference", "about_entity=organisation", about,
       NULL);
  documents = spil_document_query (STORE (book), spil_entity (SPIL_ENTITY_ORGANISATION), isala, &error);
  assert_rows (documents, error, 1);
  others = spil_document_query (STORE (book), spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "bakker"),
                                &error);
  assert_rows (others, error, 0);
}

/* What is merged shows at its head, and says where it came from. */
static void
test_merged (Book *book, gconstpointer data)
{
  SpilTimelineFilter filter = { .organisation = id_of (book, "bakker"), .kinds = 1 << SPIL_TIMELINE_SCAN };
  SpilAction *action = spil_action_new ("Merged");
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION),
                                            id_of (book, "isala"));
  SpilValue head_value = spil_value_id (id_of (book, "bakker"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) double_visits = NULL;
  g_autoptr (GPtrArray) unplanned = NULL;
  SpilId head;

  spil_change_assign (change, SPIL_ORGANISATION_MERGED_INTO, &head_value);
  commit (STORE (book), action);
  entries = spil_timeline_query_filtered (STORE (book), &filter, &error);
  assert_rows (entries, error, 1);
  g_assert_cmpstr (((SpilTimelineEntry *) entries->pdata[0])->from, ==, "Isala");
  persons = spil_rows_of_organisation (STORE (book), spil_entity (SPIL_ENTITY_PERSON),
                                       SPIL_PERSON_ORGANISATION, id_of (book, "bakker"), &error);
  assert_rows (persons, error, 1);
  double_visits = spil_double_visit_query (STORE (book), SPIL_ID_NIL, NULL, day (2018, 10, 1), &error);
  assert_rows (double_visits, error, 1);
  g_assert_cmpstr (((SpilDoubleVisit *) double_visits->pdata[0])->organisation_name, ==, "Bakker");
  /* Of the two, the head has what was planned with the other. */
  unplanned = spil_unplanned_query (STORE (book), NULL, 0, NULL, &error);
  assert_rows (unplanned, error, 1);
  g_assert_cmpstr (((SpilUnplanned *) unplanned->pdata[0])->organisation_name, ==, "Kapper");
  g_assert_true (spil_organisation_head (STORE (book), id_of (book, "isala"), &head, &error));
  g_assert_true (spil_id_equal (head, id_of (book, "bakker")));
}

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put_relations (book);
}

#define ADD(path, test) g_test_add ("/store/rhythm/" path, Book, NULL, set_up, test, book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("timeline-filter", test_timeline_filter);
  ADD ("timeline-counts", test_timeline_counts);
  ADD ("planned", test_planned);
  ADD ("unplanned", test_unplanned);
  ADD ("double-visit", test_double_visit);
  ADD ("double-visit-later", test_double_visit_later);
  ADD ("meetings", test_meetings);
  ADD ("tags", test_tags);
  ADD ("needs", test_needs);
  ADD ("documents", test_documents);
  ADD ("merged", test_merged);
  return g_test_run ();
}
