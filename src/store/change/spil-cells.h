// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-connection.h"
#include "spil-clock.h"

G_BEGIN_DECLS

/** The cell that says whether a row exists: its number among the column groups, which themselves begin at 1. */
#define SPIL_CELL_EXISTENCE 0

/**
 * When each column group of one row was last written: one stamp for the row as it was added, and one for each group that was
 * written since. Kept as the columns born_* and one blob `clock` (see LOG.md).
 */
typedef struct
{
  SpilLocalStamp born;
  GArray *later; // of SpilCell by group; NULL when none was written since
} SpilCells;

/** Sets up @self from its columns. Returns FALSE when the blob is damaged. */
gboolean spil_cells_init (SpilCells *self, SpilLocalStamp born, const void *clock, gsize length);
void spil_cells_clear (SpilCells *self);

/** When the group was last written. */
SpilLocalStamp spil_cells_get (const SpilCells *self, int group);
void spil_cells_set (SpilCells *self, int group, const SpilLocalStamp *stamp);

/** The blob for the column `clock`; NULL when no group was written since the row was added. */
GByteArray *spil_cells_to_bytes (const SpilCells *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilCells, spil_cells_clear)

G_END_DECLS
