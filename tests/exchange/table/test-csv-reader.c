// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-text.h"
#include "table-fixture.h"

#define UTF8_MARK "\xef\xbb\xbf"

/* A text, and what is read from it. */
typedef struct
{
  const char *name;
  const char *text;
  const char *read;
} Case;

static const Case shapes[] = {
  { "empty", "", "" },
  { "blank", "\r\n\r\n", "" },
  { "semicolon", "naam;plaats\nA;Zwolle\n", "1:naam|plaats\n2:A|Zwolle\n" },
  { "comma", "naam,plaats\nA,Zwolle\n", "1:naam|plaats\n2:A|Zwolle\n" },
  { "tab", "naam\tplaats\nA\tZwolle, Noord\n", "1:naam|plaats\n2:A|Zwolle, Noord\n" },
  { "bar", "naam|plaats\nA|Zwolle\n", "1:naam|plaats\n2:A|Zwolle\n" },
  { "commas in semicolons", "naam;bedrag\nA;1,50\nB;2,50\nC;3,50\n",
    "1:naam|bedrag\n2:A|1,50\n3:B|2,50\n4:C|3,50\n" },
  { "one column", "naam\nJansen, bakkers\nPieterse\n", "1:naam\n2:Jansen, bakkers\n3:Pieterse\n" },
  { "stated", "sep=|\r\na|b;c;d\r\n", "1:a|b;c;d\n" },
  { "stated tab", "SEP=\t\na;b\tc\n", "1:a;b|c\n" },
  { "mark", UTF8_MARK "naam;é\n", "1:naam|é\n" },
  { "mark and stated", UTF8_MARK "sep=,\nnaam,é\n", "1:naam|é\n" },
  { "no end", "a;b\nc;d", "1:a|b\n2:c|d\n" },
  { "ends of all kinds", "a;b\rc;d\r\ne;f\ng;h", "1:a|b\n2:c|d\n3:e|f\n4:g|h\n" },
  { "blank rows count", "a;b\n\n;;\nc;d\n", "1:a|b\n4:c|d\n" },
  { "ragged", "a;b;c\nd\ne;f;g;h\ni;;\n", "1:a|b|c\n2:d\n3:e|f|g|h\n4:i\n" },
  { "quoted", "\"a;1\";\"say \"\"hi\"\"\";\"\"\nb;c;d\n", "1:a;1|say \"hi\"\n2:b|c|d\n" },
  { "line breaks", "a;b\n\"one\r\ntwo\nthree\";x\n", "1:a|b\n2:one⏎two⏎three|x\n" },
  { "space after a quote", "\"a\" ;\"b\"  \nc;d\n", "1:a|b\n2:c|d\n" },
  { "quote within", "5\" buis;x\nb;c\n", "1:5\" buis|x\n2:b|c\n" },
  { "text for a spreadsheet", "=\"0038\";\"=\"\"0612\"\"\"\nb;c\n", "1:0038|0612\n2:b|c\n" },
  { "guarded", "'=1+1;'+31 38\n's-Hertogenbosch;'t Hof\n''@x;'\n",
    "1:=1+1|+31 38\n2:'s-Hertogenbosch|'t Hof\n3:'@x|'\n" },
  { "formula", "=1+1;b\nc;d\n", "1:=1+1|b\n2:c|d\n" },
};

static const Case broken[] = {
  { "quotes in a quoted cell", "a;b\n\"Café \"De Hoek\" aan zee\";x\nc;d\n",
    "1:a|b\n2:Café \"De Hoek\" aan zee|x\n3:c|d\n"
    "! In row 2 the quotation marks do not match; it was read as it stands. Look at that row.\n" },
  { "never closed", "a;b\n\"Jansen;Zwolle\nPieterse;Assen\n",
    "1:a|b\n2:\"Jansen|Zwolle\n3:Pieterse|Assen\n"
    "! In row 2 the quotation marks do not match; it was read as it stands. Look at that row.\n" },
  { "closed by the next", "a;b\n\"Jansen;Zwolle\n\"Pieterse\";\"Assen\"\n",
    "1:a|b\n2:\"Jansen|Zwolle\n3:Pieterse|Assen\n"
    "! In row 2 the quotation marks do not match; it was read as it stands. Look at that row.\n" },
  { "twice", "a;b\n\"J\" de;\"Z\n\"P\" x;Q\n\"R\";S\n",
    "1:a|b\n2:\"J\" de|\"Z\n3:\"P\" x|Q\n4:R|S\n"
    "! In 2 rows the quotation marks do not match, first in row 2; they were read as they stand. Look at those "
    "rows.\n" },
};

