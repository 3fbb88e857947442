// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The ways of arrows from bar to bar. */
#include <math.h>

#include "spil-gantt-private.h"

gboolean
spil_gantt_row_ends (const SpilGanttLayout *layout, int row, SpilGanttEnds *ends)
{
  double height;

  if (!spil_gantt_row_sides (layout, spil_gantt_row (layout->gantt, row), &ends->x0, &ends->x1))
    return FALSE;
  spil_gantt_bar_place (layout, row, &ends->top, &height);
  ends->bottom = ends->top + height;
  ends->middle = ends->top + height / 2;
  return TRUE;
}

static void
turn (SpilGanttWay *way, double x, double y)
{
  way->corners[way->count].x = x;
  way->corners[way->count++].y = y;
}

/* From the finish to the start of a bar that comes later: down into it when near, else beside it and in. */
static gboolean
go_on (SpilGanttWay *way, const SpilGanttEnds *from, const SpilGanttEnds *to, double em)
{
  double out = from->x1 + em * 0.6;
  double drop = MAX (to->x0, from->x1) + em * 0.45;
  gboolean down = to->middle > from->middle;

  if (to->x0 < from->x1 - em * 0.2)
    return FALSE;
  turn (way, from->x1, from->middle);
  if (to->x0 - out > em * 0.7) {
    turn (way, out, from->middle);
    turn (way, out, to->middle);
    turn (way, to->x0, to->middle);
    way->head_x = 1;
  } else {
    drop = MIN (drop, MAX (to->x1 - em * 0.1, from->x1 + em * 0.1));
    turn (way, drop, from->middle);
    turn (way, drop, down ? to->top : to->bottom);
    way->head_y = down ? 1 : -1;
  }
  return TRUE;
}

static void
go_around (SpilGanttWay *way, const SpilGanttLayout *layout, SpilGanttLinkKind kind,
           const SpilGanttEnds *from, const SpilGanttEnds *to)
{
  gboolean leaves_right = kind == SPIL_GANTT_FINISH_START || kind == SPIL_GANTT_FINISH_FINISH;
  gboolean enters_left = kind == SPIL_GANTT_FINISH_START || kind == SPIL_GANTT_START_START;
  double stub = layout->em * 0.6;
  double x0 = leaves_right ? from->x1 : from->x0;
  double x1 = enters_left ? to->x0 : to->x1;
  double out = x0 + (leaves_right ? stub : -stub);
  double in = x1 + (enters_left ? -stub * 1.3 : stub * 1.3);
  double gutter = from->middle + (to->middle > from->middle ? 0.5 : -0.5) * layout->row_height;

  way->head_x = enters_left ? 1 : -1;
  turn (way, x0, from->middle);
  if (leaves_right != enters_left) {
    /* Both on one side: around the outermost. */
    double x = leaves_right ? MAX (out, in) : MIN (out, in);

    turn (way, x, from->middle);
    turn (way, x, to->middle);
  } else {
    turn (way, out, from->middle);
    turn (way, out, gutter);
    turn (way, in, gutter);
    turn (way, in, to->middle);
  }
  turn (way, x1, to->middle);
}

void
spil_gantt_way (SpilGanttWay *way, const SpilGanttLayout *layout, SpilGanttLinkKind kind,
                const SpilGanttEnds *from, const SpilGanttEnds *to)
{
  *way = (SpilGanttWay) { 0 };
  if (kind != SPIL_GANTT_FINISH_START || !go_on (way, from, to, layout->em))
    go_around (way, layout, kind, from, to);
}

static void
draw_head (cairo_t *cr, const SpilGanttWay *way, double size)
{
  double x = way->corners[way->count - 1].x;
  double y = way->corners[way->count - 1].y;
  double back_x = x - way->head_x * size;
  double back_y = y - way->head_y * size;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, back_x - way->head_y * size * 0.55, back_y - way->head_x * size * 0.55);
  cairo_line_to (cr, back_x + way->head_y * size * 0.55, back_y + way->head_x * size * 0.55);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
spil_gantt_way_draw (const SpilGanttWay *way, cairo_t *cr, double round, double head)
{
  cairo_move_to (cr, way->corners[0].x, way->corners[0].y);
  for (int i = 1; i + 1 < way->count; i++) {
    double x = way->corners[i].x;
    double y = way->corners[i].y;
    double back_x = way->corners[i - 1].x - x;
    double back_y = way->corners[i - 1].y - y;
    double on_x = way->corners[i + 1].x - x;
    double on_y = way->corners[i + 1].y - y;
    double back = fabs (back_x) + fabs (back_y);
    double on = fabs (on_x) + fabs (on_y);
    double radius = MIN (round, MIN (back, on) / 2);

    if (radius < 0.5) {
      cairo_line_to (cr, x, y);
      continue;
    }
    cairo_line_to (cr, x + back_x / back * radius, y + back_y / back * radius);
    cairo_curve_to (cr, x, y, x, y, x + on_x / on * radius, y + on_y / on * radius);
  }
  cairo_line_to (cr, way->corners[way->count - 1].x, way->corners[way->count - 1].y);
  cairo_stroke (cr);
  if (head > 0)
    draw_head (cr, way, head);
}
