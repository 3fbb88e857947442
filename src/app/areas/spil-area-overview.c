// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-overview.h"

#include <glib/gi18n-lib.h>

#include "spil-area-map.h"
#include "spil-area-rows.h"
#include "spil-chart-view.h"
#include "spil-page.h"

// So far a key moves an area: forty times is from edge to edge.
#define STEP (SPIL_AREA_MAP_SIZE / 40)
// So close to a part the pointer still takes it.
#define SLACK 6.0

struct _SpilAreaOverview
{
  AdwBin parent_instance;

  GPtrArray *areas; /**< of SpilAreaRow */
  SpilAreaMap *map; /**< of the chart */
  SpilChart *chart;
  SpilChartView *view;
  int dragged; /**< -1: none */
  double start_x;
  double start_y;
  double grip_x; /**< from the pointer to the middle of the area */
  double grip_y;
};

G_DEFINE_FINAL_TYPE (SpilAreaOverview, spil_area_overview, ADW_TYPE_BIN)

static SpilChartCanvas *
get_canvas (SpilAreaOverview *self)
{
  return spil_chart_view_get_canvas (self->view);
}

/* What is drawn */

static SpilAreaMapShape
get_shape (int kind)
{
  switch (kind) {
  case SPIL_AREA_KIND_CORRIDOR:
    return SPIL_AREA_MAP_CORRIDOR;
  case SPIL_AREA_KIND_DISTRICT:
    return SPIL_AREA_MAP_DISTRICT;
  case SPIL_AREA_KIND_MUNICIPALITY:
    return SPIL_AREA_MAP_MUNICIPALITY;
  default:
    return SPIL_AREA_MAP_PARK;
  }
}

static SpilAreaMapState
get_state (SpilApproach approach)
{
  switch (approach) {
  case SPIL_APPROACH_AREA:
    return SPIL_AREA_MAP_APPROACH;
  case SPIL_APPROACH_AREA_BY_EXCEPTION:
    return SPIL_AREA_MAP_EXCEPTION;
  case SPIL_APPROACH_ONE_TO_ONE:
    return SPIL_AREA_MAP_ONE_TO_ONE;
  case SPIL_APPROACH_NOT_ASSESSED:
  default:
    return SPIL_AREA_MAP_NOT_ASSESSED;
  }
}

static void
add_area (SpilAreaOverview *self, int index, int64_t most)
{
  const SpilAreaRow *area = self->areas->pdata[index];
  g_autofree char *counts = area->n_employers > 0 ? spil_area_dup_employers (area) : NULL;
  SpilAreaMapPlace place = {
    .label = area->name,
    .note = counts,
    .shape = get_shape (area->kind),
    .state = get_state (area->approach),
    .met = spil_area_count_met (&area->answers),
    .weight = most > 0 ? (double) area->n_employers / (double) most : 0,
    .hint = area->hint.need != 0,
    .x = area->map_x,
    .y = area->map_y,
  };

  if (area->map_x < 0 || area->map_y < 0)
    spil_area_map_usual_place (index, (int) self->areas->len, &place.x, &place.y);
  spil_area_map_add (self->map, &place);
}

void
spil_area_overview_set_areas (SpilAreaOverview *self, GPtrArray *areas)
{
  int64_t most = 0;

  g_return_if_fail (SPIL_IS_AREA_OVERVIEW (self));

  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->chart, spil_chart_unref);
  self->areas = g_ptr_array_ref (areas);
  self->dragged = -1;
  self->map = spil_area_map_new ();
  for (guint i = 0; i < areas->len; i++)
    most = MAX (most, ((const SpilAreaRow *) areas->pdata[i])->n_employers);
  for (guint i = 0; i < areas->len; i++)
    add_area (self, (int) i, most);
  self->chart = spil_area_map_to_chart (self->map);
  spil_chart_view_set_chart (self->view, self->chart);
}

/* Moving */

static void
save_place (SpilAreaOverview *self, int index)
{
  const SpilAreaRow *area = self->areas->pdata[index];
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
  // Translators: %s is an area.
  g_autofree char *label = g_strdup_printf (_ ("Moved on the overview: %s"), area->name);
  SpilAction *action = spil_action_new (label);
  SpilChange *change = spil_action_set_row (action, spil_entity (SPIL_ENTITY_AREA), area->id);
  SpilValue value = SPIL_VALUE_INIT;
  int x;
  int y;

  spil_area_map_get_place (self->map, index, &x, &y);
  value = spil_value_integer (x);
  spil_change_assign (change, SPIL_AREA_MAP_X, &value);
  value = spil_value_integer (y);
  spil_change_assign (change, SPIL_AREA_MAP_Y, &value);
  spil_worker_commit (spil_page_get_worker (page), action, NULL, NULL);
}

