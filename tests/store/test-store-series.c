// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-model-error.h"
#include "spil-series.h"
#include "store-fixture.h"

#define N_BATCHES 3
#define N_EACH 40

static void
rename_row (SpilAction *action, SpilId id, const char *name)
{
  g_auto (SpilValue) value = spil_value_text (name);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id),
                      SPIL_ORGANISATION_NAME, &value);
}

static SpilId
add_to (SpilAction *action, const char *name)
{
  SpilId id = spil_id_new ();
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), id);

  spil_record_set_text (record, SPIL_ORGANISATION_NAME, name);
  spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_action_add (action, record);
  return id;
}

static SpilId
add_person_to (SpilAction *action, SpilId organisation, const char *name)
{
  SpilId id = spil_id_new ();
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_PERSON), id);

  spil_record_set_text (record, SPIL_PERSON_NAME, name);
  spil_record_set_reference (record, SPIL_PERSON_ORGANISATION, organisation);
  spil_action_add (action, record);
  return id;
}

// What the tests play with: rows that were there before, and the first that the series adds.
typedef struct
{
  SpilId old;
  SpilId other_old;
  SpilId series;
  SpilId added;
  SpilId person;
} Rows;

static void
commit_batch (SpilSeries *series, Rows *rows, int batch)
{
  g_autoptr (SpilAction) action = spil_action_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("Veranderd %d", batch);

  for (int i = 0; i < N_EACH; i++) {
    SpilId id = add_to (action, "Nieuw");
    SpilId person = add_person_to (action, id, "Verzonnen");

    if (batch == 0 && i == 0) {
      rows->added = id;
      rows->person = person;
    }
  }
  rename_row (action, rows->old, name);
  if (batch == 0)
    rename_row (action, rows->other_old, name);
  if (batch == 1)
    rename_row (action, rows->added, "Later in de lijst");
  g_assert_true (spil_series_commit (series, action, &error));
  g_assert_no_error (error);
}

static SpilSeries *
begin (Fixture *fixture, Rows *rows)
{
  g_autoptr (GError) error = NULL;
  SpilSeries *series;

  rows->old = add_organisation (fixture->store, "Oud");
  rows->other_old = add_organisation (fixture->store, "Ook oud");
  rows->series = spil_id_new ();
  series = spil_series_begin (fixture->store, rows->series, &error);
  g_assert_no_error (error);
  return series;
}

// @before: the digest without the series. Returns the one with it.
static char *
run_series (Fixture *fixture, Rows *rows, char **before)
{
  SpilSeries *series = begin (fixture, rows);
  g_autoptr (GError) error = NULL;

  spil_series_free (g_steal_pointer (&series));
  *before = digest_of (fixture->store);
  series = spil_series_begin (fixture->store, rows->series, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_BATCHES; i++)
    commit_batch (series, rows, i);
  g_assert_true (spil_series_end (series, "Import: lijst.csv", &error));
  g_assert_no_error (error);
  spil_series_free (series);
  return digest_of (fixture->store);
}

