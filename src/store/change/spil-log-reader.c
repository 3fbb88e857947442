// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-log.h"

static void
clear_value (gpointer data)
{
  spil_value_clear (&((SpilLogValue *) data)->value);
}

gboolean
spil_log_reader_init (SpilLogReader *self, const void *data, gsize length)
{
  uint64_t format;

  *self = (SpilLogReader) { .all = spil_bytes (data, length), .bytes = spil_bytes (data, length) };
  self->devices = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->change.bases = g_array_new (FALSE, FALSE, sizeof (SpilLogBase));
  self->change.groups = g_array_new (FALSE, FALSE, sizeof (SpilLogGroup));
  self->change.values = g_array_new (FALSE, FALSE, sizeof (SpilLogValue));
  g_array_set_clear_func (self->change.values, clear_value);
  return spil_bytes_read_number (&self->bytes, &format) && format == SPIL_LOG_FORMAT &&
         spil_bytes_read_bounded (&self->bytes, length, &self->n_left);
}

void
spil_log_reader_clear (SpilLogReader *self)
{
  g_clear_pointer (&self->devices, g_array_unref);
  g_clear_pointer (&self->change.bases, g_array_unref);
  g_clear_pointer (&self->change.groups, g_array_unref);
  g_clear_pointer (&self->change.values, g_array_unref);
}

static gboolean
read_device (SpilLogReader *self, SpilId *device)
{
  uint64_t place;

  if (!spil_bytes_read_bounded (&self->bytes, self->devices->len + 1, &place))
    return FALSE;
  if (place == 0) {
    *device = SPIL_ID_NIL;
    return TRUE;
  }
  if (place <= self->devices->len) {
    *device = g_array_index (self->devices, SpilId, place - 1);
    return TRUE;
  }
  if (!spil_bytes_read_id (&self->bytes, device) || spil_id_is_nil (*device))
    return FALSE;
  for (guint i = 0; i < self->devices->len; i++)
    if (spil_id_equal (g_array_index (self->devices, SpilId, i), *device))
      return FALSE;
  g_array_append_val (self->devices, *device);
  return TRUE;
}

// Reads how many, then these, to the end of the bases of the change.
static gboolean
read_bases (SpilLogReader *self, guint *n_bases)
{
  uint64_t n;

  // Each takes at least two bytes, so a number that cannot be true is found before anything is made for it.
  if (!spil_bytes_read_bounded (&self->bytes, spil_bytes_left (&self->bytes) / 2, &n))
    return FALSE;
  for (uint64_t i = 0; i < n; i++) {
    SpilLogBase base;
    uint64_t sequence;

    if (!read_device (self, &base.device) || !spil_bytes_read_bounded (&self->bytes, G_MAXINT64, &sequence))
      return FALSE;
    base.sequence = (int64_t) sequence;
    g_array_append_val (self->change.bases, base);
  }
  *n_bases = (guint) n;
  return TRUE;
}

static gboolean
read_content (SpilBytes *bytes, SpilValueKind kind, SpilValue *value)
{
  value->kind = kind;
  switch (kind) {
  case SPIL_VALUE_INTEGER:
    return spil_bytes_read_signed (bytes, &value->integer);
  case SPIL_VALUE_TEXT:
    return spil_bytes_read_text (bytes, &value->text);
  case SPIL_VALUE_ID:
    return spil_bytes_read_id (bytes, &value->id);
  case SPIL_VALUE_NULL:
  default:
    return TRUE;
  }
}

static gboolean
read_sealed (SpilLogReader *self, SpilLogValue *read)
{
  uint64_t length;

  if (!spil_bytes_read_bounded (&self->bytes, spil_bytes_left (&self->bytes), &length) ||
      length > spil_bytes_left (&self->bytes))
    return FALSE;
  read->sealed = self->bytes.at;
  read->sealed_length = (gsize) length;
  self->bytes.at += length;
  return TRUE;
}

// @least is one more than the field before: fields come in order and once.
static gboolean
read_value (SpilLogReader *self, uint64_t *least)
{
  SpilLogValue read = { .value = SPIL_VALUE_INIT };
  uint64_t head;

  if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_FIELD << 3 | SPIL_LOG_VALUE_SEALED, &head) ||
      (head & 7) > SPIL_LOG_VALUE_SEALED || head >> 3 < *least)
    return FALSE;
  if ((head & 7) == SPIL_LOG_VALUE_SEALED
          ? !read_sealed (self, &read)
          : !read_content (&self->bytes, (SpilValueKind) (head & 7), &read.value))
    return FALSE;
  read.field = (int) (head >> 3);
  *least = (head >> 3) + 1;
  g_array_append_val (self->change.values, read);
  return TRUE;
}

static gboolean
read_values (SpilLogReader *self)
{
  uint64_t n_values;
  uint64_t least = 1;

  // Each takes at least a byte, so a number that cannot be true is found before anything is made for it.
  if (!spil_bytes_read_bounded (&self->bytes, spil_bytes_left (&self->bytes), &n_values))
    return FALSE;
  for (uint64_t i = 0; i < n_values; i++)
    if (!read_value (self, &least))
      return FALSE;
  return TRUE;
}

static gboolean
read_groups (SpilLogReader *self)
{
  uint64_t n_groups;
  uint64_t least = 1;

  if (!spil_bytes_read_bounded (&self->bytes, spil_bytes_left (&self->bytes), &n_groups) || n_groups == 0)
    return FALSE;
  for (uint64_t i = 0; i < n_groups; i++) {
    SpilLogGroup group = { .first_base = self->change.bases->len, .first_value = self->change.values->len };
    uint64_t number;

    if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_FIELD, &number) || number < least ||
        !read_bases (self, &group.n_bases) || group.n_bases == 0 || !read_values (self))
      return FALSE;
    group.group = (int) number;
    group.n_values = self->change.values->len - group.first_value;
    if (group.n_values == 0)
      return FALSE;
    least = number + 1;
    g_array_append_val (self->change.groups, group);
  }
  return TRUE;
}

static gboolean
read_change (SpilLogReader *self)
{
  SpilLogChange *change = &self->change;
  uint64_t head;
  guint n_seen;

  if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_ENTITY << 3 | 7, &head) || head >> 3 == 0 ||
      (head & 7) >= SPIL_LOG_N_KINDS || !spil_bytes_read_id (&self->bytes, &change->id) ||
      spil_id_is_nil (change->id))
    return FALSE;
  change->kind = (SpilLogKind) (head & 7);
  change->entity = (int) (head >> 3);
  switch (change->kind) {
  case SPIL_LOG_ADD:
    return read_values (self);
  case SPIL_LOG_SET:
    return read_groups (self);
  case SPIL_LOG_DELETE:
    return read_bases (self, &change->n_bases) && change->n_bases > 0 && read_bases (self, &n_seen);
  case SPIL_LOG_RESTORE:
    return read_bases (self, &change->n_bases) && change->n_bases > 0;
  case SPIL_LOG_ERASE:
  case SPIL_LOG_N_KINDS:
  default:
    return TRUE;
  }
}

SpilLogRead
spil_log_reader_next (SpilLogReader *self)
{
  g_array_set_size (self->change.bases, 0);
  g_array_set_size (self->change.groups, 0);
  g_array_set_size (self->change.values, 0);
  self->change.n_bases = 0;
  if (self->n_left == 0)
    return spil_bytes_left (&self->bytes) == 0 ? SPIL_LOG_READ_END : SPIL_LOG_READ_FAULT;
  self->n_left--;
  return read_change (self) ? SPIL_LOG_READ_CHANGE : SPIL_LOG_READ_FAULT;
}
