// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-duplicate-rows.h"

G_BEGIN_DECLS

#define SPIL_TYPE_DUPLICATE_REVIEW (spil_duplicate_review_get_type ())

/** Two organisations beside each other (above each other where it is narrow), and the choice of what stays. */
G_DECLARE_FINAL_TYPE (SpilDuplicateReview, spil_duplicate_review, SPIL, DUPLICATE_REVIEW, AdwBin)

/** Shows them anew; the sides must live until the next time. @likeness says why they may be one; no reasons: a person chose them. */
void spil_duplicate_review_show (SpilDuplicateReview *self, const SpilDuplicateSide *const sides[2],
                                 SpilLikeness likeness);

/** Chooses which one stays: 0 or 1. */
void spil_duplicate_review_keep (SpilDuplicateReview *self, int side);

void spil_duplicate_review_set_narrow (SpilDuplicateReview *self, gboolean narrow);

/** What is chosen. */
SpilMerging spil_duplicate_review_get_merging (SpilDuplicateReview *self);

G_END_DECLS
