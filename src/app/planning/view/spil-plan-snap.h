// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-period.h"
#include "spil-work-calendar.h"

G_BEGIN_DECLS

/** What of a bar is grasped. */
typedef enum
{
  SPIL_PLAN_GRIP_NONE,
  SPIL_PLAN_GRIP_WHOLE,
  SPIL_PLAN_GRIP_START,
  SPIL_PLAN_GRIP_FINISH,
} SpilPlanGrip;

/** The dates of a row; SPIL_DAY_NONE: not known. */
typedef struct
{
  SpilDay start;
  SpilDay finish; /**< the last day */
} SpilPlanDates;

/** The first day of a period of that kind which is nearest to @day; and the nearest last day of one. */
SpilDay spil_plan_snap_start (SpilDay day, SpilPeriodKind step);
SpilDay spil_plan_snap_finish (SpilDay day, SpilPeriodKind step);

/**
 * Moves both dates by so many days. What covers whole periods of @step (a month, two quarters) does so afterwards too; otherwise the length stays:
 * in working days of @calendar, which then also chooses the first working day, or in days when that is NULL.
 */
SpilPlanDates
spil_plan_shift (SpilPlanDates dates, int days, SpilPeriodKind step, SpilWorkCalendar *calendar);

/**
 * The dates while that @grip is dragged by @days (a part of a day counts): what is dragged lies on the nearest beginning or end of a period of @step,
 * and the end never before the start. Of a week that is its first or last working day.
 */
SpilPlanDates spil_plan_drag_dates (SpilPlanDates dates, SpilPlanGrip grip, double days, SpilPeriodKind step,
                                    SpilWorkCalendar *calendar);

/** The same for keys: moves that @grip by @count periods of @step. */
SpilPlanDates spil_plan_step_dates (SpilPlanDates dates, SpilPlanGrip grip, int count, SpilPeriodKind step,
                                    SpilWorkCalendar *calendar);

/** The dates that somebody draws from one day to another: whole periods of @step, of weeks from the first to the last working day. */
SpilPlanDates
spil_plan_draw_dates (SpilDay from, SpilDay to, SpilPeriodKind step, SpilWorkCalendar *calendar);

G_END_DECLS
