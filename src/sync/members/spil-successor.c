// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>
#include <string.h>

#include "spil-membership-private.h"

#define MAGIC "SPSU"
#define CONTEXT "spil successor"
#define NONCE_LENGTH 16

static const char label[] = "spil successor id";

// The identity follows from who takes it, so that nobody can claim that of another laptop.
static SpilId
derive (const SpilId *space, const SpilId *device, const uint8_t sign[32], SpilTime time,
        const uint8_t nonce[NONCE_LENGTH])
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  uint8_t hash[32];

  g_byte_array_append (bytes, (const guint8 *) label, sizeof label);
  spil_bytes_add_id (bytes, space);
  spil_bytes_add_id (bytes, device);
  g_byte_array_append (bytes, sign, 32);
  g_byte_array_append (bytes, nonce, NONCE_LENGTH);
  crypto_generichash (hash, sizeof hash, bytes->data, bytes->len, NULL, 0);
  return spil_id_new_seeded (time.ms, hash);
}

GBytes *
spil_successor_make (const SpilId *space, const SpilId *device, const SpilSigningKey *signer, SpilTime time,
                     SpilId *successor)
{
  GByteArray *bytes = spil_wire_begin (MAGIC, space);
  SpilPublicKey key = spil_signing_key_get_public (signer);
  uint8_t nonce[NONCE_LENGTH];

  time.ms = MAX (time.ms, 0);
  randombytes_buf (nonce, sizeof nonce);
  spil_bytes_add_id (bytes, device);
  g_byte_array_append (bytes, key.sign, sizeof key.sign);
  spil_bytes_add_number (bytes, (uint64_t) time.ms);
  g_byte_array_append (bytes, nonce, sizeof nonce);
  spil_wire_sign (bytes, CONTEXT, signer);
  *successor = derive (space, device, key.sign, time, nonce);
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
spil_successor_parse (GBytes *statement, const SpilId *space, SpilSuccessor *successor, GError **error)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (statement, &length);
  SpilBytes bytes = spil_bytes (data, length);
  SpilPublicKey key = { 0 };
  uint8_t nonce[NONCE_LENGTH];
  uint64_t ms;

  if (!spil_wire_read_begin (&bytes, MAGIC, space, NULL, error))
    return FALSE;
  if (!spil_bytes_read_id (&bytes, &successor->device) || spil_id_is_nil (successor->device) ||
      !spil_wire_read_raw (&bytes, key.sign, sizeof key.sign) ||
      !spil_bytes_read_bounded (&bytes, G_MAXINT64, &ms) ||
      !spil_wire_read_raw (&bytes, nonce, sizeof nonce) ||
      spil_bytes_left (&bytes) != SPIL_WIRE_SIGNATURE_LENGTH)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  if (!spil_wire_verify (data, length, CONTEXT, &key, NULL))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
  memcpy (successor->sign, key.sign, sizeof successor->sign);
  successor->time.ms = (int64_t) ms;
  successor->successor = derive (space, &successor->device, key.sign, successor->time, nonce);
  return TRUE;
}

gboolean
spil_successor_read (GBytes *statement, const SpilId *space, SpilId *device, SpilId *successor,
                     GError **error)
{
  SpilSuccessor read;

  if (!spil_successor_parse (statement, space, &read, error))
    return FALSE;
  *device = read.device;
  *successor = read.successor;
  return TRUE;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const SpilSuccessor *x = a;
  const SpilSuccessor *y = b;

  if (x->time.ms != y->time.ms)
    return x->time.ms < y->time.ms ? -1 : 1;
  return spil_id_compare (x->successor, y->successor);
}

gboolean
spil_membership_add_successor (SpilMembership *self, GBytes *statement, GError **error)
{
  SpilSuccessor new;
  const SpilMemberFacts *facts;

  if (!spil_successor_parse (statement, &self->space, &new, error))
    return FALSE;
  facts = spil_membership_get (self, &new.device);
  if (facts != NULL && memcmp (facts->key.sign, new.sign, sizeof new.sign) != 0)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
  for (guint i = 0; i < self->statements->len; i++)
    if (spil_id_equal (g_array_index (self->statements, SpilSuccessor, i).successor, new.successor))
      return TRUE;
  g_array_append_val (self->statements, new);
  g_array_sort (self->statements, compare_statements);
  spil_membership_resolve (self);
  return TRUE;
}
