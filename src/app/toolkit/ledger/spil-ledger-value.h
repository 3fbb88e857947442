// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-toolkit-query.h"

G_BEGIN_DECLS

/** What a column of the ledger holds. */
typedef enum
{
  SPIL_LEDGER_WEEK, /**< uses in a week */
  SPIL_LEDGER_EXTENDED,
  SPIL_LEDGER_KEEPS, /**< keeps travelling so */
  SPIL_LEDGER_SPENT, /**< credit spent */
} SpilLedgerKind;

typedef struct
{
  SpilLedgerKind kind;
  int week; /**< from 0; only for weeks */
} SpilLedgerColumn;

/** The columns of a ledger under @rules, in order: the weeks, extended, the weeks of the extension, keeps, spent. Of SpilLedgerColumn. Free with g_array_unref(). */
GArray *spil_ledger_columns (const SpilTrialRules *rules);

/** The field of the participation that the column holds. */
int spil_ledger_column_field (const SpilLedgerColumn *column);

/** "W3", "Extended", ...: over the column. Free with g_free(). */
char *spil_ledger_column_dup_title (const SpilLedgerColumn *column);
/** The same in full, for a screen reader. Free with g_free(). */
char *spil_ledger_column_dup_name (const SpilLedgerColumn *column);

/** What stands in the cell; "" for nothing. Free with g_free(). */
char *spil_ledger_dup_text (const SpilParticipationRow *row, const SpilLedgerColumn *column);

/**
 * Reads what was typed or pasted: uses as a number, yes and no in words, letters or 1 and 0, amounts the Dutch way; blank or a dash is nothing. FALSE with @error
 * (SPIL_MODEL_ERROR_INVALID, one sentence) otherwise.
 */
gboolean
spil_ledger_parse (const SpilLedgerColumn *column, const char *text, SpilValue *value, GError **error);

/** The lines of what was copied from a spreadsheet, each a GStrv of cells: tabs between them, or semicolons where there are no tabs. Free with g_ptr_array_unref(). */
GPtrArray *spil_ledger_split (const char *text);

G_END_DECLS
