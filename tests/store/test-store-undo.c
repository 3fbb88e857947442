// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-model-error.h"
#include "store-fixture.h"

#define N_ACTIONS 60

// The rows that a random history plays with.
typedef struct
{
  SpilStore *store;
  GRand *random;
  GArray *rows[SPIL_ENTITY_NUMBER_LIMIT]; // of SpilId, also of rows that were deleted
} Play;

static const SpilEntityNumber played[] = { SPIL_ENTITY_AREA, SPIL_ENTITY_TASK, SPIL_ENTITY_ORGANISATION,
                                           SPIL_ENTITY_PERSON, SPIL_ENTITY_CONTACT };

static int
pick (Play *play, int n)
{
  return g_rand_int_range (play->random, 0, n);
}

static void
play_add (Play *play, SpilAction *action, const SpilEntity *entity)
{
  g_autoptr (SpilRecord) record = sample_record (action, entity, pick (play, 1000), pick (play, 2) == 0);
  SpilId id = spil_record_get_id (record);

  g_array_append_val (play->rows[entity->number], id);
}

static void
play_set (Play *play, SpilAction *action, const SpilEntity *entity, SpilId id)
{
  SpilChange *change = spil_action_set_row (action, entity, id);
  g_autofree char *text = g_strdup_printf ("Naam %d", pick (play, 50));
  g_auto (SpilValue) title = spil_value_text (text);

  spil_change_assign (change, entity->title, &title);
  if (entity->number == SPIL_ENTITY_TASK) {
    SpilValue start = spil_value_integer (spil_day_from_ymd (2018, 1, 1).number + pick (play, 100));

    spil_change_assign (change, SPIL_TASK_START, &start);
    spil_change_assign (change, SPIL_TASK_END, pick (play, 2) == 0 ? &start : &SPIL_VALUE_INIT);
  }
}

static SpilAction *
play_action (Play *play)
{
  SpilAction *action = spil_action_new ("Played");
  int n_changes = 1 + pick (play, 4);

  for (int i = 0; i < n_changes; i++) {
    const SpilEntity *entity = spil_entity (played[pick (play, G_N_ELEMENTS (played))]);
    GArray *rows = play->rows[entity->number];
    int what = pick (play, 6);

    if (what < 2 || rows->len == 0)
      play_add (play, action, entity);
    else if (what < 5)
      play_set (play, action, entity, g_array_index (rows, SpilId, pick (play, (int) rows->len)));
    else
      spil_action_delete (action, entity, g_array_index (rows, SpilId, pick (play, (int) rows->len)));
  }
  return action;
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

// Plays actions until @digests (of what came after each, the first before all) holds enough; what is refused changes nothing.
static void
play_all (Play *play, GPtrArray *digests)
{
  g_ptr_array_add (digests, digest_of (play->store));
  while (digests->len <= N_ACTIONS) {
    SpilAction *action = play_action (play);
    g_autoptr (GError) error = NULL;
    g_autofree char *digest = NULL;
    gboolean done = spil_store_commit (play->store, action, &error);
    const char *last = g_ptr_array_index (digests, digests->len - 1);

    spil_action_free (action);
    digest = digest_of (play->store);
    if (!done)
      g_assert_cmpstr (digest, ==, last);
    else if (g_strcmp0 (digest, last) != 0)
      g_ptr_array_add (digests, g_steal_pointer (&digest));
  }
}

static void
test_random_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  Play play = { .store = fixture->store, .random = random };

  for (gsize i = 0; i < G_N_ELEMENTS (played); i++)
    play.rows[played[i]] = g_array_new (FALSE, FALSE, sizeof (SpilId));
  play_all (&play, digests);
  for (guint i = digests->len - 1; i > 0; i--) {
    g_autofree char *digest = NULL;

    g_assert_true (spil_store_undo (fixture->store, NULL, &error));
    g_assert_no_error (error);
    digest = digest_of (fixture->store);
    g_assert_cmpstr (digest, ==, g_ptr_array_index (digests, i - 1));
  }
  assert_sound (fixture->store);
  for (guint i = 1; i < digests->len; i++) {
    g_autofree char *digest = NULL;

    g_assert_true (spil_store_redo (fixture->store, NULL, &error));
    g_assert_no_error (error);
    digest = digest_of (fixture->store);
    g_assert_cmpstr (digest, ==, g_ptr_array_index (digests, i));
  }
  fixture_reopen (fixture);
  assert_sound (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (played); i++)
    g_array_unref (play.rows[played[i]]);
}

