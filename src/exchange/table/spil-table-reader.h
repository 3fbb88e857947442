// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * Reads tables that people bring: the rows of a CSV, XLSX, ODS or vCard file, one after the other. Memory does not grow with the number
 * of rows, and nothing in a file can make it do so. What a file holds beside plain values is told in notes; what cannot be read is an
 * error whose message says in one sentence what is the matter, where, and what to do.
 */

/** What a cell holds, and how its text is written. */
typedef enum
{
  SPIL_CELL_EMPTY, /**< "" */
  SPIL_CELL_TEXT, /**< as written; all of CSV and vCard is text. Percentages ("12.5%") and times of a day ("14:02") are too */
  SPIL_CELL_NUMBER, /**< a plain decimal with a point: "-1234.5" */
  SPIL_CELL_DATE, /**< "2018-07-31" */
  SPIL_CELL_TIME, /**< "2018-07-31T14:02" or with seconds: local time */
  SPIL_CELL_BOOLEAN, /**< "true" or "false" */
} SpilCellKind;

typedef struct
{
  SpilCellKind kind;
  const char *text; /**< UTF-8 without NUL; never NULL */
} SpilCell;

/** A row with something in it. Cells at its end that are empty are left out; rows with nothing at all do not come. */
typedef struct
{
  int64_t
      number; /**< of the row as a spreadsheet shows it, from 1; of a vCard: which card, and 0 its first row, with the names of the columns */
  guint n_cells; /**< rows of one table may differ */
  const SpilCell *cells;
} SpilTableRow;

typedef enum
{
  SPIL_TABLE_FOUND, /**< found by looking at the file; never its name */
  SPIL_TABLE_CSV,
  SPIL_TABLE_XLSX,
  SPIL_TABLE_ODS,
  SPIL_TABLE_VCARD,
} SpilTableFormat;

typedef enum
{
  SPIL_ENCODING_FOUND, /**< by looking; what turns out not to be UTF-8 is read as CP1252, byte by byte */
  SPIL_ENCODING_UTF8,
  SPIL_ENCODING_UTF16_LE,
  SPIL_ENCODING_UTF16_BE,
  SPIL_ENCODING_CP1252, /**< "Windows" */
} SpilTextEncoding;

/** How to read. All zero: found by looking, the first sheet. */
typedef struct
{
  SpilTableFormat format;
  char
      delimiter; /**< of CSV: ';', ',', '\t' or '|', or any other ASCII character; 0: found by looking, or by a first line "sep=;" */
  SpilTextEncoding encoding; /**< of CSV and vCard */
  guint sheet; /**< from 0 */
} SpilTableOptions;

/** A table that is being read. One thread at a time. */
typedef struct _SpilTableReader SpilTableReader;

/** Opens a file. @options may be NULL. SPIL_EXCHANGE_ERROR when it cannot be read or holds no table that can be. */
SpilTableReader *spil_table_reader_new (const char *path, const SpilTableOptions *options, GError **error);
void spil_table_reader_free (SpilTableReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilTableReader, spil_table_reader_free)

/** Reads the next row; @row becomes NULL at the end, else it is valid until the next call. SPIL_EXCHANGE_ERROR; then it is over. */
gboolean spil_table_reader_next (SpilTableReader *self, const SpilTableRow **row, GError **error);

/** The names of the sheets, ended by NULL; none for CSV and vCard. */
const char *const *spil_table_reader_get_sheets (SpilTableReader *self);
guint spil_table_reader_get_sheet (SpilTableReader *self);

/** How much of the file has been read, from 0 to 1. */
double spil_table_reader_get_progress (SpilTableReader *self);

/**
 * What people should know of what was read so far: sentences (of char *), such as "2 cells held formulas: their last values were
 * read". Free with g_ptr_array_unref().
 */
GPtrArray *spil_table_reader_get_notes (SpilTableReader *self);

/** How it is read: format, delimiter, encoding and sheet as given or found. */
const SpilTableOptions *spil_table_reader_get_options (SpilTableReader *self);

G_END_DECLS
