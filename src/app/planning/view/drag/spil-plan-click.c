// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Clicks in the planning, and what the pointer shows on its way. */
#include "spil-plan-drag-private.h"

#define GRIP 4

typedef struct
{
  SpilPlanView *view; /* owns this, through the gesture */
  GtkGesture *gesture;
  int row;
  gboolean was_alone; /* the row was the only one selected before */
  gboolean later; /* what is selected follows when the button is let go of: it may become a drag */
  GdkModifierType state;
} Click;

static void
select_row (SpilPlanView *view, int row, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    spil_plan_selection_toggle (view->selection, row);
  else if ((state & GDK_SHIFT_MASK) != 0)
    spil_plan_selection_extend (view->selection, row);
  else
    spil_plan_selection_set (view->selection, row);
  spil_plan_rows_selected (view, TRUE);
}

/* Labels over the bars have their triangle in the upper half of the row. */
static gboolean
is_expander (SpilPlanView *view, int row, double x, double y)
{
  const SpilGanttLayout *layout = &view->layout;
  gboolean on_label = layout->stacked ? y < spil_gantt_row_to_y (layout, row) + layout->row_height / 2
                                      : x < layout->label_width;

  return row >= 0 && on_label && spil_gantt_is_expander (layout, row, x);
}

static void
on_pressed_cb (Click *click, int n_press, double x, double y)
{
  SpilPlanView *view = click->view;
  gboolean table = spil_plan_view_has_table (view) && x < view->layout.label_width;
  int row = spil_plan_place_row (view, y, FALSE);

  gtk_widget_grab_focus (GTK_WIDGET (view->canvas));
  click->row = row;
  click->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click->gesture));
  if (row < 0)
    return;
  if (is_expander (view, row, x, y)) {
    click->row = -1;
    g_signal_emit_by_name (view, "row-toggled", row);
    return;
  }
  if (table)
    spil_plan_cells_set_column (view, spil_gantt_x_to_column (&view->layout, x));
  click->was_alone = spil_plan_selection_contains (view->selection, row) &&
                     spil_plan_selection_get_count (view->selection) == 1;
  click->later = !table && (click->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  click->later = click->later || (spil_plan_selection_contains (view->selection, row) && !click->was_alone);
  if (!click->later)
    select_row (view, row, click->state);
}

static const SpilChartBox *
link_at (SpilPlanView *view, double x, double y)
{
  const SpilChartBox *box = NULL;

  if (x >= view->layout.label_width && y >= view->layout.header_height)
    box = spil_chart_hits_at (spil_chart_canvas_get_hits (view->canvas), x, y, GRIP);
  return box != NULL && box->part == SPIL_CHART_PART_LINK ? box : NULL;
}

/* Not when the button goes down for the second time: that may become a drag. */
static void
open_row (SpilPlanView *view, int row, double x)
{
  if (spil_plan_view_has_table (view) && x < view->layout.label_width)
    spil_plan_cells_edit_current (view, NULL);
  else
    g_signal_emit_by_name (view, "row-activated", row);
}

/* A row without dates that is selected gets them where somebody clicks. */
static void
place_row (Click *click, double x)
{
  SpilPlanView *view = click->view;
  const SpilGanttRow *row = spil_gantt_get_row (spil_plan_view_get_gantt (view), click->row);
  SpilPlanChange change = { .row = click->row, .finish = SPIL_DAY_NONE };

  if (view->read_only || !click->was_alone || click->state != 0 || row->heading || row->derived ||
      spil_plan_rows_is_dated (view, click->row) || x < view->layout.label_width)
    return;
  change.start = spil_period_of (spil_plan_place_step (view), spil_gantt_x_to_day (&view->layout, x)).first;
  g_signal_emit_by_name (view, "row-drawn", &change);
}

static void
on_released_cb (Click *click, int n_press, double x, double y)
{
  SpilPlanView *view = click->view;
  const SpilChartBox *box = link_at (view, x, y);

  if (n_press == 1 && box != NULL) {
    g_signal_emit_by_name (view, "link-activated", box->index,
                           &(GdkRectangle) { (int) x - GRIP, (int) y - GRIP, 2 * GRIP, 2 * GRIP });
    return;
  }
  if (click->row < 0 || click->row >= spil_plan_view_count_rows (view))
    return;
  click->state &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;
  if (click->later)
    select_row (view, click->row, click->state);
  else if (n_press == 2)
    open_row (view, click->row, x);
  else if (n_press == 1)
    place_row (click, x);
}

/* The menu */

static void
on_secondary_pressed_cb (SpilPlanView *view, int n_press, double x, double y)
{
  int row = spil_plan_place_row (view, y, FALSE);

  if (!spil_plan_view_has_size (view))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (view->canvas));
  if (row >= 0 && !spil_plan_selection_contains (view->selection, row))
    select_row (view, row, 0);
  g_signal_emit_by_name (view, "menu-wanted", &(GdkRectangle) { (int) x, (int) y, 1, 1 },
                         y < view->layout.header_height && x < view->layout.label_width);
}

/* The pointer on its way */

static void
set_hover (SpilPlanView *view, int row)
{
  if (row == view->hover)
    return;
  view->hover = row;
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, SpilPlanView *view)
{
  const char *cursor;
  GdkModifierType state;
  int row;

  view->pointer_x = x;
  view->pointer_y = y;
  if (!spil_plan_view_has_size (view) || spil_plan_drag_is_moving (view))
    return;
  row = x > view->layout.label_width ? spil_plan_place_row (view, y, FALSE) : -1;
  set_hover (view, row);
  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));
  cursor = spil_plan_drag_cursor_at (view, x, y, state);
  if (is_expander (view, spil_plan_place_row (view, y, FALSE), x, y) ||
      (cursor == NULL && link_at (view, x, y) != NULL))
    cursor = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (view->canvas), cursor);
}

static void
on_leave_cb (SpilPlanView *view)
{
  if (!spil_plan_drag_is_moving (view))
    set_hover (view, -1);
}

static void
free_click (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
spil_plan_click_add (SpilPlanView *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Click *click = g_new0 (Click, 1);

  *click = (Click) { .view = self, .gesture = gtk_gesture_click_new (), .row = -1 };
  g_signal_connect_data (click->gesture, "pressed", G_CALLBACK (on_pressed_cb), click, free_click,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (click->gesture, "released", G_CALLBACK (on_released_cb), click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click->gesture));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
