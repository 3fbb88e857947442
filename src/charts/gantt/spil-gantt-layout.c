// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Days to x, rows to y: everything about the Gantt chart that is geometry and not ink. */
#include "spil-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Up to this many rows, a column of labels is only as wide as its widest label. */
#define MEASURED_ROWS 60

double
spil_gantt_zoom_day_width (SpilGanttZoom zoom, double font_size)
{
  switch (zoom) {
  case SPIL_GANTT_ZOOM_WEEK:
    return font_size * 0.6;
  case SPIL_GANTT_ZOOM_QUARTER:
    return font_size * 0.06;
  case SPIL_GANTT_ZOOM_MONTH:
  case SPIL_GANTT_ZOOM_AUTO:
  default:
    return font_size * 0.18;
  }
}

SpilGanttShape
spil_gantt_row_shape (const SpilGanttRow *row)
{
  gboolean start = spil_day_is_known (row->start);
  gboolean finish = spil_day_is_known (row->finish);

  if (!start && !finish)
    return SPIL_GANTT_NO_DATES;
  if (row->milestone)
    return SPIL_GANTT_MOMENT;
  if (start && finish)
    return SPIL_GANTT_BOTH;
  return start ? SPIL_GANTT_ONLY_START : SPIL_GANTT_ONLY_FINISH;
}

gboolean
spil_gantt_row_sides (const SpilGanttLayout *layout, const SpilGanttRow *row, double *x0, double *x1)
{
  double em = layout->em;
  /* An end that is not known has a length on the page, not in time. */
  double open = CLAMP ((layout->time_end - layout->label_width) * 0.3, em * 5, em * 16);
  SpilDay moment;

  if (row->heading)
    return FALSE;
  switch (spil_gantt_row_shape (row)) {
  case SPIL_GANTT_BOTH:
    *x0 = spil_gantt_day_to_x (layout, row->start);
    *x1 = spil_gantt_evening_to_x (layout, row->finish);
    /* A finish before the start is drawn as a bar of nothing, at the start. */
    *x1 = MAX (*x1, *x0 + 2);
    return TRUE;
  case SPIL_GANTT_ONLY_START:
    *x0 = spil_gantt_day_to_x (layout, row->start);
    *x1 = *x0 + open;
    return TRUE;
  case SPIL_GANTT_ONLY_FINISH:
    *x1 = spil_gantt_evening_to_x (layout, row->finish);
    *x0 = *x1 - open;
    return TRUE;
  case SPIL_GANTT_MOMENT:
    moment = spil_day_is_known (row->finish) ? row->finish : row->start;
    *x0 = *x1 = spil_gantt_day_to_x (layout, moment) + layout->day_width / 2;
    *x0 -= em * 0.55;
    *x1 += em * 0.55;
    return TRUE;
  case SPIL_GANTT_NO_DATES:
  default:
    return FALSE;
  }
}

void
spil_gantt_bar_place (const SpilGanttLayout *layout, int row, double *y, double *height)
{
  double top = spil_gantt_row_to_y (layout, row);

  /* Without baselines bars stand in the middle of their rows; with them there is room for those under the bars. */
  if (layout->stacked) {
    *height = layout->row_height * 0.28;
    *y = top + layout->row_height * (STACKED_LABEL + STACKED_PITCH) - *height / 2;
  } else if (layout->gantt->n_baselines > 0) {
    *y = top + layout->row_height * 0.2;
    *height = layout->row_height * 0.46;
  } else {
    *y = top + layout->row_height * 0.25;
    *height = layout->row_height * 0.5;
  }
}

static double
natural_row_height (const SpilGantt *self, const SpilChartPainter *painter, gboolean stacked)
{
  if (!self->view.fit && self->view.row_height > 0)
    return self->view.row_height;
  return spil_chart_painter_em (painter) * (stacked ? 3.3 : 2.5);
}

static double
measure_labels (const SpilGantt *self, const SpilChartPainter *painter, double most)
{
  double em = spil_chart_painter_em (painter);
  double widest = em * 6;

  if (self->rows->len > MEASURED_ROWS)
    return most;
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilGanttRow *row = spil_gantt_row (self, (int) i);
    SpilChartTextKind kind = row->summary ? SPIL_CHART_TEXT_STRONG : SPIL_CHART_TEXT_BODY;

    widest = MAX (widest,
                  spil_chart_painter_text_width (painter, row->label, kind) + em * (1.2 + row->indent));
  }
  return MIN (widest, most);
}

