// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-periods-data.h"

#include "spil-closing-query.h"
#include "spil-register-data.h"

static void
quarter_row_free (gpointer data)
{
  SpilQuarterRow *row = data;

  g_free (row->reason);
  g_free (row);
}

void
spil_periods_data_free (SpilPeriodsData *self)
{
  if (self == NULL)
    return;
  spil_budget_version_row_free (self->version);
  g_clear_pointer (&self->quarters, g_ptr_array_unref);
  g_clear_pointer (&self->closed, g_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_outside (SpilStore *store, SpilId line)
{
  g_autoptr (SpilRecord) record = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_LINE), line, NULL);

  return record != NULL && spil_record_get_boolean (record, SPIL_BUDGET_LINE_OUTSIDE);
}

static gboolean
load_figures_then (SpilQuarterRow *row, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CLOSED_LINE));
  g_autoptr (GPtrArray) lines = NULL;

  spil_query_where_reference (query, SPIL_CLOSED_LINE_PERIOD, row->closed);
  lines = spil_store_list (store, query, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++) {
    SpilRecord *line = lines->pdata[i];

    if (is_outside (store, spil_record_get_reference (line, SPIL_CLOSED_LINE_LINE)))
      continue;
    row->committed_then.cents += spil_record_get_integer (line, SPIL_CLOSED_LINE_COMMITTED);
    row->actual_then.cents += spil_record_get_integer (line, SPIL_CLOSED_LINE_ACTUAL);
  }
  return TRUE;
}

// When it was opened again last, and why it was closed or opened last.
static void
take_history (SpilQuarterRow *row, GPtrArray *records)
{
  SpilDay last = SPIL_DAY_NONE;

  for (guint i = 0; i < records->len; i++) {
    SpilRecord *record = records->pdata[i];
    SpilDay day = spil_record_get_day (record, SPIL_CLOSED_PERIOD_CLOSED_ON);

    if (spil_day_compare (spil_record_get_day (record, SPIL_CLOSED_PERIOD_FIRST), row->period.first) != 0)
      continue;
    if (!spil_record_is_null (record, SPIL_CLOSED_PERIOD_REOPENS) &&
        spil_day_compare (day, row->reopened_on) > 0)
      row->reopened_on = day;
    if (spil_day_compare (day, last) >= 0) {
      last = day;
      g_set_str (&row->reason, spil_record_get_text (record, SPIL_CLOSED_PERIOD_REASON));
    }
  }
}

// What somebody who closes it would want to have settled first.
static gboolean
load_unsettled (SpilQuarterRow *row, SpilStore *store, SpilId version, GError **error)
{
  SpilBookingFilter spent = SPIL_BOOKING_FILTER_ALL;
  SpilBookingFilter idle = SPIL_BOOKING_FILTER_ALL;
  g_autoptr (GPtrArray) expenses = NULL;
  g_autoptr (GPtrArray) commitments = NULL;

  spent.version = idle.version = version;
  spent.kinds = 1u << SPIL_BOOKING_ACTUAL;
  spent.first = row->period.first;
  spent.last = row->period.last;
  idle.kinds = 1u << SPIL_BOOKING_COMMITMENT;
  idle.open_only = TRUE;
  idle.last = spil_day_add (row->period.first, -1);
  expenses = spil_budget_query_register (store, &spent, 0, 0, NULL, error);
  commitments = expenses != NULL ? spil_budget_query_register (store, &idle, 0, 0, NULL, error) : NULL;
  if (commitments == NULL)
    return FALSE;
  for (guint i = 0; i < expenses->len; i++) {
    const SpilBudgetBookingRow *booking = expenses->pdata[i];

    row->n_no_reference += !booking->reverses && !booking->reversed &&
                           (booking->reference == NULL || booking->reference[0] == '\0');
  }
  for (guint i = 0; i < commitments->len; i++)
    row->n_idle += ((const SpilBudgetBookingRow *) commitments->pdata[i])->drawn.cents == 0;
  return TRUE;
}

static SpilQuarterRow *
load_quarter (SpilPeriodsData *self, SpilStore *store, const SpilBudgetQuarter *quarter, GPtrArray *records,
              GError **error)
{
  SpilQuarterRow *row = g_new0 (SpilQuarterRow, 1);
  const SpilClosedPeriod *closed = spil_closing_find ((const SpilClosedPeriod *) self->closed->data,
                                                      self->closed->len, quarter->quarter.first);
  gboolean loaded = TRUE;

  row->period = quarter->quarter;
  row->over = spil_day_compare (row->period.last, spil_day_today ()) < 0;
  row->closed = closed != NULL ? closed->id : SPIL_ID_NIL;
  row->closed_on = closed != NULL ? closed->closed_on : SPIL_DAY_NONE;
  row->reopened_on = SPIL_DAY_NONE;
  row->committed = quarter->committed;
  row->actual = quarter->actual;
  row->forecast = quarter->forecast_now;
  row->n = quarter->n;
  take_history (row, records);
  if (closed != NULL)
    loaded = load_figures_then (row, store, error);
  else if (row->over)
    loaded = load_unsettled (row, store, self->version->id, error);
  if (loaded)
    return row;
  quarter_row_free (row);
  return NULL;
}

gpointer
spil_periods_data_load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilPeriodsData) self = g_new0 (SpilPeriodsData, 1);
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CLOSED_PERIOD));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) quarters = NULL;
  g_autoptr (GError) local = NULL;

  self->version = spil_register_find_version (store, SPIL_ID_NIL, spil_day_today (), &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (self->version == NULL)
    return g_steal_pointer (&self);
  if ((self->closed = spil_closing_query (store, error)) == NULL ||
      (self->differences = spil_closing_query_differences (store, error)) == NULL ||
      (records = spil_store_list (store, query, error)) == NULL ||
      (quarters = spil_budget_query_quarters (store, self->version->id, SPIL_ID_NIL, error)) == NULL)
    return NULL;
  self->quarters = g_ptr_array_new_with_free_func (quarter_row_free);
  for (guint i = 0; i < quarters->len; i++) {
    SpilQuarterRow *row = load_quarter (self, store, &g_array_index (quarters, SpilBudgetQuarter, i), records,
                                        error);

    if (row == NULL)
      return NULL;
    g_ptr_array_add (self->quarters, row);
  }
  return g_steal_pointer (&self);
}
