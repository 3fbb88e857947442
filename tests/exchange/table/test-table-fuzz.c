// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE /* memfd_create() */

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "spil-exchange-error.h"
#include "table-fixture.h"
#include "zip-fixture.h"

/* What costs little is tried often; what has to be zipped and unzipped less. */
#define TEXT_CASES 20000
#define ZIP_CASES 3000
/* A row that stands once and counts for many is followed no further than this. */
#define MAX_ROWS 20000

/* Where the bytes are put for reading: in memory, since a disk would be waited for. */
static int file;
static char *path;

/* Reads what there is; TRUE when all of it was taken. Each row has to keep to its bounds, each failure has to be told. */
static gboolean
read_all (const void *bytes, gsize length, const SpilTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilTableReader) reader = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  const SpilTableRow *row = NULL;
  int n_rows = 0;

  g_assert_cmpint (ftruncate (file, (off_t) length), ==, 0);
  g_assert_cmpint (pwrite (file, bytes, length, 0), ==, (gssize) length);
  reader = spil_table_reader_new (path, options, &error);
  while (reader != NULL && n_rows++ < MAX_ROWS && spil_table_reader_next (reader, &row, &error) &&
         row != NULL) {
    g_assert_cmpuint (row->n_cells, >, 0);
    g_assert_cmpuint (row->n_cells, <=, 16384);
    g_assert_cmpint (row->number, >=, 0);
    for (guint i = 0; i < row->n_cells; i++)
      g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
  }
  notes = reader != NULL ? spil_table_reader_get_notes (reader) : NULL;
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_assert_true (g_utf8_validate (notes->pdata[i], -1, NULL));
  if (error == NULL)
    return TRUE;
  g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return FALSE;
}

static void
add_seed (GPtrArray *seeds, const char *text)
{
  g_ptr_array_add (seeds, g_bytes_new (text, strlen (text)));
}

static gboolean
fuzz_any (GBytes *bytes, gpointer user_data)
{
  return read_all (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), user_data);
}

static void
test_csv (void)
{
  static const char *const texts[] = {
    "sep=;\r\nnaam;bedrag\r\n\"Caf\xc3\xa9 \"\"De Hoek\"\"\";\"1.234,50\"\r\n\"twee\r\nregels\";=\"0038\"\r\n'=1;x;;\r\n",
    "naam\tplaats\n\"open\tZwolle\n\"a\" b\tc\n\n|,;\n",
    "Caf\xe9,Zwolle\rb,\"c\"\r",
  };
  // As spreadsheets write it, with a sign of two words.
  static const char utf16[] = "\xff\xfe"
                              "a\0;\0b\0\n\0\x3d\xd8\x00\xde;\0c\0";
  static const SpilTableOptions csv = { .format = SPIL_TABLE_CSV };
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    add_seed (seeds, texts[i]);
  g_ptr_array_add (seeds, g_bytes_new_static (utf16, sizeof utf16 - 1));
  fuzz_run (seeds, TEXT_CASES, fuzz_any, (gpointer) &csv);
}

static void
test_vcard (void)
{
  static const SpilTableOptions vcard = { .format = SPIL_TABLE_VCARD };
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  add_seed (
      seeds,
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:V=EB;R=E9=\r\ne\r\nTEL;CELL;PREF:06\r\n"
      "AGENT:\r\nBEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\nEND:VCARD\r\n");
  add_seed (
      seeds,
      "BEGIN:VCARD\nitem1.EMAIL;TYPE=\"a:b\",pref:a@b.invalid\nEMAIL:c\nADR;TYPE=work:;;Kade\\, 2;Zwolle;;8000 AA;NL\n"
      "ORG:a;b\\;c\nNOTE:een\\n\n twee\n\tdrie\nEND:VCARD\n");
  fuzz_run (seeds, TEXT_CASES, fuzz_any, (gpointer) &vcard);
}

static const char *const sheet =
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>43312.5</v></c><c t=\"b\"><v>1</v></c></row>"
    "<row r=\"4\"><c t=\"inlineStr\"><is><t>x_x000D_</t></is></c><c t=\"e\"><v>#N/A</v></c><c><f>A1</f><v>2</v></c></row>"
    "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
static const char *const shared = "<si><t>naam</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si>";
static const char *const styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd-mm-yyyy [h]:mm\"/></numFmts><cellXfs><xf "
    "numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
static const char *const rows =
    "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"2\" "
    "office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p/></table:table-cell><table:table-cell "
    "office:value-type=\"date\" office:date-value=\"2018-07-31T14:02:00\"/><table:covered-table-cell/><table:table-cell "
    "office:value-type=\"time\" office:time-value=\"PT14H02M00S\"/><table:table-cell office:value-type=\"percentage\" "
    "office:value=\"0.5\" table:formula=\"x\"/></table:table-row>";

/* The zip itself. */
static void
test_zip (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, zip_fixture_xlsx (sheet, shared, styles));
  g_ptr_array_add (seeds, zip_fixture_ods (rows));
  fuzz_run (seeds, ZIP_CASES, fuzz_any, NULL);
}

/* What is in the zip: @user_data says which part is altered. */
static gboolean
fuzz_part (GBytes *bytes, gpointer user_data)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) zip = NULL;

  switch (GPOINTER_TO_INT (user_data)) {
  case 0:
    zip = zip_fixture_xlsx (text, shared, styles);
    break;
  case 1:
    zip = zip_fixture_xlsx (sheet, text, styles);
    break;
  case 2:
    zip = zip_fixture_xlsx (sheet, shared, text);
    break;
  default:
    zip = zip_fixture_ods (text);
    break;
  }
  return read_all (g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), NULL);
}

static void
test_part (gconstpointer data)
{
  const char *const texts[] = { sheet, shared, styles, rows };
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  add_seed (seeds, texts[GPOINTER_TO_INT (data)]);
  fuzz_run (seeds, ZIP_CASES, fuzz_part, (gpointer) data);
}

int
main (int argc, char **argv)
{
  static const char *const parts[] = { "/table-fuzz/sheet", "/table-fuzz/shared", "/table-fuzz/styles",
                                       "/table-fuzz/ods" };
  int result;

  g_test_init (&argc, &argv, NULL);
  file = memfd_create ("fuzz", MFD_CLOEXEC);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_test_add_func ("/table-fuzz/csv", test_csv);
  g_test_add_func ("/table-fuzz/vcard", test_vcard);
  g_test_add_func ("/table-fuzz/zip", test_zip);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_test_add_data_func (parts[i], GINT_TO_POINTER (i), test_part);
  result = g_test_run ();
  close (file);
  g_free (path);
  return result;
}
