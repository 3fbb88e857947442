// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-holiday-rule.h"
#include "spil-norm-query.h"
#include "spil-owner-rule.h"
#include "spil-plan-import-private.h"
#include "spil-plan-query.h"

#define CALENDAR_UID "1"
#define MIN_YEAR 1900
#define MAX_YEAR 2199

/* A planning on its way from the database to a file. */
typedef struct
{
  SpilStore *store;
  SpilPlan *plan;
  SpilPlanFile *file;
  GHashTable *records; /* SpilId -> SpilRecord */
  GHashTable *resources; /* name -> SpilPlanFileResource */
} Filling;

static char *
number_uid (guint number)
{
  return g_strdup_printf ("%u", number);
}

static void
add_assignment (Filling *self, const SpilPlanFileTask *task, const char *name, guint n_owners)
{
  SpilPlanFileResource *resource = g_hash_table_lookup (self->resources, name);
  SpilPlanFileAssignment *assignment = spil_plan_file_add_assignment (self->file);

  if (resource == NULL) {
    resource = spil_plan_file_add_resource (self->file);
    resource->uid = number_uid (self->file->resources->len);
    resource->name = g_strdup (name);
    g_hash_table_insert (self->resources, resource->name, resource);
  }
  assignment->task_uid = g_strdup (task->uid);
  assignment->resource_uid = g_strdup (resource->uid);
  if (task->effort >= 0)
    assignment->units = task->effort * 60 / self->file->week_minutes / n_owners;
}

static void
fill_owner (Filling *self, const SpilPlanTaskRow *row, SpilPlanFileTask *task)
{
  g_auto (GStrv) names = spil_owner_split (row->owner);

  task->owner = spil_owner_tidy (row->owner);
  task->effort = row->effort;
  for (guint i = 0; names[i] != NULL; i++)
    add_assignment (self, task, names[i], g_strv_length (names));
  if (names[0] == NULL && row->effort >= 0)
    spil_plan_file_note (self->file, "effort", row->name,
                         _ ("Hours a week of an activity without an owner cannot be written."));
}

/* What binds its dates: files hold one bound for each task. */
static void
fill_bounds (Filling *self, const SpilPlanTaskRow *row, SpilPlanFileTask *task)
{
  task->constraint = SPIL_PLAN_CONSTRAINT_NONE;
  if (row->task.fixed && (spil_day_is_known (task->start) || spil_day_is_known (task->finish))) {
    const gboolean by_start = spil_day_is_known (task->start);

    task->constraint = by_start ? SPIL_PLAN_CONSTRAINT_START_ON : SPIL_PLAN_CONSTRAINT_FINISH_ON;
    task->constraint_day = by_start ? task->start : task->finish;
    if (spil_day_is_known (row->task.not_before))
      spil_plan_file_note (self->file, "not_before", row->name,
                           _ ("Where dates are fixed, “not earlier than” cannot be written beside it."));
  } else if (spil_day_is_known (row->task.not_before)) {
    task->constraint = SPIL_PLAN_CONSTRAINT_START_FROM;
    task->constraint_day = row->task.not_before;
  }
  task->deadline = row->task.deadline;
}

static int
find_progress (const SpilPlanTaskRow *row)
{
  if (row->task.state == SPIL_TASK_STATE_DONE)
    return 100;
  if (row->progress_from_facts)
    return row->task.progress;
  return row->own_progress;
}

