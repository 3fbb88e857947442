// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-offer-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_OFFER_ITEM (spil_offer_item_get_type ())

/** An offer in a long list. */
G_DECLARE_FINAL_TYPE (SpilOfferItem, spil_offer_item, SPIL, OFFER_ITEM, GObject)

/** Owned by the item. */
const SpilOfferRow *spil_offer_item_get_row (SpilOfferItem *self);

/** A SpilListFetchFunc for a SpilOfferFilter in which owner is owned: spil_offer_item_free_filter(). */
GPtrArray *spil_offer_item_fetch (SpilStore *store, gpointer query, int64_t offset, int limit, int64_t *count,
                                  GCancellable *cancellable, GError **error);
SpilOfferFilter *spil_offer_item_copy_filter (const SpilOfferFilter *filter);
void spil_offer_item_free_filter (gpointer filter);

G_END_DECLS
