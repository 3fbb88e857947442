// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-id.h"
#include "spil-money.h"

G_BEGIN_DECLS

/** One line of a re-allocation: as it is and as it is to become. Names are borrowed. */
typedef struct
{
  SpilId line;
  int number;
  const char *name;
  gboolean pm; /**< its amount is still to follow afterwards: in no sum */
  gboolean outside; /**< outside the budget: in no sum, free to change */
  SpilMoney before;
  SpilMoney after;
  SpilMoney used; /**< open commitments + actual */
} SpilReallocationRow;

/** The arithmetic of moving money between the lines of a budget. Sums are of the rows that are neither PM nor outside. */
typedef struct
{
  SpilMoney before; /**< the total as it is */
  SpilMoney after; /**< the total as it is to become */
  SpilMoney moved; /**< what lines that decrease give to lines that increase */
  gboolean total_kept;
  gboolean changed; /**< a row gets another amount */
  int below; /**< index of the first row that is lowered under what is used, or below zero; -1: none */
  int other_vat; /**< index of the first row with another VAT note than the first one that counts; -1: none */
  gboolean allowed; /**< something changes, none is lowered under what is used, and all have one VAT note */
} SpilReallocation;

/**
 * Judges a re-allocation (plan of 2018: money moves between lines by decision). The total may change: it is a decision
 * that makes it so, and the sentence names it. A line that was over its budget already may stay so, but not be lowered.
 */
SpilReallocation spil_reallocation_judge (const SpilReallocationRow *rows, gsize n);

/** One sentence for people: what moves and what becomes of the total, or why it may not and what to do. Free with g_free(). */
char *spil_reallocation_dup_sentence (const SpilReallocation *self, const SpilReallocationRow *rows);

G_END_DECLS
