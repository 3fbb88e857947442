// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** What kind of measurement a point is; each has its own shape. */
typedef enum
{
  SPIL_TREND_CHART_ZERO, /**< zero measurement (nulmeting), a square */
  SPIL_TREND_CHART_AFTER, /**< a later measurement, a circle */
  SPIL_TREND_CHART_COMPARISON, /**< measured elsewhere, to compare with; a triangle beside the line */
} SpilTrendChartKind;

/** An indicator over time: measurements, and the targets they should reach. */
typedef struct _SpilTrendChart SpilTrendChart;

/** Makes the trend of an indicator; @unit says what is counted, per what ("avoidances per working day"), may be NULL. */
SpilTrendChart *spil_trend_chart_new (const char *unit);
void spil_trend_chart_free (SpilTrendChart *self);
/** Adds a measurement; a day that is not known or a value that is not finite appears in the table only. */
void spil_trend_chart_add (SpilTrendChart *self, SpilDay day, double value, SpilTrendChartKind kind);
/** Adds a target for @day. */
void spil_trend_chart_add_target (SpilTrendChart *self, SpilDay day, double value);
/** Says that the value should fall (as waiting time does) and not rise. */
void spil_trend_chart_set_falling (SpilTrendChart *self, gboolean falling);
void spil_trend_chart_set_today (SpilTrendChart *self, SpilDay today);
/** Makes the chart; takes @self. */
SpilChart *spil_trend_chart_to_chart (SpilTrendChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTrendChart, spil_trend_chart_free)

G_END_DECLS
