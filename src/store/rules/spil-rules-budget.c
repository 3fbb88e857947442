// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Versions of the budget: built up line by line until they sum to their total, then fixed; a proposal is free until it is decided.
#include <glib/gi18n-lib.h>

#include "spil-budget-query.h"
#include "spil-read.h"
#include "spil-reallocation-rule.h"
#include "spil-rules.h"

static int64_t
get_line_amount (SpilRecord *record, const SpilId *version)
{
  if (record == NULL || spil_record_get_boolean (record, SPIL_BUDGET_LINE_PM) ||
      spil_record_get_boolean (record, SPIL_BUDGET_LINE_OUTSIDE) ||
      !spil_id_equal (spil_record_get_reference (record, SPIL_BUDGET_LINE_VERSION), *version))
    return 0;
  return spil_record_get_integer (record, SPIL_BUDGET_LINE_AMOUNT);
}

static gboolean
is_proposal (SpilRecord *version)
{
  return spil_record_get_boolean (version, SPIL_BUDGET_VERSION_PROPOSAL) &&
         spil_record_is_null (version, SPIL_BUDGET_VERSION_DATE);
}

static gboolean
take_number (SpilStatement *row, gpointer user_data)
{
  *(int64_t *) user_data = spil_statement_get_integer (row, 0);
  return FALSE;
}

// Bookings count for the number of their line, so that each number is there once.
static gboolean
check_numbers (SpilStore *store, SpilRecord *version, GError **error)
{
  static const char sql[] = "SELECT number FROM budget_line WHERE dead = 0 AND version = ?2"
                            " GROUP BY number HAVING count (*) > 1 ORDER BY number LIMIT 1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (spil_record_get_id (version)) };
  int64_t number = -1;

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_number, &number, error))
    return FALSE;
  return number < 0 ||
         spil_rule_refuse (
             g_strdup_printf (_ ("Budget “%s” has a line %d already. Give this line another number."),
                              spil_record_get_title (version), (int) number),
             error);
}

static gboolean
changes_amount (const SpilRuledRow *row)
{
  static const int fields[] = { SPIL_BUDGET_LINE_VERSION, SPIL_BUDGET_LINE_NUMBER, SPIL_BUDGET_LINE_AMOUNT,
                                SPIL_BUDGET_LINE_PM,      SPIL_BUDGET_LINE_VAT,    SPIL_BUDGET_LINE_OUTSIDE };

  if (row->before == NULL || row->after == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (spil_record_get_integer (row->before, fields[i]) != spil_record_get_integer (row->after, fields[i]) ||
        !spil_id_equal (spil_record_get_reference (row->before, fields[i]),
                        spil_record_get_reference (row->after, fields[i])))
      return TRUE;
  return FALSE;
}

// What was decided and sums to its total stays as it was decided.
static gboolean
check_fixed (GPtrArray *rows, SpilRecord *version, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (changes_amount (row) &&
        spil_id_equal (spil_record_get_reference (row->before, SPIL_BUDGET_LINE_VERSION),
                       spil_record_get_id (version)))
      return spil_rule_refuse (
          g_strdup_printf (
              _ ("Budget “%s” was decided, so its lines keep their amounts. Move money between lines with a "
                 "new version of the budget."),
              spil_record_get_title (version)),
          error);
  }
  return TRUE;
}

/*
 * A version may be built up line by line, so less than its total is no fault yet while it is written; but it is
 * never more than the total, and what was right stays so.
 */
static gboolean
check_lines (SpilStore *store, GPtrArray *rows, SpilRecord *version, GError **error)
{
  SpilId id = spil_record_get_id (version);
  g_autoptr (GPtrArray) lines = spil_budget_query_lines (store, id, SPIL_DAY_NONE, error);
  SpilBudgetCheck check;
  int64_t before;

  if (lines == NULL)
    return FALSE;
  check = spil_budget_check_version (
      lines, spil_record_get_money (version, SPIL_BUDGET_VERSION_TOTAL, SPIL_BUDGET_VERSION_VAT));
  before = check.difference.cents;
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    before -= get_line_amount (row->after, &id) - get_line_amount (row->before, &id);
  }
  if (!check.matches && (check.n_other_vat > 0 || check.difference.cents > 0 || before == 0))
    return spil_rule_refuse (spil_budget_check_dup_sentence (&check, spil_record_get_title (version)), error);
  return before != 0 || check_fixed (rows, version, error);
}

gboolean
spil_rule_budget_lines (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  g_autoptr (GArray) versions = NULL;

  if (at_rest)
    return TRUE;
  versions = spil_rule_collect (rows, SPIL_BUDGET_LINE_VERSION);
  for (guint i = 0; i < versions->len; i++) {
    g_autoptr (SpilRecord) version = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION),
                                                     g_array_index (versions, SpilId, i), error);

    if (version == NULL || !check_numbers (store, version, error) ||
        (!is_proposal (version) && !check_lines (store, rows, version, error)))
      return FALSE;
  }
  return TRUE;
}

