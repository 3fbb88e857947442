// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-burn-down.h"
#include "spil-money-charts-private.h"
#include "spil-period.h"

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

/* What a burn-down is of: a line, or all lines in the budget. */
typedef struct
{
  int64_t budget;
  int64_t open;
  int64_t actual;
  int64_t forecast;
} Money;

static Money
sum_lines (GPtrArray *lines, SpilId line)
{
  g_autoptr (SpilBudgetTotal) total = NULL;

  for (guint i = 0; !spil_id_is_nil (line) && i < lines->len; i++) {
    const SpilBudgetLineFigures *figures = g_ptr_array_index (lines, i);

    if (spil_id_equal (figures->id, line))
      return (Money) { figures->budget.cents, figures->open.cents, figures->actual.cents,
                       figures->forecast.cents };
  }
  total = spil_budget_total_new (lines);
  return (Money) { total->budget.cents, total->open.cents, total->actual.cents, total->forecast.cents };
}

/* The lines at the end of each month that is gone. */
static GPtrArray *
query_gone (SpilStore *store, SpilId version, SpilDay first, SpilDay last, SpilDay day, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SpilDay));

  for (SpilPeriod month = spil_period_of (SPIL_PERIOD_MONTH, first);
       spil_day_compare (month.first, last) <= 0 && spil_day_compare (month.last, day) < 0;
       month = spil_period_step (month, 1))
    g_array_append_val (days, month.last);
  return spil_budget_query_course (store, version, (const SpilDay *) (gpointer) days->data, days->len, error);
}

/* Adds the last days of the months, with how it stood on those that have come (@gone); today is a point of its own. */
static void
add_months (SpilBurnDown *burn, GPtrArray *gone, SpilId line, const Money *now, SpilDay first, SpilDay last,
            SpilDay day)
{
  guint n = 0;

  for (SpilPeriod month = spil_period_of (SPIL_PERIOD_MONTH, first);
       spil_day_compare (month.first, last) <= 0; month = spil_period_step (month, 1), n++) {
    const gboolean present = spil_period_contains (month, day);
    SpilBurnPoint point = { .day = month.last, .has_actual = n < gone->len, .has_plan = TRUE };

    if (point.has_actual) {
      const Money money = sum_lines (gone->pdata[n], line);

      point.actual = money.actual;
      point.open = money.open;
    }
    point.plan = spil_burn_down_plan (now->budget, first, last, month.last);
    if (present) {
      const SpilBurnPoint today = { .day = day,
                                    .plan = spil_burn_down_plan (now->budget, first, last, day),
                                    .actual = now->actual,
                                    .open = now->open,
                                    .has_plan = TRUE,
                                    .has_actual = TRUE };

      spil_burn_down_add (burn, &today);
    }
    if (!present || spil_day_compare (day, month.last) != 0)
      spil_burn_down_add (burn, &point);
  }
}

/* "3. Fonds", or NULL for all lines. */
static char *
dup_subject (GPtrArray *lines, SpilId line)
{
  for (guint i = 0; !spil_id_is_nil (line) && i < lines->len; i++) {
    const SpilBudgetLineFigures *figures = g_ptr_array_index (lines, i);

    if (spil_id_equal (figures->id, line))
      return g_strdup_printf ("%d. %s", figures->number, figures->name);
  }
  return NULL;
}

SpilChart *
spil_report_chart_of_burn (SpilStore *store, const SpilBudgetVersionRow *version, GPtrArray *lines,
                           SpilId line, SpilDay day, GError **error)
{
  const Money now = sum_lines (lines, line);
  g_autofree char *subject = dup_subject (lines, line);
  g_autoptr (SpilBurnDown) burn = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  SpilDay first, last;
  int64_t pace;

  find_span (version, day, &first, &last);
  gone = query_gone (store, version->id, first, last, day, error);
  if (gone == NULL)
    return NULL;
  burn = spil_burn_down_new (now.budget, first, last);
  add_months (burn, gone, line, &now, first, last, day);
  spil_burn_down_set_subject (burn, subject);
  spil_burn_down_set_note (burn, spil_money_charts_vat (version->total.vat));
  spil_burn_down_set_today (burn, day);
  spil_burn_down_set_expected (burn, now.actual + now.open, now.actual + now.open + now.forecast);
  if (spil_burn_down_pace (now.actual, first, last, day, &pace))
    spil_burn_down_set_pace (burn, pace);
  return spil_burn_down_to_chart (g_steal_pointer (&burn));
}

SpilChart *
spil_report_chart_burn (SpilStore *store, SpilDay day, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = spil_money_charts_find_version (store, day, error);
  g_autoptr (GPtrArray) lines = NULL;

  if (version == NULL || (lines = spil_budget_query_lines (store, version->id, day, error)) == NULL)
    return NULL;
  return spil_report_chart_of_burn (store, version, lines, SPIL_ID_NIL, day, error);
}
