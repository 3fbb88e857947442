// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-writer.h"

#include "spil-table-sink.h"

struct _SpilTableWriter
{
  SpilAtomicFile *file;
  char *title;
  SpilTableColumn *columns;
  guint n_columns;
  SpilTableSink *sink;
};

static SpilTableSink *
open_sink (SpilTableWriter *self, SpilTableFormat format, GError **error)
{
  const SpilTableSink model = {
    .file = self->file, .title = self->title, .columns = self->columns, .n_columns = self->n_columns
  };

  switch (format) {
  case SPIL_TABLE_CSV:
    return spil_csv_writer_open (&model, error);
  case SPIL_TABLE_ODS:
    return spil_ods_writer_open (&model, error);
  case SPIL_TABLE_XLSX:
    return spil_xlsx_writer_open (&model, error);
  case SPIL_TABLE_VCARD:
  case SPIL_TABLE_FOUND:
  default:
    g_return_val_if_reached (NULL);
  }
}

SpilTableWriter *
spil_table_writer_new (const char *path, SpilTableFormat format, const char *title,
                       const SpilTableColumn *columns, guint n_columns, GError **error)
{
  g_autoptr (SpilTableWriter) self = g_new0 (SpilTableWriter, 1);

  self->title = g_strdup (title);
  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i].title = g_strdup (columns[i].title);
  self->file = spil_atomic_file_new (path, error);
  self->sink = self->file != NULL ? open_sink (self, format, error) : NULL;
  return self->sink != NULL ? g_steal_pointer (&self) : NULL;
}

void
spil_table_writer_free (SpilTableWriter *self)
{
  if (self->sink != NULL)
    self->sink->klass->free (self->sink);
  g_clear_pointer (&self->file, spil_atomic_file_free);
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  g_free (self->columns);
  g_free (self->title);
  g_free (self);
}

gboolean
spil_table_writer_add (SpilTableWriter *self, const SpilCell *cells, GError **error)
{
  return self->sink->klass->add (self->sink, cells, error);
}

gboolean
spil_table_writer_finish (SpilTableWriter *self, GError **error)
{
  return self->sink->klass->finish (self->sink, error) && spil_atomic_file_finish (self->file, error);
}

int
spil_table_column_width (const SpilTableColumn *column)
{
  static const int widths[] = { 24, 48, 12, 16, 12, 17, 8, 12 };
  const int titled = (int) g_utf8_strlen (column->title, -1) + 2;

  return CLAMP (titled, widths[column->kind], 60);
}
