// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-ledger-cell.h"
#include "spil-ledger.h"

G_BEGIN_DECLS

struct _SpilLedger
{
  GtkWidget parent_instance;

  const SpilCohortRow *cohort; /**< borrowed; NULL before the first */
  GArray *columns; /**< of SpilLedgerColumn */
  GPtrArray *cells; /**< of SpilLedgerCell, row by row, borrowed */
  GPtrArray *outcomes; /**< of GtkLabel, by row, borrowed */
  GPtrArray *totals; /**< of GtkLabel, by column, borrowed */
  GArray *ids; /**< of SpilId: the rows that the cells were made for */
  int row; /**< where the keyboard is, or was */
  int column;
  GString *typed; /**< what is being typed in that cell; NULL: nothing */

  GtkWidget *box;
  GtkGrid *names;
  GtkGrid *grid;
};

/** The cell at a place, or NULL. */
SpilLedgerCell *spil_ledger_cell_at (SpilLedger *self, int row, int column);

/** Lets keys, clicks and what is pasted reach the ledger. For init(). */
void spil_ledger_listen (SpilLedger *self);

/** Commits @action (taken), or says why there is none: @error, which is taken. */
void spil_ledger_commit (SpilLedger *self, SpilAction *action, GError *error);

G_END_DECLS
