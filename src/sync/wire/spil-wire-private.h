// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-bytes.h"
#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/*
 * What the formats of FORMAT.md have in common. A file begins with four letters, the number of its format and the space; those stay where
 * they are in all versions. Then comes what can be read in clear, then the rest, encrypted, and a signature over all.
 */

/** The most that the content of any file comes to when it is decompressed. */
#define SPIL_WIRE_MAX_CONTENT (256 * 1024 * 1024)

/** Length of the signature that spil_wire_sign() appends. */
#define SPIL_WIRE_SIGNATURE_LENGTH 64

/** Sets the sentence that belongs to @code; returns FALSE. */
gboolean spil_wire_fail (GError **error, SpilWireError code);

/** Begins a file: @magic (four letters), format 1, space. */
GByteArray *spil_wire_begin (const char *magic, const SpilId *space);
/** Reads what spil_wire_begin() wrote; @space NULL: of any space, which is told in @found (nullable). */
gboolean spil_wire_read_begin (SpilBytes *bytes, const char *magic, const SpilId *space, SpilId *found,
                               GError **error);

/** Reads the whole head of a file that a device numbers itself: beginning, epoch, device, number. What follows is at least a signature. */
gboolean spil_wire_read_numbered (SpilBytes *bytes, const char *magic, const SpilId *space, int *epoch,
                                  SpilId *device, int64_t *number, GError **error);

void spil_wire_add_hash (GByteArray *bytes, const SpilHash *hash);
gboolean spil_wire_read_hash (SpilBytes *bytes, SpilHash *hash);
/** The items of @vector (of SpilVectorItem) by device; those without entries and that of @except (nullable) are left out. */
void spil_wire_add_vector (GByteArray *bytes, GArray *vector, const SpilId *except);
/** Appends to @vector. */
gboolean spil_wire_read_vector (SpilBytes *bytes, GArray *vector);
/** Exactly @length bytes as they are. */
gboolean spil_wire_read_raw (SpilBytes *bytes, void *data, gsize length);
/** A sequence number or a count: 1 to G_MAXINT64. */
gboolean spil_wire_read_sequence (SpilBytes *bytes, int64_t *sequence);
/** A number of an epoch, version or entry: 1 to G_MAXINT32. */
gboolean spil_wire_read_ordinal (SpilBytes *bytes, int *ordinal);

/** The X25519 pair of a seed. */
void spil_wire_box_pair (const SpilSigningKey *signer, uint8_t public[32], uint8_t secret[32]);

/** spil_wire_encrypt() with @more authenticated as well. */
GBytes *spil_wire_encrypt_with (const uint8_t *data, gsize length, const char *context, const uint8_t *more,
                                gsize more_length, const SpilSpaceKey *key);
GBytes *spil_wire_decrypt_with (const uint8_t *data, gsize length, const char *context, const uint8_t *more,
                                gsize more_length, const SpilSpaceKey *key, GError **error);

/** Compresses, pads and encrypts @content, puts it behind @head and signs both. Takes @head. */
GBytes *spil_wire_finish (GByteArray *head, GByteArray *content, const char *context, const SpilSpaceKey *key,
                          const SpilSigningKey *signer);
/** The content again, of @bytes of which the first @head_length are the head. */
GBytes *spil_wire_open (GBytes *bytes, gsize head_length, const char *context, const SpilPublicKey *author,
                        const SpilSpaceKey *key, gsize limit, GError **error);

G_END_DECLS
