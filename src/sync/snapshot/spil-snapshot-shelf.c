// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-shelf.h"

// The head and what stands around it.
#define MAX_FILE (2 * SPIL_SNAPSHOT_MAX_BYTES)

static void
known_free (gpointer data)
{
  SpilKnownSnapshot *self = data;

  spil_snapshot_clear (&self->head);
  g_free (self);
}

static char *
dup_path (const SpilId *device, const char *folder, SpilNaming naming, const SpilCarrierName *parts)
{
  g_autofree char *top = spil_carrier_name_dup_folder (device, folder);
  g_autofree char *name = spil_carrier_name_dup (naming, parts);

  return g_strconcat (top, "/", name, NULL);
}

char *
spil_snapshot_dup_head_name (const SpilSnapshot *head, const SpilHash *hash)
{
  SpilCarrierName parts = { .number = head->number, .hash = *hash };

  return dup_path (&head->device, SPIL_FOLDER_SNAPSHOTS, SPIL_NAMING_SEQUENCE, &parts);
}

char *
spil_snapshot_dup_piece_name (const SpilSnapshot *head, int64_t place)
{
  SpilCarrierName parts = { .number = head->number,
                            .version = (int) place,
                            .hash = g_array_index (head->pieces, SpilHash, place) };

  return dup_path (&head->device, SPIL_FOLDER_SNAPSHOTS, SPIL_NAMING_VERSION, &parts);
}

char *
spil_snapshot_dup_witness_name (const SpilKnownSnapshot *snapshot, const SpilId *witness)
{
  SpilCarrierName parts = { .number = snapshot->head.number, .hash = snapshot->hash };

  return dup_path (witness, SPIL_FOLDER_WITNESS, SPIL_NAMING_SEQUENCE, &parts);
}

int64_t
spil_snapshot_count_entries (GArray *vector)
{
  int64_t n = 0;

  for (guint i = 0; i < vector->len; i++)
    n += g_array_index (vector, SpilVectorItem, i).sequence;
  return n;
}

gboolean
spil_snapshot_covers (GArray *vector, GArray *other)
{
  for (guint i = 0; i < other->len; i++) {
    const SpilVectorItem *item = &g_array_index (other, SpilVectorItem, i);
    int64_t there = 0;

    for (guint j = 0; j < vector->len; j++)
      if (spil_id_equal (g_array_index (vector, SpilVectorItem, j).device, item->device))
        there = g_array_index (vector, SpilVectorItem, j).sequence;
    if (there < item->sequence)
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_snapshot_is_own (const SpilKnownSnapshot *snapshot)
{
  return snapshot->maker->own;
}

static GBytes *
find_kept (GPtrArray *kept, const SpilHash *hash)
{
  for (guint i = 0; i < kept->len; i++) {
    SpilHash own = spil_hash (g_ptr_array_index (kept, i));

    if (spil_hash_equal (&own, hash))
      return g_bytes_ref (g_ptr_array_index (kept, i));
  }
  return NULL;
}

// One that is not wholly there yet, of a later format, or not of the one in whose folder it stands, is left alone: there are always the segments.
static SpilKnownSnapshot *
open_head (SpilRun *run, const SpilPeer *maker, const SpilCarrierName *name, GBytes *bytes)
{
  const SpilId *space = &run->session->space->space;
  SpilSnapshot head = { 0 };
  const SpilSpaceKey *key;
  SpilKnownSnapshot *known;
  SpilHash hash = spil_hash (bytes);

  if (!spil_hash_equal (&hash, &name->hash) || !spil_snapshot_read_head (bytes, space, &head, NULL) ||
      !spil_id_equal (head.device, maker->device) || head.number != name->number ||
      (key = spil_session_find_key (run->session, head.epoch)) == NULL)
    return NULL;
  known = g_new0 (SpilKnownSnapshot, 1);
  known->hash = hash;
  known->maker = maker;
  if (spil_snapshot_open_head (bytes, space, &maker->keys, key, &known->head, NULL))
    return known;
  known_free (known);
  return NULL;
}

static gboolean
has_all_pieces (const SpilSnapshot *head, GHashTable *names)
{
  for (guint i = 0; i < head->pieces->len; i++) {
    g_autofree char *name = spil_snapshot_dup_piece_name (head, i);

    if (!g_hash_table_contains (names, name))
      return FALSE;
  }
  return TRUE;
}

static GHashTable *
names_of (const SpilRunFolder *folder, const char *kind, GPtrArray *items)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (names, g_strconcat (folder->name, "/", kind, "/",
                                          ((SpilCarrierItem *) g_ptr_array_index (items, i))->name, NULL));
  return names;
}

typedef struct
{
  GPtrArray *kept; // heads that were read in an earlier run, as GBytes
  GPtrArray *read; // those of now
  gboolean news;
} Heads;

static void
look_at (SpilRun *run, SpilSnapshotShelf *self, const SpilPeer *maker, const SpilRunFolder *folder,
         Heads *heads)
{
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_SNAPSHOTS);
  g_autoptr (GHashTable) names = items != NULL ? names_of (folder, SPIL_FOLDER_SNAPSHOTS, items) : NULL;

  for (guint i = 0; items != NULL && i < items->len && !run->lost; i++) {
    const char *file = ((SpilCarrierItem *) g_ptr_array_index (items, i))->name;
    g_autofree char *path = g_strconcat (folder->name, "/" SPIL_FOLDER_SNAPSHOTS "/", file, NULL);
    g_autoptr (GBytes) bytes = NULL;
    SpilKnownSnapshot *known;
    SpilCarrierName name;

    if (!spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name))
      continue;
    bytes = find_kept (heads->kept, &name.hash);
    if (bytes == NULL) {
      bytes = spil_run_get (run, path, MAX_FILE);
      heads->news = TRUE;
    }
    known = bytes != NULL ? open_head (run, maker, &name, bytes) : NULL;
    if (known == NULL)
      continue;
    known->whole = has_all_pieces (&known->head, names);
    g_ptr_array_add (self->snapshots, known);
    g_ptr_array_add (heads->read, g_bytes_ref (bytes));
  }
}

