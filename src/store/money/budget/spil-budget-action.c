// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-action.h"

#include "spil-booking-private.h"
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  *(SpilId *) user_data = spil_statement_get_id (row, 0);
  return FALSE;
}

gboolean
spil_budget_check_latest (SpilStore *store, SpilRecord *version, GError **error)
{
  static const char sql[] =
      "SELECT w.id FROM budget_version v JOIN budget_version w ON w.programme = v.programme AND w.year IS v.year"
      " AND w.dead = 0 AND w.withdrawn IS NULL AND w.date IS NOT NULL WHERE v.id = ?2"
      " ORDER BY w.date DESC, w.born_time DESC, w.id DESC LIMIT 1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (spil_record_get_id (version)) };
  g_autofree char *name = NULL;
  g_autofree char *latest_name = NULL;
  SpilId latest = spil_record_get_id (version);

  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, &latest, error))
    return FALSE;
  if (spil_id_equal (latest, spil_record_get_id (version)))
    return TRUE;
  name = spil_store_name_row (version);
  latest_name = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), latest);
  return spil_money_refuse (
      error, g_strdup_printf (
                 _ ("%s was changed since: “%s” is the budget now. Make a proposal that changes that one."),
                 name, latest_name));
}

static SpilRecord *
get_open (SpilStore *store, SpilId version, gboolean rivalled, GError **error)
{
  g_autoptr (SpilRecord)
      record = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), version, error);
  g_autofree char *name = record != NULL ? spil_store_name_row (record) : NULL;

  if (record == NULL)
    return NULL;
  if (!spil_record_is_null (record, SPIL_BUDGET_VERSION_DATE) && !rivalled)
    spil_money_refuse (error, g_strdup_printf (_ ("%s was decided already."), name));
  else if (!spil_record_is_null (record, SPIL_BUDGET_VERSION_WITHDRAWN))
    spil_money_refuse (error, g_strdup_printf (_ ("%s was withdrawn. Make a new proposal."), name));
  else
    return g_steal_pointer (&record);
  return NULL;
}

static SpilRecord *
get_proposal (SpilStore *store, SpilId version, GError **error)
{
  return get_open (store, version, FALSE, error);
}

/* The lines of a proposal beside those that it changes, with what is on them by now. */
static gboolean
gather (GArray *rows, GPtrArray *changes, GPtrArray *lines, GPtrArray *lines_before)
{
  g_autoptr (GHashTable) by_id = spil_index_rows (lines);
  g_autoptr (GHashTable) by_id_before = spil_index_rows (lines_before);

  for (guint i = 0; i < changes->len; i++) {
    const SpilBudgetChangeRow *change = changes->pdata[i];
    const SpilBudgetLineFigures *line = g_hash_table_lookup (change->only_before ? by_id_before : by_id,
                                                             &change->line);
    SpilReallocationRow row = { .line = change->line,
                                .number = change->number,
                                .name = change->name,
                                .pm = change->pm && !change->only_before,
                                .outside = change->outside,
                                .before = change->before,
                                .after = change->after };

    g_return_val_if_fail (line != NULL, FALSE);
    row.used = spil_budget_line_get_used (line);
    g_array_append_val (rows, row);
  }
  return TRUE;
}

/* Whether the version that a proposal changes is still the budget, and its lines can still be what it says. */
static gboolean
judge_again (SpilStore *store, SpilRecord *proposal, SpilRecord *base, SpilId decision, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilReallocationRow));
  g_autoptr (GPtrArray) changes = spil_budget_query_changes (store, spil_record_get_id (proposal), error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) lines_before = NULL;
  g_autofree char *sentence = NULL;
  const SpilReallocationRow *judged_rows;
  SpilReallocation judged;

  if (changes == NULL || !spil_budget_check_latest (store, base, error))
    return FALSE;
  lines = spil_budget_query_lines (store, spil_record_get_id (proposal), SPIL_DAY_NONE, error);
  lines_before = lines != NULL
                     ? spil_budget_query_lines (store, spil_record_get_id (base), SPIL_DAY_NONE, error)
                     : NULL;
  if (lines_before == NULL || !gather (rows, changes, lines, lines_before))
    return FALSE;
  judged_rows = (const SpilReallocationRow *) (gpointer) rows->data;
  judged = spil_reallocation_judge (judged_rows, rows->len);
  sentence = spil_reallocation_dup_sentence (&judged, judged_rows);
  if (!judged.allowed)
    return spil_money_refuse (error, g_steal_pointer (&sentence));
  if (judged.total_kept || !spil_id_is_nil (decision))
    return TRUE;
  return spil_money_refuse (error,
                            g_strdup_printf (_ ("%s Name the decision that changes the total."), sentence));
}

static gboolean
check_base (SpilStore *store, SpilRecord *proposal, SpilDay date, SpilId decision, GError **error)
{
  SpilId id = spil_record_get_reference (proposal, SPIL_BUDGET_VERSION_REPLACES);
  g_autoptr (SpilRecord) base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (spil_id_is_nil (id))
    return TRUE;
  base = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), id, error);
  if (base == NULL || !judge_again (store, proposal, base, decision, error))
    return FALSE;
  if (spil_day_compare (date, spil_record_get_day (base, SPIL_BUDGET_VERSION_DATE)) >= 0)
    return TRUE;
  name = spil_store_name_row (base);
  day = spil_day_format_long (spil_record_get_day (base, SPIL_BUDGET_VERSION_DATE));
  return spil_money_refuse (
      error, g_strdup_printf (_ ("%s was decided on %s; what changes it is decided on that day or later."),
                              name, day));
}

static void
assign_day (SpilChange *change, int field, SpilDay day)
{
  const SpilValue value = { .kind = SPIL_VALUE_INTEGER, .integer = day.number };

  spil_change_assign (change, field, &value);
}

SpilAction *
spil_budget_decide_action (SpilStore *store, SpilId version, SpilDay date, SpilId decision, GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new (_ ("Budget decided"));
  g_autoptr (SpilRecord) proposal = get_proposal (store, version, error);
  SpilChange *change;

  if (!spil_day_is_known (date))
    date = spil_day_today ();
  if (proposal == NULL || !check_base (store, proposal, date, decision, error))
    return NULL;
  change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_BUDGET_VERSION), version);
  assign_day (change, SPIL_BUDGET_VERSION_DATE, date);
  if (!spil_id_is_nil (decision)) {
    const SpilValue value = { .kind = SPIL_VALUE_ID, .id = decision };

    spil_change_assign (change, SPIL_BUDGET_VERSION_DECISION, &value);
  }
  return g_steal_pointer (&action);
}

SpilAction *
spil_budget_withdraw_action (SpilStore *store, SpilId version, SpilDay day, GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new (_ ("Proposal for the budget withdrawn"));
  g_autoptr (GPtrArray) rivals = spil_budget_query_rivals (store, version, error);
  g_autoptr (SpilRecord) proposal = NULL;

  if (rivals == NULL)
    return NULL;
  proposal = get_open (store, version, rivals->len > 0, error);
  if (proposal == NULL)
    return NULL;
  assign_day (spil_action_set_row (action, spil_entity (SPIL_ENTITY_BUDGET_VERSION), version),
              SPIL_BUDGET_VERSION_WITHDRAWN, spil_day_is_known (day) ? day : spil_day_today ());
  return g_steal_pointer (&action);
}
