// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-keyring.h"

#include <sodium.h>

#include "spil-wire-private.h"

#define FORMAT 1

static void
clear_key (gpointer data)
{
  sodium_memzero (data, sizeof (SpilEpochKey));
}

SpilKeyring *
spil_keyring_new (void)
{
  SpilKeyring *self = g_new0 (SpilKeyring, 1);

  self->keys = g_array_new (FALSE, FALSE, sizeof (SpilEpochKey));
  g_array_set_clear_func (self->keys, clear_key);
  return self;
}

void
spil_keyring_free (SpilKeyring *self)
{
  g_array_unref (self->keys);
  sodium_memzero (self, sizeof *self);
  g_free (self);
}

void
spil_keyring_set (SpilKeyring *self, int epoch, const SpilSpaceKey *key)
{
  SpilEpochKey new = { epoch, *key };
  guint place = 0;

  while (place < self->keys->len && g_array_index (self->keys, SpilEpochKey, place).epoch < epoch)
    place++;
  if (place < self->keys->len && g_array_index (self->keys, SpilEpochKey, place).epoch == epoch)
    g_array_index (self->keys, SpilEpochKey, place) = new;
  else
    g_array_insert_val (self->keys, place, new);
  sodium_memzero (&new, sizeof new);
}

void
spil_keyring_set_root (SpilKeyring *self, const SpilSigningKey *root)
{
  self->leads = TRUE;
  self->root = *root;
}

const SpilSpaceKey *
spil_keyring_get (const SpilKeyring *self, int epoch)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (g_array_index (self->keys, SpilEpochKey, i).epoch == epoch)
      return &g_array_index (self->keys, SpilEpochKey, i).key;
  return NULL;
}

GBytes *
spil_keyring_to_bytes (const SpilKeyring *self)
{
  GByteArray *bytes = g_byte_array_new ();

  spil_bytes_add_number (bytes, FORMAT);
  spil_bytes_add_number (bytes, self->leads ? 1 : 0);
  if (self->leads)
    g_byte_array_append (bytes, self->root.seed, sizeof self->root.seed);
  for (guint i = 0; i < self->keys->len; i++) {
    const SpilEpochKey *key = &g_array_index (self->keys, SpilEpochKey, i);

    spil_bytes_add_number (bytes, (uint64_t) key->epoch);
    g_byte_array_append (bytes, key->key.bytes, sizeof key->key.bytes);
  }
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_keys (SpilBytes *bytes, SpilKeyring *self)
{
  int before = 0;

  while (spil_bytes_left (bytes) > 0) {
    SpilSpaceKey key;
    int epoch;

    if (!spil_wire_read_ordinal (bytes, &epoch) || epoch <= before ||
        !spil_wire_read_raw (bytes, key.bytes, sizeof key.bytes))
      return FALSE;
    spil_keyring_set (self, epoch, &key);
    before = epoch;
  }
  return TRUE;
}

SpilKeyring *
spil_keyring_from_bytes (GBytes *bytes)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (SpilKeyring) self = spil_keyring_new ();
  uint64_t format;
  uint64_t leads;

  if (!spil_bytes_read_number (&reader, &format) || format != FORMAT ||
      !spil_bytes_read_bounded (&reader, 1, &leads) ||
      (leads == 1 && !spil_wire_read_raw (&reader, self->root.seed, sizeof self->root.seed)) ||
      !read_keys (&reader, self))
    return NULL;
  self->leads = leads == 1;
  return g_steal_pointer (&self);
}
