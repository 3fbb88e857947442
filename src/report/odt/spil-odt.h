// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-document.h"
#include "spil-report-progress.h"

G_BEGIN_DECLS

/**
 * Writes @document as OpenDocument text (ODF 1.3) of A4 pages to @stream, which stays open: real styles in Dutch, so that the contents
 * list, headings, captions and tables can be worked on further; charts as SVG with a PNG beside it for what cannot show that, and what
 * they show in words. The same document gives the same bytes. Errors: those of @stream, G_IO_ERROR_CANCELLED.
 */
gboolean spil_odt_write (SpilDocument *document, GOutputStream *stream, GCancellable *cancellable,
                         SpilReportProgress progress, gpointer user_data, GError **error);

G_END_DECLS
