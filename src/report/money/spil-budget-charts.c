// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-budget-bars.h"
#include "spil-money-charts-private.h"

SpilBudgetVersionRow *
spil_money_charts_find_version (SpilStore *store, SpilDay day, GError **error)
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

const char *
spil_money_charts_vat (SpilVat vat)
{
  return vat == SPIL_VAT_EXCLUDED ? _ ("excl. VAT") : vat == SPIL_VAT_INCLUDED ? _ ("incl. VAT") : NULL;
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
      .reserved = line->reserved.cents,
      .outside = line->outside,
    };

    spil_budget_bars_add (bars, &bar);
  }
  spil_budget_bars_set_note (bars, spil_money_charts_vat (vat));
  return spil_budget_bars_to_chart (bars);
}

SpilChart *
spil_report_chart_budget (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = spil_money_charts_find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL)
    return NULL;
  return spil_report_chart_of_budget (lines, version->total.vat);
}
