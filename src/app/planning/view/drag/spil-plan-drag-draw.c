// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Drawing with the pointer: dates for a row that has none, or a new row under the last one or, with Ctrl, under any other. */
#include "spil-plan-drag-private.h"

#include <glib/gi18n-lib.h>

static gboolean
can_get_dates (SpilPlanView *view, int row)
{
  const SpilGanttRow *shown = spil_gantt_get_row (spil_plan_view_get_gantt (view), row);

  return !shown->heading && !shown->derived && !spil_plan_rows_is_dated (view, row);
}

static gboolean
grasp (SpilPlanDrag *drag)
{
  SpilPlanView *view = drag->view;
  int n_rows = spil_plan_view_count_rows (view);

  if (view->read_only || view->space || drag->x0 < view->layout.label_width)
    return FALSE;
  drag->row = spil_plan_place_row (view, drag->y0, TRUE);
  drag->where = drag->row == n_rows || (drag->state & GDK_CONTROL_MASK) != 0;
  return drag->row >= 0 && (drag->where || can_get_dates (view, drag->row));
}

static SpilPlanDates
drawn_dates (SpilPlanDrag *drag)
{
  const SpilGanttLayout *layout = &drag->view->layout;
  SpilDay from = spil_day ((int32_t) drag->day0);
  SpilGantt *gantt = spil_plan_view_get_gantt (drag->view);
  SpilPlanDates dates = spil_plan_draw_dates (from, spil_gantt_x_to_day (layout, drag->x),
                                              spil_plan_drag_step (drag), drag->view->calendar);

  /* A milestone is a moment: where the pointer is. */
  if (!drag->where && spil_gantt_get_row (gantt, drag->row)->milestone)
    dates.start = dates.finish = spil_gantt_x_to_day (layout, drag->x);
  return dates;
}

static void
update (SpilPlanDrag *drag)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (drag->view);
  SpilPlanDates dates = drawn_dates (drag);
  SpilGanttDraft draft = {
    .kind = SPIL_GANTT_DRAFT_BAR, .row = drag->row, .start = dates.start, .finish = dates.finish, .to_row = -1
  };

  spil_gantt_set_draft (gantt, &draft);
  spil_plan_view_queue_draw (drag->view);
  spil_plan_drag_tell_dates (
      drag, drag->where ? _ ("New activity") : spil_gantt_get_row (gantt, drag->row)->label, dates, 1);
}

static void
drop (SpilPlanDrag *drag)
{
  SpilPlanDates dates = drawn_dates (drag);
  SpilPlanChange change = {
    .row = drag->row, .start = dates.start, .finish = dates.finish, .only_start = drag->where
  };

  drag->moving = FALSE;
  g_signal_emit_by_name (drag->view, "row-drawn", &change);
}

const SpilPlanDragKind spil_plan_drag_draw = {
  .cursor = "crosshair",
  .across = TRUE,
  .grasp = grasp,
  .update = update,
  .drop = drop,
};
