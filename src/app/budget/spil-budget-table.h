// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-id.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_TABLE (spil_budget_table_get_type ())

/**
 * The lines of a budget with their total: a table, or rows of two lines where `narrow` is TRUE.
 * Signal `line-activated` (const SpilId *).
 */
G_DECLARE_FINAL_TYPE (SpilBudgetTable, spil_budget_table, SPIL, BUDGET_TABLE, AdwBin)

/** Shows @items, of SpilBudgetItem; the total is the last. */
void spil_budget_table_set_items (SpilBudgetTable *self, GPtrArray *items);

G_END_DECLS
