// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-menu.h"

#include <glib/gi18n-lib.h>

#include "spil-board.h"
#include "spil-row-text.h"

#define DEEDS "spil-row-deeds"

static GtkWidget *
focused_row (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL ? spil_row_find (focus) : NULL;
}

/* What the items do; @data is the row */

static void
copy (GtkWidget *row)
{
  g_autofree char *text = spil_row_dup_text (row);

  if (text[0] == '\0')
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), text);
  gtk_widget_activate_action (row, "win.toast", "s", _ ("Row copied"));
}

static void
on_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  copy (row);
}

static void
on_open_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  gtk_widget_activate (row);
}

static void
on_press_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  g_autoptr (GPtrArray) buttons = spil_row_list_buttons (row);
  int place = g_variant_get_int32 (parameter);

  if (place < (int) buttons->len)
    gtk_widget_activate (buttons->pdata[place]);
}

static void
on_do_cb (GSimpleAction *action, GVariant *name, gpointer row)
{
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, g_variant_get_string (name, NULL), NULL);
}

/* The menu */

static GMenuModel *
find_deeds (GtkWidget *row)
{
  GMenuModel *deeds = NULL;

  for (GtkWidget *widget = row; widget != NULL && deeds == NULL; widget = gtk_widget_get_parent (widget))
    deeds = g_object_get_data (G_OBJECT (widget), DEEDS);
  return deeds;
}

static gboolean
can_open (GtkWidget *row)
{
  return !GTK_IS_LIST_BOX_ROW (row) || gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row));
}

static GMenuModel *
make_menu (GtkWidget *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();
  g_autoptr (GPtrArray) buttons = spil_row_list_buttons (row);
  GMenuModel *more = spil_row_find_menu (row);
  GMenuModel *deeds = find_deeds (row);

  if (can_open (row))
    g_menu_append (own, _ ("_Open"), "row.open");
  for (guint i = 0; i < buttons->len; i++) {
    g_autofree char *action = g_strdup_printf ("row.press(%u)", i);

    g_menu_append (own, spil_row_button_name (buttons->pdata[i]), action);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  if (deeds != NULL)
    g_menu_append_section (menu, NULL, deeds);
  if (more != NULL)
    g_menu_append_section (menu, NULL, more);
  g_menu_append (text, _ ("_Copy"), "row.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
  return G_MENU_MODEL (menu);
}

// The item that was chosen is carried out after the menu has closed.
static gboolean
remove_idle (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_idle, g_object_ref (popover), g_object_unref);
}

// The row goes, such as when its list is read again.
static void
on_row_gone_cb (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
add_actions (GtkWidget *popover, GtkWidget *row)
{
  static const GActionEntry entries[] = {
    { "open", on_open_cb }, { "copy", on_copy_cb }, { "press", on_press_cb, "i" }, { "do", on_do_cb, "s" }
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (popover, "row", G_ACTION_GROUP (group));
}

// In the row, whose own actions its menu has. The rows of GtkColumnView lay out no menus: there it is what the row stands in.
static GtkWidget *
find_anchor (GtkWidget *row)
{
  GtkWidget *anchor = row;

  while (gtk_widget_get_layout_manager (anchor) == NULL && gtk_widget_get_parent (anchor) != NULL)
    anchor = gtk_widget_get_parent (anchor);
  return anchor;
}

// Where it opens in @anchor: at @place in the row, else at its beginning.
static void
point_to (GtkPopover *popover, GtkWidget *row, GtkWidget *anchor, const GdkRectangle *place)
{
  GdkRectangle whole = { 0, gtk_widget_get_height (row) / 2, gtk_widget_get_height (row), 1 };
  const GdkRectangle *at = place != NULL ? place : &whole;
  graphene_point_t there;

  if ((place != NULL || anchor != row) &&
      gtk_widget_compute_point (row, anchor, &GRAPHENE_POINT_INIT ((float) at->x, (float) at->y), &there))
    gtk_popover_set_pointing_to (popover,
                                 &(GdkRectangle) { (int) there.x, (int) there.y, at->width, at->height });
}

static void
open_menu (GtkWidget *row, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) menu = make_menu (row);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  GtkWidget *anchor = find_anchor (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done with the row"), -1);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, anchor);
  add_actions (popover, row);
  point_to (GTK_POPOVER (popover), row, anchor, place);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  // The keyboard goes back to the row.
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "unrealize", G_CALLBACK (on_row_gone_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
menu_action (GtkWidget *window, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (window);

  if (row != NULL)
    open_menu (row, NULL);
}

static void
copy_action (GtkWidget *window, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (window);

  if (row != NULL)
    copy (row);
}

// Text that is typed and cards of a board have a menu of their own.
static gboolean
has_own_menu (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (SPIL_IS_BOARD (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
        (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget))))
      return TRUE;
  return FALSE;
}

static void
on_pressed_cb (GtkGesture *gesture, int n_press, double x, double y, GtkWidget *window)
{
  GtkWidget *picked = gtk_widget_pick (window, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL && !has_own_menu (picked) ? spil_row_find (picked) : NULL;
  graphene_point_t there;

  if (row == NULL ||
      !gtk_widget_compute_point (window, row, &GRAPHENE_POINT_INIT ((float) x, (float) y), &there))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  open_menu (row, &(GdkRectangle) { (int) there.x, (int) there.y, 1, 1 });
}

void
spil_row_menu_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.row-menu", NULL, menu_action);
  gtk_widget_class_install_action (window_class, "win.row-copy", NULL, copy_action);
}

void
spil_row_menu_set_deeds (GtkWidget *view, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_WIDGET (view));
  g_object_set_data_full (G_OBJECT (view), DEEDS, g_object_ref (menu), g_object_unref);
}

void
spil_row_menu_watch (GtkWidget *window)
{
  GtkGesture *click = gtk_gesture_click_new ();

  // Before what is in the list, which takes each press for itself.
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), window, 0);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (click));
}
