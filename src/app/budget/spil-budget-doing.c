// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-doing.h"

typedef struct
{
  SpilActionFunc func;
  gpointer data;
  GDestroyNotify free_data;
  gboolean tells; /**< somebody wants to hear of errors */
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

  return deed->func (store, deed->data, error);
}

static void
fail (GTask *task, GError *error)
{
  const Deed *deed = g_task_get_task_data (task);

  if (!deed->tells)
    g_signal_emit_by_name (g_task_get_source_object (task), "failed", error);
  g_task_return_error (task, error);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    fail (task, error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (action == NULL) {
    fail (task, error);
    return;
  }
  if (action->changes->len == 0) {
    spil_action_free (action);
    g_task_return_boolean (task, TRUE);
    return;
  }
  spil_worker_commit (SPIL_WORKER (source), action, on_committed_cb, g_steal_pointer (&task));
}

// The deed belongs to the task, which outlives the job.
void
spil_budget_do (SpilWorker *worker, SpilActionFunc func, gpointer data, GDestroyNotify free_data,
                GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (worker, NULL, callback, user_data);
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed) { func, data, free_data, callback != NULL };
  g_task_set_source_tag (task, spil_budget_do);
  g_task_set_task_data (task, deed, deed_free);
  spil_worker_run (worker, make_action, deed, NULL, (GDestroyNotify) spil_action_free, NULL, on_made_cb, task);
}

gboolean
spil_budget_do_finish (SpilWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
