// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-money-sheets.h"
#include "spil-table-cells.h"

/* A table of the lines of the budget against something else: quarters, sources. Two columns before it, one after it. */
#define BEFORE 2

enum
{
  NUMBER,
  NAME,
};

/* What stands in the sum of a row: "{2}+{3}+{4}". */
static char *
make_sum (guint n)
{
  GString *sum = g_string_new (n == 0 ? "0" : NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sum, "%s{%u}", i > 0 ? "+" : "", i + BEFORE);
  return g_string_free_and_steal (sum);
}

static gboolean
begin_matrix (SpilMoneyFile *self, const char *title, GPtrArray *names, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SpilTableColumn));
  g_autofree char *formula = make_sum (names->len);
  const SpilTableColumn number = { _ ("No."), SPIL_COLUMN_NUMBER };
  const SpilTableColumn name = { _ ("Budget line"), SPIL_COLUMN_LONG_TEXT };
  const SpilTableColumn sum = { _ ("Total"), SPIL_COLUMN_MONEY, SPIL_TOTAL_FORMULA, formula };

  g_array_append_val (columns, number);
  g_array_append_val (columns, name);
  for (guint i = 0; i < names->len; i++) {
    const SpilTableColumn column = { names->pdata[i], SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM };

    g_array_append_val (columns, column);
  }
  g_array_append_val (columns, sum);
  return spil_money_file_begin (self, title, (const SpilTableColumn *) columns->data, columns->len, error);
}

/* A row of the amounts in @cents (@n of them); @total: the row of totals, whose sums the writer makes. */
static gboolean
write_row (SpilMoneyFile *self, const SpilBudgetLineFigures *line, const int64_t *cents, guint n, SpilVat vat,
           GError **error)
{
  g_auto (SpilTableCells) cells = { 0 };
  int64_t sum = 0;

  spil_table_cells_init (&cells, n + BEFORE + 1);
  for (guint i = 0; i < n; i++) {
    sum += cents[i];
    if (line != NULL && cents[i] != 0)
      spil_table_cells_money (&cells, i + BEFORE, spil_money (cents[i], vat));
  }
  spil_table_cells_money (&cells, n + BEFORE, spil_money (sum, vat));
  spil_table_cells_text (&cells, NAME, line != NULL ? line->name : _ ("Total"));
  if (line == NULL)
    return spil_table_writer_add_total (self->writer, cells.cells, error);
  spil_table_cells_number (&cells, NUMBER, line->number);
  return spil_money_file_add (self, cells.cells, error);
}

/* Forecast */

static gboolean
write_forecast (SpilMoneyFile *self, const SpilBudgetLineFigures *line, const GArray *quarters, int64_t *sums,
                GError **error)
{
  g_autoptr (GArray) of_line = spil_budget_query_quarters (self->store, self->version->id, line->id, error);
  g_autofree int64_t *cents = g_new0 (int64_t, quarters->len);

  if (of_line == NULL)
    return FALSE;
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);

    for (guint j = 0; j < of_line->len; j++) {
      const SpilBudgetQuarter *one = &g_array_index (of_line, SpilBudgetQuarter, j);

      if (spil_day_compare (one->quarter.first, quarter->quarter.first) == 0)
        cents[i] = one->forecast_now.cents;
    }
    sums[i] += cents[i];
  }
  return write_row (self, line, cents, quarters->len, line->budget.vat, error);
}

gboolean
spil_money_sheet_forecast (SpilMoneyFile *self, GError **error)
{
  g_autoptr (GArray)
      quarters = spil_budget_query_quarters (self->store, self->version->id, SPIL_ID_NIL, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree int64_t *sums = NULL;

  if (quarters == NULL)
    return FALSE;
  sums = g_new0 (int64_t, quarters->len + 1);
  for (guint i = 0; i < quarters->len; i++)
    g_ptr_array_add (names, spil_period_format (g_array_index (quarters, SpilBudgetQuarter, i).quarter));
  if (!begin_matrix (self, _ ("Forecast by quarter"), names, error))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    if (!line->outside && line->budget.vat == self->version->vat &&
        !write_forecast (self, line, quarters, sums, error))
      return FALSE;
  }
  return write_row (self, NULL, sums, quarters->len, self->version->vat, error);
}

