// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-batch.h"
#include "spil-carrier-name.h"
#include "spil-key-packet.h"
#include "spil-own-keys.h"

/** A key packet on the carrier. */
typedef struct
{
  char *path;
  SpilCarrierName name;
} KeyFile;

static void
key_file_free (KeyFile *self)
{
  g_free (self->path);
  g_free (self);
}

static void
add_files (GPtrArray *files, const char *folder, GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilCarrierName name;
    KeyFile *file;

    if (!spil_carrier_name_read (SPIL_NAMING_VERSION, item->name, &name))
      continue;
    file = g_new0 (KeyFile, 1);
    file->path = g_strconcat (folder, "/", item->name, NULL);
    file->name = name;
    g_ptr_array_add (files, file);
  }
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const KeyFile *x = *(KeyFile *const *) a;
  const KeyFile *y = *(KeyFile *const *) b;

  if (x->name.number != y->name.number)
    return x->name.number < y->name.number ? -1 : 1;
  return x->name.version < y->name.version ? -1 : x->name.version > y->name.version;
}

// The key packets for entries of @device, in its own folder and given back by others, by entry and version. Listed once in a run.
static GPtrArray *
files_of (SpilRun *run, const SpilId *device)
{
  GPtrArray *files = g_hash_table_lookup (run->key_files, device);
  g_autofree char *path = spil_carrier_name_dup_folder (device, SPIL_FOLDER_KEYS);
  g_autoptr (GPtrArray) items = NULL;

  if (files != NULL)
    return files;
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) key_file_free);
  g_hash_table_insert (run->key_files, g_memdup2 (device, sizeof *device), files);
  items = spil_run_list_of (run, spil_run_find_folder (run, device), SPIL_FOLDER_KEYS);
  add_files (files, path, items);
  for (guint i = 0; i < run->folders->len && !run->lost; i++) {
    const SpilRunFolder *rescuer = g_ptr_array_index (run->folders, i);
    g_autofree char *rescued = spil_carrier_name_dup_rescued (&rescuer->device, device, SPIL_FOLDER_KEYS);
    g_autoptr (GPtrArray) more = NULL;

    if (!spil_run_folder_has (rescuer, SPIL_FOLDER_RESCUED))
      continue;
    more = spil_run_list (run, rescued, FALSE);
    add_files (files, rescued, more);
  }
  g_ptr_array_sort (files, compare_files);
  return files;
}

// An erased key wins over one that was not erased yet when its packet was made.
static void
merge_keys (GHashTable *all, GArray *keys)
{
  for (guint i = 0; i < keys->len; i++) {
    const SpilRowKey *key = &g_array_index (keys, SpilRowKey, i);
    const SpilRowKey *known = g_hash_table_lookup (all, &key->row);
    SpilRowKey *copy;

    if (known != NULL && (known->erased || !key->erased))
      continue;
    copy = g_memdup2 (key, sizeof *key);
    g_hash_table_replace (all, &copy->row, copy);
  }
}

static void
read_file (SpilRun *run, const KeyFile *file, const SpilPacket *packet, GHashTable *all)
{
  const SpilId *space = &run->session->space->space;
  g_autoptr (GBytes) bytes = spil_run_get (run, file->path, SPIL_KEY_PACKET_MAX_BYTES);
  g_autoptr (GArray) keys = NULL;
  SpilKeyPacketHead head;
  const SpilPeer *author;
  const SpilSpaceKey *key;
  SpilHash hash;

  if (bytes == NULL)
    return;
  hash = spil_hash (bytes);
  // What cannot be read is not there: the packet waits for its keys, and says so.
  if (!spil_hash_equal (&hash, &file->name.hash) || !spil_key_packet_read_head (bytes, space, &head, NULL) ||
      !spil_id_equal (head.device, packet->device) || head.first != packet->first ||
      (author = spil_peers_find (run->session->peers, &head.author)) == NULL ||
      (author->revoked && !spil_id_equal (author->device, packet->device)) ||
      (key = spil_session_find_key (run->session, head.epoch)) == NULL)
    return;
  keys = spil_key_packet_open (bytes, space, &author->keys, key, &head, NULL);
  if (keys != NULL)
    merge_keys (all, keys);
}

GHashTable *
spil_run_fetch_keys (SpilRun *run, const SpilPacket *packet)
{
  GHashTable *keys = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL, g_free);
  GPtrArray *files = files_of (run, &packet->device);

  for (guint i = 0; i < files->len && !run->lost; i++) {
    const KeyFile *file = g_ptr_array_index (files, i);

    if (file->name.number == packet->first)
      read_file (run, file, packet, keys);
  }
  return keys;
}

