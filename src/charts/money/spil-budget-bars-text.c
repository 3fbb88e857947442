// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The budget in words and as a table. */
#include "spil-budget-bars-private.h"

#include <glib/gi18n-lib.h>

#include "spil-money.h"

const SpilBudgetBar *
spil_budget_bar (const SpilBudgetBars *self, int index)
{
  return &g_array_index (self->bars, SpilBudgetBar, index);
}

int64_t
spil_budget_bar_free (const SpilBudgetBar *bar)
{
  return bar->budget - bar->committed - bar->actual;
}

char *
spil_budget_amount (int64_t cents, gboolean known, int pm)
{
  g_autofree char *amount = NULL;

  if (!known)
    return g_strdup (C_ ("chart", "PM"));
  amount = spil_money_format (cents, SPIL_MONEY_WHOLE);
  if (pm > 0)
    /* Translators: a sum to which amounts that are still to follow (PM) belong. */
    return g_strdup_printf (_ ("%s + PM"), amount);
  return g_steal_pointer (&amount);
}

SpilBudgetTotals
spil_budget_bars_total (const SpilBudgetBars *self)
{
  SpilBudgetTotals totals = { 0 };

  for (guint i = 0; i < self->bars->len; i++) {
    const SpilBudgetBar *bar = spil_budget_bar (self, (int) i);

    if (bar->outside)
      continue;
    totals.lines++;
    totals.committed += bar->committed;
    totals.reserved += bar->reserved;
    totals.actual += bar->actual;
    if (bar->has_forecast) {
      totals.forecast += bar->forecast;
      totals.forecasts++;
    }
    if (bar->budget_pm) {
      totals.pm++;
      continue;
    }
    totals.budget += bar->budget;
    totals.free += spil_budget_bar_free (bar);
    totals.over += spil_budget_bar_free (bar) < 0;
  }
  return totals;
}

char *
spil_budget_bar_description (const SpilBudgetBar *bar)
{
  g_autofree char *budget = spil_budget_amount (bar->budget, !bar->budget_pm, 0);
  g_autofree char *actual = spil_money_format (bar->actual, SPIL_MONEY_WHOLE);
  g_autofree char *committed = spil_money_format (bar->committed, SPIL_MONEY_WHOLE);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("budget %s; spent %s; committed %s"), budget, actual, committed);
  if (!bar->budget_pm) {
    int64_t left = spil_budget_bar_free (bar);
    g_autofree char *amount = spil_money_format (ABS (left), SPIL_MONEY_WHOLE);

    g_string_append_printf (text, left < 0 ? _ ("; %s over budget") : _ ("; %s free"), amount);
  }
  if (bar->reserved > 0) {
    g_autofree char *reserved = spil_money_format (bar->reserved, SPIL_MONEY_WHOLE);

    g_string_append_printf (text, _ ("; %s reserved"), reserved);
  }
  if (bar->has_forecast) {
    g_autofree char *forecast = spil_money_format (bar->forecast, SPIL_MONEY_WHOLE);

    g_string_append_printf (text, _ ("; forecast %s"), forecast);
  }
  return g_string_free_and_steal (text);
}

char *
spil_budget_bars_summary (gconstpointer data)
{
  const SpilBudgetBars *self = data;
  SpilBudgetTotals totals = spil_budget_bars_total (self);
  g_autofree char *budget = spil_budget_amount (totals.budget, TRUE, totals.pm);
  g_autofree char *actual = spil_money_format (totals.actual, SPIL_MONEY_WHOLE);
  g_autofree char *committed = spil_money_format (totals.committed, SPIL_MONEY_WHOLE);
  g_autofree char *left = spil_money_format (totals.free, SPIL_MONEY_WHOLE);
  GString *text;

  if (self->bars->len == 0)
    return g_strdup (_ ("Budget without lines."));
  text = g_string_new (NULL);
  g_string_append_printf (
      text,
      g_dngettext (GETTEXT_PACKAGE, "Budget of %d line, %s in total: %s spent, %s committed, %s free",
                   "Budget of %d lines, %s in total: %s spent, %s committed, %s free", (gulong) totals.lines),
      totals.lines, budget, actual, committed, left);
  if (totals.over > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %d line is over budget",
                                         "; %d lines are over budget", (gulong) totals.over),
                            totals.over);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
add_row (SpilChartTable *table, const SpilBudgetBar *bar)
{
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, bar->label);
  spil_chart_table_take (table, spil_budget_amount (bar->budget, !bar->budget_pm, 0));
  spil_chart_table_take (table, spil_money_format (bar->actual, SPIL_MONEY_WHOLE));
  spil_chart_table_take (table, spil_money_format (bar->committed, SPIL_MONEY_WHOLE));
  spil_chart_table_take (
      table, bar->budget_pm ? NULL : spil_money_format (spil_budget_bar_free (bar), SPIL_MONEY_WHOLE));
  spil_chart_table_take (table,
                         bar->has_forecast ? spil_money_format (bar->forecast, SPIL_MONEY_WHOLE) : NULL);
  spil_chart_table_take (table, spil_money_format (bar->reserved, SPIL_MONEY_WHOLE));
}

SpilChartTable *
spil_budget_bars_table (gconstpointer data)
{
  const SpilBudgetBars *self = data;
  SpilChartTable *table = spil_chart_table_new ();
  SpilBudgetTotals totals = spil_budget_bars_total (self);

  spil_chart_table_add_column (table, C_ ("chart", "Budget line"), FALSE);
  spil_chart_table_add_column (table, C_ ("chart", "Budget"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Spent"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Committed"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Free"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Forecast"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Reserved"), TRUE);
  for (guint i = 0; i < self->bars->len; i++)
    add_row (table, spil_budget_bar (self, (int) i));
  if (self->bars->len < 2)
    return table;
  spil_chart_table_add_row (table);
  spil_chart_table_put (table, C_ ("chart", "Total"));
  spil_chart_table_take (table, spil_budget_amount (totals.budget, TRUE, totals.pm));
  spil_chart_table_take (table, spil_money_format (totals.actual, SPIL_MONEY_WHOLE));
  spil_chart_table_take (table, spil_money_format (totals.committed, SPIL_MONEY_WHOLE));
  spil_chart_table_take (table, spil_money_format (totals.free, SPIL_MONEY_WHOLE));
  spil_chart_table_take (table,
                         totals.forecasts > 0 ? spil_money_format (totals.forecast, SPIL_MONEY_WHOLE) : NULL);
  spil_chart_table_take (table, spil_money_format (totals.reserved, SPIL_MONEY_WHOLE));
  return table;
}
