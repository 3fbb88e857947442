// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-visit-data.h"

#include "spil-cadence-rule.h"
#include "spil-fund-query.h"
#include "spil-norm-query.h"
#include "spil-relation-query.h"
#include "spil-toolkit-query.h"

/* Contact moments that are read at most: more than any page of them shows. */
#define MOST_CONTACTS 12

static void
free_area (gpointer data)
{
  SpilVisitArea *area = data;

  spil_area_row_free (area->row);
  g_clear_pointer (&area->tasks, g_ptr_array_unref);
  g_free (area);
}

void
spil_visit_data_free (SpilVisitData *self)
{
  if (self == NULL)
    return;
  GPtrArray **lists[] = { &self->stages,   &self->persons,    &self->sites,        &self->actions,
                          &self->promises, &self->statements, &self->offers,       &self->cohorts,
                          &self->contacts, &self->schemes,    &self->applications, &self->areas,
                          &self->scans };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_clear_pointer (&self->row, spil_employer_row_free);
  g_clear_object (&self->organisation);
  g_clear_object (&self->engagement);
  g_clear_pointer (&self->needs, g_array_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self);
}

const char *
spil_visit_data_title (const SpilVisitData *self, SpilRecord *record, int field)
{
  SpilId id = spil_record_get_reference (record, field);

  return spil_id_is_nil (id) ? NULL : g_hash_table_lookup (self->titles, &id);
}

/* Keeps only the records that are still open by the @state that they have, which goes up to @last. */
static void
keep_states (GPtrArray *records, int field, int last)
{
  for (guint i = records->len; i > 0; i--)
    if (spil_record_get_integer (records->pdata[i - 1], field) > last)
      g_ptr_array_remove_index (records, i - 1);
}

/* By the day in a field; those without one last. */
static int
compare_days (SpilRecord *one, SpilRecord *other, int field)
{
  SpilDay a = spil_record_get_day (one, field), b = spil_record_get_day (other, field);

  if (spil_day_is_known (a) != spil_day_is_known (b))
    return spil_day_is_known (a) ? -1 : 1;
  return spil_day_is_known (a) ? spil_day_compare (a, b) : 0;
}

static int
compare_by_field (gconstpointer a, gconstpointer b, gpointer field)
{
  return compare_days (*(SpilRecord **) a, *(SpilRecord **) b, GPOINTER_TO_INT (field));
}

static int
compare_latest_first (gconstpointer a, gconstpointer b, gpointer field)
{
  return compare_days (*(SpilRecord **) b, *(SpilRecord **) a, GPOINTER_TO_INT (field));
}

static gboolean
gather_lists (SpilVisitData *self, SpilStore *store, GError **error)
{
  const struct
  {
    GPtrArray **list;
    SpilEntityNumber entity;
    int field;
  } lists[] = {
    { &self->persons, SPIL_ENTITY_PERSON, SPIL_PERSON_ORGANISATION },
    { &self->sites, SPIL_ENTITY_SITE, SPIL_SITE_ORGANISATION },
    { &self->actions, SPIL_ENTITY_NEXT_ACTION, SPIL_NEXT_ACTION_ORGANISATION },
    { &self->promises, SPIL_ENTITY_PROMISE, SPIL_PROMISE_ORGANISATION },
    { &self->statements, SPIL_ENTITY_STATEMENT, SPIL_STATEMENT_ORGANISATION },
    { &self->offers, SPIL_ENTITY_OFFER, SPIL_OFFER_ORGANISATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    *lists[i].list = spil_rows_of_organisation (store, spil_entity (lists[i].entity), lists[i].field,
                                                self->id, error);
    if (*lists[i].list == NULL)
      return FALSE;
  }
  keep_states (self->actions, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  keep_states (self->promises, SPIL_PROMISE_STATE, SPIL_ACTION_STATE_OPEN);
  keep_states (self->offers, SPIL_OFFER_STATE, SPIL_OFFER_STATE_RUNNING);
  g_ptr_array_sort_with_data (self->actions, compare_by_field, GINT_TO_POINTER (SPIL_NEXT_ACTION_DUE));
  g_ptr_array_sort_with_data (self->promises, compare_by_field, GINT_TO_POINTER (SPIL_PROMISE_DUE));
  g_ptr_array_sort_with_data (self->statements, compare_latest_first,
                              GINT_TO_POINTER (SPIL_STATEMENT_SIGNED_ON));
  return TRUE;
}

static gboolean
gather_relation (SpilVisitData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) stages = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (GPtrArray) rows = spil_employer_query_rows (store, &self->id, 1, self->today, error);
  SpilNorms norms;

  if (rows == NULL)
    return FALSE;
  if (rows->len == 0) {
    g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND, "");
    return FALSE;
  }
  self->row = g_ptr_array_steal_index (rows, 0);
  spil_query_sort (stages, SPIL_STAGE_NUMBER, FALSE);
  self->stages = spil_store_list (store, stages, error);
  if (self->stages == NULL || !spil_norm_query (store, &norms, error))
    return FALSE;
  self->need_months = spil_norms_get_whole (&norms, SPIL_NORM_UPSCALE_MONTHS);
  if (spil_id_is_nil (self->row->engagement))
    return TRUE;
  self->engagement = spil_store_get (store, spil_entity (SPIL_ENTITY_ENGAGEMENT), self->row->engagement,
                                     error);
  if (self->engagement == NULL)
    return FALSE;
  self->cadence = spil_cadence_days (
      (int) spil_record_get_integer (self->engagement, SPIL_ENGAGEMENT_CADENCE), self->row->tier, &norms);
  return TRUE;
}