static void
assert_labels (SpilStore *store, const char *undo, const char *redo)
{
  g_autofree char *undo_label = spil_store_dup_undo_label (store);
  g_autofree char *redo_label = spil_store_dup_redo_label (store);

  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
}

static void
rename_row (SpilStore *store, SpilId id, const char *name)
{
  SpilAction *action = spil_action_new (name);
  g_auto (SpilValue) value = spil_value_text (name);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id),
                      SPIL_ORGANISATION_NAME, &value);
  commit (store, action);
}

// A new action forgets what was undone; what stands before it stays.
static void
test_stack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilId id = add_organisation (fixture->store, "A");

  rename_row (fixture->store, id, "B");
  rename_row (fixture->store, id, "C");
  assert_labels (fixture->store, "C", NULL);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  assert_labels (fixture->store, "Row added", "B");
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  assert_labels (fixture->store, "B", "C");
  rename_row (fixture->store, id, "D");
  assert_labels (fixture->store, "D", NULL);
  g_assert_false (spil_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOTHING);
  fixture_reopen (fixture);
  assert_labels (fixture->store, "D", NULL);

  // All steps that were undone go, not only the one whose place the new step takes.
  g_clear_error (&error);
  rename_row (fixture->store, id, "E");
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  assert_labels (fixture->store, "B", "D");
  rename_row (fixture->store, id, "F");
  assert_labels (fixture->store, "F", NULL);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = digest_of (fixture->store);
  g_autofree char *after = NULL;
  SpilId id = add_organisation (fixture->store, "A");

  rename_row (fixture->store, id, "A");
  assert_labels (fixture->store, "Row added", NULL);
  commit (fixture->store, spil_action_new ("Empty"));
  assert_labels (fixture->store, "Row added", NULL);
  while (spil_store_undo (fixture->store, NULL, &error))
    ;
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOTHING);
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_PROGRAMME)), ==, 0);
  g_clear_error (&error);
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  after = digest_of (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

// A contact moment is not changed or deleted, but its addition can be undone, and repeated.
static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_CONTACT);
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_action_new ("Contact added");
  g_autoptr (SpilRecord) contact = sample_record (action, entity, 1, FALSE);
  g_auto (SpilValue) text = spil_value_text ("Anders");
  SpilId id = spil_record_get_id (contact);

  commit (fixture->store, action);
  action = spil_action_new ("Changed");
  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_CONTACT_SUMMARY, &text);
  commit_fails (fixture->store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
  action = spil_action_new ("Deleted");
  spil_action_delete (action, entity, id);
  commit_fails (fixture->store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_cmpint (count_rows (fixture->store, entity), ==, 0);
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  g_assert_cmpint (count_rows (fixture->store, entity), ==, 1);
}

// A field that may be filled in later is filled in once; undoing it makes it empty again.
static void
test_later (Fixture *fixture, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_DECISION);
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_action_new ("Decision added");
  g_autoptr (SpilRecord) decision = sample_record (action, entity, 1, FALSE);
  SpilId id = spil_record_get_id (decision);
  SpilValue day = spil_value_integer (spil_day_from_ymd (2018, 9, 1).number);
  SpilValue other = spil_value_integer (spil_day_from_ymd (2018, 9, 2).number);

  commit (fixture->store, action);
  action = spil_action_new ("Met");
  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_DECISION_MET_ON, &day);
  commit (fixture->store, action);
  action = spil_action_new ("Met again");
  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_DECISION_MET_ON, &other);
  commit_fails (fixture->store, action, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  action = spil_action_new ("Met after all");
  spil_change_assign (spil_action_set_row (action, entity, id), SPIL_DECISION_MET_ON, &other);
  commit (fixture->store, action);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 5; seed++) {
    g_autofree char *path = g_strdup_printf ("/store/undo/random-history/%u", seed);

    g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_random_history,
                fixture_tear_down);
  }
  g_test_add ("/store/undo/stack", Fixture, NULL, fixture_set_up, test_stack, fixture_tear_down);
  g_test_add ("/store/undo/nothing", Fixture, NULL, fixture_set_up, test_nothing, fixture_tear_down);
  g_test_add ("/store/undo/fixed", Fixture, NULL, fixture_set_up, test_fixed, fixture_tear_down);
  g_test_add ("/store/undo/later", Fixture, NULL, fixture_set_up, test_later, fixture_tear_down);
  return g_test_run ();
}
