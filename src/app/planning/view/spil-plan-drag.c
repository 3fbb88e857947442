// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-drag.h"

#include "spil-chart-canvas.h"

/* How far from the side of a bar the side is meant, and not the bar. */
#define GRIP 7
/* What moves less is a click. */
#define THRESHOLD 6

typedef enum
{
  GRIP_NONE,
  GRIP_WHOLE,
  GRIP_START,
  GRIP_FINISH,
} Grip;

/* What is being dragged. */
typedef struct
{
  SpilPlanView *view; /* owns this, through the gesture */
  GtkGesture *gesture;
  Grip grip;
  int row;
  SpilDay start; /* as they were */
  SpilDay finish;
  double x; /* where it began */
  gboolean moving;
} Drag;

static const SpilChartBox *
box_at (SpilPlanView *view, double x, double y)
{
  const SpilChartHits *hits = spil_chart_canvas_get_hits (
      SPIL_CHART_CANVAS (spil_plan_view_get_canvas (view)));

  return spil_chart_hits_at (hits, x, y, GRIP);
}

/* What of a row is grasped there. */
static Grip
grip_at (SpilPlanView *view, double x, double y, int *row)
{
  const SpilChartBox *box = box_at (view, x, y);
  const SpilGanttRow *bar;
  double grip;

  if (box == NULL || (box->part != SPIL_CHART_PART_BAR && box->part != SPIL_CHART_PART_MILESTONE))
    return GRIP_NONE;
  bar = spil_gantt_get_row (spil_plan_view_get_gantt (view), box->index);
  *row = box->index;
  if (bar->derived)
    return GRIP_NONE;
  if (box->part == SPIL_CHART_PART_MILESTONE)
    return GRIP_WHOLE;
  /* Of a short bar a third is left to grasp as a whole. */
  grip = MIN (GRIP, box->width / 3);
  if (spil_day_is_known (bar->finish) && x > box->x + box->width - grip)
    return GRIP_FINISH;
  if (spil_day_is_known (bar->start) && x < box->x + grip)
    return GRIP_START;
  return GRIP_WHOLE;
}

static int
row_at (SpilPlanView *view, double y)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (view);
  int row = gantt != NULL ? spil_gantt_y_to_row (spil_plan_view_get_layout (view), y) : -1;

  return row >= 0 && row < spil_gantt_get_row_count (gantt) ? row : -1;
}

/* Clicks */

static void
on_pressed_cb (SpilPlanView *view, int n_press, double x, double y)
{
  int row = row_at (view, y);

  gtk_widget_grab_focus (spil_plan_view_get_canvas (view));
  if (row < 0)
    return;
  spil_plan_view_select (view, row);
  if (n_press == 2)
    spil_plan_view_activate_selected (view);
}

/* Dragging */

static void
show_dates (Drag *drag, SpilDay start, SpilDay finish)
{
  SpilGantt *gantt = spil_plan_view_get_gantt (drag->view);
  SpilGanttRow row;

  /* The planning may have been read anew meanwhile. */
  if (drag->row >= spil_gantt_get_row_count (gantt))
    return;
  row = *spil_gantt_get_row (gantt, drag->row);
  row.start = start;
  row.finish = finish;
  spil_gantt_set_row (gantt, drag->row, &row);
  spil_plan_view_preview (drag->view,
                          &(SpilPlanChange) { .row = drag->row, .start = start, .finish = finish });
  gtk_widget_queue_draw (spil_plan_view_get_canvas (drag->view));
}

