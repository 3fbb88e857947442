// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-risk-data.h"

static GPtrArray *
list_actions (SpilStore *store, SpilId risk, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_RISK_ACTION));

  spil_query_where_reference (query, SPIL_RISK_ACTION_RISK, risk);
  spil_query_sort (query, SPIL_RISK_ACTION_STATE, FALSE);
  spil_query_sort (query, SPIL_RISK_ACTION_DUE, FALSE);
  return spil_store_list (store, query, error);
}

static SpilRiskRow *
find_risk (GPtrArray *risks, SpilId id)
{
  for (guint i = 0; i < risks->len; i++) {
    SpilRiskRow *risk = g_ptr_array_index (risks, i);

    if (spil_id_equal (risk->id, id))
      return risk;
  }
  return NULL;
}

SpilRiskData *
spil_risk_data_load (SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilRiskData) self = g_new0 (SpilRiskData, 1);

  if ((self->risks = spil_risk_query (store, spil_day_today (), TRUE, error)) == NULL ||
      (self->risk = find_risk (self->risks, id)) == NULL ||
      (self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_RISK), id, error)) == NULL ||
      (self->scores = spil_risk_query_scores (store, id, error)) == NULL ||
      (self->actions = list_actions (store, id, error)) == NULL)
    return NULL;
  self->trigger = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_INDICATOR),
                                        spil_record_get_reference (self->record, SPIL_RISK_TRIGGER));
  return g_steal_pointer (&self);
}

void
spil_risk_data_free (SpilRiskData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->risks, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_free (self->trigger);
  g_free (self);
}
