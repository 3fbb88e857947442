// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trend-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"
#include "spil-period.h"

typedef struct
{
  SpilDay day;
  double value;
  SpilTrendChartKind kind;
} Point;

struct _SpilTrendChart
{
  char *unit;
  gboolean falling;
  SpilDay today;
  GArray *points; /* Point, by day; the order of adding within a day */
  GArray *targets; /* Point, by day */
};

SpilTrendChart *
spil_trend_chart_new (const char *unit)
{
  SpilTrendChart *self = g_new0 (SpilTrendChart, 1);

  self->unit = g_strdup (unit);
  self->today = SPIL_DAY_NONE;
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->targets = g_array_new (FALSE, FALSE, sizeof (Point));
  return self;
}

void
spil_trend_chart_free (SpilTrendChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->targets);
  g_free (self->unit);
  g_free (self);
}

static const Point *
get_point (const GArray *points, guint at)
{
  return &g_array_index (points, Point, at);
}

static void
insert (GArray *points, Point point)
{
  guint at = points->len;

  while (at > 0 && spil_day_compare (get_point (points, at - 1)->day, point.day) > 0)
    at--;
  g_array_insert_val (points, at, point);
}

void
spil_trend_chart_add (SpilTrendChart *self, SpilDay day, double value, SpilTrendChartKind kind)
{
  g_return_if_fail (self != NULL);

  insert (self->points, (Point) { day, value, kind });
}

void
spil_trend_chart_add_target (SpilTrendChart *self, SpilDay day, double value)
{
  g_return_if_fail (self != NULL);

  insert (self->targets, (Point) { day, value, SPIL_TREND_CHART_AFTER });
}

void
spil_trend_chart_set_falling (SpilTrendChart *self, gboolean falling)
{
  g_return_if_fail (self != NULL);

  self->falling = falling;
}

void
spil_trend_chart_set_today (SpilTrendChart *self, SpilDay today)
{
  g_return_if_fail (self != NULL);

  self->today = today;
}

static gboolean
is_drawn (const Point *point)
{
  return spil_day_is_known (point->day) &&
         spil_day_compare (point->day, spil_chart_hold_day (point->day)) == 0 && isfinite (point->value) &&
         fabs (point->value) < 1e12;
}

/* The measurements make the line; what was measured elsewhere does not. */
static gboolean
is_on_line (const Point *point)
{
  return is_drawn (point) && point->kind != SPIL_TREND_CHART_COMPARISON;
}

static const Point *
last_on_line (const SpilTrendChart *self)
{
  const Point *last = NULL;

  for (guint i = 0; i < self->points->len; i++)
    if (is_on_line (get_point (self->points, i)))
      last = get_point (self->points, i);
  return last;
}

static const Point *
first_on_line (const SpilTrendChart *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (is_on_line (get_point (self->points, i)))
      return get_point (self->points, i);
  return NULL;
}

/* The last target, towards which all goes. */
static const Point *
get_target (const SpilTrendChart *self)
{
  const Point *target = NULL;

  for (guint i = 0; i < self->targets->len; i++)
    if (is_drawn (get_point (self->targets, i)))
      target = get_point (self->targets, i);
  return target;
}

static gboolean
is_reached (const SpilTrendChart *self, double value, double target)
{
  return self->falling ? value <= target : value >= target;
}

typedef struct
{
  SpilChartPlot plot;
  SpilChartDays days;
  SpilChartScale scale;
} Layout;

/* What the axes must hold. */
typedef struct
{
  SpilDay first;
  SpilDay last;
  double low;
  double high;
  int count;
} Bounds;

static void
widen (Bounds *bounds, const GArray *points)
{
  for (guint i = 0; i < points->len; i++) {
    const Point *point = get_point (points, i);

    if (!is_drawn (point))
      continue;
    if (bounds->count == 0 || spil_day_compare (point->day, bounds->first) < 0)
      bounds->first = point->day;
    if (bounds->count == 0 || spil_day_compare (point->day, bounds->last) > 0)
      bounds->last = point->day;
    bounds->low = bounds->count == 0 ? point->value : MIN (bounds->low, point->value);
    bounds->high = bounds->count == 0 ? point->value : MAX (bounds->high, point->value);
    bounds->count++;
  }
}

