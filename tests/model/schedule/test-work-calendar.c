// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-work-calendar.h"

#include "spil-holiday-rule.h"
#include "spil-number.h"

/* A day as one number: 20180401 is 1 April 2018. */
static SpilDay
day (int number)
{
  return spil_day_from_ymd (number / 10000, number / 100 % 100, number % 100);
}

static int
number_of (SpilDay found)
{
  int year, month, month_day;

  spil_day_to_ymd (found, &year, &month, &month_day);
  return year * 10000 + month * 100 + month_day;
}

/* Easter Sunday 1990-2050 as in the almanacs; April days are above 400. */
static void
test_easter (void)
{
  static const int days[] = {
    415, 331, 419, 411, 403, 416, 407, 330, 412, 404, /* 1990-1999 */
    423, 415, 331, 420, 411, 327, 416, 408, 323, 412, /* 2000-2009 */
    404, 424, 408, 331, 420, 405, 327, 416, 401, 421, /* 2010-2019 */
    412, 404, 417, 409, 331, 420, 405, 328, 416, 401, /* 2020-2029 */
    421, 413, 328, 417, 409, 325, 413, 405, 425, 410, /* 2030-2039 */
    401, 421, 406, 329, 417, 409, 325, 414, 405, 418, /* 2040-2049 */
    410, /* 2050 */
  };

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    g_assert_cmpint (number_of (spil_holiday_easter (1990 + i)), ==, (1990 + i) * 10000 + days[i]);
  /* The earliest and the latest that there are, and the two that a plain reckoning of the moon gets wrong. */
  g_assert_cmpint (number_of (spil_holiday_easter (1943)), ==, 19430425);
  g_assert_cmpint (number_of (spil_holiday_easter (1954)), ==, 19540418);
  g_assert_cmpint (number_of (spil_holiday_easter (1981)), ==, 19810419);
  g_assert_cmpint (number_of (spil_holiday_easter (2076)), ==, 20760419);
}

/* Easter is the Sunday after the first full moon of the almanac from 21 March on: reckoned by its own definition, by golden number and epact. */
static SpilDay
easter_by_moon (int year)
{
  int century = year / 100 + 1, golden = year % 19 + 1;
  int epact = (11 * golden + 20 + ((8 * century + 5) / 25 - 5) - (3 * century / 4 - 12)) % 30;
  int moon;
  SpilDay full;

  epact = (epact + 30) % 30;
  if ((epact == 25 && golden > 11) || epact == 24)
    epact++;
  moon = 44 - epact;
  if (moon < 21)
    moon += 30;
  full = spil_day_add (spil_day_from_ymd (year, 3, 1), moon - 1);
  return spil_day_add (full, 7 - spil_day_weekday (full) % 7);
}

static void
test_easter_by_moon (void)
{
  for (int year = 1900; year < 2200; year++)
    g_assert_cmpint (number_of (spil_holiday_easter (year)), ==, number_of (easter_by_moon (year)));
}

static void
test_holidays (void)
{
  static const struct
  {
    int day;
    const char *name; /* NULL: an ordinary day */
  } cases[] = {
    { 20180101, "New Year's Day" },
    { 20180330, "Good Friday" },
    { 20180401, "Easter Sunday" },
    { 20180402, "Easter Monday" },
    { 20180427, "King's Day" },
    { 20180510, "Ascension Day" },
    { 20180520, "Whit Sunday" },
    { 20180521, "Whit Monday" },
    { 20181225, "Christmas Day" },
    { 20181226, "Boxing Day" },
    { 20180505, NULL },
    { 20200505, "Liberation Day" },
    { 20250505, "Liberation Day" },
    { 20140426, "King's Day" },
    { 20140427, NULL },
    { 20140430, NULL },
    { 20150427, "King's Day" },
    { 20250426, "King's Day" },
    { 20250427, NULL },
    { 20130430, "Queen's Day" },
    { 20130427, NULL },
    { 20060429, "Queen's Day" },
    { 20060430, NULL },
    { 20060501, NULL },
    { 19780501, "Queen's Day" },
    { 19780430, NULL },
    { 19500501, "Queen's Day" },
    { 19490430, "Queen's Day" },
    { 19480430, NULL },
    { 20080501, "Ascension Day" },
    { 20110502, NULL },
    { 20240509, "Ascension Day" },
    { 20240520, "Whit Monday" },
    { 20380425, "Easter Sunday" },
    { 20380426, "Easter Monday" },
    { 20260514, "Ascension Day" },
    { 20260525, "Whit Monday" },
    { 20181224, NULL },
    { 20181231, NULL },
  };
  const SpilHolidayChoice choice = { .good_friday = TRUE, .liberation_every = 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilHoliday holidays[SPIL_HOLIDAYS_MAX];
    const char *found = NULL;
    int n = spil_holidays_of_year (cases[i].day / 10000, &choice, holidays);

    for (int j = 0; j < n; j++) {
      g_assert_true (j == 0 || spil_day_compare (holidays[j - 1].day, holidays[j].day) <= 0);
      if (number_of (holidays[j].day) == cases[i].day)
        found = holidays[j].name;
    }
    g_test_message ("%d", cases[i].day);
    g_assert_cmpstr (found, ==, cases[i].name);
  }
}

