// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Dragging bars: in the middle the whole of all that is selected, at the sides the start or the end of one. */
#include "spil-plan-drag-private.h"

/* How far from the side of a bar the side is meant, and not the bar. */
#define GRIP 7

static gboolean
grasp (SpilPlanDrag *drag)
{
  SpilPlanView *view = drag->view;
  const SpilChartBox *box = spil_chart_hits_at (spil_chart_canvas_get_hits (view->canvas), drag->x0, drag->y0,
                                                2);
  const SpilGanttRow *bar;
  double grip;

  if (view->read_only || view->space || box == NULL || drag->x0 < view->layout.label_width ||
      drag->y0 < view->layout.header_height ||
      (box->part != SPIL_CHART_PART_BAR && box->part != SPIL_CHART_PART_MILESTONE))
    return FALSE;
  bar = spil_gantt_get_row (spil_plan_view_get_gantt (view), box->index);
  drag->row = box->index;
  drag->grip = SPIL_PLAN_GRIP_WHOLE;
  if (bar->derived || box->part == SPIL_CHART_PART_MILESTONE)
    return TRUE;
  /* Of a short bar a third is left to grasp as a whole. */
  grip = MIN (GRIP, box->width / 3);
  if (spil_day_is_known (bar->finish) && drag->x0 > box->x + box->width - grip)
    drag->grip = SPIL_PLAN_GRIP_FINISH;
  else if (spil_day_is_known (bar->start) && drag->x0 < box->x + grip)
    drag->grip = SPIL_PLAN_GRIP_START;
  return TRUE;
}

static void
start (SpilPlanDrag *drag)
{
  g_autoptr (GArray) rows = NULL;

  drag->before = g_array_new (FALSE, FALSE, sizeof (SpilPlanChange));
  drag->lead = 0;
  if (drag->grip == SPIL_PLAN_GRIP_WHOLE)
    rows = spil_plan_rows_to_move (drag->view, drag->row);
  else {
    rows = g_array_new (FALSE, FALSE, sizeof (int));
    g_array_append_val (rows, drag->row);
  }
  for (guint i = 0; i < rows->len; i++) {
    int row = g_array_index (rows, int, i);
    SpilPlanDates dates = spil_plan_rows_dates (drag->view, row);
    SpilPlanChange change = { .row = row,
                              .start = dates.start,
                              .finish = dates.finish,
                              .only_start = drag->grip == SPIL_PLAN_GRIP_START,
                              .only_finish = drag->grip == SPIL_PLAN_GRIP_FINISH };

    if (row == drag->row)
      drag->lead = (int) i;
    g_array_append_val (drag->before, change);
  }
  drag->changes = g_array_copy (drag->before);
}

static SpilPlanDates
dates_of (const GArray *changes, int at)
{
  const SpilPlanChange *change = &g_array_index (changes, SpilPlanChange, at);

  return (SpilPlanDates) { change->start, change->finish };
}

static gboolean
is_same (SpilPlanDates a, SpilPlanDates b)
{
  return spil_day_compare (a.start, b.start) == 0 && spil_day_compare (a.finish, b.finish) == 0;
}

static int
moved_days (SpilPlanDates from, SpilPlanDates to)
{
  return spil_day_is_known (from.start) ? spil_day_between (from.start, to.start)
                                        : spil_day_between (from.finish, to.finish);
}

static void
show (SpilPlanDrag *drag, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    spil_plan_rows_show_dates (drag->view, &g_array_index (changes, SpilPlanChange, i));
  spil_plan_view_queue_draw (drag->view);
}

static void
update (SpilPlanDrag *drag)
{
  SpilPlanDates old = dates_of (drag->before, drag->lead), lead;
  SpilPeriodKind step = spil_plan_drag_step (drag);

  lead = spil_plan_drag_dates (old, drag->grip, spil_plan_place_days (drag->view, drag->x) - drag->day0, step,
                               drag->view->calendar);
  if (!is_same (lead, dates_of (drag->changes, drag->lead))) {
    for (int i = 0; i < (int) drag->changes->len; i++) {
      SpilPlanChange *change = &g_array_index (drag->changes, SpilPlanChange, i);
      SpilPlanDates dates = lead;

      if (i != drag->lead)
        dates = spil_plan_shift (dates_of (drag->before, i), moved_days (old, lead), step,
                                 drag->view->calendar);
      change->start = dates.start;
      change->finish = dates.finish;
    }
    show (drag, drag->changes);
    g_signal_emit_by_name (drag->view, "rows-moving",
                           &(SpilPlanMoves) { (int) drag->changes->len,
                                              (const SpilPlanChange *) (gconstpointer) drag->changes->data });
  }
  spil_plan_drag_tell_dates (drag, NULL, lead, (int) drag->changes->len);
}

static void
cancel (SpilPlanDrag *drag)
{
  show (drag, drag->before);
  g_signal_emit_by_name (drag->view, "rows-moving", NULL);
}

static void
drop (SpilPlanDrag *drag)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) changes = NULL;

  if (is_same (dates_of (drag->before, drag->lead), dates_of (drag->changes, drag->lead))) {
    cancel (drag);
    return;
  }
  /* What is asked may show the planning anew. */
  before = g_steal_pointer (&drag->before);
  changes = g_steal_pointer (&drag->changes);
  drag->moving = FALSE;
  spil_plan_rows_ask (drag->view, before, changes);
}

const SpilPlanDragKind spil_plan_drag_bars = {
  .cursor = "grab",
  .across = TRUE,
  .grasp = grasp,
  .start = start,
  .update = update,
  .drop = drop,
  .cancel = cancel,
};
