// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"
#include "spil-id-selection.h"
#include "spil-list-slot.h"

#define N_AREAS 300

typedef struct
{
  AppFixture app;
  SpilStoreListModel *model;
  SpilIdSelection *selection;
  GtkSelectionModel *interface;
  int n_loaded;
  guint wanted_first;
  guint n_wanted;
} Many;

static void
on_loaded_cb (Many *many)
{
  many->n_loaded++;
}

static void
on_wants_range_cb (Many *many, guint first, guint n)
{
  many->wanted_first = first;
  many->n_wanted = n;
}

static SpilId
id_of (gpointer item)
{
  return spil_record_get_id (SPIL_RECORD (item));
}

static void
ask (Many *many, gboolean descending)
{
  SpilQuery *query = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  int n_loaded = many->n_loaded;

  spil_query_sort (query, SPIL_AREA_NAME, descending);
  spil_store_list_model_set_query (many->model, query, (GDestroyNotify) spil_query_free);
  while (many->n_loaded == n_loaded)
    g_main_context_iteration (NULL, TRUE);
}

static SpilListSlot *
read_slot (Many *many, guint position)
{
  SpilListSlot *slot = g_list_model_get_item (G_LIST_MODEL (many->selection), position);

  while (spil_list_slot_get_item (slot) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return slot;
}

static void
set_up (Many *many, gconstpointer data)
{
  SpilAction *action = spil_action_new ("Areas added");

  app_fixture_set_up (&many->app, data);
  app_open (&many->app);
  for (int i = 0; i < N_AREAS; i++) {
    g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
    g_autofree char *name = g_strdup_printf ("Park %03d", i);

    spil_record_set_text (area, SPIL_AREA_NAME, name);
    spil_record_set_integer (area, SPIL_AREA_KIND, SPIL_AREA_KIND_DISTRICT);
    spil_action_add (action, area);
  }
  app_commit (&many->app, action);
  many->model = spil_store_list_model_new (many->app.worker, spil_store_list_fetch_records);
  g_signal_connect_swapped (many->model, "loaded", G_CALLBACK (on_loaded_cb), many);
  many->selection = spil_id_selection_new (many->model, id_of);
  many->interface = GTK_SELECTION_MODEL (many->selection);
  g_signal_connect_swapped (many->selection, "wants-range", G_CALLBACK (on_wants_range_cb), many);
  ask (many, FALSE);
}

static void
tear_down (Many *many, gconstpointer data)
{
  g_clear_object (&many->selection);
  g_clear_object (&many->model);
  app_fixture_tear_down (&many->app, data);
}

static void
test_navigation (Many *many, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (many->selection)), ==, N_AREAS);
  g_assert_cmpuint (spil_id_selection_get_current (many->selection), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (gtk_selection_model_select_item (many->interface, 4, TRUE));
  g_assert_cmpuint (spil_id_selection_get_current (many->selection), ==, 4);
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, 0);
}

// What is selected goes with its row.
static void
test_items (Many *many, gconstpointer data)
{
  g_autoptr (SpilListSlot) second = read_slot (many, 1);
  g_autoptr (SpilListSlot) last = NULL;

  spil_id_selection_toggle (many->selection, 1);
  g_assert_true (gtk_selection_model_is_selected (many->interface, 1));
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, 1);
  ask (many, TRUE);
  last = read_slot (many, N_AREAS - 2);
  g_assert_false (gtk_selection_model_is_selected (many->interface, 1));
  g_assert_true (gtk_selection_model_is_selected (many->interface, N_AREAS - 2));
  spil_id_selection_toggle (many->selection, N_AREAS - 2);
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, 0);
}

static void
test_range (Many *many, gconstpointer data)
{
  g_autoptr (SpilListSlot) first = read_slot (many, 0);
  g_autoptr (GtkBitset) bits = NULL;

  g_assert_true (gtk_selection_model_select_range (many->interface, 2, 5, TRUE));
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, 5);
  g_assert_true (gtk_selection_model_select_range (many->interface, 4, 2, TRUE));
  bits = gtk_selection_model_get_selection_in_range (many->interface, 0, 60);
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, 2);
  g_assert_true (gtk_bitset_contains (bits, 4) && gtk_bitset_contains (bits, 5));
  g_assert_cmpuint (many->n_wanted, ==, 0);

  // Rows that were never read are asked for.
  g_assert_true (gtk_selection_model_select_range (many->interface, 10, 250, TRUE));
  g_assert_cmpuint (many->wanted_first, ==, 10);
  g_assert_cmpuint (many->n_wanted, ==, 250);
}

// All, without reading them.
static void
test_all (Many *many, gconstpointer data)
{
  g_autoptr (SpilListSlot) first = read_slot (many, 0);
  g_autoptr (GArray) ids = NULL;

  g_assert_true (gtk_selection_model_select_all (many->interface));
  g_assert_true (spil_id_selection_is_all (many->selection));
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, N_AREAS);
  g_assert_true (gtk_selection_model_is_selected (many->interface, N_AREAS - 1));
  spil_id_selection_toggle (many->selection, 0);
  g_assert_false (gtk_selection_model_is_selected (many->interface, 0));
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, N_AREAS - 1);
  ids = spil_id_selection_get_ids (many->selection);
  g_assert_cmpuint (ids->len, ==, 1);
  spil_id_selection_toggle (many->selection, 0);
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, N_AREAS);
  g_assert_true (gtk_selection_model_unselect_all (many->interface));
  g_assert_cmpuint (spil_id_selection_get_count (many->selection), ==, 0);
  g_assert_false (spil_id_selection_is_all (many->selection));
}

#define ADD(path, func) g_test_add (path, Many, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/app/id-selection/navigation", test_navigation);
  ADD ("/app/id-selection/items", test_items);
  ADD ("/app/id-selection/range", test_range);
  ADD ("/app/id-selection/all", test_all);
  return g_test_run ();
}
