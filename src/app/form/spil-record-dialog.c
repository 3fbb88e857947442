// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-day.h"
#include "spil-deed.h"
#include "spil-discard.h"
#include "spil-erase-dialog.h"
#include "spil-field-editor.h"
#include "spil-person-save.h"
#include "spil-record-beginning.h"
#include "spil-record-words.h"
#include "spil-title-bin.h"
#include "spil-validate.h"

// A form of that few fields, and how high its dialog is.
#define FEW_FIELDS 4
#define LOW_HEIGHT 420

G_DEFINE_FINAL_TYPE (SpilRecordDialog, spil_record_dialog, ADW_TYPE_DIALOG)

enum
{
  TYPED,
  SAVED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_refusal (SpilRecordDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
  // A refusal says it all.
  if (message != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->advice), FALSE);
}

void
spil_record_dialog_set_dirty (SpilRecordDialog *self, gboolean dirty)
{
  self->dirty = dirty;
  adw_dialog_set_can_close (ADW_DIALOG (self), !dirty && !self->saving);
}

static void
set_saving (SpilRecordDialog *self, gboolean saving)
{
  self->saving = saving;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.save", !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.save-next", !saving);
  spil_record_dialog_set_dirty (self, self->dirty);
}

static void
close_now (SpilRecordDialog *self)
{
  spil_record_dialog_set_dirty (self, FALSE);
  adw_dialog_close (ADW_DIALOG (self));
}

/* The form */

// For those who have something to say about the row as far as it is typed.
static void
update_advice (SpilRecordDialog *self)
{
  g_autoptr (SpilRecord) record = spil_record_dialog_get_typed (self);

  spil_record_dialog_show_asked (self, record);
  g_signal_emit (self, signals[TYPED], 0, record);
  if (self->advise != NULL)
    spil_record_advice_ask (self->advice, self->worker, self->advise, g_steal_pointer (&record));
}

void
spil_record_dialog_typed (SpilRecordDialog *self)
{
  set_refusal (self, NULL);
  spil_record_dialog_set_dirty (self, TRUE);
  update_advice (self);
}

gboolean
spil_record_dialog_may_change (SpilRecordDialog *self, const SpilField *field)
{
  if (spil_worker_get_read_only (self->worker))
    return FALSE;
  if (self->before == NULL || !spil_entity_is_fixed (self->entity))
    return TRUE;
  return (field->flags & SPIL_FIELD_LATER) != 0 && spil_record_is_null (self->before, field->number);
}

void
spil_record_dialog_focus_editor (SpilFieldEditor *editor)
{
  GtkWidget *row = spil_field_editor_get_row (editor);

  if (!gtk_widget_grab_focus (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

/* Saving */

static gboolean
read_form (SpilRecordDialog *self)
{
  SpilFieldEditor *wrong = NULL;

  for (guint i = 0; i < self->editors->len; i++) {
    SpilFieldEditor *editor = g_ptr_array_index (self->editors, i);
    const SpilField *field = spil_field_editor_get_field (editor);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (!spil_record_dialog_may_change (self, field))
      continue;
    if (spil_field_editor_check (editor, &value, NULL))
      spil_record_set (self->record, field->number, &value);
    else if (wrong == NULL)
      wrong = editor;
  }
  if (wrong != NULL)
    spil_record_dialog_focus_editor (wrong);
  return wrong == NULL;
}

// @error is NULL when it was saved.
static void
saved (SpilRecordDialog *self, const GError *error)
{
  // The window was closed meanwhile.
  if (self->page == NULL)
    return;
  set_saving (self, FALSE);
  if (error != NULL) {
    set_refusal (self, error->message);
    return;
  }
  g_signal_emit (self, signals[SAVED], 0, self->record);
  if (self->goes_on)
    spil_record_dialog_begin_next (self);
  else
    close_now (self);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_worker_commit_finish (SPIL_WORKER (source), result, &error);
  saved (self, error);
}

static void
on_deed_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  spil_deed_finish (SPIL_WORKER (source), result, &error);
  saved (self, error);
}

/* What saving comes to, where the store has to be asked for it. */
typedef struct
{
  SpilRecordDeedFunc func;
  SpilRecord *record;
  GObject *subject;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->record);
  g_clear_object (&deed->subject);
  g_free (deed);
}

static SpilAction *
make_deed (SpilStore *store, gconstpointer data, GError **error)
{
  const Deed *deed = data;

  return deed->func (store, deed->record, deed->subject, error);
}

static void
do_deed (SpilRecordDialog *self)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->func = self->deed;
  deed->record = spil_record_copy (self->record);
  g_set_object (&deed->subject, self->deed_subject);
  spil_deed_do (self->worker, make_deed, deed, deed_free, on_deed_done_cb, g_object_ref (self));
}

