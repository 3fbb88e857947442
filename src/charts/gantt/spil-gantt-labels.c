// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The words among the bars: beside them, else in them, else left of them, else nowhere; never over anything else. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-gantt-private.h"

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

/* Words begin beside their bar, so it is not in their way itself. */
void
spil_gantt_take_signs (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const SpilGanttLayout *layout = &frame->layout;
  const SpilGanttRow *row = bar->row;
  double em = frame->em;

  if (!frame->texts)
    return;
  if (!isnan (bar->x0) && spil_day_is_known (row->float_end)) {
    double end = spil_gantt_evening_to_x (layout, row->float_end);

    if (!clears_words (bar) && end > bar->x1)
      spil_gantt_take (bar->frame, bar->index, bar->x1, end + em * 0.2);
    else
      take_around (bar, end, em * 0.3);
  }
  if (spil_day_is_known (row->deadline))
    take_around (bar, spil_gantt_evening_to_x (layout, row->deadline), em * 0.5);
  if (spil_day_is_known (row->not_before))
    take_around (bar, spil_gantt_day_to_x (layout, row->not_before), em * 0.4);
  if (bar->shape == SPIL_GANTT_MOMENT && spil_day_is_known (row->baseline_finish))
    take_around (bar, spil_gantt_evening_to_x (layout, row->baseline_finish) - layout->day_width / 2,
                 em * 0.7);
}

/* Which end is not known, or the day of a moment; NULL: neither. */
static char *
end_text (const SpilGanttBar *bar)
{
  const SpilGanttRow *row = bar->row;

  switch (bar->shape) {
  case SPIL_GANTT_ONLY_START:
    return g_strdup (_ ("end not stated"));
  case SPIL_GANTT_ONLY_FINISH:
    return g_strdup (_ ("start not stated"));
  case SPIL_GANTT_MOMENT:
    return spil_day_format (spil_day_is_known (row->finish) ? row->finish : row->start);
  case SPIL_GANTT_BOTH:
  case SPIL_GANTT_NO_DATES:
  default:
    return NULL;
  }
}

/* Who does it, unless the table says so. */
static const char *
owner_text (const SpilGanttBar *bar)
{
  const char *owner = bar->row->owner;

  return bar->frame->layout.n_columns <= 1 && owner != NULL && *owner != '\0' ? owner : NULL;
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
  double left = bar->x0 + (bar->x1 - bar->x0) * MAX (bar->row->progress, 0);
  double right = MIN (bar->x1, frame->layout.width) - pad * (bar->row->late ? 2 : 1);

  if (bar->shape != SPIL_GANTT_BOTH || bar->row->summary || bar->pattern != SPIL_PATTERN_SOLID ||
      bar->height < frame->line)
    return NAN;
  left = MAX (left, frame->layout.label_width) + pad + (bar->row->fixed ? frame->em * 0.6 : 0);
  if (right - left < width)
    return NAN;
  return spil_gantt_find_room (frame, bar->index, left, width, right - left - width);
}

/* How far words may stand from their bar, in ems: a day would be taken for that of another diamond. */
typedef struct
{
  double right;
  double left;
  double far; /* to the right when there is no other place */
} Reach;

static const Reach bar_reach = { 4, 2, 14 };
static const Reach moment_reach = { 1.5, 0.1, 2.5 };

/* Beside the bar, else in it, else left of it; FALSE when it fits nowhere. */
static gboolean
place_words (const SpilGanttBar *bar, const char *text, double right, double left)
{
  const SpilGanttFrame *frame = bar->frame;
  double gap = frame->em * 0.35;
  double width = spil_chart_painter_text_width (frame->painter, text, SPIL_CHART_TEXT_SMALL);
  double x = spil_gantt_find_room (frame, bar->index, bar->x1 + gap, width + gap, frame->em * right);
  SpilColor color = frame->palette->muted;

  if (!isnan (x))
    x += gap / 2;
  else {
    x = room_inside (bar, width);
    if (!isnan (x))
      color = frame->palette->foreground;
    else
      x = spil_gantt_find_room (frame, bar->index, bar->x0 - gap - width, width, -frame->em * left);
  }
  if (isnan (x))
    return FALSE;
  put_words (bar, text, x, color);
  return TRUE;
}

static gboolean
has_other_moment (const SpilGanttBar *bar)
{
  const SpilGanttRow *row = bar->row;

  return bar->shape == SPIL_GANTT_MOMENT &&
         (spil_day_is_known (row->baseline_finish) || spil_day_is_known (row->baseline_start) ||
          spil_day_is_known (row->ghost_finish) || spil_day_is_known (row->ghost_start));
}

void
spil_gantt_draw_side_text (const SpilGanttBar *bar)
{
  const SpilGanttFrame *frame = bar->frame;
  const Reach *reach = has_other_moment (bar) ? &moment_reach : &bar_reach;
  const char *owner = owner_text (bar);
  g_autofree char *end = end_text (bar);
  g_autofree char *both = end != NULL && owner != NULL ? g_strdup_printf ("%s · %s", end, owner) : NULL;
  const char *whole = both != NULL ? both : end != NULL ? end : owner;

  if (!frame->texts || whole == NULL || bar->x1 < frame->layout.label_width || bar->x0 > frame->layout.width)
    return;
  if (place_words (bar, whole, reach->right, reach->left) ||
      (both != NULL && place_words (bar, end, reach->right, reach->left)))
    return;
  place_words (bar, end != NULL ? end : owner, reach->far, reach->left);
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
