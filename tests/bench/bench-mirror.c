// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-mirror.h"

#include <string.h>

#include "spil-text.h"

struct _BenchMirror
{
  SpilAction *action;
  GPtrArray *schema; /* the store's own statements */
  GHashTable *folded; /* text -> folded text, made before the clock runs */
  GArray *entities; /* of int: those that the action adds rows to */
  SpilId programme;
  sqlite3 *plain;
};

/* A table of the plain database: how a change of the action becomes a row of it. */
typedef struct
{
  const SpilEntity *entity;
  GPtrArray *columns; /* names, in the order of the statement's places */
  int fields[2 * SPIL_FIELD_NUMBER_LIMIT]; /* of each column: see field_of_column() */
  sqlite3_stmt *insert;
  sqlite3_stmt *index; /* NULL: it has no search index, or that is rebuilt */
} Table;

/* What the store made for the entities: tables, indexes, search indexes and the views that feed those. */
static GPtrArray *
read_schema (SpilStore *store)
{
  GPtrArray *schema = g_ptr_array_new_with_free_func (g_free);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);
  sqlite3 *file = NULL;

  bench_plain_check (file, sqlite3_open_v2 (spil_store_get_path (store), &file, SQLITE_OPEN_READONLY, NULL));
  for (int i = 0; i < n_entities; i++) {
    const char *name = entities[i]->name;
    g_autofree char *sql = g_strdup_printf (
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (tbl_name = '%s' "
        "OR name IN ('live_%s', 'search_%s')) ORDER BY rowid",
        name, name, name);
    sqlite3_stmt *rows = NULL;

    bench_plain_check (file, sqlite3_prepare_v2 (file, sql, -1, &rows, NULL));
    while (sqlite3_step (rows) == SQLITE_ROW)
      g_ptr_array_add (schema, g_strdup ((const char *) sqlite3_column_text (rows, 0)));
    sqlite3_finalize (rows);
  }
  sqlite3_close (file);
  return schema;
}

static void
fold_texts (BenchMirror *self, const SpilChange *change)
{
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (change->entity, assignment->field);

    if (assignment->value.kind == SPIL_VALUE_TEXT && (field->flags & SPIL_FIELD_INDEX) != 0 &&
        !g_hash_table_contains (self->folded, assignment->value.text))
      g_hash_table_insert (self->folded, assignment->value.text, spil_text_fold (assignment->value.text));
  }
}

static void
note_entity (BenchMirror *self, int number)
{
  for (guint i = 0; i < self->entities->len; i++)
    if (g_array_index (self->entities, int, i) == number)
      return;
  g_array_append_val (self->entities, number);
}

BenchMirror *
bench_mirror_new (SpilStore *store, SpilAction *action)
{
  BenchMirror *self = g_new0 (BenchMirror, 1);

  self->action = action;
  self->schema = read_schema (store);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->entities = g_array_new (FALSE, FALSE, sizeof (int));
  self->programme = spil_id_new ();
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (action->changes, i);

    note_entity (self, change->entity->number);
    fold_texts (self, change);
  }
  return self;
}

void
bench_mirror_free (BenchMirror *self)
{
  bench_mirror_close (self);
  g_ptr_array_unref (self->schema);
  g_hash_table_unref (self->folded);
  g_array_unref (self->entities);
  g_free (self);
}

void
bench_mirror_open (BenchMirror *self, const char *name)
{
  bench_mirror_close (self);
  self->plain = bench_plain_open (name);
  bench_plain_run (self->plain, "BEGIN");
  for (guint i = 0; i < self->schema->len; i++)
    bench_plain_run (self->plain, g_ptr_array_index (self->schema, i));
  bench_plain_run (self->plain, "COMMIT");
}

void
bench_mirror_close (BenchMirror *self)
{
  g_clear_pointer (&self->plain, sqlite3_close);
}

sqlite3 *
bench_mirror_get_plain (BenchMirror *self)
{
  return self->plain;
}

/* Which field a column keeps: its number, minus it for a folded text, 0 for the columns of the store itself. */
static int
field_of_column (const SpilEntity *entity, const char *column)
{
  const SpilField *field = spil_entity_field_by_name (entity, column);
  g_autofree char *plain = g_str_has_suffix (column, "_fold") ? g_strndup (column, strlen (column) - 5)
                                                              : NULL;

  if (field != NULL)
    return field->number;
  field = plain != NULL ? spil_entity_field_by_name (entity, plain) : NULL;
  return field != NULL ? -field->number : 0;
}

static void
read_columns (sqlite3 *plain, Table *table)
{
  g_autofree char *list = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE name <> 'row'",
                                           table->entity->name);
  sqlite3_stmt *names;

  bench_plain_check (plain, sqlite3_prepare_v2 (plain, list, -1, &names, NULL));
  while (sqlite3_step (names) == SQLITE_ROW) {
    const char *name = (const char *) sqlite3_column_text (names, 0);

    table->fields[table->columns->len] = field_of_column (table->entity, name);
    g_ptr_array_add (table->columns, g_strdup (name));
  }
  sqlite3_finalize (names);
}

