// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* In the annex: who pays the budget, and what others bring beside it. */
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-charts.h"
#include "spil-report-text.h"

static void
add_row (SpilDocumentTable *table, const SpilCofinancingRow *row, const char *who, const char *what,
         SpilMoney promised, SpilMoney received)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, g_strdup_printf ("%d. %s", row->number, row->line_name));
  spil_document_table_put (table, who);
  spil_document_table_put (table, what);
  spil_document_table_take (table, spil_akt_amount (promised));
  spil_document_table_take (table, spil_akt_amount (received));
}

/* What the applicants of one line pay themselves, from row @first on: one row for all of them, there are too many to read. */
static void
add_applicants (SpilDocumentTable *table, GPtrArray *rows, guint first)
{
  const SpilCofinancingRow *row = g_ptr_array_index (rows, first);
  SpilMoney promised = spil_money (0, row->promised.vat), received = promised;
  g_autofree char *who = NULL;
  int n = 0;

  for (guint i = 0; i < rows->len; i++) {
    const SpilCofinancingRow *other = g_ptr_array_index (rows, i);

    if (other->number != row->number || spil_id_is_nil (other->application))
      continue;
    if (i < first)
      return;
    promised.cents += other->promised.cents;
    received.cents += other->received.cents;
    n++;
  }
  who = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d applicant", "%d applicants", (gulong) n), n);
  add_row (table, row, who, _ ("Own contribution to measures of the fund"), promised, received);
}

static void
add_cofinancing (SpilDocument *document, GPtrArray *rows)
{
  SpilDocumentTable *table;

  if (rows->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Organisation"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("What it pays for"), SPIL_COLUMN_TEXT, 1.2);
  spil_document_table_add_column (table, _ ("Promised"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Brought in"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < rows->len; i++) {
    const SpilCofinancingRow *row = g_ptr_array_index (rows, i);

    if (spil_id_is_nil (row->application))
      add_row (table, row, spil_report_text_or_not_stated (row->organisation_name),
               spil_report_text_or_not_stated (row->name), row->promised, row->received);
    else
      add_applicants (table, rows, i);
  }
  spil_document_take_table (document, _ ("Co-financing beside the budget, in euro"), table,
                            g_strdup (_ ("In no total of the budget.")));
}

void
spil_akt_add_sources (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_BUDGET) || data->money == NULL)
    return;
  if (data->money->allocations->len > 0)
    spil_document_take_chart (
        document, _ ("Sources of the budget"),
        spil_report_chart_of_sources (data->money->allocations, data->lines, data->money->cofinancing), 0,
        NULL);
  else if (data->lines->len > 0)
    spil_document_add_prose (document, SPIL_PROSE_BODY,
                             _ ("For no budget line it is stated which source pays it."));
  add_cofinancing (document, data->money->cofinancing);
}
