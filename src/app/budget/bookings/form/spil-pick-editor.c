// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pick-editor.h"

struct _SpilPickEditor
{
  SpilFieldEditor parent_instance;

  AdwComboRow *row;
  char *nothing;
  GArray *ids; /**< SpilId of each item from the second on */
  GtkStringList *texts; /**< while a list is made */
  SpilId id; /**< what is chosen */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilPickEditor, spil_pick_editor, SPIL_TYPE_FIELD_EDITOR)

static void
on_selected_cb (SpilPickEditor *self)
{
  guint at = adw_combo_row_get_selected (self->row);

  if (self->setting)
    return;
  self->id = at == 0 || at > self->ids->len ? SPIL_ID_NIL : g_array_index (self->ids, SpilId, at - 1);
  spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilPickEditor *self = SPIL_PICK_EDITOR (editor);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->row = ADW_COMBO_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_combo_row_set_expression (self->row, text);
  adw_combo_row_set_search_match_mode (self->row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_use_subtitle (self->row, TRUE);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_cb), self, G_CONNECT_SWAPPED);
  return row;
}

// So many that one rather types than scrolls.
#define MANY 8

static void
show_chosen (SpilPickEditor *self)
{
  guint at = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (spil_id_equal (g_array_index (self->ids, SpilId, i), self->id))
      at = i + 1;
  self->setting = TRUE;
  adw_combo_row_set_selected (self->row, at);
  self->setting = FALSE;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilPickEditor *self = SPIL_PICK_EDITOR (editor);

  self->id = value->kind == SPIL_VALUE_ID ? value->id : SPIL_ID_NIL;
  show_chosen (self);
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  SpilPickEditor *self = SPIL_PICK_EDITOR (editor);

  *value = spil_id_is_nil (self->id) ? SPIL_VALUE_INIT : spil_value_id (self->id);
  return TRUE;
}

static void
spil_pick_editor_finalize (GObject *object)
{
  SpilPickEditor *self = SPIL_PICK_EDITOR (object);

  g_array_unref (self->ids);
  g_clear_object (&self->texts);
  g_free (self->nothing);
  G_OBJECT_CLASS (spil_pick_editor_parent_class)->finalize (object);
}

static void
spil_pick_editor_class_init (SpilPickEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spil_pick_editor_finalize;
  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
spil_pick_editor_init (SpilPickEditor *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->id = SPIL_ID_NIL;
}

SpilFieldEditor *
spil_pick_editor_new (SpilWorker *worker, const SpilEntity *entity, const SpilField *field, const char *title,
                      const char *nothing)
{
  SpilFieldEditor *editor = spil_field_editor_new_of (SPIL_TYPE_PICK_EDITOR, worker, entity, field);

  spil_field_editor_set_title (editor, title);
  SPIL_PICK_EDITOR (editor)->nothing = g_strdup (nothing);
  return editor;
}

void
spil_pick_editor_begin (SpilPickEditor *self)
{
  g_return_if_fail (SPIL_IS_PICK_EDITOR (self));

  g_array_set_size (self->ids, 0);
  g_clear_object (&self->texts);
  self->texts = gtk_string_list_new ((const char *[]) { self->nothing, NULL });
}

void
spil_pick_editor_add (SpilPickEditor *self, SpilId id, const char *text)
{
  g_return_if_fail (SPIL_IS_PICK_EDITOR (self));

  g_array_append_val (self->ids, id);
  gtk_string_list_append (self->texts, text);
}

void
spil_pick_editor_end (SpilPickEditor *self)
{
  gboolean known = FALSE;

  g_return_if_fail (SPIL_IS_PICK_EDITOR (self));

  for (guint i = 0; i < self->ids->len; i++)
    known = known || spil_id_equal (g_array_index (self->ids, SpilId, i), self->id);
  if (!known)
    self->id = SPIL_ID_NIL;
  self->setting = TRUE;
  adw_combo_row_set_enable_search (self->row, self->ids->len > MANY);
  adw_combo_row_set_model (self->row, G_LIST_MODEL (self->texts));
  self->setting = FALSE;
  show_chosen (self);
}

SpilId
spil_pick_editor_get_chosen (SpilPickEditor *self)
{
  g_return_val_if_fail (SPIL_IS_PICK_EDITOR (self), SPIL_ID_NIL);
  return self->id;
}
