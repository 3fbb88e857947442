// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-typed-day.h"

#include <stdlib.h>
#include <string.h>

#include "spil-text.h"

#define MONTHS 12
#define WEEKDAYS 7
/* Years looked at on either side for a day of the week. */
#define YEARS_NEAR 3
/* Words in "maandag 3 september 2018". */
#define MAX_WORDS 5
#define MAX_DAYS 9999

static const char *const months[][2] = {
  { "januari", "january" }, { "februari", "february" }, { "maart", "march" },
  { "april", "april" },     { "mei", "may" },           { "juni", "june" },
  { "juli", "july" },       { "augustus", "august" },   { "september", "september" },
  { "oktober", "october" }, { "november", "november" }, { "december", "december" },
};
static const char *const weekdays[][2] = {
  { "maandag", "monday" },     { "dinsdag", "tuesday" }, { "woensdag", "wednesday" },
  { "donderdag", "thursday" }, { "vrijdag", "friday" },  { "zaterdag", "saturday" },
  { "zondag", "sunday" },
};

/* The place (from 1) of the name that begins with @word, at least @least letters long; 0: none. */
static int
find_name (const char *word, const char *const names[][2], int n, size_t least)
{
  size_t length = strlen (word);

  for (int language = 0; language < 2 && length >= least; language++)
    for (int i = 0; i < n; i++)
      if (strncmp (names[i][language], word, length) == 0)
        return i + 1;
  return 0;
}

static int
find_month (const char *word)
{
  /* The one short form that is not its beginning. */
  return g_str_equal (word, "mrt") ? 3 : find_name (word, months, MONTHS, 3);
}

static gboolean
read_number (const char *word, int *number)
{
  size_t length = strlen (word);

  if (length == 0 || length > 4 || strspn (word, "0123456789") != length)
    return FALSE;
  *number = atoi (word);
  return TRUE;
}

static gboolean
read_year (const char *word, int *year)
{
  if (!read_number (word, year) || (strlen (word) != 4 && strlen (word) != 2))
    return FALSE;
  if (strlen (word) == 2)
    *year += 2000;
  return TRUE;
}

/* What was said of a day; 0: not said. */
typedef struct
{
  int weekday;
  int day;
  int month;
  int year;
} Said;

/* [weekday] day month [year], month as a number or a name. */
static gboolean
read_said (char **words, Said *said)
{
  *said = (Said) { 0 };
  if (words[0] != NULL && (said->weekday = find_name (words[0], weekdays, WEEKDAYS, 2)) != 0)
    words++;
  if (words[0] == NULL || !read_number (words[0], &said->day) || words[1] == NULL)
    return FALSE;
  said->month = find_month (words[1]);
  if (said->month == 0 && !read_number (words[1], &said->month))
    return FALSE;
  if (words[2] == NULL)
    return TRUE;
  return words[3] == NULL && read_year (words[2], &said->year);
}

static gboolean
fits (const Said *said, SpilDay day)
{
  return spil_day_is_known (day) && (said->weekday == 0 || spil_day_weekday (day) == said->weekday);
}

static SpilDay
nearest (const Said *said, SpilDay near)
{
  SpilDay best = SPIL_DAY_NONE;
  int year;

  spil_day_to_ymd (near, &year, NULL, NULL);
  /* From the last to the first: of two that are as near, the later. */
  for (int i = YEARS_NEAR; i >= -YEARS_NEAR; i--) {
    SpilDay day = spil_day_from_ymd (year + i, said->month, said->day);

    if (fits (said, day) && (!spil_day_is_known (best) ||
                             abs (spil_day_between (near, day)) < abs (spil_day_between (near, best))))
      best = day;
  }
  return best;
}

static gboolean
parse_words (const char *text, SpilDay near, SpilDay *day)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " -/.,", -1);
  char *words[MAX_WORDS + 1] = { NULL };
  int n = 0;
  Said said;
  SpilDay found;

  for (int i = 0; parts[i] != NULL; i++) {
    if (parts[i][0] == '\0')
      continue;
    if (n == MAX_WORDS)
      return FALSE;
    words[n++] = parts[i];
  }
  if (!read_said (words, &said))
    return FALSE;
  if (said.year != 0)
    found = spil_day_from_ymd (said.year, said.month, said.day);
  else
    found = spil_day_is_known (near) ? nearest (&said, near) : SPIL_DAY_NONE;
  if (!fits (&said, found))
    return FALSE;
  *day = found;
  return TRUE;
}

static gboolean
parse_step (const char *text, SpilDay present, const SpilWorkCalendar *calendar, SpilDay *day)
{
  int count;

  if (!spil_day_is_known (present) || !read_number (text + 1, &count) || count > MAX_DAYS)
    return FALSE;
  *day = spil_work_calendar_add (calendar, present, text[0] == '-' ? -count : count);
  return TRUE;
}

gboolean
spil_typed_day_parse (const char *text, SpilDay present, SpilDay near, const SpilWorkCalendar *calendar,
                      SpilDay *day)
{
  g_autofree char *folded = NULL;

  if (spil_day_parse (text, day))
    return TRUE;
  folded = spil_text_fold (text);
  if (folded[0] == '+' || folded[0] == '-')
    return parse_step (folded, present, calendar, day);
  return parse_words (folded, near, day);
}
