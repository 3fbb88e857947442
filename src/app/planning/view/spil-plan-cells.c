// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The current cell of the table, and typing in it. */
#include "spil-plan-view-private.h"

#include <glib/gi18n-lib.h>

/* In ems: an entry is at least as wide as this. */
#define LEAST_ENTRY 9

struct _SpilPlanCellEditor
{
  SpilPlanView *view;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *message;
  int row;
  int column;
  gboolean closing;
};

static int
count_columns (SpilPlanView *self)
{
  return spil_plan_view_has_table (self) ? MAX (self->layout.n_columns, 1) : 1;
}

static const char *
cell_text (SpilPlanView *self, int row, int column)
{
  const SpilGanttRow *shown = spil_gantt_get_row (spil_plan_view_get_gantt (self), row);

  if (column == 0)
    return shown->label;
  for (int i = 0; shown->cells != NULL && shown->cells[i] != NULL; i++)
    if (i == column - 1)
      return shown->cells[i];
  return "";
}

/* "Start of Talks with employers", as the entry is called. */
static char *
name_of_cell (SpilPlanView *self, int row, int column)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  const SpilGanttRow *shown = spil_gantt_get_row (gantt, row);
  const char *title = column > 0 ? spil_gantt_get_column_title (gantt, column) : _ ("Name");
  const char *name = shown->name != NULL ? shown->name : shown->label;

  /* Translators: a cell of a table: "Start of Talks with employers". */
  return g_strdup_printf (C_ ("cell", "%1$s of %2$s"), title, name);
}

static void
announce_cell (SpilPlanView *self)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  int row = spil_plan_view_get_selected (self);
  const char *title = spil_gantt_get_column_title (gantt, self->column);
  g_autofree char *text = NULL;

  if (row < 0)
    return;
  text = g_strdup_printf ("%s: %s", title != NULL ? title : "", cell_text (self, row, self->column));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->canvas), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_plan_cells_set_column (SpilPlanView *self, int column)
{
  column = CLAMP (column, 0, count_columns (self) - 1);
  if (column == self->column)
    return;
  self->column = column;
  announce_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
spil_plan_cells_move (SpilPlanView *self, int count)
{
  if (!spil_plan_view_has_table (self))
    return FALSE;
  spil_plan_cells_set_column (self, self->column + count);
  return TRUE;
}

/* The editor */

void
spil_plan_cells_close (SpilPlanView *self, gboolean take)
{
  SpilPlanCellEditor *editor = self->editor;
  gboolean had_focus, taken = TRUE;

  if (editor == NULL || editor->closing)
    return;
  editor->closing = TRUE;
  if (take)
    g_signal_emit_by_name (self, "cell-edited", editor->row, editor->column,
                           gtk_editable_get_text (GTK_EDITABLE (editor->entry)), &taken);
  editor->closing = FALSE;
  if (!taken)
    return;
  editor->closing = TRUE;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == editor->box;
  self->editor = NULL;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_unparent (editor->box);
  g_free (editor);
}

void
spil_plan_view_set_cell_error (SpilPlanView *self, const char *sentence)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  if (self->editor == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->editor->message), sentence);
  gtk_widget_set_visible (self->editor->message, TRUE);
  gtk_widget_add_css_class (self->editor->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->editor->entry), sentence,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (self->editor->entry);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Takes what is typed and goes on to the next cell, unless it is not accepted. */
