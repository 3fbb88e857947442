// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-snap.h"

static SpilDay
day (const char *text)
{
  SpilDay parsed = SPIL_DAY_NONE;

  if (*text != '\0')
    g_assert_true (spil_day_parse (text, &parsed));
  return parsed;
}

static void
assert_dates (SpilPlanDates dates, const char *start, const char *finish)
{
  g_autofree char *from = spil_day_to_iso (dates.start);
  g_autofree char *until = spil_day_to_iso (dates.finish);

  g_assert_cmpstr (from, ==, start);
  g_assert_cmpstr (until, ==, finish);
}

static SpilWorkCalendar *
make_calendar (void)
{
  const SpilWorkWeek week = { .weekdays = 0x1f };

  return spil_work_calendar_new (&week, NULL, 0);
}

static void
test_snap (void)
{
  static const struct
  {
    const char *day;
    SpilPeriodKind step;
    const char *start, *finish;
  } cases[] = {
    { "2018-10-03", SPIL_PERIOD_DAY, "2018-10-03", "2018-10-03" },
    { "2018-10-03", SPIL_PERIOD_WEEK, "2018-10-01", "2018-09-30" },
    { "2018-10-05", SPIL_PERIOD_WEEK, "2018-10-08", "2018-10-07" },
    { "2018-10-12", SPIL_PERIOD_MONTH, "2018-10-01", "2018-09-30" },
    { "2018-10-20", SPIL_PERIOD_MONTH, "2018-11-01", "2018-10-31" },
    { "2018-11-20", SPIL_PERIOD_QUARTER, "2019-01-01", "2018-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_dates ((SpilPlanDates) { spil_plan_snap_start (day (cases[i].day), cases[i].step),
                                    spil_plan_snap_finish (day (cases[i].day), cases[i].step) },
                  cases[i].start, cases[i].finish);
}

// What is dragged, from which dates, by how many days: with the working days of Monday to Friday.
static void
test_drag (void)
{
  static const struct
  {
    const char *start, *finish;
    SpilPlanGrip grip;
    double days;
    SpilPeriodKind step;
    const char *new_start, *new_finish;
  } cases[] = {
    // five working days stay five working days
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 2, SPIL_PERIOD_DAY, "2018-10-03", "2018-10-09" },
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 5, SPIL_PERIOD_DAY, "2018-10-08", "2018-10-12" },
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 6.6, SPIL_PERIOD_WEEK, "2018-10-08", "2018-10-12" },
    // less than half a day is nothing
    { "2018-10-03", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 0.4, SPIL_PERIOD_WEEK, "2018-10-03", "2018-10-05" },
    // whole months stay whole months
    { "2018-10-01", "2018-12-31", SPIL_PLAN_GRIP_WHOLE, 31, SPIL_PERIOD_MONTH, "2018-11-01", "2019-01-31" },
    { "2018-10-01", "2018-12-31", SPIL_PLAN_GRIP_WHOLE, 92, SPIL_PERIOD_QUARTER, "2019-01-01", "2019-03-31" },
    { "2018-11-01", "2018-11-30", SPIL_PLAN_GRIP_WHOLE, 92, SPIL_PERIOD_MONTH, "2019-02-01", "2019-02-28" },
    // the sides
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_FINISH, 6, SPIL_PERIOD_WEEK, "2018-10-01", "2018-10-12" },
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_FINISH, -30, SPIL_PERIOD_DAY, "2018-10-01", "2018-10-01" },
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_START, 30, SPIL_PERIOD_DAY, "2018-10-05", "2018-10-05" },
    // what is not known stays so
    { "", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 7, SPIL_PERIOD_DAY, "", "2018-10-12" },
    { "2018-10-05", "", SPIL_PLAN_GRIP_WHOLE, -1, SPIL_PERIOD_DAY, "2018-10-04", "" },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlanDates dates = { day (cases[i].start), day (cases[i].finish) };

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_dates (spil_plan_drag_dates (dates, cases[i].grip, cases[i].days, cases[i].step, calendar),
                  cases[i].new_start, cases[i].new_finish);
  }
}

static void
test_step (void)
{
  static const struct
  {
    const char *start, *finish;
    SpilPlanGrip grip;
    int count;
    SpilPeriodKind step;
    const char *new_start, *new_finish;
  } cases[] = {
    { "2018-10-01", "2018-10-05", SPIL_PLAN_GRIP_WHOLE, 1, SPIL_PERIOD_WEEK, "2018-10-08", "2018-10-12" },
    // a day before Monday is Friday
    { "2018-10-08", "2018-10-09", SPIL_PLAN_GRIP_WHOLE, -1, SPIL_PERIOD_DAY, "2018-10-05", "2018-10-08" },
    { "2018-10-05", "2018-10-08", SPIL_PLAN_GRIP_WHOLE, 1, SPIL_PERIOD_DAY, "2018-10-08", "2018-10-09" },
    { "2018-10-01", "2018-10-31", SPIL_PLAN_GRIP_WHOLE, 1, SPIL_PERIOD_MONTH, "2018-11-01", "2018-11-30" },
    { "2018-10-01", "2018-10-31", SPIL_PLAN_GRIP_FINISH, 1, SPIL_PERIOD_MONTH, "2018-10-01", "2018-11-30" },
    { "2018-10-01", "2018-10-31", SPIL_PLAN_GRIP_FINISH, -9, SPIL_PERIOD_MONTH, "2018-10-01", "2018-10-01" },
    { "2018-10-01", "2018-12-31", SPIL_PLAN_GRIP_WHOLE, -1, SPIL_PERIOD_QUARTER, "2018-07-01", "2018-09-30" },
    { "", "2018-11-30", SPIL_PLAN_GRIP_WHOLE, 1, SPIL_PERIOD_MONTH, "", "2018-12-31" },
  };
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlanDates dates = { day (cases[i].start), day (cases[i].finish) };

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_dates (spil_plan_step_dates (dates, cases[i].grip, cases[i].count, cases[i].step, calendar),
                  cases[i].new_start, cases[i].new_finish);
  }
}

// There and back is where it was.
static void
test_back (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();
  SpilPlanDates dates = { day ("2018-10-01"), day ("2018-10-31") };

  for (int days = 1; days < 200; days++) {
    SpilPlanDates there = spil_plan_shift (dates, days, SPIL_PERIOD_MONTH, calendar);

    there = spil_plan_shift (there, spil_day_between (there.start, dates.start), SPIL_PERIOD_MONTH, calendar);
    assert_dates (there, "2018-10-01", "2018-10-31");
  }
}

static void
test_draw (void)
{
  g_autoptr (SpilWorkCalendar) calendar = make_calendar ();

  assert_dates (spil_plan_draw_dates (day ("2018-10-17"), day ("2018-10-03"), SPIL_PERIOD_WEEK, calendar),
                "2018-10-01", "2018-10-19");
  assert_dates (spil_plan_draw_dates (day ("2018-10-17"), day ("2018-10-03"), SPIL_PERIOD_WEEK, NULL),
                "2018-10-01", "2018-10-21");
  assert_dates (spil_plan_draw_dates (day ("2018-09-17"), day ("2018-09-17"), SPIL_PERIOD_MONTH, calendar),
                "2018-09-01", "2018-09-30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-snap/snap", test_snap);
  g_test_add_func ("/plan-snap/drag", test_drag);
  g_test_add_func ("/plan-snap/step", test_step);
  g_test_add_func ("/plan-snap/back", test_back);
  g_test_add_func ("/plan-snap/draw", test_draw);
  return g_test_run ();
}
