// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What is read of the long lists of a page, of which only what is on screen is in memory. */
#pragma once

#include <gtk/gtk.h>

#include "spil-programme-query.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** No more rows than this of a list go to paper: some hundred pages. */
#define SPIL_PRINT_MOST_ROWS 4000

typedef struct _SpilPageLists SpilPageLists;

/** Reads the lists that are seen in @root and the programme. Free what comes of it with spil_page_lists_free(). */
void
spil_page_lists_read (GtkWidget *root, SpilWorker *worker, GAsyncReadyCallback callback, gpointer user_data);
SpilPageLists *spil_page_lists_read_finish (GAsyncResult *result, GError **error);
void spil_page_lists_free (SpilPageLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPageLists, spil_page_lists_free)

/** NULL: an empty database. */
const SpilProgrammeRow *spil_page_lists_get_programme (const SpilPageLists *self);

/**
 * The items (not slots) of the list that @view (a GtkListView or GtkColumnView) shows, at most SPIL_PRINT_MOST_ROWS; @total gets how many there are. Free with
 * g_ptr_array_unref().
 */
GPtrArray *spil_page_lists_dup_items (const SpilPageLists *self, GtkWidget *view, guint *total);

G_END_DECLS
