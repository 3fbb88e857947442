// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-chart.h"

G_BEGIN_DECLS

/** What a version of the budget is on a day. */
typedef enum
{
  SPIL_BUDGET_IN_FORCE,
  SPIL_BUDGET_PROPOSED,
  SPIL_BUDGET_EARLIER, /**< another one came after it */
  SPIL_BUDGET_LATER, /**< decided, for a day that is still to come */
  SPIL_BUDGET_WITHDRAWN,
} SpilBudgetState;

/** What the budget page shows of one version. */
typedef struct
{
  GPtrArray *versions; /**< of SpilBudgetVersionRow, latest first */
  SpilBudgetVersionRow *version; /**< the one that is shown, owned by `versions`; NULL: there is none */
  SpilBudgetVersionRow *current; /**< the one in force, owned by `versions`; NULL: none */
  SpilBudgetVersionRow *replaced; /**< the one that it changes, owned by `versions`; NULL: none */
  GPtrArray *rivals; /**< of SpilBudgetVersionRow: decided on another laptop as a change of the same budget */
  SpilBudgetState state;
  SpilDay today;
  char *notes; /**< of the version; NULL: none */
  char *decision; /**< title of the decision; NULL: none */
  SpilDay ends; /**< last day of the budget's time; SPIL_DAY_NONE: not known */
  int elapsed; /**< share of that time that is gone, in thousandths; -1: not known */
  GPtrArray *lines; /**< of SpilBudgetLineFigures */
  SpilBudgetTotal *total;
  GPtrArray *items; /**< of SpilBudgetItem: rows of the table */
  char *left_out; /**< what the total does not hold, in words; NULL: nothing */
  char *fault; /**< why the lines are not the total that was decided; NULL: they are */
  GPtrArray *line_records; /**< of SpilRecord: the lines as they are typed, by number */
  GPtrArray *sources; /**< of SpilRecord: the funding sources by name */
  GPtrArray *allocations; /**< of SpilBudgetAllocationRow */
  GPtrArray *allocation_records; /**< of SpilRecord: of the lines of this version */
  GPtrArray *before; /**< of SpilBudgetLineFigures: the lines of `replaced`; NULL: it replaces none */
  GPtrArray *changes; /**< of SpilBudgetChangeRow: against `replaced` */
  GPtrArray *cofinancing; /**< of SpilCofinancingRow */
  SpilChart *bars;
  SpilChart *burn;
  SpilChart *cash;
  SpilChart *flow; /**< from sources to lines */
} SpilBudgetData;

/** Reads it on @day; @version nil: the one in force. Free with spil_budget_data_free(). */
SpilBudgetData *spil_budget_data_load (SpilStore *store, SpilId version, SpilDay day, GError **error);
void spil_budget_data_free (SpilBudgetData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetData, spil_budget_data_free)

/** What @version is on @day, when @current (nullable) is in force. */
SpilBudgetState spil_budget_version_state (const SpilBudgetVersionRow *version,
                                           const SpilBudgetVersionRow *current, SpilDay day);

/** Whether the lines of the version may be typed over: only those of a proposal that nobody withdrew. */
gboolean spil_budget_data_is_open (const SpilBudgetData *self);

/** The line with that number among @lines (of SpilBudgetLineFigures; nullable), or NULL. */
const SpilBudgetLineFigures *spil_budget_find_number (GPtrArray *lines, int number);

G_END_DECLS
