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
  uint64_t settled; // bits of the column groups in which it settles what laptops wrote at the same time
} SpilRuledRow;

void spil_ruled_row_free (gpointer data);

/** Remembers a written row, with what it settles, for spil_rules_check(); nothing when its entity has no rule. */
void spil_rules_note (SpilTransaction *transaction, SpilRecord *before, SpilRecord *after, uint64_t settled);

/** Checks the rules between rows for all rows that were noted, as the database stands at the end of the change. */
gboolean spil_rules_check (SpilTransaction *transaction, GError **error);

/** Checks the rules for all rows as they stand; appends a sentence to @faults for each rule that does not hold. */
gboolean spil_rules_check_all (SpilStore *store, GPtrArray *faults, GError **error);

/**
 * A rule between rows: whether @rows (of SpilRuledRow, all of one entity) may be as they are, given what else the database holds. Sets
 * SPIL_STORE_ERROR_REFUSED or SPIL_MODEL_ERROR with one sentence for people. @at_rest: the rows were not just written; what was allowed
 * as an exception then stays allowed.
 */
typedef gboolean (*SpilRuleFunc) (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);

/** Refuses with @sentence, which it frees: sets SPIL_STORE_ERROR_REFUSED and returns FALSE. */
gboolean spil_rule_refuse (char *sentence, GError **error);

/** The different rows that @field of @rows names, as SpilId; of a row that is gone, what it named. Free with g_array_unref(). */
GArray *spil_rule_collect (GPtrArray *rows, int field);

gboolean spil_rule_open_days (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_closings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_amounts (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_drawings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_reversals (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_bookings (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_budget_lines (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_budget_versions (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_awards (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_payments (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_task_parents (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_dependencies (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_stage_changes (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);
gboolean spil_rule_engagements (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error);

G_END_DECLS
