// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What stands of all packets that the database keeps: which there are, of whom, and how far they were carried out. */
typedef struct _SpilShelf SpilShelf;

SpilShelf *spil_shelf_read (SpilStore *store, GError **error);
void spil_shelf_free (SpilShelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilShelf, spil_shelf_free)

/** The packets of @device, as SpilPacket, by first entry; borrowed; NULL when there are none. */
GPtrArray *spil_shelf_of (SpilShelf *self, const SpilId *device);

/** The packet with that content; borrowed; NULL when it is not kept. */
SpilPacket *spil_shelf_find (SpilShelf *self, const SpilHash *hash);

/** How far @device was carried out; 0: not at all. Of this laptop: how far it was packed. */
int64_t spil_shelf_get_applied (SpilShelf *self, const SpilId *device);

/** The packet with which that ends; borrowed; NULL when there is none. */
SpilPacket *spil_shelf_get_last_applied (SpilShelf *self, const SpilId *device);

/**
 * Keeps a packet in the database (@bytes as in spil_store_keep_packet()) and here. One that is new here is copied; one that was found here
 * takes over the state and the reason.
 */
gboolean spil_shelf_keep (SpilShelf *self, SpilStore *store, SpilPacket *packet, SpilPacketState state,
                          const char *reason, GBytes *bytes, GError **error);

/**
 * The first entry of the first packet of @device that overlaps with another one: from there on two laptops wrote under one
 * identity. 0: there are none.
 */
int64_t spil_shelf_find_fork (SpilShelf *self, const SpilId *device);

/** The devices of which packets are kept, as SpilId. */
GArray *spil_shelf_devices (SpilShelf *self);

G_END_DECLS
