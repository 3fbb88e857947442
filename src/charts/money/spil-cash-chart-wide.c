// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-cash-chart-private.h"

/* A wide chart: above, what it adds up to; beneath it the bars, quarter under quarter. */
typedef struct
{
  const SpilCashChart *cash;
  const SpilChartPainter *painter;
  SpilChartPlot line; /* of what is added up */
  SpilChartPlot bars;
  SpilChartScale line_scale;
  SpilChartScale bar_scale;
  double slot;
  gboolean brief; /* amounts in thousands */
} Layout;

static double
slot_middle (const Layout *layout, guint at)
{
  return layout->bars.x0 + (at + 0.5) * layout->slot;
}

static double
bar_width (const Layout *layout)
{
  return MIN (layout->slot * 0.56, spil_chart_painter_em (layout->painter) * 5);
}

static void
find_extremes (const SpilCashChart *self, double bars[2], double added[2])
{
  bars[0] = added[0] = 0;
  bars[1] = SPIL_MONEY_CHART_LEAST;
  added[1] = MAX (SPIL_MONEY_CHART_LEAST, self->has_budget ? (double) self->budget : 0);
  for (guint i = 0; i < self->quarters->len; i++) {
    const SpilCashQuarter *quarter = spil_cash_chart_quarter (self, i);
    const double sum = (double) spil_cash_chart_added (self, i);
    double up = 0, down = 0;

    for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++) {
      const double amount = (double) spil_cash_quarter_part (quarter, part);

      up += MAX (amount, 0);
      down += MIN (amount, 0);
    }
    bars[0] = MIN (bars[0], down);
    bars[1] = MAX (bars[1], up);
    added[0] = MIN (added[0], sum);
    added[1] = MAX (added[1], sum);
  }
}

static double
widest_tick (const SpilChartPainter *painter, const SpilChartScale *scale)
{
  double widest = 0;

  for (int i = 0; i < spil_chart_scale_count (scale); i++) {
    g_autofree char *text = spil_chart_euro_tick (scale, spil_chart_scale_tick (scale, i));

    widest = MAX (widest, spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_SMALL));
  }
  return widest;
}

/* The widest amount over a bar. */
static double
widest_amount (const SpilCashChart *self, const SpilChartPainter *painter, gboolean brief)
{
  double widest = 0;

  for (guint i = 0; i < self->quarters->len; i++) {
    const int64_t sum = spil_cash_quarter_sum (spil_cash_chart_quarter (self, i));
    g_autofree char *text = brief ? spil_money_chart_thousands (sum) : spil_money_chart_text (sum);

    widest = MAX (widest, spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_SMALL_STRONG));
  }
  return widest;
}

static Layout
lay_out (const SpilCashChart *self, const SpilChartPainter *painter, double legend)
{
  const double em = spil_chart_painter_em (painter);
  const double small = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const double top = legend + small + em * 1.2;
  const double bottom = painter->height - small * 2 - em * 0.6;
  const double room = MAX (bottom - top, em * 2);
  double bars[2], added[2];
  Layout layout = { .cash = self, .painter = painter };

  layout.line = (SpilChartPlot) { 0, top, painter->width - em * 0.6, top + room * 0.4 };
  layout.bars = (SpilChartPlot) { 0, top + room * 0.4 + small + em * 1.4, layout.line.x1, bottom };
  layout.bars.y1 = MAX (layout.bars.y1, layout.bars.y0 + em);
  find_extremes (self, bars, added);
  layout.line_scale = spil_chart_scale (added[0], added[1],
                                        (int) CLAMP ((layout.line.y1 - layout.line.y0) / (em * 2.4), 2, 4));
  layout.bar_scale = spil_chart_scale (bars[0], bars[1],
                                       (int) CLAMP ((layout.bars.y1 - layout.bars.y0) / (em * 2.4), 2, 5));
  layout.line.x0 = layout.bars.x0 = MIN (
      painter->width / 2,
      MAX (widest_tick (painter, &layout.line_scale), widest_tick (painter, &layout.bar_scale)) + em * 0.6);
  layout.slot = MAX (layout.bars.x1 - layout.bars.x0, em) / MAX (self->quarters->len, 1);
  layout.brief = widest_amount (self, painter, FALSE) + em * 0.4 > layout.slot;
  return layout;
}

gboolean
spil_cash_chart_is_list (const SpilCashChart *self, const SpilChartPainter *painter)
{
  const double em = spil_chart_painter_em (painter);

  return painter->width < em * 34 || (painter->width - em * 6) / MAX (self->quarters->len, 1) <
                                         widest_amount (self, painter, TRUE) + em * 0.6;
}

