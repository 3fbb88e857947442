// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-standing.h"

#include "spil-wire-private.h"

#define MAGIC "SPST"
#define CONTEXT "spil standing"

void
spil_standing_clear (SpilStanding *self)
{
  g_clear_pointer (&self->vector, g_array_unref);
}

GBytes *
spil_standing_seal (const SpilStanding *self, const SpilId *space, const SpilSpaceKey *key,
                    const SpilSigningKey *signer)
{
  GByteArray *head = spil_wire_begin (MAGIC, space);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  spil_bytes_add_number (head, (uint64_t) self->epoch);
  spil_bytes_add_id (head, &self->device);
  spil_bytes_add_number (head, (uint64_t) self->number);
  spil_wire_add_vector (content, self->vector, NULL);
  spil_wire_add_hash (content, &self->digest);
  spil_wire_add_hash (content, &self->fingerprint);
  spil_bytes_add_signed (content, self->clock.ms);
  return spil_wire_finish (head, content, CONTEXT, key, signer);
}

static gboolean
read_head (SpilBytes *bytes, const SpilId *space, SpilStanding *standing, GError **error)
{
  *standing = (SpilStanding) { 0 };
  return spil_wire_read_numbered (bytes, MAGIC, space, &standing->epoch, &standing->device, &standing->number,
                                  error);
}

gboolean
spil_standing_read_head (GBytes *bytes, const SpilId *space, SpilStanding *standing, GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return read_head (&reader, space, standing, error);
}

static gboolean
read_content (GBytes *content, SpilStanding *standing)
{
  SpilBytes bytes = spil_bytes (g_bytes_get_data (content, NULL), g_bytes_get_size (content));

  standing->vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  return spil_wire_read_vector (&bytes, standing->vector) &&
         spil_wire_read_hash (&bytes, &standing->digest) &&
         spil_wire_read_hash (&bytes, &standing->fingerprint) &&
         spil_bytes_read_signed (&bytes, &standing->clock.ms) && spil_bytes_left (&bytes) == 0;
}

gboolean
spil_standing_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author, const SpilSpaceKey *key,
                    SpilStanding *standing, GError **error)
{
  const uint8_t *data = g_bytes_get_data (bytes, NULL);
  SpilBytes reader = spil_bytes (data, g_bytes_get_size (bytes));
  g_autoptr (GBytes) content = NULL;
  g_auto (SpilStanding) read = { 0 };

  *standing = (SpilStanding) { 0 };
  if (!read_head (&reader, space, &read, error))
    return FALSE;
  content = spil_wire_open (bytes, (gsize) (reader.at - data), CONTEXT, author, key, SPIL_STANDING_MAX_BYTES,
                            error);
  if (content == NULL)
    return FALSE;
  if (!read_content (content, &read))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  *standing = read;
  read = (SpilStanding) { 0 };
  return TRUE;
}
