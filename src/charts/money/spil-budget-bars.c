// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-bars-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-money.h"

/* Where the columns of the chart lie. In a narrow one the texts stand over and under the bars. */
typedef struct
{
  gboolean narrow;
  double label_width;
  double bar_x0;
  double bar_x1;
  double budget_x; /* right side of the column */
  double free_x;
  double top;
  double row_height;
  double bottom;
  SpilChartScale scale;
} Layout;

static void
clear_bar (gpointer data)
{
  g_free ((char *) ((SpilBudgetBar *) data)->label);
}

SpilBudgetBars *
spil_budget_bars_new (void)
{
  SpilBudgetBars *self = g_new0 (SpilBudgetBars, 1);

  self->bars = g_array_new (FALSE, FALSE, sizeof (SpilBudgetBar));
  g_array_set_clear_func (self->bars, clear_bar);
  return self;
}

void
spil_budget_bars_free (SpilBudgetBars *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->bars);
  g_free (self->note);
  g_free (self);
}

static int64_t
hold (int64_t cents)
{
  return CLAMP (cents, -SPIL_MONEY_MAX_CENTS, SPIL_MONEY_MAX_CENTS);
}

void
spil_budget_bars_add (SpilBudgetBars *self, const SpilBudgetBar *bar)
{
  SpilBudgetBar copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bar != NULL);

  copy = *bar;
  copy.label = bar->outside ? g_strdup_printf (C_ ("chart", "Outside the budget: %s"), bar->label)
                            : g_strdup (bar->label != NULL ? bar->label : "");
  copy.budget = bar->budget_pm ? 0 : hold (bar->budget);
  copy.committed = hold (bar->committed);
  copy.actual = hold (bar->actual);
  copy.reserved = MAX (hold (bar->reserved), 0);
  copy.forecast = bar->has_forecast ? hold (bar->forecast) : 0;
  g_array_append_val (self->bars, copy);
}

void
spil_budget_bars_set_note (SpilBudgetBars *self, const char *note)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->note, note);
}

static double
draw_legend (const SpilBudgetBars *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilBudgetTotals totals = spil_budget_bars_total (self);
  SpilLegendEntry entries[7] = {
    { C_ ("chart", "Spent"), SPIL_LEGEND_SURFACE, palette->series[0], SPIL_PATTERN_SOLID, 0 },
    { C_ ("chart", "Committed"), SPIL_LEGEND_SURFACE, palette->series[0], SPIL_PATTERN_RISING, 0 },
    { C_ ("chart", "Free"), SPIL_LEGEND_SURFACE, palette->strong_grid, SPIL_PATTERN_OPEN, 0 },
  };
  int count = 3;

  if (totals.reserved > 0)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Reserved"), SPIL_LEGEND_SURFACE, palette->muted,
                                           SPIL_PATTERN_DOTS, 0 };
  if (totals.over > 0)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Over budget"), SPIL_LEGEND_SURFACE, palette->warning,
                                           SPIL_PATTERN_CROSS, 0 };
  if (totals.forecasts > 0)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Forecast"), SPIL_LEGEND_MARKER, palette->foreground,
                                           SPIL_PATTERN_SOLID, SPIL_MARKER_TRIANGLE };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

static SpilChartScale
make_scale (const SpilBudgetBars *self, const SpilChartPainter *painter, double room)
{
  double em = spil_chart_painter_em (painter);
  double most = 0;

  for (guint i = 0; i < self->bars->len; i++) {
    const SpilBudgetBar *bar = spil_budget_bar (self, (int) i);
    double used = MAX ((double) bar->actual, 0) + MAX ((double) bar->committed, 0);

    most = MAX (most, MAX ((double) bar->budget, MAX (used, (double) bar->forecast)));
  }
  for (int steps = 6; steps > 1; steps--) {
    SpilChartScale scale = spil_chart_scale (0, most, steps);
    g_autofree char *widest = spil_chart_euro_tick (&scale, scale.high);
    double text = spil_chart_painter_text_width (painter, widest, SPIL_CHART_TEXT_SMALL);

    if ((text * 1.5 + em) * (spil_chart_scale_count (&scale) - 1) <= room)
      return scale;
  }
  return spil_chart_scale (0, most, 1);
}

