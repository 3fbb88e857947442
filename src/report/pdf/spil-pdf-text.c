// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#include <cairo-pdf.h>

/* How far what hangs or is set apart stands from the left, in points. */
#define INDENT 18

typedef struct
{
  double size;
  PangoWeight weight;
  double spacing; /* of lines, as a factor */
  gboolean tabular;
  const char *family; /* NULL: that of the charts */
} Font;

static const Font fonts[SPIL_FONT_COUNT] = {
  [SPIL_FONT_TITLE] = { 26, PANGO_WEIGHT_BOLD, 1.1 },
  [SPIL_FONT_SUBTITLE] = { 13, PANGO_WEIGHT_NORMAL, 1.2 },
  [SPIL_FONT_HEADING_1] = { 17, PANGO_WEIGHT_BOLD, 1.1 },
  [SPIL_FONT_HEADING_2] = { 11.5, PANGO_WEIGHT_BOLD, 1.15 },
  [SPIL_FONT_LEAD] = { 10.5, PANGO_WEIGHT_NORMAL, 1.25 },
  [SPIL_FONT_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 1.25 },
  [SPIL_FONT_CAPTION] = { 8.5, PANGO_WEIGHT_BOLD, 1.15 },
  [SPIL_FONT_NOTE] = { 7.5, PANGO_WEIGHT_NORMAL, 1.2 },
  [SPIL_FONT_CELL] = { 8.5, PANGO_WEIGHT_NORMAL, 1.15, TRUE },
  [SPIL_FONT_CELL_STRONG] = { 8.5, PANGO_WEIGHT_BOLD, 1.15, TRUE },
  [SPIL_FONT_CELL_HEAD] = { 7.5, PANGO_WEIGHT_BOLD, 1.1, TRUE },
  [SPIL_FONT_FIGURE] = { 17, PANGO_WEIGHT_BOLD, 1.1, TRUE },
  [SPIL_FONT_FIGURE_SMALL] = { 9, PANGO_WEIGHT_BOLD, 1.1, TRUE },
  [SPIL_FONT_RUNNING] = { 7.5, PANGO_WEIGHT_NORMAL, 1, TRUE },
  [SPIL_FONT_STAMP] = { 8, PANGO_WEIGHT_BOLD, 1 },
  [SPIL_FONT_CODE] = { 22, PANGO_WEIGHT_BOLD, 1.5, FALSE, "monospace" },
};

/* What stands out in a document of many pages would fill a sheet that holds much. */
static double
size_of (const SpilPdf *self, SpilFont font)
{
  static const double compact[SPIL_FONT_COUNT] = { [SPIL_FONT_TITLE] = 18, [SPIL_FONT_SUBTITLE] = 9.5 };

  return self->compact && compact[font] > 0 ? compact[font] : fonts[font].size;
}

void
spil_pdf_fonts_init (SpilPdf *self)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (map);
  /* Without this Pango assumes 96 dots per inch and text is a third too large on paper. */
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  for (int i = 0; i < SPIL_FONT_COUNT; i++) {
    self->fonts[i] = pango_font_description_from_string (fonts[i].family != NULL ? fonts[i].family
                                                                                 : self->style.font_family);
    pango_font_description_set_absolute_size (self->fonts[i], size_of (self, i) * PANGO_SCALE);
    pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
    if (fonts[i].tabular)
      pango_font_description_set_features_static (self->fonts[i], "tnum=1");
  }
}

void
spil_pdf_fonts_clear (SpilPdf *self)
{
  for (int i = 0; i < SPIL_FONT_COUNT; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  g_clear_object (&self->context);
}

double
spil_pdf_font_size (SpilFont font)
{
  return fonts[font].size;
}

PangoLayout *
spil_pdf_layout (SpilPdf *self, SpilFont font, const char *text, double width, PangoAlignment align)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[font]);
  pango_layout_set_line_spacing (layout, (float) fonts[font].spacing);
  pango_layout_set_alignment (layout, align);
  if (width > 0) {
    pango_layout_set_width (layout, pango_units_from_double (width));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  } else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
