// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "sample-charts.h"
#include "spil-gantt-private.h"

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  SpilChartStyle style;
  SpilChartHits *hits;
} Paper;

static void
paper_init (Paper *paper)
{
  paper->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  paper->cr = cairo_create (paper->surface);
  paper->hits = spil_chart_hits_new ();
  spil_chart_style_init (&paper->style, SPIL_LOOK_LIGHT, 14);
}

static void
paper_clear (Paper *paper)
{
  g_assert_cmpint (cairo_status (paper->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (paper->cr);
  cairo_surface_destroy (paper->surface);
  spil_chart_hits_free (paper->hits);
}

static SpilDay
day (const char *text)
{
  SpilDay found = SPIL_DAY_NONE;

  g_assert_true (text == NULL || spil_day_parse (text, &found));
  return found;
}

static SpilChart *
make_one (const char *start, const char *finish, gboolean milestone)
{
  SpilGantt *gantt = spil_gantt_new ();
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;

  row.label = "Nieuwe gebieden: voorbereiding";
  row.start = day (start);
  row.finish = day (finish);
  row.milestone = milestone;
  spil_gantt_add_row (gantt, &row);
  return spil_gantt_to_chart (gantt);
}

static void
test_bar_lies_on_its_days (void)
{
  static const double widths[] = { 340, 900, 1600 };
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    g_autoptr (SpilChart) chart = make_one ("2018-07-01", "2018-12-31", FALSE);
    SpilGanttLayout layout = spil_gantt_lay_out (chart, widths[i], 200, &paper.style);
    const SpilChartBox *box;

    spil_chart_draw (chart, paper.cr, widths[i], 200, &paper.style, paper.hits);
    box = spil_chart_hits_find (paper.hits, SPIL_CHART_PART_BAR, 0);
    g_assert_nonnull (box);
    g_assert_cmpfloat (box->x, ==, spil_gantt_day_to_x (&layout, day ("2018-07-01")));
    g_assert_cmpfloat_with_epsilon (box->x + box->width, spil_gantt_day_to_x (&layout, day ("2019-01-01")),
                                    1e-6);
    g_assert_cmpfloat (box->y, >, spil_gantt_row_to_y (&layout, 0));
    g_assert_cmpfloat (box->y + box->height, <, spil_gantt_row_to_y (&layout, 1));
    g_assert_cmpfloat (box->x + box->width, <=, widths[i]);
    g_assert_cmpstr (box->name, ==, "Nieuwe gebieden: voorbereiding");
    g_assert_nonnull (strstr (box->description, "01-07-2018"));
    g_assert_nonnull (strstr (box->description, "31-12-2018"));
  }
  paper_clear (&paper);
}

static void
test_days_and_rows_round_trip (void)
{
  g_autoptr (SpilChart) chart = sample_large_gantt (100);
  SpilGanttView view = { .first_day = day ("2018-03-05"),
                         .offset_x = 3.5,
                         .offset_y = 117,
                         .day_width = 4.2,
                         .row_height = 30,
                         .label_width = 0 };
  SpilChartStyle style;
  SpilGanttLayout layout;

  spil_chart_style_init (&style, SPIL_LOOK_LIGHT, 14);
  spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
  layout = spil_gantt_lay_out (chart, 700, 400, &style);
  g_assert_cmpfloat (spil_gantt_day_to_x (&layout, view.first_day), ==, -3.5);
  for (int i = -400; i < 400; i++) {
    SpilDay at = spil_day_add (view.first_day, i);
    double x = spil_gantt_day_to_x (&layout, at);

    g_assert_cmpint (spil_day_compare (spil_gantt_x_to_day (&layout, x + 0.01), at), ==, 0);
    g_assert_cmpint (spil_day_compare (spil_gantt_x_to_day (&layout, x + 4.19), at), ==, 0);
  }
  for (int row = 4; row < 20; row++)
    g_assert_cmpint (spil_gantt_y_to_row (&layout, spil_gantt_row_to_y (&layout, row) + 1), ==, row);
  g_assert_cmpint (spil_gantt_y_to_row (&layout, 1), ==, -1);
  g_assert_cmpint (layout.first_row, ==, 3);
}

static void
test_unknown_dates (void)
{
  static const struct
  {
    const char *start, *finish;
    gboolean milestone;
    SpilChartPart part;
    const char *says;
  } cases[] = {
    { NULL, NULL, FALSE, SPIL_CHART_PART_NOTE, "yet to be planned" },
    { NULL, NULL, TRUE, SPIL_CHART_PART_NOTE, "yet to be planned" },
    { "2018-07-01", NULL, FALSE, SPIL_CHART_PART_BAR, "end not stated" },
    { NULL, "2018-12-31", FALSE, SPIL_CHART_PART_BAR, "start not stated" },
    { NULL, "2018-12-31", TRUE, SPIL_CHART_PART_MILESTONE, "milestone on 31-12-2018" },
    { "2018-07-01", NULL, TRUE, SPIL_CHART_PART_MILESTONE, "milestone on 01-07-2018" },
    { "2018-07-01", "2018-12-31", FALSE, SPIL_CHART_PART_BAR, "from 01-07-2018 until 31-12-2018" },
  };
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilChart) chart = make_one (cases[i].start, cases[i].finish, cases[i].milestone);

    spil_chart_draw (chart, paper.cr, 900, 120, &paper.style, paper.hits);
    /* Its bar or what stands for it, and its label. */
    g_assert_cmpint (spil_chart_hits_get_count (paper.hits), ==, 2);
    g_assert_nonnull (spil_chart_hits_find (paper.hits, cases[i].part, 0));
    for (int box = 0; box < 2; box++)
      g_assert_nonnull (strstr (spil_chart_hits_get (paper.hits, box)->description, cases[i].says));
  }
  paper_clear (&paper);
}

