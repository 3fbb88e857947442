// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-peers.h"
#include "spil-shelf.h"

G_BEGIN_DECLS

/* How far each device has come: SpilId -> int64_t, both owned. A device that is not in it has not begun. */

GHashTable *spil_vector_new (void);
int64_t spil_vector_get (GHashTable *self, const SpilId *device);
void spil_vector_set (GHashTable *self, const SpilId *device, int64_t sequence);

/** What of the packets of others was carried out here; @own is left out. */
GHashTable *spil_vector_of_shelf (SpilShelf *shelf, SpilPeers *peers, const SpilId *own);

/** What @now has that @before has not, as SpilVectorItem sorted by device. */
GArray *spil_vector_difference (GHashTable *now, GHashTable *before);

/** All of it, as SpilVectorItem sorted by device. */
GArray *spil_vector_items (GHashTable *self);

/** A vector in a note; an empty one when there is no such note. */
gboolean spil_vector_read (GHashTable **vector, SpilStore *store, const char *note, GError **error);
gboolean spil_vector_write (GHashTable *self, SpilStore *store, const char *note, GError **error);

G_END_DECLS
