// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-day.h"

static void
test_numbers (void)
{
  static const struct
  {
    int year, month, day;
    int32_t number;
  } cases[] = {
    { 1970, 1, 1, 0 },      { 1969, 12, 31, -1 },   { 2000, 2, 29, 11016 },
    { 2000, 3, 1, 11017 },  { 1900, 1, 1, -25567 }, { 1900, 3, 1, -25508 },
    { 2018, 10, 1, 17805 }, { 2100, 3, 1, 47541 },  { 2199, 12, 31, 84005 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay day = spil_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);
    int year, month, month_day;

    g_assert_cmpint (day.number, ==, cases[i].number);
    spil_day_to_ymd (day, &year, &month, &month_day);
    g_assert_cmpint (year, ==, cases[i].year);
    g_assert_cmpint (month, ==, cases[i].month);
    g_assert_cmpint (month_day, ==, cases[i].day);
    spil_day_to_ymd (day, NULL, NULL, NULL);
  }
}

/* All 109,573 days of the range, against the calendar of GLib. */
static void
test_every_day (void)
{
  SpilDay day = spil_day_from_ymd (1900, 1, 1);
  SpilDay last = spil_day_from_ymd (2199, 12, 31);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1900);
  for (; spil_day_compare (day, last) <= 0; day = spil_day_add (day, 1), g_date_add_days (&date, 1)) {
    int year, month, month_day;

    spil_day_to_ymd (day, &year, &month, &month_day);
    g_assert_cmpint (year, ==, g_date_get_year (&date));
    g_assert_cmpint (month, ==, g_date_get_month (&date));
    g_assert_cmpint (month_day, ==, g_date_get_day (&date));
    g_assert_cmpint (spil_day_weekday (day), ==, g_date_get_weekday (&date));
    g_assert_cmpint (spil_day_from_ymd (year, month, month_day).number, ==, day.number);
  }
}

