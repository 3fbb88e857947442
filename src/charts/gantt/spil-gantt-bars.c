// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The bars, milestones, baselines and deadlines of the Gantt chart. */
#include "spil-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One row on its way to paper. */
typedef struct
{
  const SpilGantt *gantt;
  const SpilChartPainter *painter;
  const SpilGanttLayout *layout;
  const SpilGanttRow *row;
  int index;
  gboolean busy; /* an arrow begins or ends on its right side */
  SpilGanttShape shape;
  SpilColor color;
  double em;
  double x0;
  double x1;
  double y;
  double height;
} Bar;

/* Coordinates far outside of the view would overflow Cairo's fixed point numbers. */
static void
hold_in_view (const Bar *bar, double *x0, double *x1)
{
  *x0 = MAX (*x0, bar->layout->label_width - bar->em * 2);
  *x1 = MIN (*x1, bar->layout->width + bar->em * 2);
}

/* The pattern of a tone where colour alone will not do; rising lines are kept for what is critical. */
static SpilPattern
tone_pattern (int tone)
{
  static const SpilPattern patterns[] = { SPIL_PATTERN_SOLID, SPIL_PATTERN_DOTS, SPIL_PATTERN_LEVEL,
                                          SPIL_PATTERN_FALLING, SPIL_PATTERN_CROSS };
  int count = G_N_ELEMENTS (patterns);

  return patterns[(tone % count + count) % count];
}

/* The part that is done: round where the bar is, straight where it goes on. */
static void
draw_progress (const Bar *bar, double x0, double x1, double radius)
{
  cairo_t *cr = bar->painter->cr;
  double done = MIN (bar->x0 + (bar->x1 - bar->x0) * bar->row->progress, x1);
  double bottom = bar->y + bar->height;

  if (done <= x0)
    return;
  spil_chart_painter_color (bar->painter, bar->color);
  if (done > x1 - radius || done < x0 + radius) {
    spil_chart_painter_rounded (bar->painter, x0, bar->y, done - x0, bar->height, radius);
  } else {
    cairo_move_to (cr, done, bar->y);
    cairo_line_to (cr, done, bottom);
    cairo_line_to (cr, x0 + radius, bottom);
    cairo_arc (cr, x0 + radius, bottom - radius, radius, G_PI_2, G_PI);
    cairo_arc (cr, x0 + radius, bar->y + radius, radius, G_PI, 3 * G_PI_2);
    cairo_close_path (cr);
  }
  cairo_fill (cr);
}

/* One path, filled and outlined, and one for what is done: in a PDF most of the time goes into writing paths. */
static void
draw_plain (const Bar *bar)
{
  const SpilChartPainter *painter = bar->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double line = MAX (1, bar->em * (bar->row->critical ? 0.14 : 0.08));
  double radius = bar->em * 0.2;
  SpilPattern pattern = SPIL_PATTERN_SOLID;
  double x0 = bar->x0;
  double x1 = bar->x1;

  hold_in_view (bar, &x0, &x1);
  if (x1 <= x0)
    return;
  if (bar->row->critical)
    pattern = SPIL_PATTERN_RISING;
  else if (painter->style->patterns)
    pattern = tone_pattern (bar->row->tone);
  spil_chart_painter_rounded (painter, x0 + line / 2, bar->y + line / 2, x1 - x0 - line, bar->height - line,
                              radius);
  spil_chart_painter_fill_outlined (
      painter,
      pattern == SPIL_PATTERN_SOLID ? spil_color_mix (bar->color, palette->background, 0.55) : bar->color,
      pattern, bar->row->critical ? palette->warning : bar->color, line);
  if (bar->row->progress > 0)
    draw_progress (bar, x0 + line / 2, x1 - line / 2, radius);
}

