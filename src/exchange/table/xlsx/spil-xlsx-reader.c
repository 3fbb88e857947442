// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-sheet-finds.h"
#include "spil-table-source.h"
#include "spil-text.h"
#include "spil-xlsx-book.h"
#include "spil-xlsx-strings.h"

#define MAX_ROWS 1048576

typedef struct
{
  SpilTableSource parent;
  SpilZip *zip;
  SpilXlsxBook *book;
  SpilTextShelf *strings;
  GByteArray *styles; /* of SpilFormatKind */
  SpilXml *xml; /* the sheet */
  char *part; /* its name */
  int64_t row; /* the number of the latest */
  GString *value; /* of the cell under way: what stands in the file */
  GString *text; /* and what that means */
  SpilSheetFinds finds;
} SpilXlsxReader;

/* A cell under way. */
typedef struct
{
  guint column;
  char type[12]; /* "" when it has none */
  int style;
  gboolean has_formula;
  gboolean has_value;
} XlsxCell;

/* The column of "BC12", from 0; @other when there is none. */
static guint
find_column (const char *reference, guint other)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isalpha (reference[0]))
    return other;
  for (; g_ascii_isalpha (*reference); reference++) {
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
    if (column > SPIL_ROW_MAX_CELLS)
      return SPIL_ROW_MAX_CELLS;
  }
  return column - 1;
}

/* Text up to the end of the element that opened. */
static gboolean
read_value (SpilXlsxReader *self, GError **error)
{
  const int depth = spil_xml_depth (self->xml);

  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_TEXT && self->value->len <= SPIL_TEXT_MAX_BYTES)
      g_string_append (self->value, spil_xml_text (self->xml));
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (self->xml) == depth))
      return TRUE;
  }
}

/* What is in the cell element that opened. */
static gboolean
read_content (SpilXlsxReader *self, XlsxCell *cell, GError **error)
{
  const int depth = spil_xml_depth (self->xml);

  g_string_truncate (self->value, 0);
  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);
    gboolean done = TRUE;

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (self->xml) == depth))
      return TRUE;
    if (event != SPIL_XML_OPEN)
      continue;
    if (spil_xml_is (self->xml, "v")) {
      cell->has_value = TRUE;
      done = read_value (self, error);
    } else if (spil_xml_is (self->xml, "is")) {
      cell->has_value = TRUE;
      done = spil_xlsx_read_text (self->xml, self->value, error);
    } else {
      cell->has_formula = cell->has_formula || spil_xml_is (self->xml, "f");
      done = spil_xml_skip (self->xml, error);
    }
    if (!done)
      return FALSE;
  }
}

static gboolean
refuse_value (SpilXlsxReader *self, GError **error)
{
  g_autofree char *where = g_strdup_printf ("%" G_GINT64_FORMAT, self->row);

  spil_zip_set_damaged (self->zip, self->part, where, error);
  return FALSE;
}

/* Sets `text` to the shared text that the value is the number of. */
static gboolean
look_up_text (SpilXlsxReader *self, GError **error)
{
  g_autoptr (GError) fault = NULL;
  guint64 number;

  if (g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXINT, &number, NULL) &&
      spil_text_shelf_get (self->strings, number, self->text, &fault))
    return TRUE;
  if (fault == NULL)
    return refuse_value (self, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static SpilCellKind
take_number (SpilXlsxReader *self, const XlsxCell *cell)
{
  char *end;
  const double number = g_ascii_strtod (self->value->str, &end);
  SpilFormatKind kind = SPIL_FORMAT_NUMBER;

  if (end == self->value->str || *end != '\0' || !isfinite (number)) {
    g_string_append_len (self->text, self->value->str, (gssize) self->value->len);
    return SPIL_CELL_TEXT;
  }
  if ((guint) cell->style < self->styles->len)
    kind = (SpilFormatKind) self->styles->data[cell->style];
  return spil_format_apply (number, kind, self->book->epoch, self->text);
}

/* "2018-07-31T14:02:00", which some programs write. */
static SpilCellKind
take_iso (SpilXlsxReader *self)
{
  const char *value = self->value->str;

  g_string_append (self->text, value);
  if (strlen (value) == 10)
    return SPIL_CELL_DATE;
  if (g_str_has_suffix (value, "T00:00:00")) {
    g_string_truncate (self->text, 10);
    return SPIL_CELL_DATE;
  }
  return strlen (value) >= 16 ? SPIL_CELL_TIME : SPIL_CELL_TEXT;
}

/* Makes `text` of the value; FALSE with the error, or SPIL_CELL_EMPTY for what has none. */
static gboolean
take_value (SpilXlsxReader *self, const XlsxCell *cell, SpilCellKind *kind, GError **error)
{
  g_string_truncate (self->text, 0);
  *kind = SPIL_CELL_TEXT;
  if (strcmp (cell->type, "s") == 0)
    return self->value->len == 0 || look_up_text (self, error);
  if (strcmp (cell->type, "e") == 0) {
    spil_sheet_finds_add_error (&self->finds, self->row);
  } else if (strcmp (cell->type, "b") == 0) {
    *kind = SPIL_CELL_BOOLEAN;
    g_string_append (
        self->text,
        self->value->str[0] == '1' || g_ascii_strcasecmp (self->value->str, "true") == 0 ? "true" : "false");
  } else if (strcmp (cell->type, "d") == 0) {
    *kind = take_iso (self);
  } else if (strcmp (cell->type, "str") == 0 || strcmp (cell->type, "inlineStr") == 0) {
    spil_xlsx_unescape (self->value);
    g_string_append_len (self->text, self->value->str, (gssize) self->value->len);
  } else {
    *kind = take_number (self, cell);
  }
  return TRUE;
}

static gboolean
read_cell (SpilXlsxReader *self, SpilRowMaker *row, GError **error)
{
  const guint next = spil_row_maker_count (row);
  XlsxCell cell = { .column = find_column (spil_xml_attribute_in (self->xml, "", "r"), next),
                    .style = spil_xml_number (self->xml, "s", G_MAXINT, -1) };
  const char *type = spil_xml_attribute_in (self->xml, "", "t");
  SpilCellKind kind;

  g_strlcpy (cell.type, type != NULL ? type : "", sizeof cell.type);
  if (!read_content (self, &cell, error))
    return FALSE;
  if (cell.has_formula)
    (*(cell.has_value ? &self->finds.formulas : &self->finds.unvalued))++;
  if (!cell.has_value)
    return TRUE;
  return take_value (self, &cell, &kind, error) && spil_row_maker_skip_to (row, cell.column, error) &&
         spil_row_maker_add (row, kind, self->text->str, self->text->len, error);
}

static gboolean
read_row (SpilXlsxReader *self, SpilRowMaker *row, GError **error)
{
  const int depth = spil_xml_depth (self->xml);

  self->row = spil_xml_number (self->xml, "r", MAX_ROWS, (int) MIN (self->row + 1, MAX_ROWS));
  spil_row_maker_begin (row, self->row);
  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (self->xml) == depth))
      return TRUE;
    if (event == SPIL_XML_OPEN && spil_xml_is (self->xml, "c") && !read_cell (self, row, error))
      return FALSE;
  }
}

