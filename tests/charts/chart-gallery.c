// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Writes contact sheets of the sample charts in every look, wide and narrow, and each of them as PDF and SVG: to look at. */
#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>

#include "sample-money.h"
#include "spil-chart-file.h"

#define GAP 24

typedef struct
{
  const char *name;
  SpilLook look;
  gboolean grey;
} Look;

static const Look looks[] = {
  { "light", SPIL_LOOK_LIGHT, FALSE },       { "dark", SPIL_LOOK_DARK, FALSE },
  { "contrast", SPIL_LOOK_CONTRAST, FALSE }, { "contrast-dark", SPIL_LOOK_CONTRAST_DARK, FALSE },
  { "print", SPIL_LOOK_PRINT, FALSE },       { "grey", SPIL_LOOK_PRINT, TRUE },
};

/* Draws charts in @columns columns, each as high as it likes, and returns the height; @cr NULL: only measures. */
static double
draw_sheet (const SampleChart *samples, const SpilChartStyle *style, cairo_t *cr, double width, int columns)
{
  double y = GAP;
  double row_height = 0;
  int i;

  for (i = 0; samples[i].name != NULL; i++) {
    g_autoptr (SpilChart) chart = samples[i].make ();
    double height = spil_chart_natural_height (chart, width, style);

    if (i > 0 && i % columns == 0) {
      y += row_height + GAP;
      row_height = 0;
    }
    row_height = MAX (row_height, height);
    if (cr == NULL)
      continue;
    cairo_save (cr);
    cairo_translate (cr, GAP + i % columns * (width + GAP), y);
    spil_chart_draw (chart, cr, width, height, style, NULL);
    cairo_restore (cr);
  }
  return y + row_height + GAP;
}

static gboolean
write_sheet (const char *folder, const char *name, const SampleChart *samples, const Look *look, double width,
             int columns)
{
  g_autofree char *path = g_strdup_printf ("%s/%s-%s-%.0f.png", folder, name, look->name, width);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  SpilChartStyle style;

  spil_chart_style_init (&style, look->look, 14);
  if (look->grey)
    spil_chart_style_set_monochrome (&style);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (GAP + columns * (width + GAP)),
                                        (int) draw_sheet (samples, &style, NULL, width, columns));
  cr = cairo_create (surface);
  spil_chart_painter_color (&(SpilChartPainter) { .cr = cr, .style = &style }, style.palette.background);
  cairo_paint (cr);
  draw_sheet (samples, &style, cr, width, columns);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

/* The planning as on a screen, at zooms from a fiftieth of the size of text a day to three times that. */
static gboolean
write_zoom (const char *folder, const Look *look, double width, double day)
{
  g_autofree char *path = g_strdup_printf ("%s/planning-%s-%.0f-%.2f.png", folder, look->name, width, day);
  g_autoptr (SpilChart) chart = sample_planning ();
  SpilGanttView view = { .first_day = spil_day_from_ymd (2018, day < 0.5 ? 6 : 9, 20),
                         .label_width = width < 600 ? -1 : 560 };
  double height = 640;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  SpilChartStyle style;

  spil_chart_style_init (&style, look->look, 14);
  style.scale = 1;
  if (look->grey)
    spil_chart_style_set_monochrome (&style);
  view.day_width = day * style.font_size;
  view.offset_x = view.day_width * 0.6;
  spil_gantt_set_view (spil_gantt_from_chart (chart), &view);
  spil_chart_painter_color (&(SpilChartPainter) { .cr = cr, .style = &style }, style.palette.background);
  cairo_paint (cr);
  spil_chart_draw (chart, cr, width, height, &style, NULL);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
write_zooms (const char *folder, const Look *look)
{
  static const double days[] = { 0.02, 0.05, 0.12, 0.25, 0.6, 1.3, 3 };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    good &= write_zoom (folder, look, 1280, days[i]);
  return good && write_zoom (folder, look, 360, 0.12);
}

static gboolean
write_files (const char *folder, const SampleChart *samples)
{
  static const char *const endings[] = { "pdf", "svg" };
  gboolean good = TRUE;

  for (; samples->name != NULL; samples++)
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
      g_autoptr (SpilChart) chart = samples->make ();
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, samples->name, endings[i]);

      if (!spil_chart_file_write (chart, path, NULL, &error)) {
        g_printerr ("%s\n", error->message);
        good = FALSE;
      }
    }
  return good;
}

int
main (int argc, char **argv)
{
  gboolean good = TRUE;

  setlocale (LC_ALL, "");
  if (argc < 2) {
    g_printerr ("Usage: chart-gallery FOLDER [FOLDER-OF-MESSAGES]\n");
    return 2;
  }
  if (argc > 2)
    bindtextdomain (GETTEXT_PACKAGE, argv[2]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    good &= write_sheet (argv[1], "charts", sample_charts, &looks[i], 900, 1);
    good &= write_sheet (argv[1], "charts", sample_charts, &looks[i], 340, 4);
    good &= write_sheet (argv[1], "money", sample_money_charts, &looks[i], 900, 2);
    good &= write_sheet (argv[1], "money", sample_money_charts, &looks[i], 340, 5);
    good &= write_zooms (argv[1], &looks[i]);
    good &= write_sheet (argv[1], "empty", sample_empty_charts, &looks[i], 340, 3);
    good &= write_sheet (argv[1], "hostile", sample_hostile_charts, &looks[i], 900, 1);
    good &= write_sheet (argv[1], "hostile", sample_hostile_charts, &looks[i], 340, 4);
  }
  good &= write_files (argv[1], sample_charts) && write_files (argv[1], sample_money_charts);
  return good ? 0 : 1;
}