static Bounds
find_bounds (const SpilTrendChart *self)
{
  Bounds bounds = { .count = 0 };

  widen (&bounds, self->points);
  widen (&bounds, self->targets);
  /* From zero, unless that would flatten the line. */
  if (bounds.low > 0 && bounds.high - bounds.low > bounds.high * 0.2)
    bounds.low = 0;
  if (bounds.high < 0 && bounds.high - bounds.low > -bounds.low * 0.2)
    bounds.high = 0;
  return bounds;
}

static double
draw_legend (const SpilTrendChart *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilLegendEntry entries[4];
  gboolean seen[3] = { FALSE };
  int count = 0;

  for (guint i = 0; i < self->points->len; i++)
    if (is_drawn (get_point (self->points, i)))
      seen[CLAMP ((int) get_point (self->points, i)->kind, 0, 2)] = TRUE;
  if (seen[SPIL_TREND_CHART_ZERO])
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Zero measurement"), SPIL_LEGEND_MARKER,
                                           palette->series[0], 0, SPIL_MARKER_SQUARE };
  if (seen[SPIL_TREND_CHART_AFTER])
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Measurement"), SPIL_LEGEND_MARKER,
                                           palette->series[0], 0, SPIL_MARKER_CIRCLE };
  if (seen[SPIL_TREND_CHART_COMPARISON])
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Comparison"), SPIL_LEGEND_MARKER, palette->series[3],
                                           0, SPIL_MARKER_TRIANGLE };
  if (get_target (self) != NULL)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Target"), SPIL_LEGEND_MARKER, palette->good, 0,
                                           SPIL_MARKER_STAR };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

static Layout
lay_out (const SpilTrendChart *self, const SpilChartPainter *painter, const Bounds *bounds, double legend,
         char ***labels)
{
  double em = spil_chart_painter_em (painter);
  // The unit and the word at today have a line each: they would meet.
  double caption = ((self->unit != NULL) + spil_day_is_known (self->today)) *
                   spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  Layout layout = { .plot = { .y0 = legend + caption + em, .x1 = painter->width - em } };
  double widest = 0;
  int count;

  layout.plot.y1 = MAX (painter->height - spil_chart_axis_days_height (painter), layout.plot.y0 + em);
  layout.scale = spil_chart_scale (bounds->low, bounds->high,
                                   (int) CLAMP ((layout.plot.y1 - layout.plot.y0) / (em * 2.4), 2, 6));
  count = spil_chart_scale_count (&layout.scale);
  *labels = g_new0 (char *, count + 1);
  for (int i = 0; i < count; i++) {
    (*labels)[i] = spil_chart_number (spil_chart_scale_tick (&layout.scale, i));
    widest = MAX (widest, spil_chart_painter_text_width (painter, (*labels)[i], SPIL_CHART_TEXT_SMALL));
  }
  layout.plot.x0 = MIN (widest + em * 0.6, painter->width / 2);
  layout.plot.x1 = MAX (layout.plot.x1, layout.plot.x0 + em);
  layout.days.first = spil_period_of (SPIL_PERIOD_MONTH, bounds->first).first;
  layout.days.last = spil_period_of (SPIL_PERIOD_MONTH, bounds->last).last;
  layout.days.x0 = layout.plot.x0;
  layout.days.x1 = layout.plot.x1;
  return layout;
}

static void
place (const Layout *layout, const Point *point, double *x, double *y)
{
  *x = spil_chart_days_x (&layout->days, point->day);
  *y = spil_chart_scale_place (&layout->scale, point->value, layout->plot.y1, layout->plot.y0);
}

