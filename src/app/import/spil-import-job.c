// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-job.h"

// How many layouts are shown.
#define MAX_LAYOUTS 5

/* What is asked of the worker. */
typedef struct
{
  char *path;
  char *to;
  SpilTableOptions options;
  gboolean has_options;
  int64_t header_row;
  SpilImportPlan *plan;
  gboolean dry;
  SpilId id;
  SpilTidings *tidings;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order->to);
  spil_import_plan_free (order->plan);
  spil_tidings_free (order->tidings);
  g_free (order);
}

static void
on_progress (double share, int64_t rows, gpointer tidings)
{
  spil_tidings_tell (tidings, share, NULL);
}

static gpointer
list_layouts (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_IMPORT_LAYOUT));
  g_auto (SpilValue) name = spil_value_text (spil_entity (SPIL_ENTITY_ORGANISATION)->name);

  // Lists of bookings are read in elsewhere.
  spil_query_where (query, SPIL_IMPORT_LAYOUT_ENTITY_NAME, SPIL_COMPARE_EQUAL, &name);
  spil_query_window (query, 0, MAX_LAYOUTS);
  return spil_store_list (store, query, error);
}

static gpointer
look (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return spil_import_look (store, order->path, spil_entity (SPIL_ENTITY_ORGANISATION),
                           order->has_options ? &order->options : NULL, order->header_row, error);
}

static gpointer
run (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  return spil_import_run (store, order->path, order->plan, order->dry, on_progress, order->tidings,
                          cancellable, error);
}

static gpointer
undo (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autofree SpilSeriesUndone *undone = g_new0 (SpilSeriesUndone, 1);

  return spil_import_undo (store, order->id, undone, error) ? g_steal_pointer (&undone) : NULL;
}

static gpointer
save_refused (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  spil_import_save_refused (store, order->path, order->plan, order->to, NULL, error);
  return NULL;
}

void
spil_import_job_layouts (SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data)
{
  spil_worker_run (worker, list_layouts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, callback,
                   user_data);
}

void
spil_import_job_look (SpilWorker *worker, const char *path, const SpilTableOptions *options,
                      int64_t header_row, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->has_options = options != NULL;
  if (options != NULL)
    order->options = *options;
  order->header_row = header_row;
  spil_worker_run (worker, look, order, order_free, (GDestroyNotify) spil_import_look_free, NULL, callback,
                   user_data);
}

void
spil_import_job_run (SpilWorker *worker, const char *path, const SpilImportPlan *plan, gboolean dry,
                     SpilTidings *tidings, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->plan = spil_import_plan_copy (plan);
  order->dry = dry;
  order->tidings = tidings;
  spil_worker_run (worker, run, order, order_free, (GDestroyNotify) spil_import_report_free, cancellable,
                   callback, user_data);
}

void
spil_import_job_undo (SpilWorker *worker, SpilId id, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->id = id;
  spil_worker_run (worker, undo, order, order_free, g_free, NULL, callback, user_data);
}

void
spil_import_job_save_refused (SpilWorker *worker, const char *path, const SpilImportPlan *plan,
                              const char *to, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->plan = spil_import_plan_copy (plan);
  order->to = g_strdup (to);
  spil_worker_run (worker, save_refused, order, order_free, NULL, NULL, callback, user_data);
}
