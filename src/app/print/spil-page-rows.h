// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Rows of a page as tables of a document. */
#pragma once

#include <gtk/gtk.h>

#include "spil-document.h"
#include "spil-page-lists.h"

G_BEGIN_DECLS

/** Rows that look alike and follow each other: what, more about it, and what stands at the end. */
typedef struct _SpilPageRows SpilPageRows;

SpilPageRows *spil_page_rows_new (void);
void spil_page_rows_free (SpilPageRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPageRows, spil_page_rows_free)

/** Takes the texts; NULL and "" are empty. */
void spil_page_rows_take (SpilPageRows *self, char *title, char *detail, char *end);
/** Puts them in @document as a table without titles, if there are any, and begins anew. */
void spil_page_rows_flush (SpilPageRows *self, SpilDocument *document);

/** All rows of a GtkColumnView, with as many of its columns as there is room for; what is left out is told. */
void spil_page_rows_add_table (SpilDocument *document, const SpilPageLists *lists, GtkColumnView *view);
/** All rows of a GtkListView. */
void spil_page_rows_add_list (SpilDocument *document, const SpilPageLists *lists, GtkListView *view);

/** Whether a table of @view wants paper that lies: it is wider than paper that stands. */
gboolean spil_page_rows_is_wide (const SpilPageLists *lists, GtkColumnView *view);

G_END_DECLS
