// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-likeness-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** An organisation that may be the one that is typed or imported. */
typedef struct
{
  SpilId id; /**< never one that is merged into another: its head instead */
  char *name;
  char *town; /**< NULL: not known */
  char *kvk_number; /**< NULL: not known */
  SpilLikeness likeness;
} SpilDuplicateCandidate;

/**
 * What may be the organisation with those @facts, the most alike first, at most @max; also sites of the same organisation
 * (SPIL_LIKENESS_SITE). @self (may be nil) is the row that the facts are of: it is left out, and what a person judged not to be the same. What was merged
 * is found by its own facts too. A few milliseconds, however many organisations there are. SpilDuplicateCandidate; free with g_ptr_array_unref().
 */
GPtrArray *spil_duplicates_find (SpilStore *store, const SpilDuplicateFacts *facts, SpilId self, guint max,
                                 GError **error);
void spil_duplicate_candidate_free (SpilDuplicateCandidate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDuplicateCandidate, spil_duplicate_candidate_free)

/** Two organisations that may be one. */
typedef struct
{
  SpilId one; /**< the one that was made first; neither is merged into another */
  SpilId other;
  char *one_name;
  char *other_name;
  char *one_town; /**< NULL: not known */
  char *other_town;
  SpilLikeness likeness;
} SpilDuplicatePair;

/** Told how much is done, 0 to 1, now and then. Returns FALSE to stop. */
typedef gboolean (*SpilDuplicateProgressFunc) (double share, gpointer user_data);

/**
 * All pairs of the programme in use that may be one organisation and were not judged otherwise, the most alike first. @progress is nullable;
 * G_IO_ERROR_CANCELLED when it stops. SpilDuplicatePair; free with g_ptr_array_unref().
 */
GPtrArray *spil_duplicates_pairs (SpilStore *store, SpilDuplicateProgressFunc progress, gpointer user_data,
                                  GError **error);
void spil_duplicate_pair_free (SpilDuplicatePair *self);

/** Whether the two are still apart and not judged to be so: what was found a while ago may have been settled since. */
gboolean spil_duplicate_is_open (SpilStore *store, SpilId one, SpilId other, gboolean *open, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDuplicatePair, spil_duplicate_pair_free)

/** One of two organisations beside each other: what it says, and how much there is about it and what is merged into it. */
typedef struct
{
  SpilRecord *organisation;
  SpilRecord *engagement; /**< NULL: no relation */
  char *stage; /**< of the relation; NULL: none */
  int stage_number; /**< 0: none */
  int64_t contacts; /**< that were not corrected */
  gboolean contacted;
  SpilTime last_contact;
  char *last_note; /**< on one line; NULL: none */
  int64_t persons;
  int64_t sites;
  int64_t actions; /**< open */
  int64_t offers;
  int64_t applications;
} SpilDuplicateSide;

/** One side, of a head. SPIL_STORE_ERROR_NOT_FOUND when it is gone. */
SpilDuplicateSide *spil_duplicate_side (SpilStore *store, SpilId id, GError **error);
void spil_duplicate_side_free (SpilDuplicateSide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDuplicateSide, spil_duplicate_side_free)

/** One that is merged into another. */
typedef struct
{
  SpilId id;
  char *name;
} SpilMergedRow;

/** What is merged into @head, by name, as SpilMergedRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_organisation_merged (SpilStore *store, SpilId head, GError **error);
void spil_merged_row_free (SpilMergedRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilMergedRow, spil_merged_row_free)

G_END_DECLS
