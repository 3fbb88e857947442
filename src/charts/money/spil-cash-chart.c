// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-cash-chart-private.h"

SpilCashChart *
spil_cash_chart_new (void)
{
  SpilCashChart *self = g_new0 (SpilCashChart, 1);

  self->quarters = g_array_new (FALSE, FALSE, sizeof (SpilCashQuarter));
  self->today = SPIL_DAY_NONE;
  return self;
}

void
spil_cash_chart_free (SpilCashChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->quarters);
  g_free (self->note);
  g_free (self);
}

void
spil_cash_chart_add (SpilCashChart *self, const SpilCashQuarter *quarter)
{
  SpilCashQuarter copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (quarter != NULL && spil_day_is_known (quarter->quarter.first));

  copy = *quarter;
  copy.actual = spil_money_chart_hold (quarter->actual);
  copy.open = MAX (spil_money_chart_hold (quarter->open), 0);
  copy.forecast = spil_money_chart_hold (quarter->forecast);
  g_array_append_val (self->quarters, copy);
}

void
spil_cash_chart_set_budget (SpilCashChart *self, int64_t budget)
{
  g_return_if_fail (self != NULL);

  self->has_budget = TRUE;
  self->budget = spil_money_chart_hold (budget);
}

void
spil_cash_chart_set_today (SpilCashChart *self, SpilDay today)
{
  g_return_if_fail (self != NULL);

  self->today = today;
}

void
spil_cash_chart_set_note (SpilCashChart *self, const char *note)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->note, note);
}

SpilColor
spil_cash_part_color (const SpilChartPainter *painter, SpilCashPart part)
{
  return spil_chart_painter_palette (painter)->series[part == SPIL_CASH_FORECAST ? 1 : 0];
}

SpilPattern
spil_cash_part_pattern (SpilCashPart part)
{
  return part == SPIL_CASH_ACTUAL ? SPIL_PATTERN_SOLID
         : part == SPIL_CASH_OPEN ? SPIL_PATTERN_RISING
                                  : SPIL_PATTERN_DOTS;
}

double
spil_cash_chart_draw_legend (const SpilCashChart *self, const SpilChartPainter *painter, gboolean list)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[SPIL_CASH_PARTS + 2];
  int count = 0;

  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
    if (part == SPIL_CASH_ACTUAL || spil_cash_chart_has (self, part))
      entries[count++] = (SpilLegendEntry) { spil_cash_part_label (part), SPIL_LEGEND_SURFACE,
                                             spil_cash_part_color (painter, part),
                                             spil_cash_part_pattern (part), 0 };
  if (!list) {
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Added up"), SPIL_LEGEND_LINE, palette->foreground, 0,
                                           0 };
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "expected"), SPIL_LEGEND_DASHES, palette->foreground,
                                           0, 0 };
  }
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

/* A small padlock, its foot at @y: the quarter is closed. */
static void
draw_lock (const SpilChartPainter *painter, double x, double y)
{
  const double em = spil_chart_painter_em (painter);
  cairo_t *cr = painter->cr;

  if (cr == NULL)
    return;
  cairo_save (cr);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->muted);
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y - em * 0.4, em * 0.55, em * 0.4);
  cairo_fill (cr);
  cairo_set_line_width (cr, em * 0.1);
  cairo_arc (cr, x + em * 0.275, y - em * 0.4, em * 0.17, G_PI, 2 * G_PI);
  cairo_stroke (cr);
  cairo_restore (cr);
}

double
spil_cash_chart_draw_closed (const SpilChartPainter *painter, double x, double y, double align, double room)
{
  const double em = spil_chart_painter_em (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const double sign = em * 0.8;
  const double word = spil_chart_painter_text_width (painter, C_ ("chart", "closed"), SPIL_CHART_TEXT_SMALL);
  const gboolean fits = sign + word <= room;
  const double width = fits ? sign + word : em * 0.55;
  const double left = x - width * align;

  draw_lock (painter, left, y + line * 0.78);
  if (fits)
    spil_chart_painter_text (painter, C_ ("chart", "closed"),
                             &(SpilChartPut) { .x = left + sign,
                                               .y = y,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = spil_chart_painter_palette (painter)->muted });
  return width;
}

void
spil_cash_chart_hit (const SpilCashChart *self, const SpilChartPainter *painter, guint at,
                     const cairo_rectangle_t *box)
{
  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_TOKEN, (int) at, box,
                            spil_period_format (spil_cash_chart_quarter (self, at)->quarter),
                            spil_cash_quarter_text (self, at));
}

gboolean
spil_cash_chart_is_now (const SpilCashChart *self, guint at)
{
  return spil_day_is_known (self->today) &&
         spil_period_contains (spil_cash_chart_quarter (self, at)->quarter, self->today);
}

/* A narrow chart: the quarters under each other, each with its amount and its bar. */

