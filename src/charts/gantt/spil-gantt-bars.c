// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The bars, milestones and summaries of the Gantt chart, with what is done of them. */
#include <math.h>

#include "spil-gantt-private.h"

/* Up to here, in ems, bars have round ends; lower ones are mere strokes. */
#define MAX_RADIUS 0.32

/* The pattern of a tone where colour alone will not do; rising lines are kept for what is critical. */
static SpilPattern
tone_pattern (int tone)
{
  static const SpilPattern patterns[] = { SPIL_PATTERN_SOLID, SPIL_PATTERN_DOTS, SPIL_PATTERN_LEVEL,
                                          SPIL_PATTERN_FALLING, SPIL_PATTERN_CROSS };
  int count = G_N_ELEMENTS (patterns);

  return patterns[(tone % count + count) % count];
}

SpilColor
spil_gantt_tint (const SpilPalette *palette, SpilColor color)
{
  return spil_color_mix (color, palette->background, 0.68);
}

SpilColor
spil_gantt_rest (const SpilPalette *palette, SpilColor color)
{
  return spil_color_mix (color, palette->background, 0.35);
}

static void
choose_colors (SpilGanttBar *bar)
{
  const SpilPalette *palette = bar->frame->palette;
  const SpilGanttRow *row = bar->row;

  bar->color = row->summary || bar->shape == SPIL_GANTT_MOMENT ? palette->foreground
                                                               : spil_palette_series (palette, row->tone);
  bar->edge = row->critical && !row->summary ? palette->warning : bar->color;
  if (row->critical && bar->shape == SPIL_GANTT_MOMENT)
    bar->color = palette->warning;
  if (bar->frame->painter->style->patterns)
    bar->pattern = row->critical ? SPIL_PATTERN_RISING : tone_pattern (row->tone);
  if (row->dimmed)
    bar->color = bar->edge = palette->strong_grid;
}

void
spil_gantt_bar_init (SpilGanttBar *bar, SpilGanttFrame *frame, int index)
{
  const SpilGanttRow *row = spil_gantt_row (frame->gantt, index);

  *bar = (SpilGanttBar) {
    .frame = frame,
    .row = row,
    .index = index,
    .shape = spil_gantt_row_shape (row),
    .x0 = NAN,
    .x1 = NAN,
  };
  choose_colors (bar);
  if (!spil_gantt_row_sides (&frame->layout, row, &bar->x0, &bar->x1))
    bar->x0 = bar->x1 = NAN;
  spil_gantt_bar_place (&frame->layout, index, &bar->y, &bar->height);
}

void
spil_gantt_draw_diamond (const SpilGanttFrame *frame, double x, double y, double radius)
{
  cairo_new_sub_path (frame->cr);
  cairo_move_to (frame->cr, x, y - radius);
  cairo_line_to (frame->cr, x + radius, y);
  cairo_line_to (frame->cr, x, y + radius);
  cairo_line_to (frame->cr, x - radius, y);
  cairo_close_path (frame->cr);
}

void
spil_gantt_bar_outline (const SpilGanttBar *bar, double x0, double x1, double inset)
{
  const SpilGanttFrame *frame = bar->frame;
  double radius = MIN (frame->em * MAX_RADIUS, bar->height / 2);

  if (bar->shape == SPIL_GANTT_MOMENT) {
    spil_gantt_draw_diamond (frame, (x0 + x1) / 2, bar->y + bar->height / 2,
                             MIN (frame->em * 0.55, bar->height * 0.6) - inset);
    return;
  }
  spil_chart_painter_rounded (frame->painter, x0 + inset, bar->y + inset, x1 - x0 - 2 * inset,
                              bar->height - 2 * inset, MAX (radius - inset, 0));
}

/* What is done of it, seen through the shape in the path, which is kept; straight where it goes on. */
static void
draw_done (const SpilGanttBar *bar, double x0, double x1, double inset)
{
  cairo_t *cr = bar->frame->cr;
  double done = MIN (bar->x0 + (bar->x1 - bar->x0) * bar->row->progress, x1 - inset);
  double left = x0 + inset;
  double top = bar->y + inset;
  double bottom = bar->y + bar->height - inset;
  double radius = MAX (MIN (bar->frame->em * MAX_RADIUS, bar->height / 2) - inset, 0);

  if (done <= left)
    return;
  if (done > x1 - inset - radius || done < left + radius) {
    spil_chart_painter_rounded (bar->frame->painter, left, top, done - left, bottom - top, radius);
  } else {
    cairo_move_to (cr, done, top);
    cairo_line_to (cr, done, bottom);
    cairo_line_to (cr, left + radius, bottom);
    cairo_arc (cr, left + radius, bottom - radius, radius, G_PI_2, G_PI);
    cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
    cairo_close_path (cr);
  }
  spil_chart_painter_color (bar->frame->painter, bar->color);
  cairo_fill (cr);
}

