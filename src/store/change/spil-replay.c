// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-replay.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "spil-schema.h"

#define MAX_FAULTS 20

typedef struct
{
  SpilStore *store;
  SpilConnection *connection; // of the empty database
  SpilTables *tables;
} SpilReplay;

static gboolean
replay_add (SpilReplay *self, const SpilEntity *entity, const SpilLogChange *change,
            const SpilLocalStamp *stamp, GError **error)
{
  g_autoptr (SpilRecord) record = spil_record_new (entity, change->id);
  int64_t number;

  for (guint i = 0; i < change->values->len; i++) {
    const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, i);

    spil_record_set (record, value->field, &value->value);
  }
  return spil_row_insert (self->tables, record, stamp, &number, error);
}

// The higher stamp wins, whatever the order in which the entries are read.
static gboolean
wins (SpilReplay *self, const SpilLocalStamp *stamp, SpilLocalStamp held)
{
  SpilId device;
  SpilId other;

  if (stamp->time != held.time || stamp->device == held.device)
    return stamp->time > held.time || (stamp->time == held.time && stamp->sequence > held.sequence);
  device = spil_store_device_by_number (self->store, stamp->device);
  other = spil_store_device_by_number (self->store, held.device);
  return spil_id_compare (device, other) > 0;
}

static gboolean
replay_set (SpilReplay *self, SpilRow *row, const SpilLogChange *change, const SpilLocalStamp *stamp,
            GError **error)
{
  uint64_t groups = 0;

  for (guint i = 0; i < change->groups->len; i++) {
    const SpilLogGroup *group = &g_array_index (change->groups, SpilLogGroup, i);

    if (!wins (self, stamp, spil_cells_get (&row->cells, group->group)))
      continue;
    groups |= SPIL_GROUP_BIT (group->group);
    spil_cells_set (&row->cells, group->group, stamp);
    for (guint j = 0; j < group->n_values; j++) {
      const SpilLogValue *value = &g_array_index (change->values, SpilLogValue, group->first_value + j);

      spil_record_set (row->record, value->field, &value->value);
    }
  }
  return groups == 0 || spil_row_update (self->tables, row, row->record, groups, error);
}

static gboolean
replay_change (SpilReplay *self, const SpilLogChange *change, const SpilLocalStamp *stamp, GError **error)
{
  const SpilEntity *entity = spil_entity_by_number (change->entity);
  g_auto (SpilRow) row = { 0 };

  if (change->kind == SPIL_LOG_ADD)
    return replay_add (self, entity, change, stamp, error);
  if (!spil_row_read (self->tables, entity, &change->id, &row, error))
    return FALSE;
  if (row.number == 0) {
    spil_store_set_log_fault (self->store, stamp->device, stamp->sequence, error);
    return FALSE;
  }
  if (change->kind == SPIL_LOG_SET)
    return replay_set (self, &row, change, stamp, error);
  if (!wins (self, stamp, spil_cells_get (&row.cells, SPIL_CELL_EXISTENCE)))
    return TRUE;
  spil_cells_set (&row.cells, SPIL_CELL_EXISTENCE, stamp);
  return spil_row_set_dead (self->tables, &row, change->kind == SPIL_LOG_DELETE, error);
}

static gboolean
replay_entry (SpilReplay *self, SpilStatement *statement, GError **error)
{
  SpilLocalStamp stamp = {
    .device = spil_statement_get_integer (statement, 0),
    .sequence = spil_statement_get_integer (statement, 1),
    .time = spil_statement_get_integer (statement, 2),
  };
  g_auto (SpilLogReader) reader = { 0 };
  gsize length;
  const void *payload = spil_statement_get_blob (statement, 3, &length);
  SpilLogRead read = spil_log_reader_init (&reader, payload, length) ? SPIL_LOG_READ_CHANGE
                                                                     : SPIL_LOG_READ_FAULT;

  while (read == SPIL_LOG_READ_CHANGE && (read = spil_log_reader_next (&reader)) == SPIL_LOG_READ_CHANGE) {
    if (!spil_log_change_is_known (&reader.change))
      read = SPIL_LOG_READ_FAULT;
    else if (!replay_change (self, &reader.change, &stamp, error))
      return FALSE;
  }
  if (read == SPIL_LOG_READ_FAULT)
    spil_store_set_log_fault (self->store, stamp.device, stamp.sequence, error);
  return read == SPIL_LOG_READ_END;
}

