// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-ledger-value.h"

G_BEGIN_DECLS

/*
 * What typing in the ledger of a trial period does, as one action each. Errors (SPIL_MODEL_ERROR_INVALID) are one sentence; then
 * nothing is changed. An extension is only given to a card that earned it (design, data-model: invariants).
 */

/** Puts @text in the cell of @row and @column. */
SpilAction *spil_ledger_change_cell (const SpilCohortRow *cohort, guint row, const SpilLedgerColumn *column,
                                     const char *text, GError **error);

/** Puts a block that was copied from a spreadsheet in the cells from @row and @at (in @columns) on; what falls outside the ledger is refused. */
SpilAction *spil_ledger_change_paste (const SpilCohortRow *cohort, GArray *columns, guint row, guint at,
                                      const char *text, GError **error);

/** Extends all cards that earned it and have no extension yet; NULL without an error where there is none. */
SpilAction *spil_ledger_change_extend_earned (const SpilCohortRow *cohort);

G_END_DECLS
