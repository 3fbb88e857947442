// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-area-query.h"
#include "spil-budget-query.h"
#include "spil-chart.h"
#include "spil-effect-query.h"
#include "spil-fund-query.h"
#include "spil-funnel-query.h"
#include "spil-indicator-query.h"
#include "spil-light-query.h"
#include "spil-norm-query.h"
#include "spil-period.h"
#include "spil-plan-query.h"
#include "spil-programme-query.h"
#include "spil-report-money.h"
#include "spil-report-plan.h"
#include "spil-report-progress.h"
#include "spil-risk-query.h"

G_BEGIN_DECLS

/** A decision with the body that took it. */
typedef struct
{
  SpilDay date;
  int aim; /**< SPIL_DECISION_AIM_* */
  char *body; /**< NULL: not stated */
  char *outcome;
  char *conditions; /**< NULL: none */
  SpilDay due; /**< of the conditions */
  SpilDay met_on;
} SpilReportDecision;

/** A light as it stands in the report. */
typedef struct
{
  int aspect; /**< SPIL_ASPECT_* */
  int proposed; /**< SPIL_LIGHT_*; 0: nothing to go by */
  int light; /**< what a person made of it, else what is proposed */
  gboolean set; /**< a person set it */
  char *reason; /**< that person's, else the rule's */
} SpilReportLight;

/** All figures of a report, gathered once; nothing in it refers to the store. Charts belong to one thread at a time. */
typedef struct
{
  SpilPeriod period;
  SpilDay day; /**< the figures are as of this day: the last of the period, or today where that comes first */
  SpilDay before; /**< the day before the period; changes are counted from it */
  SpilTime made;
  SpilProgrammeRow *programme;
  SpilNorms norms;
  GPtrArray *lights; /**< of SpilReportLight, one for each aspect */
  GPtrArray *stages; /**< of SpilFunnelFigures */
  GPtrArray *stages_before; /**< the same stages, on the day before */
  int64_t contacts; /**< contact moments in the period, corrections taken off */
  GPtrArray *areas; /**< of SpilAreaRow */
  GPtrArray *areas_before;
  SpilPlan *plan; /**< beside the baseline that a person set last */
  SpilReportPlan *plan_news; /**< what was said of it, and how it was at the last report */
  SpilBudgetVersionRow *version; /**< the budget in force; NULL: there is none */
  GPtrArray *lines; /**< of SpilBudgetLineFigures; NULL without a budget, as are the next six */
  SpilBudgetTotal *total;
  GPtrArray *lines_before;
  SpilBudgetTotal *total_before;
  SpilChart *burn; /**< what is left of it, month by month */
  SpilReportMoney *money; /**< re-allocations, quarters, sources and what came in late */
  GPtrArray *schemes; /**< of SpilFundSchemeRow */
  GPtrArray *applications; /**< of SpilFundApplicationRow */
  GPtrArray *risks; /**< of SpilRiskRow, closed ones left out */
  GPtrArray *risk_actions; /**< of SpilRecord: the control measures */
  GPtrArray *chances; /**< of SpilScaleLevelRow */
  GPtrArray *impacts;
  GPtrArray *indicators; /**< of SpilIndicatorRow */
  GPtrArray *effects; /**< of SpilEffectRow */
  GPtrArray *decisions; /**< of SpilReportDecision: those of the period */
  GPtrArray *open_decisions; /**< older ones with conditions that are not met yet */
  GPtrArray *settings; /**< of SpilRecord */
  GPtrArray *factors; /**< of SpilRecord */
  GPtrArray *scale_levels; /**< of SpilRecord */
} SpilReportData;

/** The number of times that gathering tells its progress. */
#define SPIL_REPORT_DATA_STEPS 12

/**
 * Gathers the figures of @period; reads only. Tells its progress as a part (0 to 1) of gathering. SPIL_STORE_ERROR_NOT_FOUND when there is no
 * programme to report on, G_IO_ERROR_CANCELLED. Free with spil_report_data_free().
 */
SpilReportData *spil_report_data_new (SpilStore *store, SpilPeriod period, GCancellable *cancellable,
                                      SpilReportProgress progress, gpointer user_data, GError **error);
void spil_report_data_free (SpilReportData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilReportData, spil_report_data_free)

/** TRUE when the programme uses that module (SPIL_MODULE_*). */
gboolean spil_report_data_has (const SpilReportData *self, int module);

G_END_DECLS
