// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-pages.h"

#include "spil-pdf-private.h"

struct _SpilPdfPages
{
  GPtrArray *surfaces; /* recording surfaces */
};

static gboolean
record (SpilPdf *pdf)
{
  gboolean ok;

  if (!spil_pdf_go_through (pdf))
    return FALSE;
  pdf->n_pages = pdf->page;
  pdf->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  ok = spil_pdf_go_through (pdf);
  g_clear_pointer (&pdf->cr, cairo_destroy);
  return ok;
}

SpilPdfPages *
spil_pdf_pages_new (SpilDocument *document, const SpilPdfPaper *paper, GCancellable *cancellable,
                    SpilReportProgress progress, gpointer user_data, GError **error)
{
  SpilPdf pdf = { .document = document,
                  .paper = *paper,
                  .cancellable = cancellable,
                  .progress = progress,
                  .user_data = user_data };
  SpilPdfPages *self = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  spil_pdf_init (&pdf);
  if (record (&pdf)) {
    self = g_new0 (SpilPdfPages, 1);
    self->surfaces = g_steal_pointer (&pdf.pages);
  } else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  g_clear_pointer (&pdf.pages, g_ptr_array_unref);
  spil_pdf_clear (&pdf);
  return self;
}

void
spil_pdf_pages_free (SpilPdfPages *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->surfaces);
  g_free (self);
}

int
spil_pdf_pages_get_n (const SpilPdfPages *self)
{
  return (int) self->surfaces->len;
}

static cairo_surface_t *
get_page (const SpilPdfPages *self, int page)
{
  return g_ptr_array_index (self->surfaces, (guint) page);
}

void
spil_pdf_pages_get_size (const SpilPdfPages *self, int page, double *width, double *height)
{
  cairo_rectangle_t extents = { 0 };

  g_return_if_fail (page >= 0 && page < spil_pdf_pages_get_n (self));

  cairo_recording_surface_get_extents (get_page (self, page), &extents);
  *width = extents.width;
  *height = extents.height;
}

void
spil_pdf_pages_draw (const SpilPdfPages *self, int page, cairo_t *cr)
{
  g_return_if_fail (page >= 0 && page < spil_pdf_pages_get_n (self));

  cairo_save (cr);
  cairo_set_source_surface (cr, get_page (self, page), 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
