// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static SpilPeriod
period (SpilPeriodKind kind, SpilDay first, SpilDay last)
{
  // A period that runs off the end of all days is not known at all.
  if (!spil_day_is_known (first) || !spil_day_is_known (last))
    return (SpilPeriod) { .kind = kind, .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE };
  return (SpilPeriod) { .kind = kind, .first = first, .last = last };
}

/* The period of @months months whose first day is @first. */
static SpilPeriod
period_of_months (SpilPeriodKind kind, SpilDay first, int months)
{
  return period (kind, first, spil_day_add (spil_day_add_months (first, months), -1));
}

/* A week belongs to the year that holds its Thursday, and week 1 holds the first Thursday. */
static void
week_of_period (SpilPeriod week, int *year, int *number)
{
  SpilDay thursday = spil_day_add (week.first, 3);
  SpilDay new_year;
  int month, month_day;

  spil_day_to_ymd (thursday, year, &month, &month_day);
  // January has a day of each number, so going back by months does not change the day of the month.
  new_year = spil_day_add (spil_day_add_months (thursday, 1 - month), 1 - month_day);
  *number = spil_day_between (new_year, thursday) / 7 + 1;
}

static gboolean
read_number (const char *text, int digits, int *value)
{
  *value = 0;
  for (int i = 0; i < digits; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    *value = *value * 10 + (text[i] - '0');
  }
  return TRUE;
}

static gboolean
parse_week (int year, const char *text, SpilPeriod *week)
{
  SpilDay in_first_week = spil_day_from_ymd (year, 1, 4);
  int number, found_year, found_number;

  if (strlen (text) != 2 || !read_number (text, 2, &number) || number < 1)
    return FALSE;
  *week = spil_period_of (SPIL_PERIOD_WEEK, spil_day_add (in_first_week, 7 * (number - 1)));
  week_of_period (*week, &found_year, &found_number);
  return found_year == year && found_number == number;
}

static gboolean
parse_part_of_year (int year, const char *text, SpilPeriod *found)
{
  SpilPeriodKind kind = *text == 'Q' ? SPIL_PERIOD_QUARTER : SPIL_PERIOD_MONTH;
  SpilDay day;
  int number;

  if (*text == 'W')
    return parse_week (year, text + 1, found);
  if (strlen (text) != 2 || !read_number (kind == SPIL_PERIOD_QUARTER ? text + 1 : text,
                                          kind == SPIL_PERIOD_QUARTER ? 1 : 2, &number))
    return FALSE;
  day = spil_day_from_ymd (year, kind == SPIL_PERIOD_QUARTER ? 3 * number - 2 : number, 1);
  *found = spil_period_of (kind, day);
  return spil_day_is_known (day);
}

static gboolean
parse_day (const char *text, SpilPeriod *found)
{
  SpilDay day;

  // Of the forms of a day, only the one of ten characters that begins with the year.
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' || !spil_day_parse (text, &day))
    return FALSE;
  *found = spil_period_of (SPIL_PERIOD_DAY, day);
  return TRUE;
}

SpilPeriod
spil_period_of (SpilPeriodKind kind, SpilDay day)
{
  SpilDay month_first;
  int month, month_day;

  if (!spil_day_is_known (day))
    return period (kind, SPIL_DAY_NONE, SPIL_DAY_NONE);
  spil_day_to_ymd (day, NULL, &month, &month_day);
  month_first = spil_day_add (day, 1 - month_day);
  switch (kind) {
  case SPIL_PERIOD_WEEK: {
    SpilDay monday = spil_day_add (day, 1 - spil_day_weekday (day));

    return period (kind, monday, spil_day_add (monday, 6));
  }
  case SPIL_PERIOD_MONTH:
    return period_of_months (kind, month_first, 1);
  case SPIL_PERIOD_QUARTER:
    return period_of_months (kind, spil_day_add_months (month_first, -((month - 1) % 3)), 3);
  case SPIL_PERIOD_YEAR:
    return period_of_months (kind, spil_day_add_months (month_first, 1 - month), 12);
  case SPIL_PERIOD_DAY:
  default:
    return period (kind, day, day);
  }
}

