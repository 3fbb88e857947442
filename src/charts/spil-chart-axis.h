// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart-painter.h"
#include "spil-period.h"

G_BEGIN_DECLS

/** A scale of round numbers: @low and @high are multiples of @step. */
typedef struct
{
  double low;
  double high;
  double step;
} SpilChartScale;

/** Makes the scale that holds @low to @high in at most @max_steps steps (steps of 1, 2, 2.5 or 5 times a power of ten). Not finite numbers count as 0. */
SpilChartScale spil_chart_scale (double low, double high, int max_steps);
/** Where @value lies between @from (the low end) and @to; not finite values lie at @from. */
double spil_chart_scale_place (const SpilChartScale *scale, double value, double from, double to);
/** The number of ticks, both ends included. */
int spil_chart_scale_count (const SpilChartScale *scale);
/** The value of tick @at, counted from 0. */
double spil_chart_scale_tick (const SpilChartScale *scale, int at);

/** What the ticks of a scale in cents count: "× € 1,000" or "€". */
const char *spil_chart_euro_caption (const SpilChartScale *scale);
/** Writes a tick of a scale in cents in that unit. Free with g_free(). */
char *spil_chart_euro_tick (const SpilChartScale *scale, double cents);
/** Writes a number with as many decimals as it needs, at most two. Free with g_free(). */
char *spil_chart_number (double value);
/** Writes a share as a whole percentage ("40 %"), or "–" when it is not finite. Free with g_free(). */
char *spil_chart_percent (double share);

/** A surface to plot on. */
typedef struct
{
  double x0;
  double y0; /**< top */
  double x1;
  double y1; /**< bottom */
} SpilChartPlot;

/** Draws level gridlines with the texts of @labels (one per tick) to the left of the plot. */
void spil_chart_axis_values (const SpilChartPainter *painter, const SpilChartPlot *plot,
                             const SpilChartScale *scale, char **labels);

/** A stretch of days along the x of a plot: both days are in it. */
typedef struct
{
  SpilDay first;
  SpilDay last;
  double x0;
  double x1;
} SpilChartDays;

/** The x of the morning of @day; fractions of a pixel stay. */
double spil_chart_days_x (const SpilChartDays *days, SpilDay day);
/** The height that spil_chart_axis_days() takes below the plot. */
double spil_chart_axis_days_height (const SpilChartPainter *painter);
/** Draws months, quarters or years, as there is room, under the plot. */
void
spil_chart_axis_days (const SpilChartPainter *painter, const SpilChartPlot *plot, const SpilChartDays *days);
/** Draws the line of today over the plot with its word at the top, when that day is in it. */
void spil_chart_axis_today (const SpilChartPainter *painter, const SpilChartPlot *plot,
                            const SpilChartDays *days, SpilDay today);

/** The smallest kind of period whose short names fit, when a day is @day_width wide. */
SpilPeriodKind spil_chart_period_kind (double day_width, double em);
/** How many years apart the names of years must stand, when a day is @day_width wide: 1, 2, 5, 10 ... */
int spil_chart_year_stride (double day_width, double em);
/** The day itself, or the nearest one of the years that charts draw: 1900 to 2199. @day must be known. */
SpilDay spil_chart_hold_day (SpilDay day);
/** Moves to the next period; FALSE, at the end of those years. */
gboolean spil_chart_period_next (SpilPeriod *period);

G_END_DECLS
