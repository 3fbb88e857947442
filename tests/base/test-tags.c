// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tags.h"

static void
test_split (void)
{
  static const struct
  {
    const char *text, *joined;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { " , ,", NULL },
    { "logistiek", "logistiek" },
    { "logistiek,nachtdienst", "logistiek, nachtdienst" },
    { "  logistiek ,  nachtdienst  ", "logistiek, nachtdienst" },
    { "Logistiek, logistiek, LOGISTIEK", "Logistiek" },
    { "café, cafe", "café" },
    { "groot bedrijf,\nklein", "groot bedrijf, klein" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) tags = spil_tags_split (cases[i].text);
    g_autofree char *joined = spil_tags_join ((const char *const *) tags);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (joined, ==, cases[i].joined);
  }
}

static void
test_join (void)
{
  const char *const tags[] = { "a,b", " ", "c", "C", NULL };
  g_autofree char *joined = spil_tags_join (tags);

  g_assert_cmpstr (joined, ==, "a b, c");
  g_assert_null (spil_tags_join (NULL));
}

static void
test_change (void)
{
  static const struct
  {
    const char *text, *tag, *added, *removed;
  } cases[] = {
    { NULL, "zorg", "zorg", NULL },
    { "zorg", "Zorg", "zorg", NULL },
    { "zorg, bouw", "nacht", "zorg, bouw, nacht", "zorg, bouw" },
    { "zorg, bouw", "zorg", "zorg, bouw", "bouw" },
    { "zorg", "bouw, nacht", "zorg, bouw, nacht", "zorg" },
    { "zorg, bouw", " BOUW ", "zorg, bouw", "zorg" },
    { "zorg", " ", "zorg", "zorg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *added = spil_tags_add (cases[i].text, cases[i].tag);
    g_autofree char *removed = spil_tags_remove (cases[i].text, cases[i].tag);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (added, ==, cases[i].added);
    g_assert_cmpstr (removed, ==, cases[i].removed);
  }
  g_assert_true (spil_tags_contain ("zorg, Bouw", "bouw"));
  g_assert_false (spil_tags_contain ("zorg, bouwbedrijf", "bouw"));
  g_assert_false (spil_tags_contain (NULL, "bouw"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/split", test_split);
  g_test_add_func ("/tags/join", test_join);
  g_test_add_func ("/tags/change", test_change);
  return g_test_run ();
}
