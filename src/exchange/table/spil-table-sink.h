// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-atomic-file.h"
#include "spil-table-writer.h"

G_BEGIN_DECLS

/* What stands behind a SpilTableWriter: one implementation for each format. */

/** How a format writes formulas. */
typedef enum
{
  SPIL_NOTATION_NONE,
  SPIL_NOTATION_EXCEL, /**< "=SUM(B2:B9)" */
  SPIL_NOTATION_OPEN, /**< "of:=SUM([.B2:.B9])" */
} SpilFormulaNotation;

/** A sheet that is being written. */
typedef struct
{
  char *name; /**< as any spreadsheet takes it */
  SpilTableColumn *columns;
  guint n_columns;
  int64_t row; /**< the number of the last row that was written; 1: the titles */
  int64_t last; /**< of the rows that are filtered */
  int64_t *sums; /**< by column, in millionths, of the rows since the titles */
} SpilTableSheet;

/** A row for a sink. */
typedef struct
{
  const SpilCell *cells; /**< one for each column */
  char *const *formulas; /**< by column, in the notation of the sink, NULL where there is none */
  gboolean total;
} SpilTableLine;

typedef struct _SpilTableSink SpilTableSink;

typedef struct
{
  SpilFormulaNotation notation;
  /** Begins the sheet that is in it now, with its titles. Each fails with SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
  gboolean (*begin) (SpilTableSink *self, GError **error);
  /** Adds a row; sheet->row is its number. */
  gboolean (*add) (SpilTableSink *self, const SpilTableLine *line, GError **error);
  /** Ends the sheet: its rows are known. */
  gboolean (*end) (SpilTableSink *self, GError **error);
  /** Writes what is left to the file, which is finished after it. */
  gboolean (*finish) (SpilTableSink *self, GError **error);
  void (*free) (SpilTableSink *self);
} SpilTableSinkClass;

/** Begins the struct of each implementation; nothing in it is owned. */
struct _SpilTableSink
{
  const SpilTableSinkClass *klass;
  SpilAtomicFile *file;
  const SpilTableSheet *sheet;
};

/** Each begins a file. SPIL_EXCHANGE_ERROR, G_FILE_ERROR. */
SpilTableSink *spil_csv_writer_open (SpilAtomicFile *file, GError **error);
SpilTableSink *spil_ods_writer_open (SpilAtomicFile *file, GError **error);
SpilTableSink *spil_xlsx_writer_open (SpilAtomicFile *file, GError **error);

/** The widths that columns have, in characters. */
#define SPIL_COLUMN_MIN_WIDTH 8
#define SPIL_COLUMN_MAX_WIDTH 60
int spil_table_column_width (const SpilTableColumn *column);

/** Whether numbers stand in the column, so that its title stands at the right. */
gboolean spil_table_column_is_number (const SpilTableColumn *column);

/** The formula of a column for row @row. Free with g_free(). */
char *spil_table_formula_of_row (const char *formula, SpilFormulaNotation notation, int64_t row);
/** The sum of rows @first to @last of a column. Free with g_free(). */
char *spil_table_formula_of_sum (guint column, SpilFormulaNotation notation, int64_t first, int64_t last);

G_END_DECLS
