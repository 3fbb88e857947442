// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-query.h"

#include <string.h>

#include "spil-audit-line.h"
#include "spil-audit-words.h"
#include "spil-query-text.h"
#include "spil-statement.h"
#include "spil-store-private.h"
#include "spil-text.h"

SpilAuditFilter *
spil_audit_filter_copy (const SpilAuditFilter *filter)
{
  SpilAuditFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->actor = g_strdup (filter->actor);
  copy->action = g_strdup (filter->action);
  copy->text = g_strdup (filter->text);
  return copy;
}

void
spil_audit_filter_free (SpilAuditFilter *filter)
{
  g_free ((char *) filter->actor);
  g_free ((char *) filter->action);
  g_free ((char *) filter->text);
  g_free (filter);
}

static SpilStatement *
take (SpilStore *store, const SpilQueryText *text, GError **error)
{
  SpilStatement *statement = spil_connection_take (store->connection, text->sql->str, error);

  for (guint i = 0; statement != NULL && i < text->values->len; i++)
    spil_statement_bind_value (statement, (int) i + 1, &g_array_index (text->values, SpilValue, i));
  return statement;
}

/* Which lines */

static void
append_word (SpilAuditPlace place, const char *code, gpointer user_data)
{
  static const char *const conditions[] = {
    [SPIL_AUDIT_ACTION] = " OR action = ",
    [SPIL_AUDIT_OBJECT] = " OR instr (', ' || object || ' ', ', ' || ",
    [SPIL_AUDIT_KIND] = " OR instr (object, ",
  };
  static const char *const ends[] = {
    [SPIL_AUDIT_ACTION] = "",
    [SPIL_AUDIT_OBJECT] = " || ' ')",
    [SPIL_AUDIT_KIND] = ")",
  };
  SpilQueryText *text = user_data;

  g_string_append (text->sql, conditions[place]);
  spil_query_text_append_value (text, spil_value_text (code));
  g_string_append (text->sql, ends[place]);
}

