// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "spil-exchange-error.h"

struct _SpilXml
{
  SpilZip *zip;
  char *name; /* of the part */
  SpilZipPart *part;
  xmlTextReader *reader;
  xmlNode *node; /* of the latest event */
  GError *fault; /* of reading the part */
  char *complaint; /* of libxml2, for experts */
  gboolean closes; /* an element without content has opened: it closes next */
  int depth;
};

static int
on_read_cb (void *context, char *bytes, int length)
{
  SpilXml *self = context;

  if (self->fault != NULL)
    return -1;
  return (int) spil_zip_part_read (self->part, bytes, (gsize) length, &self->fault);
}

static void
on_error_cb (void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr where)
{
  SpilXml *self = context;
  g_autofree char *line = g_strstrip (g_strdup (message));

  if (self->complaint == NULL)
    self->complaint = g_strdup_printf ("%s, %d", line, xmlTextReaderLocatorLineNumber (where));
}

SpilXml *
spil_xml_new (SpilZip *zip, const char *part, GError **error)
{
  g_autoptr (SpilXml) self = g_new0 (SpilXml, 1);

  self->zip = zip;
  self->name = g_strdup (part);
  self->part = spil_zip_part_new (zip, part, error);
  if (self->part == NULL)
    return NULL;
  self->reader = xmlReaderForIO (on_read_cb, NULL, self, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_COMPACT);
  if (self->reader != NULL) {
    xmlTextReaderSetErrorHandler (self->reader, on_error_cb, self);
    return g_steal_pointer (&self);
  }
  if (self->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&self->fault));
  else
    spil_zip_set_damaged (zip, part, NULL, error);
  return NULL;
}

void
spil_xml_free (SpilXml *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->part, spil_zip_part_free);
  g_clear_error (&self->fault);
  g_free (self->complaint);
  g_free (self->name);
  g_free (self);
}

static SpilXmlEvent
refuse_declarations (SpilXml *self, GError **error)
{
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” has declarations inside that no spreadsheet program makes and that can do harm; it is not read. "
                  "Ask for the list again, as CSV for instance."),
        spil_zip_get_name (self->zip));
  return SPIL_XML_FAILED;
}

static SpilXmlEvent
fail (SpilXml *self, GError **error)
{
  if (self->fault != NULL)
    g_propagate_error (error, g_steal_pointer (&self->fault));
  else if (self->complaint != NULL && strstr (self->complaint, "ntity") != NULL) /* found before it is seen */
    return refuse_declarations (self, error);
  else
    spil_zip_set_damaged (self->zip, self->name, self->complaint, error);
  return SPIL_XML_FAILED;
}

SpilXmlEvent
spil_xml_next (SpilXml *self, GError **error)
{
  if (self->closes) {
    self->closes = FALSE;
    return SPIL_XML_CLOSE;
  }
  for (;;) {
    const int result = xmlTextReaderRead (self->reader);

    if (result != 1)
      return result == 0 && self->fault == NULL ? SPIL_XML_OVER : fail (self, error);
    self->node = xmlTextReaderCurrentNode (self->reader);
    switch (xmlTextReaderNodeType (self->reader)) {
    case XML_READER_TYPE_ELEMENT:
      self->depth = xmlTextReaderDepth (self->reader) + 1;
      self->closes = xmlTextReaderIsEmptyElement (self->reader) == 1;
      return SPIL_XML_OPEN;
    case XML_READER_TYPE_END_ELEMENT:
      self->depth = xmlTextReaderDepth (self->reader) + 1;
      return SPIL_XML_CLOSE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return SPIL_XML_TEXT;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return refuse_declarations (self, error);
    default:
      break;
    }
  }
}

const char *
spil_xml_name (SpilXml *self)
{
  return (const char *) self->node->name;
}

gboolean
spil_xml_is (SpilXml *self, const char *name)
{
  return strcmp ((const char *) self->node->name, name) == 0;
}

const char *
spil_xml_text (SpilXml *self)
{
  return self->node->content != NULL ? (const char *) self->node->content : "";
}

static const char *
attribute_text (const xmlAttr *attribute)
{
  return attribute->children != NULL && attribute->children->content != NULL
             ? (const char *) attribute->children->content
             : "";
}

const char *
spil_xml_attribute (SpilXml *self, const char *name)
{
  for (const xmlAttr *a = self->node->properties; a != NULL; a = a->next)
    if (strcmp ((const char *) a->name, name) == 0)
      return attribute_text (a);
  return NULL;
}

const char *
spil_xml_attribute_in (SpilXml *self, const char *space, const char *name)
{
  for (const xmlAttr *a = self->node->properties; a != NULL; a = a->next) {
    const char *address = a->ns != NULL ? (const char *) a->ns->href : "";

    if (strcmp ((const char *) a->name, name) == 0 &&
        (space[0] != '\0' ? strstr (address, space) != NULL : address[0] == '\0'))
      return attribute_text (a);
  }
  return NULL;
}

int
spil_xml_number (SpilXml *self, const char *name, int max, int other)
{
  const char *text = spil_xml_attribute (self, name);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, (guint64) max, &number, NULL))
    return other;
  return (int) number;
}

int
spil_xml_depth (SpilXml *self)
{
  return self->depth;
}

gboolean
spil_xml_skip (SpilXml *self, GError **error)
{
  const int depth = self->depth;

  for (;;) {
    const SpilXmlEvent event = spil_xml_next (self, error);

    if (event == SPIL_XML_FAILED || event == SPIL_XML_OVER)
      return event == SPIL_XML_OVER;
    if (event == SPIL_XML_CLOSE && self->depth == depth)
      return TRUE;
  }
}

double
spil_xml_get_progress (SpilXml *self)
{
  return spil_zip_part_get_progress (self->part);
}
