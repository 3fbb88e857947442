// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-private.h"
#include "spil-report-charts.h"

SpilPlan *
spil_planning_get_plan (SpilPlanningPage *self)
{
  return spil_page_get_data (SPIL_PAGE (self));
}

int
spil_planning_task_of_row (SpilPlanningPage *self, int row)
{
  if (self->rows == NULL || row < 0 || row >= (int) self->rows->len)
    return -1;
  return ((SpilPlanShownRow *) self->rows->pdata[row])->task;
}

int
spil_planning_row_of_task (SpilPlanningPage *self, int task)
{
  if (self->row_of_task == NULL || task < 0 || task >= (int) self->row_of_task->len)
    return -1;
  return g_array_index (self->row_of_task, int, task);
}

SpilPlanTaskRow *
spil_planning_get_task (SpilPlanningPage *self, int task)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  return plan != NULL && task >= 0 && task < (int) plan->tasks->len ? plan->tasks->pdata[task] : NULL;
}

int
spil_planning_find_task (SpilPlanningPage *self, SpilId id)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  for (guint i = 0; plan != NULL && !spil_id_is_nil (id) && i < plan->tasks->len; i++)
    if (spil_id_equal (((SpilPlanTaskRow *) plan->tasks->pdata[i])->id, id))
      return (int) i;
  return -1;
}

int
spil_planning_get_current (SpilPlanningPage *self)
{
  return spil_planning_task_of_row (self, spil_plan_view_get_selected (self->view));
}

GArray *
spil_planning_get_selected (SpilPlanningPage *self)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));
  int task = spil_planning_get_current (self);

  if (task >= 0)
    g_array_append_val (tasks, task);
  return tasks;
}

void
spil_planning_select_later (SpilPlanningPage *self, SpilId id)
{
  int row = spil_planning_row_of_task (self, spil_planning_find_task (self, id));

  self->selected = id;
  if (row >= 0)
    spil_plan_view_select (self->view, row);
}

void
spil_planning_toggle (SpilPlanningPage *self, int row)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_task_of_row (self, row));

  if (task == NULL || !task->summary)
    return;
  if (!g_hash_table_remove (self->collapsed, &task->id))
    g_hash_table_add (self->collapsed, g_memdup2 (&task->id, sizeof task->id));
  spil_planning_show (self);
}

static void
free_row (gpointer data)
{
  SpilPlanShownRow *row = data;

  g_free (row->heading);
  g_free (row);
}

static GPtrArray *
choose_rows (SpilPlanningPage *self, const SpilPlan *plan)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];
    SpilPlanShownRow *row = g_new0 (SpilPlanShownRow, 1);

    *row = (SpilPlanShownRow) { .task = (int) i, .level = task->level, .summary = task->summary };
    g_ptr_array_add (rows, row);
  }
  return rows;
}

static void
set_rows (SpilPlanningPage *self, const SpilPlan *plan, GPtrArray *rows)
{
  int none = -1;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_of_task, g_array_unref);
  self->rows = rows;
  self->row_of_task = g_array_sized_new (FALSE, FALSE, sizeof (int), plan->tasks->len);
  for (guint i = 0; i < plan->tasks->len; i++)
    g_array_append_val (self->row_of_task, none);
  for (guint i = 0; i < rows->len; i++) {
    int task = ((SpilPlanShownRow *) rows->pdata[i])->task;

    if (task >= 0)
      g_array_index (self->row_of_task, int, task) = (int) i;
  }
}

void
spil_planning_show (SpilPlanningPage *self)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  if (plan == NULL)
    return;
  self->filling = TRUE;
  set_rows (self, plan, choose_rows (self, plan));
  g_clear_pointer (&self->chart, spil_chart_unref);
  self->chart = spil_report_chart_of_plan (plan, self->rows, spil_day_today ());
  spil_plan_view_set_chart (self->view, self->chart);
  spil_plan_view_set_selected (
      self->view, spil_planning_row_of_task (self, spil_planning_find_task (self, self->selected)));
  self->filling = FALSE;
  spil_planning_update_selection (self);
}

void
spil_planning_update_selection (SpilPlanningPage *self)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_get_current (self));

  if (!self->filling)
    self->selected = task != NULL ? task->id : SPIL_ID_NIL;
  spil_selection_bar_set_task (self->selection,
                               gtk_toggle_button_get_active (self->table_button) ? NULL : task);
  spil_planning_update_edits (self);
}
