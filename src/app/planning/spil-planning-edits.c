// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-planning-private.h"

static const char *
label_of (const SpilPlanChange *change)
{
  if (change->only_start)
    return _ ("Start of activity changed");
  return change->only_finish ? _ ("End of activity changed") : _ ("Activity moved");
}

/* While a bar is dragged its dates are said under its name. */
static void
on_row_changing_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_task_of_row (self, change->row));
  SpilPlanTaskRow moved;

  if (task == NULL)
    return;
  moved = *task;
  moved.task.start = change->start;
  moved.task.end = change->finish;
  spil_selection_bar_set_task (self->selection, &moved);
}

static void
on_row_changed_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
  SpilScheduleMove move = { .task = spil_planning_task_of_row (self, change->row),
                            .start = change->start,
                            .end = change->finish };
  SpilPlanTaskRow *task = spil_planning_get_task (self, move.task);

  if (task == NULL)
    return;
  if (task->summary && !task->own_dates) {
    spil_page_toast (SPIL_PAGE (self), _ ("The dates follow from the parts of this activity"));
    return;
  }
  if (!spil_day_is_known (change->start) && !spil_day_is_known (change->finish)) {
    spil_page_toast (SPIL_PAGE (self), _ ("This activity has no dates yet: press Enter to fill them in"));
    return;
  }
  spil_planning_ask_moves (self, &move, 1, label_of (change));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_plan_view_move_selected (SPIL_PLANNING_PAGE (widget)->view,
                                g_str_equal (name, "planning.later") ? 1 : -1, FALSE);
}

void
spil_planning_update_edits (SpilPlanningPage *self)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_get_current (self));
  gboolean movable = task != NULL && (task->own_dates || !task->summary) &&
                     !spil_planning_is_read_only (self);
  gboolean dated = task != NULL &&
                   (spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.earlier", movable && dated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.later", movable && dated);
}

void
spil_planning_bind_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "planning.earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "planning.later", NULL, move_action);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_changing_cb);
}
