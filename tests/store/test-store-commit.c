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

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/commit/round-trip", Fixture, NULL, fixture_set_up, test_round_trip, fixture_tear_down);
  g_test_add ("/store/commit/undo-redo", Fixture, NULL, fixture_set_up, test_undo_redo, fixture_tear_down);
  g_test_add ("/store/commit/check", Fixture, NULL, fixture_set_up, test_check, fixture_tear_down);
  return g_test_run ();
}
