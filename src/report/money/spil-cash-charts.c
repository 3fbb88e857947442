// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cash-chart.h"
#include "spil-closing-query.h"
#include "spil-money-charts-private.h"

/* Whether all of @quarter is in closed periods. */
static gboolean
is_closed (GArray *closed, SpilPeriod quarter)
{
  SpilDay day = quarter.first;

  while (closed != NULL && closed->len > 0 && spil_day_compare (day, quarter.last) <= 0) {
    const SpilClosedPeriod *period = spil_closing_find ((const SpilClosedPeriod *) (gpointer) closed->data,
                                                        closed->len, day);

    if (period == NULL)
      return FALSE;
    day = spil_day_add (period->last, 1);
  }
  return spil_day_compare (day, quarter.last) > 0;
}

/* The quarter in which what is committed is expected: that of @day, else the nearest one. */
static guint
find_present (GArray *quarters, SpilDay day)
{
  guint at = 0;

  while (at + 1 < quarters->len &&
         spil_day_compare (g_array_index (quarters, SpilBudgetQuarter, at).quarter.last, day) < 0)
    at++;
  return at;
}

SpilChart *
spil_report_chart_of_cash (GArray *quarters, GArray *closed, const SpilBudgetTotal *total, SpilDay day)
{
  SpilCashChart *cash = spil_cash_chart_new ();
  const guint present = find_present (quarters, day);

  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);
    const SpilCashQuarter drawn = {
      .quarter = quarter->quarter,
      .actual = quarter->actual.cents,
      .open = i == present ? total->open.cents : 0,
      .forecast = quarter->forecast_now.cents,
      .closed = is_closed (closed, quarter->quarter),
    };

    spil_cash_chart_add (cash, &drawn);
  }
  spil_cash_chart_set_budget (cash, total->budget.cents);
  spil_cash_chart_set_today (cash, day);
  spil_cash_chart_set_note (cash, spil_money_charts_vat (total->budget.vat));
  return spil_cash_chart_to_chart (cash);
}

SpilChart *
spil_report_chart_cash (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = spil_money_charts_find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GArray) quarters = NULL;
  g_autoptr (GArray) closed = NULL;
  g_autoptr (SpilBudgetTotal) total = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL ||
      (quarters = spil_budget_query_quarters (store, version->id, SPIL_ID_NIL, error)) == NULL ||
      (closed = spil_closing_query (store, error)) == NULL)
    return NULL;
  total = spil_budget_total_new (lines);
  return spil_report_chart_of_cash (quarters, closed, total, day);
}
