// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-money.h"
#include "spil-number.h"

static double
round_step (double rough)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (rough)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= rough * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

SpilChartScale
spil_chart_scale (double low, double high, int max_steps)
{
  SpilChartScale scale;

  low = isfinite (low) ? CLAMP (low, -1e15, 1e15) : 0;
  high = isfinite (high) ? CLAMP (high, -1e15, 1e15) : 0;
  if (high < low) {
    double swap = low;

    low = high;
    high = swap;
  }
  if (high - low < 1e-9 * MAX (fabs (high), 1e-3))
    high = low + MAX (fabs (low), 1);

  scale.step = round_step ((high - low) / MAX (max_steps, 1));
  scale.low = floor (low / scale.step + 1e-9) * scale.step;
  scale.high = ceil (high / scale.step - 1e-9) * scale.step;
  return scale;
}

double
spil_chart_scale_place (const SpilChartScale *scale, double value, double from, double to)
{
  if (!isfinite (value))
    return from;
  return from + (value - scale->low) / (scale->high - scale->low) * (to - from);
}

int
spil_chart_scale_count (const SpilChartScale *scale)
{
  return (int) CLAMP (round ((scale->high - scale->low) / scale->step), 1, 100) + 1;
}

double
spil_chart_scale_tick (const SpilChartScale *scale, int at)
{
  double value = scale->low + at * scale->step;

  return fabs (value) < scale->step * 1e-6 ? 0 : value;
}

static gboolean
in_thousands (const SpilChartScale *scale)
{
  return MAX (fabs (scale->low), fabs (scale->high)) >= 1000000 && scale->step >= 100000;
}

const char *
spil_chart_euro_caption (const SpilChartScale *scale)
{
  return in_thousands (scale) ? _ ("× € 1,000") : "€";
}

char *
spil_chart_euro_tick (const SpilChartScale *scale, double cents)
{
  double euro = CLAMP (cents, -1e17, 1e17) / 100;

  return spil_chart_number (in_thousands (scale) ? euro / 1000 : euro);
}

char *
spil_chart_number (double value)
{
  if (!isfinite (value))
    return g_strdup ("–");
  value = CLAMP (value, -1e12, 1e12);
  if (fabs (value) >= 100 || fabs (value - round (value)) < 0.005)
    return spil_integer_format ((int64_t) llround (value));
  return spil_decimal_format (spil_decimal_from_double (round (value * 100) / 100));
}

char *
spil_chart_percent (double share)
{
  g_autofree char *number = NULL;

  if (!isfinite (share))
    return g_strdup ("–");
  number = spil_integer_format ((int64_t) llround (CLAMP (share, -1e6, 1e6) * 100));
  /* Translators: a percentage; the space does not break. */
  return g_strdup_printf (_ ("%s %%"), number);
}

void
spil_chart_axis_values (const SpilChartPainter *painter, const SpilChartPlot *plot,
                        const SpilChartScale *scale, char **labels)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  int count = spil_chart_scale_count (scale);

  for (int i = 0; i < count && labels[i] != NULL; i++) {
    double value = spil_chart_scale_tick (scale, i);
    double y = spil_chart_scale_place (scale, value, plot->y1, plot->y0);
    gboolean base = value == 0 || i == 0;

    spil_chart_painter_line_level (painter, plot->x0, plot->x1, y, spil_chart_painter_hair (painter),
                                   base ? palette->strong_grid : palette->grid);
    spil_chart_painter_text (painter, labels[i],
                             &(SpilChartPut) {
                                 .x = plot->x0 - spil_chart_painter_em (painter) * 0.5,
                                 .y = y,
                                 .x_align = 1,
                                 .y_align = 0.5,
                                 .kind = SPIL_CHART_TEXT_SMALL,
                                 .color = palette->muted,
                             });
  }
}

double
spil_chart_days_x (const SpilChartDays *days, SpilDay day)
{
  double total = spil_day_between (days->first, days->last) + 1;

  return days->x0 + spil_day_between (days->first, day) / MAX (total, 1) * (days->x1 - days->x0);
}

SpilPeriodKind
spil_chart_period_kind (double day_width, double em)
{
  if (day_width >= em * 1.7)
    return SPIL_PERIOD_DAY;
  if (day_width * 7 >= em * 2.3)
    return SPIL_PERIOD_WEEK;
  if (day_width * 30 >= em * 2.6)
    return SPIL_PERIOD_MONTH;
  if (day_width * 91 >= em * 2.4)
    return SPIL_PERIOD_QUARTER;
  return SPIL_PERIOD_YEAR;
}

