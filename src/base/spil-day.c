// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Days from 1 March of the year 0 to 1970-01-01. */
#define DAYS_TO_1970 719468
/* Days in 400 years, after which the calendar repeats. */
#define DAYS_IN_ERA 146097

const SpilDay SPIL_DAY_NONE = { INT32_MIN };

static const char *const month_names[] = {
  N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),   N_ ("May"),      N_ ("June"),
  N_ ("July"),    N_ ("August"),   N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December"),
};

static const char *const month_short_names[] = {
  N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
  N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec"),
};

static const char *const weekday_names[] = {
  N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

static int64_t
floor_divide (int64_t a, int64_t b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

static int
days_in_month (int64_t year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (leap && month == 2 ? 1 : 0);
}

/* Counts the days since 1970-01-01. Years begin in March here, so that the leap day is the last of its year. */
static int64_t
number_of_ymd (int64_t year, int month, int month_day)
{
  int64_t y = month > 2 ? year : year - 1;
  int m = month > 2 ? month - 3 : month + 9;
  int64_t leap_days = floor_divide (y, 4) - floor_divide (y, 100) + floor_divide (y, 400);

  return 365 * y + leap_days + (153 * m + 2) / 5 + month_day - 1 - DAYS_TO_1970;
}

static SpilDay
day_of_number (int64_t number)
{
  return number > INT32_MIN && number <= INT32_MAX ? spil_day ((int32_t) number) : SPIL_DAY_NONE;
}

/* Reads from @least to @most digits; FALSE when there are fewer. */
static gboolean
take_digits (const char **text, int least, int most, int *value)
{
  int count = 0;

  *value = 0;
  for (; count < most && g_ascii_isdigit (**text); count++, (*text)++)
    *value = *value * 10 + (**text - '0');
  return count >= least;
}

static gboolean
take_separator (const char **text, char *separator)
{
  char c = **text;

  if (c == '\0' || strchr ("-/.", c) == NULL || (*separator != '\0' && c != *separator))
    return FALSE;
  *separator = c;
  (*text)++;
  return TRUE;
}

SpilDay
spil_day (int32_t number)
{
  return (SpilDay) { number };
}

SpilDay
spil_day_from_ymd (int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return SPIL_DAY_NONE;
  if (day < 1 || day > days_in_month (year, month))
    return SPIL_DAY_NONE;
  return day_of_number (number_of_ymd (year, month, day));
}

void
spil_day_to_ymd (SpilDay day, int *year, int *month, int *month_day)
{
  int64_t era, year_of_era, day_of_era, day_of_year;
  int m;

  g_return_if_fail (spil_day_is_known (day));

  era = floor_divide ((int64_t) day.number + DAYS_TO_1970, DAYS_IN_ERA);
  day_of_era = (int64_t) day.number + DAYS_TO_1970 - era * DAYS_IN_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  m = (int) ((5 * day_of_year + 2) / 153);

  if (year != NULL)
    *year = (int) (era * 400 + year_of_era + (m >= 10 ? 1 : 0));
  if (month != NULL)
    *month = m < 10 ? m + 3 : m - 9;
  if (month_day != NULL)
    *month_day = (int) (day_of_year - (153 * m + 2) / 5 + 1);
}

// The number of the day that is played; only ever touched atomically. Day 0 (1970-01-01) stands for none.
static int played_day;

void
spil_day_play (SpilDay day)
{
  g_atomic_int_set (&played_day, spil_day_is_known (day) ? day.number : 0);
}

static SpilDay
overruling_day (void)
{
  const char *overruled = g_getenv ("SPIL_TODAY");
  int played = g_atomic_int_get (&played_day);
  SpilDay day;

  if (overruled != NULL && spil_day_parse (overruled, &day))
    return day;
  return played != 0 ? spil_day (played) : SPIL_DAY_NONE;
}

gboolean
spil_day_is_played (void)
{
  return spil_day_is_known (overruling_day ());
}

SpilDay
spil_day_today (void)
{
  SpilDay overruled = overruling_day ();
  g_autoptr (GDateTime) now = NULL;

  if (spil_day_is_known (overruled))
    return overruled;
  now = g_date_time_new_now_local ();
  return spil_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

gboolean
spil_day_is_known (SpilDay day)
{
  return day.number != SPIL_DAY_NONE.number;
}

int
spil_day_compare (SpilDay a, SpilDay b)
{
  return (a.number > b.number) - (a.number < b.number);
}

int
spil_day_between (SpilDay from, SpilDay to)
{
  g_return_val_if_fail (spil_day_is_known (from) && spil_day_is_known (to), 0);

  return (int) CLAMP ((int64_t) to.number - from.number, INT_MIN, INT_MAX);
}

SpilDay
spil_day_add (SpilDay day, int days)
{
  if (!spil_day_is_known (day))
    return SPIL_DAY_NONE;
  return day_of_number ((int64_t) day.number + days);
}

SpilDay
spil_day_add_months (SpilDay day, int months)
{
  int year, month, month_day;
  int64_t count, new_year;
  int new_month;

  if (!spil_day_is_known (day))
    return SPIL_DAY_NONE;
  spil_day_to_ymd (day, &year, &month, &month_day);
  count = (int64_t) year * 12 + month - 1 + months;
  new_year = floor_divide (count, 12);
  new_month = (int) (count - new_year * 12) + 1;
  month_day = MIN (month_day, days_in_month (new_year, new_month));
  return day_of_number (number_of_ymd (new_year, new_month, month_day));
}

int
spil_day_weekday (SpilDay day)
{
  int64_t number = day.number;

  g_return_val_if_fail (spil_day_is_known (day), 1);

  // 1970-01-01 was a Thursday.
  return (int) (number + 3 - floor_divide (number + 3, 7) * 7) + 1;
}

gboolean
spil_day_parse (const char *text, SpilDay *day)
{
  g_autofree char *trimmed = NULL;
  const char *p;
  char separator = '\0';
  int numbers[3];
  gboolean year_first;
  SpilDay found;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  year_first = strspn (trimmed, "0123456789") == 4;
  p = trimmed;
  for (int i = 0; i < 3; i++) {
    gboolean is_year = i == (year_first ? 0 : 2);

    if (i > 0 && !take_separator (&p, &separator))
      return FALSE;
    if (!take_digits (&p, is_year ? 4 : 1, is_year ? 4 : 2, &numbers[i]))
      return FALSE;
  }
  if (*p != '\0')
    return FALSE;
  found = spil_day_from_ymd (numbers[year_first ? 0 : 2], numbers[1], numbers[year_first ? 2 : 0]);
  if (!spil_day_is_known (found))
    return FALSE;
  *day = found;
  return TRUE;
}

char *
spil_day_format (SpilDay day)
{
  int year, month, month_day;

  if (!spil_day_is_known (day))
    return g_strdup ("");
  spil_day_to_ymd (day, &year, &month, &month_day);
  return g_strdup_printf ("%02d-%02d-%04d", month_day, month, year);
}

char *
spil_day_format_long (SpilDay day)
{
  int year, month, month_day;

  if (!spil_day_is_known (day))
    return g_strdup ("");
  spil_day_to_ymd (day, &year, &month, &month_day);
  // Translators: day of the month, name of the month, year: "31 July 2018".
  return g_strdup_printf (_ ("%d %s %d"), month_day, spil_day_month_name (month), year);
}

char *
spil_day_to_iso (SpilDay day)
{
  int year, month, month_day;

  if (!spil_day_is_known (day))
    return g_strdup ("");
  spil_day_to_ymd (day, &year, &month, &month_day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, month_day);
}

const char *
spil_day_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return _ (month_names[month - 1]);
}

const char *
spil_day_month_name_short (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return _ (month_short_names[month - 1]);
}

const char *
spil_day_weekday_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return _ (weekday_names[weekday - 1]);
}
