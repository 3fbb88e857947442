// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-model-error.h"
#include "store-fixture.h"

static void
assert_equal (SpilRecord *a, SpilRecord *b)
{
  const SpilEntity *entity = spil_record_get_entity (a);

  for (int i = SPIL_FIELD_PROGRAMME + 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_value_equal (spil_record_get (a, i), spil_record_get (b, i)))
      g_error ("%s.%s differs", entity->name, entity->fields[i].name);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    g_autoptr (GError) error = NULL;
    SpilAction *action = spil_action_new ("Added");
    g_autoptr (SpilRecord) record = sample_record (action, entities[i], i + 1, TRUE);
    g_autoptr (SpilRecord) read = NULL;

    g_test_message ("%s", entities[i]->name);
    commit (fixture->store, action);
    read = spil_store_get (fixture->store, entities[i], spil_record_get_id (record), &error);
    g_assert_no_error (error);
    assert_equal (record, read);
  }
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilId id = add_organisation (fixture->store, "Deventer Metaal");
  g_autoptr (SpilRecord) before = spil_store_get (fixture->store, entity, id, &error);
  g_autoptr (SpilRecord) after = spil_record_copy (before);
  SpilAction *action = spil_action_new ("Renamed");
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;

  spil_record_set_text (after, SPIL_ORGANISATION_NAME, "Zwolle Metaal");
  spil_action_set (action, before, after);
  commit (fixture->store, action);
  title = spil_store_dup_title (fixture->store, entity, id);
  g_assert_cmpstr (title, ==, "Zwolle Metaal");
  g_assert_true (spil_store_undo (fixture->store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Renamed");
  g_free (title);
  title = spil_store_dup_title (fixture->store, entity, id);
  g_assert_cmpstr (title, ==, "Deventer Metaal");
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_cmpint (count_rows (fixture->store, entity), ==, 0);
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  g_assert_false (spil_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOTHING);
  g_free (title);
  title = spil_store_dup_title (fixture->store, entity, id);
  g_assert_cmpstr (title, ==, "Zwolle Metaal");
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  test_undo_redo (fixture, NULL);
  test_round_trip (fixture, NULL);
  faults = spil_store_check (fixture->store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpint (faults->len, ==, 0);
}

// An id is used once, also by a row that was deleted.
static void
test_same_id (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilId id = add_organisation (fixture->store, "Isala");

  for (int i = 0; i < 2; i++) {
    g_autoptr (SpilRecord) record = spil_record_new (entity, id);
    SpilAction *action = spil_action_new ("Added again");

    spil_record_set_text (record, SPIL_ORGANISATION_NAME, "Deltion");
    spil_record_set_integer (record, SPIL_ORGANISATION_KIND, 1);
    spil_action_add (action, record);
    commit_fails (fixture->store, action, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
    action = spil_action_new ("Deleted");
    spil_action_delete (action, entity, id);
    if (i == 0)
      commit (fixture->store, action);
    else
      commit_fails (fixture->store, action, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  }
}

// What one action does to a row counts as one change, whatever its steps.
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilAction *action = spil_action_new ("All at once");
  g_auto (SpilValue) name = spil_value_text ("Deltion");
  g_auto (SpilValue) town = spil_value_text ("Zwolle");
  g_autoptr (SpilRecord) added = sample_record (action, entity, 1, FALSE);
  g_autoptr (SpilRecord) gone = sample_record (action, entity, 2, FALSE);
  g_autoptr (SpilRecord) read = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  SpilId existing = add_organisation (fixture->store, "Isala");

  spil_change_assign (spil_action_set_row (action, entity, spil_record_get_id (added)),
                      SPIL_ORGANISATION_NAME, &name);
  spil_change_assign (spil_action_set_row (action, entity, existing), SPIL_ORGANISATION_TOWN, &town);
  spil_change_assign (spil_action_set_row (action, entity, existing), SPIL_ORGANISATION_NAME, &name);
  spil_action_delete (action, entity, spil_record_get_id (gone));
  commit (fixture->store, action);
  read = spil_store_get (fixture->store, entity, spil_record_get_id (added), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (spil_record_get_text (read, SPIL_ORGANISATION_NAME), ==, "Deltion");
  g_assert_null (spil_store_get (fixture->store, entity, spil_record_get_id (gone), NULL));
  history = spil_store_history (fixture->store, entity, existing, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_cmpint (count_rows (fixture->store, entity), ==, 1);
}

// A value that does not fit has nothing of its action happen.
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  SpilAction *action = spil_action_new ("Added");
  g_autoptr (SpilRecord) right = sample_record (action, entity, 1, FALSE);
  g_autoptr (SpilRecord) wrong = sample_record (action, entity, 2, FALSE);
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_auto (SpilValue) number = spil_value_text ("1234567");

  spil_change_assign (spil_action_set_row (action, entity, spil_record_get_id (wrong)),
                      SPIL_ORGANISATION_KVK_NUMBER, &number);
  commit_fails (fixture->store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  after = digest_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

// A note of a megabyte, and one that no keyboard would make, come back as they went in.
static void
test_hostile_texts (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autofree char *too_large = g_strnfill (1024 * 1024 + 1, 'x');
  const char *const texts[] = { large, "\xe2\x80\xae<b>&amp;</b> 😀\n\t", "'; DROP TABLE organisation; --",
                                "%s%n" };
  SpilAction *action = spil_action_new ("Too much");
  g_auto (SpilValue) refused = spil_value_text (too_large);
  SpilId id = add_organisation (fixture->store, "Isala");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    SpilAction *set = spil_action_new ("Note");
    g_auto (SpilValue) note = spil_value_text (texts[i]);
    g_autoptr (SpilRecord) read = NULL;

    spil_change_assign (spil_action_set_row (set, entity, id), SPIL_ORGANISATION_NOTES, &note);
    commit (fixture->store, set);
    read = spil_store_get (fixture->store, entity, id, NULL);
    g_assert_cmpstr (spil_record_get_text (read, SPIL_ORGANISATION_NOTES), ==, texts[i]);
  }
  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_ORGANISATION_NOTES, &refused);
  commit_fails (fixture->store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
}

static gpointer
use_store (gpointer store)
{
  spil_store_get_actor (store);
  return NULL;
}

// Many rows at once are found, sound, and undone at once.
static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  g_autoptr (SpilAction) action = spil_action_new ("Imported");
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  int64_t count;

  for (int i = 0; i < 2500; i++) {
    g_autoptr (SpilRecord) record = sample_record (action, entity, i, FALSE);
  }
  g_assert_true (spil_store_commit_bulk (fixture->store, action, &error));
  g_assert_no_error (error);
  spil_query_search (query, "voorbeeld 2499");
  g_assert_true (spil_store_count (fixture->store, query, &count, &error));
  g_assert_cmpint (count, ==, 1);
  faults = spil_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  after = digest_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

// A store is of one thread, and says so at once.
static void
test_other_thread (void)
{
  if (g_test_subprocess ()) {
    Fixture fixture;

    fixture_set_up (&fixture, NULL);
    g_thread_join (g_thread_new ("other", use_store, fixture.store));
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/commit/round-trip", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/store/commit/undo-redo", Fixture, NULL, fixture_set_up, test_undo_redo, fixture_tear_down);
  g_test_add ("/store/commit/check", Fixture, NULL, fixture_set_up, test_check, fixture_tear_down);
  g_test_add ("/store/commit/same-id", Fixture, NULL, fixture_set_up, test_same_id, fixture_tear_down);
  g_test_add ("/store/commit/merged", Fixture, NULL, fixture_set_up, test_merged, fixture_tear_down);
  g_test_add ("/store/commit/invalid", Fixture, NULL, fixture_set_up, test_invalid, fixture_tear_down);
  g_test_add ("/store/commit/hostile-texts", Fixture, NULL, fixture_set_up, test_hostile_texts,
              fixture_tear_down);
  g_test_add ("/store/commit/bulk", Fixture, NULL, fixture_set_up, test_bulk, fixture_tear_down);
  g_test_add_func ("/store/commit/other-thread", test_other_thread);
  return g_test_run ();
}