static void
place_labels (SpilGanttLayout *layout, const SpilGantt *self, const SpilChartPainter *painter)
{
  double em = layout->em;
  double first, others;

  spil_gantt_columns_width (self, em, &first, &others);
  if (self->view.label_width >= 0)
    layout->label_width = MIN (self->view.label_width, painter->width * 0.8);
  else if (painter->width < em * 36)
    layout->stacked = TRUE;
  else {
    layout->label_width = MAX (first, measure_labels (self, painter, MIN (painter->width * 0.36, em * 26)));
    layout->label_width += MIN (others, MAX (painter->width * 0.55 - layout->label_width, 0));
  }
  if (!layout->stacked)
    spil_gantt_place_columns (layout);
}

/* The period that a fitting view shows: whole months, or quarters when it is long, with room for an open end. */
static void
get_range (const SpilGantt *self, SpilDay *first, SpilDay *last)
{
  SpilPeriodKind kind;

  spil_gantt_get_extent (self, first, last);
  if (spil_day_is_known (self->range_first) &&
      (!spil_day_is_known (*first) || spil_day_compare (self->range_first, *first) < 0))
    *first = self->range_first;
  if (spil_day_is_known (self->range_last) &&
      (!spil_day_is_known (*last) || spil_day_compare (self->range_last, *last) > 0))
    *last = self->range_last;
  if (!spil_day_is_known (*first))
    *first = spil_day_is_known (self->today) ? self->today : spil_day_today ();
  if (!spil_day_is_known (*last))
    *last = *first;
  if (spil_day_compare (*first, *last) > 0)
    *last = *first;
  kind = spil_day_between (*first, *last) > 500 ? SPIL_PERIOD_QUARTER : SPIL_PERIOD_MONTH;
  *first = spil_period_of (kind, *first).first;
  *last = spil_period_of (kind, *last).last;
}

/* The room that the texts beside the last bars get. */
static double
side_room (const SpilGantt *self, double em, double most)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilGanttRow *row = spil_gantt_row (self, (int) i);

    if ((row->owner != NULL && *row->owner != '\0') || spil_gantt_row_shape (row) != SPIL_GANTT_BOTH)
      return MIN (em * 6, most);
  }
  return 0;
}

/* Rows as high as they like, or as low as is still legible, so that all of them fit. */
static double
fit_rows (const SpilGantt *self, const SpilChartPainter *painter, double natural, double header)
{
  double least = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * 1.15;
  double room = (painter->height - header) / MAX (1, self->rows->len);

  if (room >= natural)
    return natural;
  if (room >= least)
    return room;
  return painter->page >= 0 ? least * 1.2 : natural;
}

static void
see_rows (SpilGanttLayout *layout, const SpilGantt *self)
{
  double seen = (layout->height - layout->header_height + layout->offset_y) / layout->row_height;

  layout->first_row = (int) CLAMP (floor (layout->offset_y / layout->row_height), 0,
                                   (double) self->rows->len);
  layout->end_row = (int) CLAMP (ceil (seen), layout->first_row, (double) self->rows->len);
}

static void
fit (SpilGanttLayout *layout, const SpilGantt *self, const SpilChartPainter *painter)
{
  double em = spil_chart_painter_em (painter);
  double room = painter->width - layout->label_width - side_room (self, em, painter->width * 0.12);
  SpilDay last;

  get_range (self, &layout->origin, &last);
  layout->origin_x = layout->label_width;
  layout->day_width = MAX (room, em) / (spil_day_between (layout->origin, last) + 1);
  layout->time_end = layout->label_width + MAX (room, em);
  layout->header_height = spil_gantt_header_height (self, painter, layout->day_width);
  layout->row_height = fit_rows (self, painter, natural_row_height (self, painter, layout->stacked),
                                 layout->header_height);
  if (painter->page >= 0) {
    double on_page = MAX (1, floor ((painter->height - layout->header_height) / layout->row_height + 1e-6));

    layout->offset_y = painter->page * on_page * layout->row_height;
    layout->height = MIN (layout->height, layout->header_height + on_page * layout->row_height);
  }
}

