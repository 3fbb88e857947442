// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-failure.h"
#include "spil-planning-private.h"

/* What is asked while the plan of before is still shown waits: by id, since places may change. */
typedef struct
{
  SpilId id;
  SpilDay start;
  SpilDay end;
} Wish;

typedef struct
{
  GArray *wishes; /* of Wish */
  char *label;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_array_unref (self->wishes);
  g_free (self->label);
  g_free (self);
}

gboolean
spil_planning_is_read_only (SpilPlanningPage *self)
{
  return spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (self)));
}

/* Storing */

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanningPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    return;
  if (self->waiting != NULL)
    g_ptr_array_set_size (self->waiting, 0);
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
  self->stale = TRUE;
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, on_committed_cb, g_object_ref (self));
}

/* Shows the new dates before they are stored. */
static void
show_dates (SpilPlanningPage *self, const SpilScheduleMove *move)
{
  int row = spil_planning_row_of_task (self, move->task);

  if (row >= 0)
    spil_gantt_set_dates (spil_plan_view_get_gantt (self->view), row, move->start, move->end);
}

static void
store (SpilPlanningPage *self, GArray *moves, const char *label)
{
  const SpilScheduleMove *first = (const SpilScheduleMove *) (gconstpointer) moves->data;

  for (guint i = 0; i < moves->len; i++)
    show_dates (self, &first[i]);
  spil_plan_view_changed (self->view);
  spil_planning_commit (self,
                        spil_plan_move_action (spil_planning_get_plan (self), first, moves->len, label));
}

/* What a cascade asks of the plan */

static gboolean
is_blocked (const SpilCascadeRow *row)
{
  return row->note == SPIL_CASCADE_BLOCKED_FIXED || row->note == SPIL_CASCADE_BLOCKED_DONE;
}

/* It goes along because it is part of what was asked: nobody is surprised. */
static gboolean
is_part_of_cause (const SpilPlan *plan, const SpilCascadeRow *row)
{
  int task = row->task;

  while (task >= 0 && task != row->because)
    task = spil_plan_get_task (plan, task)->parent;
  return row->because >= 0 && task == row->because;
}

static gboolean
has_surprise (const SpilPlan *plan, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, i);

    if (row->because >= 0 && !is_part_of_cause (plan, row))
      return TRUE;
  }
  return FALSE;
}

static GArray *
moves_of (const SpilPlan *plan, GArray *rows, gboolean only_asked)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (SpilScheduleMove));

  for (guint i = 0; i < rows->len; i++) {
    const SpilCascadeRow *row = &g_array_index (rows, SpilCascadeRow, i);
    const SpilScheduleMove move = { .task = row->task, .start = row->start, .end = row->end };

    if (!is_blocked (row) && (!only_asked || row->because < 0 || is_part_of_cause (plan, row)))
      g_array_append_val (moves, move);
  }
  return moves;
}

/* Proposing */

static void
show_ghosts (SpilPlanningPage *self)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpilPlanChange));

  for (guint i = 0; i < self->proposed->len; i++) {
    const SpilCascadeRow *row = &g_array_index (self->proposed, SpilCascadeRow, i);
    const SpilPlanChange change = { .row = spil_planning_row_of_task (self, row->task),
                                    .start = row->start,
                                    .finish = row->end };

    if (change.row >= 0 && !is_blocked (row) &&
        (self->proposed_kind != SPIL_CASCADE_OF_ASKED || row->because >= 0))
      g_array_append_val (changes, change);
  }
  spil_plan_view_set_ghosts (self->view, (const SpilPlanChange *) (gconstpointer) changes->data,
                             (int) changes->len);
}

static void
set_focus_before (SpilPlanningPage *self, GtkWidget *widget)
{
  g_clear_weak_pointer (&self->focus_before);
  g_set_weak_pointer (&self->focus_before, widget);
}

// Asks the same of a cascade that was computed already (taken; of SpilCascadeRow).
static void
propose (SpilPlanningPage *self, GArray *rows, SpilCascadeKind kind, const char *label)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->proposed == NULL)
    set_focus_before (self, root != NULL ? gtk_root_get_focus (root) : NULL);
  g_clear_pointer (&self->proposed, g_array_unref);
  self->proposed = rows;
  g_set_str (&self->proposed_label, label);
  self->proposed_kind = kind;
  spil_planning_update_selection (self);
  show_ghosts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.withdraw", TRUE);
  spil_cascade_panel_show (self->cascade, spil_planning_get_plan (self), rows, kind);
}