/* A bracket with its teeth down. */
static void
draw_summary (const Bar *bar)
{
  cairo_t *cr = bar->painter->cr;
  double x0 = bar->x0;
  double x1 = bar->x1;
  double top = bar->y + bar->height * 0.2;
  double thick = bar->height * 0.38;
  double tooth = MIN (bar->height * 0.5, (x1 - x0) / 2);

  hold_in_view (bar, &x0, &x1);
  if (x1 <= x0)
    return;
  cairo_move_to (cr, x0, top);
  cairo_line_to (cr, x1, top);
  cairo_line_to (cr, x1, top + thick * 2);
  cairo_line_to (cr, x1 - tooth, top + thick);
  cairo_line_to (cr, x0 + tooth, top + thick);
  cairo_line_to (cr, x0, top + thick * 2);
  cairo_close_path (cr);
  spil_chart_painter_color (bar->painter, bar->row->critical
                                              ? spil_chart_painter_palette (bar->painter)->warning
                                              : spil_chart_painter_palette (bar->painter)->foreground);
  cairo_fill (cr);
}

/* A bar of which one end is not known: it fades away, between dashes, towards an arrow head. */
static void
draw_open (const Bar *bar)
{
  const SpilChartPainter *painter = bar->painter;
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  cairo_t *cr = painter->cr;
  gboolean to_right = bar->shape == SPIL_GANTT_ONLY_START;
  double known = to_right ? bar->x0 : bar->x1;
  double open = to_right ? bar->x1 : bar->x0;
  double head = (to_right ? 1 : -1) * bar->height * 0.5;
  double line = MAX (1, bar->em * 0.1);
  SpilColor outline = bar->row->critical ? palette->warning : bar->color;
  cairo_pattern_t *fade = cairo_pattern_create_linear (known, 0, open, 0);
  SpilColor strong = spil_color_mix (bar->color, palette->background, 0.3);

  cairo_pattern_add_color_stop_rgba (fade, 0, strong.red, strong.green, strong.blue, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, strong.red, strong.green, strong.blue, 0);
  cairo_rectangle (cr, MIN (known, open), bar->y, fabs (open - known), bar->height);
  cairo_set_source (cr, fade);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);

  spil_chart_painter_color (painter, outline);
  cairo_rectangle (cr, to_right ? known : known - line * 2, bar->y, line * 2, bar->height);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, (double[]) { bar->em * 0.35, bar->em * 0.22 }, 2, 0);
  cairo_move_to (cr, known, bar->y + line / 2);
  cairo_line_to (cr, open - head, bar->y + line / 2);
  cairo_move_to (cr, known, bar->y + bar->height - line / 2);
  cairo_line_to (cr, open - head, bar->y + bar->height - line / 2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, line * 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, open - head, bar->y + line / 2);
  cairo_line_to (cr, open, bar->y + bar->height / 2);
  cairo_line_to (cr, open - head, bar->y + bar->height - line / 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_moment (const Bar *bar)
{
  const SpilPalette *palette = spil_chart_painter_palette (bar->painter);

  spil_chart_painter_marker (bar->painter, SPIL_MARKER_DIAMOND, (bar->x0 + bar->x1) / 2,
                             bar->y + bar->height / 2, MIN (bar->em * 0.5, bar->height * 0.6),
                             bar->row->critical ? palette->warning : palette->foreground);
}

static void
draw_baseline (const Bar *bar)
{
  const SpilGanttRow *row = bar->row;
  SpilColor color = spil_chart_painter_palette (bar->painter)->strong_grid;
  double y = bar->y + bar->height * 1.13;
  double thick = MAX (2, bar->height * 0.2);
  double x0, x1;

  if (spil_day_is_known (row->baseline_start) && spil_day_is_known (row->baseline_finish)) {
    x0 = spil_gantt_day_to_x (bar->layout, row->baseline_start);
    x1 = spil_gantt_evening_to_x (bar->layout, row->baseline_finish);
    hold_in_view (bar, &x0, &x1);
    spil_chart_painter_box (bar->painter, x0, y, x1 - x0, thick, thick / 2, color, SPIL_PATTERN_SOLID);
  } else if (spil_day_is_known (row->baseline_start)) {
    x0 = spil_gantt_day_to_x (bar->layout, row->baseline_start);
    spil_chart_painter_box (bar->painter, x0, y, thick, thick, 0, color, SPIL_PATTERN_SOLID);
  } else if (spil_day_is_known (row->baseline_finish)) {
    x1 = spil_gantt_evening_to_x (bar->layout, row->baseline_finish);
    spil_chart_painter_box (bar->painter, x1 - thick, y, thick, thick, 0, color, SPIL_PATTERN_SOLID);
  }
}

static gboolean
is_late (const SpilGanttRow *row)
{
  return spil_day_is_known (row->deadline) && spil_day_is_known (row->finish) &&
         spil_day_compare (row->finish, row->deadline) > 0;
}

/* A stake on the evening of the deadline: hollow head when there is time, filled when it is passed. */
static void
draw_deadline (const Bar *bar)
{
  const SpilPalette *palette = spil_chart_painter_palette (bar->painter);
  cairo_t *cr = bar->painter->cr;
  gboolean late = is_late (bar->row);
  double head = bar->em * 0.32;
  double top = bar->y - bar->em * 0.28;
  double x;

  if (!spil_day_is_known (bar->row->deadline))
    return;
  x = spil_gantt_evening_to_x (bar->layout, bar->row->deadline);
  if (x < bar->layout->label_width - bar->em || x > bar->layout->width + bar->em)
    return;
  spil_chart_painter_line_upright (bar->painter, x, top, bar->y + bar->height * 1.1, MAX (1, bar->em * 0.1),
                                   late ? palette->warning : palette->foreground);
  cairo_move_to (cr, x - head, top - head * 0.2);
  cairo_line_to (cr, x + head, top - head * 0.2);
  cairo_line_to (cr, x, top + head * 1.1);
  cairo_close_path (cr);
  spil_chart_painter_color (bar->painter, late ? palette->warning : palette->background);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, MAX (1, bar->em * 0.09));
  spil_chart_painter_color (bar->painter, late ? palette->warning : palette->foreground);
  cairo_stroke (cr);
}