// Takes the old versions of an own key packet off the carrier.
static void
remove_older (SpilRun *run, GPtrArray *items, const char *folder, int64_t first, int version)
{
  for (guint i = 0; i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    g_autofree char *path = g_strconcat (folder, "/", item->name, NULL);
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_VERSION, item->name, &name) && name.number == first &&
        name.version < version)
      spil_run_remove (run, path);
  }
}

// Makes the key packet of @packet anew when rows of it were erased since, and takes the older ones away. @own: what is noted of it; empty
// for an earlier identity of this laptop, of which nothing is.
static gboolean
renew_packet (SpilRun *run, const SpilPacket *packet, SpilOwnKeys *own, GPtrArray *items, const char *folder,
              GError **error)
{
  g_autoptr (GArray)
      keys = spil_store_row_keys (run->store, &packet->device, packet->first, packet->last, error);
  SpilKeyPacketHead head = { .epoch = spil_session_get_epoch (run->session),
                             .author = run->session->device,
                             .device = packet->device,
                             .first = packet->first,
                             .last = packet->last };
  g_autofree char *name = NULL;
  int n_erased;

  if (keys == NULL)
    return FALSE;
  n_erased = spil_run_count_erased (keys);
  if (keys->len > 0 && (own->version == 0 || own->n_erased != n_erased)) {
    head.version = MAX (own->version, spil_run_highest_version (items, packet->first)) + 1;
    name = spil_run_put_keys (run, folder, &head, keys);
    if (name == NULL)
      return TRUE;
    own->version = head.version;
    own->n_erased = n_erased;
  }
  if (own->version > 0)
    remove_older (run, items, folder, packet->first, own->version);
  return TRUE;
}

// Those who gave back key packets of others take them away when rows were erased; what is still needed is given back anew.
static void
remove_rescued (SpilRun *run)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &run->session->device);
  SpilPeers *peers = run->session->peers;

  for (guint i = 0;
       folder != NULL && spil_run_folder_has (folder, SPIL_FOLDER_RESCUED) && i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    g_autofree char *path = spil_carrier_name_dup_rescued (&folder->device, &peer->device, SPIL_FOLDER_KEYS);
    g_autoptr (GPtrArray) items = spil_run_list (run, path, FALSE);

    for (guint j = 0; items != NULL && j < items->len; j++) {
      g_autofree char *file = g_strconcat (path, "/",
                                           ((SpilCarrierItem *) g_ptr_array_index (items, j))->name, NULL);

      spil_run_remove (run, file);
    }
  }
}

static gboolean
renew_identity (SpilRun *run, const SpilId *device, GArray *own_keys, GError **error)
{
  gboolean current = spil_id_equal (*device, run->session->device);
  GPtrArray *packets = spil_shelf_of (run->shelf, device);
  g_autofree char *folder = spil_carrier_name_dup_folder (device, SPIL_FOLDER_KEYS);
  g_autoptr (GPtrArray) items = spil_run_list (run, folder, FALSE);

  for (guint i = 0; packets != NULL && items != NULL && i < packets->len && !run->lost && !run->full; i++) {
    const SpilPacket *packet = g_ptr_array_index (packets, i);
    SpilOwnKeys fresh = { .first = packet->first, .last = packet->last };
    SpilOwnKeys *own = current ? spil_own_keys_take (own_keys, packet->first, packet->last) : &fresh;

    if (packet->state == SPIL_PACKET_APPLIED && (!current || packet->last <= run->session->space->sent) &&
        !renew_packet (run, packet, own, items, folder, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
renew_all (SpilRun *run, GError **error)
{
  SpilPeers *peers = run->session->peers;
  g_autoptr (GArray) own_keys = spil_own_keys_read (run->store, error);

  if (own_keys == NULL)
    return FALSE;
  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);

    if (peer->own && !renew_identity (run, &peer->device, own_keys, error))
      return FALSE;
  }
  return spil_own_keys_write (own_keys, run->store, error);
}

gboolean
spil_run_renew_keys (SpilRun *run, GError **error)
{
  g_autoptr (GHashTable) known = NULL;
  const SpilId *own = &run->session->device;
  int64_t n_erased;

  if (run->lost || run->full || !spil_session_may_write (run->session))
    return TRUE;
  // How many rows were erased when this was done last stands in a vector of its own: it begins anew with each identity.
  if (!spil_store_count_erased (run->store, &n_erased, error) ||
      !spil_vector_read (&known, run->store, SPIL_NOTE_ERASURES, error))
    return FALSE;
  if (spil_vector_get (known, own) == n_erased)
    return TRUE;
  remove_rescued (run);
  if (!renew_all (run, error))
    return FALSE;
  if (run->lost || run->full)
    return TRUE;
  spil_vector_set (known, own, n_erased);
  return spil_vector_write (known, run->store, SPIL_NOTE_ERASURES, error);
}
