// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-forecast-grid.h"

G_BEGIN_DECLS

/* What the two files of the grid share: how it looks (spil-forecast-grid.c), how it is typed in (spil-forecast-cells.c). */

struct _SpilForecastGrid
{
  AdwBin parent_instance;

  const SpilForecastData *data; /**< NULL: nothing is shown */
  gboolean narrow;
  gboolean setting; /**< the program sets the texts */
  int n_rows; /**< that there are cells for */
  int n_columns;
  GArray *known; /**< of int64_t: what stands in each cell, or is on its way there */
  GPtrArray *cells; /**< of GtkEditable, borrowed, row by row; NULL: that cell is only read */
  GPtrArray *labels; /**< of GtkLabel, borrowed: what else changes, in the order in which it was made */
  GtkBox *box;
  GtkWidget *table; /**< in @box; NULL: none yet */
  GtkLabel *message;
};

/** The cell in which @row and @column are typed; owned by what it is put in. It is in the grid's cells from now on. */
void spil_forecast_cells_add (SpilForecastGrid *self, GtkEditable *cell, int row, int column);
/** Shows what stands in each cell, but for the one that is being typed in. */
void spil_forecast_cells_update (SpilForecastGrid *self);
/** Says @text under the grid; NULL: nothing. */
void spil_forecast_grid_tell (SpilForecastGrid *self, const char *text);
/** Tells what a person changed. */
void spil_forecast_grid_edited (SpilForecastGrid *self, GArray *edits);

G_END_DECLS