static SpilAction *
make_action (SpilRecordDialog *self)
{
  g_autofree char *label = self->before != NULL ? spil_entity_dup_changed (self->entity)
                                                : spil_entity_dup_added (self->entity);
  SpilAction *action = spil_action_new (self->action_label != NULL ? self->action_label : label);

  if (self->before == NULL)
    spil_action_add (action, self->record);
  else
    spil_action_set (action, self->before, self->record);
  if (self->extend != NULL)
    self->extend (action, self->record, self->extend_data);
  return action;
}

static void
save (SpilRecordDialog *self, gboolean goes_on)
{
  g_autoptr (GError) error = NULL;

  // What is behind a chooser is not saved by accident.
  if (adw_navigation_view_get_visible_page (self->view) != self->form_page)
    return;
  set_refusal (self, NULL);
  // Nothing was typed after the last of a series: that was all.
  if (self->n_added > 0 && !self->dirty) {
    close_now (self);
    return;
  }
  self->goes_on = goes_on;
  if (!read_form (self))
    return;
  if (!spil_validate_record (self->record, spil_day_today (), &error)) {
    set_refusal (self, error->message);
    return;
  }
  set_saving (self, TRUE);
  if (self->deed != NULL)
    do_deed (self);
  else
    spil_worker_commit (self->worker, make_action (self), on_committed_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (SPIL_RECORD_DIALOG (widget), FALSE);
}

// Ctrl+Enter: on to the next where there is a series, else the same as saving.
static void
save_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (widget);

  save (self, self->beginning != NULL);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  // The window was closed meanwhile.
  if (self->page == NULL)
    return;
  set_saving (self, FALSE);
  if (!spil_worker_commit_finish (SPIL_WORKER (source), result, &error)) {
    set_refusal (self, error->message);
    return;
  }
  g_signal_emit (self, signals[DELETED], 0);
  close_now (self);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (widget);
  g_autofree char *label = spil_entity_dup_deleted (self->entity);
  SpilAction *action = spil_action_new (label);

  spil_action_delete (action, self->entity, spil_record_get_id (self->before));
  set_saving (self, TRUE);
  spil_worker_commit (self->worker, action, on_deleted_cb, g_object_ref (self));
}

// What was typed is left aside: the row will hold nothing of a person any more.
static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  AdwDialog *dialog = spil_erase_dialog_new_for_person (self->worker, self->before);

  close_now (self);
  adw_dialog_present (dialog, window);
}

// For the person who asks what is kept.
static void
overview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (widget);

  spil_person_save_ask (GTK_WIDGET (gtk_widget_get_root (widget)), self->worker, self->before);
}

static void
add_privacy_row (GtkWidget *group, const char *title, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_delete_row (SpilRecordDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_button_row_new ();
  // Translators: %s is what is deleted, such as "Risk".
  g_autofree char *title = g_strdup_printf (_ ("Delete “%s”"), spil_entity_label (self->entity));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "record.delete");
  gtk_widget_add_css_class (row, "destructive-action");
  if (self->entity->number == SPIL_ENTITY_PERSON) {
    add_privacy_row (group, _ ("Save an overview of personal data…"), "record.overview");
    add_privacy_row (group, _ ("Erase personal data…"), "record.erase");
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

/* Closing */

static void
on_close_attempt_cb (SpilRecordDialog *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

/* The dialog */

static gboolean
is_editable (SpilRecordDialog *self)
{
  if (spil_worker_get_read_only (self->worker))
    return FALSE;
  if (self->before == NULL || !spil_entity_is_fixed (self->entity))
    return TRUE;
  for (int i = 1; i < self->entity->n_fields; i++)
    if (self->entity->fields[i].number != 0 && spil_record_dialog_may_change (self, &self->entity->fields[i]))
      return TRUE;
  return FALSE;
}

static void
spil_record_dialog_map (GtkWidget *widget)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (widget);

  if (self->editors->len == 0) {
    spil_record_dialog_fill (self);
    if (self->before != NULL && !self->is_step && !spil_entity_is_fixed (self->entity) && is_editable (self))
      add_delete_row (self);
    gtk_widget_set_visible (GTK_WIDGET (self->save_button), is_editable (self));
    gtk_widget_action_set_enabled (widget, "record.save", is_editable (self));
    gtk_widget_action_set_enabled (widget, "record.save-next", is_editable (self));
    gtk_button_set_label (self->cancel_button, is_editable (self) ? _ ("_Cancel") : _ ("_Close"));
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->close_button),
                                 is_editable (self) ? _ ("Cancel") : _ ("Close"));
    if (self->editors->len <= FEW_FIELDS && self->is_step)
      adw_dialog_set_content_height (ADW_DIALOG (self), LOW_HEIGHT);
    update_advice (self);
  }
  if (self->editors->len > 0)
    adw_dialog_set_focus (ADW_DIALOG (self),
                          spil_field_editor_get_row (g_ptr_array_index (self->editors, 0)));
  GTK_WIDGET_CLASS (spil_record_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (self)));
}

