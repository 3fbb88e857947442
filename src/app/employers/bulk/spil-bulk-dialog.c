// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-bulk-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-bulk-job.h"
#include "spil-entity.h"
#include "spil-field-editor.h"
#include "spil-form-parts.h"
#include "spil-help-topic.h"
#include "spil-number.h"
#include "spil-text.h"

// The preview waits until typing pauses.
#define PREVIEW_DELAY 200

struct _SpilBulkDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilBulkTarget *target;
  GCancellable *cancellable; /**< of the preview or the work under way */
  guint preview_source;
  gboolean working;

  AdwPreferencesPage *form;
  AdwComboRow *tier;
  AdwComboRow *mobility;
  AdwComboRow *sustainability;
  AdwComboRow *cadence;
  AdwEntryRow *add_tag;
  AdwComboRow *remove_tag;
  AdwComboRow *add_urgency;
  AdwComboRow *remove_urgency;
  AdwEntryRow *action_text;
  SpilFieldEditor *action_due;
  GtkLabel *preview;
  GtkProgressBar *progress;
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (SpilBulkDialog, spil_bulk_dialog, ADW_TYPE_DIALOG)

/* What is asked */

// The cadences that can be chosen, in days.
static const int cadences[] = { 14, 30, 60, 90, 180, 365 };

static const SpilChoices *
choices_of (int field)
{
  return spil_entity_field (spil_entity (SPIL_ENTITY_ENGAGEMENT), field)->choices;
}

// The first two items leave it as it is, and take it away.
static int
chosen_choice (AdwComboRow *row, int field)
{
  guint at = adw_combo_row_get_selected (row);
  const SpilChoices *choices = choices_of (field);

  if (at < 2 || at - 2 >= (guint) choices->n_items)
    return at == 1 ? -1 : 0;
  return choices->items[at - 2].number;
}

static int64_t
chosen_bit (AdwComboRow *row)
{
  guint at = adw_combo_row_get_selected (row);
  const SpilChoices *choices = choices_of (SPIL_ENGAGEMENT_URGENCY);

  return at >= 1 && at <= (guint) choices->n_items ? INT64_C (1) << choices->items[at - 1].number : 0;
}

static const char *
chosen_text (AdwComboRow *row)
{
  guint at = adw_combo_row_get_selected (row);
  gpointer item = adw_combo_row_get_selected_item (row);

  return at == 0 || item == NULL ? NULL : at == 1 ? "" : gtk_string_object_get_string (item);
}

static int
chosen_cadence (AdwComboRow *row)
{
  guint at = adw_combo_row_get_selected (row);

  return at == 1 ? -1 : at >= 2 && at - 2 < G_N_ELEMENTS (cadences) ? cadences[at - 2] : 0;
}

