// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-number-format.h"

#include <math.h>
#include <string.h>

#include "spil-day.h"

#define SECONDS_OF_DAY 86400
/* What is nearer to nothing than this is nothing. */
#define LEAST 1e-15

SpilFormatKind
spil_format_of_number (int number)
{
  if (number == 9 || number == 10)
    return SPIL_FORMAT_PERCENT;
  if (number == 22)
    return SPIL_FORMAT_DATE_TIME;
  if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || (number >= 45 && number <= 47))
    return SPIL_FORMAT_TIME;
  if ((number >= 14 && number <= 17) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58))
    return SPIL_FORMAT_DATE;
  return SPIL_FORMAT_NUMBER;
}

/* The bracket at @code: past it. [h], [mm] and [s] are times that go on past 24 hours; others are colours, conditions, languages. */
static const char *
pass_bracket (const char *code, gboolean *time)
{
  const char *end = strchr (code, ']');

  if (strchr ("hHmMsS", code[1]) != NULL && code[1] != '\0' && code[1 + strspn (code + 1, "hHmMsS")] == ']')
    *time = TRUE;
  return end != NULL ? end + 1 : code + strlen (code);
}

static const char *
pass_quoted (const char *code)
{
  const char *end = strchr (code + 1, '"');

  return end != NULL ? end + 1 : code + strlen (code);
}

SpilFormatKind
spil_format_of_code (const char *code)
{
  gboolean day = FALSE;
  gboolean time = FALSE;
  gboolean month_or_minute = FALSE;
  gboolean percent = FALSE;

  while (*code != '\0' && *code != ';') {
    const char c = g_ascii_tolower (*code);

    if (c == '"') {
      code = pass_quoted (code);
    } else if (c == '[') {
      code = pass_bracket (code, &time);
    } else if (c == '\\' || c == '_' || c == '*') {
      code += code[1] != '\0' ? 2 : 1;
    } else if (g_ascii_strncasecmp (code, "general", 7) == 0 ||
               g_ascii_strncasecmp (code, "standaard", 9) == 0) {
      code += c == 'g' ? 7 : 9;
    } else {
      day = day || c == 'd' || c == 'y' || c == 'j';
      time = time || c == 'h' || c == 's' || c == 'u';
      month_or_minute = month_or_minute || c == 'm';
      percent = percent || c == '%';
      code++;
    }
  }
  if (day || time || month_or_minute)
    return day && time ? SPIL_FORMAT_DATE_TIME : time ? SPIL_FORMAT_TIME : SPIL_FORMAT_DATE;
  return percent ? SPIL_FORMAT_PERCENT : SPIL_FORMAT_NUMBER;
}

static void
trim_zeros (GString *out, gsize start)
{
  gsize length = out->len;

  if (strchr (out->str + start, '.') == NULL)
    return;
  while (out->str[length - 1] == '0')
    length--;
  if (out->str[length - 1] == '.')
    length--;
  g_string_truncate (out, length);
}

// A plain decimal of at most 15 digits that count: "0.3", not "0.30000000000000004" nor "3E-1".
static void
append_number (GString *out, double number)
{
  const gsize start = out->len;
  char text[G_ASCII_DTOSTR_BUF_SIZE + 512];

  if (fabs (number) < LEAST) { /* no minus sign */
    g_string_append_c (out, '0');
    return;
  }
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  if (strchr (text, 'e') != NULL)
    g_ascii_formatd (text, sizeof text, "%.20f", number);
  g_string_append (out, text);
  trim_zeros (out, start);
}

/* The day of a serial number; FALSE outside the calendar. */
static gboolean
find_day (double serial, SpilSerialEpoch epoch, SpilDay *day)
{
  const SpilDay first = epoch == SPIL_SERIAL_1904 ? spil_day_from_ymd (1904, 1, 1)
                                                  : spil_day_add (spil_day_from_ymd (1900, 1, 1), -2);
  int number;

  if (!(serial >= 0) || serial >= 110000)
    return FALSE;
  number = (int) serial;
  if (epoch == SPIL_SERIAL_1900 && number < 60) /* before the day that was not */
    number++;
  *day = spil_day_add (first, number);
  return epoch == SPIL_SERIAL_1904 || number > 1;
}

static void
append_clock (GString *out, int seconds)
{
  g_string_append_printf (out, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (out, ":%02d", seconds % 60);
}

/* A day, with a clock time unless that is midnight. */
static SpilCellKind
append_instant (GString *out, double serial, SpilFormatKind kind, SpilSerialEpoch epoch)
{
  const double rounded = round (serial * SECONDS_OF_DAY);
  const int seconds = (int) fmod (rounded, SECONDS_OF_DAY);
  g_autofree char *iso = NULL;
  SpilDay day;

  if (!find_day (kind == SPIL_FORMAT_DATE ? floor (serial) : floor (rounded / SECONDS_OF_DAY), epoch, &day)) {
    append_number (out, serial);
    return SPIL_CELL_NUMBER;
  }
  iso = spil_day_to_iso (day);
  g_string_append (out, iso);
  if (kind == SPIL_FORMAT_DATE || seconds == 0)
    return SPIL_CELL_DATE;
  g_string_append_c (out, 'T');
  append_clock (out, seconds);
  return SPIL_CELL_TIME;
}

SpilCellKind
spil_format_apply (double number, SpilFormatKind kind, SpilSerialEpoch epoch, GString *out)
{
  switch (kind) {
  case SPIL_FORMAT_PERCENT:
    append_number (out, number * 100);
    g_string_append_c (out, '%');
    return SPIL_CELL_TEXT;
  case SPIL_FORMAT_TIME:
    if (number >= 0 && number < 1000) { /* hours may pass 24 */
      append_clock (out, (int) round (number * SECONDS_OF_DAY));
      return SPIL_CELL_TEXT;
    }
    return append_instant (out, number, SPIL_FORMAT_DATE_TIME, epoch);
  case SPIL_FORMAT_DATE:
  case SPIL_FORMAT_DATE_TIME:
    return append_instant (out, number, kind, epoch);
  case SPIL_FORMAT_NUMBER:
  default:
    append_number (out, number);
    return SPIL_CELL_NUMBER;
  }
}
