// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What stands around the bars: gridlines, header, bands and the column of labels. */
#include "spil-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The names and lines of one kind of period that are in view. */
typedef struct
{
  const SpilGanttLayout *layout;
  SpilPeriodKind kind;
  SpilPeriod period;
  double em;
  double x0;
  double x1;
} Walk;

static gboolean
walk_measure (Walk *walk)
{
  if (!spil_day_is_known (walk->period.first) || !spil_day_is_known (walk->period.last))
    return FALSE;
  walk->x0 = spil_gantt_day_to_x (walk->layout, walk->period.first);
  walk->x1 = spil_gantt_evening_to_x (walk->layout, walk->period.last);
  return walk->x0 < walk->layout->time_end + 0.5;
}

static gboolean
walk_begin (Walk *walk, const SpilGanttLayout *layout, SpilPeriodKind kind, double em)
{
  *walk = (Walk) { .layout = layout, .kind = kind, .em = em };
  walk->period = spil_period_of (kind, spil_gantt_x_to_day (layout, layout->label_width));
  return walk_measure (walk);
}

/* Years that are too narrow for their names are passed over. */
static gboolean
walk_next (Walk *walk)
{
  int stride = walk->kind == SPIL_PERIOD_YEAR ? spil_chart_year_stride (walk->layout->day_width, walk->em)
                                              : 1;
  int year;

  do {
    if (!spil_chart_period_next (&walk->period))
      return FALSE;
    spil_day_to_ymd (walk->period.first, &year, NULL, NULL);
  } while (year % stride != 0);
  if (!walk_measure (walk))
    return FALSE;
  if (stride > 1)
    walk->x1 = walk->x0 + stride * walk->layout->day_width * 365.25;
  return TRUE;
}

static SpilPeriodKind
lower_kind (const SpilGantt *self, const SpilGanttLayout *layout, double em)
{
  SpilPeriodKind roomy = spil_chart_period_kind (layout->day_width, em);

  /* An asked kind is kept as long as its lines do not run together. */
  switch (self->view.zoom) {
  case SPIL_GANTT_ZOOM_WEEK:
    return layout->day_width * 7 >= em * 0.8 ? SPIL_PERIOD_WEEK : roomy;
  case SPIL_GANTT_ZOOM_MONTH:
    return layout->day_width * 30 >= em * 0.8 ? SPIL_PERIOD_MONTH : roomy;
  case SPIL_GANTT_ZOOM_QUARTER:
    return layout->day_width * 91 >= em * 0.8 ? SPIL_PERIOD_QUARTER : roomy;
  case SPIL_GANTT_ZOOM_AUTO:
  default:
    return roomy;
  }
}

static SpilPeriodKind
upper_kind (SpilPeriodKind lower)
{
  switch (lower) {
  case SPIL_PERIOD_DAY:
  case SPIL_PERIOD_WEEK:
    return SPIL_PERIOD_MONTH;
  case SPIL_PERIOD_MONTH:
    return SPIL_PERIOD_QUARTER;
  case SPIL_PERIOD_QUARTER:
  case SPIL_PERIOD_YEAR:
  default:
    return SPIL_PERIOD_YEAR;
  }
}

static char *
upper_name (SpilPeriod period)
{
  g_autofree char *quarter = NULL;
  int year;

  if (period.kind != SPIL_PERIOD_QUARTER)
    return spil_period_format (period);
  quarter = spil_period_format_short (period);
  spil_day_to_ymd (period.first, &year, NULL, NULL);
  /* Translators: a quarter and its year, "Q3 2018". */
  return g_strdup_printf (_ ("%s %d"), quarter, year);
}

static char *
lower_name (SpilPeriod period, double width, double em)
{
  g_autofree char *name = NULL;
  int day;

  if (period.kind == SPIL_PERIOD_DAY) {
    spil_day_to_ymd (period.first, NULL, NULL, &day);
    return g_strdup_printf ("%d", day);
  }
  name = spil_period_format_short (period);
  if (period.kind == SPIL_PERIOD_WEEK && width >= em * 3.4)
    /* Translators: a week number, "wk 40". */
    return g_strdup_printf (_ ("wk %s"), name);
  return g_steal_pointer (&name);
}

static void
draw_weekends (const SpilChartPainter *painter, const SpilGanttLayout *layout, double bottom)
{
  Walk walk;

  if (layout->day_width < spil_chart_painter_em (painter) * 0.35 ||
      !walk_begin (&walk, layout, SPIL_PERIOD_WEEK, spil_chart_painter_em (painter)))
    return;
  spil_chart_painter_color (painter, spil_chart_painter_palette (painter)->band);
  do {
    double left = MAX (walk.x1 - 2 * layout->day_width, layout->label_width);

    cairo_rectangle (painter->cr, left, layout->header_height, MAX (walk.x1 - left, 0),
                     bottom - layout->header_height);
  } while (walk_next (&walk));
  cairo_fill (painter->cr);
}

