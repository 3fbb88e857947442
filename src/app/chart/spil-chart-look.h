// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-chart-style.h"

G_BEGIN_DECLS

/** The style in which a chart looks part of @widget: light or dark, contrast, the font and size of its text, the accent colour. */
void spil_chart_look_of_widget (GtkWidget *widget, SpilChartStyle *style);

G_END_DECLS
