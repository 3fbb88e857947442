// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-paper.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "spil-report-file.h"
#include "spil-visit-document.h"

// A sheet on its way to paper or to a file.
typedef struct
{
  GtkWidget *widget;
  SpilWorker *worker;
  SpilId id;
  char *name; /**< of the file, without an ending */
  const char *ending; /**< what its format asks for */
  char *path; /**< where it is written; NULL: not known yet */
  gboolean print;
} Paper;

// What the worker's thread has to know.
typedef struct
{
  SpilId id;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
}

static void
paper_free (Paper *self)
{
  // What was printed has been read by then.
  if (self->print && self->path != NULL)
    g_unlink (self->path);
  g_object_unref (self->widget);
  g_object_unref (self->worker);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

static Paper *
paper_new (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name)
{
  Paper *self = g_new0 (Paper, 1);

  self->widget = g_object_ref (widget);
  self->worker = g_object_ref (worker);
  self->id = id;
  self->name = spil_visit_dup_file_name (name, spil_day_today ());
  return self;
}

static void
tell (Paper *self, const GError *error)
{
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    gtk_widget_activate_action (self->widget, "win.toast", "s", error->message);
}

static GtkWindow *
window_of (Paper *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    tell (self, error);
}

static void
print_file (Paper *self)
{
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  gtk_print_dialog_set_title (dialog, _ ("Print the visit sheet"));
  gtk_print_dialog_print_file (dialog, window_of (self), NULL, file, NULL, on_printed_cb, self);
}

static gpointer
write_file (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;

  return GINT_TO_POINTER (spil_visit_write (store, order->id, order->path, cancellable, error));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (spil_worker_run_finish (SPIL_WORKER (source), result, &error)))
    tell (self, error);
  else if (self->print)
    print_file (g_steal_pointer (&self));
  else
    gtk_widget_activate_action (self->widget, "win.toast", "s", _ ("Visit sheet saved"));
}

// Takes @self.
static void
write_paper (Paper *self)
{
  Order *order = g_new0 (Order, 1);

  order->id = self->id;
  order->path = g_strdup (self->path);
  spil_worker_run (self->worker, write_file, order, order_free, NULL, NULL, on_written_cb, self);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (place == NULL) {
    tell (self, error);
    return;
  }
  self->path = g_file_get_path (place);
  if (self->path != NULL && !spil_report_file_knows (self->path)) {
    g_autofree char *named = g_steal_pointer (&self->path);

    self->path = g_strconcat (named, self->ending, NULL);
  }
  write_paper (g_steal_pointer (&self));
}

void
spil_visit_paper_save (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name, const char *ending)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Paper *self = paper_new (widget, worker, id, name);
  g_autofree char *proposed = g_strconcat (self->name, ending, NULL);

  self->ending = ending;
  gtk_file_dialog_set_title (dialog, _ ("Save the visit sheet"));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, window_of (self), NULL, on_place_chosen_cb, self);
}

void
spil_visit_paper_print (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name)
{
  g_autoptr (Paper) self = paper_new (widget, worker, id, name);
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("spil-visit-XXXXXX.pdf", &self->path, &error);

  self->print = TRUE;
  if (fd < 0) {
    tell (self, error);
    return;
  }
  close (fd);
  write_paper (g_steal_pointer (&self));
}
