// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/** A colour in sRGB, each part from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SpilColor;

/** How a surface is filled, so that series stay apart without colour. */
typedef enum
{
  SPIL_PATTERN_SOLID,
  SPIL_PATTERN_RISING, /**< diagonal lines, bottom left to top right */
  SPIL_PATTERN_DOTS,
  SPIL_PATTERN_CROSS,
  SPIL_PATTERN_LEVEL, /**< horizontal lines */
  SPIL_PATTERN_FALLING, /**< diagonal lines, top left to bottom right */
  SPIL_PATTERN_OPEN, /**< only an outline */
} SpilPattern;

/** For what the colours are meant. */
typedef enum
{
  SPIL_LOOK_LIGHT,
  SPIL_LOOK_DARK,
  SPIL_LOOK_CONTRAST, /**< high contrast, light */
  SPIL_LOOK_CONTRAST_DARK, /**< high contrast, dark */
  SPIL_LOOK_PRINT, /**< ink on white paper; legible in black and white */
} SpilLook;

#define SPIL_LOOK_COUNT 5
#define SPIL_PALETTE_SERIES 6

/**
 * The colours of a look. On @background, @foreground, @muted, @accent, @warning and @good reach 4.5:1
 * (they may be text), @strong_grid and every colour of @series 3:1 (they are parts of charts); @grid only structures.
 * The series also stay apart for people with protanopia, deuteranopia and tritanopia.
 */
typedef struct
{
  SpilColor foreground;
  SpilColor background;
  SpilColor muted; /**< secondary text */
  SpilColor grid; /**< hairlines that may be missed */
  SpilColor strong_grid; /**< axes and outlines that must be seen */
  SpilColor band; /**< very light surface behind parts */
  SpilColor accent; /**< today, selection */
  SpilColor warning; /**< critical, over budget, too late; never the only signal */
  SpilColor good; /**< reached, strengthened; never the only signal */
  SpilColor series[SPIL_PALETTE_SERIES];
} SpilPalette;

/** Returns the palette of a look. */
SpilPalette spil_palette (SpilLook look);

/** Returns the colour of series @index; any integer will do, it wraps around. */
SpilColor spil_palette_series (const SpilPalette *palette, int index);

/** Returns the pattern that goes with series @index; it differs where spil_palette_series() wraps around. */
SpilPattern spil_palette_pattern (int index);

/** The foreground or background of the palette, whichever is easier to read on @surface. */
SpilColor spil_palette_text_on (const SpilPalette *palette, SpilColor surface);

/** The opaque colour 0xRRGGBB. */
SpilColor spil_color (uint32_t rgb);
/** @color with another opacity. */
SpilColor spil_color_fade (SpilColor color, double alpha);
/** Mixes two colours: 0 gives @a, 1 gives @b. */
SpilColor spil_color_mix (SpilColor a, SpilColor b, double share);
/** Luminance of an opaque colour, 0 to 1 (WCAG 2.2, "relative luminance"). */
double spil_color_luminance (SpilColor color);
/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
double spil_color_contrast (SpilColor a, SpilColor b);
/** The grey of the same luminance. */
SpilColor spil_color_grey (SpilColor color);

G_END_DECLS
