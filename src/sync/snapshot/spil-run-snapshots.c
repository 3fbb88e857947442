// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-make.h"
#include "spil-snapshot-store.h"

/** When a snapshot is made: when the changes since the newest one come to one of these. */
static const struct
{
  int64_t n_entries;
  int64_t n_bytes; // of segments
} growth = { .n_entries = 2000, .n_bytes = 4 * 1024 * 1024 };

/** What came of looking at own snapshots. */
typedef struct
{
  int64_t highest; // number in use
  gboolean erased; // one was removed since it held what was erased
} Own;

static gboolean
is_same_vector (GArray *a, GArray *b)
{
  return spil_snapshot_covers (a, b) && spil_snapshot_covers (b, a);
}

// Says that another's snapshot is right: the same entries gave the same data here.
static gboolean
witness (SpilRun *run, SpilSnapshotShelf *shelf, const SpilKnownSnapshot *known, GError **error)
{
  SpilSession *session = run->session;
  g_autofree char *path = spil_snapshot_dup_witness_name (known, &session->device);
  g_autoptr (GBytes) bytes = NULL;
  SpilHash history;

  if (g_hash_table_contains (shelf->witnesses, path) || !known->whole || spil_snapshot_is_own (known) ||
      spil_hash_is_zero (&run->own.digest) || !spil_hash_equal (&known->head.digest, &run->own.digest) ||
      !spil_hash_equal (&known->head.fingerprint, &run->own.fingerprint) ||
      !is_same_vector (known->head.vector, run->own.vector))
    return TRUE;
  if (!spil_store_hash_history (run->store, known->head.vector, history.bytes, error))
    return FALSE;
  if (!spil_hash_equal (&history, &known->head.history))
    return TRUE;
  bytes = spil_snapshot_witness (&session->space->space, &session->device, &known->hash, &session->signer);
  spil_run_put (run, path, bytes);
  return TRUE;
}

static gboolean
is_head_of_witness (SpilSnapshotShelf *shelf, const SpilCarrierName *name)
{
  for (guint i = 0; i < shelf->snapshots->len; i++)
    if (spil_hash_equal (&((SpilKnownSnapshot *) g_ptr_array_index (shelf->snapshots, i))->hash, &name->hash))
      return TRUE;
  return FALSE;
}

// What was said of snapshots that are no more.
static void
clean_witnesses (SpilRun *run, SpilSnapshotShelf *shelf)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &run->session->device);
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_WITNESS);

  for (guint i = 0; items != NULL && i < items->len; i++) {
    const char *file = ((SpilCarrierItem *) g_ptr_array_index (items, i))->name;
    g_autofree char *path = g_strconcat (folder->name, "/" SPIL_FOLDER_WITNESS "/", file, NULL);
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name) && !is_head_of_witness (shelf, &name))
      spil_run_remove (run, path);
  }
}

// Whether another one that can be used has all that this one has; of two alike the later one stays.
static gboolean
is_superseded (SpilRun *run, SpilSnapshotShelf *shelf, const SpilKnownSnapshot *known)
{
  for (guint i = 0; i < shelf->snapshots->len; i++) {
    const SpilKnownSnapshot *other = g_ptr_array_index (shelf->snapshots, i);

    if (other == known || !spil_snapshot_covers (other->head.vector, known->head.vector) ||
        (spil_snapshot_covers (known->head.vector, other->head.vector) &&
         other->head.time.ms <= known->head.time.ms))
      continue;
    if (spil_snapshot_is_usable (run, shelf, other, NULL))
      return TRUE;
  }
  return FALSE;
}

// Those of this laptop that are of no use any more, or hold what was erased since.
static gboolean
remove_old (SpilRun *run, SpilSnapshotShelf *shelf, Own *own, GError **error)
{
  int64_t n_erased;

  if (!spil_store_count_erased (run->store, &n_erased, error))
    return FALSE;
  for (guint i = shelf->snapshots->len; i > 0 && !run->lost; i--) {
    const SpilKnownSnapshot *known = g_ptr_array_index (shelf->snapshots, i - 1);
    gboolean erased = known->head.n_erased < n_erased;

    if (!spil_snapshot_is_own (known))
      continue;
    own->erased |= erased;
    if (!erased && known->whole && !is_superseded (run, shelf, known))
      continue;
    spil_snapshot_remove (run, known);
    g_ptr_array_remove_index (shelf->snapshots, i - 1);
  }
  return TRUE;
}

