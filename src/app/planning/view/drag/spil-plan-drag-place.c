// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Dragging what is seen: the time, where nothing else is under the pointer, and the side of the table. */
#include "spil-plan-drag-private.h"

#define NEAR 4

/* With the space bar held everywhere. */
static gboolean
grasp_pan (SpilPlanDrag *drag)
{
  return drag->view->space || drag->x0 >= drag->view->layout.label_width;
}

static void
start_pan (SpilPlanDrag *drag)
{
  drag->across0 = gtk_adjustment_get_value (drag->view->across);
  drag->down0 = gtk_adjustment_get_value (drag->view->down);
}

static void
update_pan (SpilPlanDrag *drag)
{
  gtk_adjustment_set_value (drag->view->across, drag->across0 - (drag->x - drag->x0));
  gtk_adjustment_set_value (drag->view->down, drag->down0 - (drag->y - drag->y0));
}

static void
cancel_pan (SpilPlanDrag *drag)
{
  gtk_adjustment_set_value (drag->view->across, drag->across0);
  gtk_adjustment_set_value (drag->view->down, drag->down0);
}

const SpilPlanDragKind spil_plan_drag_pan = {
  .cursor = "grab",
  .grasp = grasp_pan,
  .start = start_pan,
  .update = update_pan,
  .cancel = cancel_pan,
};

static gboolean
grasp_split (SpilPlanDrag *drag)
{
  return spil_plan_view_has_table (drag->view) && ABS (drag->x0 - drag->view->layout.label_width) <= NEAR;
}

static void
start_split (SpilPlanDrag *drag)
{
  drag->width0 = drag->view->table_width;
}

static void
update_split (SpilPlanDrag *drag)
{
  spil_plan_place_set_table_width (drag->view, (int) (drag->x / drag->view->style.font_size * 10));
}

static void
cancel_split (SpilPlanDrag *drag)
{
  spil_plan_place_set_table_width (drag->view, drag->width0);
}

const SpilPlanDragKind spil_plan_drag_split = {
  .cursor = "col-resize",
  .grasp = grasp_split,
  .start = start_split,
  .update = update_split,
  .cancel = cancel_split,
};
