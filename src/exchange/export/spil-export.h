// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-employer-query.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Writes rows to a file whose name tells the form:
 * - .json: see spil_json_append_row(): an array of rows, for machines;
 * - .csv, .ods, .xlsx: a table for people (see spil-table-writer.h): titles, references by name, choices by label, amounts as numbers;
 *   the columns with ids come last;
 * - .vcf: persons as vCards (3.0, which every address book reads), without the notes about them;
 * - .ics: next actions as iCalendar tasks, and those that are open and have a day as an event of that day too.
 * The file appears whole or not at all, and memory does not grow with the number of rows. Each export is told to the audit table. All take
 * a @cancellable and @progress that may be NULL, and fail with SPIL_EXCHANGE_ERROR, SPIL_STORE_ERROR, G_FILE_ERROR (a full disk) or
 * G_IO_ERROR_CANCELLED.
 */

/** Called now and then while rows are written. */
typedef void (*SpilExportProgress) (int64_t rows, gpointer user_data);

/** All rows of one entity, or of every entity ("all", as .json: an object with an array for each). */
gboolean spil_export (SpilStore *store, const char *what, const char *path, GCancellable *cancellable,
                      SpilExportProgress progress, gpointer user_data, GError **error);

/** The rows that @query selects, in its order. */
gboolean spil_export_query (SpilStore *store, SpilQuery *query, const char *path, GCancellable *cancellable,
                            SpilExportProgress progress, gpointer user_data, GError **error);

/** The columns of a list of employers, as bits 1 << SPIL_EXPORT_COLUMN_*. */
typedef enum
{
  SPIL_EXPORT_COLUMN_NAME,
  SPIL_EXPORT_COLUMN_KIND,
  SPIL_EXPORT_COLUMN_TOWN,
  SPIL_EXPORT_COLUMN_KVK,
  SPIL_EXPORT_COLUMN_STAFF,
  SPIL_EXPORT_COLUMN_STAGE,
  SPIL_EXPORT_COLUMN_TIER,
  SPIL_EXPORT_COLUMN_MOBILITY_BROKER,
  SPIL_EXPORT_COLUMN_SUSTAINABILITY_BROKER,
  SPIL_EXPORT_COLUMN_LAST_CONTACT,
  SPIL_EXPORT_COLUMN_ACTION,
  SPIL_EXPORT_COLUMN_ACTION_DUE,
  SPIL_EXPORT_COLUMN_SECTOR,
  SPIL_EXPORT_COLUMN_TAGS,
  SPIL_EXPORT_COLUMN_URGENCY,
  SPIL_EXPORT_COLUMN_CAPACITY,
  SPIL_EXPORT_COLUMN_ID,
  SPIL_EXPORT_N_COLUMNS,
} SpilExportColumn;

#define SPIL_EXPORT_COLUMNS_ALL ((1 << SPIL_EXPORT_N_COLUMNS) - 1)

/**
 * The bits of columns as the list of employers names them: "name,town:120,next-action" (a width is passed over, and so is what is not
 * known), with what the list shows under them and the id. NULL: all.
 */
int spil_export_columns_of_names (const char *names);

/** Which employers. */
typedef struct
{
  const SpilEmployerFilter *filter; /**< its order; its window left aside */
  const GArray *ids; /**< of SpilId; NULL: none */
  gboolean all; /**< all of the filter but @ids; else of the filter only @ids */
  int columns; /**< bits */
} SpilEmployerExport;

/** Those employers, as a table. */
gboolean spil_export_employers (SpilStore *store, const SpilEmployerExport *what, const char *path,
                                GCancellable *cancellable, SpilExportProgress progress, gpointer user_data,
                                GError **error);

G_END_DECLS
