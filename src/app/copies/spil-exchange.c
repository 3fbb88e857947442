// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-exchange.h"

#include "spil-failure.h"

typedef struct
{
  SpilWindow *window;
  char *dir;
  SpilExchangeFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *done;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_object_unref (exchange->window);
  g_free (exchange->dir);
  if (exchange->free_data != NULL)
    exchange->free_data (exchange->data);
  g_free (exchange->done);
  g_free (exchange);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exchange *exchange = data;
  GError *error = NULL;

  if (exchange->func (exchange->dir, exchange->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (GError) error = NULL;

  // Whatever came of it: what is in the folder now is what there is to work with.
  spil_window_open (exchange->window, SPIL_WORKER_OPEN);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    spil_failure_present (GTK_WIDGET (exchange->window), error);
  else if (exchange->done != NULL)
    spil_window_toast (exchange->window, exchange->done, FALSE);
  exchange_free (exchange);
}

static void
on_released_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autoptr (GTask) task = NULL;

  // Without a database there is nothing to let go of.
  spil_worker_release_finish (SPIL_WORKER (source), result, NULL);
  task = g_task_new (NULL, NULL, on_run_cb, exchange);
  g_task_set_task_data (task, exchange, NULL);
  g_task_run_in_thread (task, run);
}

static void
on_paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = user_data;

  spil_syncer_pause_finish (SPIL_SYNCER (source), result, NULL);
  spil_worker_release (spil_window_get_worker (exchange->window), on_released_cb, exchange);
}

void
spil_exchange_run (SpilWindow *window, SpilExchangeFunc func, gpointer data, GDestroyNotify free_data,
                   const char *done)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->window = g_object_ref (window);
  exchange->dir = g_strdup (spil_worker_get_dir (spil_window_get_worker (window)));
  exchange->func = func;
  exchange->data = data;
  exchange->free_data = free_data;
  exchange->done = g_strdup (done);
  spil_window_clear (window);
  spil_syncer_pause (spil_window_get_syncer (window), on_paused_cb, exchange);
}
