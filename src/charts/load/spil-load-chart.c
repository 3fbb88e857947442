// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-load-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-load-private.h"

/* In body text sizes: the least width of a cell, and its height. */
#define CELL_EMS 2.1
#define ROW_EMS 2.9
/* The room that hours take. */
#define USUAL_HOURS 88
/* How strong the fullest cells are filled: texts stay legible on it. */
#define MOST_FILL 0.42

static void
clear_period (gpointer data)
{
  SpilLoadPeriod *period = data;

  g_free (period->label);
  g_free (period->group);
  g_free (period->name);
}

static void
clear_owner (gpointer data)
{
  SpilLoadOwner *owner = data;

  g_free (owner->name);
  g_free (owner->cells);
}

SpilLoadChart *
spil_load_chart_new (void)
{
  SpilLoadChart *self = g_new0 (SpilLoadChart, 1);

  self->periods = g_array_new (FALSE, FALSE, sizeof (SpilLoadPeriod));
  self->owners = g_array_new (FALSE, FALSE, sizeof (SpilLoadOwner));
  g_array_set_clear_func (self->periods, clear_period);
  g_array_set_clear_func (self->owners, clear_owner);
  self->now = -1;
  return self;
}

void
spil_load_chart_free (SpilLoadChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->periods);
  g_array_unref (self->owners);
  g_free (self);
}

void
spil_load_chart_add_period (SpilLoadChart *self, const char *label, const char *group, const char *name)
{
  const SpilLoadPeriod period = { g_strdup (label), g_strdup (group), g_strdup (name) };

  g_return_if_fail (self != NULL && self->owners->len == 0);

  g_array_append_val (self->periods, period);
}

void
spil_load_chart_add_owner (SpilLoadChart *self, const char *name, const SpilLoadCell *cells)
{
  const SpilLoadOwner owner = { g_strdup (name != NULL ? name : ""),
                                g_memdup2 (cells, sizeof (SpilLoadCell) * self->periods->len) };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->owners, owner);
}

void
spil_load_chart_set_norm (SpilLoadChart *self, double hours)
{
  g_return_if_fail (self != NULL);
  self->norm = isfinite (hours) && hours > 0 ? hours : 0;
}

void
spil_load_chart_set_now (SpilLoadChart *self, int period)
{
  g_return_if_fail (self != NULL);
  self->now = period;
}

const SpilLoadPeriod *
spil_load_period (const SpilLoadChart *self, int at)
{
  return &g_array_index (self->periods, SpilLoadPeriod, at);
}

const SpilLoadOwner *
spil_load_owner (const SpilLoadChart *self, int at)
{
  return &g_array_index (self->owners, SpilLoadOwner, at);
}

gboolean
spil_load_has_hours (const SpilLoadCell *cell)
{
  return isfinite (cell->hours) && cell->hours > 0;
}

/* Where everything lies. */
typedef struct
{
  double x0; /* the cells begin here */
  double y0; /* as do the rows */
  double cell_width;
  double cell_height;
  double row_height; /* with the name over it when that is stacked */
  double most; /* what fills a cell wholly: hours, or activities where none are stated */
  gboolean stacked; /* names stand over their cells, since there is no room beside them */
  gboolean hours; /* some are stated */
} Layout;

static double
widest_name (const SpilLoadChart *self, const SpilChartPainter *painter)
{
  double widest = 0;

  for (int i = 0; i < (int) self->owners->len; i++)
    widest = MAX (widest,
                  spil_chart_painter_text_width (painter, spil_load_owner_name (spil_load_owner (self, i)),
                                                 SPIL_CHART_TEXT_BODY));
  return widest + spil_chart_painter_em (painter);
}

/* What a full cell is: the norm, or the most that there is. */
static void
find_most (const SpilLoadChart *self, Layout *layout)
{
  double hours = self->norm;
  int running = 1;

  for (int owner = 0; owner < (int) self->owners->len; owner++)
    for (int period = 0; period < (int) self->periods->len; period++) {
      const SpilLoadCell *cell = &spil_load_owner (self, owner)->cells[period];

      running = MAX (running, cell->running);
      if (spil_load_has_hours (cell)) {
        hours = MAX (hours, cell->hours);
        layout->hours = TRUE;
      }
    }
  layout->most = layout->hours ? hours : running;
}

