// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-package.h"

G_BEGIN_DECLS

/** What comes next in a part that is XML. */
typedef enum
{
  SPIL_XML_FAILED, /**< the error is set */
  SPIL_XML_OVER, /**< there is no more */
  SPIL_XML_OPEN, /**< an element begins; each one also closes */
  SPIL_XML_CLOSE,
  SPIL_XML_TEXT,
} SpilXmlEvent;

/** A file that is XML by itself is not opened when it is larger than this. */
#define SPIL_XML_MAX_FILE (G_GINT64_CONSTANT (256) * 1024 * 1024)
/** How deep the elements of such a file may nest. */
#define SPIL_XML_MAX_DEPTH 100

/**
 * Reads XML of a part of a package or of a file, event by event, in bounded memory. It goes to no network, loads and expands nothing: a document that declares
 * entities (or anything else) is refused. Names are without namespace.
 */
typedef struct _SpilXml SpilXml;

/** SPIL_EXCHANGE_ERROR. */
SpilXml *spil_xml_new (SpilPackage *zip, const char *part, GError **error);
/** The same of a file by itself. */
SpilXml *spil_xml_new_file (const char *path, GError **error);
void spil_xml_free (SpilXml *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilXml, spil_xml_free)

SpilXmlEvent spil_xml_next (SpilXml *self, GError **error);

/** The name of the element that opened or closes; valid until the next event. */
const char *spil_xml_name (SpilXml *self);
gboolean spil_xml_is (SpilXml *self, const char *name);
/** The address of its namespace; "" without one. */
const char *spil_xml_space (SpilXml *self);

/** The text; valid until the next event. */
const char *spil_xml_text (SpilXml *self);

/** An attribute of the element that opened, of whatever namespace; NULL without it. Valid until the next event. */
const char *spil_xml_attribute (SpilXml *self, const char *name);
/** The same of a namespace whose address has @space in it; "" is none. */
const char *spil_xml_attribute_in (SpilXml *self, const char *space, const char *name);
/** The name of attribute @at of the element that opened, counted from 0, and its value; NULL after the last one. Valid until the next event. */
const char *spil_xml_attribute_at (SpilXml *self, int at, const char **value);
/** As a whole number from 0 to @max; @other without it or when it is none. */
int spil_xml_number (SpilXml *self, const char *name, int max, int other);

/** How many elements are open, that of an SPIL_XML_OPEN or SPIL_XML_CLOSE event included. */
int spil_xml_depth (SpilXml *self);

/** Passes over all that is in the element that opened, to its SPIL_XML_CLOSE. SPIL_EXCHANGE_ERROR. */
gboolean spil_xml_skip (SpilXml *self, GError **error);

double spil_xml_get_progress (SpilXml *self);

G_END_DECLS
