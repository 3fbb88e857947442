// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What stands around the chart: title, map of the pages, legend, source and page number. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-plan-sheet-private.h"

#define MAP_WIDTH 64.0
#define MAP_HEIGHT 25.0
#define GAP 7.0

/* The room at the right of the title, for the map and the stamp. */
static double
corner_width (const SpilPlanSheet *self)
{
  return MAP_WIDTH + (self->stamp != NULL ? 60 : 0) + GAP;
}

static SpilChartPut
about_put (const SpilPlanSheet *self, double width)
{
  return (SpilChartPut) { .max_width = width - corner_width (self),
                          .max_lines = 3,
                          .kind = SPIL_CHART_TEXT_SMALL,
                          .color = self->style.palette.muted };
}

double
spil_plan_sheet_head_height (SpilPlanSheet *self, double width)
{
  SpilChartPainter painter = spil_plan_sheet_painter (self, NULL);
  SpilChartPut put = about_put (self, width);
  double about;

  spil_chart_painter_measure (&painter, self->about, &put, NULL, &about);
  return ceil (MAX (spil_chart_painter_line (&painter, SPIL_CHART_TEXT_LARGE) + about, MAP_HEIGHT + 2) + GAP);
}

double
spil_plan_sheet_foot_height (SpilPlanSheet *self, double width)
{
  SpilChartPainter painter = spil_plan_sheet_painter (self, NULL);

  return ceil (GAP + spil_plan_sheet_legend (self, NULL, 0, 0, width) +
               spil_chart_painter_line (&painter, SPIL_CHART_TEXT_SMALL));
}

/* Light on dark, so that it stays plain in black and white; right of the title. */
static void
draw_stamp (SpilPlanSheet *self, const SpilChartPainter *painter, double right, double top)
{
  double em = spil_chart_painter_em (painter);
  double width = spil_chart_painter_text_width (painter, self->stamp, SPIL_CHART_TEXT_STRONG) + em * 1.2;
  double height = spil_chart_painter_line (painter, SPIL_CHART_TEXT_STRONG) + em * 0.3;

  spil_chart_painter_box (painter, right - width, top, width, height, 0, self->style.palette.warning,
                          SPIL_PATTERN_SOLID);
  spil_chart_painter_text (painter, self->stamp,
                           &(SpilChartPut) { .x = right - width / 2,
                                             .y = top + height / 2,
                                             .x_align = 0.5,
                                             .y_align = 0.5,
                                             .kind = SPIL_CHART_TEXT_STRONG,
                                             .color = self->style.palette.background });
}

/* Where this page lies among the others. Cells have the shape of the paper, unless there are very many. */
static double
draw_map (SpilPlanSheet *self, const SpilChartPainter *painter, int page, double right, double top)
{
  int across = self->fit.across;
  int down = self->fit.down;
  double ratio = self->setup.width / self->setup.height;
  double height = MIN (MAP_HEIGHT / down, MAP_WIDTH / across / ratio);
  double width = height * ratio;
  double left;

  height = MAX (MIN (height, 11), 0.2);
  width = CLAMP (MIN (width, 11 * ratio), 6, MAP_WIDTH / across);
  left = right - width * across;
  spil_chart_painter_color (painter, self->style.palette.accent);
  cairo_rectangle (painter->cr, left + page % across * width, top + page / across * height, width,
                   MAX (height, 1.5));
  cairo_fill (painter->cr);
  for (int i = 0; i <= across; i++)
    spil_chart_painter_line_upright (painter, left + i * width, top, top + down * height, 0.5,
                                     self->style.palette.strong_grid);
  for (int i = 0; i <= down; i++)
    if (height >= 2.5 || i == 0 || i == down)
      spil_chart_painter_line_level (painter, left, right, top + i * height, 0.5,
                                     self->style.palette.strong_grid);
  return left;
}

void
spil_plan_sheet_draw_head (SpilPlanSheet *self, cairo_t *cr, int page)
{
  SpilChartPainter painter = spil_plan_sheet_painter (self, cr);
  double left = SPIL_PLAN_SHEET_MARGIN;
  double right = self->setup.width - SPIL_PLAN_SHEET_MARGIN;
  double top = SPIL_PLAN_SHEET_MARGIN;
  double corner = right;
  SpilChartPut put = about_put (self, right - left);

  spil_plan_sheet_tag (cr, page == 0 ? "H1" : "Artifact",
                       page == 0 ? NULL : "type=Pagination subtype=Header");
  spil_chart_painter_text (&painter, self->title,
                           &(SpilChartPut) { .x = left,
                                             .y = top,
                                             .max_width = put.max_width,
                                             .kind = SPIL_CHART_TEXT_LARGE,
                                             .color = self->style.palette.foreground });
  spil_plan_sheet_untag (cr, page == 0 ? "H1" : "Artifact");
  spil_plan_sheet_tag (cr, page == 0 ? "P" : "Artifact", page == 0 ? NULL : "type=Pagination subtype=Header");
  put.x = left;
  put.y = top + spil_chart_painter_line (&painter, SPIL_CHART_TEXT_LARGE);
  spil_chart_painter_text (&painter, self->about, &put);
  spil_plan_sheet_untag (cr, page == 0 ? "P" : "Artifact");
  if (self->fit.across * self->fit.down > 1)
    corner = draw_map (self, &painter, page, right, top) - GAP;
  if (self->stamp != NULL)
    draw_stamp (self, &painter, corner, top);
}

static char *
dup_page_text (const SpilPlanSheet *self, int page)
{
  int pages = self->fit.across * self->fit.down;
  /* Translators: at the foot of a page: its number, then how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("page %d of %d"), page + 1, pages);

  return self->printed != NULL ? g_strdup_printf ("%s · %s", self->printed, number)
                               : g_steal_pointer (&number);
}

void
spil_plan_sheet_draw_foot (SpilPlanSheet *self, cairo_t *cr, int page)
{
  SpilChartPainter painter = spil_plan_sheet_painter (self, cr);
  double left = SPIL_PLAN_SHEET_MARGIN;
  double right = self->setup.width - SPIL_PLAN_SHEET_MARGIN;
  double bottom = self->setup.height - SPIL_PLAN_SHEET_MARGIN;
  double top = bottom - self->layout.foot + GAP;
  g_autofree char *number = dup_page_text (self, page);
  double width;

  spil_plan_sheet_tag (cr, page == 0 ? "P" : "Artifact", page == 0 ? NULL : "type=Pagination subtype=Footer");
  spil_plan_sheet_legend (self, cr, left, top, right - left);
  spil_plan_sheet_untag (cr, page == 0 ? "P" : "Artifact");
  spil_plan_sheet_tag (cr, "Artifact", "type=Pagination subtype=Footer");
  width = spil_chart_painter_text (&painter, number,
                                   &(SpilChartPut) { .x = right,
                                                     .y = bottom,
                                                     .x_align = 1,
                                                     .y_align = 1,
                                                     .kind = SPIL_CHART_TEXT_SMALL,
                                                     .color = self->style.palette.muted });
  if (self->source != NULL)
    spil_chart_painter_text (&painter, self->source,
                             &(SpilChartPut) { .x = left,
                                               .y = bottom,
                                               .y_align = 1,
                                               .max_width = MAX (right - left - width - GAP, 1),
                                               .kind = SPIL_CHART_TEXT_SMALL,
                                               .color = self->style.palette.muted });
  spil_plan_sheet_untag (cr, "Artifact");
}
