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

// How the words of a query are looked for.
typedef enum
{
  SEARCH_NOT,
  SEARCH_FIRST, // find the rows with the words, then sort them: when these are few, or wanted newest first
  SEARCH_LATER, // go through the rows in the order of an index, and see which have the words: when these are many
} SpilSearchPlan;

// From this many rows on, going through an index is faster than sorting.
#define MANY_ROWS 1000

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
  if (text->sql != NULL)
    g_string_free (g_steal_pointer (&text->sql), TRUE);
  g_clear_pointer (&text->values, g_array_unref);
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

// Whether the query asks for what refers to one row: then the index on that reference serves best.
static gboolean
names_reference (const SpilQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++) {
    const SpilCondition *condition = &g_array_index (query->conditions, SpilCondition, i);

    if (condition->compare == SPIL_COMPARE_EQUAL && condition->value.kind == SPIL_VALUE_ID)
      return TRUE;
  }
  return FALSE;
}

// The plus keeps SQLite from an index that begins with the programme, where another finds fewer rows: it has no statistics.
static void
append_programme (SpilStore *store, SpilQueryText *text, const SpilQuery *query)
{
  SpilId programme;

  if (query->entity->number == SPIL_ENTITY_PROGRAMME || names_programme (query))
    return;
  programme = spil_store_get_programme (store);
  g_string_append_printf (text->sql, " AND %st.programme = ", names_reference (query) ? "+" : "");
  append_value (text, spil_value_id (programme));
}

static gboolean
is_searched (const SpilQuery *query)
{
  return query->search != NULL && spil_schema_has_search (query->entity);
}

static void
append_match (SpilQueryText *text, const SpilQuery *query)
{
  g_string_append_printf (text->sql, "\"search_%s\" MATCH ", query->entity->name);
  append_value (text, spil_value_text (query->search));
}

// Where the rows come from. CROSS JOIN has SQLite go through what the words are found in first.
static void
append_from (SpilStore *store, SpilQueryText *text, const SpilQuery *query, SpilSearchPlan plan)
{
  const char *name = query->entity->name;

  if (plan == SEARCH_FIRST) {
    g_string_append_printf (
        text->sql, " FROM \"search_%s\" AS s CROSS JOIN \"%s\" AS t ON t.row = s.rowid WHERE ", name, name);
    append_match (text, query);
    g_string_append (text->sql, " AND t.dead = 0");
  } else {
    g_string_append_printf (text->sql, " FROM \"%s\" AS t WHERE t.dead = 0", name);
  }
  append_programme (store, text, query);
  for (guint i = 0; i < query->conditions->len; i++)
    append_condition (text, query, &g_array_index (query->conditions, SpilCondition, i));
  if (plan == SEARCH_LATER) {
    g_string_append_printf (text->sql, " AND +t.row IN (SELECT rowid FROM \"search_%s\" WHERE ", name);
    append_match (text, query);
    g_string_append_c (text->sql, ')');
  }
  // Words that are looked for where none are kept are not found.
  if (query->search != NULL && plan == SEARCH_NOT)
    g_string_append (text->sql, " AND FALSE");
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

static gboolean
append_sorts (SpilQueryText *text, const SpilQuery *query)
{
  gboolean descending = FALSE;

  for (guint i = 0; i < query->sorts->len; i++) {
    const SpilSort *sort = &g_array_index (query->sorts, SpilSort, i);

    append_sort (text, query, sort->field, sort->descending);
    descending = sort->descending;
  }
  return descending;
}

// The order key, the number, the date (newest first) or the title: by what the rows of the entity are known.
static gboolean
append_usual_sort (SpilQueryText *text, const SpilQuery *query)
{
  const SpilEntity *entity = query->entity;
  const SpilField *date = spil_schema_date_field (entity);
  const SpilField *number = spil_entity_field_by_name (entity, "number");

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_ORDER) {
      append_sort (text, query, i, FALSE);
      return FALSE;
    }
  if (number != NULL && number->type == SPIL_TYPE_INTEGER)
    append_sort (text, query, number->number, FALSE);
  else if (date != NULL)
    append_sort (text, query, date->number, TRUE);
  else if (entity->title != 0)
    append_sort (text, query, entity->title, FALSE);
  return number == NULL && date != NULL;
}

