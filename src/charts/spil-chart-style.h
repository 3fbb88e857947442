// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-palette.h"

G_BEGIN_DECLS

/** How charts look. A plain value: copy it freely. */
typedef struct
{
  SpilPalette palette;
  SpilLook look;
  /** A comma-separated list as Pango takes it; borrowed: interned or static. */
  const char *font_family;
  /** Size of body text in user units of the Cairo context: pixels on a screen, points on paper. */
  double font_size;
  /** Device pixels per user unit, to keep hairlines sharp; 0 where the device has no pixels (PDF, SVG). */
  double scale;
  /** Surfaces carry their pattern also where colour would do. */
  gboolean patterns;
  /** Only greys. */
  gboolean monochrome;
} SpilChartStyle;

/** Smallest text that is ever drawn, as a share of the body text. */
#define SPIL_CHART_SMALL_TEXT 0.86

/**
 * Fills in the style of a look. @font_size 0 gives 14 (9 for SPIL_LOOK_PRINT: points). Afterwards the caller may set
 * font_family (with g_intern_string()), scale and the rest; palette.background is what the chart is drawn upon.
 */
void spil_chart_style_init (SpilChartStyle *style, SpilLook look, double font_size);

/** Turns every colour of @style into the grey of the same luminance, and patterns on. */
void spil_chart_style_set_monochrome (SpilChartStyle *style);

G_END_DECLS
