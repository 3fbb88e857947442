// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-number-format.h"
#include "table-fixture.h"
#include "zip-fixture.h"

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static char *
read_zip (GBytes *bytes, const SpilTableOptions *options)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return table_fixture_read_bytes (data, length, options);
}

static const char *const shared =
    "<si><t>naam</t></si><si><r><t xml:space=\"preserve\">Kwekerij </t></r><r><rPr/><t>Oost</t></r>"
    "<rPh sb=\"0\"><t>uitspraak</t></rPh></si><si><t>een_x000D_\ntwee_x0009_x_x005F_y &lt;&amp;</t></si><si/>";
static const char *const styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"[$€-413] #,##0.00\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"d mmm yyyy h:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"9\"/>"
    "<xf numFmtId=\"20\"/></cellXfs>";

static void
test_cells (void)
{
  static const struct
  {
    const char *rows;
    const char *read;
  } cases[] = {
    { "", "" },
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>",
      "1:naam|Kwekerij Oost\n" },
    { "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>2</v></c><c r=\"D3\"/></row>", "3:|een⏎two\tx" },
    { "<row><c><v>12345678</v></c><c><v>0.30000000000000004</v></c><c><v>-1.5E-3</v></c><c><v>1E15</v></c></row>",
      "1:#12345678|#0.3|#-0.0015|#1000000000000000\n" },
    { "<row><c s=\"1\"><v>43312</v></c><c s=\"3\"><v>43312.584722222222</v></c><c s=\"3\"><v>43312</v></c></row>",
      "1:@2018-07-31|@2018-07-31T14:02|@2018-07-31\n" },
    { "<row><c s=\"2\"><v>951500</v></c><c s=\"4\"><v>0.125</v></c><c s=\"5\"><v>0.58472222222222225</v></c></row>",
      "1:#951500|12.5%|14:02\n" },
    { "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"d\"><v>2018-07-31T00:00:00</v></c></row>",
      "1:?true|?false|@2018-07-31\n" },
    { "<row><c t=\"inlineStr\"><is><t>hier</t></is></c><c t=\"str\"><f>A1</f><v>daar</v></c></row>",
      "1:hier|daar\n! 1 cell held a formula: its last value was read.\n" },
    { "<row><c><f>1+1</f><v>2</v></c><c><f>2+2</f></c><c t=\"e\"><v>#N/A</v></c></row>",
      "1:#2\n! 1 cell held a formula: its last value was read.\n! 1 cell held a formula without a value and was taken as "
      "empty; open the file in a spreadsheet program and save it to have the value.\n! 1 cell held an error such as #N/A "
      "and was taken as empty (first in row 1).\n" },
    { "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>", NULL },
    { "<row><c r=\"XFE1\"><v>1</v></c></row>",
      "ERROR Row 1 is too long for a table: more than 16384 columns or 8 megabytes; remove what does not belong there.\n" },
    { "<row><c t=\"s\"><v>99</v></c></row>",
      "ERROR “table.dat” is damaged or not complete (xl/worksheets/sheet1.xml: 1); copy it again, or open it in a "
      "spreadsheet program and save it anew.\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *data = g_strconcat ("<sheetData>", cases[i].rows, "</sheetData>", NULL);
    g_autoptr (GBytes) bytes = zip_fixture_xlsx (data, shared, styles);
    g_autofree char *read = read_zip (bytes, NULL);

    if (i == 2)
      g_assert_cmpstr (read, ==, "3:|een⏎twee\tx_y <&\n");
    else if (cases[i].read != NULL)
      g_assert_cmpstr (read, ==, cases[i].read);
    else
      g_assert_true (g_str_has_suffix (read, "|#1\n"));
  }
}

