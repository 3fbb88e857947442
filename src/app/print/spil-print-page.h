// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart-canvas.h"
#include "spil-page.h"

G_BEGIN_DECLS

/** Prints what @page shows, in its own way (`print` of its class), or else as spil_page_reader_read() reads it. */
void spil_print_page (SpilPage *page);

/** Prints the chart of @canvas, which stands in a SpilPage, with its figures. */
void spil_print_chart (SpilChartCanvas *canvas, const char *title);

G_END_DECLS