// Rows are added before they are changed: an entry follows those it was based on in time.
static gboolean
replay_log (SpilReplay *self, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->store->connection,
      "SELECT device, sequence, time, payload FROM log ORDER BY time, device, sequence", error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    if (!replay_entry (self, statement, error))
      return FALSE;
  return step == SPIL_STEP_DONE;
}

static SpilStatement *
select_rows (SpilConnection *connection, const SpilEntity *entity, GError **error)
{
  g_autoptr (GString)
      sql = g_string_new ("SELECT id, dead, born_time, born_device, born_sequence, ifnull (clock, x'')");

  spil_row_append_columns (sql, entity, NULL);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", entity->name);
  return spil_connection_take (connection, sql->str, error);
}

static gboolean
equal_columns (SpilStatement *one, SpilStatement *other, int n_columns)
{
  for (int i = 0; i < n_columns; i++) {
    gsize length;
    gsize other_length;
    const void *bytes = spil_statement_get_blob (one, i, &length);
    const void *other_bytes = spil_statement_get_blob (other, i, &other_length);

    if (spil_statement_is_null (one, i) != spil_statement_is_null (other, i) || length != other_length ||
        (length > 0 && memcmp (bytes, other_bytes, length) != 0))
      return FALSE;
  }
  return TRUE;
}

static int
count_columns (const SpilEntity *entity)
{
  int n_columns = 6;

  for (int i = 1; i < entity->n_fields; i++)
    n_columns += entity->fields[i].number != 0;
  return n_columns;
}

static gboolean
compare_entity (SpilReplay *self, const SpilEntity *entity, GPtrArray *faults, GError **error)
{
  g_autoptr (SpilStatement) kept = select_rows (self->store->connection, entity, error);
  g_autoptr (SpilStatement) made = kept != NULL ? select_rows (self->connection, entity, error) : NULL;
  int n_columns = count_columns (entity);
  guint most = faults->len + MAX_FAULTS;

  while (made != NULL && faults->len < most) {
    SpilStep step = spil_statement_step (kept, error);
    SpilStep other = step != SPIL_STEP_FAILED ? spil_statement_step (made, error) : SPIL_STEP_FAILED;
    g_autofree char *id = NULL;

    if (step == SPIL_STEP_FAILED || other == SPIL_STEP_FAILED)
      return FALSE;
    if (step == SPIL_STEP_DONE && other == SPIL_STEP_DONE)
      return TRUE;
    if (step != other) {
      g_ptr_array_add (faults,
                       g_strdup_printf (_ ("%s: the change log has more or fewer rows than the table."),
                                          spil_entity_label_plural (entity)));
      return TRUE;
    }
    if (equal_columns (kept, made, n_columns))
      continue;
    id = spil_id_dup_text (spil_statement_get_id (kept, 0));
    g_ptr_array_add (faults, g_strdup_printf (_ ("%s %s is not what the change log made of it."),
                                                spil_entity_label (entity), id));
  }
  return made != NULL;
}

static gboolean
replay (SpilReplay *self, GPtrArray *faults, GError **error)
{
  g_autoptr (GError) fault = NULL;
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  if (!spil_connection_begin (self->connection, error) ||
      !spil_schema_create (self->connection, self->store->device, "", error))
    return FALSE;
  if (!replay_log (self, &fault)) {
    g_ptr_array_add (faults, g_strdup (fault->message));
    return TRUE;
  }
  for (int i = 0; i < n_entities; i++)
    if (!compare_entity (self, entities[i], faults, error))
      return FALSE;
  return TRUE;
}

gboolean
spil_replay_check (SpilStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (SpilConnection) connection = spil_connection_open (NULL, SPIL_CONNECTION_TEMPORARY, error);
  g_autoptr (SpilTables) tables = connection != NULL ? spil_tables_new (connection) : NULL;
  SpilReplay self = { .store = store, .connection = connection, .tables = tables };

  return connection != NULL && replay (&self, faults, error);
}
