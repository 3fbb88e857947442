// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-data.h"

#include "spil-entity.h"
#include "spil-offer-query.h"
#include "spil-plan-shown.h"

// More journal lines and baselines than these are not shown.
#define MAX_LINES 200
#define MAX_BASELINES 100
// As on the page of an area.
#define MAX_OFFERS 25

// Of one day the line that was added last comes first: ids follow the time.
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  SpilRecord *first = *(SpilRecord *const *) a;
  SpilRecord *second = *(SpilRecord *const *) b;
  int order = spil_day_compare (spil_record_get_day (second, SPIL_TASK_JOURNAL_DATE),
                                spil_record_get_day (first, SPIL_TASK_JOURNAL_DATE));

  return order != 0 ? order : spil_id_compare (spil_record_get_id (second), spil_record_get_id (first));
}

static GPtrArray *
list_journal (SpilStore *store, SpilId task, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_TASK_JOURNAL));
  GPtrArray *lines;

  spil_query_where_reference (query, SPIL_TASK_JOURNAL_TASK, task);
  spil_query_sort (query, SPIL_TASK_JOURNAL_DATE, TRUE);
  spil_query_window (query, 0, MAX_LINES);
  lines = spil_store_list (store, query, error);
  if (lines != NULL)
    g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
free_baseline (gpointer data)
{
  SpilTaskBaseline *self = data;

  g_free (self->name);
  g_free (self);
}

static SpilTaskBaseline *
make_baseline (SpilRecord *record, GPtrArray *rows)
{
  SpilTaskBaseline *self = g_new0 (SpilTaskBaseline, 1);

  self->name = g_strdup (spil_record_get_title (record));
  self->date = spil_record_get_day (record, SPIL_BASELINE_DATE);
  self->of_report = !spil_record_is_null (record, SPIL_BASELINE_REPORT);
  self->start = self->end = SPIL_DAY_NONE;
  for (guint i = 0; i < rows->len; i++) {
    SpilRecord *row = rows->pdata[i];

    if (!spil_id_equal (spil_record_get_reference (row, SPIL_BASELINE_TASK_BASELINE),
                        spil_record_get_id (record)))
      continue;
    self->holds = TRUE;
    self->start = spil_record_get_day (row, SPIL_BASELINE_TASK_START);
    self->end = spil_record_get_day (row, SPIL_BASELINE_TASK_END);
  }
  return self;
}

static GPtrArray *
list_baselines (SpilStore *store, SpilId task, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE));
  g_autoptr (SpilQuery) of_task = spil_query_new (spil_entity (SPIL_ENTITY_BASELINE_TASK));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *baselines;

  spil_query_sort (query, SPIL_BASELINE_DATE, TRUE);
  spil_query_window (query, 0, MAX_BASELINES);
  spil_query_where_reference (of_task, SPIL_BASELINE_TASK_TASK, task);
  if ((records = spil_store_list (store, query, error)) == NULL ||
      (rows = spil_store_list (store, of_task, error)) == NULL)
    return NULL;
  baselines = g_ptr_array_new_with_free_func (free_baseline);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (baselines, make_baseline (records->pdata[i], rows));
  return baselines;
}

// The offers that count, as they are counted: in the area of the activity or of what it is part of, and of its instrument.
static gboolean
read_offers (SpilTaskData *self, SpilStore *store, GError **error)
{
  int holder = spil_plan_find_holder (self->plan, self->place, SPIL_PLAN_GROUP_AREA);
  SpilOfferFilter filter = { .limit = MAX_OFFERS };

  if (!self->task->progress_from_facts || self->task->facts.fact != SPIL_TASK_FACT_OFFERS)
    return TRUE;
  filter.instrument = self->task->instrument;
  if (holder >= 0)
    filter.area = spil_plan_get_task (self->plan, holder)->area;
  self->offers = spil_offer_query (store, &filter, error);
  return self->offers != NULL;
}

SpilTaskData *
spil_task_data_load (SpilStore *store, SpilId id, GError **error)
{
  g_autoptr (SpilTaskData) self = g_new0 (SpilTaskData, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_TASK), id, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if ((self->plan = spil_plan_query (store, SPIL_ID_NIL, spil_day_today (), error)) == NULL ||
      (self->journal = list_journal (store, id, error)) == NULL ||
      (self->baselines = list_baselines (store, id, error)) == NULL)
    return NULL;
  self->place = spil_plan_find_task (self->plan, id);
  if (self->place < 0)
    return NULL;
  self->task = self->plan->tasks->pdata[self->place];
  if (!read_offers (self, store, error))
    return NULL;
  if (!spil_id_is_nil (self->task->instrument))
    self->instrument = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_INSTRUMENT),
                                             self->task->instrument);
  return g_steal_pointer (&self);
}

void
spil_task_data_free (SpilTaskData *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->plan, spil_plan_free);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->baselines, g_ptr_array_unref);
  g_free (self->instrument);
  g_free (self);
}

const SpilTaskBaseline *
spil_task_data_get_last_report (const SpilTaskData *self)
{
  for (guint i = 0; i < self->baselines->len; i++) {
    const SpilTaskBaseline *baseline = self->baselines->pdata[i];

    if (baseline->of_report && baseline->holds)
      return baseline;
  }
  return NULL;
}
