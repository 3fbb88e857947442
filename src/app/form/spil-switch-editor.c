// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-switch-editor.h"

struct _SpilSwitchEditor
{
  SpilFieldEditor parent_instance;

  AdwSwitchRow *row;
  gboolean known; /**< a switch has no third state: what was not known stays so until it is touched */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilSwitchEditor, spil_switch_editor, SPIL_TYPE_FIELD_EDITOR)

static void
on_switched_cb (SpilSwitchEditor *self)
{
  if (self->setting)
    return;
  self->known = TRUE;
  spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilSwitchEditor *self = SPIL_SWITCH_EDITOR (editor);
  g_autofree char *title = spil_field_editor_dup_title (editor);
  GtkWidget *row = adw_switch_row_new ();

  self->row = ADW_SWITCH_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilSwitchEditor *self = SPIL_SWITCH_EDITOR (editor);

  self->setting = TRUE;
  self->known = value->kind == SPIL_VALUE_INTEGER;
  adw_switch_row_set_active (self->row, self->known && value->integer != 0);
  self->setting = FALSE;
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  SpilSwitchEditor *self = SPIL_SWITCH_EDITOR (editor);

  *value = self->known ? spil_value_integer (adw_switch_row_get_active (self->row)) : SPIL_VALUE_INIT;
  return TRUE;
}

static void
spil_switch_editor_class_init (SpilSwitchEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
spil_switch_editor_init (SpilSwitchEditor *self)
{
}
