// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-done-query.h"
#include "spil-series.h"
#include "store-fixture.h"

static GPtrArray *
query (SpilStore *store, int64_t offset, int64_t limit, int64_t *count)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = spil_done_query (store, offset, limit, count, &error);

  g_assert_no_error (error);
  return all;
}

// "label+" stands, "label-" is taken back, "label" is past; newest first.
static void
assert_done (SpilStore *store, const char *expected)
{
  static const char *const marks[] = { "", "+", "-" };
  g_autoptr (GPtrArray) all = query (store, 0, 100, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    const SpilDone *done = all->pdata[i];

    g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", done->label, marks[done->state]);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_named (SpilStore *store, const char *label)
{
  SpilAction *action = spil_action_new (label);
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());

  spil_record_set_text (record, SPIL_ORGANISATION_NAME, label);
  spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_action_add (action, record);
  commit (store, action);
}

// Turns at what was done with that label last.
static int
turn_at (SpilStore *store, const char *label, GError **error)
{
  g_autoptr (GPtrArray) all = query (store, 0, 100, NULL);

  for (guint i = 0; i < all->len; i++) {
    const SpilDone *done = all->pdata[i];
    int n = 0;

    if (g_strcmp0 (done->label, label) != 0 || done->state == SPIL_DONE_PAST)
      continue;
    spil_done_turn (store, done->step, &n, error);
    return n;
  }
  g_assert_not_reached ();
}

// The fixture itself added the programme.
static void
forget_first (Fixture *fixture)
{
  run_sql (fixture->dir, "DELETE FROM undo");
  run_sql (fixture->dir, "UPDATE log SET label = 'p'");
  fixture_reopen (fixture);
}

static void
test_turning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  forget_first (fixture);
  add_named (fixture->store, "a");
  add_named (fixture->store, "b");
  add_named (fixture->store, "c");
  assert_done (fixture->store, "c+, b+, a+, p");
  g_assert_cmpint (turn_at (fixture->store, "b", &error), ==, 2);
  g_assert_no_error (error);
  assert_done (fixture->store, "Undone: b-, Undone: c-, c, b, a+, p");
  g_assert_cmpint (turn_at (fixture->store, "Undone: b", &error), ==, 1);
  assert_done (fixture->store, "Redone: b+, Undone: b, Undone: c-, c, b, a+, p");
  g_assert_cmpint (turn_at (fixture->store, "Undone: c", &error), ==, 1);
  g_assert_cmpint (turn_at (fixture->store, "a", &error), ==, 3);
  g_assert_no_error (error);
  // What is new takes the place of what was taken back.
  add_named (fixture->store, "d");
  g_assert_cmpint (turn_at (fixture->store, "d", &error), ==, 1);
  g_assert_no_error (error);
}

// A later step that refuses leaves what was done before it, and says where it stopped.
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  forget_first (fixture);
  add_named (fixture->store, "a");
  add_named (fixture->store, "b");
  add_named (fixture->store, "c");
  // As if what "b" replaced could not be read.
  run_sql (fixture->dir, "UPDATE undo SET before = x'ff' WHERE label = 'b'");
  fixture_reopen (fixture);
  g_assert_cmpint (turn_at (fixture->store, "a", &error), ==, 1);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "“b”"));
  assert_done (fixture->store, "Undone: c-, c, b+, a+, p");
}

static void
test_window (Fixture *fixture, gconstpointer data)
{
  int64_t count;
  g_autoptr (GPtrArray) all = NULL;

  forget_first (fixture);
  for (int i = 0; i < 9; i++) {
    char label[] = { (char) ('a' + i), '\0' };

    add_named (fixture->store, label);
  }
  all = query (fixture->store, 3, 2, &count);
  g_assert_cmpint (count, ==, 10);
  g_assert_cmpint (all->len, ==, 2);
  g_assert_cmpstr (((SpilDone *) all->pdata[0])->label, ==, "f");
  g_assert_cmpstr (((SpilDone *) all->pdata[0])->actor, ==, spil_store_get_actor (fixture->store));
  g_assert_cmpstr (((SpilDone *) all->pdata[1])->label, ==, "e");
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilSeries *series;

  forget_first (fixture);
  series = spil_series_begin (fixture->store, spil_id_new (), &error);
  for (int i = 0; i < 4; i++) {
    g_autoptr (SpilAction) action = spil_action_new ("list");
    g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());

    spil_record_set_text (record, SPIL_ORGANISATION_NAME, "Nieuw");
    spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
    spil_action_add (action, record);
    g_assert_true (spil_series_commit (series, action, &error));
  }
  g_assert_true (spil_series_end (series, "list", &error));
  spil_series_free (series);
  add_named (fixture->store, "a");
  assert_done (fixture->store, "a+, list+, p");
  g_assert_cmpint (turn_at (fixture->store, "list", &error), ==, 2);
  g_assert_no_error (error);
  assert_done (fixture->store, "Import undone-, Undone: a-, a, list, p");
  g_assert_cmpint (turn_at (fixture->store, "Import undone", &error), ==, 1);
  g_assert_no_error (error);
  assert_done (fixture->store, "Import redone+, Import undone, Undone: a-, a, list, p");
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  SpilId organisation = add_organisation (fixture->store, "Verzonnen BV");
  g_autoptr (GPtrArray) all = query (fixture->store, 0, 1, NULL);
  int64_t sequence = ((SpilDone *) all->pdata[0])->sequence;
  g_autoptr (GError) error = NULL;
  const SpilEntity *entity;
  SpilId id;

  g_assert_true (spil_done_find_row (fixture->store, sequence, &entity, &id, &error));
  g_assert_no_error (error);
  g_assert_true (entity == spil_entity (SPIL_ENTITY_ORGANISATION));
  g_assert_true (spil_id_equal (id, organisation));
  g_assert_true (spil_store_undo (fixture->store, NULL, &error));
  g_assert_false (spil_done_find_row (fixture->store, sequence, &entity, &id, &error));
  g_assert_no_error (error);
  g_assert_false (spil_done_find_row (fixture->store, 999999, &entity, &id, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/done/turning", Fixture, NULL, fixture_set_up, test_turning, fixture_tear_down);
  g_test_add ("/done/stop", Fixture, NULL, fixture_set_up, test_stop, fixture_tear_down);
  g_test_add ("/done/window", Fixture, NULL, fixture_set_up, test_window, fixture_tear_down);
  g_test_add ("/done/series", Fixture, NULL, fixture_set_up, test_series, fixture_tear_down);
  g_test_add ("/done/row", Fixture, NULL, fixture_set_up, test_row, fixture_tear_down);
  return g_test_run ();
}
