// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#define FACT_GAP 14.0 /* between facts that stand side by side */
#define LEAST_CHART 160.0 /* a chart that fills the rest of a page gets at least this much */

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
  double room;

  figure->summary = spil_chart_dup_summary (block->chart);
  figure->around = spil_pdf_caption_height (self, block) +
                   spil_pdf_source_height (self, block, figure->summary);
  room = spil_pdf_body_height (self) - figure->around;
  if (block->height > 0)
    figure->height = block->height;
  else if (block->height < 0)
    figure->height = self->bottom - self->y - figure->around - 4;
  else
    figure->height = spil_chart_natural_height (block->chart, width, &self->style);
  if (block->height < 0 && figure->height < LEAST_CHART)
    figure->height = room;
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

  spil_pdf_skip (self, 4);
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

  if (block->height < 0)
    return LEAST_CHART;
  figure_init (&figure, self, block);
  g_free (figure.summary);
  return figure.height + figure.around;
}

/* The texts of one fact, laid out. */
typedef struct
{
  PangoLayout *label;
  PangoLayout *value;
  PangoLayout *note; /* NULL: none */
  double height;
} FactLayout;

static void
fact_layout_clear (FactLayout *layout)
{
  g_clear_object (&layout->label);
  g_clear_object (&layout->value);
  g_clear_object (&layout->note);
}

static SpilFont
value_font (const SpilBlock *block)
{
  return block->columns > 4 ? SPIL_FONT_FIGURE_SMALL : SPIL_FONT_FIGURE;
}

static double
fact_mark_room (const SpilBlock *block, const SpilFact *fact)
{
  return fact->mark == SPIL_MARK_NONE ? 0 : spil_pdf_font_size (value_font (block)) + 4;
}

static void
lay_out_fact (SpilPdf *self, const SpilBlock *block, const SpilFact *fact, double width, FactLayout *layout)
{
  double room = fact_mark_room (block, fact);

  *layout = (FactLayout) {
    .label = spil_pdf_layout (self, SPIL_FONT_NOTE, fact->label ? fact->label : "", width, PANGO_ALIGN_LEFT),
    .value = spil_pdf_layout (self, value_font (block), fact->value ? fact->value : "", width - room,
                              PANGO_ALIGN_LEFT),
  };
  layout->height = 6 + spil_pdf_layout_height (layout->label) + 1 + spil_pdf_layout_height (layout->value);
  if (fact->note == NULL)
    return;
  layout->note = spil_pdf_layout (self, SPIL_FONT_NOTE, fact->note, width, PANGO_ALIGN_LEFT);
  layout->height += 1 + spil_pdf_layout_height (layout->note);
}

static void
show_fact (SpilPdf *self, const SpilBlock *block, const SpilFact *fact, const FactLayout *layout, double x)
{
  double size = spil_pdf_font_size (value_font (block));
  double y = self->y + 6;

  spil_pdf_tag (self, "LI", NULL);
  spil_pdf_show (self, layout->label, x, y, self->palette.muted);
  y += spil_pdf_layout_height (layout->label) + 1;
  spil_pdf_mark (self, fact->mark, x, y + size * 0.68, size * 0.85);
  spil_pdf_show (self, layout->value, x + fact_mark_room (block, fact), y, self->palette.foreground);
  y += spil_pdf_layout_height (layout->value) + 1;
  if (layout->note != NULL)
    spil_pdf_show (self, layout->note, x, y, self->palette.muted);
  spil_pdf_untag (self, "LI");
}

static double
fact_width (SpilPdf *self, const SpilBlock *block)
{
  return (spil_pdf_body_width (self) - (block->columns - 1) * FACT_GAP) / block->columns;
}

/* One line of the grid, from @first on; only measured where @show is FALSE. Returns its height. */
static double
facts_line (SpilPdf *self, const SpilBlock *block, guint first, gboolean show)
{
  guint count = MIN ((guint) block->columns, block->facts->len - first);
  g_autofree FactLayout *layouts = g_new0 (FactLayout, count);
  double width = fact_width (self, block);
  double height = 0;

  for (guint i = 0; i < count; i++) {
    lay_out_fact (self, block, &g_array_index (block->facts, SpilFact, first + i), width, &layouts[i]);
    height = MAX (height, layouts[i].height);
  }
  if (show)
    spil_pdf_ensure (self, height);
  for (guint i = 0; i < count; i++) {
    double x = self->left + i * (width + FACT_GAP);

    if (show && self->cr != NULL) {
      spil_pdf_tag (self, "Artifact", "type=Layout");
      spil_pdf_line (self, x, x + width, self->y, 0.8, self->palette.strong_grid);
      spil_pdf_untag (self, "Artifact");
      show_fact (self, block, &g_array_index (block->facts, SpilFact, first + i), &layouts[i], x);
    }
    fact_layout_clear (&layouts[i]);
  }
  return height;
}

void
spil_pdf_facts (SpilPdf *self, const SpilBlock *block)
{
  spil_pdf_skip (self, 4);
  spil_pdf_tag (self, "L", NULL);
  for (guint first = 0; first < block->facts->len; first += (guint) block->columns) {
    self->y += facts_line (self, block, first, TRUE) + 12;
    self->fresh = FALSE;
  }
  spil_pdf_untag (self, "L");
  self->y += 2;
}

double
spil_pdf_facts_least (SpilPdf *self, const SpilBlock *block)
{
  return block->facts->len > 0 ? facts_line (self, block, 0, FALSE) : 0;
}