static GPtrArray *
read_distinct (SpilStore *store, const char *sql, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (store->connection, sql, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    const char *text = spil_statement_get_text (statement, 0);

    g_ptr_array_add (texts, g_strdup (text != NULL ? text : ""));
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

static GPtrArray *
read_actors (SpilStore *store, GError **error)
{
  return read_distinct (store, "SELECT DISTINCT actor FROM audit ORDER BY actor COLLATE NOCASE", error);
}

// People type what they read; the lines hold words and numbers. So each word typed is turned into those words.
static gboolean
append_text (SpilQueryText *text, SpilStore *store, const char *typed, GError **error)
{
  g_autofree char *folded = spil_text_fold (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) actors = read_actors (store, error);

  for (gsize i = 0; actors != NULL && words[i] != NULL; i++) {
    if (words[i][0] == '\0')
      continue;
    g_string_append (text->sql, " AND (FALSE");
    spil_audit_find_words (words[i], append_word, text);
    for (guint j = 0; j < actors->len; j++) {
      g_autofree char *actor = spil_text_fold (actors->pdata[j]);

      if (strstr (actor, words[i]) == NULL)
        continue;
      g_string_append (text->sql, " OR actor = ");
      spil_query_text_append_value (text, spil_value_text (actors->pdata[j]));
    }
    g_string_append_c (text->sql, ')');
  }
  return actors != NULL;
}

static void
append_time (SpilQueryText *text, const char *condition, SpilDay day)
{
  if (!spil_day_is_known (day))
    return;
  g_string_append (text->sql, condition);
  spil_query_text_append_value (text, spil_value_integer (spil_time_from_day (day, 0, 0).ms));
}

static void
append_equal (SpilQueryText *text, const char *condition, const char *value)
{
  if (value == NULL)
    return;
  g_string_append (text->sql, condition);
  spil_query_text_append_value (text, spil_value_text (value));
}

static gboolean
append_where (SpilQueryText *text, SpilStore *store, const SpilAuditFilter *filter, GError **error)
{
  g_string_append (text->sql, " FROM audit WHERE TRUE");
  append_time (text, " AND time >= ", filter->first);
  append_time (text, " AND time < ", spil_day_add (filter->last, 1));
  append_equal (text, " AND actor = ", filter->actor);
  append_equal (text, " AND action = ", filter->action);
  return filter->text == NULL || append_text (text, store, filter->text, error);
}

/* Reading */

gboolean
spil_audit_count (SpilStore *store, const SpilAuditFilter *filter, int64_t *count, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (SpilStatement) statement = NULL;

  spil_store_assert_thread (store);
  spil_query_text_init (&text);
  g_string_append (text.sql, "SELECT count(*)");
  if (!append_where (&text, store, filter, error))
    return FALSE;
  statement = take (store, &text, error);
  if (statement == NULL || spil_statement_step (statement, error) != SPIL_STEP_ROW)
    return FALSE;
  *count = spil_statement_get_integer (statement, 0);
  return TRUE;
}

static void
line_free (gpointer data)
{
  SpilAuditLine *line = data;

  g_free ((char *) line->actor);
  g_free ((char *) line->action);
  g_free ((char *) line->object);
  g_free ((char *) line->result);
  g_free (line);
}

static SpilAuditLine *
line_copy (const SpilAuditLine *line)
{
  SpilAuditLine *copy = g_memdup2 (line, sizeof *line);

  copy->actor = g_strdup (line->actor);
  copy->action = g_strdup (line->action);
  copy->object = g_strdup (line->object);
  copy->result = g_strdup (line->result);
  return copy;
}

static gboolean
each (SpilStore *store, const SpilQueryText *text, SpilAuditFunc func, gpointer user_data, GError **error)
{
  g_autoptr (SpilStatement) statement = take (store, text, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilAuditLine line;

    spil_audit_line_read (statement, &line);
    if (!func (&line, user_data, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE;
}

static gboolean
on_line_read_cb (const SpilAuditLine *line, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, line_copy (line));
  return TRUE;
}

GPtrArray *
spil_audit_list (SpilStore *store, const SpilAuditFilter *filter, int64_t offset, int limit, GError **error)
{
  g_auto (SpilQueryText) text = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  spil_store_assert_thread (store);
  spil_query_text_init (&text);
  // Only the numbers are passed over, not the lines with what they hold.
  g_string_append (text.sql, "SELECT " SPIL_AUDIT_COLUMNS " FROM audit WHERE n IN (SELECT n");
  if (!append_where (&text, store, filter, error))
    return NULL;
  g_string_append (text.sql, " ORDER BY n DESC LIMIT ");
  spil_query_text_append_value (&text, spil_value_integer (limit));
  g_string_append (text.sql, " OFFSET ");
  spil_query_text_append_value (&text, spil_value_integer (offset));
  g_string_append (text.sql, ") ORDER BY n DESC");
  return each (store, &text, on_line_read_cb, lines, error) ? g_steal_pointer (&lines) : NULL;
}

gboolean
spil_audit_each (SpilStore *store, const SpilAuditFilter *filter, SpilAuditFunc func, gpointer user_data,
                 GError **error)
{
  g_auto (SpilQueryText) text = { 0 };

  spil_store_assert_thread (store);
  spil_query_text_init (&text);
  g_string_append (text.sql, "SELECT " SPIL_AUDIT_COLUMNS);
  if (!append_where (&text, store, filter, error))
    return FALSE;
  g_string_append (text.sql, " ORDER BY n");
  return each (store, &text, func, user_data, error);
}

/* What there is */

void
spil_audit_facts_free (SpilAuditFacts *facts)
{
  g_clear_pointer (&facts->actors, g_ptr_array_unref);
  g_clear_pointer (&facts->actions, g_ptr_array_unref);
  g_free (facts);
}

SpilAuditFacts *
spil_audit_facts (SpilStore *store, GError **error)
{
  g_autoptr (SpilAuditFacts) facts = g_new0 (SpilAuditFacts, 1);

  spil_store_assert_thread (store);
  if (!spil_connection_read_integer (store->connection, "SELECT count(*) FROM audit", &facts->n, error) ||
      !spil_connection_read_integer (store->connection, "SELECT time FROM audit ORDER BY n LIMIT 1",
                                     &facts->first.ms, error) ||
      !spil_connection_read_integer (store->connection, "SELECT time FROM audit ORDER BY n DESC LIMIT 1",
                                     &facts->last.ms, error))
    return NULL;
  facts->actors = read_actors (store, error);
  facts->actions = facts->actors != NULL
                       ? read_distinct (store, "SELECT DISTINCT action FROM audit ORDER BY action", error)
                       : NULL;
  return facts->actions != NULL ? g_steal_pointer (&facts) : NULL;
}

char *
spil_audit_dup_hash (const SpilAuditLine *line)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; line->has_hash && i < SPIL_AUDIT_HASH_LENGTH; i++)
    g_string_append_printf (text, "%02x", line->hash[i]);
  return g_string_free_and_steal (text);
}