static void
test_merged (void)
{
  g_autoptr (GBytes) bytes = zip_fixture_xlsx (
      "<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/>"
      "</mergeCells>",
      NULL, NULL);
  g_autofree char *read = read_zip (bytes, NULL);

  g_assert_cmpstr (
      read, ==,
      "1:#1\n! 2 groups of merged cells: their values stand in the first of each, the others are empty.\n");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    SpilFormatKind kind;
  } cases[] = {
    { "General", SPIL_FORMAT_NUMBER },
    { "0.00", SPIL_FORMAT_NUMBER },
    { "#,##0.00\\ [$€-413];[Red]-#,##0.00", SPIL_FORMAT_NUMBER },
    { "0.0%", SPIL_FORMAT_PERCENT },
    { "\"d\"0", SPIL_FORMAT_NUMBER },
    { "[Red]0", SPIL_FORMAT_NUMBER },
    { "yyyy", SPIL_FORMAT_DATE },
    { "mmm-yy", SPIL_FORMAT_DATE },
    { "[$-413]d mmmm yyyy;@", SPIL_FORMAT_DATE },
    { "m/d/yy h:mm", SPIL_FORMAT_DATE_TIME },
    { "h:mm AM/PM", SPIL_FORMAT_TIME },
    { "[h]:mm", SPIL_FORMAT_TIME },
    { "\"never closed", SPIL_FORMAT_NUMBER },
    { "[never closed", SPIL_FORMAT_NUMBER },
    { "\\", SPIL_FORMAT_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (spil_format_of_code (cases[i].code), ==, cases[i].kind);
}

static void
test_serials (void)
{
  static const struct
  {
    double number;
    SpilFormatKind kind;
    SpilSerialEpoch epoch;
    const char *text;
  } cases[] = {
    { 1, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, "1900-01-01" },
    { 59, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, "1900-02-28" },
    { 61, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, "1900-03-01" },
    { 0, SPIL_FORMAT_DATE, SPIL_SERIAL_1904, "1904-01-01" },
    { 41850, SPIL_FORMAT_DATE, SPIL_SERIAL_1904, "2018-07-31" },
    { 43312.999999, SPIL_FORMAT_DATE_TIME, SPIL_SERIAL_1900, "2018-08-01" },
    { 43312.9, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, "2018-07-31" },
    { 1.5, SPIL_FORMAT_TIME, SPIL_SERIAL_1900, "36:00" },
    { -1, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, "-1" },
    { 1e300, SPIL_FORMAT_DATE, SPIL_SERIAL_1900, NULL },
    { 0.07, SPIL_FORMAT_PERCENT, SPIL_SERIAL_1900, "7%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    spil_format_apply (cases[i].number, cases[i].kind, cases[i].epoch, text);
    if (cases[i].text != NULL)
      g_assert_cmpstr (text->str, ==, cases[i].text);
  }
}

static void
test_sheets (void)
{
  static const ZipPart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "XL\\Workbook.xml",
      "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><workbookPr date1904=\"1\"/><sheets>"
      "<sheet name=\"Verborgen\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"Een\" r:id=\"r2\"/><sheet name=\"Twee\" r:id=\"r3\"/>"
      "</sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"h.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" OFFICE "/worksheet\" Target=\"../xl/./een.xml\"/>"
      "<Relationship Id=\"r3\" Type=\"" OFFICE "/worksheet\" Target=\"twee.xml\"/>"
      "<Relationship Id=\"r4\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" "
      "Target=\"vbaProject.bin\"/></Relationships>" },
    { "xl/een.xml", "<worksheet " MAIN "><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
    { "xl/twee.xml", "<worksheet " MAIN "><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = zip_fixture_make (parts);
  const SpilTableOptions second = { .sheet = 1 };
  g_autofree char *read = read_zip (bytes, NULL);
  g_autofree char *read_second = read_zip (bytes, &second);
  char *path = table_fixture_write ("a.xlsm", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (SpilTableReader) reader = spil_table_reader_new (path, &second, NULL);

  g_assert_cmpstr (read, ==, "1:#1\n! The file holds macros; they were left alone.\n");
  g_assert_cmpstr (read_second, ==, "1:#2\n! The file holds macros; they were left alone.\n");
  g_assert_cmpuint (g_strv_length ((char **) spil_table_reader_get_sheets (reader)), ==, 2);
  g_assert_cmpstr (spil_table_reader_get_sheets (reader)[1], ==, "Twee");
  g_assert_cmpuint (spil_table_reader_get_sheet (reader), ==, 1);
  table_fixture_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx-reader/cells", test_cells);
  g_test_add_func ("/xlsx-reader/merged", test_merged);
  g_test_add_func ("/xlsx-reader/formats", test_formats);
  g_test_add_func ("/xlsx-reader/serials", test_serials);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  return g_test_run ();
}
