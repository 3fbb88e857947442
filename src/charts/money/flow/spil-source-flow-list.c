// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* A narrow chart of sources and lines: a list of bars, each made of what its sources pay. */
#include <glib/gi18n-lib.h>

#include "spil-source-flow-private.h"

static double
draw_legend (const SpilSourceFlow *self, const SpilChartPainter *painter)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  g_autofree SpilLegendEntry *entries = g_new0 (SpilLegendEntry, self->sources->len + 2);
  int count = 0;

  for (int source = 0; source < (int) self->sources->len; source++)
    entries[count++] = (SpilLegendEntry) { spil_source_flow_name (self, source), SPIL_LEGEND_SURFACE,
                                           spil_source_flow_color (painter, source),
                                           spil_source_flow_pattern (source), 0 };
  if (spil_source_flow_source_sum (self, SPIL_FLOW_UNCOVERED) > 0)
    entries[count++] = (SpilLegendEntry) { spil_source_flow_name (self, SPIL_FLOW_UNCOVERED),
                                           SPIL_LEGEND_SURFACE, palette->warning, SPIL_PATTERN_OPEN, 0 };
  if (spil_source_flow_beside (self) > 0)
    entries[count++] = (SpilLegendEntry) { C_ ("chart", "Co-financing, beside the budget"),
                                           SPIL_LEGEND_SURFACE, palette->muted, SPIL_PATTERN_RISING, 0 };
  return spil_chart_painter_legend (painter, entries, count, 0, 0, painter->width);
}

static double
row_height (const SpilChartPainter *painter, const SpilFlowLine *line)
{
  return spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + spil_chart_painter_em (painter) * 1.9 +
         (line->beside > 0 ? spil_chart_painter_line (painter, SPIL_CHART_TEXT_SMALL) : 0);
}

static double
most_of (const SpilSourceFlow *self)
{
  double most = 1;

  for (int line = 0; line < (int) self->lines->len; line++)
    most = MAX (most, (double) spil_source_flow_line_size (self, line) +
                          (double) spil_source_flow_line (self, line)->beside * 1.02);
  return most;
}

static void
draw_texts (const SpilSourceFlow *self, const SpilChartPainter *painter, int line, double top, double under)
{
  const SpilPalette *palette = spil_chart_painter_palette (painter);
  const SpilFlowLine *to = spil_source_flow_line (self, line);
  g_autofree char *amount = spil_source_flow_amount_text (self, line);
  const double width = spil_chart_painter_text (painter, amount,
                                                &(SpilChartPut) { .x = painter->width,
                                                                  .y = top,
                                                                  .x_align = 1,
                                                                  .kind = SPIL_CHART_TEXT_STRONG,
                                                                  .color = palette->foreground });

  spil_chart_painter_text (
      painter, to->name,
      &(SpilChartPut) { .y = top,
                        .max_width = MAX (painter->width - width - spil_chart_painter_em (painter), 1),
                        .color = palette->foreground });
  if (to->beside > 0) {
    g_autofree char *others = spil_money_chart_text (to->beside);
    g_autofree char *text = g_strdup_printf (_ ("beside it %s of co-financing"), others);

    spil_chart_painter_text (painter, text,
                             &(SpilChartPut) { .y = under,
                                               .max_width = painter->width,
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = palette->muted });
  }
}

/* One part of a bar, a hairline at least; returns where the next begins. */
static double
draw_part (const SpilChartPainter *painter, double x, double y, double width, SpilColor color,
           SpilPattern pattern)
{
  const double em = spil_chart_painter_em (painter);

  if (width <= 0)
    return x;
  width = MAX (MIN (width, painter->width - x), 1);
  spil_chart_painter_box (painter, x, y, width, em * 0.8, 0, color, pattern);
  return x + width;
}

static void
draw_row (const SpilSourceFlow *self, const SpilChartPainter *painter, int line, double top, double most)
{
  const SpilFlowLine *to = spil_source_flow_line (self, line);
  const double em = spil_chart_painter_em (painter);
  const double y = top + spil_chart_painter_line (painter, SPIL_CHART_TEXT_BODY) + em * 0.25;
  const double scale = painter->width / most;
  double x = 0;

  draw_texts (self, painter, line, top, y + em);
  for (int source = 0; source < (int) self->sources->len; source++)
    x = draw_part (painter, x, y, (double) spil_source_flow_part (self, source, line) * scale,
                   spil_source_flow_color (painter, source), spil_source_flow_pattern (source));
  x = draw_part (painter, x, y, (double) spil_source_flow_part (self, SPIL_FLOW_UNCOVERED, line) * scale,
                 spil_source_flow_color (painter, SPIL_FLOW_UNCOVERED), SPIL_PATTERN_OPEN);
  draw_part (painter, x + (to->beside > 0 ? em * 0.3 : 0), y, (double) to->beside * scale,
             spil_chart_painter_palette (painter)->muted, SPIL_PATTERN_RISING);
  if (painter->hits != NULL)
    spil_chart_painter_hit (
        painter, SPIL_CHART_PART_TOKEN, line,
        &(cairo_rectangle_t) { 0, top, painter->width, row_height (painter, to) - em * 0.5 },
        g_strdup (to->name), spil_source_flow_line_text (self, line));
}

double
spil_source_flow_list_height (const SpilSourceFlow *self, const SpilChartPainter *painter)
{
  double height = draw_legend (self, painter) + spil_chart_painter_em (painter) * 0.5;

  for (int line = 0; line < (int) self->lines->len; line++)
    height += row_height (painter, spil_source_flow_line (self, line));
  return height;
}

void
spil_source_flow_draw_list (const SpilSourceFlow *self, const SpilChartPainter *painter)
{
  const double most = most_of (self);
  double top = draw_legend (self, painter) + spil_chart_painter_em (painter) * 0.5;

  for (int line = 0; line < (int) self->lines->len; line++) {
    draw_row (self, painter, line, top, most);
    top += row_height (painter, spil_source_flow_line (self, line));
  }
}
