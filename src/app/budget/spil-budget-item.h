// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

#include "spil-budget-rule.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_BUDGET_CELL_NUMBER,
  SPIL_BUDGET_CELL_NAME,
  SPIL_BUDGET_CELL_BUDGET,
  SPIL_BUDGET_CELL_OPEN,
  SPIL_BUDGET_CELL_ACTUAL,
  SPIL_BUDGET_CELL_FORECAST,
  SPIL_BUDGET_CELL_FREE,
  SPIL_BUDGET_CELL_USED,
  SPIL_BUDGET_N_CELLS
} SpilBudgetCell;

#define SPIL_TYPE_BUDGET_ITEM (spil_budget_item_get_type ())

/** A row of the budget table in words: a line, or the total. */
G_DECLARE_FINAL_TYPE (SpilBudgetItem, spil_budget_item, SPIL, BUDGET_ITEM, GObject)

SpilBudgetItem *spil_budget_item_new (const SpilBudgetLineFigures *line);
SpilBudgetItem *spil_budget_item_new_total (const SpilBudgetTotal *total);

/** Nil for the total. */
SpilId spil_budget_item_get_id (SpilBudgetItem *self);
gboolean spil_budget_item_is_total (SpilBudgetItem *self);
/** Whether more is spent and committed than there is. */
gboolean spil_budget_item_is_short (SpilBudgetItem *self);

const char *spil_budget_item_get_text (SpilBudgetItem *self, SpilBudgetCell cell);
/** "free € 82.000 of € 112.000": the second line of a narrow row. */
const char *spil_budget_item_get_summary (SpilBudgetItem *self);

/** What a line is worth: "€ 112.000,00", "PM" or "not stated". Free with g_free(). */
char *spil_budget_dup_amount (const SpilBudgetLineFigures *line);
/** What is free of it, with the word for a shortage; "unknown" where no budget is stated. Free with g_free(). */
char *spil_budget_dup_free (const SpilBudgetLineFigures *line);

G_END_DECLS
