// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What one laptop sends to another, without a carrier between them. */
#pragma once

#include "bench-rows.h"
#include "spil-segment.h"

G_BEGIN_DECLS

/** The keys of a space in which all laptops sign with the same key. */
typedef struct
{
  SpilId id;
  SpilSpaceKey key;
  SpilSigningKey signer;
  SpilPublicKey author;
} BenchSpace;

BenchSpace bench_space_new (void);

/** Entries @first to @last of the store's own as a segment: read from the log, packed, encrypted, signed. */
GBytes *bench_space_pack (const BenchSpace *self, SpilStore *store, int64_t first, int64_t last);

/** Seals what is in @writer as a segment of @device. */
GBytes *bench_space_seal (const BenchSpace *self, SpilSegmentWriter *writer, SpilId device);

/** The number of the last entry of the store's own. */
int64_t bench_last_entry (SpilStore *store);

/** An empty store in an emptied folder with that name. */
SpilStore *bench_receiver_store_new (const char *name);

/** Closes the store: all that it holds is in one file then. Returns its size in bytes. */
int64_t bench_close_to_size (SpilStore *store);

/** Carries out segments as a run of synchronisation does: as many at once, and with the segments themselves kept. */
typedef struct
{
  const BenchSpace *space;
  SpilStore *store;
  GPtrArray *open; /* of SpilSegment */
  GPtrArray *bytes; /* of GBytes, of those */
  gsize n_bytes;
  guint n_entries;
} BenchReceiver;

void bench_receiver_init (BenchReceiver *self, const BenchSpace *space, SpilStore *store);
/** Takes the next segment; carries out what was taken when it is enough. */
void bench_receiver_take (BenchReceiver *self, GBytes *segment);
/** Carries out what is left. */
void bench_receiver_clear (BenchReceiver *self);

/** Carries out @n segments. */
void bench_receive (const BenchSpace *space, SpilStore *store, GBytes *const *segments, guint n);

G_END_DECLS
