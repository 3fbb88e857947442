// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-own-keys.h"

#include "spil-bytes.h"
#include "spil-space-note.h"

static gboolean
read_one (SpilBytes *bytes, SpilOwnKeys *keys)
{
  int64_t length;
  uint64_t version, n_erased;

  if (!spil_bytes_read_signed (bytes, &keys->first) || !spil_bytes_read_signed (bytes, &length) ||
      !spil_bytes_read_bounded (bytes, G_MAXINT32, &version) ||
      !spil_bytes_read_bounded (bytes, G_MAXINT32, &n_erased))
    return FALSE;
  keys->last = keys->first + length;
  keys->version = (int) version;
  keys->n_erased = (int) n_erased;
  return TRUE;
}

GArray *
spil_own_keys_read (SpilStore *store, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) note = spil_store_get_note (store, SPIL_NOTE_OWN_KEYS, &local);
  GArray *self;
  SpilBytes bytes;
  SpilOwnKeys keys;

  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self = g_array_new (FALSE, FALSE, sizeof (SpilOwnKeys));
  if (note == NULL)
    return self;
  bytes = spil_bytes (g_bytes_get_data (note, NULL), g_bytes_get_size (note));
  while (spil_bytes_left (&bytes) > 0 && read_one (&bytes, &keys))
    g_array_append_val (self, keys);
  return self;
}

gboolean
spil_own_keys_write (GArray *self, SpilStore *store, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) note = NULL;

  for (guint i = 0; i < self->len; i++) {
    const SpilOwnKeys *keys = &g_array_index (self, SpilOwnKeys, i);

    spil_bytes_add_signed (bytes, keys->first);
    spil_bytes_add_signed (bytes, keys->last - keys->first);
    spil_bytes_add_number (bytes, (uint64_t) keys->version);
    spil_bytes_add_number (bytes, (uint64_t) keys->n_erased);
  }
  note = g_byte_array_free_to_bytes (bytes);
  return spil_store_set_note (store, SPIL_NOTE_OWN_KEYS, note, error);
}

static int
compare_first (gconstpointer a, gconstpointer b)
{
  int64_t x = ((const SpilOwnKeys *) a)->first;
  int64_t y = ((const SpilOwnKeys *) b)->first;

  return x < y ? -1 : x > y;
}

SpilOwnKeys *
spil_own_keys_find (GArray *self, int64_t first)
{
  SpilOwnKeys wanted = { .first = first };
  guint at;

  return g_array_binary_search (self, &wanted, compare_first, &at) ? &g_array_index (self, SpilOwnKeys, at)
                                                                   : NULL;
}

SpilOwnKeys *
spil_own_keys_take (GArray *self, int64_t first, int64_t last)
{
  SpilOwnKeys *found = spil_own_keys_find (self, first);
  SpilOwnKeys keys = { .first = first, .last = last };

  if (found != NULL)
    return found;
  g_array_append_val (self, keys);
  g_array_sort (self, compare_first);
  return spil_own_keys_find (self, first);
}
