// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-owner-load.h"

#include "spil-entity.h"
#include "spil-load-chart.h"
#include "spil-number.h"
#include "spil-owner-rule.h"
#include "spil-plan-shown.h"
#include "spil-text.h"

static void
free_row (SpilOwnerRow *row, int n_periods)
{
  for (int i = 0; i < n_periods; i++)
    g_array_unref (row->cells[i].tasks);
  g_free (row->cells);
  g_free (row->name);
  g_free (row);
}

void
spil_owner_load_free (SpilOwnerLoad *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->owners->len; i++)
    free_row (self->owners->pdata[i], self->n_periods);
  g_ptr_array_unref (self->owners);
  g_free (self->periods);
  g_free (self);
}

/* What counts */

static gboolean
counts (const SpilPlanTaskRow *task)
{
  if (task->task.milestone || task->status == SPIL_TASK_STATUS_STOPPED)
    return FALSE;
  if (!spil_day_is_known (task->task.start) && !spil_day_is_known (task->task.end))
    return FALSE;
  return !task->summary || task->effort > 0;
}

// The days of the task that lie in the period; FALSE: it does not run in it.
static gboolean
get_days (const SpilScheduleTask *task, const SpilPeriod *period, SpilDay *first, SpilDay *last)
{
  SpilDay start = spil_day_is_known (task->start) ? task->start : task->end;

  *first = spil_day_compare (start, period->first) > 0 ? start : period->first;
  *last = spil_day_is_known (task->end) && spil_day_compare (task->end, period->last) < 0 ? task->end
                                                                                          : period->last;
  return spil_day_compare (*first, *last) <= 0;
}

/* Owners */

static SpilOwnerRow *
find_row (SpilOwnerLoad *self, GHashTable *rows, const char *name)
{
  g_autofree char *key = name != NULL ? spil_text_fold (name) : g_strdup ("");
  SpilOwnerRow *row = g_hash_table_lookup (rows, key);

  if (row != NULL)
    return row;
  row = g_new0 (SpilOwnerRow, 1);
  row->name = g_strdup (name);
  row->cells = g_new0 (SpilOwnerCell, self->n_periods);
  for (int i = 0; i < self->n_periods; i++)
    row->cells[i].tasks = g_array_new (FALSE, FALSE, sizeof (int));
  g_hash_table_insert (rows, g_steal_pointer (&key), row);
  g_ptr_array_add (self->owners, row);
  return row;
}

static void
add_to_cell (SpilOwnerCell *cell, const SpilPlan *plan, int place, const SpilPeriod *period, int n_owners)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  const int whole = spil_work_calendar_count (plan->calendar, period->first, period->last);
  SpilDay first, last;

  if (!get_days (&task->task, period, &first, &last))
    return;
  g_array_append_val (cell->tasks, place);
  if (task->effort < 0)
    cell->unstated++;
  else if (whole > 0)
    cell->hours += task->effort / n_owners * spil_work_calendar_count (plan->calendar, first, last) / whole;
}

static void
add_task (SpilOwnerLoad *self, GHashTable *rows, const SpilPlan *plan, int place)
{
  int holder = spil_plan_find_holder (plan, place, SPIL_PLAN_GROUP_OWNER);
  g_auto (GStrv) owners = spil_owner_split (holder >= 0 ? spil_plan_get_task (plan, holder)->owner : NULL);
  const int n_owners = MAX (1, (int) g_strv_length (owners));

  for (int i = 0; i < n_owners; i++) {
    SpilOwnerRow *row = find_row (self, rows, owners[i]);

    for (int period = 0; period < self->n_periods; period++)
      add_to_cell (&row->cells[period], plan, place, &self->periods[period], n_owners);
  }
}

static gboolean
is_idle (const SpilOwnerLoad *self, const SpilOwnerRow *row)
{
  for (int i = 0; i < self->n_periods; i++)
    if (row->cells[i].tasks->len > 0)
      return FALSE;
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpilOwnerRow *first = *(const SpilOwnerRow *const *) a;
  const SpilOwnerRow *second = *(const SpilOwnerRow *const *) b;

  if (first->name == NULL || second->name == NULL)
    return (first->name == NULL) - (second->name == NULL);
  return g_utf8_collate (first->name, second->name);
}

// Rows of owners who do nothing in these periods go, and what is too much is marked.
static void
finish (SpilOwnerLoad *self)
{
  for (guint i = self->owners->len; i > 0; i--) {
    SpilOwnerRow *row = self->owners->pdata[i - 1];

    if (is_idle (self, row)) {
      g_ptr_array_remove_index (self->owners, i - 1);
      free_row (row, self->n_periods);
      continue;
    }
    for (int period = 0; period < self->n_periods; period++)
      row->cells[period].high = row->name != NULL && self->norm > 0 && row->cells[period].hours > self->norm;
  }
  g_ptr_array_sort (self->owners, compare_rows);
}

SpilOwnerLoad *
spil_owner_load_new (const SpilPlan *plan, SpilPeriod first, int n_periods, const SpilNorms *norms)
{
  SpilOwnerLoad *self = g_new0 (SpilOwnerLoad, 1);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->n_periods = n_periods;
  self->periods = g_new (SpilPeriod, n_periods);
  for (int i = 0; i < n_periods; i++)
    self->periods[i] = spil_period_step (first, i);
  self->owners = g_ptr_array_new ();
  if (norms->known[SPIL_NORM_LOAD_HOURS])
    self->norm = (double) norms->value[SPIL_NORM_LOAD_HOURS] / SPIL_DECIMAL_ONE;
  for (guint i = 0; i < plan->tasks->len; i++)
    if (counts (plan->tasks->pdata[i]))
      add_task (self, rows, plan, (int) i);
  finish (self);
  return self;
}

/* The chart */

static void
add_periods (SpilLoadChart *chart, const SpilOwnerLoad *load)
{
  for (int i = 0; i < load->n_periods; i++) {
    const SpilPeriod *period = &load->periods[i];
    g_autofree char *label = spil_period_format_short (*period);
    g_autofree char *name = spil_period_format (*period);
    // A week belongs to the year of its Thursday.
    const SpilDay middle = period->kind == SPIL_PERIOD_WEEK ? spil_day_add (period->first, 3) : period->first;
    g_autofree char *year = spil_period_format (spil_period_of (SPIL_PERIOD_YEAR, middle));

    spil_load_chart_add_period (chart, label, year, name);
  }
}

SpilChart *
spil_report_chart_of_load (const SpilOwnerLoad *load, SpilDay day)
{
  SpilLoadChart *chart = spil_load_chart_new ();
  g_autofree SpilLoadCell *cells = g_new0 (SpilLoadCell, load->n_periods + 1);

  add_periods (chart, load);
  for (int i = 0; i < load->n_periods; i++)
    if (spil_period_contains (load->periods[i], day))
      spil_load_chart_set_now (chart, i);
  spil_load_chart_set_norm (chart, load->norm);
  for (guint i = 0; i < load->owners->len; i++) {
    const SpilOwnerRow *row = load->owners->pdata[i];

    for (int period = 0; period < load->n_periods; period++) {
      const SpilOwnerCell *cell = &row->cells[period];

      cells[period] = (SpilLoadCell) { (int) cell->tasks->len, cell->hours, cell->unstated, cell->high };
    }
    spil_load_chart_add_owner (chart, row->name, cells);
  }
  return spil_load_chart_to_chart (chart);
}
