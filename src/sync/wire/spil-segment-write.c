// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-segment-private.h"

struct _SpilSegmentWriter
{
  GArray *vector;
  GByteArray *entries;
  GHashTable *texts; /* text -> its place, from 1 on */
  int64_t first;
  int64_t last;
  int64_t ms; /* of the entry before */
};

SpilSegmentWriter *
spil_segment_writer_new (GArray *vector)
{
  SpilSegmentWriter *self = g_new0 (SpilSegmentWriter, 1);

  self->vector = g_array_copy (vector);
  self->entries = g_byte_array_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
spil_segment_writer_free (SpilSegmentWriter *self)
{
  g_array_unref (self->vector);
  g_byte_array_unref (self->entries);
  g_hash_table_unref (self->texts);
  g_free (self);
}

static void
add_text (SpilSegmentWriter *self, const char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->texts, text));

  spil_bytes_add_number (self->entries, place);
  if (place > 0)
    return;
  spil_bytes_add_text (self->entries, text);
  g_hash_table_insert (self->texts, g_strdup (text), GUINT_TO_POINTER (g_hash_table_size (self->texts) + 1));
}

void
spil_segment_writer_add (SpilSegmentWriter *self, const SpilLogEntry *entry)
{
  int64_t ms = entry->time >> SPIL_SEGMENT_COUNTER_BITS;

  g_return_if_fail (self->first == 0 || entry->sequence == self->last + 1);
  g_return_if_fail (entry->sequence > 0 && entry->undoes >= 0 && entry->undoes < entry->sequence);
  if (self->first == 0)
    self->first = entry->sequence;
  self->last = entry->sequence;
  spil_bytes_add_signed (self->entries, ms - self->ms);
  spil_bytes_add_number (self->entries, (uint64_t) entry->time & SPIL_SEGMENT_COUNTER_MAX);
  // Wraps round, both ways, for a wall clock beyond all reason.
  spil_bytes_add_signed (self->entries, (int64_t) ((uint64_t) entry->wall - (uint64_t) ms));
  spil_bytes_add_number (self->entries,
                         entry->undoes == 0 ? 0 : (uint64_t) (entry->sequence - entry->undoes));
  add_text (self, entry->actor);
  add_text (self, entry->label);
  spil_bytes_add_number (self->entries, entry->payload_length);
  g_byte_array_append (self->entries, entry->payload, (guint) entry->payload_length);
  self->ms = ms;
}

gsize
spil_segment_writer_get_size (SpilSegmentWriter *self)
{
  return self->entries->len + self->vector->len * sizeof (SpilVectorItem);
}

GByteArray *
spil_segment_writer_dup_content (SpilSegmentWriter *self, const SpilId *device)
{
  GByteArray *content = g_byte_array_new ();

  spil_wire_add_vector (content, self->vector, device);
  g_byte_array_append (content, self->entries->data, self->entries->len);
  return content;
}

GBytes *
spil_segment_writer_seal (SpilSegmentWriter *self, const SpilId *space, const SpilId *device, int epoch,
                          const SpilHash *previous, const SpilSpaceKey *key, const SpilSigningKey *signer)
{
  g_autoptr (GByteArray) content = spil_segment_writer_dup_content (self, device);
  GByteArray *head;

  g_return_val_if_fail (self->first > 0 && epoch > 0, NULL);
  head = spil_wire_begin (SPIL_SEGMENT_MAGIC, space);
  spil_bytes_add_number (head, (uint64_t) epoch);
  spil_bytes_add_id (head, device);
  spil_bytes_add_number (head, (uint64_t) self->first);
  spil_bytes_add_number (head, (uint64_t) (self->last - self->first + 1));
  spil_wire_add_hash (head, previous);
  return spil_wire_finish (head, content, SPIL_SEGMENT_CONTEXT, key, signer);
}
