// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/*
 * The files of a snapshot: a head that says what it is a copy of, pieces of that copy, and what other members say of it. FORMAT.md has them byte
 * by byte.
 */

/** How much of the copy goes into one piece; the last one has what is left. */
#define SPIL_SNAPSHOT_PIECE_BYTES (4 * 1024 * 1024)

/** The most bytes that a head has. */
#define SPIL_SNAPSHOT_MAX_BYTES (1024 * 1024)

/** The most bytes that the file of a piece has: what cannot be compressed, padding, and what stands around it. */
#define SPIL_SNAPSHOT_PIECE_MAX_FILE (SPIL_SNAPSHOT_PIECE_BYTES + SPIL_SNAPSHOT_PIECE_BYTES / 4)

/** What the head of a snapshot says. */
typedef struct
{
  int epoch; /**< number of the space key it is encrypted with */
  SpilId device; /**< who made it */
  int64_t number; /**< from 1 on, per device */
  GArray *vector; /**< of SpilVectorItem, by device: which entries it holds */
  SpilHash digest; /**< of the data */
  SpilHash fingerprint; /**< of the descriptors, as in a standing */
  SpilHash schema; /**< of the tables: only the same version of Spil can use it */
  SpilHash history; /**< of the entries and packets, see spil_store_hash_history() */
  int64_t
      n_erased; /**< rows that had lost their personal data: a snapshot of before an erasure holds keys that nobody may have any more */
  SpilTime time; /**< when it was made */
  SpilSpaceKey key; /**< of the pieces */
  int64_t length; /**< of the copy, in bytes */
  GArray *pieces; /**< of SpilHash: of the files, in order */
} SpilSnapshot;

void spil_snapshot_clear (SpilSnapshot *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilSnapshot, spil_snapshot_clear)

/** How many pieces there are of a copy of @length bytes. */
int64_t spil_snapshot_count_pieces (int64_t length);

/** Encrypts with the key of its epoch and signs. */
GBytes *spil_snapshot_seal (const SpilSnapshot *self, const SpilId *space, const SpilSpaceKey *key,
                            const SpilSigningKey *signer);

/** Reads epoch, device and number of @bytes, which may come from anywhere; the rest is left empty. SPIL_WIRE_ERROR. */
gboolean spil_snapshot_read_head (GBytes *bytes, const SpilId *space, SpilSnapshot *snapshot, GError **error);

/** Checks the signature of @author, decrypts and reads all of it. SPIL_WIRE_ERROR. */
gboolean spil_snapshot_open_head (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                                  const SpilSpaceKey *key, SpilSnapshot *snapshot, GError **error);

/** The file of piece @place (from 0) of the snapshot, of which epoch, device, number and key are known. */
GBytes *spil_snapshot_seal_piece (const SpilSnapshot *self, const SpilId *space, int64_t place,
                                  const uint8_t *data, gsize length);

/** What stands in that file: exactly as many bytes of the copy as belong there. SPIL_WIRE_ERROR. */
GBytes *spil_snapshot_open_piece (const SpilSnapshot *self, const SpilId *space, int64_t place, GBytes *bytes,
                                  GError **error);

/** What @device says of the snapshot whose head has the hash @head: that the same entries gave it the same data. */
GBytes *spil_snapshot_witness (const SpilId *space, const SpilId *device, const SpilHash *head,
                               const SpilSigningKey *signer);

/** Whether @bytes say that, signed by @author. */
gboolean spil_snapshot_is_witness (GBytes *bytes, const SpilId *space, const SpilId *device,
                                   const SpilHash *head, const SpilPublicKey *author);

/** The most bytes that has. */
#define SPIL_SNAPSHOT_WITNESS_MAX_BYTES 512

G_END_DECLS
