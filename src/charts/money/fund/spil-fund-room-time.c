// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The strip of time under a scheme: when applications are taken, today, and when the money may be gone. */
#include <glib/gi18n-lib.h>

#include "spil-fund-room-private.h"

/* No time axis goes on longer than this after today: a day so far away is told, not drawn. */
#define FAR_DAYS 1461

gboolean
spil_fund_scheme_has_time (const SpilFundRoomScheme *scheme)
{
  return spil_day_is_known (scheme->opens) || spil_day_is_known (scheme->closes) ||
         spil_day_is_known (scheme->early) || spil_day_is_known (scheme->late);
}

static gboolean
has_window (const SpilFundRoomScheme *scheme)
{
  return spil_day_is_known (scheme->opens) || spil_day_is_known (scheme->closes);
}

/* Words of the window, words of the band, the word of today; the strip and its axis. */
double
spil_fund_scheme_time_height (const SpilChartPainter *painter, const SpilFundRoomScheme *scheme)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * (has_window (scheme) ? 3 : 2) +
         spil_chart_painter_em (painter) * 1.9 + spil_chart_axis_days_height (painter);
}

static SpilDay
later (SpilDay a, SpilDay b)
{
  if (!spil_day_is_known (a) || !spil_day_is_known (b))
    return spil_day_is_known (a) ? a : b;
  return spil_day_compare (a, b) > 0 ? a : b;
}

/* The time that the strip shows: from the opening (or today) until the last day that matters. */
static SpilChartDays
find_days (const SpilFundBlock *block)
{
  const SpilFundRoomScheme *scheme = block->scheme;
  const double em = spil_chart_painter_em (block->painter);
  SpilChartDays days = { .first = block->today, .last = spil_day_add (block->today, 60) };
  const SpilDay far = spil_day_add (block->today, FAR_DAYS);

  if (spil_day_is_known (scheme->opens) && spil_day_compare (scheme->opens, days.first) < 0)
    days.first = scheme->opens;
  days.last = later (days.last, scheme->opens);
  days.last = later (days.last, scheme->early);
  days.last = later (days.last, scheme->late);
  if (spil_day_compare (days.last, far) > 0)
    days.last = far;
  days.last = spil_chart_hold_day (later (days.last, scheme->closes));
  days.first = spil_period_of (SPIL_PERIOD_MONTH, days.first).first;
  days.last = spil_period_of (SPIL_PERIOD_MONTH, days.last).last;
  days.x0 = em * 0.2;
  days.x1 = MAX (block->painter->width - em * 0.2, days.x0 + 1);
  return days;
}

/* The word of today is in the way of others. */
static void
take_today (const SpilFundBlock *block, const SpilChartDays *days, const SpilChartPlot *plot,
            SpilLabelSpots *spots)
{
  const double em = spil_chart_painter_em (block->painter);
  const double line = spil_chart_painter_line (block->painter, SPIL_CHART_TEXT_SMALL);
  const double x = CLAMP (spil_chart_days_x (days, block->today), days->x0 + em * 2,
                          MAX (days->x0 + em * 2, days->x1 - em * 2));

  spil_label_spots_take (spots, x - em * 2.2, plot->y1 - em * 1.7 - line, em * 4.4, line);
}

