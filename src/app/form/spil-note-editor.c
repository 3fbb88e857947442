// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-note-editor.h"

#include "spil-spelling.h"

struct _SpilNoteEditor
{
  SpilFieldEditor parent_instance;

  GtkTextView *view;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SpilNoteEditor, spil_note_editor, SPIL_TYPE_FIELD_EDITOR)

static void
on_text_changed_cb (SpilNoteEditor *self)
{
  if (!self->setting)
    spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

static GtkWidget *
make_view (SpilNoteEditor *self, const char *title)
{
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  spil_spelling_attach (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (view, "field-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_text_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return view;
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilNoteEditor *self = SPIL_NOTE_EDITOR (editor);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *title = spil_field_editor_dup_title (editor);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 66);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_view (self, title));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "field-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "note-row");
  return row;
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilNoteEditor *self = SPIL_NOTE_EDITOR (editor);

  self->setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view),
                            value->kind == SPIL_VALUE_TEXT ? value->text : "", -1);
  self->setting = FALSE;
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (SPIL_NOTE_EDITOR (editor)->view);
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return spil_value_parse (spil_field_editor_get_field (editor), text, value, error);
}

static GtkAccessible *
get_accessible (SpilFieldEditor *editor)
{
  return GTK_ACCESSIBLE (SPIL_NOTE_EDITOR (editor)->view);
}

static void
spil_note_editor_class_init (SpilNoteEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->get_accessible = get_accessible;
}

static void
spil_note_editor_init (SpilNoteEditor *self)
{
}
