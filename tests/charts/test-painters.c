// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Every chart on every kind of surface, in every look, with good, empty and hostile data. */
#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "sample-money.h"
#include "spil-budget-bars.h"
#include "spil-burn-down.h"
#include "spil-funnel.h"
#include "spil-risk-matrix.h"
#include "spil-trend-chart.h"

static cairo_status_t
swallow (void *closure, const unsigned char *bytes, unsigned int length)
{
  gsize *total = closure;

  *total += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (int kind, double width, double height, gsize *total)
{
  switch (kind) {
  case 0:
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  case 1:
    return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  case 2:
    return cairo_pdf_surface_create_for_stream (swallow, total, width, height);
  default:
    return cairo_svg_surface_create_for_stream (swallow, total, width, height);
  }
}

static void
assert_boxes_inside (const SpilChartHits *hits, double width, double height, const char *name)
{
  for (int i = 0; i < spil_chart_hits_get_count (hits); i++) {
    const SpilChartBox *box = spil_chart_hits_get (hits, i);

    g_assert_nonnull (box->name);
    if (!(box->x >= -1 && box->x + box->width <= width + 1 && box->y >= -1 &&
          box->y + box->height <= height + 1))
      g_error ("%s: box %d “%s” at %g,%g %gx%g lies outside of %gx%g", name, i, box->name, box->x, box->y,
               box->width, box->height, width, height);
  }
}

static void
draw_on_all (const SampleChart *sample, gboolean inside)
{
  static const double widths[] = { 340, 900 };
  g_autoptr (SpilChart) chart = sample->make ();
  g_autoptr (SpilChartHits) hits = spil_chart_hits_new ();
  SpilChartStyle style;

  for (int look = 0; look < SPIL_LOOK_COUNT; look++)
    for (int kind = 0; kind < 4; kind++)
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
        gsize total = 0;
        double height;
        cairo_surface_t *surface;
        cairo_t *cr;

        spil_chart_style_init (&style, (SpilLook) look, 14);
        height = spil_chart_natural_height (chart, widths[i], &style);
        g_assert_cmpfloat (height, >, 20);
        surface = make_surface (kind, widths[i], height, &total);
        cr = cairo_create (surface);
        spil_chart_draw (chart, cr, widths[i], height, &style, hits);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_finish (surface);
        g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_destroy (surface);
        g_assert_true (kind < 2 || total > 0);
        if (inside)
          assert_boxes_inside (hits, widths[i], height, sample->name);
      }
}

static void
test_samples (gconstpointer data)
{
  const SampleChart *sample = data;
  g_autoptr (SpilChart) chart = sample->make ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

  draw_on_all (sample, TRUE);
  g_assert_true (g_str_has_suffix (summary, "."));
  g_assert_true (g_utf8_validate (summary, -1, NULL));
  g_assert_cmpint (spil_chart_table_get_n_rows (table), >, 1);
}

static void
test_money (gconstpointer data)
{
  const SampleChart *sample = data;
  g_autoptr (SpilChart) chart = sample->make ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

  draw_on_all (sample, TRUE);
  g_assert_true (g_str_has_suffix (summary, "."));
  g_assert_cmpint (spil_chart_table_get_n_rows (table), >, 0);
}

static void
test_empty (gconstpointer data)
{
  const SampleChart *sample = data;
  g_autoptr (SpilChart) chart = sample->make ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

  draw_on_all (sample, TRUE);
  g_assert_cmpstr (summary, !=, "");
  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 0);
  g_assert_cmpint (spil_chart_table_get_n_columns (table), >, 1);
}

static void
test_hostile (gconstpointer data)
{
  const SampleChart *sample = data;
  g_autoptr (SpilChart) chart = sample->make ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

  draw_on_all (sample, FALSE);
  g_assert_cmpstr (summary, !=, "");
  g_assert_cmpint (spil_chart_table_get_n_rows (table), >, 0);
}

