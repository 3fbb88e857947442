// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What stands at a bar: its baseline, its float, deadlines and other constraints, where it will be, how it goes. */
#include <math.h>

#include "spil-gantt-private.h"

/* Says where a sign stands. */
static void
ink (const SpilGanttBar *bar, double x, double half)
{
  spil_gantt_frame_ink (bar->frame, SPIL_GANTT_INK_SIGN, x - half, bar->y, x + half, bar->y + bar->height);
}

static gboolean
is_in_view (const SpilGanttFrame *frame, double x)
{
  return x >= frame->layout.label_width - frame->em && x <= frame->layout.width + frame->em;
}

/* The old place of a moment is a hollow diamond, under the one of now. */
static void
draw_old_moment (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const SpilGanttRow *row = bar->row;
  SpilDay day = spil_day_is_known (row->baseline_finish) ? row->baseline_finish : row->baseline_start;
  double x = spil_gantt_day_to_x (&frame->layout, day) + frame->layout.day_width / 2;

  if (!is_in_view (frame, x))
    return;
  spil_gantt_draw_diamond (frame, x, bar->y + bar->height / 2, MIN (frame->em * 0.45, bar->height * 0.5));
  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_fill_preserve (frame->cr);
  cairo_set_line_width (frame->cr, MAX (1, frame->em * 0.1));
  spil_chart_painter_color (frame->painter, frame->palette->strong_grid);
  cairo_stroke (frame->cr);
  ink (bar, x, MIN (frame->em * 0.45, bar->height * 0.5));
}

void
spil_gantt_draw_baseline (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const SpilGanttRow *row = bar->row;
  gboolean start = spil_day_is_known (row->baseline_start);
  gboolean finish = spil_day_is_known (row->baseline_finish);
  double thick = MAX (2, bar->height * 0.22);
  double y = bar->y + bar->height + MAX (1, bar->height * 0.1);
  double x0, x1;

  if (!start && !finish)
    return;
  if (bar->shape == SPIL_GANTT_MOMENT) {
    draw_old_moment (bar);
    return;
  }
  /* Of an end that is not known nothing is drawn but the other end. */
  x0 = start ? spil_gantt_day_to_x (&frame->layout, row->baseline_start)
             : spil_gantt_evening_to_x (&frame->layout, row->baseline_finish) - thick;
  x1 = finish ? spil_gantt_evening_to_x (&frame->layout, row->baseline_finish) : x0 + thick;
  spil_gantt_frame_hold (frame, &x0, &x1);
  spil_chart_painter_box (frame->painter, x0, y, x1 - x0, thick, start && finish ? thick / 2 : 0,
                          frame->palette->strong_grid, SPIL_PATTERN_SOLID);
}

/* How far it may end later: a line at the foot of the bar with a stop at its end. */
static void
draw_float (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  double line = MAX (1, frame->em * 0.1);
  double foot = bar->y + bar->height;
  double x0 = bar->x1;
  double x1 = spil_gantt_evening_to_x (&frame->layout, bar->row->float_end);
  gboolean ends = is_in_view (frame, x1);

  spil_gantt_frame_hold (frame, &x0, &x1);
  if (x1 - x0 < line)
    return;
  spil_chart_painter_color (frame->painter, frame->palette->strong_grid);
  cairo_rectangle (frame->cr, x0, foot - line, x1 - x0, line);
  if (ends) {
    cairo_rectangle (frame->cr, x1 - line, foot - frame->em * 0.35, line, frame->em * 0.35);
    ink (bar, x1 - line / 2, line / 2);
  }
  cairo_fill (frame->cr);
}

