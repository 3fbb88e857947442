// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-done-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_HISTORY_ITEM (spil_history_item_get_type ())

/** Something that was done, as an item of a list. */
G_DECLARE_FINAL_TYPE (SpilHistoryItem, spil_history_item, SPIL, HISTORY_ITEM, GObject)

/** What it is about; owned by the item. */
const SpilDone *spil_history_item_get_done (SpilHistoryItem *self);
/** Whether it is the latest of its day, so that the day is said above it. */
gboolean spil_history_item_begins_day (SpilHistoryItem *self);

/** A SpilListFetchFunc (spil-store-list-model.h): what was done on this laptop, newest first. */
GPtrArray *spil_history_item_fetch (SpilStore *store, gpointer query, int64_t offset, int limit,
                                    int64_t *count, GCancellable *cancellable, GError **error);

G_END_DECLS