/* A known end lies on its day, also when the other is not known. */
static void
test_open_bars_keep_their_known_end (void)
{
  g_autoptr (SpilChart) from = make_one ("2018-07-01", NULL, FALSE);
  g_autoptr (SpilChart) until = make_one (NULL, "2018-12-31", FALSE);
  SpilGanttView view = { .first_day = day ("2018-06-01"), .day_width = 3, .label_width = 0 };
  const SpilChartBox *box;
  SpilGanttLayout layout;
  Paper paper;

  paper_init (&paper);
  spil_gantt_set_view (spil_gantt_from_chart (from), &view);
  spil_gantt_set_view (spil_gantt_from_chart (until), &view);
  layout = spil_gantt_lay_out (from, 900, 120, &paper.style);
  spil_chart_draw (from, paper.cr, 900, 120, &paper.style, paper.hits);
  g_assert_cmpfloat (spil_chart_hits_get (paper.hits, 0)->x, ==,
                     spil_gantt_day_to_x (&layout, day ("2018-07-01")));
  spil_chart_draw (until, paper.cr, 900, 120, &paper.style, paper.hits);
  box = spil_chart_hits_get (paper.hits, 0);
  g_assert_cmpfloat_with_epsilon (box->x + box->width, spil_gantt_day_to_x (&layout, day ("2019-01-01")),
                                  1e-6);
  paper_clear (&paper);
}

/* However long the planning, only what is in view is laid out and drawn. */
static void
test_only_rows_in_view (void)
{
  guint misses[2];
  int boxes[2];
  const int rows[2] = { 100, 10000 };
  Paper paper;

  paper_init (&paper);
  for (int i = 0; i < 2; i++) {
    g_autoptr (SpilChart) chart = sample_large_gantt (rows[i]);
    SpilGanttView view = {
      .first_day = day ("2018-01-01"), .offset_y = 300, .day_width = 1.5, .row_height = 30, .label_width = 200
    };
    SpilGanttLayout layout;

    spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
    layout = spil_gantt_lay_out (chart, 1200, 900, &paper.style);
    g_assert_cmpint (layout.first_row, ==, 10);
    g_assert_cmpint (layout.end_row - layout.first_row, <=, 31);
    spil_chart_draw (chart, paper.cr, 1200, 900, &paper.style, paper.hits);
    misses[i] = spil_chart_get_text_misses (chart);
    boxes[i] = spil_chart_hits_get_count (paper.hits);
    for (int box = 0; box < boxes[i]; box++) {
      if (spil_chart_hits_get (paper.hits, box)->part == SPIL_CHART_PART_LINK)
        continue;
      g_assert_cmpint (spil_chart_hits_get (paper.hits, box)->index, >=, layout.first_row);
      g_assert_cmpint (spil_chart_hits_get (paper.hits, box)->index, <, layout.end_row);
    }
    /* The same frame again lays out nothing. */
    spil_chart_draw (chart, paper.cr, 1200, 900, &paper.style, paper.hits);
    g_assert_cmpuint (spil_chart_get_text_misses (chart), ==, misses[i]);
  }
  g_assert_cmpuint (misses[0], ==, misses[1]);
  g_assert_cmpint (boxes[0], ==, boxes[1]);
  g_assert_cmpuint (misses[0], <, 100);
  paper_clear (&paper);
}

