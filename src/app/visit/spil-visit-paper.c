// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-paper.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "spil-failure.h"
#include "spil-file-save.h"
#include "spil-report-file.h"
#include "spil-visit-document.h"

/* To a file */

static gboolean
write_sheet (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilId *id = data;

  return spil_visit_write (store, *id, path, cancellable, error);
}

static void
on_saved (GtkWidget *widget, const char *path, gpointer data)
{
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Visit sheet saved"));
}

void
spil_visit_paper_save (GtkWidget *widget, SpilWorker *worker, SpilId id, const char *name, const char *ending)
{
  g_autofree char *proposed = spil_visit_dup_file_name (name, spil_day_today ());
  const SpilFileSaving saving = {
    .title = _ ("Save the visit sheet"), .name = proposed, .ending = ending, .knows = spil_report_file_knows,
               .write = write_sheet, .saved = on_saved,
    };

  spil_file_save (widget, worker, &saving, g_memdup2 (&id, sizeof id), g_free);
}

/* To paper */

// A sheet on its way to a printer.
typedef struct
{
  GtkWidget *widget;
  SpilId id;
  char *path; /**< of a file that is there only for this */
} Print;

static void
print_free (Print *self)
{
  // What was printed has been read by then.
  if (self->path != NULL)
    g_unlink (self->path);
  g_object_unref (self->widget);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Print, print_free)

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Print) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    spil_failure_present (self->widget, error);
}

static gpointer
write_for_print (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Print *self = data;

  return GINT_TO_POINTER (spil_visit_write (store, self->id, self->path, cancellable, error));
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Print) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintDialog) dialog = NULL;
  g_autoptr (GFile) file = NULL;
  GtkRoot *root = gtk_widget_get_root (self->widget);

  if (!GPOINTER_TO_INT (spil_worker_run_finish (SPIL_WORKER (source), result, &error))) {
    spil_failure_present (self->widget, error);
    return;
  }
  dialog = gtk_print_dialog_new ();
  file = g_file_new_for_path (self->path);
  gtk_print_dialog_set_title (dialog, _ ("Print the visit sheet"));
  gtk_print_dialog_print_file (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file, NULL,
                               on_printed_cb, g_steal_pointer (&self));
}

void
spil_visit_paper_print (GtkWidget *widget, SpilWorker *worker, SpilId id)
{
  g_autoptr (Print) self = g_new0 (Print, 1);
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("spil-visit-XXXXXX.pdf", &self->path, &error);

  self->widget = g_object_ref (widget);
  self->id = id;
  if (fd < 0) {
    spil_failure_present (widget, error);
    return;
  }
  close (fd);
  spil_worker_run (worker, write_for_print, self, NULL, NULL, NULL, on_written_cb, self);
  self = NULL;
}
