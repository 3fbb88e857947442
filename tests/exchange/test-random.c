// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-random.h"

static void
test_random_is_the_same (void)
{
  SpilRandom random = spil_random (2018);
  SpilRandom again = spil_random (2018);
  SpilRandom other = spil_random (2019);
  char id[SPIL_ID_TEXT_LENGTH + 1];

  // The first number of splitmix64 for seed 0, as its author publishes it.
  SpilRandom zero = spil_random (0);
  g_assert_cmphex (spil_random_next (&zero), ==, UINT64_C (0xe220a8397b1dcdaf));

  for (int i = 0; i < 1000; i++)
    g_assert_cmpuint (spil_random_next (&random), ==, spil_random_next (&again));
  g_assert_cmpuint (spil_random_next (&random), !=, spil_random_next (&other));

  random = spil_random (1);
  spil_id_to_text (spil_random_id (&random, INT64_C (1533037320000)), id);
  g_assert_cmpstr (id, ==, "0164f025-1740-715c-8289-ec2d0a9167ec");
}

static void
test_random_ranges (void)
{
  static const int weights[] = { 0, 3, 1 };
  SpilRandom random = spil_random (1);
  int counts[G_N_ELEMENTS (weights)] = { 0 };

  for (int i = 0; i < 4000; i++) {
    const int between = spil_random_between (&random, -3, 3);

    g_assert_cmpint (between, >=, -3);
    g_assert_cmpint (between, <=, 3);
    g_assert_cmpint (spil_random_below (&random, 1), ==, 0);
    g_assert_false (spil_random_chance (&random, 0));
    g_assert_true (spil_random_chance (&random, 100));
    counts[spil_random_weighted (&random, weights, G_N_ELEMENTS (weights))]++;
  }
  g_assert_cmpint (counts[0], ==, 0);
  g_assert_cmpint (counts[1], >, 2 * counts[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/same", test_random_is_the_same);
  g_test_add_func ("/random/ranges", test_random_ranges);
  return g_test_run ();
}
