// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-set-editor.h"

#include <glib/gi18n-lib.h>

struct _SpilSetEditor
{
  SpilFieldEditor parent_instance;

  AdwExpanderRow *row;
  GPtrArray *checks; /**< of GtkCheckButton, in the order of the choices; borrowed */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilSetEditor, spil_set_editor, SPIL_TYPE_FIELD_EDITOR)

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  SpilSetEditor *self = SPIL_SET_EDITOR (editor);
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  int64_t bits = 0;

  for (int i = 0; i < choices->n_items; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      bits |= INT64_C (1) << choices->items[i].number;
  *value = bits != 0 ? spil_value_integer (bits) : SPIL_VALUE_INIT;
  return TRUE;
}

static void
show_chosen (SpilSetEditor *self)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autofree char *text = NULL;

  get_value (SPIL_FIELD_EDITOR (self), &value, NULL);
  text = spil_value_format (spil_field_editor_get_field (SPIL_FIELD_EDITOR (self)), &value);
  adw_expander_row_set_subtitle (self->row, text[0] != '\0' ? text : _ ("Not chosen"));
}

static void
on_toggled_cb (SpilSetEditor *self)
{
  if (self->setting)
    return;
  show_chosen (self);
  spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

static void
add_choice (SpilSetEditor *self, const SpilChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), spil_choice_label (choice));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_choice_label (choice), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (self->row, row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilSetEditor *self = SPIL_SET_EDITOR (editor);
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  g_autofree char *title = spil_field_editor_dup_title (editor);
  GtkWidget *row = adw_expander_row_new ();

  self->row = ADW_EXPANDER_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (int i = 0; i < choices->n_items; i++)
    add_choice (self, &choices->items[i]);
  show_chosen (self);
  return row;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilSetEditor *self = SPIL_SET_EDITOR (editor);
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  int64_t bits = value->kind == SPIL_VALUE_INTEGER ? value->integer : 0;

  self->setting = TRUE;
  for (int i = 0; i < choices->n_items; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 (bits & (INT64_C (1) << choices->items[i].number)) != 0);
  self->setting = FALSE;
  show_chosen (self);
}

static void
spil_set_editor_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_SET_EDITOR (object)->checks);
  G_OBJECT_CLASS (spil_set_editor_parent_class)->finalize (object);
}

static void
spil_set_editor_class_init (SpilSetEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spil_set_editor_finalize;
  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
spil_set_editor_init (SpilSetEditor *self)
{
  self->checks = g_ptr_array_new ();
}
