// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#define LEAST_CHART 160.0 /* a chart is not squeezed into less than this */

/* A chart with where it goes. */
typedef struct
{
  char *summary;
  double height; /* of one page of it */
  double around; /* title, summary and source */
  int n_pages;
} Figure;

static void
figure_init (Figure *figure, SpilPdf *self, const SpilBlock *block)
{
  double width = spil_pdf_body_width (self);
  double room, rest;

  figure->summary = spil_chart_dup_summary (block->chart);
  figure->around = spil_pdf_caption_height (self, block) +
                   spil_pdf_source_height (self, block, figure->summary);
  room = spil_pdf_body_height (self) - figure->around;
  rest = self->bottom - self->y - figure->around - 4;
  if (block->height > 0)
    figure->height = block->height;
  else
    figure->height = spil_chart_natural_height (block->chart, width, &self->style);
  if (block->height < 0 && figure->height > rest && rest >= LEAST_CHART)
    figure->height = rest;
  figure->height = CLAMP (figure->height, 40, room);
  figure->n_pages = spil_chart_count_pages (block->chart, width, figure->height, &self->style);
}

static void
draw_chart (SpilPdf *self, const SpilBlock *block, const Figure *figure, int page)
{
  if (self->cr == NULL)
    return;
  spil_pdf_tag (self, "Figure", NULL);
  cairo_save (self->cr);
  cairo_translate (self->cr, self->left, self->y);
  cairo_rectangle (self->cr, -2, -2, spil_pdf_body_width (self) + 4, figure->height + 4);
  cairo_clip (self->cr);
  spil_chart_draw_page (block->chart, self->cr, spil_pdf_body_width (self), figure->height, &self->style,
                        page);
  cairo_restore (self->cr);
  spil_pdf_untag (self, "Figure");
}

gboolean
spil_pdf_chart (SpilPdf *self, const SpilBlock *block)
{
  Figure figure;

  figure_init (&figure, self, block);
  for (int page = 0; page < figure.n_pages; page++) {
    spil_pdf_ensure (self, figure.height + figure.around);
    spil_pdf_caption (self, block);
    draw_chart (self, block, &figure, page);
    self->y += figure.height;
    self->fresh = FALSE;
    if (page + 1 < figure.n_pages)
      spil_pdf_next_page (self);
    if (!spil_pdf_step (self))
      break;
  }
  spil_pdf_source (self, block, figure.summary);
  g_free (figure.summary);
  return !g_cancellable_is_cancelled (self->cancellable);
}

double
spil_pdf_chart_least (SpilPdf *self, const SpilBlock *block)
{
  Figure figure;

  figure_init (&figure, self, block);
  g_free (figure.summary);
  if (block->height < 0)
    figure.height = MIN (figure.height, LEAST_CHART);
  return figure.height + figure.around;
}