SpilPeriod
spil_period_step (SpilPeriod from, int count)
{
  static const int months[] = {
    [SPIL_PERIOD_MONTH] = 1,
    [SPIL_PERIOD_QUARTER] = 3,
    [SPIL_PERIOD_YEAR] = 12,
  };
  int size = from.kind == SPIL_PERIOD_WEEK ? 7 : from.kind == SPIL_PERIOD_DAY ? 1 : months[from.kind];
  int distance;

  if (__builtin_mul_overflow (size, count, &distance))
    return spil_period_of (from.kind, SPIL_DAY_NONE);
  if (from.kind <= SPIL_PERIOD_WEEK)
    return spil_period_of (from.kind, spil_day_add (from.first, distance));
  return spil_period_of (from.kind, spil_day_add_months (from.first, distance));
}

gboolean
spil_period_contains (SpilPeriod in, SpilDay day)
{
  return spil_day_is_known (day) && spil_day_is_known (in.first) && spil_day_compare (in.first, day) <= 0 &&
         spil_day_compare (day, in.last) <= 0;
}

gboolean
spil_period_parse (const char *text, SpilPeriod *period_out)
{
  SpilPeriod found;
  int year;

  g_return_val_if_fail (text != NULL && period_out != NULL, FALSE);

  if (!read_number (text, 4, &year) || !spil_day_is_known (spil_day_from_ymd (year, 1, 1)))
    return FALSE;
  if (text[4] == '\0')
    found = spil_period_of (SPIL_PERIOD_YEAR, spil_day_from_ymd (year, 1, 1));
  else if (text[4] != '-' || !(parse_part_of_year (year, text + 5, &found) || parse_day (text, &found)))
    return FALSE;
  *period_out = found;
  return TRUE;
}

char *
spil_period_to_text (SpilPeriod of)
{
  int year, month, week;

  if (!spil_day_is_known (of.first))
    return g_strdup ("");
  spil_day_to_ymd (of.first, &year, &month, NULL);
  switch (of.kind) {
  case SPIL_PERIOD_WEEK:
    week_of_period (of, &year, &week);
    return g_strdup_printf ("%04d-W%02d", year, week);
  case SPIL_PERIOD_MONTH:
    return g_strdup_printf ("%04d-%02d", year, month);
  case SPIL_PERIOD_QUARTER:
    return g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);
  case SPIL_PERIOD_YEAR:
    return g_strdup_printf ("%04d", year);
  case SPIL_PERIOD_DAY:
  default:
    return spil_day_to_iso (of.first);
  }
}

char *
spil_period_format (SpilPeriod of)
{
  int year, month, week;

  if (!spil_day_is_known (of.first))
    return g_strdup ("");
  spil_day_to_ymd (of.first, &year, &month, NULL);
  switch (of.kind) {
  case SPIL_PERIOD_WEEK:
    week_of_period (of, &year, &week);
    // Translators: the number of the week, then the year.
    return g_strdup_printf (_ ("Week %d of %d"), week, year);
  case SPIL_PERIOD_MONTH:
    // Translators: the name of the month, then the year: "October 2018".
    return g_strdup_printf (_ ("%s %d"), spil_day_month_name (month), year);
  case SPIL_PERIOD_QUARTER:
    // Translators: the number of the quarter, then the year.
    return g_strdup_printf (_ ("Quarter %d of %d"), (month + 2) / 3, year);
  case SPIL_PERIOD_YEAR:
    return g_strdup_printf ("%d", year);
  case SPIL_PERIOD_DAY:
  default:
    return spil_day_format_long (of.first);
  }
}

char *
spil_period_format_short (SpilPeriod of)
{
  int year, month, number;

  if (!spil_day_is_known (of.first))
    return g_strdup ("");
  spil_day_to_ymd (of.first, &year, &month, &number);
  switch (of.kind) {
  case SPIL_PERIOD_WEEK:
    week_of_period (of, &year, &number);
    return g_strdup_printf ("%d", number);
  case SPIL_PERIOD_MONTH:
    return g_strdup (spil_day_month_name_short (month));
  case SPIL_PERIOD_QUARTER:
    // Translators: the number of a quarter, as short as it can be.
    return g_strdup_printf (_ ("Q%d"), (month + 2) / 3);
  case SPIL_PERIOD_YEAR:
    return g_strdup_printf ("%d", year);
  case SPIL_PERIOD_DAY:
  default:
    return g_strdup_printf ("%d", number);
  }
}
