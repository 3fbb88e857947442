// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The core: hit boxes, tables, laid out texts, scales and numbers. */
#include <math.h>
#include <pango/pangocairo.h>

#include "sample-charts.h"
#include "spil-chart-axis.h"
#include "spil-chart.h"

static void
add_box (SpilChartHits *hits, SpilChartPart part, int index, double x, double width)
{
  spil_chart_hits_add (
      hits, &(SpilChartBox) { part, index, x, 0, width, 10, g_strdup_printf ("box %d", index), NULL });
}

static void
test_hits (void)
{
  static const struct
  {
    double x, y, slack;
    int index; /* -1: none */
  } cases[] = {
    { 5, 5, 0, 0 }, /* only the row lies there */
    { 25, 5, 0, 1 }, /* a bar wins over its row */
    { 33, 5, 0, 2 }, /* the later one lies on top */
    { 18, 5, 0, 0 }, /* beside the bar is the row ... */
    { 18, 5, 4, 1 }, /* ... unless some slack is given */
    { 25, 13, 4, 1 }, /* also below it */
    { 25, 50, 4, -1 }, /* too far away */
    { 500, 5, 4, -1 }, { 59, 5, 30, 3 }, /* the nearer of two */
  };
  g_autoptr (SpilChartHits) hits = spil_chart_hits_new ();

  add_box (hits, SPIL_CHART_PART_ROW, 0, 0, 400);
  add_box (hits, SPIL_CHART_PART_BAR, 1, 20, 15);
  add_box (hits, SPIL_CHART_PART_BAR, 2, 32, 10);
  add_box (hits, SPIL_CHART_PART_BAR, 3, 60, 10);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilChartBox *box = spil_chart_hits_at (hits, cases[i].x, cases[i].y, cases[i].slack);

    g_assert_cmpint (box != NULL ? box->index : -1, ==, cases[i].index);
  }
  g_assert_cmpint (spil_chart_hits_get_count (hits), ==, 4);
  g_assert_cmpstr (spil_chart_hits_get (hits, 2)->name, ==, "box 2");
  g_assert_nonnull (spil_chart_hits_find (hits, SPIL_CHART_PART_BAR, 3));
  g_assert_null (spil_chart_hits_find (hits, SPIL_CHART_PART_POINT, 3));
  spil_chart_hits_clear (hits);
  g_assert_cmpint (spil_chart_hits_get_count (hits), ==, 0);
  g_assert_null (spil_chart_hits_at (hits, 5, 5, 100));
}

static void
test_table (void)
{
  g_autoptr (SpilChartTable) table = spil_chart_table_new ();

  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 0);
  spil_chart_table_add_column (table, "Naam", FALSE);
  spil_chart_table_add_column (table, "Bedrag", TRUE);
  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 0);
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, "Toolkit");
  spil_chart_table_take (table, g_strdup ("12"));
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, "Zonder bedrag");
  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 2);
  g_assert_cmpint (spil_chart_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (spil_chart_table_get_title (table, 1), ==, "Bedrag");
  g_assert_true (spil_chart_table_is_numeric (table, 1));
  g_assert_false (spil_chart_table_is_numeric (table, 0));
  g_assert_cmpstr (spil_chart_table_get_text (table, 0, 1), ==, "12");
  g_assert_cmpstr (spil_chart_table_get_text (table, 1, 0), ==, "Zonder bedrag");
  g_assert_cmpstr (spil_chart_table_get_text (table, 1, 1), ==, "");
}

static void
test_text_cache (void)
{
  g_autoptr (SpilChartText) text = spil_chart_text_new ();
  g_autofree char *longest = g_strnfill (10240, 'W');
  const SpilChartLabel *label;
  SpilChartStyle style;
  double width;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_chart_text_begin (text, &style);
  label = spil_chart_text_get (text, "Makelaar", SPIL_CHART_TEXT_BODY, -1, 1);
  width = label->width;
  g_assert_cmpfloat (width, >, 20);
  g_assert_false (label->cut);
  g_assert_cmpuint (spil_chart_text_get_misses (text), ==, 1);
  /* A text that fits is laid out once, however much room there is. */
  for (int room = (int) width + 1; room < 400; room++)
    g_assert_cmpfloat (spil_chart_text_get (text, "Makelaar", SPIL_CHART_TEXT_BODY, room, 2)->width, ==,
                       width);
  spil_chart_text_begin (text, &style);
  g_assert_cmpuint (spil_chart_text_get_misses (text), ==, 1);

  label = spil_chart_text_get (text, longest, SPIL_CHART_TEXT_BODY, 100, 1);
  g_assert_true (label->cut);
  g_assert_cmpfloat (label->width, <=, 100);
  g_assert_cmpint (pango_layout_get_line_count (label->layout), ==, 1);
  label = spil_chart_text_get (text, "twee regels zijn hier genoeg om iets te zeggen", SPIL_CHART_TEXT_BODY,
                               90, 2);
  g_assert_cmpint (pango_layout_get_line_count (label->layout), ==, 2);

  /* Another size forgets what was laid out. */
  style.font_size = 28;
  spil_chart_text_begin (text, &style);
  label = spil_chart_text_get (text, "Makelaar", SPIL_CHART_TEXT_BODY, -1, 1);
  g_assert_cmpfloat (fabs (label->width - 2 * width), <, 1);
}

