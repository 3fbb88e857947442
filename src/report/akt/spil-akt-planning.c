// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-number.h"
#include "spil-report-charts.h"
#include "spil-report-text.h"

/* Deeper parts are not indented further. */
#define MAX_INDENT 6

static char *
indented_name (const SpilPlanTaskRow *task)
{
  g_autofree char *indent = g_strnfill ((gsize) CLAMP (task->level, 0, MAX_INDENT) * 3, ' ');

  return g_strconcat (indent, task->name, NULL);
}

static void
take_number (SpilDocumentTable *table, const SpilPlanTaskRow *task)
{
  spil_document_table_take (table, task->number > 0 ? g_strdup_printf ("%d", task->number) : NULL);
}

/* "40 %", and what that is counted from. */
static char *
progress_text (const SpilPlanTaskRow *task)
{
  g_autofree char *source = task->progress_from_facts ? spil_progress_describe (&task->facts) : NULL;
  g_autofree char *percent = task->task.progress >= 0 ? g_strdup_printf ("%d %%", task->task.progress)
                                                      : g_strdup (_ ("not stated"));

  return source != NULL ? g_strjoin ("\n", percent, source, NULL) : g_strdup (percent);
}

/* "+12"; a figure in the column of days. */
static char *
days_text (gboolean known, int days)
{
  if (!known)
    return g_strdup ("–");
  return days > 0 ? g_strdup_printf ("+%d", days) : g_strdup_printf ("%s%d", days < 0 ? "−" : "", ABS (days));
}

static char *
float_text (const SpilPlanTaskRow *task)
{
  if (!task->slack.known || task->status == SPIL_TASK_STATUS_DONE || task->status == SPIL_TASK_STATUS_STOPPED)
    return g_strdup ("–");
  if (task->slack.critical)
    return g_strdup (_ ("critical"));
  return g_strdup_printf ("%s%d", task->slack.total_float < 0 ? "−" : "", ABS (task->slack.total_float));
}

static void
put_line (SpilDocumentTable *table, const SpilReportData *data, const SpilPlanTaskRow *task)
{
  SpilRecord *line = spil_report_plan_get_line (data->plan_news, task);
  int light = line != NULL ? (int) spil_record_get_integer (line, SPIL_TASK_JOURNAL_LIGHT) : 0;
  g_autofree char *date = NULL;

  if (line == NULL) {
    spil_document_table_put (table, "–");
    spil_document_table_put (table, "–");
    return;
  }
  date = spil_day_format (spil_record_get_day (line, SPIL_TASK_JOURNAL_DATE));
  spil_document_table_put_mark (table, spil_akt_light_mark (light), spil_akt_light_label (light));
  spil_document_table_take (table, g_strdup_printf ("%s (%s)", spil_record_get_title (line), date));
}

static void
add_state_row (SpilDocumentTable *table, const SpilReportData *data, const SpilPlanTaskRow *task)
{
  int days = 0;
  gboolean known = spil_report_plan_get_slip (data->plan_news, task, &days);

  spil_document_table_add_row (table, SPIL_ROW_BODY);
  take_number (table, task);
  spil_document_table_take (table, indented_name (task));
  spil_document_table_put (table, spil_task_status_label (task->status));
  put_line (table, data, task);
  spil_document_table_take (table, progress_text (task));
  spil_document_table_take (table, days_text (known, days));
  spil_document_table_take (table, days_text (task->slip_known, task->slip));
  spil_document_table_take (table, float_text (task));
}

static const SpilPlanBaselineRow *
find_baseline (const SpilPlan *plan)
{
  for (guint i = 0; i < plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (spil_id_equal (baseline->id, plan->baseline))
      return baseline;
  }
  return NULL;
}

