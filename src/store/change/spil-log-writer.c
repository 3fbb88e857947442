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
spil_log_writer_begin_number (SpilLogWriter *self, SpilLogKind kind, int entity, const SpilId *id)
{
  spil_bytes_add_number (self->bytes, (uint64_t) entity << 3 | kind);
  spil_bytes_add_id (self->bytes, id);
}

void
spil_log_writer_begin (SpilLogWriter *self, SpilLogKind kind, const SpilEntity *entity, const SpilId *id,
                       const SpilKey *key)
{
  self->entity = entity;
  self->row = *id;
  self->key = *key;
  spil_log_writer_begin_number (self, kind, entity->number, id);
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
spil_log_writer_bases (SpilLogWriter *self, GArray *bases)
{
  spil_bytes_add_number (self->bytes, bases->len);
  for (guint i = 0; i < bases->len; i++) {
    const SpilLogBase *base = &g_array_index (bases, SpilLogBase, i);

    add_device (self, &base->device);
    spil_bytes_add_number (self->bytes, (uint64_t) base->sequence);
  }
}

void
spil_log_writer_number (SpilLogWriter *self, int number)
{
  spil_bytes_add_number (self->bytes, (uint64_t) number);
}

// A personal value; without a key there is none any more.
static void
add_sealed (SpilLogWriter *self, int field, const char *text)
{
  gboolean held = self->key.state == SPIL_KEY_HELD;

  spil_bytes_add_number (self->bytes,
                         (uint64_t) field << 3 | (held ? SPIL_LOG_VALUE_SEALED : SPIL_VALUE_NULL));
  if (held)
    spil_seal_add (self->bytes, &self->key, &self->row, field, text);
}

static void
add_content (SpilLogWriter *self, int field, const SpilValue *value)
{
  spil_bytes_add_number (self->bytes, (uint64_t) field << 3 | value->kind);
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

void
spil_log_writer_value (SpilLogWriter *self, int field, const SpilValue *value)
{
  if (value->kind == SPIL_VALUE_TEXT && self->key.state != SPIL_KEY_NONE &&
      spil_seal_concerns (spil_entity_field (self->entity, field)))
    add_sealed (self, field, value->text);
  else
    add_content (self, field, value);
}

void
spil_log_writer_copy_value (SpilLogWriter *self, const SpilLogValue *value)
{
  if (value->sealed == NULL) {
    add_content (self, value->field, &value->value);
    return;
  }
  spil_bytes_add_number (self->bytes, (uint64_t) value->field << 3 | SPIL_LOG_VALUE_SEALED);
  spil_bytes_add_number (self->bytes, value->sealed_length);
  g_byte_array_append (self->bytes, value->sealed, (guint) value->sealed_length);
}
