// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-owner-load-query.h"

G_BEGIN_DECLS

/** Hours a week in a period, on average: what a norm is about. A week has as many working days as the ordinary week of the plan. */
double spil_load_hours_a_week (const SpilPlan *plan, const SpilOwnerLoad *load, const SpilOwnerLoadRow *row,
                               guint period);

/** The activities that a cell counts (of int, places in the plan). Free with g_array_unref(). */
GArray *spil_load_list_tasks (const SpilPlan *plan, const SpilOwnerLoad *load, const SpilOwnerLoadRow *row,
                              guint period);

/** The load as a chart: a cell above @norm hours a week stands out (0: none does), unless it is of nobody. @day is now. */
SpilChart *
spil_report_chart_of_load (const SpilPlan *plan, const SpilOwnerLoad *load, double norm, SpilDay day);

G_END_DECLS