static char *
dup_entry (AdwEntryRow *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static SpilBulkJob *
make_job (SpilBulkDialog *self, gboolean commit)
{
  SpilBulkJob *job = spil_bulk_job_new (self->target, commit);
  SpilEmployerEdit *edit = &job->edit;
  g_auto (SpilValue) due = SPIL_VALUE_INIT;
  gpointer removed = adw_combo_row_get_selected_item (self->remove_tag);

  spil_field_editor_peek (self->action_due, &due);
  edit->tier = chosen_choice (self->tier, SPIL_ENGAGEMENT_TIER);
  edit->mobility_broker = job->texts[0] = g_strdup (chosen_text (self->mobility));
  edit->sustainability_broker = job->texts[1] = g_strdup (chosen_text (self->sustainability));
  edit->cadence = chosen_cadence (self->cadence);
  edit->add_tag = job->texts[2] = dup_entry (self->add_tag);
  if (adw_combo_row_get_selected (self->remove_tag) > 0 && removed != NULL)
    edit->remove_tag = job->texts[3] = g_strdup (gtk_string_object_get_string (removed));
  edit->add_urgency = chosen_bit (self->add_urgency);
  edit->remove_urgency = chosen_bit (self->remove_urgency);
  edit->action_text = job->texts[4] = dup_entry (self->action_text);
  edit->action_due = due.kind == SPIL_VALUE_INTEGER ? spil_day ((int32_t) due.integer) : SPIL_DAY_NONE;
  return job;
}

/* The preview */

static void
show_preview (SpilBulkDialog *self, const char *text, gboolean can_save)
{
  spil_accessible_conclude (self->preview, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.save", can_save);
}

static void
on_previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBulkDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBulkResult) outcome = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autofree char *text = NULL;

  if (self->worker == NULL || self->working || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (outcome == NULL) {
    show_preview (self, error->message, FALSE);
    return;
  }
  text = spil_bulk_result_dup_text (outcome);
  show_preview (self, text, outcome->n_changed > 0);
}

static void
renew_cancellable (SpilBulkDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static gboolean
on_preview_due_cb (gpointer user_data)
{
  SpilBulkDialog *self = user_data;
  SpilBulkJob *job = make_job (self, FALSE);

  self->preview_source = 0;
  renew_cancellable (self);
  spil_worker_run (self->worker, spil_bulk_job_run, job, (GDestroyNotify) spil_bulk_job_free,
                   (GDestroyNotify) spil_bulk_result_free, self->cancellable, on_previewed_cb,
                   g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (SpilBulkDialog *self)
{
  g_autoptr (SpilBulkJob) job = make_job (self, FALSE);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->working)
    return;
  if (spil_employer_edit_is_empty (&job->edit)) {
    g_autofree char *number = spil_integer_format (self->target->count);
    g_autofree char *text = g_strdup_printf (ngettext ("%s employer is selected. Choose what changes.",
                                                       "%s employers are selected. Choose what changes.",
                                                       self->target->count),
                                             number);

    g_cancellable_cancel (self->cancellable);
    show_preview (self, text, FALSE);
    return;
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.save", FALSE);
  self->preview_source = g_timeout_add (PREVIEW_DELAY, on_preview_due_cb, self);
}

/* The work: built on the worker, committed there, one step to undo */

static void
set_working (SpilBulkDialog *self, gboolean working)
{
  self->working = working;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.save", !working);
  adw_dialog_set_can_close (ADW_DIALOG (self), !working);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), working);
  if (!working)
    g_clear_handle_id (&self->pulse_source, g_source_remove);
}

static gboolean
on_pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (SPIL_BULK_DIALOG (user_data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
fail (SpilBulkDialog *self, const GError *error)
{
  set_working (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_preview (self, error->message, TRUE);
  else
    on_changed_cb (self);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBulkDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error)) {
    set_working (self, FALSE);
    adw_dialog_force_close (ADW_DIALOG (self));
  } else if (self->worker != NULL) {
    fail (self, error);
  }
}

static void
on_built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBulkDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBulkResult) outcome = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (self->worker == NULL)
    return;
  if (outcome == NULL) {
    fail (self, error);
    return;
  }
  number = spil_integer_format (outcome->n_changed);
  text = g_strdup_printf (ngettext ("%s employer is being changed…", "%s employers are being changed…",
                                    (gulong) outcome->n_changed),
                          number);
  spil_accessible_conclude (self->preview, text);
  spil_worker_commit (self->worker, g_steal_pointer (&outcome->action), on_committed_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilBulkDialog *self = SPIL_BULK_DIALOG (widget);

  if (self->working)
    return;
  g_clear_handle_id (&self->preview_source, g_source_remove);
  renew_cancellable (self);
  set_working (self, TRUE);
  self->pulse_source = g_timeout_add (100, on_pulse_cb, self);
  spil_worker_run (self->worker, spil_bulk_job_run, make_job (self, TRUE),
                   (GDestroyNotify) spil_bulk_job_free, (GDestroyNotify) spil_bulk_result_free,
                   self->cancellable, on_built_cb, g_object_ref (self));
}

// Until the action is built nothing has been touched; after that it is whole or not at all.
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilBulkDialog *self = SPIL_BULK_DIALOG (widget);

  if (self->working)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* The form */

static AdwPreferencesGroup *
add_group (SpilBulkDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->form, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static AdwComboRow *
add_combo (SpilBulkDialog *self, AdwPreferencesGroup *group, const char *title, const char *none,
           const char *take_away)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, none);
  if (take_away != NULL)
    gtk_string_list_append (list, take_away);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_object_set_data_full (G_OBJECT (row), "spil-list", list, g_object_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static GtkStringList *
list_of (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "spil-list");
}

static void
append_choices (AdwComboRow *row, int field)
{
  const SpilChoices *choices = choices_of (field);

  for (int i = 0; i < choices->n_items; i++)
    gtk_string_list_append (list_of (row), spil_choice_label (&choices->items[i]));
}

static void
append_texts (AdwComboRow *row, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list_of (row), texts->pdata[i]);
}

static AdwEntryRow *
add_entry (SpilBulkDialog *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return ADW_ENTRY_ROW (row);
}

static void
make_relation_rows (SpilBulkDialog *self, const SpilEmployersData *data)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Relation"));
  const char *as_it_is = _ ("As it is");

  self->tier = add_combo (self, group, _ ("Tier"), as_it_is, _ ("None"));
  append_choices (self->tier, SPIL_ENGAGEMENT_TIER);
  self->mobility = add_combo (self, group, _ ("Mobility broker"), as_it_is, _ ("None"));
  append_texts (self->mobility, data->brokers);
  self->sustainability = add_combo (self, group, _ ("Sustainability broker"), as_it_is, _ ("None"));
  append_texts (self->sustainability, data->brokers);
  self->cadence = add_combo (self, group, _ ("Contact"), as_it_is, _ ("As often as the tier says"));
  for (gsize i = 0; i < G_N_ELEMENTS (cadences); i++) {
    g_autofree char *text = g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) cadences[i]),
                                             cadences[i]);

    gtk_string_list_append (list_of (self->cadence), text);
  }
}

