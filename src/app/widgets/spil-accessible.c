// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-accessible.h"

#include <adwaita.h>

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static const char *
name_within (GtkWidget *widget, const char *name)
{
  const char *title = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget))
    title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return has_text (title) ? title : name;
}

static void
set_label (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

// A group names its list by the label of its title, also where that is empty.
static void
name_list_box (GtkWidget *list, const char *name)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);

  if (group == NULL || has_text (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group))))
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (list, name);
}

// Icons that do the same in many rows are told apart by what their rows say.
static void
describe_button (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_ROW);
  const char *subtitle = ADW_IS_ACTION_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row))
                         : ADW_IS_PREFERENCES_ROW (row)
                             ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))
                             : NULL;

  const char *icon = GTK_IS_BUTTON (button) ? gtk_button_get_icon_name (GTK_BUTTON (button))
                                            : gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (button));

  GtkWidget *group = gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_GROUP);
  const char *title = group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;
  g_autofree char *description = NULL;

  if (!has_text (subtitle) || icon == NULL || g_object_get_data (G_OBJECT (button), "spil-described") != NULL)
    return;
  description = has_text (title) ? g_strdup_printf ("%s, %s", subtitle, title) : g_strdup (subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

// The toolkit says it of the button around the one that has the keyboard.
static void
on_active_changed_cb (GtkMenuButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                               GTK_ACCESSIBLE_STATE_EXPANDED, gtk_menu_button_get_active (button), -1);
}

static void
tell_open (GtkWidget *button)
{
  g_signal_handlers_disconnect_by_func (button, on_active_changed_cb, NULL);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_active_changed_cb), NULL);
  on_active_changed_cb (GTK_MENU_BUTTON (button));
}

// The toolkit says of those that belong together only of what was ever chosen whether it is.
static void
tell_chosen (GtkWidget *button)
{
  const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (button));

  if (role == GTK_ACCESSIBLE_ROLE_RADIO)
    gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)), -1);
}

static void
tell_state (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    tell_open (widget);
  else if (GTK_IS_TOGGLE_BUTTON (widget))
    tell_chosen (widget);
}

static void
name_containers (GtkWidget *widget, const char *name, gboolean in_combo)
{
  in_combo = in_combo || ADW_IS_COMBO_ROW (widget);
  name = name_within (widget, name);
  if (GTK_IS_LIST_BOX (widget))
    name_list_box (widget, name);
  else if (GTK_IS_LIST_VIEW (widget) && GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget)))
    set_label (widget, name);
  else if (in_combo && (GTK_IS_LIST_VIEW (widget) || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (
                                                         widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM))
    set_label (widget, name);
  else if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    describe_button (widget);
  tell_state (widget);
  // The rows of long lists name themselves and come and go.
  if (GTK_IS_LIST_BASE (widget) && !in_combo)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_containers (child, name, in_combo);
}

void
spil_accessible_name_containers (GtkWidget *root, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  name_containers (root, name, FALSE);
}

// The title of a page, in its header bar, is the heading of it all.
static gboolean
is_title (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title") &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL;
}

static gboolean
looks_like_heading (GtkWidget *widget)
{
  static const char *const classes[] = { "heading", "title-1", "title-2", "title-3", "title-4" };

  if (!GTK_IS_LABEL (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL ||
      gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_LABEL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (gtk_widget_has_css_class (widget, classes[i]))
      return TRUE;
  // What an empty page and the welcome say in large letters.
  return gtk_widget_has_css_class (widget, "title") &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_STATUS_PAGE) != NULL;
}

void
spil_accessible_mark_headings (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  if (is_title (root) || looks_like_heading (root)) {
    g_object_set (root, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                    is_title (root) ? 1 : 2, -1);
  }
  tell_state (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    spil_accessible_mark_headings (child);
}

GtkWidget *
spil_accessible_popover_new (const char *name)
{
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);

  set_label (popover, name);
  return popover;
}

// By the window: what has only just come into view is not known to a screen reader yet, and would not be heard.
static void
say (GtkWidget *widget, const char *text, GtkAccessibleAnnouncementPriority priority)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (root), text, priority);
}

void
spil_accessible_refuse (GtkRevealer *revealer, GtkLabel *label, const char *message)
{
  if (message != NULL) {
    gtk_label_set_text (label, message);
    say (GTK_WIDGET (label), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  }
  gtk_revealer_set_reveal_child (revealer, message != NULL);
}

void
spil_accessible_conclude (GtkLabel *label, const char *text)
{
  const gboolean is_new = g_strcmp0 (gtk_label_get_label (label), text) != 0;

  gtk_label_set_label (label, text);
  // What a page opens with is read with the page.
  if (is_new && has_text (text) && gtk_widget_get_mapped (GTK_WIDGET (label)))
    say (GTK_WIDGET (label), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_accessible_mark_wrong (GtkWidget *field, GtkWidget *label, const char *message)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (field);

  if (message == NULL) {
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    return;
  }
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
  say (field, message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_accessible_describe (GtkWidget *button, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  g_object_set_data (G_OBJECT (button), "spil-described", button);
}
