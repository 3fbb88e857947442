// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-grid.h"
#include "spil-goal-bars.h"
#include "spil-number.h"
#include "spil-report-charts.h"
#include "spil-trend-chart.h"

/* "peak avoidances per working day" */
static char *
dup_unit (const SpilIndicatorRow *indicator)
{
  /* Translators: what an indicator counts, and per what. */
  return indicator->per != NULL ? g_strdup_printf (_ ("%s per %s"), indicator->unit, indicator->per)
                                : g_strdup (indicator->unit);
}

static SpilTrendChartKind
point_kind (int kind)
{
  return kind == SPIL_MEASUREMENT_KIND_ZERO         ? SPIL_TREND_CHART_ZERO
         : kind == SPIL_MEASUREMENT_KIND_COMPARISON ? SPIL_TREND_CHART_COMPARISON
                                                    : SPIL_TREND_CHART_AFTER;
}

SpilChart *
spil_report_chart_of_indicator (const SpilIndicatorRow *indicator, SpilDay day)
{
  g_autofree char *unit = dup_unit (indicator);
  SpilTrendChart *trend = spil_trend_chart_new (unit);

  for (guint i = 0; i < indicator->points->len; i++) {
    const SpilIndicatorPoint *point = &g_array_index (indicator->points, SpilIndicatorPoint, i);

    spil_trend_chart_add (trend, point->date, spil_decimal_to_double (point->value),
                          point_kind (point->kind));
  }
  for (guint i = 0; i < indicator->targets->len; i++) {
    const SpilIndicatorTarget *target = &g_array_index (indicator->targets, SpilIndicatorTarget, i);

    spil_trend_chart_add_target (trend, target->date, spil_decimal_to_double (target->value));
  }
  spil_trend_chart_set_falling (trend, indicator->direction == SPIL_DIRECTION_DOWN);
  spil_trend_chart_set_today (trend, day);
  return spil_trend_chart_to_chart (trend);
}

// @indicators: of SpilIndicatorRow.
static SpilChart *
chart_of_goals (GPtrArray *indicators)
{
  SpilGoalBars *bars = spil_goal_bars_new ();

  for (guint i = 0; i < indicators->len; i++) {
    const SpilIndicatorRow *indicator = g_ptr_array_index (indicators, i);
    const SpilIndicatorFigures *figures = &indicator->figures;
    g_autofree char *unit = dup_unit (indicator);
    const SpilGoalBar bar = {
      .label = indicator->name,
      .unit = unit,
      .value = figures->has_value ? spil_decimal_to_double (figures->value) : NAN,
      .target = figures->has_target ? spil_decimal_to_double (figures->target) : NAN,
      .falling = indicator->direction == SPIL_DIRECTION_DOWN,
    };

    spil_goal_bars_add (bars, &bar);
  }
  return spil_goal_bars_to_chart (bars);
}

SpilChart *
spil_report_chart_effects (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) indicators = spil_indicator_query (store, day, error);

  return indicators != NULL ? chart_of_goals (indicators) : NULL;
}

SpilChart *
spil_report_chart_indicators (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) indicators = spil_indicator_query (store, day, error);
  SpilChartGrid *grid;

  if (indicators == NULL)
    return NULL;
  grid = spil_chart_grid_new ();
  for (guint i = 0; i < indicators->len; i++) {
    const SpilIndicatorRow *indicator = g_ptr_array_index (indicators, i);

    spil_chart_grid_add (grid, indicator->name, spil_report_chart_of_indicator (indicator, day));
  }
  return spil_chart_grid_to_chart (grid);
}
