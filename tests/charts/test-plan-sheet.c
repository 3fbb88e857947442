// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "spil-chart-file.h"
#include "spil-plan-sheet.h"

#define LONG_NAME 300

static SpilDay
day (int number)
{
  return spil_day_add (spil_day_from_ymd (2018, 7, 1), number);
}

/* A tree of activities with dates, owners, milestones, what is not dated yet and links. */
static SpilChart *
make_plan (int n_rows, gboolean dated, int letters)
{
  static const SpilGanttColumn columns[] = {
    { "Activity", 6, FALSE }, { "Start", 6, FALSE }, { "End", 6, FALSE },
    { "Owner", 6, FALSE },    { "Done", 4, TRUE },
  };
  SpilGantt *gantt = spil_gantt_new ();

  spil_gantt_set_columns (gantt, columns, G_N_ELEMENTS (columns));
  for (int i = 0; i < n_rows; i++) {
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;
    g_autofree char *name = g_strdup_printf ("%d. Gesprekken met ondernemers", i + 1);
    g_autofree char *label = g_strdup_printf ("%s %*s", name, MAX (letters - (int) strlen (name) - 1, 0),
                                              "x");
    const char *cells[] = { "01-07-2018", "31-12-2018", i % 3 == 0 ? "Anna Halte" : "", "40 %", NULL };

    row.label = label;
    row.cells = cells;
    row.owner = i % 3 == 0 ? "Anna Halte" : NULL;
    row.indent = i % 7 == 0 ? 0 : 1;
    row.summary = i % 7 == 0;
    if (dated && i % 11 != 5) {
      row.start = day (i * 37 % 500);
      row.finish = day (i * 37 % 500 + 10 + i % 40);
      row.progress = i % 5 / 4.0;
      row.milestone = i % 13 == 6;
      row.critical = i % 17 == 3;
    }
    spil_gantt_add_row (gantt, &row);
    if (i % 7 > 1)
      spil_gantt_add_link (gantt, i - 1, i, SPIL_GANTT_FINISH_START);
  }
  spil_gantt_set_today (gantt, day (140));
  return spil_gantt_to_chart (gantt);
}

static const SpilPlanSheetTexts texts = {
  .title = "Planning",
  .programme = "Werkgeversaanpak 2018",
  .state = "stand op 15 november 2018",
  .baseline = "vergeleken met “Begin”",
  .source = "Bron: planning",
  .printed = "afgedrukt op 15 november 2018",
  .stamp = "DEMO",
};

static SpilChart *
make_sheet (SpilChart *plan, SpilPaper paper, gboolean landscape, gboolean tiles, SpilPlanSheetSetup *setup)
{
  *setup = (SpilPlanSheetSetup) {
    .tiles = tiles, .grey = tiles, .together = 2, .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE
  };
  spil_paper_size (paper, landscape, &setup->width, &setup->height);
  return spil_plan_sheet_new (plan, setup, &texts);
}

static void
assert_within (double x, double y, double width, double height, const SpilPlanSheetSetup *setup)
{
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (x + width, <=, setup->width);
  g_assert_cmpfloat (y + height, <=, setup->height);
}

/* Draws all pages: nothing lies outside of them; counts in @seen which bars and notes were drawn. */
static void
draw_pages (SpilChart *sheet, const SpilPlanSheetSetup *setup, int *seen)
{
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);
  g_autoptr (SpilChartHits) hits = spil_chart_hits_new ();
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_PRINT, 0);
  for (int page = 0; page < fit->across * fit->down; page++) {
    cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
    cairo_t *cr = cairo_create (surface);
    double x, y, width, height;

    spil_plan_sheet_draw (sheet, cr, page, &style, hits);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
    assert_within (x, y, width, height, setup);
    for (int i = 0; i < spil_chart_hits_get_count (hits); i++) {
      const SpilChartBox *box = spil_chart_hits_get (hits, i);

      if (box->part == SPIL_CHART_PART_BAR || box->part == SPIL_CHART_PART_MILESTONE ||
          box->part == SPIL_CHART_PART_NOTE)
        seen[box->index]++;
    }
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
  }
}

