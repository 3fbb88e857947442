// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-batch.h"

// How much is carried out at once: others may use the database between two batches.
#define BATCH_BYTES (4 * 1024 * 1024)
#define BATCH_ENTRIES 2000

/** Carrying out what can be, until nothing more can. */
typedef struct
{
  SpilRun *run;
  GHashTable *vector; // how far each device will be after the batch
  GHashTable *blocked; // SpilId of devices of which the next packet cannot be carried out now -> SpilObstacle
  GHashTable *stuck; // those of them whose packet the database refused: not tried again in this run
  GPtrArray *batch; // of SpilReady
  gsize n_bytes;
  guint n_entries;
} Applying;

static SpilPacket *
next_waiting (SpilRun *run, const SpilId *device)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, device);

  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    SpilPacket *packet = g_ptr_array_index (packets, i);

    if (packet->state == SPIL_PACKET_WAITING)
      return packet;
  }
  return NULL;
}

// Notes with the packet, and tells, why it waits.
static gboolean
block (Applying *self, SpilPacket *packet, const SpilObstacle *obstacle, GError **error)
{
  SpilRun *run = self->run;

  g_hash_table_replace (self->blocked, g_memdup2 (&packet->device, sizeof packet->device),
                        g_memdup2 (obstacle, sizeof *obstacle));
  if (obstacle->kind == SPIL_PROBLEM_KEYS)
    spil_run_want (run, packet->first, (const SpilHash *) packet->hash);
  return spil_shelf_keep (run->shelf, run->store, packet, SPIL_PACKET_WAITING, obstacle->sentence, NULL,
                          error);
}

static void
take_back (Applying *self, guint from)
{
  for (guint i = self->batch->len; i > from; i--) {
    SpilReady *ready = g_ptr_array_index (self->batch, i - 1);

    spil_vector_set (self->vector, &ready->packet->device, ready->packet->first - 1);
    ready->packet->state = SPIL_PACKET_WAITING;
  }
}

static void
empty (Applying *self)
{
  g_ptr_array_set_size (self->batch, 0);
  self->n_bytes = 0;
  self->n_entries = 0;
}

// Carries out the batch. What stands in the way of one packet keeps that one and what comes after it; those before it are carried out alone.
static gboolean
flush (Applying *self, GError **error)
{
  SpilObstacle obstacle = { 0 };
  gboolean ok = TRUE;
  int failed = -1;

  while (ok && self->batch->len > 0) {
    SpilPacket *packet;

    ok = spil_batch_import (self->run, self->batch, &failed, &obstacle, error);
    if (!ok || failed < 0)
      break;
    packet = ((SpilReady *) g_ptr_array_index (self->batch, failed))->packet;
    take_back (self, (guint) failed);
    g_hash_table_add (self->stuck, g_memdup2 (&packet->device, sizeof packet->device));
    ok = block (self, packet, &obstacle, error);
    obstacle = (SpilObstacle) { 0 };
    g_ptr_array_set_size (self->batch, failed);
  }
  if (!ok)
    take_back (self, 0);
  for (guint i = 0; ok && i < self->batch->len; i++)
    spil_run_step (self->run);
  spil_obstacle_clear (&obstacle);
  empty (self);
  return ok;
}

// The packet counts as carried out from here on, so that what comes after it can join the batch; in the database that follows with the batch.
static void
join (Applying *self, SpilReady *ready)
{
  ready->packet->state = SPIL_PACKET_APPLIED;
  g_clear_pointer (&ready->packet->reason, g_free);
  spil_vector_set (self->vector, &ready->packet->device, ready->packet->last);
  g_ptr_array_add (self->batch, ready);
  self->n_bytes += g_bytes_get_size (ready->segment.memory);
  self->n_entries += ready->segment.entries->len;
}

// Takes as many packets of @peer as can be; @some tells whether there were any.
static gboolean
apply_peer (Applying *self, const SpilPeer *peer, gboolean *some, GError **error)
{
  SpilPacket *packet;

  while (!spil_run_is_cancelled (self->run) && !g_hash_table_contains (self->blocked, &peer->device) &&
         (packet = next_waiting (self->run, &peer->device)) != NULL) {
    SpilObstacle obstacle = { 0 };
    SpilReady *ready;

    if (!spil_ready_make (self->run, packet, self->vector, &ready, &obstacle, error))
      return FALSE;
    if (ready == NULL)
      return block (self, packet, &obstacle, error);
    join (self, ready);
    *some = TRUE;
    if ((self->n_bytes >= BATCH_BYTES || self->n_entries >= BATCH_ENTRIES) && !flush (self, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
may_go_on_cb (gpointer device, gpointer obstacle, gpointer user_data)
{
  return !g_hash_table_contains (((Applying *) user_data)->stuck, device);
}

// What waited for another laptop may go on after that one was carried out.
static gboolean
apply_all (Applying *self, GError **error)
{
  GPtrArray *peers = self->run->session->peers->all;
  gboolean some = TRUE;

  while (some && !spil_run_is_cancelled (self->run)) {
    some = FALSE;
    g_hash_table_foreach_remove (self->blocked, may_go_on_cb, self);
    for (guint i = 0; i < peers->len; i++) {
      const SpilPeer *peer = g_ptr_array_index (peers, i);

      if (!spil_id_equal (peer->device, self->run->session->device) && !apply_peer (self, peer, &some, error))
        return FALSE;
    }
    if (!flush (self, error))
      return FALSE;
  }
  return TRUE;
}

static void
tell_blocked (Applying *self)
{
  GHashTableIter iter;
  gpointer obstacle;

  g_hash_table_iter_init (&iter, self->blocked);
  while (g_hash_table_iter_next (&iter, NULL, &obstacle)) {
    const SpilObstacle *one = obstacle;

    spil_run_tell (self->run, one->kind, &one->device, "%s", one->sentence);
  }
}

static void
obstacle_free (gpointer data)
{
  spil_obstacle_clear (data);
  g_free (data);
}

gboolean
spil_run_apply (SpilRun *run, GError **error)
{
  Applying self = { .run = run };
  const SpilId *own = &run->session->device;
  int64_t last;
  gboolean ok;

  if (!spil_session_is_member (run->session))
    return TRUE;
  if (!spil_store_get_last_sequence (run->store, &last, error))
    return FALSE;
  self.vector = spil_vector_of_shelf (run->shelf, run->session->peers, own);
  spil_vector_set (self.vector, own, last);
  self.blocked = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, obstacle_free);
  self.stuck = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_ready_free);
  ok = apply_all (&self, error);
  if (ok)
    tell_blocked (&self);
  g_ptr_array_unref (self.batch);
  g_hash_table_unref (self.blocked);
  g_hash_table_unref (self.stuck);
  g_hash_table_unref (self.vector);
  return ok;
}
