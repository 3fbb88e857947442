// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-burn-down.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"
#include "spil-money.h"
#include "spil-period.h"

typedef enum
{
  PLAN,
  ACTUAL,
  FORECAST,
} Series;

struct _SpilBurnDown
{
  int64_t total;
  SpilDay first;
  SpilDay last;
  SpilDay today;
  gboolean rising;
  GArray *points;
};

static int64_t
hold (int64_t cents)
{
  return CLAMP (cents, -SPIL_MONEY_MAX_CENTS, SPIL_MONEY_MAX_CENTS);
}

SpilBurnDown *
spil_burn_down_new (int64_t total, SpilDay first, SpilDay last)
{
  SpilBurnDown *self;

  g_return_val_if_fail (spil_day_is_known (first) && spil_day_is_known (last), NULL);

  self = g_new0 (SpilBurnDown, 1);
  self->total = hold (total);
  self->first = spil_chart_hold_day (first);
  self->last = spil_day_compare (last, first) < 0 ? self->first : spil_chart_hold_day (last);
  self->today = SPIL_DAY_NONE;
  self->points = g_array_new (FALSE, FALSE, sizeof (SpilBurnPoint));
  return self;
}

void
spil_burn_down_free (SpilBurnDown *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

void
spil_burn_down_add (SpilBurnDown *self, const SpilBurnPoint *point)
{
  SpilBurnPoint copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (point != NULL && spil_day_is_known (point->day));

  copy = *point;
  copy.plan = hold (point->plan);
  copy.actual = hold (point->actual);
  copy.forecast = hold (point->forecast);
  g_array_append_val (self->points, copy);
}

void
spil_burn_down_set_today (SpilBurnDown *self, SpilDay today)
{
  g_return_if_fail (self != NULL);

  self->today = today;
}

void
spil_burn_down_set_rising (SpilBurnDown *self, gboolean rising)
{
  g_return_if_fail (self != NULL);

  self->rising = rising;
}

static const SpilBurnPoint *
get_point (const SpilBurnDown *self, guint at)
{
  return &g_array_index (self->points, SpilBurnPoint, at);
}

static gboolean
get_spent (const SpilBurnPoint *point, Series series, int64_t *spent)
{
  switch (series) {
  case PLAN:
    *spent = point->plan;
    return point->has_plan;
  case ACTUAL:
    *spent = point->actual;
    return point->has_actual;
  case FORECAST:
  default:
    *spent = point->forecast;
    return point->has_forecast;
  }
}

static double
shown (const SpilBurnDown *self, int64_t spent)
{
  return self->rising ? (double) spent : (double) self->total - (double) spent;
}

static const SpilBurnPoint *
last_of (const SpilBurnDown *self, Series series)
{
  const SpilBurnPoint *last = NULL;
  int64_t spent;

  for (guint i = 0; i < self->points->len; i++)
    if (get_spent (get_point (self, i), series, &spent))
      last = get_point (self, i);
  return last;
}

/* What is drawn upon. */
typedef struct
{
  SpilChartPlot plot;
  SpilChartDays days;
  SpilChartScale scale;
} Layout;

static SpilChartScale
make_scale (const SpilBurnDown *self, double room, double em)
{
  double low = 0;
  double high = (double) self->total;

  for (guint i = 0; i < self->points->len; i++)
    for (Series series = PLAN; series <= FORECAST; series++) {
      int64_t spent;

      if (!get_spent (get_point (self, i), series, &spent))
        continue;
      low = MIN (low, shown (self, spent));
      high = MAX (high, shown (self, spent));
    }
  return spil_chart_scale (low, high, (int) CLAMP (room / (em * 2.4), 2, 6));
}

static double
draw_legend (const SpilBurnDown *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[3];
  int count = 0;

  if (last_of (self, ACTUAL) != NULL)
    entries[count++] = (SpilLegendEntry) { self->rising      ? C_ ("chart", "Spent")
                                                             : C_ ("chart", "Remaining"), SPIL_LEGEND_LINE,
                                                                  palette->series[0], 0, 0 };
  if (last_of (self, PLAN) != NULL)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "By plan"), SPIL_LEGEND_DASHES, palette->muted, 0, 0 };
  if (last_of (self, FORECAST) != NULL)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Forecast"), SPIL_LEGEND_DOTS, palette->series[1], 0,
                                              0 };
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
lay_out (const SpilBurnDown *self, const SpilChartPainter *painter, double legend, char ***labels)
{
  double em = spil_chart_painter_em (painter);
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  Layout layout = {
    .plot = {
      .y0 = legend + line + em * 0.8,
      .x1 = painter->width - em * 0.6,
      .y1 = painter->height - spil_chart_axis_days_height (painter),
    },
  };
  double widest;

  layout.plot.y1 = MAX (layout.plot.y1, layout.plot.y0 + em);
  layout.scale = make_scale (self, layout.plot.y1 - layout.plot.y0, em);
  *labels = tick_labels (painter, &layout.scale, &widest);
  layout.plot.x0 = MIN (widest + em * 0.6, painter->width / 2);
  layout.plot.x1 = MAX (layout.plot.x1, layout.plot.x0 + em);
  layout.days = (SpilChartDays) { self->first, self->last, layout.plot.x0, layout.plot.x1 };
  return layout;
}

