// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The table left of the time area, or the labels over the bars where there is no room for one. */
#include "spil-gantt-private.h"

#include <math.h>

/* In ems: the air around the words of a cell, one step of the tree, the place of a triangle. */
#define PAD 0.5
#define STEP 1.1
#define GUTTER 1.25

/* Geometry */

void
spil_gantt_columns_width (const SpilGantt *self, double em, double *first, double *others)
{
  *first = *others = 0;
  for (guint i = 0; i < self->columns->len; i++)
    *(i == 0 ? first : others) += g_array_index (self->columns, SpilGanttColumn, i).width * em;
}

void
spil_gantt_place_columns (SpilGanttLayout *layout)
{
  const GArray *columns = layout->gantt->columns;
  double widths[SPIL_GANTT_MAX_COLUMNS] = { 0 };
  double used = 0;

  layout->n_columns = layout->label_width > 0 ? 1 : 0;
  for (guint i = 0; i < columns->len; i++)
    widths[i] = g_array_index (columns, SpilGanttColumn, i).width * layout->em;
  used = widths[0];
  while (layout->n_columns > 0 && layout->n_columns < (int) columns->len &&
         used + widths[layout->n_columns] <= layout->label_width + 0.5)
    used += widths[layout->n_columns++];
  /* What is left over goes to the names. */
  layout->column_x[layout->n_columns] = layout->label_width;
  for (int i = layout->n_columns - 1; i > 0; i--)
    layout->column_x[i] = layout->column_x[i + 1] - widths[i];
  layout->column_x[0] = 0;
}

int
spil_gantt_x_to_column (const SpilGanttLayout *layout, double x)
{
  for (int i = 0; i < layout->n_columns; i++)
    if (x < layout->column_x[i + 1])
      return i;
  return -1;
}

/* Where the triangle of a row stands; deep trees keep at least half of the column for the words. */
static double
indent_left (const SpilGanttLayout *layout, const SpilGanttRow *row)
{
  double width = layout->stacked ? layout->width : layout->column_x[1];

  return layout->em * PAD * 0.5 + MIN (row->indent * layout->em * STEP, width / 2);
}

double
spil_gantt_label_left (const SpilGanttLayout *layout, const SpilGanttRow *row)
{
  return indent_left (layout, row) + layout->em * (layout->expanders ? GUTTER : PAD * 0.5);
}

void
spil_gantt_cell_place (const SpilGanttLayout *layout, int row, int column, double *x, double *y,
                       double *width, double *height)
{
  int n_rows = spil_gantt_get_row_count (layout->gantt);
  double left = layout->stacked ? 0 : layout->column_x[CLAMP (column, 0, layout->n_columns)];
  double right = layout->stacked ? layout->width : layout->column_x[CLAMP (column + 1, 0, layout->n_columns)];

  if (column == 0 && row >= 0 && row < n_rows)
    left = spil_gantt_label_left (layout, spil_gantt_row (layout->gantt, row));
  if (x != NULL)
    *x = left;
  if (y != NULL)
    *y = spil_gantt_row_to_y (layout, row);
  if (width != NULL)
    *width = MAX (right - left, 0);
  if (height != NULL)
    *height = layout->row_height * (layout->stacked ? 0.5 : 1);
}

gboolean
spil_gantt_is_expander (const SpilGanttLayout *layout, int row, double x)
{
  const SpilGanttRow *of;
  double left;

  if (!layout->expanders || row < 0 || row >= spil_gantt_get_row_count (layout->gantt))
    return FALSE;
  of = spil_gantt_row (layout->gantt, row);
  left = indent_left (layout, of);
  return (of->summary || of->heading) && x >= left && x < left + layout->em * GUTTER;
}

/* Ink */

/* Points right when closed, down when open. */
static void
draw_triangle (const SpilChartPainter *painter, const SpilGanttLayout *layout, const SpilGanttRow *row,
               double middle)
{
  cairo_t *cr = painter->cr;
  double size = layout->em * 0.3;
  double x = indent_left (layout, row) + layout->em * GUTTER / 2;

  if (!(row->summary || row->heading) || !(layout->expanders || row->collapsed))
    return;
  if (row->collapsed) {
    cairo_move_to (cr, x - size * 0.5, middle - size);
    cairo_line_to (cr, x + size * 0.6, middle);
    cairo_line_to (cr, x - size * 0.5, middle + size);
  } else {
    cairo_move_to (cr, x - size, middle - size * 0.5);
    cairo_line_to (cr, x, middle + size * 0.6);
    cairo_line_to (cr, x + size, middle - size * 0.5);
  }
  cairo_set_line_width (cr, MAX (1, layout->em * 0.12));
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->muted);
  cairo_stroke (cr);
}