static void
fill_task (Filling *self, const SpilPlanTaskRow *row)
{
  SpilPlanFileTask *task = spil_plan_file_add_task (self->file);
  SpilRecord *record = g_hash_table_lookup (self->records, &row->id);
  const gboolean dated = spil_day_is_known (row->own_start) && spil_day_is_known (row->own_end);

  task->uid = number_uid (self->file->tasks->len);
  task->guid = spil_id_dup_text (row->id);
  task->number = row->number > 0 ? g_strdup_printf ("%d", row->number) : NULL;
  task->name = g_strdup (row->name);
  task->notes = record != NULL ? g_strdup (spil_record_get_text (record, SPIL_TASK_NOTES)) : NULL;
  task->parent = row->parent;
  task->follows = row->summary && !row->own_dates;
  task->milestone = row->task.milestone;
  task->start = row->own_start;
  task->finish = row->own_end;
  if (task->milestone && !spil_day_is_known (task->start))
    task->start = task->finish;
  if (task->milestone && !spil_day_is_known (task->finish))
    task->finish = task->start;
  if (task->milestone)
    task->duration = 0;
  else if (dated)
    task->duration = spil_work_calendar_count (self->plan->calendar, row->own_start, row->own_end);
  else if (row->own_duration > 0)
    task->duration = row->own_duration;
  task->progress = find_progress (row);
  task->stopped = row->task.state == SPIL_TASK_STATE_STOPPED;
  if (row->own_cost_known)
    task->cost = row->own_cost.cents;
  fill_bounds (self, row, task);
  fill_owner (self, row, task);
}

static void
fill_links (Filling *self)
{
  for (guint i = 0; i < self->plan->links->len; i++) {
    const SpilPlanLinkRow *row = &g_array_index (self->plan->links, SpilPlanLinkRow, i);
    SpilPlanFileLink *link = spil_plan_file_add_link (self->file);

    link->row = row->to_index + 1;
    link->from_uid = number_uid ((guint) row->from_index + 1);
    link->to_uid = number_uid ((guint) row->to_index + 1);
    link->type = row->type != 0 ? row->type : SPIL_LINK_TYPE_FINISH_START;
    link->lag = row->lag;
    link->lag_calendar = row->lag != 0 && row->lag_unit == SPIL_LAG_UNIT_CALENDAR;
  }
}

/* Baselines */

static gboolean
fill_base (Filling *self, int number, GError **error)
{
  const SpilPlanBaselineRow *baseline = self->plan->baselines->pdata[number];
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE_TASK));
  g_autoptr (GPtrArray) rows = NULL;

  spil_query_where_reference (query, SPIL_BASELINE_TASK_BASELINE, baseline->id);
  rows = spil_store_list (self->store, query, error);
  if (rows == NULL)
    return FALSE;
  self->file->baselines[number].name = g_strdup (baseline->name);
  self->file->baselines[number].date = baseline->date;
  for (guint i = 0; i < rows->len; i++) {
    const int place = spil_plan_find_task (
        self->plan, spil_record_get_reference (rows->pdata[i], SPIL_BASELINE_TASK_TASK));
    SpilPlanFileBase *base;

    if (place < 0)
      continue;
    base = spil_plan_file_task_base (self->file->tasks->pdata[place], number);
    base->start = spil_record_get_day (rows->pdata[i], SPIL_BASELINE_TASK_START);
    base->finish = spil_record_get_day (rows->pdata[i], SPIL_BASELINE_TASK_END);
    if (!spil_record_is_null (rows->pdata[i], SPIL_BASELINE_TASK_COST))
      base->cost = spil_record_get_integer (rows->pdata[i], SPIL_BASELINE_TASK_COST);
  }
  return TRUE;
}

static gboolean
fill_baselines (Filling *self, GError **error)
{
  const guint n = MIN (self->plan->baselines->len, SPIL_PLAN_FILE_N_BASELINES);

  for (guint i = 0; i < n; i++)
    if (!fill_base (self, (int) i, error))
      return FALSE;
  for (guint i = n; i < self->plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = self->plan->baselines->pdata[i];

    spil_plan_file_note (self->file, "baseline", baseline->name,
                         _ ("A file holds the latest eleven baselines; older ones are left out."));
  }
  return TRUE;
}

/* Days */

