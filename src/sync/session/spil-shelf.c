// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-shelf.h"

#include <string.h>

struct _SpilShelf
{
  GHashTable *devices; // SpilId -> GPtrArray of SpilPacket
  GHashTable *hashes; // SpilHash -> SpilPacket, borrowed
};

static guint
hash_key (gconstpointer key)
{
  guint value;

  memcpy (&value, ((const SpilHash *) key)->bytes, sizeof value);
  return value;
}

static gboolean
hash_equal (gconstpointer a, gconstpointer b)
{
  return spil_hash_equal (a, b);
}

static int
compare_packets (gconstpointer a, gconstpointer b)
{
  const SpilPacket *x = *(SpilPacket *const *) a;
  const SpilPacket *y = *(SpilPacket *const *) b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return memcmp (x->hash, y->hash, sizeof x->hash);
}

// Where @packet belongs, so that what comes in order is put at the end.
static void
insert (GPtrArray *packets, SpilPacket *packet)
{
  guint at = packets->len;

  while (at > 0 && compare_packets (&packets->pdata[at - 1], &packet) > 0)
    at--;
  g_ptr_array_insert (packets, (int) at, packet);
}

static SpilPacket *
add (SpilShelf *self, SpilPacket *packet)
{
  GPtrArray *packets = g_hash_table_lookup (self->devices, &packet->device);

  if (packets == NULL) {
    packets = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_packet_free);
    g_hash_table_insert (self->devices, g_memdup2 (&packet->device, sizeof packet->device), packets);
  }
  insert (packets, packet);
  g_hash_table_insert (self->hashes, packet->hash, packet);
  return packet;
}

SpilShelf *
spil_shelf_read (SpilStore *store, GError **error)
{
  g_autoptr (GPtrArray) packets = spil_store_list_packets (store, error);
  SpilShelf *self;

  if (packets == NULL)
    return NULL;
  self = g_new0 (SpilShelf, 1);
  self->devices = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->hashes = g_hash_table_new (hash_key, hash_equal);
  g_ptr_array_set_free_func (packets, NULL);
  for (guint i = 0; i < packets->len; i++) {
    SpilPacket *packet = g_ptr_array_index (packets, i);

    // What was never received whole and does not count (any more) is as if it were not here: if it is to count again it has to be fetched.
    if (packet->bare && packet->state != SPIL_PACKET_APPLIED)
      spil_packet_free (packet);
    else
      add (self, packet);
  }
  return self;
}

void
spil_shelf_free (SpilShelf *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->hashes);
  g_hash_table_unref (self->devices);
  g_free (self);
}

GPtrArray *
spil_shelf_of (SpilShelf *self, const SpilId *device)
{
  return g_hash_table_lookup (self->devices, device);
}

SpilPacket *
spil_shelf_find (SpilShelf *self, const SpilHash *hash)
{
  return g_hash_table_lookup (self->hashes, hash);
}

SpilPacket *
spil_shelf_get_last_applied (SpilShelf *self, const SpilId *device)
{
  GPtrArray *packets = spil_shelf_of (self, device);
  guint at = packets != NULL ? packets->len : 0;

  while (at > 0) {
    SpilPacket *packet = g_ptr_array_index (packets, --at);

    if (packet->state == SPIL_PACKET_APPLIED)
      return packet;
  }
  return NULL;
}

int64_t
spil_shelf_get_applied (SpilShelf *self, const SpilId *device)
{
  const SpilPacket *packet = spil_shelf_get_last_applied (self, device);

  return packet != NULL ? packet->last : 0;
}

gboolean
spil_shelf_keep (SpilShelf *self, SpilStore *store, SpilPacket *packet, SpilPacketState state,
                 const char *reason, GBytes *bytes, GError **error)
{
  SpilPacket *kept = spil_shelf_find (self, (const SpilHash *) packet->hash);
  SpilPacket said = *packet;

  if (kept != NULL && kept->state == state && g_strcmp0 (kept->reason, reason) == 0)
    return TRUE;
  said.state = state;
  said.reason = (char *) reason;
  if (!spil_store_keep_packet (store, &said, bytes, error))
    return FALSE;
  if (kept == NULL) {
    kept = g_memdup2 (packet, sizeof *packet);
    kept->reason = NULL;
    add (self, kept);
  }
  kept->state = state;
  g_set_str (&kept->reason, reason);
  return TRUE;
}

int64_t
spil_shelf_find_fork (SpilShelf *self, const SpilId *device)
{
  GPtrArray *packets = spil_shelf_of (self, device);
  const SpilPacket *widest = NULL;

  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);

    if (widest != NULL && packet->first <= widest->last)
      return widest->first;
    if (widest == NULL || packet->last > widest->last)
      widest = packet;
  }
  return 0;
}

GArray *
spil_shelf_devices (SpilShelf *self)
{
  GArray *devices = g_array_new (FALSE, FALSE, sizeof (SpilId));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->devices);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (devices, id, 1);
  return devices;
}
