// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-funnel-rule.h"
#include "spil-rules.h"

// The place of a stage in the funnel and its name; 0 for nil.
static gboolean
read_stage (SpilStore *store, SpilId id, int *number, char **name, GError **error)
{
  g_autoptr (SpilRecord) stage = NULL;

  *number = 0;
  if (spil_id_is_nil (id))
    return TRUE;
  stage = spil_store_get (store, spil_entity (SPIL_ENTITY_STAGE), id, error);
  if (stage == NULL)
    return FALSE;
  *number = (int) spil_record_get_integer (stage, SPIL_STAGE_NUMBER);
  if (name != NULL)
    *name = g_strdup (spil_record_get_title (stage));
  return TRUE;
}

static gboolean
check_move (SpilStore *store, SpilId from, SpilId to, const char *evidence, GError **error)
{
  g_autofree char *name = NULL;
  int from_number;
  int to_number;

  return read_stage (store, from, &from_number, NULL, error) &&
         read_stage (store, to, &to_number, &name, error) &&
         spil_funnel_may_move (from_number, to_number, name, evidence, error);
}

gboolean
spil_rule_stage_changes (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *step = ((SpilRuledRow *) g_ptr_array_index (rows, i))->after;

    if (step != NULL && !check_move (store, spil_record_get_reference (step, SPIL_STAGE_CHANGE_FROM),
                                     spil_record_get_reference (step, SPIL_STAGE_CHANGE_TO),
                                     spil_record_get_text (step, SPIL_STAGE_CHANGE_EVIDENCE), error))
      return FALSE;
  }
  return TRUE;
}

// Whether a step to @stage was recorded; its evidence was checked then.
static gboolean
has_step (SpilStore *store, const SpilId *engagement, const SpilId *stage, gboolean *found, GError **error)
{
  g_autoptr (SpilStatement) statement = spil_connection_take (
      store->connection,
      "SELECT 1 FROM stage_change WHERE engagement = ?1 AND +\"to\" = ?2 AND dead = 0 LIMIT 1", error);
  SpilStep step;

  if (statement == NULL)
    return FALSE;
  spil_statement_bind_id (statement, 1, engagement);
  spil_statement_bind_id (statement, 2, stage);
  step = spil_statement_step (statement, error);
  *found = step == SPIL_STEP_ROW;
  return step != SPIL_STEP_FAILED;
}

// A relation that is new may be entered in the stage it is found in; from then on it moves by recorded steps.
gboolean
spil_rule_engagements (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilId engagement;
    SpilId from;
    SpilId to;
    gboolean found;

    if (row->before == NULL || row->after == NULL)
      continue;
    engagement = spil_record_get_id (row->after);
    from = spil_record_get_reference (row->before, SPIL_ENGAGEMENT_STAGE);
    to = spil_record_get_reference (row->after, SPIL_ENGAGEMENT_STAGE);
    if (spil_id_equal (from, to))
      continue;
    if (!has_step (store, &engagement, &to, &found, error) ||
        (!found && !check_move (store, from, to, NULL, error)))
      return FALSE;
  }
  return TRUE;
}
