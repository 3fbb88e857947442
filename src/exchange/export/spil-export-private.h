// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-export.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/** An export under way. */
typedef struct
{
  SpilStore *store;
  const char *path;
  GCancellable *cancellable;
  SpilExportProgress progress;
  gpointer user_data;
  int64_t rows; /**< written so far */
} SpilExporting;

/** Counts a row; tells the progress now and then. G_IO_ERROR_CANCELLED. */
gboolean spil_exporting_count (SpilExporting *self, GError **error);

/** Appends one row to the text of a file. */
typedef gboolean (*SpilTextRowFunc) (SpilExporting *self, SpilRecord *record, GString *text, GError **error);

/** Writes a file of text: @begin, the rows of @query (NULL: none) by @func, @end. */
gboolean spil_exporting_write_text (SpilExporting *self, SpilQuery *query, const char *begin,
                                    SpilTextRowFunc func, const char *end, GError **error);

/* Each writes the rows of @query in one form. */
gboolean spil_export_json (SpilExporting *self, SpilQuery *query, GError **error);
gboolean spil_export_json_all (SpilExporting *self, GError **error);
gboolean spil_export_vcards (SpilExporting *self, SpilQuery *query, GError **error);
gboolean spil_export_calendar (SpilExporting *self, SpilQuery *query, GError **error);
gboolean spil_export_table (SpilExporting *self, SpilQuery *query, SpilTableFormat format, GError **error);

/** What a form of file is, by the end of @path. */
typedef struct
{
  const char *suffix;
  SpilTableFormat table; /**< SPIL_TABLE_FOUND: it is no table */
  int only; /**< number of the only entity that it can hold; 0: any */
  gboolean holds_all; /**< more than one entity fits in */
  gboolean (*write) (SpilExporting *self, SpilQuery *query, GError **error); /**< NULL for a table */
} SpilExportForm;

/** SPIL_EXCHANGE_ERROR_UNKNOWN. */
const SpilExportForm *spil_export_form (const char *path, GError **error);

/** Tells the audit table that @what was exported. */
gboolean spil_exporting_audit (SpilExporting *self, const char *what, GError **error);

/** "2018-07-31T14:02" in local time, as SpilCell has it. Free with g_free(). */
char *spil_export_local_time (SpilTime time);

G_END_DECLS