static void
make_word_rows (SpilBulkDialog *self, const SpilEmployersData *data)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Tags and urgency"));

  self->add_tag = add_entry (self, group, _ ("Add a tag"));
  self->remove_tag = add_combo (self, group, _ ("Remove a tag"), _ ("None"), NULL);
  append_texts (self->remove_tag, data->tags);
  self->add_urgency = add_combo (self, group, _ ("Add an urgency"), _ ("None"), NULL);
  append_choices (self->add_urgency, SPIL_ENGAGEMENT_URGENCY);
  self->remove_urgency = add_combo (self, group, _ ("Remove an urgency"), _ ("None"), NULL);
  append_choices (self->remove_urgency, SPIL_ENGAGEMENT_URGENCY);
}

static void
make_action_rows (SpilBulkDialog *self)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_NEXT_ACTION);
  AdwPreferencesGroup *group = add_group (self, _ ("Plan a next action for each"));

  self->action_text = add_entry (self, group, _ ("What"));
  self->action_due = spil_field_editor_new (self->worker, entity,
                                            spil_entity_field (entity, SPIL_NEXT_ACTION_DUE));
  spil_field_editor_add_to (self->action_due, group);
  g_signal_connect_object (self->action_due, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_footer (SpilBulkDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "refusal");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview"), -1);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  return box;
}

// In a narrow window the button that closes leaves the title its room.
static void
shrink_cancel (SpilBulkDialog *self, GtkWidget *cancel, GtkWidget *close)
{
  AdwBreakpoint *narrow = adw_breakpoint_new (
      adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, 420, ADW_LENGTH_UNIT_SP));

  adw_breakpoint_add_setters (narrow, G_OBJECT (cancel), "visible", FALSE, G_OBJECT (close), "visible", TRUE,
                              NULL);
  gtk_widget_set_visible (close, FALSE);
  gtk_widget_set_tooltip_text (close, _ ("Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "bulk.cancel");
  gtk_widget_set_size_request (GTK_WIDGET (self), 320, 240);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), narrow);
}

static void
make_window (SpilBulkDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Change"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "bulk.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "bulk.save");
  gtk_widget_add_css_class (save, "suggested-action");
  shrink_cancel (self, cancel, close);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), close);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  self->form = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->form));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_footer (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Change employers"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

static void
spil_bulk_dialog_dispose (GObject *object)
{
  SpilBulkDialog *self = SPIL_BULK_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->action_due);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_bulk_dialog_parent_class)->dispose (object);
}

static void
spil_bulk_dialog_finalize (GObject *object)
{
  spil_bulk_target_free (SPIL_BULK_DIALOG (object)->target);
  G_OBJECT_CLASS (spil_bulk_dialog_parent_class)->finalize (object);
}

static void
spil_bulk_dialog_class_init (SpilBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_bulk_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_bulk_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "bulk.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "bulk.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "bulk.save", NULL);
}

static void
spil_bulk_dialog_init (SpilBulkDialog *self)
{
  make_window (self);
  spil_help_set_topic (GTK_WIDGET (self), "employers");
}

AdwDialog *
spil_bulk_dialog_new (SpilWorker *worker, SpilBulkTarget *target, const SpilEmployersData *data)
{
  SpilBulkDialog *self = g_object_new (SPIL_TYPE_BULK_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->target = target;
  // While the rows are made nothing is asked yet.
  self->working = TRUE;
  make_action_rows (self);
  make_relation_rows (self, data);
  make_word_rows (self, data);
  self->working = FALSE;
  on_changed_cb (self);
  spil_form_focus_first (ADW_DIALOG (self), GTK_WIDGET (self->action_text));
  return ADW_DIALOG (self);
}
