// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-xlsx-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-xml.h"

#define ROOT_RELATIONS "_rels/.rels"
#define USUAL_BOOK "xl/workbook.xml"
#define MAX_SHEETS 1024

/* A sheet as the workbook names it. */
typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} NamedSheet;

static void
named_sheet_free (NamedSheet *self)
{
  g_free (self->name);
  g_free (self->relation);
  g_free (self);
}

static void
sheet_free (SpilXlsxSheet *self)
{
  g_free (self->name);
  g_free (self->part);
  g_free (self);
}

void
spil_xlsx_book_free (SpilXlsxBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self->strings);
  g_free (self->styles);
  g_free (self);
}

/* The part that @target names, seen from @part; "../" and "/" as in addresses. */
static char *
resolve (const char *part, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *whole = NULL;
  g_autofree char *absolute = g_strconcat ("/", folder, NULL);
  char *plain;

  whole = g_canonicalize_filename (target, absolute);
  plain = g_strdup (whole + 1);
  return plain;
}

/* What one relation leads to. */
typedef void (*OnRelation) (const char *id, const char *type, const char *part, gpointer user_data);

/* The relations of @of, which stand in @part. No such part: none. */
static gboolean
read_relations (SpilPackage *zip, const char *part, const char *of, OnRelation on_relation,
                gpointer user_data, GError **error)
{
  g_autoptr (SpilXml) xml = NULL;
  SpilXmlEvent event;

  if (!spil_package_has (zip, part))
    return TRUE;
  xml = spil_xml_new (zip, part, error);
  if (xml == NULL)
    return FALSE;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER) {
    const char *id;
    const char *type;
    const char *target;

    if (event != SPIL_XML_OPEN || !spil_xml_is (xml, "Relationship"))
      continue;
    id = spil_xml_attribute (xml, "Id");
    type = spil_xml_attribute (xml, "Type");
    target = spil_xml_attribute (xml, "Target");
    if (id != NULL && type != NULL && target != NULL && strrchr (type, '/') != NULL) {
      g_autofree char *found = resolve (of, target);

      on_relation (id, strrchr (type, '/') + 1, found, user_data);
    }
  }
  return event == SPIL_XML_OVER;
}

static void
on_root_relation_cb (const char *id, const char *type, const char *part, gpointer user_data)
{
  char **book = user_data;

  if (strcmp (type, "officeDocument") == 0 && *book == NULL)
    *book = g_strdup (part);
}

/* The relations of the workbook: by id, and those that there is one of. */
typedef struct
{
  SpilXlsxBook *book;
  GHashTable *worksheets; /* id to part */
} BookRelations;

static void
on_book_relation_cb (const char *id, const char *type, const char *part, gpointer user_data)
{
  BookRelations *self = user_data;
  char **one = NULL;

  if (strcmp (type, "worksheet") == 0)
    g_hash_table_replace (self->worksheets, g_strdup (id), g_strdup (part));
  else if (strcmp (type, "sharedStrings") == 0)
    one = &self->book->strings;
  else if (strcmp (type, "styles") == 0)
    one = &self->book->styles;
  else if (strcmp (type, "vbaProject") == 0)
    self->book->has_macros = TRUE;
  if (one != NULL && *one == NULL)
    *one = g_strdup (part);
}

static void
add_sheet (SpilXml *xml, GPtrArray *named)
{
  const char *name = spil_xml_attribute (xml, "name");
  const char *relation = spil_xml_attribute_in (xml, "relationships", "id");
  NamedSheet *sheet;

  if (name == NULL || relation == NULL || named->len >= MAX_SHEETS)
    return;
  sheet = g_new0 (NamedSheet, 1);
  sheet->name = g_strdup (name);
  sheet->relation = g_strdup (relation);
  sheet->hidden = g_strcmp0 (spil_xml_attribute (xml, "state"), "hidden") == 0 ||
                  g_strcmp0 (spil_xml_attribute (xml, "state"), "veryHidden") == 0;
  g_ptr_array_add (named, sheet);
}

static gboolean
read_book (SpilPackage *zip, const char *part, SpilXlsxBook *book, GPtrArray *named, GError **error)
{
  g_autoptr (SpilXml) xml = spil_xml_new (zip, part, error);
  SpilXmlEvent event;

  if (xml == NULL)
    return FALSE;
  while ((event = spil_xml_next (xml, error)) > SPIL_XML_OVER) {
    const char *since_1904;

    if (event != SPIL_XML_OPEN)
      continue;
    since_1904 = spil_xml_is (xml, "workbookPr") ? spil_xml_attribute (xml, "date1904") : NULL;
    if (g_strcmp0 (since_1904, "1") == 0 || g_strcmp0 (since_1904, "true") == 0)
      book->epoch = SPIL_SERIAL_1904;
    if (spil_xml_is (xml, "sheet"))
      add_sheet (xml, named);
  }
  return event == SPIL_XML_OVER;
}

static void
choose_sheets (SpilXlsxBook *book, GPtrArray *named, GHashTable *worksheets, gboolean hidden)
{
  for (guint i = 0; i < named->len; i++) {
    const NamedSheet *from = named->pdata[i];
    const char *part = g_hash_table_lookup (worksheets, from->relation);
    SpilXlsxSheet *sheet;

    if (part == NULL || (from->hidden && !hidden))
      continue;
    sheet = g_new0 (SpilXlsxSheet, 1);
    sheet->name = g_strdup (from->name);
    sheet->part = g_strdup (part);
    g_ptr_array_add (book->sheets, sheet);
  }
}

static char *
relations_of (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  return g_strconcat (folder, "/_rels/", name, ".rels", NULL);
}

static gboolean
read_all (SpilXlsxBook *self, SpilPackage *zip, GError **error)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func ((GDestroyNotify) named_sheet_free);
  g_autoptr (GHashTable) worksheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  BookRelations relations = { self, worksheets };
  g_autofree char *part = NULL;
  g_autofree char *of = NULL;

  if (!read_relations (zip, ROOT_RELATIONS, "", on_root_relation_cb, &part, error))
    return FALSE;
  if (part == NULL)
    part = g_strdup (USUAL_BOOK);
  of = relations_of (part);
  if (!read_book (zip, part, self, named, error) ||
      !read_relations (zip, of, part, on_book_relation_cb, &relations, error))
    return FALSE;
  choose_sheets (self, named, worksheets, FALSE);
  if (self->sheets->len == 0)
    choose_sheets (self, named, worksheets, TRUE);
  return TRUE;
}

SpilXlsxBook *
spil_xlsx_book_new (SpilPackage *zip, GError **error)
{
  g_autoptr (SpilXlsxBook) self = g_new0 (SpilXlsxBook, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  if (!read_all (self, zip, error))
    return NULL;
  if (self->sheets->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
               _ ("“%s” has no sheet with cells; open it in a spreadsheet program and look what is in it."),
               spil_package_get_name (zip));
  return NULL;
}
