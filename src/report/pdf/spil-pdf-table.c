// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-table-private.h"

#include <glib/gi18n-lib.h>

#define PAD_Y 3.2 /* above and below a text */
#define COMPACT_PAD_Y 1.6

/* What was found of a table when it was laid out, for drawing: nothing is measured twice. */
typedef struct
{
  double widths[SPIL_TABLE_MAX_COLUMNS];
  double caption;
  double head;
  double source;
  double *rows;
} Sizes;

/* A table and where it goes. */
typedef struct
{
  SpilPdf *pdf;
  const SpilBlock *block;
  SpilDocumentTable *table;
  int n_rows;
  const Sizes *sizes;
} Table;

/* One row, laid out. */
typedef struct
{
  SpilRow kind;
  gboolean head;
  int n_cells;
  PangoLayout *cells[SPIL_TABLE_MAX_COLUMNS]; /* owned; NULL: empty */
  SpilMark marks[SPIL_TABLE_MAX_COLUMNS];
} Row;

static double
pad_y (const Table *self)
{
  return self->pdf->compact ? COMPACT_PAD_Y : PAD_Y;
}

static void
free_sizes (gpointer data)
{
  Sizes *sizes = data;

  g_free (sizes->rows);
  g_free (sizes);
}

static void
row_clear (Row *row)
{
  for (int i = 0; i < SPIL_TABLE_MAX_COLUMNS; i++)
    g_clear_object (&row->cells[i]);
}

static PangoLayout *
lay_out_cell (SpilPdf *pdf, SpilFont font, const char *text, SpilColumn column, double width)
{
  PangoAlignment align = column == SPIL_COLUMN_NUMBER ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  return *text != '\0' ? spil_pdf_layout (pdf, font, text, MAX (width, 1), align) : NULL;
}

static void
lay_out_row (const Table *self, int index, Row *row)
{
  const SpilRow kind = spil_document_table_get_row (self->table, index);
  const gboolean group = kind == SPIL_ROW_GROUP;

  *row = (Row) { .kind = kind, .n_cells = group ? 1 : spil_document_table_get_n_columns (self->table) };
  for (int i = 0; i < row->n_cells; i++) {
    const char *text = spil_document_table_get_text (self->table, index, i);
    SpilColumn column = group ? SPIL_COLUMN_TEXT : spil_document_table_get_column (self->table, i);
    double width = group ? spil_pdf_body_width (self->pdf) : self->sizes->widths[i];

    row->marks[i] = spil_document_table_get_mark (self->table, index, i);
    width -= spil_pdf_pad_both (self->table, i) + spil_pdf_mark_room (row->marks[i]);
    row->cells[i] = lay_out_cell (self->pdf, spil_pdf_row_font (kind), text, column, width);
  }
}

static void
lay_out_head (const Table *self, Row *row)
{
  *row = (Row) { .head = TRUE, .n_cells = spil_document_table_get_n_columns (self->table) };
  for (int i = 0; i < row->n_cells; i++)
    row->cells[i] = lay_out_cell (self->pdf, SPIL_FONT_CELL_HEAD,
                                  spil_document_table_get_title (self->table, i),
                                  spil_document_table_get_column (self->table, i),
                                  self->sizes->widths[i] - spil_pdf_pad_both (self->table, i));
}

/* No row is higher than a page: what is more is cut. */
static double
highest_text (const Table *self)
{
  return spil_pdf_body_height (self->pdf) - self->sizes->head - 80;
}

static double
row_height (const Table *self, const Row *row)
{
  double height = spil_pdf_font_size (SPIL_FONT_CELL);

  for (int i = 0; i < row->n_cells; i++)
    if (row->cells[i] != NULL)
      height = MAX (height, spil_pdf_layout_height (row->cells[i]));
  return MIN (height, highest_text (self)) + 2 * pad_y (self);
}

/* A table whose rows say by themselves what stands in them has no titles, and only the line that they would stand on. */
static gboolean
has_titles (SpilDocumentTable *table)
{
  for (int i = 0; i < spil_document_table_get_n_columns (table); i++)
    if (*spil_document_table_get_title (table, i) != '\0')
      return TRUE;
  return FALSE;
}

