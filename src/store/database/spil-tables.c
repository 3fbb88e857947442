// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tables.h"

#include "spil-schema.h"

SpilTables *
spil_tables_new (SpilConnection *connection)
{
  SpilTables *self = g_new0 (SpilTables, 1);

  self->connection = connection;
  return self;
}

void
spil_tables_free (SpilTables *self)
{
  // The statements are the connection's.
  g_free (self);
}

void
spil_row_append_columns (GString *sql, const SpilEntity *entity, const char *table)
{
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0) {
      g_string_append (sql, ", ");
      if (table != NULL)
        g_string_append_printf (sql, "\"%s\".", table);
      g_string_append_printf (sql, "\"%s\"", entity->fields[i].name);
    }
}

static char *
make_insert (const SpilEntity *entity)
{
  GString *sql = g_string_new (NULL);
  int n_values = 4;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (id, born_time, born_device, born_sequence", entity->name);
  if (spil_seal_has_key (entity)) {
    g_string_append (sql, ", key");
    n_values++;
  }
  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number == 0)
      continue;
    g_string_append_printf (sql, ", \"%s\"", field->name);
    n_values++;
    if (spil_schema_has_fold (field)) {
      g_string_append_printf (sql, ", \"%s_fold\"", field->name);
      n_values++;
    }
  }
  g_string_append (sql, ") VALUES (?");
  for (int i = 1; i < n_values; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free_and_steal (sql);
}

static char *
make_read (const SpilEntity *entity)
{
  GString *sql = g_string_new ("SELECT row, dead, born_time, born_device, born_sequence, clock");

  g_string_append (sql, spil_seal_has_key (entity) ? ", key, id" : ", NULL, id");
  spil_row_append_columns (sql, entity, NULL);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?1", entity->name);
  return g_string_free_and_steal (sql);
}

// @head is what stands before the columns, @tail the values before theirs.
static char *
make_index (const SpilEntity *entity, const char *head, const char *values)
{
  GString *sql = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (values);

  g_string_append_printf (sql, "INSERT INTO \"search_%s\" (%srowid", entity->name, head);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_SEARCH) != 0) {
      g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
      g_string_append (places, ", ?");
    }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  return g_string_free_and_steal (sql);
}

static char *
make_sql (const SpilEntity *entity, SpilTableUse use)
{
  g_autofree char *search = NULL;

  switch (use) {
  case SPIL_TABLE_INSERT:
    return make_insert (entity);
  case SPIL_TABLE_READ:
    return make_read (entity);
  case SPIL_TABLE_IS_LIVE:
    return g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1 AND dead = 0", entity->name);
  case SPIL_TABLE_SET_DEAD:
    return g_strdup_printf ("UPDATE \"%s\" SET dead = ?2, clock = ?3 WHERE row = ?1", entity->name);
  case SPIL_TABLE_INDEX:
    return make_index (entity, "", "?");
  case SPIL_TABLE_UNINDEX:
    search = g_strdup_printf ("\"search_%s\", ", entity->name);
    return make_index (entity, search, "'delete', ?");
  case SPIL_TABLE_N_USES:
  default:
    g_assert_not_reached ();
  }
}

SpilStatement *
spil_tables_get (SpilTables *self, const SpilEntity *entity, SpilTableUse use, GError **error)
{
  SpilStatement **statement = &self->statements[entity->number][use];

  if (*statement == NULL) {
    g_autofree char *sql = make_sql (entity, use);

    *statement = spil_connection_take (self->connection, sql, error);
  }
  return *statement;
}
