// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-key-packet.h"

#include <sodium.h>

#include "spil-wire-private.h"

#define MAGIC "SPKP"
#define CONTEXT "spil key packet"

enum
{
  ROW_ERASED = 0,
  ROW_KEY = 1,
};

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpilRowKey *x = a;
  const SpilRowKey *y = b;

  return spil_id_compare (x->row, y->row);
}

static void
clear_row (gpointer data)
{
  sodium_memzero (data, sizeof (SpilRowKey));
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SpilRowKey));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

GBytes *
spil_key_packet_seal (const SpilKeyPacketHead *head, GArray *keys, const SpilId *space,
                      const SpilSpaceKey *key, const SpilSigningKey *signer)
{
  GByteArray *bytes = spil_wire_begin (MAGIC, space);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GArray) sorted = rows_new ();

  g_array_append_vals (sorted, keys->data, keys->len);
  g_array_sort (sorted, compare_rows);
  spil_bytes_add_number (bytes, (uint64_t) head->epoch);
  spil_bytes_add_id (bytes, &head->author);
  spil_bytes_add_id (bytes, &head->device);
  spil_bytes_add_number (bytes, (uint64_t) head->first);
  spil_bytes_add_number (bytes, (uint64_t) (head->last - head->first + 1));
  spil_bytes_add_number (bytes, (uint64_t) head->version);
  for (guint i = 0; i < sorted->len; i++) {
    const SpilRowKey *row = &g_array_index (sorted, SpilRowKey, i);

    spil_bytes_add_id (content, &row->row);
    spil_bytes_add_number (content, row->erased ? ROW_ERASED : ROW_KEY);
    if (!row->erased)
      g_byte_array_append (content, row->key, sizeof row->key);
  }
  return spil_wire_finish (bytes, content, CONTEXT, key, signer);
}

static gboolean
read_head (SpilBytes *bytes, const SpilId *space, SpilKeyPacketHead *head, GError **error)
{
  int64_t count;

  *head = (SpilKeyPacketHead) { 0 };
  if (!spil_wire_read_begin (bytes, MAGIC, space, NULL, error))
    return FALSE;
  if (!spil_wire_read_ordinal (bytes, &head->epoch) || !spil_bytes_read_id (bytes, &head->author) ||
      spil_id_is_nil (head->author) || !spil_bytes_read_id (bytes, &head->device) ||
      spil_id_is_nil (head->device) || !spil_wire_read_sequence (bytes, &head->first) ||
      !spil_wire_read_sequence (bytes, &count) || count > G_MAXINT64 - head->first + 1 ||
      !spil_wire_read_ordinal (bytes, &head->version) || spil_bytes_left (bytes) < SPIL_WIRE_SIGNATURE_LENGTH)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  head->last = head->first + count - 1;
  return TRUE;
}

gboolean
spil_key_packet_read_head (GBytes *bytes, const SpilId *space, SpilKeyPacketHead *head, GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return read_head (&reader, space, head, error);
}

static gboolean
read_rows (SpilBytes *bytes, GArray *rows)
{
  SpilId before = SPIL_ID_NIL;

  while (spil_bytes_left (bytes) > 0) {
    SpilRowKey row = { 0 };
    uint64_t kind;

    if (!spil_bytes_read_id (bytes, &row.row) || spil_id_compare (row.row, before) <= 0 ||
        !spil_bytes_read_bounded (bytes, ROW_KEY, &kind) ||
        (kind == ROW_KEY && !spil_wire_read_raw (bytes, row.key, sizeof row.key)))
      return FALSE;
    row.erased = kind == ROW_ERASED;
    g_array_append_val (rows, row);
    before = row.row;
  }
  return TRUE;
}

GArray *
spil_key_packet_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                      const SpilSpaceKey *key, SpilKeyPacketHead *head, GError **error)
{
  const uint8_t *data = g_bytes_get_data (bytes, NULL);
  SpilBytes reader = spil_bytes (data, g_bytes_get_size (bytes));
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GArray) rows = rows_new ();
  SpilKeyPacketHead read;

  if (!read_head (&reader, space, &read, error))
    return NULL;
  content = spil_wire_open (bytes, (gsize) (reader.at - data), CONTEXT, author, key, SPIL_WIRE_MAX_CONTENT,
                            error);
  if (content == NULL)
    return NULL;
  reader = spil_bytes (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  if (!read_rows (&reader, rows)) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
    return NULL;
  }
  if (head != NULL)
    *head = read;
  return g_steal_pointer (&rows);
}
