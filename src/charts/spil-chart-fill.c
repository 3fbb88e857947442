// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Surfaces, markers and legends: the parts of SpilChartPainter that carry the meaning of a series. */
#include <math.h>

#include "spil-chart-painter.h"

void
spil_chart_painter_fill_outlined (const SpilChartPainter *self, SpilColor color, SpilPattern pattern,
                                  SpilColor outline, double line)
{
  cairo_t *cr = self->cr;

  if (cr == NULL)
    return;
  if (pattern == SPIL_PATTERN_SOLID || pattern == SPIL_PATTERN_OPEN) {
    spil_chart_painter_color (self, pattern == SPIL_PATTERN_OPEN ? self->style->palette.background : color);
    cairo_fill_preserve (cr);
  } else
    spil_chart_tiles_fill (self->tiles, cr, self->style, color, pattern);
  cairo_set_line_width (cr, line);
  spil_chart_painter_color (self, outline);
  cairo_stroke (cr);
}

void
spil_chart_painter_fill (const SpilChartPainter *self, SpilColor color, SpilPattern pattern)
{
  if (self->cr == NULL)
    return;
  if (pattern != SPIL_PATTERN_SOLID) {
    spil_chart_painter_fill_outlined (self, color, pattern, color, self->style->font_size * 0.08);
    return;
  }
  spil_chart_painter_color (self, color);
  cairo_fill (self->cr);
}

static void
add_polygon (cairo_t *cr, int corners, double x, double y, double outer, double inner)
{
  for (int i = 0; i < corners; i++) {
    double angle = -G_PI_2 + 2 * G_PI * i / corners;
    double radius = inner > 0 && i % 2 == 1 ? inner : outer;

    cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
  }
  cairo_close_path (cr);
}

static void
add_marker (cairo_t *cr, SpilMarker marker, double x, double y, double radius)
{
  cairo_new_path (cr);
  switch (marker) {
  case SPIL_MARKER_SQUARE:
    cairo_rectangle (cr, x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76);
    break;
  case SPIL_MARKER_DIAMOND:
    add_polygon (cr, 4, x, y, radius * 1.3, 0);
    break;
  case SPIL_MARKER_TRIANGLE:
    add_polygon (cr, 3, x, y + radius * 0.2, radius * 1.3, 0);
    break;
  case SPIL_MARKER_STAR:
    add_polygon (cr, 10, x, y, radius * 1.5, radius * 0.65);
    break;
  case SPIL_MARKER_CIRCLE:
  case SPIL_MARKER_RING:
  default:
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    cairo_close_path (cr);
    break;
  }
}

void
spil_chart_painter_marker (const SpilChartPainter *self, SpilMarker marker, double x, double y, double radius,
                           SpilColor color)
{
  cairo_t *cr = self->cr;

  if (cr == NULL || !isfinite (x) || !isfinite (y))
    return;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_marker (cr, marker, x, y, radius);
  spil_chart_painter_color (self, self->style->palette.background);
  cairo_set_line_width (cr, radius * 0.7);
  cairo_stroke_preserve (cr);
  if (marker == SPIL_MARKER_RING) {
    cairo_fill_preserve (cr);
    spil_chart_painter_color (self, color);
    cairo_set_line_width (cr, radius * 0.5);
    cairo_stroke (cr);
  } else {
    spil_chart_painter_color (self, color);
    cairo_fill (cr);
  }
  cairo_restore (cr);
}

static void
draw_key (const SpilChartPainter *self, const SpilLegendEntry *entry, double x, double middle, double width)
{
  double em = self->style->font_size;
  cairo_t *cr = self->cr;

  switch (entry->key) {
  case SPIL_LEGEND_SURFACE:
    spil_chart_painter_box (self, x, middle - em * 0.36, width, em * 0.72, em * 0.15, entry->color,
                            entry->pattern);
    break;
  case SPIL_LEGEND_MARKER:
    spil_chart_painter_marker (self, entry->marker, x + width / 2, middle, em * 0.32, entry->color);
    break;
  case SPIL_LEGEND_TICK:
    spil_chart_painter_line_upright (self, x + width / 2, middle - em * 0.45, middle + em * 0.45, em * 0.18,
                                     entry->color);
    break;
  case SPIL_LEGEND_LINE:
  case SPIL_LEGEND_DASHES:
  case SPIL_LEGEND_DOTS:
  default:
    cairo_save (cr);
    if (entry->key == SPIL_LEGEND_DASHES)
      cairo_set_dash (cr, (double[]) { em * 0.3, em * 0.2 }, 2, 0);
    if (entry->key == SPIL_LEGEND_DOTS) {
      cairo_set_dash (cr, (double[]) { 0, em * 0.26 }, 2, 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    }
    cairo_set_line_width (cr, em * 0.15);
    cairo_move_to (cr, x, middle);
    cairo_line_to (cr, x + width, middle);
    spil_chart_painter_color (self, entry->color);
    cairo_stroke (cr);
    cairo_restore (cr);
    break;
  }
}

double
spil_chart_painter_legend (const SpilChartPainter *self, const SpilLegendEntry *entries, int count, double x,
                           double y, double width)
{
  double em = self->style->font_size;
  double line = spil_chart_painter_line (self, SPIL_CHART_TEXT_SMALL) + em * 0.3;
  double at = x;
  double top = y;

  for (int i = 0; i < count; i++) {
    double key = entries[i].key == SPIL_LEGEND_SURFACE || entries[i].key == SPIL_LEGEND_MARKER ||
                         entries[i].key == SPIL_LEGEND_TICK
                     ? em * 0.8
                     : em * 1.5;
    double text = spil_chart_painter_text_width (self, entries[i].label, SPIL_CHART_TEXT_SMALL);

    if (at > x && at + key + em * 0.4 + text > x + width) {
      at = x;
      top += line;
    }
    if (self->cr != NULL)
      draw_key (self, &entries[i], at, top + line / 2, key);
    at += key + em * 0.4;
    at += spil_chart_painter_text (self, entries[i].label,
                                   &(SpilChartPut) {
                                       .x = at,
                                       .y = top + line / 2,
                                       .y_align = 0.5,
                                       .max_width = MAX (x + width - at, em),
                                       .kind = SPIL_CHART_TEXT_SMALL,
                                       .color = self->style->palette.muted,
                                   });
    at += em * 1.1;
  }
  return count > 0 ? top + line - y : 0;
}
