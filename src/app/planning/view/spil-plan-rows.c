// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What is selected in the planning, and asking new dates for it. */
#include "spil-plan-view-private.h"

int
spil_plan_view_count_rows (SpilPlanView *self)
{
  return self->chart != NULL ? spil_gantt_get_row_count (spil_plan_view_get_gantt (self)) : 0;
}

/* The selection */

int
spil_plan_view_get_selected (SpilPlanView *self)
{
  return spil_plan_selection_get_current (self->selection);
}

int
spil_plan_view_get_selection (SpilPlanView *self, int **rows)
{
  g_autoptr (GArray) list = spil_plan_selection_list (self->selection);
  int n_rows = (int) list->len;

  *rows = (int *) (gpointer) g_array_free (g_steal_pointer (&list), FALSE);
  return n_rows;
}

/* Only what changed is told: a planning may have ten thousand rows. */
static void
mark_rows (SpilPlanView *self)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  int n_rows = spil_plan_view_count_rows (self);

  for (int i = 0; i < n_rows; i++)
    if (spil_gantt_get_row (gantt, i)->selected != spil_plan_selection_contains (self->selection, i))
      spil_gantt_set_selected (gantt, i, spil_plan_selection_contains (self->selection, i));
}

void
spil_plan_rows_selected (SpilPlanView *self, gboolean tell)
{
  if (self->chart == NULL)
    return;
  mark_rows (self);
  spil_chart_canvas_set_current (self->canvas, spil_plan_view_get_selected (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  spil_plan_view_queue_draw (self);
  if (tell)
    g_signal_emit_by_name (self, "selection-changed");
}

void
spil_plan_view_set_selected (SpilPlanView *self, int row)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  spil_plan_selection_set (self->selection, row);
  spil_plan_rows_selected (self, FALSE);
  spil_plan_cells_follow (self);
}

void
spil_plan_view_set_selection (SpilPlanView *self, const int *rows, int n_rows, int current)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  spil_plan_selection_set (self->selection, current);
  for (int i = 0; i < n_rows; i++)
    spil_plan_selection_add (self->selection, rows[i]);
  spil_plan_rows_selected (self, FALSE);
  spil_plan_cells_follow (self);
}

void
spil_plan_rows_set_current (SpilPlanView *self, int row, gboolean extend)
{
  if (extend)
    spil_plan_selection_extend (self->selection, MAX (row, 0));
  else
    spil_plan_selection_set (self->selection, row);
  spil_plan_rows_selected (self, FALSE);
  spil_plan_place_reveal (self);
  g_signal_emit_by_name (self, "selection-changed");
}

void
spil_plan_view_select (SpilPlanView *self, int row)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  spil_plan_rows_set_current (self, row, FALSE);
}

/* Dates */

gboolean
spil_plan_rows_is_heading (SpilPlanView *self, int row)
{
  return spil_gantt_get_row (spil_plan_view_get_gantt (self), row)->heading;
}

SpilPlanDates
spil_plan_rows_dates (SpilPlanView *self, int row)
{
  const SpilGanttRow *shown = spil_gantt_get_row (spil_plan_view_get_gantt (self), row);

  return (SpilPlanDates) { shown->start, shown->finish };
}

gboolean
spil_plan_rows_is_dated (SpilPlanView *self, int row)
{
  SpilPlanDates dates = spil_plan_rows_dates (self, row);

  return spil_day_is_known (dates.start) || spil_day_is_known (dates.finish);
}

/* Whether a row stands under one of those that move already and take it along. */
static gboolean
is_carried (SpilPlanView *self, const GArray *rows, int row)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  int last = rows->len > 0 ? g_array_index (rows, int, rows->len - 1) : -1;
  int indent;

  if (last < 0 || !spil_gantt_get_row (gantt, last)->derived)
    return FALSE;
  indent = spil_gantt_get_row (gantt, last)->indent;
  for (int i = last + 1; i <= row; i++)
    if (spil_gantt_get_row (gantt, i)->indent <= indent)
      return FALSE;
  return TRUE;
}

