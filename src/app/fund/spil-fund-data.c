// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-data.h"

#include "spil-fund-item.h"
#include "spil-text.h"

void
spil_fund_data_free (SpilFundData *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->risk_name);
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

// The risk whose theme is in the name of the scheme: "Bereikbaarheidsfonds" in "Bereikbaarheidsfonds 2018".
static gboolean
find_risk (SpilFundData *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_RISK));
  g_autofree char *name = spil_text_fold (self->scheme->name);
  g_autoptr (GPtrArray) risks = NULL;

  spil_query_sort (query, SPIL_RISK_NUMBER, FALSE);
  risks = spil_store_list (store, query, error);
  for (guint i = 0; risks != NULL && i < risks->len && self->risk_name == NULL; i++) {
    const char *theme = spil_record_get_text (risks->pdata[i], SPIL_RISK_THEME);
    g_autofree char *folded = theme != NULL ? spil_text_fold (theme) : NULL;

    if (folded == NULL || folded[0] == '\0' || strstr (name, folded) == NULL)
      continue;
    self->risk = spil_record_get_id (risks->pdata[i]);
    self->risk_name = g_strdup (spil_record_get_title (risks->pdata[i]));
  }
  return risks != NULL;
}

SpilFundData *
spil_fund_data_load (SpilStore *store, SpilId scheme, SpilDay day, GError **error)
{
  g_autoptr (SpilFundData) self = g_new0 (SpilFundData, 1);
  g_autoptr (GPtrArray) rows = NULL;

  self->day = day;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->schemes = spil_fund_query_schemes (store, day, error);
  if (self->schemes == NULL)
    return NULL;
  choose_scheme (self, scheme);
  if (self->scheme == NULL)
    return g_steal_pointer (&self);
  if (!find_risk (self, store, error))
    return NULL;
  rows = spil_fund_query_applications (store, self->scheme->id, error);
  if (rows == NULL)
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->items, spil_fund_item_new (g_ptr_array_index (rows, i)));
  return g_steal_pointer (&self);
}
