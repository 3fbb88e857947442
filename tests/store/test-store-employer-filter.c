// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"
#include "spil-employer-query.h"

static void
put_employers (Book *book)
{
  put (book, "s1", "stage", "number=1", "name=Bekendheid", NULL);
  put (book, "s2", "stage", "number=2", "name=Interesse", NULL);
  put (book, "ark", "organisation", "name=Ark", "kind=employer", "staff_count=10", "tags=Zorg, bouw", NULL);
  put (book, "bos", "organisation", "name=Bos", "kind=employer", "staff_count=50", "tags=zorgverlener", NULL);
  put (book, "cel", "organisation", "name=Cel", "kind=employer", "staff_count=250", "tags=bouw ,zórg", NULL);
  put (book, "dam", "organisation", "name=Dam", "kind=employer", NULL);
  put (book, NULL, "engagement", "organisation=@ark", "stage=@s2", "tier=b", "mobility_broker=Noor",
       "urgency=parking,moving", "capacity=over", NULL);
  put (book, NULL, "engagement", "organisation=@bos", "stage=@s1", "tier=a", "sustainability_broker=Bo",
       "urgency=centralising", "capacity=balanced", NULL);
  put (book, NULL, "engagement", "organisation=@cel", "mobility_broker=Ada", NULL);
  put (book, "c1", "contact", "organisation=@ark", "time=2018-08-01T10:00", "kind=called", "needs=parking,bicycle",
       NULL);
  put (book, "c2", "contact", "organisation=@bos", "time=2018-08-01T10:00", "kind=called", "needs=carpool", NULL);
  // Corrected: carpool was never their need.
  put (book, "c3", "contact", "organisation=@bos", "time=2018-08-02T10:00", "kind=called", "needs=charging",
       "reverses=@c2", NULL);
  put (book, NULL, "next_action", "organisation=@ark", "text=Bellen", "due=2018-12-01", "state=open", NULL);
  put (book, NULL, "next_action", "organisation=@bos", "text=Gedaan", "due=2018-09-01", "state=done", NULL);
  put (book, NULL, "next_action", "organisation=@cel", "text=Mailen", "due=2018-11-01", "state=open", NULL);
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
test_conditions (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilEmployerFilter filter;
    const char *names;
  } cases[] = {
    { { .no_stage = TRUE }, "Cel,Dam" },
    { { .tier = SPIL_TIER_A }, "Bos" },
    { { .tier = SPIL_TIER_B }, "Ark" },
    { { .tier = SPIL_TIER_C }, "" },
    { { .tag = "zorg" }, "Ark,Cel" },
    { { .tag = "ZORG" }, "Ark,Cel" },
    { { .tag = "bouw" }, "Ark,Cel" },
    { { .tag = "zorgverlener" }, "Bos" },
    { { .tag = "zor" }, "" },
    { { .tag = "zorg, bouw" }, "" },
    { { .need = SPIL_NEED_BICYCLE }, "Ark" },
    { { .need = SPIL_NEED_PARKING }, "Ark" },
    { { .need = SPIL_NEED_CARPOOL }, "" },
    { { .need = SPIL_NEED_CHARGING }, "Bos" },
    { { .urgency = SPIL_URGENCY_MOVING }, "Ark" },
    { { .urgency = SPIL_URGENCY_CENTRALISING }, "Bos" },
    { { .capacity = SPIL_CAPACITY_OVER }, "Ark" },
    { { .capacity = SPIL_CAPACITY_UNDER }, "" },
    { { .no_action = TRUE }, "Bos,Dam" },
    { { .staff_from = 50 }, "Bos,Cel" },
    { { .staff_to = 50 }, "Ark,Bos" },
    { { .staff_from = 11, .staff_to = 249 }, "Bos" },
    { { .tier = SPIL_TIER_B, .tag = "zorg", .need = SPIL_NEED_PARKING, .urgency = SPIL_URGENCY_PARKING }, "Ark" },
    { { .tier = SPIL_TIER_B, .no_action = TRUE }, "" },
    { { .sort = SPIL_EMPLOYER_SORT_STAGE }, "Bos,Ark,Cel,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_STAGE, .descending = TRUE }, "Ark,Bos,Cel,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_TIER }, "Bos,Ark,Cel,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_BROKER }, "Cel,Bos,Ark,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_BROKER, .descending = TRUE }, "Ark,Bos,Cel,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_ACTION }, "Cel,Ark,Bos,Dam" },
    { { .sort = SPIL_EMPLOYER_SORT_ACTION, .descending = TRUE }, "Ark,Cel,Bos,Dam" },
  };

  put_employers (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilEmployerFilter filter = cases[i].filter;
    g_autoptr (GError) error = NULL;
    g_autofree char *names = NULL;
    int64_t count = -1;
    guint n = 0;

    filter.today = day (2018, 10, 1);
    names = names_of (book, &filter);
    g_test_message ("case %d", (int) i);
    g_assert_cmpstr (names, ==, cases[i].names);
    for (const char *at = names; *at != '\0'; at++)
      n += at == names || *at == ',';
    g_assert_true (spil_employer_query_count (book->store.store, &filter, &count, &error));
    g_assert_cmpint (count, ==, n);
  }
}

static void
test_row (Book *book, gconstpointer data)
{
  SpilEmployerFilter filter = { .tier = SPIL_TIER_B, .today = day (2018, 10, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const SpilEmployerRow *row;

  put_employers (book);
  rows = spil_employer_query (book->store.store, &filter, &error);
  assert_rows (rows, error, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->tags, ==, "Zorg, bouw");
  g_assert_cmpint (row->urgency, ==, 1 << SPIL_URGENCY_PARKING | 1 << SPIL_URGENCY_MOVING);
  g_assert_cmpint (row->capacity, ==, SPIL_CAPACITY_OVER);
  g_assert_null (row->sector);
}

static void
test_tags (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  put_employers (book);
  tags = spil_employer_query_tags (book->store.store, &error);
  assert_rows (tags, error, 3);
  g_assert_cmpstr (tags->pdata[0], ==, "bouw");
  g_assert_cmpstr (tags->pdata[2], ==, "zorgverlener");
}

#define ADD(path, func) g_test_add (path, Book, NULL, book_set_up, func, book_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/employer-filter/conditions", test_conditions);
  ADD ("/store/employer-filter/row", test_row);
  ADD ("/store/employer-filter/tags", test_tags);
  return g_test_run ();
}
