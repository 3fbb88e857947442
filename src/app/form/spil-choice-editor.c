// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-choice-editor.h"

#include <glib/gi18n-lib.h>

struct _SpilChoiceEditor
{
  SpilFieldEditor parent_instance;

  AdwComboRow *row;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilChoiceEditor, spil_choice_editor, SPIL_TYPE_FIELD_EDITOR)

static void
on_selected_cb (SpilChoiceEditor *self)
{
  if (!self->setting)
    spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

// The first item stands for nothing chosen.
static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilChoiceEditor *self = SPIL_CHOICE_EDITOR (editor);
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *title = spil_field_editor_dup_title (editor);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (list, _ ("Not chosen"));
  for (int i = 0; i < choices->n_items; i++)
    gtk_string_list_append (list, spil_choice_label (&choices->items[i]));
  self->row = ADW_COMBO_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (self->row, G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilChoiceEditor *self = SPIL_CHOICE_EDITOR (editor);
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  guint selected = 0;

  for (int i = 0; i < choices->n_items; i++)
    if (value->kind == SPIL_VALUE_INTEGER && choices->items[i].number == value->integer)
      selected = i + 1;
  self->setting = TRUE;
  adw_combo_row_set_selected (self->row, selected);
  self->setting = FALSE;
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  const SpilChoices *choices = spil_field_editor_get_field (editor)->choices;
  guint selected = adw_combo_row_get_selected (SPIL_CHOICE_EDITOR (editor)->row);

  *value = SPIL_VALUE_INIT;
  if (selected > 0 && selected <= (guint) choices->n_items)
    *value = spil_value_integer (choices->items[selected - 1].number);
  return TRUE;
}

static void
spil_choice_editor_class_init (SpilChoiceEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
spil_choice_editor_init (SpilChoiceEditor *self)
{
}