static sqlite3_stmt *
prepare (sqlite3 *plain, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  bench_plain_check (plain, sqlite3_prepare_v3 (plain, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

static sqlite3_stmt *
prepare_insert (sqlite3 *plain, const Table *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (", table->entity->name);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (table->columns, i));
  g_string_append (sql, ") VALUES (?");
  for (guint i = 1; i < table->columns->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return prepare (plain, sql->str);
}

static gboolean
is_searched (const SpilField *field)
{
  return field->number != 0 && (field->flags & SPIL_FIELD_SEARCH) != 0;
}

static sqlite3_stmt *
prepare_index (sqlite3 *plain, const SpilEntity *entity)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"search_%s\" (rowid", entity->name);
  for (int i = 1; i < entity->n_fields; i++)
    if (is_searched (&entity->fields[i])) {
      g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
      g_string_append (places, ", ?");
    }
  g_string_append_printf (sql, ") VALUES (?%s)", places->str);
  return places->len > 0 ? prepare (plain, sql->str) : NULL;
}

static void
bind (sqlite3_stmt *statement, int place, const SpilValue *value)
{
  if (value == NULL || value->kind == SPIL_VALUE_NULL)
    sqlite3_bind_null (statement, place);
  else if (value->kind == SPIL_VALUE_TEXT)
    sqlite3_bind_text (statement, place, value->text, -1, SQLITE_STATIC);
  else if (value->kind == SPIL_VALUE_ID)
    sqlite3_bind_blob (statement, place, value->id.bytes, sizeof value->id.bytes, SQLITE_STATIC);
  else
    sqlite3_bind_int64 (statement, place, value->integer);
}

static void
bind_own_column (sqlite3_stmt *statement, int place, const char *column, const SpilChange *change)
{
  if (strcmp (column, "id") == 0)
    sqlite3_bind_blob (statement, place, change->id.bytes, sizeof change->id.bytes, SQLITE_STATIC);
  else if (strcmp (column, "clock") == 0)
    sqlite3_bind_null (statement, place);
  else if (strcmp (column, "key") == 0)
    sqlite3_bind_zeroblob (statement, place, 16);
  else if (strcmp (column, "dead") == 0)
    sqlite3_bind_int (statement, place, 0);
  else if (strcmp (column, "born_time") == 0)
    sqlite3_bind_int64 (statement, place, G_GINT64_CONSTANT (1514800000000) << 16);
  else
    sqlite3_bind_int64 (statement, place, 1);
}

static void
index_row (BenchMirror *self, const Table *table, const SpilChange *change)
{
  int place = 2;

  sqlite3_bind_int64 (table->index, 1, sqlite3_last_insert_rowid (self->plain));
  for (int i = 1; i < table->entity->n_fields; i++)
    if (is_searched (&table->entity->fields[i]))
      bind (table->index, place++, spil_change_get (change, i));
  bench_plain_check (self->plain, sqlite3_step (table->index));
  sqlite3_reset (table->index);
}

static void
insert_row (BenchMirror *self, const Table *table, const SpilChange *change)
{
  for (guint i = 0; i < table->columns->len; i++) {
    int field = table->fields[i];
    const SpilValue *value = field != 0 ? spil_change_get (change, ABS (field)) : NULL;
    int place = (int) i + 1;

    if (field == 0)
      bind_own_column (table->insert, place, g_ptr_array_index (table->columns, i), change);
    else if (field == SPIL_FIELD_PROGRAMME)
      sqlite3_bind_blob (table->insert, place, self->programme.bytes, sizeof self->programme.bytes,
                         SQLITE_STATIC);
    else if (field < 0 && value != NULL)
      sqlite3_bind_text (table->insert, place, g_hash_table_lookup (self->folded, value->text), -1,
                         SQLITE_STATIC);
    else
      bind (table->insert, place, value);
  }
  bench_plain_check (self->plain, sqlite3_step (table->insert));
  sqlite3_reset (table->insert);
  if (table->index != NULL)
    index_row (self, table, change);
}

static Table
prepare_table (BenchMirror *self, int number, BenchSearch search)
{
  Table table = { .entity = spil_entity ((SpilEntityNumber) number),
                  .columns = g_ptr_array_new_with_free_func (g_free) };

  read_columns (self->plain, &table);
  table.insert = prepare_insert (self->plain, &table);
  if (search == BENCH_SEARCH_BY_ROW)
    table.index = prepare_index (self->plain, table.entity);
  return table;
}

static void
finish_table (BenchMirror *self, Table *table, BenchSearch search)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO search_%s (search_%s) VALUES ('rebuild')",
                                          table->entity->name, table->entity->name);
  gboolean searched = FALSE;

  for (int i = 1; i < table->entity->n_fields; i++)
    searched = searched || is_searched (&table->entity->fields[i]);
  if (searched && search == BENCH_SEARCH_REBUILT)
    bench_plain_run (self->plain, sql);
  sqlite3_finalize (table->insert);
  sqlite3_finalize (table->index);
  g_ptr_array_unref (table->columns);
}

static const Table *
find_table (GArray *tables, const SpilEntity *entity)
{
  guint i = 0;

  while (g_array_index (tables, Table, i).entity != entity)
    i++;
  return &g_array_index (tables, Table, i);
}

void
bench_mirror_insert (BenchMirror *self, BenchSearch search)
{
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (Table));

  for (guint i = 0; i < self->entities->len; i++) {
    Table table = prepare_table (self, g_array_index (self->entities, int, i), search);

    g_array_append_val (tables, table);
  }
  bench_plain_run (self->plain, "BEGIN");
  for (guint i = 0; i < self->action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (self->action->changes, i);

    insert_row (self, find_table (tables, change->entity), change);
  }
  for (guint i = 0; i < tables->len; i++)
    finish_table (self, &g_array_index (tables, Table, i), search);
  bench_plain_run (self->plain, "COMMIT");
}
