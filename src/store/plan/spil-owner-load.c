// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-owner-load-query.h"

#include <string.h>

#include "spil-owner-rule.h"
#include "spil-plan-shown.h"
#include "spil-text.h"

/* More periods than anybody looks at: bounds what a mistyped year costs. */
#define MAX_PERIODS 600

static void
free_row (gpointer data)
{
  SpilOwnerLoadRow *self = data;

  g_free (self->owner);
  g_free (self->cells);
  g_free (self);
}

void
spil_owner_load_free (SpilOwnerLoad *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_free (self);
}

/* The load while it is added up. */
typedef struct
{
  const SpilPlan *plan;
  SpilOwnerLoad *load;
  GHashTable *index; /* folded name ("": nobody) -> SpilOwnerLoadRow */
} Adding;

static SpilOwnerLoadRow *
get_row (Adding *adding, const char *owner)
{
  g_autofree char *folded = spil_text_fold (owner != NULL ? owner : "");
  SpilOwnerLoadRow *row = g_hash_table_lookup (adding->index, folded);

  if (row != NULL)
    return row;
  row = g_new0 (SpilOwnerLoadRow, 1);
  row->owner = g_strdup (owner);
  row->cells = g_new0 (SpilOwnerLoadCell, adding->load->periods->len + 1);
  g_hash_table_insert (adding->index, g_steal_pointer (&folded), row);
  g_ptr_array_add (adding->load->owners, row);
  return row;
}

static SpilDay
earlier (SpilDay a, SpilDay b)
{
  return spil_day_compare (a, b) < 0 ? a : b;
}

static SpilDay
later (SpilDay a, SpilDay b)
{
  return spil_day_compare (a, b) > 0 ? a : b;
}

/* What a task asks of one of its owners; of several each does an equal share. */
typedef struct
{
  SpilDay first;
  SpilDay last;
  gboolean hours_known;
  double hours_a_day;
} Work;

static Work
work_of (const SpilPlan *plan, const SpilPlanTaskRow *task, guint n_owners)
{
  const SpilScheduleTask *dates = &task->task;
  Work work = { .first = spil_day_is_known (dates->start) ? dates->start : dates->end,
                .last = spil_day_is_known (dates->end) ? dates->end : dates->start };

  if (task->status == SPIL_TASK_STATUS_DONE)
    work.last = earlier (work.last, plan->day);
  work.hours_known = task->effort >= 0 && spil_day_is_known (dates->start) && spil_day_is_known (dates->end);
  if (work.hours_known)
    work.hours_a_day = task->effort / MAX (1, plan->week_days) / MAX (1, n_owners);
  return work;
}

static void
add_work (Adding *adding, SpilOwnerLoadRow *row, const Work *work)
{
  gboolean any = FALSE;

  for (guint i = 0; i < adding->load->periods->len; i++) {
    const SpilPeriod *period = &g_array_index (adding->load->periods, SpilPeriod, i);
    SpilOwnerLoadCell *cell = &row->cells[i];
    SpilDay first = later (work->first, period->first), last = earlier (work->last, period->last);
    double hours;

    if (spil_day_compare (first, last) > 0)
      continue;
    any = TRUE;
    cell->n_running++;
    cell->n_no_hours += !work->hours_known;
    hours = work->hours_a_day * spil_work_calendar_count (adding->plan->calendar, first, last);
    cell->hours += hours;
    row->hours += hours;
  }
  row->n_tasks += any;
  row->n_no_hours += any && !work->hours_known;
}

static void
add_task (Adding *adding, int place)
{
  const SpilPlanTaskRow *task = spil_plan_get_task (adding->plan, place);
  const SpilPlanTaskRow *holder = spil_plan_get_task (
      adding->plan, spil_plan_find_holder (adding->plan, place, SPIL_PLAN_GROUP_OWNER));
  g_auto (GStrv) owners = spil_owner_split (holder != NULL ? holder->owner : NULL);
  guint n = g_strv_length (owners);
  Work work = work_of (adding->plan, task, n);

  for (guint i = 0; i < MAX (n, 1); i++) {
    SpilOwnerLoadRow *row = get_row (adding, owners[i]);

    if (!spil_day_is_known (work.first))
      row->n_undated += task->status != SPIL_TASK_STATUS_DONE;
    else
      add_work (adding, row, &work);
  }
}

/* By name; what nobody was named for comes last. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpilOwnerLoadRow *x = *(SpilOwnerLoadRow *const *) a, *y = *(SpilOwnerLoadRow *const *) b;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (x->owner == NULL || y->owner == NULL)
    return (x->owner == NULL) - (y->owner == NULL);
  one = spil_text_fold (x->owner);
  other = spil_text_fold (y->owner);
  return strcmp (one, other);
}

static GArray *
make_periods (SpilPeriodKind kind, SpilDay first, SpilDay last)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (SpilPeriod));
  SpilPeriod period = spil_period_of (kind, first);

  while (spil_day_is_known (first) && spil_day_is_known (last) && periods->len < MAX_PERIODS &&
         spil_day_compare (period.first, last) <= 0) {
    g_array_append_val (periods, period);
    period = spil_period_step (period, 1);
  }
  return periods;
}

SpilOwnerLoad *
spil_owner_load_of_plan (const SpilPlan *plan, SpilPeriodKind kind, SpilDay first, SpilDay last)
{
  SpilOwnerLoad *load = g_new0 (SpilOwnerLoad, 1);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Adding adding = { plan, load, index };

  load->periods = make_periods (kind, first, last);
  load->owners = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = spil_plan_get_task (plan, (int) i);

    if (!task->summary && !task->task.milestone && task->status != SPIL_TASK_STATUS_STOPPED)
      add_task (&adding, (int) i);
  }
  g_ptr_array_sort (load->owners, compare_rows);
  return load;
}

SpilOwnerLoad *
spil_owner_load_query (SpilStore *store, SpilPeriodKind kind, SpilDay first, SpilDay last, SpilDay day,
                       GError **error)
{
  g_autoptr (SpilPlan) plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, day, error);

  return plan != NULL ? spil_owner_load_of_plan (plan, kind, first, last) : NULL;
}
