// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-line-data.h"

void
spil_budget_line_data_free (SpilBudgetLineData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->figures, spil_budget_line_figures_free);
  g_clear_pointer (&self->allocations, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_free (self);
}

static GHashTable *
load_sources (SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_FUNDING_SOURCE));
  g_autoptr (GPtrArray) records = spil_store_list (store, query, error);
  GHashTable *sources;

  if (records == NULL)
    return NULL;
  sources = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = g_ptr_array_index (records, i);
    SpilId id = spil_record_get_id (record);

    g_hash_table_insert (sources, g_memdup2 (&id, sizeof id), g_strdup (spil_record_get_title (record)));
  }
  return sources;
}

static gboolean
load_allocations (SpilBudgetLineData *self, SpilStore *store, SpilId line, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ALLOCATION));

  spil_query_where_reference (query, SPIL_ALLOCATION_LINE, line);
  self->allocations = spil_store_list (store, query, error);
  self->sources = self->allocations != NULL ? load_sources (store, error) : NULL;
  return self->sources != NULL;
}

static gboolean
load_bookings (SpilBudgetLineData *self, SpilStore *store, SpilId line, int limit, GError **error)
{
  SpilId version = spil_record_get_reference (self->record, SPIL_BUDGET_LINE_VERSION);

  // One more than is shown: are there more?
  self->bookings = spil_budget_query_bookings (store, version, line, 0, limit + 1, error);
  if (self->bookings == NULL)
    return FALSE;
  self->more = self->bookings->len > (guint) limit;
  if (self->more)
    g_ptr_array_set_size (self->bookings, limit);
  return TRUE;
}

SpilBudgetLineData *
spil_budget_line_data_load (SpilStore *store, SpilId line, int limit, GError **error)
{
  g_autoptr (SpilBudgetLineData) self = g_new0 (SpilBudgetLineData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_LINE), line, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->figures = spil_budget_query_line (store, line, SPIL_DAY_NONE, error);
  if (self->figures == NULL || !load_allocations (self, store, line, error) ||
      !load_bookings (self, store, line, limit, error))
    return NULL;
  return g_steal_pointer (&self);
}