static void
draw_panel (const Layout *layout, const SpilChartPlot *plot, const SpilChartScale *scale, const char *title)
{
  const SpilChartPainter *painter = layout->painter;
  const int count = spil_chart_scale_count (scale);
  g_auto (GStrv) labels = g_new0 (char *, (gsize) count + 1);
  g_autofree char *unit = spil_money_chart_caption (scale, layout->cash->note);
  g_autofree char *caption = g_strdup_printf ("%s, %s", title, unit);

  for (int i = 0; i < count; i++)
    labels[i] = spil_chart_euro_tick (scale, spil_chart_scale_tick (scale, i));
  spil_chart_axis_values (painter, plot, scale, labels);
  spil_chart_painter_text (painter, caption,
                           &(SpilChartPut) { .y = plot->y0 - spil_chart_painter_em (painter) * 0.75,
                                             .y_align = 1,
                                             .max_width = painter->width,
                                             .kind = SPIL_CHART_TEXT_SMALL,
                                             .color = spil_chart_painter_palette (painter)->muted });
}

/* The quarter of today: a band behind both panels. */
static void
draw_present (const Layout *layout)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  for (guint i = 0; i < layout->cash->quarters->len; i++) {
    const double x = layout->bars.x0 + i * layout->slot;

    if (!spil_cash_chart_is_now (layout->cash, i))
      continue;
    spil_chart_painter_box (painter, x, layout->line.y0, layout->slot, layout->line.y1 - layout->line.y0, 0,
                            palette->band, SPIL_PATTERN_SOLID);
    spil_chart_painter_box (painter, x, layout->bars.y0, layout->slot, layout->bars.y1 - layout->bars.y0, 0,
                            palette->band, SPIL_PATTERN_SOLID);
  }
}

/* The amount of a part beside it, where a bar has more than one and there is room. */
static void
name_part (const Layout *layout, const SpilCashQuarter *quarter, SpilCashPart part, double x, double y0,
           double y1)
{
  const SpilChartPainter *painter = layout->painter;
  const double em = spil_chart_painter_em (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  g_autofree char *text = spil_money_chart_text (spil_cash_quarter_part (quarter, part));
  const double width = spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_SMALL);

  if (spil_cash_quarter_part (quarter, part) == spil_cash_quarter_sum (quarter) || ABS (y1 - y0) < line ||
      width + em * 0.6 > (layout->slot - bar_width (layout)) / 2)
    return;
  spil_chart_painter_text (painter, text,
                           &(SpilChartPut) { .x = x + em * 0.4,
                                             .y = (y0 + y1) / 2,
                                             .y_align = 0.5,
                                             .kind = SPIL_CHART_TEXT_SMALL,
                                             .color = spil_chart_painter_palette (painter)->foreground });
}

static void
draw_bar (const Layout *layout, guint at)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (layout->cash, at);
  const double em = spil_chart_painter_em (painter);
  const double width = bar_width (layout);
  const double x = slot_middle (layout, at) - width / 2;
  const int64_t sum = spil_cash_quarter_sum (quarter);
  g_autofree char *text = layout->brief ? spil_money_chart_thousands (sum) : spil_money_chart_text (sum);
  double up = 0, down = 0, top;

  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++) {
    const double amount = (double) spil_cash_quarter_part (quarter, part);
    const double from = amount < 0 ? down : up;
    const double y0 = spil_chart_scale_place (&layout->bar_scale, from, layout->bars.y1, layout->bars.y0);
    const double y1 = spil_chart_scale_place (&layout->bar_scale, from + amount, layout->bars.y1,
                                              layout->bars.y0);

    if (amount == 0)
      continue;
    /* One cent beside a million is a hairline, but never nothing. */
    spil_chart_painter_box (painter, x, MIN (y0, y1) - (ABS (y1 - y0) < 1 ? 1 : 0), width,
                            MAX (ABS (y1 - y0), 1), 0, spil_cash_part_color (painter, part),
                            spil_cash_part_pattern (part));
    name_part (layout, quarter, part, x + width, y0, y1);
    *(amount < 0 ? &down : &up) += amount;
  }
  top = spil_chart_scale_place (&layout->bar_scale, up, layout->bars.y1, layout->bars.y0);
  spil_chart_painter_text_halo (
      painter, text,
      &(SpilChartPut) { .x = slot_middle (layout, at),
                        .y = top - em * 0.2,
                        .x_align = 0.5,
                        .y_align = 1,
                        .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                        .color = spil_chart_painter_palette (painter)->foreground });
}

static void
draw_name (const Layout *layout, guint at)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (layout->cash, at);
  const double em = spil_chart_painter_em (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const gboolean now = spil_cash_chart_is_now (layout->cash, at);
  g_autofree char *name = spil_cash_quarter_name (quarter);
  const double x = slot_middle (layout, at);

  spil_chart_painter_text (
      painter, name,
      &(SpilChartPut) { .x = x,
                        .y = layout->bars.y1 + em * 0.3,
                        .x_align = 0.5,
                        .max_width = layout->slot,
                        .kind = now ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL,
                        .color = now ? palette->accent : palette->foreground });
  if (quarter->closed)
    spil_cash_chart_draw_closed (painter, x, layout->bars.y1 + em * 0.3 + line, 0.5, layout->slot);
  else if (now)
    spil_chart_painter_text (painter, C_ ("chart", "now"),
                             &(SpilChartPut) { .x = x,
                                               .y = layout->bars.y1 + em * 0.3 + line,
                                               .x_align = 0.5,
                                               .max_width = layout->slot,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->accent });
}

