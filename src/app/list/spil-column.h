// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The text of a cell for what the row stands for (the content of a slot, or the object itself; never NULL). Free with g_free(). */
typedef char *(*SpilCellFunc) (gpointer item, gpointer user_data);

typedef enum
{
  SPIL_COLUMN_NUMERIC = 1 << 0, /**< flush right, digits of equal width */
  SPIL_COLUMN_EXPAND = 1 << 1, /**< takes the room that is left */
  SPIL_COLUMN_WRAP = 1 << 2, /**< two lines high, for what is too long for one */
  SPIL_COLUMN_FIRM = 1 << 3, /**< never narrower than it asks for */
} SpilColumnFlags;

/**
 * A column of a GtkColumnView whose cells are inscriptions; a screen reader hears "Title: text". @n_chars is the width that it asks
 * for, in characters.
 */
GtkColumnViewColumn *spil_column_new (const char *title, int n_chars, SpilColumnFlags flags,
                                      SpilCellFunc text, gpointer user_data, GDestroyNotify free_user_data);

/** The same with cells of two lines: @caption, dimmed, under @text. @caption may be NULL. */
GtkColumnViewColumn *
spil_column_new_two_line (const char *title, int n_chars, SpilColumnFlags flags, SpilCellFunc text,
                          SpilCellFunc caption, gpointer user_data, GDestroyNotify free_user_data);

/** Puts the titles of numeric columns flush right, as their cells; once the columns are in. */
void spil_column_view_align_titles (GtkColumnView *view);

/** What a screen reader calls the rows, which have the keyboard in @view; for slots too. */
void spil_column_view_name_rows (GtkColumnView *view, SpilCellFunc name, gpointer user_data);

/**
 * A factory for rows of a GtkListView of two lines, that also fit a narrow window: @title, and under it, dimmed, @subtitle. @end stands
 * at the end of the row. @subtitle and @end may be NULL.
 */
GtkListItemFactory *
spil_two_line_factory_new (SpilCellFunc title, SpilCellFunc subtitle, SpilCellFunc end, gpointer user_data);

G_END_DECLS
