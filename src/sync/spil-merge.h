// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-stamp.h"

G_BEGIN_DECLS

/** One write of one column group of one row, as it stands in some device's change log. */
typedef struct
{
  SpilStamp stamp;
  SpilStamp
      base; /**< the transaction whose value it replaced (device and sequence count); SPIL_STAMP_NONE for an insert */
  const char *value; /**< canonical form of the group's values: equal texts are equal values; not owned */
} SpilWrite;

/** What a set of writes of one column group comes to. Indexes into the writes given. */
typedef struct
{
  int winner; /**< the write whose value holds; -1 when there are no writes */
  GArray
      *inbox; /**< of int: writes that nobody has seen and replaced, and that say something else; by stamp */
} SpilMergeResult;

/**
 * Merges a set of writes: the highest stamp wins, and the inbox holds the writes that are nobody's base, minus the
 * winner and minus those that say the same as the winner or as an entry before them. A function of the set alone: order and duplicates make no
 * difference, so every device that has the same writes shows the same. Clear the result with spil_merge_result_clear().
 */
SpilMergeResult spil_merge (const SpilWrite *writes, int n_writes);

void spil_merge_result_clear (SpilMergeResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilMergeResult, spil_merge_result_clear)

G_END_DECLS
