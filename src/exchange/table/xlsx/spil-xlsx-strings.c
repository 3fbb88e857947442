// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-xlsx-strings.h"

#include <string.h>

#include "spil-text.h"

#define ESCAPE_LENGTH 7 /* of _xHHHH_ */

/* The character that _xHHHH_ at @at stands for; -1 when it stands for itself. */
static int
escaped (const char *at)
{
  int code = 0;

  if (at[0] != '_' || at[1] != 'x')
    return -1;
  for (int i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return -1;
    code = code * 16 + g_ascii_xdigit_value (at[i]);
  }
  return at[6] == '_' && (code < 0x20 || code == '_') ? code : -1;
}

void
spil_xlsx_unescape (GString *text)
{
  char *to = text->str;
  const char *from = text->str;

  if (strstr (text->str, "_x") == NULL && strchr (text->str, '\r') == NULL)
    return;
  while (*from != '\0') {
    const int code = escaped (from);
    const char c = code < 0 ? *from : (char) code;

    from += code < 0 ? 1 : ESCAPE_LENGTH;
    if (c == '\r' && *from != '\n')
      *to++ = '\n';
    else if (c != '\r' && c != '\0')
      *to++ = c;
  }
  g_string_truncate (text, (gsize) (to - text->str));
}

gboolean
spil_xlsx_read_text (SpilXml *xml, GString *text, GError **error)
{
  const int depth = spil_xml_depth (xml);
  gboolean in_text = FALSE;

  g_string_truncate (text, 0);
  for (;;) {
    const SpilXmlEvent event = spil_xml_next (xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (xml) == depth))
      break;
    if (event == SPIL_XML_TEXT) {
      if (in_text && text->len <= SPIL_TEXT_MAX_BYTES)
        g_string_append (text, spil_xml_text (xml));
    } else if (event == SPIL_XML_OPEN && spil_xml_is (xml, "rPh")) {
      if (!spil_xml_skip (xml, error))
        return FALSE;
    } else if (spil_xml_is (xml, "t")) {
      in_text = event == SPIL_XML_OPEN;
    }
  }
  spil_xlsx_unescape (text);
  return TRUE;
}

SpilTextShelf *
spil_xlsx_read_strings (SpilZip *zip, const char *part, GError **error)
{
  g_autoptr (SpilTextShelf) shelf = spil_text_shelf_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpilXml) xml = NULL;
  SpilXmlEvent event;

  if (part == NULL || !spil_zip_has (zip, part))
    return g_steal_pointer (&shelf);
  xml = spil_xml_new (zip, part, error);
  if (xml == NULL)
    return NULL;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER) {
    if (event != SPIL_XML_OPEN || !spil_xml_is (xml, "si"))
      continue;
    if (!spil_xlsx_read_text (xml, text, error) || !spil_text_shelf_add (shelf, text->str, text->len, error))
      return NULL;
  }
  return event == SPIL_XML_OVER ? g_steal_pointer (&shelf) : NULL;
}
