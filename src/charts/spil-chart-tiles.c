// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-tiles.h"

#include <math.h>

/* A chart has some colours times some patterns; more than this many tiles are not kept. */
#define MAX_TILES 64
#define FILE_LINES 6
/* No surface gets more pattern lines than this, whatever its size. */
#define MAX_STROKES 4000

typedef struct
{
  SpilColor color;
  SpilColor paper;
  SpilPattern pattern;
  double em;
  double scale;
  cairo_pattern_t *source;
} Tile;

struct _SpilChartTiles
{
  GArray *tiles;
};

static void
clear_tile (gpointer data)
{
  cairo_pattern_destroy (((Tile *) data)->source);
}

SpilChartTiles *
spil_chart_tiles_new (void)
{
  SpilChartTiles *self = g_new0 (SpilChartTiles, 1);

  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
  return self;
}

void
spil_chart_tiles_free (SpilChartTiles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tiles);
  g_free (self);
}

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
draw_pattern (const Tile *tile, cairo_t *cr, const cairo_rectangle_t *box, double gap)
{
  SpilPattern pattern = tile->pattern;
  double em = tile->em;
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
  cairo_set_source_rgb (cr, tile->color.red, tile->color.green, tile->color.blue);
  cairo_stroke (cr);
}

static double
pattern_gap (const Tile *tile)
{
  return tile->em * (tile->pattern == SPIL_PATTERN_LEVEL ? 0.29 : 0.36);
}

/* A tile of lines takes its neighbours' lines too, so that they meet at its corners. */
static void
draw_tile (const Tile *tile, cairo_t *cr, double side, double gap)
{
  SpilColor ground = spil_color_mix (tile->color, tile->paper, 0.78);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  draw_pattern (tile, cr, &(cairo_rectangle_t) { -gap, -gap, side + 2 * gap, side + 2 * gap }, gap);
}

static void
make_source (Tile *tile)
{
  double gap = pattern_gap (tile);
  double scale = tile->scale > 0 ? tile->scale : 1;
  int size = (int) MAX (2, round (gap * scale));
  /* In a file many lines make a tile: viewers round its sides to pixels, and seams show. */
  double side = tile->scale > 0 ? size / scale : gap * (tile->pattern == SPIL_PATTERN_DOTS ? 1 : FILE_LINES);
  cairo_surface_t *surface = tile->scale > 0
                                 ? cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size)
                                 : cairo_recording_surface_create (CAIRO_CONTENT_COLOR,
                                                                   &(cairo_rectangle_t) { 0, 0, side, side });
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix;

  if (tile->scale > 0)
    cairo_scale (cr, scale, scale);
  draw_tile (tile, cr, side, tile->scale > 0 ? side : gap);
  cairo_destroy (cr);
  tile->source = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (tile->source, CAIRO_EXTEND_REPEAT);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (tile->source, &matrix);
}

static gboolean
same_color (SpilColor a, SpilColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static cairo_pattern_t *
get_source (SpilChartTiles *self, const Tile *wanted)
{
  Tile made = *wanted;

  for (guint i = 0; i < self->tiles->len; i++) {
    const Tile *tile = &g_array_index (self->tiles, Tile, i);

    if (tile->pattern == wanted->pattern && tile->em == wanted->em && tile->scale == wanted->scale &&
        same_color (tile->color, wanted->color) && same_color (tile->paper, wanted->paper))
      return tile->source;
  }
  if (self->tiles->len >= MAX_TILES)
    g_array_set_size (self->tiles, 0);
  make_source (&made);
  g_array_append_val (self->tiles, made);
  return made.source;
}

/* The lines themselves, clipped to the path, which is kept. */
static void
fill_with_lines (const Tile *tile, cairo_t *cr)
{
  SpilColor ground = spil_color_mix (tile->color, tile->paper, 0.78);
  cairo_path_t *path = cairo_copy_path (cr);
  double gap = pattern_gap (tile);
  double x0, y0, x1, y1;

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  while ((x1 - x0 + y1 - y0) / gap > MAX_STROKES || (x1 - x0) * (y1 - y0) / (gap * gap) > MAX_STROKES * 10)
    gap *= 2;
  draw_pattern (tile, cr, &(cairo_rectangle_t) { x0, y0, x1 - x0, y1 - y0 }, gap);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

void
spil_chart_tiles_fill (SpilChartTiles *self, cairo_t *cr, const SpilChartStyle *style, SpilColor color,
                       SpilPattern pattern)
{
  Tile tile = { color, style->palette.background, pattern, style->font_size, style->scale, NULL };

  /* Cairo never frees a recording that was a pattern in an SVG. */
  if (tile.scale <= 0 && cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_SVG) {
    fill_with_lines (&tile, cr);
    return;
  }
  cairo_set_source (cr, get_source (self, &tile));
  cairo_fill_preserve (cr);
}
