// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-stamp.h"

G_BEGIN_DECLS

/** Names a transaction, and so the write that it made to a cell. */
typedef struct
{
  SpilId device;
  int64_t sequence;
} SpilStampName;

/** One write of one column group of one row (or of its existence), as it stands in some device's change log. Owns nothing. */
typedef struct
{
  SpilStamp stamp;
  int64_t undoes; /**< sequence of the transaction of the same device that this one takes back; 0: none */
  const SpilStampName *bases; /**< the write that it replaced, and then those that it settles */
  int n_bases; /**< 0 for the addition of the row */
} SpilWrite;

/** What a set of writes of one cell comes to. Indexes into the writes given. */
typedef struct
{
  int winner; /**< the write whose value holds; -1 when there are no writes */
  GArray *
      rivals; /**< of int: writes that nobody has seen and replaced, nor settled, but for the winner; by stamp */
} SpilMergeResult;

/**
 * Merges a set of writes: the highest stamp wins, and its rivals are the writes that are nobody's base. What a write settles beyond the
 * value it replaced does not count once that write is taken back (by a write that replaces it and undoes its transaction): the rivals return.
 * A function of the set alone: order and duplicates make no difference, so every device that has the same writes
 * shows the same. An ordinary later edit replaces only what it has seen: it does not clear a rival. Clear the result with spil_merge_result_clear().
 */
SpilMergeResult spil_merge (const SpilWrite *writes, int n_writes);

void spil_merge_result_clear (SpilMergeResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilMergeResult, spil_merge_result_clear)

G_END_DECLS
