// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The row of a list, a table or a group of rows that @widget stands in or is; NULL: in none. */
GtkWidget *spil_row_find (GtkWidget *widget);

/** What can be read in @row, with a tab between two texts, as a spreadsheet takes them. Free with g_free(). */
char *spil_row_dup_text (GtkWidget *row);

/** The buttons in @row that can be pressed now, as GtkButton, but for those of a menu. Free with g_ptr_array_unref(). */
GPtrArray *spil_row_list_buttons (GtkWidget *row);

/** What a button is called: what stands on it, else its tooltip. NULL: nothing. Owned by the button. */
const char *spil_row_button_name (GtkButton *button);

/** The first button of a menu in @row that has a menu model; NULL: none. Owned by the button. */
GMenuModel *spil_row_find_menu (GtkWidget *row);

G_END_DECLS
