// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_DONE_PAST, /**< cannot be taken back or done again here: too long ago, or it was turned since */
  SPIL_DONE_STANDS, /**< can be taken back, after those that came later */
  SPIL_DONE_TAKEN_BACK, /**< can be done again, after those that came before */
} SpilDoneState;

/** Something that was done on this laptop: an action, or the taking back of one, or the doing of it again. */
typedef struct
{
  int64_t sequence; /**< of its entry in the log; of an import the last one */
  SpilTime time;
  char *actor;
  char *label; /**< in words for people, those of when it was done */
  SpilDoneState state;
  int64_t step; /**< its place among the steps, for spil_done_turn(); 0 in the past */
} SpilDone;

void spil_done_free (SpilDone *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDone, spil_done_free)

/**
 * What was done on this laptop, newest first: @limit entries from the @offset-th on, as SpilDone. What others did is not in it. An import, which is
 * many entries of the log, is one. @count (nullable) gets how many there are in all. Free with g_ptr_array_unref().
 */
GPtrArray *spil_done_query (SpilStore *store, int64_t offset, int64_t limit, int64_t *count, GError **error);

/**
 * The row that the entry with that number is about: the first one that it touched. FALSE without an error when it is gone or there is none.
 */
gboolean spil_done_find_row (SpilStore *store, int64_t sequence, const SpilEntity **entity, SpilId *id,
                             GError **error);

/**
 * Takes back what was done, from the latest on up to and including the step, or does again what was taken back, up to and including it. Each is a step of
 * its own, which stays done when a later one fails: @n_turned (nullable) gets how many there were, also then, and the error says where it stopped.
 */
gboolean spil_done_turn (SpilStore *store, int64_t step, int *n_turned, GError **error);

G_END_DECLS
