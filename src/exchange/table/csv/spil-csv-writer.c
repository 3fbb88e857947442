// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-table-sink.h"

#define BUFFER_BYTES (64 * 1024)

/*
 * Comma-separated values after RFC 4180: UTF-8, lines end in CR LF, quotes where they are needed. Text that a spreadsheet would take
 * for a formula gets an apostrophe before it, which spil_table_reader_next() takes off again.
 */
typedef struct
{
  SpilTableSink parent;
  GString *buffer;
} SpilCsvWriter;

static gboolean
looks_like_formula (const char *text)
{
  text += strspn (text, "'");
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_cell (GString *out, const SpilCell *cell)
{
  const gboolean guarded = cell->kind == SPIL_CELL_TEXT && looks_like_formula (cell->text);

  if (strpbrk (cell->text, ",\"\r\n") == NULL && cell->text[0] != ' ') {
    g_string_append (out, guarded ? "'" : "");
    g_string_append (out, cell->text);
    return;
  }
  g_string_append (out, guarded ? "\"'" : "\"");
  for (const char *p = cell->text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static gboolean
csv_finish (SpilTableSink *sink, GError **error)
{
  SpilCsvWriter *self = (SpilCsvWriter *) sink;

  if (!spil_atomic_file_write (sink->file, self->buffer->str, self->buffer->len, error))
    return FALSE;
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

static gboolean
append_row (SpilCsvWriter *self, const SpilCell *cells, GError **error)
{
  for (guint i = 0; i < self->parent.sheet->n_columns; i++) {
    if (i > 0)
      g_string_append_c (self->buffer, ',');
    append_cell (self->buffer, &cells[i]);
  }
  g_string_append (self->buffer, "\r\n");
  return self->buffer->len < BUFFER_BYTES || csv_finish (&self->parent, error);
}

static gboolean
csv_begin (SpilTableSink *sink, GError **error)
{
  g_autofree SpilCell *titles = g_new0 (SpilCell, sink->sheet->n_columns);

  for (guint i = 0; i < sink->sheet->n_columns; i++)
    titles[i] = (SpilCell) { SPIL_CELL_TEXT, sink->sheet->columns[i].title };
  // Written at once: a disk that is full is told before the rows are gathered.
  return append_row ((SpilCsvWriter *) sink, titles, error) && csv_finish (sink, error);
}

static gboolean
csv_add (SpilTableSink *sink, const SpilTableLine *line, GError **error)
{
  return append_row ((SpilCsvWriter *) sink, line->cells, error);
}

static gboolean
csv_end (SpilTableSink *sink, GError **error)
{
  return TRUE;
}

static void
csv_free (SpilTableSink *sink)
{
  SpilCsvWriter *self = (SpilCsvWriter *) sink;

  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static const SpilTableSinkClass csv_class = { SPIL_NOTATION_NONE, csv_begin, csv_add, csv_end,
                                              csv_finish,         csv_free };

SpilTableSink *
spil_csv_writer_open (SpilAtomicFile *file, GError **error)
{
  SpilCsvWriter *self = g_new0 (SpilCsvWriter, 1);

  self->parent = (SpilTableSink) { .klass = &csv_class, .file = file };
  self->buffer = g_string_sized_new (2 * BUFFER_BYTES);
  return &self->parent;
}