/* A stake on the evening of the deadline: hollow head when there is time, filled when it is passed. */
static void
draw_deadline (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  gboolean late = spil_gantt_row_is_late (bar->row);
  SpilColor color = late ? frame->palette->warning : frame->palette->foreground;
  double head = MIN (frame->em * 0.3, bar->height * 0.4);
  double top = bar->y - head * 0.6;
  double x = spil_gantt_evening_to_x (&frame->layout, bar->row->deadline);
  gboolean over = bar->shape == SPIL_GANTT_MOMENT && x > bar->x0 && x < bar->x1;

  if (!is_in_view (frame, x))
    return;
  ink (bar, x, head);
  /* No stake through a diamond: only its head, above. */
  if (over)
    top -= head * 0.8;
  else
    spil_chart_painter_line_upright (frame->painter, x, top, bar->y + bar->height, MAX (1, frame->em * 0.1),
                                     color);
  cairo_move_to (cr, x - head, top - head * 0.3);
  cairo_line_to (cr, x + head, top - head * 0.3);
  cairo_line_to (cr, x, top + head * 1.2);
  cairo_close_path (cr);
  spil_chart_painter_color (frame->painter, late ? color : frame->palette->background);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, MAX (1, frame->em * 0.09));
  spil_chart_painter_color (frame->painter, color);
  cairo_stroke (cr);
}

/* A bracket that opens to the right, on the morning before which it may not start. */
static void
draw_not_before (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  double x = spil_gantt_day_to_x (&frame->layout, bar->row->not_before);
  double foot = frame->em * 0.3;
  double over = frame->em * 0.14;

  if (!is_in_view (frame, x))
    return;
  x -= frame->em * 0.1;
  ink (bar, x + foot / 2, foot / 2);
  cairo_move_to (cr, x + foot, bar->y - over);
  cairo_line_to (cr, x, bar->y - over);
  cairo_line_to (cr, x, bar->y + bar->height + over);
  cairo_line_to (cr, x + foot, bar->y + bar->height + over);
  cairo_set_line_width (cr, MAX (1, frame->em * 0.1));
  spil_chart_painter_color (frame->painter, frame->palette->foreground);
  cairo_stroke (cr);
}

/* A pin through the start of what nothing may move. */
static void
draw_pin (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  double radius = MIN (frame->em * 0.2, bar->height * 0.3);
  double x = bar->x0 + MIN (radius * 2.2, (bar->x1 - bar->x0) / 2);
  double y = bar->y;

  if (bar->shape == SPIL_GANTT_MOMENT)
    x = (bar->x0 + bar->x1) / 2;
  if (!is_in_view (frame, x))
    return;
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_set_line_width (cr, radius * 0.9);
  cairo_stroke_preserve (cr);
  spil_chart_painter_color (frame->painter, frame->palette->foreground);
  cairo_fill (cr);
  cairo_rectangle (cr, x - radius * 0.25, y, radius * 0.5, bar->height * 0.62);
  cairo_fill (cr);
}

/* An exclamation mark at the end of what should have been further by now. */
static void
draw_late (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  double radius = MIN (frame->em * 0.34, bar->height * 0.42);
  double x = bar->x1;
  double y = bar->y + radius * 0.3;

  if (!is_in_view (frame, x))
    return;
  ink (bar, x, radius);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_set_line_width (cr, radius * 0.5);
  cairo_stroke_preserve (cr);
  spil_chart_painter_color (frame->painter, frame->palette->warning);
  cairo_fill (cr);
  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_rectangle (cr, x - radius * 0.15, y - radius * 0.6, radius * 0.3, radius * 0.7);
  cairo_rectangle (cr, x - radius * 0.15, y + radius * 0.32, radius * 0.3, radius * 0.3);
  cairo_fill (cr);
}

