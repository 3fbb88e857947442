// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-id.h"

G_BEGIN_DECLS

/** Why bytes from a carrier are refused. The message is one sentence for people. */
typedef enum
{
  SPIL_WIRE_ERROR_DAMAGED, /**< cut short, altered, or not of this kind */
  SPIL_WIRE_ERROR_NEWER, /**< of a later format */
  SPIL_WIRE_ERROR_FOREIGN, /**< of another space */
  SPIL_WIRE_ERROR_FORGED, /**< not signed by whom it says */
  SPIL_WIRE_ERROR_KEY, /**< cannot be decrypted with this key */
  SPIL_WIRE_ERROR_TOO_LARGE, /**< more than is ever made: a decompression bomb */
} SpilWireError;

#define SPIL_WIRE_ERROR (spil_wire_error_quark ())
GQuark spil_wire_error_quark (void);

/** Gets the cryptographic library ready. Call it before anything else of this folder; any number of times, from any thread. */
void spil_wire_init (void);

/** BLAKE2b, 256 bits. */
typedef struct
{
  uint8_t bytes[32];
} SpilHash;

SpilHash spil_hash (GBytes *bytes);
gboolean spil_hash_equal (const SpilHash *a, const SpilHash *b);
gboolean spil_hash_is_zero (const SpilHash *hash);
/** Lower-case hex. */
char *spil_hash_dup_text (const SpilHash *hash);
gboolean spil_hash_parse (const char *text, SpilHash *hash);

/** XChaCha20-Poly1305: everybody in the space has it. */
typedef struct
{
  uint8_t bytes[32];
} SpilSpaceKey;

/** Ed25519 for signatures, X25519 for what is sealed to one device. */
typedef struct
{
  uint8_t sign[32];
  uint8_t box[32];
} SpilPublicKey;

/** The secret half: both are made from one seed. */
typedef struct
{
  uint8_t seed[32];
} SpilSigningKey;

SpilSpaceKey spil_space_key_new (void);
SpilSigningKey spil_signing_key_new (void);
SpilPublicKey spil_signing_key_get_public (const SpilSigningKey *self);
gboolean spil_public_key_equal (const SpilPublicKey *a, const SpilPublicKey *b);

/** Appends the signature (64 bytes) over @context (a short constant text: what is signed) and all of @bytes to @bytes. */
void spil_wire_sign (GByteArray *bytes, const char *context, const SpilSigningKey *signer);
/** Whether @data ends with such a signature of @author; then @length is what comes before it. */
gboolean spil_wire_verify (const uint8_t *data, gsize length, const char *context,
                           const SpilPublicKey *author, gsize *length_signed);

/** Encrypts for everybody in the space: nonce, then cipher text; @context is authenticated with it. */
GBytes *spil_wire_encrypt (const uint8_t *data, gsize length, const char *context, const SpilSpaceKey *key);
/** NULL with SPIL_WIRE_ERROR_KEY when it does not fit. */
GBytes *spil_wire_decrypt (const uint8_t *data, gsize length, const char *context, const SpilSpaceKey *key,
                           GError **error);

/** Encrypts for one reader, from nobody in particular. */
GBytes *spil_wire_seal (const uint8_t *data, gsize length, const SpilPublicKey *reader);
GBytes *spil_wire_unseal (const uint8_t *data, gsize length, const SpilSigningKey *reader, GError **error);

/** zstd, or as it is where that is shorter. */
GByteArray *spil_wire_compress (const uint8_t *data, gsize length);
/** NULL with SPIL_WIRE_ERROR when it is no such thing or would be more than @limit bytes. */
GBytes *spil_wire_decompress (const uint8_t *data, gsize length, gsize limit, GError **error);
/** The padded length of @length bytes: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019. */
gsize spil_wire_padded_length (gsize length);
/** Lengthens @bytes to such a length; spil_wire_unpad() finds what was there. */
void spil_wire_pad (GByteArray *bytes);
gboolean spil_wire_unpad (const uint8_t *data, gsize length, gsize *length_content);

G_END_DECLS
