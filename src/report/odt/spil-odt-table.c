// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-odt-private.h"

#include <string.h>

/* A guess at the width of a sign in a cell, on the large side: which font stands there the word processor decides. */
#define SIGN 5.6
#define HEAD_SIGN 5.4
/* Facts side by side from which their values are small. */
#define MANY_FACTS 5
#define PAD 7.0
/* The share of the page that columns as wide as their text may take together, where others need room too. */
#define MOST_TAKEN 0.7

/* The longest line of @text, in signs. */
static glong
longest_line (const char *text)
{
  glong longest = 0;

  for (const char *at = text;; at++) {
    const gsize length = strcspn (at, "\n");

    longest = MAX (longest, g_utf8_strlen (at, (gssize) length));
    at += length;
    if (*at == '\0')
      return longest;
  }
}

static glong
longest_word (const char *text)
{
  glong longest = 0;

  for (const char *at = text; *at != '\0';) {
    const gsize length = strcspn (at, " \n");

    longest = MAX (longest, g_utf8_strlen (at, (gssize) length));
    at += length;
    at += strspn (at, " \n");
  }
  return longest;
}

static double
natural_width (SpilDocumentTable *table, int column)
{
  double width = (double) longest_word (spil_document_table_get_title (table, column)) * HEAD_SIGN;

  for (int row = 0; row < spil_document_table_get_n_rows (table); row++)
    if (spil_document_table_get_row (table, row) != SPIL_ROW_GROUP) {
      const double mark = spil_document_table_get_mark (table, row, column) != SPIL_MARK_NONE ? 12 : 0;

      width = MAX (width,
                   (double) longest_line (spil_document_table_get_text (table, row, column)) * SIGN + mark);
    }
  return width + PAD;
}

/* Columns without a weight get what their text takes, the others share the rest. */
static void
find_widths (const SpilOdt *self, SpilDocumentTable *table, double *widths)
{
  const int n = spil_document_table_get_n_columns (table);
  const double body = spil_odt_body_width (self);
  double taken = 0, weights = 0, most;

  for (int i = 0; i < n; i++) {
    const double weight = spil_document_table_get_weight (table, i);

    widths[i] = weight > 0 ? 0 : natural_width (table, i);
    taken += widths[i];
    weights += weight;
  }
  most = weights > 0 ? body * MOST_TAKEN : body;
  for (int i = 0; i < n && (taken > most || weights <= 0); i++)
    widths[i] *= most / taken;
  if (taken > most)
    taken = most;
  for (int i = 0; i < n && weights > 0; i++)
    if (spil_document_table_get_weight (table, i) > 0)
      widths[i] = (body - taken) * spil_document_table_get_weight (table, i) / weights;
}

/* The styles of a table and its columns, and the beginning of it. */
static void
begin_table (SpilOdt *self, const char *title, const double *widths, int n_columns)
{
  const int number = ++self->n_tables;

  g_string_append_printf (self->styles,
                          "<style:style style:name=\"T%d\" style:family=\"table\"%s%s%s>"
                          "<style:table-properties table:align=\"left\"",
                          number, self->master != NULL ? " style:master-page-name=\"" : "",
                          self->master != NULL ? self->master : "", self->master != NULL ? "\"" : "");
  self->master = NULL;
  spil_odt_put_length (self->styles, "style:width", spil_odt_body_width (self));
  g_string_append (self->styles, "/></style:style>");
  g_string_append_printf (self->body, "<table:table table:name=\"Table%d\" table:style-name=\"T%d\">", number,
                          number);
  if (title != NULL) {
    g_string_append (self->body, "<table:title>");
    spil_odt_put_plain (self->body, title);
    g_string_append (self->body, "</table:title>");
  }
  for (int i = 0; i < n_columns; i++) {
    g_string_append_printf (self->styles,
                            "<style:style style:name=\"T%d.%d\" style:family=\"table-column\">"
                            "<style:table-column-properties",
                            number, i + 1);
    spil_odt_put_length (self->styles, "style:column-width", widths[i]);
    g_string_append (self->styles, "/></style:style>");
    g_string_append_printf (self->body, "<table:table-column table:style-name=\"T%d.%d\"/>", number, i + 1);
  }
}

/* Ends a table; two that follow each other would grow together without something between them. */
static void
end_table (SpilOdt *self)
{
  g_string_append (self->body, "</table:table><text:p text:style-name=\"Space\"/>");
}

static void
put_cell (SpilOdt *self, const char *cell, const char *style, SpilMark mark, const char *text, int span)
{
  g_string_append_printf (self->body,
                          "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\"", cell);
  if (span > 1)
    g_string_append_printf (self->body, " table:number-columns-spanned=\"%d\"", span);
  g_string_append_printf (self->body, "><text:p text:style-name=\"%s\">", style);
  spil_odt_put_mark (self, mark);
  spil_odt_put_text (self->body, text);
  g_string_append (self->body, "</text:p></table:table-cell>");
}

