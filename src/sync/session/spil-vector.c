// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-vector.h"

#include "spil-bytes.h"

GHashTable *
spil_vector_new (void)
{
  return g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
}

int64_t
spil_vector_get (GHashTable *self, const SpilId *device)
{
  const int64_t *sequence = g_hash_table_lookup (self, device);

  return sequence != NULL ? *sequence : 0;
}

void
spil_vector_set (GHashTable *self, const SpilId *device, int64_t sequence)
{
  g_hash_table_replace (self, g_memdup2 (device, sizeof *device), g_memdup2 (&sequence, sizeof sequence));
}

GHashTable *
spil_vector_of_shelf (SpilShelf *shelf, SpilPeers *peers, const SpilId *own)
{
  GHashTable *self = spil_vector_new ();
  g_autoptr (GArray) devices = spil_shelf_devices (shelf);

  for (guint i = 0; i < devices->len; i++) {
    const SpilId *device = &g_array_index (devices, SpilId, i);
    int64_t applied = spil_shelf_get_applied (shelf, device);

    if (applied > 0 && !spil_id_equal (*device, *own))
      spil_vector_set (self, device, applied);
  }
  return self;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return spil_id_compare (((const SpilVectorItem *) a)->device, ((const SpilVectorItem *) b)->device);
}

GArray *
spil_vector_difference (GHashTable *now, GHashTable *before)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  GHashTableIter iter;
  gpointer device, sequence;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &device, &sequence))
    if (before == NULL || spil_vector_get (before, device) != *(int64_t *) sequence) {
      SpilVectorItem item = { .device = *(SpilId *) device, .sequence = *(int64_t *) sequence };

      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  return items;
}

GArray *
spil_vector_items (GHashTable *self)
{
  return spil_vector_difference (self, NULL);
}

gboolean
spil_vector_read (GHashTable **vector, SpilStore *store, const char *note, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) kept = spil_store_get_note (store, note, &local);
  SpilBytes bytes;
  SpilId device;
  int64_t sequence;

  *vector = NULL;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  *vector = spil_vector_new ();
  if (kept == NULL)
    return TRUE;
  bytes = spil_bytes (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept));
  while (spil_bytes_left (&bytes) > 0 && spil_bytes_read_id (&bytes, &device) &&
         spil_bytes_read_signed (&bytes, &sequence))
    spil_vector_set (*vector, &device, sequence);
  return TRUE;
}

gboolean
spil_vector_write (GHashTable *self, SpilStore *store, const char *note, GError **error)
{
  g_autoptr (GArray) items = spil_vector_items (self);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) kept = NULL;

  for (guint i = 0; i < items->len; i++) {
    const SpilVectorItem *item = &g_array_index (items, SpilVectorItem, i);

    spil_bytes_add_id (bytes, &item->device);
    spil_bytes_add_signed (bytes, item->sequence);
  }
  kept = g_byte_array_free_to_bytes (bytes);
  return spil_store_set_note (store, note, kept, error);
}
