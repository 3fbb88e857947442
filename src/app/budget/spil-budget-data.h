// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-chart.h"

G_BEGIN_DECLS

/** What the budget page shows of one version. */
typedef struct
{
  GPtrArray *versions; /**< of SpilBudgetVersionRow, latest first; empty: there is no budget */
  const SpilBudgetVersionRow *version; /**< the one that is shown; owned by @versions; NULL: none */
  char *notes; /**< of the version; NULL: none */
  GPtrArray *lines; /**< of SpilBudgetLineFigures */
  GPtrArray *items; /**< of SpilBudgetItem: the lines and the total */
  SpilBudgetTotal *total;
  char *left_out; /**< what the total does not hold; NULL: nothing */
  char *fault; /**< the lines do not sum to the version; NULL: they do */
  SpilChart *bars;
  SpilChart *burn;
} SpilBudgetData;

/** Reads it. @version nil: the one in force on @day, or the first. */
SpilBudgetData *spil_budget_data_load (SpilStore *store, SpilId version, SpilDay day, GError **error);
void spil_budget_data_free (SpilBudgetData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetData, spil_budget_data_free)

/** What one line's page shows. */
typedef struct
{
  SpilRecord *record;
  SpilBudgetLineFigures *figures;
  GPtrArray *allocations; /**< of SpilRecord */
  GHashTable *sources; /**< SpilId to the name of a funding source */
  GPtrArray *bookings; /**< of SpilBudgetBookingRow, newest first */
  gboolean more; /**< there are older bookings */
} SpilBudgetLineData;

/** Reads it with at most @limit bookings; NULL without an error when the line is gone. */
SpilBudgetLineData *spil_budget_line_data_load (SpilStore *store, SpilId line, int limit, GError **error);
void spil_budget_line_data_free (SpilBudgetLineData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetLineData, spil_budget_line_data_free)

G_END_DECLS
