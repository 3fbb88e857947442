// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-ledger-value.h"

G_BEGIN_DECLS

#define SPIL_TYPE_LEDGER (spil_ledger_get_type ())

/**
 * The cards of a trial period as a table with a row a participant and a column a week, typed as in a spreadsheet: arrow keys go from cell to
 * cell, a digit begins to fill one in, Enter keeps it and goes down, Escape leaves it as it was, Delete empties it, Ctrl+V pastes a block, V
 * extends the card, Shift+V all that earned it, F2 opens the participant. Tab leaves the table. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilLedger, spil_ledger, SPIL, LEDGER, GtkWidget)

/** Shows @cohort (borrowed until the next call). The keyboard stays in the cell where it was. */
void spil_ledger_set_cohort (SpilLedger *self, const SpilCohortRow *cohort);

/** Extends all cards that earned it. */
void spil_ledger_extend_earned (SpilLedger *self);

G_END_DECLS
