// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-segment-private.h"

static gboolean
read_range (SpilBytes *bytes, SpilSegmentHead *head)
{
  int64_t count;

  if (!spil_wire_read_sequence (bytes, &head->first) || !spil_wire_read_sequence (bytes, &count) ||
      count > G_MAXINT64 - head->first + 1)
    return FALSE;
  head->last = head->first + count - 1;
  return TRUE;
}

static gboolean
read_head (SpilBytes *bytes, const SpilId *space, SpilSegmentHead *head, GError **error)
{
  *head = (SpilSegmentHead) { 0 };
  if (!spil_wire_read_begin (bytes, SPIL_SEGMENT_MAGIC, space, NULL, error))
    return FALSE;
  if (!spil_wire_read_ordinal (bytes, &head->epoch) || !spil_bytes_read_id (bytes, &head->device) ||
      spil_id_is_nil (head->device) || !read_range (bytes, head) ||
      !spil_wire_read_hash (bytes, &head->previous) || spil_bytes_left (bytes) < SPIL_WIRE_SIGNATURE_LENGTH)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  return TRUE;
}

gboolean
spil_segment_read_head (GBytes *bytes, const SpilId *space, SpilSegmentHead *head, GError **error)
{
  SpilBytes reader = spil_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return read_head (&reader, space, head, error);
}

// A device need not say what it had of itself.
static gboolean
read_vector (SpilBytes *bytes, SpilSegment *segment)
{
  if (!spil_wire_read_vector (bytes, segment->vector))
    return FALSE;
  for (guint i = 0; i < segment->vector->len; i++)
    if (spil_id_equal (g_array_index (segment->vector, SpilVectorItem, i).device, segment->head.device))
      return FALSE;
  return TRUE;
}

static gboolean
read_new_text (SpilBytes *bytes, SpilSegment *segment, GHashTable *known, const char **text)
{
  char *new = NULL;

  if (!spil_bytes_read_text (bytes, &new))
    return FALSE;
  g_ptr_array_add (segment->texts, new);
  *text = new;
  // Said before: a number would have done.
  return g_hash_table_add (known, new);
}

static gboolean
read_text (SpilBytes *bytes, SpilSegment *segment, GHashTable *known, const char **text)
{
  uint64_t place;

  if (!spil_bytes_read_bounded (bytes, segment->texts->len, &place))
    return FALSE;
  if (place == 0)
    return read_new_text (bytes, segment, known, text);
  *text = g_ptr_array_index (segment->texts, place - 1);
  return TRUE;
}

static gboolean
read_time (SpilBytes *bytes, int64_t *ms, SpilLogEntry *entry)
{
  int64_t delta;
  uint64_t counter;
  int64_t wall;

  if (!spil_bytes_read_signed (bytes, &delta) || __builtin_add_overflow (*ms, delta, ms) ||
      *ms > SPIL_SEGMENT_MS_MAX || *ms < -SPIL_SEGMENT_MS_MAX - 1 ||
      !spil_bytes_read_bounded (bytes, SPIL_SEGMENT_COUNTER_MAX, &counter) ||
      !spil_bytes_read_signed (bytes, &wall))
    return FALSE;
  entry->time = (int64_t) ((uint64_t) *ms << SPIL_SEGMENT_COUNTER_BITS | counter);
  entry->wall = (int64_t) ((uint64_t) wall + (uint64_t) *ms);
  return TRUE;
}

static gboolean
read_payload (SpilBytes *bytes, SpilLogEntry *entry)
{
  uint64_t length;

  if (!spil_bytes_read_number (bytes, &length) || length > spil_bytes_left (bytes))
    return FALSE;
  entry->payload = bytes->at;
  entry->payload_length = length;
  bytes->at += length;
  return TRUE;
}

static gboolean
read_entries (SpilBytes *bytes, SpilSegment *segment)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  int64_t ms = 0;

  for (int64_t sequence = segment->head.first;; sequence++) {
    SpilLogEntry entry = { .sequence = sequence };
    uint64_t undoes;

    if (!read_time (bytes, &ms, &entry) ||
        !spil_bytes_read_bounded (bytes, (uint64_t) sequence - 1, &undoes) ||
        !read_text (bytes, segment, known, &entry.actor) ||
        !read_text (bytes, segment, known, &entry.label) || !read_payload (bytes, &entry))
      return FALSE;
    entry.undoes = undoes == 0 ? 0 : sequence - (int64_t) undoes;
    g_array_append_val (segment->entries, entry);
    if (sequence == segment->head.last)
      return spil_bytes_left (bytes) == 0;
  }
}

gboolean
spil_segment_read_content (SpilSegment *segment, GBytes *memory)
{
  SpilBytes bytes = spil_bytes (g_bytes_get_data (memory, NULL), g_bytes_get_size (memory));

  segment->memory = g_bytes_ref (memory);
  segment->vector = g_array_new (FALSE, FALSE, sizeof (SpilVectorItem));
  segment->entries = g_array_new (FALSE, FALSE, sizeof (SpilLogEntry));
  segment->texts = g_ptr_array_new_with_free_func (g_free);
  return read_vector (&bytes, segment) && read_entries (&bytes, segment);
}

gboolean
spil_segment_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author, const SpilSpaceKey *key,
                   SpilSegment *segment, GError **error)
{
  const uint8_t *data = g_bytes_get_data (bytes, NULL);
  SpilBytes reader = spil_bytes (data, g_bytes_get_size (bytes));
  g_autoptr (GBytes) memory = NULL;
  g_auto (SpilSegment) read = { 0 };

  *segment = (SpilSegment) { 0 };
  if (!read_head (&reader, space, &read.head, error))
    return FALSE;
  memory = spil_wire_open (bytes, (gsize) (reader.at - data), SPIL_SEGMENT_CONTEXT, author, key,
                           SPIL_WIRE_MAX_CONTENT, error);
  if (memory == NULL)
    return FALSE;
  if (!spil_segment_read_content (&read, memory))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  *segment = read;
  read = (SpilSegment) { 0 };
  return TRUE;
}

void
spil_segment_clear (SpilSegment *self)
{
  g_clear_pointer (&self->vector, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->memory, g_bytes_unref);
}