/* What the two columns with days are counted from. */
static char *
state_source (const SpilReportData *data)
{
  const SpilPlanBaselineRow *baseline = find_baseline (data->plan);
  g_autofree char *day = spil_day_format (data->day);
  g_autofree char *since_day = spil_day_format (data->plan_news->since_day);
  g_autofree char *kept_day = baseline != NULL ? spil_day_format (baseline->date) : NULL;
  g_autofree char *since = data->plan_news->since_name != NULL
                               /* Translators: a kept planning and its day. */
                               ? g_strdup_printf (_ ("Since the last report: “%s” of %s."),
                                                  data->plan_news->since_name, since_day)
                               : g_strdup (_ ("There is no earlier report to compare with."));
  g_autofree char *kept = baseline != NULL
                              ? g_strdup_printf (_ ("Against the planning that was kept: “%s” of %s."),
                                                 baseline->name, kept_day)
                              : g_strdup (_ (
                                    "The planning was not kept before: there is nothing to compare with."));

  return g_strdup_printf (
      _ ("Source: planning and journal on %s; the status follows from dates and progress. Days are calendar days later (+) or "
         "earlier (−); float is in working days; “–” means that nothing was said in this period, or that there is nothing to compare. %s %s"),
      day, since, kept);
}

static void
add_state_table (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();

  spil_document_table_add_column (table, _ ("No."), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Activity"), SPIL_COLUMN_TEXT, 2.2);
  spil_document_table_add_column (table, _ ("Status"), SPIL_COLUMN_TEXT, 0.6);
  spil_document_table_add_column (table, _ ("Light"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("How it stands"), SPIL_COLUMN_TEXT, 2.6);
  spil_document_table_add_column (table, _ ("Progress"), SPIL_COLUMN_TEXT, 0.9);
  spil_document_table_add_column (table, _ ("Since report"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Since kept"), SPIL_COLUMN_NUMBER, 0);
  spil_document_table_add_column (table, _ ("Float"), SPIL_COLUMN_NUMBER, 0);
  for (guint i = 0; i < data->plan->tasks->len; i++)
    add_state_row (table, data, g_ptr_array_index (data->plan->tasks, i));
  spil_document_take_table (document, _ ("How the activities stand"), table, state_source (data));
}

static void
add_task_row (SpilDocumentTable *table, const SpilPlanTaskRow *task)
{
  spil_document_table_add_row (table, SPIL_ROW_BODY);
  take_number (table, task);
  spil_document_table_take (table, indented_name (task));
  spil_document_table_put (table, spil_report_text_or_not_stated (task->owner));
  spil_document_table_take (table, spil_akt_day (task->task.start));
  spil_document_table_take (table, spil_akt_day (task->task.end));
  spil_document_table_take (table, spil_akt_day (task->task.deadline));
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
  spil_document_table_add_column (table, _ ("Deadline"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Ground of the dates"), SPIL_COLUMN_TEXT, 2.2);
  for (guint i = 0; i < data->plan->tasks->len; i++)
    add_task_row (table, g_ptr_array_index (data->plan->tasks, i));
  spil_document_take_table (document, _ ("Dates and owners"), table,
                            g_strdup_printf (_ ("Source: planning on %s."), day));
}

/* Where the activities stand, in one sentence; and how they moved since the last report, in another. */
static char *
lead (const SpilReportData *data)
{
  int counts[SPIL_TASK_STATUS_STOPPED + 1] = { 0 };
  int later = 0, earlier = 0;
  g_autofree char *states = NULL;

  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);
    int days = 0;

    counts[task->status]++;
    if (spil_report_plan_get_slip (data->plan_news, task, &days)) {
      later += days > 0;
      earlier += days < 0;
    }
  }
  states = g_strdup_printf (
      _ ("Of %d activities %d are done, %d run, %d are late and %d are yet to be planned."),
      (int) data->plan->tasks->len, counts[SPIL_TASK_STATUS_DONE], counts[SPIL_TASK_STATUS_RUNNING],
      counts[SPIL_TASK_STATUS_LATE], counts[SPIL_TASK_STATUS_NOT_PLANNED]);
  if (data->plan_news->since_name == NULL)
    return g_steal_pointer (&states);
  return g_strdup_printf (_ ("%s Since the last report %d moved later and %d earlier."), states, later,
                          earlier);
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
  spil_document_take_prose (document, SPIL_PROSE_LEAD, lead (data));
  spil_document_take_chart (document, _ ("Planning of the activities"),
                            spil_report_chart_of_plan (data->plan, NULL, data->day), -1,
                            g_strdup_printf (_ ("Source: planning on %s."), day));
  add_state_table (document, data);
  spil_akt_add_late (document, data);
  spil_akt_add_coming (document, data);
  spil_akt_add_undated (document, data);
  add_task_table (document, data);
  spil_document_add_sheet (document, SPIL_SHEET_PORTRAIT);
}
