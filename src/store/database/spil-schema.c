// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-schema.h"

#include <glib/gi18n-lib.h>

#include "spil-alike.h"
#include "spil-seal.h"
#include "spil-statement.h"
#include "spil-store.h"

// The tables that are no entity's. LOG.md says what the bytes of `log` and `undo` mean.
static const struct
{
  const char *type;
  const char *name;
  const char *sql;
} own_objects[] = {
  { "table", "meta",
    "CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), device INTEGER NOT NULL, clock INTEGER NOT NULL, "
    "sequence INTEGER NOT NULL, undo_position INTEGER NOT NULL, reader INTEGER NOT NULL DEFAULT 0, "
    "fingerprint TEXT NOT NULL) STRICT" },
  { "table", "device",
    "CREATE TABLE device (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, "
    "cut INTEGER NOT NULL DEFAULT 9223372036854775807) STRICT" },
  { "table", "log",
    "CREATE TABLE log (device INTEGER NOT NULL, sequence INTEGER NOT NULL, time INTEGER NOT NULL, "
    "wall INTEGER NOT NULL, actor TEXT NOT NULL, label TEXT NOT NULL, undoes_device INTEGER, "
    "undoes_sequence INTEGER, parked INTEGER NOT NULL DEFAULT 0, payload BLOB NOT NULL, "
    "PRIMARY KEY (device, sequence)) STRICT, WITHOUT ROWID" },
  { "index", "log_parked", "CREATE INDEX log_parked ON log (parked) WHERE parked = 1" },
  { "table", "rival",
    "CREATE TABLE rival (entity INTEGER NOT NULL, row BLOB NOT NULL, cell INTEGER NOT NULL, "
    "device INTEGER NOT NULL, sequence INTEGER NOT NULL, time INTEGER NOT NULL, "
    "PRIMARY KEY (entity, row, cell, device, sequence)) STRICT, WITHOUT ROWID" },
  { "table", "unseen",
    "CREATE TABLE unseen (entity INTEGER NOT NULL, row BLOB NOT NULL, device INTEGER NOT NULL, "
    "sequence INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (entity, row, device, sequence)) STRICT, WITHOUT ROWID" },
  { "table", "orphan",
    "CREATE TABLE orphan (entity INTEGER NOT NULL, row BLOB NOT NULL, field INTEGER NOT NULL, "
    "PRIMARY KEY (entity, row, field)) STRICT, WITHOUT ROWID" },
  { "table", "broken",
    "CREATE TABLE broken (entity INTEGER NOT NULL, row BLOB NOT NULL, parent BLOB, "
    "PRIMARY KEY (entity, row)) STRICT, WITHOUT ROWID" },
  { "table", "merged",
    "CREATE TABLE merged (organisation BLOB PRIMARY KEY, head BLOB NOT NULL) STRICT, WITHOUT ROWID" },
  { "index", "merged_by_head", "CREATE INDEX merged_by_head ON merged (head)" },
  { "table", "reached",
    "CREATE TABLE reached (organisation BLOB PRIMARY KEY, programme BLOB, time INTEGER) STRICT, WITHOUT ROWID" },
  { "index", "reached_by_time", "CREATE INDEX reached_by_time ON reached (programme, time)" },
  { "table", "alike",
    "CREATE TABLE alike (key INTEGER NOT NULL /* by rule " SPIL_ALIKE_RULE " */, organisation BLOB NOT NULL, "
    "PRIMARY KEY (key, organisation)) STRICT, WITHOUT ROWID" },
  { "table", "dialled",
    "CREATE TABLE dialled (key TEXT, entity INTEGER, id BLOB, PRIMARY KEY (key, entity, id)) STRICT, WITHOUT ROWID" },
  { "table", "note", "CREATE TABLE note (name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT" },
  { "table", "packet",
    "CREATE TABLE packet (device INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
    "hash BLOB NOT NULL, state INTEGER NOT NULL, reason TEXT, content BLOB NOT NULL, "
    "UNIQUE (device, first, hash)) STRICT" },
  { "table", "undo",
    "CREATE TABLE undo (position INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, label TEXT NOT NULL, "
    "before BLOB NOT NULL) STRICT" },
  { "table", "series",
    "CREATE TABLE series (id BLOB NOT NULL, place INTEGER NOT NULL, sequence INTEGER NOT NULL, done INTEGER NOT NULL, "
    "before BLOB NOT NULL, PRIMARY KEY (id, place)) STRICT" },
  { "index", "series_sequence", "CREATE INDEX series_sequence ON series (sequence)" },
  { "table", "audit",
    "CREATE TABLE audit (n INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, device BLOB NOT NULL, "
    "action TEXT NOT NULL, object TEXT NOT NULL, result TEXT NOT NULL, hash BLOB NOT NULL) STRICT" },
  { "trigger", "audit_keeps_lines",
    "CREATE TRIGGER audit_keeps_lines BEFORE UPDATE ON audit BEGIN SELECT RAISE (ABORT, 'lines of the audit table stay'); END" },
  { "trigger", "audit_loses_no_lines",
    "CREATE TRIGGER audit_loses_no_lines BEFORE DELETE ON audit BEGIN SELECT RAISE (ABORT, 'lines of the audit table stay'); END" },
};

