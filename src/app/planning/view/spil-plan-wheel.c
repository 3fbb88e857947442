// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Zooming with Ctrl and the wheel or with two fingers, and moving what is seen with the middle button. */
#include "spil-plan-view-private.h"

#include <math.h>

#define ZOOM_FACTOR 1.2

typedef struct
{
  SpilPlanView *view; /* owns this, through the gestures */
  GtkGesture *pinch;
  double scale;
  double across, down;
} Wheel;

static gboolean
on_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, SpilPlanView *view)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  /* A touchpad says by how many units; a wheel by how many notches. */
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE)
    dy /= 40;
  spil_plan_place_zoom_by (view, pow (ZOOM_FACTOR, -dy), view->pointer_x);
  return TRUE;
}

static void
on_pinch_begin_cb (Wheel *wheel)
{
  wheel->scale = 1;
}

static void
on_pinch_cb (Wheel *wheel, double scale)
{
  double x, y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (wheel->pinch, &x, &y))
    return;
  spil_plan_place_zoom_by (wheel->view, scale / wheel->scale, x);
  wheel->scale = scale;
}

static void
on_pan_begin_cb (Wheel *wheel)
{
  wheel->across = gtk_adjustment_get_value (wheel->view->across);
  wheel->down = gtk_adjustment_get_value (wheel->view->down);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (wheel->view->canvas), "grabbing");
}

static void
on_pan_update_cb (Wheel *wheel, double dx, double dy)
{
  gtk_adjustment_set_value (wheel->view->across, wheel->across - dx);
  gtk_adjustment_set_value (wheel->view->down, wheel->down - dy);
}

static void
on_pan_end_cb (Wheel *wheel)
{
  gtk_widget_set_cursor (GTK_WIDGET (wheel->view->canvas), NULL);
}

static void
free_wheel (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
spil_plan_wheel_add (SpilPlanView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pan = gtk_gesture_drag_new ();
  Wheel *wheel = g_new0 (Wheel, 1);

  *wheel = (Wheel) { .view = self, .pinch = gtk_gesture_zoom_new () };
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_data (wheel->pinch, "begin", G_CALLBACK (on_pinch_begin_cb), wheel, free_wheel,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (wheel->pinch, "scale-changed", G_CALLBACK (on_pinch_cb), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (wheel->pinch));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect_swapped (pan, "drag-begin", G_CALLBACK (on_pan_begin_cb), wheel);
  g_signal_connect_swapped (pan, "drag-update", G_CALLBACK (on_pan_update_cb), wheel);
  g_signal_connect_swapped (pan, "drag-end", G_CALLBACK (on_pan_end_cb), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pan));
}