/* Those of the years of the planning, but for what is worked after all. */
static void
fill_holidays (Filling *self, SpilPlanFileCalendar *calendar, const SpilWorkWeek *week)
{
  const SpilHolidayChoice choice = { week->good_friday, week->liberation_every };
  int from, until;

  spil_day_to_ymd (self->plan->first, &from, NULL, NULL);
  spil_day_to_ymd (self->plan->last, &until, NULL, NULL);
  for (int year = CLAMP (from, MIN_YEAR, MAX_YEAR); year <= CLAMP (until, MIN_YEAR, MAX_YEAR); year++) {
    SpilHoliday holidays[SPIL_HOLIDAYS_MAX];
    const int n = spil_holidays_of_year (year, &choice, holidays);

    for (int i = 0; i < n; i++)
      if ((i == 0 || spil_day_compare (holidays[i].day, holidays[i - 1].day) != 0) &&
          !spil_work_calendar_is_worked (self->plan->calendar, holidays[i].day))
        spil_plan_file_calendar_add (calendar, holidays[i].day, holidays[i].day, FALSE, _ (holidays[i].name));
  }
}

static gboolean
fill_calendar (Filling *self, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CLOSURE));
  g_autoptr (GPtrArray) closures = spil_store_list (self->store, query, error);
  SpilPlanFileCalendar *calendar = spil_plan_file_add_calendar (self->file);
  SpilNorms norms;
  SpilWorkWeek week;

  if (closures == NULL || !spil_norm_query (self->store, &norms, error))
    return FALSE;
  week = spil_work_week_of_norms (&norms);
  calendar->uid = g_strdup (CALENDAR_UID);
  calendar->name = g_strdup (_ ("Standard"));
  calendar->week_stated = TRUE;
  for (int i = 0; i < 7; i++)
    calendar->week[i] = ((week.weekdays != 0 ? week.weekdays : 0x1f) & (1 << i)) != 0;
  if (spil_day_is_known (self->plan->first))
    fill_holidays (self, calendar, &week);
  for (guint i = 0; i < closures->len; i++)
    spil_plan_file_calendar_add (calendar, spil_record_get_day (closures->pdata[i], SPIL_CLOSURE_START),
                                 spil_record_get_day (closures->pdata[i], SPIL_CLOSURE_END),
                                 spil_record_get_boolean (closures->pdata[i], SPIL_CLOSURE_WORKED),
                                 spil_record_get_text (closures->pdata[i], SPIL_CLOSURE_NAME));
  return TRUE;
}

static void
fill_project (Filling *self)
{
  const SpilId programme = spil_store_get_programme (self->store);

  self->file->title = spil_store_dup_title (self->store, spil_entity (SPIL_ENTITY_PROGRAMME), programme);
  self->file->guid = spil_id_dup_text (programme);
  self->file->start = self->plan->first;
  self->file->saved = spil_day_today ();
  self->file->calendar_uid = g_strdup (CALENDAR_UID);
  self->file->currency = g_strdup ("EUR");
}

static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);

  for (guint i = 0; i < records->len; i++) {
    const SpilId id = spil_record_get_id (records->pdata[i]);

    g_hash_table_insert (index, g_memdup2 (&id, sizeof id), records->pdata[i]);
  }
  return index;
}

SpilPlanFile *
spil_plan_file_of_store (SpilStore *store, GError **error)
{
  g_autoptr (SpilPlanFile) file = spil_plan_file_new ("spil");
  g_autoptr (SpilPlan) plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, spil_day_today (), error);
  g_autoptr (GPtrArray) tasks = plan != NULL ? spil_plan_known_tasks (store, error) : NULL;
  g_autoptr (GHashTable) resources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) records = tasks != NULL ? index_records (tasks) : NULL;
  Filling filling = { store, plan, file, records, resources };

  if (records == NULL)
    return NULL;
  fill_project (&filling);
  for (guint i = 0; i < plan->tasks->len; i++)
    fill_task (&filling, plan->tasks->pdata[i]);
  fill_links (&filling);
  if (!fill_calendar (&filling, error) || !fill_baselines (&filling, error) ||
      !spil_plan_file_finish (file, error))
    return NULL;
  return g_steal_pointer (&file);
}
