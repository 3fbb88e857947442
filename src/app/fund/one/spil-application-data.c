// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-data.h"

#include "spil-fund-action.h"
#include "spil-fund-steps.h"
#include "spil-receipt-rule.h"

void
spil_application_data_free (SpilApplicationData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->row, spil_fund_application_row_free);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->costs, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->documents, spil_documents_free);
  g_free (self->scheme);
  g_free (self->next);
  g_free (self->window);
  g_free (self);
}

static gboolean
load_scheme (SpilApplicationData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilRecord)
      scheme = spil_store_get (store, spil_entity (SPIL_ENTITY_SCHEME), self->row->scheme, error);

  if (scheme == NULL)
    return FALSE;
  self->scheme = g_strdup (spil_record_get_title (scheme));
  self->line = spil_record_get_reference (scheme, SPIL_SCHEME_LINE);
  self->window = spil_fund_window_dup_sentence (spil_record_get_day (scheme, SPIL_SCHEME_OPENS),
                                                spil_record_get_day (scheme, SPIL_SCHEME_CLOSES),
                                                self->row->received);
  return TRUE;
}

static gboolean
load_next (SpilApplicationData *self, SpilStore *store, GError **error)
{
  g_autoptr (GArray) choices = spil_fund_steps_of (self->row);
  SpilFundStep step;

  if (choices->len == 0)
    return TRUE;
  step = SPIL_FUND_STEP (g_array_index (choices, SpilFundChoice, 0).to);
  self->next = spil_fund_step_dup_sentence (store, self->row->id, &step, &self->next_allowed, error);
  return self->next != NULL;
}

// The rows of @entity that belong to the application by @field, oldest first.
static GPtrArray *
list_own (SpilApplicationData *self, SpilStore *store, int entity, int field, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_where_reference (query, field, self->row->id);
  spil_query_sort_by_age (query);
  return spil_store_list (store, query, error);
}

static gboolean
load_lists (SpilApplicationData *self, SpilStore *store, GError **error)
{
  const SpilId id = self->row->id;

  self->requirements = spil_fund_query_requirements (store, id, error);
  if (self->requirements == NULL)
    return FALSE;
  self->costs = list_own (self, store, SPIL_ENTITY_COST_ITEM, SPIL_COST_ITEM_APPLICATION, error);
  if (self->costs == NULL)
    return FALSE;
  self->payments = list_own (self, store, SPIL_ENTITY_PAYMENT, SPIL_PAYMENT_APPLICATION, error);
  if (self->payments == NULL)
    return FALSE;
  self->history = spil_fund_query_history (store, id, error);
  if (self->history == NULL)
    return FALSE;
  self->documents = spil_documents_load (store, spil_entity (SPIL_ENTITY_APPLICATION), id, error);
  return self->documents != NULL;
}

SpilApplicationData *
spil_application_data_load (SpilStore *store, SpilId id, SpilDay day, GError **error)
{
  g_autoptr (SpilApplicationData) self = g_new0 (SpilApplicationData, 1);
  g_autoptr (GError) local = NULL;

  self->day = day;
  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_APPLICATION), id, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->row = spil_fund_query_application (store, id, error);
  if (self->row == NULL || !load_scheme (self, store, error) || !load_next (self, store, error) ||
      !load_lists (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}
