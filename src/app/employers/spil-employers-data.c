// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-data.h"

#include "spil-funnel-query.h"
#include "spil-period.h"
#include "spil-report-charts.h"

// The first and last day of a period, today in it; the first is SPIL_DAY_NONE for all until now.
static void
period_days (SpilFunnelPeriod period, SpilDay today, SpilDay *from, SpilDay *to)
{
  SpilPeriod days = spil_period_of (period == SPIL_FUNNEL_THIS_YEAR ? SPIL_PERIOD_YEAR : SPIL_PERIOD_QUARTER,
                                    today);

  if (period == SPIL_FUNNEL_LAST_QUARTER)
    days = spil_period_step (days, -1);
  *from = period == SPIL_FUNNEL_UNTIL_NOW ? SPIL_DAY_NONE : days.first;
  *to = period == SPIL_FUNNEL_LAST_QUARTER ? days.last : today;
}

void
spil_employers_data_free (SpilEmployersData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->brokers, g_ptr_array_unref);
  g_clear_pointer (&self->towns, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->filters, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, spil_chart_unref);
  g_free (self->actor);
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

static GPtrArray *
list_filters (SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SAVED_FILTER));
  g_auto (SpilValue) page = spil_value_text (SPIL_EMPLOYERS_FILTER_PAGE);

  spil_query_where (query, SPIL_SAVED_FILTER_PAGE, SPIL_COMPARE_EQUAL, &page);
  spil_query_sort (query, SPIL_SAVED_FILTER_NAME, FALSE);
  return spil_store_list (store, query, error);
}

static SpilChart *
make_funnel (SpilStore *store, const SpilEmployersRequest *request, GError **error)
{
  SpilDay from, to;
  g_autoptr (GPtrArray) stages = NULL;

  period_days (request->period, request->today, &from, &to);
  stages = spil_day_is_known (from) ? spil_funnel_query_period (store, SPIL_ID_NIL, from, to, error)
                                    : spil_funnel_query (store, SPIL_ID_NIL, to, error);
  return stages != NULL ? spil_report_chart_of_funnel_period (stages, from, to) : NULL;
}

static GPtrArray *
no_texts (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

// What can be chosen from.
static gboolean
load_choices (SpilEmployersData *self, SpilStore *store, gboolean all, GError **error)
{
  self->with_choices = all;
  return (self->stages = list (store, SPIL_ENTITY_STAGE, error)) != NULL &&
         (self->areas = list (store, SPIL_ENTITY_AREA, error)) != NULL &&
         (self->filters = list_filters (store, error)) != NULL &&
         (self->brokers = all ? spil_employer_query_brokers (store, error) : no_texts ()) != NULL &&
         (self->towns = all ? spil_employer_query_towns (store, error) : no_texts ()) != NULL &&
         (self->tags = all ? spil_employer_query_tags (store, error) : no_texts ()) != NULL;
}

gpointer
spil_employers_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilEmployersRequest *request = data;
  g_autoptr (SpilEmployersData) self = g_new0 (SpilEmployersData, 1);

  self->kinds = request->kinds;
  if (!count (store, request->kinds, request->today, &self->total, error) ||
      !count (store, SPIL_EMPLOYER_KINDS_ALL, request->today, &self->n_organisations, error))
    return NULL;
  if (!load_choices (self, store, request->with_choices, error))
    return NULL;
  self->actor = g_strdup (spil_store_get_actor (store));
  if (request->with_funnel) {
    self->funnel = make_funnel (store, request, error);
    if (self->funnel == NULL)
      return NULL;
  }
  return g_steal_pointer (&self);
}
