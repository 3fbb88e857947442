// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-pdf-private.h"

#include <string.h>

#define PAD_X 4.0 /* left and right of a text */
#define PAD_Y 3.2 /* above and below it */
#define MARK_GAP 3.5

/* One row, laid out. */
typedef struct
{
  SpilRow kind;
  int n_cells;
  PangoLayout *cells[SPIL_TABLE_MAX_COLUMNS]; /* owned; NULL: empty */
  SpilMark marks[SPIL_TABLE_MAX_COLUMNS];
  double height;
} Row;

/* What the functions below share. */
typedef struct
{
  SpilPdf *pdf;
  SpilDocumentTable *table;
  int n_columns;
  int n_rows;
  const double *widths;
  Row head;
} Table;

static void
row_clear (Row *row)
{
  for (int i = 0; i < SPIL_TABLE_MAX_COLUMNS; i++)
    g_clear_object (&row->cells[i]);
}

static double
mark_room (SpilMark mark)
{
  return mark == SPIL_MARK_NONE ? 0 : spil_pdf_font_size (SPIL_FONT_CELL) * 0.85 + MARK_GAP;
}

static double
text_width (SpilPdf *self, SpilFont font, const char *text)
{
  g_autoptr (PangoLayout) layout = spil_pdf_layout (self, font, text, 0, PANGO_ALIGN_LEFT);

  return spil_pdf_layout_width (layout);
}

/* The width of the longest word: a column is not narrower than its title needs. */
static double
longest_word (SpilPdf *self, SpilFont font, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double widest = 0;

  for (int i = 0; words[i] != NULL; i++)
    widest = MAX (widest, text_width (self, font, words[i]));
  return widest;
}

static SpilFont
row_font (SpilRow kind)
{
  return kind == SPIL_ROW_BODY ? SPIL_FONT_CELL : SPIL_FONT_CELL_STRONG;
}

/* The width of the widest text of a column that is as wide as it needs. */
static double
widest_text (SpilPdf *self, SpilDocumentTable *table, int column)
{
  double widest = 0;

  for (int row = 0; row < spil_document_table_get_n_rows (table); row++) {
    SpilRow kind = spil_document_table_get_row (table, row);
    const char *text = spil_document_table_get_text (table, row, column);

    if (kind != SPIL_ROW_GROUP && *text != '\0')
      widest = MAX (widest, text_width (self, row_font (kind), text) +
                                mark_room (spil_document_table_get_mark (table, row, column)));
  }
  return widest;
}

static double *
find_widths (SpilPdf *self, SpilDocumentTable *table)
{
  int n = spil_document_table_get_n_columns (table);
  double *widths = g_new0 (double, SPIL_TABLE_MAX_COLUMNS);
  double weights = 0, taken = 0, room;

  for (int i = 0; i < n; i++) {
    double weight = spil_document_table_get_weight (table, i);

    widths[i] = longest_word (self, SPIL_FONT_CELL_HEAD, spil_document_table_get_title (table, i));
    if (weight <= 0)
      widths[i] = MAX (widths[i], widest_text (self, table, i));
    widths[i] += 2 * PAD_X;
    weights += weight;
    taken += widths[i];
  }
  room = spil_pdf_body_width (self) - taken;
  /* What is left goes to the columns with a weight, else to the first; what is short comes off all alike. */
  for (int i = 0; i < n; i++)
    if (room < 0)
      widths[i] *= spil_pdf_body_width (self) / taken;
    else if (weights > 0)
      widths[i] += room * spil_document_table_get_weight (table, i) / weights;
    else if (i == 0)
      widths[i] += room;
  return widths;
}

/* Widths are found once, for laying out and drawing. */
static const double *
get_widths (SpilPdf *self, const SpilBlock *block)
{
  double *widths = g_hash_table_lookup (self->widths, block);

  if (widths == NULL) {
    widths = find_widths (self, block->table);
    g_hash_table_insert (self->widths, (gpointer) block, widths);
  }
  return widths;
}

