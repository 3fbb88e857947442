// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-employer-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_EMPLOYER_ITEM (spil_employer_item_get_type ())

/** A row of the list of employers in a list model. */
G_DECLARE_FINAL_TYPE (SpilEmployerItem, spil_employer_item, SPIL, EMPLOYER_ITEM, GObject)

/** Owned by the item. */
const SpilEmployerRow *spil_employer_item_get_row (SpilEmployerItem *self);
SpilDay spil_employer_item_get_today (SpilEmployerItem *self);

/** A SpilListFetchFunc for a SpilEmployerSelection: gives SpilEmployerItems. */
GPtrArray *spil_employer_item_fetch (SpilStore *store, gpointer selection, int64_t offset, int limit,
                                     int64_t *count, GCancellable *cancellable, GError **error);

G_END_DECLS
