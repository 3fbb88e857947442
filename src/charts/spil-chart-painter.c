// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

double
spil_chart_painter_em (const SpilChartPainter *self)
{
  return self->style->font_size;
}

const SpilPalette *
spil_chart_painter_palette (const SpilChartPainter *self)
{
  return &self->style->palette;
}

static const SpilChartLabel *
get_label (const SpilChartPainter *self, const char *text, const SpilChartPut *put)
{
  return spil_chart_text_get (self->text, text, put->kind, put->max_width > 0 ? put->max_width : -1,
                              MAX (put->max_lines, 1));
}

void
spil_chart_painter_measure (const SpilChartPainter *self, const char *text, const SpilChartPut *put,
                            double *width, double *height)
{
  const SpilChartLabel *label = get_label (self, text, put);

  if (width != NULL)
    *width = label->width;
  if (height != NULL)
    *height = label->height;
}

double
spil_chart_painter_line (const SpilChartPainter *self, SpilChartTextKind kind)
{
  return spil_chart_text_get (self->text, "0", kind, -1, 1)->height;
}

double
spil_chart_painter_text_width (const SpilChartPainter *self, const char *text, SpilChartTextKind kind)
{
  return spil_chart_text_get (self->text, text, kind, -1, 1)->width;
}

static double
put_text (const SpilChartPainter *self, const char *text, const SpilChartPut *put, gboolean halo)
{
  const SpilChartLabel *label = get_label (self, text, put);
  double x = put->x - label->width * put->x_align - label->x;
  double y = put->y - label->height * put->y_align;

  if (self->cr == NULL)
    return label->width;
  if (halo) {
    cairo_move_to (self->cr, x, y);
    pango_cairo_layout_path (self->cr, label->layout);
    spil_chart_painter_color (self, self->style->palette.background);
    cairo_set_line_width (self->cr, self->style->font_size * 0.3);
    cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke (self->cr);
  }
  spil_chart_painter_color (self, put->color);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, label->layout);
  spil_chart_text_note_drawn (self->text, put->kind);
  cairo_new_path (self->cr);
  return label->width;
}

double
spil_chart_painter_text (const SpilChartPainter *self, const char *text, const SpilChartPut *put)
{
  return put_text (self, text, put, FALSE);
}

double
spil_chart_painter_text_halo (const SpilChartPainter *self, const char *text, const SpilChartPut *put)
{
  return put_text (self, text, put, TRUE);
}

void
spil_chart_painter_color (const SpilChartPainter *self, SpilColor color)
{
  cairo_set_source_rgba (self->cr, color.red, color.green, color.blue, color.alpha);
}

double
spil_chart_painter_hair (const SpilChartPainter *self)
{
  return self->style->scale > 0 ? 1 : self->style->font_size * 0.055;
}

double
spil_chart_painter_snap (const SpilChartPainter *self, double value)
{
  double scale = self->style->scale;

  return scale > 0 ? round (value * scale) / scale : value;
}

void
spil_chart_painter_line_level (const SpilChartPainter *self, double x0, double x1, double y, double thick,
                               SpilColor color)
{
  if (self->cr == NULL)
    return;
  spil_chart_painter_color (self, color);
  cairo_rectangle (self->cr, x0, spil_chart_painter_snap (self, y - thick / 2), x1 - x0, thick);
  cairo_fill (self->cr);
}

void
spil_chart_painter_line_upright (const SpilChartPainter *self, double x, double y0, double y1, double thick,
                                 SpilColor color)
{
  if (self->cr == NULL)
    return;
  spil_chart_painter_color (self, color);
  cairo_rectangle (self->cr, spil_chart_painter_snap (self, x - thick / 2), y0, thick, y1 - y0);
  cairo_fill (self->cr);
}

void
spil_chart_painter_rounded (const SpilChartPainter *self, double x, double y, double width, double height,
                            double radius)
{
  cairo_t *cr = self->cr;

  if (cr == NULL || !(width > 0) || !(height > 0))
    return;
  radius = MIN (radius, MIN (width, height) / 2);
  if (radius < 0.5) {
    cairo_rectangle (cr, x, y, width, height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
spil_chart_painter_box (const SpilChartPainter *self, double x, double y, double width, double height,
                        double radius, SpilColor color, SpilPattern pattern)
{
  if (self->cr == NULL || !(width > 0) || !(height > 0))
    return;
  spil_chart_painter_rounded (self, x, y, width, height, radius);
  spil_chart_painter_fill (self, color, pattern);
}

void
spil_chart_painter_hit (const SpilChartPainter *self, SpilChartPart part, int index,
                        const cairo_rectangle_t *box, char *name, char *description)
{
  if (self->hits == NULL) {
    g_free (name);
    g_free (description);
    return;
  }
  spil_chart_hits_add (self->hits, &(SpilChartBox) {
                                       .part = part,
                                       .index = index,
                                       .x = box->x,
                                       .y = box->y,
                                       .width = box->width,
                                       .height = box->height,
                                       .name = name,
                                       .description = description,
                                   });
}

void
spil_chart_painter_empty (const SpilChartPainter *self)
{
  spil_chart_painter_text (self, _ ("No data yet"),
                           &(SpilChartPut) {
                               .x = self->width / 2,
                               .y = self->height / 2,
                               .x_align = 0.5,
                               .y_align = 0.5,
                               .max_width = self->width,
                               .max_lines = 2,
                               .color = self->style->palette.muted,
                           });
}
