// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import-job.h"

#include "spil-plan-forms.h"

/* What is asked of the worker. */
typedef struct
{
  char *path;
  gboolean dry;
  gboolean delete_gone;
  SpilTidings *tidings;
  double from; /* reading is the first half, taking in the second */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  spil_tidings_free (order->tidings);
  g_free (order);
}

static void
on_progress (double share, gpointer user_data)
{
  Order *order = user_data;

  spil_tidings_tell (order->tidings, order->from + share / 2, NULL);
}

static gpointer
import (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;
  const SpilPlanFileSink sink = { on_progress, order, cancellable };
  g_autofree char *name = g_filename_display_basename (order->path);
  const SpilPlanImportOptions options = {
    .file = name, .dry = order->dry, .delete_gone = order->delete_gone, .sink = sink
  };
  g_autoptr (SpilPlanFile) plan = spil_plan_forms_read (order->path, &sink, error);

  if (plan == NULL)
    return NULL;
  order->from = 0.5;
  return spil_plan_import (store, plan, &options, error);
}

static gpointer
save (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);
  g_autoptr (SpilPlanFile) plan = spil_plan_file_of_store (store, error);

  if (plan == NULL || !spil_plan_forms_write (plan, order->path, NULL, lost, error))
    return NULL;
  return g_steal_pointer (&lost);
}

void
spil_plan_job_import (SpilWorker *worker, const char *path, gboolean dry, gboolean delete_gone,
                      SpilTidings *tidings, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->dry = dry;
  order->delete_gone = delete_gone;
  order->tidings = tidings;
  spil_worker_run (worker, import, order, order_free, (GDestroyNotify) spil_plan_import_result_free,
                   cancellable, callback, user_data);
}

void
spil_plan_job_save (SpilWorker *worker, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  spil_worker_run (worker, save, order, order_free, (GDestroyNotify) g_ptr_array_unref, NULL, callback,
                   user_data);
}
