// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-text-shelf.h"
#include "spil-xml.h"

G_BEGIN_DECLS

/**
 * Reads the text of the element that opened (a shared text, or one in a cell), to its end: all its runs, not how it is pronounced.
 * Sets @text; no more than a cell may hold plus a little is kept. SPIL_EXCHANGE_ERROR.
 */
gboolean spil_xlsx_read_text (SpilXml *xml, GString *text, GError **error);

/** All shared texts; @part may be NULL. SPIL_EXCHANGE_ERROR. */
SpilTextShelf *spil_xlsx_read_strings (SpilZip *zip, const char *part, GError **error);

/** Turns what Excel writes for characters that XML has no place for ("_x000D_") into those characters, and line ends into LF. */
void spil_xlsx_unescape (GString *text);

G_END_DECLS
