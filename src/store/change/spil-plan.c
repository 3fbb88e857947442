// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-model-error.h"
#include "spil-transaction.h"
#include "spil-validate.h"

typedef struct
{
  const SpilEntity *entity;
  SpilId id;
} SpilPlanKey;

static guint
hash_key (gconstpointer data)
{
  const SpilPlanKey *key = data;

  return spil_id_hash_key (&key->id) + (guint) key->entity->number;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const SpilPlanKey *one = a;
  const SpilPlanKey *other = b;

  return one->entity == other->entity && spil_id_equal (one->id, other->id);
}

static SpilPlanKey *
make_key (const SpilEntity *entity, SpilId id)
{
  SpilPlanKey *key = g_new (SpilPlanKey, 1);

  *key = (SpilPlanKey) { .entity = entity, .id = id };
  return key;
}

SpilPlannedChange *
spil_transaction_find_planned (SpilTransaction *self, const SpilEntity *entity, const SpilId *id)
{
  SpilPlanKey key = { .entity = entity, .id = *id };

  return self->rows != NULL ? g_hash_table_lookup (self->rows, &key) : NULL;
}

SpilPlannedChange *
spil_transaction_plan_row (SpilTransaction *self, const SpilEntity *entity, const SpilId *id, GError **error)
{
  SpilPlanKey key = { .entity = entity, .id = *id };
  SpilPlannedChange *planned;

  if (self->rows == NULL)
    self->rows = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  planned = g_hash_table_lookup (self->rows, &key);
  if (planned != NULL)
    return planned;
  planned = g_new0 (SpilPlannedChange, 1);
  planned->kind = SPIL_LOG_SET;
  g_ptr_array_add (self->planned, planned);
  if (!spil_row_read (self->store->tables, entity, id, &planned->row, error) ||
      (planned->row.number != 0 && !spil_circles_complete (self->store->tables, planned->row.record, error)))
    return NULL;
  g_hash_table_insert (self->rows, make_key (entity, *id), planned);
  return planned;
}

static gboolean
is_live (const SpilPlannedChange *planned)
{
  return planned->row.number != 0 && !planned->row.dead && !planned->row.broken &&
         planned->kind != SPIL_LOG_DELETE;
}

// What settles a conflict may also concern a row that is deleted or set aside.
static gboolean
can_change (const SpilPlannedChange *planned, const SpilChange *change)
{
  if (!change->settles)
    return is_live (planned) && change->kind != SPIL_CHANGE_RESTORE;
  return planned->row.number != 0 && (change->kind != SPIL_CHANGE_SET || !planned->row.dead);
}

static void
plan_existence (SpilPlannedChange *planned, SpilLogKind kind)
{
  planned->kind = kind;
  g_clear_object (&planned->after);
}

SpilRecord *
spil_planned_ensure_after (SpilPlannedChange *planned)
{
  if (planned->after == NULL)
    planned->after = spil_record_copy (planned->row.record);
  return planned->after;
}

static void
plan_assignments (SpilPlannedChange *planned, const SpilChange *change)
{
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);

    spil_record_set (spil_planned_ensure_after (planned), assignment->field, &assignment->value);
    if (change->settles)
      planned->settled |= SPIL_GROUP_BIT (spil_entity_field (change->entity, assignment->field)->group);
  }
}

static gboolean
plan_existing (SpilTransaction *self, const SpilChange *change, GError **error)
{
  SpilPlannedChange *planned = spil_transaction_plan_row (self, change->entity, &change->id, error);

  if (planned == NULL)
    return FALSE;
  if (!can_change (planned, change)) {
    spil_store_set_not_found (change->entity, &change->id, error);
    return FALSE;
  }
  if (change->kind == SPIL_CHANGE_SET) {
    plan_assignments (planned, change);
    return TRUE;
  }
  plan_existence (planned, change->kind == SPIL_CHANGE_RESTORE ? SPIL_LOG_RESTORE : SPIL_LOG_DELETE);
  if (change->settles)
    planned->settled |= SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE);
  return TRUE;
}

// A row that is added and changed by one action is added as it ends up.
static void
change_added (SpilTransaction *self, guint place, const SpilChange *change)
{
  SpilChange *added = g_ptr_array_index (self->adds, place);
  SpilChange *merged;

  if (change->kind == SPIL_CHANGE_DELETE) {
    g_ptr_array_index (self->adds, place) = NULL;
    return;
  }
  merged = spil_change_new (SPIL_CHANGE_ADD, added->entity, added->id);
  for (guint i = 0; i < added->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (added->assignments, SpilAssignment, i);

    spil_change_assign (merged, assignment->field, &assignment->value);
  }
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);

    spil_change_assign (merged, assignment->field, &assignment->value);
  }
  g_ptr_array_add (self->own_adds, merged);
  g_ptr_array_index (self->adds, place) = merged;
}

static gboolean
plan_change (SpilTransaction *self, const SpilChange *change, GError **error)
{
  SpilPlanKey key = { .entity = change->entity, .id = change->id };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->added, &key));

  if (place > 0 && g_ptr_array_index (self->adds, place - 1) != NULL) {
    change_added (self, place - 1, change);
    return TRUE;
  }
  return plan_existing (self, change, error);
}

