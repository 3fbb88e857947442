// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "table-fixture.h"
#include "zip-fixture.h"

#define T(text) "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"

static void
test_cells (void)
{
  static const struct
  {
    const char *rows;
    const char *read;
  } cases[] = {
    { "", "" },
    { "<table:table-column/>" ROW (T ("naam") T ("plaats")), "1:naam|plaats\n" },
    { "<table:table-header-rows>" ROW (T ("a")) "</table:table-header-rows><table:table-row-group>" ROW (
          T ("b")) "</table:table-row-group>",
      "1:a\n2:b\n" },
    { ROW (T (
          "een<text:s text:c=\"2\"/>twee<text:tab/><text:span>drie</text:span><text:line-break/>vier</text:p><text:p>vijf")),
      "1:een  twee\tdrie⏎vier⏎vijf\n" },
    { ROW (
          "<table:table-cell office:value-type=\"float\" office:value=\"12.50\"><text:p>12,50</text:p></table:table-cell>"
          "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"951500\"/>"
          "<table:table-cell office:value-type=\"percentage\" office:value=\"0.125\"/>"),
      "1:#12.5|#951500|12.5%\n" },
    { ROW (
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2018-07-31\"/>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2018-07-31T14:02:00\"/>"
          "<table:table-cell office:value-type=\"time\" office:time-value=\"PT14H02M00S\"/>"
          "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2018-02-31\"><text:p>31 feb</text:p></table:table-cell>"),
      "1:@2018-07-31|@2018-07-31T14:02|14:02|?true|31 feb\n" },
    { ROW ("<table:table-cell table:number-columns-repeated=\"2\"/>" T (
          "c") "<table:table-cell "
               "table:number-columns-repeated=\"16381\"/>"),
      "1:||c\n" },
    { "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell office:value-type=\"string\" "
      "table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>" ROW (
          T ("eind")),
      "1:x|x\n2:x|x\n3:x|x\n1048574:eind\n" },
    { ROW (
          "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>kop</text:p>"
          "</table:table-cell><table:covered-table-cell><text:p>weg</text:p></table:covered-table-cell>" T (
              "c")),
      "1:kop||c\n! 1 group of merged cells: its value stands in the first of them, the others are empty.\n" },
    { ROW (
          "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"/>"
          "<table:table-cell table:formula=\"of:=NA()\" office:value-type=\"string\" calcext:value-type=\"error\">"
          "<text:p>#N/B</text:p></table:table-cell>"),
      "1:#2\n! 1 cell held a formula: its last value was read.\n! 1 cell held an error such as #N/A and was taken as empty "
      "(first in row 1).\n" },
    { ROW (
          "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>opmerking</text:p></office:annotation>"
          "<text:p>cel</text:p><draw:frame><text:p>kader</text:p></draw:frame></table:table-cell>"),
      "1:cel\n" },
    { ROW (T (
          "a") "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"1000000000\"><text:p>x"
               "</text:p></table:table-cell>"),
      "ERROR Row 1 is too long for a table: more than 16384 columns or 8 megabytes; remove what does not belong there.\n" },
    { "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\" "
      "table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row>",
      "ERROR “table.dat” repeats its row 2 so often that no table needs it; remove that row in a spreadsheet program and "
      "save the file anew.\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = zip_fixture_ods (cases[i].rows);
    g_autofree char *read = table_fixture_read_bytes (g_bytes_get_data (bytes, NULL),
                                                      g_bytes_get_size (bytes), NULL);

    g_assert_cmpstr (read, ==, cases[i].read);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods-reader/cells", test_cells);
  return g_test_run ();
}
