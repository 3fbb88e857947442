// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reports-data.h"

// As many of each as anybody looks back at here; older ones are found by search.
#define MAX_ROWS 50

static GPtrArray *
list_latest (SpilStore *store, SpilEntityNumber entity, int date_field, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_sort (query, date_field, TRUE);
  spil_query_window (query, 0, MAX_ROWS);
  return spil_store_list (store, query, error);
}

SpilReportsData *
spil_reports_data_load (SpilStore *store, SpilPeriod period, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilReportsData) self = g_new0 (SpilReportsData, 1);

  self->figures = spil_report_data_new (store, period, cancellable, NULL, NULL, error);
  if (self->figures == NULL)
    return NULL;
  self->reports = list_latest (store, SPIL_ENTITY_REPORT, SPIL_REPORT_MADE_ON, error);
  if (self->reports == NULL)
    return NULL;
  self->decisions = list_latest (store, SPIL_ENTITY_DECISION, SPIL_DECISION_DATE, error);
  if (self->decisions == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_reports_data_free (SpilReportsData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->figures, spil_report_data_free);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_free (self);
}
