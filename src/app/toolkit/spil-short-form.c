// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-short-form.h"

#include "spil-accessible.h"
#include "spil-discard.h"
#include "spil-form-parts.h"
#include "spil-spelling.h"
#include "spil-title-bin.h"

struct _SpilShortForm
{
  AdwDialog parent_instance;

  AdwNavigationPage *form_page;
  SpilWorker *worker;
  SpilShortFormSave save;
  gpointer user_data;
  GDestroyNotify free_user_data;
  GPtrArray *editors; /**< of SpilFieldEditor */
  gboolean dirty;
  gboolean saving;

  AdwNavigationView *view;
  AdwPreferencesGroup *group;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
};

G_DEFINE_FINAL_TYPE (SpilShortForm, spil_short_form, ADW_TYPE_DIALOG)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_refusal (SpilShortForm *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
update_closing (SpilShortForm *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->dirty && !self->saving);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilShortForm) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  update_closing (self);
  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error)) {
    adw_dialog_force_close (ADW_DIALOG (self));
    if (self->user_data != NULL)
      g_signal_emit (self, signals[SAVED], 0);
  } else if (self->worker != NULL)
    set_refusal (self, error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilShortForm *self = SPIL_SHORT_FORM (widget);
  SpilAction *action;

  if (self->saving)
    return;
  set_refusal (self, NULL);
  action = self->save (self, self->user_data);
  if (action == NULL)
    return;
  self->saving = TRUE;
  update_closing (self);
  spil_worker_commit (self->worker, action, on_committed_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt_cb (SpilShortForm *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

static void
spil_short_form_dispose (GObject *object)
{
  SpilShortForm *self = SPIL_SHORT_FORM (object);

  g_ptr_array_set_size (self->editors, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_SHORT_FORM);
  g_clear_object (&self->worker);
  if (self->user_data != NULL && self->free_user_data != NULL)
    self->free_user_data (g_steal_pointer (&self->user_data));
  G_OBJECT_CLASS (spil_short_form_parent_class)->dispose (object);
}

static void
spil_short_form_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_SHORT_FORM (object)->editors);
  G_OBJECT_CLASS (spil_short_form_parent_class)->finalize (object);
}

static void
spil_short_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_short_form_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_short_form_class_init (SpilShortFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_short_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_short_form_finalize;
  widget_class->map = spil_short_form_map;
  signals[SAVED] = g_signal_new ("saved", SPIL_TYPE_SHORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "short-form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "short-form.cancel", NULL, cancel_action);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-short-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilShortForm, view);
  gtk_widget_class_bind_template_child (widget_class, SpilShortForm, form_page);
  gtk_widget_class_bind_template_child (widget_class, SpilShortForm, group);
  gtk_widget_class_bind_template_child (widget_class, SpilShortForm, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilShortForm, refusal);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
}

static void
spil_short_form_init (SpilShortForm *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "title", self->form_page, "title", G_BINDING_SYNC_CREATE);
}

SpilShortForm *
spil_short_form_new (SpilWorker *worker, const char *title, SpilShortFormSave save, gpointer user_data,
                     GDestroyNotify free_user_data)
{
  SpilShortForm *self = g_object_new (SPIL_TYPE_SHORT_FORM, "title", title, NULL);

  self->worker = g_object_ref (worker);
  self->save = save;
  self->user_data = user_data;
  self->free_user_data = free_user_data;
  return self;
}

void
spil_short_form_set_description (SpilShortForm *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (SPIL_IS_SHORT_FORM (self));

  adw_preferences_group_set_description (self->group, escaped);
}

static void
focus_first (SpilShortForm *self, GtkWidget *widget)
{
  if (adw_dialog_get_focus (ADW_DIALOG (self)) == NULL)
    spil_form_focus_first (ADW_DIALOG (self), widget);
}

SpilFieldEditor *
spil_short_form_add_field (SpilShortForm *self, SpilEntityNumber entity, int field, const SpilValue *value)
{
  const SpilEntity *of = spil_entity (entity);
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, of, spil_entity_field (of, field));

  g_ptr_array_add (self->editors, editor);
  if (value != NULL)
    spil_field_editor_set_value (editor, value);
  spil_field_editor_add_to (editor, self->group);
  g_signal_connect_object (editor, "changed", G_CALLBACK (spil_short_form_touch), self, G_CONNECT_SWAPPED);
  focus_first (self, spil_field_editor_get_input (editor));
  return editor;
}

void
spil_short_form_add_row (SpilShortForm *self, GtkWidget *row)
{
  g_return_if_fail (SPIL_IS_SHORT_FORM (self));
  adw_preferences_group_add (self->group, row);
}

GtkTextView *
spil_short_form_add_note (SpilShortForm *self, const char *label)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row;

  spil_spelling_attach (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "field-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (spil_short_form_touch), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 88);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  row = spil_form_box_row_new (label, scroller);
  gtk_widget_add_css_class (row, "note-row");
  adw_preferences_group_add (self->group, row);
  focus_first (self, view);
  return GTK_TEXT_VIEW (view);
}

char *
spil_short_form_dup_note (GtkTextView *note)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (note);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

gboolean
spil_short_form_assign (SpilShortForm *self, SpilFieldEditor *editor, SpilChange *change)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  if (editor == NULL)
    return TRUE;
  if (!spil_field_editor_check (editor, &value, NULL)) {
    spil_form_focus_row (spil_field_editor_get_row (editor));
    return FALSE;
  }
  spil_change_assign (change, spil_field_editor_get_field (editor)->number, &value);
  return TRUE;
}

void
spil_short_form_refuse (SpilShortForm *self, const char *message, GtkWidget *widget)
{
  g_return_if_fail (SPIL_IS_SHORT_FORM (self));

  set_refusal (self, message);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

void
spil_short_form_touch (SpilShortForm *self)
{
  g_return_if_fail (SPIL_IS_SHORT_FORM (self));

  set_refusal (self, NULL);
  self->dirty = TRUE;
  update_closing (self);
}