/* Measures all of a table. When the user cancels the rest stays 0: nothing of it will be seen. */
static Sizes *
find_sizes (SpilPdf *pdf, const SpilBlock *block)
{
  Sizes *sizes = g_new0 (Sizes, 1);
  Table table = { pdf, block, block->table, spil_document_table_get_n_rows (block->table), sizes };
  Row row;

  spil_pdf_find_widths (pdf, block->table, sizes->widths);
  sizes->caption = spil_pdf_caption_height (pdf, block);
  sizes->source = spil_pdf_source_height (pdf, block, NULL);
  lay_out_head (&table, &row);
  sizes->head = has_titles (block->table) ? row_height (&table, &row) : 0;
  row_clear (&row);
  sizes->rows = g_new0 (double, table.n_rows + 1);
  for (int i = 0; i < table.n_rows && !g_cancellable_is_cancelled (pdf->cancellable); i++) {
    lay_out_row (&table, i, &row);
    sizes->rows[i] = row_height (&table, &row);
    row_clear (&row);
  }
  return sizes;
}

static const Sizes *
get_sizes (SpilPdf *self, const SpilBlock *block)
{
  Sizes *sizes;

  if (self->tables == NULL)
    self->tables = g_hash_table_new_full (NULL, NULL, NULL, free_sizes);
  sizes = g_hash_table_lookup (self->tables, block);
  if (sizes == NULL) {
    sizes = find_sizes (self, block);
    g_hash_table_insert (self->tables, (gpointer) block, sizes);
  }
  return sizes;
}

static void
show_cell (const Table *self, const Row *row, int column, double x, double height)
{
  SpilPdf *pdf = self->pdf;
  PangoLayout *cell = row->cells[column];
  const double room = spil_pdf_mark_room (row->marks[column]);
  const double text_height = spil_pdf_layout_height (cell);
  double y = pdf->y + pad_y (self);

  if (text_height > height - 2 * pad_y (self) + 0.01)
    spil_pdf_layout_limit (cell, height - 2 * pad_y (self));
  else if (row->head)
    /* Titles stand on the line that the rows hang from. */
    y = pdf->y + height - pad_y (self) - text_height;
  x += spil_pdf_pad_left (column);
  spil_pdf_mark (pdf, row->marks[column], x, y + spil_pdf_font_size (SPIL_FONT_CELL) * 0.68,
                 spil_pdf_mark_size ());
  spil_pdf_show (pdf, cell, x + room, y, pdf->palette.foreground);
}

static void
show_cells (const Table *self, const Row *row, double height, const char *tag)
{
  double x = self->pdf->left;

  for (int i = 0; i < row->n_cells; i++) {
    spil_pdf_tag (self->pdf, tag, NULL);
    if (row->cells[i] != NULL)
      show_cell (self, row, i, x, height);
    spil_pdf_untag (self->pdf, tag);
    x += self->sizes->widths[i];
  }
}

static void
show_rules (const Table *self, const Row *row, double height, gboolean last)
{
  SpilPdf *pdf = self->pdf;
  double bottom = pdf->y + height;

  if (row->head)
    spil_pdf_line (pdf, pdf->left, pdf->right, bottom, 1, pdf->palette.foreground);
  else if (row->kind == SPIL_ROW_TOTAL) {
    spil_pdf_line (pdf, pdf->left, pdf->right, pdf->y, 0.8, pdf->palette.foreground);
    spil_pdf_line (pdf, pdf->left, pdf->right, bottom, 0.8, pdf->palette.foreground);
  } else
    spil_pdf_line (pdf, pdf->left, pdf->right, bottom, last ? 0.8 : 0.4,
                   last ? pdf->palette.strong_grid : pdf->palette.grid);
}

/* Light ground and lines: no part of what the table says. */
static void
show_ground (const Table *self, const Row *row, double height, gboolean last)
{
  SpilPdf *pdf = self->pdf;

  spil_pdf_tag (pdf, "Artifact", "type=Layout");
  if (row->kind == SPIL_ROW_GROUP && !row->head) {
    spil_pdf_color (pdf, pdf->palette.band);
    cairo_rectangle (pdf->cr, pdf->left, pdf->y, spil_pdf_body_width (pdf), height);
    cairo_fill (pdf->cr);
  }
  show_rules (self, row, height, last);
  spil_pdf_untag (pdf, "Artifact");
}

