// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-import-job.h"

/* What is asked of the worker. */
typedef struct
{
  char *path;
  const SpilEntity *entity;
  SpilImportPlan *plan;
  SpilBookingImport *import; /* borrowed */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_clear_pointer (&order->plan, spil_import_plan_free);
  g_free (order);
}

static gpointer
look (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return spil_import_look (store, order->path, order->entity, NULL, -1, error);
}

static gpointer
read_list (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return spil_booking_import_new (store, order->path, order->plan, SPIL_VAT_UNKNOWN, spil_day_today (),
                                  cancellable, error);
}

static gpointer
run (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return spil_booking_import_run (order->import, store, FALSE, cancellable, error);
}

void
spil_booking_job_look (SpilWorker *worker, const char *path, const SpilEntity *entity,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->entity = entity;
  spil_worker_run (worker, look, order, order_free, (GDestroyNotify) spil_import_look_free, NULL, callback,
                   user_data);
}

void
spil_booking_job_read (SpilWorker *worker, const char *path, const SpilImportPlan *plan,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (path);
  order->plan = spil_import_plan_copy (plan);
  spil_worker_run (worker, read_list, order, order_free, (GDestroyNotify) spil_booking_import_free,
                   cancellable, callback, user_data);
}

void
spil_booking_job_run (SpilWorker *worker, SpilBookingImport *import, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->import = import;
  spil_worker_run (worker, run, order, order_free, (GDestroyNotify) spil_import_report_free, cancellable,
                   callback, user_data);
}