static double
header_height (const SpilChartPainter *painter)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) * 2 + spil_chart_painter_em (painter) * 0.5;
}

static Layout
lay_out (const SpilLoadChart *self, const SpilChartPainter *painter, double legend)
{
  const double em = spil_chart_painter_em (painter);
  const int periods = (int) self->periods->len;
  const double names = MIN (widest_name (self, painter), painter->width * 0.32);
  Layout layout = { .cell_height = em * ROW_EMS, .y0 = legend + header_height (painter) };

  layout.stacked = (painter->width - names) / periods < em * CELL_EMS * 1.6;
  layout.x0 = layout.stacked ? 0 : names;
  layout.cell_width = (painter->width - layout.x0) / periods;
  layout.row_height = layout.cell_height + em * 0.25;
  if (layout.stacked)
    layout.row_height += spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 0.4;
  find_most (self, &layout);
  return layout;
}

static double
draw_legend (const SpilLoadChart *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  g_autofree char *number = g_strdup_printf ("%g", self->norm);
  // Translators: a number of hours.
  g_autofree char *norm = g_strdup_printf (C_ ("chart", "More than %s hours a week"), number);
  const SpilLegendEntry entries[] = {
    { C_ ("chart", "Activities that run; under it their hours a week, where stated"), SPIL_LEGEND_SURFACE,
      spil_color_mix (palette->background, palette->series[0], MOST_FILL), SPIL_PATTERN_SOLID, 0 },
    { norm, SPIL_LEGEND_MARKER, palette->warning, SPIL_PATTERN_SOLID, SPIL_MARKER_TRIANGLE },
  };
  double height = spil_chart_painter_legend (painter, entries, self->norm > 0 ? 2 : 1, 0, 0, painter->width);

  return height > 0 ? height + spil_chart_painter_em (painter) * 0.3 : 0;
}

static void
draw_header (const SpilLoadChart *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  const double top = layout->y0 - header_height (painter);
  const int periods = (int) self->periods->len;

  for (int i = 0; i < periods; i++) {
    const SpilLoadPeriod *period = spil_load_period (self, i);
    const double x = layout->x0 + i * layout->cell_width;
    int span = 1;

    spil_chart_painter_text (
        painter, period->label,
        &(SpilChartPut) { .x = x + layout->cell_width / 2,
                          .y = top + line,
                          .x_align = 0.5,
                          .max_width = layout->cell_width - 1,
                          .kind = i == self->now ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL,
                          .color = i == self->now ? palette->accent : palette->muted });
    if (i > 0 && g_str_equal (period->group, spil_load_period (self, i - 1)->group))
      continue;
    while (i + span < periods && g_str_equal (period->group, spil_load_period (self, i + span)->group))
      span++;
    spil_chart_painter_text (painter, period->group,
                             &(SpilChartPut) { .x = x + 2,
                                               .y = top,
                                               .max_width = span * layout->cell_width - 2,
                                               .kind = SPIL_CHART_TEXT_SMALL_STRONG,
                                               .color = palette->foreground });
  }
}

/* A cell that stands out has an outline and a sign in its corner. */
static void
draw_surface (const SpilChartPainter *painter, const Layout *layout, const SpilLoadCell *cell, double x,
              double y)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const double gap = MAX (1, em * 0.12);
  const double value = layout->hours ? (spil_load_has_hours (cell) ? cell->hours : 0) : cell->running;
  const double fill = 0.08 + (MOST_FILL - 0.08) * CLAMP (value / layout->most, 0, 1);
  const SpilColor color = cell->running == 0
                              ? palette->band
                              : spil_color_mix (palette->background,
                                                cell->high ? palette->warning : palette->series[0], fill);

  spil_chart_painter_rounded (painter, x + gap / 2, y, layout->cell_width - gap, layout->cell_height,
                              em * 0.2);
  if (!cell->high) {
    spil_chart_painter_fill (painter, color, SPIL_PATTERN_SOLID);
    return;
  }
  spil_chart_painter_fill_outlined (painter, color, SPIL_PATTERN_SOLID, palette->warning,
                                    MAX (1.5, em * 0.13));
  spil_chart_painter_marker (painter, SPIL_MARKER_TRIANGLE, x + layout->cell_width - gap - em * 0.45,
                             y + em * 0.5, em * 0.28, palette->warning);
}