/* Surfaces of no size, of one unit and of the whole wall. */
static void
test_odd_sizes (gconstpointer data)
{
  static const double sizes[] = { -5, 0, 1, 7, 20000 };
  const SampleChart *sample = data;
  g_autoptr (SpilChart) chart = sample->make ();
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++) {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);

      spil_chart_draw (chart, cr, sizes[i], sizes[j], &style, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static SpilChart *
find_sample (const char *name)
{
  for (const SampleChart *sample = sample_charts; sample->name != NULL; sample++)
    if (g_str_equal (sample->name, name))
      return sample->make ();
  g_assert_not_reached ();
}

static void
assert_says (const char *text, const char *const *parts)
{
  for (; *parts != NULL; parts++)
    if (strstr (text, *parts) == NULL)
      g_error ("“%s” does not say “%s”", text, *parts);
}

/* The summary, the table and the boxes speak of the same figures. */
static void
test_figures (void)
{
  static const struct
  {
    const char *name;
    const char *summary[5];
    int row, column;
    const char *cell;
    int rows;
  } cases[] = {
    { "budget",
      { "7 lines", "€\u00a0951.500 + PM", "€\u00a0358.150 free", "1 line is over budget" },
      2,
      4,
      "−€\u00a016.500",
      8 },
    { "budget", { NULL }, 6, 1, "PM", 8 },
    { "budget", { NULL }, 7, 1, "€\u00a0951.500 + PM", 8 },
    { "burn",
      { "€\u00a0951.500", "64\u00a0% is used and 58\u00a0% of the time", "€\u00a0380.000 spent",
        "€\u00a041.500 to €\u00a0341.500 left" },
      2,
      4,
      "€\u00a0593.150",
      10 },
    { "funnel",
      { "4 stages", "Bekendheid 248", "Maatregelen en spitsmijdingen 41 (55\u00a0%)" },
      3,
      1,
      "41",
      4 },
    { "funnel", { NULL }, 1, 4, "Bewustwording en ondersteuning; Bereikbaarheidsfonds/ondersteuning", 4 },
    { "risks", { "6 risks", "1 without a score", "2 Het bereikbaarheidsfonds" }, 0, 3, "no score", 6 },
    { "trend", { "358 spitsmijdingen per werkdag", "212", "600", "not reached" }, 1, 2, "240", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilChart) chart = find_sample (cases[i].name);
    g_autofree char *summary = spil_chart_dup_summary (chart);
    g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

    assert_says (summary, cases[i].summary);
    g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, cases[i].rows);
    g_assert_cmpstr (spil_chart_table_get_text (table, cases[i].row, cases[i].column), ==, cases[i].cell);
  }
}

static SpilChartHits *
draw_sample (const char *name, double width, double height)
{
  g_autoptr (SpilChart) chart = find_sample (name);
  SpilChartHits *hits = spil_chart_hits_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_chart_draw (chart, cr, width, height, &style, hits);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return hits;
}

static void
test_tokens_do_not_overlap (void)
{
  static const double widths[] = { 340, 900 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++) {
    g_autoptr (SpilChartHits) hits = draw_sample ("risks", widths[w], 500);

    g_assert_nonnull (spil_chart_hits_find (hits, SPIL_CHART_PART_TOKEN, 0));
    for (int i = 0; i < spil_chart_hits_get_count (hits); i++)
      for (int j = 0; j < i; j++) {
        const SpilChartBox *a = spil_chart_hits_get (hits, i);
        const SpilChartBox *b = spil_chart_hits_get (hits, j);

        if (a->part != SPIL_CHART_PART_TOKEN || b->part != SPIL_CHART_PART_TOKEN)
          continue;
        g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x || a->y + a->height <= b->y ||
                       b->y + b->height <= a->y);
      }
  }
}

/* A scored token lies in its cell. */
static void
test_tokens_in_cells (void)
{
  g_autoptr (SpilChartHits) hits = draw_sample ("risks", 900, 400);
  const SpilChartBox *cell = spil_chart_hits_find (hits, SPIL_CHART_PART_CELL, 1 * 3 + 2);
  const SpilChartBox *token = spil_chart_hits_find (hits, SPIL_CHART_PART_TOKEN, 3);

  g_assert_cmpfloat (token->x, >=, cell->x);
  g_assert_cmpfloat (token->x + token->width, <=, cell->x + cell->width);
  g_assert_cmpfloat (token->y, >=, cell->y);
  g_assert_cmpfloat (token->y + token->height, <=, cell->y + cell->height);
}