static void
append_order (SpilQueryText *text, const SpilQuery *query)
{
  gboolean descending;

  g_string_append (text->sql, " ORDER BY");
  if (query->sorts->len == 0 && is_searched (query)) {
    // Newest first is the one order in which a search need not find all before it can show some.
    g_string_append (text->sql, " s.rowid DESC");
    return;
  }
  descending = query->sorts->len == 0 ? append_usual_sort (text, query) : append_sorts (text, query);
  // In the direction of the last, so that an index serves both.
  g_string_append (text->sql, descending ? " t.row DESC" : " t.row");
}

static SpilStatement *
take (SpilStore *store, const SpilQueryText *text, GError **error)
{
  SpilStatement *statement = spil_connection_take (store->connection, text->sql->str, error);

  for (guint i = 0; statement != NULL && i < text->values->len; i++)
    spil_statement_bind_value (statement, (int) i + 1, &g_array_index (text->values, SpilValue, i));
  return statement;
}

static gboolean
read_count (SpilStore *store, const SpilQueryText *text, int64_t *count, GError **error)
{
  g_autoptr (SpilStatement) statement = take (store, text, error);

  if (statement == NULL || spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *count = spil_statement_get_integer (statement, 0);
  return TRUE;
}

// How many rows of all programmes have the words, counted no further than @most (-1: to the end).
static gboolean
count_found (SpilStore *store, const SpilQuery *query, int64_t most, int64_t *count, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };

  init_text (&text);
  g_string_append_printf (text.sql, "SELECT count(*) FROM (SELECT 1 FROM \"search_%s\" WHERE ",
                          query->entity->name);
  append_match (&text, query);
  g_string_append (text.sql, " LIMIT ");
  append_value (&text, spil_value_integer (most));
  g_string_append_c (text.sql, ')');
  return read_count (store, &text, count, error);
}

static gboolean
choose_plan (SpilStore *store, const SpilQuery *query, SpilSearchPlan *plan, GError **error)
{
  const SpilField *field;
  int64_t count;

  *plan = is_searched (query) ? SEARCH_FIRST : SEARCH_NOT;
  if (*plan == SEARCH_NOT || query->sorts->len == 0 || names_reference (query))
    return TRUE;
  field = spil_entity_field (query->entity, g_array_index (query->sorts, SpilSort, 0).field);
  if ((field->flags & SPIL_FIELD_INDEX) == 0 || field->type == SPIL_TYPE_REFERENCE)
    return TRUE;
  if (!count_found (store, query, MANY_ROWS, &count, error))
    return FALSE;
  if (count == MANY_ROWS)
    *plan = SEARCH_LATER;
  return TRUE;
}

GPtrArray *
spil_store_list (SpilStore *self, SpilQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (SpilStatement) statement = NULL;
  SpilSearchPlan plan;
  SpilStep step;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL, NULL);

  init_text (&text);
  if (!choose_plan (self, query, &plan, error))
    return NULL;
  g_string_append (text.sql, "SELECT t.id");
  spil_row_append_columns (text.sql, query->entity, "t");
  append_from (self, &text, query, plan);
  append_order (&text, query);
  g_string_append (text.sql, " LIMIT ");
  append_value (&text, spil_value_integer (query->limit > 0 ? query->limit : -1));
  g_string_append (text.sql, " OFFSET ");
  append_value (&text, spil_value_integer (query->offset));

  statement = take (self, &text, error);
  if (statement == NULL)
    return NULL;
  records = g_ptr_array_new_with_free_func (g_object_unref);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_ptr_array_add (records, spil_row_to_record (statement, query->entity, 0));
  return step == SPIL_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

gboolean
spil_store_count (SpilStore *self, SpilQuery *query, int64_t *count, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  int64_t n_programmes;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL && count != NULL, FALSE);

  if (!spil_connection_read_integer (self->connection, "SELECT count(*) FROM programme WHERE dead = 0",
                                     &n_programmes, error))
    return FALSE;
  // What is found in the one programme there is needs no look at the rows.
  if (is_searched (query) && query->conditions->len == 0 && n_programmes == 1)
    return count_found (self, query, -1, count, error);
  init_text (&text);
  g_string_append (text.sql, "SELECT count(*)");
  append_from (self, &text, query, is_searched (query) ? SEARCH_FIRST : SEARCH_NOT);
  return read_count (self, &text, count, error);
}
