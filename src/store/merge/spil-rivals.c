// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rivals.h"

gboolean
spil_rivals_wins (SpilStore *store, const SpilLocalStamp *stamp, const SpilLocalStamp *held)
{
  SpilId device;
  SpilId other;

  if (stamp->time != held->time || stamp->device == held->device)
    return stamp->time > held->time || (stamp->time == held->time && stamp->sequence > held->sequence);
  device = spil_store_device_by_number (store, stamp->device);
  other = spil_store_device_by_number (store, held->device);
  return spil_id_compare (device, other) > 0;
}

SpilLocalStamp
spil_rivals_named (SpilStore *store, const SpilLogBase *base, int64_t author)
{
  SpilLocalStamp stamp = { .device = author, .sequence = base->sequence };

  if (!spil_id_is_nil (base->device))
    stamp.device = spil_store_number_of_device (store, &base->device, author);
  return stamp;
}

// Appends the stamps (device, sequence, time) that @statement, whose first two values are the row, selects.
static gboolean
read_stamps (SpilStatement *statement, GArray *stamps, GError **error)
{
  SpilStep step;

  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLocalStamp stamp = {
      .device = spil_statement_get_integer (statement, 0),
      .sequence = spil_statement_get_integer (statement, 1),
      .time = spil_statement_get_integer (statement, 2),
    };

    g_array_append_val (stamps, stamp);
  }
  return step == SPIL_STEP_DONE;
}

static SpilStatement *
take_for_row (SpilTables *tables, const char *sql, const SpilEntity *entity, const SpilId *row,
              GError **error)
{
  SpilStatement *statement = spil_connection_take (tables->connection, sql, error);

  if (statement != NULL) {
    spil_statement_bind_integer (statement, 1, entity->number);
    spil_statement_bind_id (statement, 2, row);
  }
  return statement;
}

gboolean
spil_rivals_read (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell, GArray *stamps,
                  GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables,
      cell < 0 ? "SELECT device, sequence, time FROM rival WHERE entity = ?1 AND row = ?2 AND cell > 0"
               : "SELECT device, sequence, time FROM rival WHERE entity = ?1 AND row = ?2 AND cell = ?3",
      entity, row, error);

  if (statement == NULL)
    return FALSE;
  if (cell >= 0)
    spil_statement_bind_integer (statement, 3, cell);
  return read_stamps (statement, stamps, error);
}

gboolean
spil_rivals_add (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                 const SpilLocalStamp *stamp, GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables,
      "INSERT OR IGNORE INTO rival (entity, row, cell, device, sequence, time) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      entity, row, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 3, cell);
  spil_statement_bind_integer (statement, 4, stamp->device);
  spil_statement_bind_integer (statement, 5, stamp->sequence);
  spil_statement_bind_integer (statement, 6, stamp->time);
  return spil_statement_run (statement, error);
}

gboolean
spil_rivals_remove (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell,
                    const SpilLocalStamp *stamp, GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables,
      "DELETE FROM rival WHERE entity = ?1 AND row = ?2 AND cell = ?3 AND device = ?4 AND sequence = ?5",
      entity, row, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 3, cell);
  spil_statement_bind_integer (statement, 4, stamp->device);
  spil_statement_bind_integer (statement, 5, stamp->sequence);
  return spil_statement_run (statement, error);
}

gboolean
spil_rivals_settle (SpilTables *tables, const SpilEntity *entity, const SpilId *row, int cell, GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables, "DELETE FROM rival WHERE entity = ?1 AND row = ?2 AND cell = ?3", entity, row, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 3, cell);
  return spil_statement_run (statement, error);
}

gboolean
spil_rivals_heads (SpilTables *tables, const SpilRow *row, GArray *stamps, GError **error)
{
  SpilId id = spil_record_get_id (row->record);

  for (int group = 1; group < SPIL_FIELD_NUMBER_LIMIT && row->cells.later != NULL; group++) {
    SpilLocalStamp stamp = spil_cells_get (&row->cells, group);

    if (stamp.device != row->cells.born.device || stamp.sequence != row->cells.born.sequence)
      g_array_append_val (stamps, stamp);
  }
  return spil_rivals_read (tables, spil_record_get_entity (row->record), &id, -1, stamps, error);
}

static gboolean
add_unseen (SpilTables *tables, const SpilEntity *entity, const SpilId *row, const SpilLocalStamp *stamp,
            GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables,
      "INSERT OR IGNORE INTO unseen (entity, row, device, sequence, time) VALUES (?1, ?2, ?3, ?4, ?5)",
      entity, row, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 3, stamp->device);
  spil_statement_bind_integer (statement, 4, stamp->sequence);
  spil_statement_bind_integer (statement, 5, stamp->time);
  return spil_statement_run (statement, error);
}

gboolean
spil_unseen_clear (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables, "DELETE FROM unseen WHERE entity = ?1 AND row = ?2", entity, row, error);

  return statement != NULL && spil_statement_run (statement, error);
}

gboolean
spil_unseen_read (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GArray *stamps,
                  GError **error)
{
  g_autoptr (SpilStatement) statement = take_for_row (
      tables,
      "SELECT device, sequence, time FROM unseen WHERE entity = ?1 AND row = ?2 ORDER BY time, device, sequence",
      entity, row, error);

  return statement != NULL && read_stamps (statement, stamps, error);
}

static gboolean
is_seen (SpilStore *store, const SpilLogChange *deletion, int64_t author, const SpilLocalStamp *head)
{
  for (guint i = deletion->n_bases; i < deletion->bases->len; i++) {
    SpilLocalStamp seen = spil_rivals_named (store, &g_array_index (deletion->bases, SpilLogBase, i), author);

    if (seen.device == head->device && seen.sequence == head->sequence)
      return TRUE;
  }
  return FALSE;
}

static gboolean
note_unseen (SpilStore *store, SpilTables *tables, const SpilRow *row, const SpilLogChange *deletion,
             int64_t author, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (row->record);
  SpilId id = spil_record_get_id (row->record);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (SpilLocalStamp));

  if (!spil_unseen_clear (tables, entity, &id, error) || !spil_rivals_heads (tables, row, heads, error))
    return FALSE;
  for (guint i = 0; i < heads->len; i++) {
    const SpilLocalStamp *head = &g_array_index (heads, SpilLocalStamp, i);

    if (!is_seen (store, deletion, author, head) && !add_unseen (tables, entity, &id, head, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_unseen_update (SpilStore *store, SpilTables *tables, const SpilRow *row, const SpilLogChange *deletion,
                    int64_t author, GError **error)
{
  SpilLocalStamp held = spil_cells_get (&row->cells, SPIL_CELL_EXISTENCE);
  SpilId id = spil_record_get_id (row->record);
  g_autoptr (GBytes) payload = NULL;
  g_auto (SpilLogReader) reader = { 0 };

  if (deletion != NULL)
    return note_unseen (store, tables, row, deletion, author, error);
  payload = spil_store_read_payload (store, held.device, held.sequence, error);
  if (payload == NULL)
    return FALSE;
  if (!spil_log_find (&reader, g_bytes_get_data (payload, NULL), g_bytes_get_size (payload),
                      spil_record_get_entity (row->record)->number, &id)) {
    spil_store_set_log_fault (store, held.device, held.sequence, error);
    return FALSE;
  }
  return note_unseen (store, tables, row, &reader.change, held.device, error);
}
