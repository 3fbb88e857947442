// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPIL_TYPE_LEDGER_CELL (spil_ledger_cell_get_type ())

/** A cell of the ledger that the keyboard can be in. */
G_DECLARE_FINAL_TYPE (SpilLedgerCell, spil_ledger_cell, SPIL, LEDGER_CELL, GtkWidget)

/** A cell at that place; @number: flush right. */
SpilLedgerCell *spil_ledger_cell_new (int row, int column, gboolean number);

int spil_ledger_cell_get_row (SpilLedgerCell *self);
int spil_ledger_cell_get_column (SpilLedgerCell *self);

/** Shows @text. @name is what it is called ("OV-014, uses in week 3"): a screen reader hears both. */
void spil_ledger_cell_set_text (SpilLedgerCell *self, const char *name, const char *text);

/** Shows what is being typed; NULL: no longer. @wrong: it cannot be read. */
void spil_ledger_cell_set_typed (SpilLedgerCell *self, const char *typed, gboolean wrong);

G_END_DECLS
