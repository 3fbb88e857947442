// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-segment.h"
#include "spil-space-private.h"
#include "spil-sync-lock.h"

static const SpilPeer *
find_other (SpilSession *session, const SpilId *device, GError **error)
{
  const SpilPeer *peer = spil_peers_find (session->peers, device);

  if (peer == NULL)
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
                         _ ("There is no such laptop among the members."));
  else if (peer->own) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
                         _ ("This laptop cannot end its own membership."));
    return NULL;
  }
  return peer;
}

// How far each identity of the laptop has come here: that still counts.
static GArray *
find_cuts (SpilSession *session, const SpilPeer *peer, SpilShelf *shelf)
{
  GArray *cuts = g_array_new (FALSE, TRUE, sizeof (SpilCutOff));

  for (guint i = 0; i < session->peers->all->len; i++) {
    const SpilPeer *other = g_ptr_array_index (session->peers->all, i);
    const SpilPacket *last = spil_shelf_get_last_applied (shelf, &other->device);
    SpilCutOff cut = { .device = other->device };

    if (!spil_id_equal (other->origin, peer->origin))
      continue;
    if (last != NULL) {
      cut.sequence = last->last;
      memcpy (cut.hash.bytes, last->hash, sizeof cut.hash.bytes);
    }
    // The identity that was admitted comes first.
    if (spil_id_equal (other->device, peer->origin))
      g_array_prepend_val (cuts, cut);
    else
      g_array_append_val (cuts, cut);
  }
  return cuts;
}

gboolean
spil_space_revoke (SpilStore *store, const SpilId *device, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilSession) session = lock != NULL ? spil_session_open (store, NULL, error) : NULL;
  g_autoptr (SpilShelf) shelf = NULL;
  g_autoptr (GArray) cuts = NULL;
  const SpilPeer *peer;
  SpilSpaceKey key;
  gboolean ok;

  if (session == NULL || !spil_session_check_leader (session, error) ||
      (peer = find_other (session, device, error)) == NULL ||
      (shelf = spil_shelf_read (store, error)) == NULL)
    return FALSE;
  if (peer->revoked) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
                         _ ("The membership of this laptop has ended already."));
    return FALSE;
  }
  cuts = find_cuts (session, peer, shelf);
  key = spil_space_key_new ();
  ok = spil_space_add_entry (
      session, spil_membership_revoke (session->membership, session->ring, cuts, &key, spil_time_now ()),
      cancellable, error);
  explicit_bzero (&key, sizeof key);
  return ok;
}

// Goes on from what counts, packet by packet, as far as they follow on each other.
static gboolean
find_further (SpilSession *session, const SpilPeer *peer, SpilShelf *shelf, SpilCutOff *cut, GError **error)
{
  GPtrArray *packets = spil_shelf_of (shelf, &peer->device);

  *cut = (SpilCutOff) { .device = peer->device, .sequence = peer->cut, .hash = peer->cut_hash };
  for (guint i = 0; packets != NULL && i < packets->len; i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);
    g_autoptr (GBytes) bytes = NULL;
    SpilSegmentHead head;

    if (packet->first != cut->sequence + 1)
      continue;
    bytes = spil_store_get_packet (session->store, packet, error);
    if (bytes == NULL || !spil_segment_read_head (bytes, &session->space->space, &head, error))
      return FALSE;
    if (!spil_hash_equal (&head.previous, &cut->hash))
      continue;
    cut->sequence = packet->last;
    memcpy (cut->hash.bytes, packet->hash, sizeof cut->hash.bytes);
  }
  return TRUE;
}

gboolean
spil_space_accept_refused (SpilStore *store, const SpilId *device, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilSyncLock) lock = spil_sync_lock_take (store, cancellable, error);
  g_autoptr (SpilSession) session = lock != NULL ? spil_session_open (store, NULL, error) : NULL;
  g_autoptr (SpilShelf) shelf = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const SpilPeer *peer;

  if (session == NULL || !spil_session_check_leader (session, error) ||
      (peer = find_other (session, device, error)) == NULL ||
      (shelf = spil_shelf_read (store, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < session->peers->all->len; i++) {
    const SpilPeer *other = g_ptr_array_index (session->peers->all, i);
    GBytes *entry;
    SpilCutOff cut;

    if (!spil_id_equal (other->origin, peer->origin) || !other->revoked)
      continue;
    if (!find_further (session, other, shelf, &cut, error))
      return FALSE;
    if (cut.sequence <= other->cut)
      continue;
    entry = spil_membership_accept (session->membership, session->ring, &cut, spil_time_now ());
    if (!spil_session_add_entry (session, entry, error)) {
      g_bytes_unref (entry);
      return FALSE;
    }
    g_ptr_array_add (entries, entry);
  }
  if (entries->len == 0) {
    g_set_error_literal (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_NOT_FOUND,
                         _ ("Nothing of this laptop is held back that could still count."));
    return FALSE;
  }
  if (!spil_session_settle (session, error))
    return FALSE;
  spil_space_publish (session, cancellable);
  return TRUE;
}
