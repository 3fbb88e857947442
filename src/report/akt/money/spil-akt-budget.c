// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-chart-axis.h"
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

/* "64 %", "–" where no budget is stated */
static char *
used_text (int per_mille)
{
  return per_mille < 0 ? g_strdup ("–") : spil_chart_percent (per_mille / 1000.0);
}

static void
add_line_row (SpilDocumentTable *table, const SpilBudgetLineFigures *line, gboolean reserved)
{
  SpilMoney left;
  gboolean known = spil_budget_line_get_free (line, &left);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, g_strdup_printf ("%d", line->number));
  spil_document_table_put (table, line->name);
  spil_document_table_take (table, budget_text (line));
  if (reserved)
    spil_document_table_take (table, spil_akt_amount (line->reserved));
  spil_document_table_take (table, spil_akt_amount (line->open));
  spil_document_table_take (table, spil_akt_amount (line->actual));
  spil_document_table_take (table, known ? spil_akt_amount (left) : g_strdup ("–"));
  spil_document_table_take (table,
                            used_text (spil_budget_line_per_mille (line, spil_budget_line_get_used (line))));
  spil_document_table_take (table, spil_akt_amount (spil_budget_line_get_expected (line)));
}

static void
add_total_row (SpilDocumentTable *table, const SpilBudgetTotal *total, gboolean reserved)
{
  SpilMoney expected = total->actual;

  expected.cents += total->open.cents + total->forecast.cents;
  spil_document_table_add_row (table, SPIL_ROW_TOTAL);
  spil_document_table_put (table, "");
  spil_document_table_take (table, g_strdup_printf (_ ("Total %s"), spil_akt_vat (total->budget.vat)));
  spil_document_table_take (table, spil_akt_amount (total->budget));
  if (reserved)
    spil_document_table_take (table, spil_akt_amount (total->reserved));
  spil_document_table_take (table, spil_akt_amount (total->open));
  spil_document_table_take (table, spil_akt_amount (total->actual));
  spil_document_table_take (table, spil_akt_amount (total->free));
  spil_document_table_take (
      table, used_text (spil_budget_total_per_mille (total, spil_budget_total_get_used (total))));
  spil_document_table_take (table, spil_akt_amount (expected));
}

/* What the figures rest on, and what they leave out. */
static char *
budget_source (const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  g_autofree char *note = spil_budget_total_dup_note (data->total);
  g_autofree char *check_text = NULL;
  SpilBudgetCheck check = spil_budget_check_version (data->lines, data->version->total);
  GString *source = g_string_new (NULL);

  g_string_append_printf (source, _ ("Source: bookings up to and including %s."), day);
  g_string_append_c (source, ' ');
  g_string_append (
      source,
      _ ("Free = budget − committed − spent. Used = (committed + spent) / budget. Expected = spent + committed + forecast."));
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

/* The lines in the budget with their total, and under it those that stand beside it. */
static void
add_lines (SpilDocumentTable *table, const SpilReportData *data, gboolean reserved)
{
  gboolean named = FALSE;

  for (guint i = 0; i < data->lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (data->lines, i);

    if (!line->outside)
      add_line_row (table, line, reserved);
  }
  add_total_row (table, data->total, reserved);
  for (guint i = 0; i < data->lines->len; i++) {
    const SpilBudgetLineFigures *line = g_ptr_array_index (data->lines, i);

    if (!line->outside)
      continue;
    if (!named) {
      spil_document_table_add_row (table, SPIL_ROW_GROUP);
      spil_document_table_put (table, _ ("Outside this budget"));
    }
    named = TRUE;
    add_line_row (table, line, reserved);
  }
}

static void
add_line_table (SpilDocument *document, const SpilReportData *data)
{
  const gboolean reserved = data->total->reserved.cents != 0;
  g_autofree char *title = NULL;
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Budget"), SPIL_COLUMN_NUMBER, 0);
  if (reserved)
    spil_document_table_add_column (table, _ ("Reserved"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Committed"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Spent"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Free"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Used"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Expected"), SPIL_COLUMN_NUMBER, 0);
  add_lines (table, data, reserved);
  title = g_strdup_printf (_ ("%s by line, in euro, %s"), data->version->name,
                           spil_akt_vat (data->total->budget.vat));
  spil_document_take_table (document, title, table, budget_source (data));
}

/* Which budget it is, and how much of it is used against the time. */
static void
add_lead (SpilDocument *document, const SpilReportData *data)
{
  const int used = spil_budget_total_per_mille (data->total, spil_budget_total_get_used (data->total));
  g_autofree char *decided = spil_akt_day (data->version->date);
  GString *text = g_string_new (NULL);

  if (!spil_day_is_known (data->version->date))
    g_string_append_printf (text, _ ("%s is not decided on yet."), data->version->name);
  else if (data->money->decision != NULL)
    g_string_append_printf (text, _ ("In force: %s, decided on %s (%s)."), data->version->name, decided,
                            data->money->decision);
  else
    g_string_append_printf (text, _ ("In force: %s, decided on %s."), data->version->name, decided);
  if (used >= 0 && data->version->elapsed >= 0) {
    g_autofree char *share = spil_chart_percent (used / 1000.0);
    g_autofree char *time = spil_chart_percent (data->version->elapsed / 1000.0);

    g_string_append_c (text, ' ');
    g_string_append_printf (text, _ ("%s is used, %s of the time has passed."), share, time);
  }
  spil_document_take_prose (document, SPIL_PROSE_BODY, g_string_free_and_steal (text));
}

static void
add_charts (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);

  spil_document_take_chart (document, _ ("Budget lines: spent, committed and free"),
                            spil_report_chart_of_budget (data->lines, data->version->total.vat), 0,
                            g_strdup_printf (_ ("Source: bookings up to and including %s."), day));
  spil_document_take_chart (
      document, _ ("What is left of the budget"), spil_chart_ref (data->burn), 190,
      g_strdup_printf (
          _ ("Source: bookings by month up to and including %s. Plan: a straight line. Expected: between spent + "
             "committed, and that with the forecast; the pace of until now is drawn on, as a bound, not as a prognosis."),
          day));
}

void
spil_akt_add_budget (SpilDocument *document, const SpilReportData *data)
{
  if (!spil_report_data_has (data, SPIL_MODULE_BUDGET))
    return;
  spil_document_add_heading (document, 1, _ ("Budget"));
  if (data->version == NULL) {
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No budget is stated."));
    return;
  }
  add_lead (document, data);
  add_line_table (document, data);
  if (data->lines->len == 0)
    return;
  add_charts (document, data);
  spil_akt_add_reallocations (document, data->money);
  spil_akt_add_quarters (document, data);
  spil_akt_add_late_bookings (document, data->money);
}
