// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What rows are found by after many of them changed at once. */
#include <locale.h>

#include "spil-sync-store.h"
#include "store-fixture.h"

typedef enum
{
  RENAME,
  DELETE,
} Change;

/** What is done to the first @n_changed of @n_rows rows, from the last on. */
typedef struct
{
  const char *name;
  int n_rows;
  int n_changed;
  Change change;
} Case;

static const Case cases[] = {
  { "few", 40, 12, RENAME },
  { "few-deleted", 40, 12, DELETE },
  { "many-of-more", 2600, 1100, RENAME },
  { "most", 1500, 1200, RENAME },
  { "most-deleted", 1500, 1200, DELETE },
  { "more-than-wait", 10200, 10100, RENAME },
  { "more-than-wait-deleted", 10200, 10100, DELETE },
};

static void
commit_bulk (SpilStore *store, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (spil_store_commit_bulk (store, action, &error));
  g_assert_no_error (error);
  spil_action_free (action);
}

static GArray *
add_rows (SpilStore *store, int n)
{
  SpilAction *action = spil_action_new ("Rows added");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SpilId));

  for (int i = 0; i < n; i++) {
    g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());
    SpilId id = spil_record_get_id (record);

    spil_record_set_text (record, SPIL_ORGANISATION_NAME, "Drukkerij");
    spil_record_set_integer (record, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
    spil_action_add (action, record);
    g_array_append_val (ids, id);
  }
  commit_bulk (store, action);
  return ids;
}

static SpilAction *
make_changes (GArray *ids, int n_changed, Change change)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ORGANISATION);
  g_auto (SpilValue) name = spil_value_text ("Slagerij");
  SpilAction *action = spil_action_new ("Rows changed");

  for (int i = n_changed; i > 0; i--)
    if (change == DELETE)
      spil_action_delete (action, entity, g_array_index (ids, SpilId, i - 1));
    else
      spil_change_assign (spil_action_set_row (action, entity, g_array_index (ids, SpilId, i - 1)),
                          SPIL_ORGANISATION_NAME, &name);
  return action;
}

static void
assert_found (SpilStore *store, const char *word, int64_t n)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
  g_autoptr (GError) error = NULL;
  int64_t count;

  spil_query_search (query, word);
  g_assert_true (spil_store_count (store, query, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, n);
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
assert_changed (SpilStore *store, const Case *expected)
{
  assert_found (store, "drukk", expected->n_rows - expected->n_changed);
  assert_found (store, "slagerij", expected->change == RENAME ? expected->n_changed : 0);
  assert_sound (store);
}

static gboolean
hand_over (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  SpilStore *from = ((SpilStore **) user_data)[0];
  SpilId device = spil_store_get_device (from);

  return spil_import_entry (((SpilImport **) user_data)[1], &device, entry, NULL, error);
}

// Gives @to all entries that @from made, at once.
static void
deliver (SpilStore *from, SpilStore *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImport) import = spil_import_begin (to, &error);
  gpointer both[] = { from, import };
  SpilId device = spil_store_get_device (from);
  SpilImportResult result;

  g_assert_no_error (error);
  spil_store_each_entry (from, &device, 1, G_MAXINT64, hand_over, both, &error);
  g_assert_no_error (error);
  spil_import_finish (import, &result, &error);
  g_assert_no_error (error);
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  const Case *tested = data;
  g_autoptr (GArray) ids = add_rows (fixture->store, tested->n_rows);

  commit (fixture->store, make_changes (ids, tested->n_changed, tested->change));
  assert_changed (fixture->store, tested);
  g_assert_true (spil_store_undo (fixture->store, NULL, NULL));
  assert_found (fixture->store, "drukkerij", tested->n_rows);
  assert_sound (fixture->store);
  g_assert_true (spil_store_redo (fixture->store, NULL, NULL));
  assert_changed (fixture->store, tested);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  const Case *tested = data;
  g_autoptr (GArray) ids = add_rows (fixture->store, tested->n_rows);
  char *dir = make_dir ();
  SpilStore *receiver = spil_store_create (dir, NULL);

  // What is there already changes, and what comes and changes at once.
  deliver (fixture->store, receiver);
  commit (fixture->store, make_changes (ids, tested->n_changed, tested->change));
  deliver (fixture->store, receiver);
  assert_changed (receiver, tested);
  spil_store_close (receiver);
  remove_dir (dir);

  dir = make_dir ();
  receiver = spil_store_create (dir, NULL);
  deliver (fixture->store, receiver);
  assert_changed (receiver, tested);
  spil_store_close (receiver);
  remove_dir (dir);
}

static void
commit_name (SpilStore *store, SpilId id, const char *text)
{
  SpilAction *action = spil_action_new ("Renamed");
  g_auto (SpilValue) name = spil_value_text (text);

  spil_change_assign (spil_action_set_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id),
                      SPIL_ORGANISATION_NAME, &name);
  commit (store, action);
}

// One import changes a row several times, and deletes one that it changed.
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = add_rows (fixture->store, 3);
  char *dir = make_dir ();
  SpilStore *receiver = spil_store_create (dir, NULL);

  deliver (fixture->store, receiver);
  commit_name (fixture->store, g_array_index (ids, SpilId, 2), "Bakkerij");
  commit_name (fixture->store, g_array_index (ids, SpilId, 2), "Slagerij");
  commit_name (fixture->store, g_array_index (ids, SpilId, 1), "Bakkerij");
  commit_name (fixture->store, g_array_index (ids, SpilId, 1), "Drukkerij");
  commit_name (fixture->store, g_array_index (ids, SpilId, 0), "Garage");
  commit (fixture->store, make_changes (ids, 1, DELETE));
  deliver (fixture->store, receiver);
  assert_found (receiver, "bakkerij", 0);
  assert_found (receiver, "garage", 0);
  assert_found (receiver, "slagerij", 1);
  assert_found (receiver, "drukkerij", 1);
  assert_sound (receiver);
  spil_store_close (receiver);
  remove_dir (dir);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *commit_path = g_strdup_printf ("/store/words/commit/%s", cases[i].name);
    g_autofree char *import_path = g_strdup_printf ("/store/words/import/%s", cases[i].name);

    g_test_add (commit_path, Fixture, &cases[i], fixture_set_up, test_commit, fixture_tear_down);
    g_test_add (import_path, Fixture, &cases[i], fixture_set_up, test_import, fixture_tear_down);
  }
  g_test_add ("/store/words/import/several", Fixture, NULL, fixture_set_up, test_several, fixture_tear_down);
  return g_test_run ();
}
