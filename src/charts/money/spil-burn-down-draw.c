// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-burn-down-private.h"

/* What is drawn upon. */
typedef struct
{
  const SpilBurnDown *burn;
  const SpilChartPainter *painter;
  SpilChartPlot plot;
  SpilChartDays days;
  SpilChartScale scale;
  char **ticks;
} Layout;

static double
place_left (const Layout *layout, int64_t spent)
{
  return spil_chart_scale_place (&layout->scale, (double) (layout->burn->total - spent), layout->plot.y1,
                                 layout->plot.y0);
}

/* The state of a day is reached on its evening. */
static double
place_evening (const Layout *layout, SpilDay day)
{
  return spil_chart_days_x (&layout->days, spil_day_add (day, 1));
}

static gboolean
is_within (const SpilBurnDown *self, SpilDay day)
{
  return spil_day_compare (day, self->first) >= 0 && spil_day_compare (day, self->last) <= 0;
}

static SpilChartScale
make_scale (const SpilBurnDown *self, double room, double em)
{
  double low = 0;
  double high = (double) MAX (self->total, 0);
  int64_t most = MAX (self->has_expected ? MAX (self->low, self->high) : 0, self->has_pace ? self->pace : 0);

  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = spil_burn_down_point (self, i);

    if (point->has_actual) {
      most = MAX (most, point->actual + point->open);
      high = MAX (high, (double) (self->total - point->actual));
    }
    if (point->has_plan)
      most = MAX (most, point->plan);
  }
  low = MIN (low, (double) (self->total - most));
  high = MAX (high, SPIL_MONEY_CHART_LEAST);
  return spil_chart_scale (low, high, (int) CLAMP (room / (em * 2.4), 2, 6));
}

static double
draw_legend (const SpilBurnDown *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[5] = {
    { C_ ("chart", "Not spent yet"), SPIL_LEGEND_LINE, palette->series[0], 0, 0 },
    { C_ ("chart", "of which committed"), SPIL_LEGEND_SURFACE, palette->series[0], SPIL_PATTERN_RISING, 0 },
  };
  int count = 2;

  if (self->points->len > 0 && spil_burn_down_point (self, 0)->has_plan)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "By plan"), SPIL_LEGEND_DASHES, palette->muted, 0,
                                           0 };
  if (self->has_expected)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Expected"), SPIL_LEGEND_SURFACE, palette->series[1],
                                           SPIL_PATTERN_DOTS, 0 };
  if (self->has_pace)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "At the pace of until now"), SPIL_LEGEND_DOTS,
                                           palette->series[2], 0, 0 };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

static char **
tick_labels (const SpilChartPainter *painter, const SpilChartScale *scale, double *widest)
{
  int count = spil_chart_scale_count (scale);
  char **labels = g_new0 (char *, count + 1);

  *widest = 0;
  for (int i = 0; i < count; i++) {
    labels[i] = spil_chart_euro_tick (scale, spil_chart_scale_tick (scale, i));
    *widest = MAX (*widest, spil_chart_painter_text_width (painter, labels[i], SPIL_CHART_TEXT_SMALL));
  }
  return labels;
}

static Layout
lay_out (const SpilBurnDown *self, const SpilChartPainter *painter, double legend)
{
  double em = spil_chart_painter_em (painter);
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  Layout layout = {
    .burn = self,
    .painter = painter,
    .plot = { .y0 = legend + line * 2 + em * 0.8,
              .x1 = painter->width - em * 0.6,
              .y1 = painter->height - spil_chart_axis_days_height (painter) },
  };
  double widest;

  layout.plot.y1 = MAX (layout.plot.y1, layout.plot.y0 + em);
  layout.scale = make_scale (self, layout.plot.y1 - layout.plot.y0, em);
  layout.ticks = tick_labels (painter, &layout.scale, &widest);
  layout.plot.x0 = MIN (widest + em * 0.6, painter->width / 2);
  layout.plot.x1 = MAX (layout.plot.x1, layout.plot.x0 + em);
  layout.days = (SpilChartDays) { self->first, self->last, layout.plot.x0, layout.plot.x1 };
  return layout;
}

