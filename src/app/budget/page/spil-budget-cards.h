// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-item.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BUDGET_CARDS (spil_budget_cards_get_type ())

/** The rows of the budget table as cards under each other, for narrow windows. Signals: as those of SpilBudgetTable. */
G_DECLARE_FINAL_TYPE (SpilBudgetCards, spil_budget_cards, SPIL, BUDGET_CARDS, AdwBin)

GtkWidget *spil_budget_cards_new (void);

/** Shows @items, of SpilBudgetItem. */
void spil_budget_cards_set_items (SpilBudgetCards *self, GPtrArray *items);

G_END_DECLS
