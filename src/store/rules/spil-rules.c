// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-rules.h"

static const struct
{
  SpilEntityNumber entity;
  SpilRuleFunc check;
} rules[] = {
  { SPIL_ENTITY_TASK, spil_rule_task_parents },
  { SPIL_ENTITY_DEPENDENCY, spil_rule_dependencies },
  { SPIL_ENTITY_STAGE_CHANGE, spil_rule_stage_changes },
  { SPIL_ENTITY_ENGAGEMENT, spil_rule_engagements },
  { SPIL_ENTITY_CLOSED_PERIOD, spil_rule_closings },
  { SPIL_ENTITY_BUDGET_LINE, spil_rule_budget_lines },
  { SPIL_ENTITY_BUDGET_VERSION, spil_rule_budget_versions },
  { SPIL_ENTITY_RESERVATION, spil_rule_open_days },
  { SPIL_ENTITY_RESERVATION, spil_rule_amounts },
  { SPIL_ENTITY_RESERVATION, spil_rule_drawings },
  { SPIL_ENTITY_RESERVATION, spil_rule_reversals },
  { SPIL_ENTITY_COMMITMENT, spil_rule_open_days },
  { SPIL_ENTITY_COMMITMENT, spil_rule_amounts },
  { SPIL_ENTITY_COMMITMENT, spil_rule_drawings },
  { SPIL_ENTITY_COMMITMENT, spil_rule_reversals },
  { SPIL_ENTITY_COMMITMENT, spil_rule_bookings },
  { SPIL_ENTITY_ACTUAL, spil_rule_open_days },
  { SPIL_ENTITY_ACTUAL, spil_rule_amounts },
  { SPIL_ENTITY_ACTUAL, spil_rule_drawings },
  { SPIL_ENTITY_ACTUAL, spil_rule_reversals },
  { SPIL_ENTITY_ACTUAL, spil_rule_bookings },
  { SPIL_ENTITY_FORECAST, spil_rule_open_days },
  { SPIL_ENTITY_FORECAST, spil_rule_amounts },
  { SPIL_ENTITY_FORECAST, spil_rule_drawings },
  { SPIL_ENTITY_FORECAST, spil_rule_reversals },
  { SPIL_ENTITY_PAYMENT, spil_rule_open_days },
  { SPIL_ENTITY_PAYMENT, spil_rule_reversals },
  { SPIL_ENTITY_PAYMENT, spil_rule_payments },
  { SPIL_ENTITY_APPLICATION, spil_rule_awards },
};

void
spil_ruled_row_free (gpointer data)
{
  SpilRuledRow *row = data;

  g_clear_object (&row->before);
  g_clear_object (&row->after);
  g_free (row);
}

static int
get_entity (SpilRecord *before, SpilRecord *after)
{
  return spil_record_get_entity (after != NULL ? after : before)->number;
}

static gboolean
has_rule (int entity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((int) rules[i].entity == entity)
      return TRUE;
  return FALSE;
}

static void
add_row (GPtrArray *rows, SpilRecord *before, SpilRecord *after, uint64_t settled)
{
  SpilRuledRow *row = g_new0 (SpilRuledRow, 1);

  row->before = before != NULL ? g_object_ref (before) : NULL;
  row->after = after != NULL ? g_object_ref (after) : NULL;
  row->settled = settled;
  g_ptr_array_add (rows, row);
}

void
spil_rules_note (SpilTransaction *transaction, SpilRecord *before, SpilRecord *after, uint64_t settled)
{
  if (transaction->kind != SPIL_TRANSACTION_UNDO && has_rule (get_entity (before, after)))
    add_row (transaction->ruled, before, after, settled);
}

gboolean
spil_rules_check (SpilTransaction *transaction, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules) && transaction->ruled->len > 0; i++) {
    g_autoptr (GPtrArray) rows = g_ptr_array_new ();

    for (guint j = 0; j < transaction->ruled->len; j++) {
      SpilRuledRow *row = g_ptr_array_index (transaction->ruled, j);

      if (get_entity (row->before, row->after) == (int) rules[i].entity)
        g_ptr_array_add (rows, row);
    }
    if (rows->len > 0 && !rules[i].check (transaction->store, rows, FALSE, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_rules_check_all (SpilStore *store, GPtrArray *faults, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (rules[i].entity));
    g_autoptr (GPtrArray) records = spil_store_list (store, query, error);
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (spil_ruled_row_free);
    g_autoptr (GError) fault = NULL;

    if (records == NULL)
      return FALSE;
    for (guint j = 0; j < records->len; j++)
      add_row (rows, NULL, g_ptr_array_index (records, j), 0);
    if (rows->len > 0 && !rules[i].check (store, rows, TRUE, &fault))
      g_ptr_array_add (faults, g_strdup (fault->message));
  }
  return TRUE;
}

gboolean
spil_rule_refuse (char *sentence, GError **error)
{
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);
  return FALSE;
}

GArray *
spil_rule_collect (GPtrArray *rows, int field)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilId id = spil_record_get_reference (row->after != NULL ? row->after : row->before, field);

    if (!spil_id_is_nil (id) && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
      g_array_append_val (ids, id);
  }
  return ids;
}
