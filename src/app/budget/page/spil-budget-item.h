// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib-object.h>

#include "spil-budget-rule.h"

G_BEGIN_DECLS

/** The columns of the budget table, from left to right. */
typedef enum
{
  SPIL_BUDGET_CELL_NUMBER,
  SPIL_BUDGET_CELL_NAME,
  SPIL_BUDGET_CELL_BUDGET,
  SPIL_BUDGET_CELL_RESERVED,
  SPIL_BUDGET_CELL_OPEN,
  SPIL_BUDGET_CELL_ACTUAL,
  SPIL_BUDGET_CELL_FORECAST,
  SPIL_BUDGET_CELL_FREE,
  SPIL_BUDGET_CELL_USED,
  SPIL_BUDGET_N_CELLS
} SpilBudgetCell;

/** What a row of the table is. */
typedef enum
{
  SPIL_BUDGET_ROW_LINE,
  SPIL_BUDGET_ROW_TOTAL,
  SPIL_BUDGET_ROW_HEADING, /**< over the lines outside the budget */
  SPIL_BUDGET_ROW_OUTSIDE, /**< a line beside the budget: in no total */
} SpilBudgetRowKind;

#define SPIL_TYPE_BUDGET_ITEM (spil_budget_item_get_type ())

/** A row of the budget table in words: a line, or the total. */
G_DECLARE_FINAL_TYPE (SpilBudgetItem, spil_budget_item, SPIL, BUDGET_ITEM, GObject)

/** @elapsed: the share of the budget's time that is gone, in thousandths; -1: not known. */
SpilBudgetItem *spil_budget_item_new (const SpilBudgetLineFigures *line, int elapsed);

/** The rows of the table: the lines, their total, and under a heading those outside the budget. Free with g_ptr_array_unref(). */
GPtrArray *spil_budget_items_new (GPtrArray *lines, const SpilBudgetTotal *total, int elapsed);

SpilBudgetRowKind spil_budget_item_get_kind (SpilBudgetItem *self);
/** Nil for the total: all lines. */
SpilId spil_budget_item_get_id (SpilBudgetItem *self);
gboolean spil_budget_item_is_total (SpilBudgetItem *self);
/** Whether more is spent and committed than there is. */
gboolean spil_budget_item_is_short (SpilBudgetItem *self);

/** What stands in the cell: amounts without the sign of the euro, which stands over the table; "–" is nothing. */
const char *spil_budget_item_get_text (SpilBudgetItem *self, SpilBudgetCell cell);
/** The same for a screen reader: "Line 3, free € 69.600,00". */
char *spil_budget_item_dup_label (SpilBudgetItem *self, SpilBudgetCell cell);
/** Whether there is anything behind the figure to look at. */
gboolean spil_budget_item_has_figure (SpilBudgetItem *self, SpilBudgetCell cell);
/** How much more or less is used than time is gone: "15 ahead"; NULL where that is not known. */
const char *spil_budget_item_get_pace (SpilBudgetItem *self);
/** "free € 82.000 of € 112.000": the second line of a narrow row. */
const char *spil_budget_item_get_summary (SpilBudgetItem *self);

/** The title of the column. */
const char *spil_budget_cell_title (SpilBudgetCell cell);

G_END_DECLS
