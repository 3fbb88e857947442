// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>
#include <string.h>

#include "spil-table-writer.h"
#include "spil-xml.h"
#include "table-fixture.h"

/* A budget of two lines and one beside it, and a second sheet; the totals are written by hand here. */
static const SpilTableColumn columns[] = {
  { "Post", SPIL_COLUMN_TEXT },
  { "Begroot", SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
  { "Besteed", SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
  { "Vrij", SPIL_COLUMN_MONEY, SPIL_TOTAL_FORMULA, "{1}-{2}" },
  { "Aandeel", SPIL_COLUMN_SHARE, SPIL_TOTAL_FORMULA, "{2}/{1}" },
  { "Datum", SPIL_COLUMN_DATE },
};
static const SpilTableColumn others[] = { { "Bron", SPIL_COLUMN_TEXT },
                                          { "Bedrag", SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM } };

#define TEXT(text) { SPIL_CELL_TEXT, text }
#define NUMBER(text) { SPIL_CELL_NUMBER, text }
#define EMPTY { SPIL_CELL_EMPTY, "" }

static const SpilCell rows[][G_N_ELEMENTS (columns)] = {
  { TEXT ("=1+1"),
    NUMBER ("900000.10"),
    NUMBER ("0.20"),
    NUMBER ("899999.9"),
    NUMBER ("0.000001"),
    { SPIL_CELL_DATE, "2018-01-01" } },
  { TEXT ("@PM"), TEXT ("PM"), NUMBER ("10.05"), EMPTY, EMPTY, EMPTY },
  { TEXT ("-1"), NUMBER ("51500.15"), EMPTY, NUMBER ("51500.15"), NUMBER ("0"), EMPTY },
};
static const SpilCell total[] = {
  TEXT ("Totaal"), EMPTY, EMPTY, NUMBER ("951490"), NUMBER ("0.00001"), EMPTY
};
static const SpilCell outside[] = {
  TEXT ("+buiten"), NUMBER ("7"), NUMBER ("1"), NUMBER ("6"), EMPTY, EMPTY
};
static const SpilCell source[] = { TEXT ("Rijk & regio"), NUMBER ("951500.25") };
static const SpilCell sources_total[] = { TEXT ("Totaal"), EMPTY };

static char *
write_table (SpilTableFormat format)
{
  char *path = table_fixture_write ("out", "", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTableWriter) writer = spil_table_writer_new (path, format, "Begroting 2018", columns,
                                                              G_N_ELEMENTS (columns), &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (spil_table_writer_add (writer, rows[i], &error));
  g_assert_true (spil_table_writer_add_total (writer, total, &error));
  g_assert_true (spil_table_writer_add (writer, outside, &error));
  if (format != SPIL_TABLE_CSV) {
    g_assert_true (spil_table_writer_begin_sheet (writer, "Bronnen", others, G_N_ELEMENTS (others), &error));
    g_assert_true (spil_table_writer_add (writer, source, &error));
    g_assert_true (spil_table_writer_add_total (writer, sources_total, &error));
  }
  g_assert_true (spil_table_writer_finish (writer, &error));
  g_assert_no_error (error);
  return path;
}

/* Read back by our own readers: the values of formulas are there without working them out. */
static void
test_read_back (gconstpointer data)
{
  const SpilTableFormat format = (SpilTableFormat) GPOINTER_TO_INT (data);
  char *path = write_table (format);
  const SpilTableOptions second = { .sheet = 1 };
  g_autofree char *first = table_fixture_read (path, NULL);
  g_autofree char *other = format != SPIL_TABLE_CSV ? table_fixture_read (path, &second) : NULL;
  const char *plain = strstr (first, "5:Totaal|");

  g_assert_true (g_str_has_prefix (first, "1:Post|Begroot|Besteed|Vrij|Aandeel|Datum\n2:=1+1|"));
  g_assert_nonnull (plain);
  if (format == SPIL_TABLE_CSV)
    g_assert_true (g_str_has_prefix (plain, "5:Totaal|951500.25|10.25|951490|0.00001\n6:+buiten|7|1|6\n"));
  else
    g_assert_true (g_str_has_prefix (plain, "5:Totaal|#951500.25|#10.25|#951490|"));
  if (other != NULL)
    g_assert_true (
        g_str_has_prefix (other, "1:Bron|Bedrag\n2:Rijk & regio|#951500.25\n3:Totaal|#951500.25\n"));
  table_fixture_remove (path);
}

/* A second reading of the XML of one part, that knows no tables: what stands at the elements named @element, one line each. */
static char *
list_elements (const char *path, const char *part, const char *element, const char *const *attributes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPackage) zip = spil_package_new (path, &error);
  g_autoptr (SpilXml) xml = zip != NULL ? spil_xml_new (zip, part, &error) : NULL;
  GString *out = g_string_new (NULL);
  SpilXmlEvent event;

  g_assert_no_error (error);
  while ((event = spil_xml_next (xml, &error)) != SPIL_XML_OVER) {
    g_assert_no_error (error);
    if (event != SPIL_XML_OPEN || !spil_xml_is (xml, element))
      continue;
    for (int i = 0; attributes[i] != NULL; i++) {
      const char *value = spil_xml_attribute (xml, attributes[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", value != NULL ? value : "~");
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free_and_steal (out);
}

/* Each formula of a sheet with its cell and value. */
static char *
list_excel_formulas (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPackage) zip = spil_package_new (path, &error);
  g_autoptr (SpilXml) xml = spil_xml_new (zip, part, &error);
  GString *out = g_string_new (NULL);
  g_autofree char *cell = NULL;
  g_autofree char *inside = NULL;
  gboolean formula = FALSE;
  SpilXmlEvent event;

  while ((event = spil_xml_next (xml, &error)) != SPIL_XML_OVER) {
    g_assert_no_error (error);
    if (event == SPIL_XML_OPEN) {
      g_free (inside);
      inside = g_strdup (spil_xml_name (xml));
      if (strcmp (inside, "c") == 0) {
        g_free (cell);
        cell = g_strdup (spil_xml_attribute (xml, "r"));
        formula = FALSE;
      }
    } else if (event == SPIL_XML_TEXT && strcmp (inside, "f") == 0) {
      g_string_append_printf (out, "%s =%s", cell, spil_xml_text (xml));
      formula = TRUE;
    } else if (event == SPIL_XML_TEXT && strcmp (inside, "v") == 0 && formula) {
      g_string_append_printf (out, " %s\n", spil_xml_text (xml));
    }
  }
  return g_string_free_and_steal (out);
}

static void
test_xlsx (void)
{
  static const char *const pane[] = { "ySplit", "topLeftCell", "state", NULL };
  static const char *const ref[] = { "ref", NULL };
  static const char *const code[] = { "formatCode", NULL };
  static const char *const name[] = { "name", NULL };
  char *path = write_table (SPIL_TABLE_XLSX);
  g_autofree char *formulas = list_excel_formulas (path, "xl/worksheets/sheet1.xml");
  g_autofree char *second = list_excel_formulas (path, "xl/worksheets/sheet2.xml");
  g_autofree char *panes = list_elements (path, "xl/worksheets/sheet1.xml", "pane", pane);
  g_autofree char *filters = list_elements (path, "xl/worksheets/sheet1.xml", "autoFilter", ref);
  g_autofree char *codes = list_elements (path, "xl/styles.xml", "numFmt", code);
  g_autofree char *sheets = list_elements (path, "xl/workbook.xml", "sheet", name);

  g_assert_cmpstr (formulas, ==,
                   "D2 =B2-C2 899999.9\nE2 =C2/B2 1E-06\n"
                   "D4 =B4-C4 51500.15\nE4 =C4/B4 0\n"
                   "B5 =SUM(B2:B4) 951500.25\nC5 =SUM(C2:C4) 10.25\nD5 =B5-C5 951490\n"
                   "E5 =C5/B5 1E-05\nD6 =B6-C6 6\n");
  g_assert_cmpstr (second, ==, "B3 =SUM(B2:B2) 951500.25\n");
  g_assert_cmpstr (panes, ==, "1 A2 frozen\n");
  g_assert_cmpstr (filters, ==, "A1:F4\n");
  g_assert_nonnull (strstr (codes, "[$€-413] #,##0.00;[Red][$€-413] -#,##0.00\n"));
  g_assert_nonnull (strstr (codes, "dd-mm-yyyy\n"));
  g_assert_cmpstr (sheets, ==, "Begroting 2018\nBronnen\n");
  table_fixture_remove (path);
}

static void
test_ods (void)
{
  static const char *const cell[] = { "formula", "value", "style-name", NULL };
  static const char *const range[] = { "target-range-address", "display-filter-buttons", NULL };
  static const char *const style[] = { "name", "language", "country", NULL };
  static const char *const table[] = { "name", NULL };
  static const char *const entry[] = { "name", NULL };
  char *path = write_table (SPIL_TABLE_ODS);
  g_autofree char *cells = list_elements (path, "content.xml", "table-cell", cell);
  g_autofree char *ranges = list_elements (path, "content.xml", "database-range", range);
  g_autofree char *money = list_elements (path, "content.xml", "currency-style", style);
  g_autofree char *date = list_elements (path, "content.xml", "date-style", style);
  g_autofree char *tables = list_elements (path, "content.xml", "table", table);
  g_autofree char *views = list_elements (path, "settings.xml", "config-item-map-entry", entry);

  g_assert_nonnull (strstr (cells, "of:=[.B2]-[.C2] 899999.9 ~\n"));
  g_assert_nonnull (strstr (cells, "of:=SUM([.B2:.B4]) 951500.25 money-total\n"));
  g_assert_nonnull (strstr (cells, "of:=SUM([.C2:.C4]) 10.25 money-total\n"));
  g_assert_nonnull (strstr (cells, "of:=[.B5]-[.C5] 951490 money-total\n"));
  g_assert_nonnull (strstr (cells, "of:=SUM([.B2:.B2]) 951500.25 money-total\n"));
  g_assert_null (strstr (cells, "of:=1+1"));
  g_assert_cmpstr (ranges, ==,
                   "'Begroting 2018'.A1:'Begroting 2018'.F4 true\n'Bronnen'.A1:'Bronnen'.B2 true\n");
  g_assert_cmpstr (money, ==, "n-money nl NL\n");
  g_assert_cmpstr (date, ==, "n-date nl NL\nn-time nl NL\n");
  g_assert_cmpstr (tables, ==, "Begroting 2018\nBronnen\n");
  g_assert_cmpstr (views, ==, "~\nBegroting 2018\nBronnen\n");
  table_fixture_remove (path);
}

/* Without a row there is nothing to add up: the total is zero, and no formula looks above itself. */
static void
test_no_rows (void)
{
  char *path = table_fixture_write ("out", "", 0);
  g_autoptr (SpilTableWriter)
      writer = spil_table_writer_new (path, SPIL_TABLE_XLSX, "Leeg", others, G_N_ELEMENTS (others), NULL);
  g_autofree char *formulas = NULL;
  g_autofree char *read = NULL;

  g_assert_true (spil_table_writer_add_total (writer, sources_total, NULL));
  g_assert_true (spil_table_writer_finish (writer, NULL));
  formulas = list_excel_formulas (path, "xl/worksheets/sheet1.xml");
  read = table_fixture_read (path, NULL);
  g_assert_cmpstr (formulas, ==, "");
  g_assert_cmpstr (read, ==, "1:Bron|Bedrag\n2:Totaal|#0\n");
  table_fixture_remove (path);
}

int
main (int argc, char **argv)
{
  // Where a comma is the decimal sign: what stands in the files does not depend on it.
  g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/table-totals/read-back/csv", GINT_TO_POINTER (SPIL_TABLE_CSV), test_read_back);
  g_test_add_data_func ("/table-totals/read-back/ods", GINT_TO_POINTER (SPIL_TABLE_ODS), test_read_back);
  g_test_add_data_func ("/table-totals/read-back/xlsx", GINT_TO_POINTER (SPIL_TABLE_XLSX), test_read_back);
  g_test_add_func ("/table-totals/xlsx", test_xlsx);
  g_test_add_func ("/table-totals/ods", test_ods);
  g_test_add_func ("/table-totals/no-rows", test_no_rows);
  return g_test_run ();
}
