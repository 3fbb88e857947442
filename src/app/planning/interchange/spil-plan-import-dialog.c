// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-busy-page.h"
#include "spil-file-question.h"
#include "spil-form-parts.h"
#include "spil-help-topic.h"
#include "spil-plan-import-job.h"
#include "spil-plan-import-words.h"

struct _SpilPlanImportDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  char *path;

  AdwNavigationView *view;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  SpilFileQuestion *question;
  SpilBusyPage *busy;
  SpilRowGroup *counts;
  SpilRowGroup *refused;
  SpilRowGroup *updated;
  SpilRowGroup *created;
  SpilRowGroup *gone;
  AdwSwitchRow *delete_row;
  GtkWidget *delete_group;
  SpilRowGroup *unknown;
  GtkButton *run_button;
};

G_DEFINE_FINAL_TYPE (SpilPlanImportDialog, spil_plan_import_dialog, ADW_TYPE_DIALOG)

static void
refuse (SpilPlanImportDialog *self, const char *sentence)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, sentence);
}

/* Jobs */

static void
begin_job (SpilPlanImportDialog *self, gboolean dry, const char *text, GAsyncReadyCallback callback)
{
  GCancellable *cancellable = spil_busy_page_begin (self->busy, text);

  refuse (self, NULL);
  spil_plan_job_import (self->worker, self->path, dry, !dry && adw_switch_row_get_active (self->delete_row),
                        spil_busy_page_make_tidings (self->busy), cancellable, callback, g_object_ref (self));
}

/* The result, or NULL when there is none: then the first page says why. Free with spil_plan_import_result_free(). */
static SpilPlanImportResult *
end_job (SpilPlanImportDialog *self, GObject *worker, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanImportResult) outcome = spil_worker_run_finish (SPIL_WORKER (worker), result, &error);

  if (self->view == NULL)
    return NULL;
  spil_busy_page_end (self->busy);
  if (outcome != NULL)
    return g_steal_pointer (&outcome);
  adw_navigation_view_pop_to_tag (self->view, "file");
  refuse (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
  return NULL;
}

/* What will happen */

static void
show_outcome (SpilPlanImportDialog *self, const SpilPlanImportResult *result)
{
  static const char *const tags[] = { "file", "outcome" };
  const int64_t n = spil_plan_import_result_count (result, SPIL_PLAN_CREATED) +
                    spil_plan_import_result_count (result, SPIL_PLAN_UPDATED);
  const gboolean gone = spil_plan_import_result_count (result, SPIL_PLAN_GONE) > 0;

  spil_plan_list_counts (self->counts, result);
  spil_plan_list_outcome (self->refused, result, SPIL_PLAN_REFUSED);
  spil_plan_list_outcome (self->updated, result, SPIL_PLAN_UPDATED);
  spil_plan_list_outcome (self->created, result, SPIL_PLAN_CREATED);
  spil_plan_list_outcome (self->gone, result, SPIL_PLAN_GONE);
  spil_plan_list_unknown (self->unknown, result->unknown);
  adw_switch_row_set_active (self->delete_row, FALSE);
  gtk_widget_set_visible (self->delete_group, gone);
  gtk_button_set_label (self->run_button, n > 0 || gone ? _ ("_Read in") : _ ("There is nothing to read in"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button), n > 0 || gone);
  adw_navigation_view_replace_with_tags (self->view, tags, G_N_ELEMENTS (tags));
  gtk_widget_grab_focus (GTK_WIDGET (self->run_button));
}

static void
on_rehearsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanImportDialog) self = user_data;
  g_autoptr (SpilPlanImportResult) outcome = end_job (self, source, result);

  if (outcome != NULL)
    show_outcome (self, outcome);
}

static void
on_read_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanImportDialog) self = user_data;
  g_autoptr (SpilPlanImportResult) outcome = end_job (self, source, result);
  g_autofree char *text = NULL;
  gboolean changed;

  if (outcome == NULL)
    return;
  changed = spil_plan_import_result_count (outcome, SPIL_PLAN_CREATED) > 0 ||
            spil_plan_import_result_count (outcome, SPIL_PLAN_UPDATED) > 0 ||
            adw_switch_row_get_active (self->delete_row);
  text = g_strdup_printf (_ ("The planning was read in: new %d, changed %d"),
                          (int) spil_plan_import_result_count (outcome, SPIL_PLAN_CREATED),
                          (int) spil_plan_import_result_count (outcome, SPIL_PLAN_UPDATED));
  gtk_widget_activate_action (GTK_WIDGET (self), changed ? "win.toast-done" : "win.toast", "s", text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_run_cb (SpilPlanImportDialog *self)
{
  begin_job (self, FALSE, _ ("Reading in. Cancelling takes back all of it."), on_read_in_cb);
}

/* The file */

static GListModel *
make_filters (void)
{
  static const char *const suffixes[] = { "xml", "gan", "planner", "mrproject", "csv", "ods", "xlsx" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) plannings = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plannings, _ ("Plannings"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (plannings, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, plannings);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
on_path_chosen_cb (SpilPlanImportDialog *self, const char *path)
{
  g_set_str (&self->path, path);
  begin_job (self, TRUE, _ ("Looking at what will happen. Nothing changes yet."), on_rehearsed_cb);
}

static void
on_file_refused_cb (SpilPlanImportDialog *self, const char *sentence)
{
  refuse (self, sentence);
}

/* The object */

static void
spil_plan_import_dialog_dispose (GObject *object)
{
  SpilPlanImportDialog *self = SPIL_PLAN_IMPORT_DIALOG (object);

  g_clear_object (&self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_PLAN_IMPORT_DIALOG);
  G_OBJECT_CLASS (spil_plan_import_dialog_parent_class)->dispose (object);
}

static void
spil_plan_import_dialog_finalize (GObject *object)
{
  SpilPlanImportDialog *self = SPIL_PLAN_IMPORT_DIALOG (object);

  g_free (self->path);
  G_OBJECT_CLASS (spil_plan_import_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SpilPlanImportDialog, child)

static void
spil_plan_import_dialog_class_init (SpilPlanImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_plan_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_plan_import_dialog_finalize;
  g_type_ensure (SPIL_TYPE_BUSY_PAGE);
  g_type_ensure (SPIL_TYPE_FILE_QUESTION);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-plan-import-dialog.ui");
  BIND (view);
  BIND (refusal_revealer);
  BIND (refusal);
  BIND (question);
  BIND (busy);
  BIND (counts);
  BIND (refused);
  BIND (updated);
  BIND (created);
  BIND (gone);
  BIND (delete_row);
  BIND (delete_group);
  BIND (unknown);
  BIND (run_button);
  gtk_widget_class_bind_template_callback (widget_class, on_path_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_run_cb);
}

static void
spil_plan_import_dialog_init (SpilPlanImportDialog *self)
{
  g_autoptr (GListModel) filters = make_filters ();

  gtk_widget_init_template (GTK_WIDGET (self));
  spil_file_question_set_dialog (self->question, _ ("Read in a planning"), filters);
  spil_form_focus_first (ADW_DIALOG (self), spil_file_question_get_entry (self->question));
  spil_help_set_topic (GTK_WIDGET (self), "planning");
}

AdwDialog *
spil_plan_import_dialog_new (SpilWorker *worker, GFile *file)
{
  SpilPlanImportDialog *self = g_object_new (SPIL_TYPE_PLAN_IMPORT_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  if (file != NULL)
    spil_file_question_take (self->question, file);
  return ADW_DIALOG (self);
}
