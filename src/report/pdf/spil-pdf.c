// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#include <cairo-pdf.h>

/* The share of a page that a chapter wants to begin on. */
#define CHAPTER_ROOM 0.45

static double least_height (SpilPdf *self, int index);

/* What introduces a table or chart stays with it: everywhere a lead, and on a sheet that is made of short pieces any text. */
static gboolean
stays_with_next (SpilPdf *self, int index)
{
  const SpilBlock *block = spil_document_get_block (self->document, index);
  const SpilBlock *next = index + 1 < spil_document_get_n_blocks (self->document)
                              ? spil_document_get_block (self->document, index + 1)
                              : NULL;

  return block->prose == SPIL_PROSE_LEAD ||
         (self->compact && next != NULL &&
          (next->kind == SPIL_BLOCK_TABLE || next->kind == SPIL_BLOCK_CHART));
}

/* The least height with which a block may begin at the foot of a page; what stays with the next block counts that too. */
static double
find_least_height (SpilPdf *self, int index)
{
  const SpilBlock *block = spil_document_get_block (self->document, index);

  switch (block->kind) {
  case SPIL_BLOCK_PROSE:
    return spil_pdf_prose_least (self, block) +
           (stays_with_next (self, index) ? least_height (self, index + 1) : 0);
  case SPIL_BLOCK_HEADING:
    return MAX (spil_pdf_heading_height (self, block) + least_height (self, index + 1),
                block->level == 1 ? spil_pdf_body_height (self) * CHAPTER_ROOM : 0);
  case SPIL_BLOCK_FACTS:
    return spil_pdf_facts_least (self, block);
  case SPIL_BLOCK_TABLE:
    return spil_pdf_table_least (self, block);
  case SPIL_BLOCK_CHART:
    return spil_pdf_chart_least (self, block);
  case SPIL_BLOCK_ITEM:
    return spil_pdf_item_least (self, block);
  case SPIL_BLOCK_LINES:
    return spil_pdf_lines_least (self, block);
  case SPIL_BLOCK_CONTENTS:
  case SPIL_BLOCK_SHEET:
  default:
    return 0;
  }
}

/* The same, found once: drawing goes by what laying out found. */
static double
least_height (SpilPdf *self, int index)
{
  if (index >= spil_document_get_n_blocks (self->document))
    return 0;
  if (self->least[index] < 0)
    self->least[index] = find_least_height (self, index);
  return self->least[index];
}

/* The white over a block, except at the top of a page. */
static double
white_before (const SpilPdf *self, const SpilBlock *block)
{
  if (self->compact)
    return block->kind == SPIL_BLOCK_HEADING ? 6 : 0;
  switch (block->kind) {
  case SPIL_BLOCK_HEADING:
    return block->level == 1 ? 24 : 14;
  case SPIL_BLOCK_CONTENTS:
    return 18;
  case SPIL_BLOCK_FACTS:
  case SPIL_BLOCK_TABLE:
  case SPIL_BLOCK_CHART:
    return 4;
  case SPIL_BLOCK_PROSE:
    return block->prose == SPIL_PROSE_CALLOUT ? 5 : 0;
  case SPIL_BLOCK_ITEM:
  case SPIL_BLOCK_SHEET:
  case SPIL_BLOCK_LINES:
  default:
    return 0;
  }
}

static gboolean
show_block (SpilPdf *self, int index)
{
  const SpilBlock *block = spil_document_get_block (self->document, index);

  spil_pdf_skip (self, white_before (self, block));
  spil_pdf_ensure (self, MIN (least_height (self, index), spil_pdf_body_height (self)));
  switch (block->kind) {
  case SPIL_BLOCK_HEADING:
    if (block->level == 1)
      self->chapter = block->text;
    spil_pdf_heading (self, block);
    break;
  case SPIL_BLOCK_CONTENTS:
    spil_pdf_contents (self, block);
    break;
  case SPIL_BLOCK_FACTS:
    spil_pdf_facts (self, block);
    break;
  case SPIL_BLOCK_TABLE:
    return spil_pdf_table (self, block);
  case SPIL_BLOCK_CHART:
    return spil_pdf_chart (self, block);
  case SPIL_BLOCK_SHEET:
    spil_pdf_set_sheet (self, block->sheet);
    break;
  case SPIL_BLOCK_LINES:
    spil_pdf_lines (self, block, index + 1 == spil_document_get_n_blocks (self->document));
    break;
  case SPIL_BLOCK_ITEM:
    spil_pdf_item (self, block);
    break;
  case SPIL_BLOCK_PROSE:
  default:
    spil_pdf_prose (self, block);
    break;
  }
  return spil_pdf_step (self);
}

