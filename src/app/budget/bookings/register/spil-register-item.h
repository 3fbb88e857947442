// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-budget-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTER_ITEM (spil_register_item_get_type ())

/** A booking in the register, as an item of a list model. */
G_DECLARE_FINAL_TYPE (SpilRegisterItem, spil_register_item, SPIL, REGISTER_ITEM, GObject)

/** Owned by the item. */
const SpilBudgetBookingRow *spil_register_item_get_row (SpilRegisterItem *self);

/** A SpilListFetchFunc for a SpilBookingFilter: gives SpilRegisterItems, latest first. */
GPtrArray *spil_register_item_fetch (SpilStore *store, gpointer filter, int64_t offset, int limit,
                                     int64_t *count, GCancellable *cancellable, GError **error);

/** A copy that keeps its text. Free with spil_register_filter_free(). */
SpilBookingFilter *spil_register_filter_copy (const SpilBookingFilter *filter);
void spil_register_filter_free (SpilBookingFilter *filter);

G_END_DECLS
