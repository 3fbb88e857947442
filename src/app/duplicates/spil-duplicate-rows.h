// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-duplicate-action.h"
#include "spil-duplicate-query.h"

G_BEGIN_DECLS

/** What two organisations say in one line of the review: a field, or fields that change together. */
typedef struct
{
  gboolean of_relation; /**< of the relation, not of the organisation itself */
  int field; /**< that stands for its group */
  char *label;
  char *texts[2]; /**< of each side; empty: not stated */
  gboolean same; /**< nothing to choose */
  int chosen; /**< the side whose value is kept: 0 or 1 */
} SpilDuplicateRow;

/**
 * The lines of two sides, those that are empty on both left out. Where @keep (0 or 1) says nothing the other side is chosen, and of two stages the
 * furthest. SpilDuplicateRow; free with g_ptr_array_unref().
 */
GPtrArray *spil_duplicate_rows (const SpilDuplicateSide *const sides[2], int keep);

/** The side that had better stay: with most contact moments, then the one that says most, then the first. */
int spil_duplicate_better_side (const SpilDuplicateSide *const sides[2]);

/** What @rows choose, when @keep stays. */
SpilMerging spil_duplicate_merging (GPtrArray *rows, const SpilDuplicateSide *const sides[2], int keep);

G_END_DECLS
