// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-number-format.h"
#include "spil-zip.h"

G_BEGIN_DECLS

/** One sheet of a workbook. */
typedef struct
{
  char *name;
  char *part; /* where its cells are */
} SpilXlsxSheet;

/** What an XLSX file says about itself: its sheets (those that are not hidden, unless all are) and how its numbers are to be taken. */
typedef struct
{
  GPtrArray *sheets; /* of SpilXlsxSheet */
  char *strings; /* the part with the shared texts; NULL: none */
  char *styles; /* the part with the number formats; NULL: none */
  gboolean has_macros;
  SpilSerialEpoch epoch;
} SpilXlsxBook;

/** SPIL_EXCHANGE_ERROR. */
SpilXlsxBook *spil_xlsx_book_new (SpilZip *zip, GError **error);
void spil_xlsx_book_free (SpilXlsxBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilXlsxBook, spil_xlsx_book_free)

/** The kind of each cell style (of guint8, an SpilFormatKind); @part may be NULL. SPIL_EXCHANGE_ERROR. */
GByteArray *spil_xlsx_read_styles (SpilZip *zip, const char *part, GError **error);

G_END_DECLS
