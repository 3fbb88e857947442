// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-ods-cell.h"
#include "spil-sheet-finds.h"
#include "spil-table-source.h"
#include "spil-xml.h"

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"
/* Of a sheet: document-content, body, spreadsheet, table. Tables deeper are in cells. */
#define TABLE_DEPTH 4
#define MAX_SHEETS 1024
#define MAX_ROWS (16 * 1048576)
/* How many cells may come of rows that stand in the file once and count for many. */
#define MAX_REPEATED_CELLS 5000000

typedef struct
{
  SpilTableSource parent;
  SpilPackage *zip;
  SpilXml *xml;
  gint64 number; /* of the row under way */
  gint64 again; /* how often the row under way is still to come */
  gint64 repeated_cells;
  SpilOdsCell cell;
  SpilSheetFinds finds;
} SpilOdsReader;

static gboolean
refuse_repeats (SpilOdsReader *self, GError **error)
{
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” repeats its row %d so often that no table needs it; remove that row in a spreadsheet program "
         "and save the file anew."),
      spil_package_get_name (self->zip), (int) MIN (self->number, G_MAXINT));
  return FALSE;
}

static void
count_finds (SpilOdsReader *self)
{
  const gboolean empty = self->cell.text->len == 0;

  if (self->cell.error)
    spil_sheet_finds_add_error (&self->finds, self->number);
  else if (self->cell.formula)
    (*(empty ? &self->finds.unvalued : &self->finds.formulas))++;
  self->finds.merged += self->cell.merged;
}

/* Reads the cell that opened, which is to stand at @column; moves that on. */
static gboolean
read_cell (SpilOdsReader *self, SpilRowMaker *row, gint64 *column, GError **error)
{
  const gint64 at = *column;

  if (!spil_ods_cell_read (&self->cell, self->xml, error))
    return FALSE;
  count_finds (self);
  *column = MIN (at + self->cell.repeated, G_MAXINT);
  if (self->cell.text->len == 0)
    return TRUE;
  if (!spil_row_maker_skip_to (row, (guint) at, error))
    return FALSE;
  for (gint64 i = 0; i < self->cell.repeated; i++)
    if (!spil_row_maker_add (row, self->cell.kind, self->cell.text->str, self->cell.text->len, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_row (SpilOdsReader *self, SpilRowMaker *row, GError **error)
{
  const int depth = spil_xml_depth (self->xml);
  const gint64 repeated = MAX (spil_xml_number (self->xml, "number-rows-repeated", MAX_ROWS, 1), 1);
  gint64 column = 0;

  spil_row_maker_begin (row, self->number);
  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (self->xml) == depth))
      break;
    if (event == SPIL_XML_OPEN &&
        !(g_str_has_suffix (spil_xml_name (self->xml), "table-cell") ? read_cell (self, row, &column, error)
                                                                     : spil_xml_skip (self->xml, error)))
      return FALSE;
  }
  if (spil_row_maker_count (row) == 0) {
    self->number = MIN (self->number + repeated, MAX_ROWS);
    return TRUE;
  }
  self->number++;
  self->again = repeated - 1;
  self->repeated_cells += self->again * spil_row_maker_count (row);
  return self->repeated_cells <= MAX_REPEATED_CELLS || refuse_repeats (self, error);
}

/* Passes what is no row: what groups rows is gone into. */
static gboolean
pass (SpilOdsReader *self, GError **error)
{
  const char *name = spil_xml_name (self->xml);

  return g_str_has_prefix (name, "table-row") || strcmp (name, "table-header-rows") == 0 ||
         spil_xml_skip (self->xml, error);
}

static gboolean
ods_next (SpilTableSource *source, SpilRowMaker *row, gboolean *end, GError **error)
{
  SpilOdsReader *self = (SpilOdsReader *) source;

  if (self->again > 0) {
    self->again--;
    spil_row_maker_repeat (row, self->number++);
    return TRUE;
  }
  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self->xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    *end = event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (self->xml) == TABLE_DEPTH);
    if (*end)
      return TRUE;
    if (event != SPIL_XML_OPEN)
      continue;
    if (spil_xml_is (self->xml, "table-row"))
      return read_row (self, row, error);
    if (!pass (self, error))
      return FALSE;
  }
}

