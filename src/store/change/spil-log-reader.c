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

  *self = (SpilLogReader) { .bytes = spil_bytes (data, length) };
  self->devices = g_array_new (FALSE, FALSE, sizeof (SpilId));
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

static gboolean
read_base (SpilLogReader *self, SpilLogBase *base)
{
  uint64_t sequence;

  if (!read_device (self, &base->device) || !spil_bytes_read_bounded (&self->bytes, G_MAXINT64, &sequence))
    return FALSE;
  base->sequence = (int64_t) sequence;
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

// @least is one more than the field before: fields come in order and once.
static gboolean
read_value (SpilLogReader *self, uint64_t *least)
{
  SpilLogValue read = { .value = SPIL_VALUE_INIT };
  uint64_t head;

  if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_FIELD << 2 | 3, &head) || head >> 2 < *least ||
      !read_content (&self->bytes, (SpilValueKind) (head & 3), &read.value))
    return FALSE;
  read.field = (int) (head >> 2);
  *least = (head >> 2) + 1;
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
    SpilLogGroup group = { .first_value = self->change.values->len };
    uint64_t number;

    if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_FIELD, &number) || number < least ||
        !read_base (self, &group.base) || !read_values (self))
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

  if (!spil_bytes_read_bounded (&self->bytes, SPIL_LOG_MAX_ENTITY << 2 | 3, &head) || head >> 2 == 0 ||
      !spil_bytes_read_id (&self->bytes, &change->id) || spil_id_is_nil (change->id))
    return FALSE;
  change->kind = (SpilLogKind) (head & 3);
  change->entity = (int) (head >> 2);
  switch (change->kind) {
  case SPIL_LOG_ADD:
    return read_values (self);
  case SPIL_LOG_SET:
    return read_groups (self);
  case SPIL_LOG_DELETE:
  case SPIL_LOG_RESTORE:
  default:
    return read_base (self, &change->base);
  }
}

SpilLogRead
spil_log_reader_next (SpilLogReader *self)
{
  g_array_set_size (self->change.groups, 0);
  g_array_set_size (self->change.values, 0);
  if (self->n_left == 0)
    return spil_bytes_left (&self->bytes) == 0 ? SPIL_LOG_READ_END : SPIL_LOG_READ_FAULT;
  self->n_left--;
  return read_change (self) ? SPIL_LOG_READ_CHANGE : SPIL_LOG_READ_FAULT;
}

static gboolean
is_known_value (const SpilEntity *entity, const SpilLogValue *read)
{
  const SpilField *field = read->field < entity->n_fields ? &entity->fields[read->field] : NULL;

  return field != NULL && field->number != 0 &&
         (read->value.kind == SPIL_VALUE_NULL || read->value.kind == spil_type_value_kind (field->type));
}

gboolean
spil_log_change_is_known (const SpilLogChange *change)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);

  if (entity == NULL)
    return FALSE;
  for (guint i = 0; i < change->values->len; i++)
    if (!is_known_value (entity, &g_array_index (change->values, SpilLogValue, i)))
      return FALSE;
  for (guint i = 0; i < change->groups->len; i++) {
    const SpilLogGroup *group = &g_array_index (change->groups, SpilLogGroup, i);

    for (guint j = 0; j < group->n_values; j++)
      if (entity->fields[g_array_index (change->values, SpilLogValue, group->first_value + j).field].group !=
          group->group)
        return FALSE;
  }
  return TRUE;
}
