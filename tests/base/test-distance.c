// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-distance.h"

static void
test_distance (void)
{
  static const struct
  {
    const char *word;
    const char *other;
    int most;
    gboolean prefix;
    int distance;
  } cases[] = {
    { "zwolle", "zwolle", 1, FALSE, 0 },
    { "zwole", "zwolle", 1, FALSE, 1 },
    { "zwollle", "zwolle", 1, FALSE, 1 },
    { "zwalle", "zwolle", 1, FALSE, 1 },
    { "zwlole", "zwolle", 1, FALSE, 1 },
    { "wzolle", "zwolle", 1, FALSE, 1 },
    { "wolle", "zwolle", 1, FALSE, 1 },
    { "zwolel", "zwolle", 1, FALSE, 1 },
    { "zwol", "zwolle", 1, FALSE, 2 },
    { "zwol", "zwolle", 2, FALSE, 2 },
    { "zwol", "zwolle", 1, TRUE, 0 },
    { "zwlo", "zwolle", 1, TRUE, 1 },
    { "hptel", "hotelketen", 1, TRUE, 1 },
    { "hptel", "hotelketen", 1, FALSE, 2 },
    { "hotelk", "hotel", 1, TRUE, 1 },
    { "mobilietit", "mobiliteit", 2, FALSE, 1 },
    { "moobilitiet", "mobiliteit", 2, FALSE, 2 },
    { "moobilitiet", "mobiliteit", 1, FALSE, 2 },
    { "kampen", "zwolle", 2, FALSE, 3 },
    { "ĳssel", "ijssel", 2, FALSE, 2 },
    { "", "zwolle", 1, TRUE, 0 },
    { "a", "", 1, FALSE, 1 },
    { "", "", 1, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s, %s", cases[i].word, cases[i].other);
    g_assert_cmpint (spil_distance (cases[i].word, cases[i].other, cases[i].most, cases[i].prefix), ==,
                     cases[i].distance);
  }
}

/* Words that nobody types are cut off, not read beyond. */
static void
test_long (void)
{
  g_autofree char *word = g_strnfill (1000, 'a');

  g_assert_cmpint (spil_distance (word, word, 2, FALSE), ==, 0);
  g_assert_cmpint (spil_distance (word, "a", 2, TRUE), ==, 3);
  g_assert_cmpint (spil_distance ("a", word, 2, TRUE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distance/table", test_distance);
  g_test_add_func ("/distance/long", test_long);
  return g_test_run ();
}
