// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>

#include "spil-chart-hits.h"
#include "spil-chart-text.h"
#include "spil-chart-tiles.h"

G_BEGIN_DECLS

/**
 * What a chart draws with. Only spil_chart_draw() and spil_chart_measure() make one. The chart occupies
 * 0,0 - width,height in user units; @cr is NULL while it is only measured, and nothing is then drawn.
 */
typedef struct
{
  cairo_t *cr;
  const SpilChartStyle *style;
  SpilChartText *text;
  SpilChartTiles *tiles;
  SpilChartHits *hits; /**< NULL when nobody wants to know */
  double width;
  double height;
  int page; /**< counted from 0; -1: continuous, not paged */
} SpilChartPainter;

typedef enum
{
  SPIL_MARKER_CIRCLE,
  SPIL_MARKER_SQUARE,
  SPIL_MARKER_DIAMOND,
  SPIL_MARKER_TRIANGLE,
  SPIL_MARKER_RING,
  SPIL_MARKER_STAR,
} SpilMarker;

/** Where and how a text is put. */
typedef struct
{
  double x;
  double y;
  double x_align; /**< 0: @x is its left side, 1: its right side */
  double y_align; /**< 0: @y is its top, 1: its bottom */
  double max_width; /**< 0 or less: no limit; beyond it the text ends in an ellipsis */
  int max_lines; /**< 0 counts as 1 */
  SpilChartTextKind kind;
  SpilColor color;
} SpilChartPut;

/** The body text size, the measure of all distances. */
double spil_chart_painter_em (const SpilChartPainter *self);
const SpilPalette *spil_chart_painter_palette (const SpilChartPainter *self);

/** The width and height that spil_chart_painter_text() would take. Any of the pointers may be NULL. */
void spil_chart_painter_measure (const SpilChartPainter *self, const char *text, const SpilChartPut *put,
                                 double *width, double *height);
/** The height of a line of that kind. */
double spil_chart_painter_line (const SpilChartPainter *self, SpilChartTextKind kind);
/** The width of a text that is not cut. */
double spil_chart_painter_text_width (const SpilChartPainter *self, const char *text, SpilChartTextKind kind);
/** Draws a text; returns its width. */
double spil_chart_painter_text (const SpilChartPainter *self, const char *text, const SpilChartPut *put);
/** Draws a text with a halo of the background behind it, for over lines. */
double spil_chart_painter_text_halo (const SpilChartPainter *self, const char *text, const SpilChartPut *put);

void spil_chart_painter_color (const SpilChartPainter *self, SpilColor color);
/** The width of a hairline: a pixel, or on paper the thinnest line that prints well. */
double spil_chart_painter_hair (const SpilChartPainter *self);
/** Moves a coordinate to the nearest edge of a device pixel. */
double spil_chart_painter_snap (const SpilChartPainter *self, double value);
/** Draws a straight level or upright line that is sharp on a screen. */
void spil_chart_painter_line_level (const SpilChartPainter *self, double x0, double x1, double y,
                                    double thick, SpilColor color);
void spil_chart_painter_line_upright (const SpilChartPainter *self, double x, double y0, double y1,
                                      double thick, SpilColor color);
/** Adds a rectangle with rounded corners to the path. */
void spil_chart_painter_rounded (const SpilChartPainter *self, double x, double y, double width,
                                 double height, double radius);
/** Fills the current path, and consumes it, with a colour and a pattern; patterned surfaces get a light ground and an outline. */
void spil_chart_painter_fill (const SpilChartPainter *self, SpilColor color, SpilPattern pattern);
/** The same with an outline of its own, also around a solid surface; @line is its width. */
void spil_chart_painter_fill_outlined (const SpilChartPainter *self, SpilColor color, SpilPattern pattern,
                                       SpilColor outline, double line);
/** Fills a rectangle with rounded corners in that way. */
void spil_chart_painter_box (const SpilChartPainter *self, double x, double y, double width, double height,
                             double radius, SpilColor color, SpilPattern pattern);
/** Draws a marker around a point, set off from what lies beneath by a rim of the background. */
void spil_chart_painter_marker (const SpilChartPainter *self, SpilMarker marker, double x, double y,
                                double radius, SpilColor color);

/** Adds a hit box, when hits are wanted; takes @name and @description. */
void spil_chart_painter_hit (const SpilChartPainter *self, SpilChartPart part, int index,
                             const cairo_rectangle_t *box, char *name, char *description);

/** The quiet text of a chart without data, in the middle. */
void spil_chart_painter_empty (const SpilChartPainter *self);

/** How a legend shows its entry. */
typedef enum
{
  SPIL_LEGEND_SURFACE,
  SPIL_LEGEND_LINE,
  SPIL_LEGEND_DASHES,
  SPIL_LEGEND_DOTS,
  SPIL_LEGEND_MARKER,
  SPIL_LEGEND_TICK, /**< an upright stroke */
} SpilLegendKey;

typedef struct
{
  const char *label;
  SpilLegendKey key;
  SpilColor color;
  SpilPattern pattern;
  SpilMarker marker;
} SpilLegendEntry;

/** Draws entries in lines from left to right within @width; returns the height taken (0 for none). */
double spil_chart_painter_legend (const SpilChartPainter *self, const SpilLegendEntry *entries, int count,
                                  double x, double y, double width);

G_END_DECLS
