// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-bare-document.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define A4_LONG 841.89
#define A4_SHORT 595.276
#define MARGIN 50
#define TEXT_SIZE 9

typedef struct
{
  const SpilDocument *document;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  PangoFontDescription *font;
  SpilChartStyle style;
  double width;
  double height;
  double y;
  int pages;
} Bare;

static PangoLayout *
lay_out (Bare *self, const char *text, double size, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return extents.height / (double) PANGO_SCALE;
}

/* What stands on each page beside its contents. */
static void
put_running (Bare *self)
{
  g_autofree char *number = g_strdup_printf ("%d", self->pages);
  const char *texts[] = { spil_document_get_running_left (self->document),
                          spil_document_get_running_right (self->document), number,
                          spil_document_get_stamp (self->document) };

  cairo_set_source_rgb (self->cr, 0, 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (PangoLayout) layout = texts[i] != NULL ? lay_out (self, texts[i], TEXT_SIZE - 1, 200) : NULL;

    if (layout == NULL)
      continue;
    cairo_move_to (self->cr, i % 2 == 0 ? MARGIN : self->width - MARGIN - 200,
                   i < 2 ? 25 : self->height - 35);
    pango_cairo_show_layout (self->cr, layout);
  }
}

static void
end_page (Bare *self)
{
  put_running (self);
  cairo_show_page (self->cr);
  self->pages++;
  self->y = MARGIN;
}

static void
next_page (Bare *self, double needed)
{
  if (self->y + needed > self->height - MARGIN && self->y > MARGIN)
    end_page (self);
}

static void
set_sheet (Bare *self, SpilSheet sheet)
{
  if (self->y > MARGIN)
    end_page (self);
  self->width = sheet == SPIL_SHEET_LANDSCAPE ? A4_LONG : A4_SHORT;
  self->height = sheet == SPIL_SHEET_LANDSCAPE ? A4_SHORT : A4_LONG;
  cairo_pdf_surface_set_size (self->surface, self->width, self->height);
}

static void
put_text (Bare *self, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (text == NULL || *text == '\0')
    return;
  layout = lay_out (self, text, size, self->width - 2 * MARGIN);
  height = height_of (layout);
  next_page (self, height);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_move_to (self->cr, MARGIN, self->y);
  pango_cairo_show_layout (self->cr, layout);
  self->y += height + 4;
}

static void
put_row (Bare *self, const SpilDocumentTable *table, int row, const double *widths)
{
  PangoLayout *cells[SPIL_TABLE_MAX_COLUMNS] = { NULL };
  int n_columns = spil_document_table_get_n_columns (table);
  double height = TEXT_SIZE;
  double x = MARGIN;

  for (int i = 0; i < n_columns; i++) {
    const char *text = row < 0 ? spil_document_table_get_title (table, i)
                               : spil_document_table_get_text (table, row, i);

    if (text == NULL || *text == '\0')
      continue;
    cells[i] = lay_out (self, text, TEXT_SIZE - 1, widths[i] - 4);
    height = MAX (height, height_of (cells[i]));
  }
  next_page (self, height);
  for (int i = 0; i < n_columns; x += widths[i++]) {
    if (cells[i] == NULL)
      continue;
    cairo_move_to (self->cr, x, self->y);
    pango_cairo_show_layout (self->cr, cells[i]);
    g_object_unref (cells[i]);
  }
  self->y += height + 4;
  cairo_rectangle (self->cr, MARGIN, self->y - 2, self->width - 2 * MARGIN, 0.5);
  cairo_fill (self->cr);
}

static void
put_table (Bare *self, const SpilDocumentTable *table)
{
  double widths[SPIL_TABLE_MAX_COLUMNS];
  int n_columns = spil_document_table_get_n_columns (table);
  double sum = 0;

  /* Columns without a weight are as wide as their texts: a tenth does for measuring. */
  for (int i = 0; i < n_columns; i++)
    sum += widths[i] = spil_document_table_get_weight (table, i) > 0
                           ? spil_document_table_get_weight (table, i)
                           : 0.5;
  for (int i = 0; i < n_columns; i++)
    widths[i] *= (self->width - 2 * MARGIN) / sum;
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  for (int row = -1; row < spil_document_table_get_n_rows (table); row++)
    put_row (self, table, row, widths);
}

