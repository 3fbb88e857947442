// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-schema.h"
#include "spil-store.h"
#include "spil-tables.h"
#include "spil-text.h"

// What stands in the column `dead`: 0 for a row that lives.
#define DEAD 1
#define BROKEN 2

void
spil_row_clear (SpilRow *self)
{
  spil_cells_clear (&self->cells);
  g_clear_object (&self->record);
}

SpilRecord *
spil_row_to_record (SpilStatement *statement, const SpilEntity *entity, int column)
{
  SpilRecord *record = spil_record_new (entity, spil_statement_get_id (statement, column));

  for (int i = 1; i < entity->n_fields; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (entity->fields[i].number == 0)
      continue;
    value = spil_statement_get_value (statement, ++column, entity->fields[i].type);
    if (value.kind != SPIL_VALUE_NULL)
      spil_record_set (record, i, &value);
  }
  return record;
}

// No bytes are left of a key that was destroyed.
SpilKey
spil_row_to_key (SpilStatement *statement, int column)
{
  SpilKey key = { .state = SPIL_KEY_NONE };
  gsize length;
  const void *bytes = spil_statement_get_blob (statement, column, &length);

  if (!spil_statement_is_null (statement, column))
    key.state = SPIL_KEY_ERASED;
  if (length == sizeof key.bytes) {
    key.state = SPIL_KEY_HELD;
    memcpy (key.bytes, bytes, sizeof key.bytes);
  }
  return key;
}

static gboolean
read_columns (SpilStatement *statement, const SpilEntity *entity, SpilRow *row, GError **error)
{
  SpilLocalStamp born = {
    .time = spil_statement_get_integer (statement, 2),
    .device = spil_statement_get_integer (statement, 3),
    .sequence = spil_statement_get_integer (statement, 4),
  };
  gsize length;
  const void *clock = spil_statement_get_blob (statement, 5, &length);

  row->number = spil_statement_get_integer (statement, 0);
  row->dead = spil_statement_get_integer (statement, 1) == DEAD;
  row->broken = spil_statement_get_integer (statement, 1) == BROKEN;
  if (!spil_cells_init (&row->cells, born, clock, length)) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
                 _ ("A row of the table %s is damaged. Put back a copy of the database."), entity->name);
    return FALSE;
  }
  row->key = spil_row_to_key (statement, 6);
  row->record = spil_row_to_record (statement, entity, 7);
  return TRUE;
}

gboolean
spil_row_read (SpilTables *tables, const SpilEntity *entity, const SpilId *id, SpilRow *row, GError **error)
{
  SpilStatement *statement = spil_tables_get (tables, entity, SPIL_TABLE_READ, error);
  SpilStep step;
  gboolean read;

  *row = (SpilRow) { 0 };
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, id);
  step = spil_statement_step (statement, error);
  read = step == SPIL_STEP_DONE || (step == SPIL_STEP_ROW && read_columns (statement, entity, row, error));
  spil_statement_reset (statement);
  return read;
}

gboolean
spil_row_is_live (SpilTables *tables, const SpilEntity *entity, const SpilId *id, gboolean *live,
                  GError **error)
{
  SpilStatement *statement = spil_tables_get (tables, entity, SPIL_TABLE_IS_LIVE, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, id);
  step = spil_statement_step (statement, error);
  spil_statement_reset (statement);
  *live = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}

// Binds the value of a field and, at the next place, its folded text where it has one; that is put into @folded to live on.
static int
bind_field (SpilStatement *statement, int place, SpilRecord *record, const SpilField *field,
            GPtrArray **folded)
{
  const SpilValue *value = spil_record_get (record, field->number);

  spil_statement_bind_value (statement, place++, value);
  if (!spil_schema_has_fold (field))
    return place;
  if (value->kind != SPIL_VALUE_TEXT) {
    spil_statement_bind_null (statement, place);
  } else {
    char *text = spil_text_fold (value->text);

    if (*folded == NULL)
      *folded = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (*folded, text);
    spil_statement_bind_text (statement, place, text);
  }
  return place + 1;
}

static void
bind_key (SpilStatement *statement, int place, const SpilKey *key)
{
  if (key->state == SPIL_KEY_NONE)
    spil_statement_bind_null (statement, place);
  else
    spil_statement_bind_blob (statement, place, key->bytes,
                              key->state == SPIL_KEY_HELD ? sizeof key->bytes : 0);
}

gboolean
spil_row_insert (SpilTables *tables, SpilRecord *record, const SpilLocalStamp *stamp, const SpilKey *key,
                 int64_t *number, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilStatement *statement = spil_tables_get (tables, entity, SPIL_TABLE_INSERT, error);
  SpilId id = spil_record_get_id (record);
  g_autoptr (GPtrArray) folded = NULL;
  int place = 5;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &id);
  spil_statement_bind_integer (statement, 2, stamp->time);
  spil_statement_bind_integer (statement, 3, stamp->device);
  spil_statement_bind_integer (statement, 4, stamp->sequence);
  if (spil_seal_has_key (entity))
    bind_key (statement, place++, key);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0)
      place = bind_field (statement, place, record, &entity->fields[i], &folded);
  if (!spil_statement_run (statement, error))
    return FALSE;
  *number = sqlite3_last_insert_rowid (spil_connection_get_handle (tables->connection));
  return TRUE;
}