static gboolean
on_key_pressed_cb (SpilAreaOverview *self, guint keyval, guint keycode, GdkModifierType state)
{
  int index = spil_chart_canvas_get_current (get_canvas (self));
  int dx = (keyval == GDK_KEY_Right) - (keyval == GDK_KEY_Left);
  int dy = (keyval == GDK_KEY_Down) - (keyval == GDK_KEY_Up);
  int x;
  int y;

  if ((state & GDK_CONTROL_MASK) == 0 || (dx == 0 && dy == 0) || self->areas == NULL || index < 0 ||
      index >= (int) self->areas->len)
    return FALSE;
  spil_area_map_get_place (self->map, index, &x, &y);
  spil_area_map_move (self->map, index, x + dx * STEP, y + dy * STEP);
  spil_chart_canvas_changed (get_canvas (self));
  save_place (self, index);
  return TRUE;
}

static void
find_place (SpilAreaOverview *self, double px, double py, int *x, int *y)
{
  GtkWidget *canvas = GTK_WIDGET (get_canvas (self));
  SpilChartPainter painter = spil_chart_get_painter (self->chart, gtk_widget_get_width (canvas),
                                                     gtk_widget_get_height (canvas),
                                                     spil_chart_canvas_get_style (get_canvas (self)));

  spil_area_map_place_at (&painter, px, py, x, y);
}

static void
on_drag_begin_cb (SpilAreaOverview *self, double x, double y, GtkGesture *gesture)
{
  const SpilChartHits *hits = spil_chart_canvas_get_hits (get_canvas (self));
  const SpilChartBox *box = hits != NULL ? spil_chart_hits_at (hits, x, y, SLACK) : NULL;

  if (box == NULL || box->part != SPIL_CHART_PART_TOKEN) {
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  self->dragged = box->index;
  self->start_x = x;
  self->start_y = y;
  self->grip_x = box->x + box->width / 2 - x;
  self->grip_y = box->y + box->height / 2 - y;
}

static void
on_drag_update_cb (SpilAreaOverview *self, double dx, double dy, GtkGesture *gesture)
{
  int x;
  int y;

  // A click that trembles is a click.
  if (self->dragged < 0 || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  find_place (self, self->start_x + self->grip_x + dx, self->start_y + self->grip_y + dy, &x, &y);
  spil_area_map_move (self->map, self->dragged, x, y);
  spil_area_map_set_marked (self->map, self->dragged);
  spil_chart_canvas_changed (get_canvas (self));
}

static void
on_drag_end_cb (SpilAreaOverview *self, double dx, double dy, GtkGesture *gesture)
{
  int index = self->dragged;

  self->dragged = -1;
  if (index < 0 || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  spil_area_map_set_marked (self->map, -1);
  spil_chart_canvas_changed (get_canvas (self));
  save_place (self, index);
}

static void
on_part_activated_cb (SpilAreaOverview *self, const SpilChartBox *box)
{
  const SpilAreaRow *area;
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;

  if (self->areas == NULL || box->index < 0 || box->index >= (int) self->areas->len)
    return;
  area = self->areas->pdata[box->index];
  id = spil_id_dup_text (area->id);
  target = g_strdup_printf ("area %s", id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", target);
}

static void
spil_area_overview_dispose (GObject *object)
{
  SpilAreaOverview *self = SPIL_AREA_OVERVIEW (object);

  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->chart, spil_chart_unref);
  G_OBJECT_CLASS (spil_area_overview_parent_class)->dispose (object);
}

static void
spil_area_overview_class_init (SpilAreaOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_area_overview_dispose;
}

static void
spil_area_overview_init (SpilAreaOverview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->dragged = -1;
  self->view = SPIL_CHART_VIEW (spil_chart_view_new (_ ("Schematic overview")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "part-activated", G_CALLBACK (on_part_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (get_canvas (self)), GTK_EVENT_CONTROLLER (drag));
}
