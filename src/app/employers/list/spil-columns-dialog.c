// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-columns-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-employer-columns.h"
#include "spil-help-topic.h"

struct _SpilColumnsDialog
{
  AdwDialog parent_instance;

  GArray *uses; /**< of SpilEmployerColumnUse: those that are shown, in order */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SpilColumnsDialog, spil_columns_dialog, ADW_TYPE_DIALOG)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void fill (SpilColumnsDialog *self);

static int
find_use (SpilColumnsDialog *self, const SpilEmployerColumn *column)
{
  for (guint i = 0; i < self->uses->len; i++)
    if (g_array_index (self->uses, SpilEmployerColumnUse, i).column == column)
      return (int) i;
  return -1;
}

static const SpilEmployerColumn *
column_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "spil-kind");
}

static void
tell (SpilColumnsDialog *self)
{
  g_autofree char *text = spil_employer_columns_format (self->uses, TRUE);

  g_signal_emit (self, signals[CHANGED], 0, text);
}

static void
on_check_toggled_cb (SpilColumnsDialog *self, GtkCheckButton *check)
{
  const SpilEmployerColumn *column = column_of (check);
  int at = find_use (self, column);
  const SpilEmployerColumnUse use = { column, 0 };

  if ((at >= 0) == gtk_check_button_get_active (check))
    return;
  if (at >= 0)
    g_array_remove_index (self->uses, (guint) at);
  else
    g_array_append_val (self->uses, use);
  fill (self);
  tell (self);
}

/* Moving keeps the keyboard on the row that moves. */
static void
move (SpilColumnsDialog *self, const SpilEmployerColumn *column, int by)
{
  int at = find_use (self, column);
  SpilEmployerColumnUse use;

  if (at < 0 || at + by < 0 || at + by >= (int) self->uses->len)
    return;
  use = g_array_index (self->uses, SpilEmployerColumnUse, at);
  g_array_remove_index (self->uses, (guint) at);
  g_array_insert_val (self->uses, (guint) (at + by), use);
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, at + by)),
                          GTK_DIR_TAB_FORWARD);
  tell (self);
}

static void
on_up_clicked_cb (SpilColumnsDialog *self, GtkWidget *button)
{
  move (self, column_of (button), -1);
}

static void
on_down_clicked_cb (SpilColumnsDialog *self, GtkWidget *button)
{
  move (self, column_of (button), 1);
}

static gboolean
on_key_cb (SpilColumnsDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  if (GTK_IS_LIST_BOX_ROW (focus))
    row = focus;
  if (row == NULL || (state & GDK_ALT_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;
  move (self, column_of (row), keyval == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
add_mover (SpilColumnsDialog *self, GtkWidget *row, const SpilEmployerColumn *column, gboolean up,
           gboolean can)
{
  GtkWidget *button = gtk_button_new_from_icon_name (up ? "go-up-symbolic" : "go-down-symbolic");
  // Translators: %s is the heading of a column.
  g_autofree char *name = g_strdup_printf (up ? _ ("Move “%s” to the left") : _ ("Move “%s” to the right"),
                                           _ (column->title));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, can);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "spil-kind", (gpointer) column);
  g_signal_connect_object (button, "clicked",
                           up ? G_CALLBACK (on_up_clicked_cb) : G_CALLBACK (on_down_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (SpilColumnsDialog *self, const SpilEmployerColumn *column, int at)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gsize n;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (column->title));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), at >= 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, column != spil_employer_columns (&n));
  g_object_set_data (G_OBJECT (check), "spil-kind", (gpointer) column);
  g_object_set_data (G_OBJECT (row), "spil-kind", (gpointer) column);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (at >= 0) {
    add_mover (self, row, column, TRUE, at > 0);
    add_mover (self, row, column, FALSE, at + 1 < (int) self->uses->len);
  }
  gtk_list_box_append (self->list, row);
}

static void
fill (SpilColumnsDialog *self)
{
  gsize n_columns;
  const SpilEmployerColumn *columns = spil_employer_columns (&n_columns);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->uses->len; i++)
    add_row (self, g_array_index (self->uses, SpilEmployerColumnUse, i).column, (int) i);
  for (gsize i = 0; i < n_columns; i++)
    if (find_use (self, &columns[i]) < 0)
      add_row (self, &columns[i], -1);
}

static void
on_usual_clicked_cb (SpilColumnsDialog *self)
{
  g_array_unref (self->uses);
  self->uses = spil_employer_columns_parse (NULL);
  fill (self);
  tell (self);
}

static void
spil_columns_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SPIL_COLUMNS_DIALOG (object)->uses, g_array_unref);
  G_OBJECT_CLASS (spil_columns_dialog_parent_class)->finalize (object);
}

static void
spil_columns_dialog_class_init (SpilColumnsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_columns_dialog_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_COLUMNS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
spil_columns_dialog_init (SpilColumnsDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *usual = gtk_button_new_with_label (_ ("Usual columns"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"),
                                  -1);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("From left to right in the list. Alt+Up and Alt+Down move a column."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  group = adw_preferences_group_new ();
  gtk_widget_set_halign (usual, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (usual, "pill");
  g_signal_connect_object (usual, "clicked", G_CALLBACK (on_usual_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), usual);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Columns"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 420);
  adw_dialog_set_content_height (ADW_DIALOG (self), 620);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  spil_help_set_topic (GTK_WIDGET (self), "employers");
}

AdwDialog *
spil_columns_dialog_new (const char *columns)
{
  SpilColumnsDialog *self = g_object_new (SPIL_TYPE_COLUMNS_DIALOG, NULL);

  self->uses = spil_employer_columns_parse (columns);
  fill (self);
  return ADW_DIALOG (self);
}
