// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-query.h"
#include "spil-chart.h"
#include "spil-fund-query.h"

G_BEGIN_DECLS

/*
 * Charts of money. Those that take a store read it, so belong on the worker's thread; the others draw what was queried already. SPIL_STORE_ERROR_NOT_FOUND when
 * there is no budget, or no scheme.
 */

/** The lines of the budget in force: spent, committed, free, forecast. */
SpilChart *spil_report_chart_budget (SpilStore *store, SpilDay day, GError **error);
/** @lines: of SpilBudgetLineFigures; @vat: that of their amounts. */
SpilChart *spil_report_chart_of_budget (GPtrArray *lines, SpilVat vat);

/** What is left of the budget in force, month by month, against a straight plan, with what is expected of the rest. */
SpilChart *spil_report_chart_burn (SpilStore *store, SpilDay day, GError **error);
/**
 * The same of @version, whose lines are @lines (of SpilBudgetLineFigures, with what was booked up to @day); @line nil: of all lines in the budget. The band at the end is spent + open to
 * spent + open + forecast.
 */
SpilChart *spil_report_chart_of_burn (SpilStore *store, const SpilBudgetVersionRow *version, GPtrArray *lines,
                                      SpilId line, SpilDay day, GError **error);

/** Cash by quarter of the budget in force: spent, committed and forecast, and what that adds up to. */
SpilChart *spil_report_chart_cash (SpilStore *store, SpilDay day, GError **error);
/**
 * @quarters: of SpilBudgetQuarter; @closed (nullable): of SpilClosedPeriod; @total: of the lines. What is committed and open has no day of payment, so all of it stands in
 * the quarter of @day.
 */
SpilChart *
spil_report_chart_of_cash (GArray *quarters, GArray *closed, const SpilBudgetTotal *total, SpilDay day);

/** Which source pays which line of the budget in force, with co-financing beside it. */
SpilChart *spil_report_chart_sources (SpilStore *store, SpilDay day, GError **error);
/** @allocations: of SpilBudgetAllocationRow; @lines: of SpilBudgetLineFigures, those outside the budget are left out; @cofinancing (nullable): of SpilCofinancingRow. */
SpilChart *spil_report_chart_of_sources (GPtrArray *allocations, GPtrArray *lines, GPtrArray *cofinancing);

/** The room of all schemes, each with when its money may be gone. */
SpilChart *spil_report_chart_fund (SpilStore *store, SpilDay day, GError **error);
/** @schemes: of SpilFundSchemeRow. */
SpilChart *spil_report_chart_of_schemes (GPtrArray *schemes, SpilDay day);
SpilChart *spil_report_chart_of_fund (const SpilFundSchemeRow *scheme, SpilDay day);

G_END_DECLS