spil_pdf_layout_limit (PangoLayout *layout, double height)
{
  pango_layout_set_height (layout, pango_units_from_double (height));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

double
spil_pdf_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

double
spil_pdf_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

void
spil_pdf_show (SpilPdf *self, PangoLayout *layout, double x, double y, SpilColor color)
{
  if (self->cr == NULL)
    return;
  spil_pdf_color (self, color);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

static double
text_height (SpilPdf *self, SpilFont font, const char *text)
{
  g_autoptr (PangoLayout)
      layout = spil_pdf_layout (self, font, text, spil_pdf_body_width (self), PANGO_ALIGN_LEFT);

  return spil_pdf_layout_height (layout);
}

/* Shows the lines of @layout from y on, on as many pages as they take. */
static void
show_lines (SpilPdf *self, PangoLayout *layout, SpilColor color)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    PangoRectangle extents;
    int baseline = pango_layout_iter_get_baseline (iter);
    double height;

    pango_layout_iter_get_line_extents (iter, NULL, &extents);
    height = pango_units_to_double (extents.height);
    spil_pdf_ensure (self, height);
    if (self->cr != NULL) {
      spil_pdf_color (self, color);
      cairo_move_to (self->cr, self->left + pango_units_to_double (extents.x),
                     self->y + pango_units_to_double (baseline - extents.y));
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
    }
    self->y += height;
    self->fresh = FALSE;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

// Lays out and shows a text over the width of the page at y, and moves y under it.
static void
put (SpilPdf *self, SpilFont font, const char *text, SpilColor color, const char *tag)
{
  g_autoptr (PangoLayout)
      layout = spil_pdf_layout (self, font, text, spil_pdf_body_width (self), PANGO_ALIGN_LEFT);

  spil_pdf_tag (self, tag, NULL);
  show_lines (self, layout, color);
  spil_pdf_untag (self, tag);
}

/* How a paragraph is set. */
typedef struct
{
  SpilFont font;
  double after;
  gboolean muted;
} Prose;

static const Prose proses[] = {
  [SPIL_PROSE_TITLE] = { SPIL_FONT_TITLE, 6 },  [SPIL_PROSE_SUBTITLE] = { SPIL_FONT_SUBTITLE, 12, TRUE },
  [SPIL_PROSE_LEAD] = { SPIL_FONT_LEAD, 10 },   [SPIL_PROSE_BODY] = { SPIL_FONT_BODY, 7 },
  [SPIL_PROSE_CALLOUT] = { SPIL_FONT_BODY, 8 }, [SPIL_PROSE_NOTE] = { SPIL_FONT_NOTE, 6, TRUE },
  [SPIL_PROSE_CODE] = { SPIL_FONT_CODE, 18 },
};

/* Text beside the left edge, as high as it is; on one page, for it is never long. */
static void
put_indented (SpilPdf *self, const char *text)
{
  const double left = self->left;

  self->left += INDENT;
  put (self, SPIL_FONT_BODY, text, self->palette.foreground, "P");
  self->left = left;
}

/* A bar beside it sets it apart. */
static void
put_callout (SpilPdf *self, const char *text)
{
  const double top = self->y;

  put_indented (self, text);
  spil_pdf_tag (self, "Artifact", "type=Layout");
  if (self->cr != NULL && self->y > top) {
    spil_pdf_color (self, self->palette.accent);
    cairo_rectangle (self->cr, self->left, top, 3, self->y - top);
    cairo_fill (self->cr);
  }
  spil_pdf_untag (self, "Artifact");
}

static double
indented_height (SpilPdf *self, const char *text)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, SPIL_FONT_BODY, text,
                                                    spil_pdf_body_width (self) - INDENT, PANGO_ALIGN_LEFT);

  return spil_pdf_layout_height (layout);
}

void
spil_pdf_item (SpilPdf *self, const SpilBlock *block)
{
  g_autoptr (PangoLayout) label = spil_pdf_layout (self, SPIL_FONT_BODY, block->label, 0, PANGO_ALIGN_LEFT);

  spil_pdf_tag (self, "LI", NULL);
  spil_pdf_tag (self, "Lbl", NULL);
  spil_pdf_show (self, label, self->left + MAX (INDENT - 6 - spil_pdf_layout_width (label), 0), self->y,
                 self->palette.muted);
  spil_pdf_untag (self, "Lbl");
  spil_pdf_tag (self, "LBody", NULL);
  put_indented (self, block->text);
  spil_pdf_untag (self, "LBody");
  spil_pdf_untag (self, "LI");
  self->y += 4;
}

double
spil_pdf_item_least (SpilPdf *self, const SpilBlock *block)
{
  return indented_height (self, block->text);
}

void
spil_pdf_prose (SpilPdf *self, const SpilBlock *block)
{
  const Prose *prose = &proses[block->prose];

  if (block->prose == SPIL_PROSE_TITLE && !self->compact) {
    /* The only ornament of the document: a bar over its name. */
    spil_pdf_tag (self, "Artifact", "type=Layout");
    self->y += 96;
    spil_pdf_line (self, self->left, self->left + 48, self->y - 14, 4, self->palette.accent);
    spil_pdf_untag (self, "Artifact");
  }
  if (block->prose == SPIL_PROSE_CALLOUT)
    put_callout (self, block->text);
  else
    put (self, prose->font, block->text, prose->muted ? self->palette.muted : self->palette.foreground, "P");
  self->y += self->compact ? prose->after * 0.5 : prose->after;
}

double
spil_pdf_prose_least (SpilPdf *self, const SpilBlock *block)
{
  const Prose *prose = &proses[block->prose];
  const double height = block->prose == SPIL_PROSE_CALLOUT ? indented_height (self, block->text)
                                                           : text_height (self, prose->font, block->text);

  /* What introduces something is whole; of all else at least three lines stay together. */
  if (block->prose == SPIL_PROSE_CALLOUT)
    return height;
  return block->prose == SPIL_PROSE_LEAD ? height + prose->after
                                         : MIN (height, spil_pdf_font_size (prose->font) * 4.2);
}

static SpilFont
heading_font (const SpilBlock *block)
{
  return block->level == 1 ? SPIL_FONT_HEADING_1 : SPIL_FONT_HEADING_2;
}

