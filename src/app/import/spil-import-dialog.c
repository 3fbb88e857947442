// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-busy-page.h"
#include "spil-failure.h"
#include "spil-file-question.h"
#include "spil-form-parts.h"
#include "spil-help-topic.h"
#include "spil-import-job.h"
#include "spil-import-lists.h"
#include "spil-import-mapping.h"
#include "spil-import-preview.h"
#include "spil-import-reading.h"
#include "spil-number.h"
#include "spil-row-group.h"

struct _SpilImportDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  char *path;
  SpilImportLook *look;
  SpilImportReport *report;
  gboolean filling; /**< what changes is not the user's doing */

  AdwNavigationView *view;
  AdwToastOverlay *toasts;
  SpilFileQuestion *question;
  SpilRowGroup *layouts;
  GtkRevealer *file_refusal_revealer;
  GtkLabel *file_refusal;
  GtkLabel *preview_notes;
  GtkGrid *preview;
  SpilImportReading reading;
  GtkWidget *preview_next;
  SpilRowGroup *columns;
  GtkWidget *mapping_next;
  AdwSwitchRow *update_row;
  AdwSwitchRow *likely_row;
  GtkRevealer *mapping_refusal_revealer;
  GtkLabel *mapping_refusal;
  SpilRowGroup *counts;
  SpilRowGroup *attention;
  SpilRowGroup *notes;
  GtkButton *run_button;
  SpilBusyPage *busy;
  AdwStatusPage *done;
  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (SpilImportDialog, spil_import_dialog, ADW_TYPE_DIALOG)

/* Going from page to page */

static gboolean
is_on (SpilImportDialog *self, const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0;
}

/* The file */

static void
show_look (SpilImportDialog *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; i < self->look->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", (const char *) self->look->notes->pdata[i]);
  if (self->look->remembered)
    g_string_append_printf (
        notes, "%s%s", notes->len > 0 ? "\n" : "",
        _ ("You read in a list with these columns before: they go where they went then."));
  gtk_label_set_label (self->preview_notes, notes->str);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_notes), notes->len > 0);
  spil_import_preview_fill (self->preview, self->look);
  spil_import_reading_fill (&self->reading, self->look);
  self->filling = FALSE;
  if (is_on (self, "preview"))
    return;
  // Mostly all is right: Enter goes on.
  adw_navigation_view_push_by_tag (self->view, "preview");
  gtk_widget_grab_focus (self->preview_next);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  SpilImportLook *look = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (self->view == NULL) {
    spil_import_look_free (look);
    return;
  }
  spil_accessible_refuse (self->file_refusal_revealer, self->file_refusal,
                          error != NULL ? error->message : NULL);
  if (look == NULL) {
    adw_navigation_view_pop_to_tag (self->view, "file");
    return;
  }
  // The rows of the columns write to the plan.
  spil_row_group_begin (self->columns);
  spil_row_group_end (self->columns, NULL);
  g_clear_pointer (&self->look, spil_import_look_free);
  self->look = look;
  show_look (self);
}

static void
look_at (SpilImportDialog *self, const SpilTableOptions *options, int64_t header_row)
{
  spil_import_job_look (self->worker, self->path, options, header_row, on_looked_cb, g_object_ref (self));
}

static void
on_path_chosen_cb (SpilImportDialog *self, const char *path)
{
  g_set_str (&self->path, path);
  look_at (self, NULL, -1);
}

static void
on_file_refused_cb (SpilImportDialog *self, const char *sentence)
{
  spil_accessible_refuse (self->file_refusal_revealer, self->file_refusal, sentence);
}

static void
on_reading_changed_cb (SpilImportDialog *self)
{
  SpilTableOptions options;
  int64_t header_row;

  if (self->filling || self->look == NULL)
    return;
  options = spil_import_reading_get (&self->reading, self->look, &header_row);
  look_at (self, &options, header_row);
}

static void
on_layouts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;
  g_autoptr (GPtrArray) layouts = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (self->view == NULL)
    return;
  spil_row_group_begin (self->layouts);
  for (guint i = 0; layouts != NULL && i < layouts->len; i++)
    spil_row_group_append (self->layouts,
                           spil_text_row_new (spil_record_get_title (layouts->pdata[i]), NULL, NULL));
  spil_row_group_end (self->layouts, NULL);
}

/* What stands where */

static void
on_to_mapping_cb (SpilImportDialog *self)
{
  spil_accessible_refuse (self->mapping_refusal_revealer, self->mapping_refusal, NULL);
  spil_import_mapping_fill (self->columns, self->look->plan, self->look->samples);
  adw_navigation_view_push_by_tag (self->view, "mapping");
  gtk_widget_grab_focus (self->mapping_next);
}

/* What will happen */

static void
add_count (SpilRowGroup *group, const char *title, const char *subtitle, int64_t count)
{
  g_autofree char *number = spil_integer_format (count);

  spil_row_group_append (group, spil_text_row_new (title, subtitle, number));
}

