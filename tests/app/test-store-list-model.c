// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"
#include "spil-list-slot.h"
#include "spil-store-list-model.h"

#define N_AREAS 300

// What happened to the list.
typedef struct
{
  int n_loaded;
  int n_changes;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
on_loaded_cb (SpilStoreListModel *model, Seen *seen)
{
  seen->n_loaded++;
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, Seen *seen)
{
  seen->n_changes++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
}

static void
add_areas (AppFixture *self)
{
  SpilAction *action = spil_action_new ("Areas added");

  for (int i = 0; i < N_AREAS; i++) {
    g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
    g_autofree char *name = g_strdup_printf ("%s %03d", i % 100 == 7 ? "Wijk" : "Park", i);

    spil_record_set_text (area, SPIL_AREA_NAME, name);
    spil_record_set_integer (area, SPIL_AREA_KIND, SPIL_AREA_KIND_DISTRICT);
    spil_action_add (action, area);
  }
  app_commit (self, action);
}

static void
search (SpilStoreListModel *model, const char *text, Seen *seen)
{
  SpilQuery *query = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  int n_loaded = seen->n_loaded;

  spil_query_search (query, text);
  spil_query_sort (query, SPIL_AREA_NAME, FALSE);
  spil_store_list_model_set_query (model, query, (GDestroyNotify) spil_query_free);
  while (seen->n_loaded == n_loaded)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
title_of (SpilListSlot *slot)
{
  while (spil_list_slot_get_item (slot) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return spil_record_get_title (spil_list_slot_get_item (slot));
}

static void
test_slots (AppFixture *self, gconstpointer data)
{
  Seen seen = { 0 };
  g_autoptr (SpilStoreListModel) model = NULL;
  g_autoptr (SpilListSlot) first = NULL;
  g_autoptr (SpilListSlot) same = NULL;
  g_autoptr (SpilListSlot) far = NULL;
  GListModel *list;

  app_open (self);
  add_areas (self);
  model = spil_store_list_model_new (self->worker, spil_store_list_fetch_records);
  list = G_LIST_MODEL (model);
  g_signal_connect (model, "loaded", G_CALLBACK (on_loaded_cb), &seen);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), &seen);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);

  search (model, NULL, &seen);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_AREAS);
  g_assert_cmpint (seen.n_changes, ==, 1);
  first = g_list_model_get_item (list, 0);
  same = g_list_model_get_item (list, 0);
  far = g_list_model_get_item (list, N_AREAS - 1);
  g_assert_true (first == same);
  g_assert_cmpstr (title_of (first), ==, "Park 000");
  g_assert_cmpstr (title_of (far), ==, "Wijk 207");

  // A filter takes positions from the end only, and swaps what the others hold.
  search (model, "wijk", &seen);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  g_assert_cmpint (seen.n_changes, ==, 2);
  g_assert_cmpuint (seen.position, ==, 3);
  g_assert_cmpuint (seen.removed, ==, N_AREAS - 3);
  g_assert_cmpuint (seen.added, ==, 0);
  g_assert_cmpstr (title_of (first), ==, "Wijk 007");

  // Nothing is taken away when there is only something else.
  search (model, "wijk 107", &seen);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpstr (title_of (first), ==, "Wijk 107");
  search (model, "wijk 207", &seen);
  g_assert_cmpint (seen.n_changes, ==, 3);
  g_assert_cmpstr (title_of (first), ==, "Wijk 207");
  search (model, "niets", &seen);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_null (g_list_model_get_item (list, 0));
}

static void
test_refresh (AppFixture *self, gconstpointer data)
{
  Seen seen = { 0 };
  g_autoptr (SpilStoreListModel) model = NULL;

  app_open (self);
  model = spil_store_list_model_new (self->worker, spil_store_list_fetch_records);
  g_signal_connect (model, "loaded", G_CALLBACK (on_loaded_cb), &seen);
  search (model, NULL, &seen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  app_commit (self, app_add_area ("N35"));
  spil_store_list_model_refresh (model);
  while (seen.n_loaded < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
}

// What needs all rows, such as paper, gets them beside what is looked at, up to a bound and in the order of the list.
static void
test_read (AppFixture *self, gconstpointer data)
{
  Seen seen = { 0 };
  g_autoptr (SpilStoreListModel) model = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  app_open (self);
  add_areas (self);
  model = spil_store_list_model_new (self->worker, spil_store_list_fetch_records);
  g_signal_connect (model, "loaded", G_CALLBACK (on_loaded_cb), &seen);
  search (model, "Park", &seen);
  spil_store_list_model_read (model, 200, NULL, app_on_ready_cb, &waiting);
  result = app_wait (&waiting);
  rows = spil_store_list_model_read_finish (model, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 200);
  g_assert_cmpstr (spil_record_get_title (g_ptr_array_index (rows, 0)), ==, "Park 000");
  g_assert_cmpstr (spil_record_get_title (g_ptr_array_index (rows, 199)), ==, "Park 201");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/app/store-list-model/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("slots", test_slots);
  ADD ("refresh", test_refresh);
  ADD ("read", test_read);
#undef ADD
  return g_test_run ();
}
