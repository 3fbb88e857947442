// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space.h"
#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** One identity of a laptop of the space: most laptops have one; one that was copied or put back from a backup has several. */
typedef struct
{
  SpilId device;
  SpilPublicKey keys;
  SpilRole role;
  char *person;
  char *device_name;
  SpilTime since;
  gboolean own; /**< this laptop, under this identity or an earlier one */
  gboolean revoked;
  int64_t cut; /**< its last entry that counts; G_MAXINT64: all do */
  SpilHash cut_hash; /**< of the packet that ends there */
  SpilId origin; /**< the identity under which the laptop was admitted */
} SpilPeer;

void spil_peer_free (SpilPeer *self);

/** Everybody in the space, in the order of joining. */
typedef struct
{
  GPtrArray *all; /**< of SpilPeer */
  GHashTable *by_device; /**< SpilId -> SpilPeer, borrowed */
} SpilPeers;

SpilPeers *spil_peers_new (void);
void spil_peers_free (SpilPeers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPeers, spil_peers_free)

/** Takes @peer; one with the same device is replaced. */
void spil_peers_add (SpilPeers *self, SpilPeer *peer);
/** NULL when there is none. */
SpilPeer *spil_peers_find (SpilPeers *self, const SpilId *device);

/** For sentences: "the laptop of Anna (LT-0234)"; of a stranger "an unknown laptop". Free with g_free(). */
char *spil_peers_dup_label (SpilPeers *self, const SpilId *device);

G_END_DECLS