double
spil_pdf_heading_height (SpilPdf *self, const SpilBlock *block)
{
  return text_height (self, heading_font (block), block->text) + (block->level == 1 ? 8 : 4);
}

/* The place that links and the outline lead to. */
static void
add_destination (SpilPdf *self, const SpilBlock *block)
{
  g_autofree char *target = g_strdup_printf ("name='h%d' x=%d y=%d internal", block->number, (int) self->left,
                                             (int) MAX (self->y - 8, 0));
  g_autofree char *link = g_strdup_printf ("dest='h%d'", block->number);
  int item;

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, target);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  item = cairo_pdf_surface_add_outline (self->surface,
                                        block->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : self->outline,
                                        block->text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (block->level == 1)
    self->outline = item;
}

void
spil_pdf_heading (SpilPdf *self, const SpilBlock *block)
{
  SpilColor color = block->level == 1 ? self->palette.accent : self->palette.foreground;

  self->heading_pages[block->number] = self->page;
  if (self->surface != NULL)
    add_destination (self, block);
  put (self, heading_font (block), block->text, color, block->level == 1 ? "H1" : "H2");
  self->y += block->level == 1 ? 8 : 4;
}

static void
put_contents_line (SpilPdf *self, const SpilBlock *heading)
{
  g_autofree char *link = g_strdup_printf ("dest='h%d'", heading->number);
  g_autofree char *page = g_strdup_printf ("%d", self->heading_pages[heading->number]);
  g_autoptr (PangoLayout) name = NULL;
  g_autoptr (PangoLayout) number = spil_pdf_layout (self, SPIL_FONT_CELL, page, 0, PANGO_ALIGN_LEFT);
  double height;

  name = spil_pdf_layout (self, SPIL_FONT_BODY, heading->text, spil_pdf_body_width (self) - 40,
                          PANGO_ALIGN_LEFT);
  height = spil_pdf_layout_height (name);
  spil_pdf_ensure (self, height + 5);
  spil_pdf_tag (self, "TOCI", NULL);
  spil_pdf_tag (self, CAIRO_TAG_LINK, link);
  spil_pdf_show (self, name, self->left, self->y, self->palette.foreground);
  spil_pdf_show (self, number, self->right - spil_pdf_layout_width (number), self->y + 1,
                 self->palette.foreground);
  spil_pdf_untag (self, CAIRO_TAG_LINK);
  spil_pdf_untag (self, "TOCI");
  self->y += height + 2.5;
  spil_pdf_tag (self, "Artifact", "type=Layout");
  spil_pdf_line (self, self->left, self->right, self->y, 0.4, self->palette.grid);
  spil_pdf_untag (self, "Artifact");
  self->y += 2.5;
  self->fresh = FALSE;
}

void
spil_pdf_contents (SpilPdf *self, const SpilBlock *block)
{
  if (block->text != NULL) {
    put (self, SPIL_FONT_HEADING_2, block->text, self->palette.foreground, "P");
    self->y += 5;
  }
  spil_pdf_tag (self, "TOC", NULL);
  for (int i = 0; i < spil_document_get_n_blocks (self->document); i++) {
    const SpilBlock *other = spil_document_get_block (self->document, i);

    if (other->kind == SPIL_BLOCK_HEADING && other->level == 1)
      put_contents_line (self, other);
  }
  spil_pdf_untag (self, "TOC");
  self->y += 6;
}

/* NULL where the block says by itself what it is. */
static char *
caption_text (const SpilBlock *block)
{
  g_autofree char *number = NULL;

  if (block->text == NULL)
    return NULL;
  number = spil_block_dup_number (block);
  return g_strconcat (number, " · ", block->text, NULL);
}

void
spil_pdf_caption (SpilPdf *self, const SpilBlock *block)
{
  g_autofree char *text = caption_text (block);

  if (text == NULL)
    return;
  put (self, SPIL_FONT_CAPTION, text, self->palette.foreground, "Caption");
  self->y += 5;
}

double
spil_pdf_caption_height (SpilPdf *self, const SpilBlock *block)
{
  g_autofree char *text = caption_text (block);

  return text != NULL ? text_height (self, SPIL_FONT_CAPTION, text) + 5 : 0;
}

static char *
source_text (const SpilBlock *block, const char *summary)
{
  if (summary != NULL && block->source != NULL)
    return g_strconcat (summary, "\n", block->source, NULL);
  return g_strdup (summary != NULL ? summary : block->source);
}

void
spil_pdf_source (SpilPdf *self, const SpilBlock *block, const char *summary)
{
  g_autofree char *text = source_text (block, summary);

  if (text != NULL) {
    self->y += 4;
    put (self, SPIL_FONT_NOTE, text, self->palette.muted, "P");
  }
  self->y += self->compact ? 7 : 10;
}

double
spil_pdf_source_height (SpilPdf *self, const SpilBlock *block, const char *summary)
{
  g_autofree char *text = source_text (block, summary);

  return text != NULL ? text_height (self, SPIL_FONT_NOTE, text) + 4 : 0;
}
