// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-mspdi-reader.h"
#include "spil-text.h"

#define NAME_CHARS 200
/* More times than this an exception does not come back. */
#define MAX_OCCURRENCES 300
/* Each is compared with the others, so that there may be fewer than of other things. */
#define EXCEPTION_WEIGHT 20

/* How an exception comes back, by its number in the file. */
typedef enum
{
  TYPE_DAYS = 1,
  TYPE_YEAR_BY_DAY = 2,
  TYPE_YEAR_BY_WEEKDAY = 3,
} ExceptionType;

/* A day of the week, or days of an exception. */
typedef struct
{
  char *name;
  int day_type; /* 0: an exception; 1: Sunday */
  int worked;
  int type;
  int occurrences;
  int period;
  int month; /* from 0 */
  int month_day;
  int month_item; /* 3: Sunday, and so on */
  int month_position; /* 0: first ... 4: last */
  SpilMspdiDate from;
  SpilMspdiDate to;
} Days;

static const Days no_days = { .day_type = -1,
                              .type = TYPE_DAYS,
                              .period = 1,
                              .month = -1,
                              .month_day = -1,
                              .month_item = -1,
                              .month_position = -1,
                              .from = SPIL_MSPDI_DATE_NONE,
                              .to = SPIL_MSPDI_DATE_NONE };

#define KEEP(name, kind, member)                                                                             \
  {                                                                                                          \
    name, SPIL_MSPDI_##kind, G_STRUCT_OFFSET (Days, member), NULL                                            \
  }
#define PASS(name)                                                                                           \
  {                                                                                                          \
    name, SPIL_MSPDI_QUIET, 0, ""                                                                            \
  }

