// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Surfaces, markers and legends: the parts of SpilChartPainter that carry the meaning of a series. */
#include <math.h>

#include "spil-chart-painter.h"

/* No surface gets more pattern lines than this, whatever its size. */
#define MAX_STROKES 4000

static void
add_diagonals (cairo_t *cr, double x0, double y0, double x1, double y1, double gap, gboolean rising)
{
  double height = y1 - y0;
  /* Whole multiples of the gap, so that neighbouring surfaces have one rhythm. */
  double from = floor ((x0 - height) / gap) * gap;

  for (double x = from; x < x1 + height; x += gap) {
    cairo_move_to (cr, x, rising ? y1 : y0);
    cairo_line_to (cr, x + height, rising ? y0 : y1);
  }
}

static void
add_levels (cairo_t *cr, double x0, double y0, double x1, double y1, double gap)
{
  for (double y = y0 + gap / 2; y < y1; y += gap) {
    cairo_move_to (cr, x0, y);
    cairo_line_to (cr, x1, y);
  }
}

/* Two dots to a square: one in its middle, one on its corner. */
static void
add_dots (cairo_t *cr, double x0, double y0, double x1, double y1, double gap)
{
  for (double y = floor (y0 / gap) * gap; y < y1 + gap; y += gap)
    for (double x = floor (x0 / gap) * gap; x < x1 + gap; x += gap) {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y);
      cairo_move_to (cr, x + gap / 2, y + gap / 2);
      cairo_line_to (cr, x + gap / 2, y + gap / 2);
    }
}

/* Draws the pattern over a rectangle. */
static void
draw_pattern (const SpilChartPainter *self, cairo_t *cr, const cairo_rectangle_t *box, SpilColor color,
              SpilPattern pattern, double gap)
{
  double em = self->style->font_size;
  double x1 = box->x + box->width;
  double y1 = box->y + box->height;

  if (pattern == SPIL_PATTERN_RISING || pattern == SPIL_PATTERN_CROSS)
    add_diagonals (cr, box->x, box->y, x1, y1, gap, TRUE);
  if (pattern == SPIL_PATTERN_FALLING || pattern == SPIL_PATTERN_CROSS)
    add_diagonals (cr, box->x, box->y, x1, y1, gap, FALSE);
  if (pattern == SPIL_PATTERN_LEVEL)
    add_levels (cr, box->x, box->y, x1, y1, gap);
  if (pattern == SPIL_PATTERN_DOTS)
    add_dots (cr, box->x, box->y, x1, y1, gap);
  cairo_set_line_cap (cr, pattern == SPIL_PATTERN_DOTS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, pattern == SPIL_PATTERN_DOTS ? em * 0.15 : em * 0.085);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_stroke (cr);
}

/* On a device of pixels the pattern is a small tile that repeats: hundreds of lines would take the time of ten bars. */
static void
fill_with_tile (const SpilChartPainter *self, SpilColor color, SpilPattern pattern, double gap)
{
  double scale = self->style->scale;
  int size = (int) MAX (2, round (gap * scale));
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *source;
  cairo_matrix_t matrix;
  double side = size / scale;

  cairo_scale (cr, scale, scale);
  /* A tile of lines takes its neighbours' lines too, so that they meet at its corners. */
  draw_pattern (self, cr, &(cairo_rectangle_t) { -side, -side, side * 3, side * 3 }, color, pattern, side);
  cairo_destroy (cr);
  source = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (source, CAIRO_EXTEND_REPEAT);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (source, &matrix);
  cairo_set_source (self->cr, source);
  cairo_fill_preserve (self->cr);
  cairo_pattern_destroy (source);
  cairo_surface_destroy (tile);
}

/* In a file the pattern is drawn as lines, which stay sharp at any size. */
static void
fill_with_lines (const SpilChartPainter *self, SpilColor color, SpilPattern pattern, double gap)
{
  cairo_t *cr = self->cr;
  cairo_path_t *path = cairo_copy_path (cr);
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  while ((x1 - x0 + y1 - y0) / gap > MAX_STROKES || (x1 - x0) * (y1 - y0) / (gap * gap) > MAX_STROKES * 10)
    gap *= 2;
  draw_pattern (self, cr, &(cairo_rectangle_t) { x0, y0, x1 - x0, y1 - y0 }, color, pattern, gap);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

void
spil_chart_painter_fill_outlined (const SpilChartPainter *self, SpilColor color, SpilPattern pattern,
                                  SpilColor outline, double line)
{
  cairo_t *cr = self->cr;
  SpilColor paper = self->style->palette.background;
  double gap = self->style->font_size * (pattern == SPIL_PATTERN_LEVEL ? 0.29 : 0.36);
  gboolean lined = pattern != SPIL_PATTERN_SOLID && pattern != SPIL_PATTERN_OPEN;

  if (cr == NULL)
    return;
  spil_chart_painter_color (self, lined ? spil_color_mix (color, paper, 0.78)
                                        : (pattern == SPIL_PATTERN_OPEN ? paper : color));
  cairo_fill_preserve (cr);
  if (lined && self->style->scale > 0)
    fill_with_tile (self, color, pattern, gap);
  else if (lined)
    fill_with_lines (self, color, pattern, gap);
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
