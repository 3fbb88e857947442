// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-funnel-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"
#include "spil-number.h"

static void
clear_stage (gpointer data)
{
  g_free (((SpilFunnelStage *) data)->label);
}

static void
clear_band (gpointer data)
{
  g_free (((SpilFunnelBand *) data)->label);
}

SpilFunnel *
spil_funnel_new (void)
{
  SpilFunnel *self = g_new0 (SpilFunnel, 1);

  self->stages = g_array_new (FALSE, FALSE, sizeof (SpilFunnelStage));
  g_array_set_clear_func (self->stages, clear_stage);
  self->bands = g_array_new (FALSE, FALSE, sizeof (SpilFunnelBand));
  g_array_set_clear_func (self->bands, clear_band);
  return self;
}

void
spil_funnel_free (SpilFunnel *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->stages);
  g_array_unref (self->bands);
  g_free (self->unit);
  g_free (self->period);
  g_free (self);
}

void
spil_funnel_add_stage (SpilFunnel *self, const char *label, int reached, int now)
{
  SpilFunnelStage stage = { g_strdup (label != NULL ? label : ""), MAX (reached, 0), now, -1, 0, 0 };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->stages, stage);
}

void
spil_funnel_set_share (SpilFunnel *self, int thousandths)
{
  g_return_if_fail (self != NULL && self->stages->len > 0);

  g_array_index (self->stages, SpilFunnelStage, self->stages->len - 1).share = thousandths;
}

void
spil_funnel_set_dwell (SpilFunnel *self, int days, int n)
{
  SpilFunnelStage *stage;

  g_return_if_fail (self != NULL && self->stages->len > 0);

  stage = &g_array_index (self->stages, SpilFunnelStage, self->stages->len - 1);
  stage->dwell = days;
  stage->n_dwell = days >= 0 ? MAX (n, 0) : 0;
}

void
spil_funnel_set_period (SpilFunnel *self, const char *period)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->period, period);
}

void
spil_funnel_add_band (SpilFunnel *self, const char *label, int first, int last)
{
  SpilFunnelBand band = { g_strdup (label != NULL ? label : ""), first, last };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->bands, band);
}

void
spil_funnel_set_unit (SpilFunnel *self, const char *unit)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->unit, unit);
}

static int
get_most (const SpilFunnel *self)
{
  int most = 1;

  for (guint i = 0; i < self->stages->len; i++)
    most = MAX (most, spil_funnel_get_stage (self, (int) i)->reached);
  return most;
}

static void
add_stage_hit (const SpilFunnel *self, const SpilChartPainter *painter, int at, double x, double y,
               double width, double height)
{
  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_STAGE, at, &(cairo_rectangle_t) { x, y, width, height },
                            g_strdup (spil_funnel_get_stage (self, at)->label),
                            spil_funnel_dup_description (self, at));
}

/* --- wide: stages from left to right ------------------------------------------------------------------------------------- */

typedef struct
{
  double band_height;
  double bands_height;
  double head_height; /* names and figures */
  double stage_width;
  double gap;
  double y0;
  double y1;
} Wide;

/* What stands under the stages: how long employers stay, and the period. */
static double
foot_height (const SpilFunnel *self, const SpilChartPainter *painter)
{
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  double height = (spil_funnel_has_dwell (self) ? line * 2 : 0) + (self->period != NULL ? line * 1.4 : 0);

  return height > 0 ? height + line * 0.4 : 0;
}

static Wide
lay_out_wide (const SpilFunnel *self, const SpilChartPainter *painter)
{
  double em = spil_chart_painter_em (painter);
  double body = spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY);
  double large = spil_chart_painter_line (painter, SPIL_CHART_TEXT_LARGE);
  Wide wide = { .band_height = body * 1.45, .gap = em * 3.2 };

  wide.bands_height = self->bands->len > 0 ? self->bands->len * (wide.band_height + em * 0.3) + em * 0.8 : 0;
  wide.head_height = body * 2 + large + em * 0.6;
  wide.stage_width = (painter->width - wide.gap * (self->stages->len - 1)) / self->stages->len;
  wide.y0 = wide.bands_height + wide.head_height;
  wide.y1 = MAX (painter->height - foot_height (self, painter), wide.y0 + em * 3);
  return wide;
}

static double
stage_x (const Wide *wide, int at)
{
  return at * (wide->stage_width + wide->gap);
}

