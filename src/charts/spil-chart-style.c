// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-style.h"

void
spil_chart_style_init (SpilChartStyle *style, SpilLook look, double font_size)
{
  g_return_if_fail (style != NULL);

  *style = (SpilChartStyle) {
    .palette = spil_palette (look),
    .look = look,
    .font_family = "Adwaita Sans, Inter, Cantarell, sans-serif",
    .font_size = font_size > 0 ? font_size : (look == SPIL_LOOK_PRINT ? 9 : 14),
    .scale = look == SPIL_LOOK_PRINT ? 0 : 1,
    .patterns = look == SPIL_LOOK_PRINT || look == SPIL_LOOK_CONTRAST || look == SPIL_LOOK_CONTRAST_DARK,
  };
}

void
spil_chart_style_set_monochrome (SpilChartStyle *style)
{
  SpilPalette *palette;

  g_return_if_fail (style != NULL);

  palette = &style->palette;
  palette->foreground = spil_color_grey (palette->foreground);
  palette->background = spil_color_grey (palette->background);
  palette->muted = spil_color_grey (palette->muted);
  palette->grid = spil_color_grey (palette->grid);
  palette->strong_grid = spil_color_grey (palette->strong_grid);
  palette->band = spil_color_grey (palette->band);
  palette->accent = spil_color_grey (palette->accent);
  palette->warning = spil_color_grey (palette->warning);
  palette->good = spil_color_grey (palette->good);
  for (int i = 0; i < SPIL_PALETTE_SERIES; i++)
    palette->series[i] = spil_color_grey (palette->series[i]);
  style->monochrome = TRUE;
  style->patterns = TRUE;
}