static void
put_chart (Bare *self, const SpilBlock *block)
{
  double width = self->width - 2 * MARGIN;
  double height = block->height > 0 ? block->height
                                    : spil_chart_natural_height (block->chart, width, &self->style);

  height = CLAMP (height, 60, self->height - 2 * MARGIN - 60);
  next_page (self, height);
  cairo_save (self->cr);
  cairo_translate (self->cr, MARGIN, self->y);
  spil_chart_draw (block->chart, self->cr, width, height, &self->style, NULL);
  cairo_restore (self->cr);
  self->y += height + 8;
}

static void
put_facts (Bare *self, const SpilBlock *block)
{
  for (guint i = 0; i < block->facts->len; i++) {
    const SpilFact *fact = &g_array_index (block->facts, SpilFact, i);
    double y = self->y;

    put_text (self, fact->value, 16);
    put_text (self, fact->label, TEXT_SIZE);
    put_text (self, fact->note, TEXT_SIZE - 2);
    /* As many side by side as the report has. */
    if (block->columns > 1 && (int) (i + 1) % block->columns != 0 && i + 1 < block->facts->len && self->y > y)
      self->y = y;
  }
}

static void
put_contents (Bare *self)
{
  for (int i = 0; i < spil_document_get_n_blocks (self->document); i++) {
    const SpilBlock *block = spil_document_get_block (self->document, i);

    if (block->kind == SPIL_BLOCK_HEADING && block->level == 1)
      put_text (self, block->text, TEXT_SIZE);
  }
}

static void
put_block (Bare *self, const SpilBlock *block)
{
  g_autofree char *summary = NULL;

  switch (block->kind) {
  case SPIL_BLOCK_SHEET:
    set_sheet (self, block->sheet);
    break;
  case SPIL_BLOCK_FACTS:
    put_facts (self, block);
    break;
  case SPIL_BLOCK_TABLE:
    put_text (self, block->text, TEXT_SIZE);
    put_table (self, block->table);
    put_text (self, block->source, TEXT_SIZE - 2);
    break;
  case SPIL_BLOCK_CHART:
    put_text (self, block->text, TEXT_SIZE);
    put_chart (self, block);
    summary = spil_chart_dup_summary (block->chart);
    put_text (self, summary, TEXT_SIZE - 2);
    put_text (self, block->source, TEXT_SIZE - 2);
    break;
  case SPIL_BLOCK_HEADING:
    put_text (self, block->text, block->level == 1 ? 18 : 12);
    break;
  case SPIL_BLOCK_CONTENTS:
    put_text (self, block->text, TEXT_SIZE);
    put_contents (self);
    break;
  case SPIL_BLOCK_ITEM:
  case SPIL_BLOCK_PROSE:
  default:
    put_text (self, block->text, TEXT_SIZE);
    break;
  }
}

int
bench_bare_document_write (const SpilDocument *document, const char *path)
{
  Bare bare = { .document = document, .width = A4_SHORT, .height = A4_LONG, .y = MARGIN, .pages = 1 };
  cairo_font_options_t *options = cairo_font_options_create ();

  bare.surface = cairo_pdf_surface_create (path, bare.width, bare.height);
  bare.cr = cairo_create (bare.surface);
  bare.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (bare.context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (bare.context, FALSE);
  spil_chart_style_init (&bare.style, SPIL_LOOK_PRINT, 8.5);
  bare.font = pango_font_description_new ();
  pango_font_description_set_family (bare.font, bare.style.font_family);
  for (int i = 0; i < spil_document_get_n_blocks (document); i++)
    put_block (&bare, spil_document_get_block (document, i));
  put_running (&bare);
  cairo_destroy (bare.cr);
  cairo_surface_finish (bare.surface);
  if (cairo_surface_status (bare.surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", path, cairo_status_to_string (cairo_surface_status (bare.surface)));
  cairo_surface_destroy (bare.surface);
  pango_font_description_free (bare.font);
  g_object_unref (bare.context);
  return bare.pages;
}
