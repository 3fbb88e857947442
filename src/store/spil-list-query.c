// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-query-private.h"
#include "spil-schema.h"
#include "spil-store-private.h"
#include "spil-text.h"

// The text of a query, made from names of the descriptors only, and the values that belong to its question marks.
typedef struct
{
  GString *sql;
  GArray *values; // of SpilValue, owned
} SpilQueryText;

static void
clear_value (gpointer data)
{
  spil_value_clear (data);
}

static void
init_text (SpilQueryText *text)
{
  text->sql = g_string_new (NULL);
  text->values = g_array_new (FALSE, FALSE, sizeof (SpilValue));
  g_array_set_clear_func (text->values, clear_value);
}

static void
clear_text (SpilQueryText *text)
{
  g_string_free (text->sql, TRUE);
  g_array_unref (text->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilQueryText, clear_text)

// Appends a question mark that stands for @value, which it takes.
static void
append_value (SpilQueryText *text, SpilValue value)
{
  g_string_append_c (text->sql, '?');
  g_array_append_val (text->values, value);
}

static const char *
get_operator (SpilCompare compare)
{
  static const char *const operators[] = {
    [SPIL_COMPARE_EQUAL] = "=",    [SPIL_COMPARE_NOT_EQUAL] = "IS NOT", [SPIL_COMPARE_LESS] = "<",
    [SPIL_COMPARE_AT_MOST] = "<=", [SPIL_COMPARE_MORE] = ">",           [SPIL_COMPARE_AT_LEAST] = ">=",
  };

  g_assert (compare < G_N_ELEMENTS (operators));
  return operators[compare];
}

static void
append_condition (SpilQueryText *text, const SpilQuery *query, const SpilCondition *condition)
{
  const SpilField *field = spil_entity_field (query->entity, condition->field);
  gboolean equal = condition->compare == SPIL_COMPARE_EQUAL;

  // The index is on the folded text; what is equal is equal when folded.
  if (equal && spil_schema_has_fold (field) && condition->value.kind == SPIL_VALUE_TEXT) {
    SpilValue folded = { .kind = SPIL_VALUE_TEXT, .text = spil_text_fold (condition->value.text) };

    g_string_append_printf (text->sql, " AND t.\"%s_fold\" = ", field->name);
    append_value (text, folded);
  }
  g_string_append_printf (
      text->sql, " AND t.\"%s\" %s ", field->name,
      equal && condition->value.kind == SPIL_VALUE_NULL ? "IS" : get_operator (condition->compare));
  append_value (text, spil_value_copy (&condition->value));
}

static gboolean
names_programme (const SpilQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    if (g_array_index (query->conditions, SpilCondition, i).field == SPIL_FIELD_PROGRAMME)
      return TRUE;
  return FALSE;
}

static void
append_programme (SpilStore *store, SpilQueryText *text, const SpilQuery *query)
{
  SpilId programme;

  if (query->entity->number == SPIL_ENTITY_PROGRAMME || names_programme (query))
    return;
  programme = spil_store_get_programme (store);
  g_string_append (text->sql, " AND t.programme = ");
  append_value (text, spil_value_id (programme));
}

static void
append_from (SpilStore *store, SpilQueryText *text, const SpilQuery *query)
{
  const char *name = query->entity->name;

  if (query->search != NULL && spil_schema_has_search (query->entity)) {
    g_string_append_printf (
        text->sql,
        " FROM \"search_%s\" AS s JOIN \"%s\" AS t ON t.row = s.rowid WHERE s.\"search_%s\" MATCH ", name,
        name, name);
    append_value (text, spil_value_text (query->search));
    g_string_append (text->sql, " AND t.dead = 0");
  } else {
    g_string_append_printf (text->sql, " FROM \"%s\" AS t WHERE t.dead = 0", name);
    if (query->search != NULL)
      g_string_append (text->sql, " AND FALSE");
  }
  append_programme (store, text, query);
  for (guint i = 0; i < query->conditions->len; i++)
    append_condition (text, query, &g_array_index (query->conditions, SpilCondition, i));
}

static void
append_sort (SpilQueryText *text, const SpilQuery *query, int number, gboolean descending)
{
  const SpilField *field = spil_entity_field (query->entity, number);
  const char *direction = descending ? " DESC" : "";

  if (spil_schema_has_fold (field))
    g_string_append_printf (text->sql, " t.\"%s_fold\"%s,", field->name, direction);
  else if (field->type == SPIL_TYPE_TEXT)
    g_string_append_printf (text->sql, " spil_fold (t.\"%s\")%s,", field->name, direction);
  else
    g_string_append_printf (text->sql, " t.\"%s\"%s,", field->name, direction);
}

// The order key, the number, the date (newest first) or the title: by what the rows of the entity are known.
static void
append_usual_sort (SpilQueryText *text, const SpilQuery *query)
{
  const SpilEntity *entity = query->entity;
  const SpilField *date = spil_schema_date_field (entity);
  const SpilField *number = spil_entity_field_by_name (entity, "number");

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_ORDER) {
      append_sort (text, query, i, FALSE);
      return;
    }
  if (number != NULL && number->type == SPIL_TYPE_INTEGER)
    append_sort (text, query, number->number, FALSE);
  else if (date != NULL)
    append_sort (text, query, date->number, TRUE);
  else if (entity->title != 0)
    append_sort (text, query, entity->title, FALSE);
}

