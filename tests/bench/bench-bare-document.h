// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The least drawing of a document as a PDF: what a report is measured against. */
#pragma once

#include "spil-document.h"

G_BEGIN_DECLS

/**
 * Writes every text, cell and chart of @document to a PDF at @path, each laid out and drawn once, one under the other, on sheets of the
 * same shapes: no pages counted beforehand, no structure, no links. Returns the number of pages.
 */
int bench_bare_document_write (const SpilDocument *document, const char *path);

G_END_DECLS
