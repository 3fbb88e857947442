// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-time.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *iso, *dutch;
  } cases[] = {
    { "2018-07-31T14:02", "2018-07-31T12:02:00Z", "31-07-2018 14:02" },
    { "2018-07-31T14:02:05", "2018-07-31T12:02:05Z", "31-07-2018 14:02" },
    { "2018-07-31T14:02Z", "2018-07-31T14:02:00Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02:05Z", "2018-07-31T14:02:05Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02:05.123Z", "2018-07-31T14:02:05.123Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02:05.5Z", "2018-07-31T14:02:05.500Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02:05.123999999Z", "2018-07-31T14:02:05.123Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02:05.000Z", "2018-07-31T14:02:05Z", "31-07-2018 16:02" },
    { "2018-07-31T14:02+02:00", "2018-07-31T12:02:00Z", "31-07-2018 14:02" },
    { "2018-07-31T01:02-11:30", "2018-07-31T12:32:00Z", "31-07-2018 14:32" },
    { "2018-01-01T00:30+02:00", "2017-12-31T22:30:00Z", "31-12-2017 23:30" },
    { "31-07-2018 14:02", "2018-07-31T12:02:00Z", "31-07-2018 14:02" },
    { "1-7-2018 9:05", "2018-07-01T07:05:00Z", "01-07-2018 09:05" },
    { " 31-07-2018 14:02 ", "2018-07-31T12:02:00Z", "31-07-2018 14:02" },
    { "2018-07-31 14:02:05", "2018-07-31T12:02:05Z", "31-07-2018 14:02" },
    { "2018-07-31", "2018-07-31T10:00:00Z", "31-07-2018 12:00" },
    { " 2018-07-31 ", "2018-07-31T10:00:00Z", "31-07-2018 12:00" },
    { "31-12-2018", "2018-12-31T11:00:00Z", "31-12-2018 12:00" },
    { "2018-12-31T23:59:59", "2018-12-31T22:59:59Z", "31-12-2018 23:59" },
    { "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z", "01-01-1970 00:59" },
    // The clock goes forward: 02:00-02:59 do not exist.
    { "2018-03-25T01:59", "2018-03-25T00:59:00Z", "25-03-2018 01:59" },
    { "2018-03-25T02:00", "2018-03-25T01:00:00Z", "25-03-2018 03:00" },
    { "2018-03-25T02:30", "2018-03-25T01:00:00Z", "25-03-2018 03:00" },
    { "2018-03-25T02:59:59.999", "2018-03-25T01:00:00Z", "25-03-2018 03:00" },
    { "2018-03-25T03:00", "2018-03-25T01:00:00Z", "25-03-2018 03:00" },
    { "2018-03-25", "2018-03-25T10:00:00Z", "25-03-2018 12:00" },
    // The clock goes back: 02:00-02:59 come twice.
    { "2018-10-28T01:59", "2018-10-27T23:59:00Z", "28-10-2018 01:59" },
    { "2018-10-28T02:30", "2018-10-28T01:30:00Z", "28-10-2018 02:30" },
    { "2018-10-28T02:30+02:00", "2018-10-28T00:30:00Z", "28-10-2018 02:30" },
    { "2018-10-28T03:00", "2018-10-28T02:00:00Z", "28-10-2018 03:00" },
    { "2018-10-28", "2018-10-28T11:00:00Z", "28-10-2018 12:00" },
    { "2030-07-01T12:00", "2030-07-01T10:00:00Z", "01-07-2030 12:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTime time, again;
    g_autofree char *iso = NULL;
    g_autofree char *dutch = NULL;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_true (spil_time_parse (cases[i].text, &time));
    iso = spil_time_to_iso (time);
    dutch = spil_time_format (time);
    g_assert_cmpstr (iso, ==, cases[i].iso);
    g_assert_cmpstr (dutch, ==, cases[i].dutch);
    g_assert_true (spil_time_parse (iso, &again));
    g_assert_cmpint (again.ms, ==, time.ms);
  }
}