static void
test_does_not_exist (void)
{
  static const int cases[][3] = {
    { 2018, 2, 31 }, { 2018, 2, 29 }, { 2018, 4, 31 },    { 1900, 2, 29 },       { 2100, 2, 29 },
    { 2000, 2, 30 }, { 2018, 0, 1 },  { 2018, 13, 1 },    { 2018, 1, 0 },        { 2018, 1, 32 },
    { 2018, -1, 1 }, { 2018, 1, -1 }, { 1899, 12, 31 },   { 2200, 1, 1 },        { 18, 1, 1 },
    { 0, 1, 1 },     { -1, 1, 1 },    { G_MAXINT, 1, 1 }, { 2018, G_MAXINT, 1 }, { 2018, 1, G_MININT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (spil_day_is_known (spil_day_from_ymd (cases[i][0], cases[i][1], cases[i][2])));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } cases[] = {
    { "2018-07-31", "2018-07-31" },    { "31-07-2018", "2018-07-31" }, { "1-7-2018", "2018-07-01" },
    { "01/07/2018", "2018-07-01" },    { "1.7.2018", "2018-07-01" },   { "2018/7/1", "2018-07-01" },
    { " 31-07-2018\n", "2018-07-31" }, { "29-02-2020", "2020-02-29" }, { "29-02-2000", "2000-02-29" },
    { "01-01-1900", "1900-01-01" },    { "31-12-2199", "2199-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay day = SPIL_DAY_NONE;
    g_autofree char *iso = NULL;

    g_assert_true (spil_day_parse (cases[i].text, &day));
    iso = spil_day_to_iso (day);
    g_assert_cmpstr (iso, ==, cases[i].iso);
  }
}

static void
test_parse_refused (void)
{
  static const char *const cases[] = {
    "",
    " ",
    "31-02-2018",
    "2018-02-31",
    "29-02-2018",
    "29-02-1900",
    "31-04-2018",
    "31-07-18",
    "18-07-31",
    "1-7-18",
    "00-07-2018",
    "31-00-2018",
    "31-13-2018",
    "32-07-2018",
    "31-07-1899",
    "01-01-2200",
    "31-07/2018",
    "31.07-2018",
    "31 07 2018",
    "31072018",
    "20180731",
    "31-07-2018x",
    "x31-07-2018",
    "31-07-02018",
    "2018-07",
    "2018",
    "2018-07-",
    "2018-07-310",
    "-31-07-2018",
    "31--07-2018",
    "+1-07-2018",
    "07-31-2018",
    "31 juli 2018",
    "2018-07-31T12:00",
    "٣١-٠٧-٢٠١٨",
    "３１-07-2018",
    "31‑07‑2018",
    "\xff",
    "31-07-20\xff",
    "1e1-07-2018",
    "🙂",
    ("\xe2\x80\xae"
     "31-07-2018"),
  };
  SpilDay untouched = spil_day (42);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay day = untouched;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (spil_day_parse (cases[i], &day));
    g_assert_cmpint (day.number, ==, untouched.number);
  }
}

static void
test_format (void)
{
  SpilDay day = spil_day_from_ymd (2018, 7, 1);
  g_autofree char *dutch = spil_day_format (day);
  g_autofree char *words = spil_day_format_long (day);
  g_autofree char *iso = spil_day_to_iso (day);
  g_autofree char *no_dutch = spil_day_format (SPIL_DAY_NONE);
  g_autofree char *no_words = spil_day_format_long (SPIL_DAY_NONE);
  g_autofree char *no_iso = spil_day_to_iso (SPIL_DAY_NONE);

  g_assert_cmpstr (dutch, ==, "01-07-2018");
  g_assert_cmpstr (words, ==, "1 July 2018");
  g_assert_cmpstr (iso, ==, "2018-07-01");
  g_assert_cmpstr (no_dutch, ==, "");
  g_assert_cmpstr (no_words, ==, "");
  g_assert_cmpstr (no_iso, ==, "");
}

static void
test_names (void)
{
  g_assert_cmpstr (spil_day_month_name (1), ==, "January");
  g_assert_cmpstr (spil_day_month_name (12), ==, "December");
  g_assert_cmpstr (spil_day_month_name_short (3), ==, "Mar");
  g_assert_cmpstr (spil_day_weekday_name (1), ==, "Monday");
  g_assert_cmpstr (spil_day_weekday_name (7), ==, "Sunday");
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2018-01-31", 1, "2018-02-28" },   { "2020-01-31", 1, "2020-02-29" },
    { "2018-01-31", 2, "2018-03-31" },   { "2018-03-31", -1, "2018-02-28" },
    { "2018-12-31", 1, "2019-01-31" },   { "2018-01-15", -1, "2017-12-15" },
    { "2020-02-29", 12, "2021-02-28" },  { "2020-02-29", 48, "2024-02-29" },
    { "2018-10-01", 0, "2018-10-01" },   { "2018-10-01", -12, "2017-10-01" },
    { "1970-01-01", -1, "1969-12-01" },  { "2018-08-31", 18, "2020-02-29" },
    { "2018-05-31", -15, "2017-02-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilDay from;
    g_autofree char *to = NULL;

    g_assert_true (spil_day_parse (cases[i].from, &from));
    to = spil_day_to_iso (spil_day_add_months (from, cases[i].months));
    g_assert_cmpstr (to, ==, cases[i].to);
  }
}

static void
test_arithmetic (void)
{
  SpilDay a = spil_day_from_ymd (2018, 2, 28);
  SpilDay b = spil_day_from_ymd (2018, 3, 1);

  g_assert_cmpint (spil_day_between (a, b), ==, 1);
  g_assert_cmpint (spil_day_between (b, a), ==, -1);
  g_assert_cmpint (spil_day_compare (spil_day_add (a, 1), b), ==, 0);
  g_assert_cmpint (spil_day_compare (a, b), ==, -1);
  g_assert_cmpint (spil_day_compare (b, a), ==, 1);
  g_assert_cmpint (spil_day_compare (SPIL_DAY_NONE, spil_day_from_ymd (1900, 1, 1)), ==, -1);

  // The edges of what a day can hold: nothing wraps round.
  g_assert_false (spil_day_is_known (spil_day_add (SPIL_DAY_NONE, 1)));
  g_assert_false (spil_day_is_known (spil_day_add_months (SPIL_DAY_NONE, 1)));
  g_assert_false (spil_day_is_known (spil_day_add (spil_day (G_MAXINT32), 1)));
  g_assert_false (spil_day_is_known (spil_day_add (spil_day (G_MININT32 + 1), -1)));
  g_assert_false (spil_day_is_known (spil_day_add_months (b, G_MAXINT)));
  g_assert_false (spil_day_is_known (spil_day_add_months (b, G_MININT)));
  g_assert_cmpint (spil_day_between (spil_day (G_MAXINT32), spil_day (G_MININT32 + 1)), ==, G_MININT);
  g_assert_cmpint (spil_day_weekday (spil_day (G_MAXINT32)), >=, 1);
  g_assert_cmpint (spil_day_weekday (spil_day (G_MININT32 + 1)), <=, 7);
}

static void
test_today (void)
{
  SpilDay day;

  g_setenv ("SPIL_TODAY", "2018-10-01", TRUE);
  g_assert_cmpint (spil_day_compare (spil_day_today (), spil_day_from_ymd (2018, 10, 1)), ==, 0);
  g_setenv ("SPIL_TODAY", "31-02-2018", TRUE);
  g_assert_cmpint (spil_day_compare (spil_day_today (), spil_day_from_ymd (2018, 10, 1)), >, 0);
  g_unsetenv ("SPIL_TODAY");
  day = spil_day_today ();
  g_assert_true (spil_day_is_known (day));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/numbers", test_numbers);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/does-not-exist", test_does_not_exist);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/parse-refused", test_parse_refused);
  g_test_add_func ("/day/format", test_format);
  g_test_add_func ("/day/names", test_names);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/arithmetic", test_arithmetic);
  g_test_add_func ("/day/today", test_today);
  return g_test_run ();
}
