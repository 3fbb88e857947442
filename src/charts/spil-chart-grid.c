// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In body text sizes: the least width of a column, the space between charts. */
#define COLUMN_EMS 28
#define GAP_EMS 2

typedef struct
{
  char *title;
  SpilChart *chart;
} Cell;

struct _SpilChartGrid
{
  GArray *cells;
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->title);
  spil_chart_unref (cell->chart);
}

SpilChartGrid *
spil_chart_grid_new (void)
{
  SpilChartGrid *self = g_new0 (SpilChartGrid, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
spil_chart_grid_free (SpilChartGrid *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_free (self);
}

void
spil_chart_grid_add (SpilChartGrid *self, const char *title, SpilChart *chart)
{
  Cell cell = { g_strdup (title != NULL ? title : ""), chart };

  g_return_if_fail (self != NULL);
  g_return_if_fail (chart != NULL);

  g_array_append_val (self->cells, cell);
}

static const Cell *
get_cell (const SpilChartGrid *self, guint at)
{
  return &g_array_index (self->cells, Cell, at);
}

typedef struct
{
  guint columns;
  double width; /* of a column */
  double gap;
  double title; /* height of one */
} Layout;

static Layout
lay_out (const SpilChartGrid *self, const SpilChartPainter *painter)
{
  const double em = spil_chart_painter_em (painter);
  Layout layout = { .gap = em * GAP_EMS };
  const double fit = floor ((painter->width + layout.gap) / (em * COLUMN_EMS + layout.gap));

  layout.columns = (guint) CLAMP (fit, 1, MAX (self->cells->len, 1));
  layout.width = (painter->width - layout.gap * (layout.columns - 1)) / layout.columns;
  layout.title = spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) + em * 0.4;
  return layout;
}

/* The height of a line of charts: that of the highest. */
static double
line_height (const SpilChartGrid *self, const SpilChartPainter *painter, const Layout *layout, guint first)
{
  double height = 0;

  for (guint i = first; i < MIN (first + layout->columns, self->cells->len); i++)
    height = MAX (height,
                  spil_chart_natural_height (get_cell (self, i)->chart, layout->width, painter->style));
  return height;
}

/* Adds what a chart of the grid says of its parts, moved to its place; the index is that of the chart. */
static void
add_hits (const SpilChartPainter *painter, const Cell *cell, SpilChartHits *hits, int at, double x, double y)
{
  for (int i = 0; i < spil_chart_hits_get_count (hits); i++) {
    const SpilChartBox *box = spil_chart_hits_get (hits, i);

    spil_chart_painter_hit (painter, box->part, at,
                            &(cairo_rectangle_t) { box->x + x, box->y + y, box->width, box->height },
                            g_strdup_printf ("%s: %s", cell->title, box->name), g_strdup (box->description));
  }
}

static void
draw_cell (const SpilChartGrid *self, const SpilChartPainter *painter, const Layout *layout, guint at,
           double y, double height)
{
  const Cell *cell = get_cell (self, at);
  const double x = (at % layout->columns) * (layout->width + layout->gap);
  g_autoptr (SpilChartHits) hits = painter->hits != NULL ? spil_chart_hits_new () : NULL;

  spil_chart_painter_text (painter, cell->title,
                           &(SpilChartPut) { .x = x,
                                             .y = y,
                                             .max_width = layout->width,
                                             .kind = SPIL_CHART_TEXT_STRONG,
                                             .color = spil_chart_painter_palette (painter)->foreground });
  cairo_save (painter->cr);
  cairo_translate (painter->cr, x, y + layout->title);
  spil_chart_draw (cell->chart, painter->cr, layout->width, height, painter->style, hits);
  cairo_restore (painter->cr);
  if (hits != NULL)
    add_hits (painter, cell, hits, (int) at, x, y + layout->title);
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilChartGrid *self = data;
  const Layout layout = lay_out (self, painter);
  double y = 0;

  if (self->cells->len == 0)
    spil_chart_painter_empty (painter);
  for (guint first = 0; first < self->cells->len; first += layout.columns) {
    const double height = line_height (self, painter, &layout, first);

    for (guint i = first; i < MIN (first + layout.columns, self->cells->len); i++)
      draw_cell (self, painter, &layout, i, y, height);
    y += layout.title + height + layout.gap;
  }
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilChartGrid *self = data;
  const Layout layout = lay_out (self, painter);
  double height = -layout.gap;

  if (self->cells->len == 0)
    return spil_chart_painter_em (painter) * 8;
  for (guint first = 0; first < self->cells->len; first += layout.columns)
    height += layout.title + line_height (self, painter, &layout, first) + layout.gap;
  return ceil (height);
}

static char *
summary (gconstpointer data)
{
  const SpilChartGrid *self = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++) {
    g_autofree char *part = spil_chart_dup_summary (get_cell (self, i)->chart);

    g_string_append_printf (text, "%s%s: %s", i > 0 ? " " : "", get_cell (self, i)->title, part);
  }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("No charts."));
}

static void
append_table (SpilChartTable *out, const char *title, SpilChartTable *part)
{
  const int columns = MIN (spil_chart_table_get_n_columns (part), spil_chart_table_get_n_columns (out) - 1);

  for (int row = 0; row < spil_chart_table_get_n_rows (part); row++) {
    spil_chart_table_add_row (out);
    spil_chart_table_put (out, title);
    for (int column = 0; column < columns; column++)
      spil_chart_table_put (out, spil_chart_table_get_text (part, row, column));
  }
}

/* The tables under each other, with the titles in the first column and the columns of the first: charts of one kind have the same. */
static SpilChartTable *
table (gconstpointer data)
{
  const SpilChartGrid *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Chart"), FALSE);
  for (guint i = 0; i < self->cells->len; i++) {
    g_autoptr (SpilChartTable) part = spil_chart_dup_table (get_cell (self, i)->chart);

    for (int column = 0; i == 0 && column < spil_chart_table_get_n_columns (part); column++)
      spil_chart_table_add_column (out, spil_chart_table_get_title (part, column),
                                   spil_chart_table_is_numeric (part, column));
    append_table (out, get_cell (self, i)->title, part);
  }
  if (self->cells->len == 0)
    spil_chart_table_add_column (out, C_ ("chart", "Value"), TRUE);
  return out;
}

static void
free_data (gpointer data)
{
  spil_chart_grid_free (data);
}

static const SpilChartClass grid_class = {
  .name = "grid",
  .draw = draw,
  .natural_height = natural_height,
  .summary = summary,
  .table = table,
  .free = free_data,
};

SpilChart *
spil_chart_grid_to_chart (SpilChartGrid *self)
{
  return spil_chart_new (&grid_class, self);
}
