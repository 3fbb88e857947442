// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-norms.h"

G_BEGIN_DECLS

/*
 * On which days is worked: the weekdays of the programme, without the Dutch public holidays (spil-holiday-rule.h), without own closures, with the days that are
 * worked after all. Never changes once made, so that any thread may use it.
 *
 * Counting in working days is subtraction here: each day has a position, the number of working days since 1 January 1900 that come before it. All functions
 * take the same small time for every day of the years 1900-2199; before and after these only the weekdays count.
 */
typedef struct _SpilWorkCalendar SpilWorkCalendar;

/** The ordinary week, and the holidays that are a choice (SpilHolidayChoice). */
typedef struct
{
  guint8 weekdays; /**< bit 0 = Monday; 0: Monday to Friday */
  gboolean good_friday; /**< free */
  int liberation_every; /**< 5 May is free every so many years (1, 5); 0: never */
  gboolean without_holidays; /**< only the exceptions are free: a calendar of another program names its own */
} SpilWorkWeek;

/** A row of entity `closure`. A day that is worked after all is worked, whatever else is said of it. */
typedef struct
{
  SpilDay first;
  SpilDay last;
  gboolean worked;
  const char *name;
} SpilWorkException;

/** The week as the settings of a programme say it. Not set: Monday to Friday; Good Friday and 5 May are worked. */
SpilWorkWeek spil_work_week_of_norms (const SpilNorms *norms);

/** Copies @exceptions (nullable); those without both days are left out. Unref with spil_work_calendar_unref(). */
SpilWorkCalendar *
spil_work_calendar_new (const SpilWorkWeek *week, const SpilWorkException *exceptions, gsize n_exceptions);
SpilWorkCalendar *spil_work_calendar_ref (SpilWorkCalendar *self);
void spil_work_calendar_unref (SpilWorkCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilWorkCalendar, spil_work_calendar_unref)

gboolean spil_work_calendar_is_worked (const SpilWorkCalendar *self, SpilDay day);

/** Why is not worked, for people: "King's Day", or the name of the closure; owned by @self or gettext. NULL: a weekend, or a working day. */
const char *spil_work_calendar_get_reason (const SpilWorkCalendar *self, SpilDay day);

/** The first working day from @day on, and the last one until @day: @day itself when that is one. */
SpilDay spil_work_calendar_next (const SpilWorkCalendar *self, SpilDay day);
SpilDay spil_work_calendar_previous (const SpilWorkCalendar *self, SpilDay day);

/** The working days in first..last, both included; 0 when @last is before @first or either is not known. */
int spil_work_calendar_count (const SpilWorkCalendar *self, SpilDay first, SpilDay last);

/** So many working days later; negative: earlier; 0: @day itself. */
SpilDay spil_work_calendar_add (const SpilWorkCalendar *self, SpilDay day, int working_days);

/** The last day of so many working days of work of which @start is the first day (or the day before the first); 0: @start. */
SpilDay spil_work_calendar_end_of (const SpilWorkCalendar *self, SpilDay start, int duration);
/** The first day of so many working days of work that ends on @end; 0: @end. */
SpilDay spil_work_calendar_start_of (const SpilWorkCalendar *self, SpilDay end, int duration);

/** The position of a known day: working days before it, since 1 January 1900. */
int spil_work_calendar_get_position (const SpilWorkCalendar *self, SpilDay day);
/** The working day at a position. */
SpilDay spil_work_calendar_get_day (const SpilWorkCalendar *self, int position);

G_END_DECLS
