// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-data.h"

#include <glib/gi18n-lib.h>

#include "spil-report-charts.h"

static void
free_decision (gpointer data)
{
  SpilReportDecision *decision = data;

  g_free (decision->body);
  g_free (decision->outcome);
  g_free (decision->conditions);
  g_free (decision);
}

static void
free_light (gpointer data)
{
  SpilReportLight *light = data;

  g_free (light->reason);
  g_free (light);
}

static gboolean
gather_programme (SpilReportData *self, SpilStore *store, GError **error)
{
  self->programme = spil_programme_query (store, error);
  if (self->programme == NULL) {
    if (error != NULL && g_error_matches (*error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND)) {
      g_clear_error (error);
      g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
                           _ ("There is no programme to report on yet: begin one from a template first."));
    }
    return FALSE;
  }
  return spil_norm_query (store, &self->norms, error);
}

static gboolean
gather_funnel (SpilReportData *self, SpilStore *store, GError **error)
{
  self->stages = spil_funnel_query (store, SPIL_ID_NIL, self->day, error);
  if (self->stages == NULL)
    return FALSE;
  self->stages_before = spil_funnel_query (store, SPIL_ID_NIL, self->before, error);
  return self->stages_before != NULL;
}

/* Contact moments of the period: the rows that correct no other, less those that were corrected. */
static gboolean
gather_contacts (SpilReportData *self, SpilStore *store, GError **error)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_CONTACT);
  const SpilValue none = SPIL_VALUE_INIT;
  int64_t from = spil_time_from_day (self->period.first, 0, 0).ms;
  int64_t until = spil_time_from_day (spil_day_add (self->day, 1), 0, 0).ms;
  int64_t counts[2] = { 0 };

  for (int corrections = 0; corrections < 2; corrections++) {
    g_autoptr (SpilQuery) query = spil_query_new (entity);

    spil_query_where_integer (query, SPIL_CONTACT_TIME, SPIL_COMPARE_AT_LEAST, from);
    spil_query_where_integer (query, SPIL_CONTACT_TIME, SPIL_COMPARE_LESS, until);
    spil_query_where (query, SPIL_CONTACT_REVERSES, corrections ? SPIL_COMPARE_NOT_EQUAL : SPIL_COMPARE_EQUAL,
                      &none);
    if (!spil_store_count (store, query, &counts[corrections], error))
      return FALSE;
  }
  self->contacts = MAX (counts[0] - counts[1], 0);
  return TRUE;
}

static gboolean
gather_areas (SpilReportData *self, SpilStore *store, GError **error)
{
  self->areas = spil_area_query (store, self->day, error);
  if (self->areas == NULL)
    return FALSE;
  self->areas_before = spil_area_query (store, self->before, error);
  return self->areas_before != NULL;
}

static gboolean
gather_plan (SpilReportData *self, SpilStore *store, GError **error)
{
  SpilId baseline;

  self->plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, self->day, error);
  if (self->plan == NULL)
    return FALSE;
  baseline = spil_report_plan_find_baseline (self->plan, self->day);
  if (!spil_id_is_nil (baseline)) {
    spil_plan_free (self->plan);
    self->plan = spil_plan_query (store, baseline, self->day, error);
  }
  if (self->plan == NULL)
    return FALSE;
  self->plan_news = spil_report_plan_new (store, self->plan, self->period, self->day, error);
  return self->plan_news != NULL;
}

/* The budget in force; before the first decision the first one, which then still is a proposal. */
static gboolean
find_version (SpilReportData *self, SpilStore *store, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  GError *local = NULL;

  self->version = spil_budget_query_current (store, self->day, &local);
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  if (self->version != NULL)
    return TRUE;
  versions = spil_budget_query_versions (store, error);
  if (versions == NULL)
    return FALSE;
  if (versions->len > 0)
    self->version = g_ptr_array_steal_index (versions, versions->len - 1);
  return TRUE;
}

static gboolean
gather_budget (SpilReportData *self, SpilStore *store, GError **error)
{
  if (!find_version (self, store, error))
    return FALSE;
  if (self->version == NULL)
    return TRUE;
  self->lines = spil_budget_query_lines (store, self->version->id, self->day, error);
  if (self->lines == NULL)
    return FALSE;
  self->lines_before = spil_budget_query_lines (store, self->version->id, self->before, error);
  if (self->lines_before == NULL)
    return FALSE;
  self->total = spil_budget_total_new (self->lines);
  self->total_before = spil_budget_total_new (self->lines_before);
  self->burn = spil_report_chart_burn (store, self->day, error);
  if (self->burn == NULL)
    return FALSE;
  self->money = spil_report_money_new (store, self->version, self->period, self->day, error);
  return self->money != NULL;
}

