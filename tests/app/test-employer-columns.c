// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-employer-columns.h"

#define USUAL "name,staff,stage,last-contact,next-action"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *with_widths;
    gboolean usual;
  } cases[] = {
    { NULL, USUAL, TRUE },
    { "", USUAL, TRUE },
    { "nothing,of:this", USUAL, TRUE },
    { "name,town:120,staff", "name,town:120,staff", FALSE },
    { "town", "name,town", FALSE },
    { "tier,name,tier", "tier,name", FALSE },
    { "name:-4,town:99999999,staff:wide", "name,town:4000,staff", FALSE },
    { " name , later-column , tags ", "name,tags", FALSE },
    { "name:300,staff,stage,last-contact,next-action", "name:300,staff,stage,last-contact,next-action",
      TRUE },
    { "staff,name,stage,last-contact,next-action", "staff,name,stage,last-contact,next-action", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) uses = spil_employer_columns_parse (cases[i].text);
    g_autofree char *text = spil_employer_columns_format (uses, TRUE);

    g_assert_cmpstr (text, ==, cases[i].with_widths);
    g_assert_cmpint (spil_employer_columns_are_usual (uses), ==, cases[i].usual);
  }
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const SpilEmployerColumn *columns = spil_employer_columns (&n);

  for (gsize i = 0; i < n; i++) {
    g_assert_true (g_hash_table_add (names, (gpointer) columns[i].name));
    g_assert_null (strpbrk (columns[i].name, ",: "));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/employer-columns/parse", test_parse);
  g_test_add_func ("/app/employer-columns/names", test_names);
  return g_test_run ();
}
