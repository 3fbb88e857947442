// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-query-text.h"
#include "spil-store-private.h"

// From this many rows on, going through an index is faster than sorting.
#define MANY_ROWS 1000

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

  spil_query_text_init (&text);
  g_string_append_printf (text.sql, "SELECT count(*) FROM (SELECT 1 FROM \"search_%s\" WHERE ",
                          query->entity->name);
  spil_query_text_append_match (&text, query);
  g_string_append (text.sql, " LIMIT ");
  spil_query_text_append_value (&text, spil_value_integer (most));
  g_string_append_c (text.sql, ')');
  return read_count (store, &text, count, error);
}

static gboolean
choose_plan (SpilStore *store, const SpilQuery *query, SpilSearchPlan *plan, GError **error)
{
  const SpilField *field;
  int64_t count;

  *plan = spil_query_is_searched (query) ? SPIL_SEARCH_FIRST : SPIL_SEARCH_NOT;
  if (*plan == SPIL_SEARCH_NOT || query->sorts->len == 0 || query->by_age ||
      spil_query_names_reference (query))
    return TRUE;
  field = spil_entity_field (query->entity, g_array_index (query->sorts, SpilSort, 0).field);
  if ((field->flags & SPIL_FIELD_INDEX) == 0 || field->type == SPIL_TYPE_REFERENCE)
    return TRUE;
  if (!count_found (store, query, MANY_ROWS, &count, error))
    return FALSE;
  if (count == MANY_ROWS)
    *plan = SPIL_SEARCH_LATER;
  return TRUE;
}

gboolean
spil_store_each (SpilStore *self, SpilQuery *query, SpilRecordFunc func, gpointer user_data, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;
  SpilSearchPlan plan;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL && func != NULL, FALSE);

  spil_query_text_init (&text);
  if (!choose_plan (self, query, &plan, error))
    return FALSE;
  g_string_append (text.sql, "SELECT t.id");
  spil_row_append_columns (text.sql, query->entity, "t");
  spil_query_text_append_from (self, &text, query, plan);
  spil_query_text_append_order (&text, query);
  g_string_append (text.sql, " LIMIT ");
  spil_query_text_append_value (&text, spil_value_integer (query->limit > 0 ? query->limit : -1));
  g_string_append (text.sql, " OFFSET ");
  spil_query_text_append_value (&text, spil_value_integer (query->offset));

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
  int64_t n_programmes;

  spil_store_assert_thread (self);
  g_return_val_if_fail (query != NULL && count != NULL, FALSE);

  if (!spil_connection_read_integer (self->connection, "SELECT count(*) FROM programme WHERE dead = 0",
                                     &n_programmes, error))
    return FALSE;
  // What is found in the one programme there is needs no look at the rows.
  if (spil_query_is_searched (query) && query->conditions->len == 0 && n_programmes == 1)
    return count_found (self, query, -1, count, error);
  spil_query_text_init (&text);
  g_string_append (text.sql, "SELECT count(*)");
  spil_query_text_append_from (self, &text, query,
                               spil_query_is_searched (query) ? SPIL_SEARCH_FIRST : SPIL_SEARCH_NOT);
  return read_count (self, &text, count, error);
}
