// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-links.h"

#include "spil-statement.h"

static gboolean
write_orphan (SpilTables *tables, const SpilLink *link, gboolean orphan, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      tables->connection,
      orphan ? "INSERT OR IGNORE INTO orphan (entity, row, field) VALUES (?1, ?2, ?3)"
             : "DELETE FROM orphan WHERE entity = ?1 AND row = ?2 AND field = ?3",
      error);

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_integer (statement, 1, link->entity->number);
  spil_statement_bind_id (statement, 2, &link->id);
  spil_statement_bind_integer (statement, 3, link->field);
  return spil_statement_run (statement, error);
}

// Whether the row lives and refers to one that does not.
static gboolean
leads_nowhere (SpilTables *tables, const SpilLink *link, gboolean *nowhere, GError **error)
{
  const SpilField *field = spil_entity_field (link->entity, link->field);
  const SpilEntity *target = spil_entity_by_number (field->target);
  g_autofree char *sql = g_strdup_printf (
      "SELECT 1 FROM \"%s\" AS t WHERE id = ?1 AND dead = 0 AND \"%s\" IS NOT NULL AND NOT EXISTS "
      "(SELECT 1 FROM \"%s\" AS r WHERE r.id = t.\"%s\" AND r.dead = 0)",
      link->entity->name, field->name, target->name, field->name);
  g_autoptr (SpilStatement) statement = spil_connection_take (tables->connection, sql, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, &link->id);
  step = spil_statement_step (statement, error);
  *nowhere = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}

static gboolean
look_at (SpilTables *tables, const SpilLink *link, GError **error)
{
  gboolean nowhere;

  return leads_nowhere (tables, link, &nowhere, error) && write_orphan (tables, link, nowhere, error);
}

// Appends the rows that refer to @target by @field.
static gboolean
find_referring (SpilTables *tables, const SpilEntity *entity, const SpilField *field, const SpilId *target,
                GArray *links, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 AND dead = 0",
                                          entity->name, field->name);
  g_autoptr (SpilStatement) statement = spil_connection_take (tables->connection, sql, error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, target);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLink link = { .entity = entity, .id = spil_statement_get_id (statement, 0), .field = field->number };

    g_array_append_val (links, link);
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
find_all_referring (SpilTables *tables, const SpilLinkRow *gone, GArray *links, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++) {
      const SpilField *field = &entities[i]->fields[j];

      if (spil_field_holds (field) && field->target == gone->entity->number &&
          !find_referring (tables, entities[i], field, &gone->id, links, error))
        return FALSE;
    }
  return TRUE;
}

// Appends those that are in the table.
static gboolean
read_orphans (SpilTables *tables, GArray *links, GError **error)
{
  g_autoptr (SpilStatement)
      statement = spil_connection_take (tables->connection, "SELECT entity, row, field FROM orphan", error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLink link = {
      .entity = spil_entity_by_number ((int) spil_statement_get_integer (statement, 0)),
      .id = spil_statement_get_id (statement, 1),
      .field = (int) spil_statement_get_integer (statement, 2),
    };

    if (link.entity != NULL && link.field < link.entity->n_fields)
      g_array_append_val (links, link);
  }
  return step == SPIL_STEP_DONE;
}

gboolean
spil_links_update (SpilTables *tables, GArray *links, GArray *gone, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SpilLink));

  if (!read_orphans (tables, all, error))
    return FALSE;
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    if (!find_all_referring (tables, &g_array_index (gone, SpilLinkRow, i), all, error))
      return FALSE;
  if (links != NULL)
    g_array_append_vals (all, links->data, links->len);
  for (guint i = 0; i < all->len; i++)
    if (!look_at (tables, &g_array_index (all, SpilLink, i), error))
      return FALSE;
  return TRUE;
}

gboolean
spil_links_any (SpilTables *tables, gboolean *orphans, gboolean *broken, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      tables->connection, "SELECT EXISTS (SELECT 1 FROM orphan), EXISTS (SELECT 1 FROM broken)", error);

  if (statement == NULL || spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *orphans = spil_statement_get_integer (statement, 0) != 0;
  *broken = spil_statement_get_integer (statement, 1) != 0;
  return TRUE;
}