static void
draw_label (const SpilChartPainter *painter, const SpilGanttLayout *layout, const SpilGanttRow *row,
            double top)
{
  gboolean strong = row->summary || row->heading;
  SpilChartTextKind large = strong ? SPIL_CHART_TEXT_STRONG : SPIL_CHART_TEXT_BODY;
  SpilChartTextKind small = strong ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL;
  double middle = top + layout->row_height * (layout->stacked ? 0.28 : 0.5);
  double left = spil_gantt_label_left (layout, row);
  double right = layout->stacked ? layout->width : layout->column_x[1];
  double room = MAX (right - left - layout->em * PAD, 1);
  gboolean low = layout->row_height < layout->em * 1.5;
  gboolean two = layout->gantt->view.two_lines;
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  draw_triangle (painter, layout, row, middle);
  spil_chart_painter_text (painter, row->label,
                           &(SpilChartPut) {
                               .x = left,
                               .y = middle,
                               .y_align = 0.5,
                               .max_width = room,
                               .max_lines = two ? 2 : 1,
                               .kind = low || two ? small : large,
                               .color = row->dimmed ? palette->muted : palette->foreground,
                           });
}

static void
draw_cells (const SpilChartPainter *painter, const SpilGanttLayout *layout, const SpilGanttRow *row,
            double top)
{
  const GArray *columns = layout->gantt->columns;
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  for (int i = 1; i < layout->n_columns && row->cells != NULL && row->cells[i - 1] != NULL; i++) {
    gboolean numeric = g_array_index (columns, SpilGanttColumn, i).numeric;
    double pad = layout->em * PAD;

    if (*row->cells[i - 1] == '\0')
      continue;
    spil_chart_painter_text (painter, row->cells[i - 1],
                             &(SpilChartPut) {
                                 .x = numeric ? layout->column_x[i + 1] - pad : layout->column_x[i] + pad,
                                 .y = top + layout->row_height / 2,
                                 .x_align = numeric ? 1 : 0,
                                 .y_align = 0.5,
                                 .max_width = layout->column_x[i + 1] - layout->column_x[i] - 2 * pad,
                                 .kind = SPIL_CHART_TEXT_SMALL,
                                 .color = row->dimmed || !row->summary ? palette->muted : palette->foreground,
                             });
  }
}

void
spil_gantt_draw_table (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout)
{
  if (layout->n_columns == 0 && !layout->stacked)
    return;
  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, 0, layout->header_height,
                   layout->stacked ? layout->width : layout->label_width,
                   layout->height - layout->header_height);
  cairo_clip (painter->cr);
  for (int i = layout->first_row; i < layout->end_row; i++) {
    double top = spil_gantt_row_to_y (layout, i);

    /* No line runs through a label that stands over its bar. */
    if (layout->stacked) {
      spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->background);
      cairo_rectangle (painter->cr, 0, top + 1, layout->width, layout->row_height * 0.48);
      cairo_fill (painter->cr);
    }
    draw_label (painter, layout, spil_gantt_row (self, i), top);
    draw_cells (painter, layout, spil_gantt_row (self, i), top);
  }
  cairo_restore (painter->cr);
}

void
spil_gantt_draw_titles (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double pad = layout->em * PAD;
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL_STRONG);

  for (int i = 0; i < layout->n_columns && i < (int) self->columns->len; i++) {
    const SpilGanttColumn *column = &g_array_index (self->columns, SpilGanttColumn, i);
    double left = i == 0 ? layout->em * (PAD * 0.5 + (layout->expanders ? GUTTER : PAD * 0.5))
                         : layout->column_x[i] + pad;
    double right = layout->column_x[i + 1] - pad;

    spil_chart_painter_text (painter, column->title,
                             &(SpilChartPut) {
                                 .x = column->numeric ? right : left,
                                 .y = layout->header_height - line * 0.5 - pad * 0.6,
                                 .x_align = column->numeric ? 1 : 0,
                                 .y_align = 0.5,
                                 .max_width = MAX (right - left, 1),
                                 .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                 .color = palette->muted,
                             });
    if (i > 0)
      spil_chart_painter_line_upright (painter, layout->column_x[i], layout->header_height - line - pad,
                                       layout->height, spil_chart_painter_hair (painter), palette->grid);
  }
  if (layout->n_columns > 0)
    spil_chart_painter_line_upright (painter, layout->label_width, 0, layout->height,
                                     spil_chart_painter_hair (painter), palette->strong_grid);
}
