// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-phone.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *numbers;
  } cases[] = {
    { "0612345678", "612345678" },
    { "06-1234 5678", "612345678" },
    { "06 - 12 34 56 78", "612345678" },
    { "+31 6 12345678", "612345678" },
    { "+31 (0)6 1234 5678", "612345678" },
    { "+31 06 12345678", "612345678" },
    { "0031612345678", "612345678" },
    { "0031 (0) 38 1234567", "381234567" },
    { "31612345678", "612345678" },
    { "(038) 123 45 67", "381234567" },
    { "038-1234567 (receptie)", "381234567" },
    { "tel. 0529 123456", "529123456" },
    { "038 1234567, 06 12345678", "381234567 612345678" },
    { "038 1234567 / 06 12345678", "381234567 612345678" },
    { "038/1234567", "381234567" },
    { "038-1234567;06-12345678", "381234567 612345678" },
    { "14 038", "14038" },
    { "+49 30 1234567", "49301234567" },
    { "0049 30 1234567", "49301234567" },
    { "3141592", "3141592" },
    { "112", "" },
    { "onbekend", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) numbers = spil_phone_numbers (cases[i].text);
    g_autofree char *joined = g_strjoinv (" ", numbers);

    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (joined, ==, cases[i].numbers);
  }
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    gboolean part;
    const char *start;
    const char *end;
  } cases[] = {
    { "0612", TRUE, "612", "0612" },
    { "06-12", TRUE, "612", "0612" },
    { "+31 6 12", TRUE, "612", "31612" },
    { "0031", TRUE, NULL, "0031" },
    { "5678", TRUE, "5678", "5678" },
    { "45 67", TRUE, "4567", "4567" },
    { "(038) 123", TRUE, "38123", "038123" },
    { "06 12345678", TRUE, "612345678", "612345678" },
    { "0031 6 12345678", TRUE, "612345678", "612345678" },
    { "123", FALSE, NULL, NULL },
    { "8011 PK", FALSE, NULL, NULL },
    { "jansen 5678", FALSE, NULL, NULL },
    { "", FALSE, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *start = NULL;
    g_autofree char *end = NULL;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (spil_phone_is_part (cases[i].text, &start, &end), ==, cases[i].part);
    g_assert_cmpstr (start, ==, cases[i].start);
    g_assert_cmpstr (end, ==, cases[i].end);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/numbers", test_numbers);
  g_test_add_func ("/phone/parts", test_parts);
  return g_test_run ();
}
