// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_FACT_GRID (spil_fact_grid_get_type ())

/** A card with facts, one to a line: label before, value after it. Denser than rows, for a page with many facts that are read. */
G_DECLARE_FINAL_TYPE (SpilFactGrid, spil_fact_grid, SPIL, FACT_GRID, GtkWidget)

void spil_fact_grid_clear (SpilFactGrid *self);

/** Adds a line; an empty or NULL @value is said to be not stated. */
void spil_fact_grid_add (SpilFactGrid *self, const char *label, const char *value);

/** The same for a field of a record. */
void spil_fact_grid_add_field (SpilFactGrid *self, SpilRecord *record, int field);

G_END_DECLS
