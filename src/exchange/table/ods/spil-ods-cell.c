// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ods-cell.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "spil-day.h"
#include "spil-number-format.h"
#include "spil-text.h"

#define OFFICE "xmlns:office"
#define MAX_REPEATED 1000000000

static const char *
office (SpilXml *xml, const char *name)
{
  return spil_xml_attribute_in (xml, OFFICE, name);
}

/* A number in @text, as @kind. FALSE when there is none. */
static gboolean
take_number (SpilOdsCell *self, const char *text, SpilFormatKind kind)
{
  char *end;
  const double number = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  if (text == NULL || end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  self->kind = spil_format_apply (number, kind, SPIL_SERIAL_1900, self->text);
  return TRUE;
}

/* "2018-07-31" or "2018-07-31T14:02:00". */
static gboolean
take_date (SpilOdsCell *self, const char *text)
{
  g_autofree char *day_text = text != NULL ? g_strndup (text, 10) : NULL;
  SpilDay day;

  if (text == NULL || strlen (text) < 10 || !spil_day_parse (day_text, &day))
    return FALSE;
  self->kind = SPIL_CELL_DATE;
  g_string_append (self->text, day_text);
  if (text[10] != 'T' || strlen (text) < 16 || g_str_has_prefix (text + 11, "00:00:00"))
    return TRUE;
  self->kind = SPIL_CELL_TIME;
  g_string_append_len (self->text, text + 10,
                       strlen (text) >= 19 && memcmp (text + 16, ":00", 3) != 0 ? 9 : 6);
  return TRUE;
}

/* "PT14H02M00S" becomes "14:02". */
static gboolean
take_time (SpilOdsCell *self, const char *text)
{
  int hours, minutes, seconds;

  if (text == NULL || sscanf (text, "PT%5dH%2dM%2d", &hours, &minutes, &seconds) != 3 || hours < 0 ||
      minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
    return FALSE;
  self->kind = SPIL_CELL_TEXT;
  g_string_append_printf (self->text, "%02d:%02d", hours, minutes);
  if (seconds != 0)
    g_string_append_printf (self->text, ":%02d", seconds);
  return TRUE;
}

/* What the attributes say; FALSE when the text in the cell is its value. */
static gboolean
take_attributes (SpilOdsCell *self, SpilXml *xml)
{
  const char *type = office (xml, "value-type");
  const char *text;

  if (type == NULL)
    return FALSE;
  if (strcmp (type, "float") == 0 || strcmp (type, "currency") == 0)
    return take_number (self, office (xml, "value"), SPIL_FORMAT_NUMBER);
  if (strcmp (type, "percentage") == 0)
    return take_number (self, office (xml, "value"), SPIL_FORMAT_PERCENT);
  if (strcmp (type, "date") == 0)
    return take_date (self, office (xml, "date-value"));
  if (strcmp (type, "time") == 0)
    return take_time (self, office (xml, "time-value"));
  if (strcmp (type, "boolean") == 0 && (text = office (xml, "boolean-value")) != NULL) {
    self->kind = SPIL_CELL_BOOLEAN;
    g_string_append (self->text, strcmp (text, "true") == 0 ? "true" : "false");
    return TRUE;
  }
  text = strcmp (type, "string") == 0 ? office (xml, "string-value") : NULL;
  if (text == NULL)
    return FALSE;
  g_string_append (self->text, text);
  return TRUE;
}

/* What stands for white space in a paragraph. */
static void
append_space (GString *text, SpilXml *xml)
{
  if (spil_xml_is (xml, "tab"))
    g_string_append_c (text, '\t');
  else if (spil_xml_is (xml, "line-break"))
    g_string_append_c (text, '\n');
  else if (spil_xml_is (xml, "s"))
    for (int n = spil_xml_number (xml, "c", 10000, 1); n > 0; n--)
      g_string_append_c (text, ' ');
}

/* Remarks, notes and drawings are not the text of the cell. */
static gboolean
is_aside (SpilXml *xml)
{
  return spil_xml_is (xml, "annotation") || spil_xml_is (xml, "note") || spil_xml_is (xml, "frame") ||
         spil_xml_is (xml, "ruby-text");
}

/* Appends the paragraph that opened. */
static gboolean
read_paragraph (SpilXml *xml, GString *text, GError **error)
{
  const int depth = spil_xml_depth (xml);

  for (;;) {
    const SpilXmlEvent event = spil_xml_next (xml, error);

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (xml) == depth))
      return TRUE;
    if (event == SPIL_XML_OPEN && is_aside (xml)) {
      if (!spil_xml_skip (xml, error))
        return FALSE;
    } else if (event != SPIL_XML_CLOSE && text->len <= SPIL_TEXT_MAX_BYTES) {
      if (event == SPIL_XML_TEXT)
        g_string_append (text, spil_xml_text (xml));
      else
        append_space (text, xml);
    }
  }
}

/* The paragraphs in the cell; into @text unless it is NULL. */
static gboolean
read_paragraphs (SpilXml *xml, GString *text, GError **error)
{
  const int depth = spil_xml_depth (xml);
  gboolean any = FALSE;

  for (;;) {
    const SpilXmlEvent event = spil_xml_next (xml, error);
    gboolean done = TRUE;

    if (event == SPIL_XML_FAILED)
      return FALSE;
    if (event == SPIL_XML_OVER || (event == SPIL_XML_CLOSE && spil_xml_depth (xml) == depth))
      return TRUE;
    if (event != SPIL_XML_OPEN)
      continue;
    if (text != NULL && (spil_xml_is (xml, "p") || spil_xml_is (xml, "h"))) {
      if (any && text->len <= SPIL_TEXT_MAX_BYTES)
        g_string_append_c (text, '\n');
      any = TRUE;
      done = read_paragraph (xml, text, error);
    } else {
      done = spil_xml_skip (xml, error);
    }
    if (!done)
      return FALSE;
  }
}

gboolean
spil_ods_cell_read (SpilOdsCell *self, SpilXml *xml, GError **error)
{
  const gboolean covered = spil_xml_is (xml, "covered-table-cell");
  gboolean known;

  g_string_truncate (self->text, 0);
  self->kind = SPIL_CELL_TEXT;
  self->repeated = MAX (spil_xml_number (xml, "number-columns-repeated", MAX_REPEATED, 1), 1);
  self->formula = spil_xml_attribute (xml, "formula") != NULL;
  self->error = g_strcmp0 (spil_xml_attribute_in (xml, "calcext", "value-type"), "error") == 0;
  self->merged = spil_xml_number (xml, "number-columns-spanned", MAX_REPEATED, 1) > 1 ||
                 spil_xml_number (xml, "number-rows-spanned", MAX_REPEATED, 1) > 1;
  known = covered || self->error || take_attributes (self, xml);
  return read_paragraphs (xml, known ? NULL : self->text, error);
}
