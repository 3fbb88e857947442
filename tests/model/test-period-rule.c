// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-period-rule.h"

#include <glib.h>

static void
test_next_start (void)
{
  static const struct
  {
    const char *what;
    int every_weeks;
    const char *last, *today, *next;
  } cases[] = {
    { "the first one: the coming Monday", 2, NULL, "2018-09-05", "2018-09-10" },
    { "the first one on a Monday: today", 2, NULL, "2018-09-10", "2018-09-10" },
    { "the first one on a Sunday", 2, NULL, "2018-09-09", "2018-09-10" },
    { "two weeks after the last", 2, "2018-09-10", "2018-09-12", "2018-09-24" },
    { "the last starts today", 2, "2018-09-10", "2018-09-10", "2018-09-24" },
    { "the last is still to come", 2, "2018-09-24", "2018-09-12", "2018-10-08" },
    { "today is the day", 2, "2018-09-10", "2018-09-24", "2018-09-24" },
    { "one day too late: the rhythm goes on", 2, "2018-09-10", "2018-09-25", "2018-10-08" },
    { "long ago: the rhythm goes on", 2, "2018-09-10", "2018-12-01", "2018-12-03" },
    { "every four weeks", 4, "2018-09-10", "2018-09-12", "2018-10-08" },
    { "over the year", 2, "2018-12-24", "2018-12-27", "2019-01-07" },
    { "no rhythm", 0, "2018-09-10", "2018-09-12", "2018-09-17" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay last = SPIL_DAY_NONE, today, next;

    g_test_message ("%s", cases[i].what);
    g_assert_true (cases[i].last == NULL || spil_day_parse (cases[i].last, &last));
    g_assert_true (spil_day_parse (cases[i].today, &today));
    g_assert_true (spil_day_parse (cases[i].next, &next));
    g_assert_cmpint (spil_period_next_start (cases[i].every_weeks, last, today).number, ==, next.number);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period-rule/next-start", test_next_start);
  return g_test_run ();
}
