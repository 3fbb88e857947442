// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"

G_BEGIN_DECLS

/*
 * Writes tables as CSV, ODS or XLSX: a first row with the titles of the columns, which stays in view and filters, then rows of typed cells, and where
 * wanted a row of totals. The file appears whole or not at all, and memory does not grow with the number of rows. Text is text: what begins with
 * = + - @ never becomes a formula. Formulas are only those of columns and totals; each cell holds its value too, for what does not work them out (CSV
 * has the values alone). Amounts, days and shares look Dutch by the formats in the file itself.
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
  SPIL_COLUMN_SHARE, /**< "0.125" is shown as 12,5 % */
} SpilColumnKind;

/** What stands under a column in a row of totals. */
typedef enum
{
  SPIL_TOTAL_NONE, /**< what the caller says */
  SPIL_TOTAL_SUM, /**< the rows since the titles added up, by a formula; cells that are no numbers count for nothing */
  SPIL_TOTAL_FORMULA, /**< the formula of the column, of the totals in that row; the caller gives the value */
} SpilColumnTotal;

typedef struct
{
  const char *title;
  SpilColumnKind kind;
  SpilColumnTotal total;
  const char
      *formula; /**< of each cell with something in it: "{1}-{2}" for columns counted from 0; NULL: none */
} SpilTableColumn;

typedef struct _SpilTableWriter SpilTableWriter;

/** Begins a table at @path; @title names its sheet. @columns are copied. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
SpilTableWriter *spil_table_writer_new (const char *path, SpilTableFormat format, const char *title,
                                        const SpilTableColumn *columns, guint n_columns, GError **error);

/** Adds a row with a cell for each column; a cell is as its own kind says, whatever the column's. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
gboolean spil_table_writer_add (SpilTableWriter *self, const SpilCell *cells, GError **error);

/**
 * Adds a row of totals of the rows so far. @cells: what stands in the columns without a sum, and the values of formulas. Rows that come
 * after it are in no total and no filter. SPIL_EXCHANGE_ERROR, G_FILE_ERROR.
 */
gboolean spil_table_writer_add_total (SpilTableWriter *self, const SpilCell *cells, GError **error);

/** Goes on with another sheet, whose name has to differ. Not in CSV. @columns are copied. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
gboolean spil_table_writer_begin_sheet (SpilTableWriter *self, const char *title,
                                        const SpilTableColumn *columns, guint n_columns, GError **error);

/** Completes the file. */
gboolean spil_table_writer_finish (SpilTableWriter *self, GError **error);

/** Frees it; what was not finished leaves nothing behind. */
void spil_table_writer_free (SpilTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTableWriter, spil_table_writer_free)

/** "A" for 0, "AB" for 27. Free with g_free(). */
char *spil_table_column_letter (guint column);

G_END_DECLS