/* What is not spent, from the beginning: @under goes on along what is committed, back to the beginning. */
static gboolean
trace_left (const Layout *layout, gboolean under)
{
  const SpilBurnDown *self = layout->burn;
  cairo_t *cr = layout->painter->cr;
  gboolean any = FALSE;

  cairo_new_path (cr);
  cairo_move_to (cr, layout->plot.x0, place_left (layout, 0));
  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = spil_burn_down_point (self, i);

    if (!point->has_actual || !is_within (self, point->day))
      continue;
    any = TRUE;
    cairo_line_to (cr, place_evening (layout, point->day), place_left (layout, point->actual));
  }
  for (guint i = under && any ? self->points->len : 0; i-- > 0;) {
    const SpilBurnPoint *point = spil_burn_down_point (self, i);

    if (point->has_actual && is_within (self, point->day))
      cairo_line_to (cr, place_evening (layout, point->day),
                     place_left (layout, point->actual + point->open));
  }
  if (!any)
    cairo_new_path (cr);
  return any;
}

static void
draw_committed (const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (layout->painter);

  if (!trace_left (layout, TRUE))
    return;
  cairo_close_path (layout->painter->cr);
  spil_chart_painter_fill (layout->painter, palette->series[0], SPIL_PATTERN_RISING);
}

static void
draw_left (const Layout *layout)
{
  cairo_t *cr = layout->painter->cr;

  if (!trace_left (layout, FALSE))
    return;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, spil_chart_painter_em (layout->painter) * 0.2);
  spil_chart_painter_color (layout->painter, spil_chart_painter_palette (layout->painter)->series[0]);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_plan (const Layout *layout)
{
  const SpilBurnDown *self = layout->burn;
  const double em = spil_chart_painter_em (layout->painter);
  cairo_t *cr = layout->painter->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, layout->plot.x0, place_left (layout, 0));
  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = spil_burn_down_point (self, i);

    if (point->has_plan && is_within (self, point->day))
      cairo_line_to (cr, place_evening (layout, point->day), place_left (layout, point->plan));
  }
  cairo_set_dash (cr, (double[]) { em * 0.4, em * 0.25 }, 2, 0);
  cairo_set_line_width (cr, em * 0.13);
  spil_chart_painter_color (layout->painter, spil_chart_painter_palette (layout->painter)->muted);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* From the last known figure to the end: what it may come to. */
static void
draw_expected (const Layout *layout, const SpilBurnPoint *now)
{
  const SpilBurnDown *self = layout->burn;
  const double x0 = place_evening (layout, now->day), x1 = layout->plot.x1;
  const double y0 = place_left (layout, self->low), y1 = place_left (layout, self->high);
  const double least = spil_chart_painter_em (layout->painter) * 0.12;
  cairo_t *cr = layout->painter->cr;

  cairo_new_path (cr);
  cairo_move_to (cr, x0, place_left (layout, now->actual));
  cairo_line_to (cr, x1, MIN (y0, y1) - least);
  cairo_line_to (cr, x1, MAX (y0, y1) + least);
  cairo_close_path (cr);
  spil_chart_painter_fill (layout->painter, spil_chart_painter_palette (layout->painter)->series[1],
                           SPIL_PATTERN_DOTS);
}

static void
draw_pace (const Layout *layout, const SpilBurnPoint *now)
{
  const double em = spil_chart_painter_em (layout->painter);
  cairo_t *cr = layout->painter->cr;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, (double[]) { 0, em * 0.28 }, 2, 0);
  cairo_set_line_width (cr, em * 0.16);
  cairo_move_to (cr, place_evening (layout, now->day), place_left (layout, now->actual));
  cairo_line_to (cr, layout->plot.x1, place_left (layout, layout->burn->pace));
  spil_chart_painter_color (layout->painter, spil_chart_painter_palette (layout->painter)->series[2]);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_points (const Layout *layout)
{
  const SpilBurnDown *self = layout->burn;
  const double em = spil_chart_painter_em (layout->painter);

  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = spil_burn_down_point (self, i);
    double x, y;

    if (!point->has_actual || !is_within (self, point->day))
      continue;
    x = place_evening (layout, point->day);
    y = place_left (layout, point->actual);
    spil_chart_painter_marker (layout->painter, SPIL_MARKER_CIRCLE, x, y, em * 0.24,
                               spil_chart_painter_palette (layout->painter)->series[0]);
    if (layout->painter->hits != NULL)
      spil_chart_painter_hit (
          layout->painter, SPIL_CHART_PART_POINT, (int) i,
          &(cairo_rectangle_t) { MIN (x - em / 2, layout->painter->width - em), y - em / 2, em, em },
          spil_day_format_long (point->day), spil_burn_down_point_text (self, point));
  }
}

