// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-planning-private.h"

static const char *
label_of (const SpilPlanMoves *moves)
{
  if (moves->n > 1)
    return _ ("Activities moved");
  if (moves->changes[0].only_start)
    return _ ("Start of activity changed");
  return moves->changes[0].only_finish ? _ ("End of activity changed") : _ ("Activity moved");
}

/* The activities of the rows, with their new dates. */
static GArray *
moves_of (SpilPlanningPage *self, const SpilPlanMoves *moves)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (SpilScheduleMove));

  for (int i = 0; i < moves->n; i++) {
    SpilScheduleMove move = { .task = spil_planning_task_of_row (self, moves->changes[i].row),
                              .start = moves->changes[i].start,
                              .end = moves->changes[i].finish };

    if (move.task >= 0)
      g_array_append_val (asked, move);
  }
  return asked;
}

static void
on_rows_moving_cb (SpilPlanningPage *self, const SpilPlanMoves *moves)
{
}

static void
on_rows_moved_cb (SpilPlanningPage *self, const SpilPlanMoves *moves)
{
  g_autoptr (GArray) asked = moves_of (self, moves);

  spil_planning_ask_moves (self, (const SpilScheduleMove *) (gconstpointer) asked->data, asked->len,
                           label_of (moves));
}

static void
on_row_toggled_cb (SpilPlanningPage *self, int row)
{
  spil_planning_toggle (self, row);
}

static void
on_row_drawn_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
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
  gtk_widget_class_bind_template_callback (widget_class, on_rows_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_moving_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_drawn_cb);
}
