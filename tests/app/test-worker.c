// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"
#include "spil-model-error.h"
#include "spil-sync-store.h"

static void
on_changed_cb (SpilWorker *worker, const SpilEntityMask *mask, SpilEntityMask *seen)
{
  seen->bits[0] |= mask->bits[0];
  seen->bits[1] |= mask->bits[1];
}

static void
on_committed_cb (SpilWorker *worker, const char *label, gboolean can_undo, char **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%s %d", label, can_undo);
}

static gpointer
count_areas (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_AREA));
  int64_t count = -1;

  spil_store_count (store, query, &count, error);
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static void
assert_areas (AppFixture *self, const char *expected)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  spil_worker_run (self->worker, count_areas, NULL, NULL, g_free, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  count = spil_worker_run_finish (self->worker, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (count, ==, expected);
}

static void
test_missing (AppFixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  spil_worker_open (self->worker, SPIL_WORKER_OPEN, app_on_ready_cb, &ready);
  opened = app_wait (&ready);
  g_assert_false (spil_worker_open_finish (self->worker, opened, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING);

  // Jobs are answered also when there is no database.
  g_clear_error (&error);
  spil_worker_run (self->worker, count_areas, NULL, NULL, g_free, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_worker_run_finish (self->worker, result, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING);
}

static void
test_commit_and_undo (AppFixture *self, gconstpointer data)
{
  SpilEntityMask mask = { 0 };
  g_autofree char *label = NULL;
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  app_open (self);
  g_signal_connect (self->worker, "changed", G_CALLBACK (on_changed_cb), &mask);
  g_signal_connect (self->worker, "committed", G_CALLBACK (on_committed_cb), &label);
  app_commit (self, app_add_area ("N35"));
  g_assert_true (spil_entity_mask_has (&mask, SPIL_ENTITY_AREA));
  g_assert_false (spil_entity_mask_has (&mask, SPIL_ENTITY_RISK));
  g_assert_cmpstr (label, ==, "Area added 1");
  g_assert_cmpstr (spil_worker_get_undo_label (self->worker), ==, "Area added");
  g_assert_null (spil_worker_get_redo_label (self->worker));
  assert_areas (self, "1");

  spil_worker_undo (self->worker, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_true (spil_worker_commit_finish (self->worker, result, NULL));
  g_assert_true (g_str_has_suffix (label, "Area added 0"));
  g_assert_cmpstr (spil_worker_get_redo_label (self->worker), ==, "Area added");
  assert_areas (self, "0");
}

static void
on_failed_cb (SpilWorker *worker, GError *error, GError **seen)
{
  *seen = g_error_copy (error);
}

static void
test_refused (AppFixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) seen = NULL;

  app_open (self);
  g_signal_connect (self->worker, "failed", G_CALLBACK (on_failed_cb), &seen);
  spil_worker_commit (self->worker, app_add_area (""), app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_false (spil_worker_commit_finish (self->worker, result, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_assert_no_error (seen);

  // Without anybody to look at the error, the worker tells it.
  spil_worker_commit (self->worker, app_add_area (""), NULL, NULL);
  while (seen == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (seen, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  assert_areas (self, "0");
}

static void
test_cancelled (AppFixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  app_open (self);
  g_cancellable_cancel (cancellable);
  spil_worker_run (self->worker, count_areas, NULL, NULL, g_free, cancellable, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_worker_run_finish (self->worker, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_close (AppFixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = NULL;
  g_autofree char *count = NULL;

  app_open (self);
  // What a person saved just before closing is kept.
  spil_worker_commit (self->worker, app_add_area ("N35"), NULL, NULL);
  spil_worker_close (self->worker);
  spil_worker_run (self->worker, count_areas, NULL, NULL, g_free, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_worker_run_finish (self->worker, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_error (&error);
  store = spil_store_open (self->dir, &error);
  g_assert_no_error (error);
  count = count_areas (store, NULL, NULL, NULL);
  g_assert_cmpstr (count, ==, "1");
}

static void
test_others (AppFixture *self, gconstpointer data)
{
  SpilEntityMask mask = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = NULL;
  g_autoptr (SpilAction) action = app_add_area ("N35");

  app_open (self);
  g_signal_connect (self->worker, "changed", G_CALLBACK (on_changed_cb), &mask);
  store = spil_store_open (self->dir, &error);
  g_assert_no_error (error);
  g_assert_true (spil_store_commit (store, action, &error));
  while (!spil_entity_mask_has (&mask, SPIL_ENTITY_AREA))
    g_main_context_iteration (NULL, TRUE);
  assert_areas (self, "1");
}

// Synchronisation, with a connection of its own, hears that this laptop only reads along.
static void
test_reader (AppFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *ready = NULL;

  app_open (self);
  g_assert_false (spil_worker_get_read_only (self->worker));
  store = spil_store_open (self->dir, &error);
  g_assert_no_error (error);
  g_assert_true (spil_store_set_reader (store, TRUE, &error));
  spil_worker_look (self->worker);
  while (!spil_worker_is_reader (self->worker))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (spil_worker_get_read_only (self->worker));
  g_assert_false (spil_worker_is_opened_read_only (self->worker));
  spil_worker_commit (self->worker, app_add_area ("N35"), app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_false (spil_worker_commit_finish (self->worker, result, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY);

  g_clear_error (&error);
  g_assert_true (spil_store_set_reader (store, FALSE, &error));
  spil_worker_look (self->worker);
  while (spil_worker_get_read_only (self->worker))
    g_main_context_iteration (NULL, TRUE);
  assert_areas (self, "0");
}

// Something needs the folder alone, and gives it back.
static void
test_release (AppFixture *self, gconstpointer data)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) released = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  app_open (self);
  spil_worker_release (self->worker, app_on_ready_cb, &ready);
  released = app_wait (&ready);
  g_assert_true (spil_worker_release_finish (self->worker, released, &error));
  spil_worker_run (self->worker, count_areas, NULL, NULL, g_free, NULL, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  g_assert_null (spil_worker_run_finish (self->worker, result, &error));
  g_assert_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING);
  g_clear_error (&error);
  spil_worker_open (self->worker, SPIL_WORKER_OPEN, app_on_ready_cb, &ready);
  opened = app_wait (&ready);
  g_assert_true (spil_worker_open_finish (self->worker, opened, &error));
  assert_areas (self, "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/app/worker/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("missing", test_missing);
  ADD ("commit-and-undo", test_commit_and_undo);
  ADD ("refused", test_refused);
  ADD ("cancelled", test_cancelled);
  ADD ("close", test_close);
  ADD ("others", test_others);
  ADD ("reader", test_reader);
  ADD ("release", test_release);
#undef ADD
  return g_test_run ();
}
