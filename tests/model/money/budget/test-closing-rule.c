// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-closing-rule.h"

#include <string.h>

#define day spil_day_from_ymd

/* The third and the fourth quarter of 2017, which adjoin, the first of 2020, which has a leap day, and a month that overlaps it. */
static SpilClosedPeriod *
make_periods (gsize *n)
{
  const SpilClosedPeriod periods[] = {
    { .name = g_strdup ("3e kwartaal 2017"), .first = day (2017, 7, 1), .last = day (2017, 9, 30) },
    { .name = g_strdup ("4e kwartaal 2017"), .first = day (2017, 10, 1), .last = day (2017, 12, 31) },
    { .name = g_strdup ("februari 2020"), .first = day (2020, 2, 1), .last = day (2020, 2, 29) },
    { .name = g_strdup ("begin 2020"), .first = day (2020, 2, 15), .last = day (2020, 3, 10) },
  };

  *n = G_N_ELEMENTS (periods);
  return g_memdup2 (periods, sizeof periods);
}

static void
free_periods (SpilClosedPeriod *periods, gsize n)
{
  for (gsize i = 0; i < n; i++)
    spil_closed_period_clear (&periods[i]);
  g_free (periods);
}

static void
test_days (void)
{
  static const struct
  {
    const char *what;
    int asked[3];
    int today[3];
    const char *closed; /* NULL: open */
    int booked[3];
  } cases[] = {
    { "the day before the first", { 2017, 6, 30 }, { 2018, 3, 1 }, NULL, { 2017, 6, 30 } },
    { "the first day", { 2017, 7, 1 }, { 2018, 1, 1 }, "3e kwartaal 2017", { 2018, 1, 1 } },
    { "the last day, through two that adjoin",
      { 2017, 9, 30 },
      { 2017, 12, 1 },
      "3e kwartaal 2017",
      { 2018, 1, 1 } },
    { "today is later and open", { 2017, 9, 30 }, { 2018, 3, 1 }, "3e kwartaal 2017", { 2018, 3, 1 } },
    { "today is later and closed itself",
      { 2017, 9, 30 },
      { 2020, 2, 29 },
      "3e kwartaal 2017",
      { 2018, 1, 1 } },
    { "today is the first open day", { 2017, 12, 31 }, { 2018, 1, 1 }, "4e kwartaal 2017", { 2018, 1, 1 } },
    { "the day after the last", { 2018, 1, 1 }, { 2018, 3, 1 }, NULL, { 2018, 1, 1 } },
    { "the leap day", { 2020, 2, 29 }, { 2020, 2, 29 }, "begin 2020", { 2020, 3, 11 } },
    { "in one that overlaps the next", { 2020, 2, 1 }, { 2020, 2, 1 }, "februari 2020", { 2020, 3, 11 } },
    { "the last day of the longer one", { 2020, 3, 10 }, { 2020, 4, 1 }, "begin 2020", { 2020, 4, 1 } },
  };
  gsize n;
  SpilClosedPeriod *periods = make_periods (&n);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay asked = day (cases[i].asked[0], cases[i].asked[1], cases[i].asked[2]);
    SpilDay today = day (cases[i].today[0], cases[i].today[1], cases[i].today[2]);
    SpilDay booked = day (cases[i].booked[0], cases[i].booked[1], cases[i].booked[2]);
    const SpilClosedPeriod *period = spil_closing_find (periods, n, asked);

    g_test_message ("%s", cases[i].what);
    g_assert_cmpstr (period != NULL ? period->name : NULL, ==, cases[i].closed);
    g_assert_cmpint (spil_closing_open_day (periods, n, asked, today).number, ==, booked.number);
  }
  g_assert_null (spil_closing_find (periods, n, SPIL_DAY_NONE));
  g_assert_null (spil_closing_find (NULL, 0, day (2017, 8, 1)));
  free_periods (periods, n);
}

static void
test_refusal (void)
{
  gsize n;
  SpilClosedPeriod *periods = make_periods (&n);
  g_autofree char *sentence = spil_closing_dup_refusal (&periods[0], day (2017, 9, 30), day (2018, 1, 1));

  g_assert_cmpstr (
      sentence, ==,
      "Nothing can be booked on 30 September 2017: 3e kwartaal 2017 (1 July 2017 to 30 September 2017) is "
      "closed. Book it on 1 January 2018, the first day that is open, or open the period again.");
  free_periods (periods, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/closing-rule/days", test_days);
  g_test_add_func ("/model/closing-rule/refusal", test_refusal);
  return g_test_run ();
}
