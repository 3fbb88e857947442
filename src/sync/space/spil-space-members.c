// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-space-private.h"

// When each laptop last said how it stands, as far as is known here: SpilId -> clock.
static GHashTable *
read_seen (SpilSession *session, GError **error)
{
  g_autoptr (GPtrArray) kept = spil_session_read_list (session->store, SPIL_NOTE_PEERS, error);
  GHashTable *seen;

  if (kept == NULL)
    return NULL;
  seen = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  for (guint i = 0; i < kept->len; i++) {
    GBytes *bytes = g_ptr_array_index (kept, i);
    g_auto (SpilStanding) head = { 0 };
    g_auto (SpilStanding) standing = { 0 };
    const SpilPeer *peer;
    const SpilSpaceKey *key;

    if (!spil_standing_read_head (bytes, &session->space->space, &head, NULL) ||
        (peer = spil_peers_find (session->peers, &head.device)) == NULL ||
        (key = spil_session_find_key (session, head.epoch)) == NULL ||
        !spil_standing_open (bytes, &session->space->space, &peer->keys, key, &standing, NULL))
      continue;
    g_hash_table_replace (seen, g_memdup2 (&standing.device, sizeof standing.device),
                          g_memdup2 (&standing.clock, sizeof standing.clock));
  }
  return seen;
}

// The identity under which the laptop of @peer is known now: this one's own, or the one that was made last.
static gboolean
is_latest (SpilSession *session, const SpilPeer *peer)
{
  if (peer->own)
    return spil_id_equal (peer->device, session->device);
  for (guint i = 0; i < session->peers->all->len; i++) {
    const SpilPeer *other = g_ptr_array_index (session->peers->all, i);

    if (spil_id_equal (other->origin, peer->origin) && spil_id_compare (other->device, peer->device) > 0)
      return FALSE;
  }
  return TRUE;
}

static SpilMember *
make_member (SpilSession *session, const SpilPeer *peer, SpilShelf *shelf, GHashTable *seen)
{
  SpilMember *member = g_new0 (SpilMember, 1);
  const SpilTime *clock = g_hash_table_lookup (seen, &peer->device);

  member->device = peer->device;
  member->person = g_strdup (peer->person);
  member->device_name = g_strdup (peer->device_name);
  member->role = peer->role;
  member->own = peer->own;
  member->revoked = peer->revoked;
  member->since = peer->since;
  member->sequence = spil_shelf_get_applied (shelf, &peer->device);
  if (peer->own)
    member->seen = session->space->synchronised;
  else if (clock != NULL)
    member->seen = *clock;
  return member;
}

GPtrArray *
spil_space_members (SpilStore *store, GError **error)
{
  g_autoptr (SpilSession) session = spil_session_open (store, NULL, error);
  g_autoptr (SpilShelf) shelf = session != NULL ? spil_shelf_read (store, error) : NULL;
  g_autoptr (GHashTable) seen = shelf != NULL ? read_seen (session, error) : NULL;
  GPtrArray *members;

  if (seen == NULL)
    return NULL;
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_member_free);
  for (guint i = 0; i < session->peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (session->peers->all, i);

    if (is_latest (session, peer))
      g_ptr_array_add (members, make_member (session, peer, shelf, seen));
  }
  return members;
}