static gboolean
gather_fund (SpilReportData *self, SpilStore *store, GError **error)
{
  self->schemes = spil_fund_query_schemes (store, self->day, error);
  if (self->schemes == NULL)
    return FALSE;
  self->applications = spil_fund_query_applications (store, SPIL_ID_NIL, error);
  return self->applications != NULL;
}

/* All rows of an entity, in their own order. */
static GPtrArray *
list_all (SpilStore *store, int entity, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  return spil_store_list (store, query, error);
}

static gboolean
gather_risks (SpilReportData *self, SpilStore *store, GError **error)
{
  self->risks = spil_risk_query (store, self->day, FALSE, error);
  if (self->risks == NULL)
    return FALSE;
  self->risk_actions = list_all (store, SPIL_ENTITY_RISK_ACTION, error);
  if (self->risk_actions == NULL)
    return FALSE;
  self->chances = spil_risk_query_scale (store, SPIL_SCALE_KIND_CHANCE, error);
  if (self->chances == NULL)
    return FALSE;
  self->impacts = spil_risk_query_scale (store, SPIL_SCALE_KIND_IMPACT, error);
  return self->impacts != NULL;
}

static gboolean
gather_effects (SpilReportData *self, SpilStore *store, GError **error)
{
  self->indicators = spil_indicator_query (store, self->day, error);
  if (self->indicators == NULL)
    return FALSE;
  self->effects = spil_effect_query (store, SPIL_ID_NIL, error);
  return self->effects != NULL;
}

static char *
dup_body (SpilStore *store, SpilId meeting)
{
  g_autoptr (SpilRecord) record = NULL;

  if (spil_id_is_nil (meeting))
    return NULL;
  record = spil_store_get (store, spil_entity (SPIL_ENTITY_MEETING), meeting, NULL);
  if (record == NULL)
    return NULL;
  return spil_store_dup_title (store, spil_entity (SPIL_ENTITY_BODY),
                               spil_record_get_reference (record, SPIL_MEETING_BODY));
}

static SpilReportDecision *
decision_of (SpilStore *store, SpilRecord *record)
{
  SpilReportDecision *decision = g_new0 (SpilReportDecision, 1);

  decision->date = spil_record_get_day (record, SPIL_DECISION_DATE);
  decision->aim = (int) spil_record_get_integer (record, SPIL_DECISION_AIM);
  decision->body = dup_body (store, spil_record_get_reference (record, SPIL_DECISION_MEETING));
  decision->outcome = g_strdup (spil_record_get_text (record, SPIL_DECISION_OUTCOME));
  decision->conditions = g_strdup (spil_record_get_text (record, SPIL_DECISION_CONDITIONS));
  decision->due = spil_record_get_day (record, SPIL_DECISION_DUE);
  decision->met_on = spil_record_get_day (record, SPIL_DECISION_MET_ON);
  return decision;
}

/* The decisions up to the day of the report: those of the period, and older ones that still ask for something. */
static gboolean
gather_decisions (SpilReportData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_DECISION));
  g_autoptr (GPtrArray) records = NULL;

  spil_query_where_integer (query, SPIL_DECISION_DATE, SPIL_COMPARE_AT_MOST, self->day.number);
  spil_query_sort (query, SPIL_DECISION_DATE, FALSE);
  records = spil_store_list (store, query, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = g_ptr_array_index (records, i);
    SpilDay met_on = spil_record_get_day (record, SPIL_DECISION_MET_ON);
    gboolean recent = spil_period_contains (self->period, spil_record_get_day (record, SPIL_DECISION_DATE));
    gboolean met = spil_day_is_known (met_on) && spil_day_compare (met_on, self->day) <= 0;

    if (recent)
      g_ptr_array_add (self->decisions, decision_of (store, record));
    else if (!met && !spil_record_is_null (record, SPIL_DECISION_CONDITIONS))
      g_ptr_array_add (self->open_decisions, decision_of (store, record));
  }
  return TRUE;
}

/* What a person made of a light for this period: the last row of it counts. */
static void
settle_light (SpilReportLight *light, GPtrArray *records)
{
  SpilId last = SPIL_ID_NIL;

  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = g_ptr_array_index (records, i);
    SpilId id = spil_record_get_id (record);

    if (spil_record_get_integer (record, SPIL_REPORT_LIGHT_ASPECT) != light->aspect ||
        spil_id_compare (id, last) <= 0)
      continue;
    last = id;
    light->set = TRUE;
    light->light = (int) spil_record_get_integer (record, SPIL_REPORT_LIGHT_LIGHT);
    g_free (light->reason);
    light->reason = g_strdup (spil_record_get_text (record, SPIL_REPORT_LIGHT_REASON));
  }
}

