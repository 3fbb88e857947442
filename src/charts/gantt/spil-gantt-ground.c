// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What lies under the bars: rows, bands, free days, gridlines and today. */
#include <math.h>

#include "spil-gantt-private.h"

/* In ems a day: from here on free days are shaded, and days have lines. */
#define SHADED_DAY 0.3
#define LINED_DAY 1.1

static gboolean
walk_measure (SpilGanttWalk *walk)
{
  const SpilGanttLayout *layout = &walk->frame->layout;

  if (!spil_day_is_known (walk->period.first) || !spil_day_is_known (walk->period.last))
    return FALSE;
  walk->x0 = spil_gantt_day_to_x (layout, walk->period.first);
  walk->x1 = spil_gantt_evening_to_x (layout, walk->period.last);
  return walk->x0 < layout->time_end + 0.5;
}

gboolean
spil_gantt_walk_begin (SpilGanttWalk *walk, const SpilGanttFrame *frame, SpilPeriodKind kind)
{
  const SpilGanttLayout *layout = &frame->layout;

  *walk = (SpilGanttWalk) { .frame = frame, .kind = kind };
  walk->period = spil_period_of (kind, spil_gantt_x_to_day (layout, layout->label_width));
  return walk_measure (walk);
}

/* Years that are too narrow for their names are passed over. */
gboolean
spil_gantt_walk_next (SpilGanttWalk *walk)
{
  double day_width = walk->frame->layout.day_width;
  int stride = walk->kind == SPIL_PERIOD_YEAR ? spil_chart_year_stride (day_width, walk->frame->em) : 1;
  int year;

  do {
    if (!spil_chart_period_next (&walk->period))
      return FALSE;
    spil_day_to_ymd (walk->period.first, &year, NULL, NULL);
  } while (year % stride != 0);
  if (!walk_measure (walk))
    return FALSE;
  if (stride > 1)
    walk->x1 = walk->x0 + stride * day_width * 365.25;
  return TRUE;
}

static gboolean
is_free (const SpilGantt *self, SpilDay day)
{
  return self->is_free != NULL ? self->is_free (day, self->free_data) : spil_day_weekday (day) > 5;
}

/* Free days that follow each other are one rectangle. */
static void
draw_free_days (const SpilGanttFrame *frame, double bottom)
{
  const SpilGanttLayout *layout = &frame->layout;
  SpilDay day = spil_gantt_x_to_day (layout, layout->label_width);
  double from = NAN;

  if (layout->day_width < frame->em * SHADED_DAY)
    return;
  for (double x = spil_gantt_day_to_x (layout, day);; day = spil_day_add (day, 1), x += layout->day_width) {
    gboolean free_day = x < layout->time_end && is_free (frame->gantt, day);

    if (free_day && isnan (from))
      from = MAX (x, layout->label_width);
    if (!free_day && !isnan (from)) {
      cairo_rectangle (frame->cr, from, layout->header_height, MIN (x, layout->time_end) - from,
                       bottom - layout->header_height);
      from = NAN;
    }
    if (x >= layout->time_end)
      break;
  }
  spil_chart_painter_color (frame->painter, frame->palette->band);
  cairo_fill (frame->cr);
}

static void
draw_bands (const SpilGanttFrame *frame, double bottom)
{
  const SpilGanttLayout *layout = &frame->layout;

  for (guint i = 0; i < frame->gantt->bands->len; i++) {
    const SpilGanttBand *band = &g_array_index (frame->gantt->bands, SpilGanttBand, i);
    double x0 = MAX (spil_gantt_day_to_x (layout, band->first), layout->label_width);
    double x1 = MIN (spil_gantt_evening_to_x (layout, band->last), layout->time_end);

    if (x1 <= x0)
      continue;
    if (i % 2 == 0) {
      spil_chart_painter_color (frame->painter, frame->palette->band);
      cairo_rectangle (frame->cr, x0, layout->header_height, x1 - x0, bottom - layout->header_height);
      cairo_fill (frame->cr);
    }
    spil_chart_painter_line_upright (frame->painter, x0, layout->header_height, bottom,
                                     spil_chart_painter_hair (frame->painter), frame->palette->strong_grid);
  }
}

/* All upright lines of a kind are one path. */
static void
draw_lines (const SpilGanttFrame *frame, SpilPeriodKind kind, double bottom, SpilColor color)
{
  double hair = spil_chart_painter_hair (frame->painter);
  SpilGanttWalk walk;

  if (!spil_gantt_walk_begin (&walk, frame, kind))
    return;
  do
    if (walk.x0 > frame->layout.label_width)
      cairo_rectangle (frame->cr, spil_chart_painter_snap (frame->painter, walk.x0 - hair / 2),
                       frame->layout.header_height, hair, bottom - frame->layout.header_height);
  while (spil_gantt_walk_next (&walk));
  spil_chart_painter_color (frame->painter, color);
  cairo_fill (frame->cr);
}

