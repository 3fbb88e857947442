// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-day.h"
#include "spil-entity.h"
#include "spil-erase-private.h"
#include "spil-privacy.h"
#include "spil-statement.h"
#include "spil-store-private.h"

// So many rows are erased in one transaction: many enough to be quick, few enough to be carried to others in one go.
#define STEP 2000

/** A retention period. */
typedef struct
{
  SpilId id;
  SpilId programme;
  int category;
  int months;
} Rule;

// Of every programme: the law knows no programmes.
static GArray *
read_rules (SpilStore *self, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      self->connection,
      "SELECT id, programme, category, months FROM retention_rule WHERE dead = 0 AND months > 0 ORDER BY row",
      error);
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  SpilStep step = SPIL_STEP_FAILED;

  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    Rule rule = {
      .id = spil_statement_get_id (statement, 0),
      .programme = spil_statement_get_id (statement, 1),
      .category = (int) spil_statement_get_integer (statement, 2),
      .months = (int) MIN (spil_statement_get_integer (statement, 3), 12 * 100),
    };

    g_array_append_val (rules, rule);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&rules) : NULL;
}

// The first day that has not been kept long enough.
static SpilDay
limit_of (int months)
{
  return spil_day_add_months (spil_day_today (), -months);
}

/* Persons */

// A hybrid time has sixteen bits of counter.
#define DATE_CAME_SQL "retention_date <= ?1"
#define KEPT_LONG_SQL                                                                                        \
  "retention_date IS NULL AND programme = ?1 AND born_time >> 16 < ?2 AND NOT EXISTS (SELECT 1"              \
  " FROM contact_person AS p JOIN contact AS c ON c.id = p.contact"                                          \
  " WHERE p.person = person.id AND p.dead = 0 AND c.dead = 0 AND c.time >= ?2)"

// The persons that @rule has kept long enough; NULL: those whose date has come. @columns: what is selected of them.
static SpilStatement *
take_persons (SpilStore *self, const char *columns, const Rule *rule, GError **error)
{
  // An erased person has no name any more.
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM person WHERE dead = 0 AND name <> '' AND %s ORDER BY retention_date, row", columns,
      rule == NULL ? DATE_CAME_SQL : KEPT_LONG_SQL);
  SpilStatement *statement = spil_connection_take (self->connection, sql, error);

  if (statement == NULL)
    return NULL;
  if (rule == NULL) {
    spil_statement_bind_integer (statement, 1, spil_day_today ().number);
  } else {
    spil_statement_bind_id (statement, 1, &rule->programme);
    spil_statement_bind_integer (statement, 2, spil_time_from_day (limit_of (rule->months), 0, 0).ms);
  }
  return statement;
}

// What is done with the persons of one rule.
typedef gboolean (*RuleFunc) (SpilStore *self, const Rule *rule, gpointer user_data, GError **error);

static gboolean
add_persons (SpilStore *self, const Rule *rule, gpointer user_data, GError **error)
{
  const SpilEntity *person = spil_entity (SPIL_ENTITY_PERSON);
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (SpilStatement) statement = NULL;
  SpilStep step = SPIL_STEP_FAILED;

  spil_row_append_columns (columns, person, NULL);
  statement = take_persons (self, columns->str, rule, error);
  while (statement != NULL && (step = spil_statement_step (statement, error)) == SPIL_STEP_ROW)
    g_ptr_array_add (user_data, spil_row_to_record (statement, person, 0));
  return step == SPIL_STEP_DONE;
}

static gboolean
count_persons (SpilStore *self, const Rule *rule, gpointer user_data, GError **error)
{
  g_autoptr (SpilStatement) statement = take_persons (self, "count (*)", rule, error);
  SpilStep step = statement != NULL ? spil_statement_step (statement, error) : SPIL_STEP_FAILED;

  if (step == SPIL_STEP_ROW)
    *(int64_t *) user_data += spil_statement_get_integer (statement, 0);
  return step != SPIL_STEP_FAILED;
}

