// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-entity.h"
#include "spil-period.h"
#include "spil-read.h"

/* The months while bookings are added to them. */
typedef struct
{
  GArray *months; /* of SpilBudgetMonth */
  SpilVat vat;
  int left_out;
} Burn;

/* Adds an amount to the month of its day and to all later ones. Columns: day, VAT, committed, actual, bookings. */
static gboolean
take_amount (SpilStatement *row, gpointer user_data)
{
  Burn *burn = user_data;
  SpilDay day = spil_get_day (row, 0);

  if ((SpilVat) spil_statement_get_integer (row, 1) != burn->vat) {
    burn->left_out += spil_get_int (row, 4);
    return TRUE;
  }
  for (guint i = burn->months->len; i-- > 0;) {
    SpilBudgetMonth *month = &g_array_index (burn->months, SpilBudgetMonth, i);

    if (spil_day_compare (month->last, day) < 0)
      break;
    month->committed.cents += spil_statement_get_integer (row, 2);
    month->actual.cents += spil_statement_get_integer (row, 3);
  }
  return TRUE;
}

static GArray *
make_months (SpilDay first, SpilDay last, SpilVat vat)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (SpilBudgetMonth));

  for (SpilPeriod period = spil_period_of (SPIL_PERIOD_MONTH, first);
       spil_day_compare (period.first, last) <= 0; period = spil_period_step (period, 1)) {
    SpilBudgetMonth month = { period.last, spil_money (0, vat), spil_money (0, vat) };

    g_array_append_val (months, month);
  }
  return months;
}

GArray *
spil_budget_query_months (SpilStore *store, SpilId version, SpilId line, SpilDay first, SpilDay last,
                          int *left_out, GError **error)
{
  static const char sql[] = "SELECT date, vat, sum (amount), 0, count (*) FROM commitment"
                            " WHERE dead = 0 AND line IN (" SPIL_BUDGET_COUNTED_SQL
                            ") GROUP BY date, vat UNION ALL"
                            " SELECT date, vat, 0, sum (amount), count (*) FROM actual"
                            " WHERE dead = 0 AND line IN (" SPIL_BUDGET_COUNTED_SQL ") GROUP BY date, vat";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version), SPIL_GIVE_ID (line) };
  const SpilGiven of_version[] = { SPIL_GIVE_ID (version) };
  g_autoptr (GArray) months = NULL;
  int64_t vat;
  Burn burn;

  g_return_val_if_fail (spil_day_is_known (first) && spil_day_is_known (last), NULL);

  if (!spil_read_integer (store, "SELECT vat FROM budget_version WHERE id = ?2", of_version, 1, &vat, error))
    return NULL;
  months = make_months (first, last, (SpilVat) vat);
  burn = (Burn) { months, (SpilVat) vat, 0 };
  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_amount, &burn, error))
    return NULL;
  if (left_out != NULL)
    *left_out = burn.left_out;
  return g_steal_pointer (&months);
}

static gpointer
make_allocation (SpilStatement *row, gpointer user_data)
{
  SpilBudgetAllocationRow *self = g_new0 (SpilBudgetAllocationRow, 1);

  self->line = spil_statement_get_id (row, 0);
  self->source = spil_statement_get_id (row, 1);
  self->source_name = g_strdup (spil_statement_get_text (row, 2));
  self->amount = spil_get_money (row, 3, 4);
  return self;
}

void
spil_budget_allocation_row_free (SpilBudgetAllocationRow *self)
{
  if (self == NULL)
    return;
  g_free (self->source_name);
  g_free (self);
}

GPtrArray *
spil_budget_query_allocations (SpilStore *store, SpilId version, GError **error)
{
  static const char sql[] =
      "SELECT l.id, s.id, s.name, a.amount, l.vat FROM allocation a JOIN budget_line l ON l.id = a.line"
      " JOIN source s ON s.id = a.source"
      " WHERE a.dead = 0 AND l.dead = 0 AND l.version = ?2 AND a.programme = ?1 ORDER BY l.number, s.name, a.row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (version) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_allocation, NULL,
                        (GDestroyNotify) spil_budget_allocation_row_free, error);
}