/* The dates with the pointer @dx further than where it began. */
static void
dragged_dates (Drag *drag, double dx, SpilDay *start, SpilDay *finish)
{
  const SpilGanttLayout *layout = spil_plan_view_get_layout (drag->view);
  SpilScheduleStep step = spil_plan_view_get_step (drag->view);
  int days = (int) (dx / layout->day_width + (dx < 0 ? -0.5 : 0.5));

  *start = drag->start;
  *finish = drag->finish;
  if (drag->grip == GRIP_START) {
    *start = spil_schedule_snap_start (spil_day_add (drag->start, days), step);
    if (spil_day_is_known (*finish) && spil_day_compare (*start, *finish) > 0)
      *start = *finish;
  } else if (drag->grip == GRIP_FINISH) {
    *finish = spil_schedule_snap_end (spil_day_add (drag->finish, days), step);
    if (spil_day_is_known (*start) && spil_day_compare (*finish, *start) < 0)
      *finish = *start;
  } else if (spil_day_is_known (drag->start)) {
    *start = spil_schedule_snap_start (spil_day_add (drag->start, days), step);
    *finish = spil_day_add (drag->finish, spil_day_between (drag->start, *start));
  } else
    *finish = spil_schedule_snap_end (spil_day_add (drag->finish, days), step);
}

static void
on_drag_begin_cb (Drag *drag, double x, double y)
{
  drag->grip = GRIP_NONE;
  drag->moving = FALSE;
  if (spil_plan_view_get_gantt (drag->view) != NULL)
    drag->grip = grip_at (drag->view, x, y, &drag->row);
  if (drag->grip == GRIP_NONE) {
    gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  drag->x = x;
  drag->start = spil_gantt_get_row (spil_plan_view_get_gantt (drag->view), drag->row)->start;
  drag->finish = spil_gantt_get_row (spil_plan_view_get_gantt (drag->view), drag->row)->finish;
}

static void
on_drag_update_cb (Drag *drag, double dx, double dy)
{
  SpilDay start, finish;

  if (drag->grip == GRIP_NONE || (!drag->moving && ABS (dx) < THRESHOLD))
    return;
  if (!drag->moving)
    gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  drag->moving = TRUE;
  dragged_dates (drag, dx, &start, &finish);
  show_dates (drag, start, finish);
}

static void
on_drag_end_cb (Drag *drag, double dx, double dy)
{
  SpilPlanChange change = { .row = drag->row,
                            .only_start = drag->grip == GRIP_START,
                            .only_finish = drag->grip == GRIP_FINISH };

  if (!drag->moving)
    return;
  drag->moving = FALSE;
  dragged_dates (drag, dx, &change.start, &change.finish);
  drag->grip = GRIP_NONE;
  if (spil_day_compare (change.start, drag->start) != 0 ||
      spil_day_compare (change.finish, drag->finish) != 0)
    spil_plan_view_request (drag->view, &change);
}

/* Also when the rows are replaced under it. */
static void
put_back (Drag *drag)
{
  if (drag->moving)
    show_dates (drag, drag->start, drag->finish);
  drag->moving = FALSE;
  drag->grip = GRIP_NONE;
}

static gboolean
on_key_pressed_cb (Drag *drag, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !drag->moving)
    return FALSE;
  put_back (drag);
  gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static void
on_motion_cb (SpilPlanView *view, double x, double y)
{
  int row;
  Grip grip = spil_plan_view_get_gantt (view) != NULL ? grip_at (view, x, y, &row) : GRIP_NONE;
  const char *cursor = grip == GRIP_START || grip == GRIP_FINISH ? "ew-resize"
                       : grip == GRIP_WHOLE                      ? "grab"
                                                                 : NULL;

  gtk_widget_set_cursor_from_name (spil_plan_view_get_canvas (view), cursor);
}

static void
free_drag (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
spil_plan_drag_add (SpilPlanView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Drag *drag = g_new0 (Drag, 1);

  drag->view = view;
  drag->gesture = gtk_gesture_drag_new ();
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_data (drag->gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), drag, free_drag,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (drag->gesture, "drag-update", G_CALLBACK (on_drag_update_cb), drag);
  g_signal_connect_swapped (drag->gesture, "drag-end", G_CALLBACK (on_drag_end_cb), drag);
  g_signal_connect_swapped (drag->gesture, "cancel", G_CALLBACK (put_back), drag);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
}
