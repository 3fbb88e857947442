// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_STORE_LIST_MODEL (spil_store_list_model_get_type ())

/**
 * A list of any length of which only what is looked at is ever read. A GListModel of SpilListSlot: the items are positions, whose
 * content arrives from the worker and is swapped in place; items-changed only tells the difference in length.
 *
 * Signals: `loaded`: the first part of the list for the query in use is there, and with it its length; `filled` (guint first,
 * guint n): the content of those positions has arrived.
 */
G_DECLARE_FINAL_TYPE (SpilStoreListModel, spil_store_list_model, SPIL, STORE_LIST_MODEL, GObject)

/**
 * On the worker's thread: GObjects for @limit rows from the @offset-th on of what @query selects (fewer at the end). @count,
 * where it is not NULL, gets how many there are in all. @query is only read: it may serve several fetches.
 */
typedef GPtrArray *(*SpilListFetchFunc) (SpilStore *store, gpointer query, int64_t offset, int limit,
                                         int64_t *count, GCancellable *cancellable, GError **error);

/** Makes an empty list. */
SpilStoreListModel *spil_store_list_model_new (SpilWorker *worker, SpilListFetchFunc fetch);

/** Shows what @query selects; takes it. What is on screen stays until the new content is there. */
void spil_store_list_model_set_query (SpilStoreListModel *self, gpointer query, GDestroyNotify free_query);

/** Reads again what is looked at, after changes. */
void spil_store_list_model_refresh (SpilStoreListModel *self);

/**
 * Reads the first @limit rows of what is shown, beside what is looked at: for what needs them all, such as paper. The result is that of the fetch: a
 * GPtrArray of items, without slots. NULL without an error where no query was set.
 */
void spil_store_list_model_read (SpilStoreListModel *self, int limit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *spil_store_list_model_read_finish (SpilStoreListModel *self, GAsyncResult *result, GError **error);

/** A SpilListFetchFunc for a SpilQuery (free it with spil_query_free()): gives SpilRecords. */
GPtrArray *spil_store_list_fetch_records (SpilStore *store, gpointer query, int64_t offset, int limit,
                                          int64_t *count, GCancellable *cancellable, GError **error);

G_END_DECLS
