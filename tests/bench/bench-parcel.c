// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-parcel.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-sync-store.h"

/* As in a run: see src/sync/engine/spil-run-apply.c. */
#define BATCH_BYTES (4 * 1024 * 1024)
#define BATCH_ENTRIES 2000

BenchSpace
bench_space_new (void)
{
  BenchSpace self = { .id = spil_id_new () };

  spil_wire_init ();
  self.key = spil_space_key_new ();
  self.signer = spil_signing_key_new ();
  self.author = spil_signing_key_get_public (&self.signer);
  return self;
}

static gboolean
add_entry_cb (const SpilLogEntry *entry, gpointer writer, GError **error)
{
  spil_segment_writer_add (writer, entry);
  return TRUE;
}

GBytes *
bench_space_seal (const BenchSpace *self, SpilSegmentWriter *writer, SpilId device)
{
  SpilHash previous = { 0 };

  return spil_segment_writer_seal (writer, &self->id, &device, 1, &previous, &self->key, &self->signer);
}

GBytes *
bench_space_pack (const BenchSpace *self, SpilStore *store, int64_t first, int64_t last)
{
  SpilId device = spil_store_get_device (store);
  g_autoptr (GArray) vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  g_autoptr (SpilSegmentWriter) writer = spil_segment_writer_new (vector);
  g_autoptr (GError) error = NULL;

  spil_store_each_entry (store, &device, first, last, add_entry_cb, writer, &error);
  bench_assert_no_error (error);
  return bench_space_seal (self, writer, device);
}

int64_t
bench_last_entry (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  int64_t last;

  spil_store_get_last_sequence (store, &last, &error);
  bench_assert_no_error (error);
  return last;
}

SpilStore *
bench_receiver_store_new (const char *name)
{
  g_autofree char *dir = bench_make_dir (name);
  g_autoptr (GError) error = NULL;
  SpilStore *store = spil_store_create (dir, &error);

  bench_assert_no_error (error);
  return store;
}

int64_t
bench_close_to_size (SpilStore *store)
{
  g_autofree char *path = g_strdup (spil_store_get_path (store));
  GStatBuf status;

  spil_store_close (store);
  if (g_stat (path, &status) != 0)
    g_error ("%s is gone", path);
  return status.st_size;
}

static void
segment_free (gpointer segment)
{
  spil_segment_clear (segment);
  g_free (segment);
}

void
bench_receiver_init (BenchReceiver *self, const BenchSpace *space, SpilStore *store)
{
  *self = (BenchReceiver) { .space = space, .store = store };
  self->open = g_ptr_array_new_with_free_func (segment_free);
  self->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

static void
import_one (BenchReceiver *self, SpilImport *import, guint i, GError **error)
{
  const SpilSegment *segment = g_ptr_array_index (self->open, i);
  GBytes *bytes = g_ptr_array_index (self->bytes, i);
  SpilHash hash = spil_hash (bytes);
  SpilPacket packet = { .device = segment->head.device,
                        .first = segment->head.first,
                        .last = segment->head.last,
                        .state = SPIL_PACKET_APPLIED };

  memcpy (packet.hash, hash.bytes, sizeof packet.hash);
  for (guint j = 0; j < segment->entries->len && *error == NULL; j++)
    spil_import_entry (import, &segment->head.device, &g_array_index (segment->entries, SpilLogEntry, j),
                       NULL, error);
  if (*error == NULL)
    spil_store_keep_packet (self->store, &packet, bytes, error);
}

static void
carry_out (BenchReceiver *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImport) import = spil_import_begin (self->store, &error);
  SpilImportResult result;

  for (guint i = 0; i < self->open->len && error == NULL; i++)
    import_one (self, import, i, &error);
  if (error == NULL)
    spil_import_finish (import, &result, &error);
  bench_assert_no_error (error);
  g_ptr_array_set_size (self->open, 0);
  g_ptr_array_set_size (self->bytes, 0);
  self->n_bytes = 0;
  self->n_entries = 0;
}

void
bench_receiver_take (BenchReceiver *self, GBytes *bytes)
{
  SpilSegment *segment = g_new0 (SpilSegment, 1);
  g_autoptr (GError) error = NULL;

  spil_segment_open (bytes, &self->space->id, &self->space->author, &self->space->key, segment, &error);
  bench_assert_no_error (error);
  g_ptr_array_add (self->open, segment);
  g_ptr_array_add (self->bytes, g_bytes_ref (bytes));
  self->n_bytes += g_bytes_get_size (segment->memory);
  self->n_entries += segment->entries->len;
  if (self->n_bytes >= BATCH_BYTES || self->n_entries >= BATCH_ENTRIES)
    carry_out (self);
}

void
bench_receiver_clear (BenchReceiver *self)
{
  if (self->open->len > 0)
    carry_out (self);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_ptr_array_unref);
}

void
bench_receive (const BenchSpace *space, SpilStore *store, GBytes *const *segments, guint n)
{
  BenchReceiver receiver;

  bench_receiver_init (&receiver, space, store);
  for (guint i = 0; i < n; i++)
    bench_receiver_take (&receiver, segments[i]);
  bench_receiver_clear (&receiver);
}
