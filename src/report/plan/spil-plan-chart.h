// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-gantt.h"
#include "spil-plan-action.h"
#include "spil-plan-shown.h"

G_BEGIN_DECLS

/** How the planning is drawn. All zero bytes: as it is for a report, without a table beside it. */
typedef struct
{
  gboolean table; /**< columns beside the labels */
  guint hidden; /**< columns that are left out: a bit for each SpilPlanCell */
  gboolean critical; /**< the critical path stands out */
  gboolean slack; /**< how much later each may end */
} SpilPlanChartLook;

/**
 * The planning as a chart of @rows (SpilPlanShownRow, see spil_plan_show()), in their order: row i of the chart is rows[i]. Free days are those of the
 * calendar of the plan. Nothing of @plan is kept but that calendar.
 */
SpilChart *spil_plan_chart_new (const SpilPlan *plan, GPtrArray *rows, const SpilPlanChartLook *look);

/** A row of it: to show what has changed of one. Texts are borrowed from @plan and @row, and @label, which the caller frees. */
SpilGanttRow spil_plan_chart_row (const SpilPlan *plan, const SpilPlanShownRow *row,
                                  const SpilPlanChartLook *look, char **label);

/** The arrows between the rows of a chart that was filled with @rows. */
void spil_plan_chart_add_links (SpilGantt *gantt, const SpilPlan *plan, GPtrArray *rows);
/** Shades what the calendar of the plan calls free. */
void spil_plan_chart_set_free_days (SpilGantt *gantt, const SpilPlan *plan);

/** What stands in a column of its table with those @hidden; column 0 is the name with its number. */
SpilPlanCell spil_plan_chart_cell (guint hidden, int column);

G_END_DECLS
