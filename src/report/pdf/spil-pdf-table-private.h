// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the two files that set tables share; no other file includes this. */
#pragma once

#include "spil-pdf-private.h"

G_BEGIN_DECLS

/* The room that a mark takes before a text, and its own size. */
double spil_pdf_mark_room (SpilMark mark);
double spil_pdf_mark_size (void);
SpilFont spil_pdf_row_font (SpilRow kind);
/* White at the sides of a text; none at the edges of the table, so that it lines up with all else. */
double spil_pdf_pad_left (int column);
double spil_pdf_pad_both (SpilDocumentTable *table, int column);
/* Finds the widths of the columns, padding and all; @widths has room for SPIL_TABLE_MAX_COLUMNS. */
void spil_pdf_find_widths (SpilPdf *self, SpilDocumentTable *table, double *widths);

G_END_DECLS
