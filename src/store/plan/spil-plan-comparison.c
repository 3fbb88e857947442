// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-comparison.h"

#include "spil-read.h"

static void
free_difference (gpointer data)
{
  SpilPlanDifference *self = data;

  g_free (self->name);
  g_free (self);
}

void
spil_plan_comparison_free (SpilPlanComparison *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static void
compare_costs (SpilPlanDifference *row, const SpilPlanTaskRow *task)
{
  row->then_cost_known = task->in_baseline && task->baseline_cost_known;
  row->then_cost = task->baseline_cost;
  row->now_cost_known = task->cost.known && !task->cost.mixed;
  row->now_cost = task->cost.money;
  if (row->then_cost_known && row->now_cost_known)
    row->more_known = spil_money_add (row->now_cost, spil_money (-row->then_cost.cents, row->then_cost.vat),
                                      &row->more);
}

static SpilPlanDifference *
difference_of (const SpilPlanTaskRow *task, int place)
{
  SpilPlanDifference *row = g_new0 (SpilPlanDifference, 1);

  row->since = task->in_baseline ? SPIL_PLAN_SINCE_KEPT : SPIL_PLAN_SINCE_ADDED;
  row->task = place;
  row->name = g_strdup (task->name);
  row->level = task->level;
  row->then_start = task->baseline_start;
  row->then_end = task->baseline_end;
  row->now_start = task->task.start;
  row->now_end = task->task.end;
  row->slip_known = task->in_baseline && task->slip_known;
  row->slip = row->slip_known ? task->slip : 0;
  compare_costs (row, task);
  return row;
}

static SpilPlanDifference *
difference_of_gone (const SpilPlanGoneRow *gone)
{
  SpilPlanDifference *row = g_new0 (SpilPlanDifference, 1);

  row->since = SPIL_PLAN_SINCE_GONE;
  row->task = -1;
  row->name = g_strdup (gone->name);
  row->then_start = gone->start;
  row->then_end = gone->end;
  row->now_start = row->now_end = SPIL_DAY_NONE;
  return row;
}

static void
count (SpilPlanComparison *self, const SpilPlanDifference *row)
{
  self->n_added += row->since == SPIL_PLAN_SINCE_ADDED;
  self->n_gone += row->since == SPIL_PLAN_SINCE_GONE;
  self->n_later += row->slip_known && row->slip > 0;
  self->n_earlier += row->slip_known && row->slip < 0;
  self->n_same += row->slip_known && row->slip == 0;
}

static void
extend (SpilDay *last, SpilDay day)
{
  if (spil_day_is_known (day) && spil_day_compare (day, *last) > 0)
    *last = day;
}

static void
compare_ends (SpilPlanComparison *self)
{
  self->then_end = self->now_end = SPIL_DAY_NONE;
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilPlanDifference *row = self->rows->pdata[i];

    extend (&self->then_end, row->then_end);
    extend (&self->now_end, row->now_end);
  }
  self->end_known = spil_day_is_known (self->then_end) && spil_day_is_known (self->now_end);
  if (self->end_known)
    self->end_slip = spil_day_between (self->then_end, self->now_end);
}

/* Of a part the cost is in that of what it is part of. */
static void
compare_totals (SpilPlanComparison *self)
{
  self->then_cost = self->now_cost = spil_money (0, SPIL_VAT_UNKNOWN);
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilPlanDifference *row = self->rows->pdata[i];

    if (row->level > 0 || !row->more_known)
      continue;
    if (!spil_money_add (self->then_cost, row->then_cost, &self->then_cost) ||
        !spil_money_add (self->now_cost, row->now_cost, &self->now_cost)) {
      self->cost_known = FALSE;
      return;
    }
    self->cost_known = TRUE;
  }
}

static int
rank_of (const SpilPlanDifference *row)
{
  return row->since == SPIL_PLAN_SINCE_KEPT ? (row->slip_known && row->slip != 0 ? 0 : 1)
                                            : (int) row->since + 1;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const SpilPlanDifference *x = *(SpilPlanDifference *const *) a;
  const SpilPlanDifference *y = *(SpilPlanDifference *const *) b;

  if (rank_of (x) != rank_of (y))
    return rank_of (x) - rank_of (y);
  if (x->slip != y->slip)
    return x->slip > y->slip ? -1 : 1;
  return x->task - y->task;
}

SpilPlanComparison *
spil_plan_compare (const SpilPlan *plan)
{
  SpilPlanComparison *self = g_new0 (SpilPlanComparison, 1);

  self->rows = g_ptr_array_new_with_free_func (free_difference);
  for (guint i = 0; i < plan->tasks->len; i++)
    g_ptr_array_add (self->rows, difference_of (plan->tasks->pdata[i], (int) i));
  for (guint i = 0; i < plan->gone->len; i++)
    g_ptr_array_add (self->rows, difference_of_gone (plan->gone->pdata[i]));
  for (guint i = 0; i < self->rows->len; i++)
    count (self, self->rows->pdata[i]);
  compare_ends (self);
  compare_totals (self);
  g_ptr_array_sort (self->rows, compare_rows);
  return self;
}

/* What baselines hold */

static void
free_figures (gpointer data)
{
  SpilPlanBaselineFigures *self = data;

  g_free (self->name);
  g_free (self->report);
  g_free (self->notes);
  g_free (self);
}

static gpointer
make_figures (SpilStatement *row, gpointer user_data)
{
  SpilPlanBaselineFigures *self = g_new0 (SpilPlanBaselineFigures, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->date = spil_get_day (row, 2);
  self->report = spil_get_text (row, 3);
  self->notes = spil_get_text (row, 4);
  self->n_tasks = spil_get_int (row, 5);
  self->n_dated = spil_get_int (row, 6);
  self->first = spil_get_day (row, 7);
  self->last = spil_get_day (row, 8);
  self->cost_known = spil_get_int (row, 9) == 1;
  if (self->cost_known)
    self->cost = spil_get_money (row, 10, 11);
  return self;
}

GPtrArray *
spil_plan_baselines_query (SpilStore *store, GError **error)
{
  /* Of a part the cost is in that of what it is part of, where that was in the baseline too. */
  static const char sql[] =
      "WITH kept AS (SELECT b.baseline, b.start, b.\"end\","
      " CASE WHEN NOT EXISTS (SELECT 1 FROM task t CROSS JOIN baseline_task p ON p.baseline = b.baseline"
      "  AND p.task = t.parent AND p.dead = 0 WHERE t.id = b.task) THEN b.cost END AS cost, b.vat"
      " FROM baseline_task b WHERE b.dead = 0 AND b.programme = ?1),"
      " sums AS (SELECT baseline, count (*) AS n, count (start) + count (CASE WHEN start IS NULL THEN \"end\" END) AS dated,"
      " min (ifnull (start, \"end\")) AS first, max (ifnull (\"end\", start)) AS last,"
      " count (DISTINCT CASE WHEN cost IS NOT NULL THEN ifnull (vat, 0) END) AS notes, sum (cost) AS cost,"
      " max (CASE WHEN cost IS NOT NULL THEN vat END) AS vat FROM kept GROUP BY baseline)"
      " SELECT b.id, b.name, b.date, r.name, b.notes, s.n, s.dated, s.first, s.last, s.notes, s.cost, s.vat"
      " FROM baseline b LEFT JOIN sums s ON s.baseline = b.id LEFT JOIN report r ON r.id = b.report"
      " WHERE b.dead = 0 AND b.programme = ?1 ORDER BY b.date DESC, b.row DESC";

  return spil_read_all (store, sql, NULL, 0, make_figures, NULL, free_figures, error);
}
