// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * What is typed while the keyboard is in @list (a list, or what lists stand in) goes to @search, which is outside of it. All other keys stay with the list: unlike
 * gtk_search_entry_set_key_capture_widget(), which gives the field those of its own menu too.
 */
void spil_list_search_listen (GtkSearchEntry *search, GtkWidget *list);

G_END_DECLS
