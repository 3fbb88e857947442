// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-chart-canvas.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CHART_VIEW (spil_chart_view_get_type ())

/**
 * A chart with its title, the same data as a table, and a menu to save it as SVG, PDF or PNG.
 * Property `title`. Signal `part-activated` (const SpilChartBox *).
 */
G_DECLARE_FINAL_TYPE (SpilChartView, spil_chart_view, SPIL, CHART_VIEW, GtkWidget)

GtkWidget *spil_chart_view_new (const char *title);

/** NULL: nothing. Keeps a reference. */
void spil_chart_view_set_chart (SpilChartView *self, SpilChart *chart);

/** The widget that draws, for charts that are worked on with the pointer. */
SpilChartCanvas *spil_chart_view_get_canvas (SpilChartView *self);

G_END_DECLS