static double
list_row_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) +
         spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) + spil_chart_painter_em (painter) * 1.9;
}

static double
most_of_list (const SpilCashChart *self)
{
  double most = 1;

  for (guint i = 0; i < self->quarters->len; i++) {
    double up = 0;

    for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
      up += MAX ((double) spil_cash_quarter_part (spil_cash_chart_quarter (self, i), part), 0);
    most = MAX (most, up);
  }
  return most;
}

static void
draw_list_texts (const SpilCashChart *self, const SpilChartPainter *painter, guint at, double top,
                 double under)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (self, at);
  const double em = spil_chart_painter_em (painter);
  const gboolean now = spil_cash_chart_is_now (self, at);
  g_autofree char *name = spil_cash_quarter_name (quarter);
  g_autofree char *sum = spil_money_chart_text (spil_cash_quarter_sum (quarter));
  g_autofree char *amount = spil_money_chart_text (spil_cash_chart_added (self, at));
  g_autofree char *added = g_strdup_printf (_ ("added up %s"), amount);
  const double width = spil_chart_painter_text (painter, sum,
                                                &(SpilChartPut) { .x = painter->width,
                                                                  .y = top,
                                                                  .x_align = 1,
                                                                  .kind = SPIL_CHART_TEXT_STRONG,
                                                                  .color = palette->foreground });
  double x = spil_chart_painter_text (
      painter, name,
      &(SpilChartPut) { .y = top,
                        .max_width = MAX (painter->width - width - em, em),
                        .kind = now ? SPIL_CHART_TEXT_STRONG : SPIL_CHART_TEXT_BODY,
                        .color = now ? palette->accent : palette->foreground });

  spil_chart_painter_text (
      painter, added,
      &(SpilChartPut) {
          .y = under, .max_width = painter->width, .kind = SPIL_CHART_TEXT_SMALL, .color = palette->muted });
  if (quarter->closed)
    spil_cash_chart_draw_closed (painter, x + em * 0.8, top + em * 0.1, 0,
                                 painter->width - width - x - em * 2);
}

static void
draw_list_row (const SpilCashChart *self, const SpilChartPainter *painter, guint at, double top, double most)
{
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (self, at);
  const double em = spil_chart_painter_em (painter);
  const double y = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 0.2;
  double x = 0;

  draw_list_texts (self, painter, at, top, y + em * 0.85);
  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++) {
    const double amount = MAX ((double) spil_cash_quarter_part (quarter, part), 0);
    const double width = MIN (MAX (amount / most * painter->width, amount > 0 ? 1 : 0), painter->width - x);

    if (amount > 0)
      spil_chart_painter_box (painter, x, y, width, em * 0.7, 0, spil_cash_part_color (painter, part),
                              spil_cash_part_pattern (part));
    x += width;
  }
  spil_cash_chart_hit (self, painter, at,
                       &(cairo_rectangle_t) { 0, top, painter->width, list_row_height (painter) - em * 0.6 });
}

static void
draw_list (const SpilCashChart *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  double top = spil_cash_chart_draw_legend (self, painter, TRUE) + em * 0.4;
  const double most = most_of_list (self);

  for (guint i = 0; i < self->quarters->len; i++, top += list_row_height (painter))
    draw_list_row (self, painter, i, top, most);
  if (self->has_budget) {
    g_autofree char *amount = spil_money_chart_text (self->budget);
    g_autofree char *budget = g_strdup_printf (_ ("budget %s"), amount);

    spil_chart_painter_text (painter, budget,
                             &(SpilChartPut) { .y = top,
                                               .max_width = painter->width,
                                               .kind = SPIL_CHART_TEXT_STRONG,
                                               .color = palette->foreground });
  }
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilCashChart *self = data;

  if (self->quarters->len == 0)
    spil_chart_painter_empty (painter);
  else if (spil_cash_chart_is_list (self, painter))
    draw_list (self, painter);
  else
    spil_cash_chart_draw_wide (self, painter);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilCashChart *self = data;
  const double em = spil_chart_painter_em (painter);

  if (self->quarters->len == 0)
    return em * 8;
  if (spil_cash_chart_is_list (self, painter))
    return ceil (
        spil_cash_chart_draw_legend (self, painter, TRUE) + em * 0.4 +
        self->quarters->len * list_row_height (painter) +
        (self->has_budget ? spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) + em * 0.4 : 0));
  return ceil (spil_cash_chart_draw_legend (self, painter, FALSE) +
               CLAMP (painter->width * 0.46, em * 24, em * 32));
}

static void
free_data (gpointer data)
{
  spil_cash_chart_free (data);
}

static const SpilChartClass cash_chart_class = {
  .name = "cash",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_cash_chart_summary,
  .table = spil_cash_chart_table,
  .free = free_data,
};

SpilChart *
spil_cash_chart_to_chart (SpilCashChart *self)
{
  return spil_chart_new (&cash_chart_class, self);
}
