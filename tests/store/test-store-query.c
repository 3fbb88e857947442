// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "figures-fixture.h"
#include "spil-search.h"

// The titles of what @query selects, joined by commas.
static char *
list_titles (SpilStore *store, SpilQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = spil_store_list (store, query, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "," : "",
                            spil_record_get_title (g_ptr_array_index (records, i)));
  return g_string_free_and_steal (titles);
}

static void
assert_lists (Book *book, SpilQuery *query, const char *expected)
{
  g_autofree char *titles = list_titles (book->store.store, query);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = g_strsplit (expected, ",", -1);
  int64_t count;

  g_assert_cmpstr (titles, ==, expected);
  g_assert_true (spil_store_count (book->store.store, query, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, g_strv_length (parts));
}

static void
assert_finds (Book *book, const char *text, const char *expected)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));

  g_test_message ("%.40s", text);
  spil_query_search (query, text);
  spil_query_sort (query, SPIL_ORGANISATION_NAME, FALSE);
  assert_lists (book, query, expected);
}

static void
put_organisations (Book *book)
{
  put (book, "isala", "organisation", "name=Isala", "kind=employer", "town=Zwolle", "staff_count=6000", NULL);
  put (book, "cafe", "organisation", "name=Café Ünique", "kind=self_employed", "town=Zwolle", "staff_count=4",
       NULL);
  put (book, "abc", "organisation", "name=abc Transport", "kind=employer", "town=Kampen", NULL);
  put (book, "zz", "organisation", "name=Zz-Top & Zn.", "kind=employer", "kvk_number=05012345",
       "staff_count=12", "notes=Vraagt naar fietsenstalling", NULL);
}

static void
test_search (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "isala", "Isala" },
    { "ISA", "Isala" },
    { "i", "Isala" },
    { "cafe uniq", "Café Ünique" },
    { "CAFÉ", "Café Ünique" },
    { "ünique café", "Café Ünique" },
    { "zwolle", "Café Ünique,Isala" },
    { "zwolle isala", "Isala" },
    { "0501", "Zz-Top & Zn." },
    { "zz-top", "Zz-Top & Zn." },
    { "fietsen", "Zz-Top & Zn." },
    { "fietsenstallingen", "" },
    { "", "abc Transport,Café Ünique,Isala,Zz-Top & Zn." },
    { "  \t", "abc Transport,Café Ünique,Isala,Zz-Top & Zn." },
    { "-", "abc Transport,Café Ünique,Isala,Zz-Top & Zn." },
    // Nothing that is typed is an operator.
    { "isala OR abc", "" },
    { "NOT isala", "" },
    { "isala NEAR abc", "" },
    { "\"isala", "Isala" },
    { "isala\"*", "Isala" },
    { "name : isala", "" },
    { "isala)", "Isala" },
    { "'; DROP TABLE organisation; --", "" },
    { "isala*", "Isala" },
    { "^isala", "Isala" },
    { "%", "abc Transport,Café Ünique,Isala,Zz-Top & Zn." },
    { "\xff\xfeisala", "Isala" },
    { "\xe2\x80\xaeisala", "Isala" },
    { "😀 isala", "Isala" },
  };

  put_organisations (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds (book, cases[i].text, cases[i].expected);
}

// Any text at all is only ever not found.
static void
test_hostile_search (Book *book, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  static const char *const parts[] = {
    "\"", "*", "isala", " ", "AND",   "(", ")", "é",    "\xcc\x81",         "{",
    "}",  ":", "^",     "-", "NEAR(", ",", "'", "\xff", "\xf0\x9f\x98\x80", "1",
    "+",  "\n"
  };
  g_autofree char *huge = g_strnfill (100000, 'a');

  put_organisations (book);
  for (int i = 0; i < 2000; i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    int64_t count;

    for (int j = g_rand_int_range (random, 0, 12); j > 0; j--)
      g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
    spil_query_search (query, text->str);
    g_assert_true (spil_store_count (book->store.store, query, &count, &error));
    g_assert_no_error (error);
  }
  assert_finds (book, huge, "");
}

// What is found follows each change, undo and redo.
static void
test_search_follows (Book *book, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Renamed");
  g_auto (SpilValue) name = spil_value_text ("Deltion");
  g_autoptr (GError) error = NULL;

  put_organisations (book);
  spil_change_assign (
      spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "isala")),
      SPIL_ORGANISATION_NAME, &name);
  commit (book->store.store, action);
  assert_finds (book, "isala", "");
  assert_finds (book, "deltion", "Deltion");
  g_assert_true (spil_store_undo (book->store.store, NULL, &error));
  assert_finds (book, "isala", "Isala");
  assert_finds (book, "deltion", "");
  action = spil_action_new ("Deleted");
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "isala"));
  commit (book->store.store, action);
  assert_finds (book, "isala", "");
  g_assert_true (spil_store_undo (book->store.store, NULL, &error));
  assert_finds (book, "isala", "Isala");
}

