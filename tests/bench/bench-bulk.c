// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Many rows at once: through the store, with its log, undo, audit and search index, and by plain SQLite into the same tables. */
#include <math.h>
#include <string.h>

#include "bench-rows.h"
#include "spil-text.h"

#define EMPLOYERS 5000
#define CONTACTS_EACH 10

/* A table of the plain database: how a change of the action becomes a row of it. */
typedef struct
{
  const SpilEntity *entity;
  GPtrArray *columns; /* names, in the order of the statement's places */
  sqlite3_stmt *insert;
} Table;

typedef struct
{
  SpilAction *action;
  GPtrArray *schema; /* the store's own statements for the tables used */
  GHashTable *folded; /* text -> folded text, made before the clock runs */
  SpilStore *store;
  sqlite3 *plain;
} Bulk;

static const int entities[] = { SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_CONTACT };

/* What the store made for those entities: table, indexes, search index and the view that feeds it. */
static GPtrArray *
read_schema (SpilStore *store)
{
  GPtrArray *schema = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *file = NULL;
  sqlite3_stmt *rows = NULL;

  bench_plain_check (file, sqlite3_open_v2 (spil_store_get_path (store), &file, SQLITE_OPEN_READONLY, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    const char *name = spil_entity ((SpilEntityNumber) entities[i])->name;
    g_autofree char *sql = g_strdup_printf (
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (tbl_name = '%s' "
        "OR name IN ('live_%s', 'search_%s')) ORDER BY rowid",
        name, name, name);

    bench_plain_check (file, sqlite3_prepare_v2 (file, sql, -1, &rows, NULL));
    while (sqlite3_step (rows) == SQLITE_ROW)
      g_ptr_array_add (schema, g_strdup ((const char *) sqlite3_column_text (rows, 0)));
    sqlite3_finalize (rows);
  }
  sqlite3_close (file);
  return schema;
}

static void
close_databases (Bulk *self)
{
  g_clear_pointer (&self->store, spil_store_close);
  g_clear_pointer (&self->plain, sqlite3_close);
}

static void
prepare_store (gpointer data, int run)
{
  Bulk *self = data;

  close_databases (self);
  self->store = bench_store_new ("bulk");
}

static void
insert_by_store (gpointer data, int run)
{
  Bulk *self = data;
  g_autoptr (GError) error = NULL;

  spil_store_commit_bulk (self->store, self->action, &error);
  bench_assert_no_error (error);
}

static void
prepare_plain (gpointer data, int run)
{
  Bulk *self = data;

  close_databases (self);
  self->plain = bench_plain_open ("bulk-plain");
  for (guint i = 0; i < self->schema->len; i++)
    bench_plain_run (self->plain, g_ptr_array_index (self->schema, i));
}

static Table
prepare_table (sqlite3 *plain, int number)
{
  Table table = { .entity = spil_entity ((SpilEntityNumber) number),
                  .columns = g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *list = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') WHERE name <> 'row'",
                                           table.entity->name);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  sqlite3_stmt *names;

  bench_plain_check (plain, sqlite3_prepare_v2 (plain, list, -1, &names, NULL));
  g_string_printf (sql, "INSERT INTO \"%s\" (", table.entity->name);
  while (sqlite3_step (names) == SQLITE_ROW) {
    const char *name = (const char *) sqlite3_column_text (names, 0);

    g_string_append_printf (sql, "%s\"%s\"", table.columns->len > 0 ? ", " : "", name);
    g_string_append (places, table.columns->len > 0 ? ", ?" : "?");
    g_ptr_array_add (table.columns, g_strdup (name));
  }
  sqlite3_finalize (names);
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  bench_plain_check (
      plain, sqlite3_prepare_v3 (plain, sql->str, -1, SQLITE_PREPARE_PERSISTENT, &table.insert, NULL));
  return table;
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
  else
    sqlite3_bind_int64 (statement, place, G_GINT64_CONSTANT (1514800000000));
}

static void
insert_row (Bulk *self, const Table *table, const int *fields, const SpilId *programme,
            const SpilChange *change)
{
  for (guint i = 0; i < table->columns->len; i++) {
    const SpilValue *value = fields[i] != 0 ? spil_change_get (change, ABS (fields[i])) : NULL;
    int place = (int) i + 1;

    if (fields[i] == 0)
      bind_own_column (table->insert, place, g_ptr_array_index (table->columns, i), change);
    else if (fields[i] == SPIL_FIELD_PROGRAMME)
      sqlite3_bind_blob (table->insert, place, programme->bytes, sizeof programme->bytes, SQLITE_STATIC);
    else if (fields[i] < 0 && value != NULL)
      sqlite3_bind_text (table->insert, place, g_hash_table_lookup (self->folded, value->text), -1,
                         SQLITE_STATIC);
    else
      bind (table->insert, place, value);
  }
  bench_plain_check (self->plain, sqlite3_step (table->insert));
  sqlite3_reset (table->insert);
}

static void
insert_plainly (gpointer data, int run)
{
  Bulk *self = data;
  SpilId programme = spil_id_new ();
  Table tables[G_N_ELEMENTS (entities)];
  int fields[G_N_ELEMENTS (entities)][SPIL_FIELD_NUMBER_LIMIT];

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    tables[i] = prepare_table (self->plain, entities[i]);
    for (guint j = 0; j < tables[i].columns->len; j++)
      fields[i][j] = field_of_column (tables[i].entity, g_ptr_array_index (tables[i].columns, j));
  }
  bench_plain_run (self->plain, "BEGIN");
  for (guint i = 0; i < self->action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (self->action->changes, i);
    int which = change->entity == tables[0].entity ? 0 : 1;

    insert_row (self, &tables[which], fields[which], &programme, change);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO search_%s (search_%s) VALUES ('rebuild')",
                                            tables[i].entity->name, tables[i].entity->name);

    bench_plain_run (self->plain, sql);
    sqlite3_finalize (tables[i].insert);
    g_ptr_array_unref (tables[i].columns);
  }
  bench_plain_run (self->plain, "COMMIT");
}

