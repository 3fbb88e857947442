// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Adds to @texts (of char *, freed with g_free()) what is read in a cell or row of @item; never NULL texts. */
typedef void (*SpilListTextsFunc) (gpointer item, gpointer user_data, GPtrArray *texts);

/**
 * Says what the widgets that @factory makes would say of an item, without any: that is what is printed of rows that are not on screen. A column of
 * a table gives one text, a row of a list its title, what stands under it and what stands at its end. @user_data lives as long as @factory.
 */
void spil_list_texts_set (GtkListItemFactory *factory, SpilListTextsFunc func, gpointer user_data);

/** FALSE: nothing was said of @factory (nullable). */
gboolean spil_list_texts_of (GtkListItemFactory *factory, gpointer item, GPtrArray *texts);

/** What a row of a table is among the others. */
typedef enum
{
  SPIL_LIST_ROW_BODY,
  SPIL_LIST_ROW_GROUP, /**< names the rows under it */
  SPIL_LIST_ROW_TOTAL, /**< sums up the rows over it */
} SpilListRowKind;

typedef SpilListRowKind (*SpilListKindFunc) (gpointer item);

/** The same for the factory of the rows of a GtkColumnView, where not all are alike. */
void spil_list_kind_set (GtkListItemFactory *factory, SpilListKindFunc func);
/** BODY where nothing was said of @factory (nullable). */
SpilListRowKind spil_list_kind_of (GtkListItemFactory *factory, gpointer item);

G_END_DECLS
