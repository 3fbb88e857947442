// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "spil-document.h"
#include "spil-report-progress.h"

G_BEGIN_DECLS

/** What pages are laid out for; in points. */
typedef struct
{
  double short_side;
  double long_side;
  gboolean wide; /**< every page is wide, not only those that ask for it */
  double margin; /**< what the printer cannot print on at the left and right; no margin is narrower */
} SpilPdfPaper;

#define SPIL_PDF_A4 ((SpilPdfPaper) { .short_side = 595.276, .long_side = 841.89 })

/** The pages of a document, the same as in its PDF, to be drawn one by one on a printer or in a preview. */
typedef struct _SpilPdfPages SpilPdfPages;

/**
 * Lays @document out and draws its pages, each of which is kept as what is drawn (some 100 kB a page: meant for documents of hundreds of pages at
 * most). On any thread; the pages may be drawn on another. NULL with G_IO_ERROR_CANCELLED.
 */
SpilPdfPages *
spil_pdf_pages_new (SpilDocument *document, const SpilPdfPaper *paper, GCancellable *cancellable,
                    SpilReportProgress progress, gpointer user_data, GError **error);
void spil_pdf_pages_free (SpilPdfPages *self);

int spil_pdf_pages_get_n (const SpilPdfPages *self);
/** The size of page @page, counted from 0. */
void spil_pdf_pages_get_size (const SpilPdfPages *self, int page, double *width, double *height);
/** Draws it at 0,0 of @cr, in points. */
void spil_pdf_pages_draw (const SpilPdfPages *self, int page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPdfPages, spil_pdf_pages_free)

G_END_DECLS
