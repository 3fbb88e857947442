// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/**
 * Adds up all money of the programme in use once more, row by row and without the queries that pages use, and appends a sentence to @faults
 * for each thing that does not hold: figures of a line that differ, versions that are not the sum of their lines, lines over their budget without a
 * decision, reversals without or beside their original, releases of more than was open, drawing on another line, bookings with another VAT note, allocations
 * above their line, closed periods in which something was booked since, payments that are not the expense they name, and awards that are not their commitments.
 */
gboolean spil_recount_check (SpilStore *store, GPtrArray *faults, GError **error);

G_END_DECLS