static void
look_for_witnesses (SpilRun *run, SpilSnapshotShelf *self, const SpilRunFolder *folder)
{
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_WITNESS);

  for (guint i = 0; items != NULL && i < items->len; i++)
    g_hash_table_add (self->witnesses,
                      g_strconcat (folder->name, "/" SPIL_FOLDER_WITNESS "/",
                                   ((SpilCarrierItem *) g_ptr_array_index (items, i))->name, NULL));
}

SpilSnapshotShelf *
spil_snapshot_shelf_read (SpilRun *run, GError **error)
{
  g_autoptr (SpilSnapshotShelf) self = g_new0 (SpilSnapshotShelf, 1);
  g_autoptr (GPtrArray) kept = spil_session_read_list (run->store, SPIL_NOTE_SNAPSHOTS, error);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Heads heads = { .kept = kept, .read = read };
  SpilPeers *peers = run->session->peers;

  self->snapshots = g_ptr_array_new_with_free_func (known_free);
  self->witnesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (kept == NULL)
    return NULL;
  for (guint i = 0; i < peers->all->len && !run->lost; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    SpilRunFolder *folder = peer->revoked ? NULL : spil_run_find_folder (run, &peer->device);

    if (folder == NULL)
      continue;
    look_at (run, self, peer, folder, &heads);
    look_for_witnesses (run, self, folder);
  }
  if ((heads.news || read->len != kept->len) && !run->lost &&
      !spil_session_write_list (run->store, SPIL_NOTE_SNAPSHOTS, read, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_snapshot_shelf_free (SpilSnapshotShelf *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->snapshots);
  g_hash_table_unref (self->witnesses);
  g_free (self);
}

// Whether that member says so; its file is looked at.
static gboolean
is_witness (SpilRun *run, const SpilKnownSnapshot *snapshot, const SpilPeer *peer, const char *path)
{
  g_autoptr (GBytes) bytes = spil_run_get (run, path, SPIL_SNAPSHOT_WITNESS_MAX_BYTES);

  return bytes != NULL && spil_snapshot_is_witness (bytes, &run->session->space->space, &peer->device,
                                                    &snapshot->hash, &peer->keys);
}

gboolean
spil_snapshot_is_usable (SpilRun *run, SpilSnapshotShelf *shelf, const SpilKnownSnapshot *snapshot,
                         const SpilPeer *beginner)
{
  SpilPeers *peers = run->session->peers;
  const SpilPeer *maker = snapshot->maker;
  gboolean alone = TRUE;

  if (!snapshot->whole)
    return FALSE;
  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    g_autofree char *path = NULL;

    // Another identity of the same laptop is not another member.
    if (peer->revoked || spil_id_equal (peer->origin, maker->origin) ||
        (beginner != NULL && spil_id_equal (peer->origin, beginner->origin)))
      continue;
    alone = FALSE;
    path = spil_snapshot_dup_witness_name (snapshot, &peer->device);
    if (g_hash_table_contains (shelf->witnesses, path) && is_witness (run, snapshot, peer, path))
      return TRUE;
  }
  return alone && maker->role == SPIL_ROLE_LEADER;
}

void
spil_snapshot_remove (SpilRun *run, const SpilKnownSnapshot *snapshot)
{
  g_autofree char *head = spil_snapshot_dup_head_name (&snapshot->head, &snapshot->hash);

  spil_run_remove (run, head);
  for (guint i = 0; i < snapshot->head.pieces->len && !run->lost; i++) {
    g_autofree char *piece = spil_snapshot_dup_piece_name (&snapshot->head, i);

    spil_run_remove (run, piece);
  }
}