static double
ods_get_progress (SpilTableSource *source)
{
  return spil_xml_get_progress (((SpilOdsReader *) source)->xml);
}

static void
ods_add_notes (SpilTableSource *source, GPtrArray *notes)
{
  spil_sheet_finds_add_notes (&((SpilOdsReader *) source)->finds, notes);
}

static void
ods_free (SpilTableSource *source)
{
  SpilOdsReader *self = (SpilOdsReader *) source;

  g_clear_pointer (&self->xml, spil_xml_free);
  g_clear_pointer (&self->zip, spil_package_free);
  g_string_free (self->cell.text, TRUE);
  g_free (self);
}

static const SpilTableSourceClass ods_class = { ods_next, ods_get_progress, ods_add_notes, ods_free };

/* A file with a password says so in its list of parts. */
static gboolean
check_password (SpilPackage *zip, GError **error)
{
  g_autoptr (SpilXml) xml = NULL;
  SpilXmlEvent event;

  if (!spil_package_has (zip, MANIFEST))
    return TRUE;
  xml = spil_xml_new (zip, MANIFEST, error);
  if (xml == NULL)
    return FALSE;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER) {
    if (event != SPIL_XML_OPEN || !spil_xml_is (xml, "encryption-data"))
      continue;
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("“%s” has a password; save it without one and choose it again."),
                 spil_package_get_name (zip));
    return FALSE;
  }
  return event == SPIL_XML_OVER;
}

/* Whether a sheet opens. */
static gboolean
opens_sheet (SpilXml *xml, SpilXmlEvent event)
{
  return event == SPIL_XML_OPEN && spil_xml_depth (xml) == TABLE_DEPTH && spil_xml_is (xml, "table");
}

static gboolean
read_names (SpilPackage *zip, GPtrArray *sheets, GError **error)
{
  g_autoptr (SpilXml) xml = spil_xml_new (zip, CONTENT, error);
  SpilXmlEvent event;

  if (xml == NULL)
    return FALSE;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER)
    if (opens_sheet (xml, event) && sheets->len < MAX_SHEETS) {
      const char *name = spil_xml_attribute (xml, "name");

      g_ptr_array_add (sheets, g_strdup (name != NULL ? name : ""));
    }
  if (event == SPIL_XML_FAILED)
    return FALSE;
  if (sheets->len > 0)
    return TRUE;
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
               _ ("“%s” has no sheet with cells; open it in a spreadsheet program and look what is in it."),
               spil_package_get_name (zip));
  return FALSE;
}

/* Goes to the beginning of the sheet. */
static gboolean
find_sheet (SpilOdsReader *self, guint sheet, GError **error)
{
  SpilXmlEvent event;
  guint at = 0;

  self->xml = spil_xml_new (self->zip, CONTENT, error);
  if (self->xml == NULL)
    return FALSE;
  while ((event = spil_xml_next (self->xml, error)) > SPIL_XML_OVER)
    if (opens_sheet (self->xml, event) && at++ == sheet)
      return TRUE;
  if (event == SPIL_XML_OVER)
    spil_package_set_damaged (self->zip, CONTENT, NULL, error);
  return FALSE;
}

SpilTableSource *
spil_ods_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error)
{
  SpilOdsReader *self = g_new0 (SpilOdsReader, 1);

  self->parent.klass = &ods_class;
  self->number = 1;
  self->cell.text = g_string_new (NULL);
  self->zip = spil_package_new (path, error);
  if (self->zip != NULL && check_password (self->zip, error) && read_names (self->zip, sheets, error)) {
    options->sheet = MIN (options->sheet, sheets->len - 1);
    if (find_sheet (self, options->sheet, error))
      return &self->parent;
  }
  ods_free (&self->parent);
  return NULL;
}
