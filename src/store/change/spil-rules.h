// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-transaction.h"

G_BEGIN_DECLS

/** A row that was written in a change and that takes part in a rule between rows. */
typedef struct
{
  SpilRecord *before; // owned; NULL: it was added or came back
  SpilRecord *after; // owned; NULL: it was deleted
} SpilRuledRow;

void spil_ruled_row_free (gpointer data);

/** Remembers a written row for spil_rules_check(); nothing when its entity has no rule. */
void spil_rules_note (SpilTransaction *transaction, SpilRecord *before, SpilRecord *after);

/** Checks the rules between rows for all rows that were noted, as the database stands at the end of the change. */
gboolean spil_rules_check (SpilTransaction *transaction, GError **error);

/** Checks the rules that hold at rest for all rows; appends a sentence to @faults for each that does not. */
gboolean spil_rules_check_all (SpilStore *store, GPtrArray *faults, GError **error);

G_END_DECLS
