// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-list-table.h"

G_BEGIN_DECLS

#define SPIL_TYPE_REGISTER_TABLE (spil_register_table_get_type ())

/** The bookings of a filter, of SpilRegisterItem. Signal `opened` (const SpilBudgetBookingRow *). */
G_DECLARE_FINAL_TYPE (SpilRegisterTable, spil_register_table, SPIL, REGISTER_TABLE, SpilListTable)

G_END_DECLS
