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

// Where the words of a label begin: right of the indent and the triangle.
static double
label_left (const SpilGanttLayout *layout, const SpilGanttRow *row)
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
    left = label_left (layout, spil_gantt_row (layout->gantt, row));
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
draw_triangle (const SpilGanttFrame *frame, const SpilGanttRow *row, double middle)
{
  const SpilGanttLayout *layout = &frame->layout;
  cairo_t *cr = frame->cr;
  double size = layout->em * 0.27;
  double x = indent_left (layout, row) + layout->em * GUTTER / 2;

  if (!(row->summary || row->heading) || !layout->expanders)
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
  cairo_set_line_width (cr, MAX (1, layout->em * 0.11));
  spil_chart_painter_color (frame->painter, frame->palette->muted);
  cairo_stroke (cr);
}

/* Small in low rows; on paper, where nobody can ask for the whole name, two small lines where there is room for them. */
static SpilChartTextKind
label_kind (const SpilGanttFrame *frame, const SpilGanttRow *row, double room, int *lines)
{
  gboolean strong = row->summary || row->heading;
  SpilChartTextKind large = strong ? SPIL_CHART_TEXT_STRONG : SPIL_CHART_TEXT_BODY;
  SpilChartTextKind small = strong ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL;
  gboolean paper = spil_gantt_is_paper (frame->gantt, frame->painter);

  *lines = frame->gantt->view.two_lines ? 2 : 1;
  if (frame->gantt->view.two_lines)
    return small;
  if (frame->layout.row_height * (frame->layout.stacked ? STACKED_PITCH : 1) <
      (spil_chart_painter_line (frame->painter, large) + frame->line) / 2 * 1.05)
    return small;
  if (!paper || frame->layout.stacked || frame->layout.row_height < frame->line * 2 ||
      spil_chart_painter_text_width (frame->painter, row->label, large) <= room)
    return large;
  *lines = 2;
  return small;
}

/* No line runs through a label that stands over its bar. */
static void
clear_behind (const SpilGanttFrame *frame, const SpilGanttRow *row, SpilChartTextKind kind, double left,
              double right, double middle)
{
  double pad = frame->em * 0.2;
  double width = spil_chart_painter_text_width (frame->painter, row->label, kind);
  double height = spil_chart_painter_line (frame->painter, kind);

  spil_chart_painter_color (frame->painter, spil_gantt_row_ground (frame, row));
  cairo_rectangle (frame->cr, left - pad, middle - height / 2, MIN (width, right - left) + 2 * pad, height);
  cairo_fill (frame->cr);
}

static void
draw_label (const SpilGanttFrame *frame, const SpilGanttRow *row, double top)
{
  const SpilGanttLayout *layout = &frame->layout;
  double middle = top + layout->row_height * (layout->stacked ? STACKED_LABEL : 0.5);
  double left = label_left (layout, row);
  double right = (layout->stacked ? layout->width : layout->column_x[1]) - layout->em * PAD;
  SpilChartTextKind kind;
  int lines;

  if (row->heading && !layout->stacked)
    right = layout->label_width - layout->em * PAD;
  if (row->light != SPIL_GANTT_LIGHT_NONE) {
    right -= layout->em * 0.4;
    spil_gantt_draw_light (frame->painter, row->light, right, middle);
    right -= layout->em * 0.7;
  }
  draw_triangle (frame, row, middle);
  if (right - left < layout->em)
    return;
  kind = label_kind (frame, row, right - left, &lines);
  if (layout->stacked && !row->heading)
    clear_behind (frame, row, kind, left, MIN (right, layout->width), middle);
  spil_gantt_frame_text (frame, row->label,
                         &(SpilChartPut) {
                             .x = left,
                             .y = middle,
                             .y_align = 0.5,
                             .max_width = right - left,
                             .kind = kind,
                             .max_lines = lines,
                             .color = row->dimmed ? frame->palette->muted : frame->palette->foreground,
                         });
}