/* The line of the whole budget with its amount over it. */
static void
draw_budget (const Layout *layout, SpilLabelSpots *spots)
{
  const SpilPalette *palette = spil_chart_painter_palette (layout->painter);
  const double em = spil_chart_painter_em (layout->painter);
  const double y = place_left (layout, 0);
  g_autofree char *total = spil_money_chart_text (layout->burn->total);
  g_autofree char *text = g_strdup_printf (_ ("budget %s"), total);
  SpilChartPut put = { .x = layout->plot.x1,
                       .y = y - em * 0.1,
                       .x_align = 1,
                       .y_align = 1,
                       .kind = SPIL_CHART_TEXT_SMALL,
                       .color = palette->foreground };
  SpilChartPut left = put;

  left.x = layout->plot.x0 + em * 0.3;
  left.x_align = 0;
  spil_chart_painter_line_level (layout->painter, layout->plot.x0, layout->plot.x1, y, MAX (1, em * 0.1),
                                 palette->foreground);
  spil_label_spots_put (spots, text, (SpilChartPut[]) { put, left }, 2);
  spil_label_spots_take (spots, layout->plot.x0, y - 1, layout->plot.x1 - layout->plot.x0, 2);
}

/* The last known figure: beside its point, wherever there is room. */
static void
name_now (const Layout *layout, SpilLabelSpots *spots, const SpilBurnPoint *now)
{
  const double em = spil_chart_painter_em (layout->painter);
  const double x = place_evening (layout, now->day), y = place_left (layout, now->actual);
  g_autofree char *text = spil_money_chart_text (layout->burn->total - now->actual);
  SpilChartPut put = { .x = x + em * 0.4,
                       .y = y - em * 0.35,
                       .y_align = 1,
                       .kind = SPIL_CHART_TEXT_STRONG,
                       .color = spil_chart_painter_palette (layout->painter)->series[0] };
  SpilChartPut places[4] = { put, put, put, put };

  places[1].x = places[3].x = x - em * 0.4;
  places[1].x_align = places[3].x_align = 1;
  places[2].y = places[3].y = y + em * 0.35;
  places[2].y_align = places[3].y_align = 0;
  spil_label_spots_put (spots, text, places, G_N_ELEMENTS (places));
}

/* The line over the plot that says what the axis counts. */
static double
caption_bottom (const Layout *layout)
{
  return layout->plot.y0 - spil_chart_painter_line (layout->painter, SPIL_CHART_TEXT_SMALL) -
         spil_chart_painter_em (layout->painter) * 0.6;
}

/* The edges of the band @share of the way from now to the end; the pace is inside of them. */
static void
find_band (const Layout *layout, const SpilBurnPoint *now, double share, double *top, double *bottom)
{
  const SpilBurnDown *self = layout->burn;
  const double from = place_left (layout, now->actual);
  const double low = place_left (layout, self->low), high = place_left (layout, self->high);
  const double pace = self->has_pace ? place_left (layout, self->pace) : low;

  *top = from + (MIN (MIN (low, high), pace) - from) * share;
  *bottom = from + (MAX (MAX (low, high), pace) - from) * share;
}

