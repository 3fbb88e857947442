// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What a key packet is about; can be read without a key. */
typedef struct
{
  int epoch; /**< number of the space key it is encrypted with */
  SpilId author; /**< who made it: the device itself, or one that has the rows and rescues its packet */
  SpilId device; /**< whose entries added the rows */
  int64_t first; /**< sequence of the first of those entries */
  int64_t last; /**< and of the last */
  int version; /**< from 1 on: a higher one of the same author replaces a lower one, and knows of more rows that were erased */
} SpilKeyPacketHead;

/** The most bytes that a key packet has. */
#define SPIL_KEY_PACKET_MAX_BYTES (256 * 1024 * 1024)

/** Packs @keys (of SpilRowKey, in any order, each row once): see FORMAT.md. An erased row's key does not travel. */
GBytes *spil_key_packet_seal (const SpilKeyPacketHead *head, GArray *keys, const SpilId *space,
                              const SpilSpaceKey *key, const SpilSigningKey *signer);

/** Reads the head of @bytes, which may come from anywhere. SPIL_WIRE_ERROR when it is no key packet of @space. */
gboolean
spil_key_packet_read_head (GBytes *bytes, const SpilId *space, SpilKeyPacketHead *head, GError **error);

/**
 * Checks the signature of @author, decrypts with @key and gives the keys, as SpilRowKey sorted by row: all of them, or NULL with a
 * SPIL_WIRE_ERROR that says what failed. @head may be NULL. Free with g_array_unref(), which clears the keys from memory.
 */
GArray *spil_key_packet_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                              const SpilSpaceKey *key, SpilKeyPacketHead *head, GError **error);

G_END_DECLS
