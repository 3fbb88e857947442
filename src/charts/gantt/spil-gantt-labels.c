// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The words among the bars: beside them, else in them, else left of them, else nowhere; never over anything else. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-gantt-private.h"

/* In ems: how far words may stand from their bar. */
#define AWAY 5

static void
take_around (const SpilGanttBar *bar, double x, double half)
{
  spil_gantt_take (bar->frame, bar->index, x - half, x + half);
}

/* Whether the tail at the foot of the bar runs below the words of the row. */
static gboolean
clears_words (const SpilGanttBar *bar)
{
  return bar->height / 2 - MAX (1, bar->frame->em * 0.1) >= bar->frame->line / 2;
}

void
spil_gantt_take_bar (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const SpilGanttLayout *layout = &frame->layout;
  const SpilGanttRow *row = bar->row;
  double em = frame->em;
  double x0 = bar->x0;
  double x1 = bar->x1;

  if (!frame->texts)
    return;
  if (!isnan (x0)) {
    spil_gantt_frame_hold (frame, &x0, &x1);
    if (x1 > x0)
      spil_gantt_take (bar->frame, bar->index, x0 - em * 0.2, x1 + em * (row->late ? 0.55 : 0.2));
    if (spil_day_is_known (row->float_end)) {
      double end = spil_gantt_evening_to_x (layout, row->float_end);

      if (!clears_words (bar) && end > bar->x1)
        spil_gantt_take (bar->frame, bar->index, bar->x1, end + em * 0.2);
      else
        take_around (bar, end, em * 0.3);
    }
  }
  if (spil_day_is_known (row->deadline))
    take_around (bar, spil_gantt_evening_to_x (layout, row->deadline), em * 0.5);
  if (spil_day_is_known (row->not_before))
    take_around (bar, spil_gantt_day_to_x (layout, row->not_before), em * 0.4);
  if (bar->shape == SPIL_GANTT_MOMENT && spil_day_is_known (row->baseline_finish))
    take_around (bar, spil_gantt_evening_to_x (layout, row->baseline_finish) - layout->day_width / 2,
                 em * 0.7);
}

/* What is said beside the bar: which end is not known, the day of a moment, and who does it unless the table says so. */
static char *
side_text (const SpilGanttBar *bar)
{
  const SpilGanttRow *row = bar->row;
  gboolean told = bar->frame->layout.n_columns > 1;
  const char *owner = !told && row->owner != NULL && *row->owner != '\0' ? row->owner : NULL;
  const char *end = bar->shape == SPIL_GANTT_ONLY_START ? _ ("end not stated")
                                                        : bar->shape == SPIL_GANTT_ONLY_FINISH
      ? _ ("start not stated")
      : NULL;
  g_autofree char *moment = NULL;

  if (bar->shape == SPIL_GANTT_MOMENT) {
    moment = spil_day_format (spil_day_is_known (row->finish) ? row->finish : row->start);
    end = moment;
  }
  if (end != NULL && owner != NULL)
    return g_strdup_printf ("%s · %s", end, owner);
  return g_strdup (end != NULL ? end : owner);
}

static void
put_words (const SpilGanttBar *bar, const char *text, double x, SpilColor color)
{
  spil_gantt_frame_text (bar->frame, text,
                         &(SpilChartPut) {
                             .x = x,
                             .y = bar->y + bar->height / 2,
                             .y_align = 0.5,
                             .kind = SPIL_CHART_TEXT_SMALL,
                             .color = color,
                         });
}

/* In the part that is not done yet, where the bar is light and without a pattern; NAN when there is no room. */
static double
room_inside (const SpilGanttBar *bar, double width)
{
  const SpilGanttFrame *frame = bar->frame;
  double pad = frame->em * 0.45;
  double left = MAX (bar->x0 + (bar->x1 - bar->x0) * MAX (bar->row->progress, 0), frame->layout.label_width) +
                pad;
  double right = MIN (bar->x1, frame->layout.width) - pad * (bar->row->late ? 2 : 1);
  SpilDay deadline = bar->row->deadline;

  if (bar->shape != SPIL_GANTT_BOTH || bar->row->summary || bar->pattern != SPIL_PATTERN_SOLID ||
      bar->height < frame->line || spil_day_is_known (bar->row->ghost_start) ||
      spil_day_is_known (bar->row->ghost_finish))
    return NAN;
  if (spil_day_is_known (deadline))
    right = MIN (right, spil_gantt_evening_to_x (&frame->layout, deadline) - pad);
  if (bar->row->fixed)
    left += frame->em * 0.6;
  return right - left >= width ? left : NAN;
}

void
spil_gantt_draw_side_text (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  g_autofree char *text = frame->texts ? side_text (bar) : NULL;
  double gap = frame->em * 0.35;
  double width, x;

  if (text == NULL || bar->x1 < frame->layout.label_width || bar->x0 > frame->layout.width)
    return;
  width = spil_chart_painter_text_width (frame->painter, text, SPIL_CHART_TEXT_SMALL);
  x = spil_gantt_find_room (frame, bar->index, bar->x1 + gap, width + gap, frame->em * AWAY);
  if (isnan (x)) {
    x = room_inside (bar, width);
    if (!isnan (x)) {
      put_words (bar, text, x, frame->palette->foreground);
      return;
    }
    x = spil_gantt_find_room (frame, bar->index, bar->x0 - gap - width, width, -frame->em * AWAY);
  } else
    x += gap * 0.5;
  if (isnan (x))
    return;
  put_words (bar, text, x, frame->palette->muted);
}

/* Where dates are not known the row says so, at the left of the time area; its box is there also without the words. */
void
spil_gantt_draw_note (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const char *note = spil_gantt_row_note (bar->row);
  double left = frame->layout.label_width + frame->em * 0.6;
  double width = spil_chart_painter_text_width (frame->painter, note, SPIL_CHART_TEXT_SMALL);
  double x = frame->texts ? spil_gantt_find_room (frame, bar->index, left, width + frame->em * 0.3,
                                                  frame->layout.width)
                          : NAN;

  if (!isnan (x))
    put_words (bar, note, x, frame->palette->muted);
  else
    x = left;
  spil_gantt_bar_hit (bar, SPIL_CHART_PART_NOTE, x, MIN (x + width, frame->layout.width));
}