// Enough rows that a search goes through the index of the sort; both ways give the same.
static void
test_many_found (Book *book, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilAction *action = spil_action_new ("Many added");
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  SpilValue kind = spil_value_integer (1);

  for (int i = 0; i < 1500; i++) {
    SpilChange *change = spil_action_add_row (action, entity, spil_id_new ());
    g_autofree char *text = g_strdup_printf ("Bedrijf %04d", (i * 7) % 1500);
    g_auto (SpilValue) name = spil_value_text (text);

    spil_change_assign (change, SPIL_ORGANISATION_NAME, &name);
    spil_change_assign (change, SPIL_ORGANISATION_KIND, &kind);
  }
  commit (book->store.store, action);
  spil_query_search (query, "bedrijf");
  spil_query_sort (query, SPIL_ORGANISATION_NAME, TRUE);
  spil_query_window (query, 10, 3);
  {
    g_autofree char *titles = list_titles (book->store.store, query);

    g_assert_cmpstr (titles, ==, "Bedrijf 1489,Bedrijf 1488,Bedrijf 1487");
  }
  spil_query_search (query, "bedrijf 149");
  {
    g_autofree char *titles = list_titles (book->store.store, query);

    g_assert_cmpstr (titles, ==, "");
  }
  spil_query_window (query, 0, 2);
  {
    g_autofree char *titles = list_titles (book->store.store, query);

    g_assert_cmpstr (titles, ==, "Bedrijf 1499,Bedrijf 1498");
  }
}

static void
test_conditions (Book *book, gconstpointer data)
{
  static const struct
  {
    int field;
    SpilCompare compare;
    int64_t value; // -1: null
    const char *expected;
  } cases[] = {
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_EQUAL, 12, "Zz-Top & Zn." },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_EQUAL, -1, "abc Transport" },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_NOT_EQUAL, -1, "Café Ünique,Isala,Zz-Top & Zn." },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_NOT_EQUAL, 12, "abc Transport,Café Ünique,Isala" },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_LESS, 12, "Café Ünique" },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_AT_MOST, 12, "Café Ünique,Zz-Top & Zn." },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_MORE, 12, "Isala" },
    { SPIL_ORGANISATION_STAFF_COUNT, SPIL_COMPARE_AT_LEAST, 12, "Isala,Zz-Top & Zn." },
  };

  put_organisations (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
    SpilValue value = cases[i].value < 0 ? SPIL_VALUE_INIT : spil_value_integer (cases[i].value);
    g_autoptr (SpilQuery) copy = NULL;

    spil_query_where (query, cases[i].field, cases[i].compare, &value);
    copy = spil_query_copy (query);
    assert_lists (book, query, cases[i].expected);
    assert_lists (book, copy, cases[i].expected);
  }
}

static void
test_text_conditions (Book *book, gconstpointer data)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
  g_auto (SpilValue) town = spil_value_text ("Zwolle");
  g_auto (SpilValue) other = spil_value_text ("zwolle");

  put_organisations (book);
  spil_query_where (query, SPIL_ORGANISATION_TOWN, SPIL_COMPARE_EQUAL, &town);
  assert_lists (book, query, "Café Ünique,Isala");
  spil_query_where (query, SPIL_ORGANISATION_TOWN, SPIL_COMPARE_EQUAL, &other);
  assert_lists (book, query, "");
}

static void
test_sorting (Book *book, gconstpointer data)
{
  static const struct
  {
    int field;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { SPIL_ORGANISATION_NAME, FALSE, "abc Transport,Café Ünique,Isala,Zz-Top & Zn." },
    { SPIL_ORGANISATION_NAME, TRUE, "Zz-Top & Zn.,Isala,Café Ünique,abc Transport" },
    { SPIL_ORGANISATION_STAFF_COUNT, FALSE, "abc Transport,Café Ünique,Zz-Top & Zn.,Isala" },
    { SPIL_ORGANISATION_STAFF_COUNT, TRUE, "Isala,Zz-Top & Zn.,Café Ünique,abc Transport" },
    { SPIL_ORGANISATION_NOTES, TRUE, "Zz-Top & Zn.,abc Transport,Café Ünique,Isala" },
  };

  put_organisations (book);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));

    spil_query_sort (query, cases[i].field, cases[i].descending);
    spil_query_sort (query, SPIL_ORGANISATION_NAME, FALSE);
    assert_lists (book, query, cases[i].expected);
  }
}

