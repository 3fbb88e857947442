// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-wire-private.h"

#include <sodium.h>
#include <string.h>

#define NONCE_LENGTH crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_LENGTH crypto_aead_xchacha20poly1305_ietf_ABYTES

// The seed itself makes the Ed25519 pair; this label keeps the X25519 pair apart from it.
static const char box_label[] = "spil box key";

void
spil_wire_box_pair (const SpilSigningKey *signer, uint8_t public[32], uint8_t secret[32])
{
  uint8_t seed[crypto_box_SEEDBYTES];

  crypto_generichash (seed, sizeof seed, (const uint8_t *) box_label, strlen (box_label), signer->seed,
                      sizeof signer->seed);
  crypto_box_seed_keypair (public, secret, seed);
  sodium_memzero (seed, sizeof seed);
}

// The context, a zero, and what else is authenticated.
static GByteArray *
associated (const char *context, const uint8_t *more, gsize more_length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) context, (guint) strlen (context) + 1);
  g_byte_array_append (bytes, more, (guint) more_length);
  return bytes;
}

GBytes *
spil_wire_encrypt_with (const uint8_t *data, gsize length, const char *context, const uint8_t *more,
                        gsize more_length, const SpilSpaceKey *key)
{
  g_autoptr (GByteArray) with = associated (context, more, more_length);
  gsize total = NONCE_LENGTH + length + TAG_LENGTH;
  uint8_t *out = g_malloc (total);

  randombytes_buf (out, NONCE_LENGTH);
  crypto_aead_xchacha20poly1305_ietf_encrypt (out + NONCE_LENGTH, NULL, data, length, with->data, with->len,
                                              NULL, out, key->bytes);
  return g_bytes_new_take (out, total);
}

GBytes *
spil_wire_decrypt_with (const uint8_t *data, gsize length, const char *context, const uint8_t *more,
                        gsize more_length, const SpilSpaceKey *key, GError **error)
{
  g_autoptr (GByteArray) with = associated (context, more, more_length);
  g_autofree uint8_t *out = NULL;
  gsize plain;

  if (length < NONCE_LENGTH + TAG_LENGTH) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  plain = length - NONCE_LENGTH - TAG_LENGTH;
  out = g_malloc (plain + 1);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (out, NULL, NULL, data + NONCE_LENGTH, length - NONCE_LENGTH,
                                                  with->data, with->len, data, key->bytes) != 0) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_KEY);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&out), plain);
}

GBytes *
spil_wire_encrypt (const uint8_t *data, gsize length, const char *context, const SpilSpaceKey *key)
{
  return spil_wire_encrypt_with (data, length, context, NULL, 0, key);
}

GBytes *
spil_wire_decrypt (const uint8_t *data, gsize length, const char *context, const SpilSpaceKey *key,
                   GError **error)
{
  return spil_wire_decrypt_with (data, length, context, NULL, 0, key, error);
}

GBytes *
spil_wire_seal (const uint8_t *data, gsize length, const SpilPublicKey *reader)
{
  g_autofree uint8_t *out = g_malloc (length + crypto_box_SEALBYTES);

  // Fails for a public key that is none: then nobody can read it, which is what this gives.
  if (crypto_box_seal (out, data, length, reader->box) != 0)
    randombytes_buf (out, length + crypto_box_SEALBYTES);
  return g_bytes_new_take (g_steal_pointer (&out), length + crypto_box_SEALBYTES);
}

GBytes *
spil_wire_unseal (const uint8_t *data, gsize length, const SpilSigningKey *reader, GError **error)
{
  uint8_t public[crypto_box_PUBLICKEYBYTES];
  uint8_t secret[crypto_box_SECRETKEYBYTES];
  g_autofree uint8_t *out = NULL;
  int failed;

  if (length < crypto_box_SEALBYTES) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  out = g_malloc (length - crypto_box_SEALBYTES + 1);
  spil_wire_box_pair (reader, public, secret);
  failed = crypto_box_seal_open (out, data, length, public, secret);
  sodium_memzero (secret, sizeof secret);
  if (failed != 0) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_KEY);
    return NULL;
  }
  return g_bytes_new_take (g_steal_pointer (&out), length - crypto_box_SEALBYTES);
}
