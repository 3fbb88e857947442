// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the PDF writer share; no other file includes this. Lengths are points (1/72 inch). */
#pragma once

#include <pango/pangocairo.h>

#include "spil-pdf-pages.h"
#include "spil-pdf.h"

G_BEGIN_DECLS

/* Each kind of text on a page. None is smaller than 7 points. */
typedef enum
{
  SPIL_FONT_TITLE,
  SPIL_FONT_SUBTITLE,
  SPIL_FONT_HEADING_1,
  SPIL_FONT_HEADING_2,
  SPIL_FONT_LEAD,
  SPIL_FONT_BODY,
  SPIL_FONT_CAPTION, /* over tables and charts */
  SPIL_FONT_NOTE, /* under them */
  SPIL_FONT_CELL,
  SPIL_FONT_CELL_STRONG,
  SPIL_FONT_CELL_HEAD,
  SPIL_FONT_FIGURE, /* the value of a fact */
  SPIL_FONT_FIGURE_SMALL, /* the same where many stand side by side */
  SPIL_FONT_RUNNING, /* header and footer */
  SPIL_FONT_STAMP,
  SPIL_FONT_CODE,
  SPIL_FONT_COUNT
} SpilFont;

typedef struct
{
  SpilDocument *document;
  GCancellable *cancellable;
  SpilReportProgress progress;
  gpointer user_data;
  int steps;
  int all_steps;
  const char *chapter; /* text of the last heading of level 1 */

  PangoContext *context;
  PangoFontDescription *fonts[SPIL_FONT_COUNT];
  SpilPalette palette;
  SpilChartStyle style; /* of the charts */

  SpilPdfPaper paper;
  cairo_surface_t *surface; /* the file; NULL while laying out, and for pages that go elsewhere */
  GPtrArray *pages; /* of cairo_surface_t: what pages that go elsewhere are drawn on; NULL while laying out */
  cairo_t *cr; /* NULL while laying out: then nothing is drawn */

  gboolean compact; /* much on one page */
  SpilSheet sheet;
  double width;
  double height;
  double left; /* the sides of what the text may take */
  double right;
  double top;
  double bottom;
  double y; /* where the next block goes */
  gboolean fresh; /* nothing stands on the page yet */
  int page; /* counted from 1 */
  int n_pages; /* known after laying out */

  int *heading_pages; /* per heading, known after laying out */
  int outline; /* of the last heading of level 1 */
  double *least; /* per block, known after laying out: see spil-pdf.c; negative: not known yet */
  GHashTable *tables; /* sizes of tables: SpilBlock to what spil-pdf-table.c found; NULL: none yet */
} SpilPdf;

/* spil-pdf.c */
void spil_pdf_init (SpilPdf *self);
void spil_pdf_clear (SpilPdf *self);
/* Goes through all blocks once: lays out, and draws where there is something to draw on. FALSE when the user cancelled. */
gboolean spil_pdf_go_through (SpilPdf *self);

/* spil-pdf-page.c */
void spil_pdf_begin_page (SpilPdf *self);
void spil_pdf_next_page (SpilPdf *self);
/* Goes to the next page unless @height is left on this one, or nothing stands on it yet. */
void spil_pdf_ensure (SpilPdf *self, double height);
void spil_pdf_set_sheet (SpilPdf *self, SpilSheet sheet);
/* Leaves white before a block, but not at the top of a page. */
void spil_pdf_skip (SpilPdf *self, double height);
double spil_pdf_body_width (const SpilPdf *self);
double spil_pdf_body_height (const SpilPdf *self);
/* Structure for assistive technology; nothing while laying out, and for the name NULL. @attributes may be NULL. */
void spil_pdf_tag (SpilPdf *self, const char *name, const char *attributes);
void spil_pdf_untag (SpilPdf *self, const char *name);
void spil_pdf_line (SpilPdf *self, double x0, double x1, double y, double thick, SpilColor color);
void spil_pdf_color (SpilPdf *self, SpilColor color);
/* Counts a step and tells how far it is; FALSE when the user cancelled. */
gboolean spil_pdf_step (SpilPdf *self);

/* spil-pdf-text.c */
void spil_pdf_fonts_init (SpilPdf *self);
void spil_pdf_fonts_clear (SpilPdf *self);
/* That of most documents; a compact one has smaller titles. */
double spil_pdf_font_size (SpilFont font);
/* @width <= 0: one line as long as it gets. Free with g_object_unref(). */
PangoLayout *
spil_pdf_layout (SpilPdf *self, SpilFont font, const char *text, double width, PangoAlignment align);
/* Cuts a text, with an ellipsis, that is higher than @height. */
void spil_pdf_layout_limit (PangoLayout *layout, double height);
double spil_pdf_layout_width (PangoLayout *layout);
double spil_pdf_layout_height (PangoLayout *layout);
void spil_pdf_show (SpilPdf *self, PangoLayout *layout, double x, double y, SpilColor color);
void spil_pdf_prose (SpilPdf *self, const SpilBlock *block);
double spil_pdf_prose_least (SpilPdf *self, const SpilBlock *block);
/* One of a list: its label hangs before it. */
void spil_pdf_item (SpilPdf *self, const SpilBlock *block);
double spil_pdf_item_least (SpilPdf *self, const SpilBlock *block);
void spil_pdf_heading (SpilPdf *self, const SpilBlock *block);
double spil_pdf_heading_height (SpilPdf *self, const SpilBlock *block);
void spil_pdf_contents (SpilPdf *self, const SpilBlock *block);
/* "Table 3 · Budget"; puts it over what it names. */
void spil_pdf_caption (SpilPdf *self, const SpilBlock *block);
double spil_pdf_caption_height (SpilPdf *self, const SpilBlock *block);
/* What stands under a table or chart. */
void spil_pdf_source (SpilPdf *self, const SpilBlock *block, const char *summary);
double spil_pdf_source_height (SpilPdf *self, const SpilBlock *block, const char *summary);

/* spil-pdf-table.c */
gboolean spil_pdf_table (SpilPdf *self, const SpilBlock *block);
double spil_pdf_table_least (SpilPdf *self, const SpilBlock *block);

/* spil-pdf-figure.c */
gboolean spil_pdf_chart (SpilPdf *self, const SpilBlock *block);
double spil_pdf_chart_least (SpilPdf *self, const SpilBlock *block);

/* spil-pdf-facts.c */
void spil_pdf_facts (SpilPdf *self, const SpilBlock *block);
double spil_pdf_facts_least (SpilPdf *self, const SpilBlock *block);

/* spil-pdf-lines.c: lines to write on; at the end of the document they go on to the foot of the page. */
void spil_pdf_lines (SpilPdf *self, const SpilBlock *block, gboolean last);
double spil_pdf_lines_least (SpilPdf *self, const SpilBlock *block);

/* spil-pdf-mark.c: a sign of that size with its left at @x and its middle at @y. */
void spil_pdf_mark (SpilPdf *self, SpilMark mark, double x, double y, double size);

G_END_DECLS
