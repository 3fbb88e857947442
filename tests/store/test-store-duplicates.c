// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Organisations that may be one: found, judged, merged. */
#include <gio/gio.h>

#include "figures-fixture.h"
#include "spil-duplicate-action.h"
#include "spil-duplicate-query.h"
#include "spil-relation-query.h"

static void
set_up (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  put (book, NULL, "setting", "key=duplicate-name", "value=0.85", NULL);
  put (book, NULL, "setting", "key=duplicate-possible", "value=35", NULL);
  put (book, NULL, "setting", "key=duplicate-probable", "value=60", NULL);
  put (book, "bakker", "organisation", "name=Bakkerij Jansen B.V.", "kind=employer", "kvk_number=12345678",
       "street=Hoofdstraat", "house_number=12", "postcode=8011 AB", "town=Zwolle", "phone=038-1234567", NULL);
  put (book, "bakkerij", "organisation", "name=Jansen Bakkerij", "kind=employer", "town=Zwolle",
       "email=info@jansen.example", NULL);
  put (book, "garage", "organisation", "name=Garage Visser", "kind=employer", "town=Zwolle",
       "website=www.jansen.example", NULL);
  put (book, "filiaal", "organisation", "name=Jansen Kampen", "kind=employer", "kvk_number=12345678",
       "postcode=8261 CD", "town=Kampen", NULL);
}

static void
assert_sound (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* "2 Bakkerij Jansen B.V.: same KvK number; ...": level, name and reasons of each, in order. */
static char *
find (Book *book, const SpilDuplicateFacts *facts, const char *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = spil_duplicates_find (
      book->store.store, facts, self != NULL ? id_of (book, self) : SPIL_ID_NIL, 10, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++) {
    SpilDuplicateCandidate *candidate = found->pdata[i];
    g_autofree char *reasons = spil_likeness_dup_text (candidate->likeness);

    g_string_append_printf (text, "%s%d %s: %s", i > 0 ? "; " : "", candidate->likeness.level,
                            candidate->name, reasons);
  }
  return g_strdup (text->str);
}

static void
test_find (Book *book, gconstpointer data)
{
  static const struct
  {
    SpilDuplicateFacts facts;
    const char *expected;
  } cases[] = {
    { { .name = "Slagerij Prins" }, "" },
    { { .name = NULL }, "" },
    { { .name = "BAKKERIJ JANSEN" },
      "2 Bakkerij Jansen B.V.: same name; 2 Jansen Bakkerij: name looks alike" },
    { { .name = "Bakkerij Janssen", .town = "Zwolle" },
      "2 Bakkerij Jansen B.V.: name looks alike, same town; 2 Jansen Bakkerij: name looks alike, same town" },
    { { .name = "Brood", .kvk_number = "1234 5678" },
      "3 Bakkerij Jansen B.V.: same KvK number; 3 Jansen Kampen: same KvK number" },
    { { .name = "Brood",
        .kvk_number = "12345678",
        .postcode = "8011ab",
        .house_number = "12a",
        .town = "Zwolle" },
      "3 Bakkerij Jansen B.V.: same KvK number, same address; 1 Jansen Kampen: same KvK number, but another town" },
    { { .name = "Brood", .phone = "+31 38 123 45 67", .town = "ZWOLLE" },
      "2 Bakkerij Jansen B.V.: same phone number, same town" },
    { { .name = "Visser Garage", .email = "piet@jansen.example" },
      "2 Garage Visser: name looks alike, same e-mail or web address" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = find (book, &cases[i].facts, NULL);

    g_assert_cmpstr (found, ==, cases[i].expected);
  }
}

/* The row itself is not its own duplicate, nor is what was judged; what is changed or deleted is not found as it was. */
static void
test_kept (Book *book, gconstpointer data)
{
  static const SpilDuplicateFacts facts = { .name = "Garage Visser", .town = "Zwolle" };
  SpilStore *store = book->store.store;
  SpilAction *action = spil_action_new ("Changed");
  g_auto (SpilValue) name = spil_value_text ("Autohuis");
  g_autofree char *itself = find (book, &facts, "garage");
  g_autofree char *before = find (book, &facts, NULL);
  g_autofree char *changed = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (itself, ==, "");
  g_assert_cmpstr (before, ==, "2 Garage Visser: same name, same town");
  spil_change_assign (
      spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "garage")),
      SPIL_ORGANISATION_NAME, &name);
  commit (store, action);
  changed = find (book, &facts, NULL);
  g_assert_cmpstr (changed, ==, "");
  assert_sound (store);
  g_assert_true (spil_store_undo (store, NULL, NULL));
  action = spil_action_new ("Deleted");
  spil_action_delete (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "garage"));
  commit (store, action);
  deleted = find (book, &facts, NULL);
  g_assert_cmpstr (deleted, ==, "");
  assert_sound (store);
  g_assert_true (spil_store_undo (store, NULL, NULL));
  undone = find (book, &facts, NULL);
  g_assert_cmpstr (undone, ==, "2 Garage Visser: same name, same town");
  assert_sound (store);
}

