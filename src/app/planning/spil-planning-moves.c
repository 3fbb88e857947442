// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-failure.h"
#include "spil-planning-private.h"

gboolean
spil_planning_is_read_only (SpilPlanningPage *self)
{
  return spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self)));
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanningPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    return;
  spil_failure_present (GTK_WIDGET (self), error);
  spil_page_reload (SPIL_PAGE (self));
}

void
spil_planning_commit (SpilPlanningPage *self, SpilAction *action)
{
  if (action == NULL)
    return;
  if (action->changes->len == 0) {
    spil_action_free (action);
    return;
  }
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, on_committed_cb, g_object_ref (self));
}

/* Shows the new dates before they are stored: keys may follow each other fast. */
static void
show_dates (SpilPlanningPage *self, const SpilScheduleMove *move)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, move->task);
  SpilGantt *gantt = spil_plan_view_get_gantt (self->view);
  int at = spil_planning_row_of_task (self, move->task);
  SpilGanttRow row;

  task->task.start = move->start;
  task->task.end = move->end;
  task->own_dates = TRUE;
  if (at < 0)
    return;
  row = *spil_gantt_get_row (gantt, at);
  row.start = move->start;
  row.finish = move->end;
  spil_gantt_set_row (gantt, at, &row);
}

void
spil_planning_ask_moves (SpilPlanningPage *self, const SpilScheduleMove *moves, gsize n_moves,
                         const char *label)
{
  SpilAction *all = spil_plan_move_action (spil_planning_get_plan (self), moves, n_moves, label);

  for (gsize i = 0; i < n_moves; i++)
    show_dates (self, &moves[i]);
  spil_plan_view_changed (self->view);
  spil_planning_update_selection (self);
  spil_planning_commit (self, all);
}
