// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart.h"

struct _SpilChart
{
  gatomicrefcount references;
  const SpilChartClass *klass;
  gpointer data;
  SpilChartText *text;
  SpilChartTiles *tiles;
};

SpilChart *
spil_chart_new (const SpilChartClass *klass, gpointer data)
{
  SpilChart *self;

  g_return_val_if_fail (klass != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  self = g_new0 (SpilChart, 1);
  g_atomic_ref_count_init (&self->references);
  self->klass = klass;
  self->data = data;
  self->text = spil_chart_text_new ();
  self->tiles = spil_chart_tiles_new ();
  return self;
}

SpilChart *
spil_chart_ref (SpilChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
spil_chart_unref (SpilChart *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  self->klass->free (self->data);
  spil_chart_text_free (self->text);
  spil_chart_tiles_free (self->tiles);
  g_free (self);
}

const char *
spil_chart_get_name (const SpilChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->name;
}

gpointer
spil_chart_get_data (SpilChart *self, const SpilChartClass *klass)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass == klass ? self->data : NULL;
}

static SpilChartPainter
make_painter (SpilChart *self, cairo_t *cr, double width, double height, const SpilChartStyle *style)
{
  spil_chart_text_begin (self->text, style);
  return (SpilChartPainter) {
    .cr = cr,
    .style = style,
    .text = self->text,
    .tiles = self->tiles,
    .width = width > 1 ? MIN (width, 100000) : 1,
    .height = height > 1 ? MIN (height, 10000000) : 1,
    .page = -1,
  };
}

SpilChartPainter
spil_chart_get_painter (SpilChart *self, double width, double height, const SpilChartStyle *style)
{
  return make_painter (self, NULL, width, height, style);
}

static void
draw (SpilChart *self, const SpilChartPainter *painter)
{
  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, 0, 0, painter->width, painter->height);
  cairo_clip (painter->cr);
  cairo_new_path (painter->cr);
  self->klass->draw (self->data, painter);
  cairo_restore (painter->cr);
}

void
spil_chart_draw (SpilChart *self, cairo_t *cr, double width, double height, const SpilChartStyle *style,
                 SpilChartHits *hits)
{
  SpilChartPainter painter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);

  painter = make_painter (self, cr, width, height, style);
  painter.hits = hits;
  if (hits != NULL)
    spil_chart_hits_clear (hits);
  draw (self, &painter);
}

void
spil_chart_draw_page (SpilChart *self, cairo_t *cr, double width, double height, const SpilChartStyle *style,
                      int page)
{
  SpilChartPainter painter;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);

  painter = make_painter (self, cr, width, height, style);
  painter.page = page;
  draw (self, &painter);
}

int
spil_chart_count_pages (SpilChart *self, double width, double height, const SpilChartStyle *style)
{
  SpilChartPainter painter;

  g_return_val_if_fail (self != NULL, 1);
  g_return_val_if_fail (style != NULL, 1);

  if (self->klass->count_pages == NULL)
    return 1;
  painter = make_painter (self, NULL, width, height, style);
  return MAX (1, self->klass->count_pages (self->data, &painter));
}

double
spil_chart_natural_height (SpilChart *self, double width, const SpilChartStyle *style)
{
  SpilChartPainter painter;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (style != NULL, 0);

  painter = make_painter (self, NULL, width, 1, style);
  return self->klass->natural_height (self->data, &painter);
}

char *
spil_chart_dup_summary (SpilChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->summary (self->data);
}

SpilChartTable *
spil_chart_dup_table (SpilChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->table (self->data);
}

guint
spil_chart_get_text_misses (const SpilChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return spil_chart_text_get_misses (self->text);
}

double
spil_chart_get_smallest_text (const SpilChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return spil_chart_text_get_smallest (self->text);
}