static void
draw_bands_wide (const SpilFunnel *self, const SpilChartPainter *painter, const Wide *wide)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);

  for (guint i = 0; i < self->bands->len; i++) {
    const SpilFunnelBand *band = &g_array_index (self->bands, SpilFunnelBand, i);
    int first = CLAMP (band->first, 0, (int) self->stages->len - 1);
    int last = CLAMP (band->last, first, (int) self->stages->len - 1);
    double x = stage_x (wide, first);
    double width = stage_x (wide, last) + wide->stage_width - x;
    double y = i * (wide->band_height + em * 0.3);
    SpilColor tone = spil_palette_series (palette, (int) i + 1);
    SpilColor surface = spil_color_mix (tone, palette->background, 0.82);

    spil_chart_painter_box (painter, x, y, width, wide->band_height, em * 0.3, surface, SPIL_PATTERN_SOLID);
    spil_chart_painter_box (painter, x, y, em * 0.3, wide->band_height, 0, tone, SPIL_PATTERN_SOLID);
    spil_chart_painter_text (painter, band->label,
                             &(SpilChartPut) { .x = x + em * 0.8,
                                               .y = y + wide->band_height / 2,
                                               .y_align = 0.5,
                                               .max_width = width - em * 1.2,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->foreground });
    spil_chart_painter_hit (painter, SPIL_CHART_PART_BAND, (int) i,
                            &(cairo_rectangle_t) { x, y, width, wide->band_height }, g_strdup (band->label),
                            g_strdup_printf (_ ("from %s until %s"),
                                             spil_funnel_get_stage (self, first)->label,
                                             spil_funnel_get_stage (self, last)->label));
  }
}

/* The stream from a stage to the next narrows; the share that goes on stands in it. */
static void
draw_stream (const SpilFunnel *self, const SpilChartPainter *painter, const Wide *wide, int at, double from,
             double to)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double x0 = stage_x (wide, at - 1) + wide->stage_width;
  double x1 = stage_x (wide, at);
  double middle = (x0 + x1) / 2;
  g_autofree char *share = spil_chart_percent (spil_funnel_get_share (self, at));

  cairo_move_to (painter->cr, x0, wide->y1 - from);
  cairo_curve_to (painter->cr, middle, wide->y1 - from, middle, wide->y1 - to, x1, wide->y1 - to);
  cairo_line_to (painter->cr, x1, wide->y1);
  cairo_line_to (painter->cr, x0, wide->y1);
  cairo_close_path (painter->cr);
  spil_chart_painter_color (painter, spil_color_mix (palette->series[0], palette->background, 0.75));
  cairo_fill (painter->cr);
  spil_chart_painter_text (painter, share,
                           &(SpilChartPut) {
                               .x = middle,
                               .y = wide->y1 - MAX (from, to) - spil_chart_painter_em (painter) * 0.2,
                               .x_align = 0.5,
                               .y_align = 1,
                               .max_width = wide->gap,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = palette->muted,
                           });
}