/* The point of a series; the state of a day is reached on its evening. */
static gboolean
place (const SpilBurnDown *self, const Layout *layout, guint at, Series series, double *x, double *y)
{
  const SpilBurnPoint *point = get_point (self, at);
  int64_t spent;

  if (!get_spent (point, series, &spent) || spil_day_compare (point->day, self->first) < 0 ||
      spil_day_compare (point->day, self->last) > 0)
    return FALSE;
  *x = spil_chart_days_x (&layout->days, spil_day_add (point->day, 1));
  *y = spil_chart_scale_place (&layout->scale, shown (self, spent), layout->plot.y1, layout->plot.y0);
  return TRUE;
}

/* Traces a series; a forecast sets out from the last actual figure, the others from the beginning. */
static gboolean
trace (const SpilBurnDown *self, cairo_t *cr, const Layout *layout, Series series)
{
  gboolean any = FALSE;
  double x, y;

  cairo_new_path (cr);
  if (series == FORECAST) {
    for (guint i = 0; i < self->points->len; i++)
      if (place (self, layout, i, ACTUAL, &x, &y))
        cairo_move_to (cr, x, y);
  } else
    cairo_move_to (
        cr, layout->plot.x0,
        spil_chart_scale_place (&layout->scale, shown (self, 0), layout->plot.y1, layout->plot.y0));
  for (guint i = 0; i < self->points->len; i++)
    if (place (self, layout, i, series, &x, &y)) {
      cairo_line_to (cr, x, y);
      any = TRUE;
    }
  if (!any)
    cairo_new_path (cr);
  return any;
}

static void
draw_series (const SpilBurnDown *self, const SpilChartPainter *painter, const Layout *layout, Series series,
             SpilColor color)
{
  double em = spil_chart_painter_em (painter);
  cairo_t *cr = painter->cr;

  if (!trace (self, cr, layout, series))
    return;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, em * (series == ACTUAL ? 0.2 : 0.13));
  if (series != ACTUAL)
    cairo_set_dash (cr, series == PLAN ? (double[]) { em * 0.4, em * 0.25 } : (double[]) { 0, em * 0.26 }, 2,
                    0);
  if (series == FORECAST)
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  spil_chart_painter_color (painter, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_points (const SpilBurnDown *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double x, y;

  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = get_point (self, i);
    g_autofree char *spent = NULL;
    g_autofree char *left = NULL;

    if (!place (self, layout, i, ACTUAL, &x, &y))
      continue;
    spil_chart_painter_marker (painter, SPIL_MARKER_CIRCLE, x, y, em * 0.24, palette->series[0]);
    spent = spil_money_format (point->actual, SPIL_MONEY_WHOLE);
    left = spil_money_format (self->total - point->actual, SPIL_MONEY_WHOLE);
    spil_chart_painter_hit (
        painter, SPIL_CHART_PART_POINT, (int) i, &(cairo_rectangle_t) { x - em / 2, y - em / 2, em, em },
        spil_day_format_long (point->day), g_strdup_printf (_ ("%s spent, %s left"), spent, left));
  }
}

/* Names the last actual figure, where there is most room around it. */
static void
name_last (const SpilBurnDown *self, const SpilChartPainter *painter, const Layout *layout)
{
  double em = spil_chart_painter_em (painter);
  double x = 0, y = 0, width;
  g_autofree char *text = NULL;
  gboolean found = FALSE;
  gboolean fits_right;

  for (guint i = 0; i < self->points->len; i++)
    if (place (self, layout, i, ACTUAL, &x, &y)) {
      int64_t spent = get_point (self, i)->actual;

      found = TRUE;
      g_free (text);
      text = spil_money_format (self->rising ? spent : self->total - spent, SPIL_MONEY_WHOLE);
    }
  if (!found)
    return;
  width = spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_STRONG);
  fits_right = x + width + em * 0.6 <= layout->plot.x1;
  spil_chart_painter_text_halo (painter, text,
                                &(SpilChartPut) {
                                    .x = fits_right ? x + em * 0.4 : x - em * 0.4,
                                    .y = y - em * 0.3,
                                    .x_align = fits_right ? 0 : 1,
                                    .y_align = 1,
                                    .kind = SPIL_CHART_TEXT_STRONG,
                                    .color = spil_chart_painter_palette (painter)->series[0],
                                });
}

