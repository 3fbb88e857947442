// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-chart.h"

G_BEGIN_DECLS

/** What the page of a line shows. */
typedef struct
{
  SpilRecord *record;
  SpilBudgetLineFigures *figures;
  GPtrArray *allocations; /**< of SpilRecord */
  GHashTable *sources; /**< SpilId to the name of a funding source */
  GPtrArray *bookings; /**< of SpilBudgetBookingRow, newest first */
  gboolean more; /**< there are older bookings */
  GPtrArray
      *versions; /**< of SpilBudgetVersionRow, of the year, with the line of that number, latest first */
  GPtrArray *of_versions; /**< of SpilBudgetLineFigures: the line in each of those, in the same order */
  GPtrArray *open; /**< of SpilBudgetBookingRow: commitments with something open, oldest first */
  GPtrArray *schemes; /**< of SpilFundSchemeRow, on the line */
  SpilChart *burn;
} SpilBudgetLineData;

/** Reads it with at most @limit bookings; NULL without an error when the line is gone. */
SpilBudgetLineData *spil_budget_line_data_load (SpilStore *store, SpilId line, int limit, GError **error);
void spil_budget_line_data_free (SpilBudgetLineData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBudgetLineData, spil_budget_line_data_free)

G_END_DECLS