/* What the choice is, decides. */
static void
test_choice (void)
{
  static const struct
  {
    SpilHolidayChoice choice;
    int year, n;
  } cases[] = {
    { { FALSE, 0 }, 2018, 9 }, { { TRUE, 0 }, 2018, 10 },  { { FALSE, 1 }, 2018, 10 },
    { { TRUE, 1 }, 2018, 11 }, { { FALSE, 5 }, 2018, 9 },  { { FALSE, 5 }, 2020, 10 },
    { { FALSE, 0 }, 1920, 8 }, { { FALSE, 2 }, 2018, 10 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilHoliday holidays[SPIL_HOLIDAYS_MAX];

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (spil_holidays_of_year (cases[i].year, &cases[i].choice, holidays), ==, cases[i].n);
  }
}

static const SpilWorkException exceptions[] = {
  { .first = { 17713 }, .last = { 17720 }, .name = "Zomersluiting" }, /* 1 to 8 July 2018 */
  { .first = { 17650 },
    .last = { 17650 },
    .worked = TRUE,
    .name = "Doorwerken" }, /* King's Day 2018 is 17648; this is a Sunday */
  { .first = { 17648 }, .last = { 17648 }, .worked = TRUE, .name = "Doorwerken" },
  { .first = { 17716 }, .last = { 17716 }, .worked = TRUE, .name = "Toch open" }, /* within the closure */
};

static SpilWorkCalendar *
make_calendar (void)
{
  static const SpilWorkWeek week = { .weekdays = 0x1f, .liberation_every = 5 };

  return spil_work_calendar_new (&week, exceptions, G_N_ELEMENTS (exceptions));
}

static void
test_worked (void)
{
  static const struct
  {
    int day;
    gboolean worked;
    const char *reason;
  } cases[] = {
    { 20180426, TRUE, NULL },
    { 20180427, TRUE, NULL },
    { 20180429, TRUE, NULL },
    { 20180428, FALSE, NULL },
    { 20180402, FALSE, "Easter Monday" },
    { 20180401, FALSE, "Easter Sunday" },
    { 20180330, TRUE, NULL },
    { 20180701, FALSE, "Zomersluiting" },
    { 20180703, FALSE, "Zomersluiting" },
    { 20180704, TRUE, NULL },
    { 20180708, FALSE, "Zomersluiting" },
    { 20180709, TRUE, NULL },
    { 19000101, FALSE, "New Year's Day" },
    { 21991225, FALSE, "Christmas Day" },
    { 21991230, TRUE, NULL },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%d", cases[i].day);
    g_assert_cmpint (spil_work_calendar_is_worked (calendar, day (cases[i].day)), ==, cases[i].worked);
    g_assert_cmpstr (spil_work_calendar_get_reason (calendar, day (cases[i].day)), ==, cases[i].reason);
  }
}

static void
test_arithmetic (void)
{
  static const struct
  {
    int day, add, result;
  } cases[] = {
    { 20180420, 0, 20180420 },  { 20180420, 1, 20180423 },  { 20180420, 5, 20180427 },
    { 20180421, 0, 20180421 },  { 20180421, 1, 20180423 },  { 20180421, -1, 20180420 },
    { 20180423, -1, 20180420 }, { 20180629, 1, 20180704 },  { 20180629, 2, 20180709 },
    { 20180709, -1, 20180704 }, { 20180709, -2, 20180629 }, { 20181224, 1, 20181227 },
    { 20181227, -1, 20181224 },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (number_of (spil_work_calendar_add (calendar, day (cases[i].day), cases[i].add)), ==,
                     cases[i].result);
  }
  g_assert_cmpint (number_of (spil_work_calendar_next (calendar, day (20180701))), ==, 20180704);
  g_assert_cmpint (number_of (spil_work_calendar_next (calendar, day (20180704))), ==, 20180704);
  g_assert_cmpint (number_of (spil_work_calendar_previous (calendar, day (20180703))), ==, 20180629);
  g_assert_cmpint (number_of (spil_work_calendar_previous (calendar, day (20180704))), ==, 20180704);
  g_assert_cmpint (number_of (spil_work_calendar_end_of (calendar, day (20180629), 2)), ==, 20180704);
  g_assert_cmpint (number_of (spil_work_calendar_end_of (calendar, day (20180630), 1)), ==, 20180704);
  g_assert_cmpint (number_of (spil_work_calendar_end_of (calendar, day (20180630), 0)), ==, 20180630);
  g_assert_cmpint (number_of (spil_work_calendar_start_of (calendar, day (20180709), 3)), ==, 20180629);
  g_assert_cmpint (number_of (spil_work_calendar_start_of (calendar, day (20180708), 1)), ==, 20180704);
  g_assert_cmpint (spil_work_calendar_count (calendar, day (20180625), day (20180709)), ==, 7);
  g_assert_cmpint (spil_work_calendar_count (calendar, day (20180709), day (20180708)), ==, 0);
  g_assert_cmpint (spil_work_calendar_count (calendar, SPIL_DAY_NONE, day (20180708)), ==, 0);
  g_assert_false (spil_day_is_known (spil_work_calendar_add (calendar, SPIL_DAY_NONE, 3)));
}

/* Every day of three centuries, and of some years around these, against counting on the fingers. */
static void
test_against_counting (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  int position = spil_work_calendar_get_position (calendar, day (19000101));

  g_assert_cmpint (position, ==, 0);
  for (int number = day (19000101).number; number < day (21991231).number + 1500; number++) {
    gboolean worked = spil_work_calendar_is_worked (calendar, spil_day (number));

    g_assert_cmpint (spil_work_calendar_get_position (calendar, spil_day (number)), ==, position);
    if (worked)
      g_assert_cmpint (spil_work_calendar_get_day (calendar, position).number, ==, number);
    position += worked;
  }
  position = 0;
  for (int number = day (19000101).number - 1; number > day (19000101).number - 1500; number--) {
    gboolean worked = spil_work_calendar_is_worked (calendar, spil_day (number));

    position -= worked;
    g_assert_cmpint (spil_work_calendar_get_position (calendar, spil_day (number)), ==, position);
    g_assert_cmpint (worked, ==, spil_day_weekday (spil_day (number)) < 6);
    if (worked)
      g_assert_cmpint (spil_work_calendar_get_day (calendar, position).number, ==, number);
  }
}

/* Closed for years: the way back from a position to a day crosses weeks without any work. */
static void
test_long_closure (void)
{
  const SpilWorkWeek week = { .weekdays = 0x01 };
  const SpilWorkException closed[] = {
    { .first = day (20100101), .last = day (20191231), .name = "Gesloten" },
    { .first = SPIL_DAY_NONE, .last = day (20300101), .name = "Half" },
    { .first = { G_MININT32 + 1 }, .last = day (19500101), .name = "Voor ons begin" },
  };
  g_autoptr (SpilWorkCalendar) calendar = spil_work_calendar_new (&week, closed, G_N_ELEMENTS (closed));

  g_assert_cmpint (number_of (spil_work_calendar_add (calendar, day (20091228), 1)), ==, 20200106);
  g_assert_cmpint (number_of (spil_work_calendar_add (calendar, day (20200106), -1)), ==, 20091228);
  g_assert_cmpint (number_of (spil_work_calendar_next (calendar, day (19000601))), ==, 19500102);
}

static void
test_norms (void)
{
  static const struct
  {
    int weekdays, good_friday, liberation;
    SpilWorkWeek week;
  } cases[] = {
    { 12345, 0, 5, { 0x1f, FALSE, 5 } }, { 1234, 1, 1, { 0x0f, TRUE, 1 } },
    { 54321, 1, 0, { 0x1f, TRUE, 0 } },  { 0, 0, 0, { 0x1f, FALSE, 0 } },
    { 8, 0, 0, { 0x1f, FALSE, 0 } },     { 667, 0, 0, { 0x60, FALSE, 0 } },
  };
  SpilNorms none = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilNorms norms = { 0 };
    SpilWorkWeek week;

    norms.known[SPIL_NORM_WORKING_WEEKDAYS] = norms.known[SPIL_NORM_HOLIDAY_GOOD_FRIDAY] =
        norms.known[SPIL_NORM_HOLIDAY_LIBERATION_EVERY] = TRUE;
    norms.value[SPIL_NORM_WORKING_WEEKDAYS] = cases[i].weekdays * (int64_t) SPIL_DECIMAL_ONE;
    norms.value[SPIL_NORM_HOLIDAY_GOOD_FRIDAY] = cases[i].good_friday * (int64_t) SPIL_DECIMAL_ONE;
    norms.value[SPIL_NORM_HOLIDAY_LIBERATION_EVERY] = cases[i].liberation * (int64_t) SPIL_DECIMAL_ONE;
    week = spil_work_week_of_norms (&norms);
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (week.weekdays, ==, cases[i].week.weekdays);
    g_assert_cmpint (week.good_friday, ==, cases[i].week.good_friday);
    g_assert_cmpint (week.liberation_every, ==, cases[i].week.liberation_every);
  }
  g_assert_cmpint (spil_work_week_of_norms (&none).weekdays, ==, 0x1f);
  g_assert_cmpint (spil_work_week_of_norms (NULL).weekdays, ==, 0x1f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-calendar/easter", test_easter);
  g_test_add_func ("/work-calendar/easter-by-moon", test_easter_by_moon);
  g_test_add_func ("/work-calendar/holidays", test_holidays);
  g_test_add_func ("/work-calendar/choice", test_choice);
  g_test_add_func ("/work-calendar/worked", test_worked);
  g_test_add_func ("/work-calendar/arithmetic", test_arithmetic);
  g_test_add_func ("/work-calendar/against-counting", test_against_counting);
  g_test_add_func ("/work-calendar/long-closure", test_long_closure);
  g_test_add_func ("/work-calendar/norms", test_norms);
  return g_test_run ();
}
