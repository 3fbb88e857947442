// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-entity.h"

/* The quarters while bookings are added to them. */
typedef struct
{
  SpilDay from; /* what was booked earlier is in `before` */
  int year; /* 0: not stated */
  SpilVat vat;
  SpilBudgetQuarter before;
  GArray *quarters; /* of SpilBudgetQuarter; empty until the first day is known */
} Adding;

static SpilBudgetQuarter
make_quarter (const Adding *self, SpilPeriod period)
{
  SpilMoney nothing = spil_money (0, self->vat);

  return (SpilBudgetQuarter) {
    .quarter = period, .committed = nothing, .actual = nothing, .forecast = nothing, .forecast_now = nothing
  };
}

/* Makes quarters up to the one that holds @day. */
static void
extend_to (Adding *self, SpilDay day)
{
  SpilPeriod period = spil_period_of (SPIL_PERIOD_QUARTER, day);

  if (self->quarters->len > 0)
    period = spil_period_step (
        g_array_index (self->quarters, SpilBudgetQuarter, self->quarters->len - 1).quarter, 1);
  for (; spil_day_compare (period.first, day) <= 0; period = spil_period_step (period, 1)) {
    SpilBudgetQuarter quarter = make_quarter (self, period);

    g_array_append_val (self->quarters, quarter);
  }
}

static SpilBudgetQuarter *
find_quarter (Adding *self, SpilDay day)
{
  if (spil_day_is_known (self->from) && spil_day_compare (day, self->from) < 0)
    return &self->before;
  extend_to (self, day);
  for (guint i = 0; i < self->quarters->len; i++) {
    SpilBudgetQuarter *quarter = &g_array_index (self->quarters, SpilBudgetQuarter, i);

    if (spil_period_contains (quarter->quarter, day))
      return quarter;
  }
  g_return_val_if_reached (&self->before);
}

/* Columns: day, VAT, committed, actual, forecast, forecast that was not reversed, bookings, bookings with forecasts. In the order of the days. */
static gboolean
take_day (SpilStatement *row, gpointer user_data)
{
  Adding *self = user_data;
  SpilBudgetQuarter *quarter = find_quarter (self, spil_get_day (row, 0));

  if ((SpilVat) spil_get_int (row, 1) != self->vat) {
    quarter->left_out += spil_get_int (row, 7);
    return TRUE;
  }
  quarter->committed.cents += spil_statement_get_integer (row, 2);
  quarter->actual.cents += spil_statement_get_integer (row, 3);
  quarter->forecast.cents += spil_statement_get_integer (row, 4);
  quarter->forecast_now.cents += spil_statement_get_integer (row, 5);
  quarter->n += spil_get_int (row, 6);
  return TRUE;
}

/* Columns: from, year, VAT, date. */
static gboolean
take_version (SpilStatement *row, gpointer user_data)
{
  Adding *self = user_data;

  self->from = spil_get_day (row, 0);
  self->year = spil_get_int (row, 1);
  self->vat = (SpilVat) spil_get_int (row, 2);
  if (!spil_day_is_known (self->from) && self->year != 0)
    self->from = spil_day_from_ymd (self->year, 1, 1);
  if (self->year == 0 && spil_day_is_known (self->from))
    spil_day_to_ymd (self->from, &self->year, NULL, NULL);
  return FALSE;
}

/* The bookings b of one table on the lines that count. */
#define DAYS_SQL(table, figures)                                                                             \
  "SELECT b.date AS date, b.vat, " figures ", count (*) FROM " table " b WHERE b.dead = 0"                    \
  " AND b.line IN (" SPIL_BUDGET_COUNTED_SQL ") GROUP BY b.date, b.vat"

#define COUNTS_SQL                                                                                           \
  "sum (CASE WHEN b.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM forecast r WHERE r.reverses = b.id"        \
  " AND r.dead = 0) THEN b.amount ELSE 0 END)"

static gboolean
read_quarters (SpilStore *store, SpilId version, SpilId line, Adding *self, GError **error)
{
  static const char version_sql[] =
      "SELECT \"from\", year, vat FROM budget_version WHERE id = ?2 AND dead = 0";
  static const char sql[] =
      DAYS_SQL ("commitment", "sum (b.amount), 0, 0, 0, count (*)") " UNION ALL " DAYS_SQL (
          "actual",
          "0, sum (b.amount), 0, 0, count (*)") " UNION ALL " DAYS_SQL ("forecast",
                                                                        "0, 0, sum (b.amount), " COUNTS_SQL
                                                                        ", 0") " ORDER BY 1";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line) };

  self->from = SPIL_DAY_NONE;
  if (!spil_read_each (store, version_sql, parameters, 1, take_version, self, error))
    return FALSE;
  self->before = make_quarter (self, spil_period_of (SPIL_PERIOD_QUARTER, SPIL_DAY_NONE));
  if (spil_day_is_known (self->from))
    extend_to (self, self->from);
  if (self->year != 0)
    extend_to (self, spil_day_from_ymd (self->year, 12, 31));
  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_day, self, error);
}

GArray *
spil_budget_query_quarters (SpilStore *store, SpilId version, SpilId line, GError **error)
{
  g_autoptr (GArray) quarters = g_array_new (FALSE, FALSE, sizeof (SpilBudgetQuarter));
  Adding adding = { .quarters = quarters };

  return read_quarters (store, version, line, &adding, error) ? g_steal_pointer (&quarters) : NULL;
}

gboolean
spil_budget_query_before (SpilStore *store, SpilId version, SpilId line, SpilBudgetQuarter *before,
                          GError **error)
{
  g_autoptr (GArray) quarters = g_array_new (FALSE, FALSE, sizeof (SpilBudgetQuarter));
  Adding adding = { .quarters = quarters };
  gboolean read = read_quarters (store, version, line, &adding, error);

  *before = adding.before;
  return read;
}
