// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Charts of money: their formulas, where their words come to lie, and that table, words and drawing have the same figures. */
#include "sample-money.h"
#include "spil-burn-down.h"
#include "spil-cash-chart.h"
#include "spil-fund-room.h"
#include "spil-money-chart.h"
#include "spil-money.h"
#include "spil-source-flow.h"

#define day spil_day_from_ymd

static void
test_pace (void)
{
  static const struct
  {
    int64_t spent;
    int first[3], last[3], today[3];
    gboolean known;
    int64_t pace;
  } cases[] = {
    { 5000000, { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 11, 1 }, TRUE, 7419355 }, /* 124 of 184 days */
    { 100, { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 7, 1 }, TRUE, 18400 }, /* the first evening */
    { 100, { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 12, 31 }, TRUE, 100 }, /* the last */
    { 100, { 2018, 7, 1 }, { 2018, 12, 31 }, { 2019, 6, 1 }, TRUE, 100 }, /* after it */
    { 100, { 2018, 7, 1 }, { 2018, 12, 31 }, { 2018, 6, 30 }, FALSE, -1 }, /* before it */
    { -300, { 2018, 1, 1 }, { 2018, 1, 2 }, { 2018, 1, 1 }, TRUE, -600 },
    { 0, { 2018, 1, 1 }, { 2018, 1, 1 }, { 2018, 1, 1 }, TRUE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const int *first = cases[i].first, *last = cases[i].last, *today = cases[i].today;
    int64_t pace = -1;

    g_assert_cmpint (spil_burn_down_pace (cases[i].spent, day (first[0], first[1], first[2]),
                                          day (last[0], last[1], last[2]), day (today[0], today[1], today[2]),
                                          &pace),
                     ==, cases[i].known);
    g_assert_cmpint (pace, ==, cases[i].pace);
  }
}

static void
test_plan (void)
{
  const SpilDay first = day (2018, 7, 1), last = day (2018, 12, 31);

  g_assert_cmpint (spil_burn_down_plan (18400, first, last, day (2018, 6, 30)), ==, 0);
  g_assert_cmpint (spil_burn_down_plan (18400, first, last, day (2018, 7, 1)), ==, 100);
  g_assert_cmpint (spil_burn_down_plan (18400, first, last, day (2018, 7, 31)), ==, 3100);
  g_assert_cmpint (spil_burn_down_plan (18400, first, last, last), ==, 18400);
  g_assert_cmpint (spil_burn_down_plan (18400, first, last, day (2020, 1, 1)), ==, 18400);
}

static void
test_words (void)
{
  static const struct
  {
    int64_t cents;
    const char *text;
    const char *thousands;
  } cases[] = {
    { 0, "€\u00a00", "0" },
    { 1, "€\u00a00,01", "0" },
    { 9999, "€\u00a099,99", "0,1" },
    { 10000, "€\u00a0100", "0,1" },
    { 95150000, "€\u00a0951.500", "951,5" },
    { -1650050, "−€\u00a016.501", "−16,5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = spil_money_chart_text (cases[i].cents);
    g_autofree char *thousands = spil_money_chart_thousands (cases[i].cents);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (thousands, ==, cases[i].thousands);
  }
}

static SpilChart *
make (const char *name)
{
  for (const SampleChart *sample = sample_money_charts; sample->name != NULL; sample++)
    if (g_str_equal (sample->name, name))
      return sample->make ();
  g_assert_not_reached ();
}

static SpilChartHits *
draw_at (SpilChart *chart, double width, double height)
{
  SpilChartHits *hits = spil_chart_hits_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_chart_draw (chart, cr, width, height > 0 ? height : spil_chart_natural_height (chart, width, &style),
                   &style, hits);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return hits;
}

/* No two words lie on each other: what finds no free place is not drawn. */
static void
test_spots (void)
{
  g_autoptr (SpilChart) chart = make ("burn");
  SpilChartStyle style;
  SpilChartPainter painter;
  SpilLabelSpots spots;
  const SpilChartPut here = { .x = 50, .y = 50 }, under = { .x = 50, .y = 80 }, out = { .x = 50, .y = 95 };

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  painter = spil_chart_get_painter (chart, 200, 100, &style);
  spots = (SpilLabelSpots) { .painter = &painter, .within = { 0, 0, 200, 100 } };
  g_assert_true (spil_label_spots_put (&spots, "€ 1", (SpilChartPut[]) { here, under }, 2));
  g_assert_cmpfloat (spots.boxes[0].y, ==, 50);
  g_assert_true (spil_label_spots_put (&spots, "€ 2", (SpilChartPut[]) { here, under }, 2));
  g_assert_cmpfloat (spots.boxes[1].y, ==, 80);
  g_assert_false (spil_label_spots_put (&spots, "€ 3", (SpilChartPut[]) { here, under, out }, 3));
  g_assert_cmpint (spots.count, ==, 2);
  g_assert_true (
      spil_label_spots_put (&spots, "een heel eind naar rechts", &(SpilChartPut) { .x = 190, .y = 10 }, 1));
  g_assert_cmpfloat (spots.boxes[2].x + spots.boxes[2].width, <=, 200);
}

/* The boxes of a part, which must not touch each other; returns how many there are. */
static int
assert_apart (const SpilChartHits *hits, SpilChartPart part)
{
  int count = 0;

  for (int i = 0; i < spil_chart_hits_get_count (hits); i++) {
    const SpilChartBox *a = spil_chart_hits_get (hits, i);

    if (a->part != part)
      continue;
    count++;
    g_assert_nonnull (a->description);
    for (int j = 0; j < i; j++) {
      const SpilChartBox *b = spil_chart_hits_get (hits, j);

      g_assert_true (b->part != part || a->x + a->width <= b->x + 0.01 || b->x + b->width <= a->x + 0.01 ||
                     a->y + a->height <= b->y + 0.01 || b->y + b->height <= a->y + 0.01);
    }
  }
  return count;
}

static void
test_apart (void)
{
  static const struct
  {
    const char *name;
    SpilChartPart part;
    int count;
  } cases[] = {
    { "cash", SPIL_CHART_PART_TOKEN, 4 },        { "cash-long", SPIL_CHART_PART_TOKEN, 40 },
    { "sources", SPIL_CHART_PART_TOKEN, 7 },     { "sources-many", SPIL_CHART_PART_TOKEN, 20 },
    { "sources-odd", SPIL_CHART_PART_TOKEN, 2 }, { "sources-pm", SPIL_CHART_PART_TOKEN, 1 },
    { "fund", SPIL_CHART_PART_TOKEN, 2 },        { "fund-odd", SPIL_CHART_PART_TOKEN, 3 },
  };
  static const double sizes[][2] = { { 340, 0 }, { 900, 0 }, { 900, 260 }, { 1600, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++) {
      g_autoptr (SpilChart) chart = make (cases[i].name);
      g_autoptr (SpilChartHits) hits = draw_at (chart, sizes[j][0], sizes[j][1]);

      g_assert_cmpint (assert_apart (hits, cases[i].part), ==, cases[i].count);
    }
}

/* Sources stand at the left, also what no source covers; the boxes of one source are as high as its amount. */
static void
test_flow (void)
{
  g_autoptr (SpilChart) chart = make ("sources");
  g_autoptr (SpilChartHits) wide = draw_at (chart, 900, 600);
  g_autoptr (SpilChartHits) narrow = draw_at (chart, 340, 0);
  const SpilChartBox *state = spil_chart_hits_find (wide, SPIL_CHART_PART_STAGE, 0);
  const SpilChartBox *region = spil_chart_hits_find (wide, SPIL_CHART_PART_STAGE, 1);

  g_assert_cmpint (assert_apart (wide, SPIL_CHART_PART_STAGE), ==, 3);
  g_assert_cmpfloat_with_epsilon (state->height / region->height, 66200.0 / 20450.0, 0.01);
  g_assert_cmpstr (spil_chart_hits_find (wide, SPIL_CHART_PART_STAGE, 2)->name, ==, "Not covered yet");
  g_assert_null (spil_chart_hits_find (narrow, SPIL_CHART_PART_STAGE, 0));
}

/* Every line of the table adds up: what sources pay and what none pays is the line; the total is the sum of the lines. */
static void
test_flow_adds_up (void)
{
  static const char *const names[] = { "sources", "sources-many", "sources-one" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (SpilChart) chart = make (names[i]);
    g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);
    const int columns = spil_chart_table_get_n_columns (table);
    const int rows = spil_chart_table_get_n_rows (table);

    for (int row = 0; row < rows; row++) {
      int64_t line = 0, sum = 0;

      if (g_str_equal (spil_chart_table_get_text (table, row, 1), "PM"))
        continue;
      g_assert_true (spil_money_parse (spil_chart_table_get_text (table, row, 1), &line));
      for (int column = 2; column < columns - 1; column++) {
        int64_t cents = 0;

        if (*spil_chart_table_get_text (table, row, column) != '\0')
          g_assert_true (spil_money_parse (spil_chart_table_get_text (table, row, column), &cents));
        sum += cents;
      }
      g_assert_cmpint (sum, ==, line);
    }
  }
}

static void
assert_says (const char *name, const char *const *parts)
{
  g_autoptr (SpilChart) chart = make (name);
  g_autofree char *summary = spil_chart_dup_summary (chart);

  for (; *parts != NULL; parts++)
    if (strstr (summary, *parts) == NULL)
      g_error ("%s: “%s” does not say “%s”", name, summary, *parts);
}

static void
test_summaries (void)
{
  assert_says ("burn-over", (const char *const[]) { "€\u00a050.000 over budget",
                                                    "€\u00a050.000 to €\u00a0110.000 short", NULL });
  assert_says ("burn-late", (const char *const[]) { "€\u00a012.000 left", NULL });
  assert_says ("burn-zero",
               (const char *const[]) { "Budget of €\u00a00. On 15-10-2018: €\u00a00 spent", NULL });
  assert_says ("cash",
               (const char *const[]) { "Q3 2018 to Q2 2019", "€\u00a0380.000 spent",
                                       "together €\u00a0910.000 of a budget of €\u00a0951.500", NULL });
  assert_says ("cash-odd", (const char *const[]) { "together €\u00a09.955.000", NULL });
  assert_says ("sources", (const char *const[]) { "Regio €\u00a0204.500", "€\u00a085.000 is not covered yet",
                                                  "€\u00a0167.000 of co-financing", NULL });
  assert_says ("sources-odd",
               (const char *const[]) { "Gemeente €\u00a00,01", "Rijk €\u00a012.000.000", NULL });
  assert_says ("fund", (const char *const[]) { "room €\u00a098.500 of the ceiling of €\u00a0200.000",
                                               "between 03-12-2018 and 18-03-2019",
                                               "€\u00a07.000 over the ceiling of €\u00a050.000",
                                               "the money is gone", NULL });
  assert_says ("fund-odd",
               (const char *const[]) { "no ceiling stated", "at the earliest on 15-10-2018", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/money/pace", test_pace);
  g_test_add_func ("/charts/money/plan", test_plan);
  g_test_add_func ("/charts/money/words", test_words);
  g_test_add_func ("/charts/money/spots", test_spots);
  g_test_add_func ("/charts/money/apart", test_apart);
  g_test_add_func ("/charts/money/flow", test_flow);
  g_test_add_func ("/charts/money/flow-adds-up", test_flow_adds_up);
  g_test_add_func ("/charts/money/summaries", test_summaries);
  return g_test_run ();
}
