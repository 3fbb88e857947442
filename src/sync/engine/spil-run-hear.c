// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-name.h"
#include "spil-run.h"
#include "spil-vector.h"

#define MINUTE_MS (60 * (int64_t) 1000)

// A clock that is less ahead troubles nobody.
#define CLOCK_LIMIT_MS (5 * MINUTE_MS)

void
spil_run_standing_free (SpilStanding *self)
{
  spil_standing_clear (self);
  g_free (self);
}

void
spil_run_tell_clock (SpilRun *run, const SpilId *device, int64_t ahead)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, device);
  g_autofree char *amount = spil_sync_dup_amount (ahead);

  for (guint i = 0; i < run->report->problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (run->report->problems, i);

    if (problem->kind == SPIL_PROBLEM_CLOCK && spil_id_equal (problem->device, *device))
      return;
  }
  spil_run_tell (run, SPIL_PROBLEM_CLOCK, device,
                 _ ("The clock of %s is %s ahead of the clock here. Set the one that is wrong right."), label,
                 amount);
}

// Takes in what @peer says of itself. What cannot be read is as if it were not there: it holds nothing but comparisons.
static gboolean
take (SpilRun *run, const SpilPeer *peer, GBytes *bytes)
{
  const SpilId *space = &run->session->space->space;
  SpilStanding head = { 0 };
  SpilStanding *standing;
  const SpilSpaceKey *key;

  if (!spil_standing_read_head (bytes, space, &head, NULL))
    return FALSE;
  key = spil_session_find_key (run->session, head.epoch);
  spil_standing_clear (&head);
  standing = g_new0 (SpilStanding, 1);
  if (key == NULL || !spil_standing_open (bytes, space, &peer->keys, key, standing, NULL) ||
      !spil_id_equal (standing->device, peer->device)) {
    spil_run_standing_free (standing);
    return FALSE;
  }
  g_hash_table_replace (run->standings, &standing->device, standing);
  return TRUE;
}

// The file with the highest number in the folder of @peer; NULL when there is none.
static char *
find_newest (SpilRun *run, const SpilPeer *peer, SpilCarrierName *newest)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &peer->device);
  g_autoptr (GPtrArray) items = spil_run_list_of (run, folder, SPIL_FOLDER_STATE);
  char *path = NULL;

  *newest = (SpilCarrierName) { 0 };
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilCarrierName name;

    if (!spil_carrier_name_read (SPIL_NAMING_SEQUENCE, item->name, &name) || name.number < newest->number)
      continue;
    *newest = name;
    g_free (path);
    path = g_strconcat (folder->name, "/" SPIL_FOLDER_STATE "/", item->name, NULL);
  }
  return path;
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

static void
hear_peer (SpilRun *run, const SpilPeer *peer, GPtrArray *kept, GPtrArray *heard, gboolean *news)
{
  SpilCarrierName newest;
  g_autofree char *path = find_newest (run, peer, &newest);
  g_autoptr (GBytes) bytes = path != NULL ? find_kept (kept, &newest.hash) : NULL;

  if (path != NULL && bytes == NULL) {
    bytes = spil_run_get (run, path, SPIL_STANDING_MAX_BYTES);
    *news = TRUE;
  }
  if (bytes != NULL && take (run, peer, bytes))
    g_ptr_array_add (heard, g_bytes_ref (bytes));
}

// What they said before stays true of those of whom nothing is to be seen now.
static void
remember (SpilRun *run, GPtrArray *kept, GPtrArray *heard)
{
  for (guint i = 0; i < kept->len; i++) {
    GBytes *bytes = g_ptr_array_index (kept, i);
    SpilStanding head = { 0 };
    const SpilPeer *peer;

    if (spil_standing_read_head (bytes, &run->session->space->space, &head, NULL) &&
        !g_hash_table_contains (run->standings, &head.device) &&
        (peer = spil_peers_find (run->session->peers, &head.device)) != NULL && take (run, peer, bytes))
      g_ptr_array_add (heard, g_bytes_ref (bytes));
    spil_standing_clear (&head);
  }
}

static void
look_at_clocks (SpilRun *run)
{
  int64_t now = g_get_real_time () / 1000;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->standings);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SpilStanding *standing = value;

    if (standing->clock.ms - now > CLOCK_LIMIT_MS)
      spil_run_tell_clock (run, &standing->device, standing->clock.ms - now);
  }
}

gboolean
spil_run_hear (SpilRun *run, GError **error)
{
  SpilPeers *peers = run->session->peers;
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) kept = NULL;
  gboolean news = FALSE;

  if (run->lost || !spil_session_is_member (run->session))
    return TRUE;
  kept = spil_session_read_list (run->store, SPIL_NOTE_PEERS, error);
  if (kept == NULL)
    return FALSE;
  for (guint i = 0; i < peers->all->len && !run->lost; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);

    // What a revoked laptop says of others is not to be trusted.
    if (!spil_id_equal (peer->device, run->session->device) && !peer->revoked)
      hear_peer (run, peer, kept, heard, &news);
  }
  remember (run, kept, heard);
  look_at_clocks (run);
  return !news || spil_session_write_list (run->store, SPIL_NOTE_PEERS, heard, error);
}

int64_t
spil_run_get_cut (SpilRun *run, const SpilId *device)
{
  const SpilPeer *peer = spil_peers_find (run->session->peers, device);
  int64_t fork = spil_shelf_find_fork (run->shelf, device);
  int64_t cut = peer != NULL ? peer->cut : G_MAXINT64;

  if (peer != NULL && peer->role == SPIL_ROLE_READER)
    cut = 0;
  return fork > 0 && (peer == NULL || !peer->revoked) ? MIN (cut, fork - 1) : cut;
}

int64_t
spil_run_get_known (SpilRun *run, const SpilId *device)
{
  GHashTableIter iter;
  gpointer value;
  int64_t known = 0;

  g_hash_table_iter_init (&iter, run->standings);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SpilStanding *standing = value;

    for (guint i = 0; i < standing->vector->len; i++) {
      const SpilVectorItem *item = &g_array_index (standing->vector, SpilVectorItem, i);

      if (spil_id_equal (item->device, *device))
        known = MAX (known, item->sequence);
    }
  }
  return MIN (known, spil_run_get_cut (run, device));
}

gboolean
spil_run_is_behind (SpilRun *run, const SpilId *device, int64_t reached)
{
  return spil_run_get_known (run, device) > reached;
}