static void
test_text_cache_is_bounded (void)
{
  g_autoptr (SpilChartText) text = spil_chart_text_new ();
  SpilChartStyle style;
  guint before;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_chart_text_begin (text, &style);
  for (int i = 0; i < 6000; i++) {
    g_autofree char *number = g_strdup_printf ("%d", i);

    spil_chart_text_get (text, number, SPIL_CHART_TEXT_SMALL, -1, 1);
    /* What is used all the time stays. */
    spil_chart_text_get (text, "blijft", SPIL_CHART_TEXT_SMALL, -1, 1);
  }
  g_assert_cmpuint (spil_chart_text_get_misses (text), ==, 6001);
  before = spil_chart_text_get_misses (text);
  spil_chart_text_get (text, "5999", SPIL_CHART_TEXT_SMALL, -1, 1);
  g_assert_cmpuint (spil_chart_text_get_misses (text), ==, before);
  spil_chart_text_get (text, "0", SPIL_CHART_TEXT_SMALL, -1, 1);
  g_assert_cmpuint (spil_chart_text_get_misses (text), ==, before + 1);
}

static void
test_scale (void)
{
  static const struct
  {
    double low, high;
    int steps;
    double from, to, step;
  } cases[] = {
    { 0, 325, 4, 0, 400, 100 },
    { 0, 1000, 5, 0, 1000, 200 },
    { 0, 951500, 5, 0, 1000000, 200000 },
    { -30, 100, 6, -50, 100, 25 },
    { 212, 240, 5, 210, 240, 10 },
    { 0, 0, 5, 0, 1, 0.2 },
    { 5, 5, 2, 5, 10, 2.5 },
    { 100, 0, 5, 0, 100, 20 },
    { NAN, INFINITY, 4, 0, 1, 0.25 },
    { 0, 0.0004, 4, 0, 0.0004, 0.0001 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SpilChartScale scale = spil_chart_scale (cases[i].low, cases[i].high, cases[i].steps);
    double slack = cases[i].step * 1e-6;

    g_assert_cmpfloat_with_epsilon (scale.low, cases[i].from, slack);
    g_assert_cmpfloat_with_epsilon (scale.high, cases[i].to, slack);
    g_assert_cmpfloat_with_epsilon (scale.step, cases[i].step, slack);
    g_assert_cmpfloat_with_epsilon (spil_chart_scale_tick (&scale, spil_chart_scale_count (&scale) - 1),
                                    scale.high, slack);
    g_assert_cmpfloat (spil_chart_scale_place (&scale, scale.high, 0, 100), ==, 100);
    g_assert_cmpfloat (spil_chart_scale_place (&scale, NAN, 0, 100), ==, 0);
  }
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },   { 358, "358" },    { 2.25, "2,25" }, { 0.391, "0,39" }, { 1234567, "1.234.567" },
    { NAN, "–" }, { INFINITY, "–" },
  };
  SpilChartScale large = spil_chart_scale (0, 95150000, 5);
  SpilChartScale small = spil_chart_scale (0, 90000, 5);
  g_autofree char *thousands = spil_chart_euro_tick (&large, 20000000);
  g_autofree char *euros = spil_chart_euro_tick (&small, 20000);
  g_autofree char *share = spil_chart_percent (0.4);
  g_autofree char *no_share = spil_chart_percent (NAN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = spil_chart_number (cases[i].value);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
  g_assert_cmpstr (thousands, ==, "200");
  g_assert_cmpstr (euros, ==, "200");
  g_assert_cmpstr (spil_chart_euro_caption (&small), ==, "€");
  g_assert_cmpstr (share, ==, "40\u00a0%");
  g_assert_cmpstr (no_share, ==, "–");
}

static void
test_period_kind (void)
{
  static const struct
  {
    double day_width;
    SpilPeriodKind kind;
  } cases[] = {
    { 40, SPIL_PERIOD_DAY },      { 8, SPIL_PERIOD_WEEK },   { 2, SPIL_PERIOD_MONTH },
    { 0.6, SPIL_PERIOD_QUARTER }, { 0.1, SPIL_PERIOD_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (spil_chart_period_kind (cases[i].day_width, 14), ==, cases[i].kind);
  g_assert_cmpint (spil_chart_year_stride (1, 14), ==, 1);
  g_assert_cmpint (spil_chart_year_stride (0.01, 14), ==, 20);
}

static void
test_references (void)
{
  SpilChart *chart = sample_charts[0].make ();

  g_assert_true (spil_chart_ref (chart) == chart);
  spil_chart_unref (chart);
  g_assert_cmpstr (spil_chart_get_name (chart), ==, "gantt");
  spil_chart_unref (chart);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/hits", test_hits);
  g_test_add_func ("/charts/table", test_table);
  g_test_add_func ("/charts/text/cache", test_text_cache);
  g_test_add_func ("/charts/text/bounded", test_text_cache_is_bounded);
  g_test_add_func ("/charts/axis/scale", test_scale);
  g_test_add_func ("/charts/axis/numbers", test_numbers);
  g_test_add_func ("/charts/axis/period-kind", test_period_kind);
  g_test_add_func ("/charts/references", test_references);
  return g_test_run ();
}
