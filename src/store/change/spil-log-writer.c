// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-log.h"

void
spil_log_writer_init (SpilLogWriter *self, guint n_changes)
{
  self->bytes = g_byte_array_new ();
  self->devices = g_array_new (FALSE, FALSE, sizeof (SpilId));
  spil_bytes_add_number (self->bytes, SPIL_LOG_FORMAT);
  spil_bytes_add_number (self->bytes, n_changes);
}

void
spil_log_writer_clear (SpilLogWriter *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->devices, g_array_unref);
}

void
spil_log_writer_begin (SpilLogWriter *self, SpilLogKind kind, const SpilEntity *entity, const SpilId *id)
{
  spil_bytes_add_number (self->bytes, (uint64_t) entity->number << 2 | kind);
  spil_bytes_add_id (self->bytes, id);
}

// 0 is the writer itself, n the n-th other device; one more than there are introduces the next.
static void
add_device (SpilLogWriter *self, const SpilId *device)
{
  guint place = 0;

  if (spil_id_is_nil (*device)) {
    spil_bytes_add_number (self->bytes, 0);
    return;
  }
  while (place < self->devices->len && !spil_id_equal (g_array_index (self->devices, SpilId, place), *device))
    place++;
  spil_bytes_add_number (self->bytes, place + 1);
  if (place == self->devices->len) {
    spil_bytes_add_id (self->bytes, device);
    g_array_append_val (self->devices, *device);
  }
}

void
spil_log_writer_base (SpilLogWriter *self, const SpilLogBase *base)
{
  add_device (self, &base->device);
  spil_bytes_add_number (self->bytes, (uint64_t) base->sequence);
}

void
spil_log_writer_number (SpilLogWriter *self, int number)
{
  spil_bytes_add_number (self->bytes, (uint64_t) number);
}

void
spil_log_writer_value (SpilLogWriter *self, int field, const SpilValue *value)
{
  spil_bytes_add_number (self->bytes, (uint64_t) field << 2 | value->kind);
  switch (value->kind) {
  case SPIL_VALUE_INTEGER:
    spil_bytes_add_signed (self->bytes, value->integer);
    break;
  case SPIL_VALUE_TEXT:
    spil_bytes_add_text (self->bytes, value->text);
    break;
  case SPIL_VALUE_ID:
    spil_bytes_add_id (self->bytes, &value->id);
    break;
  case SPIL_VALUE_NULL:
  default:
    break;
  }
}
