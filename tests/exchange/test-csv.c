// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-csv.h"

static void
test_csv_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "", "" },
    { "Oosterenk", "Oosterenk" },
    { "a,b", "\"a,b\"" },
    { "say \"hi\"", "\"say \"\"hi\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { " space", "\" space\"" },
    { "é 😀", "é 😀" },
    { "-5", "-5" },
    { "-1234.50", "-1234.50" },
    { "951500.00", "951500.00" },
    { "-", "'-" },
    { "-5+1", "'-5+1" },
    { "-.5", "'-.5" },
    { "-5.", "'-5." },
    { "=1+1", "'=1+1" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "+31 38 000 00 00", "'+31 38 000 00 00" },
    { "@sum", "'@sum" },
    { "\t=1", "'\t=1" },
    { "\r=1", "\"'\r=1\"" },
    { "a=1", "a=1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    g_autofree char *expected = g_strconcat (cases[i].cell, "\r\n", NULL);

    spil_csv_append_line (out, &cases[i].text, 1);
    g_assert_cmpstr (out->str, ==, expected);
  }
}

static void
test_csv_lines (void)
{
  static const char *const first[] = { "", "b", "" };
  static const char *const second[] = { "a,", "", "c" };
  g_autoptr (GString) out = g_string_new (NULL);

  spil_csv_append_line (out, first, G_N_ELEMENTS (first));
  spil_csv_append_line (out, second, G_N_ELEMENTS (second));
  g_assert_cmpstr (out->str, ==, ",b,\r\n\"a,\",,c\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_csv_cells);
  g_test_add_func ("/csv/lines", test_csv_lines);
  return g_test_run ();
}