static void
draw_cells (const SpilGanttFrame *frame, const SpilGanttRow *row, double top)
{
  const SpilGanttLayout *layout = &frame->layout;
  double pad = layout->em * PAD;

  for (int i = 1; i < layout->n_columns && row->cells != NULL && row->cells[i - 1] != NULL; i++) {
    gboolean numeric = g_array_index (layout->gantt->columns, SpilGanttColumn, i).numeric;

    if (*row->cells[i - 1] == '\0')
      continue;
    spil_gantt_frame_text (frame, row->cells[i - 1],
                           &(SpilChartPut) {
                               .x = numeric ? layout->column_x[i + 1] - pad : layout->column_x[i] + pad,
                               .y = top + layout->row_height / 2,
                               .x_align = numeric ? 1 : 0,
                               .y_align = 0.5,
                               .max_width = layout->column_x[i + 1] - layout->column_x[i] - 2 * pad,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = row->dimmed ? frame->palette->muted : frame->palette->foreground,
                           });
  }
}

/* The whole name and all that is known of the row, for who points at the table; a heading is a part of its own. */
static void
add_hit (const SpilGanttFrame *frame, const SpilGanttRow *row, int index)
{
  const SpilGanttLayout *layout = &frame->layout;
  double top = spil_gantt_row_to_y (layout, index);

  if (frame->painter->hits == NULL)
    return;
  spil_chart_painter_hit (
      frame->painter, row->heading ? SPIL_CHART_PART_HEADING : SPIL_CHART_PART_ROW, index,
      &(cairo_rectangle_t) { 0, top, layout->stacked || row->heading ? layout->width : layout->label_width,
                             layout->row_height * (layout->stacked && !row->heading ? 0.5 : 1) },
      g_strdup (spil_gantt_row_name (row)), g_strdup (spil_gantt_get_description (frame->gantt, index)));
}

static void
draw_row (const SpilGanttFrame *frame, int index)
{
  const SpilGanttLayout *layout = &frame->layout;
  const SpilGanttRow *row = spil_gantt_row (frame->gantt, index);
  double top = spil_gantt_row_to_y (layout, index);

  add_hit (frame, row, index);
  if (!frame->texts)
    return;
  draw_label (frame, row, top);
  if (!row->heading)
    draw_cells (frame, row, top);
}

void
spil_gantt_draw_table (const SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;

  cairo_save (frame->cr);
  cairo_rectangle (frame->cr, 0, layout->header_height, layout->stacked ? layout->width : layout->label_width,
                   layout->height - layout->header_height);
  cairo_clip (frame->cr);
  for (int i = layout->first_row; i < layout->end_row; i++)
    draw_row (frame, i);
  cairo_restore (frame->cr);
}

static void
draw_title (const SpilGanttFrame *frame, int index)
{
  const SpilGanttLayout *layout = &frame->layout;
  const SpilGanttColumn *column = &g_array_index (frame->gantt->columns, SpilGanttColumn, index);
  double pad = layout->em * PAD;
  double left = index == 0 ? layout->em * (PAD * 0.5 + (layout->expanders ? GUTTER : PAD * 0.5))
                           : layout->column_x[index] + pad;
  double right = layout->column_x[index + 1] - pad;

  if (right - left < layout->em)
    return;
  spil_gantt_frame_text (frame, column->title,
                         &(SpilChartPut) {
                             .x = column->numeric ? right : left,
                             .y = layout->header_height - spil_gantt_tier_height (frame->painter) / 2,
                             .x_align = column->numeric ? 1 : 0,
                             .y_align = 0.5,
                             .max_width = right - left,
                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                             .color = frame->palette->muted,
                         });
}

/* The titles, and thin rules between the columns. */
void
spil_gantt_draw_titles (const SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;
  double bottom = MIN (layout->height, spil_gantt_row_to_y (layout, (int) frame->gantt->rows->len));
  double top = layout->header_height;

  for (int i = 0; i < layout->n_columns && i < (int) frame->gantt->columns->len; i++)
    draw_title (frame, i);
  if (!spil_gantt_is_paper (frame->gantt, frame->painter))
    bottom = layout->height;
  for (int i = 1; i < layout->n_columns; i++)
    spil_chart_painter_line_upright (frame->painter, layout->column_x[i], top, bottom,
                                     spil_chart_painter_hair (frame->painter),
                                     spil_color_mix (frame->palette->background, frame->palette->grid, 0.7));
  if (layout->n_columns > 0)
    spil_chart_painter_line_upright (frame->painter, layout->label_width, 0, bottom,
                                     spil_chart_painter_hair (frame->painter), frame->palette->grid);
}