/* The road to the targets: dashed, from the first measurement on. */
static void
draw_target_line (const SpilTrendChart *self, const SpilChartPainter *painter, const Layout *layout)
{
  double em = spil_chart_painter_em (painter);
  cairo_t *cr = painter->cr;
  const Point *first = first_on_line (self);
  double x, y;

  if (get_target (self) == NULL)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  if (first != NULL && spil_day_compare (first->day, get_target (self)->day) < 0) {
    place (layout, first, &x, &y);
    cairo_move_to (cr, x, y);
  }
  for (guint i = 0; i < self->targets->len; i++)
    if (is_drawn (get_point (self->targets, i))) {
      place (layout, get_point (self->targets, i), &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_set_dash (cr, (double[]) { em * 0.4, em * 0.3 }, 2, 0);
  cairo_set_line_width (cr, em * 0.11);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->good);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (const SpilTrendChart *self, const SpilChartPainter *painter, const Layout *layout)
{
  cairo_t *cr = painter->cr;
  double x, y;

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->points->len; i++)
    if (is_on_line (get_point (self->points, i))) {
      place (layout, get_point (self->points, i), &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_set_line_width (cr, spil_chart_painter_em (painter) * 0.18);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->series[0]);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static const char *
kind_name (SpilTrendChartKind kind)
{
  switch (kind) {
  case SPIL_TREND_CHART_ZERO:
    return C_ ("chart", "Zero measurement");
  case SPIL_TREND_CHART_COMPARISON:
    return C_ ("chart", "Comparison");
  case SPIL_TREND_CHART_AFTER:
  default:
    return C_ ("chart", "Measurement");
  }
}

static char *
value_text (const SpilTrendChart *self, double value)
{
  g_autofree char *number = spil_chart_number (value);

  return self->unit != NULL ? g_strdup_printf ("%s %s", number, self->unit) : g_steal_pointer (&number);
}

static void
draw_points (const SpilTrendChart *self, const SpilChartPainter *painter, const Layout *layout)
{
  static const SpilMarker markers[] = { SPIL_MARKER_SQUARE, SPIL_MARKER_CIRCLE, SPIL_MARKER_TRIANGLE };
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double x, y;

  for (guint i = 0; i < self->points->len; i++) {
    const Point *point = get_point (self->points, i);
    int kind = CLAMP ((int) point->kind, 0, 2);

    if (!is_drawn (point))
      continue;
    place (layout, point, &x, &y);
    spil_chart_painter_marker (painter, markers[kind], x, y, em * 0.3,
                               palette->series[kind == SPIL_TREND_CHART_COMPARISON ? 3 : 0]);
    if (painter->hits != NULL) {
      g_autofree char *day = spil_day_format_long (point->day);

      spil_chart_painter_hit (
          painter, SPIL_CHART_PART_POINT, (int) i, &(cairo_rectangle_t) { x - em / 2, y - em / 2, em, em },
          g_strdup_printf ("%s, %s", kind_name (point->kind), day), value_text (self, point->value));
    }
  }
}

/* Writes a value beside a point, on the side where it stays within the plot. */
static void
name_value (const SpilChartPainter *painter, const Layout *layout, const Point *point, const char *text,
            SpilColor color)
{
  double em = spil_chart_painter_em (painter);
  double width = spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_STRONG);
  double x, y;
  gboolean high;

  place (layout, point, &x, &y);
  high = y - em * 1.6 < layout->plot.y0 - em * 0.5;
  x = CLAMP (x, layout->plot.x0 + width / 2 + em * 0.2,
             MAX (layout->plot.x0 + width / 2 + em * 0.2, painter->width - width / 2));
  spil_chart_painter_text_halo (painter, text,
                                &(SpilChartPut) {
                                    .x = x,
                                    .y = high ? y + em * 0.5 : y - em * 0.5,
                                    .x_align = 0.5,
                                    .y_align = high ? 0 : 1,
                                    .kind = SPIL_CHART_TEXT_STRONG,
                                    .color = color,
                                });
}

static void
draw_targets (const SpilTrendChart *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const Point *target = get_target (self);
  double em = spil_chart_painter_em (painter);
  double x, y;

  for (guint i = 0; i < self->targets->len; i++)
    if (is_drawn (get_point (self->targets, i))) {
      place (layout, get_point (self->targets, i), &x, &y);
      spil_chart_painter_marker (painter, SPIL_MARKER_STAR, x, y, em * 0.36, palette->good);
    }
  if (target != NULL) {
    g_autofree char *number = spil_chart_number (target->value);

    name_value (painter, layout, target, number, palette->good);
  }
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilTrendChart *self = data;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  Bounds bounds = find_bounds (self);
  const Point *last = last_on_line (self);
  g_auto (GStrv) labels = NULL;
  Layout layout;

  if (bounds.count == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, &bounds, draw_legend (self, painter), &labels);
  spil_chart_axis_values (painter, &layout.plot, &layout.scale, labels);
  spil_chart_axis_days (painter, &layout.plot, &layout.days);
  spil_chart_axis_today (painter, &layout.plot, &layout.days, self->today);
  if (self->unit != NULL)
    spil_chart_painter_text_halo (
        painter, self->unit,
        &(SpilChartPut) { .y = layout.plot.y0 - spil_chart_painter_em (painter) * 0.7 -
                               spil_day_is_known (self->today) *
                                   spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL),
                          .y_align = 1,
                          .max_width = painter->width * 0.8,
                          .kind = SPIL_CHART_TEXT_SMALL,
                          .color = palette->muted });
  draw_target_line (self, painter, &layout);
  draw_line (self, painter, &layout);
  draw_points (self, painter, &layout);
  draw_targets (self, painter, &layout);
  if (last != NULL) {
    g_autofree char *number = spil_chart_number (last->value);

    name_value (painter, &layout, last, number, palette->series[0]);
  }
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilTrendChart *self = data;
  double em = spil_chart_painter_em (painter);

  if (find_bounds (self).count == 0)
    return em * 8;
  return ceil (draw_legend (self, painter) + CLAMP (painter->width * 0.36, em * 14, em * 22));
}

static char *
summary (gconstpointer data)
{
  const SpilTrendChart *self = data;
  const Point *first = first_on_line (self);
  const Point *last = last_on_line (self);
  const Point *target = get_target (self);
  GString *text = g_string_new (NULL);

  if (last == NULL)
    g_string_append (text, _ ("No measurements yet"));
  else {
    g_autofree char *value = value_text (self, last->value);
    g_autofree char *day = spil_day_format_long (last->day);

    g_string_append_printf (text, _ ("%s on %s"), value, day);
  }
  if (first != last) {
    g_autofree char *value = spil_chart_number (first->value);
    g_autofree char *day = spil_day_format_long (first->day);

    g_string_append_printf (text, _ (", coming from %s on %s"), value, day);
  }
  if (target != NULL) {
    g_autofree char *value = spil_chart_number (target->value);
    g_autofree char *day = spil_day_format_long (target->day);

    g_string_append_printf (text, _ ("; the target is %s on %s"), value, day);
    if (last != NULL)
      g_string_append (text, is_reached (self, last->value, target->value) ? _ (", reached")
                                                                           : _ (", not reached yet"));
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
add_rows (SpilChartTable *out, const GArray *points, gboolean targets)
{
  for (guint i = 0; i < points->len; i++) {
    const Point *point = get_point (points, i);

    spil_chart_table_add_row (out);
    spil_chart_table_take (out, spil_day_is_known (point->day) ? spil_day_format (point->day)
                                                               : g_strdup (C_ ("chart", "not stated")));
    spil_chart_table_put (out, targets ? C_ ("chart", "Target") : kind_name (point->kind));
    spil_chart_table_take (out, spil_chart_number (point->value));
  }
}

static SpilChartTable *
table (gconstpointer data)
{
  const SpilTrendChart *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Date"), FALSE);
  spil_chart_table_add_column (out, C_ ("chart", "Kind"), FALSE);
  spil_chart_table_add_column (out, self->unit != NULL ? self->unit : C_ ("chart", "Value"), TRUE);
  add_rows (out, self->points, FALSE);
  add_rows (out, self->targets, TRUE);
  return out;
}

static void
free_data (gpointer data)
{
  spil_trend_chart_free (data);
}

static const SpilChartClass trend_class = {
  .name = "trend",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_trend_chart_to_chart (SpilTrendChart *self)
{
  return spil_chart_new (&trend_class, self);
}
