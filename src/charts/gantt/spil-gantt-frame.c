// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* One drawing of the Gantt chart, step by step, and what its steps know of each other. */
#include <math.h>

#include "spil-gantt-private.h"

void
spil_gantt_frame_ink (const SpilGanttFrame *frame, SpilGanttInkKind kind, double x0, double y0, double x1,
                      double y1)
{
  SpilGanttInk ink = { kind, x0, y0, x1, y1, FALSE };
  double left, top, right, bottom;

  if (frame->gantt->inks == NULL)
    return;
  cairo_clip_extents (frame->cr, &left, &top, &right, &bottom);
  ink.cut = x0 < left - 0.51 || x1 > right + 0.51;
  ink.x0 = MAX (ink.x0, left);
  ink.y0 = MAX (ink.y0, top);
  ink.x1 = MIN (ink.x1, right);
  ink.y1 = MIN (ink.y1, bottom);
  if (ink.x1 >= ink.x0 && ink.y1 >= ink.y0)
    g_array_append_val (frame->gantt->inks, ink);
}

void
spil_gantt_frame_text (const SpilGanttFrame *frame, const char *text, const SpilChartPut *put)
{
  double width = spil_chart_painter_text (frame->painter, text, put);
  double x, y, height;

  if (frame->gantt->inks == NULL)
    return;
  spil_chart_painter_measure (frame->painter, text, put, NULL, &height);
  x = put->x - width * put->x_align;
  y = put->y - height * put->y_align;
  spil_gantt_frame_ink (frame, SPIL_GANTT_INK_TEXT, x, y, x + width, y + height);
}

void
spil_gantt_frame_hold (const SpilGanttFrame *frame, double *x0, double *x1)
{
  *x0 = MAX (*x0, frame->layout.label_width - frame->em * 2);
  *x1 = MIN (*x1, frame->layout.width + frame->em * 2);
}

void
spil_gantt_take (SpilGanttFrame *frame, int row, double x0, double x1)
{
  SpilGanttTaken taken = { MIN (x0, x1), MAX (x0, x1), -1 };
  int *head;

  if (!frame->texts || row < frame->layout.first_row || row >= frame->layout.end_row)
    return;
  head = &frame->heads[row - frame->layout.first_row];
  taken.next = *head;
  *head = (int) frame->taken->len;
  g_array_append_val (frame->taken, taken);
}

/* What is in the way of x0 to x1, NULL: nothing. */
static const SpilGanttTaken *
find_taken (const SpilGanttFrame *frame, int row, double x0, double x1)
{
  int at = frame->heads[row - frame->layout.first_row];

  while (at >= 0) {
    const SpilGanttTaken *taken = &g_array_index (frame->taken, SpilGanttTaken, at);

    if (taken->x1 > x0 && taken->x0 < x1)
      return taken;
    at = taken->next;
  }
  return NULL;
}

double
spil_gantt_find_room (const SpilGanttFrame *frame, int row, double x, double width, double slack)
{
  double left = frame->layout.label_width + frame->em * 0.2;
  double right = frame->layout.width - frame->em * 0.2;
  double at = x;
  const SpilGanttTaken *taken;

  /* Each step passes something that is in the way, so it ends. */
  while (at >= left && at + width <= right && fabs (at - x) <= fabs (slack)) {
    taken = find_taken (frame, row, at, at + width);
    if (taken == NULL)
      return at;
    at = slack < 0 ? taken->x0 - width : taken->x1;
  }
  return NAN;
}

static void
frame_init (SpilGanttFrame *frame, const SpilGantt *self, const SpilChartPainter *painter)
{
  int n_rows;

  *frame = (SpilGanttFrame) {
    .gantt = self,
    .painter = painter,
    .palette = spil_chart_painter_palette (painter),
    .cr = painter->cr,
    .em = spil_chart_painter_em (painter),
    .line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL),
    .taken = g_array_new (FALSE, FALSE, sizeof (SpilGanttTaken)),
  };
  spil_gantt_layout_init (&frame->layout, self, painter);
  frame->tiers = spil_gantt_tiers (painter, frame->layout.day_width);
  frame->texts = frame->layout.stacked ? frame->layout.row_height * STACKED_PITCH >= frame->line
                                       : frame->layout.row_height >= frame->line * 0.95;
  frame->fine = frame->layout.row_height >= frame->em * 0.8;
  n_rows = frame->layout.end_row - frame->layout.first_row;
  frame->heads = g_new (int, (gsize) n_rows + 1);
  for (int i = 0; i <= n_rows; i++)
    frame->heads[i] = -1;
  if (self->inks != NULL)
    g_array_set_size (self->inks, 0);
}

static void
frame_clear (SpilGanttFrame *frame)
{
  g_array_unref (frame->taken);
  g_free (frame->heads);
}

static void
clip_to_time (const SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;

  cairo_save (frame->cr);
  cairo_rectangle (frame->cr, layout->label_width, layout->header_height, layout->width - layout->label_width,
                   layout->height - layout->header_height);
  cairo_clip (frame->cr);
}

void
spil_gantt_draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilGantt *self = data;
  SpilGanttFrame frame;

  if (self->rows->len == 0 && self->draft.kind == SPIL_GANTT_DRAFT_NONE) {
    spil_chart_painter_empty (painter);
    return;
  }
  frame_init (&frame, self, painter);
  spil_gantt_draw_ground (&frame);
  clip_to_time (&frame);
  spil_gantt_draw_today (&frame);
  spil_gantt_draw_links (&frame);
  cairo_restore (frame.cr);
  /* Labels over the bars lie over the arrows too; a table over all that was scrolled under it. */
  if (frame.layout.stacked)
    spil_gantt_draw_table (&frame);
  clip_to_time (&frame);
  spil_gantt_draw_bars (&frame);
  cairo_restore (frame.cr);
  if (!frame.layout.stacked)
    spil_gantt_draw_table (&frame);
  spil_gantt_draw_header (&frame);
  spil_gantt_draw_titles (&frame);
  spil_gantt_draw_draft (&frame);
  frame_clear (&frame);
}