static void
assert_digest (Fixture *fixture, const char *expected)
{
  g_autofree char *digest = digest_of (fixture->store);

  g_assert_cmpstr (digest, ==, expected);
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

static void
undo_series (Fixture *fixture, const Rows *rows, int64_t left)
{
  g_autoptr (GError) error = NULL;
  SpilSeriesUndone undone;

  g_assert_true (
      spil_series_undo (fixture->store, rows->series, "Import undone: lijst.csv", &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpint (undone.left, ==, left);
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  Rows rows;
  g_autofree char *before = NULL;
  g_autofree char *after = run_series (fixture, &rows, &before);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    g_clear_pointer (&label, g_free);
    g_assert_true (spil_store_undo (fixture->store, &label, &error));
    g_assert_cmpstr (label, ==, "Import: lijst.csv");
    assert_digest (fixture, before);
    fixture_reopen (fixture);
    g_assert_true (spil_store_redo (fixture->store, NULL, &error));
    assert_digest (fixture, after);
  }
  assert_sound (fixture->store);
}

static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  Rows rows;
  SpilSeries *series = begin (fixture, &rows);
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;

  spil_series_free (g_steal_pointer (&series));
  before = digest_of (fixture->store);
  series = spil_series_begin (fixture->store, rows.series, NULL);
  commit_batch (series, &rows, 0);
  commit_batch (series, &rows, 1);
  spil_series_free (series);
  assert_digest (fixture, before);
  label = spil_store_dup_undo_label (fixture->store);
  g_assert_cmpstr (label, !=, "Import: lijst.csv");
  assert_sound (fixture->store);
}

static void
test_refused_part (Fixture *fixture, gconstpointer data)
{
  Rows rows;
  g_autoptr (SpilSeries) series = begin (fixture, &rows);
  g_autoptr (SpilAction) bad = spil_action_new ("Import");
  g_autoptr (GError) error = NULL;

  commit_batch (series, &rows, 0);
  add_to (bad, "Goed");
  add_to (bad, NULL);
  g_assert_false (spil_series_commit (series, bad, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  commit_batch (series, &rows, 2);
  g_clear_error (&error);
  g_assert_true (spil_series_end (series, "Import: lijst.csv", &error));
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 2 + 2 * N_EACH);
  assert_sound (fixture->store);
}

static void
test_out_of_turn (Fixture *fixture, gconstpointer data)
{
  Rows rows;
  g_autofree char *before = NULL;
  g_autofree char *after = run_series (fixture, &rows, &before);
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  gboolean can;

  add_organisation (fixture->store, "Later");
  last = digest_of (fixture->store);
  fixture_reopen (fixture);
  undo_series (fixture, &rows, 0);
  undone = digest_of (fixture->store);
  g_assert_true (spil_series_can_undo (fixture->store, rows.series, &can, &error));
  g_assert_false (can);
  g_assert_false (spil_series_undo (fixture->store, rows.series, "", NULL, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  assert_digest (fixture, last);
  g_assert_true (spil_store_redo (fixture->store, NULL, &error));
  assert_digest (fixture, undone);
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  assert_digest (fixture, after);
  undo_series (fixture, &rows, 0);
  assert_digest (fixture, before);
  assert_sound (fixture->store);
}

static char *
name_of (Fixture *fixture, SpilId id)
{
  return spil_store_dup_title (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION), id);
}

// What was changed since stays, and what is referred to by what stays; the rest goes.
static void
test_later_edits (Fixture *fixture, gconstpointer data)
{
  Rows rows;
  g_autofree char *before = NULL;
  g_autofree char *after = run_series (fixture, &rows, &before);
  SpilAction *action = spil_action_new ("Later");
  g_autofree char *old = NULL;
  g_autofree char *other = NULL;
  g_autofree char *added = NULL;
  g_auto (SpilValue) value = spil_value_text ("Chef");

  rename_row (action, rows.other_old, "Van iemand anders");
  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_PERSON), rows.person),
                      SPIL_PERSON_FUNCTION, &value);
  commit (fixture->store, action);
  undo_series (fixture, &rows, 3);
  old = name_of (fixture, rows.old);
  other = name_of (fixture, rows.other_old);
  added = name_of (fixture, rows.added);
  g_assert_cmpstr (old, ==, "Oud");
  g_assert_cmpstr (other, ==, "Van iemand anders");
  g_assert_cmpstr (added, ==, "Nieuw");
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_ORGANISATION)), ==, 3);
  g_assert_cmpint (count_rows (fixture->store, spil_entity (SPIL_ENTITY_PERSON)), ==, 1);
  assert_sound (fixture->store);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/store/series/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("one-step", test_one_step);
  ADD ("abandoned", test_abandoned);
  ADD ("refused-part", test_refused_part);
  ADD ("out-of-turn", test_out_of_turn);
  ADD ("later-edits", test_later_edits);
#undef ADD
  return g_test_run ();
}
