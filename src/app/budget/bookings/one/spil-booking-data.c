// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-data.h"

#include "spil-booking.h"

void
spil_booking_data_free (SpilBookingData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chain, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->record);
  g_clear_pointer (&self->documents, spil_documents_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self->decision);
  g_free (self);
}

static const SpilBudgetBookingRow *
find_row (const SpilBookingData *self, SpilId id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (spil_id_equal (((const SpilBudgetBookingRow *) self->rows->pdata[i])->id, id))
      return self->rows->pdata[i];
  return NULL;
}

static gboolean
load_rows (SpilBookingData *self, SpilStore *store, const SpilBookingRequest *request, GError **error)
{
  SpilBookingFilter filter = SPIL_BOOKING_FILTER_ALL;

  filter.line = spil_record_get_reference (self->record, spil_booking_fields (request->kind)->line);
  self->rows = spil_budget_query_register (store, &filter, 0, 0, NULL, error);
  if (self->rows == NULL)
    return FALSE;
  self->row = find_row (self, request->id);
  self->chain = spil_booking_chain_new (self->rows, request->id);
  return TRUE;
}

static gboolean
load_payment (SpilBookingData *self, SpilStore *store, const SpilBookingRequest *request, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_PAYMENT));
  g_autoptr (GPtrArray) payments = NULL;

  self->payment = SPIL_ID_NIL;
  if (request->kind != SPIL_BOOKING_ACTUAL)
    return TRUE;
  spil_query_where_reference (query, SPIL_PAYMENT_ACTUAL, request->id);
  payments = spil_store_list (store, query, error);
  if (payments == NULL)
    return FALSE;
  if (payments->len > 0)
    self->payment = spil_record_get_id (payments->pdata[0]);
  return TRUE;
}

gpointer
spil_booking_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilBookingRequest *request = data;
  const SpilEntity *entity = spil_entity (spil_booking_fields (request->kind)->entity);
  g_autoptr (SpilBookingData) self = g_new0 (SpilBookingData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, entity, request->id, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (!load_rows (self, store, request, error) || !load_payment (self, store, request, error))
    return NULL;
  // Its line is gone, and the budget with it.
  if (self->row == NULL)
    return NULL;
  self->decision = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_DECISION), self->row->decision);
  self->documents = spil_documents_load (store, entity, request->id, error);
  if (self->documents == NULL)
    return NULL;
  self->history = spil_store_history (store, entity, request->id, error);
  return self->history != NULL ? g_steal_pointer (&self) : NULL;
}
