// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-document-table.h"

#include "spil-report-text.h"

/* Longest text of a cell, in characters: a table is no place for a note of a megabyte. */
#define LONGEST_CELL 600

typedef struct
{
  const char *title;
  SpilColumn column;
  double weight;
} Column;

typedef struct
{
  const char *text; /* in the chunk; NULL: empty */
  SpilMark mark;
} Cell;

struct _SpilDocumentTable
{
  GStringChunk *texts;
  int n_columns;
  Column columns[SPIL_TABLE_MAX_COLUMNS];
  GArray *rows; /* SpilRow */
  GArray *cells; /* Cell, n_columns for each row */
  int next; /* the cell of the last row that is filled next */
};

SpilDocumentTable *
spil_document_table_new (void)
{
  SpilDocumentTable *self = g_new0 (SpilDocumentTable, 1);

  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SpilRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  return self;
}

void
spil_document_table_free (SpilDocumentTable *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

void
spil_document_table_add_column (SpilDocumentTable *self, const char *title, SpilColumn column, double weight)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->rows->len == 0);
  g_return_if_fail (self->n_columns < SPIL_TABLE_MAX_COLUMNS);

  self->columns[self->n_columns++] = (Column) {
    .title = g_string_chunk_insert (self->texts, title ? title : ""),
    .column = column,
    .weight = MAX (weight, 0),
  };
}

void
spil_document_table_add_row (SpilDocumentTable *self, SpilRow row)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_columns > 0);

  g_array_append_val (self->rows, row);
  g_array_set_size (self->cells, self->rows->len * self->n_columns);
  self->next = 0;
}

static const char *
keep (SpilDocumentTable *self, const char *text)
{
  g_autofree char *clean = spil_report_text_clean (text, LONGEST_CELL);

  return clean != NULL && *clean != '\0' ? g_string_chunk_insert (self->texts, clean) : NULL;
}

void
spil_document_table_put_mark (SpilDocumentTable *self, SpilMark mark, const char *text)
{
  Cell *cell;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->rows->len > 0 && self->next < self->n_columns);

  cell = &g_array_index (self->cells, Cell, (self->rows->len - 1) * self->n_columns + self->next++);
  cell->text = keep (self, text);
  cell->mark = mark;
}

void
spil_document_table_put (SpilDocumentTable *self, const char *text)
{
  spil_document_table_put_mark (self, SPIL_MARK_NONE, text);
}

void
spil_document_table_take (SpilDocumentTable *self, char *text)
{
  spil_document_table_put_mark (self, SPIL_MARK_NONE, text);
  g_free (text);
}

int
spil_document_table_get_n_columns (const SpilDocumentTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

int
spil_document_table_get_n_rows (const SpilDocumentTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->rows->len;
}

const char *
spil_document_table_get_title (const SpilDocumentTable *self, int column)
{
  g_return_val_if_fail (self != NULL && column >= 0 && column < self->n_columns, "");

  return self->columns[column].title;
}

SpilColumn
spil_document_table_get_column (const SpilDocumentTable *self, int column)
{
  g_return_val_if_fail (self != NULL && column >= 0 && column < self->n_columns, SPIL_COLUMN_TEXT);

  return self->columns[column].column;
}

double
spil_document_table_get_weight (const SpilDocumentTable *self, int column)
{
  g_return_val_if_fail (self != NULL && column >= 0 && column < self->n_columns, 0);

  return self->columns[column].weight;
}

SpilRow
spil_document_table_get_row (const SpilDocumentTable *self, int row)
{
  g_return_val_if_fail (self != NULL && row >= 0 && row < (int) self->rows->len, SPIL_ROW_BODY);

  return g_array_index (self->rows, SpilRow, row);
}

static const Cell *
cell_at (const SpilDocumentTable *self, int row, int column)
{
  g_return_val_if_fail (self != NULL && row >= 0 && row < (int) self->rows->len, NULL);
  g_return_val_if_fail (column >= 0 && column < self->n_columns, NULL);

  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

const char *
spil_document_table_get_text (const SpilDocumentTable *self, int row, int column)
{
  const Cell *cell = cell_at (self, row, column);

  return cell != NULL && cell->text != NULL ? cell->text : "";
}

SpilMark
spil_document_table_get_mark (const SpilDocumentTable *self, int row, int column)
{
  const Cell *cell = cell_at (self, row, column);

  return cell != NULL ? cell->mark : SPIL_MARK_NONE;
}
