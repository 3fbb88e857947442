// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-dialled.h"

#include <string.h>

#include "spil-phone.h"
#include "spil-statement.h"

static gboolean
is_phone (const SpilField *field)
{
  return field->number != 0 && (field->flags & SPIL_FIELD_PHONE) != 0;
}

char *
spil_dialled_turn (const char *number)
{
  g_autofree char *turned = g_strreverse (g_strdup (number));

  return g_strconcat ("<", turned, NULL);
}

/* What is done with each key of a row. */
typedef gboolean (*EachKey) (const char *key, int entity, const SpilId *id, gpointer user_data,
                             GError **error);

static gboolean
each_key (const char *text, int entity, const SpilId *id, EachKey each, gpointer user_data, GError **error)
{
  g_auto (GStrv) numbers = spil_phone_numbers (text);

  for (gsize i = 0; numbers[i] != NULL; i++) {
    g_autofree char *turned = spil_dialled_turn (numbers[i]);

    if (!each (numbers[i], entity, id, user_data, error) || !each (turned, entity, id, user_data, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_on_key (const char *key, int entity, const SpilId *id, gpointer user_data, GError **error)
{
  SpilStatement *statement = user_data;

  spil_statement_bind_text (statement, 1, key);
  spil_statement_bind_integer (statement, 2, entity);
  spil_statement_bind_id (statement, 3, id);
  return spil_statement_run (statement, error);
}

/* Runs @sql, made for one key, on those of the field. */
static gboolean
run_on_field (SpilConnection *connection, const char *sql, SpilRecord *record, int field, GError **error)
{
  SpilId id = spil_record_get_id (record);
  const SpilValue *value = spil_record_get (record, field);
  g_autoptr (SpilStatement) statement = NULL;

  if (value->kind != SPIL_VALUE_TEXT)
    return TRUE;
  statement = spil_connection_take (connection, sql, error);
  return statement != NULL &&
         each_key (value->text, spil_record_get_entity (record)->number, &id, run_on_key, statement, error);
}

#define INSERT_SQL "INSERT OR IGNORE INTO dialled (key, entity, id) VALUES (?1, ?2, ?3)"
#define DELETE_SQL "DELETE FROM dialled WHERE key = ?1 AND entity = ?2 AND id = ?3"

gboolean
spil_dialled_change (SpilConnection *connection, SpilRecord *before, SpilRecord *after, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (before != NULL ? before : after);

  for (int i = 1; i < entity->n_fields; i++) {
    if (!is_phone (&entity->fields[i]) ||
        (before != NULL && after != NULL &&
         spil_value_equal (spil_record_get (before, i), spil_record_get (after, i))))
      continue;
    if ((before != NULL && !run_on_field (connection, DELETE_SQL, before, i, error)) ||
        (after != NULL && !run_on_field (connection, INSERT_SQL, after, i, error)))
      return FALSE;
  }
  return TRUE;
}

/* Goes through the keys of all rows that are there. */
static gboolean
each_field (SpilConnection *connection, const SpilEntity *entity, const SpilField *field, EachKey each,
            gpointer user_data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, \"%s\" FROM \"%s\" WHERE dead = 0 AND \"%s\" <> ''",
                                          field->name, entity->name, field->name);
  g_autoptr (SpilStatement) statement = spil_connection_take (connection, sql, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilId id = spil_statement_get_id (statement, 0);

    if (!each_key (spil_statement_get_text (statement, 1), entity->number, &id, each, user_data, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
each_row (SpilConnection *connection, EachKey each, gpointer user_data, GError **error)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++)
      if (is_phone (&entities[i]->fields[j]) &&
          !each_field (connection, entities[i], &entities[i]->fields[j], each, user_data, error))
        return FALSE;
  return TRUE;
}

gboolean
spil_dialled_make_anew (SpilConnection *connection, GError **error)
{
  g_autoptr (SpilStatement) insert = NULL;

  if (!spil_connection_execute (connection, "DELETE FROM dialled", error))
    return FALSE;
  insert = spil_connection_take (connection, INSERT_SQL, error);
  return insert != NULL && each_row (connection, run_on_key, insert, error);
}

/* Puts the keys into a set of texts. */
static gboolean
collect_key (const char *key, int entity, const SpilId *id, gpointer user_data, GError **error)
{
  g_autofree char *text = spil_id_dup_text (*id);

  g_hash_table_add (user_data, g_strdup_printf ("%s %d %s", key, entity, text));
  return TRUE;
}

gboolean
spil_dialled_check (SpilConnection *connection, gboolean *sound, GError **error)
{
  g_autoptr (GHashTable) due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;
  guint n_found = 0;

  *sound = TRUE;
  if (!each_row (connection, collect_key, due, error))
    return FALSE;
  statement = spil_connection_take (connection, "SELECT key, entity, id FROM dialled", error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    g_autofree char *id = spil_id_dup_text (spil_statement_get_id (statement, 2));
    g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT " %s",
                                             spil_statement_get_text (statement, 0),
                                             spil_statement_get_integer (statement, 1), id);

    *sound = *sound && g_hash_table_contains (due, text);
    n_found++;
  }
  *sound = *sound && n_found == g_hash_table_size (due);
  return step == SPIL_STEP_DONE;
}