static void
draw_bands (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
            double bottom)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);

  for (guint i = 0; i < self->bands->len; i++) {
    const SpilGanttBand *band = &g_array_index (self->bands, SpilGanttBand, i);
    double x0 = MAX (spil_gantt_day_to_x (layout, band->first), layout->label_width);
    double x1 = MIN (spil_gantt_evening_to_x (layout, band->last), layout->time_end);

    if (x1 <= x0)
      continue;
    if (i % 2 == 0) {
      spil_chart_painter_color (painter, palette->band);
      cairo_rectangle (painter->cr, x0, layout->header_height, x1 - x0, bottom - layout->header_height);
      cairo_fill (painter->cr);
    }
    spil_chart_painter_line_upright (painter, x0, layout->header_height, bottom,
                                     spil_chart_painter_hair (painter), palette->strong_grid);
  }
}

static void
draw_grid (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
           double bottom)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  SpilPeriodKind lower = lower_kind (self, layout, em);
  SpilColor strong = spil_color_mix (palette->grid, palette->strong_grid, 0.45);
  Walk walk;

  if (walk_begin (&walk, layout, lower, em))
    do
      if (walk.x0 > layout->label_width)
        spil_chart_painter_line_upright (painter, walk.x0, layout->header_height, bottom,
                                         spil_chart_painter_hair (painter), palette->grid);
    while (walk_next (&walk));
  if (walk_begin (&walk, layout, upper_kind (lower), em))
    do
      if (walk.x0 > layout->label_width)
        spil_chart_painter_line_upright (painter, walk.x0, layout->header_height, bottom,
                                         spil_chart_painter_hair (painter), strong);
    while (walk_next (&walk));
  for (int row = layout->first_row; row <= layout->end_row; row++)
    spil_chart_painter_line_level (painter, 0, layout->width, spil_gantt_row_to_y (layout, row),
                                   spil_chart_painter_hair (painter), palette->grid);
}

static void
draw_today (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
            double bottom)
{
  double x;

  if (!spil_day_is_known (self->today))
    return;
  x = spil_gantt_day_to_x (layout, self->today) + layout->day_width / 2;
  if (x >= layout->label_width && x <= layout->time_end)
    spil_chart_painter_line_upright (painter, x, layout->header_height, bottom,
                                     MAX (1, spil_chart_painter_em (painter) * 0.11),
                                     spil_chart_painter_palette (painter)->accent);
}

void
spil_gantt_draw_ground (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout)
{
  double bottom = MIN (layout->height, spil_gantt_row_to_y (layout, (int) self->rows->len));

  if (bottom <= layout->header_height)
    return;
  draw_bands (self, painter, layout, bottom);
  draw_weekends (painter, layout, bottom);
  draw_grid (self, painter, layout, bottom);
  draw_today (self, painter, layout, bottom);
}

static void
draw_upper (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
            double height)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  SpilPeriodKind lower = lower_kind (self, layout, em);
  /* Months do not end where weeks do: their lines stay out of the lower tier then. */
  double foot = lower == SPIL_PERIOD_WEEK ? height : height * 2;
  Walk walk;

  if (!walk_begin (&walk, layout, upper_kind (lower), em))
    return;
  do {
    double left = MAX (walk.x0, layout->label_width);
    double room = MIN (walk.x1, layout->time_end) - left - em * 0.6;
    g_autofree char *name = upper_name (walk.period);

    if (walk.x0 > layout->label_width)
      spil_chart_painter_line_upright (painter, walk.x0, 0, foot, spil_chart_painter_hair (painter),
                                       palette->strong_grid);
    if (room >= spil_chart_painter_text_width (painter, name, SPIL_CHART_TEXT_SMALL_STRONG))
      spil_chart_painter_text (painter, name,
                               &(SpilChartPut) {
                                   .x = left + em * 0.35,
                                   .y = height / 2,
                                   .y_align = 0.5,
                                   .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                   .color = palette->foreground,
                               });
  } while (walk_next (&walk));
}

