// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-indicator-rule.h"

#include "spil-entity.h"

#define UP SPIL_DIRECTION_UP
#define DOWN SPIL_DIRECTION_DOWN
#define ZERO SPIL_MEASUREMENT_KIND_ZERO
#define AFTER SPIL_MEASUREMENT_KIND_AFTER
#define OTHER SPIL_MEASUREMENT_KIND_COMPARISON
#define NO_TARGET G_MININT64

static SpilDay
day (int month)
{
  return month == 0 ? SPIL_DAY_NONE : spil_day_from_ymd (2018, month, 1);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *what;
    struct
    {
      int month;
      int64_t value;
      int kind;
    } points[3];
    gsize n_points;
    int direction;
    int64_t target;
    int target_month;
    int today;
    int64_t value;
    gboolean reached;
    SpilTrend trend;
    int light;
  } cases[] = {
    { "nothing", { { 0 } }, 0, UP, 100, 12, 6, 0, FALSE, SPIL_TREND_UNKNOWN, 0 },
    { "no target", { { 1, 10, ZERO } }, 1, UP, NO_TARGET, 0, 6, 10, FALSE, SPIL_TREND_UNKNOWN, 0 },
    { "no direction",
      { { 1, 10, ZERO }, { 2, 20, AFTER } },
      2,
      0,
      100,
      12,
      6,
      20,
      FALSE,
      SPIL_TREND_UNKNOWN,
      0 },
    { "reached",
      { { 1, 0, ZERO }, { 5, 100, AFTER } },
      2,
      UP,
      100,
      12,
      6,
      100,
      TRUE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_GREEN },
    { "on the line",
      { { 1, 0, ZERO }, { 6, 60, AFTER } },
      2,
      UP,
      120,
      12,
      6,
      60,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_GREEN },
    { "behind, getting better",
      { { 1, 0, ZERO }, { 6, 20, AFTER } },
      2,
      UP,
      120,
      12,
      6,
      20,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_AMBER },
    { "behind, one measurement",
      { { 1, 0, ZERO } },
      1,
      UP,
      120,
      12,
      6,
      0,
      FALSE,
      SPIL_TREND_UNKNOWN,
      SPIL_LIGHT_AMBER },
    { "behind, the same",
      { { 1, 5, ZERO }, { 6, 5, AFTER } },
      2,
      UP,
      120,
      12,
      6,
      5,
      FALSE,
      SPIL_TREND_SAME,
      SPIL_LIGHT_RED },
    { "behind, worse",
      { { 1, 5, ZERO }, { 6, 4, AFTER } },
      2,
      UP,
      120,
      12,
      6,
      4,
      FALSE,
      SPIL_TREND_WORSE,
      SPIL_LIGHT_RED },
    { "the date has passed",
      { { 1, 0, ZERO }, { 6, 60, AFTER } },
      2,
      UP,
      120,
      6,
      7,
      60,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_RED },
    { "less is better",
      { { 1, 100, ZERO }, { 6, 50, AFTER } },
      2,
      DOWN,
      40,
      12,
      3,
      50,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_GREEN },
    { "less is better, more",
      { { 1, 100, ZERO }, { 6, 150, AFTER } },
      2,
      DOWN,
      40,
      12,
      6,
      150,
      FALSE,
      SPIL_TREND_WORSE,
      SPIL_LIGHT_RED },
    { "no date",
      { { 1, 0, ZERO }, { 6, 60, AFTER } },
      2,
      UP,
      120,
      0,
      6,
      60,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_AMBER },
    { "comparison groups aside",
      { { 1, 0, ZERO }, { 5, 70, AFTER }, { 6, 1, OTHER } },
      3,
      UP,
      120,
      12,
      6,
      70,
      FALSE,
      SPIL_TREND_BETTER,
      SPIL_LIGHT_GREEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilIndicatorPoint points[3];
    SpilIndicatorTarget target = { cases[i].target, day (cases[i].target_month) };
    SpilIndicatorFigures figures;

    g_test_message ("%s", cases[i].what);
    for (gsize p = 0; p < cases[i].n_points; p++)
      points[p] = (SpilIndicatorPoint) { day (cases[i].points[p].month), cases[i].points[p].value,
                                         cases[i].points[p].kind, 0 };
    figures = spil_indicator_figures (points, cases[i].n_points, cases[i].direction,
                                      cases[i].target == NO_TARGET ? NULL : &target, day (cases[i].today));
    g_assert_cmpint (figures.has_value, ==, cases[i].n_points > 0);
    g_assert_cmpint (figures.value, ==, cases[i].value);
    g_assert_cmpint (figures.reached, ==, cases[i].reached);
    g_assert_cmpint (figures.trend, ==, cases[i].trend);
    g_assert_cmpint (figures.light, ==, cases[i].light);
    if (figures.has_value && figures.has_target)
      g_assert_cmpint (figures.distance, ==, cases[i].value - cases[i].target);
  }
}

static void
test_labels (void)
{
  g_assert_cmpstr (spil_trend_label (SPIL_TREND_UNKNOWN), ==, "");
  g_assert_cmpstr (spil_trend_label (SPIL_TREND_BETTER), ==, "Better");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-rule/figures", test_figures);
  g_test_add_func ("/indicator-rule/labels", test_labels);
  return g_test_run ();
}
