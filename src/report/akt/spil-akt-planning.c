// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-charts.h"
#include "spil-report-text.h"

static void
add_task_row (SpilDocumentTable *table, const SpilPlanTaskRow *task)
{
  g_autofree char *indent = g_strnfill ((gsize) CLAMP (task->level, 0, 6) * 3, ' ');

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  spil_document_table_take (table, task->number > 0 ? g_strdup_printf ("%d", task->number) : NULL);
  spil_document_table_take (table, g_strconcat (indent, task->name, NULL));
  spil_document_table_put (table, spil_report_text_or_not_stated (task->owner));
  spil_document_table_take (table, spil_akt_day (task->task.start));
  spil_document_table_take (table, spil_akt_day (task->task.end));
  spil_document_table_take (table, task->task.progress >= 0 ? g_strdup_printf ("%d %%", task->task.progress)
                                                            : g_strdup (_ ("not stated")));
  spil_document_table_put (table, spil_task_status_label (task->status));
  spil_document_table_put (table, spil_report_text_or_not_stated (task->ground));
}

static void
add_task_table (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = spil_day_format (data->day);
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Activity"), SPIL_COLUMN_TEXT, 2.8);
  spil_document_table_add_column (table, _ ("Owner"), SPIL_COLUMN_TEXT, 1.5);
  spil_document_table_add_column (table, _ ("Start"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("End"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Progress"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Status"), SPIL_COLUMN_TEXT, 0.5);
  spil_document_table_add_column (table, _ ("Ground of the dates"), SPIL_COLUMN_TEXT, 2.2);
  for (guint i = 0; i < data->plan->tasks->len; i++)
    add_task_row (table, g_ptr_array_index (data->plan->tasks, i));
  spil_document_take_table (
      document,
      _ ("Activities"), table,
        g_strdup_printf (_ ("Source: planning on %s; the status follows from dates and progress."), day));
}

/* Names what has no dates at all: in the chart it has no bar. */
static char *
undated_sentence (const SpilReportData *data)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);

    if (spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end))
      continue;
    if (names->len > 0)
      g_string_append (names, "; ");
    if (task->number > 0)
      g_string_append_printf (names, "%d. ", task->number);
    g_string_append (names, task->name);
  }
  return names->len > 0 ? g_strdup_printf (_ ("Activities without dates: %s."), names->str) : NULL;
}

void
spil_akt_add_planning (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *day = NULL;

  if (!spil_report_data_has (data, SPIL_MODULE_PLANNING))
    return;
  if (data->plan->tasks->len == 0) {
    spil_document_add_heading (document, 1, _ ("Planning"));
    spil_document_add_prose (document, SPIL_PROSE_BODY, _ ("No activities are stated."));
    return;
  }
  day = spil_day_format (data->day);
  spil_document_add_sheet (document, SPIL_SHEET_LANDSCAPE);
  spil_document_add_heading (document, 1, _ ("Planning"));
  spil_document_take_chart (document, _ ("Planning of the activities"),
                                        spil_report_chart_of_plan (data->plan, NULL, data->day), -1,
                                        g_strdup_printf (_ ("Source: planning on %s."), day));
  spil_document_take_prose (document, SPIL_PROSE_BODY, undated_sentence (data));
  add_task_table (document, data);
  spil_document_add_sheet (document, SPIL_SHEET_PORTRAIT);
}
