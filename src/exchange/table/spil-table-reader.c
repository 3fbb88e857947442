// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-reader.h"

#include "spil-table-look.h"
#include "spil-table-source.h"

struct _SpilTableReader
{
  SpilTableSource *source;
  SpilTableOptions options;
  GPtrArray *sheets; /* of char *, ended by NULL */
  SpilRowMaker *row;
  gboolean over;
};

static SpilTableSourceOpen
find_open (SpilTableFormat format)
{
  switch (format) {
  case SPIL_TABLE_CSV:
    return spil_csv_reader_open;
  case SPIL_TABLE_XLSX:
    return spil_xlsx_reader_open;
  case SPIL_TABLE_ODS:
    return spil_ods_reader_open;
  case SPIL_TABLE_VCARD:
    return spil_vcard_reader_open;
  case SPIL_TABLE_FOUND:
  default:
    g_return_val_if_reached (NULL);
  }
}

SpilTableReader *
spil_table_reader_new (const char *path, const SpilTableOptions *options, GError **error)
{
  g_autoptr (SpilTableReader) self = NULL;
  SpilTableFormat format;

  g_return_val_if_fail (path != NULL, NULL);

  if (!spil_table_look (path, &format, error))
    return NULL;
  self = g_new0 (SpilTableReader, 1);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->row = spil_row_maker_new ();
  if (options != NULL)
    self->options = *options;
  if (self->options.format == SPIL_TABLE_FOUND)
    self->options.format = format;
  self->source = find_open (self->options.format) (path, &self->options, self->sheets, error);
  g_ptr_array_add (self->sheets, NULL);
  return self->source != NULL ? g_steal_pointer (&self) : NULL;
}

void
spil_table_reader_free (SpilTableReader *self)
{
  if (self->source != NULL)
    self->source->klass->free (self->source);
  g_ptr_array_unref (self->sheets);
  spil_row_maker_free (self->row);
  g_free (self);
}

gboolean
spil_table_reader_next (SpilTableReader *self, const SpilTableRow **row, GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  *row = NULL;
  while (!self->over && *row == NULL) {
    if (!self->source->klass->next (self->source, self->row, &self->over, error)) {
      self->over = TRUE;
      return FALSE;
    }
    if (!self->over && spil_row_maker_finish (self->row)->n_cells > 0)
      *row = spil_row_maker_finish (self->row);
  }
  return TRUE;
}

const char *const *
spil_table_reader_get_sheets (SpilTableReader *self)
{
  return (const char *const *) self->sheets->pdata;
}

guint
spil_table_reader_get_sheet (SpilTableReader *self)
{
  return self->options.sheet;
}

double
spil_table_reader_get_progress (SpilTableReader *self)
{
  return self->over ? 1 : self->source->klass->get_progress (self->source);
}

GPtrArray *
spil_table_reader_get_notes (SpilTableReader *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  self->source->klass->add_notes (self->source, notes);
  return notes;
}

const SpilTableOptions *
spil_table_reader_get_options (SpilTableReader *self)
{
  return &self->options;
}
