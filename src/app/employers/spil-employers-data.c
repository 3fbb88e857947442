// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-data.h"

#include "spil-report-charts.h"

typedef struct
{
  SpilEmployerKinds kinds;
  gboolean with_funnel;
  SpilDay today;
} Request;

gpointer
spil_employers_request_new (SpilEmployerKinds kinds, gboolean with_funnel)
{
  Request *request = g_new0 (Request, 1);

  request->kinds = kinds;
  request->with_funnel = with_funnel;
  request->today = spil_day_today ();
  return request;
}

void
spil_employers_data_free (SpilEmployersData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->brokers, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, spil_chart_unref);
  g_free (self);
}

static GPtrArray *
list (SpilStore *store, SpilEntityNumber entity, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  return spil_store_list (store, query, error);
}

static gboolean
count (SpilStore *store, SpilEmployerKinds kinds, SpilDay today, int64_t *n, GError **error)
{
  SpilEmployerFilter filter = { .kinds = spil_employer_kinds_bits (kinds), .today = today };

  return spil_employer_query_count (store, &filter, n, error);
}

gpointer
spil_employers_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (SpilEmployersData) self = g_new0 (SpilEmployersData, 1);

  self->kinds = request->kinds;
  if (!count (store, request->kinds, request->today, &self->total, error) ||
      !count (store, SPIL_EMPLOYER_KINDS_ALL, request->today, &self->n_organisations, error))
    return NULL;
  self->stages = list (store, SPIL_ENTITY_STAGE, error);
  if (self->stages == NULL)
    return NULL;
  self->areas = list (store, SPIL_ENTITY_AREA, error);
  if (self->areas == NULL)
    return NULL;
  self->brokers = spil_employer_query_brokers (store, error);
  if (self->brokers == NULL)
    return NULL;
  if (request->with_funnel) {
    self->funnel = spil_report_chart_funnel (store, request->today, error);
    if (self->funnel == NULL)
      return NULL;
  }
  return g_steal_pointer (&self);
}