static PangoLayout *
lay_out_cell (const Table *self, SpilFont font, const char *text, SpilColumn column, double width)
{
  PangoAlignment align = column == SPIL_COLUMN_NUMBER ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  if (*text == '\0')
    return NULL;
  return spil_pdf_layout (self->pdf, font, text, MAX (width, 1), align);
}

/* Finds the height of a row; no row is higher than a page. */
static void
settle_height (const Table *self, Row *row)
{
  double limit = spil_pdf_body_height (self->pdf) - self->head.height - 2 * PAD_Y - 60;

  row->height = spil_pdf_font_size (SPIL_FONT_CELL);
  for (int i = 0; i < row->n_cells; i++) {
    double height;

    if (row->cells[i] == NULL)
      continue;
    height = spil_pdf_layout_height (row->cells[i]);
    if (height > limit) {
      spil_pdf_layout_limit (row->cells[i], limit);
      height = MIN (spil_pdf_layout_height (row->cells[i]), limit);
    }
    row->height = MAX (row->height, height);
  }
  row->height += 2 * PAD_Y;
}

static void
lay_out_row (const Table *self, int index, Row *row)
{
  *row = (Row) { .kind = spil_document_table_get_row (self->table, index), .n_cells = self->n_columns };
  if (row->kind == SPIL_ROW_GROUP)
    row->n_cells = 1;
  for (int i = 0; i < row->n_cells; i++) {
    const char *text = spil_document_table_get_text (self->table, index, i);
    gboolean group = row->kind == SPIL_ROW_GROUP;
    SpilColumn column = group ? SPIL_COLUMN_TEXT : spil_document_table_get_column (self->table, i);
    double width = group ? spil_pdf_body_width (self->pdf) : self->widths[i];

    row->marks[i] = spil_document_table_get_mark (self->table, index, i);
    row->cells[i] = lay_out_cell (self, row_font (row->kind), text, column,
                                  width - 2 * PAD_X - mark_room (row->marks[i]));
  }
  settle_height (self, row);
}

static void
lay_out_head (Table *self)
{
  self->head = (Row) { .n_cells = self->n_columns };
  for (int i = 0; i < self->n_columns; i++)
    self->head.cells[i] = lay_out_cell (
        self, SPIL_FONT_CELL_HEAD, spil_document_table_get_title (self->table, i),
        spil_document_table_get_column (self->table, i), self->widths[i] - 2 * PAD_X);
  settle_height (self, &self->head);
}

static void
table_init (Table *self, SpilPdf *pdf, const SpilBlock *block)
{
  *self = (Table) {
    .pdf = pdf,
    .table = block->table,
    .n_columns = spil_document_table_get_n_columns (block->table),
    .n_rows = spil_document_table_get_n_rows (block->table),
    .widths = get_widths (pdf, block),
  };
  lay_out_head (self);
}

static void
show_cells (const Table *self, const Row *row, const char *tag)
{
  SpilPdf *pdf = self->pdf;
  gboolean head = row == &self->head;
  double x = pdf->left;

  for (int i = 0; i < row->n_cells; i++) {
    double room = mark_room (row->marks[i]);
    double y = pdf->y + PAD_Y;

    spil_pdf_tag (pdf, tag, NULL);
    if (row->cells[i] != NULL) {
      /* Titles stand on the line that the rows hang from. */
      if (head)
        y = pdf->y + row->height - PAD_Y - spil_pdf_layout_height (row->cells[i]);
      spil_pdf_mark (pdf, row->marks[i], x + PAD_X, y + spil_pdf_font_size (SPIL_FONT_CELL) * 0.68,
                     room - MARK_GAP);
      spil_pdf_show (pdf, row->cells[i], x + PAD_X + room, y, pdf->palette.foreground);
    }
    spil_pdf_untag (pdf, tag);
    x += self->widths[i];
  }
}

/* Repeated titles are decoration to assistive technology, which knows the table's own. */
static void
show_head (const Table *self, gboolean again)
{
  SpilPdf *pdf = self->pdf;

  if (pdf->cr != NULL) {
    spil_pdf_tag (pdf, again ? "Artifact" : "TR", again ? "type=Pagination" : NULL);
    show_cells (self, &self->head, again ? NULL : "TH");
    spil_pdf_untag (pdf, again ? "Artifact" : "TR");
  }
  pdf->y += self->head.height;
  pdf->fresh = FALSE;
}