/* Turns an offset of any size into a day of the calendar and less than a day, so that no view is lost in eternity. */
static void
place_origin (SpilGanttLayout *layout, const SpilGanttView *view)
{
  double offset = isfinite (view->offset_x) ? view->offset_x : 0;
  double days = CLAMP (floor (offset / layout->day_width), -150000, 150000);

  layout->origin = spil_chart_hold_day (spil_day_add (spil_chart_hold_day (view->first_day), (int) days));
  layout->origin_x = layout->label_width - CLAMP (offset - days * layout->day_width, 0, layout->day_width);
}

gboolean
spil_gantt_is_paper (const SpilGantt *self, const SpilChartPainter *painter)
{
  return self->view.fit || painter->page >= 0 || painter->style->look == SPIL_LOOK_PRINT;
}

void
spil_gantt_layout_init (SpilGanttLayout *layout, const SpilGantt *self, const SpilChartPainter *painter)
{
  const SpilGanttView *view = &self->view;

  *layout = (SpilGanttLayout) {
    .gantt = self,
    .em = spil_chart_painter_em (painter),
    .expanders = !spil_gantt_is_paper (self, painter),
    .width = painter->width,
    .height = painter->height,
    .day_width = view->day_width,
    .time_end = painter->width,
  };
  place_labels (layout, self, painter);
  if (view->fit || painter->page >= 0 || !spil_day_is_known (view->first_day))
    fit (layout, self, painter);
  else {
    place_origin (layout, view);
    layout->header_height = spil_gantt_header_height (self, painter, layout->day_width);
    layout->row_height = MAX (natural_row_height (self, painter, layout->stacked), 2);
    if (view->time_width > 0)
      layout->time_end = MIN (layout->label_width + view->time_width, layout->width);
    layout->offset_y = isfinite (view->offset_y) ? view->offset_y : 0;
  }
  see_rows (layout, self);
}

double
spil_gantt_natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilGantt *self = data;
  SpilGanttLayout layout;
  gboolean stacked = self->view.label_width < 0 && painter->width < spil_chart_painter_em (painter) * 36;

  if (self->rows->len == 0)
    return spil_chart_painter_em (painter) * 8;
  spil_gantt_layout_init (&layout, self, painter);
  return ceil (layout.header_height + self->rows->len * natural_row_height (self, painter, stacked)) + 1;
}

int
spil_gantt_count_pages (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilGantt *self = data;
  SpilChartPainter paged = *painter;
  SpilGanttLayout layout;
  double on_page;

  paged.page = 0;
  spil_gantt_layout_init (&layout, self, &paged);
  on_page = MAX (1, floor ((painter->height - layout.header_height) / layout.row_height + 1e-6));
  return (int) ceil (self->rows->len / on_page);
}

SpilGanttLayout
spil_gantt_lay_out (SpilChart *chart, double width, double height, const SpilChartStyle *style)
{
  SpilGanttLayout layout = { 0 };
  const SpilGantt *self = spil_gantt_from_chart (chart);
  SpilChartPainter painter;

  g_return_val_if_fail (self != NULL, layout);
  g_return_val_if_fail (style != NULL, layout);

  painter = spil_chart_get_painter (chart, width, height, style);
  spil_gantt_layout_init (&layout, self, &painter);
  return layout;
}

double
spil_gantt_day_to_x (const SpilGanttLayout *layout, SpilDay day)
{
  return layout->origin_x + ((double) day.number - layout->origin.number) * layout->day_width;
}

double
spil_gantt_evening_to_x (const SpilGanttLayout *layout, SpilDay day)
{
  return spil_gantt_day_to_x (layout, day) + layout->day_width;
}

SpilDay
spil_gantt_x_to_day (const SpilGanttLayout *layout, double x)
{
  double days = floor ((x - layout->origin_x) / layout->day_width);

  return spil_chart_hold_day (spil_day_add (layout->origin, (int) CLAMP (days, -150000, 150000)));
}

double
spil_gantt_row_to_y (const SpilGanttLayout *layout, int row)
{
  return layout->header_height + row * layout->row_height - layout->offset_y;
}

int
spil_gantt_y_to_row (const SpilGanttLayout *layout, double y)
{
  if (y < layout->header_height)
    return -1;
  return (int) floor ((y - layout->header_height + layout->offset_y) / layout->row_height);
}
