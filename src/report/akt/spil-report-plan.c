// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-plan.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"

SpilId
spil_report_plan_find_baseline (const SpilPlan *plan, SpilDay day)
{
  for (guint i = 0; i < plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (spil_id_is_nil (baseline->report) && spil_day_compare (baseline->date, day) <= 0)
      return baseline->id;
  }
  return SPIL_ID_NIL;
}

void
spil_report_plan_free (SpilReportPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_pointer (&self->since, g_hash_table_unref);
  g_free (self->since_name);
  g_free (self);
}

// Keeps @record for the task that it is about, in place of what was kept before.
static void
keep (GHashTable *records, SpilRecord *record, int field)
{
  SpilId task = spil_record_get_reference (record, field);

  g_hash_table_replace (records, g_memdup2 (&task, sizeof task), g_object_ref (record));
}

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_object_unref);
}

// Lines come in the order of their days, and of one day in that of their age: the last one stays.
static gboolean
read_lines (SpilReportPlan *self, SpilStore *store, SpilPeriod period, SpilDay day, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_TASK_JOURNAL));
  g_autoptr (GPtrArray) lines = NULL;

  spil_query_where_integer (query, SPIL_TASK_JOURNAL_DATE, SPIL_COMPARE_AT_LEAST, period.first.number);
  spil_query_where_integer (query, SPIL_TASK_JOURNAL_DATE, SPIL_COMPARE_AT_MOST, day.number);
  spil_query_sort (query, SPIL_TASK_JOURNAL_DATE, FALSE);
  lines = spil_store_list (store, query, error);
  self->lines = make_table ();
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    keep (self->lines, lines->pdata[i], SPIL_TASK_JOURNAL_TASK);
  return lines != NULL;
}

// Whether the report of that baseline is about an earlier period: a report is not compared with itself.
static gboolean
is_earlier (SpilStore *store, SpilId report, SpilPeriod period)
{
  g_autoptr (SpilRecord) record = spil_store_get (store, spil_entity (SPIL_ENTITY_REPORT), report, NULL);
  SpilPeriod about;

  return record != NULL && spil_period_parse (spil_record_get_text (record, SPIL_REPORT_PERIOD), &about) &&
         spil_day_compare (about.last, period.first) < 0;
}

static const SpilPlanBaselineRow *
find_last_report (SpilStore *store, const SpilPlan *plan, SpilPeriod period)
{
  for (guint i = 0; i < plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (!spil_id_is_nil (baseline->report) && is_earlier (store, baseline->report, period))
      return baseline;
  }
  return NULL;
}

static gboolean
read_since (SpilReportPlan *self, SpilStore *store, const SpilPlanBaselineRow *baseline, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE_TASK));
  g_autoptr (GPtrArray) rows = NULL;

  self->since = make_table ();
  self->since_day = SPIL_DAY_NONE;
  if (baseline == NULL)
    return TRUE;
  self->since_name = g_strdup (baseline->name);
  self->since_day = baseline->date;
  spil_query_where_reference (query, SPIL_BASELINE_TASK_BASELINE, baseline->id);
  rows = spil_store_list (store, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    keep (self->since, rows->pdata[i], SPIL_BASELINE_TASK_TASK);
  return rows != NULL;
}

SpilReportPlan *
spil_report_plan_new (SpilStore *store, const SpilPlan *plan, SpilPeriod period, SpilDay day, GError **error)
{
  g_autoptr (SpilReportPlan) self = g_new0 (SpilReportPlan, 1);

  if (!read_lines (self, store, period, day, error) ||
      !read_since (self, store, find_last_report (store, plan, period), error))
    return NULL;
  return g_steal_pointer (&self);
}

SpilRecord *
spil_report_plan_get_line (const SpilReportPlan *self, const SpilPlanTaskRow *task)
{
  return g_hash_table_lookup (self->lines, &task->id);
}

gboolean
spil_report_plan_get_slip (const SpilReportPlan *self, const SpilPlanTaskRow *task, int *days)
{
  SpilRecord *row = g_hash_table_lookup (self->since, &task->id);

  return row != NULL && spil_schedule_slip (&task->task, spil_record_get_day (row, SPIL_BASELINE_TASK_START),
                                            spil_record_get_day (row, SPIL_BASELINE_TASK_END), days);
}

static gboolean
is_past (SpilDay date, SpilDay day)
{
  return spil_day_is_known (date) && spil_day_compare (date, day) < 0;
}

char *
spil_plan_dup_late (const SpilPlanTaskRow *task, SpilDay day)
{
  g_autofree char *start = spil_day_format (task->task.start);
  g_autofree char *end = spil_day_format (task->task.end);
  g_autofree char *deadline = spil_day_format (task->task.deadline);

  if (task->status != SPIL_TASK_STATUS_LATE)
    return NULL;
  // Translators: %s is a day, as in the next ones.
  if (is_past (task->task.deadline, day))
    return g_strdup_printf (_ ("the deadline of %s has passed"), deadline);
  if (is_past (task->task.end, day))
    return g_strdup_printf (task->task.milestone ? _ ("should have been reached on %s")
                                                 : _ ("should have been finished on %s"),
                            end);
  if (is_past (task->task.start, day))
    return g_strdup_printf (
        task->task.milestone ? _ ("should have been reached on %s") : _ ("should have begun on %s"), start);
  return g_strdup (_ ("is late"));
}

gboolean
spil_plan_is_coming (const SpilPlanTaskRow *task, SpilDay first, SpilDay last, SpilDay *day)
{
  const SpilDay days[] = { task->task.start, task->task.end, task->task.deadline };
  gboolean found = FALSE;

  if (task->status == SPIL_TASK_STATUS_DONE || task->status == SPIL_TASK_STATUS_STOPPED)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    if (!spil_day_is_known (days[i]) || spil_day_compare (days[i], first) < 0 ||
        spil_day_compare (days[i], last) > 0)
      continue;
    if (day != NULL && (!found || spil_day_compare (days[i], *day) < 0))
      *day = days[i];
    found = TRUE;
  }
  return found;
}
