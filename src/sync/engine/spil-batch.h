// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-run.h"
#include "spil-segment.h"
#include "spil-vector.h"

G_BEGIN_DECLS

/** A packet that can be carried out: all it waits for is there. */
typedef struct
{
  SpilPacket *packet; /**< of the shelf */
  const SpilPeer *peer;
  SpilSegment segment;
  GHashTable *keys; /**< SpilId -> SpilRowKey, owned */
} SpilReady;

void spil_ready_free (SpilReady *self);

/** Why a packet cannot be carried out. */
typedef struct
{
  SpilProblemKind kind;
  SpilId device; /**< whose laptop it is about */
  char *sentence;
} SpilObstacle;

void spil_obstacle_clear (SpilObstacle *self);
void spil_obstacle_set (SpilObstacle *self, SpilProblemKind kind, const SpilId *device, char *sentence);

/**
 * Looks whether @packet can be carried out by a device that is at @vector (of all devices, its own too). @ready gets it, or NULL with @obstacle. FALSE with an
 * error only when the database cannot be read.
 */
gboolean spil_ready_make (SpilRun *run, SpilPacket *packet, GHashTable *vector, SpilReady **ready,
                          SpilObstacle *obstacle, GError **error);

/**
 * Carries out the packets of @batch (of SpilReady) in order, all or none. @failed gets the index of the one that cannot be, with @obstacle; -1 when all went
 * well or the error is not of a packet.
 */
gboolean
spil_batch_import (SpilRun *run, GPtrArray *batch, int *failed, SpilObstacle *obstacle, GError **error);

/** The keys of the rows that @packet adds, from its key packets on the carrier, as SpilId -> SpilRowKey. Empty when there are none. */
GHashTable *spil_run_fetch_keys (SpilRun *run, const SpilPacket *packet);

G_END_DECLS
