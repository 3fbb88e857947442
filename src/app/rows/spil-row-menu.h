// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Every row of a list or a table has a menu: the right button of the pointer, Shift+F10 and the Menu key open it. In it is all that can be done with the row otherwise:
 * opening it, its buttons, its own menu, and copying what it says, for which Ctrl+C is enough. Lists that have a menu of their own keep it.
 *
 * Gives the class of the window the actions win.row-menu and win.row-copy, for the row with the keyboard.
 */
void spil_row_menu_install (GtkWidgetClass *window_class);

/**
 * Puts the items of @menu (owned by the caller) in the menus of all rows in @view, after opening the row. Their action is "row.do" with the name of an action without a
 * parameter as its target, that is carried out on the row, which has the keyboard then.
 */
void spil_row_menu_set_deeds (GtkWidget *view, GMenuModel *menu);

/** Lets the pointer open the menus in @window. */
void spil_row_menu_watch (GtkWidget *window);

G_END_DECLS
