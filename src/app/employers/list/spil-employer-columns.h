// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-column.h"
#include "spil-employer-query.h"

G_BEGIN_DECLS

/** A column of the list of employers cannot be sorted by. */
#define SPIL_EMPLOYER_NOT_SORTABLE (-1)

/** A column that can be chosen. */
typedef struct
{
  const char *name; /**< stable: settings and saved filters */
  const char *title; /**< msgid */
  int n_chars;
  SpilColumnFlags flags;
  SpilCellFunc text; /**< of a SpilEmployerItem */
  int sort; /**< SpilEmployerSort */
  SpilCellFunc caption; /**< what stands under it; NULL: nothing */
  const char
      *caption_column; /**< the column that says the same, which makes the caption needless; may be NULL */
} SpilEmployerColumn;

/** All there are, in their usual order; the first is always shown. */
const SpilEmployerColumn *spil_employer_columns (gsize *n_columns);

/** One that is shown. */
typedef struct
{
  const SpilEmployerColumn *column;
  int width; /**< in pixels; 0: what it asks for */
} SpilEmployerColumnUse;

/**
 * Reads "name,town:120,staff": names of columns with their widths, from left to right. What is not known is passed over, the first column
 * is always there, and NULL or "" gives the usual columns. Free with g_array_unref(); of SpilEmployerColumnUse.
 */
GArray *spil_employer_columns_parse (const char *text);
/** The same as text, with widths or without. Free with g_free(). */
char *spil_employer_columns_format (const GArray *uses, gboolean with_widths);
/** What stands under the texts of @column when @uses are shown; NULL: nothing. */
SpilCellFunc spil_employer_column_caption (const SpilEmployerColumn *column, const GArray *uses);
/** Whether @uses are the usual columns in their usual order. */
gboolean spil_employer_columns_are_usual (const GArray *uses);

G_END_DECLS