/* Where rows are low a bar is a stroke: what is done dark, the rest light. */
static void
draw_stroke (const SpilGanttBar *bar, double x0, double x1)
{
  const SpilGanttFrame *frame = bar->frame;
  double done = CLAMP (bar->x0 + (bar->x1 - bar->x0) * MAX (bar->row->progress, 0), x0, x1);

  spil_chart_painter_color (frame->painter, spil_gantt_rest (frame->palette, bar->edge));
  cairo_rectangle (frame->cr, done, bar->y, x1 - done, bar->height);
  cairo_fill (frame->cr);
  if (done <= x0)
    return;
  spil_chart_painter_color (frame->painter, bar->edge);
  cairo_rectangle (frame->cr, x0, bar->y, done - x0, bar->height);
  cairo_fill (frame->cr);
}

/* One path, filled and outlined, and one for what is done: in a PDF most of the time goes into writing paths. */
static void
draw_plain (const SpilGanttBar *bar, double x0, double x1)
{
  const SpilGanttFrame *frame = bar->frame;
  double line = MAX (1, frame->em * (bar->row->critical ? 0.15 : 0.075));

  spil_gantt_bar_outline (bar, x0, x1, line / 2);
  spil_chart_painter_fill_outlined (
      frame->painter,
      bar->pattern == SPIL_PATTERN_SOLID ? spil_gantt_tint (frame->palette, bar->color) : bar->color,
      bar->pattern, bar->edge, line);
  if (bar->row->progress > 0)
    draw_done (bar, x0, x1, line);
}

/* A bracket with its teeth down. */
static void
add_bracket (const SpilGanttBar *bar, double x0, double x1)
{
  cairo_t *cr = bar->frame->cr;
  double top = bar->y + bar->height * 0.18;
  double thick = bar->height * 0.34;
  double tooth = MIN (bar->height * 0.42, (x1 - x0) / 2);

  cairo_move_to (cr, x0, top);
  cairo_line_to (cr, x1, top);
  cairo_line_to (cr, x1, top + thick * 2);
  cairo_line_to (cr, x1 - tooth, top + thick);
  cairo_line_to (cr, x0 + tooth, top + thick);
  cairo_line_to (cr, x0, top + thick * 2);
  cairo_close_path (cr);
}

static void
draw_summary (const SpilGanttBar *bar, double x0, double x1)
{
  const SpilGanttFrame *frame = bar->frame;
  double done = CLAMP (bar->x0 + (bar->x1 - bar->x0) * MAX (bar->row->progress, 0), x0, x1);

  add_bracket (bar, x0, x1);
  spil_chart_painter_color (frame->painter, spil_gantt_rest (frame->palette, bar->color));
  cairo_fill (frame->cr);
  if (done <= x0)
    return;
  cairo_save (frame->cr);
  cairo_rectangle (frame->cr, x0, bar->y, done - x0, bar->height);
  cairo_clip (frame->cr);
  add_bracket (bar, x0, x1);
  spil_chart_painter_color (frame->painter, bar->color);
  cairo_fill (frame->cr);
  cairo_restore (frame->cr);
}

/* Its known end is firm; the other fades away, between dashes. */
static void
fill_open (const SpilGanttBar *bar, double known, double open)
{
  const SpilGanttFrame *frame = bar->frame;
  SpilColor strong = spil_color_mix (bar->color, frame->palette->background, 0.5);
  cairo_pattern_t *fade = cairo_pattern_create_linear (known, 0, open, 0);

  cairo_pattern_add_color_stop_rgba (fade, 0, strong.red, strong.green, strong.blue, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, strong.red, strong.green, strong.blue, 0);
  cairo_rectangle (frame->cr, MIN (known, open), bar->y, fabs (open - known), bar->height);
  cairo_set_source (frame->cr, fade);
  cairo_fill (frame->cr);
  cairo_pattern_destroy (fade);
}

