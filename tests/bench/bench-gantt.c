// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Frames of a planning on an image, at every zoom, while it is panned; and the planning as a PDF of A3 pages. */
#include <cairo-pdf.h>

#include "bench-plan.h"
#include "spil-chart-file.h"

#define WIDTH 1280
#define ROW_HEIGHT 26
#define VISIBLE_ROWS 40
/* The width of labels only, and of the whole table. */
#define LABELS 220
#define TABLE 550
/* Points */
#define A3_LONG 1190.55
#define A3_SHORT 841.89

typedef enum
{
  PANNED, /* through time */
  SCROLLED, /* through the rows */
  DRAGGED, /* one bar has other dates in each frame */
} Motion;

/* What is looked at. */
typedef struct
{
  const char *name;
  double day; /* the width of a day, in ems */
  double row_height;
  double label_width;
  Motion motion;
} Scene;

/* A planning on a window's image, and the bare drawing of it. */
typedef struct
{
  SpilChart *chart;
  SpilChartStyle style;
  SpilChartHits *hits;
  BenchBarePlan *bare;
  SpilGanttLayout layout;
  SpilGanttTiers tiers;
  cairo_surface_t *surface;
  cairo_t *cr;
  int height;
  const Scene *scene;
} Screen;

static void
screen_init (Screen *self, int n_rows)
{
  SpilGantt *gantt;

  *self = (Screen) { .chart = bench_plan_new (n_rows), .height = ROW_HEIGHT * VISIBLE_ROWS + 60 };
  gantt = spil_gantt_from_chart (self->chart);
  g_assert_cmpint (spil_gantt_get_row_count (gantt), ==, n_rows);
  spil_chart_style_init (&self->style, SPIL_LOOK_LIGHT, 0);
  self->hits = spil_chart_hits_new ();
  self->bare = bench_bare_plan_new (self->chart, &self->style, TRUE);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, self->height);
  self->cr = cairo_create (self->surface);
}

static void
screen_clear (Screen *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  bench_bare_plan_free (self->bare);
  spil_chart_hits_free (self->hits);
  spil_chart_unref (self->chart);
}

/* The middle one of the rows that are seen is dragged over two months. */
static void
drag (Screen *self, int run)
{
  SpilGantt *gantt = spil_gantt_from_chart (self->chart);
  SpilDay start = spil_day_add (spil_day_from_ymd (2018, 8, 1), run % 60);

  spil_gantt_set_dates (gantt, 40, start, spil_day_add (start, 45));
}

/* Each frame is a little further on. */
static void
move_view (gpointer data, int run)
{
  Screen *self = data;
  const Scene *scene = self->scene;
  SpilGanttView view = {
    .first_day = spil_day_from_ymd (2018, 6, 1),
    .offset_x = scene->motion == PANNED ? run % 60 * 3 : 0,
    .offset_y = scene->row_height * 20 + (scene->motion == SCROLLED ? run * 5 : 0),
    .day_width = scene->day * self->style.font_size,
    .row_height = scene->row_height,
    .label_width = scene->label_width,
  };
  SpilChartPainter painter = spil_chart_get_painter (self->chart, WIDTH, self->height, &self->style);

  if (scene->motion == DRAGGED)
    drag (self, run);
  spil_gantt_set_view (spil_gantt_from_chart (self->chart), &view);
  self->layout = spil_gantt_lay_out (self->chart, WIDTH, self->height, &self->style);
  self->tiers = spil_gantt_tiers (&painter, view.day_width);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
}

static void
draw_chart (gpointer data, int run)
{
  Screen *self = data;

  spil_chart_draw (self->chart, self->cr, WIDTH, self->height, &self->style, self->hits);
}

static void
draw_bare (gpointer data, int run)
{
  Screen *self = data;

  bench_bare_plan_draw (self->bare, self->cr, &self->layout, &self->tiers);
}

static void
measure_scene (Screen *screen, const Scene *scene)
{
  const BenchThing things[] = { { move_view, draw_bare, screen }, { move_view, draw_chart, screen } };
  g_autofree char *figure = NULL;
  BenchSeries series[2];
  BenchRow row = {
    .floor = "bare Cairo, the same rows, cached layouts",
    .clock = BENCH_PROCESSOR,
    .target = { .ratio = 1.5 },
  };

  screen->scene = scene;
  figure = g_strdup_printf ("Gantt, %d bars: frame of %s",
                            spil_gantt_get_row_count (spil_gantt_from_chart (screen->chart)), scene->name);
  row.figure = figure;
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (300), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
}

