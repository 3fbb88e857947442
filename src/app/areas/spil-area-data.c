// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-data.h"

#include "spil-funnel-query.h"
#include "spil-report-charts.h"

// More checks than this of one area are not shown.
#define MAX_CHECKS 100

static GPtrArray *
list_checks (SpilStore *store, SpilId area, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_AREA_CHECK));

  spil_query_where_reference (query, SPIL_AREA_CHECK_AREA, area);
  spil_query_sort (query, SPIL_AREA_CHECK_DATE, TRUE);
  spil_query_window (query, 0, MAX_CHECKS);
  return spil_store_list (store, query, error);
}

static GPtrArray *
list_parking (SpilStore *store, SpilId area, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_PARKING_ENTRY));

  spil_query_where_reference (query, SPIL_PARKING_ENTRY_AREA, area);
  spil_query_sort (query, SPIL_PARKING_ENTRY_DATE, FALSE);
  return spil_store_list (store, query, error);
}

static SpilChart *
make_funnel (SpilStore *store, SpilId area, GError **error)
{
  g_autoptr (GPtrArray) stages = spil_funnel_query (store, area, spil_day_today (), error);

  return stages != NULL ? spil_report_chart_of_funnel (stages) : NULL;
}

static GPtrArray *
list_employers (SpilStore *store, SpilId area, GError **error)
{
  const SpilEmployerFilter filter = {
    .area = area,
    .today = spil_day_today (),
    .limit = SPIL_AREA_MAX_EMPLOYERS,
  };

  return spil_employer_query (store, &filter, error);
}

SpilAreaData *
spil_area_data_load (SpilStore *store, SpilId area, GError **error)
{
  g_autoptr (SpilAreaData) self = g_new0 (SpilAreaData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_AREA), area, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if ((self->area = spil_area_query_one (store, area, spil_day_today (), error)) == NULL ||
      (self->checks = list_checks (store, area, error)) == NULL ||
      (self->employers = list_employers (store, area, error)) == NULL ||
      (self->parking = list_parking (store, area, error)) == NULL ||
      (self->funnel = make_funnel (store, area, error)) == NULL ||
      !spil_parking_balance_query (store, area, spil_day_today (), &self->balance, error) ||
      !spil_area_results_query (store, area, &self->results, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_area_data_free (SpilAreaData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->area, spil_area_row_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->employers, g_ptr_array_unref);
  g_clear_pointer (&self->parking, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, spil_chart_unref);
  g_free (self);
}