static gboolean
for_each_person_rule (SpilStore *self, RuleFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GArray) rules = read_rules (self, error);

  if (rules == NULL || !func (self, NULL, user_data, error))
    return FALSE;
  for (guint i = 0; i < rules->len; i++) {
    const Rule *rule = &g_array_index (rules, Rule, i);

    if (rule->category == SPIL_RETENTION_CATEGORY_PERSONS && !func (self, rule, user_data, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
spil_store_due_for_erasure (SpilStore *self, GError **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);

  spil_store_assert_thread (self);
  return for_each_person_rule (self, add_persons, due, error) ? g_steal_pointer (&due) : NULL;
}

gboolean
spil_store_count_due_for_erasure (SpilStore *self, int64_t *count, GError **error)
{
  spil_store_assert_thread (self);
  *count = 0;
  return for_each_person_rule (self, count_persons, count, error);
}

/* What is erased together */

// ?1: the programme, ?2: the first day or time that stays, ?3: at most so many. The latest first: what is erased already lies before them.
static const char notes_sql[] =
    "SELECT c.id FROM contact AS c WHERE c.dead = 0 AND c.programme = ?1 AND c.time < ?2 AND length (c.key) > 0"
    " AND c.summary <> '' ORDER BY c.time DESC LIMIT ?3";
static const char participations_sql[] =
    "SELECT p.id FROM cohort AS c JOIN participation AS p ON p.cohort = c.id WHERE c.dead = 0 AND p.dead = 0"
    " AND c.programme = ?1 AND c.start < ?2 AND length (p.key) > 0 AND p.pseudonym <> '' LIMIT ?3";

// The rows of @category before @before, at most @limit, as SpilLinkRow.
static GArray *
find_kept (SpilStore *self, SpilId programme, int category, SpilDay before, int limit, GError **error)
{
  gboolean notes = category == SPIL_RETENTION_CATEGORY_NOTES;
  const SpilEntity *entity = spil_entity (notes ? SPIL_ENTITY_CONTACT : SPIL_ENTITY_PARTICIPATION);
  g_autoptr (SpilStatement)
      statement = spil_connection_take (self->connection, notes ? notes_sql : participations_sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilLinkRow));
  SpilStep step;

  if (statement == NULL)
    return NULL;
  spil_statement_bind_id (statement, 1, &programme);
  spil_statement_bind_integer (statement, 2, notes ? spil_time_from_day (before, 0, 0).ms : before.number);
  spil_statement_bind_integer (statement, 3, limit);
  while ((step = spil_statement_step (statement, error)) == SPIL_STEP_ROW) {
    SpilLinkRow row = { .entity = entity, .id = spil_statement_get_id (statement, 0) };

    g_array_append_val (rows, row);
  }
  return step == SPIL_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
is_total (const Rule *rule)
{
  return rule->category == SPIL_RETENTION_CATEGORY_NOTES ||
         rule->category == SPIL_RETENTION_CATEGORY_PARTICIPATIONS;
}

// @limit: of each; more need not be found.
static GPtrArray *
read_totals (SpilStore *self, int limit, GError **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rules = read_rules (self, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    const Rule *rule = &g_array_index (rules, Rule, i);
    SpilRetentionTotal total = {
      .rule = rule->id, .category = rule->category, .months = rule->months, .before = limit_of (rule->months)
    };
    g_autoptr (GArray) rows = NULL;

    if (!is_total (rule))
      continue;
    rows = find_kept (self, rule->programme, rule->category, total.before, limit, error);
    if (rows == NULL)
      return NULL;
    total.count = rows->len;
    if (rows->len > 0)
      g_ptr_array_add (totals, g_memdup2 (&total, sizeof total));
  }
  return rules != NULL ? g_steal_pointer (&totals) : NULL;
}

GPtrArray *
spil_store_retention_totals (SpilStore *self, GError **error)
{
  spil_store_assert_thread (self);
  return read_totals (self, SPIL_RETENTION_MAX_COUNT, error);
}

gboolean
spil_store_has_kept (SpilStore *self, gboolean *any, GError **error)
{
  g_autoptr (GPtrArray) totals = NULL;

  spil_store_assert_thread (self);
  totals = read_totals (self, 1, error);
  *any = totals != NULL && totals->len > 0;
  return totals != NULL;
}

static gboolean
find_programme (SpilStore *self, SpilId rule, SpilId *programme, GError **error)
{
  g_autoptr (GArray) rules = read_rules (self, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    const Rule *found = &g_array_index (rules, Rule, i);

    if (!spil_id_equal (found->id, rule))
      continue;
    *programme = found->programme;
    return TRUE;
  }
  if (rules != NULL)
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_RETENTION_RULE), &rule, error);
  return FALSE;
}

gboolean
spil_store_erase_kept (SpilStore *self, const SpilRetentionTotal *total, GCancellable *cancellable,
                       int64_t *count, GError **error)
{
  SpilId programme;

  *count = 0;
  if (!spil_store_may_erase (self, error) || !find_programme (self, total->rule, &programme, error))
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error)) {
    g_autoptr (GArray) rows = find_kept (self, programme, total->category, total->before, STEP, error);

    if (rows == NULL)
      return FALSE;
    if (rows->len == 0)
      return TRUE;
    if (!spil_store_erase_rows (self, rows, _ ("Kept long enough: personal data erased"), error))
      return FALSE;
    *count += rows->len;
  }
  return FALSE;
}

gboolean
spil_store_erase_note (SpilStore *self, SpilId contact, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilLinkRow));
  SpilLinkRow row = { .entity = spil_entity (SPIL_ENTITY_CONTACT), .id = contact };

  if (!spil_store_may_erase (self, error))
    return FALSE;
  g_array_append_val (rows, row);
  return spil_store_erase_rows (self, rows, _ ("Note erased"), error);
}
