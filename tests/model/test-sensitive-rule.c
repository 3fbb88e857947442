// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <locale.h>

#include "spil-sensitive-rule.h"

// 111222333 and 123456782 pass the test of eleven and belong to nobody: they are the numbers of examples.
static const struct
{
  const char *text;
  guint kinds;
  const char *word; /* NULL: none */
} cases[] = {
  { "", 0, NULL },
  { "BSN is 123456782.", SPIL_SENSITIVE_BSN, "123456782" },
  { "1234.56.782", SPIL_SENSITIVE_BSN, "1234.56.782" },
  { "nr 111 222 333, bellen", SPIL_SENSITIVE_BSN, "111 222 333" },
  { "(111-222-333)", SPIL_SENSITIVE_BSN, "111-222-333" },
  { "123456783", 0, NULL }, // fails the test
  { "000000000", 0, NULL },
  { "1234567820", 0, NULL }, // ten digits
  { "12345678", 0, NULL }, // a KvK number
  { "+123456782", 0, NULL }, // a telephone number abroad
  { "0123456782", 0, NULL },
  { "x123456782x", SPIL_SENSITIVE_BSN, "123456782" },
  { "Jan is ziek.", SPIL_SENSITIVE_HEALTH, "ziek" },
  { "Zit thuis met een burn-out", SPIL_SENSITIVE_HEALTH, "burn-out" },
  { "ZWANGER", SPIL_SENSITIVE_HEALTH, "ZWANGER" },
  { "Haar diagnose: ...", SPIL_SENSITIVE_HEALTH, "diagnose" },
  { "Ziekenhuis Isala, verzuim 6 %, ziekteverzuim daalt", 0, NULL },
  { "Publiek vervoer en muziek", 0, NULL },
  { "ziek, 123456782", SPIL_SENSITIVE_BSN | SPIL_SENSITIVE_HEALTH, "123456782" },
  { "\xff\xfe ziek", SPIL_SENSITIVE_HEALTH, "ziek" }, // not UTF-8
  { "€ 951.500,00 op 31-07-2018", 0, NULL },
  { "06-12345678 of 038 123 45 67", 0, NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *word = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (spil_sensitive_find (cases[i].text, &word), ==, cases[i].kinds);
    g_assert_cmpstr (word, ==, cases[i].word);
    g_assert_cmpuint (spil_sensitive_find (cases[i].text, NULL), ==, cases[i].kinds);
  }
}

static void
test_warning (void)
{
  g_autofree char *none = spil_sensitive_dup_warning ("Fietsplan besproken.");
  g_autofree char *bsn = spil_sensitive_dup_warning ("BSN 123456782");
  g_autofree char *health = spil_sensitive_dup_warning ("Zij is zwanger.");

  g_assert_null (none);
  g_assert_cmpstr (
      bsn, ==,
      "“123456782” looks like a citizen service number (BSN). That may not be kept here: leave it out.");
  g_assert_cmpstr (
      health, ==,
      "“zwanger” seems to be about somebody’s health. Write down what was agreed, not what somebody has.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sensitive/find", test_find);
  g_test_add_func ("/sensitive/warning", test_warning);
  return g_test_run ();
}
