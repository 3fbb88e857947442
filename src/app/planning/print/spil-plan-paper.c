// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-paper.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#include "spil-failure.h"
#include "spil-print-settings.h"
#include "spil-recent.h"

/* Papers differ by less than this when a printer means the same, in points. */
#define SAME_PAPER 4

/* A sheet on its way to a file or a printer. */
typedef struct
{
  GtkWidget *parent;
  SpilPlanPrint print;
  SpilPlanPaperMake make;
  gpointer data;
  const char *ending;
  double dots;
  char *path;
  char **written;
  GtkPrintDialog *dialog; /* NULL: it goes to a file */
  GtkPrintSetup *setup;
} Paper;

static Paper *
paper_new (AdwDialog *parent, const SpilPlanPrint *print, SpilPlanPaperMake make, gpointer data)
{
  Paper *self = g_new0 (Paper, 1);

  self->parent = g_object_ref (GTK_WIDGET (parent));
  self->print = *print;
  self->make = make;
  self->data = data;
  return self;
}

static void
paper_free (Paper *self)
{
  /* What was printed has been read by then. */
  if (self->dialog != NULL && self->path != NULL)
    g_unlink (self->path);
  g_object_unref (self->parent);
  g_clear_pointer (&self->setup, gtk_print_setup_unref);
  g_clear_object (&self->dialog);
  g_strfreev (self->written);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

static GtkWindow *
window_of (Paper *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Says what went wrong, unless somebody chose so. */
static void
tell (Paper *self, const GError *error)
{
  if (error == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  spil_failure_present (self->parent, error);
}

static void
tell_printing_failed (Paper *self, const GError *error)
{
  g_autoptr (GError) said = NULL;

  if (error == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  said = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                      _ ("The planning was not printed: %s. See whether the printer is on and known to this "
                         "computer, or save the planning as PDF."),
                      error->message);
  spil_failure_present (self->parent, said);
}

/* Writing */

/* The sheet lives and dies on the thread that draws it: fonts of one thread are not another's. */
static void
write_sheet (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paper *self = data;
  g_autoptr (SpilChart) sheet = self->make (&self->print, self->data);
  GError *error = NULL;

  self->written = spil_plan_print_write (sheet, &self->print, self->path, self->dots, &error);
  if (self->written != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @self, which comes back in the callback. */
static void
start_writing (Paper *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;

  task = g_task_new (NULL, NULL, callback, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, write_sheet);
}

/* To a file */

static void
tell_saved (Paper *self)
{
  int n = (int) g_strv_length (self->written);
  g_autofree char *name = g_filename_display_basename (self->written[0]);
  g_autofree char *text = NULL;

  if (n == 1)
    // Translators: %s is the name of a file.
    text = g_strdup_printf (_ ("Planning saved as “%s”"), name);
  else
    // Translators: %s is the name of the first of the files.
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Planning saved as %d picture, the first “%s”",
                                         "Planning saved as %d pictures, the first “%s”", (gulong) n),
                            n, name);
  spil_recent_add (self->written[0]);
  gtk_widget_activate_action (self->parent, "win.toast-file", "(ss)", text, self->written[0]);
  adw_dialog_close (ADW_DIALOG (self->parent));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_saved (self);
  else
    tell (self, error);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) place = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *lower = NULL;

  if (place == NULL || g_file_peek_path (place) == NULL) {
    tell (self, error);
    return;
  }
  lower = g_utf8_strdown (g_file_peek_path (place), -1);
  self->path = g_strconcat (g_file_peek_path (place),
                            g_str_has_suffix (lower, self->ending) ? "" : self->ending, NULL);
  start_writing (g_steal_pointer (&self), on_saved_cb);
}

void
spil_plan_paper_save (AdwDialog *parent, const SpilPlanPrint *print, const char *name, const char *ending,
                      double dots, SpilPlanPaperMake make, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *proposed = g_strconcat (name, ending, NULL);
  Paper *self = paper_new (parent, print, make, data);

  self->ending = ending;
  self->dots = dots;
  gtk_file_dialog_set_title (dialog, _ ("Save the planning"));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, window_of (self), NULL, on_place_chosen_cb, self);
}

/* To a printer */

static void
on_printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error))
    tell_printing_failed (self, error);
  else {
    gtk_widget_activate_action (self->parent, "win.toast", "s", _ ("The planning goes to the printer"));
    adw_dialog_close (ADW_DIALOG (self->parent));
  }
}

static void
on_print_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  GtkPrintDialog *dialog = self->dialog;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    tell (self, error);
    return;
  }
  file = g_file_new_for_path (self->path);
  gtk_print_dialog_print_file (dialog, window_of (self), self->setup, file, NULL, on_printed_cb, self);
  g_steal_pointer (&self);
}

/* The paper that was chosen with the printer, when it is one that we know. */
static void
follow_page_setup (Paper *self)
{
  GtkPageSetup *page = gtk_print_setup_get_page_setup (self->setup);
  double width = page != NULL ? gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS) : 0;
  double height = page != NULL ? gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS) : 0;

  for (int i = 0; i < SPIL_PAPER_COUNT * 2; i++) {
    double of_width, of_height;

    spil_paper_size ((SpilPaper) (i / 2), i % 2 == 0, &of_width, &of_height);
    if (fabs (width - of_width) < SAME_PAPER && fabs (height - of_height) < SAME_PAPER) {
      self->print.paper = (SpilPaper) (i / 2);
      self->print.landscape = i % 2 == 0;
    }
  }
}

static void
on_printer_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paper) self = user_data;
  g_autoptr (GError) error = NULL;
  int fd;

  self->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (self->setup == NULL) {
    tell_printing_failed (self, error);
    return;
  }
  spil_print_settings_save (gtk_print_setup_get_print_settings (self->setup), NULL);
  fd = g_file_open_tmp ("spil-planning-XXXXXX.pdf", &self->path, &error);
  if (fd < 0) {
    tell (self, error);
    return;
  }
  close (fd);
  follow_page_setup (self);
  start_writing (g_steal_pointer (&self), on_print_written_cb);
}

void
spil_plan_paper_print (AdwDialog *parent, const SpilPlanPrint *print, SpilPlanPaperMake make, gpointer data)
{
  Paper *self = paper_new (parent, print, make, data);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) page = NULL;
  g_autoptr (GtkPaperSize)
      size = gtk_paper_size_new (print->paper == SPIL_PAPER_A3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);

  spil_print_settings_load (&settings, &page);
  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, print->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                         : GTK_PAGE_ORIENTATION_PORTRAIT);
  self->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (self->dialog, _ ("Print the planning"));
  gtk_print_dialog_set_print_settings (self->dialog, settings);
  gtk_print_dialog_set_page_setup (self->dialog, page);
  gtk_print_dialog_setup (self->dialog, window_of (self), NULL, on_printer_chosen_cb, self);
}
