// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-wire-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

G_STATIC_ASSERT (sizeof (SpilHash) == 32 && crypto_sign_BYTES == SPIL_WIRE_SIGNATURE_LENGTH);
G_STATIC_ASSERT (crypto_sign_SEEDBYTES == sizeof ((SpilSigningKey *) NULL)->seed);
G_STATIC_ASSERT (crypto_sign_PUBLICKEYBYTES == sizeof ((SpilPublicKey *) NULL)->sign);

G_DEFINE_QUARK (spil - wire - error - quark, spil_wire_error)

static const char *
sentence (SpilWireError code)
{
  switch (code) {
  case SPIL_WIRE_ERROR_NEWER:
    return _ (
        "A file in the shared folder was made by a newer version of Spil. It is kept until this laptop has that version too.");
  case SPIL_WIRE_ERROR_FOREIGN:
    return _ ("A file in the shared folder belongs to other shared data. It is left alone.");
  case SPIL_WIRE_ERROR_FORGED:
    return _ (
        "A file in the shared folder does not come from the laptop that it names. Nothing of it was taken over; tell the project leader.");
  case SPIL_WIRE_ERROR_KEY:
    return _ (
        "A file in the shared folder cannot be opened by this laptop. Nothing of it was taken over; it is tried again with the next synchronisation.");
  case SPIL_WIRE_ERROR_TOO_LARGE:
    return _ (
        "A file in the shared folder is larger than Spil ever makes one. Nothing of it was taken over; tell the project leader.");
  case SPIL_WIRE_ERROR_DAMAGED:
  default:
    return _ (
        "A file in the shared folder is damaged or not complete. Nothing of it was taken over; it is tried again with the next synchronisation.");
  }
}

gboolean
spil_wire_fail (GError **error, SpilWireError code)
{
  g_set_error_literal (error, SPIL_WIRE_ERROR, (int) code, sentence (code));
  return FALSE;
}

void
spil_wire_init (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium finds no source of random numbers");
}

SpilHash
spil_hash (GBytes *bytes)
{
  SpilHash hash;
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);

  crypto_generichash (hash.bytes, sizeof hash.bytes, data, length, NULL, 0);
  return hash;
}

gboolean
spil_hash_equal (const SpilHash *a, const SpilHash *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

gboolean
spil_hash_is_zero (const SpilHash *hash)
{
  return spil_hash_equal (hash, &(SpilHash) { 0 });
}

char *
spil_hash_dup_text (const SpilHash *hash)
{
  char *text = g_malloc (2 * sizeof hash->bytes + 1);

  return sodium_bin2hex (text, 2 * sizeof hash->bytes + 1, hash->bytes, sizeof hash->bytes);
}

gboolean
spil_hash_parse (const char *text, SpilHash *hash)
{
  SpilHash read;

  if (strlen (text) != 2 * sizeof read.bytes)
    return FALSE;
  for (gsize i = 0; i < sizeof read.bytes; i++) {
    const char *pair = text + 2 * i;

    if (g_ascii_isupper (pair[0]) || g_ascii_isupper (pair[1]) || !g_ascii_isxdigit (pair[0]) ||
        !g_ascii_isxdigit (pair[1]))
      return FALSE;
    read.bytes[i] = (uint8_t) (g_ascii_xdigit_value (pair[0]) << 4 | g_ascii_xdigit_value (pair[1]));
  }
  *hash = read;
  return TRUE;
}

SpilSpaceKey
spil_space_key_new (void)
{
  SpilSpaceKey key;

  spil_wire_init ();
  randombytes_buf (key.bytes, sizeof key.bytes);
  return key;
}

SpilSigningKey
spil_signing_key_new (void)
{
  SpilSigningKey key;

  spil_wire_init ();
  randombytes_buf (key.seed, sizeof key.seed);
  return key;
}

SpilPublicKey
spil_signing_key_get_public (const SpilSigningKey *self)
{
  SpilPublicKey public;
  uint8_t sign_secret[crypto_sign_SECRETKEYBYTES];
  uint8_t box_secret[crypto_box_SECRETKEYBYTES];

  crypto_sign_seed_keypair (public.sign, sign_secret, self->seed);
  spil_wire_box_pair (self, public.box, box_secret);
  sodium_memzero (sign_secret, sizeof sign_secret);
  sodium_memzero (box_secret, sizeof box_secret);
  return public;
}

gboolean
spil_public_key_equal (const SpilPublicKey *a, const SpilPublicKey *b)
{
  return memcmp (a->sign, b->sign, sizeof a->sign) == 0 && memcmp (a->box, b->box, sizeof a->box) == 0;
}

// What is signed: the context, a zero, and the hash of the bytes.
static GByteArray *
signed_message (const uint8_t *data, gsize length, const char *context)
{
  GByteArray *message = g_byte_array_new ();
  SpilHash hash;

  crypto_generichash (hash.bytes, sizeof hash.bytes, data, length, NULL, 0);
  g_byte_array_append (message, (const guint8 *) context, (guint) strlen (context) + 1);
  g_byte_array_append (message, hash.bytes, sizeof hash.bytes);
  return message;
}

void
spil_wire_sign (GByteArray *bytes, const char *context, const SpilSigningKey *signer)
{
  g_autoptr (GByteArray) message = signed_message (bytes->data, bytes->len, context);
  uint8_t public[crypto_sign_PUBLICKEYBYTES];
  uint8_t secret[crypto_sign_SECRETKEYBYTES];
  uint8_t signature[crypto_sign_BYTES];

  crypto_sign_seed_keypair (public, secret, signer->seed);
  crypto_sign_detached (signature, NULL, message->data, message->len, secret);
  sodium_memzero (secret, sizeof secret);
  g_byte_array_append (bytes, signature, sizeof signature);
}

gboolean
spil_wire_verify (const uint8_t *data, gsize length, const char *context, const SpilPublicKey *author,
                  gsize *length_signed)
{
  g_autoptr (GByteArray) message = NULL;

  if (length < SPIL_WIRE_SIGNATURE_LENGTH)
    return FALSE;
  length -= SPIL_WIRE_SIGNATURE_LENGTH;
  message = signed_message (data, length, context);
  if (crypto_sign_verify_detached (data + length, message->data, message->len, author->sign) != 0)
    return FALSE;
  if (length_signed != NULL)
    *length_signed = length;
  return TRUE;
}
