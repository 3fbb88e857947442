// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-elapsed-rule.h"

#define day spil_day_from_ymd

static void
test_per_mille (void)
{
  static const struct
  {
    const char *what;
    int from[3];
    int to[3];
    int today[3];
    int per_mille;
  } cases[] = {
    { "before it begins", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 6, 30 }, 0 },
    { "long before", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2010, 1, 1 }, 0 },
    { "its first day", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 7, 1 }, 5 },
    { "half of it", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 9, 30 }, 500 },
    { "the day before its last", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 12, 30 }, 995 },
    { "its last day", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 12, 31 }, 1000 },
    { "after it", { 2018, 7, 1 }, { 2018, 12, 31 }, { 2019, 1, 1 }, 1000 },
    { "the leap day", { 2020, 1, 1 }, { 2020, 12, 31 }, { 2020, 2, 29 }, 164 },
    { "the same day of a year without one", { 2019, 1, 1 }, { 2019, 12, 31 }, { 2019, 2, 28 }, 162 },
    { "one day", { 2018, 7, 1 }, { 2018, 7, 1 }, { 2018, 7, 1 }, 1000 },
    { "the wrong way round", { 2018, 7, 1 }, { 2018, 6, 30 }, { 2018, 7, 1 }, -1 },
    { "no such day", { 2018, 2, 30 }, { 2018, 6, 30 }, { 2018, 7, 1 }, -1 },
    { "no end", { 2018, 2, 1 }, { 2018, 6, 31 }, { 2018, 7, 1 }, -1 },
    { "no today", { 2018, 2, 1 }, { 2018, 6, 30 }, { 2018, 7, 32 }, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].what);
    g_assert_cmpint (spil_elapsed_per_mille (day (cases[i].from[0], cases[i].from[1], cases[i].from[2]),
                                             day (cases[i].to[0], cases[i].to[1], cases[i].to[2]),
                                             day (cases[i].today[0], cases[i].today[1], cases[i].today[2])),
                     ==, cases[i].per_mille);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/elapsed-rule/per-mille", test_per_mille);
  return g_test_run ();
}
