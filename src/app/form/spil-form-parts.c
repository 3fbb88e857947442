// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-form-parts.h"

GtkWidget *
spil_form_box_row_new (const char *label, GtkWidget *child)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *caption = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (box, "field-box");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), child);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

GtkWidget *
spil_form_check_row_new (const char *title, const char *subtitle, GtkCheckButton **check)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (check != NULL)
    *check = GTK_CHECK_BUTTON (button);
  return row;
}

void
spil_form_name_list (GtkWidget *row, const char *name)
{
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);

  g_return_if_fail (list != NULL);

  // The title that is not there would go before the name.
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
grab_focus_of (gpointer data)
{
  g_autoptr (AdwDialog) dialog = data;
  GtkWidget *wanted = g_object_get_data (G_OBJECT (dialog), "spil-first");

  if (wanted != NULL && gtk_widget_get_mapped (wanted))
    gtk_widget_grab_focus (wanted);
}

static void
on_dialog_mapped_cb (AdwDialog *dialog)
{
  g_idle_add_once (grab_focus_of, g_object_ref (dialog));
}

void
spil_form_focus_first (AdwDialog *dialog, GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (dialog), "spil-first", widget);
  adw_dialog_set_focus (dialog, widget);
  g_signal_connect (dialog, "map", G_CALLBACK (on_dialog_mapped_cb), NULL);
}

void
spil_form_focus_row (GtkWidget *row)
{
  if (!gtk_widget_grab_focus (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}