/* The widest amount of a column, so that its figures line up on the right. */
static double
column_width (const SpilBudgetBars *self, const SpilChartPainter *painter, gboolean want_free)
{
  SpilBudgetTotals totals = spil_budget_bars_total (self);
  g_autofree char *total = spil_budget_amount (want_free ? totals.free : totals.budget, TRUE,
                                               want_free ? 0 : totals.pm);
  double widest = spil_chart_painter_text_width (painter, total, SPIL_CHART_TEXT_STRONG);

  for (guint i = 0; i < self->bars->len; i++) {
    const SpilBudgetBar *bar = spil_budget_bar (self, (int) i);
    g_autofree char *text = spil_money_format (want_free ? spil_budget_bar_free (bar) : bar->budget,
                                               SPIL_MONEY_WHOLE);

    widest = MAX (widest, spil_chart_painter_text_width (painter, text, SPIL_CHART_TEXT_STRONG));
  }
  return widest;
}

static double
label_column (const SpilBudgetBars *self, const SpilChartPainter *painter, double most)
{
  double widest = 0;

  for (guint i = 0; i < self->bars->len; i++)
    widest = MAX (widest, spil_chart_painter_text_width (painter, spil_budget_bar (self, (int) i)->label,
                                                         SPIL_CHART_TEXT_BODY));
  return MIN (widest, most);
}

static Layout
lay_out (const SpilBudgetBars *self, const SpilChartPainter *painter, double legend)
{
  double em = spil_chart_painter_em (painter);
  double small = spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL);
  double body = spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY);
  Layout layout = { .narrow = painter->width < em * 44, .top = legend + em * 0.4, .bar_x1 = painter->width };

  if (layout.narrow) {
    layout.row_height = body + small + em * 2.1;
    layout.label_width = layout.budget_x = painter->width;
  } else {
    layout.free_x = painter->width;
    layout.budget_x = painter->width - column_width (self, painter, TRUE) - em * 1.4;
    layout.bar_x1 = layout.budget_x - column_width (self, painter, FALSE) - em * 1.4;
    layout.label_width = label_column (self, painter, painter->width * 0.34);
    layout.bar_x0 = layout.label_width + em;
    layout.row_height = MAX (em * 2.3, body * 2.15);
    layout.top += small + em * 0.3;
  }
  layout.bottom = layout.top + layout.row_height * self->bars->len;
  layout.scale = make_scale (self, painter, layout.bar_x1 - layout.bar_x0);
  return layout;
}

static double
natural_height (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBudgetBars *self = data;
  double em = spil_chart_painter_em (painter);
  Layout layout;

  if (self->bars->len == 0)
    return em * 8;
  layout = lay_out (self, painter, draw_legend (self, painter));
  return ceil (layout.bottom + em * (self->bars->len > 1 ? 4.2 : 2.2));
}

/* In a narrow chart the lines keep to the bars, for there are texts between these. */
static void
draw_gridline (const SpilBudgetBars *self, const SpilChartPainter *painter, const Layout *layout, double x,
               SpilColor color)
{
  double em = spil_chart_painter_em (painter);
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY);

  if (!layout->narrow) {
    spil_chart_painter_line_upright (painter, x, layout->top, layout->bottom,
                                     spil_chart_painter_hair (painter), color);
    return;
  }
  for (guint i = 0; i < self->bars->len; i++) {
    double y = layout->top + i * layout->row_height + line;

    spil_chart_painter_line_upright (painter, x, y + em * 0.15, y + em * 1.5,
                                     spil_chart_painter_hair (painter), color);
  }
}

