// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A small sign before a text: it repeats what the text says for the eye that skims, never says anything alone. */
typedef enum
{
  SPIL_MARK_NONE,
  SPIL_MARK_YES,
  SPIL_MARK_NO,
  SPIL_MARK_UNKNOWN,
  SPIL_MARK_GREEN,
  SPIL_MARK_AMBER,
  SPIL_MARK_RED,
  SPIL_MARK_BETTER,
  SPIL_MARK_SAME,
  SPIL_MARK_WORSE,
} SpilMark;

/** How a column is set. */
typedef enum
{
  SPIL_COLUMN_TEXT,
  SPIL_COLUMN_NUMBER, /**< flush right, never broken over lines */
} SpilColumn;

typedef enum
{
  SPIL_ROW_BODY,
  SPIL_ROW_GROUP, /**< names the rows under it; only its first cell counts */
  SPIL_ROW_TOTAL, /**< sums up the rows over it */
} SpilRow;

/** A table of formatted text. */
typedef struct _SpilDocumentTable SpilDocumentTable;

/** The most columns that a table may have. */
#define SPIL_TABLE_MAX_COLUMNS 12

SpilDocumentTable *spil_document_table_new (void);
void spil_document_table_free (SpilDocumentTable *self);

/**
 * Adds a column; all of them before the first row. It gets a share of the width by its @weight; with weight 0 it
 * is as wide as its widest text.
 */
void
spil_document_table_add_column (SpilDocumentTable *self, const char *title, SpilColumn column, double weight);
/** Begins a row; its cells follow with put and take. Cells that do not follow stay empty. */
void spil_document_table_add_row (SpilDocumentTable *self, SpilRow row);
/** Sets the next cell of the last row. */
void spil_document_table_put (SpilDocumentTable *self, const char *text);
void spil_document_table_put_mark (SpilDocumentTable *self, SpilMark mark, const char *text);
/** The same for a text that is freed; NULL leaves the cell empty. */
void spil_document_table_take (SpilDocumentTable *self, char *text);

int spil_document_table_get_n_columns (const SpilDocumentTable *self);
int spil_document_table_get_n_rows (const SpilDocumentTable *self);
const char *spil_document_table_get_title (const SpilDocumentTable *self, int column);
SpilColumn spil_document_table_get_column (const SpilDocumentTable *self, int column);
double spil_document_table_get_weight (const SpilDocumentTable *self, int column);
SpilRow spil_document_table_get_row (const SpilDocumentTable *self, int row);
/** Owned by the table; "" where the cell is empty. */
const char *spil_document_table_get_text (const SpilDocumentTable *self, int row, int column);
SpilMark spil_document_table_get_mark (const SpilDocumentTable *self, int row, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDocumentTable, spil_document_table_free)

G_END_DECLS
