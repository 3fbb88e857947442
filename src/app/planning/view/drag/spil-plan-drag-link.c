// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Linking: from the handle at an end of a bar to an end of another. */
#include "spil-plan-drag-private.h"

#include <glib/gi18n-lib.h>

static gboolean
grasp (SpilPlanDrag *drag)
{
  return !drag->view->space &&
         spil_plan_overlay_handle_at (drag->view, drag->x0, drag->y0, &drag->row, &drag->from_finish);
}

static SpilGanttLinkKind
kind_of (SpilPlanDrag *drag)
{
  if (drag->from_finish)
    return drag->where ? SPIL_GANTT_FINISH_FINISH : SPIL_GANTT_FINISH_START;
  return drag->where ? SPIL_GANTT_START_FINISH : SPIL_GANTT_START_START;
}

/* The row under the pointer, and which of its ends is meant. */
static gboolean
find_target (SpilPlanDrag *drag, int *row, gboolean *finish)
{
  const SpilChartBox *box;

  *row = spil_plan_place_row (drag->view, drag->y, FALSE);
  *finish = FALSE;
  if (*row < 0 || *row == drag->row || spil_plan_rows_is_heading (drag->view, *row))
    return FALSE;
  box = spil_plan_place_box (drag->view, *row);
  *finish = box != NULL && box->part == SPIL_CHART_PART_BAR && drag->x > box->x + box->width / 2;
  return TRUE;
}

static const char *
name_of_kind (SpilGanttLinkKind kind)
{
  switch (kind) {
  case SPIL_GANTT_START_START:
    return _ ("starts once this has started");
  case SPIL_GANTT_FINISH_FINISH:
    return _ ("ends once this has ended");
  case SPIL_GANTT_START_FINISH:
    return _ ("ends once this has started");
  case SPIL_GANTT_FINISH_START:
  default:
    return _ ("starts once this has ended");
  }
}

static const char *
name_of_row (SpilPlanDrag *drag, int row)
{
  const SpilGanttRow *shown = spil_gantt_get_row (spil_plan_view_get_gantt (drag->view), row);

  return shown->name != NULL ? shown->name : shown->label;
}

static void
tell (SpilPlanDrag *drag)
{
  if (drag->target < 0)
    spil_plan_overlay_set_tip (drag->view, name_of_row (drag, drag->row), _ ("Drag to what depends on this"));
  else if (drag->refusal != NULL)
    spil_plan_overlay_set_tip (drag->view, name_of_row (drag, drag->target), drag->refusal);
  else
    spil_plan_overlay_set_tip (drag->view, name_of_row (drag, drag->target), name_of_kind (kind_of (drag)));
}

static void
update (SpilPlanDrag *drag)
{
  SpilGanttDraft draft = { .kind = SPIL_GANTT_DRAFT_LINK,
                           .row = drag->row,
                           .x = drag->x,
                           .y = drag->y,
                           .from_finish = drag->from_finish };
  gboolean finish;
  int row;

  if (!find_target (drag, &row, &finish))
    row = -1;
  if (row != drag->target || (gboolean) drag->where != finish) {
    drag->target = row;
    drag->where = finish;
    g_clear_pointer (&drag->refusal, g_free);
    if (row >= 0)
      g_signal_emit_by_name (drag->view, "link-checked", drag->row, row, (int) kind_of (drag),
                             &drag->refusal);
  }
  draft.to_row = row;
  draft.to_finish = finish;
  draft.refused = drag->refusal != NULL;
  spil_gantt_set_draft (spil_plan_view_get_gantt (drag->view), &draft);
  spil_plan_view_queue_draw (drag->view);
  tell (drag);
}

static void
drop (SpilPlanDrag *drag)
{
  int from = drag->row, to = drag->target, kind = (int) kind_of (drag);

  drag->moving = FALSE;
  if (to >= 0)
    g_signal_emit_by_name (drag->view, "rows-linked", from, to, kind);
}

const SpilPlanDragKind spil_plan_drag_link = {
  .cursor = "crosshair",
  .across = TRUE,
  .down = TRUE,
  .grasp = grasp,
  .update = update,
  .drop = drop,
};