/* What is said beside the bar: which end is not known, who does it. */
static char *
side_text (const Bar *bar)
{
  const char *end = bar->shape == SPIL_GANTT_ONLY_START ? _ ("end not stated")
                                                        : bar->shape == SPIL_GANTT_ONLY_FINISH
      ? _ ("start not stated")
      : NULL;
  const char *owner = bar->row->owner != NULL && *bar->row->owner != '\0' ? bar->row->owner : NULL;
  g_autofree char *moment = NULL;

  if (bar->shape == SPIL_GANTT_MOMENT) {
    moment = spil_day_format (spil_day_is_known (bar->row->finish) ? bar->row->finish : bar->row->start);
    end = moment;
  }
  if (end != NULL && owner != NULL)
    return g_strdup_printf ("%s · %s", end, owner);
  return g_strdup (end != NULL ? end : owner);
}

static void
draw_side_text (const Bar *bar)
{
  g_autofree char *text = side_text (bar);
  double left = bar->x1;
  double deadline, room;

  if (text == NULL)
    return;
  deadline = spil_day_is_known (bar->row->deadline)
                 ? spil_gantt_evening_to_x (bar->layout, bar->row->deadline) + bar->em * 0.3
                 : left;
  if (deadline > left && deadline < left + bar->em * 8)
    left = deadline;
  left += bar->em * (bar->busy ? 1.25 : 0.5);
  room = bar->layout->width - left - bar->em * 0.3;
  if (room < bar->em * 3 || left < bar->layout->label_width)
    return;
  spil_chart_painter_text (bar->painter, text,
                           &(SpilChartPut) {
                               .x = left,
                               .y = bar->y + bar->height / 2,
                               .y_align = 0.5,
                               .max_width = room,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = spil_chart_painter_palette (bar->painter)->muted,
                           });
}