static void
fold_texts (Bulk *self)
{
  for (guint i = 0; i < self->action->changes->len; i++) {
    const SpilChange *change = g_ptr_array_index (self->action->changes, i);

    for (guint j = 0; j < change->assignments->len; j++) {
      const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, j);
      const SpilField *field = spil_entity_field (change->entity, assignment->field);

      if (assignment->value.kind == SPIL_VALUE_TEXT && (field->flags & SPIL_FIELD_INDEX) != 0)
        g_hash_table_insert (self->folded, assignment->value.text, spil_text_fold (assignment->value.text));
    }
  }
}

int
main (void)
{
  Bulk bulk = { .action = bench_rows_new (EMPLOYERS, CONTACTS_EACH) };
  const BenchThing things[] = { { prepare_plain, insert_plainly, &bulk },
                                { prepare_store, insert_by_store, &bulk } };
  g_autofree char *figure = g_strdup_printf ("Store, %d rows at once", EMPLOYERS * (1 + CONTACTS_EACH));
  BenchSeries series[2];
  BenchRow row = {
    .figure = figure,
    .floor = "plain SQLite, same tables and indexes, FTS5 rebuilt",
    .clock = BENCH_ELAPSED,
    .target = { .ratio = 1.5 },
  };

  bulk.folded = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  fold_texts (&bulk);
  bulk.store = bench_store_new ("bulk");
  bulk.schema = read_schema (bulk.store);
  bench_series_init (&series[0]);
  bench_series_init (&series[1]);
  bench_measure (bench_runs (20), things, series, 2);
  bench_report (&row, &series[1], &series[0]);
  row.clock = BENCH_PROCESSOR;
  bench_report (&row, &series[1], &series[0]);

  close_databases (&bulk);
  bench_series_clear (&series[0]);
  bench_series_clear (&series[1]);
  g_ptr_array_unref (bulk.schema);
  g_hash_table_unref (bulk.folded);
  spil_action_free (bulk.action);
  return 0;
}