static gboolean
belongs (SpilSnapshotShelf *shelf, const SpilId *device, int64_t number)
{
  for (guint i = 0; i < shelf->snapshots->len; i++) {
    const SpilKnownSnapshot *known = g_ptr_array_index (shelf->snapshots, i);

    if (spil_id_equal (known->head.device, *device) && known->head.number == number)
      return TRUE;
  }
  return FALSE;
}

// Pieces without a head: a run was cut short.
static void
clean_pieces (SpilRun *run, SpilSnapshotShelf *shelf, Own *own)
{
  SpilPeers *peers = run->session->peers;

  for (guint i = 0; i < peers->all->len && !run->lost; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    SpilRunFolder *folder = peer->own ? spil_run_find_folder (run, &peer->device) : NULL;
    g_autoptr (GPtrArray) items = NULL;

    if (folder == NULL)
      continue;
    items = spil_run_list_of (run, folder, SPIL_FOLDER_SNAPSHOTS);
    for (guint j = 0; items != NULL && j < items->len; j++) {
      const char *file = ((SpilCarrierItem *) g_ptr_array_index (items, j))->name;
      g_autofree char *path = g_strconcat (folder->name, "/" SPIL_FOLDER_SNAPSHOTS "/", file, NULL);
      SpilCarrierName name;

      if (!spil_carrier_name_read (SPIL_NAMING_VERSION, file, &name) &&
          !spil_carrier_name_read (SPIL_NAMING_SEQUENCE, file, &name))
        continue;
      own->highest = MAX (own->highest, name.number);
      if (!belongs (shelf, &peer->device, name.number))
        spil_run_remove (run, path);
    }
  }
}

// What can be said of the data is known, and nothing stands in the way of it.
static gboolean
is_settled (SpilRun *run)
{
  if (spil_hash_is_zero (&run->own.digest) || run->full)
    return FALSE;
  for (guint i = 0; i < run->report->problems->len; i++)
    if (((SpilProblem *) g_ptr_array_index (run->report->problems, i))->kind != SPIL_PROBLEM_CLOCK)
      return FALSE;
  return TRUE;
}

// The one with the most in it, whoever made it, and whether or not somebody has looked at it yet.
static GArray *
find_newest (SpilSnapshotShelf *shelf)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  GArray *newest = none;

  for (guint i = 0; i < shelf->snapshots->len; i++) {
    const SpilKnownSnapshot *known = g_ptr_array_index (shelf->snapshots, i);

    if (known->whole &&
        spil_snapshot_count_entries (known->head.vector) > spil_snapshot_count_entries (newest))
      newest = known->head.vector;
  }
  return g_array_ref (newest);
}

static gboolean
make_when_due (SpilRun *run, SpilSnapshotShelf *shelf, const Own *own, GError **error)
{
  g_autoptr (GArray) newest = find_newest (shelf);
  int64_t n_entries, n_bytes;

  if (run->lost || spil_run_is_cancelled (run) || !spil_session_may_write (run->session) || !is_settled (run))
    return TRUE;
  if (!spil_store_measure_growth (run->store, newest, &n_entries, &n_bytes, error))
    return FALSE;
  if (n_entries < growth.n_entries && n_bytes < growth.n_bytes && !(own->erased && newest->len == 0))
    return TRUE;
  return spil_snapshot_make (run, own->highest + 1, error);
}

gboolean
spil_run_see_to_snapshots (SpilRun *run, GError **error)
{
  g_autoptr (SpilSnapshotShelf) shelf = NULL;
  Own own = { 0 };

  if (run->lost || run->own.vector == NULL || spil_run_is_cancelled (run))
    return TRUE;
  shelf = spil_snapshot_shelf_read (run, error);
  if (shelf == NULL || run->lost)
    return shelf != NULL;
  for (guint i = 0; i < shelf->snapshots->len && !run->lost; i++)
    if (!witness (run, shelf, g_ptr_array_index (shelf->snapshots, i), error))
      return FALSE;
  clean_witnesses (run, shelf);
  if (!remove_old (run, shelf, &own, error))
    return FALSE;
  clean_pieces (run, shelf, &own);
  return make_when_due (run, shelf, &own, error);
}