/* Sources */

static int
find_source (GArray *sources, SpilId id)
{
  for (guint i = 0; i < sources->len; i++)
    if (spil_id_equal (g_array_index (sources, SpilId, i), id))
      return (int) i;
  return -1;
}

static gboolean
write_sources (SpilMoneyFile *self, GPtrArray *allocations, GArray *sources, GError **error)
{
  g_autofree int64_t *sums = g_new0 (int64_t, sources->len + 1);

  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];
    g_autofree int64_t *cents = g_new0 (int64_t, sources->len + 1);

    if (line->outside || line->budget.vat != self->version->vat)
      continue;
    for (guint j = 0; j < allocations->len; j++) {
      const SpilBudgetAllocationRow *allocation = allocations->pdata[j];

      if (spil_id_equal (allocation->line, line->id))
        cents[find_source (sources, allocation->source)] += allocation->amount.cents;
    }
    for (guint j = 0; j < sources->len; j++)
      sums[j] += cents[j];
    if (!write_row (self, line, cents, sources->len, line->budget.vat, error))
      return FALSE;
  }
  return write_row (self, NULL, sums, sources->len, self->version->vat, error);
}

gboolean
spil_money_sheet_sources (SpilMoneyFile *self, GError **error)
{
  g_autoptr (GPtrArray) allocations = spil_budget_query_allocations (self->store, self->version->id, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (SpilId));

  if (allocations == NULL)
    return FALSE;
  for (guint i = 0; i < allocations->len; i++) {
    const SpilBudgetAllocationRow *allocation = allocations->pdata[i];

    if (find_source (sources, allocation->source) >= 0)
      continue;
    g_array_append_val (sources, allocation->source);
    g_ptr_array_add (names, allocation->source_name);
  }
  return begin_matrix (self, _ ("Funding sources"), names, error) &&
         write_sources (self, allocations, sources, error);
}

/* Co-financing */

gboolean
spil_money_sheet_cofinancing (SpilMoneyFile *self, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[] = {
    { _ ("No."), SPIL_COLUMN_NUMBER },
    { _ ("Budget line"), SPIL_COLUMN_LONG_TEXT },
    { _ ("Organisation"), SPIL_COLUMN_TEXT },
    { _ ("What it pays for"), SPIL_COLUMN_LONG_TEXT },
    { _ ("Promised"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Brought in"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("VAT"), SPIL_COLUMN_TEXT },
    { _ ("From an application"), SPIL_COLUMN_TEXT },
  };
  // clang-format on
  g_autoptr (GPtrArray) rows = spil_budget_query_cofinancing (self->store, self->version->id, error);
  g_auto (SpilTableCells) cells = { 0 };

  if (rows == NULL ||
      !spil_money_file_begin (self, _ ("Co-financing"), columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  spil_table_cells_init (&cells, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++) {
    const SpilCofinancingRow *row = rows->pdata[i];

    spil_table_cells_reset (&cells);
    spil_table_cells_number (&cells, 0, row->number);
    spil_table_cells_text (&cells, 1, row->line_name);
    spil_table_cells_text (&cells, 2, row->organisation_name);
    spil_table_cells_text (&cells, 3, row->name);
    spil_table_cells_money (&cells, 4, row->promised);
    spil_table_cells_money (&cells, 5, row->received);
    spil_table_cells_text (&cells, 6, spil_money_vat_label (row->promised.vat));
    spil_table_cells_mark (&cells, 7, !spil_id_is_nil (row->application));
    if (!spil_money_file_add (self, cells.cells, error))
      return FALSE;
  }
  spil_table_cells_reset (&cells);
  spil_table_cells_text (&cells, 1, _ ("Total"));
  return spil_table_writer_add_total (self->writer, cells.cells, error);
}
