// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2

/*
 * What charts tell by colour is told by shape too: drawn in the greys of their luminance, as on a black and white printer or for somebody
 * who sees no colours, no two of them look the same. Counted in pixels.
 */
#include <math.h>

#include "spil-gantt-private.h"

#define SIDE 24
// Two greys are told apart from here.
#define TOLD_APART 1.4
// Of what is drawn of two things, so much at least differs.
#define LEAST 0.12

typedef void (*Draw) (const SpilChartPainter *painter, int which);

typedef struct
{
  const char *name;
  Draw draw;
  int first, last; /* which */
} Kind;

static void
draw_light (const SpilChartPainter *painter, int which)
{
  spil_gantt_draw_light (painter, which, SIDE / 2.0, SIDE / 2.0);
}

static void
draw_series (const SpilChartPainter *painter, int which)
{
  spil_chart_painter_box (painter, 0, 0, SIDE, SIDE, 0,
                          spil_palette_series (spil_chart_painter_palette (painter), which),
                          spil_palette_pattern (which));
}

static const Kind kinds[] = {
  { "lights", draw_light, SPIL_GANTT_LIGHT_GREEN, SPIL_GANTT_LIGHT_RED },
  { "series", draw_series, 0, SPIL_PALETTE_SERIES - 1 },
};

/* The luminance of each pixel. */
typedef struct
{
  double pixels[SIDE * SIDE];
} Grey;

static double
part_of (guint32 pixel, int shift)
{
  return ((pixel >> shift) & 0xff) / 255.0;
}

static Grey
see (const Kind *kind, int which, SpilLook look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  SpilChartText *text = spil_chart_text_new ();
  SpilChartTiles *tiles = spil_chart_tiles_new ();
  SpilChartStyle style;
  SpilChartPainter painter = {
    .cr = cairo_create (surface), .style = &style, .text = text, .tiles = tiles, .page = -1
  };
  Grey grey;

  spil_chart_style_init (&style, look, 20);
  style.scale = 1;
  painter.width = painter.height = SIDE;
  spil_chart_text_begin (text, &style);
  spil_chart_painter_color (&painter, style.palette.background);
  cairo_paint (painter.cr);
  kind->draw (&painter, which);
  cairo_destroy (painter.cr);
  cairo_surface_flush (surface);
  for (int i = 0; i < SIDE * SIDE; i++) {
    guint32 pixel = *(guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                           (i / SIDE) * cairo_image_surface_get_stride (surface) +
                                           (i % SIDE) * 4);

    grey.pixels[i] = spil_color_luminance (
        (SpilColor) { part_of (pixel, 16), part_of (pixel, 8), part_of (pixel, 0), 1 });
  }
  cairo_surface_destroy (surface);
  spil_chart_tiles_free (tiles);
  spil_chart_text_free (text);
  return grey;
}

static gboolean
is_apart (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05) >= TOLD_APART;
}

/* How much of what is drawn in either differs. */
static double
difference (const Grey *a, const Grey *b, double background)
{
  int drawn = 0;
  int apart = 0;

  for (int i = 0; i < SIDE * SIDE; i++) {
    drawn += is_apart (a->pixels[i], background) || is_apart (b->pixels[i], background);
    apart += is_apart (a->pixels[i], b->pixels[i]);
  }
  return (double) apart / MAX (drawn, 1);
}

static void
test_apart (gconstpointer data)
{
  const Kind *kind = data;

  for (int look = 0; look < SPIL_LOOK_COUNT; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);

    for (int a = kind->first; a <= kind->last; a++)
      for (int b = a + 1; b <= kind->last; b++) {
        Grey one = see (kind, a, (SpilLook) look);
        Grey other = see (kind, b, (SpilLook) look);
        double share = difference (&one, &other, spil_color_luminance (palette.background));

        if (share < LEAST)
          g_test_fail_printf ("In look %d %s %d and %d differ in %.0f %% of their pixels", look, kind->name,
                              a, b, 100 * share);
      }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *path = g_strdup_printf ("/grey/%s", kinds[i].name);

    g_test_add_data_func (path, &kinds[i], test_apart);
  }
  return g_test_run ();
}
