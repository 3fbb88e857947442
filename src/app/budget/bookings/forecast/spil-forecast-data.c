// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forecast-data.h"

#include "spil-closing-query.h"
#include "spil-register-data.h"

static void
clear_row (gpointer row)
{
  g_free (((SpilForecastRow *) row)->cents);
}

void
spil_forecast_data_free (SpilForecastData *self)
{
  if (self == NULL)
    return;
  spil_budget_version_row_free (self->version);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->quarters, g_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->total, spil_budget_total_free);
  g_free (self);
}

gboolean
spil_forecast_quarter_is_open (const SpilForecastQuarter *quarter)
{
  return !quarter->past && !quarter->closed;
}

int
spil_forecast_data_find_open (const SpilForecastData *self)
{
  for (guint i = 0; i < self->quarters->len; i++)
    if (spil_forecast_quarter_is_open (&g_array_index (self->quarters, SpilForecastQuarter, i)))
      return (int) i;
  return -1;
}

// The quarters of the budget, and the one of today where the budget's year is over: what is left comes then.
static gboolean
load_quarters (SpilForecastData *self, SpilStore *store, GError **error)
{
  g_autoptr (GArray) quarters = spil_budget_query_quarters (store, self->version->id, SPIL_ID_NIL, error);
  g_autoptr (GArray) closed = quarters != NULL ? spil_closing_query (store, error) : NULL;
  SpilDay today = spil_day_today ();

  if (closed == NULL)
    return FALSE;
  self->quarters = g_array_new (FALSE, FALSE, sizeof (SpilForecastQuarter));
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);
    SpilForecastQuarter column = { quarter->quarter, FALSE, FALSE, 0 };

    column.past = spil_day_compare (column.period.last, today) < 0;
    column.closed = spil_closing_find ((const SpilClosedPeriod *) closed->data, closed->len,
                                       column.period.first) != NULL;
    g_array_append_val (self->quarters, column);
  }
  return TRUE;
}

static SpilForecastQuarter *
find_quarter (SpilForecastData *self, SpilPeriod period, guint *at)
{
  for (guint i = 0; i < self->quarters->len; i++) {
    SpilForecastQuarter *quarter = &g_array_index (self->quarters, SpilForecastQuarter, i);

    if (spil_day_compare (quarter->period.first, period.first) == 0) {
      *at = i;
      return quarter;
    }
  }
  return NULL;
}

static gboolean
load_row (SpilForecastData *self, SpilStore *store, const SpilBudgetLineFigures *line, GError **error)
{
  g_autoptr (GArray) quarters = spil_budget_query_quarters (store, self->version->id, line->id, error);
  SpilForecastRow row = { line, NULL, 0, FALSE, 0 };
  SpilMoney free;

  if (quarters == NULL)
    return FALSE;
  row.cents = g_new0 (int64_t, self->quarters->len);
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *from = &g_array_index (quarters, SpilBudgetQuarter, i);
    guint at;
    SpilForecastQuarter *quarter = find_quarter (self, from->quarter, &at);

    if (quarter == NULL)
      continue;
    row.cents[at] = from->forecast_now.cents;
    row.total += from->forecast_now.cents;
    if (!line->outside)
      quarter->total += from->forecast_now.cents;
  }
  row.known = spil_budget_line_get_free (line, &free);
  row.left = row.known ? free.cents - row.total : 0;
  if (!line->outside)
    self->forecast += row.total;
  g_array_append_val (self->rows, row);
  return TRUE;
}

gpointer
spil_forecast_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *version = request;
  g_autoptr (SpilForecastData) self = g_new0 (SpilForecastData, 1);
  g_autoptr (GError) local = NULL;

  self->version = spil_register_find_version (store, *version, spil_day_today (), &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (self->version == NULL)
    return g_steal_pointer (&self);
  self->rows = g_array_new (FALSE, TRUE, sizeof (SpilForecastRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->lines = spil_budget_query_lines (store, self->version->id, SPIL_DAY_NONE, error);
  if (self->lines == NULL || !load_quarters (self, store, error))
    return NULL;
  self->total = spil_budget_total_new (self->lines);
  for (guint i = 0; i < self->lines->len; i++)
    if (!load_row (self, store, self->lines->pdata[i], error))
      return NULL;
  return g_steal_pointer (&self);
}
