// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-log.h"

static gboolean
is_known_value (const SpilEntity *entity, const SpilLogValue *read)
{
  const SpilField *field = read->field < entity->n_fields ? &entity->fields[read->field] : NULL;

  if (field == NULL || field->number == 0)
    return FALSE;
  if (read->sealed != NULL)
    return spil_seal_concerns (field);
  return read->value.kind == SPIL_VALUE_NULL || read->value.kind == spil_type_value_kind (field->type);
}

static gboolean
is_known_group (const SpilEntity *entity, const SpilLogChange *change, const SpilLogGroup *group)
{
  for (guint i = 0; i < group->n_values; i++) {
    const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, group->first_value + i);

    if (!is_known_value (entity, value) || entity->fields[value->field].group != group->group)
      return FALSE;
  }
  return group->group < SPIL_FIELD_NUMBER_LIMIT;
}

gboolean
spil_log_change_is_known (const SpilLogChange *change)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);

  if (entity == NULL)
    return FALSE;
  for (guint i = 0; i < change->groups->len; i++)
    if (!is_known_group (entity, change, &g_array_index (change->groups, SpilLogGroup, i)))
      return FALSE;
  for (guint i = 0; change->kind == SPIL_LOG_ADD && i < change->values->len; i++)
    if (!is_known_value (entity, &g_array_index (change->values, SpilLogValue, i)))
      return FALSE;
  return TRUE;
}

gboolean
spil_log_change_keep_known (SpilLogChange *change)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);

  if (entity == NULL)
    return FALSE;
  for (guint i = change->groups->len; i > 0; i--)
    if (!is_known_group (entity, change, &g_array_index (change->groups, SpilLogGroup, i - 1)))
      g_array_remove_index (change->groups, i - 1);
  for (guint i = change->values->len; change->kind == SPIL_LOG_ADD && i > 0; i--)
    if (!is_known_value (entity, &g_array_index (change->values, SpilLogValue, i - 1)))
      g_array_remove_index (change->values, i - 1);
  return change->kind != SPIL_LOG_SET || change->groups->len > 0;
}

void
spil_log_change_unseal (SpilLogChange *change, const SpilKey *key)
{
  for (guint i = 0; i < change->values->len; i++) {
    SpilLogValue *value = &g_array_index (change->values, SpilLogValue, i);
    char *text;

    if (value->sealed == NULL)
      continue;
    text = spil_seal_open (key, &change->id, value->field, value->sealed, value->sealed_length);
    if (text != NULL)
      value->value = (SpilValue) { .kind = SPIL_VALUE_TEXT, .text = text };
    value->sealed = NULL;
  }
}

const SpilLogGroup *
spil_log_change_group (const SpilLogChange *change, int group)
{
  for (guint i = 0; i < change->groups->len; i++)
    if (g_array_index (change->groups, SpilLogGroup, i).group == group)
      return &g_array_index (change->groups, SpilLogGroup, i);
  return NULL;
}

gboolean
spil_log_change_names (const SpilLogChange *change, guint first, guint n, const SpilLogBase *base)
{
  for (guint i = first; i < first + n; i++) {
    const SpilLogBase *named = &g_array_index (change->bases, SpilLogBase, i);

    if (named->sequence == base->sequence && spil_id_equal (named->device, base->device))
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_next (SpilLogReader *reader, int entity, const SpilId *id)
{
  while (spil_log_reader_next (reader) == SPIL_LOG_READ_CHANGE)
    if (reader->change.entity == entity && spil_id_equal (reader->change.id, *id))
      return TRUE;
  return FALSE;
}

gboolean
spil_log_reader_seek (SpilLogReader *self, int entity, const SpilId *id)
{
  SpilBytes all = self->all;

  if (self->change.entity == entity && spil_id_equal (self->change.id, *id))
    return TRUE;
  for (int i = 0; i < 2; i++) {
    if (find_next (self, entity, id))
      return TRUE;
    spil_log_reader_clear (self);
    if (!spil_log_reader_init (self, all.at, spil_bytes_left (&all)))
      return FALSE;
  }
  return FALSE;
}

gboolean
spil_log_find (SpilLogReader *reader, const void *data, gsize length, int entity, const SpilId *id)
{
  return spil_log_reader_init (reader, data, length) && find_next (reader, entity, id);
}