/* The names of all rows stand once in the first pages from the left, in order. */
static void
assert_rows_once (SpilChart *sheet, int n_rows)
{
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);
  int next = 0;

  for (int page = 0; page < fit->across * fit->down; page += fit->across) {
    int first, end;

    spil_plan_sheet_get_rows (sheet, page, &first, &end);
    g_assert_cmpint (first, ==, next);
    g_assert_true (end > first || n_rows == 0);
    next = end;
  }
  g_assert_cmpint (next, ==, n_rows);
}

typedef struct
{
  int n_rows;
  int letters;
  gboolean undated;
  SpilPaper paper;
  gboolean portrait;
  gboolean tiles;
  gboolean legible;
} Case;

static const Case cases[] = {
  { .n_rows = 11, .legible = TRUE },
  { .n_rows = 11, .tiles = TRUE, .legible = TRUE },
  { .n_rows = 11, .portrait = TRUE, .legible = TRUE },
  { .n_rows = 60, .portrait = TRUE, .legible = TRUE },
  { .n_rows = 60, .paper = SPIL_PAPER_A3, .legible = TRUE },
  { .n_rows = 60 },
  { .n_rows = 300 },
  { .n_rows = 300, .paper = SPIL_PAPER_A3, .tiles = TRUE, .legible = TRUE },
  { .n_rows = 1000, .paper = SPIL_PAPER_A3, .portrait = TRUE },
  { .n_rows = 10000, .paper = SPIL_PAPER_A3 },
  { .n_rows = 0, .legible = TRUE },
  { .n_rows = 1, .undated = TRUE, .legible = TRUE },
  { .n_rows = 20, .undated = TRUE, .legible = TRUE },
  { .n_rows = 20, .letters = LONG_NAME, .legible = TRUE },
  { .n_rows = 80, .letters = LONG_NAME },
};

static void
test_legible (gconstpointer data)
{
  const Case *of = data;
  g_autofree int *seen = g_new0 (int, of->n_rows + 1);
  SpilPlanSheetSetup setup;
  g_autoptr (SpilChart) sheet = make_sheet (make_plan (of->n_rows, !of->undated, of->letters), of->paper,
                                            !of->portrait, of->tiles, &setup);
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);

  g_assert_cmpint (fit->legible, ==, of->legible);
  g_assert_true ((fit->advice == NULL) == fit->legible);
  if (of->legible && !of->tiles)
    g_assert_cmpint (fit->across * fit->down, ==, 1);
  draw_pages (sheet, &setup, seen);
  g_assert_cmpfloat (spil_plan_sheet_get_smallest_text (sheet), >=, SPIL_PLAN_SHEET_LEAST_TEXT);
  assert_rows_once (sheet, of->n_rows);
  for (int i = 0; i < of->n_rows; i++)
    g_assert_cmpint (seen[i], >, 0);
}

/* What is proposed is what fits: the papers in the sentence do, those that are not in it do not. */
static void
test_advice (void)
{
  SpilPlanSheetSetup setup;
  g_autoptr (SpilChart) sheet = make_sheet (make_plan (60, TRUE, 0), SPIL_PAPER_A4, TRUE, FALSE, &setup);
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);

  g_assert_nonnull (strstr (fit->advice, "60 activities"));
  for (int i = 1; i < SPIL_PAPER_COUNT * 2; i++) {
    g_autoptr (SpilChart)
        other = make_sheet (make_plan (60, TRUE, 0), (SpilPaper) (i / 2), i % 2 == 0, FALSE, &setup);
    gboolean named = strstr (fit->advice, spil_paper_label ((SpilPaper) (i / 2), i % 2 == 0)) != NULL;

    g_assert_cmpint (named, ==, spil_plan_sheet_get_fit (other)->legible);
  }
  g_assert_nonnull (strstr (fit->advice, "9 main activities"));
}

/* Pages beside each other when the period is long and bars are short; all of them begin on the first of a month. */
static void
test_across (void)
{
  SpilGantt *gantt = spil_gantt_new ();
  g_autoptr (SpilChart) sheet = NULL;
  SpilPlanSheetSetup setup;
  const SpilPlanSheetFit *fit;
  int seen[61] = { 0 };

  for (int i = 0; i < 60; i++) {
    SpilGanttRow row = SPIL_GANTT_ROW_INIT;

    row.label = "Week";
    row.owner = "Anna Halte";
    row.start = day (i * 20);
    row.finish = day (i * 20 + 4);
    spil_gantt_add_row (gantt, &row);
  }
  sheet = make_sheet (spil_gantt_to_chart (gantt), SPIL_PAPER_A4, TRUE, TRUE, &setup);
  fit = spil_plan_sheet_get_fit (sheet);
  g_assert_cmpint (fit->across, >, 1);
  draw_pages (sheet, &setup, seen);
  for (int i = 0; i < 60; i++)
    g_assert_cmpint (seen[i], >, 0);
}