/* Hours are told in all cells or in none: not in those that happen to be short. */
static gboolean
fits_hours (const SpilChartPainter *painter, const Layout *layout)
{
  g_autofree char *usual = spil_load_hours (USUAL_HOURS);

  return spil_chart_painter_text_width (painter, usual, SPIL_CHART_TEXT_SMALL) <= layout->cell_width - 4;
}

static void
draw_cell (const SpilLoadChart *self, const SpilChartPainter *painter, const Layout *layout, int owner,
           int period, double y)
{
  const SpilLoadCell *cell = &spil_load_owner (self, owner)->cells[period];
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double x = layout->x0 + period * layout->cell_width;
  const double middle = x + layout->cell_width / 2;
  g_autofree char *count = g_strdup_printf ("%d", cell->running);
  g_autofree char *hours = spil_load_has_hours (cell) ? spil_load_hours (cell->hours) : NULL;
  gboolean fits = hours != NULL && fits_hours (painter, layout);

  draw_surface (painter, layout, cell, x, y);
  if (cell->running == 0)
    return;
  spil_chart_painter_text (painter, count,
                           &(SpilChartPut) { .x = middle,
                                             .y = y + layout->cell_height * (fits ? 0.32 : 0.5),
                                             .x_align = 0.5,
                                             .y_align = 0.5,
                                             .kind = SPIL_CHART_TEXT_STRONG,
                                             .color = palette->foreground });
  if (fits)
    spil_chart_painter_text (painter, hours,
                             &(SpilChartPut) { .x = middle,
                                               .y = y + layout->cell_height * 0.72,
                                               .x_align = 0.5,
                                               .y_align = 0.5,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->foreground });
  if (painter->hits != NULL)
    spil_chart_painter_hit (painter, SPIL_CHART_PART_TOKEN, owner * (int) self->periods->len + period,
                            &(cairo_rectangle_t) { x, y, layout->cell_width, layout->cell_height },
                            g_strdup_printf ("%s, %s", spil_load_owner_name (spil_load_owner (self, owner)),
                                             spil_load_period (self, period)->name),
                            spil_load_describe (cell));
}

static void
draw_owner (const SpilLoadChart *self, const SpilChartPainter *painter, const Layout *layout, int owner)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const double em = spil_chart_painter_em (painter);
  const double top = layout->y0 + owner * layout->row_height;
  const double cells = top + layout->row_height - layout->cell_height - em * 0.25;
  const gboolean stated = spil_load_owner (self, owner)->name[0] != '\0';

  spil_chart_painter_text (painter, spil_load_owner_name (spil_load_owner (self, owner)),
                           &(SpilChartPut) {
                               .x = 0,
                               .y = layout->stacked ? top + em * 0.2 : cells + layout->cell_height / 2,
                               .y_align = layout->stacked ? 0 : 0.5,
                               .max_width = layout->stacked ? painter->width : layout->x0 - em * 0.6,
                               .max_lines = layout->stacked ? 1 : 2,
                               .kind = SPIL_CHART_TEXT_BODY,
                               .color = stated ? palette->foreground : palette->muted,
                           });
  for (int period = 0; period < (int) self->periods->len; period++)
    draw_cell (self, painter, layout, owner, period, cells);
}

static gboolean
is_empty (const SpilLoadChart *self)
{
  return self->owners->len == 0 || self->periods->len == 0;
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilLoadChart *self = data;
  Layout layout;

  if (is_empty (self)) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, draw_legend (self, painter));
  draw_header (self, painter, &layout);
  for (int i = 0; i < (int) self->owners->len; i++)
    draw_owner (self, painter, &layout, i);
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilLoadChart *self = data;
  Layout layout;

  if (is_empty (self))
    return spil_chart_painter_em (painter) * 8;
  layout = lay_out (self, painter, draw_legend (self, painter));
  return ceil (layout.y0 + self->owners->len * layout.row_height);
}

static void
free_data (gpointer data)
{
  spil_load_chart_free (data);
}

static const SpilChartClass load_class = {
  .name = "load",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_load_summary,
  .table = spil_load_table,
  .free = free_data,
};

SpilChart *
spil_load_chart_to_chart (SpilLoadChart *self)
{
  return spil_chart_new (&load_class, self);
}
