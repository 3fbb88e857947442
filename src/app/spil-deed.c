// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-deed.h"

typedef struct
{
  SpilDeedFunc make;
  gpointer data;
  GDestroyNotify free_data;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  if (deed->free_data != NULL)
    deed->free_data (deed->data);
  g_free (deed);
}

static gpointer
make_action (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return deed->make (store, deed->data, error);
}

// The window shows what nobody asked to hear.
static void
fail (GTask *task, SpilWorker *worker, GError *error)
{
  if (g_task_get_task_data (task) != NULL)
    g_task_return_error (task, error);
  else {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (worker, "failed", error);
    g_task_return_boolean (task, FALSE);
    g_error_free (error);
  }
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    fail (task, SPIL_WORKER (source), error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  // It is so already.
  if (action != NULL && action->changes->len == 0) {
    spil_action_free (action);
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
  } else if (action != NULL)
    spil_worker_commit (SPIL_WORKER (source), action, on_committed_cb, task);
  else {
    fail (task, SPIL_WORKER (source), error);
    g_object_unref (task);
  }
}

void
spil_deed_do (SpilWorker *worker, SpilDeedFunc make, gpointer data, GDestroyNotify free_data,
              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (worker, NULL, callback, user_data);
  Deed *deed = g_new0 (Deed, 1);

  g_return_if_fail (SPIL_IS_WORKER (worker));

  g_task_set_source_tag (task, spil_deed_do);
  // Tells whether somebody hears of errors.
  g_task_set_task_data (task, callback != NULL ? task : NULL, NULL);
  deed->make = make;
  deed->data = data;
  deed->free_data = free_data;
  spil_worker_run (worker, make_action, deed, deed_free, (GDestroyNotify) spil_action_free, NULL, on_made_cb,
                   task);
}

gboolean
spil_deed_finish (SpilWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
