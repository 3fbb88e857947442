// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-make.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-privacy.h"
#include "spil-snapshot-file.h"
#include "spil-snapshot-store.h"

// Copies, and looks into the copy as whoever uses it will. FALSE without an error: things were changed meanwhile.
static gboolean
make_copy (SpilRun *run, const char *path, SpilSnapshot *head, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SpilStore) copy = NULL;
  g_autoptr (GArray) vector = NULL;
  SpilHash history;
  int fd = spil_snapshot_file_open (path, error);

  if (fd == -1)
    return FALSE;
  close (fd);
  if (!spil_store_write_snapshot (run->store, path, &local)) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY))
      g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  copy = spil_snapshot_open (path, TRUE, error);
  vector = copy != NULL ? spil_store_get_vector (copy, error) : NULL;
  if (vector == NULL || !spil_store_count_erased (copy, &head->n_erased, error) ||
      !spil_store_hash_history (copy, vector, history.bytes, error))
    return FALSE;
  head->history = history;
  // The digest is of exactly these entries.
  return spil_snapshot_covers (vector, run->own.vector) && spil_snapshot_covers (run->own.vector, vector);
}

static gboolean
put_piece (SpilRun *run, SpilSnapshot *head, int64_t place, const uint8_t *data, gsize length)
{
  g_autoptr (GBytes)
      bytes = spil_snapshot_seal_piece (head, &run->session->space->space, place, data, length);
  SpilHash hash = spil_hash (bytes);
  g_autofree char *name = NULL;

  g_array_append_val (head->pieces, hash);
  name = spil_snapshot_dup_piece_name (head, place);
  return spil_run_put (run, name, bytes);
}

// One piece after another: no more than one is in memory.
static gboolean
put_pieces (SpilRun *run, SpilSnapshot *head, const char *path, GError **error)
{
  g_autofree uint8_t *data = g_malloc (SPIL_SNAPSHOT_PIECE_BYTES);
  int fd = spil_snapshot_file_open (path, error);
  struct stat status;
  gboolean ok;

  if (fd == -1)
    return FALSE;
  ok = fstat (fd, &status) == 0;
  head->length = status.st_size;
  run->total += spil_snapshot_count_pieces (head->length);
  for (int64_t at = 0; ok && at < head->length; at += SPIL_SNAPSHOT_PIECE_BYTES) {
    gsize length = (gsize) MIN (head->length - at, SPIL_SNAPSHOT_PIECE_BYTES);

    ok = !spil_run_is_cancelled (run) && spil_snapshot_file_read (fd, path, at, data, length, error) &&
         put_piece (run, head, at / SPIL_SNAPSHOT_PIECE_BYTES, data, length);
    spil_run_step (run);
  }
  close (fd);
  return ok;
}

// Room that the changes themselves may need.
static void
take_back (SpilRun *run, const SpilSnapshot *head)
{
  for (guint i = 0; i < head->pieces->len && !run->lost; i++) {
    g_autofree char *name = spil_snapshot_dup_piece_name (head, i);

    spil_run_remove (run, name);
  }
}

static void
put_head (SpilRun *run, const SpilSnapshot *head)
{
  SpilSession *session = run->session;
  g_autoptr (GBytes) bytes = spil_snapshot_seal (
      head, &session->space->space, spil_session_find_key (session, head->epoch), &session->signer);
  SpilHash hash = spil_hash (bytes);
  g_autofree char *name = spil_snapshot_dup_head_name (head, &hash);

  spil_run_put (run, name, bytes);
}

static void
fill_head (SpilRun *run, int64_t number, SpilSnapshot *head)
{
  g_autofree char *schema = spil_store_dup_schema_fingerprint ();
  g_autoptr (GBytes) text = g_bytes_new (schema, strlen (schema));

  head->epoch = run->own.epoch;
  head->device = run->own.device;
  head->number = number;
  head->vector = g_array_ref (run->own.vector);
  head->digest = run->own.digest;
  head->fingerprint = run->own.fingerprint;
  head->schema = spil_hash (text);
  head->time = spil_time_now ();
  head->key = spil_space_key_new ();
  head->pieces = g_array_new (FALSE, FALSE, sizeof (SpilHash));
}

gboolean
spil_snapshot_make (SpilRun *run, int64_t number, GError **error)
{
  g_autofree char *path = spil_snapshot_file_path (run->session->dir, NULL);
  g_autoptr (GError) local = NULL;
  g_auto (SpilSnapshot) head = { 0 };

  // Traces of what was erased do not go along.
  if (run->erased || spil_store_needs_scrub (run->store)) {
    if (!spil_store_scrub (run->store, error))
      return FALSE;
    run->erased = FALSE;
  }
  fill_head (run, number, &head);
  g_unlink (path);
  if (make_copy (run, path, &head, &local)) {
    if (put_pieces (run, &head, path, &local))
      put_head (run, &head);
    else
      take_back (run, &head);
  }
  g_unlink (path);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
