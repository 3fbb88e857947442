// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-carrier-name.h"
#include "spil-run.h"

static char *
name_of (const SpilPacket *packet)
{
  SpilCarrierName parts = { .number = packet->first };

  memcpy (parts.hash.bytes, packet->hash, sizeof parts.hash.bytes);
  return spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
}

// The packets of @peer that the carrier had and has no longer; borrowed.
static GPtrArray *
find_lost (SpilRun *run, const SpilPeer *peer)
{
  GPtrArray *packets = spil_shelf_of (run->shelf, &peer->device);
  GHashTable *names = g_hash_table_lookup (run->listed, &peer->device);
  GPtrArray *lost = g_ptr_array_new ();

  for (guint i = 0; names != NULL && packets != NULL && i < packets->len; i++) {
    SpilPacket *packet = g_ptr_array_index (packets, i);
    g_autofree char *name = name_of (packet);

    if (packet->state != SPIL_PACKET_REFUSED && !packet->bare && !g_hash_table_contains (names, name))
      g_ptr_array_add (lost, packet);
  }
  return lost;
}

// What of @peer was given back already, by whomever: names in @folder.
static GHashTable *
find_rescued (SpilRun *run, const SpilPeer *peer, const char *folder)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < run->folders->len && !run->lost; i++) {
    const SpilRunFolder *rescuer = g_ptr_array_index (run->folders, i);
    g_autofree char *path = spil_carrier_name_dup_rescued (&rescuer->device, &peer->device, folder);
    g_autoptr (GPtrArray) items = NULL;

    if (!spil_run_folder_has (rescuer, SPIL_FOLDER_RESCUED))
      continue;
    items = spil_run_list (run, path, FALSE);
    for (guint j = 0; items != NULL && j < items->len; j++)
      g_hash_table_add (names, g_strdup (((SpilCarrierItem *) g_ptr_array_index (items, j))->name));
  }
  return names;
}

// The keys first, as with own packets. Only of what was carried out here are they known.
static gboolean
give_back_keys (SpilRun *run, const SpilPacket *packet, GError **error)
{
  SpilSession *session = run->session;
  SpilKeyPacketHead head = { .epoch = spil_session_get_epoch (session),
                             .author = session->device,
                             .device = packet->device,
                             .first = packet->first,
                             .last = packet->last,
                             .version = 1 };
  g_autofree char *folder = spil_carrier_name_dup_rescued (&session->device, &packet->device,
                                                           SPIL_FOLDER_KEYS);
  g_autoptr (GArray) keys = NULL;
  g_autofree char *name = NULL;

  if (packet->state != SPIL_PACKET_APPLIED)
    return TRUE;
  keys = spil_store_row_keys (run->store, &packet->device, packet->first, packet->last, error);
  if (keys != NULL && keys->len > 0)
    name = spil_run_put_keys (run, folder, &head, keys);
  return keys != NULL;
}

static gboolean
give_back (SpilRun *run, const SpilPacket *packet, GHashTable *rescued, GError **error)
{
  g_autofree char *name = name_of (packet);
  g_autofree char *folder = spil_carrier_name_dup_rescued (&run->session->device, &packet->device,
                                                           SPIL_FOLDER_SEGMENTS);
  g_autofree char *path = g_strconcat (folder, "/", name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (g_hash_table_contains (rescued, name))
    return TRUE;
  if (!give_back_keys (run, packet, error))
    return FALSE;
  bytes = spil_store_get_packet (run->store, packet, error);
  if (bytes == NULL)
    return FALSE;
  spil_run_put (run, path, bytes);
  return TRUE;
}

// What this device gave back and its owner has brought again.
static void
clean_up (SpilRun *run, const SpilPeer *peer)
{
  GHashTable *names = g_hash_table_lookup (run->listed, &peer->device);
  g_autofree char *segments = spil_carrier_name_dup_rescued (&run->session->device, &peer->device,
                                                             SPIL_FOLDER_SEGMENTS);
  g_autofree char *keys = spil_carrier_name_dup_rescued (&run->session->device, &peer->device,
                                                         SPIL_FOLDER_KEYS);
  g_autoptr (GPtrArray) items = spil_run_list (run, segments, FALSE);
  g_autoptr (GPtrArray) key_items = NULL;
  guint n_left = 0;

  for (guint i = 0; names != NULL && items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    g_autofree char *path = g_strconcat (segments, "/", item->name, NULL);

    if (g_hash_table_contains (names, item->name))
      spil_run_remove (run, path);
    else
      n_left++;
  }
  if (names == NULL || items == NULL || items->len == 0 || n_left > 0)
    return;
  key_items = spil_run_list (run, keys, FALSE);
  for (guint i = 0; key_items != NULL && i < key_items->len; i++) {
    g_autofree char *path = g_strconcat (keys, "/",
                                         ((SpilCarrierItem *) g_ptr_array_index (key_items, i))->name, NULL);

    spil_run_remove (run, path);
  }
}

gboolean
spil_run_rescue (SpilRun *run, GError **error)
{
  SpilPeers *peers = run->session->peers;
  SpilRunFolder *own = spil_run_find_folder (run, &run->session->device);
  gboolean rescuer = own != NULL && spil_run_folder_has (own, SPIL_FOLDER_RESCUED);

  if (run->lost || run->full || !spil_session_is_member (run->session))
    return TRUE;
  for (guint i = 0; i < peers->all->len && !run->lost; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    g_autoptr (GPtrArray) lost = NULL;
    g_autoptr (GHashTable) rescued = NULL;

    if (spil_id_equal (peer->device, run->session->device))
      continue;
    if (rescuer)
      clean_up (run, peer);
    lost = find_lost (run, peer);
    if (lost->len == 0)
      continue;
    rescued = find_rescued (run, peer, SPIL_FOLDER_SEGMENTS);
    for (guint j = 0; j < lost->len && !run->lost && !run->full && !spil_run_is_cancelled (run); j++)
      if (!give_back (run, g_ptr_array_index (lost, j), rescued, error))
        return FALSE;
  }
  return TRUE;
}
