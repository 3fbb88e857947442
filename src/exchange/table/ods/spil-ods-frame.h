// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-sink.h"

G_BEGIN_DECLS

/* What an OpenDocument spreadsheet (version 1.3) is made of around its cells. */

#define SPIL_ODS_MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define SPIL_ODS_MANIFEST                                                                                            \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                     \
  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">" \
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" SPIL_ODS_MIME_TYPE \
  "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"                   \
  "<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
#define SPIL_ODS_CONTENT_END "</office:spreadsheet></office:body></office:document-content>"

/** Appends content.xml up to its first sheet. */
void spil_ods_append_content_begin (GString *out);
/** Appends a sheet up to its first row after the titles. */
void spil_ods_append_table_begin (GString *out, const SpilTableSheet *sheet);
/** Appends that the rows of the sheet can be filtered; @number: which of the ranges it is. */
void spil_ods_append_range (GString *out, const SpilTableSheet *sheet, guint number);
/** The style of a cell in a row of totals. */
const char *spil_ods_total_style (SpilColumnKind kind);

/** settings.xml: the row of titles stays in view in each of the sheets. Free with g_free(). */
char *spil_ods_make_settings (GPtrArray *names);

G_END_DECLS