static void
go_on (SpilPlanView *self, int rows, int columns)
{
  int row = self->editor->row;

  spil_plan_cells_close (self, TRUE);
  if (self->editor != NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (columns != 0)
    spil_plan_cells_move (self, columns);
  if (rows != 0 && row + rows >= 0 && row + rows < spil_plan_view_count_rows (self))
    spil_plan_view_select (self, row + rows);
}

static gboolean
on_key_pressed_cb (SpilPlanView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (keyval) {
  case GDK_KEY_Escape:
    spil_plan_cells_close (self, FALSE);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    go_on (self, shift ? -1 : 1, 0);
    return TRUE;
  case GDK_KEY_Tab:
  case GDK_KEY_ISO_Left_Tab:
    go_on (self, 0, shift ? -1 : 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    go_on (self, keyval == GDK_KEY_Up ? -1 : 1, 0);
    return TRUE;
  default:
    return FALSE;
  }
}

/* Somebody goes elsewhere: what is typed is taken, or is left when it cannot be. */
static void
on_left_cb (SpilPlanView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Another window was looked at: nothing was left. */
  if (self->editor == NULL || self->editor->closing || focus == NULL ||
      gtk_widget_is_ancestor (focus, self->editor->box))
    return;
  spil_plan_cells_close (self, TRUE);
  spil_plan_cells_close (self, FALSE);
}

/* What is wrong may be right after the next letter. */
static void
on_changed_cb (SpilPlanView *self)
{
  if (self->editor == NULL || !gtk_widget_get_visible (self->editor->message))
    return;
  gtk_widget_set_visible (self->editor->message, FALSE);
  gtk_widget_remove_css_class (self->editor->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static SpilPlanCellEditor *
make_editor (SpilPlanView *self, int row, int column)
{
  SpilPlanCellEditor *editor = g_new0 (SpilPlanCellEditor, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  *editor = (SpilPlanCellEditor) { .view = self, .row = row, .column = column };
  editor->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  editor->entry = gtk_entry_new ();
  editor->message = gtk_label_new (NULL);
  gtk_widget_add_css_class (editor->box, "cell-editor");
  gtk_label_set_xalign (GTK_LABEL (editor->message), 0);
  gtk_label_set_wrap (GTK_LABEL (editor->message), TRUE);
  gtk_widget_add_css_class (editor->message, "error");
  gtk_widget_add_css_class (editor->message, "caption");
  gtk_widget_set_visible (editor->message, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (editor->entry), 4);
  gtk_box_append (GTK_BOX (editor->box), editor->entry);
  gtk_box_append (GTK_BOX (editor->box), editor->message);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor->entry, focus);
  g_signal_connect_object (editor->entry, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return editor;
}

void
spil_plan_view_edit_cell (SpilPlanView *self, int row, int column, const char *text)
{
  g_autofree char *held = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));
  g_return_if_fail (row >= 0 && row < spil_plan_view_count_rows (self));

  spil_plan_cells_close (self, TRUE);
  if (self->read_only || self->editor != NULL)
    return;
  g_signal_emit_by_name (self, "cell-wanted", row, column, &held);
  if (held == NULL) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }
  self->column = column;
  spil_plan_rows_set_current (self, row, FALSE);
  self->editor = make_editor (self, row, column);
  name = name_of_cell (self, row, column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_editable_set_text (GTK_EDITABLE (self->editor->entry), text != NULL ? text : held);
  gtk_widget_set_parent (self->editor->box, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor->entry);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->editor->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->editor->entry), 0, -1);
}

gboolean
spil_plan_cells_edit_current (SpilPlanView *self, const char *text)
{
  int row = spil_plan_view_get_selected (self);

  if (row < 0 || self->read_only)
    return FALSE;
  spil_plan_view_edit_cell (self, row, spil_plan_view_has_table (self) ? self->column : 0, text);
  return TRUE;
}

void
spil_plan_cells_follow (SpilPlanView *self)
{
  if (self->editor == NULL)
    return;
  if (spil_plan_view_get_selected (self) < 0) {
    spil_plan_cells_close (self, FALSE);
    return;
  }
  self->editor->row = spil_plan_view_get_selected (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
spil_plan_cells_allocate (SpilPlanView *self)
{
  SpilPlanCellEditor *editor = self->editor;
  double x, y, width, height, least = LEAST_ENTRY * self->style.font_size;
  int natural, all;

  if (editor == NULL)
    return;
  spil_gantt_cell_place (&self->layout, editor->row, editor->column, &x, &y, &width, &height);
  width = MAX (width, least);
  x = MAX (0, MIN (x, self->layout.width - width));
  gtk_widget_measure (editor->entry, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (editor->box, GTK_ORIENTATION_HORIZONTAL, -1, &all, NULL, NULL, NULL);
  width = MAX (width, all);
  if (gtk_widget_get_visible (editor->message))
    width = MAX (width, MIN (least * 2, self->layout.width - x));
  gtk_widget_measure (editor->box, GTK_ORIENTATION_VERTICAL, (int) width, NULL, &all, NULL, NULL);
  y += (height - natural) / 2;
  gtk_widget_size_allocate (editor->box, &(GtkAllocation) { (int) x, (int) y, (int) width, all }, -1);
}