static void
check (const Case *c)
{
  g_autofree char *read = table_fixture_read_bytes (c->text, strlen (c->text), NULL);

  g_test_message ("%s", c->name);
  g_assert_cmpstr (read, ==, c->read);
}

static void
test_shapes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    check (&shapes[i]);
}

static void
test_broken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    check (&broken[i]);
}

/* The same rows in each encoding, as found and as told. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { NULL, "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  static const char *const text = "naam;plaats\nCafé “Zuid” € 5;Zwolle\n";

  for (int i = SPIL_ENCODING_UTF8; i <= SPIL_ENCODING_CP1252; i++) {
    gsize length;
    g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
    const SpilTableOptions options = { .encoding = (SpilTextEncoding) i };
    g_autofree char *found = table_fixture_read_bytes (bytes, length, NULL);
    g_autofree char *told = table_fixture_read_bytes (bytes, length, &options);

    g_assert_cmpstr (found, ==, "1:naam|plaats\n2:Café “Zuid” € 5|Zwolle\n");
    g_assert_cmpstr (told, ==, found);
  }
}

/* Letters of another encoding far into a file, and what is no text at all. */
static void
test_strangers (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *read = NULL;
  static const char nuls[] = "a;b\0c\nd;e\0\n";
  g_autofree char *read_nuls = table_fixture_read_bytes (nuls, sizeof nuls - 1, NULL);

  for (int i = 0; i < 20000; i++)
    g_string_append (text, "abc;def\n");
  g_string_append (text, "Caf\xe9;Zo\xc3\xab\n");
  read = table_fixture_read_bytes (text->str, text->len, NULL);
  g_assert_true (g_str_has_suffix (
      read, "20001:Café|Zoë\n! 1 letter was of another encoding than the rest; look at the é and ë.\n"));
  g_assert_cmpstr (read_nuls, ==, "1:a|bc\n2:d|e\n! 2 characters without meaning (NUL) were left out.\n");
}

/* Cells and rows of any length are refused or read, in bounded memory. */
static void
test_long (void)
{
  g_autofree char *cell = g_strnfill (SPIL_TEXT_MAX_BYTES, 'x');
  g_autofree char *fits = g_strconcat ("a;\"", cell, "\"\n", NULL);
  g_autofree char *quoted = g_strconcat ("a;\"x", cell, "\"\n", NULL);
  g_autofree char *plain = g_strconcat ("a;x", cell, "\n", NULL);
  g_autofree char *wide = g_strnfill (20000, ';');
  g_autofree char *read_fits = table_fixture_read_bytes (fits, strlen (fits), NULL);
  g_autofree char *read_quoted = table_fixture_read_bytes (quoted, strlen (quoted), NULL);
  g_autofree char *read_plain = table_fixture_read_bytes (plain, strlen (plain), NULL);
  g_autofree char *read_wide = table_fixture_read_bytes (wide, 20000, NULL);

  g_assert_cmpuint (strlen (read_fits), ==, SPIL_TEXT_MAX_BYTES + 5);
  g_assert_nonnull (strstr (read_quoted, "ERROR Row 1, column 2 holds more than a million characters"));
  g_assert_nonnull (strstr (read_plain, "ERROR Row 1, column 2 holds more than a million characters"));
  g_assert_nonnull (strstr (read_wide, "ERROR Row 1 is too long"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/shapes", test_shapes);
  g_test_add_func ("/csv-reader/broken", test_broken);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/strangers", test_strangers);
  g_test_add_func ("/csv-reader/long", test_long);
  return g_test_run ();
}