static void
draw_lower (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
            double height)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  SpilPeriodKind kind = lower_kind (self, layout, em);
  Walk walk;

  /* Years stand in the upper tier already. */
  if (kind == SPIL_PERIOD_YEAR || !walk_begin (&walk, layout, kind, em))
    return;
  do {
    double left = MAX (walk.x0, layout->label_width);
    double right = MIN (walk.x1, layout->time_end);
    g_autofree char *name = lower_name (walk.period, walk.x1 - walk.x0, em);

    if (walk.x0 > layout->label_width)
      spil_chart_painter_line_upright (painter, walk.x0, height * 1.15, height * 2,
                                       spil_chart_painter_hair (painter), palette->grid);
    if (right - left >= spil_chart_painter_text_width (painter, name, SPIL_CHART_TEXT_SMALL) + em * 0.2)
      spil_chart_painter_text (painter, name,
                               &(SpilChartPut) {
                                   .x = (left + right) / 2,
                                   .y = height * 1.5,
                                   .x_align = 0.5,
                                   .y_align = 0.5,
                                   .kind = SPIL_CHART_TEXT_SMALL,
                                   .color = palette->muted,
                               });
  } while (walk_next (&walk));
}

/* The tab with the word of today, at the foot of the header; FALSE when that day is not in view. */
static gboolean
place_today (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout,
             double *left, double *right)
{
  double em = spil_chart_painter_em (painter);
  double half, x;

  if (!spil_day_is_known (self->today))
    return FALSE;
  x = spil_gantt_day_to_x (layout, self->today) + layout->day_width / 2;
  if (x < layout->label_width || x > layout->time_end)
    return FALSE;
  half = spil_chart_painter_text_width (painter, C_ ("chart", "today"), SPIL_CHART_TEXT_SMALL_STRONG) / 2 +
                                        em * 0.35;
  x = CLAMP (x, layout->label_width + half, MAX (layout->label_width + half, layout->width - half));
  *left = x - half;
  *right = x + half;
  return TRUE;
}

/* Writes the name of a band in the roomier part that the tab of today leaves of it. */
static void
name_band (const SpilChartPainter *painter, const SpilGanttLayout *layout, const SpilGanttBand *band,
           double top, double tab_left, double tab_right)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double x0 = MAX (spil_gantt_day_to_x (layout, band->first), layout->label_width);
  double x1 = MIN (spil_gantt_evening_to_x (layout, band->last), layout->time_end);

  if (x1 <= x0)
    return;
  spil_chart_painter_line_upright (painter, x0, top, layout->header_height, spil_chart_painter_hair (painter),
                                   palette->strong_grid);
  if (tab_right > x0 && tab_left < x1) {
    if (tab_left - x0 >= x1 - tab_right)
      x1 = tab_left;
    else
      x0 = tab_right;
  }
  if (x1 - x0 < em * 2)
    return;
  spil_chart_painter_text (painter, band->label,
                           &(SpilChartPut) {
                               .x = x0 + em * 0.35,
                               .y = (top + layout->header_height) / 2,
                               .y_align = 0.5,
                               .max_width = x1 - x0 - em * 0.6,
                               .kind = SPIL_CHART_TEXT_SMALL,
                               .color = palette->muted,
                           });
}

static void
draw_strip (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout, double top)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double left = -1;
  double right = -1;
  gboolean tab = place_today (self, painter, layout, &left, &right);

  for (guint i = 0; i < self->bands->len; i++)
    name_band (painter, layout, &g_array_index (self->bands, SpilGanttBand, i), top, left, right);
  if (!tab)
    return;
  spil_chart_painter_box (painter, left, top + em * 0.1, right - left, layout->header_height - top - em * 0.1,
                          em * 0.25, palette->accent, SPIL_PATTERN_SOLID);
  spil_chart_painter_text (painter, C_ ("chart", "today"),
                                       &(SpilChartPut) {
                                           .x = (left + right) / 2,
                                           .y = (top + em * 0.1 + layout->header_height) / 2,
                                           .x_align = 0.5,
                                           .y_align = 0.5,
                                           .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                           .color = spil_palette_text_on (palette, palette->accent),
                                       });
}

void
spil_gantt_draw_header (const SpilGantt *self, const SpilChartPainter *painter, const SpilGanttLayout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double tier = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) +
                spil_chart_painter_em (painter) * 0.35;

  spil_chart_painter_color (painter, palette->background);
  cairo_rectangle (painter->cr, 0, 0, layout->width, layout->header_height);
  cairo_fill (painter->cr);
  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, layout->label_width, 0, layout->width - layout->label_width,
                   layout->header_height);
  cairo_clip (painter->cr);
  draw_upper (self, painter, layout, tier);
  draw_lower (self, painter, layout, tier);
  draw_strip (self, painter, layout, 2 * tier);
  cairo_restore (painter->cr);
  spil_chart_painter_line_level (painter, 0, layout->width, layout->header_height,
                                 spil_chart_painter_hair (painter), palette->strong_grid);
}