static void
test_view_past_the_end (void)
{
  static const double offsets[] = { -500, 0, 1e4, 1e12, NAN };
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++) {
    g_autoptr (SpilChart) chart = sample_large_gantt (20);
    SpilGanttView view = { .first_day = day ("2150-01-01"),
                           .offset_x = offsets[i],
                           .offset_y = offsets[i],
                           .day_width = i % 2 == 0 ? 1e-9 : 1e4,
                           .label_width = 1e6 };

    spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
    spil_chart_draw (chart, paper.cr, 800, 600, &paper.style, paper.hits);
  }
  paper_clear (&paper);
}

static void
count_link (const SpilGanttLink *link, gpointer data)
{
  int *counts = data;

  counts[link->from * 64 + link->to]++;
}

/* Days that no calendar of ours knows neither stop nor slow the drawing. */
static void
test_days_beyond_the_calendar (void)
{
  static const int numbers[] = { G_MAXINT32, G_MININT32 + 1, 10000000, -10000000 };
  SpilGantt *gantt = spil_gantt_new ();
  g_autoptr (SpilChart) chart = spil_gantt_to_chart (gantt);
  Paper paper;

  paper_init (&paper);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;

    row.start = spil_day (numbers[i]);
    row.finish = row.deadline = row.baseline_start = spil_day (numbers[G_N_ELEMENTS (numbers) - 1 - i]);
    row.milestone = i == 2;
    spil_gantt_add_row (gantt, &row);
  }
  spil_gantt_add_link (gantt, 0, 3, SPIL_GANTT_FINISH_START);
  spil_gantt_set_today (gantt, spil_day (G_MAXINT32));
  spil_gantt_set_range (gantt, spil_day (G_MININT32 + 1), spil_day (G_MAXINT32));
  spil_chart_draw (chart, paper.cr, 800, 300, &paper.style, paper.hits);
  paper_clear (&paper);
}

/* The index finds each link that touches the rows asked for, once, and no other. */
static void
test_link_index (void)
{
  g_autoptr (SpilGantt) gantt = spil_gantt_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);

  for (int i = 0; i < 64; i++)
    spil_gantt_add_row (gantt, &(SpilGanttRow) SPIL_GANTT_ROW_INIT);
  for (int i = 0; i < 300; i++) {
    int from = g_rand_int_range (random, 0, 64);

    spil_gantt_add_link (gantt, from, i % 10 == 0 ? g_rand_int_range (random, 0, 64) : MIN (from + i % 4, 63),
                         SPIL_GANTT_FINISH_START);
  }
  for (int first = 0; first < 64; first += 3)
    for (int last = first; last < 64; last += 5) {
      int found[64 * 64] = { 0 };

      spil_gantt_visit_links (gantt, first, last, count_link, found);
      for (guint i = 0; i < gantt->links->len; i++) {
        const SpilGanttLink *link = &g_array_index (gantt->links, SpilGanttLink, i);
        gboolean touches = MIN (link->from, link->to) <= last && MAX (link->from, link->to) >= first;

        if (touches)
          g_assert_cmpint (found[link->from * 64 + link->to], >, 0);
        else
          g_assert_cmpint (found[link->from * 64 + link->to], ==, 0);
      }
    }
}

