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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/shapes", test_shapes);
  g_test_add_func ("/csv-reader/broken", test_broken);
  return g_test_run ();
}