static void
add_counts (SpilImportDialog *self)
{
  const SpilImportReport *report = self->report;

  spil_row_group_begin (self->counts);
  add_count (self->counts, _ ("Employers that are new"), NULL, report->created);
  add_count (self->counts, _ ("Employers that change"), NULL, report->updated);
  add_count (self->counts, _ ("Without news"),
             _ ("All that the list says of them is known, or they are left out"), report->skipped);
  add_count (self->counts, _ ("Refused rows"), NULL, report->rejected);
  spil_row_group_end (self->counts, NULL);
}

static void
add_attention (SpilRowGroup *group, const char *title, const char *subtitle, int64_t count,
               const char *action)
{
  g_autofree char *number = spil_integer_format (count);
  GtkWidget *row = spil_text_row_new (title, subtitle, number);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  spil_row_group_append (group, row);
}

static void
show_outcome (SpilImportDialog *self)
{
  static const char *const tags[] = { "file", "preview", "mapping", "outcome" };
  const SpilImportReport *report = self->report;
  const int64_t n = report->created + report->updated;
  g_autofree char *label = g_strdup_printf (
      ngettext ("_Read in %d employer", "_Read in %d employers", (gulong) n), (int) n);

  add_counts (self);
  spil_row_group_begin (self->attention);
  if (report->rejected > 0)
    add_attention (self->attention, _ ("Look at the refused rows"), _ ("Why, and save them as CSV"),
                   report->rejected, "import.refusals");
  if (report->n_likely > 0)
    add_attention (self->attention, _ ("Probable duplicates"),
                   report->created > 0 ? _ ("They look like employers that exist already") : NULL,
                   report->n_likely, "import.likely");
  spil_row_group_end (self->attention, NULL);
  spil_row_group_begin (self->notes);
  for (guint i = 0; i < report->notes->len; i++)
    spil_row_group_append (self->notes, spil_text_row_new (report->notes->pdata[i], NULL, NULL));
  spil_row_group_end (self->notes, NULL);
  gtk_button_set_label (self->run_button, n > 0 ? label : _ ("There is nothing to read in"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button), n > 0);
  adw_navigation_view_replace_with_tags (self->view, tags, G_N_ELEMENTS (tags));
  gtk_widget_grab_focus (GTK_WIDGET (self->run_button));
}

static void
begin_run (SpilImportDialog *self, gboolean dry, const char *text, GAsyncReadyCallback callback)
{
  GCancellable *cancellable = spil_busy_page_begin (self->busy, text);

  spil_import_job_run (self->worker, self->path, self->look->plan, dry,
                       spil_busy_page_make_tidings (self->busy), cancellable, callback, g_object_ref (self));
}

/* What both runs come to: TRUE when there is a report. */
static gboolean
end_run (SpilImportDialog *self, SpilWorker *worker, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  SpilImportReport *report = spil_worker_run_finish (worker, result, &error);

  if (self->view == NULL) {
    spil_import_report_free (report);
    return FALSE;
  }
  spil_busy_page_end (self->busy);
  if (report == NULL) {
    adw_navigation_view_pop_to_tag (self->view, "mapping");
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      spil_accessible_refuse (self->mapping_refusal_revealer, self->mapping_refusal, error->message);
    return FALSE;
  }
  g_clear_pointer (&self->report, spil_import_report_free);
  self->report = report;
  return TRUE;
}

static void
on_rehearsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;

  if (end_run (self, SPIL_WORKER (source), result))
    show_outcome (self);
}

static void
on_to_outcome_cb (SpilImportDialog *self)
{
  SpilImportPlan *plan = self->look->plan;
  g_autoptr (GError) error = NULL;

  plan->leave_existing = !adw_switch_row_get_active (self->update_row);
  plan->leave_likely = adw_switch_row_get_active (self->likely_row);
  spil_import_plan_check (plan, &error);
  spil_accessible_refuse (self->mapping_refusal_revealer, self->mapping_refusal,
                          error != NULL ? error->message : NULL);
  if (error != NULL)
    return;
  begin_run (self, TRUE, _ ("Looking at what will happen. Nothing changes yet."), on_rehearsed_cb);
}

static void
refusals_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilImportDialog *self = SPIL_IMPORT_DIALOG (widget);

  adw_navigation_view_push (self->view, spil_import_refusals_page_new (self->report, "import.save-refused"));
}

static void
likely_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilImportDialog *self = SPIL_IMPORT_DIALOG (widget);

  adw_navigation_view_push (self->view, spil_import_likely_page_new (self->report));
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  if (self->view == NULL)
    return;
  adw_toast_overlay_add_toast (
      self->toasts, adw_toast_new (error != NULL ? error->message : _ ("The refused rows were saved")));
}

