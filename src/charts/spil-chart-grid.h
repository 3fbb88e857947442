// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/** Charts of one kind, each under its title, in as many columns as fit. */
typedef struct _SpilChartGrid SpilChartGrid;

SpilChartGrid *spil_chart_grid_new (void);
void spil_chart_grid_free (SpilChartGrid *self);
/** Adds a chart; takes it. */
void spil_chart_grid_add (SpilChartGrid *self, const char *title, SpilChart *chart);
/** Makes one chart of them; takes @self. */
SpilChart *spil_chart_grid_to_chart (SpilChartGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilChartGrid, spil_chart_grid_free)

G_END_DECLS