static void
draw_note (const Bar *bar)
{
  double left = bar->layout->label_width + bar->em * 0.4;
  double width;

  width = spil_chart_painter_text (bar->painter, spil_gantt_row_note (bar->row),
                                   &(SpilChartPut) {
                                       .x = left,
                                       .y = bar->y + bar->height / 2,
                                       .y_align = 0.5,
                                       .max_width = bar->layout->width - left,
                                       .kind = SPIL_CHART_TEXT_SMALL,
                                       .color = spil_chart_painter_palette (bar->painter)->muted,
                                   });
  if (bar->painter->hits != NULL)
    spil_chart_painter_hit (bar->painter, SPIL_CHART_PART_NOTE, bar->index,
                            &(cairo_rectangle_t) { left, bar->y, width, bar->height },
                            g_strdup (spil_gantt_row_name (bar->row)), spil_gantt_row_description (bar->row));
}

static void
add_hit (const Bar *bar)
{
  double x0 = MAX (bar->x0, bar->layout->label_width);
  double x1 = MIN (bar->x1, bar->layout->width);
  SpilChartPart part = bar->shape == SPIL_GANTT_MOMENT ? SPIL_CHART_PART_MILESTONE : SPIL_CHART_PART_BAR;

  if (bar->painter->hits == NULL || x1 <= x0)
    return;
  spil_chart_painter_hit (bar->painter, part, bar->index,
                          &(cairo_rectangle_t) { x0, bar->y, x1 - x0, bar->height },
                          g_strdup (spil_gantt_row_name (bar->row)), spil_gantt_row_description (bar->row));
}

/* At the edge of the view, towards a bar that lies outside of it. */
static void
draw_pointer (const Bar *bar)
{
  cairo_t *cr = bar->painter->cr;
  gboolean left = bar->x1 < bar->layout->label_width;
  double side = (left ? -1 : 1) * bar->em * 0.3;
  double x = left ? bar->layout->label_width + bar->em * 0.6 : bar->layout->width - bar->em * 0.6;
  double middle = bar->y + bar->height / 2;

  cairo_move_to (cr, x - side, middle - bar->em * 0.35);
  cairo_line_to (cr, x + side * 0.5, middle);
  cairo_line_to (cr, x - side, middle + bar->em * 0.35);
  cairo_set_line_width (cr, bar->em * 0.16);
  spil_chart_painter_color (bar->painter, bar->color);
  cairo_stroke (cr);
  if (bar->painter->hits != NULL)
    spil_chart_painter_hit (bar->painter, SPIL_CHART_PART_NOTE, bar->index,
                            &(cairo_rectangle_t) { x - bar->em * 0.5, bar->y, bar->em, bar->height },
                            g_strdup (spil_gantt_row_name (bar->row)), spil_gantt_row_description (bar->row));
}

static void
draw_row (Bar *bar)
{
  if (!spil_gantt_row_sides (bar->layout, bar->row, bar->em, &bar->x0, &bar->x1)) {
    draw_note (bar);
    draw_baseline (bar);
    draw_deadline (bar);
    return;
  }
  draw_baseline (bar);
  if (bar->x1 >= bar->layout->label_width && bar->x0 <= bar->layout->width) {
    if (bar->shape == SPIL_GANTT_MOMENT)
      draw_moment (bar);
    else if (bar->shape != SPIL_GANTT_BOTH)
      draw_open (bar);
    else if (bar->row->summary)
      draw_summary (bar);
    else
      draw_plain (bar);
    add_hit (bar);
  } else
    draw_pointer (bar);
  draw_deadline (bar);
  draw_side_text (bar);
}

void
spil_gantt_draw_bars (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
                      const gboolean *busy)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  for (int i = layout->first_row; i < layout->end_row; i++) {
    const SpilGanttRow *row = spil_gantt_row (self, i);
    Bar bar = {
      .gantt = self,
      .painter = painter,
      .layout = layout,
      .row = row,
      .index = i,
      .busy = busy[i - layout->first_row],
      .shape = spil_gantt_row_shape (row),
      .color = spil_palette_series (palette, row->tone),
      .em = spil_chart_painter_em (painter),
    };

    spil_gantt_bar_place (layout, i, &bar.y, &bar.height);
    draw_row (&bar);
  }
}