static char *
list_pairs (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = spil_duplicates_pairs (store, NULL, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < pairs->len; i++) {
    SpilDuplicatePair *pair = pairs->pdata[i];

    g_string_append_printf (text, "%s%d %s = %s", i > 0 ? "; " : "", pair->likeness.level, pair->one_name,
                            pair->other_name);
  }
  return g_strdup (text->str);
}

#define BOTH "2 Bakkerij Jansen B.V. = Jansen Bakkerij; 1 Bakkerij Jansen B.V. = Jansen Kampen"

static SpilAction *
merge (Book *book, const char *gone, const char *keep, uint64_t organisation, uint64_t engagement)
{
  SpilMerging merging = { id_of (book, keep), id_of (book, gone), organisation, engagement };
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_merge_organisations (book->store.store, &merging, &error);

  g_assert_no_error (error);
  return action;
}

static void
test_pairs (Book *book, gconstpointer data)
{
  static const SpilDuplicateFacts facts = { .name = "Jansen Bakkerij", .town = "Zwolle" };
  SpilStore *store = book->store.store;
  g_autofree char *before = list_pairs (store);
  g_autofree char *judged = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *again = NULL;
  g_autofree char *merged = NULL;

  g_assert_cmpstr (before, ==, BOTH);
  commit (store, spil_distinct_action (id_of (book, "bakkerij"), id_of (book, "bakker")));
  judged = list_pairs (store);
  g_assert_cmpstr (judged, ==, "1 Bakkerij Jansen B.V. = Jansen Kampen");
  alone = find (book, &facts, "bakkerij");
  g_assert_cmpstr (alone, ==, "");
  g_assert_true (spil_store_undo (store, NULL, NULL));
  again = list_pairs (store);
  g_assert_cmpstr (again, ==, BOTH);
  commit (store, merge (book, "bakkerij", "bakker", 0, 0));
  merged = list_pairs (store);
  g_assert_cmpstr (merged, ==, "1 Bakkerij Jansen B.V. = Jansen Kampen");
}

static gboolean
stop (double share, gpointer user_data)
{
  g_assert_cmpfloat (share, >=, 0);
  return FALSE;
}

