// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-print.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-canvas.h"
#include "spil-failure.h"
#include "spil-pdf-pages.h"
#include "spil-print-preview.h"
#include "spil-print-settings.h"

/* More pages than this are told before. */
#define MANY_PAGES 20
/* How long the main loop is held to see whether the pages are there: less than what anybody sees. */
#define PATIENCE_US 8000
/* Papers differ by less than this when they are the same, in points. */
#define SAME_PAPER 2

/* A document on its way to paper. Shared by the main thread and the one that lays out. */
typedef struct
{
  GtkWidget *parent;
  SpilWorker *worker;
  char *title;
  char *what;
  SpilDocument *document;
  GPtrArray *canvases; /* whose charts are drawn; NULL: none */
  GCancellable *cancellable;
  GtkPrintOperation *operation;

  SpilPrintMake make; /* these three until the document is there */
  gpointer data;
  GDestroyNotify free_data;

  SpilPdfPaper paper; /* that the pages were laid out for */
  SpilPdfPages *pages;

  GMutex mutex;
  GCond cond;
  gboolean laying_out; /* guarded by the mutex */
  gboolean previewed; /* they are looked at rather than printed */
  gboolean counting; /* the pages are laid out to say how many there will be */
} Job;

static void
job_clear (gpointer data)
{
  Job *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->pages, spil_pdf_pages_free);
  g_clear_pointer (&self->document, spil_document_free);
  g_clear_pointer (&self->canvases, g_ptr_array_unref);
  g_clear_object (&self->operation);
  g_clear_object (&self->parent);
  g_clear_object (&self->worker);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->title);
  g_free (self->what);
}

static Job *
job_ref (Job *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}

typedef Job JobRef;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobRef, job_unref)

static Job *
job_new (GtkWidget *parent, SpilWorker *worker, const char *title, const char *what)
{
  Job *self = g_atomic_rc_box_new0 (Job);

  self->parent = g_object_ref (parent);
  self->worker = g_object_ref (worker);
  self->title = g_strdup (title);
  self->what = g_strdup (what);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

/* Says what went wrong, unless somebody chose so. */
static void
tell (Job *self, const GError *error)
{
  g_autoptr (GError) said = NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  said = g_error_new (
      G_IO_ERROR, G_IO_ERROR_FAILED,
      /* Translators: %s is what the system says of it. */
      _ ("“%s” was not printed: %s. See whether the printer is on and known to this computer, "
         "or choose a file in the print dialog."),
      self->title, error->message);
  spil_failure_present (self->parent, said);
}

/* Laying out: a chart serves one thread at a time, so what shows it keeps what it drew until the pages are there. */

static void
for_canvases (Job *self, void (*func) (SpilChartCanvas *canvas))
{
  for (guint i = 0; self->canvases != NULL && i < self->canvases->len; i++)
    func (g_ptr_array_index (self->canvases, i));
}

static void offer (Job *self);

static void
lay_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  SpilPdfPages *pages = spil_pdf_pages_new (self->document, &self->paper, cancellable, NULL, NULL, &error);

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pages, spil_pdf_pages_free);
  self->pages = pages;
  self->laying_out = FALSE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  if (pages != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JobRef) self = user_data;
  const gboolean counted = self->counting;

  self->counting = FALSE;
  for_canvases (self, spil_chart_canvas_thaw);
  if (g_task_propagate_boolean (G_TASK (result), NULL) && counted)
    offer (self);
}

static void
start_laying_out (Job *self, const SpilPdfPaper *paper)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_laid_out_cb, job_ref (self));

  self->paper = *paper;
  self->laying_out = TRUE;
  for_canvases (self, spil_chart_canvas_freeze);
  /* The job is let go of on the main thread, by the callback. */
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, lay_out);
}

static SpilPdfPaper
paper_of (GtkPageSetup *setup)
{
  const GtkPageOrientation orientation = gtk_page_setup_get_orientation (setup);
  const double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  const double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

  return (SpilPdfPaper) {
    .short_side = MIN (width, height),
    .long_side = MAX (width, height),
    .wide = orientation == GTK_PAGE_ORIENTATION_LANDSCAPE ||
            orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE,
    .margin = MAX (gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS)),
  };
}