static const SpilMspdiField period_fields[] = {
  KEEP ("FromDate", DATE, from),
  KEEP ("ToDate", DATE, to),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable period_table = { "TimePeriod", period_fields, NULL, NULL };

static const SpilMspdiField days_fields[] = {
  KEEP ("Name", TEXT, name),
  KEEP ("DayType", INTEGER, day_type),
  KEEP ("DayWorking", BOOLEAN, worked),
  KEEP ("Type", INTEGER, type),
  KEEP ("Occurrences", INTEGER, occurrences),
  KEEP ("Period", INTEGER, period),
  KEEP ("Month", INTEGER, month),
  KEEP ("MonthDay", INTEGER, month_day),
  KEEP ("MonthItem", INTEGER, month_item),
  KEEP ("MonthPosition", INTEGER, month_position),
  PASS ("EnteredByOccurrences"),
  PASS ("DaysOfWeek"),
  { NULL, 0, 0, NULL },
};

static const SpilMspdiField hours_fields[] = { { NULL, 0, 0, NULL } };
static const char *const hour_names[] = { "WorkingTime", NULL };

static gboolean
pass_hours (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  return spil_xml_skip (self->xml, error);
}

static const SpilMspdiTable hours_table = { "WorkingTimes", hours_fields, pass_hours, hour_names };

static gboolean
take_days_nested (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  if (strcmp (name, "TimePeriod") == 0)
    return spil_mspdi_take (self, &period_table, raw, error);
  return spil_mspdi_take (self, &hours_table, raw, error);
}

static const char *const days_nested[] = { "TimePeriod", "WorkingTimes", NULL };
static const SpilMspdiTable week_day_table = { "WeekDay", days_fields, take_days_nested, days_nested };
static const SpilMspdiTable exception_table = { "Exception", days_fields, take_days_nested, days_nested };

/* Exceptions */

static gboolean
is_known (const SpilPlanFileCalendar *calendar, SpilDay first, SpilDay last, gboolean worked)
{
  for (guint i = 0; i < calendar->exceptions->len; i++) {
    const SpilPlanFileException *other = &g_array_index (calendar->exceptions, SpilPlanFileException, i);

    if (spil_day_compare (other->first, first) == 0 && spil_day_compare (other->last, last) == 0 &&
        other->worked == worked)
      return TRUE;
  }
  return FALSE;
}

/* Newer files give exceptions twice, once without a name and once with. */
static void
add_exception (SpilPlanFileCalendar *calendar, const Days *days, SpilDay first, SpilDay last)
{
  g_autofree char *name = days->name != NULL ? spil_text_one_line (days->name, NAME_CHARS) : NULL;
  const gboolean worked = days->worked == 1;

  if (!is_known (calendar, first, last, worked)) {
    spil_plan_file_calendar_add (calendar, first, last, worked, name);
    return;
  }
  for (guint i = 0; name != NULL && i < calendar->exceptions->len; i++) {
    SpilPlanFileException *other = &g_array_index (calendar->exceptions, SpilPlanFileException, i);

    if (other->name == NULL && spil_day_compare (other->first, first) == 0 &&
        spil_day_compare (other->last, last) == 0)
      other->name = g_steal_pointer (&name);
  }
}

/* The n-th weekday of a month (position 4: the last one). */
static SpilDay
find_weekday (int year, int month, int weekday, int position)
{
  SpilDay day = spil_day_from_ymd (year, month, 1);
  int found;

  if (!spil_day_is_known (day))
    return day;
  day = spil_day_add (day, (weekday - spil_day_weekday (day) + 7) % 7 + 7 * position);
  spil_day_to_ymd (day, NULL, &found, NULL);
  return found == month ? day : spil_day_add (day, -7);
}

/* The day of an exception that comes back in that year. */
static SpilDay
day_in_year (const Days *days, int year)
{
  if (days->type == TYPE_YEAR_BY_DAY)
    return spil_day_from_ymd (year, days->month + 1, days->month_day);
  return find_weekday (year, days->month + 1, days->month_item == 3 ? 7 : days->month_item - 3,
                       days->month_position);
}

static gboolean
comes_back (const Days *days)
{
  if (days->month < 0 || days->month > 11)
    return FALSE;
  if (days->type == TYPE_YEAR_BY_DAY)
    return days->month_day >= 1 && days->month_day <= 31;
  return days->type == TYPE_YEAR_BY_WEEKDAY && days->month_item >= 3 && days->month_item <= 9 &&
         days->month_position >= 0 && days->month_position <= 4;
}

static void
add_years (SpilPlanFileCalendar *calendar, const Days *days, SpilDay first, SpilDay last)
{
  int from, until;
  int left = days->occurrences > 0 ? days->occurrences : MAX_OCCURRENCES;

  spil_day_to_ymd (first, &from, NULL, NULL);
  spil_day_to_ymd (last, &until, NULL, NULL);
  for (int year = from; year <= until && left > 0; year++) {
    const SpilDay day = day_in_year (days, year);

    if (!spil_day_is_known (day) || spil_day_compare (day, first) < 0 || spil_day_compare (day, last) > 0)
      continue;
    add_exception (calendar, days, day, day);
    left--;
  }
}

static void
keep_exception (SpilMspdi *self, SpilPlanFileCalendar *calendar, const Days *days)
{
  const SpilDay first = days->from.day;
  const SpilDay last = spil_mspdi_last_day (days->from, days->to);

  if (!spil_day_is_known (first) || !spil_day_is_known (last) || spil_day_compare (first, last) > 0)
    spil_mspdi_note (self, "Calendar/Exception", days->name,
                     _ ("This exception has no days; it is left out."));
  else if (comes_back (days))
    add_years (calendar, days, first, last);
  else if (days->type == TYPE_DAYS && (days->period <= 1 || spil_day_compare (first, last) == 0))
    add_exception (calendar, days, first, last);
  else
    spil_mspdi_note (
        self, "Calendar/Exception", days->name,
        _ ("Days that come back by week or month are not kept; add them to the free days in Spil."));
}

/* Lists in a calendar */

static gboolean
take_day (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  SpilPlanFileCalendar *calendar = raw;
  const gboolean week_day = strcmp (name, "WeekDay") == 0;
  Days days = no_days;
  const gboolean read = spil_mspdi_take (self, week_day ? &week_day_table : &exception_table, &days, error);

  if (read && week_day && days.day_type >= 1 && days.day_type <= 7) {
    calendar->week_stated = TRUE;
    calendar->week[(days.day_type + 5) % 7] = days.worked == 1;
  } else if (read && (!week_day || days.day_type == 0))
    keep_exception (self, calendar, &days);
  g_free (days.name);
  return read && spil_plan_file_check_items (calendar->exceptions->len * EXCEPTION_WEIGHT, error);
}

static const char *const day_names[] = { "WeekDay", "Exception", NULL };
static const SpilMspdiTable days_table = { "Calendar", hours_fields, take_day, day_names };

typedef struct
{
  SpilPlanFileCalendar *calendar;
  char *uid;
  char *name;
  char *base_uid;
} Calendar;

static const SpilMspdiField calendar_fields[] = {
  { "UID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Calendar, uid), NULL },
  { "Name", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Calendar, name), NULL },
  { "BaseCalendarUID", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Calendar, base_uid), NULL },
  PASS ("GUID"),
  PASS ("IsBaseCalendar"),
  PASS ("IsBaselineCalendar"),
  { NULL, 0, 0, NULL },
};

static gboolean
take_days (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  Calendar *calendar = raw;

  return spil_mspdi_take (self, &days_table, calendar->calendar, error);
}

static const char *const calendar_nested[] = { "WeekDays", "Exceptions", NULL };
static const SpilMspdiTable calendar_table = { "Calendar", calendar_fields, take_days, calendar_nested };

gboolean
spil_mspdi_take_calendar (SpilMspdi *self, GError **error)
{
  Calendar raw = { .calendar = spil_plan_file_add_calendar (self->plan) };
  SpilPlanFileCalendar *calendar = raw.calendar;
  const gboolean taken = spil_mspdi_take (self, &calendar_table, &raw, error);

  calendar->uid = g_strstrip (raw.uid != NULL ? raw.uid : g_strdup (""));
  calendar->name = raw.name;
  calendar->base_uid = raw.base_uid != NULL ? g_strstrip (raw.base_uid) : NULL;
  return taken && spil_plan_file_check_items (self->plan->calendars->len, error);
}