static void
spil_record_dialog_dispose (GObject *object)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (object);

  g_ptr_array_set_size (self->editors, 0);
  g_ptr_array_set_size (self->own_editors, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_RECORD_DIALOG);
  if (self->free_extend_data != NULL)
    g_clear_pointer (&self->extend_data, self->free_extend_data);
  g_clear_object (&self->worker);
  g_clear_object (&self->before);
  g_clear_object (&self->record);
  g_clear_object (&self->beginning);
  g_clear_object (&self->deed_subject);
  G_OBJECT_CLASS (spil_record_dialog_parent_class)->dispose (object);
}

static void
spil_record_dialog_finalize (GObject *object)
{
  SpilRecordDialog *self = SPIL_RECORD_DIALOG (object);

  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->own_editors);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self->action_label);
  G_OBJECT_CLASS (spil_record_dialog_parent_class)->finalize (object);
}

static void
spil_record_dialog_class_init (SpilRecordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spil_record_dialog_dispose;
  object_class->finalize = spil_record_dialog_finalize;
  widget_class->map = spil_record_dialog_map;

  signals[TYPED] = g_signal_new ("typed", SPIL_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  signals[SAVED] = g_signal_new ("saved", SPIL_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  signals[DELETED] = g_signal_new ("deleted", SPIL_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "record.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "record.save-next", NULL, save_next_action);
  gtk_widget_class_install_action (widget_class, "record.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "record.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "record.overview", NULL, overview_action);

  g_type_ensure (SPIL_TYPE_RECORD_ADVICE);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, form_page);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilRecordDialog, advice);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
}

static void
spil_record_dialog_init (SpilRecordDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->own_editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SpilRecordDialog *
make_dialog (SpilWorker *worker, const SpilEntity *entity, const char *title)
{
  SpilRecordDialog *self = g_object_new (SPIL_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->worker = g_object_ref (worker);
  self->entity = entity;
  adw_navigation_page_set_title (self->form_page, title);
  return self;
}

SpilRecordDialog *
spil_record_dialog_new_add (SpilWorker *worker, const SpilEntity *entity, SpilRecord *preset)
{
  // Translators: title of a form; %s is what is added, such as "Risk".
  g_autofree char *title = g_strdup_printf (_ ("Add: %s"), spil_entity_label (entity));
  SpilRecordDialog *self = make_dialog (worker, entity, title);

  g_return_val_if_fail (preset == NULL || spil_record_get_entity (preset) == entity, self);
  self->record = spil_record_new (entity, spil_id_new ());
  for (int i = 1; preset != NULL && i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      spil_record_set (self->record, i, spil_record_get (preset, i));
  spil_record_fill_in_beginning (self->record);
  return self;
}

SpilRecordDialog *
spil_record_dialog_new_edit (SpilWorker *worker, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilRecordDialog *self = make_dialog (worker, entity, spil_entity_label (entity));

  self->before = spil_record_copy (record);
  self->record = spil_record_copy (record);
  return self;
}

void
spil_record_dialog_set_fields (SpilRecordDialog *self, const int *fields)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->editors->len == 0);

  g_clear_pointer (&self->fields, g_array_unref);
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; fields[i] != 0; i++)
    g_array_append_val (self->fields, fields[i]);
}

void
spil_record_dialog_set_action_label (SpilRecordDialog *self, const char *label)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  g_set_str (&self->action_label, label);
}

void
spil_record_dialog_set_extend_func (SpilRecordDialog *self, SpilRecordExtendFunc func, gpointer user_data,
                                    GDestroyNotify free_user_data)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));

  self->extend = func;
  self->extend_data = user_data;
  self->free_extend_data = free_user_data;
}

void
spil_record_dialog_set_heading (SpilRecordDialog *self, const char *title)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));

  self->is_step = TRUE;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_navigation_page_set_title (self->form_page, title);
}

void
spil_record_dialog_give_up (SpilRecordDialog *self)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  close_now (self);
}

void
spil_record_dialog_add_bottom (SpilRecordDialog *self, GtkWidget *widget)
{
  GtkWidget *view;

  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  view = gtk_widget_get_ancestor (GTK_WIDGET (self->advice), ADW_TYPE_TOOLBAR_VIEW);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), widget);
}

void
spil_record_dialog_set_advice_func (SpilRecordDialog *self, SpilRecordAdviceFunc func)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  self->advise = func;
}

void
spil_record_dialog_set_deed_func (SpilRecordDialog *self, SpilRecordDeedFunc func, GObject *subject)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));

  self->deed = func;
  g_set_object (&self->deed_subject, subject);
}