static void
test_row_changes (void)
{
  g_autoptr (SpilChart) chart = make_one ("2018-07-01", "2018-12-31", FALSE);
  SpilGantt *gantt = spil_gantt_from_chart (chart);
  SpilGanttRow row = SPIL_GANTT_ROW_INIT;
  SpilDay first, last;

  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_cmpint (spil_day_compare (first, day ("2018-07-01")), ==, 0);
  row.label = "Versleept";
  row.start = day ("2018-08-01");
  row.finish = day ("2019-01-31");
  row.deadline = day ("2019-03-01");
  row.progress = 3;
  spil_gantt_set_row (gantt, 0, &row);
  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_cmpint (spil_day_compare (first, day ("2018-08-01")), ==, 0);
  g_assert_cmpint (spil_day_compare (last, day ("2019-03-01")), ==, 0);
  g_assert_cmpstr (spil_gantt_get_row (gantt, 0)->label, ==, "Versleept");
  g_assert_cmpfloat (spil_gantt_get_row (gantt, 0)->progress, ==, 1);
  spil_gantt_clear (gantt);
  g_assert_cmpint (spil_gantt_get_row_count (gantt), ==, 0);
  spil_gantt_get_extent (gantt, &first, &last);
  g_assert_false (spil_day_is_known (first));
}

static void
test_pages (void)
{
  static const struct
  {
    int rows, least, most;
  } cases[] = { { 1, 1, 1 }, { 11, 1, 1 }, { 60, 1, 2 }, { 1000, 15, 40 } };
  Paper paper;

  paper_init (&paper);
  spil_chart_style_init (&paper.style, SPIL_LOOK_PRINT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SpilChart) chart = sample_large_gantt (cases[i].rows);
    int pages = spil_chart_count_pages (chart, 770, 520, &paper.style);

    g_assert_cmpint (pages, >=, cases[i].least);
    g_assert_cmpint (pages, <=, cases[i].most);
    for (int page = 0; page < pages; page++)
      spil_chart_draw_page (chart, paper.cr, 770, 520, &paper.style, page);
  }
  paper_clear (&paper);
}

/* The plan of 2018 on one sheet of A4: every row is there, and three have no bar. */
static void
test_plan_on_one_page (void)
{
  g_autoptr (SpilChart) chart = sample_charts[0].make ();
  g_autofree char *summary = spil_chart_dup_summary (chart);
  g_autoptr (SpilChartTable) table = spil_chart_dup_table (chart);
  int notes = 0;
  Paper paper;

  paper_init (&paper);
  spil_chart_style_init (&paper.style, SPIL_LOOK_PRINT, 0);
  g_assert_cmpint (spil_chart_count_pages (chart, 770, 520, &paper.style), ==, 1);
  spil_chart_draw (chart, paper.cr, 770, 520, &paper.style, paper.hits);
  g_assert_cmpint (spil_chart_hits_get_count (paper.hits), ==, 22);
  for (int i = 0; i < 22; i++)
    notes += spil_chart_hits_get (paper.hits, i)->part == SPIL_CHART_PART_NOTE;
  g_assert_cmpint (notes, ==, 3);
  g_assert_nonnull (strstr (summary, "11 activities"));
  g_assert_nonnull (strstr (summary, "3 yet to be planned"));
  g_assert_nonnull (strstr (summary, "4 with one date not stated"));
  g_assert_cmpint (spil_chart_table_get_n_rows (table), ==, 11);
  g_assert_cmpstr (spil_chart_table_get_text (table, 1, 1), ==, "01-07-2018");
  g_assert_cmpstr (spil_chart_table_get_text (table, 1, 2), ==, "31-12-2018");
  g_assert_cmpstr (spil_chart_table_get_text (table, 2, 1), ==, "not stated");
  g_assert_cmpstr (spil_chart_table_get_text (table, 2, 8), ==, "Nieuwe gebieden: voorbereiding");
  paper_clear (&paper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/gantt/bar-lies-on-its-days", test_bar_lies_on_its_days);
  g_test_add_func ("/charts/gantt/round-trip", test_days_and_rows_round_trip);
  g_test_add_func ("/charts/gantt/unknown-dates", test_unknown_dates);
  g_test_add_func ("/charts/gantt/open-bars", test_open_bars_keep_their_known_end);
  g_test_add_func ("/charts/gantt/only-rows-in-view", test_only_rows_in_view);
  g_test_add_func ("/charts/gantt/past-the-end", test_view_past_the_end);
  g_test_add_func ("/charts/gantt/beyond-the-calendar", test_days_beyond_the_calendar);
  g_test_add_func ("/charts/gantt/link-index", test_link_index);
  g_test_add_func ("/charts/gantt/row-changes", test_row_changes);
  g_test_add_func ("/charts/gantt/pages", test_pages);
  g_test_add_func ("/charts/gantt/plan-on-one-page", test_plan_on_one_page);
  return g_test_run ();
}
