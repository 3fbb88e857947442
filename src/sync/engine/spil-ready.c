// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-batch.h"

void
spil_ready_free (SpilReady *self)
{
  if (self == NULL)
    return;
  spil_segment_clear (&self->segment);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_free (self);
}

void
spil_obstacle_clear (SpilObstacle *self)
{
  g_clear_pointer (&self->sentence, g_free);
}

void
spil_obstacle_set (SpilObstacle *self, SpilProblemKind kind, const SpilId *device, char *sentence)
{
  spil_obstacle_clear (self);
  self->kind = kind;
  self->device = *device;
  self->sentence = sentence;
}

// "Waits for change 41 of the laptop of Anna": kept as it is while the packet waits.
static void
wait_for (SpilRun *run, SpilObstacle *obstacle, const SpilId *device, int64_t from, int64_t to)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, device);

  spil_obstacle_set (
      obstacle, SPIL_PROBLEM_GAP, device,
      from == to ? g_strdup_printf (_ ("Waits for change %d of %s."), (int) to, label)
                 : g_strdup_printf (_ ("Waits for changes %d to %d of %s."), (int) from, (int) to, label));
}

static gboolean
follows (SpilRun *run, const SpilPacket *packet, const SpilSegmentHead *head, SpilObstacle *obstacle)
{
  const SpilPacket *before = spil_shelf_get_last_applied (run->shelf, &packet->device);
  g_autofree char *label = NULL;

  if (before == NULL ? spil_hash_is_zero (&head->previous)
                     : memcmp (before->hash, head->previous.bytes, sizeof before->hash) == 0)
    return TRUE;
  label = spil_peers_dup_label (run->session->peers, &packet->device);
  spil_obstacle_set (
      obstacle, SPIL_PROBLEM_TWIN, &packet->device,
      g_strdup_printf (
          _ ("Change %d of %s does not go with what came before it: two copies of that laptop may be in use."),
          (int) packet->first, label));
  return FALSE;
}

// Whether all that its author had seen was carried out here; of a laptop whose membership ended, as far as that counts.
static gboolean
has_seen (SpilRun *run, const SpilPacket *packet, GArray *needs, GHashTable *vector, SpilObstacle *obstacle)
{
  for (guint i = 0; i < needs->len; i++) {
    const SpilVectorItem *item = &g_array_index (needs, SpilVectorItem, i);
    const SpilPeer *peer = spil_peers_find (run->session->peers, &item->device);
    int64_t cut = peer != NULL ? spil_run_get_cut (run, &item->device) : G_MAXINT64;
    int64_t there = spil_vector_get (vector, &item->device);

    if (there < MIN (item->sequence, cut)) {
      wait_for (run, obstacle, &item->device, there + 1, MIN (item->sequence, cut));
      return FALSE;
    }
  }
  return TRUE;
}

static void
explain_fault (SpilRun *run, const SpilPacket *packet, const GError *fault, SpilObstacle *obstacle)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &packet->device);

  if (g_error_matches (fault, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_NEWER))
    spil_obstacle_set (
        obstacle, SPIL_PROBLEM_NEWER, &packet->device,
        g_strdup_printf (
            _ ("The changes of %s were made by a newer version of Spil. They are carried out when Spil is renewed here."),
            label));
  else
    spil_obstacle_set (obstacle, SPIL_PROBLEM_DAMAGED, &packet->device,
                       g_strdup_printf (_ ("Change %d of %s cannot be read: %s"), (int) packet->first, label,
                                        fault->message));
}

static gboolean
open_segment (SpilRun *run, SpilReady *ready, GBytes *bytes, SpilObstacle *obstacle)
{
  const SpilId *space = &run->session->space->space;
  const SpilPacket *packet = ready->packet;
  g_autoptr (GError) fault = NULL;
  const SpilSpaceKey *key;
  SpilSegmentHead head;

  if (!spil_segment_read_head (bytes, space, &head, &fault)) {
    explain_fault (run, packet, fault, obstacle);
    return FALSE;
  }
  if (!follows (run, packet, &head, obstacle))
    return FALSE;
  key = spil_session_find_key (run->session, head.epoch);
  if (key == NULL) {
    g_autofree char *label = spil_peers_dup_label (run->session->peers, &packet->device);

    spil_obstacle_set (
        obstacle, SPIL_PROBLEM_KEYS, &packet->device,
        g_strdup_printf (_ ("Change %d of %s can be read when the list of members has come through."),
                         (int) packet->first, label));
    return FALSE;
  }
  if (spil_segment_open (bytes, space, &ready->peer->keys, key, &ready->segment, &fault))
    return TRUE;
  explain_fault (run, packet, fault, obstacle);
  return FALSE;
}

gboolean
spil_ready_make (SpilRun *run, SpilPacket *packet, GHashTable *vector, SpilReady **ready,
                 SpilObstacle *obstacle, GError **error)
{
  const SpilPeer *peer = spil_peers_find (run->session->peers, &packet->device);
  int64_t there = spil_vector_get (vector, &packet->device);
  g_autoptr (GBytes) bytes = NULL;
  SpilReady *one;

  *ready = NULL;
  if (peer == NULL || packet->first > there + 1) {
    wait_for (run, obstacle, &packet->device, there + 1, packet->first - 1);
    return TRUE;
  }
  bytes = spil_store_get_packet (run->store, packet, error);
  if (bytes == NULL)
    return FALSE;
  one = g_new0 (SpilReady, 1);
  one->packet = packet;
  one->peer = peer;
  if (open_segment (run, one, bytes, obstacle) &&
      has_seen (run, packet, one->segment.vector, vector, obstacle)) {
    one->keys = spil_run_fetch_keys (run, packet);
    *ready = one;
  } else {
    spil_ready_free (one);
  }
  return TRUE;
}