static gboolean
ends_descending (const SpilQuery *query)
{
  if (query->sorts->len > 0)
    return g_array_index (query->sorts, SpilSort, query->sorts->len - 1).descending;
  return spil_schema_date_field (query->entity) != NULL;
}

static void
append_order (SpilQueryText *text, const SpilQuery *query)
{
  g_string_append (text->sql, " ORDER BY");
  if (query->by_age) {
    g_string_append (text->sql, " t.row");
    return;
  }
  if (query->sorts->len == 0 && query->search != NULL) {
    // Newest first is the one order in which a search need not find all before it can show some.
    g_string_append (text->sql, " s.rowid DESC");
    return;
  }
  for (guint i = 0; i < query->sorts->len; i++) {
    const SpilSort *sort = &g_array_index (query->sorts, SpilSort, i);

    append_sort (text, query, sort->field, sort->descending);
  }
  if (query->sorts->len == 0)
    append_usual_sort (text, query);
  // In the direction of the last, so that an index serves both.
  g_string_append (text->sql, ends_descending (query) ? " t.row DESC" : " t.row");
}

static SpilStatement *
take (SpilStore *store, const SpilQueryText *text, GError **error)
{
  SpilStatement *statement = spil_connection_take (store->connection, text->sql->str, error);

  for (guint i = 0; statement != NULL && i < text->values->len; i++)
    spil_statement_bind_value (statement, (int) i + 1, &g_array_index (text->values, SpilValue, i));
  return statement;
}

gboolean
spil_store_each (SpilStore *self, SpilQuery *query, SpilRecordFunc func, gpointer user_data, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL && func != NULL, FALSE);

  init_text (&text);
  g_string_append (text.sql, "SELECT t.id");
  spil_row_append_columns (text.sql, query->entity, "t");
  append_from (self, &text, query);
  append_order (&text, query);
  g_string_append (text.sql, " LIMIT ");
  append_value (&text, spil_value_integer (query->limit > 0 ? query->limit : -1));
  g_string_append (text.sql, " OFFSET ");
  append_value (&text, spil_value_integer (query->offset));

  statement = take (self, &text, error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    g_autoptr (SpilRecord) record = spil_row_to_record (statement, query->entity, 0);

    if (!func (record, user_data, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
on_record_read_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, g_object_ref (record));
  return TRUE;
}

GPtrArray *
spil_store_list (SpilStore *self, SpilQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  return spil_store_each (self, query, on_record_read_cb, records, error) ? g_steal_pointer (&records) : NULL;
}

gboolean
spil_store_count (SpilStore *self, SpilQuery *query, int64_t *count, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL && count != NULL, FALSE);

  init_text (&text);
  g_string_append (text.sql, "SELECT count(*)");
  append_from (self, &text, query);
  statement = take (self, &text, error);
  if (statement == NULL || spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *count = spil_statement_get_integer (statement, 0);
  return TRUE;
}