// By order key, number, date (newest first) or title.
static void
test_usual_order (Book *book, gconstpointer data)
{
  g_autoptr (SpilQuery) areas = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  g_autoptr (SpilQuery) risks = spil_query_new (spil_entity (SPIL_ENTITY_RISK));
  g_autoptr (SpilQuery) decisions = spil_query_new (spil_entity (SPIL_ENTITY_DECISION));
  g_autoptr (SpilQuery) alliances = spil_query_new (spil_entity (SPIL_ENTITY_ALLIANCE));

  put (book, NULL, "area", "name=B", "kind=business_park", "order=m", NULL);
  put (book, NULL, "area", "name=A", "kind=business_park", "order=t", NULL);
  put (book, NULL, "area", "name=C", "kind=business_park", "order=f", NULL);
  assert_lists (book, areas, "C,B,A");
  put (book, NULL, "risk", "event=Twee", "number=2", "state=open", NULL);
  put (book, NULL, "risk", "event=Een", "number=1", "state=open", NULL);
  assert_lists (book, risks, "Een,Twee");
  put (book, NULL, "decision", "date=2018-09-01", "aim=decide", "outcome=Eerst", NULL);
  put (book, NULL, "decision", "date=2018-10-01", "aim=decide", "outcome=Daarna", NULL);
  assert_lists (book, decisions, "Daarna,Eerst");
  put (book, NULL, "alliance", "name=émile", NULL);
  put (book, NULL, "alliance", "name=Dora", NULL);
  put (book, NULL, "alliance", "name=Frits", NULL);
  assert_lists (book, alliances, "Dora,émile,Frits");
}

static void
test_windows (Book *book, gconstpointer data)
{
  put_organisations (book);
  for (int offset = 0; offset < 6; offset++)
    for (int limit = 0; limit < 6; limit++) {
      static const char *const names[] = { "abc Transport", "Café Ünique", "Isala", "Zz-Top & Zn." };
      g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *titles = NULL;

      for (int i = offset; i < 4 && (limit == 0 || i < offset + limit); i++)
        g_string_append_printf (expected, "%s%s", expected->len > 0 ? "," : "", names[i]);
      spil_query_window (query, offset, limit);
      titles = list_titles (book->store.store, query);
      g_assert_cmpstr (titles, ==, expected->str);
    }
}

static void
test_find_by_title (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint expected;
  } cases[] = { { "isala", 1 }, { " CAFE  unique ", 1 }, { "isal", 0 }, { "", 0 }, { "dubbel", 2 } };

  put_organisations (book);
  put (book, NULL, "organisation", "name=Dubbel", "kind=employer", NULL);
  put (book, NULL, "organisation", "name=dubbel", "kind=employer", NULL);
  put (book, NULL, "alliance", "name=Émile", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) ids = spil_store_find_by_title (
        book->store.store, spil_entity (SPIL_ENTITY_ORGANISATION), cases[i].text, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (ids->len, ==, cases[i].expected);
  }
  {
    g_autoptr (GArray)
        ids = spil_store_find_by_title (book->store.store, spil_entity (SPIL_ENTITY_ALLIANCE), "emile", NULL);

    g_assert_cmpuint (ids->len, ==, 1);
  }
}

// Lists are of the programme in use, unless another is named.
static void
test_programmes (Book *book, gconstpointer data)
{
  g_autoptr (SpilQuery) here = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
  g_autoptr (SpilQuery) there = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));

  put_organisations (book);
  put (book, "ander", "programme", "name=Ander", NULL);
  put (book, NULL, "organisation", "name=Isala Elders", "kind=employer", "programme=@ander", NULL);
  spil_query_search (here, "isala");
  assert_lists (book, here, "Isala");
  spil_query_search (there, "isala");
  spil_query_where_reference (there, SPIL_FIELD_PROGRAMME, id_of (book, "ander"));
  assert_lists (book, there, "Isala Elders");
}

#define add(name, test) g_test_add ("/store/query/" name, Book, NULL, book_set_up, test, book_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("search", test_search);
  add ("hostile-search", test_hostile_search);
  add ("search-follows", test_search_follows);
  add ("many-found", test_many_found);
  add ("conditions", test_conditions);
  add ("text-conditions", test_text_conditions);
  add ("sorting", test_sorting);
  add ("usual-order", test_usual_order);
  add ("windows", test_windows);
  add ("find-by-title", test_find_by_title);
  add ("programmes", test_programmes);
  return g_test_run ();
}
