// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-file-save.h"

#include "spil-failure.h"
#include "spil-recent.h"

/* A file on its way; the job that writes it and its answer share it. */
typedef struct
{
  GtkWidget *widget; /* main thread only */
  SpilWorker *worker;
  SpilFileSaving saving;
  char *ending;
  char *path;
  gpointer data;
  GDestroyNotify free_data;
} Order;

static void
order_free (Order *order)
{
  if (order->free_data != NULL)
    order->free_data (order->data);
  g_object_unref (order->widget);
  g_object_unref (order->worker);
  g_free (order->ending);
  g_free (order->path);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static gpointer
write_file (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return GINT_TO_POINTER (order->saving.write (store, order->path, order->data, cancellable, error));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Order) order = user_data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (spil_worker_run_finish (SPIL_WORKER (source), result, &error)))
    spil_failure_present (order->widget, error);
  else {
    if (order->saving.personal)
      spil_recent_forget (order->path);
    else
      spil_recent_add (order->path);
    if (order->saving.saved != NULL)
      order->saving.saved (order->widget, order->path, order->data);
  }
}

static gboolean
is_known (const Order *order, const char *path)
{
  return order->saving.knows != NULL ? order->saving.knows (path) : g_str_has_suffix (path, order->ending);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Order) order = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = place != NULL ? g_file_peek_path (place) : NULL;
  Order *job = order;

  if (path == NULL) {
    if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
        !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
      spil_failure_present (order->widget, error);
    return;
  }
  job->path = is_known (job, path) ? g_strdup (path) : g_strconcat (path, job->ending, NULL);
  order = NULL;
  spil_worker_run (job->worker, write_file, job, NULL, NULL, NULL, on_written_cb, job);
}

void
spil_file_save (GtkWidget *widget, SpilWorker *worker, const SpilFileSaving *saving, gpointer data,
                GDestroyNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (saving->name, saving->ending, NULL);
  Order *order = g_new0 (Order, 1);

  order->widget = g_object_ref (widget);
  order->worker = g_object_ref (worker);
  order->saving = *saving;
  order->ending = g_strdup (saving->ending);
  order->data = data;
  order->free_data = free_data;
  gtk_file_dialog_set_title (dialog, saving->title);
  /* What a file system or a shell would take for something else. */
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/\\:*?\"<>|\n\t", '-'));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_place_chosen_cb,
                        order);
}
