// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-run.h"
#include "spil-snapshot.h"

G_BEGIN_DECLS

/** A snapshot on the carrier whose head can be read. */
typedef struct
{
  SpilSnapshot head;
  SpilHash hash; /**< of the file of the head */
  const SpilPeer *maker;
  gboolean whole; /**< all its pieces are there */
} SpilKnownSnapshot;

/** What the carrier has of snapshots, of members whose membership did not end. */
typedef struct
{
  GPtrArray *snapshots; /**< of SpilKnownSnapshot */
  GHashTable *witnesses; /**< names of the files "<device>/witness/..." -> themselves */
} SpilSnapshotShelf;

/** Looks what there is. Heads that were read before are not fetched again. */
SpilSnapshotShelf *spil_snapshot_shelf_read (SpilRun *run, GError **error);
void spil_snapshot_shelf_free (SpilSnapshotShelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSnapshotShelf, spil_snapshot_shelf_free)

/** Names on the carrier. Free with g_free(). */
char *spil_snapshot_dup_head_name (const SpilSnapshot *head, const SpilHash *hash);
char *spil_snapshot_dup_piece_name (const SpilSnapshot *head, int64_t place);
char *spil_snapshot_dup_witness_name (const SpilKnownSnapshot *snapshot, const SpilId *witness);

/** How many entries a vector (of SpilVectorItem) has in all. */
int64_t spil_snapshot_count_entries (GArray *vector);
/** Whether @vector has all that @other has. */
gboolean spil_snapshot_covers (GArray *vector, GArray *other);

/**
 * Whether a laptop that begins can trust it: a second member says the same, or it is the project leader's and nobody but @beginner (nullable) could say
 * anything.
 */
gboolean spil_snapshot_is_usable (SpilRun *run, SpilSnapshotShelf *shelf, const SpilKnownSnapshot *snapshot,
                                  const SpilPeer *beginner);

/** Whether it has an identity of this laptop as its maker. */
gboolean spil_snapshot_is_own (const SpilKnownSnapshot *snapshot);

/** Removes a snapshot of this laptop: the head first, without which the rest is nothing. */
void spil_snapshot_remove (SpilRun *run, const SpilKnownSnapshot *snapshot);

G_END_DECLS