static gboolean
gather_contacts (SpilVisitData *self, SpilStore *store, GError **error)
{
  const SpilTimelineFilter filter = { .organisation = self->id,
                                      .kinds = 1 << SPIL_TIMELINE_CONTACT,
                                      .limit = MOST_CONTACTS };
  int64_t counts[SPIL_N_TIMELINE_KINDS];

  self->contacts = spil_timeline_query_filtered (store, &filter, error);
  if (self->contacts == NULL || !spil_timeline_query_counts (store, &filter, counts, error))
    return FALSE;
  self->n_contacts = counts[SPIL_TIMELINE_CONTACT];
  return TRUE;
}

static gboolean
gather_needs (SpilVisitData *self, SpilStore *store, GError **error)
{
  SpilDay since = spil_day_add_months (self->today, -self->need_months);

  self->needs = spil_need_query (store, self->id, error);
  for (guint i = self->needs != NULL ? self->needs->len : 0; i > 0 && self->need_months > 0; i--)
    if (spil_day_compare (g_array_index (self->needs, SpilNeedCount, i - 1).last, since) < 0)
      g_array_remove_index (self->needs, i - 1);
  return self->needs != NULL;
}

static gboolean
gather_trials (SpilVisitData *self, SpilStore *store, GError **error)
{
  self->cohorts = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_cohort_row_free);
  for (guint i = 0; i < self->offers->len; i++) {
    g_autoptr (GPtrArray)
        cohorts = spil_toolkit_query_cohorts (store, spil_record_get_id (self->offers->pdata[i]), error);

    if (cohorts == NULL)
      return FALSE;
    g_ptr_array_extend_and_steal (self->cohorts, g_steal_pointer (&cohorts));
  }
  return TRUE;
}

static gboolean
gather_fund (SpilVisitData *self, SpilStore *store, GError **error)
{
  self->schemes = spil_fund_query_schemes (store, self->today, error);
  if (self->schemes == NULL)
    return FALSE;
  self->applications = spil_fund_query_organisation (store, self->id, error);
  return self->applications != NULL;
}

/* What runs in an area: begun, and neither done nor stopped. */
static GPtrArray *
list_tasks (SpilVisitData *self, SpilStore *store, SpilId area, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_TASK));

  spil_query_where_reference (query, SPIL_TASK_AREA, area);
  spil_query_where_integer (query, SPIL_TASK_STATE, SPIL_COMPARE_EQUAL, SPIL_TASK_STATE_RUNNING);
  return spil_store_list (store, query, error);
}

static gboolean
has_area (const SpilVisitData *self, SpilId id)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (spil_id_equal (((const SpilVisitArea *) self->areas->pdata[i])->row->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
gather_areas (SpilVisitData *self, SpilStore *store, GError **error)
{
  self->areas = g_ptr_array_new_with_free_func (free_area);
  for (guint i = 0; i < self->sites->len; i++) {
    SpilId id = spil_record_get_reference (self->sites->pdata[i], SPIL_SITE_AREA);
    g_autoptr (GError) local = NULL;
    SpilAreaRow *row;
    SpilVisitArea *area;

    if (spil_id_is_nil (id) || has_area (self, id))
      continue;
    row = spil_area_query_one (store, id, self->today, &local);
    if (row == NULL && g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      continue;
    if (row == NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    area = g_new0 (SpilVisitArea, 1);
    area->row = row;
    g_ptr_array_add (self->areas, area);
    area->tasks = list_tasks (self, store, id, error);
    if (area->tasks == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
gather_scan (SpilVisitData *self, SpilStore *store, GError **error)
{
  self->scans = spil_scan_query (store, self->id, error);
  for (guint i = 0; self->scans != NULL && self->scan == NULL && i < self->scans->len; i++) {
    const SpilScanRow *scan = self->scans->pdata[i];

    // A comparison group says nothing of who is visited.
    if (scan->kind != SPIL_MEASUREMENT_KIND_COMPARISON)
      self->scan = scan;
  }
  return self->scans != NULL;
}

static void
add_titles (SpilVisitData *self, SpilStore *store, GPtrArray *records, int field)
{
  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = records->pdata[i];
    SpilId id = spil_record_get_reference (record, field);
    const SpilField *of = spil_entity_field (spil_record_get_entity (record), field);

    if (!spil_id_is_nil (id) && !g_hash_table_contains (self->titles, &id))
      g_hash_table_insert (self->titles, g_memdup2 (&id, sizeof id),
                           spil_store_dup_title (store, spil_entity (of->target), id));
  }
}

SpilVisitData *
spil_visit_data_new (SpilStore *store, SpilId id, SpilDay today, GError **error)
{
  static gboolean (*const steps[]) (SpilVisitData *, SpilStore *, GError **) = {
    gather_relation, gather_lists, gather_contacts, gather_needs,
    gather_trials,   gather_fund,  gather_areas,    gather_scan,
  };
  g_autoptr (SpilVisitData) self = g_new0 (SpilVisitData, 1);

  g_return_val_if_fail (store != NULL, NULL);

  self->today = today;
  self->made = spil_time_now ();
  self->titles = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  if (!spil_organisation_head (store, id, &self->id, error))
    return NULL;
  self->organisation = spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), self->id, error);
  if (self->organisation == NULL)
    return NULL;
  self->programme = spil_programme_query (store, error);
  if (self->programme == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!steps[i](self, store, error))
      return NULL;
  add_titles (self, store, self->sites, SPIL_SITE_AREA);
  add_titles (self, store, self->offers, SPIL_OFFER_INSTRUMENT);
  return g_steal_pointer (&self);
}