GArray *
spil_plan_rows_to_move (SpilPlanView *self, int row)
{
  g_autoptr (GArray) selected = spil_plan_selection_list (self->selection);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (int));

  if (!spil_plan_selection_contains (self->selection, row)) {
    g_array_append_val (rows, row);
    return rows;
  }
  for (guint i = 0; i < selected->len; i++) {
    int at = g_array_index (selected, int, i);

    if (!spil_plan_rows_is_heading (self, at) && spil_plan_rows_is_dated (self, at) &&
        !is_carried (self, rows, at))
      g_array_append_val (rows, at);
  }
  return rows;
}

void
spil_plan_rows_show_dates (SpilPlanView *self, const SpilPlanChange *change)
{
  /* The planning may have been read anew meanwhile. */
  if (change->row < spil_plan_view_count_rows (self))
    spil_gantt_set_dates (spil_plan_view_get_gantt (self), change->row, change->start, change->finish);
}

void
spil_plan_rows_ask (SpilPlanView *self, const GArray *before, const GArray *changes)
{
  SpilPlanMoves moves = { (int) changes->len, (const SpilPlanChange *) (gconstpointer) changes->data };

  g_clear_pointer (&self->before, g_array_unref);
  self->before = g_array_copy ((GArray *) before);
  for (int i = 0; i < moves.n; i++)
    spil_plan_rows_show_dates (self, &moves.changes[i]);
  spil_plan_view_queue_draw (self);
  g_signal_emit_by_name (self, "rows-moved", &moves);
}

void
spil_plan_view_put_back (SpilPlanView *self)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  for (guint i = 0; self->before != NULL && i < self->before->len; i++)
    spil_plan_rows_show_dates (self, &g_array_index (self->before, SpilPlanChange, i));
  g_clear_pointer (&self->before, g_array_unref);
  spil_plan_view_set_ghosts (self, NULL, 0);
}

void
spil_plan_view_set_ghosts (SpilPlanView *self, const SpilPlanChange *changes, int n_changes)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (self);
  int n_rows = spil_plan_view_count_rows (self);

  g_return_if_fail (SPIL_IS_PLAN_VIEW (self));

  for (guint i = 0; i < self->ghosts->len; i++)
    if (g_array_index (self->ghosts, int, i) < n_rows)
      spil_gantt_set_ghost (gantt, g_array_index (self->ghosts, int, i), SPIL_DAY_NONE, SPIL_DAY_NONE);
  g_array_set_size (self->ghosts, 0);
  for (int i = 0; i < n_changes; i++) {
    spil_gantt_set_ghost (gantt, changes[i].row, changes[i].start, changes[i].finish);
    g_array_append_val (self->ghosts, changes[i].row);
  }
  spil_plan_view_queue_draw (self);
}

/* What a row and its dates were, and what they become by keys. */
static void
add_step (SpilPlanView *self, int row, int count, gboolean only_finish, GArray *before, GArray *changes)
{
  SpilPlanGrip grip = only_finish ? SPIL_PLAN_GRIP_FINISH : SPIL_PLAN_GRIP_WHOLE;
  SpilPlanDates dates = spil_plan_rows_dates (self, row);
  SpilPlanChange old = { .row = row, .start = dates.start, .finish = dates.finish }, change = old;

  dates = spil_plan_step_dates (dates, grip, count, spil_plan_place_step (self), self->calendar);
  change.start = dates.start;
  change.finish = dates.finish;
  change.only_finish = only_finish;
  g_array_append_val (before, old);
  g_array_append_val (changes, change);
}

void
spil_plan_view_move_selected (SpilPlanView *self, int count, gboolean only_finish)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (SpilPlanChange));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpilPlanChange));
  int current = spil_plan_view_get_selected (self);

  if (self->read_only || current < 0)
    return;
  rows = spil_plan_rows_to_move (self, current);
  for (guint i = 0; i < rows->len; i++)
    add_step (self, g_array_index (rows, int, i), count, only_finish, before, changes);
  if (changes->len > 0)
    spil_plan_rows_ask (self, before, changes);
}
