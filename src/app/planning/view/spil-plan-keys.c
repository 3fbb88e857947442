// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-keys.h"

#include <math.h>

#define ZOOM_FACTOR 1.25

void
spil_plan_view_page (SpilPlanView *self, int pages)
{
  const SpilGanttLayout *layout = spil_plan_view_get_layout (self);
  int rows = (int) ((layout->height - layout->header_height) / MAX (layout->row_height, 1));

  spil_plan_view_select (self, MAX (0, spil_plan_view_get_selected (self) + pages * MAX (1, rows - 1)));
}

void
spil_plan_view_pan (SpilPlanView *self, int tenths)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) +
                                        tenths * 0.1 * gtk_adjustment_get_page_size (across));
}

void
spil_plan_view_move_selected (SpilPlanView *self, int count, gboolean only_finish)
{
  int selected = spil_plan_view_get_selected (self);
  const SpilGanttRow *row;
  SpilPlanChange change = { .row = selected, .only_finish = only_finish };

  if (selected < 0)
    return;
  row = spil_gantt_get_row (spil_plan_view_get_gantt (self), selected);
  change.start = row->start;
  change.finish = row->finish;
  if (only_finish)
    spil_schedule_move_end (change.start, &change.finish, spil_plan_view_get_step (self), count);
  else
    spil_schedule_move (&change.start, &change.finish, spil_plan_view_get_step (self), count);
  spil_plan_view_request (self, &change);
}

/* With Alt: the selected row itself is moved. */
static gboolean
on_alt_key (SpilPlanView *view, guint keyval, gboolean only_finish)
{
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    spil_plan_view_move_selected (view, -1, only_finish);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    spil_plan_view_move_selected (view, 1, only_finish);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_control_key (SpilPlanView *view, guint keyval)
{
  switch (keyval) {
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    spil_plan_view_zoom_by (view, ZOOM_FACTOR, -1);
    return TRUE;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    spil_plan_view_zoom_by (view, 1 / ZOOM_FACTOR, -1);
    return TRUE;
  case GDK_KEY_0:
  case GDK_KEY_KP_0:
    spil_plan_view_fit (view);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_plain_key (SpilPlanView *view, guint keyval)
{
  int selected = spil_plan_view_get_selected (view);

  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    spil_plan_view_select (view, selected + 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    spil_plan_view_select (view, MAX (selected - 1, 0));
    return TRUE;
  case GDK_KEY_Home:
    spil_plan_view_select (view, 0);
    return TRUE;
  case GDK_KEY_End:
    spil_plan_view_select (view, G_MAXINT);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_Page_Up:
    spil_plan_view_page (view, keyval == GDK_KEY_Page_Down ? 1 : -1);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    spil_plan_view_pan (view, -1);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    spil_plan_view_pan (view, 1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space:
    spil_plan_view_activate_selected (view);
    return selected >= 0;
  default:
    return FALSE;
  }
}

static gboolean
on_key_pressed_cb (SpilPlanView *view, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (spil_plan_view_get_gantt (view) == NULL)
    return FALSE;
  if (held == GDK_ALT_MASK || held == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    return on_alt_key (view, keyval, held != GDK_ALT_MASK);
  if (held == GDK_CONTROL_MASK || held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return on_control_key (view, keyval);
  return held == 0 && on_plain_key (view, keyval);
}

/* The wheel */

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y)
{
  double *place = g_object_get_data (G_OBJECT (motion), "x");

  *place = x;
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, GtkEventController *motion)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double *x = g_object_get_data (G_OBJECT (motion), "x");

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  spil_plan_view_zoom_by (SPIL_PLAN_VIEW (gtk_event_controller_get_widget (motion)), pow (ZOOM_FACTOR, -dy),
                          *x);
  return TRUE;
}

void
spil_plan_keys_add (SpilPlanView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  /* Before the canvas and the scrolled window, which would take the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), view, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  g_object_set_data_full (G_OBJECT (motion), "x", g_new0 (double, 1), g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll_cb), motion, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
}
