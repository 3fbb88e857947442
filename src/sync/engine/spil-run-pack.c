// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-bytes.h"
#include "spil-mark.h"
#include "spil-run.h"
#include "spil-segment.h"
#include "spil-vector.h"

// How much goes into one packet, before compression. An entry is never split: one that is larger makes a larger packet.
#define SEGMENT_BYTES (1024 * 1024)

/** One segment in the making. */
typedef struct
{
  SpilSegmentWriter *writer;
  int64_t first;
  int64_t last;
} Packing;

static gboolean
add_entry_cb (const SpilLogEntry *entry, gpointer user_data, GError **error)
{
  Packing *packing = user_data;

  spil_segment_writer_add (packing->writer, entry);
  packing->last = entry->sequence;
  if (spil_segment_writer_get_size (packing->writer) < SEGMENT_BYTES)
    return TRUE;
  // Not an error: enough for one.
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");
  return FALSE;
}

static gboolean
fill (SpilRun *run, Packing *packing, int64_t last, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (spil_store_each_entry (run->store, &run->session->device, packing->first, last, add_entry_cb, packing,
                             &local) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

// The packet, and what was said of others with it, become durable together.
static gboolean
keep (SpilRun *run, SpilPacket *packet, GBytes *bytes, GHashTable *vector, GError **error)
{
  g_autoptr (SpilImport) import = spil_import_begin (run->store, error);
  SpilImportResult result;

  return import != NULL &&
         spil_shelf_keep (run->shelf, run->store, packet, SPIL_PACKET_APPLIED, NULL, bytes, error) &&
         spil_vector_write (vector, run->store, SPIL_NOTE_SAID, error) &&
         spil_import_finish (import, &result, error);
}

// Packs entries from @packing->first on, as many as one packet takes.
static gboolean
pack_one (SpilRun *run, Packing *packing, int64_t last, GHashTable *vector, GError **error)
{
  SpilSession *session = run->session;
  const SpilPacket *before = spil_shelf_get_last_applied (run->shelf, &session->device);
  SpilPacket packet = { .device = session->device, .first = packing->first };
  SpilHash previous = { 0 };
  SpilHash hash;
  g_autoptr (GBytes) bytes = NULL;

  if (!fill (run, packing, last, error))
    return FALSE;
  if (packing->last < packing->first) {
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
        "The change log lacks entries of its own."); // not for people: spil_store_check() tells it
    return FALSE;
  }
  if (before != NULL)
    memcpy (previous.bytes, before->hash, sizeof previous.bytes);
  bytes = spil_segment_writer_seal (
      packing->writer, &session->space->space, &session->device, spil_session_get_epoch (session), &previous,
      spil_session_find_key (session, spil_session_get_epoch (session)), &session->signer);
  hash = spil_hash (bytes);
  packet.last = packing->last;
  memcpy (packet.hash, hash.bytes, sizeof packet.hash);
  return keep (run, &packet, bytes, vector, error) &&
         spil_mark_write (session->dir,
                          &(SpilMark) { .device = session->device, .sequence = packet.last, .hash = hash },
                          error);
}

gboolean
spil_run_pack (SpilRun *run, GError **error)
{
  g_autoptr (GHashTable) said = NULL;
  g_autoptr (GHashTable) vector = NULL;
  int64_t packed = spil_shelf_get_applied (run->shelf, &run->session->device);
  int64_t last;

  if (run->lost || !spil_session_may_write (run->session))
    return TRUE;
  if (!spil_store_get_last_sequence (run->store, &last, error) ||
      !spil_vector_read (&said, run->store, SPIL_NOTE_SAID, error))
    return FALSE;
  vector = spil_vector_of_shelf (run->shelf, run->session->peers, &run->session->device);
  while (packed < last && !spil_run_is_cancelled (run)) {
    g_autoptr (GArray) news = spil_vector_difference (vector, said);
    Packing packing = { .writer = spil_segment_writer_new (news), .first = packed + 1 };
    gboolean ok = pack_one (run, &packing, last, vector, error);

    spil_segment_writer_free (packing.writer);
    if (!ok)
      return FALSE;
    packed = packing.last;
    g_hash_table_unref (g_steal_pointer (&said));
    said = g_hash_table_ref (vector);
  }
  return TRUE;
}