static void
give_focus_back (SpilPlanningPage *self)
{
  GtkWidget *widget = self->focus_before;

  if (widget == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  set_focus_before (self, NULL);
}

static void
end_proposal (SpilPlanningPage *self)
{
  spil_plan_view_set_ghosts (self->view, NULL, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.withdraw", FALSE);
  g_clear_pointer (&self->proposed, g_array_unref);
  give_focus_back (self);
  spil_cascade_panel_hide (self->cascade);
  spil_planning_update_selection (self);
}

void
spil_planning_withdraw (SpilPlanningPage *self)
{
  if (self->proposed == NULL)
    return;
  end_proposal (self);
  spil_plan_view_put_back (self->view);
}

static void
on_answered_cb (SpilPlanningPage *self, SpilCascadeAnswer answer)
{
  g_autoptr (GArray) moves = NULL;

  if (self->proposed == NULL)
    return;
  if (answer == SPIL_CASCADE_CANCELLED) {
    spil_planning_withdraw (self);
    return;
  }
  moves = moves_of (spil_planning_get_plan (self), self->proposed, answer == SPIL_CASCADE_ONLY_ASKED);
  end_proposal (self);
  store (self, moves, self->proposed_label);
}

/* Asking */

static gboolean
same_tasks (const Waiting *waiting, GArray *wishes)
{
  if (waiting->wishes->len != wishes->len)
    return FALSE;
  for (guint i = 0; i < wishes->len; i++)
    if (!spil_id_equal (g_array_index (waiting->wishes, Wish, i).id, g_array_index (wishes, Wish, i).id))
      return FALSE;
  return TRUE;
}

/* The last of what was asked of the same activities counts. */
static void
let_wait (SpilPlanningPage *self, const SpilScheduleMove *moves, gsize n_moves, const char *label)
{
  Waiting *last = self->waiting->len > 0 ? self->waiting->pdata[self->waiting->len - 1] : NULL;
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  waiting->label = g_strdup (label);
  for (gsize i = 0; i < n_moves; i++) {
    SpilPlanTaskRow *task = spil_planning_get_task (self, moves[i].task);
    const Wish wish = { .id = task->id, .start = moves[i].start, .end = moves[i].end };

    g_array_append_val (waiting->wishes, wish);
  }
  if (last != NULL && same_tasks (last, waiting->wishes))
    g_ptr_array_remove_index (self->waiting, self->waiting->len - 1);
  g_ptr_array_add (self->waiting, waiting);
}

void
spil_planning_ask_moves (SpilPlanningPage *self, const SpilScheduleMove *moves, gsize n_moves,
                         const char *label)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) asked = NULL;

  if (plan == NULL || n_moves == 0)
    return;
  if (self->stale) {
    let_wait (self, moves, n_moves, label);
    return;
  }
  rows = spil_network_cascade (plan->network, moves, n_moves);
  if (has_surprise (plan, rows)) {
    propose (self, g_steal_pointer (&rows), SPIL_CASCADE_OF_ASKED, label);
    return;
  }
  spil_planning_withdraw (self);
  asked = g_array_new (FALSE, FALSE, sizeof (SpilScheduleMove));
  g_array_append_vals (asked, moves, (guint) n_moves);
  store (self, asked, label);
}

void
spil_planning_ask_waiting (SpilPlanningPage *self)
{
  self->stale = FALSE;
  while (self->waiting->len > 0 && !self->stale) {
    Waiting *waiting = g_ptr_array_steal_index (self->waiting, 0);
    g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (SpilScheduleMove));

    for (guint i = 0; i < waiting->wishes->len; i++) {
      const Wish *wish = &g_array_index (waiting->wishes, Wish, i);
      const SpilScheduleMove move = { .task = spil_planning_find_task (self, wish->id),
                                      .start = wish->start,
                                      .end = wish->end };

      if (move.task >= 0)
        g_array_append_val (moves, move);
    }
    spil_planning_ask_moves (self, (const SpilScheduleMove *) (gconstpointer) moves->data, moves->len,
                             waiting->label);
    waiting_free (waiting);
  }
}

/* Actions */

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_planning_withdraw (SPIL_PLANNING_PAGE (widget));
}

static void
pull (SpilPlanningPage *self, GArray *tasks, gboolean mend)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray)
      rows = spil_network_pull (plan->network, (const int *) (gconstpointer) tasks->data, tasks->len);

  if (rows->len == 0)
    spil_page_toast (SPIL_PAGE (self), mend ? _ ("Nothing can be moved to mend this")
                                            : _ ("This is already as early as it can be"));
  else
    propose (self, g_steal_pointer (&rows), mend ? SPIL_CASCADE_OF_MENDING : SPIL_CASCADE_OF_PULL,
             mend ? _ ("Dependencies met") : _ ("Moved up against what comes first"));
}

static void
pull_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);

  if (tasks->len > 0)
    pull (self, tasks, FALSE);
}

static void
mend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  g_autoptr (GArray) tasks = spil_planning_find_early (spil_planning_get_plan (self));

  pull (self, tasks, TRUE);
}

void
spil_planning_bind_moves (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_CASCADE_PANEL);
  gtk_widget_class_install_action (widget_class, "planning.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "planning.pull", NULL, pull_action);
  gtk_widget_class_install_action (widget_class, "planning.mend", NULL, mend_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "planning.withdraw", NULL);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanningPage, cascade);
  gtk_widget_class_bind_template_callback (widget_class, on_answered_cb);
}

void
spil_planning_init_moves (SpilPlanningPage *self)
{
  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planning.withdraw", FALSE);
}

void
spil_planning_clear_moves (SpilPlanningPage *self)
{
  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->proposed, g_array_unref);
  g_clear_pointer (&self->proposed_label, g_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}
