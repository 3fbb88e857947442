// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-time.h"

#include <string.h>

#define MS_IN_SECOND G_GINT64_CONSTANT (1000)
#define MS_IN_MINUTE G_GINT64_CONSTANT (60000)
#define MS_IN_HOUR G_GINT64_CONSTANT (3600000)
#define MS_IN_DAY G_GINT64_CONSTANT (86400000)

/* A hundred million days on both sides of 1970; instants beyond have no day. */
#define MAX_MS (G_GINT64_CONSTANT (100000000) * MS_IN_DAY)

static int64_t
floor_divide (int64_t a, int64_t b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

static gboolean
has_day (SpilTime time)
{
  return time.ms >= -MAX_MS && time.ms <= MAX_MS;
}

/* The wall clock at an instant, as milliseconds since 1970-01-01T00:00 on that clock. */
static int64_t
wall_of_time (SpilTime time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                            floor_divide (time.ms, MS_IN_SECOND));

  return time.ms + g_time_zone_get_offset (zone, interval) * MS_IN_SECOND;
}

static SpilTime
time_of_wall (int64_t wall)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 seconds = floor_divide (wall, MS_IN_SECOND);
  gint64 adjusted = seconds;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &adjusted);
  int64_t moved = (adjusted - seconds) * MS_IN_SECOND;

  // A clock that is put forward skips the whole second too.
  if (moved != 0)
    wall = adjusted * MS_IN_SECOND;
  return spil_time (wall - g_time_zone_get_offset (zone, interval) * MS_IN_SECOND);
}

static int64_t
wall_of_day (SpilDay day, int64_t ms_of_day)
{
  return day.number * MS_IN_DAY + ms_of_day;
}

static SpilDay
day_of_wall (int64_t wall)
{
  return spil_day ((int32_t) floor_divide (wall, MS_IN_DAY));
}

static int64_t
ms_of_day (int64_t wall)
{
  return wall - floor_divide (wall, MS_IN_DAY) * MS_IN_DAY;
}

static gboolean
take_char (const char **text, char c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

/* Reads from @least to @most digits of a number that may not exceed @limit. */
static gboolean
take_number (const char **text, int least, int most, int limit, int *value)
{
  int count = 0;

  *value = 0;
  for (; count < most && g_ascii_isdigit (**text); count++, (*text)++)
    *value = *value * 10 + (**text - '0');
  return count >= least && *value <= limit;
}

/* Reads up to nine digits of a second and keeps the milliseconds. */
static gboolean
take_fraction (const char **text, int *ms)
{
  int count = 0;

  *ms = 0;
  for (; count < 9 && g_ascii_isdigit (**text); count++, (*text)++)
    if (count < 3)
      *ms = *ms * 10 + (**text - '0');
  for (int i = count; i < 3; i++)
    *ms *= 10;
  return count > 0;
}

/* Reads "14:02", "14:02:05" or "14:02:05.123". */
static gboolean
take_clock (const char **text, int64_t *ms)
{
  int hour, minute, second = 0, fraction = 0;

  if (!take_number (text, 1, 2, 23, &hour) || !take_char (text, ':') ||
      !take_number (text, 2, 2, 59, &minute))
    return FALSE;
  if (take_char (text, ':')) {
    if (!take_number (text, 2, 2, 59, &second))
      return FALSE;
    if (take_char (text, '.') && !take_fraction (text, &fraction))
      return FALSE;
  }
  *ms = hour * MS_IN_HOUR + minute * MS_IN_MINUTE + second * MS_IN_SECOND + fraction;
  return TRUE;
}

/* Reads the zone that ends a time, "Z" or "+02:00"; @local becomes TRUE when there is none. */
static gboolean
take_zone (const char **text, gboolean *local, int64_t *offset_ms)
{
  int hours, minutes, sign;

  *local = **text == '\0';
  *offset_ms = 0;
  if (*local || take_char (text, 'Z'))
    return TRUE;
  sign = **text == '-' ? -1 : 1;
  if (!take_char (text, '-') && !take_char (text, '+'))
    return FALSE;
  if (!take_number (text, 2, 2, 23, &hours) || !take_char (text, ':') ||
      !take_number (text, 2, 2, 59, &minutes))
    return FALSE;
  *offset_ms = sign * (hours * MS_IN_HOUR + minutes * MS_IN_MINUTE);
  return TRUE;
}

SpilTime
spil_time (int64_t ms)
{
  return (SpilTime) { ms };
}

SpilTime
spil_time_now (void)
{
  SpilTime now = spil_time (floor_divide (g_get_real_time (), 1000));

  if (!spil_day_is_played ())
    return now;
  return time_of_wall (wall_of_day (spil_day_today (), ms_of_day (wall_of_time (now))));
}

SpilTime
spil_time_from_day (SpilDay day, int hour, int minute)
{
  g_return_val_if_fail (spil_day_is_known (day), spil_time (0));
  g_return_val_if_fail (hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59, spil_time (0));

  return time_of_wall (wall_of_day (day, hour * MS_IN_HOUR + minute * MS_IN_MINUTE));
}

SpilDay
spil_time_day (SpilTime time)
{
  return has_day (time) ? day_of_wall (wall_of_time (time)) : SPIL_DAY_NONE;
}

gboolean
spil_time_parse (const char *text, SpilTime *time)
{
  g_autofree char *day_text = NULL;
  const char *p;
  SpilDay day;
  gboolean local;
  int64_t clock, offset;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  day_text = g_strstrip (g_strdup (text));
  p = strpbrk (day_text, "T ");
  if (p == NULL) {
    if (!spil_day_parse (day_text, &day))
      return FALSE;
    *time = spil_time_from_day (day, 12, 0);
    return TRUE;
  }
  day_text[p - day_text] = '\0';
  p++;
  if (!spil_day_parse (day_text, &day) || !take_clock (&p, &clock) || !take_zone (&p, &local, &offset) ||
      *p != '\0')
    return FALSE;
  *time = local ? time_of_wall (wall_of_day (day, clock)) : spil_time (wall_of_day (day, clock) - offset);
  return TRUE;
}

char *
spil_time_format (SpilTime time)
{
  g_autofree char *day = NULL;
  int64_t wall, ms;

  if (!has_day (time))
    return g_strdup ("");
  wall = wall_of_time (time);
  ms = ms_of_day (wall);
  day = spil_day_format (day_of_wall (wall));
  return g_strdup_printf ("%s %02d:%02d", day, (int) (ms / MS_IN_HOUR), (int) (ms / MS_IN_MINUTE % 60));
}

char *
spil_time_to_iso (SpilTime time)
{
  g_autofree char *day = NULL;
  g_autofree char *fraction = NULL;
  int64_t ms;

  if (!has_day (time))
    return g_strdup ("");
  ms = ms_of_day (time.ms);
  day = spil_day_to_iso (day_of_wall (time.ms));
  fraction = ms % 1000 != 0 ? g_strdup_printf (".%03d", (int) (ms % 1000)) : g_strdup ("");
  return g_strdup_printf ("%sT%02d:%02d:%02d%sZ", day, (int) (ms / MS_IN_HOUR),
                          (int) (ms / MS_IN_MINUTE % 60), (int) (ms / MS_IN_SECOND % 60), fraction);
}
