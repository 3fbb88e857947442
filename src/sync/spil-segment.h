// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What a segment is about; all but the vector can be read without a key. */
typedef struct
{
  int epoch; /**< number of the space key it is encrypted with */
  SpilId device; /**< who wrote it */
  int64_t first; /**< sequence of its first entry */
  int64_t last; /**< and of its last */
  SpilHash previous; /**< of the segment before of that device; zero for the first */
} SpilSegmentHead;

/** Packs entries of one device into a segment: see FORMAT.md. */
typedef struct _SpilSegmentWriter SpilSegmentWriter;

/** @vector (of SpilVectorItem, each device once): what the device had applied of others and had not said in the segment before; may be empty. Itself is left out. */
SpilSegmentWriter *spil_segment_writer_new (GArray *vector);
void spil_segment_writer_free (SpilSegmentWriter *self);

/** Adds the next entry; sequences follow each other without a gap. */
void spil_segment_writer_add (SpilSegmentWriter *self, const SpilLogEntry *entry);

/** How many bytes it holds, not compressed: for deciding to begin another. */
gsize spil_segment_writer_get_size (SpilSegmentWriter *self);

/** Compresses, pads, encrypts with the space key @key of @epoch and signs. @previous as in SpilSegmentHead. */
GBytes *
spil_segment_writer_seal (SpilSegmentWriter *self, const SpilId *space, const SpilId *device, int epoch,
                          const SpilHash *previous, const SpilSpaceKey *key, const SpilSigningKey *signer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSegmentWriter, spil_segment_writer_free)

/** Reads the head of @bytes, which may come from anywhere. SPIL_WIRE_ERROR when it is no segment of @space. */
gboolean spil_segment_read_head (GBytes *bytes, const SpilId *space, SpilSegmentHead *head, GError **error);

/** What is in a segment. The entries refer to @memory. */
typedef struct
{
  SpilSegmentHead head;
  GArray *vector; /**< of SpilVectorItem */
  GArray *entries; /**< of SpilLogEntry */
  GBytes *memory; /**< the payload, decrypted and decompressed */
  GPtrArray *texts; /**< of the entries */
} SpilSegment;

/**
 * Checks the signature of @author over all of it, decrypts with @key and reads what is in it, whole or not at all. SPIL_WIRE_ERROR says which
 * of these failed.
 */
gboolean spil_segment_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                            const SpilSpaceKey *key, SpilSegment *segment, GError **error);
void spil_segment_clear (SpilSegment *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilSegment, spil_segment_clear)

G_END_DECLS
