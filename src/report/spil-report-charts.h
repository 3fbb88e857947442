// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-indicator-query.h"
#include "spil-norms.h"
#include "spil-plan-query.h"
#include "spil-report-money-charts.h"

G_BEGIN_DECLS

/*
 * From the store's figures to charts: the same for spilctl, the application and the report. What is not known stays out of a
 * chart; nothing is filled in.
 */

/** Makes a chart of the programme in use as it stands on @day. */
typedef SpilChart *(*SpilReportChartFunc) (SpilStore *store, SpilDay day, GError **error);

/** The function that makes the chart of that name ("gantt"), or NULL. */
SpilReportChartFunc spil_report_chart_find (const char *name);
/** The names, NULL-terminated. */
const char *const *spil_report_chart_names (void);

/** The planning. */
SpilChart *spil_report_chart_gantt (SpilStore *store, SpilDay day, GError **error);
/** How many employers came to each stage. */
SpilChart *spil_report_chart_funnel (SpilStore *store, SpilDay day, GError **error);
/** The open risks on their two scales. */
SpilChart *spil_report_chart_risks (SpilStore *store, SpilDay day, GError **error);
/** What the indicators have reached against their targets. */
SpilChart *spil_report_chart_effects (SpilStore *store, SpilDay day, GError **error);
/** The trend of each indicator. */
SpilChart *spil_report_chart_indicators (SpilStore *store, SpilDay day, GError **error);

/** The same from what was queried already. */
SpilChart *spil_report_chart_of_plan (const SpilPlan *plan, GPtrArray *shown /* NULL: all */, SpilDay day);
/** @stages: of SpilFunnelFigures. */
SpilChart *spil_report_chart_of_funnel (GPtrArray *stages);
/** The same of the days from @from (SPIL_DAY_NONE: of all) until @to, as spil_funnel_query_period() counts them. */
SpilChart *spil_report_chart_of_funnel_period (GPtrArray *stages, SpilDay from, SpilDay to);
/** @risks: of SpilRiskRow; @chances and @impacts: of SpilScaleLevelRow, lowest first. Levels of one score are one. */
SpilChart *
spil_report_chart_of_risks (GPtrArray *risks, GPtrArray *chances, GPtrArray *impacts, const SpilNorms *norms);
/** An indicator over time with its targets, as of @day. */
SpilChart *spil_report_chart_of_indicator (const SpilIndicatorRow *indicator, SpilDay day);

G_END_DECLS
