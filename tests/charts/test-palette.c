// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <math.h>

#include "spil-chart-style.h"

static const char *const look_names[SPIL_LOOK_COUNT] = { "light", "dark", "contrast", "contrast dark",
                                                         "print" };

static void
assert_contrast (SpilColor part, const SpilPalette *palette, double least, const char *look, const char *what)
{
  double contrast = spil_color_contrast (part, palette->background);

  if (contrast < least)
    g_error ("%s: %s has a contrast of %.2f, less than %.1f", look, what, contrast, least);
}

static void
test_contrast (void)
{
  for (int look = 0; look < SPIL_LOOK_COUNT; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);
    const char *name = look_names[look];

    assert_contrast (palette.foreground, &palette, 7, name, "foreground");
    assert_contrast (palette.muted, &palette, 4.5, name, "muted");
    assert_contrast (palette.accent, &palette, 4.5, name, "accent");
    assert_contrast (palette.warning, &palette, 4.5, name, "warning");
    assert_contrast (palette.good, &palette, 4.5, name, "good");
    assert_contrast (palette.strong_grid, &palette, 3, name, "strong grid");
    for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
      assert_contrast (palette.series[i], &palette, 3, name, "a series");
    /* Muted text also stands on bands. */
    g_assert_cmpfloat (spil_color_contrast (palette.muted, palette.band), >=, 4.5);
  }
}

static void
test_high_contrast (void)
{
  for (int look = SPIL_LOOK_CONTRAST; look <= SPIL_LOOK_CONTRAST_DARK; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);

    assert_contrast (palette.muted, &palette, 7, look_names[look], "muted");
    for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
      assert_contrast (palette.series[i], &palette, 4.5, look_names[look], "a series");
  }
}

static void
test_text_on (void)
{
  for (int look = 0; look < SPIL_LOOK_COUNT; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);
    SpilColor text = spil_palette_text_on (&palette, palette.accent);

    g_assert_cmpfloat (spil_color_contrast (text, palette.accent), >=, 4.5);
  }
}

/* What an eye sees that lacks one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
static const double sights[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double part)
{
  return part > 0.008856 ? cbrt (part) : 7.787 * MAX (part, 0) + 16.0 / 116;
}

/* CIE L*a*b* of a colour under a kind of sight. */
static void
see (SpilColor color, int sight, double lab[3])
{
  const double in[3] = { linear (color.red), linear (color.green), linear (color.blue) };
  double out[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    out[i] = CLAMP (sights[sight][i][0] * in[0] + sights[sight][i][1] * in[1] + sights[sight][i][2] * in[2],
                    0, 1);
  x = lab_curve ((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.9505);
  y = lab_curve (0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
  z = lab_curve ((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.089);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
distance (SpilColor a, SpilColor b, int sight)
{
  double x[3], y[3];

  see (a, sight, x);
  see (b, sight, y);
  return sqrt (pow (x[0] - y[0], 2) + pow (x[1] - y[1], 2) + pow (x[2] - y[2], 2));
}

static void
test_colour_blind (void)
{
  for (int look = 0; look < SPIL_LOOK_COUNT; look++) {
    SpilPalette palette = spil_palette ((SpilLook) look);

    for (int sight = 0; sight < 4; sight++)
      for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
        for (int j = 0; j < i; j++)
          if (distance (palette.series[i], palette.series[j], sight) < 15)
            g_error ("%s: series %d and %d look alike to sight %d", look_names[look], j, i, sight);
  }
}

static void
test_series (void)
{
  SpilPalette palette = spil_palette (SPIL_LOOK_LIGHT);

  for (int i = -100; i < 100; i++)
    for (int j = i + 1; j < i + 42; j++) {
      SpilColor a = spil_palette_series (&palette, i);
      SpilColor b = spil_palette_series (&palette, j);
      gboolean alike = a.red == b.red && a.green == b.green && a.blue == b.blue;

      g_assert_false (alike && spil_palette_pattern (i) == spil_palette_pattern (j));
    }
}

static void
test_monochrome (void)
{
  SpilChartStyle style;
  SpilPalette colours = spil_palette (SPIL_LOOK_PRINT);

  spil_chart_style_init (&style, SPIL_LOOK_PRINT, 0);
  g_assert_false (style.monochrome);
  g_assert_cmpfloat (style.font_size * SPIL_CHART_SMALL_TEXT, >=, 7);
  spil_chart_style_set_monochrome (&style);
  g_assert_true (style.monochrome);
  g_assert_true (style.patterns);
  for (int i = 0; i < SPIL_PALETTE_SERIES; i++) {
    SpilColor grey = style.palette.series[i];

    g_assert_cmpfloat (grey.red, ==, grey.green);
    g_assert_cmpfloat (grey.red, ==, grey.blue);
    g_assert_cmpfloat (fabs (spil_color_luminance (grey) - spil_color_luminance (colours.series[i])), <,
                       0.01);
  }
}

static void
test_known_values (void)
{
  g_assert_cmpfloat (spil_color_contrast (spil_color (0x000000), spil_color (0xffffff)), ==, 21);
  g_assert_cmpfloat (spil_color_contrast (spil_color (0x777777), spil_color (0x777777)), ==, 1);
  /* The darkest grey that is not text on white by WCAG. */
  g_assert_cmpfloat (spil_color_contrast (spil_color (0x777777), spil_color (0xffffff)), <, 4.5);
  g_assert_cmpfloat (spil_color_contrast (spil_color (0x767676), spil_color (0xffffff)), >, 4.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/palette/known-values", test_known_values);
  g_test_add_func ("/charts/palette/contrast", test_contrast);
  g_test_add_func ("/charts/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/charts/palette/text-on", test_text_on);
  g_test_add_func ("/charts/palette/colour-blind", test_colour_blind);
  g_test_add_func ("/charts/palette/series", test_series);
  g_test_add_func ("/charts/palette/monochrome", test_monochrome);
  return g_test_run ();
}