static gboolean
xlsx_next (SpilTableSource *source, SpilRowMaker *row, gboolean *end, GError **error)
{
  SpilXlsxReader *self = (SpilXlsxReader *) source;

  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);

    *end = event == SPIL_XML_OVER;
    if (event <= SPIL_XML_OVER)
      return event == SPIL_XML_OVER;
    if (event != SPIL_XML_OPEN)
      continue;
    if (spil_xml_is (self->xml, "row"))
      return read_row (self, row, error);
    self->finds.merged += spil_xml_is (self->xml, "mergeCell");
  }
}

static double
xlsx_get_progress (SpilTableSource *source)
{
  return spil_xml_get_progress (((SpilXlsxReader *) source)->xml);
}

static void
xlsx_add_notes (SpilTableSource *source, GPtrArray *notes)
{
  spil_sheet_finds_add_notes (&((SpilXlsxReader *) source)->finds, notes);
}

static void
xlsx_free (SpilTableSource *source)
{
  SpilXlsxReader *self = (SpilXlsxReader *) source;

  g_clear_pointer (&self->xml, spil_xml_free);
  g_clear_pointer (&self->strings, spil_text_shelf_free);
  g_clear_pointer (&self->styles, g_byte_array_unref);
  g_clear_pointer (&self->book, spil_xlsx_book_free);
  g_clear_pointer (&self->zip, spil_zip_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->part);
  g_free (self);
}

static const SpilTableSourceClass xlsx_class = { xlsx_next, xlsx_get_progress, xlsx_add_notes, xlsx_free };

static gboolean
open_all (SpilXlsxReader *self, const char *path, SpilTableOptions *options, GPtrArray *sheets,
          GError **error)
{
  const SpilXlsxSheet *sheet;

  self->zip = spil_zip_new (path, error);
  self->book = self->zip != NULL ? spil_xlsx_book_new (self->zip, error) : NULL;
  if (self->book == NULL)
    return FALSE;
  for (guint i = 0; i < self->book->sheets->len; i++)
    g_ptr_array_add (sheets, g_strdup (((SpilXlsxSheet *) self->book->sheets->pdata[i])->name));
  options->sheet = MIN (options->sheet, sheets->len - 1);
  sheet = self->book->sheets->pdata[options->sheet];
  self->part = g_strdup (sheet->part);
  self->finds.macros = self->book->has_macros;
  self->styles = spil_xlsx_read_styles (self->zip, self->book->styles, error);
  self->strings = self->styles != NULL ? spil_xlsx_read_strings (self->zip, self->book->strings, error)
                                       : NULL;
  self->xml = self->strings != NULL ? spil_xml_new (self->zip, sheet->part, error) : NULL;
  return self->xml != NULL;
}

SpilTableSource *
spil_xlsx_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error)
{
  SpilXlsxReader *self = g_new0 (SpilXlsxReader, 1);

  self->parent.klass = &xlsx_class;
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
  if (open_all (self, path, options, sheets, error))
    return &self->parent;
  xlsx_free (&self->parent);
  return NULL;
}