static void
draw_stage_wide (const SpilFunnel *self, const SpilChartPainter *painter, const Wide *wide, int at,
                 double height)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilFunnelStage *stage = spil_funnel_get_stage (self, at);
  double em = spil_chart_painter_em (painter);
  double x = stage_x (wide, at);
  double y = wide->bands_height;
  g_autofree char *reached = spil_integer_format (stage->reached);
  g_autofree char *now = spil_funnel_dup_now (self, at);
  gboolean last = at + 1 == (int) self->stages->len;
  double room = wide->stage_width + (last ? 0 : wide->gap * 0.75);
  double width, line;

  spil_chart_painter_text (
      painter, stage->label,
      &(SpilChartPut) { .x = x,
                        .y = y + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) * 2,
                        .y_align = 1,
                        .max_width = room,
                        .max_lines = 2,
                        .color = palette->foreground });
  y += spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) * 2;
  line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_LARGE);
  width = spil_chart_painter_text (
      painter, reached,
      &(SpilChartPut) { .x = x, .y = y, .kind = SPIL_CHART_TEXT_LARGE, .color = palette->foreground });
  if (now != NULL)
    spil_chart_painter_text (painter, now,
                             &(SpilChartPut) { .x = x + width + em * 0.5,
                                               .y = y + line * 0.56,
                                               .y_align = 0.5,
                                               .max_width = MAX (em, room - width - em * 0.5),
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  spil_chart_painter_box (painter, x, wide->y1 - height, wide->stage_width, height, 0, palette->series[0],
                          SPIL_PATTERN_SOLID);
  add_stage_hit (self, painter, at, x, wide->bands_height, wide->stage_width, wide->y1 - wide->bands_height);
}

/* "median 34 days (n = 12)" under a stage, on two lines where that is narrow. */
static void
draw_dwell_wide (const SpilFunnel *self, const SpilChartPainter *painter, const Wide *wide, int at)
{
  g_autofree char *dwell = spil_funnel_dup_dwell (spil_funnel_get_stage (self, at));

  if (dwell != NULL)
    spil_chart_painter_text (
        painter, dwell,
        &(SpilChartPut) { .x = stage_x (wide, at),
                          .y = wide->y1 + spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * 0.4,
                          .max_width = wide->stage_width +
                                       (at + 1 < (int) self->stages->len ? wide->gap * 0.8 : 0),
                          .max_lines = 2,
                          .kind = SPIL_CHART_TEXT_SMALL,
                          .color = spil_chart_painter_palette (painter)->muted });
}

static void
draw_period (const SpilFunnel *self, const SpilChartPainter *painter, double bottom)
{
  // Translators: %s is a period such as "01-07-2018 to 30-09-2018"; under the chart of the funnel.
  g_autofree char *text = self->period != NULL ? g_strdup_printf (_ ("In the period %s"), self->period)
                                               : NULL;

  if (text != NULL)
    spil_chart_painter_text (painter, text,
                             &(SpilChartPut) { .y = bottom,
                                               .y_align = 1,
                                               .max_width = painter->width,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = spil_chart_painter_palette (painter)->muted });
}

static void
draw_wide (const SpilFunnel *self, const SpilChartPainter *painter)
{
  Wide wide = lay_out_wide (self, painter);
  double room = wide.y1 - wide.y0 - spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  double before = 0;
  int most = get_most (self);

  draw_bands_wide (self, painter, &wide);
  for (int i = 0; i < (int) self->stages->len; i++) {
    double height = MAX (2, room * spil_funnel_get_stage (self, i)->reached / most);

    // Of a period a stage may hold more than came to it: the stream is those that went on, and nothing more.
    if (i > 0 && self->period != NULL && isfinite (spil_funnel_get_share (self, i)))
      draw_stream (self, painter, &wide, i, before * spil_funnel_get_share (self, i),
                   before * spil_funnel_get_share (self, i));
    else if (i > 0)
      draw_stream (self, painter, &wide, i, before, height);
    draw_stage_wide (self, painter, &wide, i, height);
    draw_dwell_wide (self, painter, &wide, i);
    before = height;
  }
  draw_period (self, painter, painter->height);
}

/* --- narrow: stages from top to bottom ------------------------------------------------------------------------------------ */

static gboolean
is_narrow (const SpilFunnel *self, const SpilChartPainter *painter)
{
  return painter->width < spil_chart_painter_em (painter) * 10.5 * MAX (self->stages->len, 3);
}

static double
stage_height_narrow (const SpilFunnel *self, const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) +
         spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * (spil_funnel_has_dwell (self) ? 2 : 1) +
         spil_chart_painter_em (painter) * 1.75;
}

static double
band_height_narrow (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * 1.3;
}