/* A document may begin with a page of another shape. */
static SpilSheet
first_sheet (SpilDocument *document)
{
  const SpilBlock *block = spil_document_get_n_blocks (document) > 0 ? spil_document_get_block (document, 0)
                                                                     : NULL;

  return block != NULL && block->kind == SPIL_BLOCK_SHEET ? block->sheet : SPIL_SHEET_PORTRAIT;
}

gboolean
spil_pdf_go_through (SpilPdf *self)
{
  gboolean ok = TRUE;

  self->sheet = first_sheet (self->document);
  self->page = 0;
  self->chapter = spil_document_get_title (self->document);
  spil_pdf_begin_page (self);
  for (int i = 0; i < spil_document_get_n_blocks (self->document) && ok; i++)
    ok = show_block (self, i);
  return ok;
}

static int
count_steps (SpilDocument *document)
{
  int steps = 0;

  for (int i = 0; i < spil_document_get_n_blocks (document); i++) {
    const SpilBlock *block = spil_document_get_block (document, i);

    steps += block->kind == SPIL_BLOCK_TABLE ? spil_document_table_get_n_rows (block->table) : 1;
  }
  return MAX (steps, 1);
}

/* Where the bytes of the surface go; the first error stays. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
on_surface_written_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  if (!g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (SpilPdf *self)
{
  SpilDocument *document = self->document;
  g_autofree char *made = spil_time_to_iso (spil_document_get_made (document));

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE,
                                  spil_document_get_title (document));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR,
                                  spil_document_get_author (document));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_SUBJECT,
                                  spil_document_get_subject (document));
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Spil");
  /* Seconds are all that the format knows. */
  if (strlen (made) > 20)
    memmove (made + 19, "Z", 2);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

/* Draws all pages to @sink. */
static gboolean
draw (SpilPdf *self, Sink *sink, GError **error)
{
  cairo_status_t status;
  gboolean ok;

  self->surface = cairo_pdf_surface_create_for_stream (on_surface_written_cb, sink, self->paper.short_side,
                                                       self->paper.long_side);
  if (first_sheet (self->document) == SPIL_SHEET_LANDSCAPE)
    cairo_pdf_surface_set_size (self->surface, self->paper.long_side, self->paper.short_side);
  self->cr = cairo_create (self->surface);
  set_metadata (self);
  spil_pdf_tag (self, "Document", NULL);
  ok = spil_pdf_go_through (self);
  spil_pdf_untag (self, "Document");
  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (sink->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&sink->error));
    return FALSE;
  }
  if (!ok) {
    g_cancellable_set_error_if_cancelled (self->cancellable, error);
    return FALSE;
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
    return FALSE;
  }
  return TRUE;
}

void
spil_pdf_init (SpilPdf *self)
{
  SpilDocument *document = self->document;

  if (self->paper.short_side <= 0)
    self->paper = SPIL_PDF_A4;

  spil_chart_style_init (&self->style, SPIL_LOOK_PRINT, 8.5);
  self->palette = self->style.palette;
  self->compact = spil_document_get_compact (document);
  spil_pdf_fonts_init (self);
  self->heading_pages = g_new0 (int, spil_document_get_n_headings (document) + 1);
  self->least = g_new (double, spil_document_get_n_blocks (document) + 1);
  for (int i = 0; i < spil_document_get_n_blocks (document); i++)
    self->least[i] = -1;
  self->all_steps = 2 * count_steps (document);
}

void
spil_pdf_clear (SpilPdf *self)
{
  spil_pdf_fonts_clear (self);
  g_clear_pointer (&self->heading_pages, g_free);
  g_clear_pointer (&self->least, g_free);
  g_clear_pointer (&self->tables, g_hash_table_unref);
}

int
spil_pdf_count_pages (SpilDocument *document)
{
  SpilPdf self = { .document = document };

  g_return_val_if_fail (document != NULL, 0);

  spil_pdf_init (&self);
  spil_pdf_go_through (&self);
  spil_pdf_clear (&self);
  return self.page;
}

gboolean
spil_pdf_write (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
                SpilReportProgress progress, gpointer user_data, int *n_pages, GError **error)
{
  SpilPdf self = {
    .document = document, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };
  Sink sink = { .stream = stream, .cancellable = cancellable };
  gboolean ok;

  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  spil_pdf_init (&self);
  ok = spil_pdf_go_through (&self);
  self.n_pages = self.page;
  if (ok)
    ok = draw (&self, &sink, error);
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  if (n_pages != NULL)
    *n_pages = self.n_pages;
  spil_pdf_clear (&self);
  return ok;
}
