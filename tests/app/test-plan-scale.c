// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-scale.h"

static SpilGantt *
make_gantt (SpilDay start, SpilDay finish)
{
  SpilGantt *gantt = spil_gantt_new ();
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = "Rij";
  row.start = start;
  row.finish = finish;
  spil_gantt_add_row (gantt, &row);
  return gantt;
}

static void
assert_covers (const SpilPlanScale *scale, const char *first, const char *last)
{
  g_autofree char *from = spil_day_to_iso (scale->first);
  g_autofree char *until = spil_day_to_iso (scale->last);

  g_assert_cmpstr (from, ==, first);
  g_assert_cmpstr (until, ==, last);
}

static void
test_cover (void)
{
  g_autoptr (SpilGantt) dated = make_gantt (spil_day_from_ymd (2018, 8, 15), spil_day_from_ymd (2019, 5, 1));
  g_autoptr (SpilGantt) undated = make_gantt (SPIL_DAY_NONE, SPIL_DAY_NONE);
  SpilPlanScale scale;

  spil_plan_scale_init (&scale);
  spil_plan_scale_cover (&scale, dated, spil_day_from_ymd (2018, 11, 14));
  assert_covers (&scale, "2018-07-01", "2019-09-30");
  spil_plan_scale_cover (&scale, dated, spil_day_from_ymd (2020, 2, 1));
  assert_covers (&scale, "2018-07-01", "2020-06-30");
  spil_plan_scale_cover (&scale, undated, spil_day_from_ymd (2018, 11, 14));
  assert_covers (&scale, "2018-10-01", "2019-03-31");
}

static void
test_fit (void)
{
  g_autoptr (SpilGantt) gantt = make_gantt (spil_day_from_ymd (2018, 8, 15), spil_day_from_ymd (2018, 9, 1));
  SpilPlanScale scale;

  spil_plan_scale_init (&scale);
  spil_plan_scale_cover (&scale, gantt, spil_day_from_ymd (2018, 8, 20));
  g_assert_cmpfloat (spil_plan_scale_fit (&scale, gantt, 610), ==, 310); /* July is before it */
  g_assert_cmpfloat (scale.day_width, ==, 10);
  g_assert_cmpfloat (spil_plan_scale_x (&scale, spil_day_from_ymd (2018, 8, 2)), ==, 320);
  g_assert_cmpfloat (spil_plan_scale_width (&scale), ==, 1840);
}

static void
test_step (void)
{
  static const struct
  {
    SpilGanttZoom zoom;
    double day_width;
    SpilGanttZoom nearest;
    SpilPeriodKind step;
  } cases[] = {
    { SPIL_GANTT_ZOOM_WEEK, 0, SPIL_GANTT_ZOOM_WEEK, SPIL_PERIOD_DAY },
    { SPIL_GANTT_ZOOM_MONTH, 0, SPIL_GANTT_ZOOM_MONTH, SPIL_PERIOD_WEEK },
    { SPIL_GANTT_ZOOM_QUARTER, 0.8, SPIL_GANTT_ZOOM_QUARTER, SPIL_PERIOD_MONTH },
    { SPIL_GANTT_ZOOM_AUTO, 30, SPIL_GANTT_ZOOM_WEEK, SPIL_PERIOD_DAY },
    { SPIL_GANTT_ZOOM_AUTO, 2, SPIL_GANTT_ZOOM_MONTH, SPIL_PERIOD_WEEK },
    { SPIL_GANTT_ZOOM_AUTO, 0.1, SPIL_GANTT_ZOOM_QUARTER, SPIL_PERIOD_QUARTER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilPlanScale scale;

    spil_plan_scale_init (&scale);
    scale.zoom = cases[i].zoom;
    scale.day_width = cases[i].day_width;
    g_assert_cmpint (spil_plan_scale_nearest_zoom (&scale), ==, cases[i].nearest);
    g_assert_cmpint (spil_plan_scale_step (&scale), ==, cases[i].step);
  }
}

static void
test_limits (void)
{
  SpilPlanScale scale;

  spil_plan_scale_init (&scale);
  spil_plan_scale_set_day_width (&scale, 1000);
  g_assert_cmpfloat (scale.day_width, ==, 35);
  spil_plan_scale_set_day_width (&scale, 0);
  g_assert_cmpfloat (scale.day_width, >, 0);

  /* All of it is never narrower than twenty ems. */
  scale.first = spil_day_from_ymd (2018, 7, 1);
  scale.last = spil_day_from_ymd (2019, 9, 30);
  spil_plan_scale_set_day_width (&scale, 0);
  g_assert_cmpfloat_with_epsilon (spil_plan_scale_width (&scale), 20 * scale.font_size, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-scale/cover", test_cover);
  g_test_add_func ("/plan-scale/fit", test_fit);
  g_test_add_func ("/plan-scale/step", test_step);
  g_test_add_func ("/plan-scale/limits", test_limits);
  return g_test_run ();
}