static void
draw_stage_narrow (const SpilFunnel *self, const SpilChartPainter *painter, int at, double left, double top)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilFunnelStage *stage = spil_funnel_get_stage (self, at);
  double em = spil_chart_painter_em (painter);
  double room = painter->width - left;
  double bar = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 0.2;
  g_autofree char *reached = spil_integer_format (stage->reached);
  g_autofree char *now = spil_funnel_dup_now (self, at);
  g_autofree char *dwell = spil_funnel_dup_dwell (stage);
  double width = spil_chart_painter_text (painter, reached,
                                          &(SpilChartPut) { .x = painter->width,
                                                            .y = top,
                                                            .x_align = 1,
                                                            .kind = SPIL_CHART_TEXT_STRONG,
                                                            .color = palette->foreground });

  spil_chart_painter_text (
      painter, stage->label,
      &(SpilChartPut) {
          .x = left, .y = top, .max_width = MAX (em, room - width - em), .color = palette->foreground });
  spil_chart_painter_box (painter, left, bar, room, em * 0.75, 0, palette->band, SPIL_PATTERN_SOLID);
  if (stage->reached > 0)
    spil_chart_painter_box (painter, left, bar, MAX (2, room * stage->reached / get_most (self)), em * 0.75,
                            0, palette->series[0], SPIL_PATTERN_SOLID);
  bar += em * 0.95;
  if (now != NULL)
    spil_chart_painter_text (painter, now,
                             &(SpilChartPut) { .x = painter->width,
                                               .y = bar,
                                               .x_align = 1,
                                               .max_width = room / 2,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  if (at + 1 < (int) self->stages->len && stage->reached > 0) {
    g_autofree char *share = spil_chart_percent (spil_funnel_get_share (self, at + 1));
    g_autofree char *text = g_strdup_printf (_ ("↓ %s goes on"), share);

    spil_chart_painter_text (painter, text,
                             &(SpilChartPut) { .x = left,
                                               .y = bar,
                                               .max_width = room / 2,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  }
  if (dwell != NULL)
    spil_chart_painter_text (
        painter, dwell,
        &(SpilChartPut) { .x = left,
                          .y = bar + spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL),
                          .max_width = room,
                          .kind = SPIL_CHART_TEXT_SMALL,
                          .color = palette->muted });
  add_stage_hit (self, painter, at, left, top, room,
                 em + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY));
}

/* Bands stand as strips beside their stages; a legend names them. */
static double
draw_bands_narrow (const SpilFunnel *self, const SpilChartPainter *painter, double top)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double height = stage_height_narrow (self, painter);
  double line = band_height_narrow (painter);

  for (guint i = 0; i < self->bands->len; i++) {
    const SpilFunnelBand *band = &g_array_index (self->bands, SpilFunnelBand, i);
    int first = CLAMP (band->first, 0, (int) self->stages->len - 1);
    int last = CLAMP (band->last, first, (int) self->stages->len - 1);
    double x = i * em * 0.75;
    double y0 = top + first * height;
    double y1 = top + (last + 1) * height - em * 0.9;
    SpilColor tone = spil_palette_series (palette, (int) i + 1);
    SpilPattern pattern = spil_palette_pattern ((int) i);

    spil_chart_painter_box (painter, x, y0, em * 0.5, y1 - y0, 0, tone, pattern);
    spil_chart_painter_box (painter, 0, i * line + line * 0.2, em * 0.5, line * 0.6, 0, tone, pattern);
    spil_chart_painter_text (painter, band->label,
                             &(SpilChartPut) { .x = em,
                                               .y = i * line + line / 2,
                                               .y_align = 0.5,
                                               .max_width = painter->width - em,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
    spil_chart_painter_hit (painter, SPIL_CHART_PART_BAND, (int) i,
                            &(cairo_rectangle_t) { x, y0, em * 0.5, y1 - y0 }, g_strdup (band->label),
                            g_strdup_printf (_ ("from %s until %s"),
                                             spil_funnel_get_stage (self, first)->label,
                                             spil_funnel_get_stage (self, last)->label));
  }
  return self->bands->len > 0 ? self->bands->len * em * 0.75 + em * 0.4 : 0;
}

static void
draw_narrow (const SpilFunnel *self, const SpilChartPainter *painter)
{
  double em = spil_chart_painter_em (painter);
  double top = self->bands->len > 0 ? self->bands->len * band_height_narrow (painter) + em * 0.6 : 0;
  double left = draw_bands_narrow (self, painter, top);

  for (int i = 0; i < (int) self->stages->len; i++)
    draw_stage_narrow (self, painter, i, MIN (left, painter->width / 2),
                       top + i * stage_height_narrow (self, painter));
  draw_period (self, painter, painter->height);
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilFunnel *self = data;

  if (!spil_funnel_has_data (self))
    spil_chart_painter_empty (painter);
  else if (is_narrow (self, painter))
    draw_narrow (self, painter);
  else
    draw_wide (self, painter);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilFunnel *self = data;
  double em = spil_chart_painter_em (painter);

  if (!spil_funnel_has_data (self))
    return em * 8;
  if (is_narrow (self, painter))
    return ceil (self->bands->len * band_height_narrow (painter) + em * 0.6 +
                 self->stages->len * stage_height_narrow (self, painter) +
                 (self->period != NULL ? band_height_narrow (painter) : 0));
  return ceil (lay_out_wide (self, painter).y0 + CLAMP (painter->width * 0.2, em * 9, em * 15) +
               foot_height (self, painter));
}

static void
free_data (gpointer data)
{
  spil_funnel_free (data);
}

static const SpilChartClass funnel_class = {
  .name = "funnel",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_funnel_summary,
  .table = spil_funnel_table,
  .free = free_data,
};

SpilChart *
spil_funnel_to_chart (SpilFunnel *self)
{
  return spil_chart_new (&funnel_class, self);
}
