// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-peers.h"

#include <glib/gi18n-lib.h>

void
spil_peer_free (SpilPeer *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->device_name);
  g_free (self);
}

SpilPeers *
spil_peers_new (void)
{
  SpilPeers *self = g_new0 (SpilPeers, 1);

  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_peer_free);
  self->by_device = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  return self;
}

void
spil_peers_free (SpilPeers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_device);
  g_ptr_array_unref (self->all);
  g_free (self);
}

void
spil_peers_add (SpilPeers *self, SpilPeer *peer)
{
  SpilPeer *other = spil_peers_find (self, &peer->device);

  if (other != NULL) {
    g_hash_table_remove (self->by_device, &other->device);
    g_ptr_array_remove (self->all, other);
  }
  g_ptr_array_add (self->all, peer);
  g_hash_table_insert (self->by_device, &peer->device, peer);
}

SpilPeer *
spil_peers_find (SpilPeers *self, const SpilId *device)
{
  return g_hash_table_lookup (self->by_device, device);
}

char *
spil_peers_dup_label (SpilPeers *self, const SpilId *device)
{
  const SpilPeer *peer = self != NULL ? spil_peers_find (self, device) : NULL;

  if (peer == NULL)
    return g_strdup (_ ("a laptop that is not known here"));
  if (peer->own)
    return g_strdup (_ ("this laptop"));
  if (*peer->device_name == '\0')
    return g_strdup_printf (_ ("the laptop of %s"), peer->person);
  return g_strdup_printf (_ ("the laptop of %s (%s)"), peer->person, peer->device_name);
}