int
spil_chart_year_stride (double day_width, double em)
{
  static const int strides[] = { 1, 2, 5, 10, 20, 50, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    if (strides[i] * 365.25 * day_width >= em * 3)
      return strides[i];
  return 500;
}

SpilDay
spil_chart_hold_day (SpilDay day)
{
  SpilDay first = spil_day_from_ymd (1900, 1, 1);
  SpilDay last = spil_day_from_ymd (2199, 12, 31);

  if (spil_day_compare (day, first) < 0)
    return first;
  return spil_day_compare (day, last) > 0 ? last : day;
}

gboolean
spil_chart_period_next (SpilPeriod *period)
{
  SpilPeriod next = spil_period_step (*period, 1);

  if (spil_day_compare (next.first, spil_chart_hold_day (next.first)) != 0)
    return FALSE;
  if (!spil_day_is_known (next.first) || !spil_day_is_known (next.last) ||
      spil_day_compare (next.first, period->first) <= 0)
    return FALSE;
  *period = next;
  return TRUE;
}

double
spil_chart_axis_days_height (const SpilChartPainter *painter)
{
  return 2 * spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 0.5;
}

/* Writes a name in the middle of its period, kept within the plot. */
static void
name_period (const SpilChartPainter *painter, const SpilChartPlot *plot, const char *name, double from,
             double to, double y)
{
  double width = spil_chart_painter_text_width (painter, name, SPIL_CHART_TEXT_SMALL);
  double left = MAX (from, plot->x0);
  double right = MIN (to, plot->x1);

  if (right - left < width)
    return;
  spil_chart_painter_text (painter, name,
                           &(SpilChartPut) {
                               .x = (left + right) / 2,
                               .y = y,
                               .x_align = 0.5,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = spil_chart_painter_palette (painter)->muted,
                           });
}

static void
draw_periods (const SpilChartPainter *painter, const SpilChartPlot *plot, const SpilChartDays *days,
              SpilPeriodKind kind, double y, double tick)
{
  double day_width = (days->x1 - days->x0) / MAX (1, spil_day_between (days->first, days->last) + 1);
  int stride = kind == SPIL_PERIOD_YEAR ? spil_chart_year_stride (day_width, spil_chart_painter_em (painter))
                                        : 1;
  SpilPeriod period = spil_period_of (kind, days->first);

  do {
    double from = spil_chart_days_x (days, period.first);
    double to = spil_chart_days_x (days, spil_day_add (period.last, 1));
    g_autofree char *name = spil_period_format_short (period);
    int year;

    spil_day_to_ymd (period.first, &year, NULL, NULL);
    if (year % stride != 0)
      continue;
    if (from > plot->x0 + 1)
      spil_chart_painter_line_upright (painter, from, plot->y1, plot->y1 + tick,
                                       spil_chart_painter_hair (painter),
                                       spil_chart_painter_palette (painter)->strong_grid);
    name_period (painter, plot, name, from, from + (to - from) * stride, y);
  } while (spil_chart_period_next (&period) && spil_day_compare (period.first, days->last) <= 0);
}

void
spil_chart_axis_days (const SpilChartPainter *painter, const SpilChartPlot *plot, const SpilChartDays *days)
{
  double em = spil_chart_painter_em (painter);
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  double day_width = (days->x1 - days->x0) / MAX (1, spil_day_between (days->first, days->last) + 1);
  SpilPeriodKind kind = MAX (spil_chart_period_kind (day_width, em), SPIL_PERIOD_MONTH);
  double y = plot->y1 + em * 0.3;

  if (kind != SPIL_PERIOD_YEAR)
    draw_periods (painter, plot, days, kind, y, em * 0.35);
  draw_periods (painter, plot, days, SPIL_PERIOD_YEAR, kind == SPIL_PERIOD_YEAR ? y : y + line,
                em * 0.3 + line * 1.8);
}

void
spil_chart_axis_today (const SpilChartPainter *painter, const SpilChartPlot *plot, const SpilChartDays *days,
                       SpilDay today)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double x, half;

  if (!spil_day_is_known (today) || spil_day_compare (today, days->first) < 0 ||
      spil_day_compare (today, days->last) > 0)
    return;
  x = spil_chart_days_x (days, today);
  half = spil_chart_painter_text_width (painter, C_ ("chart", "today"), SPIL_CHART_TEXT_SMALL_STRONG) / 2;
  spil_chart_painter_line_upright (painter, x, plot->y0 - em * 0.2, plot->y1, MAX (1, em * 0.1),
                                   palette->accent);
  spil_chart_painter_text (painter, C_ ("chart", "today"),
                           &(SpilChartPut) {
                               .x = CLAMP (x, plot->x0 + half, MAX (plot->x0 + half, plot->x1 - half)),
                               .y = plot->y0 - em * 0.25,
                               .x_align = 0.5,
                               .y_align = 1,
                               .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                               .color = palette->accent,
                           });
}
