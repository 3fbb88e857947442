// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-report-progress.h"

G_BEGIN_DECLS

/**
 * Writes @document as a PDF of A4 pages to @stream, which stays open: fonts embedded, text selectable, tagged, with contents
 * links and an outline. Lays all of it out once to count the pages, then once more to draw: no page is kept in memory. Errors: those of @stream,
 * G_IO_ERROR_CANCELLED. @n_pages (nullable) gets the number of pages.
 */
gboolean spil_pdf_write (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
                         SpilReportProgress progress, gpointer user_data, int *n_pages, GError **error);

/** How many pages it takes, for a document that should fit on one. */
int spil_pdf_count_pages (SpilDocument *document);

G_END_DECLS