/* What is expected in the end: at the right, over the band or under it. */
static void
name_expected (const Layout *layout, SpilLabelSpots *spots, const SpilBurnPoint *now)
{
  const SpilBurnDown *self = layout->burn;
  const double em = spil_chart_painter_em (layout->painter);
  const double x0 = place_evening (layout, now->day), x1 = layout->plot.x1;
  g_autofree char *expected = spil_burn_down_expected_text (self);
  const double width = spil_chart_painter_text_width (layout->painter, expected,
                                                      SPIL_CHART_TEXT_SMALL_STRONG);
  const double left = CLAMP ((x1 - width - x0) / MAX (x1 - x0, 1), 0, 1);
  double tops[2], bottoms[2];
  SpilChartPut places[4];

  find_band (layout, now, left, &tops[0], &bottoms[0]);
  find_band (layout, now, 1, &tops[1], &bottoms[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    places[i] = (SpilChartPut) { .x = x1 - em * 0.2,
                                 .y = i < 2 ? MIN (tops[0], tops[1]) - em * (0.3 + 1.5 * (double) i)
                                            : MAX (bottoms[0], bottoms[1]) +
                                                  em * (0.3 + 1.5 * (double) (i - 2)),
                                 .x_align = 1,
                                 .y_align = i < 2 ? 1 : 0,
                                 .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                 .color = spil_chart_painter_palette (layout->painter)->foreground };
  if (width > x1 - x0 || !spil_label_spots_put (spots, expected, places, G_N_ELEMENTS (places)))
    spil_chart_painter_text (layout->painter, expected,
                             &(SpilChartPut) { .x = layout->painter->width,
                                               .y = caption_bottom (layout),
                                               .x_align = 1,
                                               .y_align = 1,
                                               .max_width = layout->painter->width * 0.6,
                                               .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                               .color = places[0].color });
  if (layout->painter->hits != NULL)
    spil_chart_painter_hit (
        layout->painter, SPIL_CHART_PART_TOKEN, (int) self->points->len,
        &(cairo_rectangle_t) { x1 - em, tops[1] - em * 0.3, em, bottoms[1] - tops[1] + em * 0.6 },
        g_strdup (_ ("Expected at the end")), g_steal_pointer (&expected));
}

static void
draw_axes (const Layout *layout)
{
  const SpilChartPainter *painter = layout->painter;
  g_autofree char *caption = spil_money_chart_caption (&layout->scale, layout->burn->note);

  spil_chart_axis_values (painter, &layout->plot, &layout->scale, layout->ticks);
  spil_chart_painter_text (painter, caption,
                           &(SpilChartPut) {
                               .y = caption_bottom (layout),
                               .y_align = 1,
                               .max_width = painter->width * 0.4,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = spil_chart_painter_palette (painter)->muted,
                           });
  spil_chart_axis_days (painter, &layout->plot, &layout->days);
}

/* The word of today is in the way of other words. */
static void
take_today (const Layout *layout, SpilLabelSpots *spots)
{
  const double em = spil_chart_painter_em (layout->painter);
  const double half = em * 2;
  double x;

  if (!spil_day_is_known (layout->burn->today) || !is_within (layout->burn, layout->burn->today))
    return;
  x = spil_chart_days_x (&layout->days, layout->burn->today);
  spil_label_spots_take (spots, MIN (x, layout->plot.x1 - half) - half, layout->plot.y0 - em * 1.6, half * 2,
                         em * 1.5);
}

void
spil_burn_down_draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBurnDown *self = data;
  const SpilBurnPoint *now = spil_burn_down_now (self);
  const double em = spil_chart_painter_em (painter);
  Layout layout;
  SpilLabelSpots spots;

  if (self->points->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, draw_legend (self, painter));
  spots = (SpilLabelSpots) { .painter = painter, .within = layout.plot };
  spots.within.y0 -= em * 1.5;
  take_today (&layout, &spots);
  draw_axes (&layout);
  if (now != NULL && !is_within (self, now->day))
    now = NULL;
  if (now != NULL && self->has_expected)
    draw_expected (&layout, now);
  draw_committed (&layout);
  spil_chart_axis_today (painter, &layout.plot, &layout.days, self->today);
  draw_plan (&layout);
  if (now != NULL && self->has_pace)
    draw_pace (&layout, now);
  draw_left (&layout);
  draw_points (&layout);
  draw_budget (&layout, &spots);
  if (now != NULL)
    name_now (&layout, &spots, now);
  if (now != NULL && self->has_expected)
    name_expected (&layout, &spots, now);
  g_strfreev (layout.ticks);
}

double
spil_burn_down_natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBurnDown *self = data;
  double em = spil_chart_painter_em (painter);

  if (self->points->len == 0)
    return em * 8;
  return ceil (draw_legend (self, painter) + CLAMP (painter->width * 0.42, em * 18, em * 27));
}