/* The band of days in which the money may be gone; one day alone is a narrow one. It is no warning when the window is closed by then. */
static void
draw_band (const SpilFundBlock *block, const SpilChartDays *days, const SpilChartPlot *plot)
{
  const SpilFundRoomScheme *scheme = block->scheme;
  const SpilPalette *palette = spil_chart_painter_palette (block->painter);
  const double em = spil_chart_painter_em (block->painter);
  const SpilDay early = spil_day_is_known (scheme->early) ? scheme->early : scheme->late;
  const SpilDay late = spil_day_is_known (scheme->late) ? scheme->late : scheme->early;
  g_autofree char *text = spil_fund_scheme_band_text (scheme, block->today);
  SpilLabelSpots spots = { .painter = block->painter,
                           .within = { 0, plot->y0 - em, block->painter->width, plot->y1 + em } };
  const gboolean in_time = spil_day_is_known (scheme->closes) && spil_day_compare (early, scheme->closes) > 0;
  SpilChartPut put = { .y = plot->y1 - em * 1.35,
                       .x_align = 0.5,
                       .y_align = 1,
                       .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                       .color = palette->foreground };
  SpilChartPut higher = put;
  double x0, x1;

  if (text == NULL || !spil_day_is_known (early) || scheme->exhausted)
    return;
  x0 = CLAMP (spil_chart_days_x (days, early), days->x0, days->x1 - em * 0.3);
  x1 = CLAMP (spil_chart_days_x (days, spil_day_add (late, 1)), x0 + em * 0.3, days->x1);
  spil_chart_painter_box (block->painter, x0, plot->y1 - em * 1.2, x1 - x0, em * 0.85, em * 0.1,
                          in_time ? palette->muted : palette->warning,
                          in_time ? SPIL_PATTERN_LEVEL : SPIL_PATTERN_CROSS);
  put.x = higher.x = (x0 + x1) / 2;
  higher.y -= spil_chart_painter_line (block->painter, SPIL_CHART_TEXT_SMALL) + em * 0.4;
  take_today (block, days, plot, &spots);
  spil_label_spots_put (&spots, text, (SpilChartPut[]) { put, higher }, 2);
}

/* When applications are taken: a quiet band along the axis. */
static void
draw_window (const SpilFundBlock *block, const SpilChartDays *days, const SpilChartPlot *plot)
{
  const SpilFundRoomScheme *scheme = block->scheme;
  const SpilPalette *palette = spil_chart_painter_palette (block->painter);
  const double em = spil_chart_painter_em (block->painter);
  const double x0 = spil_day_is_known (scheme->opens)
                        ? CLAMP (spil_chart_days_x (days, scheme->opens), days->x0, days->x1)
                        : days->x0;
  const double x1 = spil_day_is_known (scheme->closes)
                        ? CLAMP (spil_chart_days_x (days, spil_day_add (scheme->closes, 1)), days->x0,
                                 days->x1)
                        : days->x1;
  g_autofree char *opens = spil_day_format (scheme->opens);
  g_autofree char *closes = spil_day_format (scheme->closes);
  g_autofree char *text = NULL;

  if (!has_window (scheme))
    return;
  text = !spil_day_is_known (scheme->closes)  ? g_strdup_printf (_ ("open from %s"), opens)
         : !spil_day_is_known (scheme->opens) ? g_strdup_printf (_ ("open until %s"), closes)
                                              : g_strdup_printf (_ ("open %s to %s"), opens, closes);
  spil_chart_painter_box (block->painter, x0, plot->y1 - em * 0.25, MAX (x1 - x0, 1), em * 0.25, 0,
                          palette->muted, SPIL_PATTERN_SOLID);
  spil_chart_painter_text (block->painter, text,
                           &(SpilChartPut) { .x = 0,
                                             .y = plot->y0,
                                             .y_align = 1,
                                             .max_width = block->painter->width,
                                             .kind = SPIL_CHART_TEXT_SMALL,
                                             .color = palette->muted });
}

void
spil_fund_block_draw_time (const SpilFundBlock *block, double money_height)
{
  const SpilChartPainter *painter = block->painter;
  const double em = spil_chart_painter_em (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const double top = block->top + money_height + (has_window (block->scheme) ? line : 0);
  const SpilChartDays days = find_days (block);
  const SpilChartPlot plot = { days.x0, top, days.x1, top + line * 2 + em * 1.9 };

  spil_chart_painter_line_level (painter, plot.x0, plot.x1, plot.y1, spil_chart_painter_hair (painter),
                                 spil_chart_painter_palette (painter)->strong_grid);
  spil_chart_axis_days (painter, &plot, &days);
  draw_window (block, &days, &plot);
  spil_chart_axis_today (painter, &(SpilChartPlot) { plot.x0, plot.y1 - em * 1.4, plot.x1, plot.y1 }, &days,
                         block->today);
  draw_band (block, &days, &plot);
}
