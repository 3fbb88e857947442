// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot.h"

#include <sodium.h>
#include <string.h>

#include "spil-wire-private.h"

#define MAGIC "SPSN"
#define CONTEXT "spil snapshot"
#define PIECE_MAGIC "SPSP"
#define PIECE_CONTEXT "spil snapshot piece"
#define WITNESS_MAGIC "SPSW"
#define WITNESS_CONTEXT "spil snapshot witness"

// More than any disk holds; its pieces still fit into a head.
#define MAX_LENGTH ((int64_t) 64 * 1024 * 1024 * 1024)

void
spil_snapshot_clear (SpilSnapshot *self)
{
  g_clear_pointer (&self->vector, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  sodium_memzero (&self->key, sizeof self->key);
}

int64_t
spil_snapshot_count_pieces (int64_t length)
{
  return (length + SPIL_SNAPSHOT_PIECE_BYTES - 1) / SPIL_SNAPSHOT_PIECE_BYTES;
}

GBytes *
spil_snapshot_seal (const SpilSnapshot *self, const SpilId *space, const SpilSpaceKey *key,
                    const SpilSigningKey *signer)
{
  GByteArray *head = spil_wire_begin (MAGIC, space);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  GBytes *sealed;

  spil_bytes_add_number (head, (uint64_t) self->epoch);
  spil_bytes_add_id (head, &self->device);
  spil_bytes_add_number (head, (uint64_t) self->number);
  spil_wire_add_vector (content, self->vector, NULL);
  spil_wire_add_hash (content, &self->digest);
  spil_wire_add_hash (content, &self->fingerprint);
  spil_wire_add_hash (content, &self->schema);
  spil_wire_add_hash (content, &self->history);
  spil_bytes_add_number (content, (uint64_t) self->n_erased);
  spil_bytes_add_number (content, (uint64_t) self->time.ms);
  g_byte_array_append (content, self->key.bytes, sizeof self->key.bytes);
  spil_bytes_add_number (content, (uint64_t) self->length);
  for (guint i = 0; i < self->pieces->len; i++)
    spil_wire_add_hash (content, &g_array_index (self->pieces, SpilHash, i));
  sealed = spil_wire_finish (head, content, CONTEXT, key, signer);
  sodium_memzero (content->data, content->len);
  return sealed;
}

static gboolean
read_head (SpilBytes *bytes, const SpilId *space, SpilSnapshot *snapshot, GError **error)
{
  *snapshot = (SpilSnapshot) { 0 };
  return spil_wire_read_numbered (bytes, MAGIC, space, &snapshot->epoch, &snapshot->device, &snapshot->number,
                                  error);
}

gboolean
spil_snapshot_read_head (GBytes *bytes, const SpilId *space, SpilSnapshot *snapshot, GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return read_head (&reader, space, snapshot, error);
}

static gboolean
read_pieces (SpilBytes *bytes, SpilSnapshot *snapshot)
{
  gsize n_pieces = (gsize) spil_snapshot_count_pieces (snapshot->length);

  snapshot->pieces = g_array_new (FALSE, FALSE, sizeof (SpilHash));
  if (spil_bytes_left (bytes) != n_pieces * sizeof (SpilHash))
    return FALSE;
  for (gsize i = 0; i < n_pieces; i++) {
    SpilHash hash;

    if (!spil_wire_read_hash (bytes, &hash))
      return FALSE;
    g_array_append_val (snapshot->pieces, hash);
  }
  return TRUE;
}

static gboolean
read_count (SpilBytes *bytes, int64_t max, int64_t *count)
{
  uint64_t number;

  if (!spil_bytes_read_bounded (bytes, (uint64_t) max, &number))
    return FALSE;
  *count = (int64_t) number;
  return TRUE;
}

static gboolean
read_content (GBytes *content, SpilSnapshot *snapshot)
{
  SpilBytes bytes = spil_bytes (g_bytes_get_data (content, NULL), g_bytes_get_size (content));

  snapshot->vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  return spil_wire_read_vector (&bytes, snapshot->vector) &&
         spil_wire_read_hash (&bytes, &snapshot->digest) &&
         spil_wire_read_hash (&bytes, &snapshot->fingerprint) &&
         spil_wire_read_hash (&bytes, &snapshot->schema) &&
         spil_wire_read_hash (&bytes, &snapshot->history) &&
         read_count (&bytes, G_MAXINT64, &snapshot->n_erased) &&
         read_count (&bytes, G_MAXINT64, &snapshot->time.ms) &&
         spil_wire_read_raw (&bytes, snapshot->key.bytes, sizeof snapshot->key.bytes) &&
         read_count (&bytes, MAX_LENGTH, &snapshot->length) && snapshot->length > 0 &&
         read_pieces (&bytes, snapshot);
}

gboolean
spil_snapshot_open_head (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                         const SpilSpaceKey *key, SpilSnapshot *snapshot, GError **error)
{
  const uint8_t *data = g_bytes_get_data (bytes, NULL);
  SpilBytes reader = spil_bytes (data, g_bytes_get_size (bytes));
  g_autoptr (GBytes) content = NULL;
  g_auto (SpilSnapshot) read = { 0 };

  *snapshot = (SpilSnapshot) { 0 };
  if (!read_head (&reader, space, &read, error))
    return FALSE;
  content = spil_wire_open (bytes, (gsize) (reader.at - data), CONTEXT, author, key, SPIL_SNAPSHOT_MAX_BYTES,
                            error);
  if (content == NULL)
    return FALSE;
  if (!read_content (content, &read))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  *snapshot = read;
  read = (SpilSnapshot) { 0 };
  return TRUE;
}

// What stands in clear before a piece.
static GByteArray *
begin_piece (const SpilSnapshot *self, const SpilId *space, int64_t place)
{
  GByteArray *head = spil_wire_begin (PIECE_MAGIC, space);

  spil_bytes_add_id (head, &self->device);
  spil_bytes_add_number (head, (uint64_t) self->number);
  spil_bytes_add_number (head, (uint64_t) place);
  return head;
}

GBytes *
spil_snapshot_seal_piece (const SpilSnapshot *self, const SpilId *space, int64_t place, const uint8_t *data,
                          gsize length)
{
  GByteArray *head = begin_piece (self, space, place);
  g_autoptr (GByteArray) packed = spil_wire_compress (data, length);
  g_autoptr (GBytes) cipher = NULL;

  spil_wire_pad (packed);
  cipher = spil_wire_encrypt_with (packed->data, packed->len, PIECE_CONTEXT, head->data, head->len,
                                   &self->key);
  g_byte_array_append (head, g_bytes_get_data (cipher, NULL), (guint) g_bytes_get_size (cipher));
  return g_byte_array_free_to_bytes (head);
}

// How many bytes of the copy are in piece @place.
static gsize
piece_length (const SpilSnapshot *self, int64_t place)
{
  return (gsize) MIN (self->length - place * SPIL_SNAPSHOT_PIECE_BYTES, SPIL_SNAPSHOT_PIECE_BYTES);
}

GBytes *
spil_snapshot_open_piece (const SpilSnapshot *self, const SpilId *space, int64_t place, GBytes *bytes,
                          GError **error)
{
  g_autoptr (GByteArray) head = begin_piece (self, space, place);
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) content = NULL;
  const uint8_t *packed;
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);

  if (length < head->len || memcmp (data, head->data, head->len) != 0) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  plain = spil_wire_decrypt_with (data + head->len, length - head->len, PIECE_CONTEXT, head->data, head->len,
                                  &self->key, error);
  if (plain == NULL)
    return NULL;
  packed = g_bytes_get_data (plain, &length);
  if (!spil_wire_unpad (packed, length, &length)) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  content = spil_wire_decompress (packed, length, SPIL_SNAPSHOT_PIECE_BYTES, error);
  if (content == NULL)
    return NULL;
  if (g_bytes_get_size (content) != piece_length (self, place)) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  return g_steal_pointer (&content);
}

static GByteArray *
begin_witness (const SpilId *space, const SpilId *device, const SpilHash *head)
{
  GByteArray *bytes = spil_wire_begin (WITNESS_MAGIC, space);

  spil_bytes_add_id (bytes, device);
  spil_wire_add_hash (bytes, head);
  return bytes;
}

GBytes *
spil_snapshot_witness (const SpilId *space, const SpilId *device, const SpilHash *head,
                       const SpilSigningKey *signer)
{
  GByteArray *bytes = begin_witness (space, device, head);

  spil_wire_sign (bytes, WITNESS_CONTEXT, signer);
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
spil_snapshot_is_witness (GBytes *bytes, const SpilId *space, const SpilId *device, const SpilHash *head,
                          const SpilPublicKey *author)
{
  g_autoptr (GByteArray) said = begin_witness (space, device, head);
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);

  return spil_wire_verify (data, length, WITNESS_CONTEXT, author, &length) && length == said->len &&
         memcmp (data, said->data, said->len) == 0;
}