static void
put_head (SpilOdt *self, SpilDocumentTable *table)
{
  g_string_append (self->body, "<table:table-header-rows><table:table-row table:style-name=\"Row\">");
  for (int i = 0; i < spil_document_table_get_n_columns (table); i++)
    put_cell (self, "HeadCell",
              spil_document_table_get_column (table, i) == SPIL_COLUMN_NUMBER ? "Table_20_Heading_20_Number"
                                                                              : "Table_20_Heading",
              SPIL_MARK_NONE, spil_document_table_get_title (table, i), 1);
  g_string_append (self->body, "</table:table-row></table:table-header-rows>");
}

static void
put_row (SpilOdt *self, SpilDocumentTable *table, int row)
{
  const SpilRow kind = spil_document_table_get_row (table, row);
  const int n_columns = spil_document_table_get_n_columns (table);

  g_string_append (self->body, "<table:table-row table:style-name=\"Row\">");
  if (kind == SPIL_ROW_GROUP) {
    put_cell (self, "GroupCell", "Table_20_Total", spil_document_table_get_mark (table, row, 0),
              spil_document_table_get_text (table, row, 0), n_columns);
    for (int i = 1; i < n_columns; i++)
      g_string_append (self->body, "<table:covered-table-cell/>");
  } else
    for (int i = 0; i < n_columns; i++) {
      const gboolean number = spil_document_table_get_column (table, i) == SPIL_COLUMN_NUMBER;
      const char *style = number ? "Table_20_Number" : "Table_20_Contents";

      if (kind == SPIL_ROW_TOTAL)
        style = number ? "Table_20_Total_20_Number" : "Table_20_Total";
      put_cell (self, kind == SPIL_ROW_TOTAL ? "TotalCell" : "Cell", style,
                spil_document_table_get_mark (table, row, i), spil_document_table_get_text (table, row, i),
                1);
    }
  g_string_append (self->body, "</table:table-row>");
}

gboolean
spil_odt_put_table (SpilOdt *self, const SpilBlock *block)
{
  double widths[SPIL_TABLE_MAX_COLUMNS];
  gboolean ok = TRUE;

  spil_odt_put_caption (self, block);
  find_widths (self, block->table, widths);
  begin_table (self, block->text, widths, spil_document_table_get_n_columns (block->table));
  put_head (self, block->table);
  for (int i = 0; i < spil_document_table_get_n_rows (block->table) && ok; i++) {
    put_row (self, block->table, i);
    ok = spil_odt_step (self);
  }
  end_table (self);
  if (block->source != NULL)
    spil_odt_put_paragraph (self, "Source", block->source);
  return ok;
}

static void
put_fact (SpilOdt *self, const SpilFact *fact, gboolean small)
{
  g_string_append (self->body, "<table:table-cell table:style-name=\"FactCell\" "
                               "office:value-type=\"string\"><text:p text:style-name=\"Fact_20_Label\">");
  spil_odt_put_text (self->body, fact->label != NULL ? fact->label : "");
  g_string_append_printf (self->body, "</text:p><text:p text:style-name=\"%s\">",
                          small ? "Fact_20_Value_20_Small" : "Fact_20_Value");
  spil_odt_put_mark (self, fact->mark);
  spil_odt_put_text (self->body, fact->value != NULL ? fact->value : "");
  g_string_append (self->body, "</text:p>");
  if (fact->note != NULL) {
    g_string_append (self->body, "<text:p text:style-name=\"Fact_20_Note\">");
    spil_odt_put_text (self->body, fact->note);
    g_string_append (self->body, "</text:p>");
  }
  g_string_append (self->body, "</table:table-cell>");
}

void
spil_odt_put_facts (SpilOdt *self, const SpilBlock *block)
{
  const int columns = MIN (block->columns, SPIL_TABLE_MAX_COLUMNS);
  double widths[SPIL_TABLE_MAX_COLUMNS];

  if (block->facts->len == 0)
    return;
  for (int i = 0; i < columns; i++)
    widths[i] = spil_odt_body_width (self) / columns;
  begin_table (self, NULL, widths, columns);
  for (guint i = 0; i < block->facts->len; i += (guint) columns) {
    g_string_append (self->body, "<table:table-row table:style-name=\"Row\">");
    for (guint j = i; j < i + (guint) columns; j++)
      if (j < block->facts->len)
        put_fact (self, &g_array_index (block->facts, SpilFact, j), columns >= MANY_FACTS);
      else
        g_string_append (self->body, "<table:table-cell><text:p/></table:table-cell>");
    g_string_append (self->body, "</table:table-row>");
  }
  end_table (self);
}