static void
on_save_place_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && self->view != NULL)
    spil_import_job_save_refused (self->worker, self->path, self->look->plan, g_file_peek_path (file),
                                  on_saved_cb, g_object_ref (self));
}

static void
save_refused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the refused rows"));
  gtk_file_dialog_set_initial_name (dialog, _ ("Refused rows.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_save_place_cb,
                        g_object_ref (widget));
}

/* Reading in */

static void
on_run_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const tags[] = { "done" };
  g_autoptr (SpilImportDialog) self = user_data;
  g_autofree char *text = NULL;

  if (!end_run (self, SPIL_WORKER (source), result))
    return;
  text = g_strdup_printf (_ ("New: %d. Changed: %d. Refused: %d."), (int) self->report->created,
                          (int) self->report->updated, (int) self->report->rejected);
  adw_status_page_set_description (self->done, text);
  adw_navigation_view_replace_with_tags (self->view, tags, G_N_ELEMENTS (tags));
  gtk_widget_grab_focus (self->show_button);
}

static void
on_run_cb (SpilImportDialog *self)
{
  begin_run (self, FALSE, _ ("Reading in. Cancelling takes back all of it."), on_run_done_cb);
}

static void
on_show_cb (SpilImportDialog *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-done", "s", _ ("The list was read in"));
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "employers");
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SpilSeriesUndone *undone = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autofree char *text = undone != NULL ? spil_import_dup_undone_text (undone) : NULL;

  if (self->view == NULL)
    return;
  if (error != NULL) {
    spil_failure_present (GTK_WIDGET (self), error);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_undo_cb (SpilImportDialog *self)
{
  spil_import_job_undo (self->worker, self->report->id, on_undone_cb, g_object_ref (self));
}

static void
on_popped_cb (SpilImportDialog *self)
{
  spil_accessible_refuse (self->mapping_refusal_revealer, self->mapping_refusal, NULL);
}

/* The object */

static void
spil_import_dialog_dispose (GObject *object)
{
  SpilImportDialog *self = SPIL_IMPORT_DIALOG (object);

  g_clear_object (&self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (spil_import_dialog_parent_class)->dispose (object);
}

static void
spil_import_dialog_finalize (GObject *object)
{
  SpilImportDialog *self = SPIL_IMPORT_DIALOG (object);

  g_clear_pointer (&self->look, spil_import_look_free);
  g_clear_pointer (&self->report, spil_import_report_free);
  g_free (self->path);
  G_OBJECT_CLASS (spil_import_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SpilImportDialog, child)
#define BIND_READING(child) \
  gtk_widget_class_bind_template_child_full (widget_class, #child "_row", FALSE, \
                                             G_STRUCT_OFFSET (SpilImportDialog, reading.child))

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (view);
  BIND (toasts);
  BIND (question);
  BIND (layouts);
  BIND (file_refusal_revealer);
  BIND (file_refusal);
  BIND (preview_notes);
  BIND (preview);
  BIND_READING (header);
  BIND_READING (sheet);
  BIND_READING (delimiter);
  BIND_READING (encoding);
  BIND (preview_next);
  BIND (columns);
  BIND (mapping_next);
  BIND (update_row);
  BIND (likely_row);
  BIND (mapping_refusal_revealer);
  BIND (mapping_refusal);
  BIND (counts);
  BIND (attention);
  BIND (notes);
  BIND (run_button);
  BIND (busy);
  BIND (done);
  BIND (show_button);
}

static void
spil_import_dialog_class_init (SpilImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_import_dialog_finalize;
  g_type_ensure (SPIL_TYPE_BUSY_PAGE);
  g_type_ensure (SPIL_TYPE_FILE_QUESTION);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_path_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reading_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_to_mapping_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_to_outcome_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_run_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_cb);
  gtk_widget_class_install_action (widget_class, "import.refusals", NULL, refusals_action);
  gtk_widget_class_install_action (widget_class, "import.likely", NULL, likely_action);
  gtk_widget_class_install_action (widget_class, "import.save-refused", NULL, save_refused_action);
}

static void
spil_import_dialog_init (SpilImportDialog *self)
{
  g_autoptr (GListModel) filters = spil_import_make_filters ();

  gtk_widget_init_template (GTK_WIDGET (self));
  spil_file_question_set_dialog (self->question, _ ("Read in a list"), filters);
  spil_form_focus_first (ADW_DIALOG (self), spil_file_question_get_entry (self->question));
  spil_help_set_topic (GTK_WIDGET (self), "import");
}

AdwDialog *
spil_import_dialog_new (SpilWorker *worker, GFile *file)
{
  SpilImportDialog *self = g_object_new (SPIL_TYPE_IMPORT_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  spil_import_job_layouts (worker, on_layouts_cb, g_object_ref_sink (self));
  if (file != NULL)
    spil_file_question_take (self->question, file);
  return ADW_DIALOG (self);
}
