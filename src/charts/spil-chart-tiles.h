// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>

#include "spil-chart-style.h"

G_BEGIN_DECLS

/**
 * Patterns of surfaces as tiles that repeat, each made once: hundreds of lines for every bar would take the time of ten bars, on
 * a screen and in a file.
 */
typedef struct _SpilChartTiles SpilChartTiles;

SpilChartTiles *spil_chart_tiles_new (void);
void spil_chart_tiles_free (SpilChartTiles *self);

/**
 * Fills the current path, which is kept, with the pattern in @color on a lighter ground; @pattern must have lines or dots. In pixels
 * where the style has a scale, else as lines that stay sharp at any size.
 */
void spil_chart_tiles_fill (SpilChartTiles *self, cairo_t *cr, const SpilChartStyle *style, SpilColor color,
                            SpilPattern pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartTiles, spil_chart_tiles_free)

G_END_DECLS
