// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/** Called now and then while rows are written. */
typedef void (*SpilExportProgress) (int64_t rows, gpointer user_data);

/**
 * Writes all rows of one entity, or of every entity ("all"), to a file whose name tells the form:
 * - .json: see spil_json_append_row(); one entity is an array of rows, "all" an object with an array per entity;
 * - .csv: see spil-csv.h; a line of field names, then a line per row as machines write values. One entity only.
 * The file appears whole or not at all, and memory does not grow with the number of rows. The export is told to the audit table.
 * @cancellable and @progress may be NULL. SPIL_EXCHANGE_ERROR, SPIL_STORE_ERROR or G_IO_ERROR_CANCELLED.
 */
gboolean spil_export (SpilStore *store, const char *what, const char *path, GCancellable *cancellable,
                      SpilExportProgress progress, gpointer user_data, GError **error);

G_END_DECLS
