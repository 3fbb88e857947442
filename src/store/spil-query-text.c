// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-query-text.h"

#include "spil-schema.h"
#include "spil-store-private.h"
#include "spil-text.h"

static void
clear_value (gpointer data)
{
  spil_value_clear (data);
}

void
spil_query_text_init (SpilQueryText *text)
{
  text->sql = g_string_new (NULL);
  text->values = g_array_new (FALSE, FALSE, sizeof (SpilValue));
  g_array_set_clear_func (text->values, clear_value);
}

void
spil_query_text_clear (SpilQueryText *text)
{
  if (text->sql != NULL)
    g_string_free (g_steal_pointer (&text->sql), TRUE);
  g_clear_pointer (&text->values, g_array_unref);
}

void
spil_query_text_append_value (SpilQueryText *text, SpilValue value)
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
    spil_query_text_append_value (text, folded);
  }
  g_string_append_printf (
      text->sql, " AND t.\"%s\" %s ", field->name,
      equal && condition->value.kind == SPIL_VALUE_NULL ? "IS" : get_operator (condition->compare));
  spil_query_text_append_value (text, spil_value_copy (&condition->value));
}

static gboolean
names_programme (const SpilQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    if (g_array_index (query->conditions, SpilCondition, i).field == SPIL_FIELD_PROGRAMME)
      return TRUE;
  return FALSE;
}

gboolean
spil_query_names_reference (const SpilQuery *query)
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
  g_string_append_printf (
      text->sql, " AND %st.programme = ", spil_query_names_reference (query) || query->by_age ? "+" : "");
  spil_query_text_append_value (text, spil_value_id (programme));
}

gboolean
spil_query_is_searched (const SpilQuery *query)
{
  return query->search != NULL && spil_schema_has_search (query->entity);
}

void
spil_query_text_append_match (SpilQueryText *text, const SpilQuery *query)
{
  g_string_append_printf (text->sql, "\"search_%s\" MATCH ", query->entity->name);
  spil_query_text_append_value (text, spil_value_text (query->search));
}

// Where the rows come from. CROSS JOIN has SQLite go through what the words are found in first.
void
spil_query_text_append_from (SpilStore *store, SpilQueryText *text, const SpilQuery *query,
                             SpilSearchPlan plan)
{
  const char *name = query->entity->name;

  if (plan == SPIL_SEARCH_FIRST) {
    g_string_append_printf (
        text->sql, " FROM \"search_%s\" AS s CROSS JOIN \"%s\" AS t ON t.row = s.rowid WHERE ", name, name);
    spil_query_text_append_match (text, query);
    g_string_append (text->sql, " AND t.dead = 0");
  } else {
    g_string_append_printf (text->sql, " FROM \"%s\" AS t WHERE t.dead = 0", name);
  }
  append_programme (store, text, query);
  for (guint i = 0; i < query->conditions->len; i++)
    append_condition (text, query, &g_array_index (query->conditions, SpilCondition, i));
  if (query->heads && query->entity->number == SPIL_ENTITY_ORGANISATION)
    g_string_append (text->sql, " AND t.id NOT IN (SELECT organisation FROM merged)");
  if (plan == SPIL_SEARCH_LATER) {
    g_string_append_printf (text->sql, " AND +t.row IN (SELECT rowid FROM \"search_%s\" WHERE ", name);
    spil_query_text_append_match (text, query);
    g_string_append_c (text->sql, ')');
  }
  // Words that are looked for where none are kept are not found.
  if (query->search != NULL && plan == SPIL_SEARCH_NOT)
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

void
spil_query_text_append_order (SpilQueryText *text, const SpilQuery *query)
{
  gboolean descending;

  g_string_append (text->sql, " ORDER BY");
  if (query->by_age) {
    g_string_append (text->sql, spil_query_is_searched (query) ? " s.rowid" : " t.row");
    return;
  }
  if (query->sorts->len == 0 && spil_query_is_searched (query)) {
    // Newest first is the one order in which a search need not find all before it can show some.
    g_string_append (text->sql, " s.rowid DESC");
    return;
  }
  descending = query->sorts->len == 0 ? append_usual_sort (text, query) : append_sorts (text, query);
  // In the direction of the last, so that an index serves both.
  g_string_append (text->sql, descending ? " t.row DESC" : " t.row");
}
