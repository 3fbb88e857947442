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

static void
append_cell (GString *out, const SpilCell *cell, SpilColumnKind column)
{
  if (cell->kind == SPIL_CELL_EMPTY || cell->text[0] == '\0') {
    g_string_append (out, "<table:table-cell/>");
    return;
  }
  g_string_append (out, "<table:table-cell");
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
ods_add (SpilTableSink *sink, const SpilCell *cells, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  g_string_append (self->buffer, "<table:table-row>");
  for (guint i = 0; i < sink->n_columns; i++)
    append_cell (self->buffer, &cells[i], sink->columns[i].kind);
  g_string_append (self->buffer, "</table:table-row>\n");
  return self->buffer->len < BUFFER_BYTES || flush (self, error);
}

static gboolean
ods_finish (SpilTableSink *sink, GError **error)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  g_string_append (self->buffer, SPIL_ODS_CONTENT_END);
  return flush (self, error) && spil_zip_writer_finish (self->zip, error);
}

static void
ods_free (SpilTableSink *sink)
{
  SpilOdsWriter *self = (SpilOdsWriter *) sink;

  spil_zip_writer_free (self->zip);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static const SpilTableSinkClass ods_class = { ods_add, ods_finish, ods_free };

/* The parts before the cells, then the cells as far as the titles. */
static gboolean
begin (SpilOdsWriter *self, GError **error)
{
  const SpilTableSink *sink = &self->parent;
  g_autofree char *settings = spil_ods_make_settings (sink->title);

  spil_ods_append_content_begin (self->buffer, sink->title, sink->columns, sink->n_columns);
  return spil_zip_writer_add (self->zip, "mimetype", SPIL_ODS_MIME_TYPE, FALSE, error) &&
         spil_zip_writer_add (self->zip, "META-INF/manifest.xml", SPIL_ODS_MANIFEST, TRUE, error) &&
         spil_zip_writer_add (self->zip, "settings.xml", settings, TRUE, error) &&
         spil_zip_writer_begin (self->zip, "content.xml", error) && flush (self, error);
}

SpilTableSink *
spil_ods_writer_open (const SpilTableSink *model, GError **error)
{
  SpilOdsWriter *self = g_new0 (SpilOdsWriter, 1);

  self->parent = *model;
  self->parent.klass = &ods_class;
  self->buffer = g_string_sized_new (2 * BUFFER_BYTES);
  self->zip = spil_zip_writer_new (model->file);
  if (begin (self, error))
    return &self->parent;
  ods_free (&self->parent);
  return NULL;
}
