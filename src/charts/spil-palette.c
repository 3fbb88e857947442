// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-palette.h"

#include <math.h>

/* The hues follow Okabe and Ito (2008); lightness was moved per look until each pair stays apart
 * (CIE76 of 17 or more, test-palette checks 15) for normal sight and three kinds of colour blindness. */
typedef struct
{
  uint32_t foreground, background, muted, grid, strong_grid, band, accent, warning, good;
  uint32_t series[SPIL_PALETTE_SERIES];
} Look;

static const Look looks[SPIL_LOOK_COUNT] = {
  [SPIL_LOOK_LIGHT] = { 0x2e2e33,
                        0xffffff,
                        0x65656c,
                        0xe3e3e7,
                        0x85858c,
                        0xf4f4f6,
                        0x1a5fb4,
                        0xb3261e,
                        0x26704e,
                        { 0x1f6fc0, 0xa33b12, 0x359c7e, 0x5c1f4a, 0xa88200, 0x7b3fe0 } },
  [SPIL_LOOK_DARK] = { 0xf2f2f4,
                       0x222226,
                       0xb0b0b8,
                       0x3c3c42,
                       0x85858e,
                       0x2d2d32,
                       0x78aeed,
                       0xff8a73,
                       0x63d39c,
                       { 0x8fc1f2, 0xbf7840, 0x3fe0ae, 0xd9559c, 0xf6d24c, 0x8a76e6 } },
  [SPIL_LOOK_CONTRAST] = { 0x000000,
                           0xffffff,
                           0x3d3d42,
                           0x9a9aa0,
                           0x4d4d53,
                           0xf0f0f2,
                           0x0b3f86,
                           0x8f0f0a,
                           0x0f5233,
                           { 0x063a73, 0xaf6015, 0x2e825e, 0x58042e, 0x4f3e11, 0x770dda } },
  [SPIL_LOOK_CONTRAST_DARK] = { 0xffffff,
                                0x222226,
                                0xd6d6dc,
                                0x66666c,
                                0xb5b5bc,
                                0x1c1c20,
                                0xa9d0ff,
                                0xffb0a0,
                                0x8ff0c0,
                                { 0xbfe0fa, 0xc68450, 0x55f0b8, 0xe85fa2, 0xfcdd60, 0xa688fa } },
  [SPIL_LOOK_PRINT] = { 0x000000,
                        0xffffff,
                        0x4a4a50,
                        0xd4d4d9,
                        0x76767c,
                        0xf3f3f5,
                        0x174f96,
                        0xa31515,
                        0x1f6244,
                        { 0x1f6fc0, 0xa33b12, 0x359c7e, 0x5c1f4a, 0xa88200, 0x7b3fe0 } },
};

SpilColor
spil_color (uint32_t rgb)
{
  return (SpilColor) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
}

SpilPalette
spil_palette (SpilLook look)
{
  const Look *from = &looks[CLAMP ((int) look, 0, SPIL_LOOK_COUNT - 1)];
  SpilPalette palette = {
    .foreground = spil_color (from->foreground),
    .background = spil_color (from->background),
    .muted = spil_color (from->muted),
    .grid = spil_color (from->grid),
    .strong_grid = spil_color (from->strong_grid),
    .band = spil_color (from->band),
    .accent = spil_color (from->accent),
    .warning = spil_color (from->warning),
    .good = spil_color (from->good),
  };

  for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
    palette.series[i] = spil_color (from->series[i]);
  return palette;
}

static int
wrapped (int index, int count)
{
  int rest = index % count;

  return rest < 0 ? rest + count : rest;
}

SpilColor
spil_palette_series (const SpilPalette *palette, int index)
{
  g_return_val_if_fail (palette != NULL, spil_color (0));

  return palette->series[wrapped (index, SPIL_PALETTE_SERIES)];
}

SpilPattern
spil_palette_pattern (int index)
{
  /* Seven patterns to six colours: 42 combinations before one returns. */
  return (SpilPattern) wrapped (index, SPIL_PATTERN_OPEN + 1);
}

SpilColor
spil_palette_text_on (const SpilPalette *palette, SpilColor surface)
{
  g_return_val_if_fail (palette != NULL, surface);

  return spil_color_contrast (palette->foreground, surface) >=
                 spil_color_contrast (palette->background, surface)
             ? palette->foreground
             : palette->background;
}

SpilColor
spil_color_fade (SpilColor color, double alpha)
{
  color.alpha = alpha;
  return color;
}

SpilColor
spil_color_mix (SpilColor a, SpilColor b, double share)
{
  return (SpilColor) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    a.alpha + (b.alpha - a.alpha) * share,
  };
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

double
spil_color_luminance (SpilColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

double
spil_color_contrast (SpilColor a, SpilColor b)
{
  double x = spil_color_luminance (a);
  double y = spil_color_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

SpilColor
spil_color_grey (SpilColor color)
{
  double luminance = spil_color_luminance (color);
  double part = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * pow (luminance, 1 / 2.4) - 0.055;

  return (SpilColor) { part, part, part, color.alpha };
}
