// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "table-fixture.h"
#include "zip-fixture.h"

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static void
check_bytes (const void *bytes, gsize length, const char *expected)
{
  g_autofree char *read = table_fixture_read_bytes (bytes, length, NULL);

  if (strstr (read, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, read);
}

static void
check_zip (GBytes *zip, const char *expected)
{
  check_bytes (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), expected);
  g_bytes_unref (zip);
}

/* Files that are no tables: what they are, and what to do. */
static void
test_others (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *told;
  } cases[] = {
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", 12,
      "ERROR “table.dat” is an old Excel file (.xls) or has a password" },
    { "%PDF-1.7\n", 9, "ERROR “table.dat” is a PDF" },
    { "  <!DOCTYPE html>\n<table>", 24, "ERROR “table.dat” is a web page" },
    { "\xef\xbb\xbf<html>", 9, "ERROR “table.dat” is a web page" },
    { "<?xml version=\"1.0\"?><Workbook/>", 32, "ERROR “table.dat” is a web page" },
    { "\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05", 13, "ERROR “table.dat” holds no table" },
    { "PK\x03\x04 and no more", 16, "ERROR “table.dat” is damaged" },
    { "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "ERROR “table.dat” is damaged" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_bytes (cases[i].bytes, cases[i].length, cases[i].told);
  g_assert_null (spil_table_reader_new ("/nowhere/x.csv", NULL, &error));
  g_assert_nonnull (strstr (error->message, "x.csv"));
  g_clear_error (&error);
  g_assert_null (spil_table_reader_new ("/dev/zero", NULL, &error));
  g_assert_nonnull (strstr (error->message, "is no file"));
}

/* Zips that are no spreadsheets, or not whole. */
static void
test_zips (void)
{
  static const struct
  {
    ZipPart parts[4];
    const char *told;
  } cases[] = {
    { { { "word/document.xml", "x" }, { "[Content_Types].xml", "x" } }, "is a text document" },
    { { { "xl/workbook.bin", "x" } }, "is a binary Excel file" },
    { { { "Index/Document.iwa", "x" } }, "Numbers" },
    { { { "lijst.csv", "a;b" } }, "is a zip with other files" },
    { { { "[Content_Types].xml", "x" } },
      "ERROR “table.dat” is damaged or not complete (xl/workbook.xml: this part is missing)" },
    { { { "xl/workbook.xml", "<workbook " MAIN "/>" } }, "has no sheet with cells" },
    { { { "xl/workbook.xml", "<workbook " MAIN "><sheets>" } },
      "is damaged or not complete (xl/workbook.xml" },
    { { { "xl/workbook.xml", "" } }, "is damaged or not complete (xl/workbook.xml" },
    { { { "content.xml", "<a><b/></a>" } }, "has no sheet with cells" },
    { { { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
        { "content.xml", "x" } },
      "has a password" },
    { { { "encrypted-package", "x" } }, "has a password" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_zip (zip_fixture_make (cases[i].parts), cases[i].told);
}

/* Entities that double again and again, and one that reads a file. */
static void
test_entities (void)
{
  static const char *const declarations[] = {
    "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
    "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><w>&d;</w>",
    "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w>&a;</w>",
    "<!DOCTYPE w SYSTEM \"http://voorbeeld.invalid/x.dtd\"><w/>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (declarations); i++) {
    const ZipPart xlsx[] = { { "xl/workbook.xml", declarations[i] }, { NULL, NULL } };
    const ZipPart ods[] = { { "content.xml", declarations[i] }, { NULL, NULL } };

    check_zip (zip_fixture_make (xlsx), "has declarations inside");
    check_zip (zip_fixture_make (ods), "has declarations inside");
  }
}

/* More parts than any spreadsheet has, and one part that is all white. */
static void
test_bombs (void)
{
  static const ZipPart none[] = { { NULL, NULL } };
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree ZipPart *many = g_new0 (ZipPart, 10101);

  check_zip (zip_fixture_make_long (none, "content.xml", spaces, 100), "ERROR “table.dat” ");
  for (int i = 0; i < 10100; i++) {
    g_ptr_array_add (names, g_strdup_printf ("part%d", i));
    many[i] = (ZipPart) { names->pdata[i], "" };
  }
  check_zip (zip_fixture_make (many), "has more than 10000 parts");
}

/* A sheet whose rows would fill a disk. */
static void
test_sheet_bomb (void)
{
  g_autoptr (GString) data = g_string_new ("<sheetData>");
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *cell = g_strconcat ("<sheetData><row><c t=\"inlineStr\"><is><t>", text,
                                       "</t></is></c></row></sheetData>", NULL);

  for (int i = 0; i < 2000000; i++)
    g_string_append (data, "<row><c><v>1</v></c></row>");
  g_string_append (data, "</sheetData>");
  check_zip (zip_fixture_xlsx (data->str, NULL, NULL), "unpacks to far more than a table holds");
  check_zip (zip_fixture_xlsx (cell, NULL, NULL),
             "ERROR Row 1, column 1 holds more than a million characters");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-hostile/others", test_others);
  g_test_add_func ("/table-hostile/zips", test_zips);
  g_test_add_func ("/table-hostile/entities", test_entities);
  g_test_add_func ("/table-hostile/bombs", test_bombs);
  g_test_add_func ("/table-hostile/sheet-bomb", test_sheet_bomb);
  return g_test_run ();
}