static void
free_object (gpointer data)
{
  SpilSchemaObject *object = data;

  g_free (object->name);
  g_free (object->sql);
  g_free (object);
}

static void
add_object (GPtrArray *objects, const SpilEntity *entity, const char *type, char *name, char *sql)
{
  SpilSchemaObject *object = g_new (SpilSchemaObject, 1);

  object->type = type;
  object->name = name;
  object->sql = sql;
  object->entity = entity;
  g_ptr_array_add (objects, object);
}

const SpilField *
spil_schema_date_field (const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 && (field->flags & SPIL_FIELD_INDEX) != 0 &&
        (field->type == SPIL_TYPE_DATE || field->type == SPIL_TYPE_TIME))
      return field;
  }
  return NULL;
}

gboolean
spil_schema_has_fold (const SpilField *field)
{
  return field->type == SPIL_TYPE_TEXT && (field->flags & SPIL_FIELD_INDEX) != 0;
}

gboolean
spil_schema_has_search (const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0)
      return TRUE;
  return FALSE;
}

const char *
spil_schema_column_type (const SpilField *field)
{
  switch (spil_type_value_kind (field->type)) {
  case SPIL_VALUE_TEXT:
    return "TEXT";
  case SPIL_VALUE_ID:
    return "BLOB";
  case SPIL_VALUE_INTEGER:
  case SPIL_VALUE_NULL:
  default:
    return "INTEGER";
  }
}

static void
add_table (GPtrArray *objects, const SpilEntity *entity)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TABLE \"%s\" (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, "
                          "dead INTEGER NOT NULL DEFAULT 0, born_time INTEGER NOT NULL, "
                          "born_device INTEGER NOT NULL, born_sequence INTEGER NOT NULL, clock BLOB%s",
                          entity->name, spil_seal_has_key (entity) ? ", key BLOB" : "");
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number == 0)
      continue;
    g_string_append_printf (sql, ", \"%s\" %s", field->name, spil_schema_column_type (field));
    if (spil_schema_has_fold (field))
      g_string_append_printf (sql, ", \"%s_fold\" TEXT", field->name);
  }
  g_string_append (sql, ") STRICT");
  add_object (objects, entity, "table", g_strdup (entity->name), g_string_free_and_steal (sql));
}

// What refers is found by what it refers to, in the order of its date where it has one, with what stands beside that.
static char *
make_reference_columns (const SpilEntity *entity, const SpilField *reference)
{
  const SpilField *date = spil_schema_date_field (entity);
  GString *columns = g_string_new (NULL);

  g_string_append_printf (columns, "\"%s\"", reference->name);
  if (date != NULL)
    g_string_append_printf (columns, ", \"%s\"", date->name);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_BESIDE) != 0)
      g_string_append_printf (columns, ", \"%s\"", entity->fields[i].name);
  return g_string_free_and_steal (columns);
}

// What does not refer is found within its programme.
static void
add_index (GPtrArray *objects, const SpilEntity *entity, const SpilField *field)
{
  char *name = g_strdup_printf ("%s_by_%s", entity->name, field->name);
  g_autofree char *columns = NULL;

  if (field->type == SPIL_TYPE_REFERENCE)
    columns = make_reference_columns (entity, field);
  else
    columns = g_strdup_printf ("%s\"%s%s\"", entity->number == SPIL_ENTITY_PROGRAMME ? "" : "programme, ",
                               field->name, spil_schema_has_fold (field) ? "_fold" : "");
  add_object (
      objects, entity, "index", name,
      g_strdup_printf ("CREATE INDEX \"%s\" ON \"%s\" (%s) WHERE dead = 0", name, entity->name, columns));
}

static void
add_indexes (GPtrArray *objects, const SpilEntity *entity)
{
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number == 0 || field->number == SPIL_FIELD_PROGRAMME)
      continue;
    if (field->type == SPIL_TYPE_REFERENCE || (field->flags & SPIL_FIELD_INDEX) != 0)
      add_index (objects, entity, field);
  }
}

