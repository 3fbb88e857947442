// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"

#include <glib/gstdio.h>

void
app_fixture_set_up (AppFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->dir = g_dir_make_tmp ("spil-app-XXXXXX", &error);
  g_assert_no_error (error);
  self->worker = spil_worker_new (self->dir);
}

void
app_fixture_tear_down (AppFixture *self, gconstpointer data)
{
  static const char *const names[] = { "spil.db", "spil.db-wal", "spil.db-shm" };

  spil_worker_close (self->worker);
  // What came back from the thread holds the worker until it has been dealt with.
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->worker);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (self->dir, names[i], NULL);

    g_unlink (path);
  }
  g_rmdir (self->dir);
  g_free (self->dir);
}

GAsyncResult *
app_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

void
app_on_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
app_commit (AppFixture *self, SpilAction *action)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  spil_worker_commit (self->worker, action, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  spil_worker_commit_finish (self->worker, result, &error);
  g_assert_no_error (error);
}

void
app_open (AppFixture *self)
{
  GAsyncResult *ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) programme = spil_record_new (spil_entity (SPIL_ENTITY_PROGRAMME), spil_id_new ());
  SpilAction *action = spil_action_new ("Programme made");

  spil_worker_open (self->worker, SPIL_WORKER_CREATE, app_on_ready_cb, &ready);
  result = app_wait (&ready);
  spil_worker_open_finish (self->worker, result, &error);
  g_assert_no_error (error);
  spil_record_set_text (programme, SPIL_PROGRAMME_NAME, "Proef");
  spil_action_add (action, programme);
  app_commit (self, action);
}

SpilAction *
app_add_area (const char *name)
{
  g_autoptr (SpilRecord) area = spil_record_new (spil_entity (SPIL_ENTITY_AREA), spil_id_new ());
  SpilAction *action = spil_action_new ("Area added");

  spil_record_set_text (area, SPIL_AREA_NAME, name);
  spil_record_set_integer (area, SPIL_AREA_KIND, SPIL_AREA_KIND_CORRIDOR);
  spil_action_add (action, area);
  return action;
}
