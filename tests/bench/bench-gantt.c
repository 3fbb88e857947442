// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Frames of a planning on an image, at every zoom, while it is panned; and the planning as a PDF of A3 pages. */
#include <cairo-pdf.h>

#include "bench-plan.h"
#include "spil-chart-file.h"

#define WIDTH 1280
#define ROW_HEIGHT 26
#define VISIBLE_ROWS 40
/* Points */
#define A3_LONG 1190.55
#define A3_SHORT 841.89

/* A planning on a window's image, and the bare drawing of it. */
typedef struct
{
  SpilChart *chart;
  SpilChartStyle style;
  SpilChartHits *hits;
  BenchBarePlan *bare;
  SpilGanttLayout layout;
  cairo_surface_t *surface;
  cairo_t *cr;
  int height;
  SpilGanttZoom zoom;
  gboolean down; /* panned through the rows, else through time */
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

/* Each frame is a little further on. */
static void
move_view (gpointer data, int run)
{
  Screen *self = data;
  SpilGanttView view = {
    .first_day = spil_day_from_ymd (2018, 6, 1),
    .offset_x = self->down ? 0 : run % 60 * 3,
    .offset_y = ROW_HEIGHT * 20 + (self->down ? run * 5 : 0),
    .day_width = spil_gantt_zoom_day_width (self->zoom, self->style.font_size),
    .row_height = ROW_HEIGHT,
    .label_width = -1,
    .zoom = self->zoom,
  };

  spil_gantt_set_view (spil_gantt_from_chart (self->chart), &view);
  self->layout = spil_gantt_lay_out (self->chart, WIDTH, self->height, &self->style);
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

  bench_bare_plan_draw (self->bare, self->cr, &self->layout);
}

static const char *
zoom_name (SpilGanttZoom zoom)
{
  switch (zoom) {
  case SPIL_GANTT_ZOOM_WEEK:
    return "weeks";
  case SPIL_GANTT_ZOOM_QUARTER:
    return "quarters";
  case SPIL_GANTT_ZOOM_MONTH:
  case SPIL_GANTT_ZOOM_AUTO:
  default:
    return "months";
  }
}

static void
measure_frames (Screen *screen, SpilGanttZoom zoom, gboolean down)
{
  const BenchThing things[] = { { move_view, draw_bare, screen }, { move_view, draw_chart, screen } };
  g_autofree char *figure = NULL;
  BenchSeries series[2];
  BenchRow row = {
    .floor = "bare Cairo, 40 rows, cached layouts",
    .clock = BENCH_PROCESSOR,
    .target = { .ratio = 1.5 },
  };

  screen->zoom = zoom;
  screen->down = down;
  figure = g_strdup_printf ("Gantt, %d bars: frame of %s, %s",
                            spil_gantt_get_row_count (spil_gantt_from_chart (screen->chart)),
                            zoom_name (zoom), down ? "scrolling" : "panning");
  row.figure = figure;
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (300), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
}

/* The number of rows that are out of view should not matter. */
static void
measure_sizes (Screen *few, Screen *many)
{
  const BenchThing things[] = { { move_view, draw_chart, few }, { move_view, draw_chart, many } };
  BenchSeries series[2];

  few->zoom = many->zoom = SPIL_GANTT_ZOOM_MONTH;
  few->down = many->down = FALSE;
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

  layout.row_height = (height - layout.header_height) / on_page;
  for (int page = 0; page < pages; page++) {
    layout.first_row = page * on_page;
    layout.end_row = MIN (layout.first_row + on_page, n_rows);
    layout.offset_y = layout.first_row * layout.row_height;
    cairo_save (cr);
    cairo_translate (cr, margin, margin);
    bench_bare_plan_draw (bare, cr, &layout);
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

  screen->zoom = SPIL_GANTT_ZOOM_MONTH;
  screen->down = FALSE;
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
  static const SpilGanttZoom zooms[] = { SPIL_GANTT_ZOOM_WEEK, SPIL_GANTT_ZOOM_MONTH,
                                         SPIL_GANTT_ZOOM_QUARTER };
  static const int sizes[] = { 100, 1000, 10000 };
  Screen screens[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    screen_init (&screens[i], sizes[i]);
  write_samples (&screens[1]);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
      measure_frames (&screens[i], zooms[z], FALSE);
  measure_frames (&screens[2], SPIL_GANTT_ZOOM_MONTH, TRUE);
  measure_sizes (&screens[0], &screens[2]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    screen_clear (&screens[i]);
  measure_pdf ();
  return 0;
}
