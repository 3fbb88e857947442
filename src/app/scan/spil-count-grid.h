// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPIL_TYPE_COUNT_GRID (spil_count_grid_get_type ())

/**
 * Cells for whole numbers under headings, to type as in a spreadsheet: Enter and the arrows go up and down, Tab to the side, and what is copied from a
 * spreadsheet is pasted into as many cells as it has. Signal `changed`: a person typed.
 */
G_DECLARE_FINAL_TYPE (SpilCountGrid, spil_count_grid, SPIL, COUNT_GRID, GtkWidget)

/** @columns: the headings, up to NULL. */
GtkWidget *spil_count_grid_new (const char *const *columns);

/** Adds a row of cells; returns its place. */
int spil_count_grid_add_row (SpilCountGrid *self, const char *title);

/** Where typing begins; NULL without rows. */
GtkWidget *spil_count_grid_get_first (SpilCountGrid *self);

/** -1: empty. */
void spil_count_grid_set (SpilCountGrid *self, int row, int column, int64_t value);

/** -1: empty. FALSE with @error, and the keyboard in that cell, when it holds no whole number of people. */
gboolean spil_count_grid_get (SpilCountGrid *self, int row, int column, int64_t *value, GError **error);

G_END_DECLS
