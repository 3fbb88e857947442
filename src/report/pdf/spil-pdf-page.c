// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define SIDE 56.7 /* 20 mm */
#define TOP 72.0
#define BOTTOM 62.0
#define HEADER_LINE 50.0 /* the line under the header */
#define FOOTER_TOP 40.0  /* from the lower edge */
/* The same where much is to stand on one page: its first has no running header. */
#define COMPACT_SIDE 45.0
#define COMPACT_TOP 40.0
#define COMPACT_BOTTOM 52.0

void
spil_pdf_color (SpilPdf *self, SpilColor color)
{
  cairo_set_source_rgb (self->cr, color.red, color.green, color.blue);
}

void
spil_pdf_line (SpilPdf *self, double x0, double x1, double y, double thick, SpilColor color)
{
  if (self->cr == NULL)
    return;
  spil_pdf_color (self, color);
  cairo_set_line_width (self->cr, thick);
  cairo_move_to (self->cr, x0, y);
  cairo_line_to (self->cr, x1, y);
  cairo_stroke (self->cr);
}

void
spil_pdf_tag (SpilPdf *self, const char *name, const char *attributes)
{
  if (self->surface != NULL && name != NULL)
    cairo_tag_begin (self->cr, name, attributes);
}

void
spil_pdf_untag (SpilPdf *self, const char *name)
{
  if (self->surface != NULL && name != NULL)
    cairo_tag_end (self->cr, name);
}

/* Shows a one-line text with its right side at @right. Returns its left side. */
static double
show_right (SpilPdf *self, SpilFont font, const char *text, double right, double y, SpilColor color)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, font, text, 0, PANGO_ALIGN_LEFT);
  double x = right - spil_pdf_layout_width (layout);

  spil_pdf_show (self, layout, x, y, color);
  return x;
}

static void
show_left (SpilPdf *self, SpilFont font, const char *text, double y, double width, SpilColor color)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, font, text, width, PANGO_ALIGN_LEFT);

  spil_pdf_layout_limit (layout, 1);
  spil_pdf_show (self, layout, self->left, y, color);
}

/* The warning in the corner: light on dark, so that it stays plain in black and white. Returns its left side. */
static double
draw_stamp (SpilPdf *self, const char *text)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, SPIL_FONT_STAMP, text, 0, PANGO_ALIGN_LEFT);
  double width = spil_pdf_layout_width (layout) + 12;
  double height = spil_pdf_layout_height (layout) + 5;
  double x = self->right - width;
  double y = HEADER_LINE - 6 - height;

  spil_pdf_color (self, self->palette.warning);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
  spil_pdf_show (self, layout, x + 6, y + 2.5, self->palette.background);
  return x - 10;
}

static void
draw_header (SpilPdf *self)
{
  const char *stamp = spil_document_get_stamp (self->document);
  double right = self->right;
  double y = HEADER_LINE - 17;

  spil_pdf_tag (self, "Artifact", "type=Pagination subtype=Header");
  if (stamp != NULL)
    right = draw_stamp (self, stamp);
  if (self->page > 1) {
    right = show_right (self, SPIL_FONT_RUNNING, spil_document_get_running_right (self->document), right, y,
                        self->palette.muted);
    show_left (self, SPIL_FONT_RUNNING, spil_document_get_running_left (self->document), y,
               right - self->left - 16, self->palette.muted);
    spil_pdf_line (self, self->left, self->right, HEADER_LINE, 0.5, self->palette.strong_grid);
  }
  spil_pdf_untag (self, "Artifact");
}

static void
draw_footer (SpilPdf *self)
{
  /* Translators: at the foot of a page: its number, then how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("page %d of %d"), self->page, self->n_pages);
  double y = self->height - FOOTER_TOP;
  double right;

  spil_pdf_tag (self, "Artifact", "type=Pagination subtype=Footer");
  right = show_right (self, SPIL_FONT_RUNNING, number, self->right, y, self->palette.muted);
  show_left (self, SPIL_FONT_RUNNING, spil_document_get_title (self->document), y, right - self->left - 16,
             self->palette.muted);
  spil_pdf_untag (self, "Artifact");
}

static void
begin_surface (SpilPdf *self)
{
  const cairo_rectangle_t extents = { 0, 0, self->width, self->height };
  cairo_surface_t *surface;

  /* The first page has its size already: setting it again would forget the tags that are open. */
  if (self->surface != NULL && self->page > 1)
    cairo_pdf_surface_set_size (self->surface, self->width, self->height);
  if (self->pages == NULL)
    return;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_ptr_array_add (self->pages, surface);
  g_clear_pointer (&self->cr, cairo_destroy);
  self->cr = cairo_create (surface);
}

void
spil_pdf_begin_page (SpilPdf *self)
{
  const SpilPdfPaper *paper = &self->paper;
  gboolean wide = paper->wide || self->sheet == SPIL_SHEET_LANDSCAPE;

  self->width = wide ? paper->long_side : paper->short_side;
  self->height = wide ? paper->short_side : paper->long_side;
  self->page++;
  self->left = MAX (self->compact ? COMPACT_SIDE : SIDE, paper->margin);
  self->right = self->width - self->left;
  self->top = self->compact && self->page == 1 ? COMPACT_TOP : TOP;
  self->bottom = self->height - (self->compact ? COMPACT_BOTTOM : BOTTOM);
  self->y = self->top;
  self->fresh = TRUE;
  begin_surface (self);
  if (self->cr == NULL)
    return;
  draw_header (self);
  draw_footer (self);
}

void
spil_pdf_next_page (SpilPdf *self)
{
  if (self->surface != NULL)
    cairo_show_page (self->cr);
  spil_pdf_begin_page (self);
}

void
spil_pdf_ensure (SpilPdf *self, double height)
{
  if (!self->fresh && self->y + height > self->bottom + 0.01)
    spil_pdf_next_page (self);
}

void
spil_pdf_set_sheet (SpilPdf *self, SpilSheet sheet)
{
  if (self->fresh && self->sheet == sheet)
    return;
  self->sheet = sheet;
  spil_pdf_next_page (self);
}

void
spil_pdf_skip (SpilPdf *self, double height)
{
  if (!self->fresh)
    self->y += height;
}

double
spil_pdf_body_width (const SpilPdf *self)
{
  return self->right - self->left;
}

double
spil_pdf_body_height (const SpilPdf *self)
{
  return self->bottom - self->top;
}

gboolean
spil_pdf_step (SpilPdf *self)
{
  self->steps++;
  /* Telling costs a trip to another thread: not at every row. */
  if (self->progress != NULL && (self->steps % 16 == 0 || self->steps == self->all_steps))
    self->progress (MIN ((double) self->steps / self->all_steps, 1), self->chapter, self->user_data);
  return !g_cancellable_is_cancelled (self->cancellable);
}