static gboolean
set_fixed (SpilRecord *record, GError **error)
{
  g_autofree char *name = spil_store_name_row (record);

  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED,
               _ ("%s stays as it was added. Undo the addition, or add a correction."), name);
  return FALSE;
}

// Rows that are fixed take one kind of change: a later field that is filled in for the first time.
static gboolean
check_fixed (SpilTransaction *self, const SpilPlannedChange *planned, GError **error)
{
  SpilRecord *before = planned->row.record;
  const SpilEntity *entity = spil_record_get_entity (before);

  if (self->kind == SPIL_TRANSACTION_UNDO || planned->settled != 0 || planned->kind == SPIL_LOG_ERASE ||
      !spil_entity_is_fixed (entity))
    return TRUE;
  if (planned->kind == SPIL_LOG_DELETE)
    return set_fixed (before, error);
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 &&
        !spil_value_equal (spil_record_get (before, i), spil_record_get (planned->after, i)) &&
        ((field->flags & SPIL_FIELD_LATER) == 0 || !spil_record_is_null (before, i)))
      return set_fixed (before, error);
  }
  return TRUE;
}

static uint64_t
find_groups (SpilRecord *before, SpilRecord *after)
{
  const SpilEntity *entity = spil_record_get_entity (before);
  uint64_t groups = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 &&
        !spil_value_equal (spil_record_get (before, i), spil_record_get (after, i)))
      groups |= SPIL_GROUP_BIT (entity->fields[i].group);
  return groups;
}

// What was personal of the row is gone, and stays so.
static gboolean
check_erased (SpilTransaction *self, const SpilPlannedChange *planned, GError **error)
{
  g_autofree char *name = NULL;

  if (planned->kind != SPIL_LOG_SET || planned->row.key.state != SPIL_KEY_ERASED || planned->settled != 0 ||
      self->kind == SPIL_TRANSACTION_UNDO)
    return TRUE;
  name = spil_store_name_row (planned->row.record);
  g_set_error (
      error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
      _ ("The personal data of %s were erased; it cannot be changed any more. Add it anew if need be."),
      name);
  return FALSE;
}

// Settling may leave things as they are.
static gboolean
must_validate (SpilTransaction *self, const SpilPlannedChange *planned)
{
  return planned->kind == SPIL_LOG_SET && self->kind != SPIL_TRANSACTION_UNDO &&
         planned->row.key.state != SPIL_KEY_ERASED;
}

// Completes the plan of one row. @needless: it ends up as it was.
static gboolean
close_planned (SpilTransaction *self, SpilPlannedChange *planned, gboolean *needless, GError **error)
{
  *needless = FALSE;
  if (planned->kind == SPIL_LOG_SET) {
    planned->groups = planned->after != NULL ? find_groups (planned->row.record, planned->after) : 0;
    planned->groups |= (planned->settled | planned->reopened) & ~SPIL_GROUP_BIT (SPIL_CELL_EXISTENCE);
    if (planned->groups != 0)
      spil_planned_ensure_after (planned);
    *needless = planned->groups == 0;
  }
  if (*needless)
    return TRUE;
  if (!check_fixed (self, planned, error) || !check_erased (self, planned, error))
    return FALSE;
  return !must_validate (self, planned) || spil_validate_record (planned->after, self->today, error);
}

gboolean
spil_transaction_close_plan (SpilTransaction *self, GError **error)
{
  for (guint i = self->planned->len; i > 0; i--) {
    gboolean needless;

    if (!close_planned (self, g_ptr_array_index (self->planned, i - 1), &needless, error))
      return FALSE;
    if (needless)
      g_ptr_array_remove_index (self->planned, i - 1);
  }
  for (guint i = self->adds->len; i > 0; i--)
    if (g_ptr_array_index (self->adds, i - 1) == NULL)
      g_ptr_array_remove_index (self->adds, i - 1);
  return TRUE;
}

static void
plan_adds (SpilTransaction *self, SpilAction *action)
{
  for (guint i = 0; i < action->changes->len; i++) {
    SpilChange *change = g_ptr_array_index (action->changes, i);

    if (change->kind != SPIL_CHANGE_ADD)
      continue;
    g_ptr_array_add (self->adds, change);
    if (change->entity->number == SPIL_ENTITY_PROGRAMME && spil_id_is_nil (self->programme))
      self->programme = change->id;
  }
}

gboolean
spil_transaction_plan_action (SpilTransaction *self, SpilAction *action, GError **error)
{
  plan_adds (self, action);
  if (self->adds->len == action->changes->len)
    return TRUE;
  self->added = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  for (guint i = 0; i < self->adds->len; i++) {
    const SpilChange *change = g_ptr_array_index (self->adds, i);

    g_hash_table_insert (self->added, make_key (change->entity, change->id), GUINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (action->changes, i);

    if (change->kind != SPIL_CHANGE_ADD && !plan_change (self, change, error))
      return FALSE;
  }
  return spil_transaction_close_plan (self, error);
}

gboolean
spil_transaction_plan_erase (SpilTransaction *self, const SpilEntity *entity, const SpilId *id,
                             GError **error)
{
  SpilPlannedChange *planned = spil_transaction_plan_row (self, entity, id, error);

  if (planned == NULL)
    return FALSE;
  if (planned->row.number != 0 && planned->row.key.state == SPIL_KEY_HELD)
    planned->kind = SPIL_LOG_ERASE;
  return TRUE;
}
