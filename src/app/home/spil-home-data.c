// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-home-data.h"

#include "spil-budget-query.h"
#include "spil-draft.h"
#include "spil-indicator-query.h"
#include "spil-norm-query.h"
#include "spil-privacy.h"
#include "spil-report-charts.h"
#include "spil-rhythm-query.h"
#include "spil-risk-query.h"

// Days ahead that a next action comes on the list.
#define DAYS_AHEAD 7

static gboolean
load_agenda (SpilHomeData *self, SpilStore *store, SpilDay today, GError **error)
{
  SpilAgendaFilter filter = { .today = today, .days_ahead = DAYS_AHEAD, .limit = SPIL_HOME_ITEMS };
  int64_t n_to_erase;

  self->agenda = spil_agenda_query (store, &filter, self->counts, error);
  if (self->agenda == NULL || !spil_store_count_due_for_erasure (store, &n_to_erase, error) ||
      !spil_store_has_kept (store, &self->kept, error))
    return FALSE;
  self->n_to_erase = (guint) n_to_erase;
  return TRUE;
}

static gboolean
load_rhythm (SpilHomeData *self, SpilStore *store, const char *dir, SpilDay today, GError **error)
{
  self->drafts = spil_drafts_list (dir, store);
  self->double_visits = spil_double_visit_query (store, SPIL_ID_NIL, NULL, today, error);
  if (self->double_visits == NULL)
    return FALSE;
  self->unplanned = spil_unplanned_query (store, NULL, SPIL_HOME_ITEMS, &self->n_unplanned, error);
  return self->unplanned != NULL;
}

static gboolean
load_begun (SpilHomeData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ORGANISATION));
  g_autoptr (GPtrArray) first = NULL;

  // A plan may bring partners along.
  spil_query_where_integer (query, SPIL_ORGANISATION_KIND, SPIL_COMPARE_EQUAL,
                            SPIL_ORGANISATION_KIND_EMPLOYER);
  spil_query_window (query, 0, 1);
  first = spil_store_list (store, query, error);
  if (first == NULL)
    return FALSE;
  self->has_employers = first->len > 0;
  return TRUE;
}

static gboolean
load_budget (SpilHomeData *self, SpilStore *store, SpilDay today, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SpilBudgetVersionRow) version = spil_budget_query_current (store, today, &local_error);
  g_autoptr (GPtrArray) lines = NULL;

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (version == NULL)
    return TRUE;
  lines = spil_budget_query_lines (store, version->id, today, error);
  if (lines == NULL)
    return FALSE;
  self->budget = spil_budget_total_new (lines);
  return TRUE;
}

static gboolean
load_plan (SpilHomeData *self, SpilStore *store, SpilDay today, GError **error)
{
  SpilNorms norms;

  if (!spil_programme_row_has_module (self->programme, SPIL_MODULE_PLANNING))
    return TRUE;
  if (!spil_norm_query (store, &norms, error))
    return FALSE;
  self->plan = spil_home_plan_load (store, today, spil_norms_get_whole (&norms, SPIL_NORM_PLAN_AHEAD),
                                    spil_store_get_actor (store), error);
  return self->plan != NULL;
}

static int
compare_risks (gconstpointer a, gconstpointer b)
{
  const SpilRiskRow *first = *(const SpilRiskRow *const *) a;
  const SpilRiskRow *second = *(const SpilRiskRow *const *) b;

  if (first->now.score != second->now.score)
    return second->now.score - first->now.score;
  return first->number - second->number;
}

static gboolean
load_control (SpilHomeData *self, SpilStore *store, SpilDay today, GError **error)
{
  self->risks = spil_risk_query (store, today, FALSE, error);
  if (self->risks == NULL)
    return FALSE;
  g_ptr_array_sort (self->risks, compare_risks);
  self->indicators = spil_indicator_query (store, today, error);
  return self->indicators != NULL;
}

SpilHomeData *
spil_home_data_load (SpilStore *store, const char *dir, GError **error)
{
  g_autoptr (SpilHomeData) self = g_new0 (SpilHomeData, 1);
  SpilDay today = spil_day_today ();

  self->programme = spil_programme_query (store, error);
  if (self->programme == NULL || !load_begun (self, store, error) ||
      !load_agenda (self, store, today, error) || !load_rhythm (self, store, dir, today, error))
    return NULL;
  self->funnel = spil_report_chart_funnel (store, today, error);
  if (self->funnel == NULL || !load_budget (self, store, today, error))
    return NULL;
  if (!load_control (self, store, today, error) || !load_plan (self, store, today, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_home_data_free (SpilHomeData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->double_visits, g_ptr_array_unref);
  g_clear_pointer (&self->unplanned, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, spil_chart_unref);
  g_clear_pointer (&self->budget, spil_budget_total_free);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->plan, spil_home_plan_free);
  g_free (self);
}
