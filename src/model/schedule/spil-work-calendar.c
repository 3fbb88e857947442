// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-work-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-holiday-rule.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
/* 1 January 1900, a Monday, as a day number. */
#define EPOCH (-25567)
/* Weeks from then that hold all days up to 31 December 2199. */
#define WEEKS 15654
#define ALL_WEEKDAYS 0x7f
#define MONDAY_TO_FRIDAY 0x1f
/* Of every so many positions is kept in which week they lie. */
#define STRIDE 4

/*
 * A week is a byte of which bit 0 is Monday. `before` counts the working days before each week, so that a position is one look-up and the bits of one byte; the
 * way back begins at the week that `week_of` remembers for the position.
 */
struct _SpilWorkCalendar
{
  gatomicrefcount refs;
  SpilWorkWeek week;
  int per_week;
  SpilWorkException *exceptions;
  gsize n_exceptions;
  guint8 worked[WEEKS];
  int before[WEEKS + 1];
  int *week_of;
};

static int
count_bits (unsigned bits)
{
  int count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;
  return count;
}

static int
week_of_day (int number)
{
  int since = number - EPOCH;

  return since >= 0 ? since / 7 : -((6 - since) / 7);
}

static int
weekday_bit (int number, int week)
{
  return number - EPOCH - week * 7;
}

static void
set_worked (SpilWorkCalendar *self, int number, gboolean worked)
{
  int week = week_of_day (number);
  guint8 bit;

  if (week < 0 || week >= WEEKS)
    return;
  bit = (guint8) (1 << weekday_bit (number, week));
  self->worked[week] = worked ? self->worked[week] | bit : self->worked[week] & (guint8) ~bit;
}

static void
take_holidays (SpilWorkCalendar *self)
{
  SpilHolidayChoice choice = { self->week.good_friday, self->week.liberation_every };

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    SpilHoliday holidays[SPIL_HOLIDAYS_MAX];
    int n = spil_holidays_of_year (year, &choice, holidays);

    for (int i = 0; i < n; i++)
      set_worked (self, holidays[i].day.number, FALSE);
  }
}

/* Sets the days of all exceptions of one kind; those that are worked after all come last, and so win. */
static void
take_exceptions (SpilWorkCalendar *self, gboolean worked)
{
  for (gsize i = 0; i < self->n_exceptions; i++) {
    const SpilWorkException *exception = &self->exceptions[i];
    int first = MAX (exception->first.number, EPOCH);
    int last = MIN (exception->last.number, EPOCH + WEEKS * 7 - 1);

    for (int number = first; !exception->worked == !worked && number <= last; number++)
      set_worked (self, number, worked);
  }
}

static void
count_weeks (SpilWorkCalendar *self)
{
  int total = 0, kept = 0;

  for (int week = 0; week < WEEKS; week++) {
    self->before[week] = total;
    total += count_bits (self->worked[week]);
  }
  self->before[WEEKS] = total;
  self->week_of = g_new (int, total / STRIDE + 1);
  for (int week = 0; week < WEEKS; week++)
    for (; kept < self->before[week + 1]; kept += STRIDE)
      self->week_of[kept / STRIDE] = week;
}

SpilWorkWeek
spil_work_week_of_norms (const SpilNorms *norms)
{
  SpilWorkWeek week = { .good_friday = spil_norms_get_whole (norms, SPIL_NORM_HOLIDAY_GOOD_FRIDAY) > 0,
                        .liberation_every = spil_norms_get_whole (norms,
                                                                  SPIL_NORM_HOLIDAY_LIBERATION_EVERY) };

  for (int digits = spil_norms_get_whole (norms, SPIL_NORM_WORKING_WEEKDAYS); digits > 0; digits /= 10)
    if (digits % 10 >= 1 && digits % 10 <= 7)
      week.weekdays |= (guint8) (1 << (digits % 10 - 1));
  if (week.weekdays == 0)
    week.weekdays = MONDAY_TO_FRIDAY;
  return week;
}

static void
copy_exceptions (SpilWorkCalendar *self, const SpilWorkException *exceptions, gsize n_exceptions)
{
  self->exceptions = g_new0 (SpilWorkException, n_exceptions + 1);
  for (gsize i = 0; i < n_exceptions; i++) {
    SpilWorkException *copy = &self->exceptions[self->n_exceptions];

    if (!spil_day_is_known (exceptions[i].first) || !spil_day_is_known (exceptions[i].last))
      continue;
    *copy = exceptions[i];
    copy->name = g_strdup (exceptions[i].name);
    self->n_exceptions++;
  }
}

SpilWorkCalendar *
spil_work_calendar_new (const SpilWorkWeek *week, const SpilWorkException *exceptions, gsize n_exceptions)
{
  SpilWorkCalendar *self;

  g_return_val_if_fail (week != NULL && (exceptions != NULL || n_exceptions == 0), NULL);

  self = g_new0 (SpilWorkCalendar, 1);
  g_atomic_ref_count_init (&self->refs);
  self->week = *week;
  self->week.weekdays &= ALL_WEEKDAYS;
  if (self->week.weekdays == 0)
    self->week.weekdays = MONDAY_TO_FRIDAY;
  self->per_week = count_bits (self->week.weekdays);
  copy_exceptions (self, exceptions, n_exceptions);
  memset (self->worked, self->week.weekdays, WEEKS);
  if (!week->without_holidays)
    take_holidays (self);
  take_exceptions (self, FALSE);
  take_exceptions (self, TRUE);
  count_weeks (self);
  return self;
}

