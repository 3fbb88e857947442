// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-snapshot-fetch.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spil-snapshot-file.h"
#include "spil-snapshot-store.h"
#include "spil-wire-private.h"

// How many pieces the file has: it is written piece by piece, so that what is there goes on where it stopped.
static int64_t
count_fetched (int fd, const SpilSnapshot *head)
{
  struct stat status;

  if (fstat (fd, &status) != 0 || status.st_size > head->length)
    return 0;
  return status.st_size == head->length ? head->pieces->len : status.st_size / SPIL_SNAPSHOT_PIECE_BYTES;
}

static gboolean
fetch_piece (SpilRun *run, const SpilSnapshot *head, int64_t place, int fd, const char *path, GError **error)
{
  g_autofree char *name = spil_snapshot_dup_piece_name (head, place);
  g_autoptr (GBytes) bytes = spil_run_get (run, name, SPIL_SNAPSHOT_PIECE_MAX_FILE);
  g_autoptr (GBytes) content = NULL;
  SpilHash hash;

  if (bytes == NULL)
    return run->lost || spil_run_is_cancelled (run) ? FALSE : spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  hash = spil_hash (bytes);
  if (!spil_hash_equal (&hash, &g_array_index (head->pieces, SpilHash, place)))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  content = spil_snapshot_open_piece (head, &run->session->space->space, place, bytes, error);
  return content != NULL &&
         spil_snapshot_file_write (fd, path, place * SPIL_SNAPSHOT_PIECE_BYTES,
                                   g_bytes_get_data (content, NULL), g_bytes_get_size (content), error);
}

gboolean
spil_snapshot_fetch (SpilRun *run, const SpilSnapshot *head, const char *path, GError **error)
{
  int fd = spil_snapshot_file_open (path, error);
  gboolean ok = fd != -1;
  int64_t place;

  if (!ok)
    return FALSE;
  run->total += head->pieces->len;
  for (place = count_fetched (fd, head); ok && place < head->pieces->len; place++) {
    ok = !spil_run_is_cancelled (run) && fetch_piece (run, head, place, fd, path, error);
    if (ok)
      spil_run_step (run);
  }
  close (fd);
  return ok;
}

/** What one thread looks at while another looks at the rest: each reads the whole copy. */
typedef struct
{
  const SpilSnapshot *head;
  const char *path;
  GError *error;
} Check;

static gboolean
check_history (SpilStore *copy, const SpilSnapshot *head, GError **error)
{
  g_autoptr (GArray) vector = spil_store_get_vector (copy, error);
  SpilHash history;

  if (vector == NULL || !spil_store_hash_history (copy, head->vector, history.bytes, error))
    return FALSE;
  return (spil_snapshot_covers (vector, head->vector) && spil_snapshot_covers (head->vector, vector) &&
          spil_hash_equal (&history, &head->history)) ||
         spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
}

static gpointer
check_whole_cb (gpointer user_data)
{
  Check *self = user_data;
  g_autoptr (SpilStore) copy = spil_snapshot_open (self->path, TRUE, &self->error);

  if (copy != NULL)
    check_history (copy, self->head, &self->error);
  return NULL;
}

static gboolean
check_digest (const SpilSnapshot *head, const char *path, GError **error)
{
  g_autoptr (SpilStore) copy = spil_snapshot_open (path, FALSE, error);
  g_autofree char *text = copy != NULL ? spil_store_digest (copy, error) : NULL;
  SpilHash digest;

  if (text == NULL)
    return FALSE;
  return (spil_hash_parse (text, &digest) && spil_hash_equal (&digest, &head->digest)) ||
         spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
}

gboolean
spil_snapshot_check (const SpilSnapshot *head, const char *path, GError **error)
{
  Check check = { .head = head, .path = path };
  GThread *thread = g_thread_new ("snapshot", check_whole_cb, &check);
  g_autoptr (GError) fault = NULL;

  check_digest (head, path, &fault);
  g_thread_join (thread);
  // That the copy is no whole one says more than what follows from it.
  if (check.error != NULL) {
    g_propagate_error (error, check.error);
    return FALSE;
  }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
