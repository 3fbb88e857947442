// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Merging says of one organisation that it is another. Nothing else moves: its persons, contact moments and all the rest stay with it and show at
 * the other, so that it can be taken back at any time, on any laptop. Each function reads the store and makes one action, to be committed.
 */

/** Which of two organisations stays, and what it takes over from the one that goes. */
typedef struct
{
  SpilId keep;
  SpilId gone;
  uint64_t
      organisation; /**< fields (1 << SPIL_ORGANISATION_SECTOR) whose value comes from @gone; fields that change together come together */
  uint64_t engagement; /**< of the relation; the stage brings its stage change */
} SpilMerging;

/**
 * Merges. Ids that are merged already stand for their heads; SPIL_STORE_ERROR_REFUSED when both have the same head. Where only
 * @gone has a relation and fields of it are taken over, @keep gets one.
 */
SpilAction *spil_merge_organisations (SpilStore *store, const SpilMerging *merging, GError **error);

/**
 * Takes the merge of @gone back: also what was taken over from it, where that was not changed since. What was merged into it before goes
 * with it. SPIL_STORE_ERROR_REFUSED when it is not merged.
 */
SpilAction *spil_unmerge_organisation (SpilStore *store, SpilId gone, GError **error);

/** Says that two organisations are not the same, so that they are no longer proposed. */
SpilAction *spil_distinct_action (SpilId one, SpilId other);

G_END_DECLS
