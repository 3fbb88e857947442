// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-planning-private.h"

/* Tasks and rows */

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

  return plan != NULL ? spil_plan_get_task (plan, task) : NULL;
}

int
spil_planning_find_task (SpilPlanningPage *self, SpilId id)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  return plan != NULL && !spil_id_is_nil (id) ? spil_plan_find_task (plan, id) : -1;
}

/* What is selected */

int
spil_planning_get_current (SpilPlanningPage *self)
{
  return spil_planning_task_of_row (self, spil_plan_view_get_selected (self->view));
}

/* With two owners a task stands in two rows. */
GArray *
spil_planning_get_selected (SpilPlanningPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *rows = NULL;
  int n_rows = spil_plan_view_get_selection (self->view, &rows);

  for (int i = 0; i < n_rows; i++) {
    int task = spil_planning_task_of_row (self, rows[i]);

    if (task >= 0 && g_hash_table_add (seen, GINT_TO_POINTER (task)))
      g_array_append_val (tasks, task);
  }
  return tasks;
}

static void
remember_selected (SpilPlanningPage *self)
{
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  SpilPlanTaskRow *current = spil_planning_get_task (self, spil_planning_get_current (self));

  self->selected = current != NULL ? current->id : SPIL_ID_NIL;
  g_array_set_size (self->selected_ids, 0);
  for (guint i = 0; i < tasks->len; i++) {
    SpilPlanTaskRow *task = spil_planning_get_task (self, g_array_index (tasks, int, i));

    g_array_append_val (self->selected_ids, task->id);
  }
}

static void
select_again (SpilPlanningPage *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  int current = spil_planning_row_of_task (self, spil_planning_find_task (self, self->selected));

  for (guint i = 0; i < self->selected_ids->len; i++) {
    SpilId id = g_array_index (self->selected_ids, SpilId, i);
    int row = spil_planning_row_of_task (self, spil_planning_find_task (self, id));

    if (row >= 0)
      g_array_append_val (rows, row);
  }
  if (rows->len > 1)
    spil_plan_view_set_selection (self->view, (const int *) (gconstpointer) rows->data, (int) rows->len,
                                  current);
  else
    spil_plan_view_set_selected (self->view, current);
}

void
spil_planning_select_later (SpilPlanningPage *self, SpilId id)
{
  int row = spil_planning_row_of_task (self, spil_planning_find_task (self, id));

  self->selected = id;
  g_array_set_size (self->selected_ids, 0);
  if (row >= 0)
    spil_plan_view_select (self->view, row);
}

void
spil_planning_update_selection (SpilPlanningPage *self)
{
  if (!self->filling)
    remember_selected (self);
  spil_planning_preview_task (self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.pull",
                                 self->selected_ids->len > 0 && !spil_planning_is_read_only (self));
  spil_planning_update_edits (self);
}

void
spil_planning_preview_task (SpilPlanningPage *self, const SpilPlanTaskRow *task)
{
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  gboolean hidden = gtk_toggle_button_get_active (self->table_button) || self->proposed != NULL;

  if (hidden)
    spil_selection_bar_set_task (self->selection, NULL, NULL);
  else if (task != NULL || tasks->len < 2)
    spil_selection_bar_set_task (
        self->selection, spil_planning_get_plan (self),
        task != NULL ? task : spil_planning_get_task (self, spil_planning_get_current (self)));
  else
    spil_selection_bar_set_tasks (self->selection, spil_planning_get_plan (self), tasks);
}

/* What is shown */

void
spil_planning_toggle (SpilPlanningPage *self, int row)
{
  SpilPlanShownRow *shown = row >= 0 && row < (int) self->rows->len ? self->rows->pdata[row] : NULL;

  if (shown == NULL || spil_id_is_nil (shown->id) || (!shown->summary && shown->heading == NULL))
    return;
  if (!g_hash_table_remove (self->collapsed, &shown->id))
    g_hash_table_add (self->collapsed, g_memdup2 (&shown->id, sizeof shown->id));
  spil_planning_show (self);
}

static void
set_rows (SpilPlanningPage *self, const SpilPlan *plan)
{
  int none = -1;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_of_task, g_array_unref);
  self->rows = spil_plan_show (plan, &self->asked.filter, self->asked.group, self->collapsed);
  self->row_of_task = g_array_sized_new (FALSE, FALSE, sizeof (int), plan->tasks->len);
  for (guint i = 0; i < plan->tasks->len; i++)
    g_array_append_val (self->row_of_task, none);
  for (guint i = self->rows->len; i > 0; i--) {
    int task = ((SpilPlanShownRow *) self->rows->pdata[i - 1])->task;

    if (task >= 0)
      g_array_index (self->row_of_task, int, task) = (int) i - 1;
  }
}

static void
set_chart (SpilPlanningPage *self, const SpilPlan *plan)
{
  const SpilPlanChartLook look = { .table = !self->narrow,
                                   .hidden = self->hidden_columns,
                                   .critical = self->asked.critical,
                                   .slack = self->asked.slack };

  g_clear_pointer (&self->chart, spil_chart_unref);
  self->chart = spil_plan_chart_new (plan, self->rows, &look);
  spil_plan_view_set_calendar (self->view, plan->calendar);
  spil_plan_view_set_read_only (self->view, spil_planning_is_read_only (self));
  spil_plan_view_set_chart (self->view, self->chart);
}

/* The table costs its rows only when it is looked at. */
static void
show_stack (SpilPlanningPage *self, const SpilPlan *plan)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  spil_plan_table_set_rows (self->table, table ? plan : NULL, self->rows);
  if (self->rows->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, table ? "table" : "gantt");
}

void
spil_planning_show (SpilPlanningPage *self)
{
  SpilPlan *plan = spil_planning_get_plan (self);

  if (plan == NULL)
    return;
  spil_planning_withdraw (self);
  self->filling = TRUE;
  spil_plan_table_set_rows (self->table, NULL, NULL);
  set_rows (self, plan);
  set_chart (self, plan);
  select_again (self);
  show_stack (self, plan);
  self->filling = FALSE;
  spil_planning_show_line (self);
  spil_planning_update_selection (self);
  spil_planning_name_added (self);
}
