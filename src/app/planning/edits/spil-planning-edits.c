// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What people do in the chart with the pointer: new dates, new activities, links and places. */
#include "spil-planning-edits.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-failure.h"

void
spil_planning_do (SpilPlanningPage *self, SpilAction *action, GError *error)
{
  if (error != NULL)
    spil_failure_present (GTK_WIDGET (self), error);
  else
    spil_planning_commit (self, action);
}

/* New dates */

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

/* Where what follows would be, besides what is dragged itself. */
static void
show_cascade (SpilPlanningPage *self, GArray *rows)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpilPlanChange));

  for (guint i = 0; i < rows->len; i++) {
    const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, i);
    SpilPlanChange change = { .row = spil_planning_row_of_task (self, row->task),
                              .start = row->start,
                              .finish = row->end };

    if (change.row >= 0 && row->because >= 0 && row->note != SPIL_CASCADE_BLOCKED_FIXED &&
        row->note != SPIL_CASCADE_BLOCKED_DONE)
      g_array_append_val (changes, change);
  }
  spil_plan_view_set_ghosts (self->view, (const SpilPlanChange *) (gconstpointer) changes->data,
                             (int) changes->len);
}

static void
on_rows_moving_cb (SpilPlanningPage *self, const SpilPlanMoves *moves)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray) asked = NULL;
  g_autoptr (GArray) rows = NULL;

  if (moves == NULL || plan == NULL) {
    spil_plan_view_set_ghosts (self->view, NULL, 0);
    return;
  }
  asked = moves_of (self, moves);
  rows = spil_network_cascade (plan->network, (const SpilScheduleMove *) (gconstpointer) asked->data,
                               asked->len);
  show_cascade (self, rows);
}

static void
on_rows_moved_cb (SpilPlanningPage *self, const SpilPlanMoves *moves)
{
  g_autoptr (GArray) asked = moves_of (self, moves);
  const SpilScheduleMove *first = (const SpilScheduleMove *) (gconstpointer) asked->data;

  if (asked->len == 0)
    return;
  if (!spil_day_is_known (first->start) && !spil_day_is_known (first->end)) {
    spil_page_toast (SPIL_PAGE (self), _ ("This activity has no dates yet: draw them in the time area"));
    return;
  }
  spil_planning_ask_moves (self, first, asked->len, label_of (moves));
}

/* Drawing */

/* A click: as long as the activity takes, or a week. */
static void
complete (const SpilPlan *plan, const SpilPlanTaskRow *task, SpilScheduleMove *move)
{
  int days = task->own_duration > 0 ? task->own_duration : 5;

  move->start = spil_work_calendar_next (plan->calendar, move->start);
  move->end = task->task.milestone ? move->start
                                   : spil_work_calendar_end_of (plan->calendar, move->start, days);
}

void
spil_planning_add_under (SpilPlanningPage *self, int task, SpilDay start, SpilDay end, gboolean milestone)
{
  SpilAction *action = spil_plan_insert_action (spil_planning_get_plan (self), task,
                                                milestone ? _ ("New milestone") : _ ("New activity"), start,
                                                end, milestone, &self->naming);

  spil_planning_select_later (self, self->naming);
  spil_planning_commit (self, action);
}

void
spil_planning_name_added (SpilPlanningPage *self)
{
  int task = spil_planning_find_task (self, self->naming);
  int row = spil_planning_row_of_task (self, task);

  if (task < 0)
    return;
  self->naming = SPIL_ID_NIL;
  if (row < 0) {
    spil_page_toast (SPIL_PAGE (self),
                     _ ("Added, but not shown: the filter leaves it out, or what it is part of is closed"));
    return;
  }
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    spil_plan_view_edit_cell (self->view, row, 0, NULL);
}

