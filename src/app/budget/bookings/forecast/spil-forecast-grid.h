// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-forecast-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FORECAST_GRID (spil_forecast_grid_get_type ())

/**
 * The forecast of each line for each quarter, to be typed in place: Enter and the arrows go from cell to cell, what is pasted from a spreadsheet fills as many cells as it has,
 * Escape brings back what stood there. In a narrow window the quarters of a line stand under each other. Quarters that are over or closed are only read.
 *
 * Signal `edited` (GArray of SpilForecastEdit): a person changed these.
 */
G_DECLARE_FINAL_TYPE (SpilForecastGrid, spil_forecast_grid, SPIL, FORECAST_GRID, AdwBin)

/** Shows @data, which the caller keeps until it shows other data. What is being typed stays. */
void spil_forecast_grid_show (SpilForecastGrid *self, const SpilForecastData *data);
void spil_forecast_grid_set_narrow (SpilForecastGrid *self, gboolean narrow);
/** What was refused: said under the grid, which shows what stands again. */
void spil_forecast_grid_refuse (SpilForecastGrid *self, const char *message);

G_END_DECLS
