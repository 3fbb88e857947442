// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What somebody is drawing, linking or dropping now: over all else. */
#include <math.h>

#include "spil-gantt-private.h"

/* The days that are being drawn, in a pill beside the bar. */
static void
draw_days (const SpilGanttFrame *frame, double x, double middle)
{
  const SpilGanttDraft *draft = &frame->gantt->draft;
  g_autofree char *start = spil_day_format (draft->start);
  g_autofree char *finish = spil_day_format (draft->finish);
  g_autofree char *text = g_strdup_printf ("%s – %s", start, finish);
  double pad = frame->em * 0.4;
  double width = spil_chart_painter_text_width (frame->painter, text, SPIL_CHART_TEXT_SMALL_STRONG) + 2 * pad;
  double height = frame->line + frame->em * 0.2;

  x = CLAMP (x + frame->em * 0.4, frame->layout.label_width,
             MAX (frame->layout.label_width, frame->layout.width - width));
  spil_chart_painter_box (frame->painter, x, middle - height / 2, width, height, height / 2,
                          frame->palette->accent, SPIL_PATTERN_SOLID);
  spil_gantt_frame_text (frame, text,
                         &(SpilChartPut) {
                             .x = x + pad,
                             .y = middle,
                             .y_align = 0.5,
                             .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                             .color = spil_palette_text_on (frame->palette, frame->palette->accent),
                         });
}

static void
draw_new_bar (const SpilGanttFrame *frame)
{
  const SpilGanttDraft *draft = &frame->gantt->draft;
  double x0, x1, y, height;

  if (!spil_day_is_known (draft->start) || !spil_day_is_known (draft->finish))
    return;
  x0 = spil_gantt_day_to_x (&frame->layout, draft->start);
  x1 = spil_gantt_evening_to_x (&frame->layout, draft->finish);
  spil_gantt_frame_hold (frame, &x0, &x1);
  spil_gantt_bar_place (&frame->layout, draft->row, &y, &height);
  spil_chart_painter_rounded (frame->painter, x0, y, x1 - x0, height, MIN (frame->em * 0.32, height / 2));
  spil_chart_painter_color (frame->painter, spil_color_fade (frame->palette->accent, 0.3));
  cairo_fill_preserve (frame->cr);
  cairo_set_line_width (frame->cr, MAX (1, frame->em * 0.12));
  spil_chart_painter_color (frame->painter, frame->palette->accent);
  cairo_stroke (frame->cr);
  draw_days (frame, x1, y + height / 2);
}

/* A ring around the bar that the arrow would arrive at, dashed when it may not. */
static void
draw_target (const SpilGanttFrame *frame, const SpilGanttEnds *to)
{
  double air = frame->em * 0.22;

  spil_chart_painter_rounded (frame->painter, to->x0 - air, to->top - air, to->x1 - to->x0 + 2 * air,
                              to->bottom - to->top + 2 * air, frame->em * 0.5);
  cairo_stroke (frame->cr);
}

/* A disc at the loose end: whole, or crossed out when the arrow is refused. */
static void
draw_loose_end (const SpilGanttFrame *frame, double x, double y, gboolean refused)
{
  double radius = frame->em * (refused ? 0.5 : 0.25);

  cairo_new_sub_path (frame->cr);
  cairo_arc (frame->cr, x, y, radius, 0, 2 * G_PI);
  if (!refused) {
    cairo_fill (frame->cr);
    return;
  }
  cairo_set_dash (frame->cr, NULL, 0, 0);
  cairo_move_to (frame->cr, x - radius * G_SQRT2 / 2, y + radius * G_SQRT2 / 2);
  cairo_line_to (frame->cr, x + radius * G_SQRT2 / 2, y - radius * G_SQRT2 / 2);
  cairo_stroke (frame->cr);
}

static SpilGanttLinkKind
draft_kind (const SpilGanttDraft *draft)
{
  if (draft->from_finish)
    return draft->to_finish ? SPIL_GANTT_FINISH_FINISH : SPIL_GANTT_FINISH_START;
  return draft->to_finish ? SPIL_GANTT_START_FINISH : SPIL_GANTT_START_START;
}

static void
draw_new_link (const SpilGanttFrame *frame)
{
  const SpilGanttDraft *draft = &frame->gantt->draft;
  int n_rows = (int) frame->gantt->rows->len;
  SpilGanttEnds from, to;
  SpilGanttWay way;

  if (draft->row < 0 || draft->row >= n_rows || !spil_gantt_row_ends (&frame->layout, draft->row, &from))
    return;
  spil_chart_painter_color (frame->painter,
                            draft->refused ? frame->palette->warning : frame->palette->accent);
  cairo_set_line_width (frame->cr, MAX (1.5, frame->em * 0.13));
  if (draft->refused)
    cairo_set_dash (frame->cr, (double[]) { frame->em * 0.3, frame->em * 0.25 }, 2, 0);
  if (draft->to_row >= 0 && draft->to_row < n_rows && draft->to_row != draft->row &&
      spil_gantt_row_ends (&frame->layout, draft->to_row, &to)) {
    draw_target (frame, &to);
    spil_gantt_way (&way, &frame->layout, draft_kind (draft), &from, &to);
    spil_gantt_way_draw (&way, frame->cr, frame->em * 0.3, frame->em * 0.45);
    if (draft->refused)
      draw_loose_end (frame, draft->x, draft->y, TRUE);
    return;
  }
  cairo_move_to (frame->cr, draft->from_finish ? from.x1 : from.x0, from.middle);
  cairo_line_to (frame->cr, draft->x, draft->y);
  cairo_stroke (frame->cr);
  draw_loose_end (frame, draft->x, draft->y, draft->refused);
}

/* A line over the row with a ring at the indent where the rows will begin. */
static void
draw_drop (const SpilGanttFrame *frame)
{
  const SpilGanttDraft *draft = &frame->gantt->draft;
  double y = spil_gantt_row_to_y (&frame->layout, draft->row);
  double radius = frame->em * 0.25;
  double x = MAX (draft->x, radius + 1);

  if (y < frame->layout.header_height - 1 || y > frame->layout.height + 1)
    return;
  spil_chart_painter_color (frame->painter,
                            draft->refused ? frame->palette->warning : frame->palette->accent);
  cairo_set_line_width (frame->cr, MAX (2, frame->em * 0.14));
  if (draft->refused)
    cairo_set_dash (frame->cr, (double[]) { frame->em * 0.3, frame->em * 0.25 }, 2, 0);
  cairo_move_to (frame->cr, x + radius, y);
  cairo_line_to (frame->cr, frame->layout.width, y);
  cairo_stroke (frame->cr);
  cairo_set_dash (frame->cr, NULL, 0, 0);
  cairo_arc (frame->cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (frame->cr);
}

void
spil_gantt_draw_draft (SpilGanttFrame *frame)
{
  SpilGanttDraftKind kind = frame->gantt->draft.kind;
  double left = kind == SPIL_GANTT_DRAFT_DROP ? 0 : frame->layout.label_width;

  if (kind == SPIL_GANTT_DRAFT_NONE)
    return;
  cairo_save (frame->cr);
  cairo_rectangle (frame->cr, left, frame->layout.header_height - 2, frame->layout.width - left,
                   frame->layout.height - frame->layout.header_height + 2);
  cairo_clip (frame->cr);
  if (kind == SPIL_GANTT_DRAFT_BAR)
    draw_new_bar (frame);
  else if (kind == SPIL_GANTT_DRAFT_LINK)
    draw_new_link (frame);
  else
    draw_drop (frame);
  cairo_restore (frame->cr);
}
