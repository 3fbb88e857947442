// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-charts.h"

/* The budget of a line, or why there is no amount. */
static char *
budget_text (const SpilBudgetLineFigures *line)
{
  if (line->stated)
    return spil_akt_amount (line->budget);
  /* Translators: pro memorie, an amount to follow. */
  return g_strdup (line->pm ? _ ("PM") : _ ("not stated"));
}

static void
add_line_row (SpilDocumentTable *table, const SpilBudgetLineFigures *line)
{
  SpilMoney left;
  gboolean known = spil_budget_line_get_free (line, &left);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, g_strdup_printf ("%d", line->number));
  spil_document_table_put (table, line->name);
  spil_document_table_take (table, budget_text (line));
  spil_document_table_take (table, spil_akt_amount (line->open));
  spil_document_table_take (table, spil_akt_amount (line->actual));
  spil_document_table_take (table, known ? spil_akt_amount (left) : g_strdup ("–"));
  spil_document_table_take (table, spil_akt_amount (spil_budget_line_get_expected (line)));
}

static void
add_total_row (SpilDocumentTable *table, const SpilBudgetTotal *total)
{
  SpilMoney expected = total->actual;

  expected.cents += total->open.cents + total->forecast.cents;
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);
  spil_document_table_put (table, "");
  spil_document_table_take (table, g_strdup_printf (_ ("Total %s"), spil_akt_vat (total->budget.vat)));
  spil_document_table_take (table, spil_akt_amount (total->budget));
  spil_document_table_take (table, spil_akt_amount (total->open));
  spil_document_table_take (table, spil_akt_amount (total->actual));
  spil_document_table_take (table, spil_akt_amount (total->free));
  spil_document_table_take (table, spil_akt_amount (expected));
}

/* What the figures rest on, and what they leave out. */
static char *
budget_source (const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  g_autofree char *decided = spil_akt_day (data->version->date);
  g_autofree char *note = spil_budget_total_dup_note (data->total);
  g_autofree char *check_text = NULL;
  SpilBudgetCheck check = spil_budget_check_version (data->lines, data->version->total);
  GString *source = g_string_new (NULL);

  g_string_append_printf (source, _ ("Source: bookings up to and including %s; %s, decided on %s."), day,
                                    data->version->name, decided);
  g_string_append_c (source, ' ');
  g_string_append (source, _ ("Free = budget − committed − spent. Expected = spent + committed + forecast."));
  if (note != NULL)
    g_string_append_printf (source, " %s", note);
  check_text = spil_budget_check_dup_sentence (&check, data->version->name);
  if (check_text != NULL)
    g_string_append_printf (source, " %s", check_text);
  if (data->total->left_out > 0) {
    g_string_append_c (source, ' ');
    g_string_append_printf (source, _ ("Bookings with another VAT note than their line, left out: %d."),
                                      data->total->left_out);
  }
  return g_string_free (source, FALSE);
}

static void
add_line_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *title = NULL;
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Budget"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Committed"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Spent"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Free"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Expected"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->lines->len; i++)
    add_line_row (table, g_ptr_array_index (data->lines, i));
  add_total_row (table, data->total);
  title = g_strdup_printf (_ ("%s by line, in euro, %s"), data->version->name,
                             spil_akt_vat (data->total->budget.vat));
  spil_document_take_table (document, title, table, budget_source (data));
}

void
spil_akt_add_budget (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = NULL;

  if (!spil_report_data_has (data, SPIL_MODULE_BUDGET))
    return;
  spil_document_add_heading (document, 1, _ ("Budget"));
  if (data->version == NULL) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No budget is stated."));
    return;
  }
  day = spil_day_format (data->day);
  add_line_table (document, data);
  if (data->lines->len == 0)
    return;
  spil_document_take_chart (document, _ ("Budget lines: spent, committed and free"),
                                        spil_report_chart_of_budget (data->lines, data->version->total.vat),
                                        0,
                                        g_strdup_printf (_ ("Source: bookings up to and including %s."), day));
  spil_document_take_chart (document,
                            _ ("What is left of the budget"), spil_chart_ref (data->burn), 165,
                              g_strdup_printf (_ ("Source: expenses by month up to and including %s."), day));
}

static void
add_scheme_row (SpilDocumentTable *table, const SpilFundSchemeRow *scheme)
{
  g_autofree char *share = NULL;

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_put (table, scheme->name);
  spil_document_table_take (table, scheme->terms.has_ceiling ? spil_akt_amount (scheme->terms.ceiling)
                                                             : g_strdup (_ ("not stated")));
  spil_document_table_take (table, spil_akt_amount (scheme->taken));
  spil_document_table_take (table, spil_akt_amount (scheme->paid));
  spil_document_table_take (table,
                            scheme->has_room ? spil_akt_amount (scheme->room) : g_strdup (_ ("not stated")));
  spil_document_table_take (table, spil_akt_amount (scheme->pipeline));
  spil_document_table_take (table, g_strdup_printf ("%d", (int) scheme->n_applications));
}

void
spil_akt_add_fund (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = NULL;
  SpilDocumentTable *table;

  if (!spil_report_data_has (data, SPIL_MODULE_FUND) || data->schemes->len == 0)
    return;
  day = spil_day_format (data->day);
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Scheme"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Ceiling"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Awarded"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Paid"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Room"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Asked, not decided"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Applications"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->schemes->len; i++)
    add_scheme_row (table, g_ptr_array_index (data->schemes, i));
  spil_document_add_heading (document, 2, _ ("Fund"));
  spil_document_take_table (
      document, _ ("Schemes, in euro"), table,
                  g_strdup_printf (_ ("Source: applications on %s. Room = ceiling − awarded."), day));
  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (data->schemes, i);
    g_autofree char *sentence = spil_fund_exhaustion_dup_sentence (&scheme->exhaustion, scheme->terms.closes);

    if (sentence != NULL)
      spil_document_take_prose (document, SPIL_PROSE_BODY,
                                g_strdup_printf ("%s: %s", scheme->name, sentence));
  }
}
