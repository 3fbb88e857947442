// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-item.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_TABLE (spil_budget_table_get_type ())

/**
 * The lines of a budget with their total and, below it, what is outside: a table in which every amount can be pressed; a card for each line where there is
 * no room for one. Property `room`: 0 all columns, 1 and 2 without the least needed, 3 cards.
 * Signals: `line-activated` (const SpilId *); `figure-activated` (const SpilId *, int SpilBudgetCell, GtkWidget *origin), nil for the total.
 */
G_DECLARE_FINAL_TYPE (SpilBudgetTable, spil_budget_table, SPIL, BUDGET_TABLE, AdwBin)

/** Shows @items, of SpilBudgetItem. */
void spil_budget_table_set_items (SpilBudgetTable *self, GPtrArray *items);

G_END_DECLS
