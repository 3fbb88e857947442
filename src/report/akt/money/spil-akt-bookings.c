// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What happened to the budget in the period: re-allocations, quarters, and what came in late. */
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-closing-query.h"
#include "spil-report-text.h"

static gboolean
is_changed (const SpilBudgetChangeRow *row)
{
  return row->only_before || row->only_after || row->before.cents != row->after.cents;
}

static void
add_change_row (SpilDocumentTable *table, const SpilBudgetChangeRow *row)
{
  SpilMoney change = row->after;

  change.cents -= row->before.cents;
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, g_strdup_printf ("%d", row->number));
  spil_document_table_put (table, row->name);
  spil_document_table_take (table, row->only_after ? g_strdup ("–") : spil_akt_amount (row->before));
  spil_document_table_take (table, row->only_before ? g_strdup ("–")
                                   : row->pm        ? g_strdup (_ ("PM"))
                                                    : spil_akt_amount (row->after));
  spil_document_table_take (table, spil_akt_amount (change));
}

static void
add_reallocation (SpilDocument *document, const SpilReportReallocation *self)
{
  SpilDocumentTable *table = spil_document_table_new ();
  g_autofree char *day = spil_day_format (self->date);
  g_autofree char *title = NULL;

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Was"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Becomes"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Change"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < self->changes->len; i++) {
    const SpilBudgetChangeRow *row = g_ptr_array_index (self->changes, i);

    if (is_changed (row))
      add_change_row (table, row);
  }
  // Translators: the name of a version of the budget and the day on which it was decided.
  title = g_strdup_printf (_ ("Re-allocation “%s”, decided on %s, in euro"), self->name, day);
  spil_document_take_table (document, title, table,
                            g_strdup_printf (_ ("Decision: %s. Reason: %s."),
                                             spil_report_text_or_not_stated (self->decision),
                                             spil_report_text_or_not_stated (self->reason)));
}

void
spil_akt_add_reallocations (SpilDocument *document, const SpilReportMoney *money)
{
  for (guint i = 0; i < money->reallocations->len; i++)
    add_reallocation (document, g_ptr_array_index (money->reallocations, i));
}

/* Whether a quarter takes bookings. */
static const char *
quarter_state (const SpilReportData *data, SpilPeriod quarter)
{
  const GArray *closed = data->money->closed;

  if (closed->len > 0 && spil_closing_find ((const SpilClosedPeriod *) (gpointer) closed->data, closed->len,
                                            quarter.last) != NULL)
    return _ ("closed");
  if (spil_day_compare (quarter.first, data->day) > 0)
    return _ ("to come");
  return _ ("open");
}

void
spil_akt_add_quarters (SpilDocument *document, const SpilReportData *data)
{
  const GArray *quarters = data->money->quarters;
  SpilDocumentTable *table;

  if (quarters->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Quarter"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Committed"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Spent"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Forecast"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Bookings"), SPIL_COLUMN_TEXT, 0);
  for (guint i = 0; i < quarters->len; i++) {
    const SpilBudgetQuarter *quarter = &g_array_index (quarters, SpilBudgetQuarter, i);
    const gboolean come = spil_day_compare (quarter->quarter.first, data->day) <= 0;

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_period_format (quarter->quarter));
    /* A report on an earlier period, made again, knows nothing of what was booked since. */
    spil_document_table_take (table, come ? spil_akt_amount (quarter->committed) : g_strdup ("–"));
    spil_document_table_take (table, come ? spil_akt_amount (quarter->actual) : g_strdup ("–"));
    spil_document_table_take (table, spil_akt_amount (quarter->forecast_now));
    spil_document_table_put (table, quarter_state (data, quarter->quarter));
  }
  spil_document_take_table (
      document, _ ("Money by quarter, in euro"), table,
      g_strdup (_ (
          "Source: bookings by their date. Committed: entered into in that quarter, reversals and releases taken off.")));
}

static void
add_late_table (SpilDocument *document, GPtrArray *late)
{
  SpilDocumentTable *table;

  if (late->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Booked on"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Belongs to"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Description"), SPIL_COLUMN_TEXT, 1.4);
  spil_document_table_add_column (table, _ ("Amount"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < late->len; i++) {
    const SpilBudgetBookingRow *row = g_ptr_array_index (late, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_day_format (row->date));
    spil_document_table_take (table, spil_day_format (row->late_of));
    spil_document_table_take (table, g_strdup_printf ("%d. %s", row->line_number, row->line_name));
    spil_document_table_put (table, spil_report_text_or_not_stated (row->description));
    spil_document_table_take (table, spil_akt_amount (row->amount));
  }
  spil_document_take_table (document, _ ("Came in late: booked after the period was closed, in euro"), table,
                            NULL);
}

/* What other laptops booked in a closed period is shown, not cut: somebody has to decide on it. */
static void
add_differences (SpilDocument *document, GPtrArray *differences)
{
  SpilDocumentTable *table;

  if (differences->len == 0)
    return;
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Budget line"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("Committed at closing"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Committed now"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Spent at closing"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Spent now"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < differences->len; i++) {
    const SpilClosingDifference *row = g_ptr_array_index (differences, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, g_strdup_printf ("%d. %s", row->number, row->line_name));
    spil_document_table_take (table, spil_akt_amount (row->committed_then));
    spil_document_table_take (table, spil_akt_amount (row->committed_now));
    spil_document_table_take (table, spil_akt_amount (row->actual_then));
    spil_document_table_take (table, spil_akt_amount (row->actual_now));
  }
  spil_document_take_table (
      document, _ ("Booked on another computer in a period that was closed, in euro"), table,
      g_strdup (_ (
          "Decide on it: open the period and close it again with these figures, or reverse what does not belong in it.")));
}

void
spil_akt_add_late_bookings (SpilDocument *document, const SpilReportMoney *money)
{
  add_late_table (document, money->late);
  add_differences (document, money->differences);
}
