// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-look.h"

#include <adwaita.h>

// Text in the accent colour needs this contrast (WCAG 2.2 AA).
#define TEXT_CONTRAST 4.5

static SpilLook
desktop_look (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? SPIL_LOOK_CONTRAST_DARK : SPIL_LOOK_CONTRAST;
  return dark ? SPIL_LOOK_DARK : SPIL_LOOK_LIGHT;
}

static double
font_size_of (GtkWidget *widget, const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (dpi > 0 ? dpi : 96.0) / 72.0;
}

static void
take_accent (AdwStyleManager *manager, SpilChartStyle *style)
{
  g_autoptr (GdkRGBA) rgba = NULL;
  SpilColor accent;

  if (adw_style_manager_get_high_contrast (manager))
    return;
  rgba = adw_style_manager_get_accent_color_rgba (manager);
  adw_rgba_to_standalone (rgba, adw_style_manager_get_dark (manager), rgba);
  accent = (SpilColor) { rgba->red, rgba->green, rgba->blue, 1 };
  if (spil_color_contrast (accent, style->palette.background) >= TEXT_CONTRAST)
    style->palette.accent = accent;
}

void
spil_chart_look_of_widget (GtkWidget *widget, SpilChartStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const PangoFontDescription *font = pango_context_get_font_description (
      gtk_widget_get_pango_context (widget));

  spil_chart_style_init (style, desktop_look (manager), font_size_of (widget, font));
  style->font_family = g_intern_string (pango_font_description_get_family (font));
  style->scale = gtk_widget_get_scale_factor (widget);
  take_accent (manager, style);
}