/* Where it will be: dashes in the colour of what is being done. */
static void
draw_ghost (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  SpilGanttRow row = *bar->row;
  SpilGanttBar ghost = *bar;

  row.start = bar->row->ghost_start;
  row.finish = bar->row->ghost_finish;
  ghost.row = &row;
  ghost.shape = spil_gantt_row_shape (&row);
  if (!spil_gantt_row_sides (&frame->layout, &row, &ghost.x0, &ghost.x1))
    return;
  spil_gantt_frame_hold (frame, &ghost.x0, &ghost.x1);
  if (ghost.x1 <= ghost.x0)
    return;
  spil_gantt_take (bar->frame, bar->index, ghost.x0, ghost.x1);
  ink (bar, (ghost.x0 + ghost.x1) / 2, (ghost.x1 - ghost.x0) / 2);
  cairo_save (frame->cr);
  spil_gantt_bar_outline (&ghost, ghost.x0, ghost.x1, frame->em * 0.06);
  spil_chart_painter_color (frame->painter, spil_color_fade (frame->palette->accent, 0.16));
  cairo_fill_preserve (frame->cr);
  cairo_set_line_width (frame->cr, MAX (1, frame->em * 0.12));
  cairo_set_dash (frame->cr, (double[]) { frame->em * 0.3, frame->em * 0.2 }, 2, 0);
  spil_chart_painter_color (frame->painter, frame->palette->accent);
  cairo_stroke (frame->cr);
  cairo_restore (frame->cr);
}

void
spil_gantt_draw_signs (const SpilGanttBar *bar)
{
  const SpilGanttRow *row = bar->row;
  gboolean drawn = !isnan (bar->x0);

  if (drawn && spil_day_is_known (row->float_end))
    draw_float (bar);
  if (spil_day_is_known (row->ghost_start) || spil_day_is_known (row->ghost_finish))
    draw_ghost (bar);
  if (spil_day_is_known (row->not_before))
    draw_not_before (bar);
  if (drawn && row->fixed)
    draw_pin (bar);
  if (spil_day_is_known (row->deadline))
    draw_deadline (bar);
  if (drawn && row->late && !spil_gantt_row_is_late (row))
    draw_late (bar);
}

static void
draw_tick (cairo_t *cr, double x, double y, double radius)
{
  cairo_set_line_width (cr, radius * 0.45);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - radius * 0.9, y + radius * 0.05);
  cairo_line_to (cr, x - radius * 0.25, y + radius * 0.7);
  cairo_line_to (cr, x + radius * 0.9, y - radius * 0.7);
  cairo_stroke (cr);
}

static void
draw_warning (cairo_t *cr, double x, double y, double radius, const SpilChartPainter *painter)
{
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius * 1.15, y + radius * 0.95);
  cairo_line_to (cr, x - radius * 1.15, y + radius * 0.95);
  cairo_close_path (cr);
  cairo_fill (cr);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->background);
  cairo_rectangle (cr, x - radius * 0.13, y - radius * 0.3, radius * 0.26, radius * 0.6);
  cairo_rectangle (cr, x - radius * 0.13, y + radius * 0.48, radius * 0.26, radius * 0.26);
  cairo_fill (cr);
}

static void
draw_barred (cairo_t *cr, double x, double y, double radius, const SpilChartPainter *painter)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->background);
  cairo_rectangle (cr, x - radius * 0.6, y - radius * 0.2, radius * 1.2, radius * 0.4);
  cairo_fill (cr);
}

/* The signs of the pages: a tick when it goes well, a triangle when it needs care, a barred disc when it goes wrong. No two look the same in grey. */
void
spil_gantt_draw_light (const SpilChartPainter *painter, int light, double x, double y)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  cairo_t *cr = painter->cr;
  double radius = spil_chart_painter_em (painter) * 0.42;

  cairo_save (cr);
  cairo_new_path (cr);
  switch (light) {
  case SPIL_GANTT_LIGHT_GREEN:
    spil_chart_painter_color (painter, palette->good);
    draw_tick (cr, x, y, radius);
    break;
  case SPIL_GANTT_LIGHT_AMBER:
    /* The fifth series is the palette's yellow. */
    spil_chart_painter_color (painter, spil_palette_series (palette, 4));
    draw_warning (cr, x, y, radius, painter);
    break;
  case SPIL_GANTT_LIGHT_RED:
    spil_chart_painter_color (painter, palette->warning);
    draw_barred (cr, x, y, radius, painter);
    break;
  default:
    break;
  }
  cairo_restore (cr);
}