static void
test_parse_refused (void)
{
  static const char *const cases[] = {
    "",
    "T",
    "14:02",
    "2018-07-31T",
    "2018-07-31T14",
    "2018-07-31T14:",
    "2018-07-31T14:2",
    "2018-07-31T24:00",
    "2018-07-31T14:60",
    "2018-07-31T14:02:60",
    "2018-07-31T14:02:",
    "2018-07-31T14:02:05.",
    "2018-07-31T14:02:05.1234567890Z",
    "2018-07-31T14:02.5Z",
    "2018-07-31T14:02z",
    "2018-07-31t14:02",
    "2018-07-31T14:02ZZ",
    "2018-07-31T14:02Z x",
    "2018-07-31T14:02 Z",
    "2018-07-31T14:02+02",
    "2018-07-31T14:02+0200",
    "2018-07-31T14:02+24:00",
    "2018-07-31T14:02+02:60",
    "2018-07-31T14:02*02:00",
    "2018-07-31T-4:02",
    "2018-07-31TT14:02",
    "2018-07-31  14:02",
    "31-02-2018",
    "31-02-2018 14:02",
    "2018-02-31T14:02Z",
    "31-07-18 14:02",
    "2018-07-31T14:02\xff",
    "2018-07-31T1e:02",
    "2018-07-31T١٤:٠٢",
    "🙂",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTime time = spil_time (42);

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_false (spil_time_parse (cases[i], &time));
    g_assert_cmpint (time.ms, ==, 42);
  }
}

static void
test_day (void)
{
  static const struct
  {
    const char *text, *day;
  } cases[] = {
    { "2018-07-30T22:00:00Z", "2018-07-31" }, { "2018-07-30T21:59:59Z", "2018-07-30" },
    { "2018-12-31T23:00:00Z", "2019-01-01" }, { "2018-12-31T22:59:59.999Z", "2018-12-31" },
    { "1969-12-31T22:59:59Z", "1969-12-31" }, { "1969-12-31T23:00:00Z", "1970-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilTime time;
    g_autofree char *day = NULL;

    g_assert_true (spil_time_parse (cases[i].text, &time));
    day = spil_day_to_iso (spil_time_day (time));
    g_assert_cmpstr (day, ==, cases[i].day);
  }
}

/* Every day of twelve years, at each hour that no change of the clock touches. */
static void
test_every_day (void)
{
  SpilDay day = spil_day_from_ymd (2018, 1, 1);
  SpilDay end = spil_day_from_ymd (2030, 1, 1);

  for (; spil_day_compare (day, end) < 0; day = spil_day_add (day, 1))
    for (int hour = 0; hour < 24; hour += hour == 1 ? 2 : 1) {
      SpilTime time = spil_time_from_day (day, hour, 59);
      g_autofree char *text = spil_time_format (time);
      g_autofree char *day_text = spil_day_format (day);
      g_autofree char *expected = g_strdup_printf ("%s %02d:59", day_text, hour);

      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpint (spil_day_compare (spil_time_day (time), day), ==, 0);
    }
}

static void
test_now (void)
{
  int64_t before = g_get_real_time () / 1000;
  SpilTime now = spil_time_now ();
  SpilTime demo;

  g_assert_cmpint (now.ms, >=, before);
  g_assert_cmpint (now.ms, <=, g_get_real_time () / 1000);
  g_setenv ("SPIL_TODAY", "2018-10-01", TRUE);
  demo = spil_time_now ();
  g_assert_cmpint (spil_day_compare (spil_time_day (demo), spil_day_from_ymd (2018, 10, 1)), ==, 0);
  g_unsetenv ("SPIL_TODAY");
}

/* Instants that no calendar holds do not disturb anything. */
static void
test_edges (void)
{
  static const int64_t cases[] = { G_MININT64, G_MAXINT64, G_GINT64_CONSTANT (8640000000000001) };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *iso = spil_time_to_iso (spil_time (cases[i]));
    g_autofree char *dutch = spil_time_format (spil_time (cases[i]));

    g_assert_cmpstr (iso, ==, "");
    g_assert_cmpstr (dutch, ==, "");
    g_assert_false (spil_day_is_known (spil_time_day (spil_time (cases[i]))));
  }
  g_assert_true (spil_day_is_known (spil_time_day (spil_time (G_GINT64_CONSTANT (8640000000000000)))));
  g_assert_true (spil_day_is_known (spil_time_day (spil_time (G_GINT64_CONSTANT (-8640000000000000)))));
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/Amsterdam", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/parse-refused", test_parse_refused);
  g_test_add_func ("/time/day", test_day);
  g_test_add_func ("/time/every-day", test_every_day);
  g_test_add_func ("/time/now", test_now);
  g_test_add_func ("/time/edges", test_edges);
  return g_test_run ();
}
