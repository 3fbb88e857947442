// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Dragging rows of the table to another place, or into another row. */
#include "spil-plan-drag-private.h"

#include <glib/gi18n-lib.h>

static gboolean
grasp (SpilPlanDrag *drag)
{
  SpilPlanView *view = drag->view;

  if (view->read_only || !spil_plan_view_has_table (view) || drag->x0 >= view->layout.label_width)
    return FALSE;
  drag->row = spil_plan_place_row (view, drag->y0, FALSE);
  return drag->row >= 0 && !spil_plan_rows_is_heading (view, drag->row) &&
         !spil_gantt_is_expander (&view->layout, drag->row, drag->x0);
}

static void
start (SpilPlanDrag *drag)
{
  if (!spil_plan_selection_contains (drag->view->selection, drag->row))
    spil_plan_view_select (drag->view, drag->row);
}

static int
indent_of (SpilPlanView *view, int row)
{
  return spil_gantt_get_row (spil_plan_view_get_gantt (view), row)->indent;
}

/* The upper part of a row is before it, the lower part after it, its middle in it. */
static void
find_target (SpilPlanDrag *drag)
{
  SpilPlanView *view = drag->view;
  int n_rows = spil_plan_view_count_rows (view), row = spil_plan_place_row (view, drag->y, TRUE);
  double part;

  row = CLAMP (row, 0, n_rows - 1);
  part = (drag->y - spil_gantt_row_to_y (&view->layout, row)) / view->layout.row_height;
  drag->target = row;
  drag->where = part < 0.3 ? SPIL_PLAN_DROP_BEFORE : part <= 0.7 ? SPIL_PLAN_DROP_INTO : SPIL_PLAN_DROP_AFTER;
  if (drag->where == SPIL_PLAN_DROP_INTO && spil_plan_selection_contains (view->selection, row))
    drag->where = part < 0.5 ? SPIL_PLAN_DROP_BEFORE : SPIL_PLAN_DROP_AFTER;
  /* Right under a row with parts is before the first of them. */
  if (drag->where == SPIL_PLAN_DROP_AFTER && row + 1 < n_rows &&
      indent_of (view, row + 1) > indent_of (view, row)) {
    drag->target = row + 1;
    drag->where = SPIL_PLAN_DROP_BEFORE;
  }
}

static char *
dup_place (SpilPlanDrag *drag)
{
  const SpilGanttRow *row = spil_gantt_get_row (spil_plan_view_get_gantt (drag->view), drag->target);

  switch (drag->where) {
  case SPIL_PLAN_DROP_INTO:
    /* Translators: %s is an activity. */
    return g_strdup_printf (_ ("As a part of %s"), row->label);
  case SPIL_PLAN_DROP_AFTER:
    return g_strdup_printf (_ ("After %s"), row->label);
  default:
    return g_strdup_printf (_ ("Before %s"), row->label);
  }
}

static void
update (SpilPlanDrag *drag)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (drag->view);
  int n_rows = spil_plan_selection_get_count (drag->view->selection);
  g_autofree char *place = NULL;
  g_autofree char *what = NULL;
  SpilGanttDraft draft = { .kind = SPIL_GANTT_DRAFT_DROP, .to_row = -1 };

  find_target (drag);
  draft.row = drag->target + (drag->where == SPIL_PLAN_DROP_BEFORE ? 0 : 1);
  spil_gantt_cell_place (&drag->view->layout, drag->target, 0, &draft.x, NULL, NULL, NULL);
  if (drag->where == SPIL_PLAN_DROP_INTO) {
    draft.x += drag->view->style.font_size * 1.2;
    draft.to_row = drag->target;
  }
  spil_gantt_set_draft (gantt, &draft);
  spil_plan_view_queue_draw (drag->view);
  place = dup_place (drag);
  what = n_rows > 1 ? g_strdup_printf (ngettext ("%d activity", "%d activities", (gulong) n_rows), n_rows)
                    : g_strdup (spil_gantt_get_row (gantt, drag->row)->label);
  spil_plan_overlay_set_tip (drag->view, what, place);
}

static void
drop (SpilPlanDrag *drag)
{
  int row = drag->target, where = drag->where;

  drag->moving = FALSE;
  if (!spil_plan_selection_contains (drag->view->selection, row))
    g_signal_emit_by_name (drag->view, "rows-dropped", row, where);
}

const SpilPlanDragKind spil_plan_drag_drop = {
  .cursor = "grab",
  .down = TRUE,
  .grasp = grasp,
  .start = start,
  .update = update,
  .drop = drop,
};
