// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

G_BEGIN_DECLS

/*
 * Writes a table as CSV, ODS or XLSX: a first row with the titles of the columns, then rows of typed cells. The file appears whole or not
 * at all, and memory does not grow with the number of rows. Text is text: what begins with = + - @ never becomes a formula.
 */

/** What a column holds: how its cells look, and how wide it is. */
typedef enum
{
  SPIL_COLUMN_TEXT,
  SPIL_COLUMN_LONG_TEXT,
  SPIL_COLUMN_NUMBER,
  SPIL_COLUMN_MONEY, /**< euro */
  SPIL_COLUMN_DATE,
  SPIL_COLUMN_TIME,
  SPIL_COLUMN_BOOLEAN,
  SPIL_COLUMN_ID, /**< for machines */
} SpilColumnKind;

typedef struct
{
  const char *title;
  SpilColumnKind kind;
} SpilTableColumn;

typedef struct _SpilTableWriter SpilTableWriter;

/** Begins a table at @path; @title names its sheet. @columns are copied. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
SpilTableWriter *spil_table_writer_new (const char *path, SpilTableFormat format, const char *title,
                                        const SpilTableColumn *columns, guint n_columns, GError **error);

/** Adds a row with a cell for each column; a cell is as its own kind says, whatever the column's. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
gboolean spil_table_writer_add (SpilTableWriter *self, const SpilCell *cells, GError **error);

/** Completes the file. */
gboolean spil_table_writer_finish (SpilTableWriter *self, GError **error);

/** Frees it; what was not finished leaves nothing behind. */
void spil_table_writer_free (SpilTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTableWriter, spil_table_writer_free)

/** How wide a column is, in characters. */
int spil_table_column_width (const SpilTableColumn *column);

G_END_DECLS