static void
draw_budget_line (const SpilBurnDown *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double y = spil_chart_scale_place (&layout->scale, (double) self->total, layout->plot.y1, layout->plot.y0);
  g_autofree char *total = spil_money_format (self->total, SPIL_MONEY_WHOLE);
  g_autofree char *text = g_strdup_printf (_ ("budget %s"), total);

  spil_chart_painter_line_level (painter, layout->plot.x0, layout->plot.x1, y, MAX (1, em * 0.1),
                                 palette->foreground);
  spil_chart_painter_text_halo (painter, text,
                                &(SpilChartPut) {
                                    .x = self->rising ? layout->plot.x0 + em * 0.3 : layout->plot.x1,
                                    .y = y + em * 0.15,
                                    .x_align = self->rising ? 0 : 1,
                                    .max_width = layout->plot.x1 - layout->plot.x0,
                                    .kind = SPIL_CHART_TEXT_SMALL,
                                    .color = palette->foreground,
                                });
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBurnDown *self = data;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  g_auto (GStrv) labels = NULL;
  Layout layout;

  if (self->points->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, draw_legend (self, painter), &labels);
  spil_chart_axis_values (painter, &layout.plot, &layout.scale, labels);
  spil_chart_painter_text (painter, spil_chart_euro_caption (&layout.scale),
                           &(SpilChartPut) {
                               .y = layout.plot.y0 - spil_chart_painter_em (painter) * 0.75,
                               .y_align = 1,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = palette->muted,
                           });
  spil_chart_axis_days (painter, &layout.plot, &layout.days);
  draw_budget_line (self, painter, &layout);
  spil_chart_axis_today (painter, &layout.plot, &layout.days, self->today);
  draw_series (self, painter, &layout, PLAN, palette->muted);
  draw_series (self, painter, &layout, FORECAST, palette->series[1]);
  draw_series (self, painter, &layout, ACTUAL, palette->series[0]);
  draw_points (self, painter, &layout);
  name_last (self, painter, &layout);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBurnDown *self = data;
  double em = spil_chart_painter_em (painter);

  if (self->points->len == 0)
    return em * 8;
  return ceil (draw_legend (self, painter) + CLAMP (painter->width * 0.42, em * 16, em * 26));
}

static char *
summary (gconstpointer data)
{
  const SpilBurnDown *self = data;
  const SpilBurnPoint *actual = last_of (self, ACTUAL);
  const SpilBurnPoint *forecast = last_of (self, FORECAST);
  g_autofree char *total = spil_money_format (self->total, SPIL_MONEY_WHOLE);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Budget of %s"), total);
  if (actual != NULL) {
    g_autofree char *day = spil_day_format_long (actual->day);
    g_autofree char *spent = spil_money_format (actual->actual, SPIL_MONEY_WHOLE);
    g_autofree char *left = spil_money_format (self->total - actual->actual, SPIL_MONEY_WHOLE);

    g_string_append_printf (text, _ (": %s spent and %s left on %s"), spent, left, day);
    if (actual->has_plan) {
      g_autofree char *plan = spil_money_format (actual->plan, SPIL_MONEY_WHOLE);

      g_string_append_printf (text, _ ("; by plan %s would be spent"), plan);
    }
  }
  if (forecast != NULL) {
    g_autofree char *amount = spil_money_format (forecast->forecast, SPIL_MONEY_WHOLE);

    g_string_append_printf (text, _ ("; forecast %s in the end"), amount);
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilBurnDown *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Up to and including"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Spent by plan"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Spent"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Remaining"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Forecast"), TRUE);
  for (guint i = 0; i < self->points->len; i++) {
    const SpilBurnPoint *point = get_point (self, i);

    spil_chart_table_add_row (out);
    spil_chart_table_take (out, spil_day_format (point->day));
    spil_chart_table_take (out, point->has_plan ? spil_money_format (point->plan, SPIL_MONEY_WHOLE) : NULL);
    spil_chart_table_take (out,
                           point->has_actual ? spil_money_format (point->actual, SPIL_MONEY_WHOLE) : NULL);
    spil_chart_table_take (
        out, point->has_actual ? spil_money_format (self->total - point->actual, SPIL_MONEY_WHOLE) : NULL);
    spil_chart_table_take (out, point->has_forecast ? spil_money_format (point->forecast, SPIL_MONEY_WHOLE)
                                                    : NULL);
  }
  return out;
}

static void
free_data (gpointer data)
{
  spil_burn_down_free (data);
}

static const SpilChartClass burn_down_class = {
  .name = "burn",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_burn_down_to_chart (SpilBurnDown *self)
{
  return spil_chart_new (&burn_down_class, self);
}