static gboolean
is_same_paper (const SpilPdfPaper *a, const SpilPdfPaper *b)
{
  return fabs (a->short_side - b->short_side) < SAME_PAPER &&
         fabs (a->long_side - b->long_side) < SAME_PAPER && a->wide == b->wide &&
         fabs (a->margin - b->margin) < SAME_PAPER;
}

/* The operation */

static void
on_begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *self)
{
  const SpilPdfPaper paper = paper_of (gtk_print_context_get_page_setup (context));

  if (self->pages == NULL || !is_same_paper (&paper, &self->paper))
    start_laying_out (self, &paper);
}

/* TRUE when the pages are there; the operation asks again until then. */
static gboolean
on_paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *self)
{
  const gint64 until = g_get_monotonic_time () + PATIENCE_US;
  gboolean there;

  g_mutex_lock (&self->mutex);
  while (self->laying_out && g_cond_wait_until (&self->cond, &self->mutex, until))
    ;
  there = !self->laying_out;
  g_mutex_unlock (&self->mutex);
  if (there && self->pages != NULL)
    gtk_print_operation_set_n_pages (operation, spil_pdf_pages_get_n (self->pages));
  else if (there)
    gtk_print_operation_cancel (operation);
  return there;
}

static void
on_request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                          GtkPageSetup *setup, Job *self)
{
  double width, height;

  if (self->pages == NULL || page >= spil_pdf_pages_get_n (self->pages))
    return;
  spil_pdf_pages_get_size (self->pages, page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *self)
{
  if (self->pages != NULL && page < spil_pdf_pages_get_n (self->pages))
    spil_pdf_pages_draw (self->pages, page, gtk_print_context_get_cairo_context (context));
}

/* What was printed and how much of it, without what it says. */
static gpointer
write_audit (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;
  g_autofree char *result = g_strdup_printf ("%d pages", spil_pdf_pages_get_n (self->pages));

  spil_store_audit (store, "print", self->what, result, error);
  return NULL;
}

static void
on_audited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JobRef) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (error != NULL)
    g_signal_emit_by_name (source, "failed", error);
}

static void
tell_printed (Job *self)
{
  const int n = spil_pdf_pages_get_n (self->pages);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "“%s” printed: %d page", "“%s” printed: %d pages", (gulong) n),
      self->title, n);

  gtk_widget_activate_action (self->parent, "win.toast", "s", text);
}

/* Looking at the pages: our own dialog, since a sandbox has no program that shows them. */

static void run_operation (Job *self);

static void
on_preview_printed_cb (SpilPrintPreview *preview, Job *self)
{
  self->previewed = FALSE;
}

static void
on_preview_closed_cb (SpilPrintPreview *preview, Job *self)
{
  GtkPrintOperationPreview *operation = g_object_get_data (G_OBJECT (preview), "spil-preview");
  const gboolean wanted = !self->previewed;

  self->previewed = TRUE;
  gtk_print_operation_preview_end_preview (operation);
  g_clear_object (&self->operation);
  /* What was chosen in the dialog before is remembered by now. */
  if (wanted)
    run_operation (self);
}

static void
job_closed (gpointer data, GClosure *closure)
{
  job_unref (data);
}

static void
on_ready_cb (GtkPrintOperationPreview *operation, GtkPrintContext *context, Job *self)
{
  SpilPrintPreview *preview = spil_print_preview_new (self->title, self->pages);

  g_object_set_data_full (G_OBJECT (preview), "spil-preview", g_object_ref (operation), g_object_unref);
  g_signal_connect (preview, "printed", G_CALLBACK (on_preview_printed_cb), self);
  g_signal_connect_data (preview, "closed", G_CALLBACK (on_preview_closed_cb), job_ref (self), job_closed, 0);
  adw_dialog_present (ADW_DIALOG (preview), self->parent);
}

