// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-budget-rule.h"

G_BEGIN_DECLS

/* How amounts and shares of the budget are written on its pages. All are free with g_free(). */

/** "951.500,00", "−5.000,00": in a table, under a heading that names the euro. */
char *spil_budget_dup_plain (int64_t cents);
/** "+€ 5.000,00", "−€ 5.000,00", "€ 0,00": a difference. */
char *spil_budget_dup_change (int64_t cents);
/** The same as one types it: "+5.000", "−5.000", "0". */
char *spil_budget_dup_signed (int64_t cents);
/** As one types it, without cents where there are none: "5.000". */
char *spil_budget_dup_typed (int64_t cents);
/** "65 %"; "" where it is not known (-1). */
char *spil_budget_dup_share (int per_mille);
/** How much more or less is used than time is gone, in percentage points: "15 ahead", "6 behind", "even"; NULL where one is not known. */
char *spil_budget_dup_pace (int used, int elapsed);
/** The same as a sentence: "15 percentage points more is used than time is gone." */
char *spil_budget_dup_pace_sentence (int used, int elapsed);
/** "excl. VAT", "incl. VAT", or "" where it is not known; static. */
const char *spil_budget_vat_words (SpilVat vat);

/** What a line is worth: "€ 112.000,00", "PM" or "not stated". */
char *spil_budget_dup_amount (const SpilBudgetLineFigures *line);
/** What is free of it, with the word for a shortage; "unknown" where no budget is stated. */
char *spil_budget_dup_free (const SpilBudgetLineFigures *line);

/** How far lines that add up to @sum are from @total (cents): "The lines add up to € 900: € 100 of the total is still to be divided." */
char *spil_budget_dup_division (int64_t total, int64_t sum);

/** The title of a column broken between words into lines of at most @n_chars characters; a longer word keeps its line. */
char *spil_budget_dup_broken (const char *title, int n_chars);

G_END_DECLS