static gboolean
gather_lights (SpilReportData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_REPORT_LIGHT));
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_auto (SpilValue) period = SPIL_VALUE_INIT;
  g_autofree char *name = spil_period_to_text (self->period);
  SpilLightFacts facts;

  if (!spil_light_query (store, self->day, &facts, error))
    return FALSE;
  period = spil_value_text (name);
  spil_query_where (query, SPIL_REPORT_LIGHT_PERIOD, SPIL_COMPARE_EQUAL, &period);
  records = spil_store_list (store, query, error);
  if (records == NULL)
    return FALSE;
  proposals = spil_lights_propose (&facts, &self->norms);
  for (guint i = 0; i < proposals->len; i++) {
    const SpilLightProposal *proposal = g_ptr_array_index (proposals, i);
    SpilReportLight *light = g_new0 (SpilReportLight, 1);

    light->aspect = proposal->aspect;
    light->proposed = light->light = proposal->light;
    light->reason = g_strdup (proposal->reason);
    settle_light (light, records);
    g_ptr_array_add (self->lights, light);
  }
  return TRUE;
}

static gboolean
gather_assumptions (SpilReportData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) levels = spil_query_new (spil_entity (SPIL_ENTITY_SCALE_LEVEL));

  self->settings = list_all (store, SPIL_ENTITY_SETTING, error);
  if (self->settings == NULL)
    return FALSE;
  self->factors = list_all (store, SPIL_ENTITY_EMISSION_FACTOR, error);
  if (self->factors == NULL)
    return FALSE;
  spil_query_sort (levels, SPIL_SCALE_LEVEL_SCALE, FALSE);
  spil_query_sort (levels, SPIL_SCALE_LEVEL_SCORE, FALSE);
  self->scale_levels = spil_store_list (store, levels, error);
  return self->scale_levels != NULL;
}

/* What is gathered, in order, and how it is called meanwhile. */
typedef struct
{
  const char *what;
  gboolean (*gather) (SpilReportData *self, SpilStore *store, GError **error);
} Step;

static const Step steps[] = {
  { N_ ("Programme"), gather_programme },
  { N_ ("Funnel"), gather_funnel },
  { N_ ("Contact moments"), gather_contacts },
  { N_ ("Areas"), gather_areas },
  { N_ ("Planning"), gather_plan },
  { N_ ("Budget"), gather_budget },
  { N_ ("Fund"), gather_fund },
  { N_ ("Risks"), gather_risks },
  { N_ ("Effects"), gather_effects },
  { N_ ("Decisions"), gather_decisions },
  { N_ ("Status lights"), gather_lights },
  { N_ ("Sources and assumptions"), gather_assumptions },
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == SPIL_REPORT_DATA_STEPS);

static void
set_days (SpilReportData *self, SpilPeriod period)
{
  SpilDay today = spil_day_today ();

  self->period = period;
  self->day = spil_day_compare (today, period.last) < 0 ? today : period.last;
  self->before = spil_day_add (period.first, -1);
  if (spil_day_compare (self->day, self->before) < 0)
    self->before = self->day;
  self->made = spil_time_now ();
}

SpilReportData *
spil_report_data_new (SpilStore *store, SpilPeriod period, GCancellable *cancellable,
                      SpilReportProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (SpilReportData) self = g_new0 (SpilReportData, 1);
  GError *local = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (spil_day_is_known (period.first), NULL);

  set_days (self, period);
  self->lights = g_ptr_array_new_with_free_func (free_light);
  self->decisions = g_ptr_array_new_with_free_func (free_decision);
  self->open_decisions = g_ptr_array_new_with_free_func (free_decision);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    if (progress != NULL)
      progress ((double) i / G_N_ELEMENTS (steps), _ (steps[i].what), user_data);
    if (!steps[i].gather (self, store, &local)) {
      g_propagate_error (error, local);
      return NULL;
    }
  }
  return g_steal_pointer (&self);
}

void
spil_report_data_free (SpilReportData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_clear_pointer (&self->plan, spil_plan_free);
  g_clear_pointer (&self->plan_news, spil_report_plan_free);
  g_clear_pointer (&self->version, spil_budget_version_row_free);
  g_clear_pointer (&self->total, spil_budget_total_free);
  g_clear_pointer (&self->total_before, spil_budget_total_free);
  g_clear_pointer (&self->burn, spil_chart_unref);
  g_clear_pointer (&self->money, spil_report_money_free);
  g_clear_pointer (&self->lights, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->stages_before, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->areas_before, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->lines_before, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  g_clear_pointer (&self->risk_actions, g_ptr_array_unref);
  g_clear_pointer (&self->chances, g_ptr_array_unref);
  g_clear_pointer (&self->impacts, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->effects, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->open_decisions, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_clear_pointer (&self->scale_levels, g_ptr_array_unref);
  g_free (self);
}

gboolean
spil_report_data_has (const SpilReportData *self, int module)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return spil_programme_row_has_module (self->programme, module);
}