static void
draw_open (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  gboolean to_right = bar->shape == SPIL_GANTT_ONLY_START;
  double known = to_right ? bar->x0 : bar->x1;
  double open = to_right ? bar->x1 : bar->x0;
  double head = (to_right ? 1 : -1) * bar->height * 0.45;
  double line = MAX (1, frame->em * (bar->row->critical ? 0.15 : 0.09));
  double top = bar->y + line / 2;
  double bottom = bar->y + bar->height - line / 2;

  fill_open (bar, known, open);
  spil_chart_painter_color (frame->painter, bar->edge);
  cairo_rectangle (cr, to_right ? known : known - line * 2, bar->y, line * 2, bar->height);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, (double[]) { frame->em * 0.35, frame->em * 0.22 }, 2, 0);
  cairo_move_to (cr, known, top);
  cairo_line_to (cr, open - head, top);
  cairo_move_to (cr, known, bottom);
  cairo_line_to (cr, open - head, bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, line * 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, open - head, top);
  cairo_line_to (cr, open, (top + bottom) / 2);
  cairo_line_to (cr, open - head, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_moment (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;

  /* A rim sets it off from the arrows that arrive at it. */
  spil_gantt_bar_outline (bar, bar->x0, bar->x1, 0);
  spil_chart_painter_color (frame->painter, frame->palette->background);
  cairo_set_line_width (frame->cr, frame->em * 0.22);
  cairo_stroke_preserve (frame->cr);
  spil_chart_painter_color (frame->painter, bar->color);
  cairo_fill (frame->cr);
}

/* A ring around what is selected. */
static void
draw_ring (const SpilGanttBar *bar, double x0, double x1)
{
  const SpilGanttFrame *frame = bar->frame;

  cairo_set_line_width (frame->cr, MAX (1.5, frame->em * 0.11));
  spil_gantt_bar_outline (bar, x0, x1, -frame->em * (bar->shape == SPIL_GANTT_MOMENT ? 0.25 : 0.17));
  spil_chart_painter_color (frame->painter, frame->palette->accent);
  cairo_stroke (frame->cr);
}

/* At the edge of the view, towards a bar that lies outside of it. */
static void
draw_pointer (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  cairo_t *cr = frame->cr;
  gboolean left = bar->x1 < frame->layout.label_width;
  double side = (left ? -1 : 1) * frame->em * 0.22;
  double x = left ? frame->layout.label_width + frame->em * 0.6 : frame->layout.width - frame->em * 0.6;
  double middle = bar->y + bar->height / 2;

  if (frame->fine) {
    cairo_move_to (cr, x - side, middle - frame->em * 0.28);
    cairo_line_to (cr, x + side * 0.5, middle);
    cairo_line_to (cr, x - side, middle + frame->em * 0.28);
    cairo_set_line_width (cr, frame->em * 0.13);
    spil_chart_painter_color (frame->painter, bar->edge);
    cairo_stroke (cr);
  }
  spil_gantt_bar_hit (bar, SPIL_CHART_PART_NOTE, x - frame->em * 0.5, x + frame->em * 0.5);
}

static void
draw_body (const SpilGanttBar *bar, double x0, double x1)
{
  if (bar->shape == SPIL_GANTT_MOMENT)
    draw_moment (bar);
  else if (!bar->frame->fine)
    draw_stroke (bar, x0, x1);
  else if (bar->shape != SPIL_GANTT_BOTH)
    draw_open (bar);
  else if (bar->row->summary)
    draw_summary (bar, x0, x1);
  else
    draw_plain (bar, x0, x1);
  if (bar->row->selected && bar->frame->fine)
    draw_ring (bar, x0, x1);
}

void
spil_gantt_bar_hit (const SpilGanttBar *bar, SpilChartPart part, double x0, double x1)
{
  const SpilChartPainter *painter = bar->frame->painter;

  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, part, bar->index,
                            &(cairo_rectangle_t) { x0, bar->y, x1 - x0, bar->height },
                            g_strdup (spil_gantt_row_name (bar->row)),
                            g_strdup (spil_gantt_get_description (bar->frame->gantt, bar->index)));
}

static void
draw_bar (const SpilGanttBar *bar)
{
  const SpilGanttLayout *layout = &bar->frame->layout;
  double x0 = bar->x0;
  double x1 = bar->x1;

  if (isnan (bar->x0))
    return;
  if (bar->x1 < layout->label_width || bar->x0 > layout->width) {
    draw_pointer (bar);
    return;
  }
  spil_gantt_frame_hold (bar->frame, &x0, &x1);
  draw_body (bar, x0, x1);
  x0 = MAX (bar->x0, layout->label_width);
  x1 = MIN (bar->x1, layout->width);
  spil_gantt_frame_ink (bar->frame, SPIL_GANTT_INK_BAR, x0, bar->y, x1, bar->y + bar->height);
  if (x1 > x0)
    spil_gantt_bar_hit (
        bar, bar->shape == SPIL_GANTT_MOMENT ? SPIL_CHART_PART_MILESTONE : SPIL_CHART_PART_BAR, x0, x1);
}

/* Bars first, then the words, so that no word lies under a bar. */
void
spil_gantt_draw_bars (SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;

  for (int i = layout->first_row; i < layout->end_row; i++) {
    SpilGanttBar bar;

    if (spil_gantt_row (frame->gantt, i)->heading)
      continue;
    spil_gantt_bar_init (&bar, frame, i);
    if (frame->fine)
      spil_gantt_draw_baseline (&bar);
    draw_bar (&bar);
    if (frame->fine)
      spil_gantt_draw_signs (&bar);
    spil_gantt_take_signs (&bar);
    if (isnan (bar.x0))
      spil_gantt_draw_note (&bar);
    else
      spil_gantt_draw_side_text (&bar);
  }
}
