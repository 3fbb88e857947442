// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-copy.h"

#include <glib/gi18n-lib.h>

#include "spil-copy-note.h"
#include "spil-day.h"
#include "spil-failure.h"
#include "spil-recent.h"
#include "spil-tidings.h"

struct _SpilCopyDialog
{
  AdwDialog parent_instance;

  GCancellable *cancellable;
  GFile *file;

  GtkProgressBar *progress;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (SpilCopyDialog, spil_copy_dialog, ADW_TYPE_DIALOG)

/* On the worker's thread */

typedef struct
{
  SpilTidings *tidings;
  GCancellable *cancellable;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  spil_tidings_free (order->tidings);
  g_object_unref (order->cancellable);
  g_free (order->path);
  g_free (order);
}

static gboolean
on_progress (double share, gpointer user_data)
{
  Order *order = user_data;

  spil_tidings_tell (order->tidings, share, NULL);
  return !g_cancellable_is_cancelled (order->cancellable);
}

static gpointer
make_copy (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  spil_copy_make (store, order->path, on_progress, order, error);
  return NULL;
}

/* On the main thread */

static void
show_share (GObject *owner, double share, const char *what)
{
  SpilCopyDialog *self = SPIL_COPY_DIALOG (owner);

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, CLAMP (share, 0, 1));
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilCopyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cancelled = g_cancellable_is_cancelled (self->cancellable);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  spil_worker_tell_audited (SPIL_WORKER (source));
  if (self->progress == NULL)
    return;
  if (error != NULL && !cancelled)
    spil_failure_present (GTK_WIDGET (self), error);
  else {
    if (!cancelled)
      spil_recent_add (g_file_peek_path (self->file));
    name = g_filename_display_basename (g_file_peek_path (self->file));
    // Translators: %s is a file.
    text = cancelled ? g_strdup (_ ("No copy was made")) : g_strdup_printf (_ ("Copy made: %s"), name);
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  }
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_cancel_clicked_cb (SpilCopyDialog *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
on_close_attempt_cb (SpilCopyDialog *self)
{
  on_cancel_clicked_cb (self);
}

static void
spil_copy_dialog_dispose (GObject *object)
{
  SpilCopyDialog *self = SPIL_COPY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_COPY_DIALOG);
  G_OBJECT_CLASS (spil_copy_dialog_parent_class)->dispose (object);
}

static void
spil_copy_dialog_finalize (GObject *object)
{
  SpilCopyDialog *self = SPIL_COPY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (spil_copy_dialog_parent_class)->finalize (object);
}

static void
spil_copy_dialog_class_init (SpilCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_copy_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_copy_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilCopyDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilCopyDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
spil_copy_dialog_init (SpilCopyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "close-attempt", G_CALLBACK (on_close_attempt_cb), NULL);
}

typedef struct
{
  GtkWidget *parent;
  SpilWorker *worker;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->worker);
  g_free (request);
}

static void
start_copy (const Request *request, GFile *file)
{
  SpilCopyDialog *dialog = g_object_ref_sink (g_object_new (SPIL_TYPE_COPY_DIALOG, NULL));
  Order *order = g_new0 (Order, 1);

  dialog->file = g_object_ref (file);
  order->tidings = spil_tidings_new (G_OBJECT (dialog), show_share);
  order->cancellable = g_object_ref (dialog->cancellable);
  order->path = g_file_get_path (file);
  adw_dialog_present (ADW_DIALOG (dialog), request->parent);
  // Not with the cancellable: a copy that has begun says itself when it stops.
  spil_worker_run (request->worker, make_copy, order, order_free, NULL, NULL, on_made_cb, dialog);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    start_copy (request, file);
  request_free (request);
}

// Translators: the name of a file; %s is a date.
#define COPY_NAME N_ ("Copy of Spil %s.spil")

static char *
dup_name (void)
{
  g_autofree char *day = spil_day_to_iso (spil_day_today ());
  GString *name = g_string_new (_ (COPY_NAME));

  g_string_replace (name, "%s", day, 1);
  return g_string_free_and_steal (name);
}

static void
ask (Request *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = dup_name ();

  gtk_file_dialog_set_title (dialog, _ ("Make a copy"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (request->parent)), NULL, on_place_chosen_cb,
                        request);
}

static Request *
request_new (GtkWidget *parent, SpilWorker *worker)
{
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->worker = g_object_ref (worker);
  return request;
}

void
spil_copy_ask (GtkWidget *parent, SpilWorker *worker)
{
  ask (request_new (parent, worker));
}

void
spil_copy_again (GtkWidget *parent, SpilWorker *worker, const char *last)
{
  g_autofree char *folder = g_path_get_dirname (last);
  Request *request = request_new (parent, worker);
  g_autofree char *name = dup_name ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  // A disk that is not connected, or a folder that went: then a person says where.
  if (last[0] == '\0' || !g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    ask (request);
    return;
  }
  start_copy (request, file);
  request_free (request);
}