static void
draw_grid (const SpilGanttFrame *frame, double bottom)
{
  const SpilGanttTiers *tiers = &frame->tiers;
  const SpilPalette *palette = frame->palette;
  SpilColor faint = spil_color_mix (palette->background, palette->grid, 0.45);

  for (int i = tiers->n - 1; i >= 0; i--) {
    if (tiers->kinds[i] == SPIL_PERIOD_DAY && frame->layout.day_width < frame->em * LINED_DAY)
      continue;
    draw_lines (frame, tiers->kinds[i], bottom,
                i == 0              ? spil_color_mix (palette->grid, palette->strong_grid, 0.3)
                : i == tiers->n - 1 ? faint
                                    : palette->grid);
  }
}

static void
fill_row (const SpilGanttFrame *frame, int row, SpilColor color)
{
  const SpilGanttLayout *layout = &frame->layout;
  double top = MAX (spil_gantt_row_to_y (layout, row), layout->header_height);
  double bottom = MIN (spil_gantt_row_to_y (layout, row + 1), layout->height);

  top = spil_chart_painter_snap (frame->painter, top);
  bottom = spil_chart_painter_snap (frame->painter, bottom);
  cairo_rectangle (frame->cr, 0, top, layout->width, bottom - top);
  spil_chart_painter_color (frame->painter, color);
  cairo_fill (frame->cr);
}

SpilColor
spil_gantt_row_ground (const SpilGanttFrame *frame, const SpilGanttRow *row)
{
  const SpilPalette *palette = frame->palette;

  if (row->selected)
    return spil_color_mix (palette->background, palette->accent, 0.1);
  return row->heading ? spil_color_mix (palette->band, palette->grid, 0.2) : palette->background;
}

/* The selection and the bands of headings; they lie over the free days and under the lines. */
static void
draw_rows (const SpilGanttFrame *frame)
{
  for (int i = frame->layout.first_row; i < frame->layout.end_row; i++) {
    const SpilGanttRow *row = spil_gantt_row (frame->gantt, i);

    if (row->selected || row->heading)
      fill_row (frame, i, spil_gantt_row_ground (frame, row));
  }
}

static void
draw_rules (const SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;
  double hair = spil_chart_painter_hair (frame->painter);

  if (!frame->fine)
    return;
  for (int row = layout->first_row + 1; row <= layout->end_row; row++) {
    double y = spil_gantt_row_to_y (layout, row);

    if (y > layout->header_height)
      cairo_rectangle (frame->cr, 0, spil_chart_painter_snap (frame->painter, y - hair / 2), layout->width,
                       hair);
  }
  spil_chart_painter_color (frame->painter,
                            spil_color_mix (frame->palette->background, frame->palette->grid, 0.7));
  cairo_fill (frame->cr);
}

void
spil_gantt_draw_ground (const SpilGanttFrame *frame)
{
  int n_rows = (int) frame->gantt->rows->len;
  double bottom = frame->layout.height;

  /* On paper the lines end with the rows. */
  if (spil_gantt_is_paper (frame->gantt, frame->painter))
    bottom = MIN (bottom, spil_gantt_row_to_y (&frame->layout, n_rows));
  if (bottom <= frame->layout.header_height)
    return;
  draw_bands (frame, bottom);
  draw_free_days (frame, bottom);
  draw_rows (frame);
  draw_grid (frame, bottom);
  draw_rules (frame);
}

void
spil_gantt_draw_today (SpilGanttFrame *frame)
{
  const SpilGanttLayout *layout = &frame->layout;
  double bottom = layout->height;
  double x;

  if (!spil_day_is_known (frame->gantt->today))
    return;
  if (spil_gantt_is_paper (frame->gantt, frame->painter))
    bottom = MIN (bottom, spil_gantt_row_to_y (layout, (int) frame->gantt->rows->len));
  x = spil_gantt_day_to_x (layout, frame->gantt->today) + layout->day_width / 2;
  if (x < layout->label_width || x > layout->time_end)
    return;
  spil_chart_painter_line_upright (frame->painter, x, layout->header_height, bottom, MAX (1, frame->em * 0.1),
                                   frame->palette->accent);
  for (int row = layout->first_row; row < layout->end_row; row++)
    spil_gantt_take (frame, row, x - frame->em * 0.2, x + frame->em * 0.2);
}
