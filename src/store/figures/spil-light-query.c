// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-light-query.h"

#include "spil-budget-query.h"
#include "spil-debt-read.h"
#include "spil-entity.h"
#include "spil-indicator-query.h"
#include "spil-plan-query.h"
#include "spil-read.h"
#include "spil-risk-query.h"

static void
count (SpilLightCount *counted, gboolean amiss)
{
  counted->of++;
  counted->amiss += amiss;
}

static gboolean
count_budget (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SpilBudgetVersionRow) version = spil_budget_query_current (store, day, &failure);
  g_autoptr (GPtrArray) lines = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (version == NULL)
    return TRUE;
  lines = spil_budget_query_lines (store, version->id, day, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const SpilBudgetLineFigures *line = lines->pdata[i];
    SpilMoney free;

    if (!spil_budget_line_get_free (line, &free))
      continue;
    count (&facts->lines_over, free.cents < 0);
    count (&facts->lines_expected_over, spil_budget_line_get_expected (line).cents > line->budget.cents);
  }
  return lines != NULL;
}

static gboolean
count_risks (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) risks = spil_risk_query (store, day, FALSE, error);

  for (guint i = 0; risks != NULL && i < risks->len; i++) {
    const SpilRiskRow *risk = risks->pdata[i];

    count (&facts->risks_unscored, risk->now.score == 0);
    facts->risk_actions_late.of += risk->n_actions;
    facts->risk_actions_late.amiss += risk->n_actions_late;
    if (risk->now.light == 0)
      continue;
    count (&facts->risks_red, risk->now.light == SPIL_LIGHT_RED);
    count (&facts->risks_amber, risk->now.light == SPIL_LIGHT_AMBER);
  }
  return risks != NULL;
}

static gboolean
count_tasks (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  g_autoptr (SpilPlan) plan = spil_plan_query (store, SPIL_ID_NIL, day, error);

  for (guint i = 0; plan != NULL && i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];

    if (task->summary || task->status == SPIL_TASK_STATUS_STOPPED)
      continue;
    count (&facts->tasks_late, task->status == SPIL_TASK_STATUS_LATE);
    count (&facts->tasks_undated, task->status == SPIL_TASK_STATUS_NOT_PLANNED);
  }
  return plan != NULL;
}

static gboolean
count_indicators (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) indicators = spil_indicator_query (store, day, error);

  for (guint i = 0; indicators != NULL && i < indicators->len; i++) {
    const SpilIndicatorRow *indicator = indicators->pdata[i];

    count (&facts->indicators_silent, !indicator->figures.has_value);
    if (indicator->figures.light != 0)
      count (&facts->indicators_behind, indicator->figures.light == SPIL_LIGHT_RED);
  }
  return indicators != NULL;
}

static gboolean
take_brokers (SpilStatement *row, gpointer user_data)
{
  SpilLightCount *no_broker = user_data;

  no_broker->of = spil_statement_get_integer (row, 0);
  no_broker->amiss = spil_statement_get_integer (row, 1);
  return FALSE;
}

static gboolean
count_relations (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  static const char sql[] = "SELECT count (*), count (*) FILTER (WHERE coalesce (mobility_broker, '') = ''"
                            " AND coalesce (sustainability_broker, '') = '') FROM engagement e NOT INDEXED"
                            " WHERE dead = 0 AND programme = ?1 AND " SPIL_RELATION_COUNTS_SQL ("e");
  g_autoptr (GArray) debts = spil_debts_read (store, NULL, day, FALSE, error);

  for (guint i = 0; debts != NULL && i < debts->len; i++)
    count (&facts->contacts_owed, spil_contact_debt_is_owed (g_array_index (debts, SpilDebt, i).debt));
  return debts != NULL && spil_read_each (store, sql, NULL, 0, take_brokers, &facts->no_broker, error);
}

gboolean
spil_light_query (SpilStore *store, SpilDay day, SpilLightFacts *facts, GError **error)
{
  *facts = (SpilLightFacts) { 0 };
  return count_budget (store, day, facts, error) && count_risks (store, day, facts, error) &&
         count_tasks (store, day, facts, error) && count_indicators (store, day, facts, error) &&
         count_relations (store, day, facts, error);
}
