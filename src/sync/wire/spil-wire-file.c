// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-wire-private.h"

#include <string.h>

#define FORMAT 1
#define MAGIC_LENGTH 4

GByteArray *
spil_wire_begin (const char *magic, const SpilId *space)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) magic, MAGIC_LENGTH);
  spil_bytes_add_number (bytes, FORMAT);
  spil_bytes_add_id (bytes, space);
  return bytes;
}

gboolean
spil_wire_read_begin (SpilBytes *bytes, const char *magic, const SpilId *space, SpilId *found, GError **error)
{
  uint8_t letters[MAGIC_LENGTH];
  uint64_t format;
  SpilId id;

  if (!spil_wire_read_raw (bytes, letters, sizeof letters) || memcmp (letters, magic, sizeof letters) != 0 ||
      !spil_bytes_read_number (bytes, &format) || format == 0 || !spil_bytes_read_id (bytes, &id) ||
      spil_id_is_nil (id))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  if (space != NULL && !spil_id_equal (id, *space))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FOREIGN);
  if (format > FORMAT)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_NEWER);
  if (found != NULL)
    *found = id;
  return TRUE;
}

gboolean
spil_wire_read_numbered (SpilBytes *bytes, const char *magic, const SpilId *space, int *epoch, SpilId *device,
                         int64_t *number, GError **error)
{
  if (!spil_wire_read_begin (bytes, magic, space, NULL, error))
    return FALSE;
  if (!spil_wire_read_ordinal (bytes, epoch) || !spil_bytes_read_id (bytes, device) ||
      spil_id_is_nil (*device) || !spil_wire_read_sequence (bytes, number) ||
      spil_bytes_left (bytes) < SPIL_WIRE_SIGNATURE_LENGTH)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  return TRUE;
}

void
spil_wire_add_hash (GByteArray *bytes, const SpilHash *hash)
{
  g_byte_array_append (bytes, hash->bytes, sizeof hash->bytes);
}

gboolean
spil_wire_read_raw (SpilBytes *bytes, void *data, gsize length)
{
  if (spil_bytes_left (bytes) < length)
    return FALSE;
  memcpy (data, bytes->at, length);
  bytes->at += length;
  return TRUE;
}

gboolean
spil_wire_read_hash (SpilBytes *bytes, SpilHash *hash)
{
  return spil_wire_read_raw (bytes, hash->bytes, sizeof hash->bytes);
}

gboolean
spil_wire_read_sequence (SpilBytes *bytes, int64_t *sequence)
{
  uint64_t number;

  if (!spil_bytes_read_bounded (bytes, G_MAXINT64, &number) || number == 0)
    return FALSE;
  *sequence = (int64_t) number;
  return TRUE;
}

gboolean
spil_wire_read_ordinal (SpilBytes *bytes, int *ordinal)
{
  uint64_t number;

  if (!spil_bytes_read_bounded (bytes, G_MAXINT32, &number) || number == 0)
    return FALSE;
  *ordinal = (int) number;
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SpilVectorItem *x = a;
  const SpilVectorItem *y = b;

  return spil_id_compare (x->device, y->device);
}

void
spil_wire_add_vector (GByteArray *bytes, GArray *vector, const SpilId *except)
{
  g_autoptr (GArray) sorted = g_array_copy (vector);
  g_autoptr (GByteArray) items = g_byte_array_new ();
  guint count = 0;

  g_array_sort (sorted, compare_items);
  for (guint i = 0; i < sorted->len; i++) {
    const SpilVectorItem *item = &g_array_index (sorted, SpilVectorItem, i);

    if (item->sequence <= 0 || (except != NULL && spil_id_equal (item->device, *except)))
      continue;
    spil_bytes_add_id (items, &item->device);
    spil_bytes_add_number (items, (uint64_t) item->sequence);
    count++;
  }
  spil_bytes_add_number (bytes, count);
  g_byte_array_append (bytes, items->data, items->len);
}

gboolean
spil_wire_read_vector (SpilBytes *bytes, GArray *vector)
{
  uint64_t count;
  SpilId before = SPIL_ID_NIL;

  if (!spil_bytes_read_bounded (bytes, spil_bytes_left (bytes) / sizeof before, &count))
    return FALSE;
  for (uint64_t i = 0; i < count; i++) {
    SpilVectorItem item;

    if (!spil_bytes_read_id (bytes, &item.device) || !spil_wire_read_sequence (bytes, &item.sequence) ||
        spil_id_compare (item.device, before) <= 0)
      return FALSE;
    g_array_append_val (vector, item);
    before = item.device;
  }
  return TRUE;
}

GBytes *
spil_wire_finish (GByteArray *head, GByteArray *content, const char *context, const SpilSpaceKey *key,
                  const SpilSigningKey *signer)
{
  g_autoptr (GByteArray) packed = spil_wire_compress (content->data, content->len);
  g_autoptr (GBytes) cipher = NULL;

  spil_wire_pad (packed);
  cipher = spil_wire_encrypt_with (packed->data, packed->len, context, head->data, head->len, key);
  g_byte_array_append (head, g_bytes_get_data (cipher, NULL), (guint) g_bytes_get_size (cipher));
  spil_wire_sign (head, context, signer);
  return g_byte_array_free_to_bytes (head);
}

GBytes *
spil_wire_open (GBytes *bytes, gsize head_length, const char *context, const SpilPublicKey *author,
                const SpilSpaceKey *key, gsize limit, GError **error)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GBytes) plain = NULL;
  const uint8_t *packed;
  gsize packed_length;

  if (!spil_wire_verify (data, length, context, author, &length) || length < head_length) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
    return NULL;
  }
  plain = spil_wire_decrypt_with (data + head_length, length - head_length, context, data, head_length, key,
                                  error);
  if (plain == NULL)
    return NULL;
  packed = g_bytes_get_data (plain, &packed_length);
  if (!spil_wire_unpad (packed, packed_length, &packed_length)) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  return spil_wire_decompress (packed, packed_length, limit, error);
}