static void
show_rules (const Table *self, const Row *row, gboolean last)
{
  SpilPdf *pdf = self->pdf;
  double bottom = pdf->y + row->height;

  if (row == &self->head)
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
show_ground (const Table *self, const Row *row, gboolean last)
{
  SpilPdf *pdf = self->pdf;

  if (pdf->cr == NULL)
    return;
  spil_pdf_tag (pdf, "Artifact", "type=Layout");
  if (row->kind == SPIL_ROW_GROUP) {
    spil_pdf_color (pdf, pdf->palette.band);
    cairo_rectangle (pdf->cr, pdf->left, pdf->y, spil_pdf_body_width (pdf), row->height);
    cairo_fill (pdf->cr);
  }
  show_rules (self, row, last);
  spil_pdf_untag (pdf, "Artifact");
}

static void
show_row (const Table *self, const Row *row, gboolean last)
{
  SpilPdf *pdf = self->pdf;

  if (pdf->cr != NULL) {
    show_ground (self, row, last);
    spil_pdf_tag (pdf, "TR", NULL);
    show_cells (self, row, "TD");
    spil_pdf_untag (pdf, "TR");
  }
  pdf->y += row->height;
  pdf->fresh = FALSE;
}

static void
begin_head (const Table *self, gboolean again)
{
  show_ground (self, &self->head, FALSE);
  show_head (self, again);
}

/* A name of rows stays with the first of them, a total with the last row over it. */
static gboolean
stays_with_next (const Table *self, int index)
{
  if (index + 1 >= self->n_rows)
    return FALSE;
  return spil_document_table_get_row (self->table, index) == SPIL_ROW_GROUP ||
         spil_document_table_get_row (self->table, index + 1) == SPIL_ROW_TOTAL;
}

static gboolean
show_rows (const Table *self)
{
  SpilPdf *pdf = self->pdf;
  Row row = { 0 }, next = { 0 };
  gboolean ok = TRUE;

  if (self->n_rows > 0)
    lay_out_row (self, 0, &row);
  for (int i = 0; i < self->n_rows && ok; i++) {
    gboolean last = i + 1 == self->n_rows;
    double needed = row.height;

    if (!last)
      lay_out_row (self, i + 1, &next);
    if (stays_with_next (self, i))
      needed += next.height;
    if (pdf->y + needed > pdf->bottom + 0.01 && needed <= spil_pdf_body_height (pdf) - self->head.height) {
      spil_pdf_next_page (pdf);
      begin_head (self, TRUE);
    }
    show_row (self, &row, last);
    row_clear (&row);
    row = next;
    next = (Row) { 0 };
    ok = spil_pdf_step (pdf);
  }
  row_clear (&row);
  return ok;
}

gboolean
spil_pdf_table (SpilPdf *self, const SpilBlock *block)
{
  Table table;
  gboolean ok;

  spil_pdf_skip (self, 4);
  spil_pdf_ensure (self, spil_pdf_table_least (self, block));
  table_init (&table, self, block);
  spil_pdf_tag (self, "Table", NULL);
  spil_pdf_caption (self, block);
  begin_head (&table, FALSE);
  ok = show_rows (&table);
  spil_pdf_untag (self, "Table");
  row_clear (&table.head);
  /* The source stays with the last rows: at worst it runs into the margin by its own height. */
  spil_pdf_source (self, block, NULL);
  return ok;
}

double
spil_pdf_table_least (SpilPdf *self, const SpilBlock *block)
{
  Table table;
  double height;
  Row row = { 0 };

  table_init (&table, self, block);
  height = spil_pdf_caption_height (self, block) + table.head.height;
  for (int i = 0; i < MIN (2, table.n_rows); i++) {
    lay_out_row (&table, i, &row);
    height += row.height;
    row_clear (&row);
  }
  row_clear (&table.head);
  return MIN (height, spil_pdf_body_height (self));
}