static double
place_added (const Layout *layout, guint at)
{
  return spil_chart_scale_place (&layout->line_scale, (double) spil_cash_chart_added (layout->cash, at),
                                 layout->line.y1, layout->line.y0);
}

/* How many quarters are over: from the last of them on, what is added up is what is expected. */
static guint
count_past (const SpilCashChart *self)
{
  guint n = 0;

  while (n < self->quarters->len &&
         (!spil_day_is_known (self->today) ||
          spil_day_compare (spil_cash_chart_quarter (self, n)->quarter.last, self->today) < 0))
    n++;
  return n;
}

static void
draw_added (const Layout *layout)
{
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const guint n = layout->cash->quarters->len, past = count_past (layout->cash);
  double x = layout->line.x0;
  double y = spil_chart_scale_place (&layout->line_scale, 0, layout->line.y1, layout->line.y0);
  cairo_t *cr = painter->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, em * 0.16);
  spil_chart_painter_color (painter, palette->foreground);
  for (guint i = 0; i < n; i++) {
    cairo_move_to (cr, x, y);
    x = slot_middle (layout, i);
    y = place_added (layout, i);
    cairo_line_to (cr, x, y);
    cairo_set_dash (cr, (double[]) { em * 0.35, em * 0.25 }, i < past ? 0 : 2, 0);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
  for (guint i = 0; i < n; i++)
    spil_chart_painter_marker (painter, i < past ? SPIL_MARKER_CIRCLE : SPIL_MARKER_RING,
                               slot_middle (layout, i), place_added (layout, i), em * 0.22,
                               palette->foreground);
}

/* The budget as a line with its amount, and beneath or over it what the quarters add up to. */
static void
name_lines (const Layout *layout)
{
  const SpilCashChart *self = layout->cash;
  const SpilChartPainter *painter = layout->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const guint last = self->quarters->len - 1;
  const int64_t added = spil_cash_chart_added (self, last);
  const double x = slot_middle (layout, last);
  const double y = place_added (layout, last);
  g_autofree char *text = spil_money_chart_text (added);
  SpilLabelSpots spots = { .painter = painter, .within = layout->line };
  SpilChartPut put = {
    .x = x, .y = y - em * 0.4, .x_align = 0.5, .y_align = 1, .kind = SPIL_CHART_TEXT_SMALL_STRONG
  };
  SpilChartPut places[3];

  spots.within.y0 -= em * 1.1;
  if (self->has_budget) {
    const double level = spil_chart_scale_place (&layout->line_scale, (double) self->budget, layout->line.y1,
                                                 layout->line.y0);
    g_autofree char *amount = spil_money_chart_text (self->budget);
    g_autofree char *budget = g_strdup_printf (_ ("budget %s"), amount);

    spil_chart_painter_line_level (painter, layout->line.x0, layout->line.x1, level, MAX (1, em * 0.1),
                                   palette->foreground);
    spil_label_spots_put (&spots, budget,
                          &(SpilChartPut) { .x = layout->line.x0 + em * 0.3,
                                            .y = level - em * 0.1,
                                            .y_align = 1,
                                            .kind = SPIL_CHART_TEXT_SMALL,
                                            .color = palette->foreground },
                          1);
    spil_label_spots_take (&spots, layout->line.x0, level - 1, layout->line.x1 - layout->line.x0, 2);
  }
  put.color = self->has_budget && added > self->budget ? palette->warning : palette->foreground;
  places[0] = places[1] = places[2] = put;
  places[1].y = y + em * 0.4;
  places[1].y_align = 0;
  places[2].x = x - em * 0.6;
  places[2].x_align = 1;
  places[2].y_align = 0.5;
  spil_label_spots_put (&spots, text, places, G_N_ELEMENTS (places));
}

void
spil_cash_chart_draw_wide (const SpilCashChart *self, const SpilChartPainter *painter)
{
  const Layout layout = lay_out (self, painter, spil_cash_chart_draw_legend (self, painter, FALSE));

  draw_present (&layout);
  draw_panel (&layout, &layout.line, &layout.line_scale, C_ ("chart", "Added up"));
  draw_panel (&layout, &layout.bars, &layout.bar_scale, C_ ("chart", "By quarter"));
  for (guint i = 0; i < self->quarters->len; i++) {
    draw_bar (&layout, i);
    draw_name (&layout, i);
    spil_cash_chart_hit (self, painter, i,
                         &(cairo_rectangle_t) { layout.bars.x0 + i * layout.slot, layout.line.y0, layout.slot,
                                                layout.bars.y1 - layout.line.y0 });
  }
  draw_added (&layout);
  name_lines (&layout);
}
