// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-writer.h"

G_BEGIN_DECLS

/* What an OpenDocument spreadsheet (version 1.3) is made of around its cells. */

#define SPIL_ODS_MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define SPIL_ODS_MANIFEST                                                                                            \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                     \
  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">" \
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" SPIL_ODS_MIME_TYPE \
  "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"                   \
  "<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
#define SPIL_ODS_CONTENT_END "</table:table></office:spreadsheet></office:body></office:document-content>"

/** Appends content.xml up to its first row after the titles. */
void spil_ods_append_content_begin (GString *out, const char *title, const SpilTableColumn *columns,
                                    guint n_columns);

/** settings.xml: the row of titles stays in view. Free with g_free(). */
char *spil_ods_make_settings (const char *title);

G_END_DECLS
