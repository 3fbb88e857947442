// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-change.h"

static void
assignment_clear (gpointer data)
{
  SpilAssignment *assignment = data;

  spil_value_clear (&assignment->value);
}

static SpilChange *
change_new (SpilChangeKind kind, const SpilEntity *entity, SpilId id)
{
  SpilChange *self = g_new0 (SpilChange, 1);

  self->kind = kind;
  self->entity = entity;
  self->id = id;
  self->assignments = g_array_new (FALSE, FALSE, sizeof (SpilAssignment));
  g_array_set_clear_func (self->assignments, assignment_clear);
  return self;
}

static SpilAssignment *
find_assignment (const SpilChange *change, int field)
{
  for (guint i = 0; i < change->assignments->len; i++) {
    SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);

    if (assignment->field == field)
      return assignment;
  }
  return NULL;
}

/* Adds an assignment of a field that has none yet. */
static void
append_assignment (SpilChange *change, int field, const SpilValue *value)
{
  SpilAssignment assignment = { .field = field, .value = spil_value_copy (value) };

  g_array_append_val (change->assignments, assignment);
}

static SpilChange *
append_change (SpilAction *self, SpilChangeKind kind, const SpilEntity *entity, SpilId id)
{
  SpilChange *change = change_new (kind, entity, id);

  g_ptr_array_add (self->changes, change);
  return change;
}

SpilChange *
spil_change_new (SpilChangeKind kind, const SpilEntity *entity, SpilId id)
{
  g_return_val_if_fail (entity != NULL, NULL);
  return change_new (kind, entity, id);
}

void
spil_change_free (SpilChange *self)
{
  g_array_unref (self->assignments);
  g_free (self);
}

SpilAction *
spil_action_new (const char *label)
{
  SpilAction *self = g_new0 (SpilAction, 1);

  self->label = g_strdup (label != NULL ? label : "");
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_change_free);
  return self;
}

void
spil_action_free (SpilAction *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

SpilChange *
spil_action_add (SpilAction *self, SpilRecord *record)
{
  const SpilEntity *entity;
  SpilChange *change;

  g_return_val_if_fail (self != NULL && SPIL_IS_RECORD (record), NULL);

  entity = spil_record_get_entity (record);
  change = append_change (self, SPIL_CHANGE_ADD, entity, spil_record_get_id (record));
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (record, i))
      append_assignment (change, i, spil_record_get (record, i));
  return change;
}

SpilChange *
spil_action_add_row (SpilAction *self, const SpilEntity *entity, SpilId id)
{
  g_return_val_if_fail (self != NULL && entity != NULL, NULL);
  return append_change (self, SPIL_CHANGE_ADD, entity, id);
}

SpilChange *
spil_action_set_row (SpilAction *self, const SpilEntity *entity, SpilId id)
{
  g_return_val_if_fail (self != NULL && entity != NULL, NULL);
  return append_change (self, SPIL_CHANGE_SET, entity, id);
}

SpilChange *
spil_action_set (SpilAction *self, SpilRecord *before, SpilRecord *after)
{
  const SpilEntity *entity;
  SpilChange *change = NULL;

  g_return_val_if_fail (self != NULL && SPIL_IS_RECORD (before) && SPIL_IS_RECORD (after), NULL);

  entity = spil_record_get_entity (before);
  g_return_val_if_fail (entity == spil_record_get_entity (after), NULL);
  g_return_val_if_fail (spil_id_equal (spil_record_get_id (before), spil_record_get_id (after)), NULL);

  for (int i = 1; i < entity->n_fields; i++) {
    if (entity->fields[i].number == 0 ||
        spil_value_equal (spil_record_get (before, i), spil_record_get (after, i)))
      continue;
    if (change == NULL)
      change = append_change (self, SPIL_CHANGE_SET, entity, spil_record_get_id (before));
    append_assignment (change, i, spil_record_get (after, i));
  }
  return change;
}

SpilChange *
spil_action_delete (SpilAction *self, const SpilEntity *entity, SpilId id)
{
  g_return_val_if_fail (self != NULL && entity != NULL, NULL);
  return append_change (self, SPIL_CHANGE_DELETE, entity, id);
}

SpilChange *
spil_action_restore (SpilAction *self, const SpilEntity *entity, SpilId id)
{
  g_return_val_if_fail (self != NULL && entity != NULL, NULL);
  return append_change (self, SPIL_CHANGE_RESTORE, entity, id);
}

void
spil_change_assign (SpilChange *change, int field, const SpilValue *value)
{
  SpilAssignment *assignment;

  g_return_if_fail (change != NULL && value != NULL);
  g_return_if_fail (change->kind != SPIL_CHANGE_DELETE);

  assignment = find_assignment (change, field);
  if (assignment == NULL)
    append_assignment (change, field, value);
  else {
    SpilValue copy = spil_value_copy (value);

    spil_value_clear (&assignment->value);
    assignment->value = copy;
  }
}

const SpilValue *
spil_change_get (const SpilChange *change, int field)
{
  const SpilAssignment *assignment;

  g_return_val_if_fail (change != NULL, NULL);

  assignment = find_assignment (change, field);
  return assignment != NULL ? &assignment->value : NULL;
}
