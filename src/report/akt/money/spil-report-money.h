// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-chart.h"
#include "spil-fund-query.h"
#include "spil-period.h"

G_BEGIN_DECLS

/** A version of the budget that was decided on in the period and changes another one. */
typedef struct
{
  char *name;
  SpilDay date;
  char *decision; /**< what was decided; NULL: not stated */
  char *reason; /**< NULL: not stated */
  GPtrArray *changes; /**< of SpilBudgetChangeRow */
} SpilReportReallocation;

/** What the report says of money beyond the lines of the budget; nothing in it refers to the store. */
typedef struct
{
  char *decision; /**< what was decided on the budget in force; NULL: not stated */
  GPtrArray *reallocations; /**< of SpilReportReallocation, oldest first */
  GArray *quarters; /**< of SpilBudgetQuarter */
  GArray *closed; /**< of SpilClosedPeriod */
  GPtrArray *late; /**< of SpilBudgetBookingRow: came in late, booked in the period */
  GPtrArray *differences; /**< of SpilClosingDifference: came in after closing */
  GPtrArray *allocations; /**< of SpilBudgetAllocationRow */
  GPtrArray *cofinancing; /**< of SpilCofinancingRow */
} SpilReportMoney;

/** Gathers what belongs to @version, as of @day in @period. Free with spil_report_money_free(). */
SpilReportMoney *spil_report_money_new (SpilStore *store, const SpilBudgetVersionRow *version,
                                        SpilPeriod period, SpilDay day, GError **error);
void spil_report_money_free (SpilReportMoney *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportMoney, spil_report_money_free)

G_END_DECLS
