// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-period.h"

static SpilDay
day_of_text (const char *text)
{
  SpilDay day;

  g_assert_true (spil_day_parse (text, &day));
  return day;
}

static void
test_of (void)
{
  static const struct
  {
    SpilPeriodKind kind;
    const char *day, *text, *first, *last;
  } cases[] = {
    { SPIL_PERIOD_DAY, "2018-10-01", "2018-10-01", "2018-10-01", "2018-10-01" },
    { SPIL_PERIOD_WEEK, "2018-10-01", "2018-W40", "2018-10-01", "2018-10-07" },
    { SPIL_PERIOD_WEEK, "2018-10-07", "2018-W40", "2018-10-01", "2018-10-07" },
    { SPIL_PERIOD_WEEK, "2018-12-31", "2019-W01", "2018-12-31", "2019-01-06" },
    { SPIL_PERIOD_WEEK, "2016-01-03", "2015-W53", "2015-12-28", "2016-01-03" },
    { SPIL_PERIOD_WEEK, "2020-12-31", "2020-W53", "2020-12-28", "2021-01-03" },
    { SPIL_PERIOD_WEEK, "2021-01-03", "2020-W53", "2020-12-28", "2021-01-03" },
    { SPIL_PERIOD_WEEK, "2021-01-04", "2021-W01", "2021-01-04", "2021-01-10" },
    { SPIL_PERIOD_WEEK, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05" },
    { SPIL_PERIOD_WEEK, "1900-01-01", "1900-W01", "1900-01-01", "1900-01-07" },
    { SPIL_PERIOD_MONTH, "2018-02-10", "2018-02", "2018-02-01", "2018-02-28" },
    { SPIL_PERIOD_MONTH, "2020-02-29", "2020-02", "2020-02-01", "2020-02-29" },
    { SPIL_PERIOD_MONTH, "2018-12-31", "2018-12", "2018-12-01", "2018-12-31" },
    { SPIL_PERIOD_QUARTER, "2018-10-01", "2018-Q4", "2018-10-01", "2018-12-31" },
    { SPIL_PERIOD_QUARTER, "2018-12-31", "2018-Q4", "2018-10-01", "2018-12-31" },
    { SPIL_PERIOD_QUARTER, "2018-03-31", "2018-Q1", "2018-01-01", "2018-03-31" },
    { SPIL_PERIOD_QUARTER, "2018-05-15", "2018-Q2", "2018-04-01", "2018-06-30" },
    { SPIL_PERIOD_YEAR, "2018-05-15", "2018", "2018-01-01", "2018-12-31" },
    { SPIL_PERIOD_YEAR, "2199-12-31", "2199", "2199-01-01", "2199-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPeriod period = spil_period_of (cases[i].kind, day_of_text (cases[i].day));
    g_autofree char *first = spil_day_to_iso (period.first);
    g_autofree char *last = spil_day_to_iso (period.last);
    g_autofree char *text = spil_period_to_text (period);
    SpilPeriod found;

    g_assert_cmpstr (first, ==, cases[i].first);
    g_assert_cmpstr (last, ==, cases[i].last);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_true (spil_period_parse (text, &found));
    g_assert_cmpint (found.kind, ==, period.kind);
    g_assert_cmpint (spil_day_compare (found.first, period.first), ==, 0);
    g_assert_cmpint (spil_day_compare (found.last, period.last), ==, 0);
    g_assert_true (spil_period_contains (period, day_of_text (cases[i].day)));
  }
}

/* All weeks from 1900 to 2199, against the calendar of GLib. */
static void
test_every_week (void)
{
  SpilPeriod week = spil_period_of (SPIL_PERIOD_WEEK, spil_day_from_ymd (1900, 1, 1));
  SpilDay end = spil_day_from_ymd (2199, 12, 30);

  for (; spil_day_compare (week.first, end) < 0; week = spil_period_step (week, 1)) {
    g_autoptr (GDateTime) date = NULL;
    g_autofree char *expected = NULL;
    g_autofree char *text = spil_period_to_text (week);
    int year, month, day;
    SpilPeriod found;

    spil_day_to_ymd (week.first, &year, &month, &day);
    date = g_date_time_new_utc (year, month, day, 0, 0, 0);
    expected = g_strdup_printf ("%04d-W%02d", g_date_time_get_week_numbering_year (date),
                                g_date_time_get_week_of_year (date));
    g_assert_cmpstr (text, ==, expected);
    g_assert_true (spil_period_parse (text, &found));
    g_assert_cmpint (spil_day_compare (found.first, week.first), ==, 0);
  }
}

static void
test_parse_refused (void)
{
  static const char *const cases[] = {
    "",         "18",         "201",      "20180",      "2018-",      "2018-Q",     "2018-Q0",    "2018-Q5",
    "2018-Q10", "2018-q4",    "2018-0",   "2018-00",    "2018-13",    "2018-1",     "2018-100",   "2018-W",
    "2018-W0",  "2018-W00",   "2018-W53", "2018-W54",   "2019-W53",   "2018-W1",    "2018-W99",   "2018W40",
    "2018Q4",   "2018/10",    " 2018",    "2018 ",      "2018-Q4 ",   "1899",       "2200",       "0000",
    "-2018",    "2018-02-31", "2018-2-1", "2018-10-1x", "01-10-2018", "2018/10/01", "2018-10/01", "20\xff",
    "２０１８", "2018-Q٤",    "kwartaal", "2018-Q4-1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPeriod period = { SPIL_PERIOD_YEAR, { 1 }, { 2 } };

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (spil_period_parse (cases[i], &period));
    g_assert_cmpint (period.first.number, ==, 1);
  }
}

static void
test_step (void)
{
  static const struct
  {
    const char *from;
    int count;
    const char *to;
  } cases[] = {
    { "2018-10-01", 31, "2018-11-01" },
    { "2018-W52", 1, "2019-W01" },
    { "2020-W53", 1, "2021-W01" },
    { "2021-W01", -1, "2020-W53" },
    { "2018-12", 1, "2019-01" },
    { "2018-01", -1, "2017-12" },
    { "2018-Q4", 1, "2019-Q1" },
    { "2018-Q1", -1, "2017-Q4" },
    { "2018-Q1", -5, "2016-Q4" },
    { "2018", 3, "2021" },
    { "2018", -1, "2017" },
    { "2018-Q2", 0, "2018-Q2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPeriod from;
    g_autofree char *to = NULL;

    g_assert_true (spil_period_parse (cases[i].from, &from));
    to = spil_period_to_text (spil_period_step (from, cases[i].count));
    g_assert_cmpstr (to, ==, cases[i].to);
  }
}

static void
test_contains (void)
{
  SpilPeriod quarter = spil_period_of (SPIL_PERIOD_QUARTER, spil_day_from_ymd (2018, 11, 11));

  g_assert_true (spil_period_contains (quarter, spil_day_from_ymd (2018, 10, 1)));
  g_assert_true (spil_period_contains (quarter, spil_day_from_ymd (2018, 12, 31)));
  g_assert_false (spil_period_contains (quarter, spil_day_from_ymd (2018, 9, 30)));
  g_assert_false (spil_period_contains (quarter, spil_day_from_ymd (2019, 1, 1)));
  g_assert_false (spil_period_contains (quarter, SPIL_DAY_NONE));
}

static void
test_unknown (void)
{
  for (int kind = SPIL_PERIOD_DAY; kind <= SPIL_PERIOD_YEAR; kind++) {
    SpilPeriod none = spil_period_of ((SpilPeriodKind) kind, SPIL_DAY_NONE);
    SpilPeriod far = spil_period_of ((SpilPeriodKind) kind, spil_day_from_ymd (2018, 1, 1));
    g_autofree char *text = spil_period_to_text (none);
    g_autofree char *words = spil_period_format (none);
    g_autofree char *brief = spil_period_format_short (none);

    g_assert_cmpstr (text, ==, "");
    g_assert_cmpstr (words, ==, "");
    g_assert_cmpstr (brief, ==, "");
    g_assert_false (spil_period_contains (none, SPIL_DAY_NONE));
    g_assert_false (spil_period_contains (none, spil_day (0)));
    g_assert_false (spil_day_is_known (spil_period_step (none, 1).first));
    g_assert_false (spil_day_is_known (spil_period_step (far, G_MAXINT).first));
    // That many days back is a day still.
    g_assert_true (kind == SPIL_PERIOD_DAY || !spil_day_is_known (spil_period_step (far, G_MININT).first));
    spil_period_of ((SpilPeriodKind) kind, spil_day (G_MAXINT32));
    spil_period_of ((SpilPeriodKind) kind, spil_day (G_MININT32 + 1));
  }
}

static void
test_format (void)
{
  static const struct
  {
    const char *text, *words, *brief;
  } cases[] = {
    { "2018-Q4", "Quarter 4 of 2018", "Q4" },
    { "2018-10", "October 2018", "Oct" },
    { "2018-W40", "Week 40 of 2018", "40" },
    { "2020-W53", "Week 53 of 2020", "53" },
    { "2018", "2018", "2018" },
    { "2018-10-01", "1 October 2018", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPeriod period;
    g_autofree char *words = NULL;
    g_autofree char *brief = NULL;

    g_assert_true (spil_period_parse (cases[i].text, &period));
    words = spil_period_format (period);
    brief = spil_period_format_short (period);
    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_cmpstr (brief, ==, cases[i].brief);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/of", test_of);
  g_test_add_func ("/period/every-week", test_every_week);
  g_test_add_func ("/period/parse-refused", test_parse_refused);
  g_test_add_func ("/period/step", test_step);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/unknown", test_unknown);
  g_test_add_func ("/period/format", test_format);
  return g_test_run ();
}
