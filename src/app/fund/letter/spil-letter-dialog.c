// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-discard.h"
#include "spil-failure.h"
#include "spil-file-save.h"
#include "spil-form-parts.h"
#include "spil-help-topic.h"
#include "spil-letter-job.h"
#include "spil-letter-style-group.h"
#include "spil-report-file.h"
#include "spil-spelling.h"

/* Kinds of letters count from 1. */
#define N_KINDS (SPIL_LETTER_KIND_SETTLEMENT + 1)

struct _SpilLetterDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilId application;
  SpilLetterLoaded *loaded; /**< NULL: not read yet */
  gboolean setting; /**< the program fills in, nobody types */
  char *typed_subjects
      [N_KINDS]; /**< by kind: what was typed before another kind was looked at; NULL: nothing */
  char *typed_bodies[N_KINDS];

  AdwNavigationView *view;
  AdwBanner *missing;
  AdwComboRow *kind;
  AdwPreferencesRow *edit_row;
  AdwPreferencesRow *reset_row;
  AdwEntryRow *subject;
  AdwPreferencesGroup *body_group;
  GtkTextView *body;
  AdwEntryRow *text_subject;
  AdwPreferencesGroup *text_group;
  GtkTextView *text_body;
  AdwPreferencesGroup *fields;
  SpilLetterStyleGroup *style;
};

G_DEFINE_FINAL_TYPE (SpilLetterDialog, spil_letter_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Loading */

static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) names->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* What still has to be filled in by hand, or what somebody misspelt in the standard text. */
static void
show_missing (SpilLetterDialog *self)
{
  const SpilLetter *letter = self->loaded->letter;
  g_autofree char *unknown = join_names (letter->unknown);
  g_autofree char *missing = join_names (letter->missing);
  g_autofree char *text = NULL;

  if (letter->unknown->len > 0)
    text = g_strdup_printf (_ ("The standard text has fields that do not exist: %s."), unknown);
  else if (letter->missing->len > 0)
    text = g_strdup_printf (_ ("Not known yet: %s. Fill it in here or with the application."), missing);
  adw_banner_set_title (self->missing, text != NULL ? text : "");
  adw_banner_set_revealed (self->missing, text != NULL);
}

static void
mark_typed (SpilLetterDialog *self, gboolean typed)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !typed);
}

static void
show_letter (SpilLetterDialog *self)
{
  const int kind = self->loaded->kind;
  const gboolean typed = self->typed_bodies[kind] != NULL;

  self->setting = TRUE;
  adw_combo_row_set_selected (self->kind, (guint) kind - 1);
  gtk_editable_set_text (GTK_EDITABLE (self->subject),
                         typed ? self->typed_subjects[kind] : self->loaded->letter->subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body),
                            typed ? self->typed_bodies[kind] : self->loaded->letter->body, -1);
  self->setting = FALSE;
  show_missing (self);
  mark_typed (self, typed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.edit-text",
                                 !spil_worker_get_read_only (self->worker));
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLetterDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilLetterLoaded) loaded = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (self->worker == NULL)
    return;
  if (loaded == NULL) {
    spil_failure_present (GTK_WIDGET (self), error);
    return;
  }
  g_clear_pointer (&self->loaded, spil_letter_loaded_free);
  self->loaded = g_steal_pointer (&loaded);
  show_letter (self);
}

static void
load_letter (SpilLetterDialog *self, int kind)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save", FALSE);
  spil_worker_run (self->worker, spil_letter_load, spil_letter_order_new (self->application, kind),
                   (GDestroyNotify) spil_letter_order_free, (GDestroyNotify) spil_letter_loaded_free, NULL,
                   on_loaded_cb, g_object_ref (self));
}

static void
keep_typed (SpilLetterDialog *self)
{
  const int kind = self->loaded->kind;

  if (adw_dialog_get_can_close (ADW_DIALOG (self)))
    return;
  g_free (self->typed_subjects[kind]);
  g_free (self->typed_bodies[kind]);
  self->typed_subjects[kind] = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->subject)));
  self->typed_bodies[kind] = dup_text (self->body);
}

static void
on_kind_selected_cb (SpilLetterDialog *self)
{
  if (self->setting || self->loaded == NULL)
    return;
  keep_typed (self);
  load_letter (self, (int) adw_combo_row_get_selected (self->kind) + 1);
}

static void
on_typed_cb (SpilLetterDialog *self)
{
  if (!self->setting)
    mark_typed (self, TRUE);
}

/* Saving */

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLetterDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    spil_failure_present (GTK_WIDGET (self), error);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_saved (GtkWidget *widget, const char *path, gpointer order)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (widget);

  if (self->worker == NULL)
    return;
  mark_typed (self, FALSE);
  if (spil_worker_get_read_only (self->worker))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    spil_worker_commit (self->worker, spil_letter_kept_action (order, path), on_kept_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (widget);
  const SpilFileSaving saving = {
    .title = _ ("Save letter"),
    .name = self->loaded->name,
    .ending = ".odt",
    .knows = spil_report_file_knows,
    .write = spil_letter_save,
    .saved = on_saved,
  };
  SpilLetterOrder *order = spil_letter_order_new (self->application, self->loaded->kind);

  order->subject = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->subject)));
  order->body = dup_text (self->body);
  order->style = g_strdup (spil_letter_style_group_get_style (self->style));
  spil_file_save (widget, self->worker, &saving, order, (GDestroyNotify) spil_letter_order_free);
}

