// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-money-sheets.h"
#include "spil-table-cells.h"
#include "spil-time.h"

/* Versions */

static const char *
state_of (const SpilBudgetVersionRow *version, const SpilBudgetVersionRow *shown)
{
  if (spil_day_is_known (version->withdrawn))
    return _ ("Proposal, withdrawn");
  if (version->proposal)
    return _ ("Proposal, not decided");
  return spil_id_equal (version->id, shown->id) ? _ ("This version") : NULL;
}

gboolean
spil_money_sheet_versions (SpilMoneyFile *self, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[] = {
    { _ ("Budget version"), SPIL_COLUMN_TEXT },
    { _ ("Year"), SPIL_COLUMN_TEXT },
    { _ ("Decided on"), SPIL_COLUMN_DATE },
    { _ ("Total"), SPIL_COLUMN_MONEY },
    { _ ("VAT"), SPIL_COLUMN_TEXT },
    { _ ("State"), SPIL_COLUMN_TEXT },
    { _ ("Reason"), SPIL_COLUMN_LONG_TEXT },
  };
  // clang-format on
  g_autoptr (GPtrArray) versions = spil_budget_query_versions (self->store, error);
  g_auto (SpilTableCells) cells = { 0 };

  if (versions == NULL ||
      !spil_money_file_begin (self, _ ("Versions"), columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  spil_table_cells_init (&cells, G_N_ELEMENTS (columns));
  for (guint i = 0; i < versions->len; i++) {
    const SpilBudgetVersionRow *version = versions->pdata[i];
    g_autofree char *year = version->year > 0 ? g_strdup_printf ("%d", version->year) : NULL;

    spil_table_cells_reset (&cells);
    spil_table_cells_text (&cells, 0, version->name);
    spil_table_cells_text (&cells, 1, year);
    spil_table_cells_day (&cells, 2, version->date);
    spil_table_cells_money (&cells, 3, version->total);
    spil_table_cells_text (&cells, 4, spil_money_vat_label (version->vat));
    spil_table_cells_text (&cells, 5, state_of (version, self->version));
    spil_table_cells_text (&cells, 6, version->reason);
    if (!spil_money_file_add (self, cells.cells, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_changes (SpilMoneyFile *self, GPtrArray *changes, gboolean outside, SpilTableCells *cells,
               int64_t *moved, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const SpilBudgetChangeRow *row = changes->pdata[i];

    if (row->outside != outside)
      continue;
    spil_table_cells_reset (cells);
    spil_table_cells_number (cells, 0, row->number);
    spil_table_cells_text (cells, 1, row->name);
    spil_table_cells_money (cells, 2, row->before);
    spil_table_cells_money (cells, 3, row->after);
    spil_table_cells_money (cells, 4, spil_money (row->after.cents - row->before.cents, row->after.vat));
    spil_table_cells_text (cells, 5,
                           row->outside       ? _ ("Outside this budget: in no total")
                           : row->pm          ? _ ("PM: amount to follow")
                           : row->only_before ? _ ("No longer in the budget")
                           : row->only_after  ? _ ("New")
                                              : NULL);
    *moved += row->after.cents - row->before.cents;
    if (!spil_money_file_add (self, cells->cells, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
spil_money_sheet_changes (SpilMoneyFile *self, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[] = {
    { _ ("No."), SPIL_COLUMN_NUMBER },
    { _ ("Budget line"), SPIL_COLUMN_LONG_TEXT },
    { _ ("Before"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("After"), SPIL_COLUMN_MONEY, SPIL_TOTAL_SUM },
    { _ ("Difference"), SPIL_COLUMN_MONEY, SPIL_TOTAL_FORMULA, "{3}-{2}" },
    { _ ("Remark"), SPIL_COLUMN_TEXT },
  };
  // clang-format on
  g_autoptr (GPtrArray) changes = NULL;
  g_auto (SpilTableCells) cells = { 0 };
  int64_t moved = 0;
  int64_t beside = 0;

  // The first budget changes nothing.
  if (spil_id_is_nil (self->version->replaces))
    return TRUE;
  changes = spil_budget_query_changes (self->store, self->version->id, error);
  if (changes == NULL ||
      !spil_money_file_begin (self, _ ("Before and after"), columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  spil_table_cells_init (&cells, G_N_ELEMENTS (columns));
  if (!write_changes (self, changes, FALSE, &cells, &moved, error))
    return FALSE;
  spil_table_cells_reset (&cells);
  spil_table_cells_text (&cells, 1, _ ("Total"));
  spil_table_cells_money (&cells, 4, spil_money (moved, self->version->vat));
  return spil_table_writer_add_total (self->writer, cells.cells, error) &&
         write_changes (self, changes, TRUE, &cells, &beside, error);
}

/* About the file */

static gboolean
add_fact (SpilMoneyFile *self, SpilTableCells *cells, const char *name, const char *value, GError **error)
{
  spil_table_cells_reset (cells);
  spil_table_cells_text (cells, 0, name);
  spil_table_cells_text (cells, 1, value != NULL ? value : _ ("not stated"));
  return spil_money_file_add (self, cells->cells, error);
}

gboolean
spil_money_sheet_about (SpilMoneyFile *self, GError **error)
{
  // clang-format off
  const SpilTableColumn columns[] = {
    { _ ("About this file"), SPIL_COLUMN_TEXT },
    { _ ("Value"), SPIL_COLUMN_LONG_TEXT },
  };
  // clang-format on
  const SpilBudgetVersionRow *version = self->version;
  const SpilBudgetCheck check = spil_budget_check_version (self->lines, version->total);
  g_autofree char *decided = spil_day_is_known (version->date) ? spil_day_format (version->date) : NULL;
  g_autofree char *total = spil_money_format (version->total.cents, SPIL_MONEY_CENTS);
  g_autofree char *made = spil_day_format (spil_day_today ());
  g_autofree char *fault = spil_budget_check_dup_sentence (&check, version->name);
  g_autoptr (SpilBudgetTotal) sums = spil_budget_total_new (self->lines);
  g_autofree char *note = spil_budget_total_dup_note (sums);
  g_auto (SpilTableCells) cells = { 0 };

  if (!spil_money_file_begin (self, _ ("About this file"), columns, G_N_ELEMENTS (columns), error))
    return FALSE;
  spil_table_cells_init (&cells, G_N_ELEMENTS (columns));
  return add_fact (self, &cells, _ ("Budget version"), version->name, error) &&
         add_fact (self, &cells, _ ("Decided on"), decided, error) &&
         add_fact (self, &cells, _ ("Total as decided"), total, error) &&
         add_fact (self, &cells, _ ("VAT"), spil_money_vat_label (version->vat), error) &&
         add_fact (self, &cells, _ ("Lines and total"),
                   fault != NULL ? fault : _ ("The lines add up to the total."), error) &&
         add_fact (self, &cells, _ ("Not in the totals"),
                   note != NULL ? note : _ ("All lines are in the totals."), error) &&
         add_fact (self, &cells, _ ("Free"),
                   _ ("Budgeted, less what is committed and open, less what is spent."), error) &&
         add_fact (self, &cells, _ ("Made on"), made, error);
}
