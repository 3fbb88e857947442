// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-data.h"

#include "spil-period.h"

void
spil_register_data_free (SpilRegisterData *self)
{
  if (self == NULL)
    return;
  spil_budget_version_row_free (self->version);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

SpilBudgetVersionRow *
spil_register_find_version (SpilStore *store, SpilId id, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) current = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) local = NULL;

  if (spil_id_is_nil (id)) {
    current = spil_budget_query_current (store, day, &local);
    if (local != NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (current != NULL)
      return g_steal_pointer (&current);
  }
  versions = spil_budget_query_versions (store, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++) {
    const SpilBudgetVersionRow *version = versions->pdata[i];

    if (spil_id_is_nil (id) || spil_id_equal (version->id, id))
      return g_ptr_array_steal_index (versions, i);
  }
  return NULL;
}

// From where its costs count, or its year, until its last day, or today where that is later.
static void
find_periods (SpilRegisterData *self, SpilDay today)
{
  SpilDay from = self->version->from;
  int year = self->version->year;

  if (!spil_day_is_known (from))
    from = year > 0 ? spil_day_from_ymd (year, 1, 1) : today;
  self->first = from;
  self->last = spil_period_of (SPIL_PERIOD_YEAR, from).last;
  if (spil_day_compare (self->last, today) < 0)
    self->last = today;
}

static gboolean
is_counted (const SpilRegisterData *self, const SpilBookingFilter *filter, const SpilBudgetBookingRow *row)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    // Lines outside the budget are in no sum, unless one of them is what is asked for.
    if (line->number == row->line_number)
      return (!line->outside || !spil_id_is_nil (filter->line)) && line->budget.vat == row->amount.vat;
  }
  return FALSE;
}

// What the figures of the budget are made of: not what was committed, but what is left of it.
static gboolean
load_open (SpilRegisterData *self, SpilStore *store, const SpilBookingFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!filter->open_only)
    return TRUE;
  rows = spil_budget_query_register (store, filter, 0, 0, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SpilBudgetBookingRow *row = rows->pdata[i];

    if (is_counted (self, filter, row))
      self->open[row->kind] += row->open.cents;
  }
  return rows != NULL;
}

gpointer
spil_register_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilRegisterData) self = g_new0 (SpilRegisterData, 1);
  g_autoptr (GError) local = NULL;
  SpilBookingSums all;
  SpilBookingFilter filter = *(const SpilBookingFilter *) request;
  SpilBookingFilter everything = SPIL_BOOKING_FILTER_ALL;

  self->version = spil_register_find_version (store, filter.version, spil_day_today (), &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (self->version == NULL)
    return g_steal_pointer (&self);
  find_periods (self, spil_day_today ());
  self->lines = spil_budget_query_lines (store, self->version->id, SPIL_DAY_NONE, error);
  filter.version = everything.version = self->version->id;
  if (self->lines == NULL || !spil_budget_query_register_sums (store, &filter, &self->sums, error) ||
      !spil_budget_query_register_sums (store, &everything, &all, error) ||
      !load_open (self, store, &filter, error))
    return NULL;
  self->n_all = all.n;
  return g_steal_pointer (&self);
}
