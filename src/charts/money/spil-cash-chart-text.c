// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Cash by quarter in words and as a table. */
#include <glib/gi18n-lib.h>

#include "spil-cash-chart-private.h"
#include "spil-money.h"

const SpilCashQuarter *
spil_cash_chart_quarter (const SpilCashChart *self, guint at)
{
  return &g_array_index (self->quarters, SpilCashQuarter, at);
}

int64_t
spil_cash_quarter_part (const SpilCashQuarter *quarter, SpilCashPart part)
{
  return part == SPIL_CASH_ACTUAL ? quarter->actual
         : part == SPIL_CASH_OPEN ? quarter->open
                                  : quarter->forecast;
}

int64_t
spil_cash_quarter_sum (const SpilCashQuarter *quarter)
{
  return quarter->actual + quarter->open + quarter->forecast;
}

int64_t
spil_cash_chart_added (const SpilCashChart *self, guint at)
{
  int64_t sum = 0;

  for (guint i = 0; i <= at && i < self->quarters->len; i++)
    sum += spil_cash_quarter_sum (spil_cash_chart_quarter (self, i));
  return spil_money_chart_hold (sum);
}

gboolean
spil_cash_chart_has (const SpilCashChart *self, SpilCashPart part)
{
  for (guint i = 0; i < self->quarters->len; i++)
    if (spil_cash_quarter_part (spil_cash_chart_quarter (self, i), part) != 0)
      return TRUE;
  return FALSE;
}

const char *
spil_cash_part_label (SpilCashPart part)
{
  return part == SPIL_CASH_ACTUAL ? C_ ("chart", "Spent")
         : part == SPIL_CASH_OPEN ? C_ ("chart", "Committed, still to be paid")
                                  : C_ ("chart", "Forecast");
}

char *
spil_cash_quarter_name (const SpilCashQuarter *quarter)
{
  g_autofree char *name = spil_period_format_short (quarter->quarter);
  int year;

  spil_day_to_ymd (quarter->quarter.first, &year, NULL, NULL);
  return g_strdup_printf ("%s %d", name, year);
}

static void
say (GString *text, const char *format, int64_t cents)
{
  g_autofree char *amount = spil_money_chart_text (cents);

  if (cents == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, format, amount);
}

char *
spil_cash_quarter_text (const SpilCashChart *self, guint at)
{
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (self, at);
  g_autofree char *added = spil_money_chart_text (spil_cash_chart_added (self, at));
  GString *text = g_string_new (NULL);

  say (text, _ ("%s spent"), quarter->actual);
  say (text, _ ("%s committed"), quarter->open);
  say (text, _ ("%s forecast"), quarter->forecast);
  if (text->len == 0)
    g_string_append (text, _ ("nothing"));
  g_string_append_printf (text, _ ("; added up %s"), added);
  if (quarter->closed)
    g_string_append (text, _ ("; closed"));
  return g_string_free_and_steal (text);
}

char *
spil_cash_chart_summary (gconstpointer data)
{
  const SpilCashChart *self = data;
  const guint n = self->quarters->len;
  int64_t sums[SPIL_CASH_PARTS] = { 0 };
  GString *text;

  if (n == 0)
    return g_strdup (_ ("Cash by quarter without quarters."));
  text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
      sums[part] += spil_cash_quarter_part (spil_cash_chart_quarter (self, i), part);
  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
    sums[part] = spil_money_chart_hold (sums[part]);
  {
    g_autofree char *from = spil_cash_quarter_name (spil_cash_chart_quarter (self, 0));
    g_autofree char *until = spil_cash_quarter_name (spil_cash_chart_quarter (self, n - 1));
    g_autofree char *spent = spil_money_chart_text (sums[SPIL_CASH_ACTUAL]);
    g_autofree char *open = spil_money_chart_text (sums[SPIL_CASH_OPEN]);
    g_autofree char *forecast = spil_money_chart_text (sums[SPIL_CASH_FORECAST]);
    g_autofree char *added = spil_money_chart_text (spil_cash_chart_added (self, n - 1));

    g_string_append_printf (
        text,
        _ ("Cash by quarter, %s to %s: %s spent, %s committed and still to be paid, %s forecast; together %s"),
        from, until, spent, open, forecast, added);
  }
  if (self->has_budget) {
    g_autofree char *budget = spil_money_chart_text (self->budget);

    g_string_append_printf (text, _ (" of a budget of %s"), budget);
  }
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static void
add_row (const SpilCashChart *self, SpilChartTable *table, guint at)
{
  const SpilCashQuarter *quarter = spil_cash_chart_quarter (self, at);
  const int64_t added = spil_cash_chart_added (self, at);

  spil_chart_table_add_row (table);
  spil_chart_table_take (table, spil_cash_quarter_name (quarter));
  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
    spil_chart_table_take (table,
                           spil_money_format (spil_cash_quarter_part (quarter, part), SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, spil_money_format (added, SPIL_MONEY_BRIEF));
  spil_chart_table_take (table, self->has_budget ? spil_money_format (self->budget - added, SPIL_MONEY_BRIEF)
                                                 : NULL);
  spil_chart_table_put (table, quarter->closed ? C_ ("chart", "closed") : NULL);
}

SpilChartTable *
spil_cash_chart_table (gconstpointer data)
{
  const SpilCashChart *self = data;
  SpilChartTable *table = spil_chart_table_new ();

  spil_chart_table_add_column (table, C_ ("chart", "Quarter"), FALSE);
  for (SpilCashPart part = 0; part < SPIL_CASH_PARTS; part++)
    spil_chart_table_add_column (table, spil_cash_part_label (part), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Added up"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Left of the budget"), TRUE);
  spil_chart_table_add_column (table, C_ ("chart", "Period"), FALSE);
  for (guint i = 0; i < self->quarters->len; i++)
    add_row (self, table, i);
  return table;
}
