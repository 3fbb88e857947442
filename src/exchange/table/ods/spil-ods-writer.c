// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-ods-frame.h"
#include "spil-table-sink.h"
#include "spil-zip-writer.h"

#define BUFFER_BYTES (64 * 1024)

typedef struct
{
  SpilTableSink parent;
  SpilZipWriter *zip;
  GString *buffer; /* of content.xml */
  GPtrArray *names; /* of the sheets */
  GString *ranges; /* what of each is filtered */
} SpilOdsWriter;

/* A paragraph for each line; spaces that XML would lose by their element, what XML has no place for left out. */
static void
append_text (GString *out, const char *text)
{
  g_string_append (out, "<text:p>");
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '\n')
      g_string_append (out, "</text:p><text:p>");
    else if (*p == '\t')
      g_string_append (out, "<text:tab/>");
    else if (*p == ' ' && (p == text || p[-1] == ' ' || p[-1] == '\n' || p[1] == '\0' || p[1] == '\n'))
      g_string_append (out, "<text:s/>");
    else if (*p == '&' || *p == '<' || *p == '>')
      g_string_append (out, *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : "&gt;");
    else if ((guchar) *p >= ' ')
      g_string_append_c (out, *p);
  }
  g_string_append (out, "</text:p>");
}

/* The attributes with the value of what is not text. */
static void
append_value (GString *out, const SpilCell *cell, SpilColumnKind column)
{
  switch (cell->kind) {
  case SPIL_CELL_NUMBER:
    g_string_append (out, column == SPIL_COLUMN_MONEY
                              ? " office:value-type=\"currency\" office:currency=\"EUR\""
                          : column == SPIL_COLUMN_SHARE ? " office:value-type=\"percentage\""
                                                        : " office:value-type=\"float\"");
    g_string_append_printf (out, " office:value=\"%s\"", cell->text);
    break;
  case SPIL_CELL_DATE:
  case SPIL_CELL_TIME:
    g_string_append_printf (out, " office:value-type=\"date\" office:date-value=\"%s%s\"", cell->text,
                            cell->kind == SPIL_CELL_TIME && strlen (cell->text) == 16 ? ":00" : "");
    break;
  case SPIL_CELL_BOOLEAN:
    g_string_append_printf (out, " office:value-type=\"boolean\" office:boolean-value=\"%s\"", cell->text);
    break;
  case SPIL_CELL_TEXT:
  case SPIL_CELL_EMPTY:
  default:
    g_string_append (out, " office:value-type=\"string\"");
    break;
  }
}

/* @style NULL: that of the column. */
static void
append_cell (GString *out, const SpilCell *cell, SpilColumnKind column, const char *style,
             const char *formula)
{
  g_string_append (out, "<table:table-cell");
  if (style != NULL)
    g_string_append_printf (out, " table:style-name=\"%s\"", style);
  if (cell->kind == SPIL_CELL_EMPTY || cell->text[0] == '\0') {
    g_string_append (out, "/>");
    return;
  }
  // Nothing in a formula needs escaping: columns have no texts in theirs.
  if (formula != NULL)
    g_string_append_printf (out, " table:formula=\"%s\"", formula);
  append_value (out, cell, column);
  g_string_append_c (out, '>');
  append_text (out, cell->text);
  g_string_append (out, "</table:table-cell>");
}

static gboolean
flush (SpilOdsWriter *self, GError **error)
{
  if (!spil_zip_writer_append (self->zip, self->buffer->str, self->buffer->len, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
ods_add (SpilTableSink *sink, const SpilTableLine *line, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  g_string_append (self->buffer, "<table:table-row>");
  for (guint i = 0; i < sink->sheet->n_columns; i++) {
    const SpilColumnKind kind = sink->sheet->columns[i].kind;

    append_cell (self->buffer, &line->cells[i], kind, line->total ? spil_ods_total_style (kind) : NULL,
                 line->formulas[i]);
  }
  g_string_append (self->buffer, "</table:table-row>\n");
  return self->buffer->len < BUFFER_BYTES || flush (self, error);
}

static gboolean
ods_begin (SpilTableSink *sink, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  g_ptr_array_add (self->names, g_strdup (sink->sheet->name));
  spil_ods_append_table_begin (self->buffer, sink->sheet);
  return flush (self, error);
}

static gboolean
ods_end (SpilTableSink *sink, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  g_string_append (self->buffer, "</table:table>");
  spil_ods_append_range (self->ranges, sink->sheet, self->names->len);
  return flush (self, error);
}

static gboolean
ods_finish (SpilTableSink *sink, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;
  g_autofree char *settings = spil_ods_make_settings (self->names);

  g_string_append_printf (self->buffer, "<table:database-ranges>%s</table:database-ranges>",
                          self->ranges->str);
  g_string_append (self->buffer, SPIL_ODS_CONTENT_END);
  return flush (self, error) && spil_zip_writer_add (self->zip, "settings.xml", settings, TRUE, error) &&
         spil_zip_writer_finish (self->zip, error);
}

static void
ods_free (SpilTableSink *sink)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  spil_zip_writer_free (self->zip);
  g_string_free (self->buffer, TRUE);
  g_string_free (self->ranges, TRUE);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static const SpilTableSinkClass ods_class = { SPIL_NOTATION_OPEN, ods_begin, ods_add, ods_end,
                                              ods_finish,         ods_free };

/* The parts before the cells, and the styles. */
static gboolean
begin (SpilOdsWriter *self, GError **error)
{
  spil_ods_append_content_begin (self->buffer);
  return spil_zip_writer_add (self->zip, "mimetype", SPIL_ODS_MIME_TYPE, FALSE, error) &&
         spil_zip_writer_add (self->zip, "META-INF/manifest.xml", SPIL_ODS_MANIFEST, TRUE, error) &&
         spil_zip_writer_begin (self->zip, "content.xml", error) && flush (self, error);
}

SpilTableSink *
spil_ods_writer_open (SpilAtomicFile *file, GError **error)
{
  SpilOdsWriter *self = g_new0 (SpilOdsWriter, 1);

  self->parent = (SpilTableSink) { .klass = &ods_class, .file = file };
  self->buffer = g_string_sized_new (2 * BUFFER_BYTES);
  self->ranges = g_string_new (NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->zip = spil_zip_writer_new (file);
  if (begin (self, error))
    return &self->parent;
  ods_free (&self->parent);
  return NULL;
}
