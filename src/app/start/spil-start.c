// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-start.h"

#include "spil-demo.h"
#include "spil-template.h"

static void
list_templates (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, spil_template_list (NULL, NULL), (GDestroyNotify) g_ptr_array_unref);
}

void
spil_start_list (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_run_in_thread (task, list_templates);
}

GPtrArray *
spil_start_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* On the worker's thread */

static gpointer
start_from_template (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *id = data;
  g_autoptr (SpilTemplate) template = NULL;
  g_autoptr (SpilAction) action = NULL;

  if (!spil_id_is_nil (spil_store_get_programme (store)))
    return NULL;
  template = spil_template_load (NULL, id, error);
  if (template == NULL)
    return NULL;
  action = spil_template_make_action (template, NULL, NULL, NULL, error);
  if (action != NULL)
    spil_store_commit_bulk (store, action, error);
  return NULL;
}

static gpointer
start_demo (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  if (spil_id_is_nil (spil_store_get_programme (store))) {
    if (spil_demo_make (store, NULL, error))
      spil_demo_play (store, error);
  }
  return NULL;
}

/* On the main thread */

static void
on_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL)
    g_signal_emit_by_name (source, "failed", error);
}

void
spil_start_template (SpilWorker *worker, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  spil_worker_run (worker, start_from_template, g_strdup (id), g_free, NULL, NULL,
                   callback != NULL ? callback : on_started_cb, user_data);
}

void
spil_start_demo (SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data)
{
  spil_worker_run (worker, start_demo, NULL, NULL, NULL, NULL, callback != NULL ? callback : on_started_cb,
                   user_data);
}
