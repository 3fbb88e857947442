// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-transaction.h"

gboolean
spil_transaction_refer (SpilTransaction *self, SpilRecord *record, const SpilField *field, GError **error)
{
  SpilId target = spil_record_get_reference (record, field->number);
  const SpilEntity *entity = spil_entity_by_number (field->target);
  SpilId *last_live = &self->last_live[field->target];
  gboolean live;

  // Rows that are added together mostly refer to the same row.
  if (spil_id_equal (*last_live, target))
    return TRUE;
  if (!spil_row_is_live (self->store->tables, entity, &target, &live, error))
    return FALSE;
  if (live) {
    *last_live = target;
  } else {
    SpilPendingReference pending = {
      .entity = spil_record_get_entity (record),
      .field = field,
      .id = spil_record_get_id (record),
      .target = target,
    };

    g_array_append_val (self->pending, pending);
  }
  return TRUE;
}

static gboolean
check_pending (SpilTransaction *self, const SpilPendingReference *pending, GError **error)
{
  const SpilEntity *entity = spil_entity_by_number (pending->field->target);
  g_auto (SpilRow) row = { 0 };
  g_autofree char *name = NULL;
  gboolean live;

  if (!spil_row_is_live (self->store->tables, entity, &pending->target, &live, error))
    return FALSE;
  if (live)
    return TRUE;
  if (!spil_row_read (self->store->tables, pending->entity, &pending->id, &row, error))
    return FALSE;
  name = spil_store_name_row (row.record);
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
               _ ("%s: what stands at %s does not exist or was deleted. Choose another."), name,
               spil_field_label (pending->field));
  return FALSE;
}

static gboolean
count_referring (SpilTransaction *self, const SpilEntity *entity, const SpilField *field,
                 const SpilId *target, int64_t *count, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = ?1 AND dead = 0",
                                          entity->name, field->name);
  g_autoptr (SpilStatement) statement = spil_connection_take (self->store->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, target);
  if (spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *count += spil_statement_get_integer (statement, 0);
  return TRUE;
}

// Adds "3 Sites" to @found for each entity whose rows refer to @target.
static gboolean
find_referring (SpilTransaction *self, const SpilEntity *to, const SpilId *target, GString *found,
                GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    const SpilEntity *entity = entities[i];
    int64_t count = 0;

    for (int j = 1; j < entity->n_fields; j++) {
      const SpilField *field = &entity->fields[j];

      if (spil_field_holds (field) && field->target == to->number &&
          !count_referring (self, entity, field, target, &count, error))
        return FALSE;
    }
    if (count > 0)
      g_string_append_printf (found, "%s%" G_GINT64_FORMAT " × %s", found->len > 0 ? ", " : "", count,
                              count == 1 ? spil_entity_label (entity) : spil_entity_label_plural (entity));
  }
  return TRUE;
}

static gboolean
check_deleted (SpilTransaction *self, SpilRecord *record, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilId id = spil_record_get_id (record);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autofree char *name = NULL;

  if (!find_referring (self, entity, &id, found, error))
    return FALSE;
  if (found->len == 0)
    return TRUE;
  name = spil_store_name_row (record);
  g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
               _ ("%s cannot be deleted, because these refer to it: %s. Delete or change those first."), name,
               found->str);
  return FALSE;
}

// Whether a row that stays refers to @target by that field.
static gboolean
is_referred (SpilTransaction *self, const SpilEntity *entity, const SpilField *field, const SpilId *target,
             gboolean *referred, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 AND dead = 0",
                                          entity->name, field->name);
  g_autoptr (SpilStatement) statement = spil_connection_take (self->store->connection, sql, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, target);
  while (!*referred && (step = spil_statement_step (statement, error)) != SPIL_STEP_DONE) {
    SpilId id;
    const SpilPlannedChange *planned;

    if (step == SPIL_STEP_FAILED)
      return FALSE;
    id = spil_statement_get_id (statement, 0);
    planned = spil_transaction_find_planned (self, entity, &id);
    *referred = planned == NULL || planned->kind != SPIL_LOG_DELETE;
  }
  return TRUE;
}

static gboolean
is_referred_by_any (SpilTransaction *self, SpilRecord *record, gboolean *referred, GError **error)
{
  int target = spil_record_get_entity (record)->number;
  SpilId id = spil_record_get_id (record);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  *referred = FALSE;
  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields && !*referred; j++) {
      const SpilField *field = &entities[i]->fields[j];

      if (spil_field_holds (field) && field->target == target &&
          !is_referred (self, entities[i], field, &id, referred, error))
        return FALSE;
    }
  return TRUE;
}

// Rows come after those they refer to, so what is left is known before what it refers to is looked at.
gboolean
spil_transaction_leave_referred (SpilTransaction *self, GError **error)
{
  for (guint i = self->planned->len; i > 0; i--) {
    SpilPlannedChange *planned = g_ptr_array_index (self->planned, i - 1);
    gboolean referred;

    if (planned->kind != SPIL_LOG_DELETE || planned->again)
      continue;
    if (!is_referred_by_any (self, planned->row.record, &referred, error))
      return FALSE;
    if (!referred)
      continue;
    planned->kind = SPIL_LOG_SET;
    self->n_left++;
  }
  return TRUE;
}

gboolean
spil_transaction_check_references (SpilTransaction *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    if (!check_pending (self, &g_array_index (self->pending, SpilPendingReference, i), error))
      return FALSE;
  for (guint i = 0; i < self->planned->len; i++) {
    const SpilPlannedChange *planned = g_ptr_array_index (self->planned, i);

    // A deletion that gets its place again leaves what it had left: rows that refer to nothing, for people to settle.
    if (planned->kind == SPIL_LOG_DELETE && !planned->again &&
        !check_deleted (self, planned->row.record, error))
      return FALSE;
  }
  return TRUE;
}
