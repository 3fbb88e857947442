// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-run.h"
#include "spil-segment.h"
#include "spil-vector.h"

/** What of one device counts. */
typedef struct
{
  const SpilPeer *peer;
  int64_t cut; // its last entry that counts
  GHashTable *branch; // the hashes of those packets that count, borrowed; NULL: all up to the cut
  const char *reason; // why the others do not; NULL: it is settled
} Judgement;

// The packets that lead to the one at which the project leader ended the membership: what was put beside them afterwards is not part of it.
static gboolean
follow_branch (SpilRun *run, const SpilPeer *peer, GHashTable **branch, GError **error)
{
  SpilHash hash = peer->cut_hash;
  g_autoptr (GHashTable) set = g_hash_table_new (g_direct_hash, g_direct_equal);

  *branch = NULL;
  while (!spil_hash_is_zero (&hash)) {
    SpilPacket *packet = spil_shelf_find (run->shelf, &hash);
    g_autoptr (GBytes) bytes = NULL;
    SpilSegmentHead head;

    if (packet == NULL || !spil_id_equal (packet->device, peer->device) || !g_hash_table_add (set, packet))
      return TRUE;
    bytes = spil_store_get_packet (run->store, packet, error);
    if (bytes == NULL || !spil_segment_read_head (bytes, &run->session->space->space, &head, error))
      return FALSE;
    hash = head.previous;
  }
  *branch = g_steal_pointer (&set);
  return TRUE;
}

// The identities under which the laptop went on afterwards: ids sort by the time at which they were made.
static int
count_successors (SpilRun *run, const SpilPeer *peer)
{
  SpilPeers *peers = run->session->peers;
  int n = 0;

  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *other = g_ptr_array_index (peers->all, i);

    n += spil_id_equal (other->origin, peer->origin) && spil_id_compare (other->device, peer->device) > 0;
  }
  return n;
}

static void
tell_twin (SpilRun *run, const SpilPeer *peer)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &peer->device);

  spil_run_tell (
      run, SPIL_PROBLEM_TWIN, &peer->device,
      _ ("Two copies of %s are in use. What they did since they parted is held back until both have been brought up to date."),
      label);
}

static gboolean
reach_judgement (SpilRun *run, Judgement *judgement, GError **error)
{
  const SpilPeer *peer = judgement->peer;
  int64_t fork = spil_shelf_find_fork (run->shelf, &peer->device);

  judgement->cut = peer->cut;
  judgement->reason = _ ("its membership had ended");
  if (peer->role == SPIL_ROLE_READER) {
    judgement->cut = 0;
    judgement->reason = _ ("this laptop only reads along");
    return TRUE;
  }
  if (fork == 0)
    return TRUE;
  if (peer->revoked) {
    if (!follow_branch (run, peer, &judgement->branch, error))
      return FALSE;
    if (judgement->branch == NULL)
      judgement->cut = MIN (judgement->cut, fork - 1);
    return TRUE;
  }
  judgement->cut = fork - 1;
  // Each copy goes on as a laptop of its own, and brings along what it did: then there is nothing to settle.
  judgement->reason = count_successors (run, peer) < 2 ? _ ("two copies of this laptop are in use") : NULL;
  if (judgement->reason != NULL)
    tell_twin (run, peer);
  return TRUE;
}

static gboolean
counts (const Judgement *judgement, SpilPacket *packet)
{
  const SpilPeer *peer = judgement->peer;

  if (packet->last > judgement->cut)
    return FALSE;
  if (judgement->branch != NULL)
    return g_hash_table_contains (judgement->branch, packet);
  return !peer->revoked || packet->last != peer->cut || memcmp (packet->hash, peer->cut_hash.bytes, 32) == 0;
}

static gboolean
judge_packets (SpilRun *run, const Judgement *judgement, int64_t *n_refused, GError **error)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, &judgement->peer->device);

  *n_refused = 0;
  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    SpilPacket *packet = g_ptr_array_index (packets, i);
    gboolean counted = counts (judgement, packet);

    if (!counted && judgement->reason != NULL)
      *n_refused += packet->last - packet->first + 1;
    if (!counted && !spil_shelf_keep (run->shelf, run->store, packet, SPIL_PACKET_REFUSED, judgement->reason,
                                      NULL, error))
      return FALSE;
    if (counted && packet->state == SPIL_PACKET_REFUSED &&
        !spil_shelf_keep (run->shelf, run->store, packet, SPIL_PACKET_WAITING, NULL, NULL, error))
      return FALSE;
  }
  return TRUE;
}

// The data follow: what was carried out beyond the cut is taken back, or what was taken back counts again.
static gboolean
carry_out (SpilRun *run, const Judgement *judgement, GHashTable *cuts, gboolean *changed, GError **error)
{
  const SpilId *device = &judgement->peer->device;
  const int64_t *known = g_hash_table_lookup (cuts, device);
  int64_t before = known != NULL ? *known : G_MAXINT64;
  int64_t cut = judgement->peer->role == SPIL_ROLE_READER ? G_MAXINT64 : judgement->cut;

  if (before == cut)
    return TRUE;
  spil_vector_set (cuts, device, cut);
  *changed = TRUE;
  return spil_store_cut_device (run->store, device, cut, error);
}

static void
tell_refused (SpilRun *run, const Judgement *judgement, int64_t n)
{
  const SpilPeer *peer = judgement->peer;
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &peer->device);

  if (peer->role == SPIL_ROLE_READER)
    spil_run_tell (run, SPIL_PROBLEM_QUARANTINE, &peer->device,
                   ngettext ("%d change of %s is held back: that laptop only reads along.",
                             "%d changes of %s are held back: that laptop only reads along.", (gulong) n),
                   (int) n, label);
  else if (peer->revoked)
    spil_run_tell (
        run, SPIL_PROBLEM_QUARANTINE, &peer->device,
        ngettext (
            "%d change of %s is held back: it was made after the membership had ended. The project leader can let it count.",
            "%d changes of %s are held back: they were made after the membership had ended. The project leader can let them count.",
            (gulong) n),
        (int) n, label);
}

static gboolean
judge (SpilRun *run, const SpilPeer *peer, GHashTable *cuts, gboolean *changed, GError **error)
{
  Judgement judgement = { .peer = peer };
  int64_t n_refused = 0;
  gboolean ok = reach_judgement (run, &judgement, error) &&
                judge_packets (run, &judgement, &n_refused, error) &&
                carry_out (run, &judgement, cuts, changed, error);

  if (ok && n_refused > 0)
    tell_refused (run, &judgement, n_refused);
  g_clear_pointer (&judgement.branch, g_hash_table_unref);
  return ok;
}

gboolean
spil_run_judge (SpilRun *run, GError **error)
{
  SpilPeers *peers = run->session->peers;
  g_autoptr (GHashTable) cuts = NULL;
  gboolean changed = FALSE;

  if (!spil_vector_read (&cuts, run->store, SPIL_NOTE_CUTS, error))
    return FALSE;
  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);

    if (!spil_id_equal (peer->device, run->session->device) && !judge (run, peer, cuts, &changed, error))
      return FALSE;
  }
  return !changed || spil_vector_write (cuts, run->store, SPIL_NOTE_CUTS, error);
}