// The words live in the rows themselves; the view keeps deleted rows out when the index is built anew. Nothing is ranked, so no sizes.
static void
add_search (GPtrArray *objects, const SpilEntity *entity)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0)
      g_string_append_printf (columns, ", \"%s\"", entity->fields[i].name);
  add_object (objects, entity, "view", g_strdup_printf ("live_%s", entity->name),
              g_strdup_printf ("CREATE VIEW \"live_%s\" AS SELECT row%s FROM \"%s\" WHERE dead = 0",
                               entity->name, columns->str, entity->name));
  add_object (objects, entity, "table", g_strdup_printf ("search_%s", entity->name),
              g_strdup_printf ("CREATE VIRTUAL TABLE \"search_%s\" USING fts5 (%s, content = 'live_%s', "
                               "content_rowid = 'row', columnsize = 0, detail = column, "
                               "prefix = '1 2 3 4 5 6 7 8', "
                               "tokenize = 'unicode61 remove_diacritics 2')",
                               entity->name, columns->str + 2, entity->name));
}

GPtrArray *
spil_schema_objects (void)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (free_object);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (gsize i = 0; i < G_N_ELEMENTS (own_objects); i++)
    add_object (objects, NULL, own_objects[i].type, g_strdup (own_objects[i].name),
                g_strdup (own_objects[i].sql));
  for (int i = 0; i < n_entities; i++) {
    add_table (objects, entities[i]);
    add_indexes (objects, entities[i]);
    if (spil_schema_has_search (entities[i]))
      add_search (objects, entities[i]);
  }
  return objects;
}

char *
spil_schema_fingerprint (GPtrArray *objects)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);

  for (guint i = 0; i < objects->len; i++) {
    const SpilSchemaObject *object = g_ptr_array_index (objects, i);

    g_checksum_update (checksum, (const guchar *) object->sql, -1);
  }
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
write_meta (SpilConnection *connection, GPtrArray *objects, SpilId device, const char *device_name,
            GError **error)
{
  g_autofree char *fingerprint = spil_schema_fingerprint (objects);
  g_autofree char *header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                             SPIL_SCHEMA_APPLICATION_ID, SPIL_SCHEMA_VERSION);
  g_autoptr (SpilStatement) meta = NULL;
  g_autoptr (SpilStatement) own = NULL;

  if (!spil_connection_execute (connection, header, error))
    return FALSE;
  meta = spil_connection_take (
      connection,
      "INSERT INTO meta (one, device, clock, sequence, undo_position, fingerprint) VALUES (1, 1, 0, 0, 0, ?1)",
      error);
  if (meta == NULL)
    return FALSE;
  spil_statement_bind_text (meta, 1, fingerprint);
  own = spil_connection_take (connection, "INSERT INTO device (number, id, name) VALUES (1, ?1, ?2)", error);
  if (own == NULL)
    return FALSE;
  spil_statement_bind_id (own, 1, &device);
  spil_statement_bind_text (own, 2, device_name);
  return spil_statement_run (meta, error) && spil_statement_run (own, error);
}

gboolean
spil_schema_create (SpilConnection *connection, SpilId device, const char *device_name, GError **error)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();

  for (guint i = 0; i < objects->len; i++) {
    const SpilSchemaObject *object = g_ptr_array_index (objects, i);

    if (!spil_connection_execute (connection, object->sql, error))
      return FALSE;
  }
  return write_meta (connection, objects, device, device_name, error);
}

gboolean
spil_schema_is_empty (SpilConnection *connection, gboolean *empty, GError **error)
{
  int64_t n_objects;

  if (!spil_connection_read_integer (connection, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;
  *empty = n_objects == 0;
  return TRUE;
}

gboolean
spil_schema_check_version (SpilConnection *connection, GError **error)
{
  int64_t application;
  int64_t version;
  g_autofree char *shown = g_filename_display_name (spil_connection_get_path (connection));

  if (!spil_connection_read_integer (connection, "PRAGMA application_id", &application, error) ||
      !spil_connection_read_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application == SPIL_SCHEMA_APPLICATION_ID && version < SPIL_SCHEMA_OLDEST) {
    g_set_error (
        error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
        _ ("%s was made by a trial version of Spil, from before version 0.1. Begin anew in another folder."),
        shown);
    return FALSE;
  }
  if (application != SPIL_SCHEMA_APPLICATION_ID) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_CORRUPT,
                 _ ("%s is a database of another program. Choose another folder."), shown);
    return FALSE;
  }
  if (version > SPIL_SCHEMA_VERSION) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NEWER,
                 _ ("%s was made by a newer version of Spil. Install that version to open it."), shown);
    return FALSE;
  }
  return TRUE;
}

gboolean
spil_schema_is_current (SpilConnection *connection, gboolean *current, GError **error)
{
  g_autoptr (GPtrArray) objects = spil_schema_objects ();
  g_autofree char *fingerprint = spil_schema_fingerprint (objects);
  g_autoptr (SpilStatement)
      statement = spil_connection_take (connection, "SELECT 1 FROM meta WHERE fingerprint = ?1", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_text (statement, 1, fingerprint);
  step = spil_statement_step (statement, error);
  *current = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}