static void
test_stopped (Book *book, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_duplicates_pairs (book->store.store, stop, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What was merged is found by its own facts, as its head. */
static void
test_merged (Book *book, gconstpointer data)
{
  static const SpilDuplicateFacts facts = { .name = "Garage Visser", .town = "Zwolle" };
  SpilStore *store = book->store.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *found = NULL;
  SpilId head;

  commit (store, merge (book, "garage", "bakker", 0, 0));
  found = find (book, &facts, NULL);
  g_assert_cmpstr (found, ==, "2 Bakkerij Jansen B.V.: same name, same town");
  g_assert_true (spil_organisation_head (store, id_of (book, "garage"), &head, &error));
  g_assert_true (spil_id_equal (head, id_of (book, "bakker")));
  rows = spil_organisation_merged (store, head, &error);
  assert_rows (rows, error, 1);
  g_assert_cmpstr (((SpilMergedRow *) rows->pdata[0])->name, ==, "Garage Visser");
}

static void
test_refused (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  SpilMerging merging = { id_of (book, "bakker"), id_of (book, "garage"), 0, 0 };
  g_autoptr (GError) error = NULL;

  commit (store, merge (book, "garage", "bakker", 0, 0));
  g_assert_null (spil_merge_organisations (store, &merging, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (spil_unmerge_organisation (store, id_of (book, "bakker"), &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
}

#define FIELD(name) (G_GUINT64_CONSTANT (1) << SPIL_ORGANISATION_##name)

static char *
get_text (Book *book, const char *key, int field)
{
  g_autoptr (SpilRecord) row = spil_store_get (book->store.store, spil_entity (SPIL_ENTITY_ORGANISATION),
                                               id_of (book, key), NULL);

  return g_strdup (spil_record_get_text (row, field));
}

static void
assert_text (Book *book, const char *key, int field, const char *expected)
{
  g_autofree char *text = get_text (book, key, field);

  g_assert_cmpstr (text, ==, expected);
}

static void
unmerge (Book *book, const char *key)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_unmerge_organisation (book->store.store, id_of (book, key), &error);

  g_assert_no_error (error);
  commit (book->store.store, action);
}

/* What was taken over goes back, but not over what somebody wrote since. */
static void
test_give_back (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  g_auto (SpilValue) number = spil_value_text ("87654321");
  SpilAction *action;
  SpilChange *row;

  commit (store, merge (book, "filiaal", "bakkerij", FIELD (TOWN) | FIELD (KVK_NUMBER), 0));
  assert_text (book, "bakkerij", SPIL_ORGANISATION_TOWN, "Kampen");
  assert_text (book, "bakkerij", SPIL_ORGANISATION_POSTCODE, "8261 CD");
  assert_text (book, "bakkerij", SPIL_ORGANISATION_KVK_NUMBER, "12345678");
  action = spil_action_new ("Changed");
  row = spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id_of (book, "bakkerij"));
  spil_change_assign (row, SPIL_ORGANISATION_KVK_NUMBER, &number);
  commit (store, action);
  unmerge (book, "filiaal");
  assert_text (book, "bakkerij", SPIL_ORGANISATION_TOWN, "Zwolle");
  assert_text (book, "bakkerij", SPIL_ORGANISATION_POSTCODE, NULL);
  assert_text (book, "bakkerij", SPIL_ORGANISATION_KVK_NUMBER, "87654321");
  assert_text (book, "filiaal", SPIL_ORGANISATION_TOWN, "Kampen");
  assert_sound (store);
}

/* The further stage is taken over with a step that says where it comes from, and taken back with another. */
static void
test_relation (Book *book, gconstpointer data)
{
  SpilStore *store = book->store.store;
  g_autoptr (SpilRecord) merged = NULL;
  g_autoptr (SpilRecord) apart = NULL;
  g_autoptr (SpilDuplicateSide) side = NULL;
  g_autoptr (GError) error = NULL;

  put (book, "eerst", "stage", "number=1", "name=Contact", NULL);
  put (book, "later", "stage", "number=2", "name=Vraag", NULL);
  put (book, "a", "engagement", "organisation=@bakker", "stage=@eerst", "mobility_broker=Ans", NULL);
  put (book, "b", "engagement", "organisation=@bakkerij", "stage=@later", "mobility_broker=Bo", NULL);
  put (book, NULL, "contact", "organisation=@bakkerij", "time=2018-03-05T10:00", "kind=called",
       "summary=Gebeld", NULL);
  commit (store, merge (book, "bakkerij", "bakker", 0, G_GUINT64_CONSTANT (1) << SPIL_ENGAGEMENT_STAGE));
  merged = spil_store_get (store, spil_entity (SPIL_ENTITY_ENGAGEMENT), id_of (book, "a"), NULL);
  g_assert_true (
      spil_id_equal (spil_record_get_reference (merged, SPIL_ENGAGEMENT_STAGE), id_of (book, "later")));
  g_assert_cmpstr (spil_record_get_text (merged, SPIL_ENGAGEMENT_MOBILITY_BROKER), ==, "Ans");
  g_assert_cmpint (count_rows (store, spil_entity (SPIL_ENTITY_STAGE_CHANGE)), ==, 1);
  side = spil_duplicate_side (store, id_of (book, "bakker"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (side->contacts, ==, 1);
  g_assert_cmpstr (side->last_note, ==, "Gebeld");
  g_assert_cmpstr (side->stage, ==, "Vraag");
  unmerge (book, "bakkerij");
  apart = spil_store_get (store, spil_entity (SPIL_ENTITY_ENGAGEMENT), id_of (book, "a"), NULL);
  g_assert_true (
      spil_id_equal (spil_record_get_reference (apart, SPIL_ENGAGEMENT_STAGE), id_of (book, "eerst")));
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/duplicates/" name, Book, NULL, set_up, func, book_tear_down)
  TEST ("find", test_find);
  TEST ("kept", test_kept);
  TEST ("pairs", test_pairs);
  TEST ("stopped", test_stopped);
  TEST ("merged", test_merged);
  TEST ("refused", test_refused);
  TEST ("give-back", test_give_back);
  TEST ("relation", test_relation);
#undef TEST
  return g_test_run ();
}
