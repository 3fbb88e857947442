// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What a conflict is, and what settles it: without the database.
#include <glib/gi18n-lib.h>

#include "spil-conflict-private.h"

void
spil_conflict_side_free (SpilConflictSide *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->change, spil_change_free);
  g_free (self->actor);
  g_free (self->device_name);
  g_free (self);
}

SpilConflict *
spil_conflict_new (SpilConflictKind kind, const SpilEntity *entity, const SpilId *row, int group)
{
  static const char suffixes[] = { [SPIL_CONFLICT_VALUES] = 'v',
                                   [SPIL_CONFLICT_DELETED] = 'd',
                                   [SPIL_CONFLICT_ORPHAN] = 'r',
                                   [SPIL_CONFLICT_CIRCLE] = 'c' };
  SpilConflict *self = g_new0 (SpilConflict, 1);
  g_autofree char *id = spil_id_dup_text (*row);

  self->kind = kind;
  self->entity = entity;
  self->row = *row;
  self->group = group;
  self->id = g_strdup_printf ("%s.%s.%c%d", entity->name, id, suffixes[kind], group);
  for (char *at = self->id; *at != '\0'; at++)
    *at = *at == '_' ? '-' : *at;
  self->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_conflict_side_free);
  return self;
}

void
spil_conflict_free (SpilConflict *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->group_label);
  g_free (self->sentence);
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_free (self);
}

gboolean
spil_conflict_takes_value (const SpilConflict *self)
{
  switch (self->kind) {
  case SPIL_CONFLICT_VALUES:
  case SPIL_CONFLICT_ORPHAN:
    return TRUE;
  case SPIL_CONFLICT_CIRCLE:
    return self->entity->number == SPIL_ENTITY_TASK;
  case SPIL_CONFLICT_DELETED:
  default:
    return FALSE;
  }
}

static void
add_settlement (SpilAction *action, const SpilChange *change)
{
  SpilChange *added;

  if (change->kind == SPIL_CHANGE_DELETE)
    added = spil_action_delete (action, change->entity, change->id);
  else if (change->kind == SPIL_CHANGE_RESTORE)
    added = spil_action_restore (action, change->entity, change->id);
  else
    added = spil_action_set_row (action, change->entity, change->id);
  added->settles = TRUE;
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);

    spil_change_assign (added, assignment->field, &assignment->value);
  }
}

gboolean
spil_conflict_settle (const SpilConflict *self, guint side, SpilAction *action, GError **error)
{
  const SpilConflictSide *chosen = side < self->sides->len ? g_ptr_array_index (self->sides, side) : NULL;

  if (chosen == NULL || chosen->change == NULL) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
                 _ ("There is no choice %d here. Choose one of the %d that are shown."), (int) side + 1,
                 (int) self->sides->len);
    return FALSE;
  }
  add_settlement (action, chosen->change);
  return TRUE;
}

// Whether all of the assigned fields are what the conflict is about.
static gboolean
concerns (const SpilConflict *self, const SpilChange *values)
{
  for (guint i = 0; i < values->assignments->len; i++) {
    int number = g_array_index (values->assignments, SpilAssignment, i).field;

    if (spil_entity_field (self->entity, number)->group != self->group)
      return FALSE;
  }
  return values->assignments->len > 0;
}

gboolean
spil_conflict_settle_with (const SpilConflict *self, const SpilChange *values, SpilAction *action,
                           GError **error)
{
  g_autoptr (SpilChange) change = NULL;
  const SpilConflictSide *now = g_ptr_array_index (self->sides, 0);

  if (!spil_conflict_takes_value (self) || !concerns (self, values)) {
    g_set_error_literal (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
        _ ("This cannot be settled with a value of your own. Choose one of those that are shown."));
    return FALSE;
  }
  change = spil_change_new (SPIL_CHANGE_SET, self->entity, self->row);
  // A group is written whole: what is not given stays as it is now.
  for (guint i = 0; self->kind == SPIL_CONFLICT_VALUES && i < now->change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (now->change->assignments, SpilAssignment, i);

    spil_change_assign (change, assignment->field, &assignment->value);
  }
  for (guint i = 0; i < values->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (values->assignments, SpilAssignment, i);

    spil_change_assign (change, assignment->field, &assignment->value);
  }
  add_settlement (action, change);
  return TRUE;
}