static gboolean
is_written (const SpilField *field, uint64_t groups)
{
  return field->number != 0 && (groups & SPIL_GROUP_BIT (field->group)) != 0;
}

static char *
make_update (const SpilEntity *entity, uint64_t groups)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET clock = ?2", entity->name);
  for (int i = 1, place = 3; i < entity->n_fields; i++)
    if (is_written (&entity->fields[i], groups)) {
      g_string_append_printf (sql, ", \"%s\" = ?%d", entity->fields[i].name, place++);
      if (spil_schema_has_fold (&entity->fields[i]))
        g_string_append_printf (sql, ", \"%s_fold\" = ?%d", entity->fields[i].name, place++);
    }
  g_string_append (sql, " WHERE row = ?1");
  return g_string_free_and_steal (sql);
}

static void
bind_clock (SpilStatement *statement, int place, GByteArray *clock)
{
  if (clock != NULL)
    spil_statement_bind_blob (statement, place, clock->data, clock->len);
  else
    spil_statement_bind_null (statement, place);
}

gboolean
spil_row_update (SpilTables *tables, const SpilRow *row, SpilRecord *after, uint64_t groups, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (after);
  g_autofree char *sql = make_update (entity, groups);
  g_autoptr (GPtrArray) folded = NULL;
  g_autoptr (GByteArray) clock = spil_cells_to_bytes (&row->cells);
  g_autoptr (SpilStatement) statement = spil_connection_take (tables->connection, sql, error);
  int place = 3;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, row->number);
  bind_clock (statement, 2, clock);
  for (int i = 1; i < entity->n_fields; i++)
    if (is_written (&entity->fields[i], groups))
      place = bind_field (statement, place, after, &entity->fields[i], &folded);
  return spil_statement_run (statement, error);
}

gboolean
spil_row_set_dead (SpilTables *tables, const SpilRow *row, gboolean dead, GError **error)
{
  g_autoptr (GByteArray) clock = spil_cells_to_bytes (&row->cells);
  SpilStatement *statement = spil_tables_get (tables, spil_record_get_entity (row->record),
                                              SPIL_TABLE_SET_DEAD, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, row->number);
  spil_statement_bind_integer (statement, 2, dead ? DEAD : 0);
  bind_clock (statement, 3, clock);
  return spil_statement_run (statement, error);
}

static gboolean
write_words (SpilTables *tables, SpilTableUse use, int64_t number, SpilRecord *record, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  SpilStatement *statement;
  int place = 2;

  if (!spil_schema_has_search (entity))
    return TRUE;
  statement = spil_tables_get (tables, entity, use, error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, number);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0)
      spil_statement_bind_value (statement, place++, spil_record_get (record, i));
  return spil_statement_run (statement, error);
}

gboolean
spil_row_index (SpilTables *tables, int64_t number, SpilRecord *record, GError **error)
{
  return write_words (tables, SPIL_TABLE_INDEX, number, record, error);
}

gboolean
spil_row_unindex (SpilTables *tables, int64_t number, SpilRecord *record, GError **error)
{
  return write_words (tables, SPIL_TABLE_UNINDEX, number, record, error);
}

gboolean
spil_row_erase (SpilTables *tables, SpilRow *row, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (row->record);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SpilStatement) statement = NULL;

  g_string_append_printf (sql, "UPDATE \"%s\" SET key = x''", entity->name);
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number == 0 || !spil_seal_concerns (field))
      continue;
    g_string_append_printf (sql, ", \"%s\" = NULL", field->name);
    if (spil_schema_has_fold (field))
      g_string_append_printf (sql, ", \"%s_fold\" = NULL", field->name);
    spil_record_set_null (row->record, i);
  }
  g_string_append (sql, " WHERE row = ?1");
  row->key = (SpilKey) { .state = SPIL_KEY_ERASED };
  statement = spil_connection_take (tables->connection, sql->str, error);
  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, row->number);
  return spil_statement_run (statement, error);
}

gboolean
spil_row_set_broken (SpilTables *tables, const SpilEntity *entity, const SpilId *id, gboolean broken,
                     GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET dead = ?2 WHERE id = ?1 AND dead <> %d",
                                          entity->name, DEAD);
  g_autoptr (SpilStatement) statement = spil_connection_take (tables->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, id);
  spil_statement_bind_integer (statement, 2, broken ? BROKEN : 0);
  return spil_statement_run (statement, error);
}