static void
draw_axis (const SpilBudgetBars *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  g_autofree char *caption = self->note != NULL
                                 ? g_strdup_printf ("%s, %s", spil_chart_euro_caption (&layout->scale),
                                                    self->note)
                                 : g_strdup (spil_chart_euro_caption (&layout->scale));
  double caption_width = spil_chart_painter_text_width (painter, caption, SPIL_CHART_TEXT_SMALL);
  int count = spil_chart_scale_count (&layout->scale);

  for (int i = 0; i < count; i++) {
    double value = spil_chart_scale_tick (&layout->scale, i);
    double x = spil_chart_scale_place (&layout->scale, value, layout->bar_x0, layout->bar_x1);
    g_autofree char *text = spil_chart_euro_tick (&layout->scale, value);
    double align = i == 0 ? 0 : i == count - 1 ? 1 : 0.5;

    draw_gridline (self, painter, layout, x, i == 0 ? palette->strong_grid : palette->grid);
    /* Beside the figures the outermost may hang over; at the very edge of the chart they may not. */
    if (!layout->narrow)
      align = 0.5;
    spil_chart_painter_text (painter, text,
                             &(SpilChartPut) { .x = x,
                                               .y = layout->bottom + em * 0.25,
                                               .x_align = align,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  }
  if (layout->narrow)
    spil_chart_painter_text (painter, caption,
                             &(SpilChartPut) { .x = 0,
                                               .y = layout->bottom + em * 1.35,
                                               .max_width = painter->width,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  else
    spil_chart_painter_text (painter, caption,
                             &(SpilChartPut) { .x = MAX (layout->bar_x0 - em, caption_width),
                                               .y = layout->bottom + em * 0.25,
                                               .x_align = 1,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
}

static void
draw_segments (const SpilChartPainter *painter, const Layout *layout, const SpilBudgetBar *bar, double y,
               double height)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  double actual = MAX ((double) bar->actual, 0);
  double used = actual + MAX ((double) bar->committed, 0);
  double limit = bar->budget_pm ? used : MAX ((double) bar->budget, 0);
  double x0 = layout->bar_x0;
  double x_actual = spil_chart_scale_place (&layout->scale, MIN (actual, limit), x0, layout->bar_x1);
  double x_used = spil_chart_scale_place (&layout->scale, MIN (used, limit), x0, layout->bar_x1);
  double x_limit = spil_chart_scale_place (&layout->scale, limit, x0, layout->bar_x1);
  double x_over = spil_chart_scale_place (&layout->scale, used, x0, layout->bar_x1);

  if (!bar->budget_pm)
    spil_chart_painter_box (painter, x0, y + 0.5, x_limit - x0, height - 1, 0, palette->strong_grid,
                            SPIL_PATTERN_OPEN);
  if (bar->reserved > 0 && used < limit)
    spil_chart_painter_box (painter, x_used, y + height * 0.3,
                            spil_chart_scale_place (&layout->scale,
                                                    MIN (used + (double) bar->reserved, limit), x0,
                                                    layout->bar_x1) -
                                x_used,
                            height * 0.4, 0, palette->muted, SPIL_PATTERN_DOTS);
  spil_chart_painter_box (painter, x_actual, y, x_used - x_actual, height, 0, palette->series[0],
                          SPIL_PATTERN_RISING);
  spil_chart_painter_box (painter, x0, y, x_actual - x0, height, 0, palette->series[0], SPIL_PATTERN_SOLID);
  if (used > limit)
    spil_chart_painter_box (painter, x_limit, y, x_over - x_limit, height, 0, palette->warning,
                            SPIL_PATTERN_CROSS);
  if (!bar->budget_pm)
    spil_chart_painter_line_upright (painter, x_limit, y - em * 0.22, y + height + em * 0.22,
                                     MAX (1.5, em * 0.14), palette->foreground);
  if (bar->has_forecast && bar->forecast >= 0)
    spil_chart_painter_marker (
        painter, SPIL_MARKER_TRIANGLE,
        spil_chart_scale_place (&layout->scale, (double) bar->forecast, x0, layout->bar_x1),
        y + height + em * 0.28, em * 0.3, palette->foreground);
}

static char *
free_text (const SpilBudgetBar *bar, gboolean words)
{
  int64_t left = spil_budget_bar_free (bar);
  g_autofree char *amount = NULL;

  if (bar->budget_pm)
    return words ? g_strdup (_ ("PM: the amount is still to follow")) : g_strdup ("");
  if (!words)
    return spil_money_format (left, SPIL_MONEY_WHOLE);
  amount = spil_money_format (ABS (left), SPIL_MONEY_WHOLE);
  return g_strdup_printf (left < 0 ? _ ("%s over budget") : _ ("%s free"), amount);
}

static void
draw_narrow_texts (const SpilChartPainter *painter, const SpilBudgetBar *bar, double top, double under)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  double em = spil_chart_painter_em (painter);
  g_autofree char *budget = spil_budget_amount (bar->budget, !bar->budget_pm, 0);
  g_autofree char *left = free_text (bar, TRUE);
  g_autofree char *actual = spil_money_format (bar->actual, SPIL_MONEY_WHOLE);
  g_autofree char *spent = g_strdup_printf (_ ("%s spent"), actual);
  gboolean over = !bar->budget_pm && spil_budget_bar_free (bar) < 0;
  double width = spil_chart_painter_text (painter, budget,
                                          &(SpilChartPut) { .x = painter->width,
                                                            .y = top,
                                                            .x_align = 1,
                                                            .kind = SPIL_CHART_TEXT_STRONG,
                                                            .color = palette->foreground });
  double spent_width;

  spil_chart_painter_text (painter, bar->label,
                           &(SpilChartPut) { .y = top,
                                             .max_width = MAX (em, painter->width - width - em),
                                             .color = palette->foreground });
  spent_width = spil_chart_painter_text (painter, spent,
                                         &(SpilChartPut) { .y = under,
                                                           .max_width = painter->width / 2,
                                                           .kind = SPIL_CHART_TEXT_SMALL,
                                                           .color = palette->muted });
  spil_chart_painter_text (painter, left,
                           &(SpilChartPut) {
                               .x = painter->width,
                               .y = under,
                               .x_align = 1,
                               .max_width = painter->width - spent_width - em,
                               .kind = over ? SPIL_CHART_TEXT_SMALL_STRONG : SPIL_CHART_TEXT_SMALL,
                               .color = over ? palette->warning : palette->muted,
                           });
}

static void
draw_wide_texts (const SpilChartPainter *painter, const Layout *layout, const SpilBudgetBar *bar,
                 double middle)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  g_autofree char *budget = spil_budget_amount (bar->budget, !bar->budget_pm, 0);
  g_autofree char *left = free_text (bar, FALSE);
  gboolean over = !bar->budget_pm && spil_budget_bar_free (bar) < 0;

  spil_chart_painter_text (painter, bar->label,
                           &(SpilChartPut) { .y = middle,
                                             .y_align = 0.5,
                                             .max_width = layout->label_width,
                                             .max_lines = 2,
                                             .color = palette->foreground });
  spil_chart_painter_text (
      painter, budget,
      &(SpilChartPut) {
          .x = layout->budget_x, .y = middle, .x_align = 1, .y_align = 0.5, .color = palette->foreground });
  spil_chart_painter_text (painter, left,
                           &(SpilChartPut) {
                               .x = layout->free_x,
                               .y = middle,
                               .x_align = 1,
                               .y_align = 0.5,
                               .kind = over ? SPIL_CHART_TEXT_STRONG : SPIL_CHART_TEXT_BODY,
                               .color = over ? palette->warning : palette->foreground,
                           });
}

static void
draw_bar (const SpilBudgetBars *self, const SpilChartPainter *painter, const Layout *layout, int index)
{
  const SpilBudgetBar *bar = spil_budget_bar (self, index);
  double em = spil_chart_painter_em (painter);
  double top = layout->top + index * layout->row_height;
  double line = spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY);
  double height = em * 0.95;
  double y = layout->narrow ? top + line + em * 0.35 : top + (layout->row_height - height) / 2;

  if (layout->narrow)
    draw_narrow_texts (painter, bar, top, y + height + em * 0.25);
  else
    draw_wide_texts (painter, layout, bar, top + layout->row_height / 2);
  draw_segments (painter, layout, bar, y, height);
  if (painter->hits != NULL)
    spil_chart_painter_hit (
        painter, SPIL_CHART_PART_BAR, index,
        &(cairo_rectangle_t) { layout->bar_x0, y, layout->bar_x1 - layout->bar_x0, height },
        g_strdup (bar->label), spil_budget_bar_description (bar));
}

static void
draw_columns (const SpilBudgetBars *self, const SpilChartPainter *painter, const Layout *layout)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  SpilBudgetTotals totals = spil_budget_bars_total (self);
  g_autofree char *budget = spil_budget_amount (totals.budget, TRUE, totals.pm);
  g_autofree char *left = spil_money_format (totals.free, SPIL_MONEY_WHOLE);
  double em = spil_chart_painter_em (painter);
  double y = layout->narrow ? layout->bottom + em * 2.7 : layout->bottom + em * 1.9;

  if (!layout->narrow) {
    double head = layout->top - em * 0.15;

    spil_chart_painter_text (painter, C_ ("chart", "Budget"),
                             &(SpilChartPut) { .x = layout->budget_x,
                                               .y = head,
                                               .x_align = 1,
                                               .y_align = 1,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
    spil_chart_painter_text (painter, C_ ("chart", "Free"),
                             &(SpilChartPut) { .x = layout->free_x,
                                               .y = head,
                                               .x_align = 1,
                                               .y_align = 1,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  }
  if (self->bars->len < 2)
    return;
  spil_chart_painter_line_level (painter, 0, painter->width, y, spil_chart_painter_hair (painter),
                                 palette->strong_grid);
  y += em * 0.35;
  spil_chart_painter_text (
      painter, C_ ("chart", "Total"),
      &(SpilChartPut) { .y = y, .kind = SPIL_CHART_TEXT_STRONG, .color = palette->foreground });
  spil_chart_painter_text (painter, budget,
                           &(SpilChartPut) { .x = layout->budget_x,
                                             .y = y,
                                             .x_align = 1,
                                             .kind = SPIL_CHART_TEXT_STRONG,
                                             .color = palette->foreground });
  if (!layout->narrow)
    spil_chart_painter_text (painter, left,
                             &(SpilChartPut) { .x = layout->free_x,
                                               .y = y,
                                               .x_align = 1,
                                               .kind = SPIL_CHART_TEXT_STRONG,
                                               .color = palette->foreground });
}

static void
draw (gconstpointer data, const SpilChartPainter *painter)
{
  const SpilBudgetBars *self = data;
  Layout layout;

  if (self->bars->len == 0) {
    spil_chart_painter_empty (painter);
    return;
  }
  layout = lay_out (self, painter, draw_legend (self, painter));
  draw_axis (self, painter, &layout);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, painter, &layout, (int) i);
  draw_columns (self, painter, &layout);
}

static void
free_data (gpointer data)
{
  spil_budget_bars_free (data);
}

static const SpilChartClass budget_bars_class = {
  .name = "budget",
  .draw = draw,
  .natural_height = natural_height,
  .summary = spil_budget_bars_summary,
  .table = spil_budget_bars_table,
  .free = free_data,
};

SpilChart *
spil_budget_bars_to_chart (SpilBudgetBars *self)
{
  return spil_chart_new (&budget_bars_class, self);
}
