// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>
#include <string.h>

#include "spil-bytes.h"
#include "spil-snapshot-private.h"
#include "spil-store-private.h"

G_STATIC_ASSERT (SPIL_HISTORY_HASH_LENGTH == crypto_generichash_BYTES);

// The fields of an entry are gathered here; its payload goes into the hash as it is.
typedef struct
{
  crypto_generichash_state state;
  GByteArray *bytes;
} History;

static void
flush (History *self)
{
  crypto_generichash_update (&self->state, self->bytes->data, self->bytes->len);
  g_byte_array_set_size (self->bytes, 0);
}

static gboolean
add_entry_cb (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  History *self = user_data;

  spil_bytes_add_number (self->bytes, (uint64_t) entry->sequence);
  spil_bytes_add_signed (self->bytes, entry->time);
  spil_bytes_add_signed (self->bytes, entry->wall);
  spil_bytes_add_number (self->bytes, (uint64_t) entry->undoes);
  spil_bytes_add_text (self->bytes, entry->actor);
  spil_bytes_add_text (self->bytes, entry->label);
  spil_bytes_add_number (self->bytes, entry->payload_length);
  flush (self);
  crypto_generichash_update (&self->state, entry->payload, entry->payload_length);
  return TRUE;
}

static gboolean
add_packets (SpilStore *store, History *self, const SpilVectorItem *item, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT first, last, hash FROM packet WHERE device = ?1 AND last <= ?2 AND state = 1 ORDER BY first, hash",
      error);
  SpilStep step = SPIL_STEP_FAILED;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, spil_store_number_of_device (store, &item->device, 0));
  spil_statement_bind_integer (statement, 2, item->sequence);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    gsize length;
    const void *hash = spil_statement_get_blob (statement, 2, &length);

    spil_bytes_add_number (self->bytes, (uint64_t) spil_statement_get_integer (statement, 0));
    spil_bytes_add_number (self->bytes, (uint64_t) spil_statement_get_integer (statement, 1));
    g_byte_array_append (self->bytes, hash, (guint) length);
    flush (self);
  }
  return step == SPIL_STEP_DONE;
}

gboolean
spil_store_hash_history (SpilStore *self, GArray *vector, uint8_t hash[SPIL_HISTORY_HASH_LENGTH],
                         GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  History history = { .bytes = bytes };
  gboolean ok = TRUE;

  spil_store_assert_thread (self);
  crypto_generichash_init (&history.state, NULL, 0, SPIL_HISTORY_HASH_LENGTH);
  for (guint i = 0; ok && i < vector->len; i++) {
    const SpilVectorItem *item = &g_array_index (vector, SpilVectorItem, i);

    spil_bytes_add_id (bytes, &item->device);
    spil_bytes_add_number (bytes, (uint64_t) item->sequence);
    flush (&history);
    ok = spil_store_each_entry (self, &item->device, 1, item->sequence, add_entry_cb, &history, error) &&
         add_packets (self, &history, item, error);
  }
  crypto_generichash_final (&history.state, hash, SPIL_HISTORY_HASH_LENGTH);
  return ok;
}

// What of @item's device lies beyond it.
static gboolean
measure (SpilStore *self, const SpilVectorItem *item, int64_t before, int64_t *n_entries, int64_t *n_bytes,
         GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "SELECT total (length (content)) FROM packet WHERE device = ?1 AND first > ?2 AND state = 1", error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, spil_store_number_of_device (self, &item->device, 0));
  spil_statement_bind_integer (statement, 2, before);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *n_entries += MAX (item->sequence - before, 0);
  *n_bytes += spil_statement_get_integer (statement, 0);
  return TRUE;
}

gboolean
spil_store_measure_growth (SpilStore *self, GArray *vector, int64_t *n_entries, int64_t *n_bytes,
                           GError **error)
{
  g_autoptr (GArray) now = spil_store_get_vector (self, error);

  *n_entries = 0;
  *n_bytes = 0;
  for (guint i = 0; now != NULL && i < now->len; i++) {
    const SpilVectorItem *item = &g_array_index (now, SpilVectorItem, i);
    int64_t before = 0;

    for (guint j = 0; j < vector->len; j++)
      if (spil_id_equal (g_array_index (vector, SpilVectorItem, j).device, item->device))
        before = g_array_index (vector, SpilVectorItem, j).sequence;
    if (!measure (self, item, before, n_entries, n_bytes, error))
      return FALSE;
  }
  return now != NULL;
}