SpilWorkCalendar *
spil_work_calendar_ref (SpilWorkCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
spil_work_calendar_unref (SpilWorkCalendar *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (gsize i = 0; i < self->n_exceptions; i++)
    g_free ((char *) self->exceptions[i].name);
  g_free (self->exceptions);
  g_free (self->week_of);
  g_free (self);
}

/* The bits of a week; beyond the years that are kept those of any week. */
static unsigned
worked_in (const SpilWorkCalendar *self, int week)
{
  return week >= 0 && week < WEEKS ? self->worked[week] : self->week.weekdays;
}

static int
worked_before (const SpilWorkCalendar *self, int week)
{
  if (week < 0)
    return week * self->per_week;
  return week <= WEEKS ? self->before[week] : self->before[WEEKS] + (week - WEEKS) * self->per_week;
}

int
spil_work_calendar_get_position (const SpilWorkCalendar *self, SpilDay day)
{
  int week = week_of_day (day.number);
  unsigned earlier = (1u << weekday_bit (day.number, week)) - 1;

  g_return_val_if_fail (self != NULL && spil_day_is_known (day), 0);

  return worked_before (self, week) + count_bits (worked_in (self, week) & earlier);
}

static int
week_of_position (const SpilWorkCalendar *self, int position)
{
  int total = self->before[WEEKS], week;

  if (position < 0)
    return -((self->per_week - 1 - position) / self->per_week);
  if (position >= total)
    return WEEKS + (position - total) / self->per_week;
  week = self->week_of[position / STRIDE];
  while (self->before[week + 1] <= position)
    week++;
  return week;
}

SpilDay
spil_work_calendar_get_day (const SpilWorkCalendar *self, int position)
{
  int week, left;
  unsigned bits;

  g_return_val_if_fail (self != NULL, SPIL_DAY_NONE);

  week = week_of_position (self, position);
  left = position - worked_before (self, week);
  bits = worked_in (self, week);
  for (int weekday = 0; weekday < 7; weekday++)
    if ((bits >> weekday & 1) != 0 && left-- == 0)
      return spil_day (EPOCH + week * 7 + weekday);
  g_return_val_if_reached (SPIL_DAY_NONE);
}

gboolean
spil_work_calendar_is_worked (const SpilWorkCalendar *self, SpilDay day)
{
  int week = week_of_day (day.number);

  g_return_val_if_fail (self != NULL && spil_day_is_known (day), FALSE);

  return (worked_in (self, week) >> weekday_bit (day.number, week) & 1) != 0;
}

static const char *
name_of_holiday (const SpilWorkCalendar *self, SpilDay day)
{
  SpilHolidayChoice choice = { self->week.good_friday, self->week.liberation_every };
  SpilHoliday holidays[SPIL_HOLIDAYS_MAX];
  int year, n;

  spil_day_to_ymd (day, &year, NULL, NULL);
  n = year >= FIRST_YEAR && year <= LAST_YEAR && !self->week.without_holidays
          ? spil_holidays_of_year (year, &choice, holidays)
          : 0;
  for (int i = 0; i < n; i++)
    if (spil_day_compare (holidays[i].day, day) == 0)
      return _ (holidays[i].name);
  return NULL;
}

const char *
spil_work_calendar_get_reason (const SpilWorkCalendar *self, SpilDay day)
{
  const char *holiday;

  g_return_val_if_fail (self != NULL && spil_day_is_known (day), NULL);

  if (spil_work_calendar_is_worked (self, day))
    return NULL;
  holiday = name_of_holiday (self, day);
  for (gsize i = 0; i < self->n_exceptions && holiday == NULL; i++)
    if (!self->exceptions[i].worked && spil_day_compare (self->exceptions[i].first, day) <= 0 &&
        spil_day_compare (self->exceptions[i].last, day) >= 0)
      return self->exceptions[i].name;
  return holiday;
}

SpilDay
spil_work_calendar_next (const SpilWorkCalendar *self, SpilDay day)
{
  return spil_work_calendar_get_day (self, spil_work_calendar_get_position (self, day));
}

SpilDay
spil_work_calendar_previous (const SpilWorkCalendar *self, SpilDay day)
{
  return spil_work_calendar_get_day (self, spil_work_calendar_get_position (self, spil_day_add (day, 1)) - 1);
}

int
spil_work_calendar_count (const SpilWorkCalendar *self, SpilDay first, SpilDay last)
{
  if (!spil_day_is_known (first) || !spil_day_is_known (last) || spil_day_compare (last, first) < 0)
    return 0;
  return spil_work_calendar_get_position (self, spil_day_add (last, 1)) -
         spil_work_calendar_get_position (self, first);
}

SpilDay
spil_work_calendar_add (const SpilWorkCalendar *self, SpilDay day, int working_days)
{
  if (!spil_day_is_known (day) || working_days == 0)
    return day;
  if (working_days > 0)
    return spil_work_calendar_end_of (self, spil_day_add (day, 1), working_days);
  return spil_work_calendar_start_of (self, spil_day_add (day, -1), -working_days);
}

SpilDay
spil_work_calendar_end_of (const SpilWorkCalendar *self, SpilDay start, int duration)
{
  if (!spil_day_is_known (start) || duration <= 0)
    return start;
  return spil_work_calendar_get_day (self, spil_work_calendar_get_position (self, start) + duration - 1);
}

SpilDay
spil_work_calendar_start_of (const SpilWorkCalendar *self, SpilDay end, int duration)
{
  if (!spil_day_is_known (end) || duration <= 0)
    return end;
  return spil_work_calendar_get_day (self, spil_work_calendar_get_position (self, spil_day_add (end, 1)) -
                                               duration);
}
