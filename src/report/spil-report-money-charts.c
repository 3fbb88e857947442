// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-budget-bars.h"
#include "spil-budget-query.h"
#include "spil-burn-down.h"
#include "spil-period.h"
#include "spil-report-charts.h"

/* The budget in force on @day; before the first decision: the first one. */
static SpilBudgetVersionRow *
find_version (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) local = NULL;
  SpilBudgetVersionRow *current = spil_budget_query_current (store, day, &local);

  if (current != NULL)
    return current;
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  versions = spil_budget_query_versions (store, error);
  if (versions == NULL)
    return NULL;
  if (versions->len > 0)
    return g_ptr_array_steal_index (versions, versions->len - 1);
  g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND,
                       _ ("There is no budget to draw; add a budget version with its lines first."));
  return NULL;
}

static const char *
vat_note (SpilVat vat)
{
  return vat == SPIL_VAT_EXCLUDED ? _ ("excluding VAT") : vat == SPIL_VAT_INCLUDED ? _ ("including VAT") : NULL;
}

SpilChart *
spil_report_chart_of_budget (GPtrArray *lines, SpilVat vat)
{
  SpilBudgetBars *bars = spil_budget_bars_new ();

  for (guint i = 0; i < lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (lines, i);
    g_autofree char *label = g_strdup_printf ("%d. %s", line->number, line->name);
    const SpilBudgetBar bar = {
      .label = label,
      .budget = line->budget.cents,
      .committed = line->open.cents,
      .actual = line->actual.cents,
      .forecast = spil_budget_line_get_expected (line).cents,
      .budget_pm = !line->stated,
      .has_forecast = line->forecast.cents != 0,
    };

    spil_budget_bars_add (bars, &bar);
  }
  spil_budget_bars_set_note (bars, vat_note (vat));
  return spil_budget_bars_to_chart (bars);
}

SpilChart *
spil_report_chart_budget (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL)
    return NULL;
  return spil_report_chart_of_budget (lines, version->total.vat);
}

/* What the whole version is expected to cost in the end. */
static int64_t
expected_cost (GPtrArray *lines)
{
  g_autoptr (SpilBudgetTotal) total = spil_budget_total_new (lines);

  return total->actual.cents + total->open.cents + total->forecast.cents;
}

/* Adds the months that have come with what was spent by then, and from there to the end what is expected. */
static void
add_months (SpilBurnDown *burn, GArray *months, SpilDay day, int64_t expected)
{
  for (guint i = 0; i < months->len; i++) {
    const SpilBudgetMonth *month = &g_array_index (months, SpilBudgetMonth, i);
    const SpilBudgetMonth *next = i + 1 < months->len ? month + 1 : NULL;
    const gboolean begun = i == 0 || spil_day_compare (day, (month - 1)->last) > 0;
    const gboolean current = begun && (next == NULL || spil_day_compare (day, month->last) <= 0);
    SpilBurnPoint point = { .day = month->last, .actual = month->actual.cents, .has_actual = begun };

    if (current && spil_day_compare (day, month->last) < 0)
      point.day = day;
    point.has_forecast = current || next == NULL;
    point.forecast = next == NULL ? expected : month->actual.cents;
    spil_burn_down_add (burn, &point);
  }
}

/* From the day that costs count from to the end of the budget's year; what is not stated is the year of @day. */
static void
find_span (const SpilBudgetVersionRow *version, SpilDay day, SpilDay *first, SpilDay *last)
{
  const SpilDay within = version->year > 0                   ? spil_day_from_ymd (version->year, 12, 31)
                         : spil_day_is_known (version->date) ? version->date
                                                             : day;
  const SpilPeriod year = spil_period_of (SPIL_PERIOD_YEAR, spil_day_is_known (within) ? within : day);

  *last = year.last;
  *first = spil_day_is_known (version->from) && spil_day_compare (version->from, *last) <= 0 ? version->from
                                                                                             : year.first;
}

SpilChart *
spil_report_chart_of_burn (SpilStore *store, const SpilBudgetVersionRow *version, GPtrArray *lines,
                           SpilDay day, GError **error)
{
  g_autoptr (GArray) months = NULL;
  SpilBurnDown *burn;
  SpilDay first, last;

  find_span (version, day, &first, &last);
  months = spil_budget_query_months (store, version->id, SPIL_ID_NIL, first, last, NULL, error);
  if (months == NULL)
    return NULL;
  burn = spil_burn_down_new (version->total.cents, first, last);
  add_months (burn, months, day, expected_cost (lines));
  spil_burn_down_set_today (burn, day);
  return spil_burn_down_to_chart (burn);
}

SpilChart *
spil_report_chart_burn (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL)
    return NULL;
  return spil_report_chart_of_burn (store, version, lines, day, error);
}