static const Scene scenes[] = {
  { "weeks, panning", 0.6, ROW_HEIGHT, LABELS, PANNED },
  { "months, panning", 0.18, ROW_HEIGHT, LABELS, PANNED },
  { "quarters, panning", 0.05, ROW_HEIGHT, LABELS, PANNED },
  { "months, scrolling", 0.18, ROW_HEIGHT, LABELS, SCROLLED },
  { "days with the table, panning", 1.5, ROW_HEIGHT, TABLE, PANNED },
  { "weeks with the table, panning", 0.4, ROW_HEIGHT, TABLE, PANNED },
  { "months with the table, scrolling", 0.18, ROW_HEIGHT, TABLE, SCROLLED },
  { "months with the table, dragging", 0.18, ROW_HEIGHT, TABLE, DRAGGED },
  { "quarters, 275 rows, panning", 0.05, 4, LABELS, PANNED },
  { "quarters, 275 rows, scrolling", 0.02, 4, LABELS, SCROLLED },
};

/* The number of rows that are out of view should not matter. */
static void
measure_sizes (Screen *few, Screen *many)
{
  const BenchThing things[] = { { move_view, draw_chart, few }, { move_view, draw_chart, many } };
  BenchSeries series[2];

  few->scene = many->scene = &scenes[1];
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (300), things, series, 2);
  bench_report (&(BenchRow) { .figure = "Gantt, 10000 bars: frame, next to one of 100 bars",
                              .floor = "the same with 100 bars",
                              .clock = BENCH_PROCESSOR,
                              .target = { .ratio = 1.1 } },
                &series[1], &series[0]);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
}

/* A planning on paper. */
typedef struct
{
  SpilChart *chart;
  SpilChartStyle style;
  char *path;
  char *bare_path;
} Paper;

static void
write_chart (gpointer data, int run)
{
  Paper *self = data;
  g_autoptr (GError) error = NULL;
  SpilChartFileOptions options = { .width = A3_LONG, .height = A3_SHORT };

  if (!spil_chart_file_write (self->chart, self->path, &options, &error))
    g_error ("%s", error->message);
}

/* As many rows on a page as Spil puts there. */
static void
write_bare (gpointer data, int run)
{
  Paper *self = data;
  double margin = 36;
  double width = A3_LONG - 2 * margin;
  double height = A3_SHORT - 2 * margin;
  BenchBarePlan *bare = bench_bare_plan_new (self->chart, &self->style, FALSE);
  cairo_surface_t *surface = cairo_pdf_surface_create (self->bare_path, A3_LONG, A3_SHORT);
  cairo_t *cr = cairo_create (surface);
  int pages = spil_chart_count_pages (self->chart, width, height, &self->style);
  int n_rows = spil_gantt_get_row_count (spil_gantt_from_chart (self->chart));
  int on_page = (n_rows + pages - 1) / pages;
  SpilGanttLayout layout = spil_gantt_lay_out (self->chart, width, height, &self->style);
  SpilChartPainter painter = spil_chart_get_painter (self->chart, width, height, &self->style);
  SpilGanttTiers tiers = spil_gantt_tiers (&painter, layout.day_width);

  layout.row_height = (height - layout.header_height) / on_page;
  for (int page = 0; page < pages; page++) {
    layout.first_row = page * on_page;
    layout.end_row = MIN (layout.first_row + on_page, n_rows);
    layout.offset_y = layout.first_row * layout.row_height;
    cairo_save (cr);
    cairo_translate (cr, margin, margin);
    bench_bare_plan_draw (bare, cr, &layout, &tiers);
    cairo_restore (cr);
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s: %s", self->bare_path, cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  bench_bare_plan_free (bare);
}

static void
measure_pdf (void)
{
  Paper paper = { .chart = bench_plan_new (1000) };
  const BenchThing things[] = { { NULL, write_bare, &paper }, { NULL, write_chart, &paper } };
  BenchSeries series[2];

  spil_chart_style_init (&paper.style, SPIL_LOOK_PRINT, 9);
  paper.path = g_build_filename (bench_dir (), "gantt.pdf", NULL);
  paper.bare_path = g_build_filename (bench_dir (), "gantt-bare.pdf", NULL);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (40), things, series, 2);
  bench_report (&(BenchRow) { .figure = "Gantt, 1000 bars: A3 PDF",
                              .floor = "bare Cairo and Pango, as many pages",
                              .clock = BENCH_PROCESSOR,
                              .target = { .ratio = 1.3 } },
                &series[1], &series[0]);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
  g_free (paper.path);
  g_free (paper.bare_path);
  spil_chart_unref (paper.chart);
}

/* Draws one frame of each kind into the folder, to look at that both show the same. */
static void
write_samples (Screen *screen)
{
  static const char *const names[] = { "gantt-bare.png", "gantt.png" };
  static const BenchFunc draw[] = { draw_bare, draw_chart };

  screen->scene = &scenes[7];
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (bench_dir (), names[i], NULL);

    move_view (screen, 0);
    draw[i](screen, 0);
    cairo_surface_write_to_png (screen->surface, path);
  }
}

int
main (void)
{
  static const int sizes[] = { 100, 1000, 10000 };
  Screen screens[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    screen_init (&screens[i], sizes[i]);
  write_samples (&screens[1]);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    measure_scene (&screens[2], &scenes[i]);
  measure_sizes (&screens[0], &screens[2]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    screen_clear (&screens[i]);
  measure_pdf ();
  return 0;
}
