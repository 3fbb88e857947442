// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Typing in the table of the planning. */
#include "spil-entity.h"
#include "spil-plan-chart.h"
#include "spil-planning-edits.h"

static char *
on_cell_wanted_cb (SpilPlanningPage *self, int row, int column)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  SpilPlanCell cell = spil_plan_chart_cell (self->hidden_columns, column);
  int task = spil_planning_task_of_row (self, row);

  if (task < 0 || spil_planning_is_read_only (self) || !spil_plan_cell_is_editable (plan, task, cell))
    return NULL;
  return spil_plan_cell_text (plan, task, cell);
}

/* Typed dates go the way of dragged ones, so that people see what they move. */
static gboolean
is_about_dates (SpilPlanCell cell)
{
  return cell == SPIL_PLAN_CELL_START || cell == SPIL_PLAN_CELL_END || cell == SPIL_PLAN_CELL_DAYS;
}

static SpilDay
new_day (const SpilAction *action, int field, SpilDay old)
{
  for (guint i = 0; i < action->changes->len; i++) {
    const SpilValue *value = spil_change_get (action->changes->pdata[i], field);

    if (value != NULL)
      old = value->kind == SPIL_VALUE_INTEGER ? spil_day ((int32_t) value->integer) : SPIL_DAY_NONE;
  }
  return old;
}

static gboolean
ask_dates (SpilPlanningPage *self, int task, SpilPlanCell cell, SpilAction *action)
{
  const SpilPlanTaskRow *row = spil_planning_get_task (self, task);
  SpilScheduleMove move = { .task = task,
                            .start = new_day (action, SPIL_TASK_START, row->task.start),
                            .end = new_day (action, SPIL_TASK_END, row->task.end) };

  if (!is_about_dates (cell) || !spil_day_is_known (move.start) || !spil_day_is_known (move.end) ||
      action->changes->len != 1)
    return FALSE;
  spil_planning_ask_moves (self, &move, 1, spil_plan_cell_action_label (cell));
  return TRUE;
}

static gboolean
on_cell_edited_cb (SpilPlanningPage *self, int row, int column, const char *text)
{
  SpilPlanCell cell = spil_plan_chart_cell (self->hidden_columns, column);
  int task = spil_planning_task_of_row (self, row);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = NULL;

  if (task < 0)
    return TRUE;
  action = spil_plan_cell_action (spil_planning_get_plan (self), task, cell, text, &error);
  if (error != NULL) {
    spil_plan_view_set_cell_error (self->view, error->message);
    return FALSE;
  }
  if (action != NULL && !ask_dates (self, task, cell, action))
    spil_planning_commit (self, g_steal_pointer (&action));
  return TRUE;
}

void
spil_planning_bind_cells (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_cell_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_edited_cb);
}
