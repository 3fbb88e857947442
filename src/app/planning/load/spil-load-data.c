// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-load-data.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-number.h"

static gboolean
read_norm (SpilLoadData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SETTING));
  g_auto (SpilValue) key = spil_value_text (spil_norm_key (SPIL_NORM_LOAD_HOURS));
  g_autoptr (GPtrArray) settings = NULL;

  spil_query_where (query, SPIL_SETTING_KEY, SPIL_COMPARE_EQUAL, &key);
  settings = spil_store_list (store, query, error);
  if (settings != NULL && settings->len > 0)
    self->norm = g_object_ref (settings->pdata[0]);
  return settings != NULL;
}

static void
leave_out_idle (SpilOwnerLoad *load)
{
  for (guint i = load->owners->len; i > 0; i--)
    if (((const SpilOwnerLoadRow *) load->owners->pdata[i - 1])->n_tasks == 0)
      g_ptr_array_remove_index (load->owners, i - 1);
}

SpilLoadData *
spil_load_data_load (SpilStore *store, SpilPeriod first, int n_periods, GError **error)
{
  g_autoptr (SpilLoadData) self = g_new0 (SpilLoadData, 1);
  SpilNorms norms;

  if (!spil_norm_query (store, &norms, error) || !read_norm (self, store, error) ||
      (self->plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, spil_day_today (), error)) == NULL)
    return NULL;
  if (norms.known[SPIL_NORM_LOAD_HOURS])
    self->norm_hours = (double) norms.value[SPIL_NORM_LOAD_HOURS] / SPIL_DECIMAL_ONE;
  self->load = spil_owner_load_of_plan (self->plan, first.kind, first.first,
                                        spil_period_step (first, n_periods - 1).last);
  leave_out_idle (self->load);
  return g_steal_pointer (&self);
}

void
spil_load_data_free (SpilLoadData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->load, spil_owner_load_free);
  g_clear_pointer (&self->plan, spil_plan_free);
  g_clear_object (&self->norm);
  g_free (self);
}