/* A line of a version beside the same one of the version that it changes; the names stay owned by the figures. */
static SpilReallocationRow
make_row (const SpilBudgetLineFigures *before, const SpilBudgetLineFigures *after)
{
  const SpilBudgetLineFigures *line = after != NULL ? after : before;
  SpilMoney nothing = spil_money (0, line->budget.vat);

  return (SpilReallocationRow) {
    .line = line->id,
    .number = line->number,
    .name = line->name,
    .pm = line->pm,
    .outside = line->outside,
    .before = before != NULL ? before->budget : nothing,
    .after = after != NULL ? after->budget : nothing,
    .used = spil_budget_line_get_used (line),
  };
}

static const SpilBudgetLineFigures *
find_number (GPtrArray *lines, int number)
{
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);

    if (line->number == number)
      return line;
  }
  return NULL;
}

// No line of a version in force is lowered under what is spent and committed on it, nor left out with something on it.
static gboolean
check_lowered (SpilStore *store, GPtrArray *lines, SpilId replaced, GError **error)
{
  g_autoptr (GPtrArray) before = spil_budget_query_lines (store, replaced, SPIL_DAY_NONE, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilReallocationRow));
  SpilReallocation judged;

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);
    SpilReallocationRow row = make_row (find_number (before, line->number), line);

    g_array_append_val (rows, row);
  }
  for (guint i = 0; i < before->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (before, i);
    SpilReallocationRow row = make_row (line, NULL);

    if (find_number (lines, line->number) == NULL)
      g_array_append_val (rows, row);
  }
  judged = spil_reallocation_judge ((const SpilReallocationRow *) (gpointer) rows->data, rows->len);
  return judged.below < 0 ||
         spil_rule_refuse (
             spil_reallocation_dup_sentence (&judged, (const SpilReallocationRow *) (gpointer) rows->data),
             error);
}

static gboolean
check_decided (SpilStore *store, const SpilRuledRow *row, GError **error)
{
  SpilRecord *version = row->after;
  SpilId replaced = spil_record_get_reference (version, SPIL_BUDGET_VERSION_REPLACES);
  gboolean decided = row->before != NULL && is_proposal (row->before) && !is_proposal (version);
  gboolean in_force = decided || (row->before == NULL && !is_proposal (version));
  g_autoptr (GPtrArray) lines = NULL;
  SpilBudgetCheck check;

  if (!in_force)
    return TRUE;
  lines = spil_budget_query_lines (store, spil_record_get_id (version), SPIL_DAY_NONE, error);
  if (lines == NULL)
    return FALSE;
  check = spil_budget_check_version (
      lines, spil_record_get_money (version, SPIL_BUDGET_VERSION_TOTAL, SPIL_BUDGET_VERSION_VAT));
  if (decided && !check.matches)
    return spil_rule_refuse (spil_budget_check_dup_sentence (&check, spil_record_get_title (version)), error);
  // One that is added in force may still be built up.
  return !check.matches || spil_id_is_nil (replaced) || check_lowered (store, lines, replaced, error);
}

static gboolean
is_lapsed (SpilRecord *version)
{
  return version != NULL && !spil_record_is_null (version, SPIL_BUDGET_VERSION_DATE) &&
         !spil_record_is_null (version, SPIL_BUDGET_VERSION_WITHDRAWN);
}

// A decision stands, except where two laptops decided on changes of the same version: then one of them is let lapse.
static gboolean
check_lapsed (SpilStore *store, const SpilRuledRow *row, GError **error)
{
  g_autoptr (GPtrArray) rivals = NULL;
  g_autofree char *name = NULL;

  if (!is_lapsed (row->after) || is_lapsed (row->before))
    return TRUE;
  rivals = spil_budget_query_rivals (store, spil_record_get_id (row->after), error);
  if (rivals == NULL || (rivals->len > 0 && row->before != NULL &&
                         spil_record_is_null (row->before, SPIL_BUDGET_VERSION_WITHDRAWN)))
    return rivals != NULL;
  name = spil_store_name_row (row->after);
  return spil_rule_refuse (
      g_strdup_printf (
          "%s: %s", name,
          _ ("this budget was decided, so it cannot be withdrawn; change it with a new version.")),
      error);
}

gboolean
spil_rule_budget_versions (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; !at_rest && i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->after != NULL && (!check_decided (store, row, error) || !check_lapsed (store, row, error)))
      return FALSE;
  }
  return TRUE;
}
