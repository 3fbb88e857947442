// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The load of owners: what the cells, the summary and the table say. */
#include <string.h>

#include "sample-load.h"
#include "spil-load-chart.h"

#define PERIODS 8

static SpilChartHits *
draw (SpilChart *chart, double width)
{
  SpilChartHits *hits = spil_chart_hits_new ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_chart_draw (chart, cr, width, spil_chart_natural_height (chart, width, &style), &style, hits);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return hits;
}

/* A cell is there when something runs, at the place that its index says, and tells all of it. */
static void
test_cells (gconstpointer data)
{
  static const struct
  {
    int owner, period;
    const char *name;
    const char *description; /* NULL: no cell */
  } cases[] = {
    { 0, 2, "Projectleider, sep 2018", "3 activities, 24,5 hours a week, of 1 the hours are not stated" },
    { 0, 3, "Projectleider, okt 2018",
      "5 activities, 44 hours a week, of 1 the hours are not stated, above the norm" },
    { 0, 6, "Projectleider, jan 2019", "1 activity, 8 hours a week" },
    { 0, 7, NULL, NULL },
    { 1, 0, "Duurzaamheids- en mobiliteitsmakelaar, jul 2018", "1 activity, of 1 the hours are not stated" },
    { 2, 5, NULL, NULL },
    { 2, 4, "owner not stated, nov 2018", "2 activities, 16 hours a week, of 1 the hours are not stated" },
  };
  double width = *(const double *) data;
  g_autoptr (SpilChart) chart = sample_load ();
  g_autoptr (SpilChartHits) hits = draw (chart, width);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilChartBox *box = spil_chart_hits_find (hits, SPIL_CHART_PART_TOKEN,
                                                    cases[i].owner * PERIODS + cases[i].period);

    if (cases[i].name == NULL) {
      g_assert_null (box);
      continue;
    }
    g_assert_nonnull (box);
    g_assert_cmpstr (box->name, ==, cases[i].name);
    g_assert_cmpstr (box->description, ==, cases[i].description);
  }
}

/* Cells of one owner stand beside each other, those of the next one below them, and none overlaps another. */
static void
test_places (gconstpointer data)
{
  double width = *(const double *) data;
  g_autoptr (SpilChart) chart = sample_load ();
  g_autoptr (SpilChartHits) hits = draw (chart, width);

  for (int i = 0; i < spil_chart_hits_get_count (hits); i++)
    for (int j = 0; j < i; j++) {
      const SpilChartBox *a = spil_chart_hits_get (hits, i);
      const SpilChartBox *b = spil_chart_hits_get (hits, j);

      if (a->index / PERIODS == b->index / PERIODS)
        g_assert_true (a->y == b->y && a->x >= b->x + b->width - 0.01);
      else
        g_assert_true (a->y >= b->y + b->height);
    }
}

static void
test_summary (void)
{
  g_autoptr (SpilChart) chart = sample_load ();
  g_autofree char *summary = spil_chart_dup_summary (chart);

  g_assert_cmpstr (summary, ==,
                   "Load of 3 owners, jul 2018 to feb 2019. Above the norm: Projectleider (okt 2018); "
                   "Projectleider (nov 2018).");
}

static void
test_table (void)
{
  g_autoptr (SpilChart) chart = sample_load ();
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);

  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 7 + 5 + 5);
  g_assert_cmpstr (spil_chart_table_get_text (table, 3, 1), ==, "okt 2018");
  g_assert_cmpstr (spil_chart_table_get_text (table, 3, 2), ==, "5");
  g_assert_cmpstr (spil_chart_table_get_text (table, 3, 3), ==, "44");
  g_assert_cmpstr (spil_chart_table_get_text (table, 3, 4), ==, "above the norm");
  g_assert_cmpstr (spil_chart_table_get_text (table, 7, 3), ==, "");
}

int
main (int argc, char **argv)
{
  static const double narrow = 330, wide = 1100;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/load/cells/narrow", &narrow, test_cells);
  g_test_add_data_func ("/load/cells/wide", &wide, test_cells);
  g_test_add_data_func ("/load/places/narrow", &narrow, test_places);
  g_test_add_data_func ("/load/places/wide", &wide, test_places);
  g_test_add_func ("/load/summary", test_summary);
  g_test_add_func ("/load/table", test_table);
  return g_test_run ();
}
