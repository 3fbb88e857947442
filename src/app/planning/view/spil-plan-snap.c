// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-snap.h"

#include <math.h>

SpilDay
spil_plan_snap_start (SpilDay day, SpilPeriodKind step)
{
  SpilPeriod period;
  SpilDay next;

  if (!spil_day_is_known (day))
    return day;
  period = spil_period_of (step, day);
  next = spil_day_add (period.last, 1);
  return spil_day_between (period.first, day) <= spil_day_between (day, next) ? period.first : next;
}

SpilDay
spil_plan_snap_finish (SpilDay day, SpilPeriodKind step)
{
  return spil_day_add (spil_plan_snap_start (spil_day_add (day, 1), step), -1);
}

static gboolean
is_first (SpilDay day, SpilPeriodKind step)
{
  return spil_day_compare (spil_period_of (step, day).first, day) == 0;
}

static gboolean
is_last (SpilDay day, SpilPeriodKind step)
{
  return spil_day_compare (spil_period_of (step, day).last, day) == 0;
}

static gboolean
has_both (SpilPlanDates dates)
{
  return spil_day_is_known (dates.start) && spil_day_is_known (dates.finish) &&
         spil_day_compare (dates.start, dates.finish) <= 0;
}

/* How many periods of @step fill it; 0: it is not filled by whole ones. */
static int
count_periods (SpilPlanDates dates, SpilPeriodKind step)
{
  SpilPeriod period = spil_period_of (step, dates.start);
  int count = 1;

  if (!is_first (dates.start, step) || !is_last (dates.finish, step))
    return 0;
  for (; spil_day_compare (period.last, dates.finish) < 0; count++)
    period = spil_period_step (period, 1);
  return count;
}

/* The largest kind of period, from months on, of which it covers whole ones: weeks and days keep their working days by themselves. */
static gboolean
find_whole (SpilPlanDates dates, SpilPeriodKind *kind, int *count)
{
  for (*kind = SPIL_PERIOD_YEAR; *kind >= SPIL_PERIOD_MONTH; (*kind)--) {
    *count = count_periods (dates, *kind);
    if (*count > 0)
      return TRUE;
  }
  return FALSE;
}

/* It began on the first of a month and does so again: then it ends with a month too. */
static gboolean
keep_whole (SpilPlanDates old, SpilPlanDates *moved)
{
  SpilPeriodKind kind;
  SpilPeriod last;
  int count;

  if (!has_both (old) || !find_whole (old, &kind, &count))
    return FALSE;
  if (!is_first (moved->start, kind)) {
    kind = SPIL_PERIOD_MONTH;
    count = count_periods (old, kind);
  }
  if (!is_first (moved->start, kind))
    return FALSE;
  last = spil_period_step (spil_period_of (kind, moved->start), count - 1);
  moved->finish = last.last;
  return TRUE;
}

static void
keep_length (SpilPlanDates old, SpilPlanDates *moved, SpilWorkCalendar *calendar)
{
  int length = calendar != NULL ? spil_work_calendar_count (calendar, old.start, old.finish) : 0;

  if (length > 0) {
    moved->start = spil_work_calendar_next (calendar, moved->start);
    moved->finish = spil_work_calendar_end_of (calendar, moved->start, length);
    return;
  }
  moved->finish = spil_day_add (moved->start, spil_day_between (old.start, old.finish));
}

SpilPlanDates
spil_plan_shift (SpilPlanDates dates, int days, SpilPeriodKind step, SpilWorkCalendar *calendar)
{
  SpilPlanDates moved = { spil_day_add (dates.start, days), spil_day_add (dates.finish, days) };

  if (!has_both (dates) || days == 0)
    return moved;
  if (step >= SPIL_PERIOD_MONTH && is_first (dates.start, SPIL_PERIOD_MONTH))
    moved.start = spil_plan_snap_start (moved.start, SPIL_PERIOD_MONTH);
  if (!keep_whole (dates, &moved))
    keep_length (dates, &moved, calendar);
  return moved;
}

static SpilDay
earliest (SpilDay a, SpilDay b)
{
  return spil_day_compare (a, b) < 0 ? a : b;
}

static SpilDay
latest (SpilDay a, SpilDay b)
{
  return spil_day_compare (a, b) > 0 ? a : b;
}

