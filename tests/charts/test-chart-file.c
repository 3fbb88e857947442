// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gstdio.h>

#include "sample-charts.h"
#include "spil-chart-file.h"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("spil-charts-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes the folder; returns how many files were in it. */
static int
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int count = 0;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
    count++;
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return count;
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *name, *begins;
  } cases[] = { { "plan.svg", "<?xml" }, { "plan.pdf", "%PDF" }, { "plan.PNG", "\x89PNG" } };
  g_autofree char *folder = make_folder ();

  for (const SampleChart *sample = sample_charts; sample->name != NULL; sample++) {
    g_autoptr (SpilChart) chart = sample->make ();

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (spil_chart_file_write (chart, path, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (g_str_has_prefix (content, cases[i].begins));
    }
  }
  g_assert_cmpint (remove_folder (folder), ==, 3);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *name;
    int code;
  } cases[] = {
    { "plan.docx", SPIL_CHART_FILE_ERROR_KIND },     { "plan", SPIL_CHART_FILE_ERROR_KIND },
    { "weg/plan.svg", SPIL_CHART_FILE_ERROR_WRITE }, { "weg/plan.pdf", SPIL_CHART_FILE_ERROR_WRITE },
    { "weg/plan.png", SPIL_CHART_FILE_ERROR_WRITE },
  };
  g_autofree char *folder = make_folder ();
  g_autoptr (SpilChart) chart = sample_charts[0].make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (spil_chart_file_write (chart, path, NULL, &error));
    g_assert_error (error, SPIL_CHART_FILE_ERROR, cases[i].code);
    g_assert_true (g_str_has_suffix (error->message, "."));
  }
  g_assert_cmpint (remove_folder (folder), ==, 0);
}

static void
test_too_large (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *png = g_build_filename (folder, "plan.png", NULL);
  g_autofree char *pdf = g_build_filename (folder, "plan.pdf", NULL);
  g_autoptr (SpilChart) chart = sample_large_gantt (3000);
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_chart_file_write (chart, png, NULL, &error));
  g_assert_error (error, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_true (spil_chart_file_write (chart, pdf, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (remove_folder (folder), ==, 1);
}

/* What was there stays when nothing better can take its place. */
static void
test_failure_keeps_the_old_file (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *taken = g_build_filename (folder, "map.svg", NULL);
  g_autoptr (SpilChart) chart = sample_charts[0].make ();
  g_autoptr (GError) error = NULL;

  /* A folder of that name cannot be replaced by a file, not even by root. */
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  g_assert_false (spil_chart_file_write (chart, taken, NULL, &error));
  g_assert_error (error, SPIL_CHART_FILE_ERROR, SPIL_CHART_FILE_ERROR_WRITE);
  g_assert_true (g_file_test (taken, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (remove_folder (folder), ==, 1);
}

static void
test_options (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "budget.png", NULL);
  g_autoptr (SpilChart) chart = sample_charts[2].make ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  SpilChartStyle style;

  spil_chart_style_init (&style, SPIL_LOOK_DARK, 14);
  g_assert_true (
      spil_chart_file_write (chart, path, &(SpilChartFileOptions) { &style, 500, 400, 3 }, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1500);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1200);
  cairo_surface_destroy (surface);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/file/kinds", test_kinds);
  g_test_add_func ("/charts/file/errors", test_errors);
  g_test_add_func ("/charts/file/too-large", test_too_large);
  g_test_add_func ("/charts/file/failure", test_failure_keeps_the_old_file);
  g_test_add_func ("/charts/file/options", test_options);
  return g_test_run ();
}
