// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-query.h"
#include "spil-store-list-model.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTER_TABLE (spil_register_table_get_type ())

/**
 * The bookings of a filter, of which only what is looked at is read: a table, in a narrow window rows of two lines.
 * Signal `opened` (const SpilBudgetBookingRow *).
 */
G_DECLARE_FINAL_TYPE (SpilRegisterTable, spil_register_table, SPIL, REGISTER_TABLE, AdwBin)

/** Shows @model, of SpilRegisterItem. */
void spil_register_table_set_model (SpilRegisterTable *self, SpilStoreListModel *model);
void spil_register_table_set_narrow (SpilRegisterTable *self, gboolean narrow);
void spil_register_table_focus_first (SpilRegisterTable *self);
void spil_register_table_scroll_to_top (SpilRegisterTable *self);

G_END_DECLS
