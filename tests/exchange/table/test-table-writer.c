// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-table-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "table-fixture.h"

static const SpilTableColumn columns[] = {
  { "naam", SPIL_COLUMN_TEXT },         { "bedrag", SPIL_COLUMN_MONEY }, { "aantal", SPIL_COLUMN_NUMBER },
  { "datum", SPIL_COLUMN_DATE },        { "tijd", SPIL_COLUMN_TIME },    { "ja", SPIL_COLUMN_BOOLEAN },
  { "notitie", SPIL_COLUMN_LONG_TEXT }, { "id", SPIL_COLUMN_ID },
};

static const SpilCell rows[][G_N_ELEMENTS (columns)] = {
  { { SPIL_CELL_TEXT, "=1+1" },
    { SPIL_CELL_NUMBER, "-951500.25" },
    { SPIL_CELL_NUMBER, "12345678" },
    { SPIL_CELL_DATE, "2018-07-31" },
    { SPIL_CELL_TIME, "2018-07-31T14:02" },
    { SPIL_CELL_BOOLEAN, "true" },
    { SPIL_CELL_TEXT, "een  twee\n drie & <vier> \"vijf\" " },
    { SPIL_CELL_TEXT, "x" } },
  { { SPIL_CELL_TEXT, "+31 38" },
    { SPIL_CELL_EMPTY, "" },
    { SPIL_CELL_NUMBER, "0.000001" },
    { SPIL_CELL_EMPTY, "" },
    { SPIL_CELL_EMPTY, "" },
    { SPIL_CELL_BOOLEAN, "false" },
    { SPIL_CELL_TEXT, "@x" },
    { SPIL_CELL_TEXT, "-" } },
  { { SPIL_CELL_TEXT, "'=y" },
    { SPIL_CELL_NUMBER, "0" },
    { SPIL_CELL_EMPTY, "" },
    { SPIL_CELL_DATE, "1904-02-29" },
    { SPIL_CELL_TIME, "2199-12-31T23:59:59" },
    { SPIL_CELL_EMPTY, "" },
    { SPIL_CELL_TEXT, "-5" },
    { SPIL_CELL_TEXT, "\ttab; é 😀, 's" } },
};

static char *
write_table (SpilTableFormat format)
{
  char *path = table_fixture_write ("out", "before", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTableWriter) writer = spil_table_writer_new (
      path, format, "Een [blad] met een heel lange naam, 2018", columns, G_N_ELEMENTS (columns), &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (spil_table_writer_add (writer, rows[i], &error));
  g_assert_true (spil_table_writer_finish (writer, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_round_trip (gconstpointer data)
{
  const SpilTableFormat format = (SpilTableFormat) GPOINTER_TO_INT (data);
  char *path = write_table (format);
  g_autofree char *read = table_fixture_read (path, NULL);
  static const char *const typed =
      "1:naam|bedrag|aantal|datum|tijd|ja|notitie|id\n"
      "2:=1+1|#-951500.25|#12345678|@2018-07-31|@2018-07-31T14:02|?true|een  twee⏎ drie & <vier> \"vijf\" |x\n"
      "3:+31 38||#0.000001|||?false|@x|-\n"
      "4:'=y|#0||@1904-02-29|@2199-12-31T23:59:59||-5|\ttab; é 😀, 's\n";
  g_autoptr (GString) expected = g_string_new (typed);

  if (format == SPIL_TABLE_CSV) {
    g_string_replace (expected, "#", "", 0);
    g_string_replace (expected, "@2", "2", 0);
    g_string_replace (expected, "@1", "1", 0);
    g_string_replace (expected, "?", "", 0);
  }
  g_assert_cmpstr (read, ==, expected->str);
  table_fixture_remove (path);
}

static void
test_csv_bytes (void)
{
  char *path = write_table (SPIL_TABLE_CSV);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (
      text, ==,
      "naam,bedrag,aantal,datum,tijd,ja,notitie,id\r\n"
      "'=1+1,-951500.25,12345678,2018-07-31,2018-07-31T14:02,true,\"een  twee\n drie & <vier> \"\"vijf\"\" \",x\r\n"
      "'+31 38,,0.000001,,,false,'@x,'-\r\n"
      "''=y,0,,1904-02-29,2199-12-31T23:59:59,,'-5,\"'\ttab; é 😀, 's\"\r\n");
  table_fixture_remove (path);
}

/* What is not finished leaves what stood there, and nothing beside it. */
static void
test_unfinished (gconstpointer data)
{
  char *path = table_fixture_write ("out", "before", 6);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GDir) entries = NULL;
  g_autofree char *text = NULL;
  SpilTableWriter *writer = spil_table_writer_new (path, (SpilTableFormat) GPOINTER_TO_INT (data), "x",
                                                   columns, G_N_ELEMENTS (columns), NULL);

  g_assert_true (spil_table_writer_add (writer, rows[0], NULL));
  spil_table_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  entries = g_dir_open (dir, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (entries), ==, "out");
  g_assert_null (g_dir_read_name (entries));
  table_fixture_remove (path);
}

static void
test_full_disk (gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spil_table_writer_new ("/dev/full", (SpilTableFormat) GPOINTER_TO_INT (data), "x", columns,
                                        G_N_ELEMENTS (columns), &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    SpilTableFormat format;
  } formats[] = { { "csv", SPIL_TABLE_CSV }, { "ods", SPIL_TABLE_ODS }, { "xlsx", SPIL_TABLE_XLSX } };
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = { { "round-trip", test_round_trip },
                { "unfinished", test_unfinished },
                { "full-disk", test_full_disk } };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (tests); j++) {
      g_autofree char *path = g_strdup_printf ("/table-writer/%s/%s", tests[j].name, formats[i].name);

      g_test_add_data_func (path, GINT_TO_POINTER (formats[i].format), tests[j].func);
    }
  g_test_add_func ("/table-writer/csv-bytes", test_csv_bytes);
  return g_test_run ();
}
