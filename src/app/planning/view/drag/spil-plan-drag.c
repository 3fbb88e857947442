// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Dragging in the planning: which kind it is, scrolling at the edges, and letting go of it. */
#include "spil-plan-drag-private.h"

#include <glib/gi18n-lib.h>

/* What moves less is a click. */
#define THRESHOLD 6
/* In units: how near to an edge the view scrolls, and how fast at most, a second. */
#define EDGE 28
#define SPEED 900

static const SpilPlanDragKind *const kinds[] = {
  &spil_plan_drag_split, &spil_plan_drag_link, &spil_plan_drag_bars,
  &spil_plan_drag_draw,  &spil_plan_drag_drop, &spil_plan_drag_pan,
};

// What would be grasped there: the first kind that takes it, or NULL. Fills in what the kind needs of it.
static const SpilPlanDragKind *
find (SpilPlanDrag *drag)
{
  if (!spil_plan_view_has_size (drag->view))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i]->grasp (drag))
      return kinds[i];
  return NULL;
}

const char *
spil_plan_drag_cursor_at (SpilPlanView *view, double x, double y, GdkModifierType state)
{
  SpilPlanDrag probe = { .view = view, .x0 = x, .y0 = y, .x = x, .y = y, .state = state, .row = -1 };
  const SpilPlanDragKind *kind = find (&probe);

  if (kind == NULL || (kind == &spil_plan_drag_pan && !view->space) || kind == &spil_plan_drag_drop)
    return NULL;
  return probe.grip == SPIL_PLAN_GRIP_START || probe.grip == SPIL_PLAN_GRIP_FINISH ? "ew-resize"
                                                                                   : kind->cursor;
}

SpilPeriodKind
spil_plan_drag_step (SpilPlanDrag *drag)
{
  return (drag->state & GDK_SHIFT_MASK) != 0 ? SPIL_PERIOD_DAY : spil_plan_place_step (drag->view);
}

/* What is said at the pointer */

static char *
dup_dates (SpilPlanDates dates)
{
  g_autofree char *start = spil_day_format (dates.start);
  g_autofree char *finish = spil_day_format (dates.finish);

  if (!spil_day_is_known (dates.finish))
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("from %s"), start);
  if (!spil_day_is_known (dates.start))
    return g_strdup_printf (_ ("until %s"), finish);
  if (spil_day_compare (dates.start, dates.finish) == 0)
    return g_steal_pointer (&start);
  return g_strdup_printf ("%s – %s", start, finish);
}

static char *
dup_length (SpilPlanView *view, SpilPlanDates dates)
{
  int n_days;

  if (!spil_day_is_known (dates.start) || !spil_day_is_known (dates.finish))
    return NULL;
  if (view->calendar != NULL) {
    n_days = spil_work_calendar_count (view->calendar, dates.start, dates.finish);
    return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) n_days), n_days);
  }
  n_days = spil_day_between (dates.start, dates.finish) + 1;
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n_days), n_days);
}

static const char *
name_of_step (SpilPeriodKind step)
{
  switch (step) {
  case SPIL_PERIOD_WEEK:
    return _ ("by the week; with Shift by the day");
  case SPIL_PERIOD_MONTH:
    return _ ("by the month; with Shift by the day");
  case SPIL_PERIOD_QUARTER:
    return _ ("by the quarter; with Shift by the day");
  case SPIL_PERIOD_DAY:
  case SPIL_PERIOD_YEAR:
  default:
    return _ ("by the day");
  }
}

void
spil_plan_drag_tell_dates (SpilPlanDrag *drag, const char *title, SpilPlanDates dates, int n_rows)
{
  g_autofree char *text = dup_dates (dates);
  g_autofree char *length = dup_length (drag->view, dates);
  g_autofree char *head = title != NULL ? g_strdup_printf ("%s\n%s", title, text) : g_strdup (text);
  g_autoptr (GString) note = g_string_new (length);

  if (note->len > 0)
    g_string_append (note, " · ");
  g_string_append (note, name_of_step (spil_plan_drag_step (drag)));
  if (n_rows > 1) {
    g_string_append_c (note, '\n');
    g_string_append_printf (note, ngettext ("%d activity moves", "%d activities move", (gulong) n_rows),
                            n_rows);
  }
  spil_plan_overlay_set_tip (drag->view, head, note->str);
}

/* Its life */

static void
forget (SpilPlanDrag *drag)
{
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (drag->view), drag->tick);
  drag->tick = 0;
  drag->moving = FALSE;
  drag->kind = NULL;
  g_clear_pointer (&drag->before, g_array_unref);
  g_clear_pointer (&drag->changes, g_array_unref);
  g_clear_pointer (&drag->refusal, g_free);
  spil_plan_overlay_set_tip (drag->view, NULL, NULL);
  if (spil_plan_view_get_gantt (drag->view) != NULL)
    spil_gantt_set_draft (spil_plan_view_get_gantt (drag->view), NULL);
  gtk_widget_set_cursor (GTK_WIDGET (drag->view->canvas), NULL);
  spil_plan_view_queue_draw (drag->view);
}

gboolean
spil_plan_drag_is_moving (SpilPlanView *self)
{
  return self->drag != NULL && self->drag->moving;
}