static void
on_row_drawn_cb (SpilPlanningPage *self, const SpilPlanChange *change)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  SpilScheduleMove move = { .task = spil_planning_task_of_row (self, change->row),
                            .start = change->start,
                            .end = change->finish };

  if (plan == NULL)
    return;
  if (change->only_start) {
    spil_planning_add_under (self, move.task, change->start, change->finish, FALSE);
    return;
  }
  if (move.task < 0)
    return;
  if (!spil_day_is_known (move.end))
    complete (plan, spil_planning_get_task (self, move.task), &move);
  spil_planning_ask_moves (self, &move, 1, _ ("Activity planned"));
}

/* Links */

static int
type_of (int kind)
{
  switch (kind) {
  case SPIL_GANTT_START_START:
    return SPIL_LINK_TYPE_START_START;
  case SPIL_GANTT_FINISH_FINISH:
    return SPIL_LINK_TYPE_FINISH_FINISH;
  case SPIL_GANTT_START_FINISH:
    return SPIL_LINK_TYPE_START_FINISH;
  case SPIL_GANTT_FINISH_START:
  default:
    return SPIL_LINK_TYPE_FINISH_START;
  }
}

static SpilAction *
link_rows (SpilPlanningPage *self, int from, int to, int kind, GError **error)
{
  return spil_plan_link_action (spil_planning_get_plan (self), spil_planning_task_of_row (self, from),
                                spil_planning_task_of_row (self, to), type_of (kind), 0,
                                SPIL_LAG_UNIT_WORKING, error);
}

static char *
on_link_checked_cb (SpilPlanningPage *self, int from, int to, int kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = link_rows (self, from, to, kind, &error);

  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
on_rows_linked_cb (SpilPlanningPage *self, int from, int to, int kind)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = link_rows (self, from, to, kind, &error);

  spil_planning_do (self, action, error);
}

/* Another place in the plan */

static void
on_rows_dropped_cb (SpilPlanningPage *self, int row, int where)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  g_autoptr (GError) error = NULL;
  int at = spil_planning_task_of_row (self, row), before = -1;
  const SpilPlanTaskRow *task = spil_planning_get_task (self, at);
  SpilId parent = SPIL_ID_NIL;
  SpilAction *action;

  if (task == NULL)
    return;
  if (where == SPIL_PLAN_DROP_INTO)
    parent = task->id;
  else {
    const SpilPlanTaskRow *next;

    parent = task->task.parent;
    before = where == SPIL_PLAN_DROP_BEFORE ? at : spil_plan_end_of (plan, at);
    next = spil_planning_get_task (self, before);
    if (next == NULL || !spil_id_equal (next->task.parent, parent))
      before = -1;
  }
  action = spil_plan_place_action (plan, (const int *) (gconstpointer) tasks->data, tasks->len, parent,
                                   before, &error);
  spil_planning_do (self, action, error);
}

static void
on_row_toggled_cb (SpilPlanningPage *self, int row)
{
  spil_planning_toggle (self, row);
}

void
spil_planning_update_edits (SpilPlanningPage *self)
{
  SpilPlanTaskRow *task = spil_planning_get_task (self, spil_planning_get_current (self));
  gboolean editable = !spil_planning_is_read_only (self), some = task != NULL && editable;
  gboolean dated = some && (spil_day_is_known (task->task.start) || spil_day_is_known (task->task.end));
  static const char *const of_dated[] = { "earlier", "later", "shorter", "longer" };
  static const char *const of_some[] = { "indent", "outdent", "raise", "lower",
                                         "delete", "cut",     "link",  "unlink" };
  static const char *const of_any[] = { "add", "add-milestone", "paste" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_dated); i++)
    spil_planning_enable (self, of_dated[i], dated);
  for (gsize i = 0; i < G_N_ELEMENTS (of_some); i++)
    spil_planning_enable (self, of_some[i], some);
  for (gsize i = 0; i < G_N_ELEMENTS (of_any); i++)
    spil_planning_enable (self, of_any[i], editable);
  spil_planning_enable (self, "copy", task != NULL);
}

void
spil_planning_bind_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_rows_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_moving_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_linked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_link_checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_dropped_cb);
  spil_planning_bind_actions (widget_class);
  spil_planning_bind_cells (widget_class);
  spil_planning_bind_menu (widget_class);
}
