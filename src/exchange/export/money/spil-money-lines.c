// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-money-sheets.h"
#include "spil-table-cells.h"

enum
{
  NUMBER,
  NAME,
  BUDGET,
  RESERVED,
  COMMITTED,
  OPEN,
  ACTUAL,
  FORECAST,
  FREE,
  USED,
  REMARK,
  N_COLUMNS
};

static const char *
remark_of (const SpilBudgetLineFigures *line, SpilVat vat)
{
  if (line->outside)
    return _ ("Outside this budget: in no total");
  if (line->budget.vat != vat)
    return _ ("Another VAT note: in no total");
  if (line->pm)
    return _ ("PM: amount to follow");
  return line->stated ? NULL : _ ("No amount stated");
}

/* Beside the budget, and in no total. */
static gboolean
is_beside (const SpilBudgetLineFigures *line, SpilVat vat)
{
  return line->outside || line->budget.vat != vat;
}

static void
fill (SpilTableCells *cells, const SpilBudgetLineFigures *line, SpilVat vat)
{
  SpilMoney free;

  spil_table_cells_reset (cells);
  spil_table_cells_number (cells, NUMBER, line->number);
  spil_table_cells_text (cells, NAME, line->name);
  if (line->stated)
    spil_table_cells_money (cells, BUDGET, line->budget);
  spil_table_cells_money (cells, RESERVED, line->reserved);
  spil_table_cells_money (cells, COMMITTED, line->committed);
  spil_table_cells_money (cells, OPEN, line->open);
  spil_table_cells_money (cells, ACTUAL, line->actual);
  spil_table_cells_money (cells, FORECAST, line->forecast);
  if (spil_budget_line_get_free (line, &free)) {
    spil_table_cells_money (cells, FREE, free);
    spil_table_cells_share (cells, USED, spil_budget_line_get_used (line).cents, line->budget.cents);
  }
  spil_table_cells_text (cells, REMARK, remark_of (line, vat));
}

static void
fill_total (SpilTableCells *cells, const SpilBudgetTotal *total)
{
  spil_table_cells_reset (cells);
  spil_table_cells_text (cells, NAME, _ ("Total"));
  spil_table_cells_money (cells, FREE, total->free);
  spil_table_cells_share (cells, USED, spil_budget_total_get_used (total).cents, total->budget.cents);
}

static gboolean
write_lines (SpilMoneyFile *self, SpilTableCells *cells, SpilVat vat, gboolean beside, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    if (is_beside (line, vat) != beside)
      continue;
    fill (cells, line, vat);
    if (!spil_money_file_add (self, cells->cells, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_money_sheet_lines (SpilMoneyFile *self, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[N_COLUMNS] = {
    { _ ("No."), SPIL_COLUMN_NUMBER },
    { _ ("Budget line"), SPIL_COLUMN_LONG_TEXT },
    { _ ("Budgeted"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Reserved, open"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Committed"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Committed, open"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Spent"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Forecast"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Free"), SPIL_COLUMN_MONEY, SPIL_TOTAL_FORMULA, "{2}-{5}-{6}" },
    { _ ("Share used"), SPIL_COLUMN_SHARE, SPIL_TOTAL_FORMULA, "({5}+{6})/{2}" },
    { _ ("Remark"), SPIL_COLUMN_TEXT },
  };
  // clang-format on
  g_autoptr (SpilBudgetTotal) total = spil_budget_total_new (self->lines);
  g_auto (SpilTableCells) cells = { 0 };

  if (!spil_money_file_begin (self, _ ("Budget"), columns, N_COLUMNS, error))
    return FALSE;
  spil_table_cells_init (&cells, N_COLUMNS);
  if (!write_lines (self, &cells, total->budget.vat, FALSE, error))
    return FALSE;
  fill_total (&cells, total);
  return spil_table_writer_add_total (self->writer, cells.cells, error) &&
         write_lines (self, &cells, total->budget.vat, TRUE, error);
}