/* The titles; repeated ones are decoration to assistive technology, which knows the table's own. */
static void
show_head (const Table *self, gboolean again)
{
  SpilPdf *pdf = self->pdf;
  Row row;

  if (pdf->cr != NULL) {
    lay_out_head (self, &row);
    show_ground (self, &row, self->sizes->head, FALSE);
    spil_pdf_tag (pdf, again ? "Artifact" : "TR", again ? "type=Pagination" : NULL);
    show_cells (self, &row, self->sizes->head, again ? NULL : "TH");
    spil_pdf_untag (pdf, again ? "Artifact" : "TR");
    row_clear (&row);
  }
  pdf->y += self->sizes->head;
  pdf->fresh = FALSE;
}

static void
show_row (const Table *self, int index)
{
  SpilPdf *pdf = self->pdf;
  const double height = self->sizes->rows[index];
  Row row;

  if (pdf->cr != NULL) {
    lay_out_row (self, index, &row);
    show_ground (self, &row, height, index + 1 == self->n_rows);
    spil_pdf_tag (pdf, "TR", NULL);
    show_cells (self, &row, height, "TD");
    spil_pdf_untag (pdf, "TR");
    row_clear (&row);
  }
  pdf->y += height;
  pdf->fresh = FALSE;
}

/* Says which table goes on here. */
static void
show_number_again (const Table *self)
{
  SpilPdf *pdf = self->pdf;
  g_autofree char *number = spil_block_dup_number (self->block);
  /* Translators: the number of a table ("Table 3") that goes on from the page before. */
  g_autofree char *text = g_strdup_printf (_ ("%s, continued"), number);
  g_autoptr (PangoLayout) layout = spil_pdf_layout (pdf, SPIL_FONT_NOTE, text, 0, PANGO_ALIGN_LEFT);

  spil_pdf_tag (pdf, "Artifact", "type=Pagination");
  spil_pdf_show (pdf, layout, pdf->left, pdf->y, pdf->palette.muted);
  spil_pdf_untag (pdf, "Artifact");
  pdf->y += spil_pdf_layout_height (layout) + 3;
}

/* Goes to the next page and repeats the titles. */
static void
go_on (const Table *self)
{
  spil_pdf_next_page (self->pdf);
  if (self->block->text != NULL)
    show_number_again (self);
  show_head (self, TRUE);
}

/* What has to fit on the page for row @index to stand there: a name of rows stays with the first of them, the last row with the one before (a
 * total with what it sums up) and with the source under it. */
static double
needed_height (const Table *self, int index)
{
  double needed = self->sizes->rows[index];

  if (index + 2 == self->n_rows ||
      (index + 1 < self->n_rows && spil_document_table_get_row (self->table, index) == SPIL_ROW_GROUP))
    needed += self->sizes->rows[index + 1];
  return index + 2 >= self->n_rows ? needed + self->sizes->source : needed;
}

static gboolean
show_rows (const Table *self)
{
  SpilPdf *pdf = self->pdf;
  gboolean ok = TRUE;

  for (int i = 0; i < self->n_rows && ok; i++) {
    const double needed = needed_height (self, i);
    const double row = self->sizes->rows[i];
    const double room = pdf->bottom - pdf->y + 0.01;

    /* Where a page is too small for all that should stay together, only the row itself has to fit. */
    if ((needed <= highest_text (self) ? needed : row) > room)
      go_on (self);
    show_row (self, i);
    ok = spil_pdf_step (pdf);
  }
  return ok;
}

gboolean
spil_pdf_table (SpilPdf *self, const SpilBlock *block)
{
  Table table = { self, block, block->table, spil_document_table_get_n_rows (block->table),
                  get_sizes (self, block) };
  gboolean ok;

  spil_pdf_tag (self, "Table", NULL);
  spil_pdf_caption (self, block);
  show_head (&table, FALSE);
  ok = show_rows (&table);
  spil_pdf_untag (self, "Table");
  spil_pdf_source (self, block, NULL);
  return ok;
}

double
spil_pdf_table_least (SpilPdf *self, const SpilBlock *block)
{
  const int n_rows = spil_document_table_get_n_rows (block->table);
  const Sizes *sizes = get_sizes (self, block);
  double height = sizes->caption + sizes->head;
  double whole = height + sizes->source;

  for (int i = 0; i < n_rows; i++)
    whole += sizes->rows[i];
  /* A small table is not broken. */
  if (whole <= spil_pdf_body_height (self) * 0.5)
    return whole;
  for (int i = 0; i < MIN (n_rows, 2); i++)
    height += sizes->rows[i];
  return height;
}
