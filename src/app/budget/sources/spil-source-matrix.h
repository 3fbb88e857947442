// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-budget-data.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SOURCE_MATRIX (spil_source_matrix_get_type ())

/** Lines by sources: what each source pays of each line, typed in place, and what nobody pays yet. It stands in a SpilPage. */
G_DECLARE_FINAL_TYPE (SpilSourceMatrix, spil_source_matrix, SPIL, SOURCE_MATRIX, AdwBin)

/** Shows @data, which stays until the next time; the keyboard stays where it is. */
void spil_source_matrix_fill (SpilSourceMatrix *self, const SpilBudgetData *data);
void spil_source_matrix_set_narrow (SpilSourceMatrix *self, gboolean narrow);

G_END_DECLS
