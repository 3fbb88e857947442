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
 * The pattern in @color on a lighter ground, which covers all beneath; @pattern must have lines or dots. In pixels where the style
 * has a scale, else as lines that stay sharp at any size. Owned by the tiles.
 */
cairo_pattern_t *spil_chart_tiles_get (SpilChartTiles *self, const SpilChartStyle *style, SpilColor color,
                                       SpilPattern pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartTiles, spil_chart_tiles_free)

G_END_DECLS
