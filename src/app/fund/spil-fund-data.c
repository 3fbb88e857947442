// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-data.h"

#include "spil-fund-item.h"

/* The page */

void
spil_fund_data_free (SpilFundData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static void
choose_scheme (SpilFundData *self, SpilId id)
{
  for (guint i = 0; i < self->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (self->schemes, i);

    if (self->scheme == NULL || spil_id_equal (scheme->id, id))
      self->scheme = scheme;
  }
}

SpilFundData *
spil_fund_data_load (SpilStore *store, SpilId scheme, SpilDay day, GError **error)
{
  g_autoptr (SpilFundData) self = g_new0 (SpilFundData, 1);
  g_autoptr (GPtrArray) rows = NULL;

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->schemes = spil_fund_query_schemes (store, day, error);
  if (self->schemes == NULL)
    return NULL;
  choose_scheme (self, scheme);
  if (self->scheme == NULL)
    return g_steal_pointer (&self);
  rows = spil_fund_query_applications (store, self->scheme->id, error);
  if (rows == NULL)
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->items, spil_fund_item_new (g_ptr_array_index (rows, i)));
  return g_steal_pointer (&self);
}

/* One application */

void
spil_application_data_free (SpilApplicationData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_free (self->scheme);
  g_free (self);
}

static GPtrArray *
list_of (SpilStore *store, int entity, int field, SpilId application, int date, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  spil_query_where_reference (query, field, application);
  spil_query_sort (query, date, TRUE);
  return spil_store_list (store, query, error);
}

static gboolean
load_figures (SpilApplicationData *self, SpilStore *store, SpilId id, GError **error)
{
  SpilId scheme = spil_record_get_reference (self->record, SPIL_APPLICATION_SCHEME);

  self->scheme = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_SCHEME), scheme);
  self->rows = spil_fund_query_applications (store, scheme, error);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++) {
    const SpilFundApplicationRow *row = g_ptr_array_index (self->rows, i);

    if (spil_id_equal (row->id, id))
      self->row = row;
  }
  return self->rows != NULL;
}

SpilApplicationData *
spil_application_data_load (SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilApplicationData) self = g_new0 (SpilApplicationData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_APPLICATION), id, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (!load_figures (self, store, id, error) || self->row == NULL)
    return NULL;
  self->assessments = list_of (store, SPIL_ENTITY_ASSESSMENT, SPIL_ASSESSMENT_APPLICATION, id,
                               SPIL_ASSESSMENT_DATE, error);
  if (self->assessments == NULL)
    return NULL;
  self->payments = list_of (store, SPIL_ENTITY_PAYMENT, SPIL_PAYMENT_APPLICATION, id, SPIL_PAYMENT_DATE,
                            error);
  return self->payments != NULL ? g_steal_pointer (&self) : NULL;
}