/* Higher values lie higher, later ones more to the right. */
static void
test_points_in_order (void)
{
  g_autoptr (SpilChartHits) trend = draw_sample ("trend", 900, 300);
  g_autoptr (SpilChartHits) burn = draw_sample ("burn", 900, 300);

  for (int i = 1; i < 3; i++) {
    const SpilChartBox *before = spil_chart_hits_find (trend, SPIL_CHART_PART_POINT, i - 1);
    const SpilChartBox *after = spil_chart_hits_find (trend, SPIL_CHART_PART_POINT, i);

    g_assert_cmpfloat (after->x, >, before->x);
    g_assert_cmpfloat (after->y, <, before->y);
    before = spil_chart_hits_find (burn, SPIL_CHART_PART_POINT, i - 1);
    after = spil_chart_hits_find (burn, SPIL_CHART_PART_POINT, i);
    g_assert_cmpfloat (after->x, >, before->x);
    g_assert_cmpfloat (after->y, >, before->y);
  }
}

/* One datum is enough for every chart. */
static void
test_single (void)
{
  static const char *const one[] = { "Middel", NULL };
  SpilBudgetBars *bars = spil_budget_bars_new ();
  SpilBurnDown *burn = spil_burn_down_new (100, spil_day_from_ymd (2018, 7, 1),
                                           spil_day_from_ymd (2018, 7, 1));
  SpilFunnel *funnel = spil_funnel_new ();
  SpilRiskMatrix *matrix = spil_risk_matrix_new (one, one);
  SpilTrendChart *trend = spil_trend_chart_new (NULL);
  SpilChart *charts[5];
  SpilChartStyle style;

  spil_budget_bars_add (bars, &(SpilBudgetBar) { .label = "Fonds", .budget = 1 });
  spil_burn_down_add (
      burn, &(SpilBurnPoint) { .day = spil_day_from_ymd (2018, 7, 1), .actual = 50, .has_actual = TRUE });
  spil_funnel_add_stage (funnel, "Bekendheid", 1, 1);
  spil_risk_matrix_add (matrix, &(SpilRiskToken) { 1, "Risico", 0, 0 });
  spil_trend_chart_add (trend, spil_day_from_ymd (2018, 7, 1), 0, SPIL_TREND_CHART_ZERO);
  charts[0] = spil_budget_bars_to_chart (bars);
  charts[1] = spil_burn_down_to_chart (burn);
  charts[2] = spil_funnel_to_chart (funnel);
  charts[3] = spil_risk_matrix_to_chart (matrix);
  charts[4] = spil_trend_chart_to_chart (trend);
  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (SpilChartHits) hits = spil_chart_hits_new ();
    g_autoptr (SpilChartTable) table = spil_chart_dup_table (charts[i]);
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);

    spil_chart_draw (charts[i], cr, 400, 300, &style, hits);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    g_assert_cmpint (spil_chart_hits_get_count (hits), >=, 1);
    g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 1);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
    spil_chart_unref (charts[i]);
  }
}

static void
add_tests (const SampleChart *samples, const char *path, GTestDataFunc test)
{
  for (; samples->name != NULL; samples++) {
    g_autofree char *name = g_strdup_printf ("/charts/%s/%s", path, samples->name);

    g_test_add_data_func (name, samples, test);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tests (sample_charts, "samples", test_samples);
  add_tests (sample_empty_charts, "empty", test_empty);
  add_tests (sample_hostile_charts, "hostile", test_hostile);
  add_tests (sample_money_charts, "money", test_money);
  add_tests (sample_charts, "odd-sizes", test_odd_sizes);
  add_tests (sample_money_charts, "odd-sizes-money", test_odd_sizes);
  add_tests (sample_hostile_charts, "odd-sizes", test_odd_sizes);
  g_test_add_func ("/charts/figures", test_figures);
  g_test_add_func ("/charts/risks/no-overlap", test_tokens_do_not_overlap);
  g_test_add_func ("/charts/risks/in-cells", test_tokens_in_cells);
  g_test_add_func ("/charts/points-in-order", test_points_in_order);
  g_test_add_func ("/charts/single", test_single);
  return g_test_run ();
}
