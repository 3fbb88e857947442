// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-xml.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "spil-exchange-error.h"

/* Of a file by itself, looked at before it is parsed. */
#define LOOK_BYTES (256 * 1024)

struct _SpilXml
{
  SpilPackage *zip; /* NULL: a file by itself */
  char *name; /* of the part or the file */
  SpilPackagePart *part;
  FILE *file;
  int64_t size; /* of the file */
  int64_t n_read;
  xmlTextReader *reader;
  xmlNode *node; /* of the latest event */
  GError *fault; /* of reading the part */
  char *complaint; /* of libxml2, for experts */
  gboolean closes; /* an element without content has opened: it closes next */
  int depth;
};

static int
read_file (SpilXml *self, char *bytes, int length)
{
  const size_t n = fread (bytes, 1, (size_t) length, self->file);

  self->n_read += (int64_t) n;
  if (n > 0 || !ferror (self->file))
    return (int) n;
  g_set_error (&self->fault, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
               _ ("“%s” cannot be read: %s. Look whether the disk it is on is still there."), self->name,
               g_strerror (errno));
  return -1;
}

static int
on_read_cb (void *context, char *bytes, int length)
{
  SpilXml *self = context;

  if (self->fault != NULL)
    return -1;
  if (self->file != NULL)
    return read_file (self, bytes, length);
  return (int) spil_package_part_read (self->part, bytes, (gsize) length, &self->fault);
}

static void
on_error_cb (void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr where)
{
  SpilXml *self = context;
  g_autofree char *line = g_strstrip (g_strdup (message));

  if (self->complaint == NULL)
    self->complaint = g_strdup_printf ("%s, %d", line, xmlTextReaderLocatorLineNumber (where));
}

/* What is there cannot be read as XML, which @detail explains to experts. */
static void
set_damaged (SpilXml *self, const char *detail, GError **error)
{
  if (self->zip != NULL)
    spil_package_set_damaged (self->zip, self->name, detail, error);
  else
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("“%s” is no XML file, or it is damaged or not complete (%s). Save or fetch the file "
                    "again; if that does not help, save it again in the program that made it."),
                 self->name, detail != NULL ? detail : "?");
}

static SpilXmlEvent refuse_declarations (SpilXml *self, GError **error);

/* Declarations stand at the beginning. A parser may read long in them before it tells, so they are looked for first, in one or two bytes a character. */
static gboolean
has_declarations (SpilXml *self)
{
  g_autofree char *bytes = g_malloc (LOOK_BYTES);
  const size_t n = fread (bytes, 1, LOOK_BYTES, self->file);
  size_t length = 0;

  rewind (self->file);
  for (size_t i = 0; i < n; i++)
    if (bytes[i] != '\0')
      bytes[length++] = bytes[i];
  return g_strstr_len (bytes, (gssize) length, "<!DOCTYPE") != NULL;
}

static SpilXml *
begin (SpilXml *xml, GError **error)
{
  g_autoptr (SpilXml) self = xml;

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
    set_damaged (self, NULL, error);
  return NULL;
}

SpilXml *
spil_xml_new (SpilPackage *zip, const char *part, GError **error)
{
  g_autoptr (SpilXml) self = g_new0 (SpilXml, 1);

  self->zip = zip;
  self->name = g_strdup (part);
  self->part = spil_package_part_new (zip, part, error);
  return self->part != NULL ? begin (g_steal_pointer (&self), error) : NULL;
}

SpilXml *
spil_xml_new_file (const char *path, GError **error)
{
  g_autoptr (SpilXml) self = g_new0 (SpilXml, 1);
  GStatBuf facts;

  self->name = g_filename_display_basename (path);
  self->file = g_fopen (path, "rb");
  if (self->file == NULL || g_stat (path, &facts) != 0 || S_ISDIR (facts.st_mode)) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
                 _ ("“%s” cannot be opened: %s. Choose another file."), self->name,
                 g_strerror (self->file != NULL ? EISDIR : errno));
    return NULL;
  }
  self->size = facts.st_size;
  if (self->size <= SPIL_XML_MAX_FILE && has_declarations (self)) {
    refuse_declarations (self, error);
    return NULL;
  }
  if (self->size <= SPIL_XML_MAX_FILE)
    return begin (g_steal_pointer (&self), error);
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
               _ ("“%s” is larger than %d megabytes; it is not opened. Save it in smaller parts."),
               self->name, (int) (SPIL_XML_MAX_FILE / 1024 / 1024));
  return NULL;
}

void
spil_xml_free (SpilXml *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->part, spil_package_part_free);
  g_clear_pointer (&self->file, fclose);
  g_clear_error (&self->fault);
  g_free (self->complaint);
  g_free (self->name);
  g_free (self);
}

static SpilXmlEvent
refuse_declarations (SpilXml *self, GError **error)
{
  if (self->zip != NULL)
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("“%s” has declarations inside that no spreadsheet program makes and that can do harm; it is not read. "
           "Ask for the list again, as CSV for instance."),
        spil_package_get_name (self->zip));
  else
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
        _ ("“%s” has declarations inside that no planning program makes and that can do harm; it is not read. "
           "Ask for the planning again, saved anew in the program that made it."),
        self->name);
  return SPIL_XML_FAILED;
}

static SpilXmlEvent
refuse_depth (SpilXml *self, GError **error)
{
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” has more than %d elements inside each other, as no planning has; it is not read. Ask for "
         "the planning again."),
      self->name, SPIL_XML_MAX_DEPTH);
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
    set_damaged (self, self->complaint, error);
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
      if (self->file != NULL && self->depth > SPIL_XML_MAX_DEPTH)
        return refuse_depth (self, error);
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
spil_xml_space (SpilXml *self)
{
  return self->node->ns != NULL && self->node->ns->href != NULL ? (const char *) self->node->ns->href : "";
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

const char *
spil_xml_attribute_at (SpilXml *self, int at, const char **value)
{
  const xmlAttr *attribute = self->node->properties;

  while (attribute != NULL && at-- > 0)
    attribute = attribute->next;
  *value = attribute != NULL ? attribute_text (attribute) : NULL;
  return attribute != NULL ? (const char *) attribute->name : NULL;
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
  if (self->file != NULL)
    return self->size > 0 ? MIN (1.0, (double) self->n_read / (double) self->size) : 0;
  return spil_package_part_get_progress (self->part);
}
