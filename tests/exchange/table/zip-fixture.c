// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "zip-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static la_ssize_t
on_write_cb (struct archive *archive, void *user_data, const void *bytes, size_t length)
{
  g_byte_array_append (user_data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static void
add_part (struct archive *archive, const char *name, const char *text, gsize repeats)
{
  struct archive_entry *entry = archive_entry_new ();
  const gsize length = strlen (text);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) (length * repeats));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  for (gsize i = 0; i < repeats; i++)
    g_assert_cmpint (archive_write_data (archive, text, length), ==, (gssize) length);
  archive_entry_free (entry);
}

GBytes *
zip_fixture_make_long (const ZipPart *parts, const char *name, const char *text, gsize repeats)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, on_write_cb, NULL), ==, ARCHIVE_OK);
  for (; parts->name != NULL; parts++)
    if (parts->text != NULL)
      add_part (archive, parts->name, parts->text, 1);
  if (name != NULL)
    add_part (archive, name, text, repeats);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
zip_fixture_make (const ZipPart *parts)
{
  return zip_fixture_make_long (parts, NULL, NULL, 0);
}

GBytes *
zip_fixture_xlsx (const char *sheet_data, const char *shared, const char *styles)
{
  g_autofree char *sheet = g_strconcat ("<worksheet " MAIN ">", sheet_data, "</worksheet>", NULL);
  g_autofree char *strings = shared != NULL ? g_strconcat ("<sst " MAIN ">", shared, "</sst>", NULL) : NULL;
  g_autofree char *style_sheet = styles != NULL
                                     ? g_strconcat ("<styleSheet " MAIN ">", styles, "</styleSheet>", NULL)
                                     : NULL;
  const ZipPart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "_rels/.rels",
      "<Relationships><Relationship Id=\"r1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
      "</Relationships>" },
    { "xl/workbook.xml",
      "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/>"
      "</sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Type=\"" OFFICE
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" OFFICE "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
      "<Relationship Id=\"r3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>" },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/sharedStrings.xml", strings },
    { "xl/styles.xml", style_sheet },
    { NULL, NULL },
  };

  return zip_fixture_make (parts);
}

GBytes *
zip_fixture_ods (const char *rows)
{
  g_autofree char *content = g_strconcat (
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
      "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
      "<office:body><office:spreadsheet><table:table table:name=\"Blad1\">",
      rows, "</table:table></office:spreadsheet></office:body></office:document-content>", NULL);
  const ZipPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { NULL, NULL },
  };

  return zip_fixture_make (parts);
}
