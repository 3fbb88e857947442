// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-holiday-rule.h"

#include <glib/gi18n-lib.h>

SpilDay
spil_holiday_easter (int year)
{
  int golden = year % 19;
  int century = year / 100, of_century = year % 100;
  int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  int late = (golden + 11 * epact + 22 * weekday) / 451;
  int day = epact + weekday - 7 * late + 114;

  return spil_day_from_ymd (year, day / 31, day % 31 + 1);
}

static void
add (SpilHoliday *holidays, int *n, SpilDay day, const char *name)
{
  holidays[(*n)++] = (SpilHoliday) { day, name };
}

/* On @day of @month; where that is a Sunday, @when_sunday days later. */
static SpilDay
unless_sunday (int year, int month, int day, int when_sunday)
{
  SpilDay found = spil_day_from_ymd (year, month, day);

  return spil_day_weekday (found) == 7 ? spil_day_add (found, when_sunday) : found;
}

static void
add_birthday (SpilHoliday *holidays, int *n, int year)
{
  if (year >= 2014)
    add (holidays, n, unless_sunday (year, 4, 27, -1), N_ ("King's Day"));
  else if (year >= 1949)
    add (holidays, n, unless_sunday (year, 4, 30, year < 1980 ? 1 : -1), N_ ("Queen's Day"));
}

static int
compare_holidays (const void *a, const void *b)
{
  return spil_day_compare (((const SpilHoliday *) a)->day, ((const SpilHoliday *) b)->day);
}

int
spil_holidays_of_year (int year, const SpilHolidayChoice *choice, SpilHoliday holidays[SPIL_HOLIDAYS_MAX])
{
  SpilDay easter = spil_holiday_easter (year);
  int n = 0;

  g_return_val_if_fail (spil_day_is_known (easter), 0);

  add (holidays, &n, spil_day_from_ymd (year, 1, 1), N_ ("New Year's Day"));
  if (choice->good_friday)
    add (holidays, &n, spil_day_add (easter, -2), N_ ("Good Friday"));
  add (holidays, &n, easter, N_ ("Easter Sunday"));
  add (holidays, &n, spil_day_add (easter, 1), N_ ("Easter Monday"));
  add_birthday (holidays, &n, year);
  if (choice->liberation_every > 0 && year % choice->liberation_every == 0)
    add (holidays, &n, spil_day_from_ymd (year, 5, 5), N_ ("Liberation Day"));
  add (holidays, &n, spil_day_add (easter, 39), N_ ("Ascension Day"));
  add (holidays, &n, spil_day_add (easter, 49), N_ ("Whit Sunday"));
  add (holidays, &n, spil_day_add (easter, 50), N_ ("Whit Monday"));
  add (holidays, &n, spil_day_from_ymd (year, 12, 25), N_ ("Christmas Day"));
  add (holidays, &n, spil_day_from_ymd (year, 12, 26), N_ ("Boxing Day"));
  qsort (holidays, (size_t) n, sizeof *holidays, compare_holidays);
  return n;
}
