// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-text.h"

#include <adwaita.h>

// Rows of GtkListView and GtkColumnView are widgets of GTK's own, known by their place in the list.
static gboolean
is_row (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_VIEW (parent) ||
         (parent != NULL && GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (parent)) && GTK_IS_LIST_BASE (parent));
}

GtkWidget *
spil_row_find (GtkWidget *widget)
{
  while (widget != NULL && !is_row (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

// Calls @func for all that is seen in @widget, in its order; @func returns TRUE to leave aside what is within.
static void
walk (GtkWidget *widget, gboolean (*func) (GtkWidget *, gpointer), gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !func (child, data))
      walk (child, func, data);
}

static gboolean
take_text (GtkWidget *widget, gpointer strings)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else if (GTK_IS_EDITABLE (widget))
    text = gtk_editable_get_text (GTK_EDITABLE (widget));
  // A cell that is empty keeps its place among the others.
  if (text != NULL && (text[0] != '\0' || GTK_IS_INSCRIPTION (widget)))
    g_strv_builder_add (strings, text);
  return text != NULL || GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget);
}

char *
spil_row_dup_text (GtkWidget *row)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);

  walk (row, take_text, strings);
  texts = g_strv_builder_end (strings);
  return g_strjoinv ("\t", texts);
}

const char *
spil_row_button_name (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  return label != NULL && label[0] != '\0' ? label : gtk_widget_get_tooltip_text (GTK_WIDGET (button));
}

static gboolean
take_button (GtkWidget *widget, gpointer buttons)
{
  if (GTK_IS_BUTTON (widget) && !GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_is_sensitive (widget) &&
      spil_row_button_name (GTK_BUTTON (widget)) != NULL)
    g_ptr_array_add (buttons, g_object_ref (widget));
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_SPIN_BUTTON (widget);
}

GPtrArray *
spil_row_list_buttons (GtkWidget *row)
{
  GPtrArray *buttons = g_ptr_array_new_with_free_func (g_object_unref);

  walk (row, take_button, buttons);
  return buttons;
}

static gboolean
take_menu (GtkWidget *widget, gpointer data)
{
  GMenuModel **menu = data;

  if (GTK_IS_MENU_BUTTON (widget) && *menu == NULL)
    *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget));
  return GTK_IS_MENU_BUTTON (widget) || *menu != NULL;
}

GMenuModel *
spil_row_find_menu (GtkWidget *row)
{
  GMenuModel *menu = NULL;

  walk (row, take_menu, &menu);
  return menu;
}
