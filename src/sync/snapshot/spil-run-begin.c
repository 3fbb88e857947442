// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "spil-snapshot-fetch.h"
#include "spil-snapshot-file.h"
#include "spil-snapshot-store.h"

static SpilHash
own_schema (void)
{
  g_autofree char *text = spil_store_dup_schema_fingerprint ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return spil_hash (bytes);
}

// The one with the most in it that this version can use and that can be trusted.
static SpilKnownSnapshot *
find_best (SpilRun *run, SpilSnapshotShelf *shelf)
{
  const SpilPeer *own = spil_peers_find (run->session->peers, &run->session->device);
  SpilHash schema = own_schema ();
  SpilKnownSnapshot *best = NULL;

  for (guint i = 0; i < shelf->snapshots->len && !run->lost; i++) {
    SpilKnownSnapshot *known = g_ptr_array_index (shelf->snapshots, i);

    if (spil_hash_equal (&known->head.schema, &schema) &&
        (best == NULL || spil_snapshot_count_entries (known->head.vector) >
                             spil_snapshot_count_entries (best->head.vector)) &&
        spil_snapshot_is_usable (run, shelf, known, own))
      best = known;
  }
  return run->lost ? NULL : best;
}

// The database is another from here on; what stands of its packets too.
static gboolean
adopt (SpilRun *run, const SpilKnownSnapshot *known, const char *path, GError **error)
{
  SpilShelf *shelf;

  if (!spil_store_adopt_snapshot (run->store, path, error))
    return FALSE;
  shelf = spil_shelf_read (run->store, error);
  if (shelf == NULL)
    return FALSE;
  spil_shelf_free (run->shelf);
  run->shelf = shelf;
  // It was compared with the data already.
  run->begun.vector = g_array_ref (known->head.vector);
  run->begun.digest = known->head.digest;
  run->report->received += spil_snapshot_count_entries (known->head.vector);
  return TRUE;
}

// The changes are there in their own files too: what is amiss with a snapshot costs no more than time.
static gboolean
explain (SpilRun *run, const SpilKnownSnapshot *known, GError *fault, GError **error)
{
  g_autofree char *label = spil_peers_dup_label (run->session->peers, &known->maker->device);

  if (g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY))
    return TRUE;
  if (fault->domain != SPIL_WIRE_ERROR &&
      !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT) &&
      !g_error_matches (fault, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NEWER)) {
    g_propagate_error (error, g_error_copy (fault));
    return FALSE;
  }
  spil_run_tell (
      run, SPIL_PROBLEM_DAMAGED, &known->maker->device,
      _ ("What %s put ready in the shared folder for a new laptop to begin with cannot be used. All changes are fetched one by one instead. (%s)"),
      label, fault->message);
  return TRUE;
}

// @settled: there is nothing more to try now.
static gboolean
begin_with (SpilRun *run, const SpilKnownSnapshot *known, gboolean *settled, GError **error)
{
  g_autofree char *path = spil_snapshot_file_path (run->session->dir, &known->hash);
  g_autoptr (GError) fault = NULL;

  spil_snapshot_file_clean (run->session->dir, path);
  *settled = TRUE;
  // Goes on later with what there is.
  if (!spil_snapshot_fetch (run, &known->head, path, &fault) && fault == NULL)
    return TRUE;
  *settled = fault == NULL && spil_snapshot_check (&known->head, path, &fault) &&
             adopt (run, known, path, &fault);
  g_unlink (path);
  return *settled || explain (run, known, fault, error);
}

static gboolean
begin (SpilRun *run, GError **error)
{
  g_autoptr (SpilSnapshotShelf) shelf = spil_snapshot_shelf_read (run, error);
  gboolean settled = FALSE;
  SpilKnownSnapshot *best;

  if (shelf == NULL)
    return FALSE;
  while (!settled && (best = find_best (run, shelf)) != NULL) {
    if (!begin_with (run, best, &settled, error))
      return FALSE;
    g_ptr_array_remove (shelf->snapshots, best);
  }
  return TRUE;
}

gboolean
spil_run_begin_with_snapshot (SpilRun *run, GError **error)
{
  gboolean blank;

  if (run->lost || spil_run_is_cancelled (run) || !spil_session_is_member (run->session))
    return TRUE;
  if (!spil_store_is_blank (run->store, &blank, error))
    return FALSE;
  if (blank)
    return begin (run, error);
  spil_snapshot_file_clean (run->session->dir, NULL);
  return TRUE;
}
