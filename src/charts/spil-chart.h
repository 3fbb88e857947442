// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>

#include "spil-chart-hits.h"
#include "spil-chart-painter.h"
#include "spil-chart-style.h"
#include "spil-chart-table.h"

G_BEGIN_DECLS

/**
 * A chart: data and the way it is drawn. The same object draws on screen, in PDF, SVG and PNG. Counted references; used by one thread
 * at a time (it keeps laid out texts), so a report made elsewhere makes its own charts.
 */
typedef struct _SpilChart SpilChart;

/** A kind of chart. Every function gets the data that was given to spil_chart_new(). */
typedef struct
{
  /** A short name for files and style: "gantt". */
  const char *name;
  /** Draws within the painter's width and height; with its cr NULL it must not be called. */
  void (*draw) (gconstpointer data, const SpilChartPainter *painter);
  /** The height it would like at the painter's width; the painter has no cr. */
  double (*natural_height) (gconstpointer data, const SpilChartPainter *painter);
  /** How many pages of the painter's width and height it takes; NULL: always one. */
  int (*count_pages) (gconstpointer data, const SpilChartPainter *painter);
  /** A sentence or two that say what the chart shows, for a screen reader. */
  char *(*summary) (gconstpointer data);
  /** All its data. */
  SpilChartTable *(*table) (gconstpointer data);
  void (*free) (gpointer data);
} SpilChartClass;

/** Makes a chart; takes @data. */
SpilChart *spil_chart_new (const SpilChartClass *klass, gpointer data);
SpilChart *spil_chart_ref (SpilChart *self);
void spil_chart_unref (SpilChart *self);

const char *spil_chart_get_name (const SpilChart *self);

/** Returns the data when the chart is of that class, else NULL; owned by the chart. */
gpointer spil_chart_get_data (SpilChart *self, const SpilChartClass *klass);

/**
 * Draws the chart at 0,0 - @width,@height on @cr, without a background of its own. @hits may be NULL; it is cleared
 * and gets the parts that were drawn. A chart with more pages than one is drawn as one continuous sheet.
 */
void spil_chart_draw (SpilChart *self, cairo_t *cr, double width, double height, const SpilChartStyle *style,
                      SpilChartHits *hits);

/** Draws page @page, counted from 0, of the pages that spil_chart_count_pages() gives for the same size. */
void spil_chart_draw_page (SpilChart *self, cairo_t *cr, double width, double height,
                           const SpilChartStyle *style, int page);
int spil_chart_count_pages (SpilChart *self, double width, double height, const SpilChartStyle *style);

/** The height at which the chart looks best, in user units. */
double spil_chart_natural_height (SpilChart *self, double width, const SpilChartStyle *style);

/** A painter without a surface, for measuring at that size outside of drawing; valid until the chart is drawn or measured again. */
SpilChartPainter
spil_chart_get_painter (SpilChart *self, double width, double height, const SpilChartStyle *style);

/** What the chart shows, in a sentence or two in the language of the program. Free with g_free(). */
char *spil_chart_dup_summary (SpilChart *self);

/** The data of the chart. Free with spil_chart_table_free(). */
SpilChartTable *spil_chart_dup_table (SpilChart *self);

/** How many texts the chart has laid out since it was made. */
guint spil_chart_get_text_misses (const SpilChart *self);
/** The size of the smallest text that it has drawn, in user units; 0 when it has drawn none. */
double spil_chart_get_smallest_text (const SpilChart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChart, spil_chart_unref)

G_END_DECLS
