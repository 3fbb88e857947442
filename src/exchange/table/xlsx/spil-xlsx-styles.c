// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-xlsx-book.h"
#include "spil-xml.h"

/* Excel itself makes at most 65,490 of them. */
#define MAX_STYLES 65536
#define MAX_FORMATS 65536

/* The kinds of formats that the file makes itself, by number. */
static void
add_format (SpilXml *xml, GHashTable *formats)
{
  const int number = spil_xml_number (xml, "numFmtId", G_MAXINT, -1);
  const char *code = spil_xml_attribute (xml, "formatCode");

  if (number >= 0 && code != NULL && g_hash_table_size (formats) < MAX_FORMATS)
    g_hash_table_replace (formats, GINT_TO_POINTER (number), GINT_TO_POINTER (spil_format_of_code (code)));
}

static void
add_style (SpilXml *xml, GHashTable *formats, GByteArray *styles)
{
  const int number = spil_xml_number (xml, "numFmtId", G_MAXINT, 0);
  gpointer own;
  guint8 kind = (guint8) spil_format_of_number (number);

  if (g_hash_table_lookup_extended (formats, GINT_TO_POINTER (number), NULL, &own))
    kind = (guint8) GPOINTER_TO_INT (own);
  if (styles->len < MAX_STYLES)
    g_byte_array_append (styles, &kind, 1);
}

GByteArray *
spil_xlsx_read_styles (SpilZip *zip, const char *part, GError **error)
{
  g_autoptr (GByteArray) styles = g_byte_array_new ();
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (SpilXml) xml = NULL;
  gboolean in_cells = FALSE;
  SpilXmlEvent event;

  if (part == NULL || !spil_zip_has (zip, part))
    return g_steal_pointer (&styles);
  xml = spil_xml_new (zip, part, error);
  if (xml == NULL)
    return NULL;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER) {
    if (event == SPIL_XML_TEXT)
      continue;
    if (spil_xml_is (xml, "cellXfs"))
      in_cells = event == SPIL_XML_OPEN;
    else if (event == SPIL_XML_OPEN && spil_xml_is (xml, "numFmt"))
      add_format (xml, formats);
    else if (event == SPIL_XML_OPEN && in_cells && spil_xml_is (xml, "xf"))
      add_style (xml, formats, styles);
  }
  return event == SPIL_XML_OVER ? g_steal_pointer (&styles) : NULL;
}