static char *
run_pdftotext (const char *path)
{
  const char *argv[] = { "pdftotext", "-bbox", path, "-", NULL };
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The file itself: each word lies on its page and is as high as 7 points; each name is there once. */
static void
test_pdf (void)
{
  g_autofree char *folder = g_dir_make_tmp ("spil-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.pdf", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paths = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  SpilPlanSheetSetup setup;
  g_autoptr (SpilChart) sheet = make_sheet (make_plan (100, TRUE, 0), SPIL_PAPER_A4, TRUE, FALSE, &setup);
  int words = 0;

  paths = spil_chart_file_write_pages (
      sheet, path, &(SpilChartFileOptions) { .width = setup.width, .height = setup.height, .whole = TRUE },
      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  text = run_pdftotext (path);
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++) {
    double x0, y0, x1, y1;

    if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1, &y1) !=
        4)
      continue;
    assert_within (x0, y0, x1 - x0, y1 - y0, &setup);
    g_assert_cmpfloat (y1 - y0, >=, SPIL_PLAN_SHEET_LEAST_TEXT);
    words++;
  }
  g_assert_cmpint (words, >, 400);
  for (int i = 1; i <= 100; i++) {
    g_autofree char *word = g_strdup_printf (">%d.</word>", i);
    const char *at = strstr (text, word);

    g_assert_nonnull (at);
    g_assert_null (strstr (at + 1, word));
  }
  g_unlink (path);
  g_rmdir (folder);
}

/* A picture of each page, with names that sort. */
static void
test_pictures (void)
{
  static const char *const endings[] = { "svg", "png" };
  g_autofree char *folder = g_dir_make_tmp ("spil-sheet-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat ("plan.", endings[i], NULL);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *second = g_strdup_printf ("%s/plan-2.%s", folder, endings[i]);
    g_auto (GStrv) paths = NULL;
    g_autoptr (GError) error = NULL;
    SpilPlanSheetSetup setup;
    g_autoptr (SpilChart) sheet = make_sheet (make_plan (70, TRUE, 0), SPIL_PAPER_A4, TRUE, TRUE, &setup);
    const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (sheet);

    paths = spil_chart_file_write_pages (
        sheet, path,
        &(SpilChartFileOptions) { .width = setup.width, .height = setup.height, .scale = 1, .whole = TRUE },
        &error);
    g_assert_no_error (error);
    g_assert_cmpint ((int) g_strv_length (paths), ==, fit->across * fit->down);
    g_assert_cmpint (fit->across * fit->down, >, 1);
    g_assert_cmpstr (paths[1], ==, second);
    for (int j = 0; paths[j] != NULL; j++) {
      g_assert_true (g_file_test (paths[j], G_FILE_TEST_IS_REGULAR));
      g_unlink (paths[j]);
    }
  }
  g_rmdir (folder);
}

static void
test_papers (void)
{
  SpilPaper paper = SPIL_PAPER_A4;
  double width, height;

  g_assert_true (spil_paper_find ("A3", &paper));
  g_assert_cmpint (paper, ==, SPIL_PAPER_A3);
  g_assert_false (spil_paper_find ("a5", &paper));
  g_assert_cmpint (paper, ==, SPIL_PAPER_A3);
  spil_paper_size (SPIL_PAPER_A4, TRUE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/plan-sheet/legible/%u-of-%d", i, cases[i].n_rows);

    g_test_add_data_func (path, &cases[i], test_legible);
  }
  g_test_add_func ("/plan-sheet/advice", test_advice);
  g_test_add_func ("/plan-sheet/across", test_across);
  g_test_add_func ("/plan-sheet/pdf", test_pdf);
  g_test_add_func ("/plan-sheet/pictures", test_pictures);
  g_test_add_func ("/plan-sheet/papers", test_papers);
  return g_test_run ();
}
