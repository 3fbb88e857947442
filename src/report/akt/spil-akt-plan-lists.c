// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-text.h"

// "3. Name"; free with g_free().
static char *
task_name (const SpilPlanTaskRow *task)
{
  return task->number > 0 ? g_strdup_printf ("%d. %s", task->number, task->name) : g_strdup (task->name);
}

static gboolean
is_done (const SpilPlanTaskRow *task)
{
  return task->status == SPIL_TASK_STATUS_DONE || task->status == SPIL_TASK_STATUS_STOPPED;
}

/* What is late */

/* The activities that it follows on and that are not done: what it waits for. */
static void
add_waiting (GString *text, const SpilPlan *plan, int place)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    const SpilPlanTaskRow *before = g_ptr_array_index (plan->tasks, link->from_index);
    g_autofree char *name = NULL;

    if (link->to_index != place || is_done (before))
      continue;
    name = task_name (before);
    g_string_append_printf (text, "%s%s",
                            begun           ? "; "
                            : text->len > 0 ? _ ("\nWaits for: ")
                                            : _ ("Waits for: "),
                            name);
    begun = TRUE;
  }
}

/* Why: what the journal said in the period, or else last; and what it waits for. Nothing is made up. */
static char *
reason_text (const SpilReportData *data, int place)
{
  const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, place);
  SpilRecord *line = spil_report_plan_get_line (data->plan_news, task);
  g_autoptr (GString) text = g_string_new (line != NULL ? spil_record_get_title (line) : NULL);

  if (line != NULL && !spil_record_is_null (line, SPIL_TASK_JOURNAL_TEXT))
    g_string_append_printf (text, ". %s", spil_record_get_text (line, SPIL_TASK_JOURNAL_TEXT));
  if (line == NULL && task->headline != NULL) {
    g_autofree char *date = spil_day_format (task->journal_date);

    g_string_append_printf (text, "%s (%s)", task->headline, date);
  }
  add_waiting (text, data->plan, place);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("not stated"));
}

void
spil_akt_add_late (SpilDocument *document, const SpilReportData *data)
{
  SpilDocumentTable *table = spil_document_table_new ();
  g_autofree char *day = spil_day_format (data->day);

  spil_document_table_add_column (table, _ ("Activity"), SPIL_COLUMN_TEXT, 2);
  spil_document_table_add_column (table, _ ("Owner"), SPIL_COLUMN_TEXT, 1);
  spil_document_table_add_column (table, _ ("What is late"), SPIL_COLUMN_TEXT, 1.6);
  spil_document_table_add_column (table, _ ("Why"), SPIL_COLUMN_TEXT, 2.4);
  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);
    char *late = spil_plan_dup_late (task, data->day);

    if (late == NULL)
      continue;
    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, task_name (task));
    spil_document_table_put (table, spil_report_text_or_not_stated (task->owner));
    spil_document_table_take (table, late);
    spil_document_table_take (table, reason_text (data, (int) i));
  }
  if (spil_document_table_get_n_rows (table) == 0) {
    spil_document_table_free (table);
    spil_document_take_prose (document, SPIL_PROSE_BODY, g_strdup_printf (_ ("Nothing is late on %s."), day));
    return;
  }
  spil_document_take_table (
      document, _ ("What is late and why"), table,
      g_strdup_printf (_ ("Source: planning on %s, journal of the activities, dependencies."), day));
}

/* What comes */

typedef struct
{
  SpilDay day;
  const SpilPlanTaskRow *task;
} Coming;

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  return spil_day_compare (((const Coming *) a)->day, ((const Coming *) b)->day);
}

static gboolean
is_on (SpilDay day, SpilDay other)
{
  return spil_day_is_known (other) && spil_day_compare (day, other) == 0;
}

/* What happens with the activity on that day. */
static const char *
moment_text (const Coming *coming)
{
  const SpilScheduleTask *task = &coming->task->task;

  if (task->milestone && (is_on (coming->day, task->start) || is_on (coming->day, task->end)))
    return _ ("milestone");
  if (is_on (coming->day, task->deadline))
    return _ ("deadline");
  return is_on (coming->day, task->end) ? _ ("ends") : _ ("begins");
}

/* Milestones and deadlines of the period; what else begins and ends in it stands in the chart. */
static GArray *
list_coming (const SpilReportData *data, SpilPeriod period)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Coming));

  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);
    SpilPlanTaskRow moment = *task;
    Coming coming = { SPIL_DAY_NONE, task };

    if (!task->task.milestone)
      moment.task.start = moment.task.end = SPIL_DAY_NONE;
    if (spil_plan_is_coming (&moment, period.first, period.last, &coming.day))
      g_array_append_val (list, coming);
  }
  g_array_sort (list, compare_coming);
  return list;
}

void
spil_akt_add_coming (SpilDocument *document, const SpilReportData *data)
{
  SpilPeriod period = spil_period_step (data->period, 1);
  g_autofree char *name = spil_period_format (period);
  g_autofree char *day = spil_day_format (data->day);
  g_autofree char *title = g_strdup_printf (_ ("Milestones and deadlines of the coming period, %s"), name);
  g_autoptr (GArray) list = list_coming (data, period);
  SpilDocumentTable *table;

  if (list->len == 0) {
    spil_document_take_prose (document, SPIL_PROSE_BODY,
                              g_strdup_printf (_ ("No milestones and deadlines are stated for %s."), name));
    return;
  }
  table = spil_document_table_new ();
  spil_document_table_add_column (table, _ ("Date"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("What"), SPIL_COLUMN_TEXT, 0);
  spil_document_table_add_column (table, _ ("Activity"), SPIL_COLUMN_TEXT, 2.4);
  spil_document_table_add_column (table, _ ("Owner"), SPIL_COLUMN_TEXT, 1.4);
  spil_document_table_add_column (table, _ ("Status"), SPIL_COLUMN_TEXT, 1);
  for (guint i = 0; i < list->len; i++) {
    const Coming *coming = &g_array_index (list, Coming, i);

    spil_document_table_add_row (table, SPIL_ROW_BODY);
    spil_document_table_take (table, spil_akt_day (coming->day));
    spil_document_table_put (table, moment_text (coming));
    spil_document_table_take (table, task_name (coming->task));
    spil_document_table_put (table, spil_report_text_or_not_stated (coming->task->owner));
    spil_document_table_put (table, spil_task_status_label (coming->task->status));
  }
  spil_document_take_table (document, title, table, g_strdup_printf (_ ("Source: planning on %s."), day));
}

/* Names what has no dates at all: in the chart it has no bar. */
void
spil_akt_add_undated (SpilDocument *document, const SpilReportData *data)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < data->plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = g_ptr_array_index (data->plan->tasks, i);
    g_autofree char *name = task_name (task);

    if (spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end) || is_done (task))
      continue;
    g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
  }
  if (names->len > 0)
    spil_document_take_prose (document, SPIL_PROSE_BODY,
                              g_strdup_printf (_ ("Activities without dates: %s."), names->str));
}