static gboolean
on_preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context,
               GtkWindow *parent, Job *self)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  /* The pages are drawn already: nothing comes on this one. */
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  self->previewed = TRUE;
  spil_print_settings_save (gtk_print_operation_get_print_settings (operation),
                            gtk_print_context_get_page_setup (context));
  g_signal_connect (preview, "ready", G_CALLBACK (on_ready_cb), self);
  return TRUE;
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *self)
{
  g_autoptr (GError) error = NULL;

  /* What was looked at is told nothing of, and may be followed by another operation by now. */
  if (self->previewed || operation != self->operation) {
    if (operation == self->operation)
      g_clear_object (&self->operation);
    return;
  }
  g_cancellable_cancel (self->cancellable);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    tell (self, error);
  } else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && self->pages != NULL) {
    spil_print_settings_save (gtk_print_operation_get_print_settings (operation),
                              gtk_print_operation_get_default_page_setup (operation));
    spil_worker_run (self->worker, write_audit, job_ref (self), NULL, NULL, NULL, on_audited_cb, self);
    tell_printed (self);
  }
  /* The operation holds the job in its signals, and the job the operation: here they let go of each other. */
  g_clear_object (&self->operation);
}

static void
connect_operation (Job *self, GtkPrintOperation *operation)
{
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print_cb), self);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate_cb), self);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_page_setup_cb), self);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), self);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), job_ref (self), job_closed, 0);
}

static GtkWindow *
window_of (Job *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
begins_wide (SpilDocument *document)
{
  const SpilBlock *block = spil_document_get_n_blocks (document) > 0 ? spil_document_get_block (document, 0)
                                                                     : NULL;

  return block != NULL && block->kind == SPIL_BLOCK_SHEET && block->sheet == SPIL_SHEET_LANDSCAPE;
}

static void
load_choices (Job *self, GtkPrintSettings **settings, GtkPageSetup **setup)
{
  spil_print_settings_load (settings, setup);
  if (begins_wide (self->document))
    gtk_page_setup_set_orientation (*setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
}

static void
run_operation (Job *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;

  self->previewed = FALSE;
  load_choices (self, &settings, &setup);
  self->operation = g_object_ref (operation);
  connect_operation (self, operation);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_n_pages (operation, spil_pdf_pages_get_n (self->pages));
  /* What goes wrong comes with "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window_of (self), &error);
}

/* Before */

static void
on_many_answered_cb (AdwAlertDialog *dialog, const char *response, Job *self)
{
  if (g_str_equal (response, "print"))
    run_operation (self);
}

static void
tell_many (Job *self, int n)
{
  g_autofree char *body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "“%s” takes %d page.", "“%s” takes %d pages.", (gulong) n), self->title,
      n);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("This is much to print"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "print", _ ("_Print…"),
                                  NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "print");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "print", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_many_answered_cb), job_ref (self), job_closed, 0);
  adw_dialog_present (dialog, self->parent);
}

static void
offer (Job *self)
{
  const int n = spil_pdf_pages_get_n (self->pages);

  if (n > MANY_PAGES)
    tell_many (self, n);
  else
    run_operation (self);
}

static void
count_pages (Job *self)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  SpilPdfPaper paper;

  load_choices (self, &settings, &setup);
  paper = paper_of (setup);
  self->counting = TRUE;
  start_laying_out (self, &paper);
}

static gpointer
make_document (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;

  return self->make (store, self->data, cancellable, error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JobRef) self = user_data;
  g_autoptr (GError) error = NULL;

  self->document = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (self->document == NULL)
    tell (self, error);
  else
    count_pages (self);
}

void
spil_print_document (GtkWidget *parent, SpilWorker *worker, const char *title, SpilPrintMake make,
                     gpointer data, GDestroyNotify free_data)
{
  Job *self = job_new (parent, worker, title, "document");

  self->make = make;
  self->data = data;
  self->free_data = free_data;
  spil_worker_run (worker, make_document, self, NULL, (GDestroyNotify) spil_document_free, self->cancellable,
                   on_made_cb, self);
}

void
spil_print_ready (GtkWidget *parent, SpilWorker *worker, const char *title, const char *what,
                  SpilDocument *document, GPtrArray *canvases)
{
  g_autoptr (JobRef) self = job_new (parent, worker, title, what);

  self->document = document;
  self->canvases = canvases;
  count_pages (self);
}