static SpilPlanDates
hold_order (SpilPlanDates dates, SpilPlanGrip grip)
{
  if (!spil_day_is_known (dates.start) || !spil_day_is_known (dates.finish))
    return dates;
  if (grip == SPIL_PLAN_GRIP_START)
    dates.start = earliest (dates.start, dates.finish);
  else
    dates.finish = latest (dates.start, dates.finish);
  return dates;
}

/* A week begins and ends with work. */
static SpilDay
to_work (SpilDay day, gboolean is_end, SpilPeriodKind step, SpilWorkCalendar *calendar)
{
  if (step != SPIL_PERIOD_WEEK || calendar == NULL)
    return day;
  return is_end ? spil_work_calendar_previous (calendar, day) : spil_work_calendar_next (calendar, day);
}

SpilPlanDates
spil_plan_drag_dates (SpilPlanDates dates, SpilPlanGrip grip, double days, SpilPeriodKind step,
                      SpilWorkCalendar *calendar)
{
  int whole = (int) CLAMP (floor (days + 0.5), -100000, 100000);
  gboolean by_start = spil_day_is_known (dates.start);
  SpilDay from = by_start ? dates.start : dates.finish, to;

  if (whole == 0)
    return dates;
  switch (grip) {
  case SPIL_PLAN_GRIP_START:
    dates.start = to_work (spil_plan_snap_start (spil_day_add (dates.start, whole), step), FALSE, step,
                           calendar);
    return hold_order (dates, grip);
  case SPIL_PLAN_GRIP_FINISH:
    dates.finish = to_work (spil_plan_snap_finish (spil_day_add (dates.finish, whole), step), TRUE, step,
                            calendar);
    return hold_order (dates, grip);
  case SPIL_PLAN_GRIP_WHOLE:
    to = by_start ? spil_plan_snap_start (spil_day_add (from, whole), step)
                  : spil_plan_snap_finish (spil_day_add (from, whole), step);
    return spil_plan_shift (dates, spil_day_between (from, to), step, calendar);
  case SPIL_PLAN_GRIP_NONE:
  default:
    return dates;
  }
}

/* A day @count periods on: the same day of the month, or the last day of one when it was. */
static SpilDay
step_day (SpilDay day, int count, SpilPeriodKind step, gboolean is_end)
{
  static const int months[] = { [SPIL_PERIOD_MONTH] = 1, [SPIL_PERIOD_QUARTER] = 3, [SPIL_PERIOD_YEAR] = 12 };

  if (!spil_day_is_known (day))
    return day;
  if (step < SPIL_PERIOD_MONTH)
    return spil_day_add (day, step == SPIL_PERIOD_WEEK ? count * 7 : count);
  if (is_end && is_last (day, SPIL_PERIOD_MONTH))
    return spil_period_of (SPIL_PERIOD_MONTH,
                           spil_day_add_months (spil_day_add (day, -15), count * months[step]))
        .last;
  return spil_day_add_months (day, count * months[step]);
}

SpilPlanDates
spil_plan_step_dates (SpilPlanDates dates, SpilPlanGrip grip, int count, SpilPeriodKind step,
                      SpilWorkCalendar *calendar)
{
  SpilDay to;

  switch (grip) {
  case SPIL_PLAN_GRIP_START:
    dates.start = step_day (dates.start, count, step, FALSE);
    return hold_order (dates, grip);
  case SPIL_PLAN_GRIP_FINISH:
    dates.finish = step_day (dates.finish, count, step, TRUE);
    return hold_order (dates, grip);
  case SPIL_PLAN_GRIP_WHOLE:
    if (!spil_day_is_known (dates.start)) {
      dates.finish = step_day (dates.finish, count, step, TRUE);
      return dates;
    }
    to = step_day (dates.start, count, step, FALSE);
    /* A day earlier than Monday is Friday. */
    if (calendar != NULL && count < 0)
      to = spil_work_calendar_previous (calendar, to);
    return spil_plan_shift (dates, spil_day_between (dates.start, to), step, calendar);
  case SPIL_PLAN_GRIP_NONE:
  default:
    return dates;
  }
}

SpilPlanDates
spil_plan_draw_dates (SpilDay from, SpilDay to, SpilPeriodKind step, SpilWorkCalendar *calendar)
{
  SpilDay first = spil_period_of (step, earliest (from, to)).first;
  SpilDay last = spil_period_of (step, latest (from, to)).last;

  return (SpilPlanDates) { to_work (first, FALSE, step, calendar), to_work (last, TRUE, step, calendar) };
}
