// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reference-editor.h"

#include <glib/gi18n-lib.h>

#include "spil-chooser-page.h"

struct _SpilReferenceEditor
{
  SpilFieldEditor parent_instance;

  AdwActionRow *row;
  GtkWidget *clear;
  SpilId id;
};

G_DEFINE_FINAL_TYPE (SpilReferenceEditor, spil_reference_editor, SPIL_TYPE_FIELD_EDITOR)

// A title on its way from the worker.
typedef struct
{
  SpilReferenceEditor *editor;
  const SpilEntity *target;
  SpilId id;
} TitleRequest;

static const SpilEntity *
target_of (SpilReferenceEditor *self)
{
  return spil_entity (spil_field_editor_get_field (SPIL_FIELD_EDITOR (self))->target);
}

static gpointer
load_title (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  TitleRequest *request = data;

  return spil_store_dup_title (store, request->target, request->id);
}

static void
show_title (SpilReferenceEditor *self, const char *title)
{
  gboolean chosen = !spil_id_is_nil (self->id);

  adw_action_row_set_subtitle (self->row, chosen ? title : _ ("Not chosen"));
  gtk_widget_set_visible (self->clear, chosen);
}

static void
on_title_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TitleRequest *request = user_data;
  g_autoptr (SpilReferenceEditor) self = request->editor;
  g_autofree char *title = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (title != NULL && spil_id_equal (request->id, self->id))
    show_title (self, title);
  g_free (request);
}

static void
ask_title (SpilReferenceEditor *self)
{
  TitleRequest *request = g_new0 (TitleRequest, 1);

  request->editor = g_object_ref (self);
  request->target = target_of (self);
  request->id = self->id;
  spil_worker_run (spil_field_editor_get_worker (SPIL_FIELD_EDITOR (self)), load_title, request, NULL, g_free,
                   NULL, on_title_loaded_cb, request);
}

static void
on_chosen_cb (SpilReferenceEditor *self, SpilRecord *record)
{
  self->id = spil_record_get_id (record);
  show_title (self, spil_record_get_title (record));
  spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
on_activated_cb (SpilReferenceEditor *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->row), ADW_TYPE_NAVIGATION_VIEW);
  SpilFieldEditor *editor = SPIL_FIELD_EDITOR (self);
  AdwNavigationPage *page = spil_chooser_page_new (spil_field_editor_get_worker (editor), target_of (self),
                                                   spil_field_label (spil_field_editor_get_field (editor)));

  g_signal_connect_object (page, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

static void
on_clear_clicked_cb (SpilReferenceEditor *self)
{
  self->id = SPIL_ID_NIL;
  show_title (self, NULL);
  spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static GtkWidget *
make_clear_button (SpilReferenceEditor *self)
{
  const SpilField *field = spil_field_editor_get_field (SPIL_FIELD_EDITOR (self));
  // Translators: %s is a field, such as "Area".
  g_autofree char *tooltip = g_strdup_printf (_ ("Clear “%s”"), spil_field_label (field));

  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->clear, tooltip);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear_clicked_cb), self, G_CONNECT_SWAPPED);
  return self->clear;
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilReferenceEditor *self = SPIL_REFERENCE_EDITOR (editor);
  g_autofree char *title = spil_field_editor_dup_title (editor);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->row = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (self->row, make_clear_button (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (self->row, arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  show_title (self, NULL);
  return row;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilReferenceEditor *self = SPIL_REFERENCE_EDITOR (editor);

  self->id = value->kind == SPIL_VALUE_ID ? value->id : SPIL_ID_NIL;
  show_title (self, "…");
  if (!spil_id_is_nil (self->id))
    ask_title (self);
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  SpilReferenceEditor *self = SPIL_REFERENCE_EDITOR (editor);

  *value = spil_id_is_nil (self->id) ? SPIL_VALUE_INIT : spil_value_id (self->id);
  return TRUE;
}

static void
spil_reference_editor_class_init (SpilReferenceEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
spil_reference_editor_init (SpilReferenceEditor *self)
{
  self->id = SPIL_ID_NIL;
}