void
spil_plan_drag_cancel (SpilPlanView *self)
{
  SpilPlanDrag *drag = self->drag;

  if (drag == NULL || drag->kind == NULL)
    return;
  if (drag->moving && drag->kind->cancel != NULL)
    drag->kind->cancel (drag);
  forget (drag);
}

/* How fast to scroll with the pointer at @at between two edges: faster nearer to them. */
static double
speed_at (double at, double from, double to)
{
  if (at < from + EDGE)
    return -SPEED * CLAMP ((from + EDGE - at) / EDGE, 0, 2);
  if (at > to - EDGE)
    return SPEED * CLAMP ((at - to + EDGE) / EDGE, 0, 2);
  return 0;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SpilPlanDrag *drag = user_data;
  const SpilGanttLayout *layout = &drag->view->layout;
  double across = 0, down = 0, seconds = 1.0 / 60;

  if (drag->kind->across)
    across = speed_at (drag->x, layout->label_width, layout->width) * seconds;
  if (drag->kind->down)
    down = speed_at (drag->y, layout->header_height, layout->height) * seconds;
  if (across != 0 || down != 0) {
    spil_plan_place_scroll (drag->view, across, down);
    drag->kind->update (drag);
  }
  return G_SOURCE_CONTINUE;
}

/* The middle button takes hold of the time wherever it is pressed. */
static const SpilPlanDragKind *
kind_of_button (SpilPlanDrag *drag)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag->gesture));

  if (button == GDK_BUTTON_MIDDLE)
    return spil_plan_view_has_size (drag->view) ? &spil_plan_drag_pan : NULL;
  return button == GDK_BUTTON_PRIMARY ? find (drag) : NULL;
}

static void
on_drag_begin_cb (SpilPlanDrag *drag, double x, double y)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (drag->gesture);

  drag->x = drag->x0 = x;
  drag->y = drag->y0 = y;
  drag->moving = FALSE;
  drag->row = drag->target = -1;
  drag->grip = SPIL_PLAN_GRIP_NONE;
  drag->state = gtk_event_controller_get_current_event_state (controller);
  drag->kind = kind_of_button (drag);
  if (drag->kind == NULL)
    gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_DENIED);
  else
    drag->day0 = spil_plan_place_days (drag->view, x);
}

static void
start_moving (SpilPlanDrag *drag)
{
  spil_plan_cells_close (drag->view, TRUE);
  gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  drag->moving = TRUE;
  if (drag->kind->start != NULL)
    drag->kind->start (drag);
  drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (drag->view), on_tick_cb, drag, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (drag->view->canvas),
                                   drag->grip == SPIL_PLAN_GRIP_START || drag->grip == SPIL_PLAN_GRIP_FINISH
                                       ? "ew-resize"
                                   : g_strcmp0 (drag->kind->cursor, "grab") == 0 ? "grabbing"
                                                                                 : drag->kind->cursor);
}

static void
on_drag_update_cb (SpilPlanDrag *drag, double dx, double dy)
{
  if (drag->kind == NULL || (!drag->moving && ABS (dx) < THRESHOLD && ABS (dy) < THRESHOLD))
    return;
  drag->x = drag->view->pointer_x = drag->x0 + dx;
  drag->y = drag->view->pointer_y = drag->y0 + dy;
  drag->state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag->gesture));
  if (!drag->moving)
    start_moving (drag);
  drag->kind->update (drag);
}

static void
on_drag_end_cb (SpilPlanDrag *drag)
{
  if (drag->kind == NULL)
    return;
  if (drag->moving && drag->kind->drop != NULL)
    drag->kind->drop (drag);
  forget (drag);
}

static void
on_cancel_cb (SpilPlanDrag *drag)
{
  spil_plan_drag_cancel (drag->view);
}

/* Also Shift, which counts while dragging. */
static gboolean
on_key_pressed_cb (SpilPlanDrag *drag, guint keyval)
{
  if (!drag->moving || keyval != GDK_KEY_Escape)
    return drag->moving && keyval != GDK_KEY_Shift_L && keyval != GDK_KEY_Shift_R;
  spil_plan_drag_cancel (drag->view);
  gtk_gesture_set_state (drag->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static gboolean
on_modifiers_cb (SpilPlanDrag *drag, GdkModifierType state)
{
  drag->state = state;
  if (drag->moving)
    drag->kind->update (drag);
  return FALSE;
}

static void
free_drag (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
spil_plan_drag_add (SpilPlanView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  SpilPlanDrag *drag = g_new0 (SpilPlanDrag, 1);

  self->drag = drag;
  drag->view = self;
  drag->gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag->gesture), 0);
  g_signal_connect_data (drag->gesture, "drag-begin", G_CALLBACK (on_drag_begin_cb), drag, free_drag,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (drag->gesture, "drag-update", G_CALLBACK (on_drag_update_cb), drag);
  g_signal_connect_swapped (drag->gesture, "drag-end", G_CALLBACK (on_drag_end_cb), drag);
  g_signal_connect_swapped (drag->gesture, "cancel", G_CALLBACK (on_cancel_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag->gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), drag);
  g_signal_connect_swapped (keys, "modifiers", G_CALLBACK (on_modifiers_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
