// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mspdi-value.h"

#include <math.h>
#include <string.h>

#include "spil-entity.h"

/* Estimated durations have the same formats, with this added. */
#define ESTIMATED 32
#define MAX_MINUTES 1e8

/* So many digits, as a number; moves past them. */
static gboolean
take_digits (const char **text, int n, int *number)
{
  *number = 0;
  for (int i = 0; i < n; i++, (*text)++) {
    if (!g_ascii_isdigit (**text))
      return FALSE;
    *number = *number * 10 + (**text - '0');
  }
  return TRUE;
}

static gboolean
take_char (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

static const char *
skip_blanks (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* "08:30", and seconds, a fraction and a zone that may follow. */
static gboolean
take_time (const char **text, int *minute)
{
  int hours, minutes;

  if (!take_digits (text, 2, &hours) || !take_char (text, ':') || !take_digits (text, 2, &minutes) ||
      hours > 24 || minutes > 59)
    return FALSE;
  *text += strspn (*text, ":0123456789.Z+-");
  *minute = hours * 60 + minutes;
  return TRUE;
}

gboolean
spil_mspdi_parse_date (const char *text, SpilMspdiDate *date)
{
  int year, month, day, minute = 0;
  SpilDay known;

  text = skip_blanks (text);
  if (!take_digits (&text, 4, &year) || !take_char (&text, '-') || !take_digits (&text, 2, &month) ||
      !take_char (&text, '-') || !take_digits (&text, 2, &day))
    return FALSE;
  if (take_char (&text, 'T') && !take_time (&text, &minute))
    return FALSE;
  known = spil_day_from_ymd (year, month, day);
  if (!spil_day_is_known (known) || *skip_blanks (text) != '\0')
    return FALSE;
  *date = (SpilMspdiDate) { known, minute };
  return TRUE;
}

gboolean
spil_mspdi_parse_time (const char *text, int *minute)
{
  text = skip_blanks (text);
  return take_time (&text, minute) && *skip_blanks (text) == '\0';
}

/* Minutes in one of a unit; 0: it is none. */
static double
unit_minutes (char unit, gboolean in_time)
{
  switch (unit) {
  case 'W':
    return in_time ? 0 : 7 * 24 * 60;
  case 'D':
    return in_time ? 0 : 24 * 60;
  case 'H':
    return in_time ? 60 : 0;
  case 'M':
    return in_time ? 1 : 0;
  case 'S':
    return in_time ? 1.0 / 60 : 0;
  default:
    return 0;
  }
}

gboolean
spil_mspdi_parse_duration (const char *text, double *minutes)
{
  gboolean in_time = FALSE, any = FALSE;
  double sum = 0;

  text = skip_blanks (text);
  if (!take_char (&text, 'P'))
    return FALSE;
  while (*text != '\0' && !g_ascii_isspace (*text)) {
    char *end;
    double number, unit;

    if (!in_time && take_char (&text, 'T')) {
      in_time = TRUE;
      continue;
    }
    if (!g_ascii_isdigit (*text))
      return FALSE;
    number = g_ascii_strtod (text, &end);
    unit = unit_minutes (*end, in_time);
    if (unit == 0)
      return FALSE;
    sum += number * unit;
    any = TRUE;
    text = end + 1;
  }
  if (!any || *skip_blanks (text) != '\0' || !(sum <= MAX_MINUTES))
    return FALSE;
  *minutes = sum;
  return TRUE;
}

gboolean
spil_mspdi_parse_number (const char *text, double *number)
{
  char *end;
  double value;

  text = skip_blanks (text);
  if (!g_ascii_isdigit (*text) && strchr ("+-.", *text) == NULL)
    return FALSE;
  value = g_ascii_strtod (text, &end);
  if (end == text || *skip_blanks (end) != '\0' || !isfinite (value))
    return FALSE;
  *number = value;
  return TRUE;
}

gboolean
spil_mspdi_parse_integer (const char *text, int *integer)
{
  double number;

  if (!spil_mspdi_parse_number (text, &number) || fabs (number) > G_MAXINT || number != floor (number))
    return FALSE;
  *integer = (int) number;
  return TRUE;
}

gboolean
spil_mspdi_parse_boolean (const char *text, int *boolean)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));

  if (strcmp (word, "1") != 0 && strcmp (word, "true") != 0 && strcmp (word, "0") != 0 &&
      strcmp (word, "false") != 0)
    return FALSE;
  *boolean = word[0] == '1' || word[0] == 't';
  return TRUE;
}

gboolean
spil_mspdi_format_is_elapsed (int format)
{
  const int plain = format >= ESTIMATED ? format - ESTIMATED : format;

  return plain == 4 || plain == 6 || plain == 8 || plain == 10 || plain == 12;
}

gboolean
spil_mspdi_format_is_percent (int format)
{
  const int plain = format >= ESTIMATED ? format - ESTIMATED : format;

  return plain == 19 || plain == 20;
}

SpilDay
spil_mspdi_last_day (SpilMspdiDate start, SpilMspdiDate finish)
{
  if (finish.minute == 0 && spil_day_is_known (start.day) && spil_day_compare (start.day, finish.day) < 0)
    return spil_day_add (finish.day, -1);
  return finish.day;
}

/* By their number in the file. */
static const int link_types[] = { SPIL_LINK_TYPE_FINISH_FINISH, SPIL_LINK_TYPE_FINISH_START,
                                  SPIL_LINK_TYPE_START_FINISH, SPIL_LINK_TYPE_START_START };

int
spil_mspdi_link_type (int number)
{
  return number >= 0 && number < (int) G_N_ELEMENTS (link_types) ? link_types[number] : 0;
}

int
spil_mspdi_link_number (int type)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (link_types); i++)
    if (link_types[i] == type)
      return i;
  return 1;
}

static const SpilPlanConstraint constraints[] = {
  SPIL_PLAN_CONSTRAINT_NONE,        SPIL_PLAN_CONSTRAINT_LATE,       SPIL_PLAN_CONSTRAINT_START_ON,
  SPIL_PLAN_CONSTRAINT_FINISH_ON,   SPIL_PLAN_CONSTRAINT_START_FROM, SPIL_PLAN_CONSTRAINT_START_BY,
  SPIL_PLAN_CONSTRAINT_FINISH_FROM, SPIL_PLAN_CONSTRAINT_FINISH_BY,
};

SpilPlanConstraint
spil_mspdi_constraint (int number)
{
  return number >= 0 && number < (int) G_N_ELEMENTS (constraints) ? constraints[number]
                                                                  : SPIL_PLAN_CONSTRAINT_NOT_STATED;
}

int
spil_mspdi_constraint_number (SpilPlanConstraint constraint)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (constraints); i++)
    if (constraints[i] == constraint)
      return i;
  return 0;
}