/* The standard text */

static void
show_text (SpilLetterDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text_subject), self->loaded->data->subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_body), self->loaded->data->body, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.reset-text",
                                 !spil_id_is_nil (self->loaded->data->text));
}

static void
edit_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (widget);

  show_text (self);
  adw_navigation_view_push_by_tag (self->view, "text");
}

static void
on_text_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLetterDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!spil_worker_commit_finish (SPIL_WORKER (source), result, &error)) {
    spil_failure_present (GTK_WIDGET (self), error);
    return;
  }
  if (self->worker == NULL)
    return;
  adw_navigation_view_pop_to_tag (self->view, "letter");
  load_letter (self, self->loaded->kind);
}

static void
keep_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (widget);
  g_autofree char *body = dup_text (self->text_body);

  spil_worker_commit (self->worker,
                      spil_letter_text_action (self->loaded->data->text, self->loaded->kind,
                                               gtk_editable_get_text (GTK_EDITABLE (self->text_subject)),
                                               body),
                      on_text_kept_cb, g_object_ref (self));
}

static void
reset_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (widget);
  SpilAction *action = spil_action_new (_ ("Letter text changed"));

  spil_action_delete (action, spil_entity (SPIL_ENTITY_LETTER_TEXT), self->loaded->data->text);
  spil_worker_commit (self->worker, action, on_text_kept_cb, g_object_ref (self));
}

static void
on_field_activated_cb (SpilLetterDialog *self, GtkWidget *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), "spil-field");
  g_autofree char *text = g_strdup_printf ("{%s}", name);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->text_body), text, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_body));
}

static void
add_fields (SpilLetterDialog *self)
{
  for (guint i = 0; i < spil_letter_n_fields (); i++) {
    const SpilLetterField field = spil_letter_field (i);
    GtkWidget *row = adw_action_row_new ();
    g_autofree char *title = g_strdup_printf ("{%s}", field.name);

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), field.label);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_object_set_data (G_OBJECT (row), "spil-field", (gpointer) field.name);
    g_signal_connect_object (row, "activated", G_CALLBACK (on_field_activated_cb), self, G_CONNECT_SWAPPED);
    adw_preferences_group_add (self->fields, row);
  }
}

/* The class */

static GtkTextView *
add_text_view (AdwPreferencesGroup *group, int lines_high)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  spil_spelling_attach (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), lines_high);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  adw_preferences_group_add (group, scroller);
  return GTK_TEXT_VIEW (view);
}

static void
spil_letter_dialog_dispose (GObject *object)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (object);

  g_clear_object (&self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_LETTER_DIALOG);
  G_OBJECT_CLASS (spil_letter_dialog_parent_class)->dispose (object);
}

static void
spil_letter_dialog_finalize (GObject *object)
{
  SpilLetterDialog *self = SPIL_LETTER_DIALOG (object);

  g_clear_pointer (&self->loaded, spil_letter_loaded_free);
  for (int i = 0; i < N_KINDS; i++) {
    g_free (self->typed_subjects[i]);
    g_free (self->typed_bodies[i]);
  }
  G_OBJECT_CLASS (spil_letter_dialog_parent_class)->finalize (object);
}

static void
spil_letter_dialog_class_init (SpilLetterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_letter_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_letter_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->close_attempt = spil_discard_ask;

  g_type_ensure (SPIL_TYPE_LETTER_STYLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, edit_row);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, reset_row);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, body_group);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, text_subject);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, SpilLetterDialog, style);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "letter.edit-text", NULL, edit_text_action);
  gtk_widget_class_install_action (widget_class, "letter.keep-text", NULL, keep_text_action);
  gtk_widget_class_install_action (widget_class, "letter.reset-text", NULL, reset_text_action);
}

// Of the groups without a title.
static void
name_lists (SpilLetterDialog *self)
{
  spil_form_name_list (GTK_WIDGET (self->kind),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->kind)));
  spil_form_name_list (GTK_WIDGET (self->edit_row), adw_preferences_row_get_title (self->edit_row));
  spil_form_name_list (GTK_WIDGET (self->text_subject),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->text_subject)));
  spil_form_name_list (GTK_WIDGET (self->reset_row), adw_preferences_row_get_title (self->reset_row));
}

static void
spil_letter_dialog_init (SpilLetterDialog *self)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_LETTER), SPIL_LETTER_KIND);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < field->choices->n_items; i++)
    gtk_string_list_append (kinds, spil_field_choice_label (field, field->choices->items[i].number));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  name_lists (self);
  self->body = add_text_view (self->body_group, 300);
  self->text_body = add_text_view (self->text_group, 260);
  add_fields (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->body), "changed", G_CALLBACK (on_typed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.edit-text", FALSE);
  spil_help_set_topic (GTK_WIDGET (self), "letters");
}

void
spil_letter_dialog_present (GtkWidget *parent, SpilWorker *worker, SpilId application, int kind)
{
  SpilLetterDialog *self = g_object_new (SPIL_TYPE_LETTER_DIALOG, NULL);
  g_autofree char *style = NULL;

  self->worker = g_object_ref (worker);
  self->application = application;
  style = spil_letter_dup_style (spil_worker_get_dir (worker));
  spil_letter_style_group_set_path (self->style, style);
  load_letter (self, kind);
  adw_dialog_present (ADW_DIALOG (self), parent);
  spil_form_focus_first (ADW_DIALOG (self), GTK_WIDGET (self->kind));
}
